//! The registry in XML or CSV, and the table after it.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| close_code_checks::fuzz::registry(data));
