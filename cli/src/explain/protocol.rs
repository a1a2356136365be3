//! Which protocol a code is of: by the reason, by words of the line, or by words near it.

use close_code_codegen::naming::letters;
use close_code_emitters::libraries::Libraries;
use regex::Regex;

use super::engine::regex;
use super::line::{Finding, Line, is_apart};
use crate::tables::Named;

/// The words of protocols, compiled.
#[derive(Debug)]
pub(super) struct Protocols {
    rows: Vec<Row>,
}

#[derive(Debug)]
struct Row {
    table: String,
    words: Option<Regex>,
    reason: Option<Regex>,
    codes: Vec<u16>,
    over: Option<String>,
}

/// A protocol that was chosen.
#[derive(Clone, Debug, Eq, PartialEq)]
pub(super) struct Chosen {
    /// The name of its table.
    pub(super) table: String,
    /// By what: "`discord.errors` in the line".
    pub(super) by: String,
}

impl Protocols {
    /// Compiles the words.
    pub(super) fn new(libraries: &Libraries) -> Result<Self, regex::Error> {
        let rows = libraries.protocol.iter().map(|protocol| {
            Ok(Row {
                table: protocol.table.clone(),
                words: protocol.words.as_deref().map(regex).transpose()?,
                reason: protocol.reason.as_deref().map(regex).transpose()?,
                codes: protocol.codes.clone(),
                over: protocol.over.clone(),
            })
        });
        Ok(Self { rows: rows.collect::<Result<_, _>>()? })
    }

    /// The protocol of a finding, if the line says which. Only one whose table has the code counts.
    pub(super) fn choose(
        &self,
        finding: &Finding,
        line: Line<'_>,
        tables: &[Named],
    ) -> Option<Chosen> {
        let code = finding.code?;
        let tables: Vec<_> = tables.iter().filter(|table| table.has(code)).collect();
        let has = |name: &str| tables.iter().any(|table| table.name == name);
        let chosen = |table: &str, by: String| Some(Chosen { table: table.to_owned(), by });
        if let Some(table) = finding.table.as_deref().filter(|table| has(table)) {
            let by = finding.library.as_deref().map_or("the text", |library| library);
            return chosen(table, format!("the text, which is that of {by}"));
        }
        if let Some(table) =
            finding.reason.as_deref().and_then(|reason| self.by_reason(code, reason, &tables))
        {
            return chosen(table, "the reason".to_owned());
        }
        let rows = || self.rows.iter().filter(|row| has(&row.table));
        // In a log, a table's name of one word could be any word.
        let named = || {
            let lower = line.text.to_ascii_lowercase();
            let mut meant = tables.iter().filter(|table| line.asked || table.name.contains('-'));
            meant.find_map(|table| Some((&*table.name, named(&table.name, line.text, &lower)?)))
        };
        if let Some((table, word)) = rows()
            .find_map(|row| Some((&*row.table, word(row.words.as_ref()?, line.text)?)))
            .or_else(named)
        {
            let nearer = rows().filter(|row| row.over.as_deref() == Some(table)).find_map(|row| {
                let word = near(row, line)?;
                chosen(&row.table, format!("`{word}` near the line"))
            });
            return nearer.or_else(|| chosen(table, format!("`{word}` in the line")));
        }
        rows().find_map(|row| chosen(&row.table, format!("`{}` near the line", near(row, line)?)))
    }

    /// The table that has a reason: by the data, or because its row of the code is called so and no other
    /// table's is.
    fn by_reason<'a>(&'a self, code: u16, reason: &str, tables: &[&'a Named]) -> Option<&'a str> {
        let lower = reason.trim().to_ascii_lowercase();
        let rows =
            self.rows.iter().filter(|row| tables.iter().any(|table| table.name == row.table));
        let rows = rows.filter(|row| row.codes.is_empty() || row.codes.contains(&code));
        let mut rows =
            rows.filter(|row| row.reason.as_ref().is_some_and(|reason| reason.is_match(&lower)));
        if let Some(row) = rows.next() {
            return Some(&row.table);
        }
        let reason = letters(reason);
        let is_called = |table: &&&Named| {
            let row = table.entry(code).filter(|entry| entry.is_single() && reason.len() > 3);
            row.is_some_and(|entry| {
                [&entry.row.label, &entry.row.meaning, &entry.row.name]
                    .into_iter()
                    .any(|name| letters(name) == reason)
            })
        };
        let called: Vec<&str> = tables.iter().filter(is_called).map(|table| &*table.name).collect();
        let is_special = |name: &str| {
            let of_row = self.rows.iter().find(|row| row.table == name);
            of_row.is_some_and(|row| row.over.as_deref().is_some_and(|over| called.contains(&over)))
        };
        let mut general = called.iter().filter(|name| !is_special(name));
        let first = general.next()?;
        general.next().is_none().then_some(*first)
    }
}

/// The word by which a line near names a protocol.
fn near(row: &Row, line: Line<'_>) -> Option<String> {
    let words = row.words.as_ref()?;
    line.near.lines().iter().find_map(|line| word(words, line))
}

/// The first match in a text that is not part of a longer word.
fn word(words: &Regex, text: &str) -> Option<String> {
    let lower = text.to_ascii_lowercase();
    let mut found = words.find_iter(&lower).map(|found| found.range());
    found.find(|at| !at.is_empty() && is_apart(text, at)).map(|at| text[at].to_owned())
}

/// The name of a table in a text, with hyphens or with spaces.
fn named(name: &str, text: &str, lower: &str) -> Option<String> {
    let names = [name.to_owned(), name.replace('-', " ")];
    names.iter().filter(|name| name.len() > 2).find_map(|name| {
        let mut found = lower.match_indices(name).map(|(at, name)| at..at + name.len());
        found.find(|at| is_apart(text, at)).map(|at| text[at].to_owned())
    })
}
