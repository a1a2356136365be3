//! The front end for tables in TOML: reads a source into a [`Draft`], with the place of everything.

use ::toml::Spanned;
use ::toml::de::{DeString, DeTable, DeValue};

use crate::check::check;
use crate::model::{Draft, DraftRow, Span, Table};
use crate::nearest::suggestion;
use crate::problem::Problem;

mod fields;
mod head;
mod outline;
mod row;
mod syntax;

use fields::Fields;
use syntax::Damage;

/// The keys that may stand at the top of a source.
const TOP: [&str; 3] = ["table", "range", "code"];

/// Reads and checks a table.
///
/// # Errors
///
/// Every mistake in the source, sorted by place: of the TOML, of its keys and values, and of the table
/// as a whole. A row that is not TOML is left out of the rest, so that one slip is one problem.
pub fn read(source: &str) -> Result<Table, Vec<Problem>> {
    let (draft, mut problems) = lower(source);
    match draft.as_ref().map(check) {
        Some(Ok(mut table)) if problems.is_empty() => {
            number_lines(&mut table, source);
            return Ok(table);
        }
        Some(Err(more)) => problems.extend(more),
        _ => {}
    }
    problems.sort_by_key(|problem| (problem.at.start, problem.at.end));
    Err(problems)
}

/// Says on which line each row is.
fn number_lines(table: &mut Table, source: &str) {
    let ends: Vec<_> = source.match_indices('\n').map(|(at, _)| at).collect();
    for row in &mut table.rows {
        row.line = Some(ends.partition_point(|end| *end < row.at.start) + 1);
    }
}

/// Reads a table as it was written, and says what is no TOML, or not of the form of a table.
///
/// A `[[code]]` with a slip in its TOML is left out of the draft. There is no draft where more than that
/// is hurt, since rules about the whole would then find fault with what they cannot see.
#[must_use]
pub fn lower(source: &str) -> (Option<Draft>, Vec<Problem>) {
    let (document, errors) = DeTable::parse_recoverable(source);
    let document = document.get_ref();
    let Damage { mut problems, headers, only_codes } = syntax::damage(source, document, &errors);
    unknown(document, &mut problems);

    let hurt = |at: Span| headers.contains(&at.start);
    let head = head::lower(document, &hurt, only_codes, &mut problems);
    let before = problems.len();
    let ranges = array(document, "range", &mut problems);
    let codes = array(document, "code", &mut problems);
    let are_rows = problems.len() == before;
    let ranges = rows(&ranges, &hurt, row::range, &mut problems);
    let codes = rows(&codes, &hurt, row::code, &mut problems);

    // What was taken for the consequence of another slip, but is the only one.
    if let (true, Some(error)) = (problems.is_empty(), errors.first()) {
        problems.push(syntax::verbatim(source, error));
    }
    let some = !ranges.is_empty() || !codes.is_empty();
    let checkable = are_rows && (errors.is_empty() || (only_codes && some));
    let draft = head.filter(|_| checkable).map(|head| Draft { head, ranges, codes });
    (draft, problems)
}

/// Lowers the rows that are not hurt.
fn rows(
    all: &[Fields<'_, '_>],
    hurt: &dyn Fn(Span) -> bool,
    lower: fn(&Fields<'_, '_>, &mut Vec<Problem>) -> DraftRow,
    problems: &mut Vec<Problem>,
) -> Vec<DraftRow> {
    all.iter().filter(|fields| !hurt(fields.at)).map(|fields| lower(fields, problems)).collect()
}

/// The tables under `[[key]]`.
fn array<'t, 'i>(
    document: &'t DeTable<'i>,
    key: &'static str,
    problems: &mut Vec<Problem>,
) -> Vec<Fields<'t, 'i>> {
    let Some((name, value)) = document.get_key_value(key) else { return Vec::new() };
    let of = if key == "range" { "[[range]]" } else { "[[code]]" };
    let mut tables = Vec::new();
    match value.get_ref() {
        DeValue::Array(elements) => {
            for element in elements {
                if let DeValue::Table(table) = element.get_ref() {
                    tables.push(Fields::new(table, element.span().into(), of));
                }
            }
            if tables.len() < elements.len() {
                problems.push(no_rows(key, name.span().into()));
            }
        }
        DeValue::Table(_) => problems.push(
            Problem::error(value.span().into(), format!("`[{key}]` has one pair of brackets"))
                .help(format!("begin every row with two: `[[{key}]]`")),
        ),
        _ => problems.push(no_rows(key, name.span().into())),
    }
    tables
}

/// Says that something else stands where rows belong.
fn no_rows(key: &str, at: Span) -> Problem {
    Problem::error(at, format!("`{key}` holds no rows"))
        .help(format!("write `[[{key}]]` on a line of its own, and the keys of the row below it"))
}

/// Reports what a source has no place for.
fn unknown(document: &DeTable<'_>, problems: &mut Vec<Problem>) {
    for (key, _) in document {
        let name = key.get_ref().as_ref();
        let of_head = head::KEYS.contains(&name);
        // Without a [table], what belongs to it is reported there. TOML knows no empty key.
        if name.is_empty() || TOP.contains(&name) || (of_head && !document.contains_key("table")) {
            continue;
        }
        let problem = Problem::error(key.span().into(), format!("unknown key `{name}`"));
        problems.push(if of_head {
            problem.help("move it below [table]")
        } else {
            problem.help(suggestion(name, &TOP))
        });
    }
}

/// A key and its value.
type Field<'t, 'i> = (&'t Spanned<DeString<'i>>, &'t Spanned<DeValue<'i>>);
