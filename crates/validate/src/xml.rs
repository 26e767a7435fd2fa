//! A strict XML 1.0 scanner: events with their places, one pass, nothing forgiven.
//!
//! The first thing that is not well-formed ends the scan with a [`Fault`], as the XML
//! specification asks. Namespaces are the caller's business. It refuses nesting deeper than
//! [`DEPTH`] and entities that grow, and fetches nothing.

mod dtd;

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use memchr::{memchr, memchr2, memmem};

/// The deepest nesting that is followed, as libxml2 has it.
pub(super) const DEPTH: usize = 256;
/// The most attributes that a tag may have.
const ATTRIBUTES: usize = 1_000;
/// The most entities that a document may declare.
const ENTITIES: usize = 10_000;
/// The most text that the entities of one document may unfold to.
const UNFOLDED: usize = 1 << 20;

/// What stands at a place of the document.
#[derive(Debug)]
pub(super) enum Event<'a> {
    /// `<!DOCTYPE …>`
    Doctype(Doctype<'a>),
    /// `<name …>` or `<name …/>`; the latter is followed by an `End` too.
    Start(Tag<'a>),
    /// `</name>`
    End,
    /// Character data, references resolved; one run of text may come in pieces.
    Text {
        /// The characters.
        text: Cow<'a, str>,
        /// Where they stand.
        at: usize,
    },
    /// The document is over.
    Eof,
}

/// A start tag.
#[derive(Debug)]
pub(super) struct Tag<'a> {
    /// The name, prefix included.
    pub(super) name: &'a str,
    /// Where `<` stands.
    pub(super) at: usize,
    /// Attributes in order, namespace declarations included.
    pub(super) attributes: Vec<Attribute<'a>>,
}

/// An attribute as written.
#[derive(Debug)]
pub(super) struct Attribute<'a> {
    /// The name, prefix included.
    pub(super) name: &'a str,
    /// The value, references resolved.
    pub(super) value: Cow<'a, str>,
    /// Where the value begins.
    pub(super) at: usize,
}

/// A document type declaration.
#[derive(Debug)]
pub(super) struct Doctype<'a> {
    /// Where it begins.
    pub(super) at: usize,
    /// The public identifier, if any.
    pub(super) public: Option<&'a str>,
    /// The system identifier, if any.
    pub(super) system: Option<&'a str>,
}

/// Why the document is not well-formed.
#[derive(Debug)]
pub(super) struct Fault {
    /// Where.
    pub(super) at: usize,
    /// Which of the three kinds it is.
    pub(super) kind: FaultKind,
    /// For a person.
    pub(super) message: String,
}

/// Kinds of fault that are reported differently.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum FaultKind {
    /// Not well-formed.
    Syntax,
    /// A named reference that nothing declares.
    Entity,
    /// Well-formed perhaps, but beyond what we follow.
    Limit,
}

impl Fault {
    /// The document is not well-formed at `at`.
    pub(super) fn syntax(at: usize, message: impl Into<String>) -> Self {
        Self { at, kind: FaultKind::Syntax, message: message.into() }
    }
}

type Step<T> = Result<T, Fault>;

fn fault<T>(at: usize, message: impl Into<String>) -> Step<T> {
    Err(Fault::syntax(at, message))
}

/// The scanner; call [`Scanner::next`] until `Eof`.
pub(super) struct Scanner<'a> {
    text: &'a str,
    /// Where the document begins.
    from: usize,
    at: usize,
    /// Where the first character stands that XML does not allow, or the end.
    limit: usize,
    open: Vec<&'a str>,
    begun: bool,
    close_empty: bool,
    entities: HashMap<&'a str, Range<usize>>,
    external_subset: bool,
    unfolded: usize,
    /// References to entities that only the external DTD could declare, and their places.
    pub(super) skipped: Vec<(usize, String)>,
}

impl<'a> Scanner<'a> {
    /// A scanner of `text` from the byte offset `at`.
    pub(super) fn new(text: &'a str, at: usize) -> Self {
        let at = if text[at..].starts_with('\u{feff}') { at + 3 } else { at };
        let limit = first_illegal(text).unwrap_or(text.len());
        Self {
            text,
            from: at,
            at,
            limit,
            open: Vec::new(),
            begun: false,
            close_empty: false,
            entities: HashMap::new(),
            external_subset: false,
            unfolded: 0,
            skipped: Vec::new(),
        }
    }

