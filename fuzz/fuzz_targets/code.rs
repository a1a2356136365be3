//! A code from text.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| close_code_checks::fuzz::code(data));
