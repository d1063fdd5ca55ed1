//! Any bytes as `answer.tgz`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| habeas_fuzz::hold("answer.tgz", bytes));
