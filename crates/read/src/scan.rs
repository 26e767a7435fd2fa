//! The tokenizer: a decoded document as start tags, end tags, text and CDATA, all borrowed.
//!
//! It never fails: what is no markup is text. Comments, processing instructions and the document
//! type are skipped and never obeyed: no entity is declared, nothing external is loaded. Every
//! search ends at the next `<` or happens once in a document, so time is linear in the bytes.

use memchr::{memchr, memchr3, memmem};

use super::repairs::{Mend, Repairs};

/// The next thing in a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Event<'a> {
    /// A start tag.
    Start(Tag<'a>),
    /// An end tag's qualified name.
    End(&'a str),
    /// Text, references not yet resolved.
    Text(&'a str),
    /// The inside of a CDATA section.
    Cdata(&'a str),
    /// Nothing more.
    Eof,
}

/// A start tag, attributes unparsed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Tag<'a> {
    /// The qualified name as written.
    pub(super) name: &'a str,
    /// All that stands between name and end.
    pub(super) attributes: &'a str,
    /// Whether it is its own end: `<a/>`.
    pub(super) empty: bool,
}

/// Reads a document from start to end.
#[derive(Debug)]
pub(super) struct Scanner<'a> {
    document: &'a str,
    at: usize,
    /// Searches that failed once need not be made again: `-->`, `]]>`, `?>`, a document type's end.
    absent: [bool; 4],
    pub(super) repairs: Repairs,
}

const SECTION_ENDS: [&str; 3] = ["-->", "]]>", "?>"];

impl<'a> Scanner<'a> {
    pub(super) fn new(document: &'a str, repairs: Repairs) -> Self {
        Self { document, at: 0, absent: [false; 4], repairs }
    }

    /// The whole document.
    pub(super) fn document(&self) -> &'a str {
        self.document
    }

    /// Offset of the next thing.
    pub(super) fn offset(&self) -> usize {
        self.at
    }

    /// Where a slice of the document starts in it.
    pub(super) fn offset_of(&self, slice: &str) -> usize {
        (slice.as_ptr() as usize).wrapping_sub(self.document.as_ptr() as usize)
    }

    /// The next event. After [`Event::Eof`] comes nothing else.
    pub(super) fn next(&mut self) -> Event<'a> {
        loop {
            let bytes = self.document.as_bytes();
            let start = self.at;
            if start >= bytes.len() {
                return Event::Eof;
            }
            if bytes[start] != b'<' {
                let end = memchr(b'<', &bytes[start..]).map_or(bytes.len(), |found| start + found);
                self.at = end;
                return Event::Text(&self.document[start..end]);
            }
            let markup = match bytes.get(start + 1) {
                Some(b'/') => self.end_tag(start),
                Some(b'!') => self.declaration(start),
                Some(b'?') => {
                    self.section(start + 2, 2);
                    None
                }
                Some(byte) if starts_name(*byte) => self.start_tag(start),
                _ => Some(self.bare(start)),
            };
            if let Some(event) = markup {
                return event;
            }
        }
    }

    /// A `<` that starts nothing: text up to the next one.
    #[cold]
    fn bare(&mut self, start: usize) -> Event<'a> {
        self.repairs.at(Mend::BareLess, start);
        let bytes = self.document.as_bytes();
        self.at = memchr(b'<', &bytes[start + 1..]).map_or(bytes.len(), |found| start + 1 + found);
        Event::Text(&self.document[start..self.at])
    }

    fn start_tag(&mut self, start: usize) -> Option<Event<'a>> {
        let bytes = self.document.as_bytes();
        let name_end = name_end(bytes, start + 1);
        let mut signs = 0;
        let Some(end) = tag_end(bytes, name_end, &mut signs) else {
            return Some(self.broken_tag(start, name_end));
        };
        if signs > 0 {
            self.repairs.at(Mend::BareLess, start);
        }
        self.at = end + 1;
        let empty = end > name_end && bytes[end - 1] == b'/';
        let inside = if empty { end - 1 } else { end };
        Some(Event::Start(Tag {
            name: &self.document[start + 1..name_end],
            attributes: &self.document[name_end..inside],
            empty,
        }))
    }

    /// A start tag without `>`: at the document's end it is cut off, with attributes it ends before
    /// the next `<`, else the `<` was meant as a character.
    #[cold]
    fn broken_tag(&mut self, start: usize, name_end: usize) -> Event<'a> {
        let bytes = self.document.as_bytes();
        let Some(next) = memchr(b'<', &bytes[name_end..]).map(|found| name_end + found) else {
            self.repairs.at(Mend::Truncated, start);
            self.at = bytes.len();
            return Event::Eof;
        };
        let attributes = &self.document[name_end..next];
        if !attributes.is_empty() && !attributes.contains('=') {
            return self.bare(start);
        }
        self.repairs.at(Mend::BrokenTag, start);
        self.at = next;
        Event::Start(Tag { name: &self.document[start + 1..name_end], attributes, empty: false })
    }

    fn end_tag(&mut self, start: usize) -> Option<Event<'a>> {
        let bytes = self.document.as_bytes();
        let name_end = name_end(bytes, start + 2);
        if name_end == start + 2 {
            return Some(self.bare(start));
        }
        let mut at = name_end;
        while at < bytes.len() && bytes[at] != b'>' && bytes[at] != b'<' {
            at += 1;
        }
        if bytes.get(at) == Some(&b'>') {
            self.at = at + 1;
        } else {
            self.repairs.at(Mend::BrokenTag, start);
            self.at = at;
        }
        Some(Event::End(&self.document[start + 2..name_end]))
    }

    /// `<!--`, `<![CDATA[` or `<!DOCTYPE`; only CDATA is an event.
    fn declaration(&mut self, start: usize) -> Option<Event<'a>> {
        let rest = &self.document.as_bytes()[start..];
        if rest.starts_with(b"<!--") {
            self.section(start + 4, 0);
            return None;
        }
        const CDATA: &[u8] = b"<![CDATA[";
        if rest.len() >= CDATA.len() && rest[..CDATA.len()].eq_ignore_ascii_case(CDATA) {
            return Some(Event::Cdata(self.section(start + CDATA.len(), 1)));
        }
        if CDATA.starts_with(&rest[..rest.len().min(CDATA.len())]) {
            self.repairs.at(Mend::Truncated, start);
            self.at = self.document.len();
            return Some(Event::Eof);
        }
        self.skip_doctype(start);
        None
    }

    /// Moves behind a section's end and gives its inside. Without an end a CDATA section reaches to
    /// the document's end, anything else to the next `>`.
    fn section(&mut self, start: usize, kind: usize) -> &'a str {
        let end = SECTION_ENDS[kind];
        let rest = &self.document.as_bytes()[start..];
        let found = if self.absent[kind] { None } else { memmem::find(rest, end.as_bytes()) };
        if let Some(length) = found {
            self.at = start + length + end.len();
            return &self.document[start..start + length];
        }
        self.absent[kind] = true;
        self.repairs.at(Mend::UnclosedSection, start);
        let length = if kind == 1 { rest.len() } else { memchr(b'>', rest).map_or(rest.len(), |at| at + 1) };
        self.at = start + length;
        &self.document[start..start + length]
    }

    /// Skips `<!DOCTYPE …>` with its internal subset: up to the `>` outside quotes and brackets, or,
    /// where those never close, to the first `>`.
    fn skip_doctype(&mut self, start: usize) {
        let bytes = self.document.as_bytes();
        let (mut brackets, mut quote) = (0_u32, None);
        let limit = if self.absent[3] { 0 } else { MAX_DOCTYPE };
        for (at, &byte) in bytes.iter().enumerate().skip(start).take(limit) {
            match (byte, quote) {
                (b'"' | b'\'', None) if brackets == 0 => quote = Some(byte),
                (_, Some(open)) if open == byte => quote = None,
                (_, Some(_)) => {}
                (b'[', None) => brackets += 1,
                (b']', None) => brackets = brackets.saturating_sub(1),
                (b'>', None) if brackets == 0 => {
                    self.at = at + 1;
                    return;
                }
                _ => {}
            }
        }
        self.absent[3] = true;
        self.repairs.at(Mend::UnclosedSection, start);
        self.at = memchr(b'>', &bytes[start..]).map_or(bytes.len(), |found| start + found + 1);
    }
}

