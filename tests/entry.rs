//! Rows of one code, of a range, and of several ranges.

use std::ops::RangeInclusive;

use close_code::__private::{EntryBuilder, sorted};
use close_code::{CloseCode, Entry, Reconnect, Sender};

const ROWS: [(Entry, &[RangeInclusive<u16>]); 5] = [
    (EntryBuilder::code(4001, "A", "A", "").entry(), &[4001..=4001]),
    (EntryBuilder::range(4100, 4199, "A", "A", "").entry(), &[4100..=4199]),
    (
        EntryBuilder::code(4001, "A", "A", "").more(&[(4003, 4003), (4010, 4019)]).entry(),
        &[4001..=4001, 4003..=4003, 4010..=4019],
    ),
    (
        EntryBuilder::range(4500, 4599, "A", "A", "").more(&[(4001, 4001), (4400, 4449)]).entry(),
        &[4500..=4599, 4001..=4001, 4400..=4449],
    ),
    (
        EntryBuilder::range(0, 1, "A", "A", "").more(&[(65_534, 65_535), (4000, 4000)]).entry(),
        &[0..=1, 65_534..=65_535, 4000..=4000],
    ),
];

#[test]
fn a_row_has_the_codes_that_it_was_written_for() {
    for (row, codes) in ROWS {
        assert_eq!(row.codes().collect::<Vec<_>>(), codes);
        assert_eq!(row.codes().len(), codes.len());
        for code in 0..=u16::MAX {
            let expected = codes.iter().any(|range| range.contains(&code));
            assert_eq!(row.contains(CloseCode::new(code)), expected, "{code} of {row:?}");
        }
    }
}

#[test]
fn the_lowest_and_the_highest_code_may_be_in_any_range() {
    for (row, codes) in ROWS {
        let (first, last) =
            (codes.iter().map(RangeInclusive::start), codes.iter().map(RangeInclusive::end));
        assert_eq!(Some(&row.first().get()), first.min(), "{row:?}");
        assert_eq!(Some(&row.last().get()), last.max(), "{row:?}");
        assert_eq!(row.is_single(), codes == [4001..=4001], "{row:?}");
    }
}

/// A row of several codes may be sent if all of them may.
#[test]
fn the_built_in_table_decides_what_may_be_done_with_a_row() {
    const MORE: &[(u16, u16)] = &[(3000, 3000), (1001, 1002)];
    let ends = [0, 999, 1000, 1004, 1005, 1006, 1007, 1015, 2999, 3000, 4999, 5000, 65_535];
    for first in ends {
        for last in ends.into_iter().filter(|last| first <= *last) {
            for more in [&[][..], MORE] {
                let row = EntryBuilder::range(first, last, "A", "A", "").more(more).as_built_in();
                let row = row.entry();
                let all = |is: fn(CloseCode) -> bool| {
                    row.codes().flatten().all(|code| is(CloseCode::new(code)))
                };
                assert_eq!(row.is_valid_on_wire(), all(CloseCode::is_valid_on_wire), "{row:?}");
                assert_eq!(row.is_local_only(), all(CloseCode::is_local_only), "{row:?}");
                assert_eq!(
                    row.is_settable_by_script(),
                    all(CloseCode::is_settable_by_script),
                    "{row:?}"
                );
            }
        }
    }
}

#[test]
fn an_extra_text_is_found_by_its_key() {
    let row = EntryBuilder::code(4001, "A", "A", "").extra(&[("status", "429"), ("log", "warn")]);
    let row = row.entry();
    assert_eq!((row.extra("status"), row.extra("log")), (Some("429"), Some("warn")));
    assert_eq!((row.extra(""), row.extra("429")), (None, None));
}

#[test]
fn a_row_says_what_was_written_and_the_usual_for_the_rest() {
    let plain = EntryBuilder::code(4001, "BadToken", "BAD_TOKEN", "Bad token");
    let row = plain.entry();
    assert_eq!((row.name(), row.constant()), ("BadToken", "BAD_TOKEN"));
    assert_eq!((row.meaning(), row.label()), ("Bad token", "Bad token"));
    assert_eq!(
        (row.description(), row.class(), row.since(), row.deprecated()),
        ("", None, None, None)
    );
    assert!(row.reference().is_empty());
    assert_eq!((row.sender(), row.reconnect()), (Sender::Either, Reconnect::Unspecified));
    assert!(row.is_valid_on_wire() && row.is_settable_by_script() && !row.is_local_only());
    let row = plain
        .label("token")
        .description("The token is wrong.")
        .class("Auth")
        .since("2")
        .deprecated("Use 4002.")
        .reference(&["RFC 6455"])
        .server()
        .never()
        .unsendable()
        .no_script()
        .local()
        .entry();
    assert_eq!((row.meaning(), row.label()), ("Bad token", "token"));
    assert_eq!((row.description(), row.class()), ("The token is wrong.", Some("Auth")));
    assert_eq!((row.since(), row.deprecated()), (Some("2"), Some("Use 4002.")));
    assert_eq!(row.reference(), ["RFC 6455"]);
    assert_eq!((row.sender(), row.reconnect()), (Sender::Server, Reconnect::Never));
    assert!(!row.is_valid_on_wire() && !row.is_settable_by_script() && row.is_local_only());
}

#[test]
fn rows_are_in_the_order_of_their_codes_and_the_wider_first() {
    let row = |first, last, name| EntryBuilder::range(first, last, name, "", "").entry();
    let rows = [row(4100, 4199, "C"), row(4001, 4001, "B"), row(4000, 4999, "A")];
    let names = |rows: &[Entry]| rows.iter().map(Entry::name).collect::<Vec<_>>();
    assert_eq!(names(&sorted(&rows)), ["A", "B", "C"]);
    assert_eq!(names(&sorted(&[rows[1], row(4001, 4002, "A")])), ["A", "B"]);
    assert_eq!(names(&sorted(&[])), [""; 0]);
}
