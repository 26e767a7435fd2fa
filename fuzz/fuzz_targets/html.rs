//! `targets::html` under libFuzzer.
#![no_main]
#![allow(dead_code, reason = "each target uses one function of the shared file")]

#[path = "../../crates/read/tests/reads/targets.rs"]
mod targets;

libfuzzer_sys::fuzz_target!(|text: &str| targets::html(text));
