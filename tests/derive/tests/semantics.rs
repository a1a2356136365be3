//! What an enum means: which variant has which code, and what the functions say of it.

use close_code::{CloseCode, CloseCodeRange, Entry, Reconnect, Sender};
use core::time::Duration;

/// The variants that a code is in, as names, if a list of codes has one name each.
fn names<C: CloseCodeRange>(codes: impl IntoIterator<Item = u16>) -> Vec<&'static str> {
    let name = |code| C::from_code(CloseCode::new(code)).map_or("-", |close| close.entry().name());
    codes.into_iter().map(name).collect()
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, CloseCodeRange)]
enum Several {
    #[close_code(4105, 4001..=4003, 4000)]
    Lost,
    #[close_code(4100..=4199)]
    #[close_code(4300)]
    Fatal(CloseCode),
    #[close_code(4999)]
    Last,
}

#[test]
fn a_variant_has_several_codes_and_ranges() {
    let codes = [3999, 4000, 4001, 4003, 4004, 4100, 4105, 4199, 4200, 4300, 4998, 4999, 5000];
    let expected = [
        "-", "Lost", "Lost", "Lost", "-", "Fatal", "Lost", "Fatal", "-", "Fatal", "-", "Last", "-",
    ];
    assert_eq!(names::<Several>(codes), expected);
    let lost = Several::Lost.entry();
    assert_eq!(lost.codes().collect::<Vec<_>>(), [4000..=4000, 4001..=4003, 4105..=4105]);
    assert_eq!((lost.first().get(), lost.last().get(), lost.is_single()), (4000, 4105, false));
    assert_eq!(lost.codes().len(), 3);
    assert!(Several::Last.entry().is_single());
    assert!(lost.contains(CloseCode::new(4105)) && !lost.contains(CloseCode::new(4104)));
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, CloseCodeRange)]
enum Nested {
    #[close_code(4200)]
    Code,
    #[close_code(4100..=4899, reconnect = "never", sender = "server", reference = "wide")]
    Wide(CloseCode),
    #[close_code(4200..=4299, reconnect = { after = [5, 30] }, reference = ["a", "b"])]
    Narrow(CloseCode),
    #[close_code(4250..=4259, sender = "client")]
    Narrowest(CloseCode),
    #[close_code(rest)]
    Other(CloseCode),
}

#[test]
fn the_narrowest_row_wins_and_inherits() {
    let codes =
        [4000, 4099, 4100, 4199, 4200, 4201, 4249, 4250, 4259, 4260, 4299, 4300, 4899, 4900];
    let expected = [
        "Other",
        "Other",
        "Wide",
        "Wide",
        "Code",
        "Narrow",
        "Narrow",
        "Narrowest",
        "Narrowest",
        "Narrow",
        "Narrow",
        "Wide",
        "Wide",
        "Other",
    ];
    assert_eq!(names::<Nested>(codes), expected);
    let after = Reconnect::After { min: Duration::from_secs(5), max: Duration::from_secs(30) };
    let of = |close: Nested| (close.reconnect(), close.entry().sender(), close.entry().reference());
    assert_eq!(of(Nested::Code), (after, Sender::Server, &["a", "b"][..]));
    assert_eq!(
        of(Nested::Narrowest(CloseCode::new(4250))),
        (after, Sender::Client, &["a", "b"][..])
    );
    let wide = Nested::Wide(CloseCode::new(4100));
    assert_eq!(of(wide), (Reconnect::Never, Sender::Server, &["wide"][..]));
    let other = Nested::Other(CloseCode::new(4000));
    assert_eq!(of(other), (Reconnect::Unspecified, Sender::Either, &[][..]));
}

#[test]
fn the_table_is_in_the_order_of_the_codes() {
    let table: Vec<_> = Nested::TABLE.iter().map(Entry::name).collect();
    assert_eq!(table, ["Other", "Wide", "Narrow", "Code", "Narrowest"]);
    let table: Vec<_> = Several::TABLE.iter().map(Entry::name).collect();
    assert_eq!(table, ["Lost", "Fatal", "Last"]);
    let table: Vec<_> = Computed::TABLE.iter().map(|row| (row.first().get(), row.name())).collect();
    let expected =
        [(4000, "Rest"), (4100, "First"), (4101, "Second"), (4102, "Third"), (4200, "Far")];
    assert_eq!(table, expected);
}

const BASE: u16 = 4000;

