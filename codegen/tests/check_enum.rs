//! The rules where they differ for a Rust enum.

use std::cell::RefCell;

use close_code_codegen::check::check;
use close_code_codegen::model::{
    At, Codes, Draft, DraftCodes, DraftHead, DraftRow, Number, Payload, Reconnect, Row, Rules,
    Sender, Span, Table,
};
use close_code_codegen::problem::Problem;

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
        Err(_) => Number::Expr(text.to_owned()),
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
        name: at("ChatClose".to_owned(), "enum"),
        class: None,
        title: None,
        description: None,
        span: (4000, 4999),
        span_at: spot("range"),
        reference: Vec::new(),
        as_of: None,
        keeps_code: true,
        allow: Vec::new(),
        rules: Rules { total: false, derived: true },
    };
    Draft { head, ranges: Vec::new(), codes }
}

fn accepted(codes: Vec<DraftRow>) -> Table {
    check(&derived(codes)).expect("an enum without mistakes")
}

/// The messages, each with its place and those that belong to it.
fn rejected(codes: Vec<DraftRow>) -> Vec<String> {
    let text = |problem: &Problem| {
        let related: Vec<_> = problem.related.iter().map(|(at, _)| name_of(*at)).collect();
        format!("{}: {} [{}]", name_of(problem.at), problem.message, related.join(", "))
    };
    check(&derived(codes)).expect_err("an enum with mistakes").iter().map(text).collect()
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
fn names_and_the_span_of_an_enum_are_for_the_compiler() {
    let table = accepted(vec![
        variant("r#type", &["1006"]),
        variant("snake_case", &["3000..=3999"]),
        variant("API", &["4000"]),
        variant("Table", &["4001"]),
        variant("Some", &["4001..=4005"]),
    ]);
    assert_eq!(row(&table, "r#type").constant, "TYPE");
    assert_eq!(row(&table, "r#type").meaning, "type");
    assert!(table.rows().iter().all(|row| row.flags.is_none()));
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
        ["4000..=4099: two ranges hold 4050 to 4099 [4050..=4149]"]
    );
    assert_eq!(
        rejected(vec![variant("A", &["4000..=4099"]), variant("B", &["4000..=4099"])]),
        ["4000..=4099: two ranges hold 4000 to 4099 [4000..=4099]"]
    );
    // One range that is like the other, and a third that lies in both.
    assert_eq!(
        rejected(vec![
            variant("A", &["4000..=4099"]),
            variant("B", &["4000..=4099"]),
            variant("C", &["4099..=4100"]),
        ]),
        [
            "4000..=4099: two ranges hold 4000 to 4099 [4000..=4099]",
            "4099..=4100: two ranges hold 4099 [4000..=4099]",
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
        ["4150..=4250: two ranges hold 4150 to 4199 [4100..=4199]"]
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
        ["4001..=4001: two ranges hold 4001 [4001]"]
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
        ["C: two variants take the rest [A]", "D: two variants take the rest [A]"]
    );
}

#[test]
fn a_variant_inherits_from_the_ranges_around_it() {
    let mut outer = variant("Outer", &["4000..=4999"]);
    outer.sender = Some(at(Sender::Server, "outer"));
    outer.reconnect = Some(at(Reconnect::Backoff, "outer"));
    outer.description = Some(at("Speaks of the range.".to_owned(), "outer"));
    outer.reference = Some(vec![at("RFC 1".to_owned(), "outer")]);
    let mut inner = variant("Inner", &["4100..=4199"]);
    inner.reconnect = Some(at(Reconnect::Never, "inner"));
    let mut other = rest("Other");
    other.sender = Some(at(Sender::Client, "rest"));
    let table = accepted(vec![
        variant("Both", &["4101", "4150..=4160"]),
        variant("Astride", &["4102", "4300"]),
        variant("Computed", &["4103", "BASE"]),
        variant("Outside", &["3999"]),
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
    assert_eq!(row(&table, "Both").reference, ["RFC 1"]);
    assert_eq!(row(&table, "Both").description, "", "a doc comment speaks of its own variant");
}

#[test]
fn a_text_of_white_space_says_nothing() {
    let mut blank = variant("A", &["4001"]);
    blank.meaning = Some(at(" \n".to_owned(), "doc"));
    assert_eq!(rejected(vec![blank])[0], "doc: `meaning` is empty []");

    let mut lines = variant("A", &["4001"]);
    lines.description = Some(at("One.\n\n\tTwo.".to_owned(), "doc"));
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
