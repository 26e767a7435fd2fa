//! Any text as HTML: cleaning what is clean changes nothing.
#![no_main]

use copydesk::{model::Text, read::html, text::plain};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|markup: &str| {
    let clean = |markup: &str| html::clean(&Text { base: Some("https://desk.example/".into()), ..Text::html(markup) });
    let once = clean(markup);
    assert_eq!(clean(&once), once);
    plain::of_html(markup);
});
