//! The types of the module.

use core::iter;

use crate::docs::entry::Entry;
use crate::typescript::item::{Field, Item, Kind};
use crate::typescript::text;

/// The types, which depend on the table only in the names that they list.
pub(super) fn items(entries: &[Entry<'_>], has_classes: bool) -> Vec<Item> {
    let names = entries.iter().map(|entry| entry.row.name.as_str());
    let classes = entries.iter().filter_map(|entry| entry.row.class.as_deref());
    let mut items = vec![
        item("A code that has a row of its own.", "CloseCode", Kind::Alias(CODES)),
        item("The name of a row: what a code is.", "CloseKind", union(names)),
    ];
    if has_classes {
        items.push(item("The range that a code belongs to.", "CloseClass", union(classes)));
    }
    items.extend([
        item("An end of the connection.", "Role", Kind::Alias(r#""client" | "server""#)),
        item("Who sends a code.", "Sender", Kind::Alias(r#""client" | "server" | "either""#)),
        item("What the author of the table says about connecting again.", "Reconnect", reconnect()),
        item("A row of the table.", "Entry", Kind::Interface(entry(has_classes))),
        item(
            "What `describe` reads of a `CloseEvent`, or of a log's record of one.",
            "CloseEventLike",
            Kind::Interface(EVENT.into()),
        ),
    ]);
    items
}

const CODES: &str = "(typeof CloseCode)[keyof typeof CloseCode]";

fn item(doc: &str, name: &'static str, kind: Kind) -> Item {
    Item { doc: vec![doc.to_owned()], name, exported: true, kind }
}

/// The names as a union, each once. An empty table has no names, and a union without members is `never`.
fn union<'a>(names: impl Iterator<Item = &'a str>) -> Kind {
    let mut seen = std::collections::HashSet::new();
    let mut members: Vec<_> = names.filter(|name| seen.insert(*name)).map(text::literal).collect();
    if members.is_empty() {
        members.push("never".to_owned());
    }
    Kind::Union(members)
}

fn reconnect() -> Kind {
    let plain = ["unspecified", "never", "after-change", "immediately", "backoff"];
    let delay =
        r#"{ readonly type: "after"; readonly minSeconds: number; readonly maxSeconds: number }"#;
    Kind::Union(
        plain
            .iter()
            .map(|advice| format!(r#"{{ readonly type: "{advice}" }}"#))
            .chain(iter::once(delay.to_owned()))
            .collect(),
    )
}

const fn field(name: &'static str, of: &'static str, doc: &'static str) -> Field {
    Field { name, of, optional: false, doc }
}

const fn optional(name: &'static str, of: &'static str, doc: &'static str) -> Field {
    Field { name, of, optional: true, doc }
}

fn entry(has_classes: bool) -> Vec<Field> {
    let mut fields = vec![
        field("codes", "readonly [first: number, last: number]", "The first and the last code."),
        field("name", "CloseKind", "The name."),
    ];
    if has_classes {
        fields.push(field("class", "CloseClass", "The range that the codes belong to."));
    }
    fields.extend([
        field("meaning", "string", "The short text."),
        field("label", "string", "The meaning, or a shorter text where that is a whole sentence."),
        field("description", "string", "One to three sentences; may be empty."),
        field("wire", "boolean", "May stand in a Close frame."),
        field("local", "boolean", "Never sent, only reported to the application."),
        field("script", "boolean", "A page may pass it to `WebSocket.close()`."),
        field("sender", "Sender", "Who sends it."),
        field("reconnect", "Reconnect", "What the author says about connecting again."),
        field("reference", "readonly string[]", "Where it is specified."),
        optional("since", "string", "Since when it exists."),
        optional("deprecated", "string", "Why it should no longer be used."),
    ]);
    fields
}

const EVENT: [Field; 3] = [
    field("code", "number", "The code that was received, or that the own side reports."),
    optional("reason", "string | undefined", "The other end's reason."),
    optional("wasClean", "boolean | undefined", "Whether both ends sent a Close frame."),
];
