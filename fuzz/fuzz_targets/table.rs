//! A table, and everything that is made from it.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| close_code_checks::fuzz::table(data));
