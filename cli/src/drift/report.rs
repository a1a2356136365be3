//! The differences, for people and for programs.

use core::fmt::Write as _;
use serde::Serialize;

use super::compare::Difference;
use crate::paint::{self, painted};
use crate::text::visible;

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
        let date = self.registry_date.map(|date| format!(" of {date}")).unwrap_or_default();
        let (registry, table) = (self.registry, self.table);
        if self.differences.is_empty() {
            let written = if self.left.is_some() { written(self) } else { String::new() };
            return format!("{table} has everything that {registry}{date} has\n{written}");
        }
        let mut text = format!("{table} differs from {registry}{date}:\n\n");
        for difference in self.differences {
            text.push_str(&line(difference));
        }
        match self.left {
            None => {
                let _ = writeln!(text, "\n`{}` brings it up to date", self.repair);
            }
            Some(left) => {
                text.push('\n');
                text.push_str(&written(self));
                for difference in left {
                    text.push_str(&line(difference));
                }
            }
        }
        text
    }
}

fn written(report: &Report<'_>) -> String {
    let table = report.table;
    if report.left.is_some_and(|left| !left.is_empty()) {
        return format!("{table} is written, but for what is yours to decide:\n\n");
    }
    let assigned =
        report.differences.iter().any(|difference| matches!(difference, Difference::Assigned(_)));
    let next = if assigned {
        format!("; `close-code check {table}` tells what is yours to write")
    } else {
        String::new()
    };
    format!("{table} is up to date{next}\n")
}

fn line(difference: &Difference) -> String {
    let entry = entry(difference);
    let codes = match entry.codes {
        (first, last) if first == last => first.to_string(),
        (first, last) => format!("{first}-{last}"),
    };
    let what = match difference {
        Difference::Assigned(record) => quoted(&record.meaning),
        Difference::Renamed { from, to, .. } => format!("{} is now {}", quoted(from), quoted(to)),
        Difference::Reference { missing, .. } => {
            let missing: Vec<_> = missing.iter().map(|reference| visible(reference)).collect();
            missing.join(", ")
        }
        Difference::Split { at, .. } => {
            let at: Vec<_> = at.iter().map(u16::to_string).collect();
            format!("new ranges begin at {}", at.join(", "))
        }
        Difference::Gone { meaning, .. } => format!("{} is no longer registered", quoted(meaning)),
    };
    format!("  {}  {codes:9}  {what}\n", painted(paint::LABEL, &format!("{:9}", entry.kind)))
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
        Difference::Reference { first, last, missing } => {
            Entry { reference: missing, ..entry("reference", (*first, *last)) }
        }
        Difference::Split { first, last, at } => {
            Entry { split_at: at, ..entry("split", (*first, *last)) }
        }
        Difference::Gone { code, meaning } => {
            Entry { table: Some(meaning), ..entry("gone", (*code, *code)) }
        }
    }
}
