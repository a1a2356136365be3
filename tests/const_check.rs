//! What the compiler checks of computed codes, here at run time.

use close_code::__private::EntryBuilder;
use close_code::__private::const_check::{VariantCodes, clash, clashes, code, sendable, total};
use close_code::CloseCode;

#[test]
#[should_panic(expected = "65536 is not a close code; a code is a number from 0 to 65535")]
fn a_code_has_two_bytes() {
    code(65_536, 0, 65_535, true, None);
}

#[test]
#[should_panic(expected = "-1 is not a close code")]
fn a_code_is_not_negative() {
    code(-1, 0, 65_535, true, None);
}

#[test]
fn a_code_may_be_the_first_and_the_last_of_the_range() {
    for end in [0, 65_535] {
        code(end, 0, 65_535, true, None);
    }
    code(4000, 4000, 4999, false, Some("Any"));
    code(4999, 4000, 4999, false, Some("Any"));
}

#[test]
#[should_panic(
    expected = "5000 is in OutOfRange (5000..=65535), which must not be sent, and outside"
)]
fn the_code_after_the_range_is_outside() {
    code(5000, 4000, 4999, false, None);
}

#[test]
#[should_panic(expected = "3999 is in Library (3000..=3999), and outside the range of the enum")]
fn the_code_before_the_range_is_outside() {
    code(3999, 4000, 4999, false, None);
}

#[test]
fn any_name_is_allowed_for_a_code_with_one_meaning() {
    code(1000, 0, 65_535, false, Some("Done"));
    code(2999, 0, 65_535, true, Some("Any"));
    code(3000, 0, 65_535, false, Some("Unauthorized"));
    code(3000, 0, 65_535, false, None);
}

#[test]
#[should_panic(
    expected = "3000 is `Unauthorized` in the registry; rename the variant to that, or add"
)]
fn a_registered_code_has_its_name() {
    code(3000, 0, 65_535, false, Some("Denied"));
}

#[test]
#[should_panic(expected = "3000 is `Unauthorized` in the registry")]
fn a_name_differs_in_one_letter() {
    code(3000, 0, 65_535, false, Some("Unauthorised"));
}

#[test]
fn an_error_may_close_with_a_code_that_may_be_sent() {
    for number in [1000, 1011, 3000, 4999] {
        sendable(CloseCode::new(number));
    }
}

#[test]
#[should_panic(expected = "1006 is AbnormalClosure, which is never sent; close with a code that")]
fn an_error_does_not_close_with_another() {
    sendable(CloseCode::new(1006));
}

const fn span(first: i128, last: i128) -> VariantCodes {
    VariantCodes { name: "", first, last, discriminant: false, known: false }
}

#[test]
fn ranges_lie_inside_each_other_or_apart() {
    assert_eq!(clashes(&[span(4000, 4100), span(4101, 4200)]), [0, 0]);
    assert_eq!(clashes(&[span(4000, 4100), span(4100, 4200)]), [0, 1]);
    assert_eq!(clashes(&[span(4100, 4200), span(4000, 4100)]), [0, 1]);
    assert_eq!(clashes(&[span(4000, 4100), span(4000, 4050), span(4051, 4100)]), [0, 0, 0]);
    let inside = [span(4000, 4999), span(4100, 4199), span(4150, 4250), span(4200, 4200)];
    assert_eq!(clashes(&inside), [0, 0, 2, 0]);
}

#[test]
fn the_same_codes_clash_unless_the_compiler_says_so_itself() {
    let discriminant = VariantCodes { discriminant: true, ..span(4001, 4001) };
    assert_eq!(clashes(&[span(4001, 4001), span(4001, 4001)]), [0, 1]);
    assert_eq!(clashes(&[discriminant, span(4001, 4001)]), [0, 1]);
    assert_eq!(clashes(&[span(4001, 4001), discriminant]), [0, 1]);
    assert_eq!(clashes(&[discriminant, discriminant]), [0, 0]);
}

#[test]
fn literals_are_compared_with_what_is_none() {
    let known = VariantCodes { known: true, ..span(4000, 4100) };
    let other = VariantCodes { known: true, ..span(4050, 4150) };
    assert_eq!(clashes(&[known, other]), [0, 0]);
    assert_eq!(clashes(&[known, span(4050, 4150)]), [0, 1]);
    assert_eq!(clashes(&[span(4000, 4100), other]), [0, 1]);
}

const fn named(name: &'static str, first: i128, last: i128) -> VariantCodes {
    VariantCodes { name, ..span(first, last) }
}

#[test]
fn variants_apart_do_not_clash() {
    let spans = [named("A", 4000, 4001), named("B", 4002, 4002)];
    for at in 0..2 {
        clash(&spans, &clashes(&spans), at);
    }
}

