//! One tag of HTML, taken apart as a browser does (WHATWG HTML 13.2.5).

use std::borrow::Cow;

use memchr::{memchr, memmem};

use crate::text::entities::unescape;

/// A start or end tag. What may decide whether its element is shown is at hand.
#[derive(Debug, Clone, Copy)]
pub struct Tag<'h> {
    /// Where its `<` stands.
    pub start: usize,
    /// Behind its `>`.
    pub end: usize,
    /// As written, without a namespace's prefix.
    pub name: &'h str,
    /// It is an end tag.
    pub closes: bool,
    /// It has an attribute that a browser hides by.
    pub hidden: bool,
    /// The attribute `style`, references not resolved.
    pub style: Option<&'h str>,
    /// It has an attribute `role`.
    pub has_role: bool,
    /// It has an attribute `aria-hidden`.
    pub silent: bool,
    attributes: &'h str,
}

impl<'h> Tag<'h> {
    /// The tag whose `<` stands at `start`; `None` where none begins there or it never ends. The latter is
    /// so of every further tag too.
    pub fn at(html: &'h str, start: usize) -> Option<Self> {
        let bytes = html.as_bytes();
        let closes = bytes.get(start + 1) == Some(&b'/');
        let from = start + 1 + usize::from(closes);
        if !begins(html, start) {
            return None;
        }
        let length = bytes[from..].iter().position(|byte| ends_name(*byte))?;
        let name = &html[from..from + length];
        let mut tag = Tag {
            start,
            end: 0,
            name: local(name),
            closes,
            hidden: false,
            style: None,
            has_role: false,
            silent: false,
            attributes: "",
        };
        let mut at = from + length;
        loop {
            match attribute(html, at)? {
                Next::End(end) => {
                    tag.end = end;
                    tag.attributes = &html[from + length..end];
                    return Some(tag);
                }
                Next::One(name, value, next) => {
                    at = next;
                    tag.look(name, value);
                }
            }
        }
    }

    fn look(&mut self, name: &'h str, value: &'h str) {
        match name.len() {
            4 => self.has_role |= name.eq_ignore_ascii_case("role"),
            5 if name.eq_ignore_ascii_case("style") => self.style = self.style.or(Some(value)),
            6 => self.hidden |= name.eq_ignore_ascii_case("hidden"),
            11 => self.silent |= name.eq_ignore_ascii_case("aria-hidden"),
            7 => self.hidden |= name.eq_ignore_ascii_case("popover"),
            _ => {}
        }
    }

    /// Whether it is a tag of this element.
    pub fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    /// Every attribute, references not resolved.
    pub fn attributes(&self) -> impl Iterator<Item = (&'h str, &'h str)> + use<'h> {
        let (raw, mut at) = (self.attributes, 0);
        std::iter::from_fn(move || match attribute(raw, at)? {
            Next::One(name, value, next) => {
                at = next;
                Some((name, value))
            }
            Next::End(_) => None,
        })
    }

    /// The value of an attribute, trimmed; the first counts.
    pub fn attribute(&self, name: &str) -> Option<Cow<'h, str>> {
        let (_, value) = self.attributes().find(|(known, _)| known.eq_ignore_ascii_case(name))?;
        Some(match unescape(value) {
            Cow::Borrowed(value) => Cow::Borrowed(value.trim()),
            Cow::Owned(value) => Cow::Owned(value.trim().to_owned()),
        })
    }

    /// The value of an attribute that says something.
    pub fn said(&self, name: &str) -> Option<Cow<'h, str>> {
        self.attribute(name).filter(|value| !value.is_empty())
    }

    /// Whether it is its own end, as XML has it.
    pub fn is_empty(&self) -> bool {
        self.attributes.ends_with("/>")
    }

    /// Whether its element never has anything in it.
    pub fn is_void(&self) -> bool {
        const VOID: [&str; 14] = [
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
            "track", "wbr",
        ];
        VOID.iter().any(|void| self.is(void))
    }
}

