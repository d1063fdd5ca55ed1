//! Any bytes as `letter.eml`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| habeas_fuzz::hold("letter.eml", bytes));
