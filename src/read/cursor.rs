//! Walks the tree of a document without building it: children, attributes, texts.
//!
//! Keeps the stack of open elements with what they inherit (`xml:base`, `xml:lang`, namespaces) and
//! puts wrong nesting right: an end tag closes the nearest element of its name and all within.

use std::borrow::Cow;

use super::links;
use super::names::{self, Name, Ns};
use super::outline::{Run, escaped};
use super::repairs::{Mend, Repairs};
use super::scan::{Event, Scanner, Tag};
use super::unescape::unescape;
use crate::model::Shared;

/// Elements may be nested this deep; what is deeper counts as part of the deepest.
const MAX_DEPTH: usize = 256;
/// Attributes of one element.
const MAX_ATTRIBUTES: usize = 256;

/// An element that was just opened. Its attributes are at hand until the next one opens.
#[derive(Debug, Clone, Copy)]
pub(super) struct Element {
    pub(super) ns: Ns,
    pub(super) name: Name,
    depth: usize,
}

impl Element {
    /// The local name in lower case.
    pub(super) fn name(&self) -> &str {
        self.name.as_str()
    }

    /// Whether it is this element of this vocabulary.
    pub(super) fn is(&self, ns: Ns, name: &str) -> bool {
        self.ns == ns && self.name.as_str() == name
    }
}

/// The text of an element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Value<'a> {
    pub(super) text: Cow<'a, str>,
    /// Whether it held elements: then `text` is markup.
    pub(super) markup: bool,
}

/// What stands in an element.
#[derive(Debug)]
pub(super) enum Part<'a> {
    Child(Element),
    /// Text that is not blank, references resolved.
    Text(Cow<'a, str>),
}

#[derive(Debug)]
struct Scope {
    depth: usize,
    base: Option<Shared>,
    lang: Option<Shared>,
}

#[derive(Debug)]
struct Binding<'a> {
    depth: usize,
    prefix: &'a str,
    ns: Option<Ns>,
}

/// A place in a document.
#[derive(Debug)]
pub(super) struct Cursor<'a> {
    scanner: Scanner<'a>,
    /// Qualified names of the open elements.
    open: Vec<&'a str>,
    /// Start tags beyond [`MAX_DEPTH`] that are still open.
    too_deep: usize,
    attributes: Vec<(&'a str, &'a str)>,
    scopes: Vec<Scope>,
    bindings: Vec<Binding<'a>>,
    /// The innermost element was empty (`<a/>`) and ends at once.
    ends_at_once: bool,
    /// An element that a text ran into and that its parent still has to see.
    waiting: Option<Element>,
    /// Elements without a namespace belong to this vocabulary.
    home: Ns,
    cut: bool,
}

impl<'a> Cursor<'a> {
    pub(super) fn new(document: &'a str, repairs: Repairs) -> Self {
        Self {
            scanner: Scanner::new(document, repairs),
            open: Vec::new(),
            too_deep: 0,
            attributes: Vec::new(),
            scopes: Vec::new(),
            bindings: Vec::new(),
            ends_at_once: false,
            waiting: None,
            home: Ns::Core,
            cut: false,
        }
    }

    /// The notes on what was mended, with the place where reading is.
    pub(super) fn mend(&mut self, kind: Mend) {
        let at = self.scanner.offset();
        self.scanner.repairs.at(kind, at);
    }

    /// Ends the reading.
    pub(super) fn finish(self) -> Repairs {
        self.scanner.repairs
    }

    /// The next element in the order of the document, wherever it stands.
    pub(super) fn any_element(&mut self) -> Option<Element> {
        loop {
            match self.advance() {
                Event::Start(tag) => return Some(self.enter(tag)),
                Event::Eof => return None,
                _ => {}
            }
        }
    }

