//! Any bytes as `all.mbox`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| habeas_fuzz::hold("all.mbox", bytes));