#[test]
#[should_panic(
    expected = "4001 is the code of `A` already; remove one of them, or change its number"
)]
fn a_code_is_of_one_variant() {
    let spans = [named("Other", 4000, 4000), named("A", 4001, 4001), named("B", 4001, 4001)];
    clash(&spans, &clashes(&spans), 2);
}

#[test]
#[should_panic(expected = "4001..=4003 are the codes of `A` already; remove one of them")]
fn a_range_is_of_one_variant() {
    let spans = [named("A", 4001, 4003), named("B", 4001, 4003)];
    clash(&spans, &clashes(&spans), 1);
}

#[test]
#[should_panic(
    expected = "4001..=4009 overlaps 4001..=4003 of `A`; ranges must not partly overlap"
)]
fn ranges_of_one_start_may_overlap() {
    let spans = [named("A", 4001, 4003), named("B", 4001, 4009)];
    clash(&spans, &[0, 1], 1);
}

#[test]
#[should_panic(
    expected = "4003..=4009 overlaps 4001..=4003 of `A`; ranges must not partly overlap"
)]
fn ranges_overlap() {
    let spans = [named("A", 4001, 4003), named("B", 4003, 4009)];
    clash(&spans, &clashes(&spans), 1);
}

fn odd<const N: usize>() -> [VariantCodes; N] {
    core::array::from_fn(|at| {
        let code = 4001 + 2 * i128::try_from(at).unwrap_or_default();
        span(code, code)
    })
}

#[test]
fn a_range_without_gaps_is_total() {
    total(&[span(4011, 4019), span(4000, 4004), span(4000, 4010)], 4000, 4019);
    total(&[span(0, 65_535)], 0, 65_535);
    total(&[span(3000, 4999)], 4000, 4000);
    total(&[span(4000, 4002), span(5000, 5001)], 4000, 4002);
}

#[test]
#[should_panic(
    expected = "no variant for 4000, 4002, 4004, 4006, 4008, 4010 and more; add a variant"
)]
fn many_gaps_are_told_in_part() {
    total(&odd::<10>(), 4000, 4019);
}

#[test]
#[should_panic(
    expected = "no variant for 4000, 4002, 4004, 4006, 4008, 4010 to 4011; add a variant"
)]
fn six_gaps_are_told() {
    total(&odd::<5>(), 4000, 4011);
}

#[test]
#[should_panic(expected = "no variant for 4000 to 4001; add a variant")]
fn a_gap_is_before_what_overlaps() {
    total(&[span(4002, 4010), span(4003, 4005), span(4011, 4012)], 4000, 4012);
}

#[test]
#[should_panic(expected = "no variant for 4000 to 4001; add a variant")]
fn a_gap_is_before_the_last_code() {
    total(&[span(4002, 4002)], 4000, 4002);
}

#[test]
#[should_panic(expected = "no variant for 4000, 4002, 4004, 4006, 4008, 4010; add a variant")]
fn six_gaps_are_all_of_them() {
    let mut spans = odd::<7>();
    spans[6] = span(4012, 4012);
    total(&spans, 4000, 4012);
}

#[test]
#[should_panic(expected = "no variant for 4004 to 4005; add a variant")]
fn a_gap_is_after_neighbors() {
    total(&[span(4000, 4001), span(4002, 4003)], 4000, 4005);
}

#[test]
#[should_panic(expected = "no variant for 4000 to 4002; add a variant")]
fn a_gap_ends_with_the_range() {
    total(&[span(5000, 5001)], 4000, 4002);
}

#[test]
#[should_panic(expected = "no variant for 0 to 65535; add a variant")]
fn all_may_be_missing() {
    total(&[], 0, 65_535);
}

#[test]
fn a_row_of_several_codes_is_not_single() {
    let row = EntryBuilder::code(4001, "", "", "");
    assert!(row.entry().is_single());
    assert!(!row.more(&[(4003, 4003)]).entry().is_single());
}

#[test]
fn what_may_be_done_with_a_row_holds_for_all_of_its_codes() {
    for (first, last, wire, local, script) in [
        (1000, 1000, true, false, true),
        (1000, 1001, true, false, false),
        (1001, 1004, false, false, false),
        (1004, 1006, false, false, false),
        (1005, 1006, false, true, false),
        (3000, 4999, true, false, true),
        (4999, 5000, false, false, false),
    ] {
        let row = EntryBuilder::range(first, last, "", "", "");
        // Whatever the row said before.
        for row in [row, row.local().unsendable().no_script()] {
            let row = row.as_built_in().entry();
            let known = (row.is_valid_on_wire(), row.is_local_only(), row.is_settable_by_script());
            assert_eq!(known, (wire, local, script), "{first} to {last}");
        }
    }
}
