//! Any bytes as `data.json`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| habeas_fuzz::hold("data.json", bytes));
