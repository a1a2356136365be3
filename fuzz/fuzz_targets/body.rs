//! The body of a Close frame.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| close_code_checks::fuzz::body(data));
