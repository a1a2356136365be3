//! Classes: the ranges of a table as an enum of their own.

use super::nesting;
use super::numbers::{all_literal, literal_codes, range_text};
use crate::model::Draft;
use crate::problem::Problem;

/// A range has a class only where the table names the enum.
pub(super) fn are_named(draft: &Draft, problems: &mut Vec<Problem>) {
    if draft.head.class.is_some() {
        return;
    }
    for row in draft.rows() {
        let Some(class) = &row.class else { continue };
        problems.push(
            Problem::error(class.at, "`class` in a table without classes")
                .related(draft.head.name.at, "no `class` beside this")
                .help("name the enum of the classes in [table], or leave this out"),
        );
    }
}

/// Where there are classes, each code has one: that of its range.
pub(super) fn have_ranges(draft: &Draft, problems: &mut Vec<Problem>) {
    let Some(class) = &draft.head.class else { return };
    if draft.ranges.is_empty() {
        if !draft.codes.is_empty() && !class.value.is_empty() {
            problems.push(
                Problem::error(class.at, format!("`{}` has no classes", class.value))
                    .label("every class is a range, and the table has none")
                    .help("add a `[[range]]`, or leave `class` out"),
            );
        }
        return;
    }
    // Codes behind a range that is not known would be found fault with, and so would those in a gap,
    // which is reported as a whole.
    let unsure = !all_literal(&draft.ranges);
    if unsure || draft.head.total {
        return;
    }
    let parents = nesting::parents(draft);
    for (row, parent) in draft.codes.iter().zip(&parents[draft.ranges.len()..]) {
        let codes = literal_codes(row).unwrap_or_default();
        let (Some(code), None) = (codes.first(), parent) else { continue };
        problems.push(
            Problem::error(row.codes[0].at, format!("{} has no class", range_text(*code)))
                .label("in none of the ranges")
                .help("add a `[[range]]` around it, or leave `class` in [table] out"),
        );
    }
}
