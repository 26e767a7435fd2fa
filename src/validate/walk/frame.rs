//! What is known of an element while it is open, and what documents leave in memory.

use std::borrow::Cow;
use std::collections::HashSet;

use super::super::element::{Content, Element};
use super::super::namespaces::Ns;

/// An element that is open, or has just been closed.
pub(in crate::validate) struct Frame<'a> {
    pub(in crate::validate) ns: Ns,
    pub(in crate::validate) name: &'a str,
    pub(in crate::validate) element: Option<&'static Element>,
    pub(in crate::validate) content: Content,
    /// Where its start tag begins.
    pub(in crate::validate) at: usize,
    pub(in crate::validate) attributes: Vec<NamedAttribute<'a>>,
    /// Children so far, by name.
    pub(in crate::validate) seen: Vec<(Ns, &'a str, u32)>,
    /// The text inside, without that of child elements.
    pub(in crate::validate) value: Cow<'a, str>,
    /// Where the text begins.
    pub(in crate::validate) value_at: Option<usize>,
    /// Links among the children.
    pub(in crate::validate) links: Vec<Link>,
    /// The content among the children.
    pub(in crate::validate) body: Option<Body>,
    /// Values of children that must differ, and other things children leave behind.
    pub(in crate::validate) left: Vec<String>,
    /// Whether a language is known here.
    pub(in crate::validate) language: bool,
    /// Unexpected text and bad characters are reported once an element.
    pub(in crate::validate) reported: bool,
    /// How many bindings there were before its own.
    pub(in crate::validate) bindings: usize,
}

/// An attribute with its name resolved.
pub(in crate::validate) struct NamedAttribute<'a> {
    pub(in crate::validate) ns: Ns,
    pub(in crate::validate) name: &'a str,
    pub(in crate::validate) value: Cow<'a, str>,
    pub(in crate::validate) at: usize,
}

/// What is remembered of an Atom link.
#[derive(Debug, Default)]
pub(in crate::validate) struct Link {
    pub(in crate::validate) rel: String,
    pub(in crate::validate) kind: String,
    pub(in crate::validate) language: String,
    pub(in crate::validate) href: String,
    pub(in crate::validate) at: usize,
}

/// What is remembered of an entry's content.
pub(in crate::validate) struct Body {
    /// It is referred to by `src`.
    pub(in crate::validate) elsewhere: bool,
    /// Its type as written.
    pub(in crate::validate) kind: String,
}

impl<'a> Frame<'a> {
    /// The name with its usual prefix.
    pub(in crate::validate) fn title(&self) -> String {
        title(self.ns, self.name)
    }

    /// Counts a child.
    pub(super) fn count_child(&mut self, ns: Ns, name: &'a str) {
        match self.seen.iter_mut().find(|(seen_ns, seen, _)| *seen_ns == ns && *seen == name) {
            Some((_, _, count)) => *count += 1,
            None => self.seen.push((ns, name, 1)),
        }
    }

    /// Whether a child of this name has been seen.
    pub(in crate::validate) fn has(&self, ns: Ns, name: &str) -> bool {
        self.count(ns, name) > 0
    }

    /// How many children of this name have been seen.
    pub(in crate::validate) fn count(&self, ns: Ns, name: &str) -> u32 {
        self.seen
            .iter()
            .find(|(seen_ns, seen, _)| *seen_ns == ns && *seen == name)
            .map_or(0, |(_, _, count)| *count)
    }

    /// An attribute by name.
    pub(in crate::validate) fn attribute(&self, ns: Ns, name: &str) -> Option<&NamedAttribute<'a>> {
        self.attributes.iter().find(|attribute| attribute.ns == ns && attribute.name == name)
    }

    /// The value of an attribute of no namespace; empty if it is missing.
    pub(in crate::validate) fn plain(&self, name: &str) -> &str {
        self.attribute(Ns::Core, name).map_or("", |attribute| &attribute.value)
    }

    /// Where the value begins: its first character that is no white space, else the start tag.
    pub(in crate::validate) fn value_place(&self) -> usize {
        let blank = self.value.len() - self.value.trim_start().len();
        match self.value_at {
            Some(_) if blank == self.value.len() => self.at,
            Some(at) if matches!(self.value, Cow::Borrowed(_)) => at + blank,
            Some(at) => at,
            None => self.at,
        }
    }
}

/// A name with the usual prefix of its namespace.
pub(in crate::validate) fn title(ns: Ns, name: &str) -> String {
    let name = short(name);
    match ns.prefix() {
        "" => name.into_owned(),
        prefix => format!("{prefix}:{name}"),
    }
}

/// A name for a person: a feed may hold names of any length.
pub(in crate::validate) fn short(name: &str) -> Cow<'_, str> {
    match name.char_indices().nth(60) {
        Some((cut, _)) => format!("{}…", &name[..cut]).into(),
        None => name.into(),
    }
}

/// What the vocabularies remember of a document.
#[derive(Default)]
pub(in crate::validate) struct Memory {
    /// The version of RSS or OPML.
    pub(in crate::validate) version: String,
    /// A DTD of RSS 0.91 was named.
    pub(in crate::validate) netscape: bool,
    pub(in crate::validate) channel_title: String,
    pub(in crate::validate) channel_link: String,
    /// Places of items that something of the channel may follow.
    pub(in crate::validate) items: Vec<usize>,
    pub(in crate::validate) ids: HashSet<String>,
    /// Atom's ids in RSS, which are counted apart from guids.
    pub(in crate::validate) atom_ids: HashSet<String>,
    pub(in crate::validate) updated: HashSet<String>,
    pub(in crate::validate) abouts: HashSet<String>,
    /// Entries whose id another had.
    pub(in crate::validate) repeated_ids: usize,
    pub(in crate::validate) podcast: bool,
}
