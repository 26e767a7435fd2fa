//! The last line of defence: whatever stands in a feed, what leaves here may be written.
//!
//! Characters that XML forbids or validators mistrust are dropped, addresses are percent-encoded
//! or left out, values of the wrong form are `None`. Sound input is borrowed, not copied. It does
//! not sanitise HTML: that is done before ([`crate::read::html`]).

use std::borrow::Cow;

use chrono::{DateTime, Datelike, Utc};
use url::Url;

use crate::model::{Text, TextKind};
use crate::text::{codes, entities, escape, plain, uri};

/// Text without control characters, non-characters and U+FFFD; Windows-1252 leftovers in the C1
/// range become the characters that were meant, line ends a line feed.
pub(super) fn text(raw: &str) -> Cow<'_, str> {
    let Some(first) = first_suspect(raw.as_bytes()) else { return Cow::Borrowed(raw) };
    let mut out = String::with_capacity(raw.len());
    out.push_str(&raw[..first]);
    let mut rest = raw[first..].chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '\r' if rest.peek() == Some(&'\n') => {}
            '\r' => out.push('\n'),
            '\u{80}'..='\u{9f}' => out.extend(windows_1252(c)),
            c if is_writable(c) => out.push(c),
            _ => {}
        }
    }
    Cow::Owned(out)
}

/// Where the first character starts that may have to go, or be left for a closer look.
fn first_suspect(bytes: &[u8]) -> Option<usize> {
    // Nearly all text is sound, so whole blocks are looked at first: no branch, many bytes at once.
    let mark = |b: u8| (b < 0x20 && b != b'\t' && b != b'\n') | (b == 0x7f) | (b == 0xc2) | (b >= 0xef);
    let blocks = bytes.chunks(64).enumerate();
    let marked = blocks.filter(|(_, block)| block.iter().fold(false, |any, &b| any | mark(b)));
    marked
        .map(|(at, block)| at * 64..at * 64 + block.len())
        .find_map(|mut range| range.find(|&at| is_suspect(bytes, at)))
}

fn is_suspect(bytes: &[u8], at: usize) -> bool {
    match bytes[at] {
        b'\t' | b'\n' => false,
        0..=0x1f | 0x7f => true,
        0xc2 => bytes.get(at + 1).is_some_and(|&next| next < 0xa0),
        0xef => matches!(bytes.get(at + 1), Some(0xb7 | 0xbf)),
        0xf0..=0xf4 => bytes.get(at + 2) == Some(&0xbf) && matches!(bytes.get(at + 3), Some(0xbe | 0xbf)),
        _ => false,
    }
}

/// XML 1.0 `Char`, without what the specification discourages, and without U+FFFD, which
/// stands for a character that was lost.
fn is_writable(c: char) -> bool {
    let code = u32::from(c);
    let control = code < 0x20 && c != '\t' && c != '\n' || code == 0x7f;
    let none = (0xfdd0..=0xfdef).contains(&code) || code & 0xfffe == 0xfffe || code == 0xfffd;
    !control && !none
}

/// The character that Windows-1252 has where Latin-1 has a control character.
fn windows_1252(c: char) -> Option<char> {
    let byte = [u8::try_from(u32::from(c)).ok()?];
    let (decoded, _) = encoding_rs::WINDOWS_1252.decode_without_bom_handling(&byte);
    decoded.chars().next().filter(|&meant| meant != c)
}

/// Safe text on one line: white space folded, none at the ends.
pub(super) fn line(raw: &str) -> Cow<'_, str> {
    let folded = |text: &str| {
        let spaced = |window: &[u8]| window.iter().all(u8::is_ascii_whitespace);
        text.trim().len() == text.len()
            && !text.bytes().any(|b| b.is_ascii_whitespace() && b != b' ')
            && !text.as_bytes().windows(2).any(spaced)
    };
    match text(raw) {
        safe if folded(&safe) => safe,
        safe => Cow::Owned(safe.split_whitespace().collect::<Vec<_>>().join(" ")),
    }
}

/// The same, or `None` where nothing remains.
pub(super) fn word(raw: &str) -> Option<Cow<'_, str>> {
    Some(line(raw)).filter(|line| !line.is_empty())
}

/// A text on one line that was escaped once too often where it looks like markup. `None` where
/// nothing remains.
pub(super) fn unmarked(raw: &str) -> Option<Cow<'_, str>> {
    let line = word(raw)?;
    match looks_like_html(&line) {
        true => word(&plain::of_html(&line)).map(|line| Cow::Owned(line.into_owned())),
        false => Some(line),
    }
}

