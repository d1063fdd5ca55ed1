//! Any bytes as `table.csv`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| habeas_fuzz::hold("table.csv", bytes));
