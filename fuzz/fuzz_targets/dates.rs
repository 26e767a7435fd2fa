//! Any text as a date. Seeds: `fixtures/read/dates`.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let _ = copydesk::text::dates::parse(text);
});
