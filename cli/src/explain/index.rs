//! The names of all codes: those of the tables, and those that libraries have for them.

use std::collections::{HashMap, HashSet};

use close_code_codegen::naming::letters;
use close_code_emitters::docs::entry;
use close_code_emitters::libraries::Libraries;

use crate::tables::Named;

/// The names of all codes, by their letters.
#[derive(Debug, Default)]
pub(super) struct Index {
    /// The letters of the names of every code that say enough in the middle of a line.
    names: HashMap<u16, Vec<String>>,
    /// The code of every name in the tables, in the first that has it.
    codes: HashMap<String, u16>,
    /// The codes that libraries mean by a whole name, and by its last part, and the first such library.
    libraries: HashMap<String, Vec<(u16, String)>>,
    /// The last parts of libraries' names, as they spell them.
    spellings: HashSet<String>,
}

/// What libraries put before a name.
const BEFORE: [&str; 6] = ["close", "code", "lws", "status", "websocket", "ws"];

impl Index {
    /// The names of some tables, the one to look at first first, and of libraries.
    pub(super) fn new<'a>(tables: impl Iterator<Item = &'a Named>, libraries: &Libraries) -> Self {
        let mut index = Self::default();
        for table in tables {
            for entry in entry::entries(&table.table).iter().filter(|entry| entry.is_single()) {
                let (row, code) = (entry.row, entry.first);
                let mut names = [&row.name, &row.meaning, &row.label].map(|name| letters(name));
                for name in &names {
                    index.codes.entry(name.clone()).or_insert(code);
                }
                // A single word of some protocol, such as "Error", says too little in a line.
                if table.is_built_in() || row.label.contains(' ') {
                    names[0].clear();
                    let names = names.into_iter().filter(|name| !name.is_empty());
                    index.names.entry(code).or_default().extend(names);
                }
            }
        }
        for library in &libraries.library {
            for (name, code) in &library.names {
                let last = last_part(name);
                index.spellings.insert(last.to_owned());
                let forms = [letters(name), letters(last)];
                let forms =
                    forms.iter().enumerate().filter(|(at, form)| *at == 0 || **form != forms[0]);
                for (_, form) in forms {
                    let codes = index.libraries.entry(form.clone()).or_default();
                    if !codes.iter().any(|(known, _)| known == code) {
                        codes.push((*code, library.name.clone()));
                    }
                }
            }
        }
        index
    }

    /// Whether a text could begin with a name of a code, by its first letter.
    pub(super) fn may_begin_with_name(&self, text: &str, code: u16) -> bool {
        let names = self.names.get(&code).map_or(&[][..], Vec::as_slice);
        let first = |text: &str| text.chars().find(|c| c.is_alphanumeric());
        let lower = |c: char| c.to_lowercase().next();
        !names.is_empty() && {
            let wanted = first(text).and_then(lower);
            names.iter().any(|name| name.chars().next() == wanted)
        }
    }

    /// Whether a text begins with a name of a code.
    pub(super) fn begins_with_name(&self, text: &str, code: u16) -> bool {
        let end = text.char_indices().nth(60).map_or(text.len(), |(at, _)| at);
        let text = letters(&text[..end]);
        let names = self.names.get(&code).map_or(&[][..], Vec::as_slice);
        names.iter().any(|name| text.starts_with(name.as_str()))
    }

    /// The code of a name in any spelling, in the first table that has it.
    pub(super) fn code(&self, name: &str) -> Option<u16> {
        self.codes.get(&letters(name)).copied()
    }

    /// The codes that libraries mean by a name, in any spelling and with whatever is before it:
    /// `CloseCode::Away`, `websocket.CloseGoingAway`, `LWS_CLOSE_STATUS_GOINGAWAY`. Also the names of
    /// tables are found behind such words.
    pub(super) fn in_libraries(&self, name: &str) -> Vec<(u16, Option<String>)> {
        let of_libraries = |form: &str| -> Vec<(u16, Option<String>)> {
            let found = self.libraries.get(form).map_or(&[][..], Vec::as_slice);
            let differ = found.len() > 1;
            found.iter().map(|(code, of)| (*code, differ.then(|| of.clone()))).collect()
        };
        let found = of_libraries(&letters(name));
        if !found.is_empty() {
            return found;
        }
        let last = letters(last_part(name));
        let mut form = last.as_str();
        loop {
            let found = of_libraries(form);
            if !found.is_empty() {
                return found;
            }
            if let Some(code) = self.codes.get(form) {
                return vec![(*code, None)];
            }
            match BEFORE.iter().find_map(|before| form.strip_prefix(before)) {
                Some(rest) if !rest.is_empty() => form = rest,
                _ => return Vec::new(),
            }
        }
    }

    /// The code of a name in the middle of a line. A name of one word counts only as a library spells it:
    /// in logs such words are common.
    pub(super) fn in_a_line(&self, name: &str) -> Option<u16> {
        let last = last_part(name);
        let bare = ["Status", "Close"].iter().find_map(|before| last.strip_prefix(before));
        let is_phrase = name.contains(' ');
        let is_spelled = |name: &str| self.spellings.contains(name);
        let small = last.find(|c: char| c.is_ascii_lowercase());
        let humps = last.bytes().filter(u8::is_ascii_uppercase).count();
        let is_name = match small {
            _ if is_phrase => true,
            None => last.contains('_') || is_spelled(last),
            // `goingAway`, but not `Away`.
            Some(at) => humps > 1 || (at == 0 && humps > 0),
        };
        if !is_name && !is_spelled(last) && !bare.is_some_and(is_spelled) {
            return None;
        }
        self.in_libraries(name).first().map(|(code, _)| *code)
    }
}

/// What is after the last `::` or `.` of a name.
fn last_part(name: &str) -> &str {
    name.rsplit([':', '.']).next().unwrap_or(name)
}