/// A name without a namespace's prefix.
fn local(name: &str) -> &str {
    let prefix = name.bytes().rposition(|byte| byte == b':');
    prefix.map(|colon| &name[colon + 1..]).filter(|local| !local.is_empty()).unwrap_or(name)
}

/// Whether a tag begins at a `<`.
pub fn begins(html: &str, start: usize) -> bool {
    match html.as_bytes()[start + 1..] {
        [b'/', first, ..] => first.is_ascii_alphabetic(),
        [first, ..] => first.is_ascii_alphabetic(),
        [] => false,
    }
}

/// What comes next in a tag.
enum Next<'h> {
    /// Name, value, and where it goes on.
    One(&'h str, &'h str, usize),
    /// Where the tag ends.
    End(usize),
}

/// The next attribute from `at` on; `None` where the text ends first.
fn attribute(html: &str, mut at: usize) -> Option<Next<'_>> {
    let bytes = html.as_bytes();
    let skip = |mut at: usize| {
        while bytes.get(at).is_some_and(u8::is_ascii_whitespace) {
            at += 1;
        }
        at
    };
    at = skip(at);
    while bytes.get(at) == Some(&b'/') {
        at = skip(at + 1);
    }
    if *bytes.get(at)? == b'>' {
        return Some(Next::End(at + 1));
    }
    let length = bytes[at + 1..].iter().position(|byte| ends_name(*byte) || *byte == b'=')? + 1;
    let name = &html[at..at + length];
    let behind = skip(at + length);
    if bytes.get(behind) != Some(&b'=') {
        return Some(Next::One(name, "", behind));
    }
    let from = skip(behind + 1);
    match *bytes.get(from)? {
        quote @ (b'"' | b'\'') => {
            let length = memchr(quote, &bytes[from + 1..])?;
            Some(Next::One(name, &html[from + 1..from + 1 + length], from + length + 2))
        }
        _ => {
            let ends = |byte: &u8| byte.is_ascii_whitespace() || *byte == b'>';
            let length = bytes[from..].iter().position(ends)?;
            Some(Next::One(name, &html[from..from + length], from + length))
        }
    }
}

fn ends_name(byte: u8) -> bool {
    byte.is_ascii_whitespace() || matches!(byte, b'>' | b'/')
}

/// Behind the end tag of an element whose inside is not read; the end of the text where it has none.
pub fn behind(html: &str, from: usize, name: &str) -> usize {
    inside(html, from, name).1
}

/// Where the inside of such an element ends, and where the element does.
pub fn inside(html: &str, from: usize, name: &str) -> (usize, usize) {
    let bytes = html.as_bytes();
    for found in memmem::find_iter(&bytes[from..], b"</") {
        let at = from + found;
        let end = at + 2 + name.len();
        let same = bytes.get(at + 2..end).is_some_and(|known| known.eq_ignore_ascii_case(name.as_bytes()));
        if same && bytes.get(end).is_none_or(|byte| ends_name(*byte)) {
            let behind = memchr(b'>', &bytes[end..]).map_or(html.len(), |found| end + found + 1);
            return (at, behind);
        }
    }
    (html.len(), html.len())
}

/// Behind a comment, a declaration or whatever else `<!`, `<?` or `</` begins that is no tag.
pub fn behind_comment(html: &str, start: usize) -> usize {
    let rest = &html.as_bytes()[start..];
    let found = match rest.strip_prefix(b"<!--") {
        // `<!-->` and `<!--->` are whole.
        Some(inside) if inside.starts_with(b">") => Some(5),
        Some(inside) if inside.starts_with(b"->") => Some(6),
        Some(_) => memmem::find(rest, b"-->").map(|at| at + 3),
        None => memchr(b'>', rest).map(|at| at + 1),
    };
    found.map_or(html.len(), |length| start + length)
}