/// A document type longer than this, in bytes, ends at its first `>`.
const MAX_DOCTYPE: usize = 65_536;

fn starts_name(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || byte == b'_' || byte == b':' || byte >= 0x80
}

/// Where a name that starts at `at` ends: at white space, `/`, `>`, `<`, `=` or a quote.
fn name_end(bytes: &[u8], mut at: usize) -> usize {
    while at < bytes.len()
        && !matches!(bytes[at], b' ' | b'\n' | b'\t' | b'\r' | b'/' | b'>' | b'<' | b'=' | b'"')
    {
        at += 1;
    }
    at
}

/// Whether a quote that was open at a `<` ends soon and as quotes end: before a blank or the tag's end.
fn closes(rest: &[u8], quote: u8) -> bool {
    let near = &rest[..rest.len().min(MAX_QUOTED)];
    let end = near.iter().position(|byte| *byte == quote || *byte == b'>');
    end.is_some_and(|end| {
        near[end] == quote
            && near.get(end + 1).is_some_and(|next| next.is_ascii_whitespace() || b"/>".contains(next))
    })
}

/// How far the end of a quoted value is looked for behind a `<` in it, in bytes.
const MAX_QUOTED: usize = 512;

/// Whether the next quote ends a value as quotes do: before the tag's end or another attribute, and begins none.
/// Where it is, if so. Markup in a value is as long as people write.
fn closes_markup(rest: &[u8], quote: u8) -> Option<usize> {
    const FAR: usize = 8 * 1024;
    let end = memchr(quote, &rest[..rest.len().min(FAR)])?;
    let behind = rest[end + 1..].trim_ascii_start();
    let has_gap = behind.len() < rest.len() - end - 1;
    let ends = matches!(behind.first(), Some(b'>')) || behind.starts_with(b"/>");
    let name =
        behind.iter().take_while(|byte| byte.is_ascii_alphanumeric() || b":_-.".contains(byte)).count();
    let follows = has_gap && name > 0 && behind[name..].trim_ascii_start().first() == Some(&b'=');
    (end > 0 && rest[end - 1] != b'=' && (ends || follows)).then_some(end)
}

