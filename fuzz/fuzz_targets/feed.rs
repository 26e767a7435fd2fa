//! `targets::feed` under libFuzzer.
#![no_main]
#![allow(dead_code, reason = "each target uses one function of the shared file")]

#[path = "../../crates/read/tests/reads/targets.rs"]
mod targets;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| targets::feed(bytes));
