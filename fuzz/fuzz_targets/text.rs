//! Any bytes as `notes.txt`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| habeas_fuzz::hold("notes.txt", bytes));
