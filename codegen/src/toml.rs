//! The front end for tables in TOML.

mod fields;
mod head;
mod lines;
pub(crate) mod lower;
mod row;
mod syntax;

use crate::check::check;
use crate::model::Table;
use crate::problem::Problem;
use crate::registered;

pub use self::lower::lower;

/// Reads and checks a table.
///
/// # Errors
///
/// Every mistake in the source, sorted by place: of the TOML, of its keys and values, and of the table
/// as a whole. A row that is not TOML is left out of the rest, so that one mistake is one problem.
pub fn read(source: &str) -> Result<Table, Vec<Problem>> {
    let (draft, mut problems) = lower(source);
    if let Some(draft) = &draft {
        let is_built_in = draft.head.name.value == registered::NAME;
        match check(draft, if is_built_in { None } else { registered::registry() }) {
            Ok(mut table) if problems.is_empty() => {
                number_lines(&mut table, source);
                return Ok(table);
            }
            Ok(_) => {}
            Err(more) => problems.extend(more),
        }
    }
    problems.sort_by_key(|problem| (problem.at.start, problem.at.end));
    Err(problems)
}

/// Says on which line each row is.
fn number_lines(table: &mut Table, source: &str) {
    let ends: Vec<_> = source.match_indices('\n').map(|(at, _)| at).collect();
    for row in &mut table.rows {
        row.line = Some(ends.partition_point(|end| *end < row.at.start) + 1);
    }
}
