//! The rules of a table. Only [`check`] creates a [`Table`].

use crate::model::{Draft, Origin, Table};
use crate::problem::Problem;
use crate::registry::Registry;

mod classes;
mod codes;
mod complete;
mod flags;
mod names;
pub mod nesting;
mod numbers;
mod overlap;
mod reserved;
mod texts;

pub(crate) use numbers::is_code;
pub use numbers::not_a_code;
pub use texts::WARNINGS;

/// Checks a draft, and completes it: what a row leaves out it inherits from its range, and a row on a
/// registered code from the registry. The built-in table is compared with nothing.
///
/// A front end that had to leave something out has reported that itself, and marks it: a row without
/// codes that is not the rest, and an empty name. No rule reports those again.
///
/// # Errors
///
/// Every problem of the draft, sorted by place.
pub fn check(draft: &Draft, registry: Option<&Registry>) -> Result<Table, Vec<Problem>> {
    let is_table = draft.head.origin == Origin::Table;
    let mut problems = Vec::new();
    for (scope, rule) in RULES {
        if is_table || scope == Scope::All {
            rule(draft, &mut problems);
        }
    }
    if let Some(registry) = registry.filter(|_| !is_table) {
        codes::are_allowed(draft, registry, &mut problems);
    }
    if problems.is_empty() {
        return Ok(complete::complete(draft, registry));
    }
    problems.sort_by_key(|problem| problem.at.start);
    if is_table {
        // One wrong number breaks several rules; the first is enough.
        problems.dedup_by_key(|problem| problem.at);
    }
    Err(problems)
}

/// A rule looks at a draft and adds what it finds.
type Rule = fn(&Draft, &mut Vec<Problem>);

/// Which drafts a rule is for.
#[derive(Clone, Copy, Eq, PartialEq)]
enum Scope {
    All,
    /// Only tables: of an enum the compiler, or the front end, reports it, or it is allowed.
    Tables,
}

/// The rules. Where two find a mistake at one place of a table, the first is reported.
const RULES: [(Scope, Rule); 20] = [
    (Scope::Tables, has_rows),
    (Scope::Tables, names::are_identifiers),
    (Scope::Tables, names::are_not_reserved),
    (Scope::Tables, names::differ),
    (Scope::Tables, names::of_enums_differ),
    (Scope::All, texts::are_not_empty),
    (Scope::All, texts::are_visible),
    (Scope::Tables, texts::allowed_warnings_exist),
    (Scope::All, numbers::are_codes),
    (Scope::All, numbers::begin_before_they_end),
    (Scope::Tables, numbers::are_in_the_span),
    (Scope::All, numbers::cover_the_span),
    (Scope::All, overlap::ranges_and_codes_are_apart),
    (Scope::All, overlap::one_row_takes_the_rest),
    (Scope::Tables, overlap::rows_are_in_order),
    (Scope::Tables, reserved::are_not_used),
    (Scope::Tables, classes::are_named),
    (Scope::Tables, classes::have_ranges),
    (Scope::Tables, flags::are_given_and_agree),
    (Scope::All, delays_are_in_order),
];

/// A table has a row.
fn has_rows(draft: &Draft, problems: &mut Vec<Problem>) {
    if draft.rows().next().is_none() {
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
                Problem::error(reconnect.at, "the minimum delay is greater than the maximum")
                    .label(format!("from {min} to {max} seconds"))
                    .help(format!("write the shorter one first: {max}, then {min}")),
            );
        }
    }
}
