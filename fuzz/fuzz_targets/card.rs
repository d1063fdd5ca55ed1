//! Any bytes as `contacts.vcf`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| habeas_fuzz::hold("contacts.vcf", bytes));
