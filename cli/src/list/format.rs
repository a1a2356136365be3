//! Rows for people, for documents, for spreadsheets and for programs.

use core::fmt::Write as _;
use std::borrow::Cow;
use std::io;

use close_code_codegen::model::Reconnect;
use close_code_emitters::docs::words;
use close_code_emitters::markdown;
use serde::Serialize;

use super::grid::{self, Row};
use crate::failure::Failure;
use crate::output;
use crate::text::visible;

/// Output format of rows.
#[derive(Clone, Copy, Debug, Eq, PartialEq, clap::ValueEnum)]
pub(super) enum Format {
    /// Columns, for people
    Text,
    /// A table in Markdown
    Markdown,
    /// Comma-separated values, with a header
    Csv,
    /// A list of objects
    Json,
}

impl Format {
    /// Prints the list. `several`: whether rows have to say which table they are from.
    pub(super) fn print(self, rows: &[Row<'_>], several: bool) -> Result<(), Failure> {
        match self {
            Self::Text => output::print(&grid::text(rows, several, output::columns())),
            Self::Markdown => output::print(&in_markdown(rows, several)),
            Self::Csv => output::print(&csv(rows)?),
            Self::Json => {
                let records = rows.iter().map(|row| Record::new(row, Cow::Borrowed));
                output::json(&records.collect::<Vec<_>>())
            }
        }
    }
}

/// A row as programs read it.
#[derive(Serialize)]
struct Record<'a> {
    table: Cow<'a, str>,
    first: u16,
    last: u16,
    name: Cow<'a, str>,
    class: Option<Cow<'a, str>>,
    meaning: Cow<'a, str>,
    label: Cow<'a, str>,
    wire: bool,
    local: bool,
    script: bool,
    sender: &'static str,
    reconnect: &'static str,
    min_seconds: Option<u32>,
    max_seconds: Option<u32>,
    description: Cow<'a, str>,
}

impl<'a> Record<'a> {
    /// `text` is what becomes of each text of the author's.
    fn new(row: &Row<'a>, text: impl Fn(&'a str) -> Cow<'a, str>) -> Self {
        let (entry, of) = (&row.entry, row.entry.row);
        let delay = match of.reconnect {
            Reconnect::After { min, max } => Some((min, max)),
            _ => None,
        };
        Self {
            table: text(&row.table.name),
            first: entry.first,
            last: entry.last,
            name: text(&of.name),
            class: of.class.as_deref().map(&text),
            meaning: text(&of.meaning),
            label: text(&of.label),
            wire: entry.flags.wire,
            local: entry.flags.local,
            script: entry.flags.script,
            sender: words::sender_key(entry),
            reconnect: of.reconnect.word(),
            min_seconds: delay.map(|(min, _)| min),
            max_seconds: delay.map(|(_, max)| max),
            description: text(of.description()),
        }
    }
}

fn csv(rows: &[Row<'_>]) -> io::Result<String> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in rows {
        writer.serialize(Record::new(row, cell))?;
    }
    let bytes = writer.into_inner().map_err(|error| io::Error::other(error.to_string()))?;
    String::from_utf8(bytes).map_err(io::Error::other)
}

/// A text that no spreadsheet reads as a formula (OWASP, "CSV Injection"): neither at its start, nor where a
/// reader begins a cell that separates cells at semicolons or tabs, for which quotes in a line are letters.
fn cell(text: &str) -> Cow<'_, str> {
    const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
    const SEPARATORS: [char; 4] = [';', '\t', '\r', '\n'];
    let mut cell = String::new();
    for part in text.split_inclusive(SEPARATORS) {
        let is_formula = part.trim_start_matches('"').starts_with(FORMULA);
        let is_start = cell.is_empty() && part.starts_with(SEPARATORS);
        cell.extend([if is_formula || is_start { "'" } else { "" }, part]);
    }
    cell.into()
}

fn in_markdown(rows: &[Row<'_>], several: bool) -> String {
    let mut heads =
        vec!["code", "name", "meaning", "on the wire", "local", "script", "sent by", "reconnect"];
    if several {
        heads.insert(0, "table");
    }
    let mut text = format!("| {} |\n|{}\n", heads.join(" | "), "---|".repeat(heads.len()));
    for row in rows {
        let (entry, of) = (&row.entry, row.entry.row);
        let mut cells = vec![
            entry.codes(),
            format!("`{}`", of.name),
            markdown::text(&visible(&of.label)),
            words::yes(entry.flags.wire).to_owned(),
            words::yes(entry.flags.local).to_owned(),
            words::yes(entry.flags.script).to_owned(),
            words::sender(entry).to_owned(),
            words::reconnect(of.reconnect).unwrap_or_default(),
        ];
        if several {
            cells.insert(0, markdown::text(&row.table.name));
        }
        let _ = writeln!(text, "| {} |", cells.join(" | "));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn a_cell_is_never_a_formula() {
        for text in ["=1+1", "+1", "-1", "@SUM(A1)", "＝1", "＋1", "－1", "＠1", "\"=1\""] {
            assert_eq!(cell(text), format!("'{text}"));
            for before in ["a;", "a\t", "a\n", "a;b;", "'\t"] {
                assert_eq!(cell(&format!("{before}{text}")), format!("{before}'{text}"));
            }
        }
        assert_eq!(cell("\ta"), "'\ta");
        for text in ["", "a=1", "'=1", "1000", "a; b", "a;b", "a\nb"] {
            assert_eq!(cell(text), text);
        }
    }
}
