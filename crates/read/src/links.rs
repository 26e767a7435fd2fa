//! Addresses: made absolute where a base is known, else left as they came.
//!
//! An address that is absolute is kept character for character; only one that has to be resolved
//! goes through a URL parser (RFC 3986 5.2).

use std::borrow::Cow;

/// Whether an address starts with a scheme: `https:`, `mailto:`, `tag:`.
pub(super) fn has_scheme(address: &str) -> bool {
    let Some(colon) = address.find([':', '/', '?', '#']) else { return false };
    let scheme = &address.as_bytes()[..colon];
    address.as_bytes()[colon] == b':'
        && scheme.first().is_some_and(u8::is_ascii_alphabetic)
        && scheme.iter().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'))
}

/// The address made absolute; as it is where that cannot be done; `None` where nothing is left of it, or it is
/// words in place of an address.
pub(super) fn absolute(address: &str, base: Option<&str>) -> Option<String> {
    let address = tidy(address);
    let address = address.as_ref();
    if has_scheme(address) && !has_port(address) {
        return Some(address.to_owned());
    }
    if is_words(address) {
        return None;
    }
    let base = base.and_then(|base| url::Url::parse(base).ok());
    if names_host(address, base.as_ref()) {
        let scheme = base.filter(|base| base.scheme() == "http").map_or("https", |_| "http");
        return Some(format!("{scheme}://{address}"));
    }
    match base.and_then(|base| base.join(address).ok()) {
        Some(url) => Some(url.into()),
        None if address.is_empty() => None,
        None => Some(address.to_owned()),
    }
}

/// An address without what got around it or into it by mistake: invisible characters, brackets, a second
/// escaping, itself once more, another scheme.
pub(super) fn tidy(address: &str) -> Cow<'_, str> {
    let address = address.trim();
    if is_tidy(address) {
        return Cow::Borrowed(address);
    }
    // Nothing that is invisible is ASCII.
    let mut tidy: String = match address.is_ascii() {
        true => address.to_owned(),
        false => address.chars().filter(|c| !is_invisible(*c)).collect(),
    };
    for (open, close) in [('<', '>'), ('"', '"'), ('\u{201c}', '\u{201d}')] {
        let inside = tidy.trim().strip_prefix(open).and_then(|rest| rest.strip_suffix(close));
        if let Some(inside) = inside {
            tidy = inside.to_owned();
        }
    }
    tidy = one_of(tidy.trim_matches(|c: char| c.is_whitespace() || is_mark(c))).to_owned();
    for _ in 0..4 {
        if !tidy.contains("&amp;") && !tidy.contains("&#38;") && !tidy.contains("&#038;") {
            break;
        }
        tidy = tidy.replace("&amp;", "&").replace("&#38;", "&").replace("&#038;", "&");
    }
    Cow::Owned(with_one_scheme(tidy))
}

/// Whether an address is whole and has nothing in it that [`tidy`] looks for, as nearly all are: one glance at
/// each byte, many at a time.
fn is_tidy(address: &str) -> bool {
    let bytes = address.as_bytes();
    if !(address.starts_with("https://") || address.starts_with("http://") || address.starts_with('/')) {
        return false;
    }
    let is_odd =
        |byte: u8| byte.wrapping_sub(b'!') > b'~' - b'!' || matches!(byte, b'<' | b'>' | b'"' | b'\\' | b'&');
    // Without an early end, so that it is done sixteen bytes at a time.
    if bytes.iter().fold(false, |odd, byte| odd | is_odd(*byte)) && !is_tidy_query(bytes) {
        return false;
    }
    let is_scheme = |at: &usize| bytes[at + 1..].starts_with(b"ttp");
    memchr::memchr_iter(b'h', bytes).filter(is_scheme).count() < 2
}

