#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| crossroads_fuzz::dataset(bytes));