/// The `>` that ends a tag: outside quotes and before the next `<`, which XML forbids in a tag, unless
/// quotes around it close as they should; such `signs` are counted. Where they do not, the first `>`.
fn tag_end(bytes: &[u8], start: usize, signs: &mut usize) -> Option<usize> {
    let (mut quote, mut first) = (0, None);
    let mut at = start;
    while at < bytes.len() {
        // Nothing else matters, in quotes and outside.
        let rest = &bytes[at..];
        let next = match quote {
            0 => rest.iter().position(|byte| matches!(byte, b'>' | b'<' | b'"' | b'\'')),
            _ => memchr3(quote, b'<', b'>', rest),
        };
        let Some(next) = next else { break };
        at += next;
        match bytes[at] {
            b'>' if quote == 0 => return Some(at),
            b'>' => first = first.or(Some(at)),
            b'<' if quote != 0 && first.is_none() && closes(&bytes[at..], quote) => *signs += 1,
            b'<' if quote != 0 => match closes_markup(&bytes[at..], quote) {
                Some(end) => {
                    *signs += 1;
                    at += end;
                    quote = 0;
                }
                None => return first,
            },
            b'<' => return first,
            byte if quote == 0 => quote = byte,
            _ => quote = 0,
        }
        at += 1;
    }
    first
}

#[cfg(test)]
mod tests {
    use super::*;

    fn events(document: &str) -> Vec<Event<'_>> {
        let mut scanner = Scanner::new(document, Repairs::new());
        let mut seen = Vec::new();
        loop {
            match scanner.next() {
                Event::Eof => return seen,
                event => seen.push(event),
            }
        }
    }

    fn start<'a>(name: &'a str, attributes: &'a str, empty: bool) -> Event<'a> {
        Event::Start(Tag { name, attributes, empty })
    }

    #[test]
    fn tags_text_and_cdata_are_told_apart() {
        let seen = events("<?xml version='1.0'?><!-- c --><a b=\"1>2\">x<![CDATA[<y>]]></a ><c/>");
        let b = start("a", " b=\"1>2\"", false);
        assert_eq!(seen, [b, Event::Text("x"), Event::Cdata("<y>"), Event::End("a"), start("c", "", true)]);
    }

    #[test]
    fn less_than_that_starts_no_tag_is_text() {
        assert_eq!(events("1 < 2"), [Event::Text("1 "), Event::Text("< 2")]);
        assert_eq!(events("a <b c <d>"), [Event::Text("a "), Event::Text("<b c "), start("d", "", false)]);
    }

    #[test]
    fn unclosed_quote_ends_with_the_tag() {
        assert_eq!(
            events("<a b=\"1>x</a>"),
            [start("a", " b=\"1", false), Event::Text("x"), Event::End("a")]
        );
    }

    #[test]
    fn sign_in_quotes_that_close_is_part_of_the_value() {
        assert_eq!(events("<a b='1<2' c='3'/>"), [start("a", " b='1<2' c='3'", true)]);
        assert_eq!(events("<a b='1<c d='2'>"), [start("a", " b='1", false), start("c", " d='2'", false)]);
    }

    #[test]
    fn document_type_with_subset_is_skipped() {
        assert_eq!(events("<!DOCTYPE r [<!ENTITY a \"b>\"> ]><r/>"), [start("r", "", true)]);
    }

    #[test]
    fn cut_document_ends_where_it_ends() {
        assert_eq!(events("<a>x<![CD"), [start("a", "", false), Event::Text("x")]);
        assert_eq!(events("<a>x<b c='"), [start("a", "", false), Event::Text("x")]);
        assert_eq!(events("<a><![CDATA[x"), [start("a", "", false), Event::Cdata("x")]);
    }
}
