//! The rules of a table. Only [`check`] creates a [`Table`].

use crate::model::{Draft, DraftRow, Table};
use crate::problem::Problem;
use crate::registered::{self, Registry};

mod classes;
mod codes;
mod complete;
mod flags;
mod names;
pub mod nesting;
mod numbers;
mod order;
mod overlap;
mod reserved;
mod texts;

/// The warnings that `allow` can name, in a table and on a row.
pub const WARNINGS: [&str; 6] =
    ["override", "reassigned", "refused", "same-meaning", "undescribed", "unregistered"];

pub(crate) use numbers::is_code;
pub use numbers::not_a_code;

/// Checks a draft, and completes it: what a row leaves out it inherits from its range, and a row on a
/// registered code from the registry.
///
/// A front end that had to leave something out has reported that itself, and marks it: a row without
/// codes that is not the rest, and an empty name. No rule speaks of those again.
///
/// # Errors
///
/// Every problem of the draft, sorted by place.
pub fn check(draft: &Draft) -> Result<Table, Vec<Problem>> {
    let is_built_in = draft.head.name.value == registered::NAME;
    check_against(draft, if is_built_in { None } else { registered::registry() })
}

/// The same against the registered codes; without them, as for the built-in table.
pub(crate) fn check_against(
    draft: &Draft,
    registry: Option<&Registry>,
) -> Result<Table, Vec<Problem>> {
    let mut problems = Vec::new();
    for rule in RULES {
        rule(draft, &mut problems);
    }
    if let Some(registry) = registry {
        codes::are_allowed(draft, registry, &mut problems);
    }
    if problems.is_empty() {
        return Ok(complete::complete(draft, registry));
    }
    problems.sort_by_key(|problem| problem.at.start);
    if !draft.head.rules.derived {
        // A slip in a number breaks several rules; the first of them says enough.
        problems.dedup_by_key(|problem| problem.at);
    }
    Err(problems)
}

/// A rule looks at a draft and adds what it finds.
type Rule = fn(&Draft, &mut Vec<Problem>);

/// The rules. Those about what a compiler or a page sees of a table do not hold for a derived enum.
const RULES: [Rule; 20] = [
    has_rows,
    names::are_identifiers,
    names::are_not_reserved,
    names::differ,
    names::of_enums_differ,
    texts::are_not_empty,
    texts::hold_nothing_invisible,
    texts::allowed_warnings_exist,
    numbers::are_codes,
    numbers::begin_before_they_end,
    numbers::are_in_the_span,
    numbers::cover_the_span,
    overlap::ranges_and_codes_are_apart,
    overlap::one_row_takes_the_rest,
    order::rows_are_in_order,
    reserved::are_not_used,
    classes::are_named,
    classes::have_ranges,
    flags::are_said_and_agree,
    delays_are_in_order,
];

/// A table without a row is of no use to anybody. Of an enum without variants its front end knows more.
fn has_rows(draft: &Draft, problems: &mut Vec<Problem>) {
    if draft.rows().next().is_none() && !draft.head.rules.derived {
        problems.push(
            Problem::error(draft.head.name.at, "the table has no rows")
                .help("add a `[[code]]` with its `code` and its `name`"),
        );
    }
}

/// A delay is at least as long as the shortest and at most as long as the longest.
fn delays_are_in_order(draft: &Draft, problems: &mut Vec<Problem>) {
    use crate::model::Reconnect::After;
    for row in draft.rows() {
        let Some(reconnect) = &row.reconnect else { continue };
        let After { min, max } = reconnect.value else { continue };
        if min > max {
            problems.push(
                Problem::error(reconnect.at, "the shortest delay is longer than the longest")
                    .label(format!("from {min} to {max} seconds"))
                    .help(format!("write the shorter one first: {max}, then {min}")),
            );
        }
    }
}

impl Draft {
    /// The rows of both kinds, the ranges first.
    fn rows(&self) -> impl Iterator<Item = &DraftRow> {
        self.ranges.iter().chain(&self.codes)
    }
}
