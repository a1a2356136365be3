//! The rows of a table as values of a module.

use core::fmt::Write;

use crate::docs::entry::Entry;
use crate::docs::fields::Field;
use crate::typescript::text::{self, literal};
use close_code_codegen::model::Reconnect;

/// A code by name.
pub(super) struct Constant<'a> {
    /// Its comment.
    pub(super) doc: String,
    pub(super) key: &'a str,
    pub(super) code: u16,
}

/// The codes that have a row of their own.
pub(super) fn constants<'a>(entries: &[Entry<'a>]) -> Vec<Constant<'a>> {
    let singles = entries.iter().filter(|entry| entry.is_single());
    singles
        .map(|entry| Constant {
            doc: text::comment(&doc(entry), "  "),
            key: &entry.row.constant,
            code: entry.first,
        })
        .collect()
}

fn doc(entry: &Entry<'_>) -> Vec<String> {
    let mut lines = text::doc(&entry.row.meaning, entry.row.description());
    if let Some(note) = &entry.row.details.deprecated {
        let mut note = text::wrap(note);
        if let Some(first) = note.first_mut() {
            first.insert_str(0, "@deprecated ");
        }
        lines.push(String::new());
        lines.extend(note);
    }
    lines
}

/// The rows as the elements of a list.
pub(super) fn literals(entries: &[Entry<'_>]) -> String {
    let mut value = String::new();
    for entry in entries {
        row(&mut value, entry);
    }
    value
}

fn row(value: &mut String, entry: &Entry<'_>) {
    value.push_str("  {\n");
    for (name, field) in entry.fields().into_iter().filter(|(name, _)| *name != "constant") {
        if let Some(field) = of_field(&field) {
            // Writing to a String cannot fail.
            let _ = writeln!(value, "    {name}: {field},");
        }
    }
    value.push_str("  },\n");
}

/// A value of a row; `None` for one that is missing.
fn of_field(field: &Field<'_>) -> Option<String> {
    Some(match field {
        Field::Codes(first, last) => format!("[{first}, {last}]"),
        Field::Text(text) => literal(text),
        Field::Optional(text) => literal((*text)?),
        Field::Flag(flag) => flag.to_string(),
        Field::Reconnect(advice) => reconnect(*advice),
        Field::Texts(texts) => {
            let texts: Vec<_> = texts.iter().map(|text| literal(text)).collect();
            format!("[{}]", texts.join(", "))
        }
        Field::Pairs([]) => return None,
        // A key is computed, so that `__proto__` is a key like any other.
        Field::Pairs(pairs) => {
            let members =
                pairs.iter().map(|(key, of)| format!("[{}]: {}", literal(key), literal(of)));
            format!("{{ {} }}", members.collect::<Vec<_>>().join(", "))
        }
    })
}

/// The advice of a row.
pub(super) fn reconnect(reconnect: Reconnect) -> String {
    let advice = literal(reconnect.word());
    match reconnect {
        Reconnect::After { min, max } => {
            format!("{{ type: {advice}, minSeconds: {min}, maxSeconds: {max} }}")
        }
        _ => format!("{{ type: {advice} }}"),
    }
}
