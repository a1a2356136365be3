//! Numbers: which codes a table may hold, and which it has to.

use crate::model::{At, Draft, DraftCodes, DraftRow, Number, Origin, Span};
use crate::problem::Problem;

/// A code is a number that two bytes can hold.
pub(super) fn are_codes(draft: &Draft, problems: &mut Vec<Problem>) {
    for codes in draft.rows().flat_map(|row| &row.codes).chain(&draft.head.reserved) {
        is_code(&codes.first, problems);
        if codes.is_range {
            is_code(&codes.last, problems);
        }
    }
}

/// Reports a number that is not a close code.
pub(crate) fn is_code(end: &At<Number>, problems: &mut Vec<Problem>) {
    if let (Number::Known(number), None) = (&end.value, end.value.code()) {
        problems.push(not_a_code(end.at, &number.to_string()));
    }
}

/// Says that a number is not a close code.
#[must_use]
pub fn not_a_code(at: Span, number: &str) -> Problem {
    Problem::error(at, format!("{number} is not a close code"))
        .help("a code is a number from 0 to 65535: two bytes of a Close frame")
}

/// A range, and the span of a table, has its first code before its last.
pub(super) fn begin_before_they_end(draft: &Draft, problems: &mut Vec<Problem>) {
    let (first, last) = draft.head.span;
    let mut backwards = |at: Span, first: u16, last: u16| {
        if first > last {
            problems.push(
                Problem::error(at, "the range ends before it begins")
                    .label(format!("first {first}, then {last}"))
                    .help(format!("write `{}`", range_syntax((last, first), draft.head.origin))),
            );
        }
    };
    backwards(draft.head.span_at, first, last);
    for codes in draft.rows().flat_map(|row| &row.codes).chain(&draft.head.reserved) {
        if let (Some(first), Some(last)) = (codes.first.value.code(), codes.last.value.code()) {
            backwards(codes.at, first, last);
        }
    }
}

/// A code belongs to the span of its table. For an enum, `codes` reports it.
pub(super) fn are_in_the_span(draft: &Draft, problems: &mut Vec<Problem>) {
    let (first, last) = draft.head.span;
    if first > last {
        return;
    }
    for row in draft.rows() {
        for codes in &row.codes {
            let Some((from, to)) = literal_range(codes) else { continue };
            if from >= first && to <= last {
                continue;
            }
            let reaches = if from == to { "is" } else { "reaches" };
            let message =
                format!("{} {reaches} outside the span of the table", range_text((from, to)));
            problems.push(
                Problem::error(codes.at, message)
                    .related(
                        draft.head.span_at,
                        format!("the span is {}", range_text((first, last))),
                    )
                    .help("make the span wider, or take the row to another table"),
            );
        }
    }
}

/// Where every code must have a row, none is missing.
pub(super) fn cover_the_span(draft: &Draft, problems: &mut Vec<Problem>) {
    let head = &draft.head;
    let mut rows: Vec<_> = draft.rows().collect();
    if !head.total || rows.is_empty() {
        return;
    }
    // A row for the rest, or one of which nobody knows what it holds.
    if rows.iter().any(|row| row.rest || literal_codes(row).is_none()) {
        return;
    }
    // Where there are classes, only a range can give one to a code.
    if head.class.is_some() && !draft.ranges.is_empty() {
        rows.truncate(draft.ranges.len());
    }
    let gaps =
        gaps(head.span, rows.iter().filter_map(|row| literal_codes(row)).flatten().collect());
    let Some(first) = gaps.first() else { return };
    if head.origin == Origin::Derive {
        problems.push(
            Problem::error(head.total_at, format!("no variant for {}", listed(&gaps)))
                .help("add a variant with `#[close_code(rest)]`, or leave `total` out"),
        );
        return;
    }
    let row = if head.class.is_some() { "range" } else { "row" };
    // The row behind the gap, or before it where the gap is the last.
    let place = |is_next: &dyn Fn((u16, u16)) -> bool| {
        rows.iter()
            .flat_map(|row| &row.codes)
            .find(|codes| literal_range(codes).is_some_and(is_next))
    };
    let next = place(&|next| first.1.checked_add(1) == Some(next.0));
    let next = next.or_else(|| place(&|before| before.1.checked_add(1) == Some(first.0)));
    problems.push(
        Problem::error(
            next.map_or(head.span_at, |codes| codes.at),
            format!("no {row} holds {}", listed(&gaps)),
        )
        .label("next to this")
        .related(head.span_at, "a table of all codes leaves none out")
        .help(format!(
            "add a `[[range]]` with `codes = {}`, or set `span` in [table] to the codes that the table \
             is about",
            range_syntax(*first, head.origin)
        )),
    );
}