/// A name or label on one line. It never speaks of markup, so what looks like markup was escaped
/// once too often, and is undone. `None` where nothing remains.
pub(super) fn label(raw: &str) -> Option<Cow<'_, str>> {
    let line = unmarked(raw)?;
    // What still looks so has no other way: a blank keeps it from being taken for markup.
    Some(match looks_like_html(&line) {
        true => Cow::Owned(line.replace('<', "< ").replace('&', "& ")),
        false => line,
    })
}

/// A text as plain text on one line; `None` where nothing remains.
pub(super) fn plain(text: &Text) -> Option<Cow<'_, str>> {
    match text.kind {
        TextKind::Text => word(&text.value),
        TextKind::Html => word(&plain::of_html(&text.value)).map(|line| Cow::Owned(line.into_owned())),
    }
}

/// A text as HTML; plain text is escaped, and its blank lines divide paragraphs. `None` where
/// nothing remains.
pub(super) fn html(raw: &Text) -> Option<Cow<'_, str>> {
    let safe = text(&raw.value);
    if safe.trim().is_empty() {
        return None;
    }
    Some(match raw.kind {
        TextKind::Html => safe,
        TextKind::Text if safe.contains("\n\n") => {
            let paragraphs = safe.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty());
            Cow::Owned(paragraphs.map(|paragraph| format!("<p>{}</p>", escape::text(paragraph))).collect())
        }
        TextKind::Text => match escape::text(&safe) {
            Cow::Borrowed(_) => safe,
            Cow::Owned(escaped) => Cow::Owned(escaped),
        },
    })
}

/// Whether plain text would be taken for HTML: it has a tag, or a character reference.
pub(super) fn looks_like_html(plain: &str) -> bool {
    let tag = |rest: &str| rest.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!');
    // With `;`, with more than letters, or by a known name: what the W3C validator takes for one.
    let reference = |rest: &str| {
        let body = rest.strip_prefix('#').unwrap_or(rest);
        let end = body.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(body.len());
        let name = &body[..end];
        let is_known =
            || !name.chars().all(char::is_alphabetic) || name == "apos" || entities::named(name).is_some();
        end > 0 && (body.len() < rest.len() || body[end..].starts_with(';') || is_known())
    };
    let after = |mark: char| plain.match_indices(mark).map(|(at, _)| &plain[at + 1..]);
    after('<').any(tag) || after('&').any(reference)
}

/// An absolute http(s) address made of URI characters only (RFC 2396, as the W3C validator has
/// it): percent-encoded where needed, the host in punycode. `None` where it is none.
pub(super) fn url(raw: &str) -> Option<Cow<'_, str>> {
    if is_sound(raw) {
        return Some(Cow::Borrowed(raw));
    }
    let raw = text(raw);
    // WHATWG's parser would take the first word of a path for the host.
    raw.split_once("://").filter(|(_, rest)| !rest.starts_with(['/', '\\']))?;
    let parsed = Url::parse(&raw).ok()?;
    let host = parsed.host_str().filter(|host| !host.starts_with('['))?;
    if !matches!(parsed.scheme(), "http" | "https") || host.is_empty() {
        return None;
    }
    let mut out = String::with_capacity(parsed.as_str().len());
    for c in parsed.as_str().chars() {
        match u8::try_from(c) {
            Ok(byte) if is_uri_byte(byte) => out.push(c),
            _ => c.encode_utf8(&mut [0; 4]).bytes().for_each(|byte| out.push_str(&format!("%{byte:02X}"))),
        }
    }
    Some(Cow::Owned(out))
}

/// An absolute URI: a web address, a `tag:` or a `urn:`.
pub(super) fn uri(raw: &str) -> Option<Cow<'_, str>> {
    let raw = raw.trim();
    let is_named = ["tag:", "urn:"].iter().any(|scheme| raw.starts_with(scheme));
    match is_named {
        true => uri::is_absolute(raw).then_some(Cow::Borrowed(raw)),
        false => url(raw),
    }
}

/// An identifier as an absolute URI of any scheme: as it is, or, of the web, with escapes for what no URI
/// may hold.
pub(super) fn absolute(id: &str) -> Option<Cow<'_, str>> {
    match uri::is_absolute(id) {
        true => Some(Cow::Borrowed(id)),
        false => url(id).filter(|url| uri::is_absolute(url)),
    }
}

/// An address that needs no second look: the case of nearly all.
fn is_sound(raw: &str) -> bool {
    let rest = raw.strip_prefix("https://").or_else(|| raw.strip_prefix("http://"));
    rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphanumeric()))
        && raw.bytes().all(is_uri_byte)
}

/// The characters of RFC 2396, with `%` and `#`.
fn is_uri_byte(byte: u8) -> bool {
    URI_BYTES[usize::from(byte)]
}

