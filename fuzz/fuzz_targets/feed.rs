//! Any bytes: a feed, or why not. Seeds: `fixtures/read`.
#![no_main]

use copydesk::{model::Hints, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let hints = Hints { base_url: Some("https://desk.example/a/"), content_type: None };
    let _ = read::feed(bytes, &hints);
});
