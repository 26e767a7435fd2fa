//! What is asked of an element while it is open, or has just been closed.

use std::borrow::Cow;
use std::fmt;

use super::super::namespaces::Ns;
use super::Frame;
use super::kept::{Link, NamedAttribute, title};

/// So many links of one parent are remembered.
const LINKS: usize = 256;

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
    pub(crate) fn count_child(&mut self, ns: Ns, name: &'a str) {
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