    /// The next event.
    pub(super) fn next(&mut self) -> Step<Event<'a>> {
        if std::mem::take(&mut self.close_empty) {
            return Ok(Event::End);
        }
        loop {
            if self.at >= self.limit {
                return self.end_of_text();
            }
            let event = match self.byte() {
                b'<' => self.markup()?,
                _ if self.open.is_empty() => self.outside()?,
                b'&' => Some(self.reference_in_text()?),
                _ => Some(self.text_run()?),
            };
            if let Some(event) = event {
                return Ok(event);
            }
        }
    }

    fn byte(&self) -> u8 {
        self.text.as_bytes()[self.at]
    }

    fn rest(&self) -> &'a str {
        &self.text[self.at..self.limit]
    }

    /// What is wrong when the text ends in the middle of something.
    fn cut_off<T>(&self, what: &str) -> Step<T> {
        if self.limit < self.text.len() {
            let seen = self.text[self.limit..].chars().next().map_or(0, u32::from);
            return fault(self.limit, format!("the character U+{seen:04X} is not allowed in XML"));
        }
        fault(self.text.len(), format!("the document ends inside {what}"))
    }

    fn end_of_text(&self) -> Step<Event<'a>> {
        match self.open.last() {
            Some(name) => self.cut_off(&format!("<{name}>")),
            None if self.limit < self.text.len() => self.cut_off("nothing"),
            None if !self.begun => fault(self.at, "the document holds no element"),
            None => Ok(Event::Eof),
        }
    }

    /// White space before and after the root element; anything else is an error.
    fn outside(&mut self) -> Step<Option<Event<'a>>> {
        let rest = self.rest();
        let blank = rest.len() - rest.trim_start_matches(is_space).len();
        self.at += blank;
        if blank == 0 {
            let place = if self.begun { "after" } else { "before" };
            return fault(self.at, format!("text {place} the document's root element"));
        }
        Ok(None)
    }

    fn text_run(&mut self) -> Step<Event<'a>> {
        let (rest, at) = (self.rest(), self.at);
        let end = memchr2(b'<', b'&', rest.as_bytes()).unwrap_or(rest.len());
        let run = &rest[..end];
        if let Some(close) = memchr(b']', run.as_bytes())
            && let Some(more) = memmem::find(&run.as_bytes()[close..], b"]]>")
        {
            return fault(at + close + more, "\"]]>\" in text must be written \"]]&gt;\"");
        }
        self.at += end;
        Ok(Event::Text { text: Cow::Borrowed(run), at })
    }

    fn reference_in_text(&mut self) -> Step<Event<'a>> {
        let at = self.at;
        // Escaped HTML is full of these.
        for (written, text) in [("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"), ("&quot;", "\"")] {
            if self.rest().starts_with(written) {
                self.at += written.len();
                return Ok(Event::Text { text: Cow::Borrowed(text), at });
            }
        }
        let mut text = String::new();
        self.at = self.reference(at, &mut text, 0)?;
        Ok(Event::Text { text: Cow::Owned(text), at })
    }

    /// Resolves the reference at `at` into `out`; returns the offset after it.
    fn reference(&mut self, at: usize, out: &mut String, depth: usize) -> Step<usize> {
        let rest = &self.text[at + 1..self.limit];
        let end = rest.bytes().position(|b| b == b';' || b == b'<' || b == b'&' || b.is_ascii_whitespace());
        let Some(end) = end.filter(|&end| rest.as_bytes()[end] == b';') else {
            return fault(at, "\"&\" that begins no reference; write it as \"&amp;\"");
        };
        let name = &rest[..end];
        if let Some(number) = name.strip_prefix('#') {
            match character(number) {
                Some(c) => out.push(c),
                None => return fault(at, format!("&{name}; is no character that XML allows")),
            }
        } else if let Some(c) = predefined(name) {
            out.push(c);
        } else {
            self.declared_entity(at, name, out, depth)?;
        }
        Ok(at + 1 + end + 1)
    }

    fn declared_entity(&mut self, at: usize, name: &str, out: &mut String, depth: usize) -> Step<()> {
        if !is_name(name) {
            return fault(at, "\"&\" that begins no reference; write it as \"&amp;\"");
        }
        let Some(value) = self.entities.get(name).cloned() else {
            if self.external_subset {
                if self.skipped.len() < ENTITIES {
                    self.skipped.push((at, short(name).into_owned()));
                }
                return Ok(());
            }
            let message =
                format!("the entity &{name}; is not declared; XML knows only amp, lt, gt, quot and apos");
            return Err(Fault { at, kind: FaultKind::Entity, message });
        };
        self.unfolded += value.len();
        if depth > 8 || self.unfolded > UNFOLDED {
            let message = format!("the entity &{name}; unfolds without end");
            return Err(Fault { at, kind: FaultKind::Limit, message });
        }
        let mut from = value.start;
        while let Some(amp) = memchr(b'&', &self.text.as_bytes()[from..value.end]) {
            out.push_str(&self.text[from..from + amp]);
            from = self.reference(from + amp, out, depth + 1)?;
        }
        out.push_str(&self.text[from..value.end.max(from)]);
        Ok(())
    }

    fn markup(&mut self) -> Step<Option<Event<'a>>> {
        let rest = self.rest();
        match rest.as_bytes().get(1) {
            Some(b'/') => self.end_tag().map(Some),
            Some(b'?') => self.instruction(),
            Some(b'!') if rest.starts_with("<!--") => self.comment(),
            Some(b'!') if rest.starts_with("<![CDATA[") => self.cdata().map(Some),
            Some(b'!') if rest.starts_with("<!DOCTYPE") => self.doctype().map(Some),
            Some(b'!') => fault(self.at, "\"<!\" that begins neither a comment nor CDATA"),
            Some(_) => self.start_tag().map(Some),
            None => self.cut_off("a tag"),
        }
    }

    fn comment(&mut self) -> Step<Option<Event<'a>>> {
        let body = self.at + 4;
        let Some(end) = memmem::find(&self.text.as_bytes()[body..self.limit], b"--") else {
            return self.cut_off("a comment");
        };
        if self.text.as_bytes().get(body + end + 2) != Some(&b'>') || body + end + 2 >= self.limit {
            return fault(body + end, "\"--\" inside a comment");
        }
        self.at = body + end + 3;
        Ok(None)
    }

    fn cdata(&mut self) -> Step<Event<'a>> {
        let body = self.at + 9;
        if self.open.is_empty() {
            return fault(self.at, "CDATA outside the root element");
        }
        let Some(end) = memmem::find(&self.text.as_bytes()[body..self.limit], b"]]>") else {
            return self.cut_off("a CDATA section");
        };
        self.at = body + end + 3;
        Ok(Event::Text { text: Cow::Borrowed(&self.text[body..body + end]), at: body })
    }

    fn instruction(&mut self) -> Step<Option<Event<'a>>> {
        let rest = self.rest();
        // From behind "<?": in "<?>" the question mark opens and cannot close as well.
        let Some(length) = memmem::find(&rest.as_bytes()[2..], b"?>") else {
            return self.cut_off("a processing instruction");
        };
        let end = 2 + length;
        let body = &rest[2..end];
        let target = body.split(is_space).next().unwrap_or_default();
        if !is_name(target) {
            return fault(self.at, "a processing instruction needs a name right after \"<?\"");
        }
        if target.eq_ignore_ascii_case("xml") {
            if self.at != self.from {
                return fault(self.at, "the XML declaration must be the very first thing in the document");
            }
            if !declaration_is_sound(body) {
                return fault(
                    self.at,
                    "the XML declaration must read <?xml version=\"1.0\" encoding=\"…\"?>",
                );
            }
        }
        self.at += end + 2;
        Ok(None)
    }

    fn end_tag(&mut self) -> Step<Event<'a>> {
        let at = self.at;
        let rest = &self.text[at + 2..self.limit];
        let Some(close) = memchr(b'>', rest.as_bytes()) else {
            return self.cut_off("an end tag");
        };
        let name = rest[..close].trim_end_matches(is_space);
        match self.open.pop() {
            Some(open) if open == name => {}
            Some(open) => {
                return fault(at, format!("</{}> closes <{open}>, which is still open", short(name)));
            }
            None => return fault(at, format!("</{}> closes nothing", short(name))),
        }
        self.at = at + 2 + close + 1;
        Ok(Event::End)
    }

    fn start_tag(&mut self) -> Step<Event<'a>> {
        let at = self.at;
        if self.open.is_empty() && self.begun {
            return fault(at, "a second root element; a document has one");
        }
        if self.open.len() >= DEPTH {
            let message = format!("elements nested deeper than {DEPTH}");
            return Err(Fault { at, kind: FaultKind::Limit, message });
        }
        self.at += 1;
        let name = self.name("an element's name")?;
        self.open.push(name);
        self.begun = true;
        let mut attributes = Vec::new();
        loop {
            let spaced = self.skip_space();
            match self.text.as_bytes()[..self.limit].get(self.at) {
                Some(b'>') => {
                    self.at += 1;
                    break;
                }
                Some(b'/') if self.rest().starts_with("/>") => {
                    self.close_empty = true;
                    self.open.pop();
                    self.at += 2;
                    break;
                }
                Some(_) if spaced && attributes.len() >= ATTRIBUTES => {
                    let message = format!("more than {ATTRIBUTES} attributes in one tag");
                    return Err(Fault { at, kind: FaultKind::Limit, message });
                }
                Some(_) if spaced => attributes.push(self.attribute()?),
                Some(_) => return fault(self.at, format!("unexpected character in the tag <{name}>")),
                None => return self.cut_off("a tag"),
            }
        }
        repeated(&attributes)?;
        Ok(Event::Start(Tag { name, at, attributes }))
    }

    fn attribute(&mut self) -> Step<Attribute<'a>> {
        let name = self.name("an attribute's name")?;
        self.skip_space();
        if !self.rest().starts_with('=') {
            return fault(self.at, format!("the attribute {name} has no value"));
        }
        self.at += 1;
        self.skip_space();
        let quote = match self.rest().as_bytes().first() {
            Some(&quote @ (b'"' | b'\'')) => quote,
            Some(_) => return fault(self.at, format!("the value of {name} must stand in quotes")),
            None => return self.cut_off("a tag"),
        };
        let at = self.at + 1;
        let Some(end) = memchr(quote, &self.text.as_bytes()[at..self.limit]) else {
            return self.cut_off(&format!("the value of {name}"));
        };
        self.at = at + end + 1;
        Ok(Attribute { name, value: self.attribute_value(at, at + end)?, at })
    }

    fn attribute_value(&mut self, at: usize, end: usize) -> Step<Cow<'a, str>> {
        let raw = &self.text[at..end];
        if let Some(lt) = memchr(b'<', raw.as_bytes()) {
            return fault(at + lt, "\"<\" in an attribute's value must be written \"&lt;\"");
        }
        if !raw.bytes().any(|b| matches!(b, b'&' | b'\n' | b'\t' | b'\r')) {
            return Ok(Cow::Borrowed(raw));
        }
        let mut value = String::with_capacity(raw.len());
        let mut from = at;
        while from < end {
            match self.text.as_bytes()[from] {
                b'&' => from = self.reference(from, &mut value, 0)?,
                b'\r' if self.text.as_bytes().get(from + 1) == Some(&b'\n') => from += 1,
                b'\n' | b'\t' | b'\r' => {
                    value.push(' ');
                    from += 1;
                }
                _ => {
                    let run = &self.text[from..end];
                    let stop = run.find(['&', '\n', '\t', '\r']).unwrap_or(run.len());
                    value.push_str(&run[..stop]);
                    from += stop;
                }
            }
        }
        Ok(Cow::Owned(value))
    }

    fn name(&mut self, what: &str) -> Step<&'a str> {
        let rest = self.rest();
        let plain = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
        let end = match rest[plain..].chars().next() {
            Some(c) if is_name_char(c) => rest.find(|c: char| !is_name_char(c)).unwrap_or(rest.len()),
            _ => plain,
        };
        let name = &rest[..end];
        let is_plain = end == plain && name.starts_with(|c: char| c.is_ascii_alphabetic());
        if is_plain {
            self.at += end;
            return Ok(name);
        }
        if !is_name(name) {
            return fault(self.at, format!("expected {what}"));
        }
        if name.bytes().filter(|&b| b == b':').count() > 1 || name.starts_with(':') || name.ends_with(':') {
            return fault(self.at, format!("\"{}\" is no name with a prefix", short(name)));
        }
        self.at += end;
        Ok(name)
    }

    fn skip_space(&mut self) -> bool {
        let rest = self.rest();
        let skipped = rest.bytes().take_while(|b| matches!(b, b' ' | b'\t' | b'\r' | b'\n')).count();
        self.at += skipped;
        skipped > 0
    }
}

