//! Any bytes as `days.ics`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| habeas_fuzz::hold("days.ics", bytes));
