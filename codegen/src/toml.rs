//! The front end for tables in TOML: reads a source into a [`Draft`], with the place of everything.

use ::toml::Spanned;
use ::toml::de::{DeString, DeTable, DeValue};

use crate::check::{check, check_against};
use crate::invisible::is_bidirectional;
use crate::model::{Draft, Span, Table};
use crate::nearest::suggestion;
use crate::problem::Problem;

mod fields;
mod head;
mod lines;
mod row;
mod syntax;

use fields::Fields;
use syntax::SyntaxErrors;

/// The keys that may stand at the top of a source.
const TOP: [&str; 3] = ["table", "range", "code"];

/// Reads and checks a table.
///
/// # Errors
///
/// Every mistake in the source, sorted by place: of the TOML, of its keys and values, and of the table
/// as a whole. A row that is not TOML is left out of the rest, so that one slip is one problem.
pub fn read(source: &str) -> Result<Table, Vec<Problem>> {
    read_with(source, check)
}

/// The same for the built-in table, which is compared with nothing.
pub(crate) fn read_built_in(source: &str) -> Result<Table, Vec<Problem>> {
    read_with(source, |draft| check_against(draft, None))
}

fn read_with(
    source: &str,
    check: fn(&Draft) -> Result<Table, Vec<Problem>>,
) -> Result<Table, Vec<Problem>> {
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

/// Reads a table as it was written, and says what is not TOML, or not of the form of a table.
///
/// A `[[code]]` with a TOML error is left out of the draft. There is no draft if more than that
/// is hurt, since rules about the whole would then find fault with what they cannot see.
#[must_use]
pub fn lower(source: &str) -> (Option<Draft>, Vec<Problem>) {
    let (document, errors) = DeTable::parse_recoverable(source);
    if errors.is_empty() {
        return lower_document(source, document.get_ref(), Vec::new(), true);
    }
    let SyntaxErrors { mut problems, rest, mut only_codes } = SyntaxErrors::find(source);
    let (document, errors) = DeTable::parse_recoverable(&rest);
    // What is wrong between sections, such as a header that is there twice.
    only_codes &= errors.is_empty();
    problems.extend(errors.iter().map(|error| syntax::verbatim(&rest, error)));
    lower_document(source, document.get_ref(), problems, only_codes)
}

/// Lowers what could be parsed. All but single codes is there if it is `whole`.
fn lower_document(
    source: &str,
    document: &DeTable<'_>,
    mut problems: Vec<Problem>,
    whole: bool,
) -> (Option<Draft>, Vec<Problem>) {
    let is_toml = problems.is_empty();
    let are_known = unknown(document, &mut problems);
    bidirectional_comments(source, &mut problems);
    let head = head::lower(document, whole, &mut problems);
    let before = problems.len();
    let ranges = array(document, "range", &mut problems);
    let codes = array(document, "code", &mut problems);
    let are_rows = are_known && problems.len() == before;
    let ranges: Vec<_> = ranges.iter().map(|row| row::range(row, &mut problems)).collect();
    let codes: Vec<_> = codes.iter().map(|row| row::code(row, &mut problems)).collect();
    let some = !ranges.is_empty() || !codes.is_empty();
    let checkable = are_rows && (is_toml || (whole && some));
    let mut draft = head.filter(|_| checkable).map(|head| Draft { head, ranges, codes });
    let table = document.get("table").and_then(|table| table.get_ref().as_table());
    if let Some(draft) =
        draft.as_mut().filter(|_| table.is_some_and(|table| !table.contains_key("span")))
    {
        head::needs_span(draft, &mut problems);
    }
    (draft, problems)
}

/// Reports comments that show another order than the one in which they are read. A text is looked at with
/// its row.
fn bidirectional_comments(source: &str, problems: &mut Vec<Problem>) {
    if !source.contains(is_bidirectional) {
        return;
    }
    for comment in lines::scan(source).comments {
        let text = &source[comment.range()];
        let Some((at, mark)) = text.char_indices().find(|(_, c)| is_bidirectional(*c)) else {
            continue;
        };
        let (start, number) = (comment.start + at, u32::from(mark));
        problems.push(
            Problem::error(
                Span::new(start, start + mark.len_utf8()),
                format!("U+{number:04X} in a comment changes the direction of the text around it"),
            )
            .help("take it out, since it can make a source look like another"),
        );
    }
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
        DeValue::Table(_) => problems.push(syntax::one_pair(key, value.span().into())),
        _ => problems.push(no_rows(key, name.span().into())),
    }
    tables
}

/// Says that something else stands where rows belong.
fn no_rows(key: &str, at: Span) -> Problem {
    Problem::error(at, format!("`{key}` holds no rows"))
        .help(format!("write `[[{key}]]` on a line of its own, and the keys of the row below it"))
}

/// Reports what a source has no place for, and returns whether none of it can be meant as a row.
fn unknown(document: &DeTable<'_>, problems: &mut Vec<Problem>) -> bool {
    let mut are_known = true;
    for (key, value) in document {
        let name = key.get_ref().as_ref();
        let of_head = head::KEYS.contains(&name);
        // Without a [table], what belongs to it is reported there. TOML knows no empty key.
        if name.is_empty() || TOP.contains(&name) || (of_head && !document.contains_key("table")) {
            continue;
        }
        are_known &= !matches!(value.get_ref(), DeValue::Array(_) | DeValue::Table(_));
        let problem = Problem::error(key.span().into(), format!("unknown key `{name}`"));
        problems.push(if of_head {
            problem.help("move it below [table]")
        } else {
            problem.help(suggestion(name, &TOP))
        });
    }
    are_known
}

/// A key and its value.
type Field<'t, 'i> = (&'t Spanned<DeString<'i>>, &'t Spanned<DeValue<'i>>);
