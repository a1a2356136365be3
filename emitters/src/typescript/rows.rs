//! The values of the module: what the rows of the table say.

use core::fmt::Write;

use crate::docs::entry::{self, Entry};
use crate::typescript::item::{Constant, Item, Kind};
use crate::typescript::text::{self, literal};
use close_code_codegen::model::{Flags, Reconnect};

/// The codes by name.
pub(super) fn constants(entries: &[Entry<'_>]) -> Item {
    let constants = entries.iter().filter(|entry| entry.is_single()).map(|entry| Constant {
        doc: doc(entry),
        name: entry.row.constant.clone(),
        code: entry.first,
    });
    Item {
        doc: vec!["The codes that have a row of their own, by name.".to_owned()],
        name: "CloseCode",
        exported: true,
        kind: Kind::Constants(constants.collect()),
    }
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

/// The rows.
pub(super) fn table(entries: &[Entry<'_>]) -> Item {
    let mut value = String::from("[\n");
    for entry in entries {
        row(&mut value, entry);
    }
    value.push(']');
    let doc = "The rows, by first code and the wider first: of all rows that hold a code, the last counts.";
    Item {
        doc: vec![doc.to_owned()],
        name: "TABLE",
        exported: true,
        kind: Kind::Value { of: "readonly Entry[]", value },
    }
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
        ("sender", Some(literal(row.sender.word()))),
        ("reconnect", Some(reconnect(row.reconnect))),
        ("reference", Some(format!("[{}]", references.join(", ")))),
        ("since", optional(&row.since)),
        ("deprecated", optional(&row.deprecated)),
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

fn reconnect(reconnect: Reconnect) -> String {
    let advice = literal(reconnect.word());
    match reconnect {
        Reconnect::After { min, max } => {
            format!("{{ type: {advice}, minSeconds: {min}, maxSeconds: {max} }}")
        }
        _ => format!("{{ type: {advice} }}"),
    }
}

/// The codes for which a flag holds. Apart from the rows, so that a page that only asks for a flag does
/// not load their texts.
pub(super) fn flags(entries: &[Entry<'_>]) -> Vec<Item> {
    let item = |name, doc: &str, flag: fn(Flags) -> bool| {
        let ranges: Vec<_> = entry::flagged(entries, flag)
            .iter()
            .map(|(first, last)| format!("[{first}, {last}]"))
            .collect();
        Item {
            doc: vec![doc.to_owned()],
            name,
            exported: false,
            kind: Kind::Value { of: RANGES, value: list(&ranges) },
        }
    };
    vec![
        item("WIRE", "Codes that may stand in a Close frame.", |flags| flags.wire),
        item("LOCAL", "Codes that are only reported to the application.", |flags| flags.local),
        item("SCRIPT", "Codes that a page may pass to `close()`.", |flags| flags.script),
    ]
}

/// The type of a list of ranges.
pub(super) const RANGES: &str = "readonly (readonly [first: number, last: number])[]";

/// A list on one line, or on several where it is long.
fn list(ranges: &[String]) -> String {
    if ranges.len() <= 4 {
        return format!("[{}]", ranges.join(", "));
    }
    let lines: Vec<_> =
        ranges.chunks(6).map(|ranges| format!("  {},\n", ranges.join(", "))).collect();
    format!("[\n{}]", lines.concat())
}
