//! What became of all codes, in few lines.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::implementation::Task;
use crate::meeting::Met;

/// First and last code of a range.
pub(crate) type Range = (u16, u16);

/// The codes that pass: a received one that the application is told as it came, and that is not answered
/// with 1002; or a sent one that is on the wire as it was asked for.
pub(crate) fn passing(met: &Met, task: Task) -> Vec<Range> {
    let is = |found: Option<&String>, code: u16| found.is_some_and(|it| *it == code.to_string());
    let outcomes = (0..=u16::MAX).map(|code| {
        let (told, wire) = (met.told.get(&code), met.wire.get(&code));
        let passes = match task {
            Task::Receive => {
                is(told, code) && (code == PROTOCOL_ERROR || !is(wire, PROTOCOL_ERROR))
            }
            Task::Send => is(wire, code),
        };
        (code, passes)
    });
    grouped(outcomes).into_iter().filter(|(_, passes)| *passes).map(|(range, _)| range).collect()
}

/// What answers a code that is refused.
const PROTOCOL_ERROR: u16 = 1002;

/// A line for each range of codes that fare alike. Where an implementation fails the connection, its
/// Close frame does not always get out, so what answered a received code is gathered for the range.
pub(crate) fn lines(met: &Met, task: Task) -> String {
    let word = |found: Option<&String>, code: u16| match found {
        Some(found) if *found == code.to_string() => "the code".to_owned(),
        Some(found) => found.clone(),
        None => "nothing".to_owned(),
    };
    let wire = |code| word(met.wire.get(&code), code);
    let outcomes = (0..=u16::MAX).map(|code| {
        let sent = (task == Task::Send).then(|| wire(code));
        (code, (word(met.told.get(&code), code), sent))
    });
    let mut lines = format!("version {}\n", met.version);
    for ((first, last), (told, _)) in grouped(outcomes) {
        let wire: BTreeSet<_> = (first..=last).map(wire).collect();
        let wire: Vec<_> = wire.into_iter().collect();
        let wire = wire.join(" or ");
        writeln!(lines, "{first}-{last}: told {told}, on the wire {wire}")
            .expect("a string takes every text");
    }
    lines
}

/// Puts together codes in a row that have the same outcome.
fn grouped<T: PartialEq>(outcomes: impl Iterator<Item = (u16, T)>) -> Vec<(Range, T)> {
    let mut groups: Vec<(Range, T)> = Vec::new();
    for (code, outcome) in outcomes {
        match groups.last_mut() {
            Some(((_, last), same)) if *same == outcome => *last = code,
            _ => groups.push(((code, code), outcome)),
        }
    }
    groups
}
