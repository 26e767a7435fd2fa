//! Whatever the text holds, `credits` answers, from the text's own words and in time in proportion.

use std::time::{Duration, Instant};

use copydesk::credits::{Passage, find};
use proptest::prelude::*;

const HERE: Option<&str> = Some("https://screendesk.example/tv/a");

const PIECES: &[&str] = &[
    "according to",
    "told",
    "The",
    "Variety",
    "via",
    "(",
    ")",
    "[",
    "]",
    "<a href=\"",
    "\">",
    "</a>",
    "<",
    "&",
    "'s",
    "\u{2019}",
    "\n",
    "h/t",
    "Source:",
    "appeared first on",
    "http://x",
    ".",
    " ",
    "\u{130}",
    "é",
    "©",
    "https://[",
    "By",
    "originally published",
    "-",
    "Ann Lee",
    "of",
    "reported",
    "\u{1f980}",
    "\0",
    "This article",
    "Copyright",
];

fn pieces() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..40).prop_map(|words| words.join(" "))
}

proptest! {
    #[test]
    fn nothing_panics_and_evidence_stands_in_the_text(mixed in pieces(), loose in ".{0,80}", title in pieces()) {
        for text in [&mixed, &loose] {
            let plain = Passage { title: Some(&title), text, link: HERE, html: None };
            let page = format!("{}\n{text}", title.split_whitespace().collect::<Vec<_>>().join(" "));
            for credit in find(&plain, &[]) {
                prop_assert!(page.contains(&credit.evidence), "{:?}", credit);
            }
            find(&Passage { html: Some(text), ..plain }, &[]);
        }
    }
}

/// How long a text of the piece, repeated to so many bytes, takes as text and as HTML.
fn time(piece: &str, bytes: usize) -> Duration {
    let text = piece.repeat(bytes / piece.len());
    let start = Instant::now();
    find(&Passage { text: &text, link: HERE, ..Passage::default() }, &[]);
    find(&Passage { html: Some(&text), link: HERE, ..Passage::default() }, &[]);
    start.elapsed()
}

#[test]
fn time_grows_with_the_length_and_not_with_its_square() {
    let repeated = [
        "told Variety and ",
        "<a href=\"",
        "<a ",
        "The ",
        "[via ",
        "according to the ",
        "A&",
        "x'",
        "(",
        "via ",
        "originally published by the ",
        "<a href=https://variety.com/x>told</a> ",
        "Ann Lee of the ",
        "&#x26;",
        "<script>",
        ". ",
        "<!--",
        "This article republished by ",
        "Riverton Herald told ",
    ];
    for piece in repeated {
        let (short, long) = (time(piece, 3_000), time(piece, 24_000));
        // Eight times the length; its square would be 64 times. Short times are noise.
        assert!(long < short * 32 + Duration::from_millis(300), "{piece:?}: {short:?}, then {long:?}");
    }
}