static URI_BYTES: [bool; 256] = {
    let (mut table, marks, mut at) = ([false; 256], b";/?:@&=+$.-_!~*'(),%#", 0);
    while at < marks.len() {
        table[marks[at] as usize] = true;
        at += 1;
    }
    let mut byte = 0_u8;
    while byte < 128 {
        table[byte as usize] |= byte.is_ascii_alphanumeric();
        byte += 1;
    }
    table
};

/// A sound address as RSS wants it of enclosures: without a login, its host of two labels or more, a slash
/// behind it. What is so already is left alone.
pub(super) fn file(url: Cow<'_, str>) -> Option<Cow<'_, str>> {
    if is_file(&url) {
        return Some(url);
    }
    let mut parsed = Url::parse(&url).ok()?;
    let host = parsed.host_str()?.trim_end_matches('.').to_owned();
    let is_open = parsed.set_username("").is_ok() && parsed.set_password(None).is_ok();
    parsed.set_host(Some(&host)).ok()?;
    Some(Cow::Owned(String::from(parsed))).filter(|url: &Cow<'_, str>| is_open && is_file(url))
}

/// Whether an address has the shape that validators want of an enclosure's.
fn is_file(url: &str) -> bool {
    let place = url.split_once("://").map(|(_, rest)| rest.split('/').next().unwrap_or_default());
    place.is_some_and(|place| {
        let (host, port) = place.split_once(':').unwrap_or((place, "0"));
        let label = |label: &str| {
            let sound = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
            !label.is_empty() && label.bytes().all(sound)
        };
        !port.is_empty()
            && port.bytes().all(|byte| byte.is_ascii_digit())
            && host.contains('.')
            && host.split('.').all(label)
            && !host.rsplit('.').next().is_some_and(|last| last.starts_with('-'))
    })
}

/// A MIME type without anything strange in it.
pub(super) fn mime(raw: &str) -> Option<&str> {
    let raw = raw.trim();
    let token = |part: &str| {
        !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric() || b"!#$&-^_.+".contains(&b))
    };
    let kind = raw.split(';').next().unwrap_or(raw).trim_end();
    kind.split_once('/').filter(|(major, minor)| token(major) && token(minor)).map(|_| kind)
}

/// A language tag that begins with a known language; `en_US` becomes `en-US`.
pub(super) fn language(raw: &str) -> Option<String> {
    let tag = raw.trim().replace('_', "-");
    let mut parts = tag.split('-');
    let primary =
        parts.next().is_some_and(|p| matches!(p.len(), 2 | 3) && p.bytes().all(|b| b.is_ascii_alphabetic()));
    let rest = parts.all(|p| matches!(p.len(), 1..=8) && p.bytes().all(|b| b.is_ascii_alphanumeric()));
    (primary && rest && codes::language(&tag)).then_some(tag)
}

/// A bare e-mail address.
pub(super) fn email(raw: &str) -> Option<&str> {
    let raw = raw.trim();
    let atom = |b: u8| b.is_ascii_alphanumeric() || b".!#$%&'*+/=?^_`{|}~-".contains(&b);
    let (local, domain) = raw.split_once('@')?;
    let label = |l: &str| !l.is_empty() && l.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    let sound =
        !local.is_empty() && local.bytes().all(atom) && domain.contains('.') && domain.split('.').all(label);
    sound.then_some(raw)
}

/// A time that can be true: neither the zero of some clock nor beyond four digits of year.
pub(super) fn time(raw: Option<DateTime<Utc>>) -> Option<DateTime<Utc>> {
    raw.filter(|time| (1990..=9999).contains(&time.year()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_and_non_characters_go() {
        assert_eq!(text("a\u{0}b\u{8}c\u{b}d\u{7f}e\u{fffe}f\u{fdd0}g\u{1ffff}h\u{fffd}i"), "abcdefghi");
        assert_eq!(text("tab\tline\r\nline\rend"), "tab\tline\nline\nend");
    }

    #[test]
    fn sound_text_is_not_copied() {
        for sound in
            ["", "plain", "caf\u{e9} \u{1f600} \u{5e9}\u{5dc}\u{5d5}\u{5dd} \u{a0} \u{fb01} \u{ffe5}"]
        {
            assert_eq!(text(sound), sound);
        }
        assert!(matches!(text("plain \u{1f600}"), Cow::Borrowed(_)));
        assert!(matches!(line("one line"), Cow::Borrowed(_)));
    }

    #[test]
    fn windows_1252_leftovers_become_what_was_meant() {
        assert_eq!(text("\u{93}Hi\u{94} \u{96} 5 \u{80}\u{81}"), "\u{201c}Hi\u{201d} \u{2013} 5 \u{20ac}");
    }

    #[test]
    fn addresses_are_encoded_and_sound_ones_left_alone() {
        let same = "https://a.example/x?y=1&z=%C3%A9#f";
        assert_eq!(url(same).as_deref(), Some(same));
        let cases = [
            ("https://a.example/a b|c", "https://a.example/a%20b%7Cc"),
            ("https://a.example/caf\u{e9}?q=\u{e9}[1]", "https://a.example/caf%C3%A9?q=%C3%A9%5B1%5D"),
            ("https://b\u{fc}cher.example/", "https://xn--bcher-kva.example/"),
            (" HTTP://A.example ", "http://a.example/"),
            ("https://a.example/\"><script>", "https://a.example/%22%3E%3Cscript%3E"),
        ];
        for (raw, written) in cases {
            assert_eq!(url(raw).as_deref(), Some(written), "{raw}");
        }
    }

    #[test]
    fn what_is_no_web_address_is_left_out() {
        for raw in [
            "",
            "/path",
            "//a.example/",
            "http:///x",
            "http:x",
            "javascript:alert(1)",
            "data:text/html,x",
            "http://[::1]/",
            "https://",
            "a b",
        ] {
            assert_eq!(url(raw), None, "{raw}");
        }
        for (address, written) in [
            ("http://localhost/a.b.mp3", None),
            ("http://a.example/x", Some("http://a.example/x")),
            ("http://my_cast.example:8080/x", Some("http://my_cast.example:8080/x")),
            ("http://me:pw@a.example./x", Some("http://a.example/x")),
            ("http://a.example?x=1", Some("http://a.example/?x=1")),
        ] {
            assert_eq!(file(address.into()).as_deref(), written, "{address}");
        }
    }

    #[test]
    fn schemes_of_identifiers_may_be_tag_and_urn() {
        for same in ["tag:a.example,2026:x", "urn:isbn:1", "https://a.example/x"] {
            assert_eq!(uri(same).as_deref(), Some(same));
        }
        for wrong in ["tag:", "topic", "urn:a b", "javascript:x"] {
            assert_eq!(uri(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn labels_escaped_once_too_often_are_undone() {
        assert_eq!(label("R&amp;D").as_deref(), Some("R&D"));
        assert_eq!(label("<b>Films</b>").as_deref(), Some("Films"));
        assert_eq!(label("R&D").as_deref(), Some("R&D"));
        assert_eq!(label("<p></p>"), None);
        assert_eq!(label("watch?v=1&amp;ab_channel;").as_deref(), Some("watch?v=1& ab_channel;"));
        assert_eq!(label("?v=1&ab_channel=2").as_deref(), Some("?v=1& ab_channel=2"));
    }

    #[test]
    fn plain_text_as_html_keeps_its_signs_and_paragraphs() {
        assert_eq!(html(&Text::plain("x < y & z")).as_deref(), Some("x &lt; y &amp; z"));
        assert_eq!(
            html(&Text::plain("one\n\ntwo & three\n\n")).as_deref(),
            Some("<p>one</p><p>two &amp; three</p>")
        );
        assert_eq!(html(&Text::plain(" \u{1} ")), None);
    }

    #[test]
    fn text_that_speaks_of_markup_is_recognised() {
        for markup in ["a <b>", "</p>", "AT&amp;T", "&#8217;", "<!--", "?a&b_c=1", "?a&copy=1"] {
            assert!(looks_like_html(markup), "{markup}");
        }
        for plain in ["a < b", "AT&T", "Q & A; more", "1 <2", "R&D done;"] {
            assert!(!looks_like_html(plain), "{plain}");
        }
    }

    #[test]
    fn an_absolute_identifier_is_one_that_a_parser_reads() {
        for id in ["tag:a.example,2026:x/1#y", "urn:isbn:1", "https://a.example/", "about:x"] {
            assert_eq!(absolute(id).as_deref(), Some(id));
        }
        for id in ["tag:", "tag://a.example/x", "tag://a:b", "urn://[", "a", "", "tag:a b", "https://"] {
            assert_eq!(absolute(id), None, "{id}");
        }
        assert_eq!(absolute("https://a.example/?x[]=1").as_deref(), Some("https://a.example/?x%5B%5D=1"));
    }

    #[test]
    fn values_of_the_wrong_form_are_none() {
        assert_eq!(mime("text/html; charset=utf-8"), Some("text/html"));
        assert_eq!(mime("mp3"), None);
        assert_eq!(language("en_US").as_deref(), Some("en-US"));
        assert_eq!(language("English").or(language("NaN")), None);
        assert_eq!(email("ann@harbour.example"), Some("ann@harbour.example"));
        for wrong in ["hidden", "ann at harbour", "mailto:ann@h.example x", "a@b", "@", "a@@b.example"] {
            assert_eq!(email(wrong), None, "{wrong}");
        }
        assert_eq!(time(Some(DateTime::UNIX_EPOCH)), None);
    }
}
