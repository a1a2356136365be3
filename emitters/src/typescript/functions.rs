//! The functions of the module. Their bodies are the same in both languages and for every table.

use crate::typescript::item::{Item, Kind, Parameter, Returns};
use crate::typescript::rows::RANGES;

const CODE: Parameter = Parameter { name: "code", of: "number", doc: "A close code." };

/// What a row says about a code.
pub(super) fn lookups(span: (u16, u16), has_classes: bool) -> Vec<Item> {
    let absent = match span {
        (0, u16::MAX) => {
            "`undefined` for a number that is no close code: a fraction, NaN, below 0, above 65535."
                .to_owned()
        }
        (first, last) => format!(
            "`undefined` for a code that no row holds. The table is about {first} to {last}."
        ),
    };
    let lookup = |name, doc: &str, of, returns, body| {
        let returns = Returns { of, doc: returns };
        let doc = vec![doc.to_owned(), absent.clone()];
        exported(name, doc, vec![CODE], returns, body)
    };
    let mut items = vec![
        lookup("entryOf", "The row of a code.", "Entry | undefined", "The row.", ENTRY_OF),
        lookup(
            "kindOf",
            "What a code is.",
            "CloseKind | undefined",
            "The name of its row.",
            KIND_OF,
        ),
    ];
    if has_classes {
        items.push(lookup(
            "classOf",
            "The range that a code belongs to.",
            "CloseClass | undefined",
            "The name of the range.",
            CLASS_OF,
        ));
    }
    items.push(lookup(
        "reconnectOf",
        "What the author of the table says about connecting again after a code.",
        "Reconnect | undefined",
        "The advice; delays are in seconds.",
        RECONNECT_OF,
    ));
    items
}

const ENTRY_OF: &str = "\
if (!Number.isInteger(code)) {
  return undefined;
}
for (let index = TABLE.length - 1; index >= 0; index -= 1) {
  const entry = TABLE[index];
  if (entry !== undefined && entry.codes[0] <= code && code <= entry.codes[1]) {
    return entry;
  }
}
return undefined;";

const KIND_OF: &str = "return entryOf(code)?.name;";

const CLASS_OF: &str = "return entryOf(code)?.class;";

const RECONNECT_OF: &str = "return entryOf(code)?.reconnect;";

/// What may be done with a code.
pub(super) fn predicates() -> Vec<Item> {
    let role = Parameter { name: "role", of: "Role", doc: "The end that would send it." };
    let predicate = |name, doc: &str, parameters, body| {
        let doc = vec![doc.to_owned(), "`false` for a code that no row holds.".to_owned()];
        let returns = Returns { of: "boolean", doc: "Whether that is so." };
        exported(name, doc, parameters, returns, body)
    };
    vec![
        predicate(
            "isValidOnWire",
            "Whether a code may stand in a Close frame.",
            vec![CODE],
            "return within(code, WIRE);",
        ),
        predicate(
            "isLocalOnly",
            "Whether a code must not be sent, and is only reported to the application.",
            vec![CODE],
            "return within(code, LOCAL);",
        ),
        predicate(
            "isSettableByScript",
            "Whether a page may pass a code to `WebSocket.close()`.",
            vec![CODE],
            "return within(code, SCRIPT);",
        ),
        predicate(
            "isSendableBy",
            "Whether a code may stand in a Close frame and this end is the one to send it.",
            vec![CODE, role],
            IS_SENDABLE_BY,
        ),
    ]
}

const IS_SENDABLE_BY: &str = "\
const sender = entryOf(code)?.sender;
return isValidOnWire(code) && (sender === \"either\" || sender === role);";

/// One line for a log.
pub(super) fn describe() -> Item {
    let parameter = Parameter {
        name: "codeOrEvent",
        of: "number | CloseEventLike",
        doc: "A close code, or a `CloseEvent`.",
    };
    let doc = [
        "A code in one line of text, and the reason of an event: `1008 Policy Violation: bad token`.",
        "",
        "A code that no row holds is its number alone. Where the other end's Close frame arrived and",
        "the connection broke all the same, the line says so.",
    ];
    let returns = Returns { of: "string", doc: "The line, without a line break." };
    exported("describe", doc.map(str::to_owned).into(), vec![parameter], returns, DESCRIBE)
}

/// A reason is another's text: what could break the line, or turn it around, becomes a space.
const DESCRIBE: &str = r#"const event = typeof codeOrEvent === "number" ? undefined : codeOrEvent;
const code = typeof codeOrEvent === "number" ? codeOrEvent : codeOrEvent.code;
const label = entryOf(code)?.label;
const reason = event?.reason ?? "";
let line = label === undefined ? String(code) : `${code} ${label}`;
if (event?.wasClean === false && isValidOnWire(code)) {
  line += " (not clean)";
}
if (reason !== "") {
  line += `: ${reason}`;
}
return line.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]+/gu, " ");"#;

/// The helper of the predicates.
pub(super) fn within() -> Item {
    let ranges = Parameter { name: "ranges", of: RANGES, doc: "Ranges, both ends included." };
    Item {
        doc: vec!["Whether a code is an integer within one of the ranges.".to_owned()],
        name: "within",
        exported: false,
        kind: Kind::Function {
            parameters: vec![CODE, ranges],
            returns: Returns { of: "boolean", doc: "Whether that is so." },
            body: WITHIN,
        },
    }
}

const WITHIN: &str = "\
return Number.isInteger(code) && ranges.some(([first, last]) => first <= code && code <= last);";

fn exported(
    name: &'static str,
    doc: Vec<String>,
    parameters: Vec<Parameter>,
    returns: Returns,
    body: &'static str,
) -> Item {
    Item { doc, name, exported: true, kind: Kind::Function { parameters, returns, body } }
}
