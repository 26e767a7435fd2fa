//! Plain text of HTML, for reading by machines: matching, crediting, cutting. Never published as HTML.
//!
//! Linear in the length of the HTML, whatever it is.

use std::borrow::Cow;

use memchr::{memchr, memchr2};

use super::{entities, shown};

/// Elements that stand on lines of their own.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "br",
    "caption",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "legend",
    "li",
    "main",
    "nav",
    "ol",
    "option",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
];

/// Elements whose inside is not for readers.
const HIDDEN: &[&str] =
    &["script", "style", "template", "noscript", "iframe", "svg", "math", "head", "object"];

/// The text of an HTML fragment: tags, comments and scripts dropped, references decoded, block
/// elements divided by a newline, white space folded.
///
/// ```
/// assert_eq!(copydesk_model::text::plain::of_html("<p>AT&amp;T &mdash; <b>new</b></p><p>x"), "AT&T — new\nx");
/// ```
pub fn of_html(html: &str) -> String {
    let mut out = Folded { text: String::with_capacity(html.len()), gap: Gap::None };
    let bytes = html.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let end = memchr(b'<', &bytes[at..]).map_or(bytes.len(), |found| at + found);
        out.push(&unescape(&html[at..end]));
        if end == bytes.len() {
            break;
        }
        at = markup(html, end, &mut out);
    }
    out.text
}

/// The same on one line: [`one_line`] of it, in less time.
pub fn line_of_html(html: &str) -> String {
    // White space is folded already, so a newline stands alone and only between words.
    let mut text = of_html(html).into_bytes();
    text.iter_mut().filter(|byte| **byte == b'\n').for_each(|byte| *byte = b' ');
    String::from_utf8(text).unwrap_or_default()
}

/// Reads the markup that starts at `start`, or the `<` that is none; where it ends.
fn markup(html: &str, start: usize, out: &mut Folded) -> usize {
    let rest = &html.as_bytes()[start..];
    let to_end = |found: Option<usize>, length: usize| found.map_or(html.len(), |at| start + at + length);
    if rest.starts_with(b"<!--") {
        return to_end(memchr::memmem::find(rest, b"-->"), 3);
    }
    if rest.starts_with(b"<![CDATA[") {
        let end = to_end(memchr::memmem::find(rest, b"]]>"), 0);
        out.push(&html[start + 9..end.max(start + 9)]);
        return (end + 3).min(html.len());
    }
    match rest.get(1) {
        Some(b'!' | b'?') => return to_end(memchr(b'>', rest), 1),
        Some(b'/') => {}
        Some(byte) if byte.is_ascii_alphabetic() => {}
        _ => {
            out.push("<");
            return start + 1;
        }
    }
    let name = start + if rest.get(1) == Some(&b'/') { 2 } else { 1 };
    let length = html[name..].bytes().take_while(u8::is_ascii_alphanumeric).count();
    let name = &html[name..name + length];
    let end = tag_end(rest).map_or(html.len(), |at| start + at);
    if is_one_of(name, BLOCKS) {
        out.gap = Gap::Line;
    }
    if name.eq_ignore_ascii_case("img")
        && let Some(sign) = shown::sign(html, start)
    {
        out.push(&sign);
    }
    let opens = rest.get(1) != Some(&b'/') && html.as_bytes().get(end.wrapping_sub(2)) != Some(&b'/');
    if opens && HIDDEN.iter().any(|hidden| hidden.eq_ignore_ascii_case(name)) {
        return hidden_end(html, end, name);
    }
    end
}

/// Whether an element stands on lines of its own.
pub fn is_block(name: &str) -> bool {
    is_one_of(name, BLOCKS)
}

/// Whether a name is one of these, in whatever ASCII case; they are in small letters, in the order of
/// their bytes, and no longer than 12.
pub fn is_one_of(name: &str, these: &[&str]) -> bool {
    let mut small = [0; 12];
    let Some(small) = small.get_mut(..name.len()) else { return false };
    small.copy_from_slice(name.as_bytes());
    small.make_ascii_lowercase();
    these.binary_search_by(|one| one.as_bytes().cmp(small)).is_ok()
}

/// What can end a tag, or stand around what cannot.
static MARKS: [bool; 256] = table(b"<>\"'");
/// What a white space character can begin with.
static BLANKS: [bool; 256] = table(b"\t\n\x0b\x0c\r \xc2\xe1\xe2\xe3");

const fn table(bytes: &[u8]) -> [bool; 256] {
    let mut table = [false; 256];
    let mut at = 0;
    while at < bytes.len() {
        table[bytes[at] as usize] = true;
        at += 1;
    }
    table
}

