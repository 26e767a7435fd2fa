//! HTML as lines of text that remember their links.
//!
//! Linear in the input whatever it holds; every tag that is no block is dropped, and so is what
//! no reader reads as text: scripts, styles, captions. Never published: for finding credits only.

use std::ops::Range;

use memchr::memchr;

use crate::text::plain;

/// A link: the bytes of its words in the text, and where it leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Link {
    pub(super) span: Range<usize>,
    pub(super) address: String,
}

/// Text in paragraphs divided by newlines, and its links in order.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Linked {
    pub(super) text: String,
    pub(super) links: Vec<Link>,
}

/// Elements that begin a new line.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "br",
    "center",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
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
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "td",
    "th",
    "tr",
    "ul",
];
/// Elements whose content is no part of the text. Captions credit pictures, not reports.
const HIDDEN: &[&str] =
    &["script", "style", "figcaption", "iframe", "noscript", "svg", "template", "textarea"];

/// A longer address, in bytes, leads nowhere, and is looked at for each name beside it.
const LONGEST_ADDRESS: usize = 4_096;

impl Linked {
    /// Plain text has no links.
    pub(super) fn plain(text: &str) -> Self {
        Self { text: text.to_owned(), links: Vec::new() }
    }

    /// The same under a headline, which becomes the first line.
    pub(super) fn under(mut self, title: &str) -> Self {
        let title: Vec<&str> = title.split_whitespace().collect();
        let head = title.join(" ") + "\n";
        for link in &mut self.links {
            link.span = link.span.start + head.len()..link.span.end + head.len();
        }
        self.text.insert_str(0, &head);
        self
    }

    /// Reads HTML; tags that are never closed and stray brackets are read as browsers would.
    pub(super) fn html(html: &str) -> Self {
        let mut reader = Reader::default();
        reader.out.text.reserve(html.len() / 2);
        let mut rest = html;
        while let Some(at) = memchr(b'<', rest.as_bytes()) {
            reader.write(&rest[..at]);
            rest = &rest[at..];
            let Some(length) = tag_length(rest) else {
                reader.write("<");
                rest = &rest[1..];
                continue;
            };
            reader.tag(&rest[1..length - 1]);
            rest = &rest[length..];
            if let Some(hidden) = reader.hidden.take() {
                rest = after_closing(rest, hidden);
            }
        }
        reader.write(rest);
        reader.close_link();
        reader.out
    }
}

#[derive(Default)]
struct Reader {
    out: Linked,
    /// The link that is open: where its words begin, and its address.
    open: Option<(usize, String)>,
    hidden: Option<&'static str>,
}

impl Reader {
    fn write(&mut self, raw: &str) {
        let bytes = raw.as_bytes();
        let (mut at, mut from) = (0, 0);
        while at < bytes.len() {
            if bytes[at].is_ascii_alphanumeric() {
                at += 1;
                continue;
            }
            let blank = plain::blank(bytes, at);
            if blank == 0 && bytes[at] != b'&' {
                at += 1;
                continue;
            }
            // A single space between two words is taken with them.
            let next = bytes.get(at + 1).is_some() && plain::blank(bytes, at + 1) == 0;
            if bytes[at] == b' ' && at > from && next {
                at += 1;
                continue;
            }
            self.out.text.push_str(&raw[from..at]);
            let (c, length) = match blank {
                0 => entity(&raw[at..]).unwrap_or(('&', 1)),
                blank => (' ', blank),
            };
            if c.is_whitespace() {
                self.space()
            } else {
                self.out.text.push(c)
            }
            at += length;
            from = at;
        }
        self.out.text.push_str(&raw[from..]);
    }

    fn space(&mut self) {
        if !self.out.text.ends_with([' ', '\n']) && !self.out.text.is_empty() {
            self.out.text.push(' ');
        }
    }

    fn tag(&mut self, tag: &str) {
        let (closing, tag) = tag.strip_prefix('/').map_or((false, tag), |rest| (true, rest));
        let name_end = tag.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(tag.len());
        let name = &tag[..name_end];
        if plain::is_one_of(name, BLOCKS) {
            if !self.out.text.ends_with('\n') && !self.out.text.is_empty() {
                self.out.text.push('\n');
            }
        } else if name.eq_ignore_ascii_case("a") {
            self.close_link();
            let address =
                attribute(&tag[name_end..], "href").filter(|address| address.len() <= LONGEST_ADDRESS);
            if let (false, Some(address)) = (closing, address) {
                self.open = Some((self.out.text.len(), address));
            }
        } else if !closing && !tag.ends_with('/') {
            self.hidden = HIDDEN.iter().find(|hidden| hidden.eq_ignore_ascii_case(name)).copied();
        }
    }

    fn close_link(&mut self) {
        let Some((start, address)) = self.open.take() else { return };
        let start = start.min(self.out.text.len());
        let words = &self.out.text[start..];
        let from = start + (words.len() - words.trim_start().len());
        let to = from + words.trim().len();
        if from < to {
            self.out.links.push(Link { span: from..to, address });
        }
    }
}

