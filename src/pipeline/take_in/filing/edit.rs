//! What is an edit: a change in what people read, see or hear. What only addresses carry for machines is
//! none, nor are blanks.

use std::borrow::Cow;

use crate::identity;
use crate::model::{Enclosure, Entry, Text};
use crate::read;
use crate::store::Judge;
use crate::text::{plain, url};

/// What the store asks when it files.
pub(in crate::pipeline) const JUDGE: Judge<'static> =
    Judge { differs: &differs, counts: &counts, same: &identity::is_same, ways: None, dates_behind: false };

/// Endings of files of which the query behind them is a signature, a size or a counter.
const PICTURES: &[&str] = &["jpg", "jpeg", "png", "gif", "webp", "avif", "svg", "bmp", "jfif", "tif", "tiff"];
/// Names of parameters that sign an address or say until when it holds, in small letters.
const SIGNATURES: &[&str] = &[
    "_",
    "cache",
    "cb",
    "e",
    "exp",
    "expires",
    "hash",
    "hdnea",
    "hdnts",
    "hmac",
    "key-pair-id",
    "md5",
    "oe",
    "oh",
    "policy",
    "s",
    "sig",
    "sign",
    "signature",
    "t",
    "timestamp",
    "token",
    "ts",
    "v",
    "ver",
    "version",
];
/// What begins such names.
const SIGNATURE_PREFIXES: &[&str] = &["x-amz-", "x-goog-", "_nc_", "sig_"];

/// Whether two versions differ in what would be published, cleaned.
fn differs(old: &Entry, new: &Entry) -> bool {
    let page = |entry: &Entry| {
        let link = entry.link.as_deref();
        link.map(|link| url::place(link).unwrap_or_else(|| link.to_owned()))
    };
    other(&old.title, &new.title)
        || page(old) != page(new)
        || other_files(&old.enclosures, &new.enclosures)
        || other(&old.summary, &new.summary)
        || other(&old.content, &new.content)
}

/// Whether two versions differ in nothing but numbers in their texts.
fn counts(old: &Entry, new: &Entry) -> bool {
    let alike = |old: &Option<Text>, new: &Option<Text>| {
        let words = |text: &Option<Text>| text.as_ref().map(|text| without_numbers(&bare(text)));
        old == new || words(old) == words(new)
    };
    alike(&old.title, &new.title)
        && !other_files(&old.enclosures, &new.enclosures)
        && alike(&old.summary, &new.summary)
        && alike(&old.content, &new.content)
}

fn other(old: &Option<Text>, new: &Option<Text>) -> bool {
    let bare = |text: &Option<Text>| text.as_ref().map(bare);
    old != new && bare(old) != bare(new)
}

/// Whether files are others: the query of an address counts downloads, names the place that asks, signs.
fn other_files(old: &[Enclosure], new: &[Enclosure]) -> bool {
    let same = |(old, new): (&Enclosure, &Enclosure)| {
        let file = |address: &str| address.split(['?', '#']).next().unwrap_or_default().to_owned();
        old == new || (old.mime == new.mime && old.length == new.length && file(&old.url) == file(&new.url))
    };
    old.len() != new.len() || !old.iter().zip(new).all(same)
}

/// A text as it is cleaned, without what no reader sees: blanks folded, attributes and classes in one
/// order, addresses without what tracks and signs.
fn bare(text: &Text) -> String {
    let cleaned = read::html::clean(text);
    let mut out = String::with_capacity(cleaned.len());
    let mut rest = &*cleaned;
    while let Some(at) = rest.find('<') {
        let name = rest[at + 1..].find(|c: char| c.is_ascii_whitespace() || c == '>');
        let (before, behind) = rest.split_at(name.map_or(rest.len(), |length| at + 1 + length));
        out.push_str(before);
        rest = attributes(behind, &mut out);
    }
    out.push_str(rest);
    // A blank at which no line may end is a blank.
    let out = out.replace("&nbsp;", " ").replace('\u{a0}', " ");
    // Blanks beside a tag are the publisher's own layout.
    plain::one_line(&out).replace("> ", ">").replace(" <", "<")
}

/// Writes the attributes of a clean tag in the order of their names; what stands behind them.
fn attributes<'t>(text: &'t str, out: &mut String) -> &'t str {
    let mut found: Vec<(&str, Cow<'t, str>)> = Vec::new();
    let mut rest = text;
    // A value may hold a `>`.
    while let Some((name, after)) =
        rest.find(['=', '>']).and_then(|at| Some((&rest[..at], rest[at..].strip_prefix("=\"")?)))
    {
        let (written, behind) = after.split_once('"').unwrap_or((after, ""));
        let value = match name.trim() {
            "src" | "href" | "poster" => address(written),
            "srcset" => Cow::Owned(written.split([' ', ',']).map(address).collect()),
            "class" | "rel" => {
                let mut words: Vec<&str> = written.split_ascii_whitespace().collect();
                words.sort_unstable();
                Cow::Owned(words.join(" "))
            }
            _ => Cow::Borrowed(written),
        };
        found.push((name.trim(), value));
        rest = behind;
    }
    found.sort();
    for (name, value) in found {
        out.push_str(&format!(" {name}=\"{value}\""));
    }
    rest
}

