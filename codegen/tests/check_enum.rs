//! The rules where they differ for a Rust enum.

use std::cell::RefCell;

use close_code_codegen::check::check;
use close_code_codegen::model::{
    At, Codes, Draft, DraftCodes, DraftHead, DraftRow, Number, Origin, Payload, Reconnect, Row,
    Sender, Span, Table,
};
use close_code_codegen::problem::Problem;
use close_code_codegen::registered::registry;

thread_local! {
    static PLACES: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// A place that, like the compiler's, has no order: only a name, which is kept in a list.
fn spot(name: &str) -> Span {
    PLACES.with_borrow_mut(|places| {
        places.push(name.to_owned());
        Span::new(0, places.len() - 1)
    })
}

fn name_of(span: Span) -> String {
    PLACES.with_borrow(|places| places[span.end].clone())
}

fn at<T>(value: T, name: &str) -> At<T> {
    At::new(value, spot(name))
}

/// Codes as `4001`, `4000..=4099`, or the name of a constant.
fn codes(text: &str) -> DraftCodes {
    let (first, last) = text.split_once("..=").unwrap_or((text, text));
    let number = |text: &str| match text.parse() {
        Ok(number) => Number::Known(number),
        Err(_) => Number::Computed(0),
    };
    DraftCodes {
        first: at(number(first), text),
        last: at(number(last), text),
        is_range: text.contains("..="),
        at: spot(text),
    }
}

fn variant(name: &str, all: &[&str]) -> DraftRow {
    DraftRow {
        codes: all.iter().map(|text| codes(text)).collect(),
        payload: Payload::Unit,
        ..DraftRow::new(at(name.to_owned(), name), spot(name))
    }
}

fn rest(name: &str) -> DraftRow {
    DraftRow { rest: true, payload: Payload::Carried, ..variant(name, &[]) }
}

fn derived(codes: Vec<DraftRow>) -> Draft {
    let head = DraftHead {
        span_at: spot("range"),
        total_at: spot("total"),
        origin: Origin::Derive,
        ..DraftHead::new(at("ChatClose".to_owned(), "enum"))
    };
    Draft { head, ranges: Vec::new(), codes }
}

fn accepted(codes: Vec<DraftRow>) -> Table {
    check(&derived(codes), registry()).expect("an enum without mistakes")
}

/// The messages, each with its place and those that belong to it.
fn rejected(codes: Vec<DraftRow>) -> Vec<String> {
    let text = |problem: &Problem| {
        let related: Vec<_> = problem.related.iter().map(|(at, _)| name_of(*at)).collect();
        format!("{}: {} [{}]", name_of(problem.at), problem.message, related.join(", "))
    };
    check(&derived(codes), registry())
        .expect_err("an enum with mistakes")
        .iter()
        .map(text)
        .collect()
}

fn names(table: &Table) -> Vec<&str> {
    table.rows().iter().map(|row| row.name.as_str()).collect()
}

fn row<'a>(table: &'a Table, name: &str) -> &'a Row {
    table.rows().iter().find(|row| row.name == name).expect("a row of that name")
}

#[test]
fn variants_come_in_the_order_of_their_codes() {
    let table = accepted(vec![
        rest("Other"),
        variant("Late", &["4900"]),
        variant("Inner", &["4000..=4009"]),
        variant("Outer", &["4000..=4099"]),
        variant("Several", &["4300", "4200..=4210", "4050"]),
        variant("First", &["4000"]),
    ]);
    assert_eq!(names(&table), ["Other", "Outer", "Inner", "First", "Several", "Late"]);
    let several: Vec<_> = row(&table, "Several").codes.iter().map(Codes::literal).collect();
    assert_eq!(several, [Some((4050, 4050)), Some((4200, 4210)), Some((4300, 4300))]);
}

#[test]
fn an_expression_keeps_the_order_of_the_source() {
    let table = accepted(vec![
        variant("Late", &["4900"]),
        variant("Computed", &["BASE"]),
        variant("Early", &["4000"]),
    ]);
    assert_eq!(names(&table), ["Late", "Computed", "Early"]);
}

#[test]
fn names_of_an_enum_are_for_the_compiler() {
    let table = accepted(vec![
        variant("r#type", &["4006"]),
        variant("snake_case", &["4100..=4199"]),
        variant("API", &["4000"]),
        variant("Table", &["4001"]),
        variant("Some", &["4001..=4005"]),
    ]);
    assert_eq!(row(&table, "r#type").constant, "TYPE");
    assert_eq!(row(&table, "r#type").meaning, "type");
}