/// The bytes of the tag or comment that begins here, or none where the bracket is only a sign.
fn tag_length(rest: &str) -> Option<usize> {
    if rest.starts_with("<!--") {
        return Some(rest.find("-->").map_or(rest.len(), |end| end + 3)).filter(|&length| length > 1);
    }
    let next = rest[1..].chars().next()?;
    if !(next.is_ascii_alphabetic() || matches!(next, '/' | '!' | '?')) {
        return None;
    }
    let mut at = 1;
    loop {
        at += rest.as_bytes()[at..].iter().position(|byte| b"<>\"'".contains(byte))?;
        match rest.as_bytes()[at] {
            b'>' => return Some(at + 1),
            b'<' => return None,
            // A quote that is never closed is only a sign.
            quote => at += 1 + memchr(quote, &rest.as_bytes()[at + 1..]).map_or(0, |end| end + 1),
        }
    }
}

/// What follows the closing tag of an element whose content is skipped.
fn after_closing<'h>(rest: &'h str, name: &str) -> &'h str {
    let mut from = 0;
    while let Some(at) = rest[from..].find("</") {
        let tail = &rest[from + at + 2..];
        if tail.len() >= name.len() && tail.as_bytes()[..name.len()].eq_ignore_ascii_case(name.as_bytes()) {
            return tail.find('>').map_or("", |end| &tail[end + 1..]);
        }
        from += at + 2;
    }
    ""
}

pub(super) fn attribute(tag: &str, wanted: &str) -> Option<String> {
    let mut rest = tag;
    while let Some(equals) = rest.find('=') {
        let name = rest[..equals].trim_end().rsplit(|c: char| c.is_whitespace() || c == '/').next()?;
        let value = rest[equals + 1..].trim_start();
        let (value, after) = match value.chars().next()? {
            quote @ ('"' | '\'') => {
                let value = &value[1..];
                let end = value.find(quote).unwrap_or(value.len());
                (&value[..end], &value[(end + 1).min(value.len())..])
            }
            _ => value.split_at(value.find(char::is_whitespace).unwrap_or(value.len())),
        };
        if name.eq_ignore_ascii_case(wanted) {
            let mut reader = Reader::default();
            reader.write(value.trim());
            return Some(reader.out.text).filter(|address| !address.is_empty());
        }
        rest = after;
    }
    None
}

/// The entities that names and sentences are written with; others stay as they are.
const ENTITIES: &[(&str, char)] = &[
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", ' '),
    ("ndash", '\u{2013}'),
    ("mdash", '\u{2014}'),
    ("lsquo", '\u{2018}'),
    ("rsquo", '\u{2019}'),
    ("ldquo", '\u{201c}'),
    ("rdquo", '\u{201d}'),
    ("hellip", '\u{2026}'),
    ("bull", '\u{2022}'),
    ("middot", '\u{b7}'),
    ("laquo", '\u{ab}'),
    ("raquo", '\u{bb}'),
    ("eacute", 'é'),
    ("egrave", 'è'),
    ("aacute", 'á'),
    ("iacute", 'í'),
    ("oacute", 'ó'),
    ("uacute", 'ú'),
    ("ntilde", 'ñ'),
    ("ccedil", 'ç'),
    ("auml", 'ä'),
    ("ouml", 'ö'),
    ("uuml", 'ü'),
    ("szlig", 'ß'),
];

/// The character an entity stands for, and its length in bytes.
fn entity(rest: &str) -> Option<(char, usize)> {
    let body = rest.strip_prefix('&')?;
    let end = body.bytes().take(12).position(|b| b == b';')?;
    let name = &body[..end];
    let c = match name.strip_prefix('#') {
        Some(number) => {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code).filter(|c| !c.is_control() || c.is_whitespace())?
        }
        None => ENTITIES.iter().find(|(entity, _)| *entity == name)?.1,
    };
    Some((c, end + 2))
}

#[cfg(test)]
mod tests {
    use super::{BLOCKS, Linked};
    use crate::text::plain;

    #[test]
    fn every_block_begins_a_line() {
        assert!(BLOCKS.iter().all(|block| plain::is_one_of(block, BLOCKS)));
    }

    #[test]
    fn links_keep_their_words_and_addresses() {
        let page = Linked::html(
            "<p>As <a class=x href='https://a.example/?q=1&amp;r=2'>The&nbsp;Paper</a> wrote.</p><p>Next",
        );
        assert_eq!(page.text, "As The Paper wrote.\nNext");
        assert_eq!(&page.text[page.links[0].span.clone()], "The Paper");
        assert_eq!(page.links[0].address, "https://a.example/?q=1&r=2");
    }

    #[test]
    fn captions_scripts_and_comments_are_no_text() {
        let page = Linked::html("a<!-- b --><script>c < d</script><figcaption>Photo: e</FIGCAPTION>f < g");
        assert_eq!(page.text, "af < g");
    }

    #[test]
    fn a_link_that_is_never_closed_ends_with_the_text() {
        let page = Linked::html("x <a href=/y>z");
        assert_eq!((page.links.len(), page.links[0].address.as_str()), (1, "/y"));
    }
}
