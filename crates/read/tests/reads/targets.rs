//! What of the reader is fuzzed, a function a target: it answers, and what it promises holds.
//!
//! `fuzz/fuzz_targets` run them under libFuzzer, `hostile.rs` on the stable toolchain.

use copydesk_model::text::{dates, plain};
use copydesk_model::{Entry, Hints, Text};
use copydesk_read::{self as read, html};
use encoding_rs::{Encoding, UTF_8};

/// Any bytes as a feed: read, printed, all its texts cleaned.
pub(crate) fn feed(bytes: &[u8]) {
    let served =
        Hints { base_url: Some("https://desk.example/a/"), content_type: Some("text/xml; charset=utf-8") };
    for hints in [served, Hints::default()] {
        read_as(bytes, &hints);
    }
}

/// The first byte chooses what HTTP declares, the rest is a feed in any encoding.
pub(crate) fn encodings(bytes: &[u8]) {
    const CHARSETS: &[&str] = &[
        "utf-8",
        "utf-16",
        "utf-16be",
        "windows-1252",
        "windows-1251",
        "koi8-r",
        "shift_jis",
        "iso-2022-jp",
        "euc-jp",
        "gb18030",
        "big5",
        "euc-kr",
        "utf-7",
        "cp037",
        "x",
        "",
    ];
    let Some((first, rest)) = bytes.split_first() else { return };
    let declared = format!("text/xml; charset={}", CHARSETS[usize::from(*first) % CHARSETS.len()]);
    let hints = Hints { base_url: None, content_type: Some(&declared) };
    read_as(rest, &hints);
    as_utf8(rest, &hints);
}

/// Holds that a document is read as its text in UTF-8 is, though large ones are decoded in pieces (and
/// under libFuzzer short ones too).
fn as_utf8(bytes: &[u8], hints: &Hints<'_>) {
    let Ok(reading) = read::feed(bytes, hints) else { return };
    let Some(encoding) = Encoding::for_label(reading.encoding.as_bytes()) else { return };
    if encoding == UTF_8 || Encoding::for_bom(bytes).is_some() {
        return;
    }
    let text = encoding.decode_without_bom_handling(bytes).0;
    if text.contains(['\0', '\u{1b}', '\u{feff}']) {
        return;
    }
    let utf8 = Hints { content_type: Some("text/xml; charset=utf-8"), ..*hints };
    let other = read::feed(text.as_bytes(), &utf8).map(|reading| reading.feed);
    assert!(
        other.is_ok_and(|other| other == reading.feed),
        "{} read otherwise than as UTF-8",
        reading.encoding
    );
}

/// Any text as a date: the instant it names is read back from its own RFC 3339 form.
pub(crate) fn dates(text: &str) {
    if let Some(instant) = dates::parse(text) {
        assert_eq!(dates::parse(&instant.to_rfc3339()), Some(instant), "{text:?}");
    }
}

/// Any text as HTML: cleaning what is clean changes nothing, and nothing that runs is left.
pub(crate) fn html(markup: &str) {
    let once = clean(markup);
    assert_eq!(clean(&once), once, "cleaning twice differs: {markup:?}");
    let lower = once.to_ascii_lowercase();
    assert!(!lower.contains("<script") && !lower.contains("<iframe"), "{markup:?} became {once:?}");
    plain::of_html(markup);
}

fn clean(markup: &str) -> String {
    html::clean(&Text { base: Some("https://desk.example/a/".into()), ..Text::html(markup) })
}

fn read_as(bytes: &[u8], hints: &Hints<'_>) {
    let Ok(mut reading) = read::feed(bytes, hints) else { return };
    assert!(serde_json::to_string(&reading.feed.entries).is_ok());
    reading.repairs.iter().for_each(|repair| assert!(!repair.to_string().is_empty()));
    let clean = |text: &mut Text| {
        assert!(!text.value.contains('\0'), "{text:?}");
        html::clean(text);
    };
    reading.feed.texts().for_each(clean);
    reading.feed.entries.iter_mut().flat_map(Entry::texts).for_each(clean);
}