#[test]
fn the_flags_are_those_of_the_built_in_table_unless_a_code_is_computed() {
    let mut lost = variant("Lost", &["1006"]);
    lost.local = Some(at(true, "local"));
    let mut several = variant("Several", &["4001", "1005"]);
    several.local = Some(at(true, "local"));
    let mut draft = derived(vec![
        lost,
        several,
        variant("Application", &["4000..=4999"]),
        variant("Computed", &["BASE"]),
        rest("Other"),
    ]);
    draft.head.span = (1000, 4999);
    let table = check(&draft, registry()).expect("an enum without mistakes");
    let flags = |name| row(&table, name).flags.map(|flags| (flags.wire, flags.local, flags.script));
    assert_eq!(flags("Lost"), Some((false, true, false)));
    assert_eq!(flags("Several"), Some((false, false, false)));
    assert_eq!(flags("Application"), Some((true, false, true)));
    assert_eq!(flags("Other"), Some((false, false, false)));
    assert_eq!(flags("Computed"), None);
}

#[test]
fn codes_are_in_the_range_may_be_sent_and_have_the_name_of_the_registry() {
    let mut reassigned = variant("RoomIsFull", &["3008"]);
    reassigned.reassigned = true;
    let mut draft = derived(vec![
        variant("Lost", &["1006"]),
        variant("Across", &["4990..=5010"]),
        variant("Before", &["999"]),
        variant("Denied", &["3000"]),
        variant("Away", &["1001"]),
        variant("Several", &["3003", "4001"]),
        variant("Range", &["1000..=1003"]),
        reassigned,
        variant("Computed", &["BASE"]),
    ]);
    draft.head.span = (1000, 4999);
    let problems = check(&draft, registry()).expect_err("an enum with mistakes");
    let messages: Vec<_> = problems.iter().map(|problem| &*problem.message).collect();
    assert_eq!(
        messages,
        [
            "5000 is in OutOfRange (5000..=65535), which must not be sent, and outside the range of \
             the enum, 1000..=4999",
            "999 is in NotUsed (0..=999), which must not be sent, and outside the range of the enum, \
             1000..=4999",
            "1006 is AbnormalClosure, which is never sent",
            "3000 is `Unauthorized` in the registry",
        ]
    );
}

#[test]
fn an_enum_without_a_range_is_told_once_which_one_it_needs() {
    let variants = [("Normal", "1000"), ("Away", "1001"), ("Refused", "1008"), ("Own", "4001")];
    let mut draft = derived(variants.map(|(name, code)| variant(name, &[code])).into());
    draft.head.span_at = draft.head.name.at;
    let problems = check(&draft, registry()).expect_err("three codes outside of 4000 to 4999");
    let [problem] = problems.as_slice() else { panic!("{problems:?}") };
    assert_eq!(
        problem.message,
        "1000 is NormalClosure, and outside the range of the enum, 4000..=4999, like 2 more codes"
    );
    let help = "add `#[close_code(range = 1000..=4001)]` to the enum";
    assert_eq!(problem.help.as_deref(), Some(help));
}

#[test]
fn two_codes_outside_and_any_outside_of_a_given_range_are_told_one_by_one() {
    let variants = |codes: &[&str]| -> Vec<_> {
        let name = |at: usize| ["A", "B", "C"][at];
        codes.iter().enumerate().map(|(at, code)| variant(name(at), &[code])).collect()
    };
    let mut two = derived(variants(&["1001", "4000..=5000", "4001"]));
    two.head.span_at = two.head.name.at;
    let mut given = derived(variants(&["1000", "1001", "3999"]));
    given.head.span = (4000, 4000);
    for (draft, begins) in [
        (two, &["1001 is GoingAway, and", "5000 is in OutOfRange (5000..=65535), which"][..]),
        (given, &["1000 is NormalClosure, and", "1001 is GoingAway, and", "3999 is in Library"]),
    ] {
        let problems = check(&draft, registry()).expect_err("codes outside of the range");
        assert_eq!(problems.len(), begins.len(), "{problems:?}");
        for (problem, begin) in problems.iter().zip(begins) {
            assert!(problem.message.starts_with(begin), "{}", problem.message);
            assert!(problem.help.as_deref().unwrap_or_default().starts_with("use a code in"));
        }
    }
}

