//! What the functions of a module look up: for each question the answers by code, so that a bundle has only
//! the answers to what it asks.

use crate::docs::entry::Entry;
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
    let segments_of_all = &segments(own, protocol);
    let segments = &segments(own, shown);
    let valued = |name, of, doc, value: &dyn Fn(&Entry<'_>) -> Option<String>| {
        let lines = answers(segments, value)
            .into_iter()
            .map(|(first, last, value)| format!("  [{first}, {last}, {value}],\n"))
            .collect::<Vec<_>>();
        let value =
            if lines.is_empty() { "[]".to_owned() } else { format!("[\n{}]", lines.concat()) };
        List { doc, name, of, value }
    };
    let codes = |name, doc, holds: &dyn Fn(Flags, Sender) -> bool| {
        let ranges: Vec<_> =
            answers(segments_of_all, |entry| Some(holds(entry.flags, entry.row.sender)))
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
        valued(
            "ADVICE",
            "readonly Valued<Reconnect>[]",
            "What to do about connecting again.",
            &|entry| Some(rows::reconnect(entry.row.reconnect)),
        ),
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
    if own.iter().chain(shown).all(|entry| entry.row.class.is_none()) {
        lists.retain(|list| list.name != "CLASSES");
    }
    lists
}

/// Consecutive codes with the same rows: the narrowest of the table, and the narrowest of the protocol.
struct Segment<'a> {
    first: u16,
    last: u16,
    rows: [Option<&'a Entry<'a>>; 2],
}

/// All codes that have a row.
fn segments<'a>(own: &'a [Entry<'a>], protocol: &'a [Entry<'a>]) -> Vec<Segment<'a>> {
    let mut by_code = vec![[None; 2]; 1 << 16];
    for (table, entries) in [own, protocol].into_iter().enumerate() {
        for (position, entry) in entries.iter().enumerate() {
            for rows in &mut by_code[usize::from(entry.first)..=usize::from(entry.last)] {
                rows[table] = Some(position);
            }
        }
    }
    let mut segments: Vec<Segment<'_>> = Vec::new();
    let mut before = [None; 2];
    for (code, positions) in (0..=u16::MAX).zip(by_code) {
        let [of_own, of_protocol] = positions;
        if of_own.is_none() && of_protocol.is_none() {
            before = positions;
            continue;
        }
        match segments.last_mut() {
            Some(segment) if positions == before => segment.last = code,
            _ => segments.push(Segment {
                first: code,
                last: code,
                rows: [
                    of_own.and_then(|position: usize| own.get(position)),
                    of_protocol.and_then(|position: usize| protocol.get(position)),
                ],
            }),
        }
        before = positions;
    }
    segments
}

/// The answers by code, consecutive codes with one answer together. The row of the protocol gives it where
/// that of the table has none.
fn answers<T: PartialEq>(
    segments: &[Segment<'_>],
    answer: impl Fn(&Entry<'_>) -> Option<T>,
) -> Vec<(u16, u16, T)> {
    let mut answers: Vec<(u16, u16, T)> = Vec::new();
    for segment in segments {
        let Some(given) = segment.rows.iter().flatten().find_map(|entry| answer(entry)) else {
            continue;
        };
        match answers.last_mut() {
            Some((_, last, before))
                if last.checked_add(1) == Some(segment.first) && *before == given =>
            {
                *last = segment.last;
            }
            _ => answers.push((segment.first, segment.last, given)),
        }
    }
    answers
}

/// A list on one line, or on several where it is long.
fn in_lines(ranges: &[String]) -> String {
    if ranges.len() <= 4 {
        return format!("[{}]", ranges.join(", "));
    }
    let lines: Vec<_> =
        ranges.chunks(6).map(|ranges| format!("  {},\n", ranges.join(", "))).collect();
    format!("[\n{}]", lines.concat())
}
