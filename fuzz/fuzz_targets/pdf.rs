//! Any bytes as `pages.pdf`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| habeas_fuzz::hold("pages.pdf", bytes));