const fn status(code: u16) -> u16 {
    BASE + code
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, CloseCodeRange)]
#[repr(u16)]
enum Computed {
    Far = status(200),
    #[close_code(rest, reconnect = "backoff")]
    Rest = 1,
    First = BASE + 100,
    Second,
    Third,
}

#[test]
fn an_expression_is_a_code_and_counts_on() {
    let codes = [3999, 4000, 4099, 4100, 4101, 4102, 4103, 4200, 4999, 5000];
    let expected = ["-", "Rest", "Rest", "First", "Second", "Third", "Rest", "Far", "Rest", "-"];
    assert_eq!(names::<Computed>(codes), expected);
    assert_eq!(Computed::Second.entry().first().get(), 4101);
    assert_eq!(Computed::Second as u16, 4101);
    assert_eq!(Computed::Far.entry(), &Computed::TABLE[4]);
    assert_eq!(
        Computed::First.reconnect(),
        Reconnect::Unspecified,
        "only the compiler knows where"
    );
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, CloseCodeRange)]
enum ComputedAmongRanges {
    #[close_code(BASE + 4, 4020..=4029, 4002)]
    Several,
    #[close_code(4000..=4099)]
    Around(CloseCode),
    #[close_code(status(0))]
    One(CloseCode),
}

#[test]
fn expressions_are_codes_in_lists_and_in_ranges() {
    let codes = [3999, 4000, 4001, 4002, 4004, 4019, 4020, 4029, 4030, 4099, 4100];
    let expected = [
        "-", "One", "Around", "Several", "Several", "Around", "Several", "Several", "Around",
        "Around", "-",
    ];
    assert_eq!(names::<ComputedAmongRanges>(codes), expected);
    let several = ComputedAmongRanges::Several.entry();
    assert_eq!((several.first().get(), several.last().get()), (4002, 4029));
}

/// All codes there are, over all classes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, CloseCodeRange)]
#[close_code(range = 0..=65535, total)]
enum Everything {
    #[close_code(1000)]
    NormalClosure,
    #[close_code(1006, local)]
    AbnormalClosure,
    #[close_code(3000, reassigned)]
    TokenExpired,
    #[close_code(1000..=2999, local)]
    Protocol(CloseCode),
    #[close_code(3000..=4999)]
    Applications(CloseCode),
    #[close_code(0)]
    #[close_code(local)]
    Zero,
    #[close_code(65535, local)]
    Max,
    #[close_code(rest)]
    Nonsense(CloseCode),
}

#[test]
fn a_range_may_be_all_codes_and_total() {
    let codes = [0, 1, 999, 1000, 1006, 1007, 2999, 3000, 3001, 4999, 5000, 65534, 65535];
    let expected = [
        "Zero",
        "Nonsense",
        "Nonsense",
        "NormalClosure",
        "AbnormalClosure",
        "Protocol",
        "Protocol",
        "TokenExpired",
        "Applications",
        "Applications",
        "Nonsense",
        "Nonsense",
        "Max",
    ];
    assert_eq!(names::<Everything>(codes), expected);
    assert!((0..=u16::MAX).all(|code| Everything::from_code(CloseCode::new(code)).is_some()));
    assert!((0..=u16::MAX).all(|code| u16::from(Everything::from(code)) == code));
    assert_eq!(Everything::RANGE, 0..=u16::MAX);
}

#[test]
fn the_flags_are_those_of_the_built_in_table() {
    for close in [1000, 1006, 1001, 3000, 3001, 0, 65535, 5000].map(CloseCode::new) {
        let entry = Everything::from_code(close).expect("all codes have a variant").entry();
        let codes = || entry.codes().flatten().map(CloseCode::new);
        let all = |flag: fn(CloseCode) -> bool| codes().all(flag);
        assert_eq!(entry.is_valid_on_wire(), all(CloseCode::is_valid_on_wire), "{close}");
        assert_eq!(entry.is_local_only(), all(CloseCode::is_local_only), "{close}");
        assert_eq!(entry.is_settable_by_script(), all(CloseCode::is_settable_by_script), "{close}");
    }
    let flags = |close: Everything| {
        let entry = close.entry();
        [entry.is_valid_on_wire(), entry.is_local_only(), entry.is_settable_by_script()]
    };
    assert_eq!(flags(Everything::NormalClosure), [true, false, true]);
    assert_eq!(flags(Everything::AbnormalClosure), [false, true, false]);
    assert_eq!(flags(Everything::Applications(CloseCode::new(4000))), [true, false, true]);
    assert_eq!(flags(Everything::Zero), [false, false, false]);
}

