//! A rule a function: each gives what it finds, with the position of the row that may allow it.

use std::collections::HashMap;

use super::{Facts, Spot};
use crate::docs::words;
use close_code_codegen::model::Span;
use close_code_codegen::model::{FREE, Reconnect, Sender};
use close_code_codegen::naming::letters;
use close_code_codegen::problem::Problem;

/// What a rule finds.
type Found = Vec<(usize, Problem)>;

/// A rule looks at the rows of a table.
type Rule = fn(&[Spot<'_>], &Facts) -> Found;

/// The codes that IANA registers on request.
const REGISTERED: (u16, u16) = (3000, 3999);

/// How many of all receivers have to refuse a code before a sender is warned: one in this many.
const MANY: usize = 10;

/// Every rule.
pub(super) fn all() -> [Rule; 6] {
    [reassigned, unregistered, refused, same_meaning, overrides, undescribed]
}

/// A code that the registry has assigned to something else.
fn reassigned(rows: &[Spot<'_>], facts: &Facts) -> Found {
    let mut found = Vec::new();
    for (position, spot) in rows.iter().enumerate().filter(|(_, spot)| !spot.is_range) {
        let Some(names) = facts.assigned.get(&spot.first) else { continue };
        let own = [spot.row.name.value.clone(), spot.meaning()];
        if own.iter().any(|own| names.iter().any(|name| letters(name) == letters(own))) {
            continue;
        }
        let message = format!("the registry has assigned {} to `{}`", spot.first, names[0]);
        found.push((
            position,
            Problem::warning("reassigned", spot.at(), message)
                .label(format!("`{}` here", spot.row.name.value))
                .help(
                    "use a code from 4000 to 4999, which are never registered; to keep this one, add \
                     `allow = [\"reassigned\"]`",
                ),
        ));
    }
    found
}

/// A code of the range that IANA registers, and it is not registered.
fn unregistered(rows: &[Spot<'_>], facts: &Facts) -> Found {
    let is_unregistered = |spot: &Spot<'_>| {
        REGISTERED.0 <= spot.first
            && spot.last <= REGISTERED.1
            && !(spot.is_range && facts.floor.contains(&(spot.first, spot.last)))
            && (spot.is_range || !facts.assigned.contains_key(&spot.first))
    };
    let mut found = Vec::new();
    for (position, spot) in rows.iter().enumerate().filter(|(_, spot)| is_unregistered(spot)) {
        // Where the whole range is reported, its codes say nothing new.
        if spot.range().is_some_and(|range| is_unregistered(&range)) {
            continue;
        }
        let message = format!(
            "{} {} not registered with IANA",
            spot.said(),
            if spot.is_range { "are" } else { "is" }
        );
        found.push((
            position,
            Problem::warning("unregistered", spot.at(), message).label("IANA can assign it at any time").help(
                "register it (RFC 6455 section 11.7), or use a code from 4000 to 4999; to keep this one, add \
                 `allow = [\"unregistered\"]`",
            ),
        ));
    }
    found
}

/// A code that many receivers take for a protocol error.
fn refused(rows: &[Spot<'_>], facts: &Facts) -> Found {
    let mut found = Vec::new();
    for (position, spot) in rows.iter().enumerate().filter(|(_, spot)| !spot.is_range) {
        let inherited = || spot.range().and_then(|range| range.row.wire.as_ref());
        let wire = spot.row.wire.as_ref().or_else(inherited).map(|wire| wire.value);
        let refusing = facts.refusing(spot.first);
        let is_sent = wire.unwrap_or(FREE.contains(&spot.first));
        if !is_sent || refusing.is_empty() || refusing.len() * MANY < facts.receivers.len() {
            continue;
        }
        let message = format!(
            "{} of {} receivers reject {} and report 1002 or no code",
            refusing.len(),
            facts.receivers.len(),
            spot.first
        );
        let some: Vec<_> = refusing.iter().take(3).copied().collect();
        found.push((
            position,
            Problem::warning("refused", spot.at(), message).label(format!("among them {}", some.join(", "))).help(
                "send a code that every receiver accepts, such as 1001 or 1011; to keep this one, add \
                 `allow = [\"refused\"]`",
            ),
        ));
    }
    found
}

/// Two rows with one meaning: in a log they cannot be distinguished.
fn same_meaning(rows: &[Spot<'_>], _: &Facts) -> Found {
    let mut found = Vec::new();
    let mut seen: HashMap<String, &Spot<'_>> = HashMap::new();
    for (position, spot) in rows.iter().enumerate() {
        let meaning = spot.meaning();
        let Some(first) = seen.get(&letters(&meaning)) else {
            seen.insert(letters(&meaning), spot);
            continue;
        };
        let at = |spot: &Spot<'_>| {
            let meaning = spot.row.meaning.as_ref();
            meaning.map_or(spot.row.name.at, |meaning| meaning.at)
        };
        let message = format!("{} has the same meaning as {}", spot.said(), first.said());
        found.push((
            position,
            Problem::warning("same-meaning", at(spot), message)
                .label("the same meaning")
                .related(at(first), "first here")
                .help(
                    "give each a `meaning` that distinguishes it, or add `allow = [\"same-meaning\"]`",
                ),
        ));
    }
    found
}

/// A code with another value than its range, on which a client that only knows ranges relies.
fn overrides(rows: &[Spot<'_>], _: &Facts) -> Found {
    let mut found = Vec::new();
    for (position, spot) in rows.iter().enumerate() {
        let Some(range) = spot.range() else { continue };
        if let (Some(own), Some(policy)) = (&spot.row.reconnect, &range.row.reconnect) {
            if own.value != policy.value && policy.value != Reconnect::Unspecified {
                let said =
                    |value| words::reconnect(value).unwrap_or_else(|| "unspecified".to_owned());
                let label = format!("its range has: {}", said(policy.value));
                let problem = departs(spot, &range, "reconnect", own.at, label);
                found.push((position, problem.related(policy.at, "the value of the range")));
            }
        }
        if let (Some(own), Some(policy)) = (&spot.row.sender, &range.row.sender) {
            if own.value != policy.value && policy.value != Sender::Either {
                let label = format!("its range has: {}", policy.value.word());
                let problem = departs(spot, &range, "sender", own.at, label);
                found.push((position, problem.related(policy.at, "the value of the range")));
            }
        }
    }
    found
}

fn departs(spot: &Spot<'_>, range: &Spot<'_>, key: &str, at: Span, label: String) -> Problem {
    let message = format!("{} overrides the `{key}` of its range, {}", spot.said(), range.said());
    Problem::warning("override", at, message).label(label).help(
        "a client that only knows the range behaves differently; if that is intended, add \
         `allow = [\"override\"]`",
    )
}

/// A row without a description of its own.
fn undescribed(rows: &[Spot<'_>], _: &Facts) -> Found {
    let has = |spot: &Spot<'_>| {
        spot.row.details.description.as_ref().is_some_and(|text| !text.is_empty())
    };
    let mut found = Vec::new();
    for (position, spot) in rows.iter().enumerate().filter(|(_, spot)| !has(spot)) {
        let message = format!("{} `{}` has no description", spot.said(), spot.row.name.value);
        let label = if spot.range().is_some_and(|range| has(&range)) {
            "only its range has one"
        } else {
            "nor does its range"
        };
        found.push((
            position,
            Problem::warning("undescribed", spot.row.name.at, message).label(label).help(
                "add a `description` of one to three sentences: what happened, and what to check next; or add \
                 `allow = [\"undescribed\"]`",
            ),
        ));
    }
    found
}
