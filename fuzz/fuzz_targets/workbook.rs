//! Any bytes as `book.xlsx`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| habeas_fuzz::hold("book.xlsx", bytes));
