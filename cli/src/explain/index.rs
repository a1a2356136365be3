//! The names of all codes, where a log of many lines looks them up.

use std::collections::{HashMap, HashSet};

use close_code_codegen::naming::letters;
use close_code_emitters::docs::entry;

use crate::tables::Named;

/// The names of all codes.
#[derive(Debug, Default)]
pub(super) struct Index {
    /// The letters of the names of every code, in any table.
    names: HashMap<u16, Vec<String>>,
    /// The code of every name's letters, in the first table that has it.
    codes: HashMap<String, u16>,
    /// The codes that the built-in table has a name for.
    named: HashSet<u16>,
    /// The names of several words in the built-in table, in small letters.
    phrases: Vec<(String, u16)>,
}

impl Index {
    /// The names of some tables, the one to look at first first.
    pub(super) fn new<'a>(tables: impl Iterator<Item = &'a Named>) -> Self {
        let mut index = Self::default();
        for table in tables {
            for entry in entry::entries(&table.table).iter().filter(|entry| entry.is_single()) {
                let (row, code) = (entry.row, entry.first);
                for name in [&row.name, &row.meaning, &row.label].map(|name| letters(name)) {
                    index.codes.entry(name.clone()).or_insert(code);
                    index.names.entry(code).or_default().push(name);
                }
                if table.is_built_in() {
                    index.named.insert(code);
                    // A single word, such as "Timeout", says too little in the middle of a line.
                    if row.label.contains(' ') {
                        index.phrases.push((row.label.to_ascii_lowercase(), code));
                    }
                }
            }
        }
        index
    }

    /// The letters of the names that a code has, in any of the tables.
    pub(super) fn names_of(&self, code: u16) -> &[String] {
        self.names.get(&code).map_or(&[], Vec::as_slice)
    }

    /// The code of a name in any spelling, in the first table that has it.
    pub(super) fn code(&self, name: &str) -> Option<u16> {
        self.codes.get(&letters(name)).copied()
    }

    /// Whether the built-in table has a name for just this code.
    pub(super) fn is_named(&self, code: u16) -> bool {
        self.named.contains(&code)
    }

    /// The names of several words in the built-in table, in small letters, and their codes.
    pub(super) fn phrases(&self) -> &[(String, u16)] {
        &self.phrases
    }
}
