//! Where a walk through a document stands: what is open, what has been learnt, what was found. How it goes on
//! is in `run`.
//!
//! Memory grows with nesting (bounded by the scanner) and with what must be unique (ids); the
//! document itself is borrowed. Of each rule [`MOST`] findings are kept; further ones are counted
//! and go on deciding whether the document is valid.

mod frame;
mod judge;
mod kept;
mod run;
mod scope;

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt::Display;

use chrono::{DateTime, Utc};

use kept::Binding;
pub(super) use kept::{Body, Link, Memory, NamedAttribute, Seen, short};

use super::namespaces::Ns;
use super::rules::Rule;
use super::served::Served;
use super::table::{Content, Element};
use super::values::Verdict;
use copydesk_model::Level;

/// So many findings of each rule are kept.
const MOST: usize = 200;

/// A finding whose place is still an offset.
#[derive(Debug)]
pub(super) struct Note {
    pub(super) rule: &'static Rule,
    pub(super) at: usize,
    pub(super) message: String,
}

/// The family a document belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Family {
    Unknown,
    /// RSS 0.91 to 2.0.
    Rss,
    /// RSS 0.90, 1.0 and 1.1: RDF.
    Rdf,
    Atom,
    Opml,
    Sitemap,
}

/// A check that needs more than a value.
pub(super) type Look = fn(&mut Walk<'_>, &Frame<'_>);

/// An element that is open, or has just been closed.
pub(crate) struct Frame<'a> {
    pub(crate) ns: Ns,
    pub(crate) name: &'a str,
    pub(crate) element: Option<&'static Element<Look>>,
    pub(crate) content: Content<Look>,
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

/// What has been learnt of the document.
pub(super) struct Walk<'a> {
    pub(super) text: &'a str,
    pub(super) now: DateTime<Utc>,
    pub(super) notes: Vec<Note>,
    pub(super) valid: bool,
    counts: HashMap<&'static str, usize>,
    pub(super) family: Family,
    /// The format's name as reports have it.
    pub(super) format: String,
    /// Whether the document came as UTF-8.
    pub(super) utf8: bool,
    /// How the document was served.
    pub(super) served: Served<'a>,
    /// State that the vocabularies keep.
    pub(super) memory: Memory,
    stack: Vec<Frame<'a>>,
    bindings: Vec<Binding<'a>>,
    /// Namespaces whose elements count as the format's own.
    core: Vec<Ns>,
    core_uri: Option<String>,
    line: Option<(usize, usize, bool)>,
}

impl<'a> Walk<'a> {
    pub(super) fn new(text: &'a str, now: DateTime<Utc>, utf8: bool, served: Served<'a>) -> Self {
        Self {
            text,
            now,
            notes: Vec::new(),
            valid: true,
            counts: HashMap::new(),
            family: Family::Unknown,
            format: "unknown".to_owned(),
            utf8,
            served,
            memory: Memory::default(),
            stack: Vec::new(),
            bindings: Vec::new(),
            core: Vec::new(),
            core_uri: None,
            line: None,
        }
    }

    /// Keeps a finding.
    pub(super) fn note(&mut self, rule: &'static Rule, at: usize, message: impl Into<String>) {
        self.valid &= rule.level != Level::Error;
        let count = self.counts.entry(rule.code).or_default();
        *count += 1;
        if *count <= MOST {
            self.notes.push(Note { rule, at, message: message.into() });
        }
    }

    /// How many findings were not kept.
    pub(super) fn omitted(&self) -> usize {
        self.counts.values().map(|count| count.saturating_sub(MOST)).sum()
    }

    /// Keeps what a check answered, if it found something.
    pub(super) fn note_fault(&mut self, subject: &dyn Display, at: usize, verdict: Verdict) {
        if let Err(fault) = verdict {
            self.note(fault.rule, at, format!("{subject}: {}", fault.message));
        }
    }

    /// The element around the one looked at.
    pub(super) fn parent(&self) -> Option<&Frame<'a>> {
        self.stack.last()
    }

    /// The element around, to leave something there.
    pub(super) fn parent_mut(&mut self) -> Option<&mut Frame<'a>> {
        self.stack.last_mut()
    }

    /// The elements around, innermost first.
    pub(super) fn ancestors(&self) -> impl Iterator<Item = &Frame<'a>> {
        self.stack.iter().rev()
    }

    /// From now on elements of this namespace are the format's own.
    pub(super) fn adopt(&mut self, ns: Ns) {
        self.core.push(ns);
    }

    /// The same for a namespace that nobody knows.
    pub(super) fn adopt_uri(&mut self, uri: &str) {
        self.core_uri = Some(uri.to_owned());
    }

    /// Whether elements of the namespace are the format's own.
    pub(super) fn is_core(&self, ns: Ns) -> bool {
        self.core.contains(&ns)
    }

    /// Whether the source line in which `at` lies writes characters as hexadecimal references.
    pub(super) fn line_has_reference(&mut self, at: usize) -> bool {
        if let Some((from, to, answer)) = self.line
            && (from..to).contains(&at)
        {
            return answer;
        }
        let bytes = self.text.as_bytes();
        let from = memchr::memrchr(b'\n', &bytes[..at]).map_or(0, |i| i + 1);
        let to = memchr::memchr(b'\n', &bytes[at..]).map_or(bytes.len(), |i| at + i + 1);
        let answer = memchr::memmem::find(&bytes[from..to], b"&#x").is_some();
        self.line = Some((from, to, answer));
        answer
    }

    /// Whether a prefix is bound here.
    pub(super) fn binds(&self, prefix: &str) -> bool {
        self.bindings.iter().any(|binding| binding.prefix == prefix)
    }

    /// Holds the innermost open element against a look, as if it ended here.
    pub(super) fn look_at_parent(&mut self, look: Look) {
        let Some(frame) = self.stack.pop() else { return };
        look(self, &frame);
        self.stack.push(frame);
    }

    /// Forgets findings that another one sums up.
    pub(super) fn drop_notes(&mut self, rule: &'static Rule) {
        self.notes.retain(|note| note.rule.code != rule.code);
        self.counts.remove(rule.code);
    }

    /// Forgets every finding: the document turned out to be something else.
    pub(super) fn forget(&mut self) {
        self.notes.clear();
        self.counts.clear();
        self.valid = true;
    }

    /// The element at an index of the stack.
    pub(super) fn frame(&self, index: usize) -> &Frame<'a> {
        &self.stack[index]
    }
}