/// An attribute given twice is an error; sets keep a tag of a million attributes linear.
fn repeated(attributes: &[Attribute<'_>]) -> Step<()> {
    let twice = if attributes.len() < 16 {
        (1..attributes.len())
            .find(|&i| attributes[..i].iter().any(|earlier| earlier.name == attributes[i].name))
    } else {
        let mut seen = HashSet::new();
        attributes.iter().position(|attribute| !seen.insert(attribute.name))
    };
    match twice {
        Some(i) => fault(attributes[i].at, format!("the attribute {} is given twice", attributes[i].name)),
        None => Ok(()),
    }
}

fn declaration_is_sound(body: &str) -> bool {
    let mut rest = body["xml".len()..].trim_start_matches(is_space);
    let mut expected = ["version", "encoding", "standalone"].iter();
    let mut any = false;
    while !rest.is_empty() {
        let Some((name, after)) = rest.split_once('=') else { return false };
        if !expected.any(|known| *known == name.trim_end_matches(is_space))
            || (!any && !rest.starts_with("version"))
        {
            return false;
        }
        any = true;
        let after = after.trim_start_matches(is_space);
        let Some(quote) = after.chars().next().filter(|c| matches!(c, '"' | '\'')) else { return false };
        let Some((_, after)) = after[1..].split_once(quote) else { return false };
        rest = after.trim_start_matches(is_space);
    }
    any
}

fn predefined(name: &str) -> Option<char> {
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        _ => return None,
    })
}

