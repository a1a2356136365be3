//! Overlaps: no code belongs to two rows of one level.

use super::nesting::{Spot, sorted};
use super::numbers::range_text;
use crate::model::{Draft, Origin};
use crate::problem::Problem;

/// In a table no range reaches into another, and no code is there twice. In a derived enum a range may
/// lie inside a wider one, but neither be the same nor reach over its end.
pub(super) fn ranges_and_codes_are_apart(draft: &Draft, problems: &mut Vec<Problem>) {
    let nested = draft.head.origin == Origin::Derive;
    let rows: Vec<_> = draft.rows().collect();
    let (ranges, codes) = rows.split_at(draft.ranges.len());
    clashes(&sorted(ranges), nested, problems);
    clashes(&sorted(codes), nested, problems);
}

/// Only one row takes what the others leave.
pub(super) fn one_row_takes_the_rest(draft: &Draft, problems: &mut Vec<Problem>) {
    let mut rest = draft.rows().filter(|row| row.rest);
    let Some(first) = rest.next() else { return };
    for row in rest {
        problems.push(
            Problem::error(row.at, "two variants take the rest")
                .label("here again")
                .related(first.at, "the first that takes the rest")
                .help("leave `rest` to one of them"),
        );
    }
}

/// Compares each range with the narrowest before it that reaches its first code.
fn clashes(spots: &[Spot<'_>], nested: bool, problems: &mut Vec<Problem>) {
    let mut open: Vec<usize> = Vec::new();
    for (index, spot) in spots.iter().enumerate() {
        while open.last().is_some_and(|below| spots[*below].last < spot.first) {
            open.pop();
        }
        let Some(below) = open.last().map(|below| &spots[*below]) else {
            open.push(index);
            continue;
        };
        let same = (below.first, below.last) == (spot.first, spot.last);
        if same || !nested || spot.last > below.last {
            problems.push(clash(below, spot, nested));
        }
        if nested || spot.last > below.last {
            open.push(index);
        }
    }
}

/// Shows both places, the later one first.
fn clash(one: &Spot<'_>, other: &Spot<'_>, nested: bool) -> Problem {
    let (above, below) = if one.row <= other.row { (one, other) } else { (other, one) };
    let (first, last) = (one.first.max(other.first), one.last.min(other.last));
    let (at, related) = (below.codes.at, above.codes.at);
    if !one.codes.is_range && !other.codes.is_range {
        let message = if one.row == other.row {
            format!("the variant has the code {first} twice")
        } else if nested {
            format!("two variants have the code {first}")
        } else {
            format!("two rows have the code {first}")
        };
        return Problem::error(at, message)
            .label("here again")
            .related(related, format!("{first} is here first"))
            .help("take one of them out, or correct its number");
    }
    let help = if (one.first, one.last) == (other.first, other.last) {
        "take one of them out, or correct its codes"
    } else if nested {
        "a range lies inside the other, or apart from it"
    } else {
        "end the one before the other begins"
    };
    Problem::error(at, format!("two ranges hold {}", range_text((first, last))))
        .label("this range")
        .related(related, "the range that it overlaps")
        .help(help)
}