/// The same of an address in which only `&` is odd.
fn is_tidy_query(bytes: &[u8]) -> bool {
    let is_sound = |byte: &u8| (b'!'..=b'~').contains(byte) && !matches!(byte, b'<' | b'>' | b'"' | b'\\');
    let is_reference = |at: usize| {
        let rest = &bytes[at + 1..];
        rest.starts_with(b"amp;") || rest.starts_with(b"#")
    };
    bytes.iter().all(is_sound) && !memchr::memchr_iter(b'&', bytes).any(is_reference)
}

/// Characters that nobody sees, and that no address means.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}')
}

/// Marks of direction and joiners: in a path they may be letters' own, at its ends they are not.
fn is_mark(c: char) -> bool {
    is_invisible(c)
        || matches!(c, '\u{200c}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2061}'..='\u{2069}')
}

/// Of an address that stands twice, or among words, one.
fn one_of(text: &str) -> &str {
    let mut parts = text.split_whitespace();
    let first = parts.next().unwrap_or_default();
    if let Some(second) = parts.next() {
        return match is_web(first) {
            true if is_web(second) => first,
            true => text,
            false => text.split_whitespace().find(|part| is_web(part)).unwrap_or(text),
        };
    }
    match text.split_at_checked(text.len() / 2) {
        Some((one, other)) if one == other && is_web(one) => one,
        _ => text,
    }
}

/// An address whose scheme stands twice, or lacks a sign, with one scheme.
fn with_one_scheme(mut address: String) -> String {
    for _ in 0..4 {
        let lower = address.get(..5).unwrap_or_default().to_ascii_lowercase();
        let scheme = if lower == "https" { "https" } else { "http" };
        let Some(rest) = address.get(scheme.len()..).filter(|_| lower.starts_with("http")) else { break };
        let signs = rest.len() - rest.trim_start_matches([':', '/', '\\']).len();
        let (signs, rest) = rest.split_at(signs);
        let begins =
            |text: &str| rest.get(..text.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(text));
        let again = ["http:/", "https:/", "http//", "https//"].into_iter().any(begins);
        if !signs.is_empty() && again {
            address = rest.to_owned();
            continue;
        }
        // `https:/x`, `https//x`, `https:\\x`
        if signs.len() >= 2 && signs != "://" && signs != ":///" && !rest.is_empty() {
            address = format!("{scheme}://{rest}");
        }
        break;
    }
    address
}

/// Whether what looks like a scheme is a host, and a port behind it: `host.example:8080/x`.
fn has_port(address: &str) -> bool {
    let Some((host, rest)) = address.split_once(':') else { return false };
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let ends = rest.as_bytes().get(digits).is_none_or(|byte| matches!(byte, b'/' | b'?' | b'#'));
    host.contains('.') && digits > 0 && ends
}

/// Whether a text is no address but what a person reads: `Read more here`, `n/a`.
fn is_words(text: &str) -> bool {
    const NOTHING: [&str; 6] = ["null", "none", "nil", "undefined", "n/a", "(null)"];
    if NOTHING.iter().any(|nothing| text.eq_ignore_ascii_case(nothing)) {
        return true;
    }
    let Some((first, _)) = text.split_once(char::is_whitespace) else { return false };
    if first.contains(['/', '?', '#', '%']) || first.starts_with('.') {
        return false;
    }
    // `my file.html`
    let last = text.split_whitespace().last().unwrap_or_default();
    let is_file = last.rsplit_once('.').is_some_and(|(_, ending)| {
        (2..=5).contains(&ending.len()) && ending.bytes().all(|byte| byte.is_ascii_alphanumeric())
    });
    !is_file
}

