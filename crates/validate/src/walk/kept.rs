//! What is kept of a document: names with their namespaces, links, values that must be unique.

use std::borrow::Cow;
use std::collections::HashSet;
use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher};

use super::super::namespaces::Ns;

/// A prefix and what it stands for.
pub(crate) struct Binding<'a> {
    pub(crate) prefix: &'a str,
    pub(crate) uri: Cow<'a, str>,
    pub(crate) ns: Ns,
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