/// An address without what only tracks, signs or counts.
fn address(written: &str) -> Cow<'_, str> {
    let Some((path, query)) = written.split_once('?') else { return Cow::Borrowed(written) };
    let ending = path.rsplit(['.', '/']).next().unwrap_or_default().to_ascii_lowercase();
    if PICTURES.contains(&ending.as_str()) {
        return Cow::Borrowed(path);
    }
    let query = query.replace("&amp;", "&");
    let signs = |piece: &&str| {
        let name = piece.split('=').next().unwrap_or_default().to_ascii_lowercase();
        SIGNATURES.contains(&name.as_str()) || SIGNATURE_PREFIXES.iter().any(|begin| name.starts_with(begin))
    };
    let kept: Vec<&str> = query.split('&').filter(|piece| !signs(piece)).collect();
    Cow::Owned(url::untracked(&format!("{path}?{}", kept.join("&"))))
}

/// A text in which every number is one sign; one with a unit letter (`1.2k`) and one in words of its own
/// alike.
fn without_numbers(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut in_number = false;
    for c in text.chars() {
        let goes_on =
            in_number && matches!(c, '.' | ',' | '\u{a0}' | '\u{202f}' | '\u{2019}' | 'k' | 'K' | 'm' | 'M');
        if c.is_numeric() {
            if !in_number {
                out.push('#');
            }
            in_number = true;
        } else if !goes_on {
            in_number = false;
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Detail, Rare};

    fn entry(html: &str, file: &str) -> Entry {
        let enclosure = Enclosure { url: file.to_owned(), mime: Some("audio/mpeg".into()), length: Some(9) };
        let rare = Rare { enclosures: vec![enclosure], ..Rare::default() };
        let detail = Detail { content: Some(Text::html(html)), rare: rare.into(), ..Detail::default() };
        Entry { title: Some(Text::plain("Ropes")), detail: detail.into(), ..Entry::default() }
    }

    #[test]
    fn what_no_reader_sees_is_no_edit() {
        let file = "https://cdn.example/1.mp3";
        let first = entry(
            "<p>A <a href=\"https://a.example/?p=1\">word</a>. <img src=\"https://i.example/1.jpg?s=a\"></p>",
            file,
        );
        for (html, file) in [
            (
                "<p>A <a href=\"https://a.example/?p=1\">word</a>. <img src=\"https://i.example/1.jpg?s=b\"></p>",
                file,
            ),
            (
                "<p>A  <a href=\"https://a.example/?p=1&amp;utm_source=x\">word</a>.\n<img src=\"https://i.example/1.jpg\"></p>",
                file,
            ),
            (
                "<p>A&nbsp;<a href=\"https://a.example/?p=1&amp;token=x\">word</a>.\u{a0}<img src=\"https://i.example/1.jpg?w=1&amp;x-amz-date=2\"></p>",
                "https://cdn.example/1.mp3?updated=7",
            ),
        ] {
            assert!(!differs(&first, &entry(html, file)), "{html}");
        }
        for (html, file) in [
            (
                "<p>A <a href=\"https://a.example/?p=2\">word</a>. <img src=\"https://i.example/1.jpg?s=a\"></p>",
                file,
            ),
            (
                "<p>A <a href=\"https://a.example/?p=1\">word</a>. <img src=\"https://i.example/2.jpg?s=a\"></p>",
                file,
            ),
            (
                "<p>A <a href=\"https://a.example/?p=1\">sword</a>. <img src=\"https://i.example/1.jpg?s=a\"></p>",
                file,
            ),
            (
                "<p>A <a href=\"https://a.example/?p=1\">word</a>. <img src=\"https://i.example/1.jpg?s=a\"></p>",
                "https://cdn.example/2.mp3",
            ),
        ] {
            assert!(differs(&first, &entry(html, file)), "{html}");
        }
    }

    #[test]
    fn the_order_of_attributes_is_no_edit() {
        let file = "https://cdn.example/1.mp3";
        let of = |html: &str| entry(html, file);
        for (one, other) in [
            (
                "<p>A <img alt=\"a > b\" src=\"/1.jpg\" width=1></p>",
                "<p>A <img width='1' src='/1.jpg' alt='a > b'/></p>",
            ),
            ("<a href='/x' title='t'>x</a>", "<a title='t' href='/x'>x</a>"),
            ("<td rowspan=2 colspan=3>x</td>", "<td colspan=3 rowspan=2>x</td>"),
        ] {
            assert!(!differs(&of(one), &of(other)), "{one}");
        }
        for (one, other) in [
            ("<img alt='a' title='b' src='/1.jpg'>", "<img alt='b' title='a' src='/1.jpg'>"),
            ("<p>a < b</p>", "<p>a < c</p>"),
            ("<p title='x'>a=\"b\" c=\"d\"</p>", "<p title='x'>c=\"d\" a=\"b\"</p>"),
        ] {
            assert!(differs(&of(one), &of(other)), "{one}");
        }
    }

    #[test]
    fn a_counter_differs_in_numbers_alone() {
        let at = |html: &str| entry(html, "https://cdn.example/1.mp3");
        assert!(counts(&at("<p>9 points, 12 comments</p>"), &at("<p>1,204 points, 1.2k comments</p>")));
        assert!(!counts(&at("<p>9 points</p>"), &at("<p>9 points of view</p>")));
    }
}
