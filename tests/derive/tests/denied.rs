//! A crate that denies every lint takes a table with a deprecated row, and one with a row that has no code
//! left.
#![deny(
    warnings,
    future_incompatible,
    keyword_idents,
    let_underscore,
    nonstandard_style,
    rust_2018_idioms,
    rust_2024_compatibility,
    unused,
    deprecated,
    missing_copy_implementations,
    missing_debug_implementations,
    missing_docs,
    single_use_lifetimes,
    trivial_casts,
    trivial_numeric_casts,
    unreachable_patterns,
    unreachable_pub,
    unused_lifetimes,
    unused_qualifications
)]

use close_code::{CloseCode, CloseCodeRange};

/// The codes.
pub mod codes {
    close_code::include_codes!("denied");
}

use codes::DeniedClose;

#[test]
fn every_row_is_there_and_every_code_has_the_narrowest() {
    let names: Vec<_> = DeniedClose::TABLE.iter().map(close_code::Entry::name).collect();
    assert_eq!(names, ["Covered", "Old", "New"]);
    let found: Vec<_> = (3999..=4002)
        .map(|code| DeniedClose::from_code(CloseCode::new(code)).map(DeniedClose::name))
        .collect();
    assert_eq!(found, [None, Some("Old"), Some("New"), None]);
    assert_eq!(DeniedClose::TABLE[1].deprecated(), Some("use `New`"));
}
