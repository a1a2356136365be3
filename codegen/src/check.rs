//! The rules of a table. Only [`check`] makes a [`Table`].

use crate::model::{Draft, Table};
use crate::problem::{Place, Problem};

mod complete;
mod words;

/// Checks a draft, and completes it: what a row leaves out it inherits from its range.
///
/// # Errors
///
/// Every problem of the draft, sorted by place.
pub fn check<S: Place>(draft: Draft<S>) -> Result<Table<S>, Vec<Problem<S>>> {
    let mut problems: Vec<Problem<S>> = Vec::new();
    if problems.is_empty() {
        return Ok(complete::complete(draft));
    }
    problems.sort_by_key(|problem| problem.at.order());
    Err(problems)
}

/// Says that a number is no close code.
pub(crate) fn no_code<S>(at: S, number: &str) -> Problem<S> {
    Problem::error(at, format!("{number} is no close code"))
        .label("does not fit in the two bytes of a code")
        .help("a code is a number from 0 to 65535")
}
