//! Enums made at random, over all 65,536 codes against the slowest way to look a code up.
//!
//! The build script generates them: ranges in ranges, several on a variant, in any order, some codes as
//! sums.

use close_code::{CloseCode, Entry};

/// The enums.
#[expect(clippy::match_same_arms, clippy::unnecessary_wraps, reason = "a script has made them")]
mod batch {
    use super::Case;

    include!(concat!(env!("OUT_DIR"), "/batch.rs"));

    /// What is added to in the enums' sums.
    const BASE: u16 = 100;
}
use batch::cases;

/// The name of a variant, its codes, and whether it carries its code.
type Row = (&'static str, Vec<(u16, u16)>, bool);

/// The name of a variant, and the code that it carries.
type Found = (&'static str, Option<CloseCode>);

/// An enum and the rows that it was made from.
struct Case {
    range: (u16, u16),
    rows: Vec<Row>,
    /// Whether a variant takes what the others leave.
    rest: bool,
    /// The variant that has a code.
    find: fn(CloseCode) -> Option<Found>,
    table: &'static [Entry],
}

impl Case {
    /// Looks at every row, and takes the narrowest that has the code.
    fn expected(&self, code: u16) -> Option<Found> {
        let mut found: Option<(u16, &'static str, bool)> = None;
        for (name, ranges, carries) in &self.rows {
            for (first, last) in ranges {
                let is_narrower = found.is_none_or(|(width, ..)| last - first < width);
                if *first <= code && code <= *last && is_narrower {
                    found = Some((last - first, name, *carries));
                }
            }
        }
        let code = CloseCode::new(code);
        match found {
            Some((_, name, carries)) => Some((name, carries.then_some(code))),
            None if self.rest && self.range.0 <= code.get() && code.get() <= self.range.1 => {
                Some(("Rest", Some(code)))
            }
            None => None,
        }
    }
}

#[test]
fn from_code_agrees_with_a_look_at_every_row() {
    let cases = cases();
    assert_eq!(cases.len(), 24);
    for (at, case) in cases.iter().enumerate() {
        for code in 0..=u16::MAX {
            let found = (case.find)(CloseCode::new(code));
            assert_eq!(found, case.expected(code), "code {code} of enum {at}");
        }
    }
}

#[test]
fn the_table_has_every_row_once_in_the_order_of_the_codes() {
    for (at, case) in cases().iter().enumerate() {
        let mut expected: Vec<(u16, u16, &str)> = Vec::new();
        for (name, ranges, _) in &case.rows {
            let first = ranges.iter().map(|range| range.0).min().expect("a range");
            let last = ranges.iter().map(|range| range.1).max().expect("a range");
            expected.push((first, last, name));
        }
        if case.rest {
            expected.push((case.range.0, case.range.1, "Rest"));
        }
        let mut found: Vec<_> = case
            .table
            .iter()
            .map(|row| (row.first().get(), row.last().get(), row.name()))
            .collect();
        assert!(found.is_sorted_by_key(|row| row.0), "enum {at}: {found:?}");
        found.sort_unstable();
        expected.sort_unstable();
        assert_eq!(found, expected, "enum {at}");
    }
}

/// The enums are worth the test: they have all that the lookup has to tell apart.
#[test]
fn the_enums_are_of_all_kinds() {
    let cases = cases();
    let any = |what: &str, is: &dyn Fn(&Case) -> bool| {
        assert!(cases.iter().any(is), "no enum has {what}");
    };
    let ranges = |case: &Case| -> Vec<(u16, u16)> {
        case.rows.iter().flat_map(|row| row.1.iter().copied()).collect()
    };
    let inside =
        |one: &(u16, u16), other: &(u16, u16)| one != other && other.0 <= one.0 && one.1 <= other.1;
    any("several codes on a variant", &|case| case.rows.iter().any(|row| row.1.len() > 2));
    any("a variant for the rest", &|case| case.rest);
    any("gaps", &|case| !case.rest && case.expected(case.range.0).is_none());
    any("all codes in its range", &|case| case.range == (0, u16::MAX));
    any("a range in a range in a range", &|case| {
        let ranges = ranges(case);
        ranges.iter().any(|one| ranges.iter().filter(|other| inside(one, other)).count() > 1)
    });
}
