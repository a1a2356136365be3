//! Brings a table up to date: edits its text until it no longer differs from the registry.

use std::collections::{HashMap, HashSet};

use close_code_codegen::model::{Flags, Row, Table};
use close_code_codegen::naming;
use close_code_codegen::registered;
use close_code_codegen::toml;

use super::compare::{Difference, UNASSIGNED, compare};
use super::document::{Document, Piece};
use super::registry::{Record, Registry};
use super::source;

/// What is written next to a flag that the registry does not have.
const ASSUMED: &str = " # assumed: the registry does not say";

/// The words of the longest meaning that still makes a name; beyond that it is a sentence.
const WORDS_OF_A_NAME: usize = 4;

/// The edited source, and the differences that are left for a person.
///
/// # Errors
///
/// Says why the table cannot be edited, or why it would not be valid afterwards.
pub(super) fn apply(text: &str, registry: &Registry) -> Result<(String, Vec<Difference>), String> {
    let mut document = Document::parse(text)?;
    let mut before = None;
    let left = loop {
        let table = read(&document)?;
        let differences = compare(&table, registry);
        // What made no difference is not tried again.
        if differences.is_empty() || before.as_ref() == Some(&differences) {
            break differences;
        }
        // Splits come first, since the other differences of a row are about its pieces then.
        let is_split = |difference: &Difference| matches!(difference, Difference::Split { .. });
        let only_splits = differences.iter().any(is_split);
        let rows = Rows::new(&table);
        for difference in differences.iter().filter(|one| !only_splits || is_split(one)) {
            one(&mut document, &rows, registry, difference)?;
        }
        document.place_new()?;
        before = Some(differences);
    };
    if let (Some(date), true) = (&registry.date, left.is_empty()) {
        document.set_as_of(date)?;
        read(&document)?;
    }
    Ok((document.text(), left))
}

/// The table that the text now is.
fn read(document: &Document) -> Result<Table, String> {
    toml::read(&document.unix()).map_err(|problems| {
        let first = problems.first().map_or("it is not valid", |problem| &problem.message);
        format!("with the registry's changes the table would not be valid, so nothing was written: {first}")
    })
}

/// The rows of a table, to look up.
struct Rows<'a> {
    /// In their order.
    all: &'a [Row],
    /// By their codes. A code comes after a range of that code alone.
    by_codes: HashMap<(u16, u16), &'a Row>,
    /// What their constants are called.
    constants: HashSet<&'a str>,
}

impl<'a> Rows<'a> {
    fn new(table: &'a Table) -> Self {
        let all = table.rows();
        Self {
            all,
            by_codes: all.iter().filter_map(|row| Some((row.span()?, row))).collect(),
            constants: all.iter().map(|row| row.constant.as_str()).collect(),
        }
    }
}

fn one(
    document: &mut Document,
    rows: &Rows<'_>,
    registry: &Registry,
    difference: &Difference,
) -> Result<(), String> {
    match difference {
        Difference::Assigned(record) => {
            assign(document, rows, record);
            Ok(())
        }
        Difference::Renamed { first, last, to, .. } => rename(document, rows, (*first, *last), to),
        Difference::Reference { first, last, missing, gone } => {
            let row = rows.by_codes.get(&(*first, *last));
            let own = row.map(|row| row.reference()).unwrap_or_default();
            let own: Vec<_> = own.into_iter().map(str::to_owned).collect();
            let (texts, added) = source::updated(&own, missing, gone);
            document.set_reference(*first, *last, &texts, &added)
        }
        Difference::Split { first, last, at } => split(document, rows, (*first, *last), at),
        Difference::Gone { code, .. } => {
            let since =
                registry.date.as_deref().map(|date| format!(" of {date}")).unwrap_or_default();
            let note = format!("removed from the IANA registry{since}");
            document.set(*code, *code, "deprecated", &note)
        }
    }
}