#[test]
fn a_variant_on_a_registered_code_inherits_what_it_does_not_say() {
    let mut own = variant("Restart", &["1012"]);
    own.reconnect = Some(at(Reconnect::Never, "own"));
    own.meaning = Some(at("We are back soon".to_owned(), "own"));
    let mut reassigned = variant("Denied", &["3000"]);
    reassigned.reassigned = true;
    let mut draft = derived(vec![
        variant("Closed", &["1000"]),
        own,
        variant("TryLater", &["1013"]),
        variant("Unauthorized", &["3000..=3000"]),
        variant("Several", &["1001", "1003"]),
        variant("Computed", &["BASE"]),
    ]);
    draft.head.span = (1000, 4999);
    let table = check(&draft, registry()).expect("an enum without mistakes");
    let texts = |name| {
        let row = row(&table, name);
        (&*row.meaning, &*row.label, !row.description().is_empty(), row.reconnect)
    };
    assert_eq!(texts("Closed").0, "Normal Closure");
    assert_eq!(texts("Restart"), ("We are back soon", "We are back soon", true, Reconnect::Never));
    let registered = registry().and_then(|registry| registry.single(1013)).expect("1013");
    let later = row(&table, "TryLater");
    assert_eq!((&later.meaning, &later.label), (&registered.meaning, &registered.label));
    assert_eq!(later.description(), registered.description());
    assert_eq!(
        (later.reconnect, later.reference()),
        (registered.reconnect, registered.reference())
    );
    let nothing = |name| (name, name, false, Reconnect::Unspecified);
    for name in ["Unauthorized", "Several", "Computed"] {
        assert_eq!(texts(name), nothing(name));
    }
    draft.codes = vec![reassigned];
    let table = check(&draft, registry()).expect("an enum without mistakes");
    assert_eq!((&*table.rows()[0].meaning, table.rows()[0].description()), ("Denied", ""));
}

#[test]
fn a_total_enum_has_a_variant_for_every_code() {
    let total = |codes: Vec<DraftRow>| {
        let mut draft = derived(codes);
        draft.head.total = true;
        check(&draft, registry()).map_err(|problems| problems[0].message.clone())
    };
    let all = || vec![variant("A", &["4000..=4099"]), variant("B", &["4100..=4999"])];
    assert!(total(all()).is_ok());
    assert!(total(vec![variant("A", &["4001"]), rest("B")]).is_ok());
    assert!(total(vec![variant("A", &["4001"]), variant("B", &["BASE"])]).is_ok());
    let gaps = total(vec![variant("A", &["4000", "4002"]), variant("B", &["4010..=4999"])]);
    assert_eq!(gaps.map(|_| ()), Err("no variant for 4001 and 4003 to 4009".to_owned()));
}

#[test]
fn a_range_may_lie_inside_another_but_not_reach_over_its_end() {
    let inside =
        ["4000..=4099", "4000..=4049", "4050..=4099", "4060..=4070", "4070", "4099", "4000"];
    let variants =
        inside.iter().enumerate().map(|(index, codes)| variant(&format!("V{index}"), &[codes]));
    assert_eq!(accepted(variants.collect()).rows().len(), inside.len());

    assert_eq!(
        rejected(vec![variant("A", &["4050..=4149"]), variant("B", &["4000..=4099"])]),
        ["4000..=4099: two ranges contain 4050 to 4099 [4050..=4149]"]
    );
    assert_eq!(
        rejected(vec![variant("A", &["4000..=4099"]), variant("B", &["4000..=4099"])]),
        ["4000..=4099: two ranges contain 4000 to 4099 [4000..=4099]"]
    );
    // One range that is like the other, and a third that lies in both.
    assert_eq!(
        rejected(vec![
            variant("A", &["4000..=4099"]),
            variant("B", &["4000..=4099"]),
            variant("C", &["4099..=4100"]),
        ]),
        [
            "4000..=4099: two ranges contain 4000 to 4099 [4000..=4099]",
            "4099..=4100: two ranges contain 4099 [4000..=4099]",
        ]
    );
}

#[test]
fn what_lies_in_a_range_is_compared_with_what_lies_there_too() {
    assert_eq!(
        rejected(vec![
            variant("A", &["4000..=4999"]),
            variant("B", &["4100..=4199"]),
            variant("C", &["4150..=4250"]),
        ]),
        ["4150..=4250: two ranges contain 4150 to 4199 [4100..=4199]"]
    );
}

