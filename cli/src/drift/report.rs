//! The differences, for people and for programs.

use core::fmt::Write as _;
use serde::Serialize;

use super::compare::Difference;
use crate::paint::{self, painted};
use crate::text::{visible, wrap};

/// What was compared, and what came of it.
#[derive(Debug)]
pub(super) struct Report<'a> {
    /// The registry's file.
    pub(super) registry: &'a str,
    /// Its date.
    pub(super) registry_date: Option<&'a str>,
    /// The table's file.
    pub(super) table: &'a str,
    /// The date of the registry that the table was last compared with.
    pub(super) as_of: Option<&'a str>,
    /// The differences.
    pub(super) differences: &'a [Difference],
    /// The command that brings the table up to date.
    pub(super) repair: &'a str,
    /// How wide the text may get.
    pub(super) columns: usize,
    /// Where the table was written: the differences that are left.
    pub(super) left: Option<&'a [Difference]>,
}

/// A report for programs.
#[derive(Debug, Serialize)]
pub(super) struct Object<'a> {
    version: u32,
    registry: &'a str,
    registry_date: Option<&'a str>,
    table: &'a str,
    as_of: Option<&'a str>,
    written: bool,
    drift: Vec<Entry<'a>>,
    left: Vec<Entry<'a>>,
}

#[derive(Debug, Serialize)]
struct Entry<'a> {
    kind: &'static str,
    codes: (u16, u16),
    #[serde(skip_serializing_if = "Option::is_none")]
    table: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    registry: Option<&'a str>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    reference: &'a [String],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    reference_gone: &'a [String],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    split_at: &'a [u16],
}

impl Report<'_> {
    /// The report for programs.
    pub(super) fn object(&self) -> Object<'_> {
        Object {
            version: 1,
            registry: self.registry,
            registry_date: self.registry_date,
            table: self.table,
            as_of: self.as_of,
            written: self.left.is_some(),
            drift: self.differences.iter().map(entry).collect(),
            left: self.left.unwrap_or_default().iter().map(entry).collect(),
        }
    }

    /// The report for people.
    pub(super) fn text(&self) -> String {
        let (registry, table) = (self.registry, self.table);
        let date = self.registry_date.map(|date| format!(" of {date}")).unwrap_or_default();
        let age = self.age();
        if self.differences.is_empty() {
            let written = if self.left.is_some() { written(self) } else { String::new() };
            return format!("{table} matches {registry}{date}\n{age}{written}");
        }
        let mut text = format!("{table} differs from {registry}{date}:\n{age}\n");
        for difference in self.differences {
            text.push_str(&lines(difference, self.columns));
        }
        match self.left {
            None => {
                let _ = writeln!(text, "\n`{}` brings it up to date", self.repair);
            }
            Some(left) => {
                text.push('\n');
                text.push_str(&written(self));
                for difference in left {
                    text.push_str(&lines(difference, self.columns));
                }
            }
        }
        text
    }
}

impl Report<'_> {
    /// Whether the registry's file is newer than the one that the table was last compared with. One that is
    /// older does not come this far.
    fn age(&self) -> String {
        let (Some(as_of), registry) = (self.as_of, self.registry) else { return String::new() };
        let age = match self.registry_date {
            Some(date) if date == as_of => return String::new(),
            Some(_) => format!("(the table was last compared with the registry of {as_of})"),
            None => format!(
                "({registry} contains no date, and might be older than the registry of {as_of}, which the \
                 table was last compared with)"
            ),
        };
        wrap(&age, self.columns).join("\n") + "\n"
    }
}

fn written(report: &Report<'_>) -> String {
    let table = report.table;
    if report.left.is_some_and(|left| !left.is_empty()) {
        return format!("{table} is written; you must decide about:\n\n");
    }
    let assigned =
        report.differences.iter().any(|difference| matches!(difference, Difference::Assigned(_)));
    let next = if assigned {
        format!("; `close-code check {table}` lists the descriptions that you still have to write")
    } else {
        String::new()
    };
    format!("{table} is up to date{next}\n")
}

/// A difference: its kind, its codes, and what it is.
fn lines(difference: &Difference, columns: usize) -> String {
    let head = Head::new(&entry(difference), columns);
    let what = match difference {
        Difference::Assigned(record) => quoted(&record.meaning),
        Difference::Renamed { from, to, .. } => format!("{} is now {}", quoted(from), quoted(to)),
        Difference::Reference { missing, gone, .. } => {
            let new = missing.iter().map(|reference| format!("+ {}", visible(reference)));
            let old = gone.iter().map(|reference| format!("- {}", visible(reference)));
            return join(&head, &new.chain(old).collect::<Vec<_>>());
        }
        Difference::Split { at, .. } => {
            let at: Vec<_> = at.iter().map(u16::to_string).collect();
            format!("new ranges begin at {}", at.join(", "))
        }
        Difference::Gone { meaning, .. } => format!("{} is no longer registered", quoted(meaning)),
    };
    join(&head, &wrap(&what, columns - head.indent))
}

/// What a difference begins with, and how far its lines are set in.
struct Head {
    text: String,
    indent: usize,
}

impl Head {
    fn new(entry: &Entry<'_>, columns: usize) -> Self {
        const NARROW: usize = 60;
        let codes = match entry.codes {
            (first, last) if first == last => first.to_string(),
            (first, last) => format!("{first}-{last}"),
        };
        let kind = painted(paint::LABEL, &format!("{:9}", entry.kind));
        if columns < NARROW {
            return Self { text: format!("  {kind}  {codes}\n    "), indent: 4 };
        }
        Self { text: format!("  {kind}  {codes:9}  "), indent: 24 }
    }
}

/// Lines next to a head, or below it.
fn join(head: &Head, lines: &[String]) -> String {
    let gap = format!("\n{}", " ".repeat(head.indent));
    format!("{}{}\n", head.text, lines.join(&gap))
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", visible(text))
}

fn entry(difference: &Difference) -> Entry<'_> {
    let entry = |kind, codes| Entry {
        kind,
        codes,
        table: None,
        registry: None,
        reference: &[],
        reference_gone: &[],
        split_at: &[],
    };
    match difference {
        Difference::Assigned(record) => Entry {
            registry: Some(&record.meaning),
            reference: &record.reference,
            ..entry("assigned", (record.first, record.last))
        },
        Difference::Renamed { first, last, from, to } => {
            Entry { table: Some(from), registry: Some(to), ..entry("renamed", (*first, *last)) }
        }
        Difference::Reference { first, last, missing, gone } => Entry {
            reference: missing,
            reference_gone: gone,
            ..entry("reference", (*first, *last))
        },
        Difference::Split { first, last, at } => {
            Entry { split_at: at, ..entry("split", (*first, *last)) }
        }
        Difference::Gone { code, meaning } => {
            Entry { table: Some(meaning), ..entry("gone", (*code, *code)) }
        }
    }
}
