//! Any bytes as `answer.zip`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| habeas_fuzz::hold("answer.zip", bytes));
