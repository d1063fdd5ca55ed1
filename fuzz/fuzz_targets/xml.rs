//! Any bytes as `data.xml`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| habeas_fuzz::hold("data.xml", bytes));