    /// The whole document.
    pub(super) fn document(&self) -> &'a str {
        self.scanner.document()
    }

    /// Where reading is, in bytes.
    pub(super) fn offset(&self) -> usize {
        self.scanner.offset()
    }

    /// The qualified name of the innermost open element, as written.
    pub(super) fn last_name(&self) -> &'a str {
        self.open.last().copied().unwrap_or_default()
    }

    /// Whether the element opened last declares a namespace whose address holds this.
    pub(super) fn declares(&self, part: &str) -> bool {
        self.attributes.iter().any(|(name, value)| name.starts_with("xmlns") && value.contains(part))
    }

    /// From here on, elements without a prefix belong to this vocabulary, whatever was declared.
    pub(super) fn set_home(&mut self, home: Ns) {
        self.home = home;
        let unprefixed = self.bindings.iter_mut().filter(|binding| binding.prefix.is_empty());
        unprefixed.for_each(|binding| binding.ns = Some(home));
    }

    /// The next child of an open element, past whatever was left unread; `None` at its end.
    pub(super) fn child(&mut self, parent: &Element) -> Option<Element> {
        self.child_at(parent.depth)
    }

    fn child_at(&mut self, depth: usize) -> Option<Element> {
        loop {
            if let Part::Child(element) = self.part_at(depth)? {
                return Some(element);
            }
        }
    }

    /// The next child or text of an open element, past whatever was left unread; `None` at its end.
    pub(super) fn part(&mut self, parent: &Element) -> Option<Part<'a>> {
        self.part_at(parent.depth)
    }

    fn part_at(&mut self, depth: usize) -> Option<Part<'a>> {
        if self.open.len() < depth {
            return None;
        }
        if let Some(waiting) = self.waiting {
            if waiting.depth == depth + 1 {
                self.waiting = None;
                return Some(Part::Child(waiting));
            }
            if waiting.depth <= depth {
                return None;
            }
            self.waiting = None;
        }
        while self.open.len() > depth {
            if self.open.len() == depth + 1 && has_no_children(self.open[depth]) {
                if let Some(next) = self.beside(depth) {
                    return Some(Part::Child(next));
                }
            } else {
                self.step();
            }
            if self.cut {
                return None;
            }
        }
        loop {
            if self.open.len() < depth {
                return None;
            }
            match self.advance() {
                Event::Start(tag) => {
                    let element = self.enter(tag);
                    if self.open.len() > depth {
                        return Some(Part::Child(element));
                    }
                }
                Event::Text(raw) if !raw.trim_ascii_start().is_empty() => {
                    return Some(Part::Text(self.resolved(raw)));
                }
                Event::Cdata(text) => return Some(Part::Text(Cow::Borrowed(text))),
                Event::Eof => return None,
                _ => {}
            }
        }
    }

    /// Ends an element early: `child` of its parent will give `next`, which was opened inside it.
    pub(super) fn reopen(&mut self, parent_depth_of: &Element, next: Element) {
        let depth = parent_depth_of.depth;
        let Some(name) = self.open.last().copied() else { return };
        self.mend(Mend::Unclosed);
        self.close_to(depth - 1);
        self.open.push(name);
        self.waiting = Some(Element { depth, ..next });
    }

    /// What follows an element that was left open and never has children: meant to stand beside it.
    fn beside(&mut self, depth: usize) -> Option<Element> {
        let Event::Start(tag) = self.advance() else { return None };
        self.mend(Mend::Unclosed);
        self.close_to(depth);
        let element = self.enter(tag);
        (self.open.len() > depth).then_some(element)
    }

    /// Passes over one event without looking at it.
    fn step(&mut self) {
        if let Event::Start(tag) = self.advance() {
            self.push(tag);
        }
    }

    /// The next event, with end tags applied to the stack.
    fn advance(&mut self) -> Event<'a> {
        if self.ends_at_once {
            self.ends_at_once = false;
            let depth = self.open.len() - 1;
            let name = self.open[depth];
            self.close_to(depth);
            return Event::End(name);
        }
        let event = self.scanner.next();
        match event {
            Event::End(name) => self.end(name),
            Event::Eof if !self.cut => {
                self.cut = true;
                if !self.open.is_empty() {
                    self.mend(Mend::Truncated);
                }
            }
            _ => {}
        }
        event
    }

    fn end(&mut self, name: &str) {
        if self.too_deep > 0 {
            self.too_deep -= 1;
            return;
        }
        match self.open.iter().rposition(|open| *open == name) {
            Some(index) if index + 1 == self.open.len() => self.close_to(index),
            Some(index) => {
                self.mend(Mend::Unclosed);
                self.close_to(index);
            }
            None => match self.open.iter().rposition(|open| open.eq_ignore_ascii_case(name)) {
                Some(index) => {
                    self.mend(Mend::MismatchedEnd);
                    self.close_to(index);
                }
                None => self.mend(Mend::MismatchedEnd),
            },
        }
    }

    fn close_to(&mut self, depth: usize) {
        self.open.truncate(depth);
        while self.scopes.last().is_some_and(|scope| scope.depth > depth) {
            self.scopes.pop();
        }
        while self.bindings.last().is_some_and(|binding| binding.depth > depth) {
            self.bindings.pop();
        }
    }

    fn push(&mut self, tag: Tag<'a>) {
        if self.open.len() < MAX_DEPTH {
            self.open.push(tag.name);
            self.ends_at_once = tag.empty;
        } else {
            self.too_deep += usize::from(!tag.empty);
            self.mend(Mend::TooDeep);
        }
    }

    /// Opens an element: attributes, inherited values, vocabulary.
    fn enter(&mut self, tag: Tag<'a>) -> Element {
        self.attributes.clear();
        self.push(tag);
        if !tag.attributes.is_empty() {
            self.read_attributes(tag.attributes);
        }
        let (prefix, local) = tag.name.split_once(':').unwrap_or(("", tag.name));
        Element { ns: self.vocabulary(prefix), name: Name::new(local), depth: self.open.len() }
    }

    fn vocabulary(&mut self, prefix: &str) -> Ns {
        if prefix.is_empty() && self.bindings.is_empty() {
            return self.home;
        }
        match self.bindings.iter().rev().find(|binding| binding.prefix == prefix) {
            Some(Binding { ns: Some(ns), .. }) => *ns,
            _ if prefix.is_empty() => self.home,
            Some(_) => {
                let guess = names::by_prefix(prefix);
                if guess.is_some() {
                    self.mend(Mend::OddNamespace);
                }
                guess.unwrap_or(Ns::Unknown)
            }
            None => {
                let guess = names::by_prefix(prefix).unwrap_or(Ns::Unknown);
                if guess != Ns::Xml {
                    self.mend(Mend::UnknownPrefix);
                }
                guess
            }
        }
    }

    fn read_attributes(&mut self, raw: &'a str) {
        let mut rest = raw;
        while let Some((name, value, after)) = self.attribute(rest) {
            rest = after;
            if self.attributes.len() == MAX_ATTRIBUTES {
                self.mend(Mend::TooManyAttributes);
                break;
            }
            if self.attributes.iter().any(|(known, _)| *known == name) {
                self.mend(Mend::DoubledAttribute);
                continue;
            }
            self.attributes.push((name, value));
            if name.as_bytes().starts_with(b"xml") {
                self.inherit(name, value);
            }
        }
    }

    /// The next attribute: name, raw value, rest. One without a value has the empty one.
    fn attribute(&mut self, raw: &'a str) -> Option<(&'a str, &'a str, &'a str)> {
        let raw =
            raw.trim_start_matches(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '"' | '\'' | '='));
        if raw.is_empty() {
            return None;
        }
        let end = raw.find(|c: char| c.is_ascii_whitespace() || matches!(c, '=' | '/')).unwrap_or(raw.len());
        let (name, after) = raw.split_at(end);
        let Some(value) = after.trim_ascii_start().strip_prefix('=') else {
            self.mend(Mend::UnquotedAttribute);
            return Some((name, "", after));
        };
        let value = value.trim_ascii_start();
        if let Some(quote @ (b'"' | b'\'')) = value.as_bytes().first() {
            let inside = &value[1..];
            let end = memchr::memchr(*quote, inside.as_bytes()).unwrap_or(inside.len());
            return Some((name, &inside[..end], inside.get(end + 1..).unwrap_or_default()));
        }
        self.mend(Mend::UnquotedAttribute);
        let end = value.find(|c: char| c.is_ascii_whitespace()).unwrap_or(value.len());
        let (value, rest) = value.split_at(end);
        Some((name, value.trim_end_matches(['"', '\'']), rest))
    }

    /// `xmlns`, `xml:base` and `xml:lang`: what children inherit.
    fn inherit(&mut self, name: &'a str, raw: &'a str) {
        let depth = self.open.len();
        match name {
            "xml:base" => {
                let value = self.resolved(raw);
                let base = links::absolute(value.trim(), self.base().as_deref());
                self.scope(depth).base = base.map(Shared::from);
            }
            "xml:lang" => {
                let value = self.resolved(raw);
                self.scope(depth).lang = Some(Shared::from(value.trim()));
            }
            _ => {
                let prefix = match name.strip_prefix("xmlns") {
                    Some("") => "",
                    Some(prefix) if prefix.starts_with(':') => &prefix[1..],
                    _ => return,
                };
                let value = self.resolved(raw);
                let ns = if value.trim().is_empty() { Some(self.home) } else { names::by_address(&value) };
                self.bindings.push(Binding { depth, prefix, ns });
            }
        }
    }

    fn scope(&mut self, depth: usize) -> &mut Scope {
        if self.scopes.last().is_none_or(|scope| scope.depth != depth) {
            let (base, lang) = (self.base(), self.lang());
            self.scopes.push(Scope { depth, base, lang });
        }
        let last = self.scopes.len() - 1;
        &mut self.scopes[last]
    }

    /// Whether the element opened last has any attribute.
    pub(super) fn has_attributes(&self) -> bool {
        !self.attributes.is_empty()
    }

    /// Makes this the base within the element opened last.
    pub(super) fn rebase(&mut self, base: &str) {
        let base = links::absolute(base, self.base().as_deref()).map(Shared::from);
        self.scope(self.open.len()).base = base;
    }

    /// Sets what the root inherits from outside: the document's own address.
    pub(super) fn set_base(&mut self, base: Option<Shared>) {
        self.scopes.push(Scope { depth: 0, base, lang: None });
    }

    /// The base of relative addresses here.
    pub(super) fn base(&self) -> Option<Shared> {
        self.scopes.last().and_then(|scope| scope.base.clone())
    }

    /// Whether the base here was given by the document itself (`xml:base`).
    pub(super) fn has_own_base(&self) -> bool {
        self.scopes.last().is_some_and(|scope| scope.depth > 0 && scope.base != self.scopes[0].base)
    }

    /// The language here (`xml:lang`).
    pub(super) fn lang(&self) -> Option<Shared> {
        self.scopes.last().and_then(|scope| scope.lang.clone())
    }

    /// An address made absolute against `xml:base`; relative where the document names no base.
    pub(super) fn absolute(&self, address: &str) -> Option<String> {
        let base = if self.has_own_base() { self.base() } else { None };
        links::absolute(address, base.as_deref())
    }

    fn resolved(&mut self, raw: &'a str) -> Cow<'a, str> {
        let offset = self.scanner.offset_of(raw);
        unescape(raw, offset, &mut self.scanner.repairs)
    }

    /// An attribute of the element opened last, by its name without regard to case and prefix.
    pub(super) fn attr(&mut self, name: &str) -> Option<Cow<'a, str>> {
        let exact = self.attributes.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
        let found = exact.or_else(|| {
            self.attributes.iter().find(|(known, _)| {
                known.split_once(':').is_some_and(|(prefix, local)| {
                    local.eq_ignore_ascii_case(name) && !prefix.eq_ignore_ascii_case("xmlns")
                })
            })
        });
        let raw = found?.1;
        Some(self.resolved(raw))
    }

    /// Passes over the rest of an element.
    pub(super) fn skip(&mut self, element: &Element) {
        while self.open.len() >= element.depth && !self.cut && self.waiting.is_none() {
            self.step();
        }
    }

    /// The text of an element, its references resolved, and whether it is markup because elements
    /// stood in it unescaped. A child named in `stops` was meant to follow, not to be part of it.
    pub(super) fn value(&mut self, element: &Element, stops: &[&str]) -> Value<'a> {
        let mut text = Cow::Borrowed("");
        while self.open.len() >= element.depth {
            match self.advance() {
                Event::Text(raw) => {
                    let piece = self.resolved(raw);
                    append(&mut text, piece);
                }
                Event::Cdata(piece) => append(&mut text, Cow::Borrowed(piece)),
                Event::Start(tag) if stops.iter().any(|stop| stop.eq_ignore_ascii_case(tag.name)) => {
                    let next = self.enter(tag);
                    self.reopen(element, next);
                    break;
                }
                Event::Start(tag) => {
                    let before = if text.trim().is_empty() { String::new() } else { escaped(&text) };
                    let text = self.markup_from(element, before, Some(tag), stops);
                    return Value { text, markup: true };
                }
                Event::Eof => break,
                Event::End(_) => {}
            }
        }
        Value { text: trimmed(text), markup: false }
    }

    /// HTML that should be escaped and partly is not: references are resolved, elements kept.
    pub(super) fn mixed(&mut self, element: &Element) -> Value<'a> {
        let value = self.value(element, &[]);
        if !value.markup {
            return value;
        }
        let offset = self.scanner.offset();
        let text = unescape(&value.text, offset, &mut self.scanner.repairs).into_owned();
        Value { text: Cow::Owned(text), markup: true }
    }

    /// The markup inside an element as HTML: XHTML's empty elements and CDATA sections are written
    /// out, prefixes dropped.
    pub(super) fn markup(&mut self, element: &Element) -> Cow<'a, str> {
        self.markup_from(element, String::new(), None, &[])
    }

    /// An empty element ends at once; HTML wants the end tag written out.
    fn end_of_empty(&mut self, out: &mut Run<'a>, tag: Tag<'a>) {
        if !tag.empty || !self.ends_at_once {
            return;
        }
        self.ends_at_once = false;
        self.close_to(self.open.len() - 1);
        out.end_of_empty(tag);
    }

    fn markup_from(
        &mut self,
        element: &Element,
        before: String,
        first: Option<Tag<'a>>,
        stops: &[&str],
    ) -> Cow<'a, str> {
        let mut out = Run::new(self.scanner.document(), before);
        if let Some(tag) = first {
            self.push(tag);
            out.tag(tag, self.scanner.offset());
            self.end_of_empty(&mut out, tag);
        }
        while self.open.len() >= element.depth {
            match self.advance() {
                Event::Text(raw) => out.raw(raw, self.scanner.offset_of(raw)),
                Event::Cdata(piece) => out.push(&escaped(piece)),
                Event::Start(tag) if stops.iter().any(|stop| stop.eq_ignore_ascii_case(tag.name)) => {
                    let next = self.enter(tag);
                    self.reopen(element, next);
                    break;
                }
                Event::Start(tag) => {
                    self.push(tag);
                    out.tag(tag, self.scanner.offset());
                    self.end_of_empty(&mut out, tag);
                }
                Event::End(name) if self.open.len() >= element.depth => {
                    out.end(name, self.scanner.offset_of(name), self.scanner.offset());
                }
                Event::End(_) => {}
                Event::Eof => break,
            }
        }
        trimmed(out.finish())
    }
}

/// Elements whose facts stand in attributes alone.
fn has_no_children(name: &str) -> bool {
    const NAMES: &[&str] =
        &["enclosure", "link", "atom:link", "media:thumbnail", "itunes:image", "cloud", "podcast:transcript"];
    NAMES.contains(&name)
}

fn append<'a>(text: &mut Cow<'a, str>, piece: Cow<'a, str>) {
    if text.trim_ascii().is_empty() {
        *text = piece;
    } else if !piece.is_empty() {
        text.to_mut().push_str(&piece);
    }
}

fn trimmed(text: Cow<'_, str>) -> Cow<'_, str> {
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
        Cow::Owned(text) if text.trim().len() == text.len() => Cow::Owned(text),
        Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
    }
}
