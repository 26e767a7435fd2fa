//! What is known of an element while it is open, and what documents leave in memory.

use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt;
use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher};

use super::super::element::{Content, Element};
use super::super::namespaces::Ns;

/// So many links of one parent are remembered.
const LINKS: usize = 256;

/// An element that is open, or has just been closed.
pub(crate) struct Frame<'a> {
    pub(crate) ns: Ns,
    pub(crate) name: &'a str,
    pub(crate) element: Option<&'static Element>,
    pub(crate) content: Content,
    /// Where its start tag begins.
    pub(crate) at: usize,
    pub(crate) attributes: Vec<NamedAttribute<'a>>,
    /// Children so far, by name.
    pub(crate) seen: Vec<(Ns, &'a str, u32)>,
    /// The text inside, without that of child elements.
    pub(crate) value: Cow<'a, str>,
    /// Whether it is more than white space.
    pub(crate) inked: bool,
    /// Where the text begins.
    pub(crate) value_at: Option<usize>,
    /// Links among the children.
    pub(crate) links: Vec<Link>,
    /// The content among the children.
    pub(crate) body: Option<Body>,
    /// Values of children that must differ, and other things children leave behind.
    pub(crate) left: Vec<String>,
    /// Whether a language is known here.
    pub(crate) language: bool,
    /// Unexpected text and bad characters are reported once an element.
    pub(crate) reported: bool,
    /// How many bindings there were before its own.
    pub(crate) bindings: usize,
}

/// An attribute with its name resolved.
pub(crate) struct NamedAttribute<'a> {
    pub(crate) ns: Ns,
    pub(crate) name: &'a str,
    pub(crate) value: Cow<'a, str>,
    pub(crate) at: usize,
}

/// What is remembered of an Atom link.
#[derive(Debug, Default)]
pub(crate) struct Link {
    pub(crate) rel: String,
    pub(crate) kind: String,
    pub(crate) language: String,
    pub(crate) href: String,
    pub(crate) at: usize,
}

/// What is remembered of an entry's content.
pub(crate) struct Body {
    /// It is referred to by `src`.
    pub(crate) elsewhere: bool,
    /// Its type as written.
    pub(crate) kind: String,
}

impl<'a> Frame<'a> {
    /// The name with its usual prefix.
    pub(crate) fn title(&self) -> String {
        title(self.ns, self.name)
    }

    /// What findings about its value begin with, written only where there is one.
    pub(crate) fn subject(&self) -> Subject<'_> {
        Subject { frame: self, attribute: None }
    }

    /// The same for the value of an attribute.
    pub(crate) fn subject_of(&self, ns: Ns, name: &'static str) -> Subject<'_> {
        Subject { frame: self, attribute: Some((ns, name)) }
    }

    /// Counts a child.
    pub(super) fn count_child(&mut self, ns: Ns, name: &'a str) {
        match self.seen.iter_mut().find(|(seen_ns, seen, _)| *seen_ns == ns && *seen == name) {
            Some((_, _, count)) => *count += 1,
            None => self.seen.push((ns, name, 1)),
        }
    }

    /// Notes that there is a child where text is expected; one is as good as many.
    pub(crate) fn mix(&mut self, ns: Ns, name: &'a str) {
        if self.seen.is_empty() {
            self.seen.push((ns, name, 1));
        }
    }

    /// Keeps a link of a relation that something is asked about later.
    pub(crate) fn keep_link(&mut self, link: Link) {
        if self.links.len() < LINKS
            || (link.rel == "self" && !self.links.iter().any(|known| known.rel == "self"))
        {
            self.links.push(link);
        }
    }

    /// Whether a child of this name has been seen.
    pub(crate) fn has(&self, ns: Ns, name: &str) -> bool {
        self.count(ns, name) > 0
    }

    /// How many children of this name have been seen.
    pub(crate) fn count(&self, ns: Ns, name: &str) -> u32 {
        self.seen
            .iter()
            .find(|(seen_ns, seen, _)| *seen_ns == ns && *seen == name)
            .map_or(0, |(_, _, count)| *count)
    }

    /// An attribute by name.
    pub(crate) fn attribute(&self, ns: Ns, name: &str) -> Option<&NamedAttribute<'a>> {
        self.attributes.iter().find(|attribute| attribute.ns == ns && attribute.name == name)
    }

    /// The value of an attribute of no namespace; empty if it is missing.
    pub(crate) fn plain(&self, name: &str) -> &str {
        self.attribute(Ns::Core, name).map_or("", |attribute| &attribute.value)
    }

    /// Where the value begins: its first character that is no white space, else the start tag.
    pub(crate) fn value_place(&self) -> usize {
        let blank = self.value.len() - self.value.trim_start().len();
        match self.value_at {
            Some(_) if blank == self.value.len() => self.at,
            Some(at) if matches!(self.value, Cow::Borrowed(_)) => at + blank,
            Some(at) => at,
            None => self.at,
        }
    }
}

/// `<element>` or `<element attribute>`.
pub(crate) struct Subject<'a> {
    frame: &'a Frame<'a>,
    attribute: Option<(Ns, &'static str)>,
}

impl fmt::Display for Subject<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.attribute {
            None => write!(out, "<{}>", self.frame.title()),
            Some((ns, name)) => write!(out, "<{} {}>", self.frame.title(), title(ns, name)),
        }
    }
}

/// A name with the usual prefix of its namespace.
pub(crate) fn title(ns: Ns, name: &str) -> String {
    let name = short(name);
    match ns.prefix() {
        "" => name.into_owned(),
        prefix => format!("{prefix}:{name}"),
    }
}

/// A name for a person: a feed may hold names of any length.
pub(crate) fn short(name: &str) -> Cow<'_, str> {
    if name.len() <= 60 {
        return name.into();
    }
    match name.char_indices().nth(60) {
        Some((cut, _)) => format!("{}…", &name[..cut]).into(),
        None => name.into(),
    }
}

/// Values that have been met. Only their hashes are kept: of a million values two would be taken
/// for the same once in forty million documents.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    hashes: HashSet<u64>,
}

impl Seen {
    /// Whether the value is new; from now on it is not.
    pub(crate) fn insert(&mut self, value: &str) -> bool {
        self.hashes.insert(BuildHasherDefault::<DefaultHasher>::default().hash_one(value))
    }
}

/// What the vocabularies remember of a document.
#[derive(Default)]
pub(crate) struct Memory {
    /// The version of RSS or OPML.
    pub(crate) version: String,
    /// A DTD of RSS 0.91 was named.
    pub(crate) netscape: bool,
    pub(crate) channel_title: String,
    pub(crate) channel_link: String,
    /// Places of items that something of the channel may follow.
    pub(crate) items: Vec<usize>,
    pub(crate) ids: Seen,
    /// Atom's ids in RSS, which are counted apart from guids.
    pub(crate) atom_ids: Seen,
    pub(crate) updated: Seen,
    pub(crate) abouts: Seen,
    /// Entries whose id another had.
    pub(crate) repeated_ids: usize,
    pub(crate) podcast: bool,
}
