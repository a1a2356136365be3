//! The front end for tables in TOML: reads a source into a [`Draft`], with the place of everything.

use core::ops::Range;

use ::toml::Spanned;
use ::toml::de::{DeString, DeTable, DeValue};

use crate::check::check;
use crate::model::{Draft, DraftRow, Table};
use crate::nearest::suggestion;
use crate::problem::Problem;

mod fields;
mod head;
mod row;
mod syntax;

use fields::Fields;

/// A place in a TOML source: a range of bytes.
pub type Place = Range<usize>;

/// The keys that may stand at the top of a source.
const TOP: [&str; 3] = ["table", "range", "code"];

/// Reads and checks a table.
///
/// # Errors
///
/// Every mistake in the source, sorted by place: of the TOML, of its keys and values, and of the table
/// as a whole. A row that is not TOML is left out of the rest, so that one slip is one problem.
pub fn read(source: &str) -> Result<Table<Place>, Vec<Problem<Place>>> {
    let (draft, mut problems) = lower(source);
    match draft.map(check) {
        Some(Ok(table)) if problems.is_empty() => return Ok(table),
        Some(Err(more)) => problems.extend(more),
        _ => {}
    }
    problems.sort_by_key(|problem| (problem.at.start, problem.at.end));
    Err(problems)
}

/// Reads a table as it was written, and says what is no TOML, or not of the form of a table.
///
/// There is no draft where so much is amiss that its rules would find fault with what they cannot see.
#[must_use]
pub fn lower(source: &str) -> (Option<Draft<Place>>, Vec<Problem<Place>>) {
    let (document, errors) = DeTable::parse_recoverable(source);
    let document = document.get_ref();
    let mut problems = syntax::problems(source, document, &errors);
    unknown(document, &mut problems);

    let head = head::lower(document, &mut problems);
    let (ranges, codes) = rows(document, &mut problems);
    (Some(Draft { head, ranges, codes }), problems)
}

/// Lowers the rows of both kinds, in the order of the source.
fn rows(
    document: &DeTable<'_>,
    problems: &mut Vec<Problem<Place>>,
) -> (Vec<DraftRow<Place>>, Vec<DraftRow<Place>>) {
    let ranges = array(document, "range", problems);
    let ranges = ranges.iter().map(|fields| row::range(fields, problems)).collect();
    let codes = array(document, "code", problems);
    let codes = codes.iter().map(|fields| row::code(fields, problems)).collect();
    (ranges, codes)
}

/// The tables under `[[key]]`.
fn array<'t, 'i>(
    document: &'t DeTable<'i>,
    key: &'static str,
    problems: &mut Vec<Problem<Place>>,
) -> Vec<Fields<'t, 'i>> {
    let Some((name, value)) = document.get_key_value(key) else { return Vec::new() };
    let of = if key == "range" { "[[range]]" } else { "[[code]]" };
    let mut tables = Vec::new();
    match value.get_ref() {
        DeValue::Array(elements) => {
            for element in elements {
                match element.get_ref() {
                    DeValue::Table(table) => {
                        tables.push(Fields::new(table, element.span(), of));
                    }
                    _ => problems.push(no_rows(key, element.span())),
                }
            }
        }
        DeValue::Table(_) => problems.push(
            Problem::error(value.span(), format!("`[{key}]` is one table, not a list of rows"))
                .label("one pair of brackets")
                .help(format!("write `[[{key}]]`, with two pairs of brackets, above every row")),
        ),
        _ => problems.push(no_rows(key, name.span())),
    }
    tables
}

/// Says that something else stands where rows belong.
fn no_rows(key: &str, at: Place) -> Problem<Place> {
    Problem::error(at, format!("`{key}` holds no rows"))
        .help(format!("write `[[{key}]]` on a line of its own, and the keys of the row below it"))
}

/// Reports what a table has no place for.
fn unknown(document: &DeTable<'_>, problems: &mut Vec<Problem<Place>>) {
    for (key, _) in document {
        if !TOP.contains(&key.get_ref().as_ref()) {
            problems.push(
                Problem::error(key.span(), format!("unknown key `{}`", key.get_ref()))
                    .help(suggestion(key.get_ref(), &TOP)),
            );
        }
    }
}

/// A key and its value.
type Field<'t, 'i> = (&'t Spanned<DeString<'i>>, &'t Spanned<DeValue<'i>>);
