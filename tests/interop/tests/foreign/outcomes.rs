//! What became of all codes, in few lines.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use libtest_mimic::Failed;

use crate::implementation::Task;
use crate::meeting::Met;

/// First and last code of a range.
pub(crate) type Range = (u16, u16);

/// The codes that pass, as ranges.
pub(crate) fn passing(met: &Met, task: Task) -> Vec<Range> {
    let outcomes = (0..=u16::MAX).map(|code| (code, passes(met, task, code)));
    grouped(outcomes).into_iter().filter(|(_, passes)| *passes).map(|(range, _)| range).collect()
}

/// Whether a code passes: a received one if the application is told it as it came, and the answer is not
/// 1002; a sent one if it is on the wire as it was asked for.
fn passes(met: &Met, task: Task, code: u16) -> bool {
    let is = |found: Option<&String>, code: u16| found.is_some_and(|it| *it == code.to_string());
    let (told, wire) = (met.told.get(&code), met.wire.get(&code));
    match task {
        Task::Receive => is(told, code) && (code == PROTOCOL_ERROR || !is(wire, PROTOCOL_ERROR)),
        Task::Send => is(wire, code),
    }
}

/// What answers a code that is refused.
const PROTOCOL_ERROR: u16 = 1002;

/// A line for each range of codes that fare alike. What answered received codes is gathered for the range.
pub(crate) fn lines(met: &Met, task: Task, races: bool) -> String {
    let word = |found: Option<&String>, code: u16| match found {
        Some(found) if *found == code.to_string() => "the code".to_owned(),
        Some(found) => found.clone(),
        None => "nothing".to_owned(),
    };
    let wire = |code| word(met.wire.get(&code), code);
    let outcomes = (0..=u16::MAX).map(|code| {
        let sent = (task == Task::Send).then(|| wire(code));
        (code, (word(met.told.get(&code), code), passes(met, task, code), sent))
    });
    let mut lines = format!("version {}\n", met.version);
    for ((first, last), (told, ..)) in grouped(outcomes) {
        write!(lines, "{first}-{last}: told {told}").expect("a string takes every text");
        if races {
            lines.push('\n');
            continue;
        }
        let wire: BTreeSet<_> = (first..=last).map(wire).collect();
        let wire: Vec<_> = wire.into_iter().collect();
        let wire = wire.join(" or ");
        writeln!(lines, ", on the wire {wire}").expect("a string takes every text");
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

/// Tests which codes pass, and how they are written down.
pub(crate) fn rules() -> Result<(), Failed> {
    let cases = [
        (1000, "1000", "1000"),
        // As 1002 is the code that came, this is no refusal.
        (1002, "1002", "1002"),
        // Answered as a protocol error, whatever the application is told.
        (1016, "1016", "1002"),
        (3000, "3000", "none"),
        (3001, "1002", "1002"),
        (4000, "error", "none"),
        (4001, "error", "1002"),
    ];
    let met = Met {
        version: "1".to_owned(),
        told: cases.iter().map(|(code, told, _)| (*code, (*told).to_owned())).collect(),
        wire: cases.iter().map(|(code, _, wire)| (*code, (*wire).to_owned())).collect(),
    };
    let received = passing(&met, Task::Receive);
    if received != [(1000, 1000), (1002, 1002), (3000, 3000)] {
        return Err(Failed::from(format!("received: {received:?}")));
    }
    let sent = passing(&met, Task::Send);
    if sent != [(1000, 1000), (1002, 1002)] {
        return Err(Failed::from(format!("sent: {sent:?}")));
    }
    for (races, refused) in [(false, ", on the wire 1002 or none"), (true, "")] {
        let lines = lines(&met, Task::Receive, races);
        if !lines.contains(&format!("\n4000-4001: told error{refused}\n")) {
            return Err(Failed::from(lines));
        }
    }
    Ok(())
}
