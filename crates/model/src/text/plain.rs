//! Plain text of HTML, for reading by machines: matching, crediting, cutting. Never published as HTML.
//!
//! Linear in the length of the HTML, whatever it is.

use memchr::{memchr, memchr2};

pub use super::blocks::{is_block, is_one_of};
use super::bytes::table;
pub use super::entities::unescape;
use super::fold::{Folded, Gap};
pub use super::fold::{blank, one_line};
use super::shown::signs::sign;

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
    let mut out = Folded::with_room(html.len());
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
    if is_block(name) {
        out.gap = Gap::Line;
    }
    if name.eq_ignore_ascii_case("img")
        && let Some(sign) = sign(html, start)
    {
        out.push(&sign);
    }
    let opens = rest.get(1) != Some(&b'/') && html.as_bytes().get(end.wrapping_sub(2)) != Some(&b'/');
    if opens && HIDDEN.iter().any(|hidden| hidden.eq_ignore_ascii_case(name)) {
        return hidden_end(html, end, name);
    }
    end
}

/// What can end a tag, or stand around what cannot.
static MARKS: [bool; 256] = table(b"<>\"'");
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

#[cfg(test)]
mod tests {
    use super::*;

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
