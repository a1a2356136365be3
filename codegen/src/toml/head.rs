//! Lowers `[table]`: what a table says of itself.

use ::toml::de::{DeTable, DeValue};

use super::Place;
use super::fields::Fields;
use crate::model::{At, Head, Rules};
use crate::problem::Problem;

/// The keys of `[table]`.
const KEYS: [&str; 9] =
    ["name", "class", "title", "description", "span", "reference", "as_of", "keeps_code", "allow"];

/// Every code there is: the span of a table that names none.
const ALL: (u16, u16) = (0, u16::MAX);

/// Lowers `[table]`; where it is missing or no table, the rest can still be looked at.
pub(super) fn lower(document: &DeTable<'_>, problems: &mut Vec<Problem<Place>>) -> Head<Place> {
    let empty = DeTable::new();
    let fields = match document.get_key_value("table") {
        Some((_, value)) => match value.get_ref() {
            DeValue::Table(table) => Fields::new(table, value.span(), "[table]"),
            _ => {
                problems.push(
                    Problem::error(value.span(), "`table` is no table")
                        .help("write `[table]` on a line of its own, and its keys below it"),
                );
                return head(&Fields::new(&empty, value.span(), "[table]"), false, &mut Vec::new());
            }
        },
        None => {
            problems.push(
                Problem::error(0..0, "the table has no [table]")
                    .help("begin with `[table]` and its `name`, `title` and `description`"),
            );
            return head(&Fields::new(&empty, 0..0, "[table]"), false, &mut Vec::new());
        }
    };
    fields.unknown(&KEYS, problems);
    head(&fields, true, problems)
}

/// Lowers the fields.
fn head(fields: &Fields<'_, '_>, exists: bool, problems: &mut Vec<Problem<Place>>) -> Head<Place> {
    let name = fields.text("name", problems);
    let title = fields.text("title", problems);
    let description = fields.text("description", problems);
    for (key, help) in [
        ("name", "give the enum a name: `name = \"ChatClose\"`"),
        ("title", "give the documents a heading: `title = \"Close codes of the chat\"`"),
        ("description", "say in a sentence or two whose codes these are"),
    ] {
        if fields.get(key).is_none() {
            fields.missing(key, help, problems);
        }
    }
    let span = span(fields, problems);
    let span_at = fields.get("span").map_or(fields.at.clone(), |(_, value)| value.span());
    Head {
        name: name.unwrap_or(At::new(String::new(), fields.at.clone())),
        class: fields.text("class", problems),
        title,
        description,
        span: span.unwrap_or(ALL),
        span_at,
        reference: fields.texts("reference", problems).unwrap_or_default(),
        as_of: fields.text("as_of", problems),
        keeps_code: fields.flag("keeps_code", problems).is_none_or(|flag| flag.value),
        allow: fields.texts("allow", problems).unwrap_or_default(),
        rules: Rules { total: exists && span == Some(ALL), derived: false },
    }
}

/// The span: all codes where none is given, `None` where one is given that cannot be.
fn span(fields: &Fields<'_, '_>, problems: &mut Vec<Problem<Place>>) -> Option<(u16, u16)> {
    if fields.get("span").is_none() {
        return Some(ALL);
    }
    let [first, last] = fields.pair("span", problems)?;
    Some((first.value.code()?, last.value.code()?))
}