/// Adds a row for a code. Its description is for a person to write.
fn assign(document: &mut Document, rows: &Rows<'_>, record: &Record) {
    let code = record.first;
    let mut texts = vec![("name", name(rows, record)), ("meaning", record.meaning.clone())];
    if is_sentence(&record.meaning) {
        texts.push(("label", format!("Code {code}")));
    }
    let since = record.since.as_deref();
    document.add_code(code, &texts, &flags(rows, code), &record.reference, since);
}

/// The flags that a new row has to set: those of the built-in table, if it has the code. Any other code was
/// registered in order to be sent, though the registry does not say so.
fn flags(rows: &Rows<'_>, code: u16) -> Vec<(&'static str, bool, &'static str)> {
    let range = rows.all.iter().find(|row| {
        row.single().is_none()
            && row.span().is_some_and(|(first, last)| first <= code && code <= last)
    });
    let inherited = range.and_then(|row| row.flags);
    let known = registered::registry().and_then(|registry| registry.single(code)?.flags);
    let Some(known) = known else {
        let is_sent = inherited.is_some_and(|flags| flags.wire);
        let mut set = if is_sent { Vec::new() } else { vec![("wire", true, ASSUMED)] };
        // Outside of these, a row without a range around it has to set both.
        if inherited.is_none() && !(3000..=4999).contains(&code) {
            set.push(("script", false, ""));
        }
        return set;
    };
    let default = Flags { wire: true, local: false, script: true };
    let default = inherited.or((code >= 3000).then_some(default));
    let all =
        |flags: Flags| [("wire", flags.wire), ("local", flags.local), ("script", flags.script)];
    let set = all(known)
        .into_iter()
        .filter(|flag| default.is_none_or(|flags| !all(flags).contains(flag)));
    set.map(|(key, value)| (key, value, "")).collect()
}

/// The name of a new row: the registry's, if it is a valid name that no other row has.
fn name(rows: &Rows<'_>, record: &Record) -> String {
    let fallback = format!("Code{}", record.first);
    let is_free = |name: &String| {
        naming::is_variant(name)
            && !naming::is_keyword(name)
            && !rows.constants.contains(naming::constant(name).as_str())
    };
    if is_sentence(&record.meaning) {
        return fallback;
    }
    naming::variant(&record.meaning).filter(is_free).unwrap_or(fallback)
}

fn is_sentence(meaning: &str) -> bool {
    meaning.split_whitespace().count() > WORDS_OF_A_NAME
}

/// Gives a row the registry's meaning. Its name stays, for programs use it.
fn rename(
    document: &mut Document,
    rows: &Rows<'_>,
    (first, last): (u16, u16),
    meaning: &str,
) -> Result<(), String> {
    let row = rows.by_codes.get(&(first, last));
    if let Some(row) = row.filter(|row| is_sentence(meaning) && row.label == row.meaning) {
        document.set(first, last, "label", &row.label)?;
    }
    document.set(first, last, "meaning", meaning)
}

/// Cuts a range into pieces. The first keeps the name; the others get one with their first code in it.
fn split(
    document: &mut Document,
    rows: &Rows<'_>,
    (first, last): (u16, u16),
    at: &[u16],
) -> Result<(), String> {
    let row =
        rows.all.iter().find(|row| row.single().is_none() && row.span() == Some((first, last)));
    let Some(row) = row else { return Ok(()) };
    let ends = at.iter().skip(1).map(|next| next - 1).chain([last]);
    let pieces: Vec<Piece> = at
        .iter()
        .zip(ends)
        .map(|(&begin, end)| Piece {
            first: begin,
            last: end,
            name: format!("{}{begin}", row.name),
            class: row.class.clone(),
            meaning: if row.meaning.eq_ignore_ascii_case(UNASSIGNED) {
                UNASSIGNED.to_owned()
            } else {
                row.meaning.clone()
            },
        })
        .collect();
    let until = at.first().map_or(last, |next| next - 1);
    document.split(first, last, until, &pieces)
}
