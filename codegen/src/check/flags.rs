//! What may be done with a code: `wire`, `local` and `script`.

use super::nesting;
use super::numbers::{all_literal, literal_codes, range_text};
use crate::model::{At, Draft, DraftRow, FREE, Flags, Span};
use crate::nearest::listed;
use crate::problem::Problem;

/// A row outside 3000 to 4999 says what may be done with its codes, and no row contradicts itself. What
/// a derived enum may do with its codes is known to the runtime crate.
pub(super) fn are_given_and_agree(draft: &Draft, problems: &mut Vec<Problem>) {
    // A code whose range is not known may have inherited what it does not say.
    let unsure = !all_literal(&draft.ranges);
    let rows: Vec<_> = draft.rows().collect();
    for (row, parent) in rows.iter().zip(&nesting::parents(draft)) {
        let range = parent.map(|parent| rows[parent]);
        let flags = RowFlags::of(row, range);
        // What a range leaves unsaid is reported there, and not for every code in it.
        if !unsure && range.is_none() {
            missing(row, &flags, draft.head.span, problems);
        }
        if let Some(problem) = contradiction(row, &flags) {
            problems.push(problem);
        }
    }
}

/// What a row says, or its range for it, or the default.
pub(super) struct RowFlags {
    wire: Option<Flag>,
    local: Option<Flag>,
    script: Option<Flag>,
}

/// A flag, and the place of its key where there is one.
struct Flag {
    value: bool,
    at: Option<Span>,
    /// The row says so itself.
    own: bool,
}

impl RowFlags {
    /// Looks a row's flags up, first in the row, then in its range. A permission has to be given: a row
    /// that is local, or not on the wire, takes back what depends on that in its range. Where neither
    /// says anything, codes of 3000 to 4999 that are not local may be sent, and passed to `close()`.
    pub(super) fn of(row: &DraftRow, range: Option<&DraftRow>) -> Self {
        let says =
            |flag: &Option<At<bool>>, value| flag.as_ref().is_some_and(|at| at.value == value);
        let local = flag(row.local.as_ref(), range.and_then(|range| range.local.as_ref()));

        let never_sent = says(&row.local, true);
        let wire = range.and_then(|range| range.wire.as_ref()).filter(|_| !never_sent);
        let wire = flag(row.wire.as_ref(), wire).or_else(|| {
            let sent = !local.as_ref().is_some_and(|local| local.value);
            (is_open(row) || !sent).then_some(Flag { value: sent, at: None, own: false })
        });

        let never_passed = never_sent || says(&row.wire, false);
        let script = range.and_then(|range| range.script.as_ref()).filter(|_| !never_passed);
        let script = flag(row.script.as_ref(), script).or_else(|| {
            let sent = wire.as_ref().is_some_and(|wire| wire.value);
            (is_open(row) || never_passed).then_some(Flag { value: sent, at: None, own: false })
        });
        Self { wire, local, script }
    }

    /// The flags; what nobody says is false.
    pub(super) fn flags(&self) -> Flags {
        let value = |flag: &Option<Flag>| flag.as_ref().is_some_and(|flag| flag.value);
        Flags { wire: value(&self.wire), local: value(&self.local), script: value(&self.script) }
    }
}

fn flag(row: Option<&At<bool>>, range: Option<&At<bool>>) -> Option<Flag> {
    let own = row.is_some();
    row.or(range).map(|flag| Flag { value: flag.value, at: Some(flag.at), own })
}

/// Whether all codes of a row are in the two ranges whose use is free: 3000 to 4999.
fn is_open(row: &DraftRow) -> bool {
    literal_codes(row).is_some_and(|codes| {
        codes.iter().all(|codes| FREE.contains(&codes.0) && FREE.contains(&codes.1))
    })
}

/// Reports a row that has to say what may be done with its codes, and does not.
fn missing(row: &DraftRow, flags: &RowFlags, span: (u16, u16), problems: &mut Vec<Problem>) {
    let codes = literal_codes(row).unwrap_or_default();
    let ([of, ..], [first, ..]) = (&*row.codes, &*codes) else { return };
    if codes.iter().any(|codes| codes.0 < span.0 || codes.1 > span.1) {
        return; // They do not belong here, which is reported already.
    }
    let keys = [("wire", &flags.wire), ("script", &flags.script)];
    let keys: Vec<_> =
        keys.iter().filter(|(_, flag)| flag.is_none()).map(|(key, _)| *key).collect();
    if keys.is_empty() {
        return;
    }
    let (codes, keys) = (range_text(*first), listed(&keys, "and"));
    problems.push(
        Problem::error(of.at, format!("{codes} does not say {keys}"))
            .label("only codes of 3000 to 4999 have defaults")
            .help(
                "write `wire = true` if it may be sent, and `script = true` if a page may pass it \
                 to close(); else `false`",
            ),
    );
}

/// Reports a row that cannot be what it says.
fn contradiction(row: &DraftRow, flags: &RowFlags) -> Option<Problem> {
    let set = |flag| Option::filter(flag, |flag: &&Flag| flag.value);
    let (local, wire) = (set(flags.local.as_ref()), set(flags.wire.as_ref()));
    let script = set(flags.script.as_ref());
    let never_sent = "never sent, only reported by an endpoint to its own application";
    let (one, other, message, help) = match (local, wire, script) {
        (Some(local), Some(wire), _) => (
            (local, never_sent),
            (wire, "may be sent"),
            "`local` and `wire` exclude each other",
            "leave out the one that is wrong",
        ),
        (Some(local), None, Some(script)) => (
            (local, never_sent),
            (script, "sent by pages"),
            "`local` and `script` exclude each other",
            "leave out the one that is wrong",
        ),
        (None, None, Some(script)) => (
            (script, "sent by pages"),
            (flags.wire.as_ref()?, "may not be sent"),
            "`script` needs `wire`",
            "what a page passes to close() is sent: write `wire = true`, or leave `script` out",
        ),
        _ => return None,
    };
    contrast(row, one, other, message, help)
}

/// Shows two flags, first the one that the row has itself.
fn contrast(
    row: &DraftRow,
    one: (&Flag, &str),
    other: (&Flag, &str),
    message: &str,
    help: &str,
) -> Option<Problem> {
    let (first, second) = if one.0.own { (one, other) } else { (other, one) };
    if !first.0.own {
        return None; // The range has both, and has been told.
    }
    let at = first.0.at.unwrap_or(row.at);
    let mut problem = Problem::error(at, message).label(first.1);
    if let Some(place) = second.0.at {
        let from = if second.0.own { "" } else { ", inherited from the range" };
        problem = problem.related(place, format!("{}{from}", second.1));
    }
    Some(problem.help(help))
}
