//! The derive, on any text that is Rust.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| close_code_checks::fuzz::derive(data));