/// Page by page: the lookup cuts its codes into pages of 64.
#[derive(Clone, Copy, Debug, PartialEq, Eq, CloseCodeRange)]
#[close_code(range = 4000..=4127, total)]
enum Pages {
    #[close_code(4000..=4063)]
    First,
    #[close_code(4064..=4127)]
    Second,
}

#[test]
fn a_lookup_of_whole_pages_ends_where_its_range_does() {
    let codes = [0, 3999, 4000, 4063, 4064, 4127, 4128, 4191, 4192, 65535];
    let expected = ["-", "-", "First", "First", "Second", "Second", "-", "-", "-", "-"];
    assert_eq!(names::<Pages>(codes), expected);
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, CloseCodeRange)]
#[close_code(range = 4001..=4001, total)]
enum Single {
    Only = 4001,
}

#[test]
fn an_enum_may_be_one_code() {
    assert_eq!(names::<Single>([0, 4000, 4001, 4002, 65535]), ["-", "-", "Only", "-", "-"]);
}

/// Texts from all places that they can come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, CloseCodeRange)]
enum Texts {
    /// The first paragraph is the meaning,
    /// on [as many](https://example.org/) lines as `it` takes.
    ///
    /// The second is the description,
    /// which goes on here, see [`Texts`].
    ///
    /// Another *paragraph*.
    #[close_code(4001)]
    FromDocs,
    /// To be continued...
    #[close_code(4002)]
    Ellipsis,
    /// The doc comment
    ///
    /// has been overruled.
    #[close_code(4003, meaning = "The attribute", description = "has the word", label = "Label")]
    FromAttribute,
    #[close_code(4004)]
    HTTPFromTheName,
    /** A block
     * of lines
     *
     * with stars. */
    #[close_code(4005)]
    Block,
    #[doc(hidden)]
    #[doc(alias = "nothing to see")]
    #[doc = " With \"quotes\" and \u{e9}"]
    #[close_code(4006)]
    Quoted,
}

#[test]
fn the_doc_comment_is_meaning_and_description() {
    let texts: Vec<_> = Texts::TABLE.iter().map(|row| (row.meaning(), row.description())).collect();
    let expected = [
        (
            "The first paragraph is the meaning, on as many lines as it takes",
            "The second is the description, which goes on here, see Texts.\nAnother paragraph.",
        ),
        ("To be continued...", ""),
        ("The attribute", "has the word"),
        ("HTTP From The Name", ""),
        ("A block of lines", "with stars."),
        ("With \"quotes\" and \u{e9}", ""),
    ];
    assert_eq!(texts, expected);
    assert_eq!(Texts::FromAttribute.to_string(), "Label");
    assert_eq!(Texts::FromDocs.entry().constant(), "FROM_DOCS");
}

#[test]
fn display_writes_the_label_and_the_number_on_request() {
    assert_eq!(Nested::Code.to_string(), "Code");
    assert_eq!(format!("{:#}", Nested::Code), "4200 Code");
    let narrow = Nested::from_code(CloseCode::new(4210)).expect("a range variant");
    assert_eq!(format!("{narrow:#}|{narrow}"), "4210 Narrow|Narrow");
    assert_eq!(
        format!("{:>8}|{:<8}|{:^8}|", Nested::Code, Nested::Code, Nested::Code),
        "    Code|Code    |  Code  |"
    );

    // Of a variant for several codes that carries none, nobody knows the number.
    assert_eq!(format!("{:#}", Several::Lost), "Lost");
}

#[test]
fn an_error_holds_the_code() {
    let error = Several::try_from(4004).expect_err("a gap");
    assert_eq!(error.code(), CloseCode::new(4004));
    assert_eq!(error.to_string(), "Several has no variant for close code 4004");
    assert_eq!(Several::try_from(CloseCode::new(4004)), Err(error));
}

/// Every function that can be is `const`.
const _: () = {
    assert!(matches!(Nested::from_code(CloseCode::new(4200)), Some(Nested::Code)));
    assert!(Nested::Code.code().get() == 4200);
    assert!(Nested::Code.meaning().len() == 4);
    assert!(matches!(Nested::Code.reconnect(), Reconnect::After { .. }));
    assert!(Nested::Code.entry().is_single());
};

#[test]
fn an_enum_of_units_is_as_small_as_it_can_be() {
    assert_eq!(size_of::<Texts>(), 1);
    assert_eq!(size_of::<Option<Nested>>(), 4);
}
