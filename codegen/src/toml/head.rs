//! Lowers `[table]`: what a table says of itself.

use ::toml::de::{DeTable, DeValue};

use super::fields::Fields;
use crate::check::is_code;
use crate::model::{At, Draft, DraftHead, OUTPUTS, Origin, Span};
use crate::problem::Problem;

/// The keys of `[table]`.
pub(super) const KEYS: [&str; 11] = [
    "name",
    "class",
    "title",
    "description",
    "span",
    "reference",
    "as_of",
    "keeps_code",
    "allow",
    "reserved",
    "outputs",
];

/// The keys that `[table]` must have, and how to write them.
const REQUIRED: [(&str, &str); 3] = [
    ("name", "give the enum a name: `name = \"ChatClose\"`"),
    ("title", "give the documents a heading: `title = \"Close codes of the chat\"`"),
    (
        "description",
        "describe the table: `description = \"Why the chat server closes a connection.\"`",
    ),
];

/// The codes that a table is about that does not say it: those that are for private use.
const DEFAULT: (u16, u16) = (4000, 4999);

/// Every code.
const ALL: (u16, u16) = (0, u16::MAX);

/// Lowers `[table]`. `None` if it is missing, or has or may have a syntax error.
pub(super) fn lower(
    document: &DeTable<'_>,
    whole: bool,
    problems: &mut Vec<Problem>,
) -> Option<DraftHead> {
    let Some((key, value)) = document.get_key_value("table") else {
        if whole {
            problems.push(missing(document));
        }
        return None;
    };
    let DeValue::Table(table) = value.get_ref() else {
        problems.push(match value.get_ref() {
            DeValue::Array(_) if value.span().len() > key.span().len() => {
                Problem::error(value.span().into(), "`[[table]]` has two pairs of brackets")
                    .help("a file has one table: write `[table]`")
            }
            _ => Problem::error(key.span().into(), "`table` must be a table")
                .help("write `[table]` on a line of its own, and its keys below it"),
        });
        return None;
    };
    let fields = Fields::new(table, value.span().into(), "[table]");
    Some(head(&fields, problems))
}

/// Reports a missing `[table]`: at its keys, or else at the place for it.
fn missing(document: &DeTable<'_>) -> Problem {
    let stray = document.iter().filter(|(key, _)| KEYS.contains(&key.get_ref().as_ref()));
    let Some((key, _)) = stray.min_by_key(|(key, _)| key.span().start) else {
        return Problem::error(Span::default(), "there is no [table]")
            .help("begin with `[table]`, and below it `name`, `title` and `description`");
    };
    Problem::error(key.span().into(), "there is no [table]")
        .label("this key belongs in [table]")
        .help("write `[table]` on the line above")
}

/// Lowers the fields.
fn head(fields: &Fields<'_, '_>, problems: &mut Vec<Problem>) -> DraftHead {
    fields.check_keys(&KEYS, &REQUIRED, &[], problems);
    let span = span(fields, problems);
    let span_at = fields.get("span").map_or(fields.at, |(_, value)| value.span().into());
    DraftHead {
        name: fields.name(problems),
        class: fields.class(problems),
        title: fields.text("title", problems),
        description: fields.text("description", problems),
        span: span.unwrap_or(ALL),
        span_at,
        total_at: span_at,
        reference: fields.texts("reference", problems).unwrap_or_default(),
        as_of: fields.date("as_of", problems),
        keeps_code: fields.flag("keeps_code", problems).is_none_or(|flag| flag.value),
        allow: fields.texts("allow", problems).unwrap_or_default(),
        reserved: fields.codes("reserved", problems),
        outputs: outputs(fields, problems),
        origin: Origin::Table,
        total: span == Some(ALL),
    }
}

/// The span: 4000 to 4999 if none is given, `None` if one is given that cannot be.
fn span(fields: &Fields<'_, '_>, problems: &mut Vec<Problem>) -> Option<(u16, u16)> {
    if fields.get("span").is_none() {
        return Some(DEFAULT);
    }
    let [first, last] = fields.pair("span", problems)?;
    is_code(&first, problems);
    is_code(&last, problems);
    Some((first.value.code()?, last.value.code()?))
}

/// Which document goes where.
fn outputs(fields: &Fields<'_, '_>, problems: &mut Vec<Problem>) -> Vec<(At<String>, At<String>)> {
    let Some(outputs) = fields.table("outputs", "[table.outputs]", problems) else {
        return Vec::new();
    };
    outputs.check_keys(&OUTPUTS, &[], &[], problems);
    let mut outputs = outputs.pairs(problems);
    outputs.retain(|(kind, _)| OUTPUTS.contains(&kind.value.as_str()));
    outputs
}

/// A table without `span` that has other codes than those of the default lacks it.
pub(super) fn needs_span(draft: &mut Draft, problems: &mut Vec<Problem>) {
    let head = &mut draft.head;
    let rows = draft.ranges.iter().chain(&draft.codes).flat_map(|row| &row.codes);
    let codes = rows.filter_map(|codes| {
        let (first, last) = (codes.first.value.code()?, codes.last.value.code()?);
        Some((first.min(last), first.max(last), codes.at))
    });
    let outside = codes.clone().find(|(first, last, _)| *first < DEFAULT.0 || *last > DEFAULT.1);
    let Some((first, last, at)) = outside else { return };
    let hull = codes.fold((first, last), |hull, row| (hull.0.min(row.0), hull.1.max(row.1)));
    let codes = if first == last { first.to_string() } else { format!("{first} to {last}") };
    problems.push(
        Problem::error(head.span_at, "[table] has no `span`")
            .label("without it the table is about 4000 to 4999")
            .related(at, format!("{codes} is outside"))
            .help(format!("add `span = [{}, {}]` to [table]", hull.0, hull.1)),
    );
    head.span = hull;
}
