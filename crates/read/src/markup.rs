//! Whether a text that does not say what it is, is HTML.

use memchr::{memchr2_iter, memrchr};

use copydesk_model::text::entities;

/// Elements by which HTML is known; sorted.
const ELEMENTS: &[&str] = &[
    "a",
    "abbr",
    "acronym",
    "address",
    "applet",
    "area",
    "article",
    "aside",
    "audio",
    "b",
    "base",
    "basefont",
    "bdo",
    "big",
    "blink",
    "blockquote",
    "body",
    "br",
    "button",
    "canvas",
    "caption",
    "center",
    "cite",
    "code",
    "col",
    "colgroup",
    "dd",
    "del",
    "details",
    "dfn",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "em",
    "embed",
    "fieldset",
    "figcaption",
    "figure",
    "font",
    "footer",
    "form",
    "frame",
    "frameset",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "head",
    "header",
    "hr",
    "html",
    "i",
    "iframe",
    "img",
    "input",
    "ins",
    "isindex",
    "kbd",
    "label",
    "legend",
    "li",
    "link",
    "main",
    "map",
    "mark",
    "marquee",
    "math",
    "menu",
    "meta",
    "nav",
    "nobr",
    "noscript",
    "object",
    "ol",
    "optgroup",
    "option",
    "p",
    "param",
    "picture",
    "pre",
    "q",
    "rp",
    "rt",
    "ruby",
    "s",
    "samp",
    "script",
    "section",
    "select",
    "small",
    "source",
    "span",
    "strike",
    "strong",
    "style",
    "sub",
    "summary",
    "sup",
    "svg",
    "table",
    "tbody",
    "td",
    "textarea",
    "tfoot",
    "th",
    "thead",
    "time",
    "title",
    "tr",
    "tt",
    "u",
    "ul",
    "var",
    "video",
    "wbr",
    "xml",
];

/// Whether a text holds a tag of HTML, a comment, or a character reference.
pub(super) fn is_html(text: &str) -> bool {
    let bytes = text.as_bytes();
    let last = memrchr(b'>', bytes).unwrap_or(0);
    memchr2_iter(b'<', b'&', bytes).any(|at| match bytes[at] {
        b'<' => is_tag(&bytes[at + 1..], at < last),
        _ => is_reference(&text[at + 1..]),
    })
}

/// Whether a text holds a character reference.
pub(super) fn has_reference(text: &str) -> bool {
    memchr::memchr_iter(b'&', text.as_bytes()).any(|at| is_reference(&text[at + 1..]))
}

/// Whether what follows a `<` is a tag; `ends` says that a `>` follows somewhere.
fn is_tag(rest: &[u8], ends: bool) -> bool {
    if rest.starts_with(b"!--") {
        return true;
    }
    let rest = rest.strip_prefix(b"/").unwrap_or(rest);
    let length = rest.iter().take(11).take_while(|byte| byte.is_ascii_alphanumeric()).count();
    let parted = matches!(rest.get(length), Some(b'>' | b'/' | b' ' | b'\n' | b'\t' | b'\r'));
    let mut lower = [0; 11];
    lower[..length].copy_from_slice(&rest[..length]);
    lower.make_ascii_lowercase();
    ends && parted && ELEMENTS.binary_search_by(|element| element.as_bytes().cmp(&lower[..length])).is_ok()
}

fn is_reference(rest: &str) -> bool {
    let bytes = rest.as_bytes();
    let length = bytes
        .iter()
        .take(entities::LONGEST)
        .take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'#');
    let length = length.count();
    if bytes.get(length) != Some(&b';') || length == 0 {
        return false;
    }
    match rest[..length].strip_prefix('#') {
        Some(number) => number.trim_start_matches(['x', 'X']).bytes().all(|byte| byte.is_ascii_hexdigit()),
        None => entities::named(&rest[..length]).is_some(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_and_references_make_html() {
        for html in ["a <b>c</b>", "x<br/>", "</p>", "AT&amp;T", "&#8217;", "<!-- c -->", "<A HREF='x'>y</a>"]
        {
            assert!(is_html(html), "{html}");
        }
    }

    #[test]
    fn signs_and_unknown_tags_do_not() {
        for text in
            ["1 < 2", "AT&T", "a <c++> b", "Vec<u8>", "&nosuch;", "<b", "R&D; x", "", "<3", "</example>"]
        {
            assert!(!is_html(text), "{text}");
        }
    }

    #[test]
    fn elements_are_sorted() {
        assert!(ELEMENTS.is_sorted());
    }
}