/// The codes of `span` that are in none of `held`.
fn gaps(span: (u16, u16), mut held: Vec<(u16, u16)>) -> Vec<(u16, u16)> {
    held.sort_unstable();
    let mut gaps = Vec::new();
    // The lowest code that is still without a holder; none once the last code of all has one.
    let mut next = Some(span.0);
    for &(first, last) in &held {
        let Some(from) = next.filter(|from| *from <= span.1) else { break };
        if first > from {
            gaps.push((from, span.1.min(first - 1)));
        }
        if last >= from {
            next = last.checked_add(1);
        }
    }
    if let Some(from) = next.filter(|from| *from <= span.1) {
        gaps.push((from, span.1));
    }
    gaps
}

/// The ends of a range that is one: both known, both codes, and in order.
pub(super) fn literal_range(codes: &DraftCodes) -> Option<(u16, u16)> {
    let ends = (codes.first.value.code()?, codes.last.value.code()?);
    (ends.0 <= ends.1).then_some(ends)
}

/// All codes of a row, where they are known.
pub(super) fn literal_codes(row: &DraftRow) -> Option<Vec<(u16, u16)>> {
    if row.codes.is_empty() {
        return None;
    }
    row.codes.iter().map(literal_range).collect()
}

/// Whether all codes of all these rows are known.
pub(super) fn all_literal(rows: &[DraftRow]) -> bool {
    rows.iter().all(|row| literal_codes(row).is_some())
}

/// A range as people say it.
pub(super) fn range_text((first, last): (u16, u16)) -> String {
    if first == last { first.to_string() } else { format!("{first} to {last}") }
}

/// A range as a table, or an attribute, has it.
fn range_syntax((first, last): (u16, u16), origin: Origin) -> String {
    match origin {
        Origin::Table => format!("[{first}, {last}]"),
        Origin::Derive => format!("{first}..={last}"),
    }
}

/// Ranges as people say them, the first few of them.
fn listed(ranges: &[(u16, u16)]) -> String {
    const SHOWN: usize = 6;
    let mut shown: Vec<_> = ranges.iter().take(SHOWN).map(|range| range_text(*range)).collect();
    if ranges.len() > SHOWN {
        shown.push(format!("{} more", ranges.len() - SHOWN));
    }
    match shown.split_last() {
        Some((last, first)) if !first.is_empty() => format!("{} and {last}", first.join(", ")),
        _ => shown.concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::{gaps, listed};

    #[test]
    fn gaps_lie_inside_the_span() {
        let all = (0, u16::MAX);
        for (span, held, expected) in [
            (all, vec![], vec![all]),
            (all, vec![all], vec![]),
            (all, vec![(1, 65534)], vec![(0, 0), (65535, 65535)]),
            (all, vec![(5, 9), (0, 4), (10, 65535)], vec![]),
            (all, vec![(0, 9), (2, 3), (5, 20), (22, 65535)], vec![(21, 21)]),
            ((10, 20), vec![(0, 5)], vec![(10, 20)]),
            ((10, 20), vec![(0, 12), (15, 15), (30, 40)], vec![(13, 14), (16, 20)]),
            ((10, 20), vec![(15, 65535)], vec![(10, 14)]),
        ] {
            assert_eq!(gaps(span, held.clone()), expected, "{held:?} in {span:?}");
        }
    }

    #[test]
    fn many_gaps_are_counted() {
        let ranges = |count: u16| (0..count).map(|n| (10 * n, 10 * n + 1)).collect::<Vec<_>>();
        assert_eq!(listed(&ranges(1)), "0 to 1");
        assert_eq!(listed(&ranges(2)), "0 to 1 and 10 to 11");
        assert!(listed(&ranges(6)).ends_with("40 to 41 and 50 to 51"));
        assert!(listed(&ranges(9)).ends_with("40 to 41, 50 to 51 and 3 more"));
    }
}
