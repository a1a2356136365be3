//! Everything that an answer is looked up in.

use std::cell::OnceCell;
use std::path::Path;

use close_code_emitters::compat::Compat;
use close_code_emitters::docs::entry::Entry;
use close_code_emitters::libraries::Libraries;
use regex::Regex;

use super::answer::Answer;
use super::engine::{Engine, Finding, Line, regex};
use super::index::Index;
use super::protocol::Protocols;
use super::question::{Origin, Question};
use crate::failure::Failure;
use crate::tables::{self, Named};
use crate::{compat, libraries};

/// The tables, what other implementations accept, and what other software prints.
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
    /// What reads lines. A number or a name needs none of it.
    reader: OnceCell<Reader>,
    /// What is known of other software.
    pub(super) libraries: Libraries,
}

/// What reads lines.
#[derive(Debug)]
pub(super) struct Reader {
    pub(super) engine: Engine,
    protocols: Protocols,
    causes: Vec<Regex>,
    pub(super) time: Regex,
}

impl Shelf {
    /// Reads the tables.
    pub(super) fn new(chosen: Option<&Path>) -> Result<Self, Failure> {
        let chosen = chosen.map(tables::find).transpose()?;
        let (built_in, known, compat) =
            (tables::built_in()?, tables::known()?, compat::embedded()?);
        let libraries = libraries::embedded()?;
        let (index, reader) = (Index::default(), OnceCell::new());
        let mut shelf = Self { chosen, built_in, known, compat, index, reader, libraries };
        shelf.index = Index::new(shelf.tables(), &shelf.libraries);
        Ok(shelf)
    }

    /// Every table, the one to look at first first.
    pub(super) fn tables(&self) -> impl Iterator<Item = &Named> {
        self.chosen.iter().chain([&self.built_in]).chain(&self.known)
    }

    /// What reads lines.
    pub(super) fn reader(&self) -> Result<&Reader, Failure> {
        if let Some(reader) = self.reader.get() {
            return Ok(reader);
        }
        let reader = Reader::new(&self.libraries).map_err(|error| libraries::invalid(&error))?;
        Ok(self.reader.get_or_init(|| reader))
    }

    /// What a line asks.
    pub(super) fn questions(&self, line: Line<'_>) -> Result<Vec<Question>, Failure> {
        let reader = self.reader()?;
        let findings = reader.engine.findings(line, &self.libraries, &self.index);
        Ok(findings.into_iter().map(|finding| self.question(reader, line, finding)).collect())
    }

    fn question(&self, reader: &Reader, line: Line<'_>, mut finding: Finding) -> Question {
        let chosen = match self.chosen {
            Some(_) => None,
            None => reader.protocols.choose(&finding, line, &self.known),
        };
        if let (Some(reason), Some(code)) = (&finding.reason, finding.code) {
            let lower = reason.to_ascii_lowercase();
            let mut causes = reader.causes.iter().zip(&self.libraries.cause);
            let fits = |codes: &[u16]| codes.is_empty() || codes.contains(&code);
            let cause =
                causes.find(|(pattern, cause)| fits(&cause.codes) && pattern.is_match(&lower));
            if let Some((_, cause)) = cause.filter(|_| !finding.instead && chosen.is_none()) {
                finding.says.insert(0, cause.says.replace("{code}", &code.to_string()));
                finding.instead = true;
            }
        }
        let time = reader.time.find(&line.text.to_ascii_lowercase()).map(|found| found.range());
        Question {
            asked: line.text.to_owned(),
            code: finding.code,
            table: chosen.as_ref().map(|chosen| chosen.table.clone()),
            chosen_by: chosen.map(|chosen| chosen.by),
            origin: Origin::Log,
            line: None,
            time: time.map(|at| line.text[at].trim().to_owned()),
            finding,
        }
    }

    /// The answer to a question.
    pub(super) fn answer<'a>(&'a self, question: &'a Question) -> Answer<'a> {
        let code = question.code;
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
        let status = question.finding.status;
        let status = status.and_then(|status| {
            let has = |(first, last): (u16, u16)| (first..=last).contains(&status);
            self.libraries.status.iter().find(|row| has(row.codes))
        });
        Answer {
            question,
            table,
            entry,
            missing_in,
            elsewhere: code.map_or(Vec::new(), |code| self.elsewhere(code, table)),
            refused: refused.collect(),
            receivers: self.compat.receivers.len(),
            gathered: &self.compat.gathered,
            status,
        }
    }

    /// What known tables say about a code; nothing where one table was asked for, or the line says whose
    /// code it is.
    fn elsewhere<'a>(&'a self, code: u16, shown: &Named) -> Vec<(&'a Named, Entry<'a>)> {
        if self.chosen.is_some() || !shown.is_built_in() {
            return Vec::new();
        }
        self.known.iter().filter_map(|table| Some((table, table.entry(code)?))).collect()
    }
}

impl Reader {
    fn new(libraries: &Libraries) -> Result<Self, regex::Error> {
        let causes = libraries.cause.iter().map(|cause| regex(&cause.pattern));
        Ok(Self {
            engine: Engine::new(libraries)?,
            protocols: Protocols::new(libraries)?,
            causes: causes.collect::<Result<_, _>>()?,
            time: regex(&libraries.time)?,
        })
    }
}
