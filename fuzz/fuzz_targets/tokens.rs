//! The derive, on enums put together from the words that it knows.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| close_code_checks::fuzz::tokens(data));
