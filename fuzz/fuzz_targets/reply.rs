//! Any bytes as a company's reply.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| habeas_fuzz::understand(bytes));
