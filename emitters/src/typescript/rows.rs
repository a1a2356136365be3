//! The rows of a table as values of a module.

use core::fmt::Write;

use crate::docs::entry::Entry;
use crate::docs::words;
use crate::typescript::text::{self, literal};
use close_code_codegen::model::{Flags, Reconnect};

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
    let mut lines = text::doc(&entry.row.meaning, &entry.row.description);
    if let Some(note) = &entry.row.deprecated {
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
    let row = entry.row;
    let Flags { wire, local, script } = entry.flags;
    let references: Vec<_> = row.reference.iter().map(|text| literal(text)).collect();
    let optional = |text: &Option<String>| text.as_deref().map(literal);
    let fields = [
        ("codes", Some(format!("[{}, {}]", entry.first, entry.last))),
        ("name", Some(literal(&row.name))),
        ("class", optional(&row.class)),
        ("meaning", Some(literal(&row.meaning))),
        ("label", Some(literal(&row.label))),
        ("description", Some(literal(&row.description))),
        ("wire", Some(wire.to_string())),
        ("local", Some(local.to_string())),
        ("script", Some(script.to_string())),
        ("sender", Some(literal(words::sender_key(entry)))),
        ("reconnect", Some(reconnect(row.reconnect))),
        ("reference", Some(format!("[{}]", references.join(", ")))),
        ("since", optional(&row.since)),
        ("deprecated", optional(&row.deprecated)),
        ("extra", extra(&row.extra)),
    ];
    value.push_str("  {\n");
    for (name, field) in fields {
        if let Some(field) = field {
            // Writing to a String cannot fail.
            let _ = writeln!(value, "    {name}: {field},");
        }
    }
    value.push_str("  },\n");
}

/// The author's own texts. A key is computed, so that `__proto__` is a key like any other.
fn extra(extra: &[(String, String)]) -> Option<String> {
    let members: Vec<_> =
        extra.iter().map(|(key, text)| format!("[{}]: {}", literal(key), literal(text))).collect();
    (!members.is_empty()).then(|| format!("{{ {} }}", members.join(", ")))
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
