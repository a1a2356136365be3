//! Reserved codes: those that were used once, and may not be used again.

use super::nesting::sorted;
use super::numbers::{literal_range, range_text};
use crate::model::{Draft, DraftCodes};
use crate::problem::Problem;

/// What is reserved is in the span of the table, each code once, and no row has it. A range may have
/// reserved codes among its own.
pub(super) fn are_not_used(draft: &Draft, problems: &mut Vec<Problem>) {
    let span = draft.head.span;
    let reserved = draft.head.reserved.iter();
    let mut reserved: Vec<(&DraftCodes, (u16, u16))> =
        reserved.filter_map(|codes| Some((codes, literal_range(codes)?))).collect();
    for (codes, range) in &reserved {
        if range.0 < span.0 || range.1 > span.1 {
            problems.push(
                Problem::error(
                    codes.at,
                    format!(
                        "{} in `reserved` is outside the span of the table",
                        range_text(*range)
                    ),
                )
                .related(draft.head.span_at, format!("the span is {}", range_text(span)))
                .help("widen `span`, or remove it from `reserved`"),
            );
        }
    }
    reserved.sort_by_key(|(_, range)| *range);
    for pair in reserved.windows(2) {
        let [(above, before), (codes, range)] = pair else { continue };
        if before.1 >= range.0 {
            problems.push(
                Problem::error(
                    codes.at,
                    format!("{} is reserved twice", range_text((range.0, before.1.min(range.1)))),
                )
                .related(above.at, "first here")
                .help("remove one of them"),
            );
        }
    }
    let rows: Vec<_> = draft.rows().collect();
    for current in sorted(&rows) {
        let next = reserved.partition_point(|(_, range)| range.0 <= current.first);
        let Some((codes, range)) = next.checked_sub(1).map(|at| reserved[at]) else { continue };
        if current.last <= range.1 {
            let used = range_text((current.first, current.last));
            problems.push(
                Problem::error(current.codes.at, format!("{used} is reserved"))
                    .label("it was used for something else")
                    .related(codes.at, "reserved here")
                    .help("use another number, or remove it from `reserved`"),
            );
        }
    }
}