/// Behind the `>` that ends a tag: outside quotes, or the first, where quotes stay open.
fn tag_end(rest: &[u8]) -> Option<usize> {
    let (mut quote, mut first) = (0, None);
    for (at, &byte) in rest.iter().enumerate().skip(1) {
        if !MARKS[usize::from(byte)] {
            continue;
        }
        match byte {
            b'>' if quote == 0 => return Some(at + 1),
            b'>' => first = first.or(Some(at + 1)),
            b'<' => break,
            b'"' | b'\'' if quote == 0 => quote = byte,
            _ if byte == quote => quote = 0,
            _ => {}
        }
    }
    first.or_else(|| memchr2(b'>', b'<', &rest[1..]).map(|at| at + 1 + usize::from(rest[at + 1] == b'>')))
}

/// Behind the end tag of a hidden element; the end of the text where it has none.
fn hidden_end(html: &str, from: usize, name: &str) -> usize {
    let bytes = html.as_bytes();
    let mut at = from;
    while let Some(found) = memchr(b'<', &bytes[at..]) {
        at += found + 1;
        let rest = &bytes[at..];
        if rest.first() == Some(&b'/') && rest.len() > name.len() {
            let end = &rest[1..=name.len()];
            if end.eq_ignore_ascii_case(name.as_bytes()) {
                return memchr(b'>', rest).map_or(html.len(), |end| at + end + 1);
            }
        }
    }
    html.len()
}

/// What divides the next word from the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Gap {
    None,
    Space,
    Line,
}

/// Text with its white space folded.
struct Folded {
    text: String,
    gap: Gap,
}

impl Folded {
    fn push(&mut self, text: &str) {
        let bytes = text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            let blank = blank(bytes, at);
            if blank > 0 {
                at += blank;
                if self.gap == Gap::None {
                    self.gap = Gap::Space;
                }
                continue;
            }
            let end = words_end(bytes, at);
            match self.gap {
                _ if self.text.is_empty() => {}
                Gap::None => {}
                Gap::Space => self.text.push(' '),
                Gap::Line => self.text.push('\n'),
            }
            self.gap = Gap::None;
            self.text.push_str(&text[at..end]);
            at = end;
        }
    }
}

/// The bytes of the white space character that begins at `at`; 0 where there is none.
#[inline]
pub fn blank(bytes: &[u8], at: usize) -> usize {
    if !BLANKS[usize::from(bytes[at])] {
        return 0;
    }
    match bytes[at..] {
        [9..=13 | b' ', ..] => 1,
        [0xc2, 0x85 | 0xa0, ..] => 2,
        [0xe1, 0x9a, 0x80, ..] | [0xe2, 0x81, 0x9f, ..] | [0xe3, 0x80, 0x80, ..] => 3,
        [0xe2, 0x80, 0x80..=0x8a | 0xa8 | 0xa9 | 0xaf, ..] => 3,
        _ => 0,
    }
}

/// The end of the words that begin at `at`, as far as single spaces divide them: they are taken as
/// they are.
fn words_end(bytes: &[u8], at: usize) -> usize {
    let mut at = at;
    while let Some(&byte) = bytes.get(at) {
        if BLANKS[usize::from(byte)] {
            let single = byte == b' ' && bytes.get(at + 1).is_some() && blank(bytes, at + 1) == 0;
            if !single && blank(bytes, at) > 0 {
                break;
            }
        }
        at += 1;
    }
    at
}

/// The text on one line: words divided by single spaces, none at its ends.
pub fn one_line(text: &str) -> String {
    let mut out = Folded { text: String::with_capacity(text.len()), gap: Gap::None };
    out.push(text);
    out.text
}

/// What CDATA sections hold that were escaped once more and are the whole of a text: their marks were for a
/// parser, not for readers. `None` where there is anything beside them.
pub fn without_sections(text: &str) -> Option<String> {
    const BEGIN: &str = "<![CDATA[";
    let mut inside = String::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let begin = rest.get(..BEGIN.len()).filter(|begin| begin.eq_ignore_ascii_case(BEGIN))?;
        let (section, after) = rest[begin.len()..].split_once("]]>")?;
        inside.push_str(section);
        rest = after.trim_start();
    }
    Some(inside.trim().to_owned()).filter(|inside| !text.is_empty() && !inside.is_empty())
}

/// The text with HTML's character references decoded, once.
pub fn unescape(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let Some(first) = memchr(b'&', bytes) else { return Cow::Borrowed(text) };
    let mut out = String::with_capacity(text.len());
    out.push_str(&text[..first]);
    let mut at = first;
    while at < bytes.len() {
        let start = match reference(&text[at..]) {
            Some((characters, length)) => {
                out.push_str(&characters);
                at + length
            }
            None => {
                out.push('&');
                at + 1
            }
        };
        at = memchr(b'&', &bytes[start..]).map_or(bytes.len(), |found| start + found);
        out.push_str(&text[start..at]);
    }
    Cow::Owned(out)
}

