//! Tests of `#[derive(CloseCodeRange)]`, which stand in `tests/`; there is nothing here.

/// The page about enums that exist, whose examples have the dependencies of this package.
#[cfg(doctest)]
#[doc = include_str!("../../../docs/existing-enums.md")]
mod existing_enums {}
