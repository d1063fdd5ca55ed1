//! Any bytes as `page.html`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| habeas_fuzz::hold("page.html", bytes));