/// What the reference at the start of `text` stands for, and its length in bytes.
fn reference(text: &str) -> Option<(String, usize)> {
    let bytes = text.as_bytes();
    if bytes.get(1) == Some(&b'#') {
        let (radix, start) = if matches!(bytes.get(2), Some(b'x' | b'X')) { (16, 3) } else { (10, 2) };
        let digits =
            bytes[start..].iter().take(8).take_while(|byte| (**byte as char).is_digit(radix)).count();
        let end = start + digits;
        let Some(c) = entities::numbered(u32::from_str_radix(&text[start..end], radix).ok()?) else {
            return entities::pair(text).map(|(c, length)| (c.to_string(), length));
        };
        return Some((c.to_string(), end + usize::from(bytes.get(end) == Some(&b';'))));
    }
    let name =
        bytes[1..].iter().take(entities::LONGEST).take_while(|byte| byte.is_ascii_alphanumeric()).count();
    if bytes.get(1 + name) != Some(&b';') {
        return None;
    }
    entities::named(&text[1..=name]).map(|characters| (characters, name + 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_block_is_found_in_whatever_case_and_nothing_else() {
        for block in BLOCKS {
            assert!(is_one_of(block, BLOCKS) && is_one_of(&block.to_ascii_uppercase(), BLOCKS), "{block}");
        }
        for other in ["", "b", "blockquotes", "figcaptions-of-old", "h7", "pr", "t\u{e9}"] {
            assert!(!is_one_of(other, BLOCKS), "{other}");
        }
    }

    #[test]
    fn blocks_stand_on_lines_of_their_own() {
        assert_eq!(of_html("<h1> A </h1><p>b <i>c</i>\n d<br/>e</p>"), "A\nb c d\ne");
        assert_eq!(of_html("<ul><li>a</li><li>b</li></ul>c"), "a\nb\nc");
        assert_eq!(of_html("a <img alt='\u{26f4}' src=x> b<img alt='Pier' src=y>"), "a \u{26f4} b");
    }

    #[test]
    fn sections_that_are_a_whole_text_lose_their_marks() {
        for (text, inside) in [
            ("<![CDATA[a & b]]>", Some("a & b")),
            (" <![cdata[a]]>\n<![CDATA[b]]> ", Some("ab")),
            ("<![CDATA[a]]> b", None),
            ("<![CDATA[a", None),
            ("a <![CDATA[b]]>", None),
            ("<![CDATA[]]>", None),
            ("", None),
        ] {
            assert_eq!(without_sections(text).as_deref(), inside, "{text}");
        }
    }

    #[test]
    fn scripts_comments_and_attributes_are_dropped() {
        assert_eq!(
            of_html("a<script>if (a<b) x()</script><!-- <p>no --><style>p{}</style><b title=\"x>y\">b</b>"),
            "ab"
        );
        assert_eq!(of_html("a<script>never closed"), "a");
    }

    #[test]
    fn every_white_space_is_folded_as_the_standard_library_divides_words() {
        let blanks: String = (char::MIN..=char::MAX).filter(|c| c.is_whitespace()).collect();
        assert!(blanks.char_indices().all(|(at, c)| blank(blanks.as_bytes(), at) == c.len_utf8()));
        let others = (char::MIN..=char::MAX).filter(|c| !c.is_whitespace());
        assert!(others.into_iter().all(|c| blank(c.to_string().as_bytes(), 0) == 0));
        let texts = [
            "a b",
            " a  b ",
            "a\u{a0}b \u{3000}c",
            "\u{2026}a \u{2009} é\r\n\tb",
            "a b c  d e",
            " ",
            "",
            "日 本　語",
        ];
        for text in texts.into_iter().chain([blanks.as_str()]) {
            assert_eq!(one_line(text), text.split_whitespace().collect::<Vec<_>>().join(" "), "{text:?}");
        }
    }

    #[test]
    fn a_line_of_html_is_its_text_on_one_line() {
        for html in
            ["<p>a</p> <p> b\u{a0}c<br>d &nbsp; e", "x", "", "<p>", "a\n\u{2029}<b> b</b>\u{85}c &#10; d"]
        {
            assert_eq!(line_of_html(html), one_line(&of_html(html)), "{html:?}");
        }
    }

    #[test]
    fn broken_html_keeps_its_words() {
        assert_eq!(of_html("1 < 2 & 3 > 2 &nosuch; &eacute;&#8217;"), "1 < 2 & 3 > 2 &nosuch; é\u{2019}");
        assert_eq!(of_html("a <b title=\"x>c d"), "a c d");
        for broken in ["<", "<a", "</", "<!", "<!--", "&", "&#", "<a '"] {
            of_html(broken);
        }
    }
}
