//! A table with hostile texts, compiled as a user's table is. That this builds is the test; that the
//! texts are still the same is in `tests/hostile.rs`.
#![forbid(unsafe_code)]

close_code::include_codes!("hostile");
