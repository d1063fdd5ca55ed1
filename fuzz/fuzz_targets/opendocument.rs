//! Any bytes as `book.ods`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| habeas_fuzz::hold("book.ods", bytes));