/// Whether an address without a scheme begins with a host: one of the base's site, `www.` and whatever, or
/// one below a top level that no file ends in.
fn names_host(address: &str, base: Option<&url::Url>) -> bool {
    const TOP: [&str; 14] =
        ["com", "org", "net", "edu", "gov", "info", "biz", "io", "dev", "app", "blog", "news", "eu", "uk"];
    let end = address.find(['/', '?', '#', ':']).unwrap_or(address.len());
    let host = address[..end].to_ascii_lowercase();
    let label = |label: &str| {
        !label.is_empty()
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte >= 0x80)
    };
    if !host.contains('.') || !host.split('.').all(label) {
        return false;
    }
    let at_home = base.and_then(|base| copydesk_model::text::url::site(base.as_str())).is_some_and(|site| {
        host == site || host.strip_suffix(site.as_str()).is_some_and(|sub| sub.ends_with('.'))
    });
    let top = host.rsplit('.').next().unwrap_or_default();
    at_home
        || host.starts_with("www.") && host.matches('.').count() > 1
        || TOP.contains(&top) && address[end..].starts_with('/')
}

/// Whether a text is an address that a browser opens.
pub(super) fn is_web(text: &str) -> bool {
    let begins = |scheme: &str| {
        text.as_bytes().get(..scheme.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(scheme.as_bytes()))
    };
    (begins("http://") || begins("https://")) && !has_blank(text)
}

fn has_blank(text: &str) -> bool {
    // Most addresses are ASCII, where blanks are few.
    match text.is_ascii() {
        true => text.bytes().any(|byte| matches!(byte, b' ' | b'\t'..=b'\r')),
        false => text.contains(char::is_whitespace),
    }
}

/// The web address that an id is, its blanks escaped as a browser escapes them.
pub(super) fn page(id: &str) -> Option<String> {
    let id = tidy(id);
    let id = id.as_ref();
    if is_web(id) {
        return Some(id.to_owned());
    }
    let url = url::Url::parse(id).ok()?;
    (id.len() > 8 && matches!(url.scheme(), "http" | "https")).then(|| url.into())
}

/// Makes what leads to a place in a text lead to that place on the text's page, whatever the base of its other
/// addresses is.
pub(super) fn lead_to_page(html: &mut String, page: &str) {
    let page = page.split('#').next().unwrap_or(page).replace('&', "&amp;").replace('"', "&quot;");
    let mut out = String::new();
    let mut copied = 0;
    for at in memchr::memchr_iter(b'#', html.as_bytes()) {
        let before = &html.as_bytes()[..at];
        let (before, quoted) = match before {
            [rest @ .., b'"' | b'\''] => (rest, true),
            _ => (before, false),
        };
        let name = before.strip_suffix(b"=").and_then(|rest| rest.get(rest.len().checked_sub(5)?..));
        if name.is_some_and(|name| name[0].is_ascii_whitespace() && name[1..].eq_ignore_ascii_case(b"href"))
            && quoted
        {
            out.push_str(&html[copied..at]);
            out.push_str(&page);
            copied = at;
        }
    }
    if copied > 0 {
        out.push_str(&html[copied..]);
        *html = out;
    }
}

/// The MIME type that a file's ending tells.
pub(super) fn type_by_ending(address: &str) -> Option<&'static str> {
    let path = address.split(['?', '#']).next()?;
    let (_, ending) = path.rsplit('/').next()?.rsplit_once('.')?;
    let known = ENDINGS.iter().find(|(known, _)| known.eq_ignore_ascii_case(ending));
    known.map(|(_, mime)| *mime)
}

