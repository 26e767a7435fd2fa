//! Walks the tree of a document without building it: children, attributes, texts.
//!
//! Keeps the stack of open elements with what they inherit (`xml:base`, `xml:lang`, namespaces) and
//! puts wrong nesting right: an end tag closes the nearest element of its name and all within.

mod attributes;
mod values;

use std::borrow::Cow;

use super::names::{Name, Ns};
use super::repairs::{Mend, Repairs};
use super::scan::{Event, Scanner, Tag};
use copydesk_model::Shared;

/// Elements may be nested this deep; what is deeper counts as part of the deepest.
const MAX_DEPTH: usize = 256;

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
    /// The text is a piece of a document: its end is not the document's.
    goes_on: bool,
    /// Where the last end tag ended.
    last_end: usize,
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
            goes_on: false,
            last_end: 0,
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

    /// Whether what is read is a piece, and more of the document follows.
    pub(super) fn set_goes_on(&mut self, goes_on: bool) {
        self.goes_on = goes_on;
    }

    /// Whether the last thing in the document was an end tag.
    pub(super) fn ended_with_a_tag(&self) -> bool {
        self.last_end == self.document().len()
    }

    /// Takes other notes on what was mended, and gives those taken so far.
    pub(super) fn swap_repairs(&mut self, repairs: Repairs) -> Repairs {
        std::mem::replace(&mut self.scanner.repairs, repairs)
    }

    /// How many elements are open.
    pub(super) fn depth(&self) -> usize {
        self.open.len()
    }

    /// Whether an element is still open.
    pub(super) fn is_open(&self, element: &Element) -> bool {
        self.open.len() >= element.depth
    }

    /// Whether the document ended before this element did.
    pub(super) fn is_cut_in(&self, element: &Element) -> bool {
        self.cut && !self.goes_on && self.is_open(element)
    }

    /// The start tags of the elements that are open, as written; `None` where one of them was mended.
    pub(super) fn start_tags(&self) -> Option<String> {
        let document = self.document();
        let mut tags = String::new();
        for name in &self.open {
            let start = self.scanner.offset_of(name).checked_sub(1)?;
            let mut scanner = Scanner::new(&document[start..], Repairs::new());
            let Event::Start(tag) = scanner.next() else { return None };
            let whole = &document[start..start + scanner.offset()];
            tags.push_str(whole.ends_with('>').then_some(whole).filter(|_| !tag.empty)?);
        }
        Some(tags)
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
                if !self.open.is_empty() && !self.goes_on {
                    self.mend(Mend::Truncated);
                }
            }
            _ => {}
        }
        event
    }

    fn end(&mut self, name: &str) {
        self.last_end = self.scanner.offset();
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
}

/// Elements whose facts stand in attributes alone.
fn has_no_children(name: &str) -> bool {
    const NAMES: &[&str] =
        &["enclosure", "link", "atom:link", "media:thumbnail", "itunes:image", "cloud", "podcast:transcript"];
    NAMES.contains(&name)
}