#[test]
fn a_code_has_one_variant() {
    assert_eq!(
        rejected(vec![
            variant("A", &["4001", "4002"]),
            variant("B", &["4002"]),
            variant("C", &["4002"])
        ]),
        [
            "4002: two variants have the code 4002 [4002]",
            "4002: two variants have the code 4002 [4002]",
        ]
    );
    assert_eq!(rejected(vec![variant("A", &["4001", "4001"])]).len(), 1);
    assert_eq!(
        rejected(vec![variant("A", &["4001"]), variant("B", &["4001..=4001"])]),
        ["4001..=4001: two ranges contain 4001 [4001]"]
    );
}

#[test]
fn expressions_are_left_to_the_compiler() {
    let table = accepted(vec![
        variant("A", &["BASE"]),
        variant("B", &["BASE"]),
        variant("C", &["BASE..=4000"]),
        variant("D", &["4000"]),
    ]);
    assert_eq!(table.rows().len(), 4);
}

#[test]
fn numbers_of_an_enum_are_codes() {
    assert_eq!(
        rejected(vec![
            variant("A", &["-1..=70000"]),
            variant("B", &["65536"]),
            variant("C", &["4002..=4001"])
        ]),
        [
            "-1..=70000: -1 is not a close code []",
            "-1..=70000: 70000 is not a close code []",
            "65536: 65536 is not a close code []",
            "4002..=4001: the range ends before it begins []",
        ]
    );
}

#[test]
fn one_variant_takes_the_rest() {
    assert_eq!(
        rejected(vec![rest("A"), variant("B", &["4001"]), rest("C"), rest("D")]),
        ["C: two variants have `rest` [A]", "D: two variants have `rest` [A]"]
    );
}

#[test]
fn a_variant_inherits_from_the_ranges_around_it() {
    let mut outer = variant("Outer", &["4000..=4799"]);
    outer.sender = Some(at(Sender::Server, "outer"));
    outer.reconnect = Some(at(Reconnect::Backoff, "outer"));
    outer.details.description = Some(at("Speaks of the range.".to_owned(), "outer"));
    outer.details.reference = Some(vec![at("RFC 1".to_owned(), "outer")]);
    let mut inner = variant("Inner", &["4100..=4199"]);
    inner.reconnect = Some(at(Reconnect::Never, "inner"));
    let mut other = rest("Other");
    other.sender = Some(at(Sender::Client, "rest"));
    let table = accepted(vec![
        variant("Outside", &["4800"]),
        variant("Both", &["4101", "4150..=4160"]),
        variant("Astride", &["4102", "4300"]),
        variant("Computed", &["4103", "BASE"]),
        inner,
        other,
        outer,
    ]);
    let of = |name| (row(&table, name).sender, row(&table, name).reconnect);
    assert_eq!(of("Inner"), (Sender::Server, Reconnect::Never), "from the wider range");
    assert_eq!(of("Both"), (Sender::Server, Reconnect::Never), "all its codes are in the inner");
    assert_eq!(of("Astride"), (Sender::Server, Reconnect::Backoff), "only the outer has them all");
    assert_eq!(
        of("Computed"),
        (Sender::Either, Reconnect::Unspecified),
        "nobody knows where it is"
    );
    assert_eq!(
        of("Outside"),
        (Sender::Either, Reconnect::Unspecified),
        "the rest passes nothing on"
    );
    assert_eq!(row(&table, "Both").reference(), ["RFC 1"]);
    assert_eq!(row(&table, "Both").description(), "", "a doc comment speaks of its own variant");
}

#[test]
fn a_text_of_white_space_says_nothing() {
    let mut blank = variant("A", &["4001"]);
    blank.meaning = Some(at(" \n".to_owned(), "doc"));
    assert_eq!(rejected(vec![blank])[0], "doc: `meaning` is empty []");

    let mut lines = variant("A", &["4001"]);
    lines.details.description = Some(at("One.\n\n\tTwo.".to_owned(), "doc"));
    assert_eq!(accepted(vec![lines]).rows().len(), 1);
}

#[test]
fn a_delay_may_have_one_length_and_several_codes_may_carry_theirs() {
    let mut row = variant("A", &["4001", "4003"]);
    row.payload = Payload::ByTable;
    row.reconnect = Some(at(Reconnect::After { min: 5, max: 5 }, "delay"));
    let table = accepted(vec![row]);
    assert_eq!(table.rows()[0].reconnect, Reconnect::After { min: 5, max: 5 });
    assert!(table.rows()[0].carries_code);
}