const ENDINGS: &[(&str, &str)] = &[
    ("mp3", "audio/mpeg"),
    ("m4a", "audio/mp4"),
    ("aac", "audio/aac"),
    ("ogg", "audio/ogg"),
    ("oga", "audio/ogg"),
    ("opus", "audio/opus"),
    ("wav", "audio/wav"),
    ("flac", "audio/flac"),
    ("mp4", "video/mp4"),
    ("m4v", "video/mp4"),
    ("mov", "video/quicktime"),
    ("webm", "video/webm"),
    ("jpg", "image/jpeg"),
    ("jpeg", "image/jpeg"),
    ("png", "image/png"),
    ("gif", "image/gif"),
    ("webp", "image/webp"),
    ("avif", "image/avif"),
    ("svg", "image/svg+xml"),
    ("pdf", "application/pdf"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn absolute_addresses_stay_character_for_character() {
        for address in ["http://host", "HTTP://Host/a b?ü", "tag:host,2004:1", "mailto:a@b.example"] {
            assert_eq!(absolute(address, Some("https://other.example/")).as_deref(), Some(address));
        }
    }

    #[test]
    fn an_address_is_found_in_what_got_around_it() {
        let base = Some("https://ledge.example/feed");
        for (written, meant) in [
            ("www.ledge.example/p/1", "https://www.ledge.example/p/1"),
            ("ledge.example/p/2", "https://ledge.example/p/2"),
            ("blog.ledge.example", "https://blog.ledge.example"),
            ("ledge.example:8443/p", "https://ledge.example:8443/p"),
            ("www.far.example/x", "https://www.far.example/x"),
            ("far.com/x?y", "https://far.com/x?y"),
            ("https://a.example/?x=1&amp;amp;y=2&amp;z", "https://a.example/?x=1&y=2&z"),
            ("https://a.example/?x=1&#38;y=2", "https://a.example/?x=1&y=2"),
            ("\u{feff}https://a.example/5\u{200b}\u{a0}", "https://a.example/5"),
            ("\u{202a}https://a.example/5\u{202c}", "https://a.example/5"),
            ("<https://a.example/5>", "https://a.example/5"),
            ("https://a.example/8 https://a.example/8", "https://a.example/8"),
            ("https://a.example/8https://a.example/8", "https://a.example/8"),
            ("https://a.example/8\n  https://b.example/9", "https://a.example/8"),
            ("Read on: https://a.example/8", "https://a.example/8"),
            ("http://https://a.example/9", "https://a.example/9"),
            ("https://http//a.example/9", "http://a.example/9"),
            ("http:/a.example/9", "http://a.example/9"),
            ("https:\\\\a.example/9", "https://a.example/9"),
            ("p/2.html", "https://ledge.example/p/2.html"),
            ("index.html", "https://ledge.example/index.html"),
            ("my file.html", "https://ledge.example/my%20file.html"),
            ("/a b", "https://ledge.example/a%20b"),
            ("story.pl?id=1", "https://ledge.example/story.pl?id=1"),
            ("https://a.example/p?u=https://b.example/x", "https://a.example/p?u=https://b.example/x"),
            ("https://a.example/p?copy=1&amplitude=2", "https://a.example/p?copy=1&amplitude=2"),
            (
                "https://web.archive.example/2020/http://b.example/",
                "https://web.archive.example/2020/http://b.example/",
            ),
            ("mailto:a@ledge.example", "mailto:a@ledge.example"),
        ] {
            assert_eq!(absolute(written, base).as_deref(), Some(meant), "{written:?}");
        }
        for words in ["Read more here", "null", "see this or that", " ", "N/A"] {
            assert_eq!(absolute(words, None), None, "{words:?}");
        }
    }

    #[test]
    fn an_id_that_is_an_address_is_a_page() {
        assert_eq!(page("http://host.example").as_deref(), Some("http://host.example"));
        assert_eq!(page("https://host.example/#a b").as_deref(), Some("https://host.example/#a%20b"));
        for id in ["tag:host.example,2024:1", "a b", "https://a b/", "", "http:"] {
            assert_eq!(page(id), None, "{id}");
        }
    }

    #[test]
    fn relative_addresses_are_resolved_where_a_base_is_known() {
        let base = Some("http://host.example/a/b");
        assert_eq!(absolute(" ../c ", base).as_deref(), Some("http://host.example/c"));
        assert_eq!(absolute("//cdn.example/x", base).as_deref(), Some("http://cdn.example/x"));
        assert_eq!(absolute("c", None).as_deref(), Some("c"));
        assert_eq!(absolute("c", Some("relative/")).as_deref(), Some("c"));
        assert_eq!(absolute("", None), None);
    }
}
