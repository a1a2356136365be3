//! What a row says beyond what every row has, as calls of the runtime's `EntryBuilder`.

use crate::model::{Reconnect, Row, Sender};

/// An argument of a call.
#[derive(Debug)]
pub enum Argument<'a> {
    /// A text.
    Text(&'a str),
    /// A number of seconds.
    Number(u32),
    /// A reference to a list of texts.
    Texts(Vec<&'a str>),
    /// A reference to a list of keys and their texts.
    Pairs(Vec<(&'a str, &'a str)>),
}

/// The calls for a row, each a name and its arguments.
#[must_use]
pub fn of(row: &Row) -> Vec<(&'static str, Vec<Argument<'_>>)> {
    let mut calls = Vec::new();
    if row.label != row.meaning {
        calls.push(("label", vec![Argument::Text(&row.label)]));
    }
    match row.flags {
        Some(flags) => {
            let names =
                [(!flags.wire, "unsendable"), (flags.local, "local"), (!flags.script, "no_script")];
            let names = names.into_iter().filter(|(applies, _)| *applies);
            calls.extend(names.map(|(_, name)| (name, Vec::new())));
        }
        // Only the compiler knows the codes: it looks them up in the built-in table.
        None => calls.push(("as_built_in", Vec::new())),
    }
    match row.sender {
        Sender::Either => {}
        Sender::Client => calls.push(("client", Vec::new())),
        Sender::Server => calls.push(("server", Vec::new())),
    }
    match row.reconnect {
        Reconnect::Unspecified => {}
        Reconnect::Never => calls.push(("never", Vec::new())),
        Reconnect::AfterChange => calls.push(("after_change", Vec::new())),
        Reconnect::Immediately => calls.push(("immediately", Vec::new())),
        Reconnect::Backoff => calls.push(("backoff", Vec::new())),
        Reconnect::After { min, max } => {
            calls.push(("after", vec![Argument::Number(min), Argument::Number(max)]));
        }
    }
    for (key, text) in row.details.texts() {
        calls.extend(text.map(|text| (key, vec![Argument::Text(text)])));
    }
    let reference = row.reference();
    if !reference.is_empty() {
        calls.push(("reference", vec![Argument::Texts(reference)]));
    }
    let extra: Vec<_> = row.details.extra.iter().map(|(key, of)| (&***key, &***of)).collect();
    if !extra.is_empty() {
        calls.push(("extra", vec![Argument::Pairs(extra)]));
    }
    calls
}
