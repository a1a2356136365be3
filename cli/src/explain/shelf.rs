//! Everything that an answer is looked up in.

use std::path::Path;

use close_code_emitters::compat::Compat;
use close_code_emitters::docs::entry::Entry;

use super::answer::Answer;
use super::index::Index;
use super::question::Question;
use crate::compat;
use crate::failure::Failure;
use crate::tables::{self, Named};

/// The tables, and what other implementations accept.
#[derive(Debug)]
pub(super) struct Shelf {
    /// The table that `--table` asks for.
    pub(super) chosen: Option<Named>,
    /// The built-in table.
    pub(super) built_in: Named,
    /// The tables of known protocols.
    pub(super) known: Vec<Named>,
    compat: Compat,
    /// The names in all of them.
    pub(super) index: Index,
}

impl Shelf {
    /// Reads the tables.
    pub(super) fn new(chosen: Option<&Path>) -> Result<Self, Failure> {
        let chosen = chosen.map(tables::find).transpose()?;
        let (built_in, known, compat) =
            (tables::built_in()?, tables::known()?, compat::embedded()?);
        let mut shelf = Self { chosen, built_in, known, compat, index: Index::default() };
        shelf.index = Index::new(shelf.tables());
        Ok(shelf)
    }

    /// Every table, the one to look at first first.
    pub(super) fn tables(&self) -> impl Iterator<Item = &Named> {
        self.chosen.iter().chain([&self.built_in]).chain(&self.known)
    }

    /// The answer to a question.
    pub(super) fn answer<'a>(&'a self, question: &'a Question) -> Answer<'a> {
        let code = question.code;
        let named = question.table.as_ref();
        let named = named.and_then(|name| self.known.iter().find(|table| table.name == *name));
        let asked = named.or(self.chosen.as_ref());
        let entry = asked.and_then(|table| Some((table, table.entry(code)?)));
        let covers = |table: &&Named| {
            let (first, last) = table.table.head().span;
            (first..=last).contains(&code)
        };
        let missing_in = asked.filter(covers).filter(|_| entry.is_none());
        let (table, entry) = match entry {
            Some((table, entry)) => (table, Some(entry)),
            None => (&self.built_in, self.built_in.entry(code)),
        };
        let refused =
            self.compat.receivers.iter().filter(|receiver| !receiver.accepts(code)).collect();
        Answer {
            question,
            table,
            entry,
            missing_in,
            elsewhere: self.elsewhere(code, table),
            refused,
            receivers: self.compat.receivers.len(),
            gathered: &self.compat.gathered,
        }
    }

    /// What known tables say about a code; nothing where one table was asked for.
    fn elsewhere<'a>(&'a self, code: u16, shown: &Named) -> Vec<(&'a Named, Entry<'a>)> {
        if self.chosen.is_some() {
            return Vec::new();
        }
        let others = self.known.iter().filter(|table| table.name != shown.name);
        others.filter_map(|table| Some((table, table.entry(code)?))).collect()
    }
}
