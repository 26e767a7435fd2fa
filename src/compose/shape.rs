//! The shape of what is shown: what of a text that is too large for a document, and its links.

use std::borrow::Cow;

use memchr::memmem;

use super::plan::text_weight;
use crate::model::Section;
use crate::text::url;

/// Bytes that a media object takes in a document, about.
const MEDIA: usize = 1_000;
/// Bytes of a file, and of a category.
const WORDS: usize = 200;

/// Whether texts take more than half of a document of the section: then no other piece would have room
/// beside two of them.
pub(super) fn is_giant(texts: &[&str], section: &Section) -> bool {
    let most = section.max_bytes / 2;
    let bytes: usize = texts.iter().map(|text| text.len()).sum();
    // Escaped, a text has six times its bytes at most.
    most > 0 && bytes > most / 6 && texts.iter().map(|text| text_weight(text)).sum::<usize>() > most
}

/// What of an entry a document of a section has room for, so that no entry fills it alone.
pub(super) struct Most {
    pub(super) media: usize,
    pub(super) files: usize,
    pub(super) words: usize,
    /// Characters.
    pub(super) title: usize,
}

/// A sixteenth of the document for each, a quarter for media.
pub(super) fn most(section: &Section) -> Most {
    match section.max_bytes / 16 {
        0 => Most { media: usize::MAX, files: usize::MAX, words: usize::MAX, title: usize::MAX },
        part => Most {
            media: 1 + 4 * part / MEDIA,
            files: 1 + part / WORDS,
            words: 1 + part / WORDS,
            title: 100 + part / 10,
        },
    }
}

/// Cleaned HTML whose links do without what only tracks.
pub(super) fn without_tracking(html: String) -> String {
    const LINK: &[u8] = b"href=\"";
    let mut out = String::new();
    let mut done = 0;
    for at in memmem::find_iter(html.as_bytes(), LINK) {
        let start = at + LINK.len();
        let Some(length) = memchr::memchr(b'"', &html.as_bytes()[start..]) else { break };
        let address = &html[start..start + length];
        if !address.contains('?') {
            continue;
        }
        let plain = address.replace("&amp;", "&");
        if let Cow::Owned(clean) = url::clean(&plain) {
            out.push_str(&html[done..start]);
            out.push_str(&clean.replace('&', "&amp;"));
            done = start + length;
        }
    }
    if done == 0 {
        return html;
    }
    out + &html[done..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lose_what_tracks_and_nothing_else() {
        for (html, clean) in [
            ("<a href=\"https://a.example/?utm_source=rss\">a</a>", "<a href=\"https://a.example/\">a</a>"),
            (
                "<a href=\"https://a.example/?p=1&amp;utm_medium=x&amp;q=2#z\">a</a> <a href=\"https://b.example/?fbclid=1\">b</a> c",
                "<a href=\"https://a.example/?p=1&amp;q=2#z\">a</a> <a href=\"https://b.example/\">b</a> c",
            ),
        ] {
            assert_eq!(without_tracking(html.to_owned()), clean);
        }
        for same in [
            "",
            "<p>href=\"",
            "<a href=\"https://a.example/?p=1&amp;ref=main\">a</a>",
            "<img src=\"https://a.example/i.png?utm_source=x\">",
        ] {
            assert_eq!(without_tracking(same.to_owned()), same);
        }
    }

    #[test]
    fn a_text_of_more_than_half_a_document_is_a_giant() {
        let section = Section { max_bytes: 1_000, ..Section::default() };
        let words = "a".repeat(501);
        assert!(is_giant(&[&words], &section) && !is_giant(&[&words[1..]], &section));
        assert!(is_giant(&[&"<".repeat(126)], &section), "escaped");
        assert!(!is_giant(&[&words], &Section::default()), "no limit");
    }
}
