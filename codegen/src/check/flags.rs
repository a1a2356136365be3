//! What may be done with a code: `wire`, `local` and `script`.

use super::nesting;
use super::numbers::{known_codes, said};
use crate::model::{At, Draft, DraftRow, Flags};
use crate::nearest::listed;
use crate::problem::{Place, Problem};

/// A row outside 3000 to 4999 says what may be done with its codes, and no row contradicts itself. What
/// a derived enum may do with its codes is known to the runtime crate.
pub(super) fn are_said_and_agree<S: Place>(draft: &Draft<S>, problems: &mut Vec<Problem<S>>) {
    if draft.head.rules.derived {
        return;
    }
    // A code whose range is not known may have inherited what it does not say.
    let unsure = draft.ranges.iter().any(|range| known_codes(range).is_none());
    let rows: Vec<&DraftRow<S>> = draft.rows().collect();
    for (row, parent) in rows.iter().zip(nesting::parents(draft)) {
        let range = parent.map(|parent| rows[parent]);
        let said = Said::of(row, range);
        if !unsure {
            problems.extend(unsaid(row, &said));
        }
        problems.extend(contradiction(row, &said));
    }
}

/// What a row says, or its range for it, or the default.
pub(super) struct Said<'a, S> {
    wire: Option<Flag<'a, S>>,
    local: Option<Flag<'a, S>>,
    script: Option<Flag<'a, S>>,
}

/// A flag, and the place of its key where there is one.
struct Flag<'a, S> {
    value: bool,
    at: Option<&'a S>,
    /// The row says so itself.
    own: bool,
}

impl<'a, S> Said<'a, S> {
    /// Looks a row's flags up, first in the row, then in its range. Where neither says, codes wholly
    /// within 3000 to 4999 may be sent, and passed to `close()`, unless they are local.
    pub(super) fn of(row: &'a DraftRow<S>, range: Option<&'a DraftRow<S>>) -> Self {
        let local = flag(row.local.as_ref(), range.and_then(|range| range.local.as_ref()));
        let may = !local.as_ref().is_some_and(|local| local.value);
        let default = || is_open(row).then_some(Flag { value: may, at: None, own: false });
        let wire = flag(row.wire.as_ref(), range.and_then(|range| range.wire.as_ref()));
        let wire = wire.or_else(default);
        let script = flag(row.script.as_ref(), range.and_then(|range| range.script.as_ref()));
        let script = script.or_else(|| {
            let sent = wire.as_ref().is_none_or(|wire| wire.value);
            default().map(|script| Flag { value: script.value && sent, ..script })
        });
        Self { wire, local, script }
    }

    /// The flags; what nobody says is false.
    pub(super) fn flags(&self) -> Flags {
        let value = |flag: &Option<Flag<'a, S>>| flag.as_ref().is_some_and(|flag| flag.value);
        Flags { wire: value(&self.wire), local: value(&self.local), script: value(&self.script) }
    }
}

fn flag<'a, S>(
    row: Option<&'a At<bool, S>>,
    range: Option<&'a At<bool, S>>,
) -> Option<Flag<'a, S>> {
    let own = row.is_some();
    row.or(range).map(|flag| Flag { value: flag.value, at: Some(&flag.at), own })
}

/// Whether all codes of a row are in the two ranges whose use is free: 3000 to 4999.
fn is_open<S>(row: &DraftRow<S>) -> bool {
    known_codes(row)
        .is_some_and(|codes| codes.iter().all(|codes| codes.0 >= 3000 && codes.1 <= 4999))
}

/// Reports a row that has to say what may be done with its codes, and does not.
fn unsaid<S: Place>(row: &DraftRow<S>, said_of_row: &Said<'_, S>) -> Option<Problem<S>> {
    let codes = known_codes(row)?;
    let mut keys = Vec::new();
    if said_of_row.wire.is_none() {
        keys.push("wire");
    }
    if said_of_row.script.is_none() {
        keys.push("script");
    }
    if keys.is_empty() {
        return None;
    }
    let codes = said(*codes.first()?);
    let keys = listed(&keys, "and");
    Some(
        Problem::error(row.codes.first()?.at.clone(), format!("{codes} does not say {keys}"))
            .label("only codes of 3000 to 4999 have defaults")
            .help(
                "`wire = true` if the code may be sent, `script = true` if a page may pass it to \
                 close(), else false",
            ),
    )
}

/// Reports a row that cannot be what it says.
fn contradiction<S: Place>(row: &DraftRow<S>, said: &Said<'_, S>) -> Option<Problem<S>> {
    let (wire, script) = (said.wire.as_ref()?, said.script.as_ref());
    if let Some(local) = said.local.as_ref().filter(|local| local.value && wire.value) {
        return contrast(
            row,
            (local, "`local = true`: never sent"),
            (wire, "`wire = true`: may be sent"),
            "`local` contradicts `wire`",
            "set the one that is wrong to false",
        );
    }
    let script = script.filter(|script| script.value && !wire.value)?;
    contrast(
        row,
        (script, "`script = true`: a page may send it"),
        (wire, "`wire = false`: may not be sent"),
        "`script` contradicts `wire`",
        "a code that a page passes to close() is sent: set `script` to false, or `wire` to true",
    )
}

/// Shows two flags, first the one that the row has itself.
fn contrast<'a, S: Place>(
    row: &DraftRow<S>,
    one: (&Flag<'a, S>, &str),
    other: (&Flag<'a, S>, &str),
    message: &str,
    help: &str,
) -> Option<Problem<S>> {
    let (first, second) = if one.0.own { (one, other) } else { (other, one) };
    if !first.0.own {
        return None; // The range has both, and has been told.
    }
    let at = first.0.at.unwrap_or(&row.at).clone();
    let mut problem = Problem::error(at, message).label(first.1);
    if let Some(place) = second.0.at {
        let from = if second.0.own { "" } else { ", inherited from the range" };
        problem = problem.related(place.clone(), format!("{}{from}", second.1));
    }
    Some(problem.help(help))
}
