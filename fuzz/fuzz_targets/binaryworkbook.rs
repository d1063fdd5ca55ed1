//! Any bytes as `book.xls`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| habeas_fuzz::hold("book.xls", bytes));
