//! What the functions of a module look up: for each question the answers by code, so that a bundle has only
//! the answers to what it asks.

use crate::docs::entry::{self, Entry};
use crate::typescript::{rows, text};
use close_code_codegen::model::{Flags, Sender};

/// A constant of the module.
pub(super) struct List {
    pub(super) doc: &'static str,
    pub(super) name: &'static str,
    /// Its type; `$` is the prefix of the table's types.
    pub(super) of: &'static str,
    pub(super) value: String,
}

/// All lists. What the rows of the table do not answer, those of the protocol do: all of them say which
/// codes may be sent, those that the module shows say the rest as well.
pub(super) fn all(own: &[Entry<'_>], shown: &[Entry<'_>], protocol: &[Entry<'_>]) -> Vec<List> {
    let all: Vec<_> = protocol.iter().chain(own).collect();
    let shown: Vec<_> = shown.iter().chain(own).collect();
    let valued = |name, of, doc, value: &dyn Fn(&Entry<'_>) -> Option<String>| {
        let lines = entry::answers(&shown, value)
            .into_iter()
            .map(|(first, last, value)| format!("  [{first}, {last}, {value}],\n"))
            .collect::<Vec<_>>();
        let value =
            if lines.is_empty() { "[]".to_owned() } else { format!("[\n{}]", lines.concat()) };
        List { doc, name, of, value }
    };
    let codes = |name, doc, holds: &dyn Fn(Flags, Sender) -> bool| {
        let ranges: Vec<_> =
            entry::answers(&all, |entry| Some(holds(entry.flags, entry.row.sender)))
                .into_iter()
                .filter(|(_, _, holds)| *holds)
                .map(|(first, last, _)| format!("[{first}, {last}]"))
                .collect();
        List { doc, name, of: "readonly Range[]", value: in_lines(&ranges) }
    };
    let mut lists = vec![
        valued("KINDS", "readonly Valued<$Kind>[]", "Names of rows.", &|entry| {
            Some(text::literal(&entry.row.name))
        }),
        valued("CLASSES", "readonly Valued<$Class>[]", "Names of ranges.", &|entry| {
            entry.row.class.as_deref().map(text::literal)
        }),
        valued("LABELS", "readonly Valued<string>[]", "Short texts.", &|entry| {
            Some(text::literal(&entry.row.label))
        }),
        valued("ADVICE", "readonly Valued<Reconnect>[]", "Reconnect advice.", &|entry| {
            Some(rows::reconnect(entry.row.reconnect))
        }),
        codes("WIRE", "Codes that may be sent in a Close frame.", &|flags, _| flags.wire),
        codes("LOCAL", "Codes that are only reported to the application.", &|flags, _| flags.local),
        codes("SCRIPT", "Codes that `WebSocket.close()` accepts.", &|flags, _| flags.script),
        codes("CLIENTS", "Codes that only clients send.", &|flags, sender| {
            flags.wire && sender == Sender::Client
        }),
        codes("SERVERS", "Codes that only servers send.", &|flags, sender| {
            flags.wire && sender == Sender::Server
        }),
    ];
    if shown.iter().all(|entry| entry.row.class.is_none()) {
        lists.retain(|list| list.name != "CLASSES");
    }
    lists
}

/// A list on one line, or on several if it is long.
fn in_lines(ranges: &[String]) -> String {
    if ranges.len() <= 4 {
        return format!("[{}]", ranges.join(", "));
    }
    let lines: Vec<_> =
        ranges.chunks(6).map(|ranges| format!("  {},\n", ranges.join(", "))).collect();
    format!("[\n{}]", lines.concat())
}