fn character(number: &str) -> Option<char> {
    let code = match number.strip_prefix('x') {
        Some(hex) if hex.bytes().all(|b| b.is_ascii_hexdigit()) => u32::from_str_radix(hex, 16).ok()?,
        None if number.bytes().all(|b| b.is_ascii_digit()) => number.parse().ok()?,
        _ => return None,
    };
    char::from_u32(code).filter(|&c| is_char(c))
}

/// Whether XML 1.0 (production 2) allows the character.
fn is_char(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

fn first_illegal(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let illegal = |&b: &u8| b < 0x20 && !matches!(b, b'\t' | b'\n' | b'\r');
    // Chunks without a branch are looked at many bytes at a time.
    let chunks = bytes.chunks(64);
    let chunk = chunks.into_iter().position(|chunk| chunk.iter().fold(false, |found, b| found | illegal(b)));
    let control = chunk.and_then(|chunk| Some(64 * chunk + bytes[64 * chunk..].iter().position(illegal)?));
    let upto = &bytes[..control.unwrap_or(bytes.len())];
    let noncharacter = memchr::memchr_iter(0xEF, upto)
        .find(|&i| upto[i + 1..].starts_with(&[0xBF, 0xBE]) || upto[i + 1..].starts_with(&[0xBF, 0xBF]));
    noncharacter.or(control)
}

pub(super) fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\r' | '\n')
}

fn is_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_alphabetic() || c == '_' || c == ':') && name.chars().all(is_name_char)
}

fn is_name_char(c: char) -> bool {
    c.is_ascii_alphanumeric()
        || matches!(c, '_' | '-' | '.' | ':')
        || (!c.is_ascii() && (c.is_alphanumeric() || c == '\u{b7}'))
}

fn short(name: &str) -> Cow<'_, str> {
    match name.char_indices().nth(40) {
        Some((cut, _)) => format!("{}…", &name[..cut]).into(),
        None => name.into(),
    }
}
