//! Everything that an answer is looked up in.

use std::cell::OnceCell;
use std::path::Path;

use close_code_emitters::compat::Compat;
use close_code_emitters::libraries::Libraries;

use super::engine::Engine;
use super::index::Index;
use super::line::{Finding, Line, Scope};
use super::protocol::Protocols;
use super::question::{Answer, Origin, Question};
use crate::failure::Failure;
use crate::tables::{self, Named};
use crate::{compat, libraries};

/// The tables, what other implementations accept, and what other software prints.
#[derive(Debug)]
pub(super) struct Tables {
    /// The table that `--table` asks for.
    pub(super) chosen: Option<Named>,
    /// The built-in table.
    pub(super) built_in: Named,
    /// The tables of known protocols.
    pub(super) known: Vec<Named>,
    compat: Compat,
    /// The names in all of them.
    pub(super) index: Index,
    /// What is known of other software.
    pub(super) libraries: Libraries,
    /// What reads lines. A number or a name needs none of it.
    reader: OnceCell<(Engine, Protocols)>,
}

impl Tables {
    /// Reads the tables.
    pub(super) fn new(chosen: Option<&Path>) -> Result<Self, Failure> {
        let chosen = chosen.map(tables::find).transpose()?;
        let (built_in, known, compat) =
            (tables::built_in()?, tables::known()?, compat::embedded()?);
        let libraries = libraries::embedded()?;
        let (index, reader) = (Index::default(), OnceCell::new());
        let mut all = Self { chosen, built_in, known, compat, index, libraries, reader };
        all.index = Index::new(all.all(), &all.libraries);
        Ok(all)
    }

    /// Every table, the one to look at first first.
    pub(super) fn all(&self) -> impl Iterator<Item = &Named> {
        self.chosen.iter().chain([&self.built_in]).chain(&self.known)
    }

    fn reader(&self) -> Result<&(Engine, Protocols), Failure> {
        if let Some(reader) = self.reader.get() {
            return Ok(reader);
        }
        let invalid = |error| libraries::invalid(&error);
        let engine = Engine::new(&self.libraries).map_err(invalid)?;
        let protocols = Protocols::new(&self.libraries).map_err(invalid)?;
        Ok(self.reader.get_or_init(|| (engine, protocols)))
    }

    /// What finds codes in lines.
    pub(super) fn engine(&self) -> Result<&Engine, Failure> {
        Ok(&self.reader()?.0)
    }

    /// What a line asks; the scope says which other lines ask the same.
    pub(super) fn questions(
        &self,
        line: Line<'_>,
        scope: &mut Scope,
    ) -> Result<Vec<Question>, Failure> {
        let (engine, protocols) = self.reader()?;
        let findings = engine.findings(line, &self.libraries, &self.index, scope);
        let question = |finding| self.question(engine, protocols, line, finding);
        Ok(findings.into_iter().map(question).collect())
    }

    fn question(
        &self,
        engine: &Engine,
        protocols: &Protocols,
        line: Line<'_>,
        mut finding: Finding,
    ) -> Question {
        let chosen = match self.chosen {
            Some(_) => None,
            None => protocols.choose(&finding, line, &self.known),
        };
        if chosen.is_none() {
            engine.explain_reason(&mut finding, &self.libraries);
        }
        let mut question = Question::of(line.text, Origin::Log, finding);
        (question.table, question.chosen_by) =
            chosen.map_or((None, None), |chosen| (Some(chosen.table), Some(chosen.by)));
        question.time = engine.time(line.text).map(str::to_owned);
        question
    }

    /// The answer to a question.
    pub(super) fn answer<'a>(&'a self, question: &'a Question) -> Answer<'a> {
        let code = question.code();
        let named = question.table.as_ref();
        let named = named.and_then(|name| self.known.iter().find(|table| table.name == *name));
        let asked = named.or(self.chosen.as_ref());
        let entry_in = |table: &'a Named| table.entry(code?);
        let entry = asked.and_then(|table| Some((table, entry_in(table)?)));
        let missing_in = asked.filter(|_| entry.is_none() && code.is_some());
        let (table, entry) = match entry {
            Some((table, entry)) => (table, Some(entry)),
            None => (&self.built_in, entry_in(&self.built_in)),
        };
        let receivers = self.compat.receivers.iter();
        let refused = receivers.filter(|receiver| code.is_some_and(|code| !receiver.accepts(code)));
        let status = question.finding.status.and_then(|status| {
            let has = |(first, last): (u16, u16)| (first..=last).contains(&status);
            self.libraries.status.iter().find(|row| has(row.codes))
        });
        // Where one table was asked for, or the line says whose code it is, the others say nothing.
        let is_open = self.chosen.is_none() && table.is_built_in();
        let others = self.known.iter().filter(|_| is_open);
        Answer {
            question,
            table,
            entry,
            missing_in,
            elsewhere: others.filter_map(|table| Some((table, entry_in(table)?))).collect(),
            refused: refused.collect(),
            receivers: self.compat.receivers.len(),
            gathered: &self.compat.gathered,
            status,
        }
    }
}
