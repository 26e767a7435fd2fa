//! Markup inside a text: taken over as it stands where it is HTML already, written anew where XML
//! and HTML differ (empty elements, CDATA, prefixes).

use std::borrow::Cow;

use super::scan::Tag;
use copydesk_model::text::escape;

/// A stretch of the document that is taken over as it is, and what had to be written anew before it.
pub(super) struct Run<'a> {
    document: &'a str,
    text: String,
    from: usize,
    to: usize,
}

impl<'a> Run<'a> {
    /// Nothing yet but what was written before.
    pub(super) fn new(document: &'a str, before: String) -> Self {
        Self { document, text: before, from: 0, to: 0 }
    }

    /// The end tag of an element that XML leaves without.
    pub(super) fn end_of_empty(&mut self, tag: Tag<'a>) {
        let local = tag.name.rsplit(':').next().unwrap_or_default();
        if !is_void(local) {
            self.push("</");
            self.push(local);
            self.push(">");
        }
    }

    pub(super) fn raw(&mut self, raw: &str, offset: usize) {
        if raw.starts_with('<') {
            return self.push(&escape::text(raw));
        }
        self.extend(offset, offset + raw.len());
    }

    fn extend(&mut self, from: usize, to: usize) {
        if self.to != from {
            self.flush();
            self.from = from;
        }
        self.to = to;
    }

    pub(super) fn push(&mut self, written: &str) {
        self.flush();
        self.text.push_str(written);
    }

    fn flush(&mut self) {
        self.text.push_str(&self.document[self.from..self.to]);
        (self.from, self.to) = (0, 0);
    }

    pub(super) fn tag(&mut self, tag: Tag<'a>, end: usize) {
        let plain = !tag.name.contains(':') && (!tag.empty || is_void(tag.name));
        let start = (tag.name.as_ptr() as usize).wrapping_sub(self.document.as_ptr() as usize) - 1;
        if plain && self.document.as_bytes().get(end - 1) == Some(&b'>') {
            return self.extend(start, end);
        }
        self.flush();
        let local = tag.name.rsplit(':').next().unwrap_or_default();
        self.text.push('<');
        self.text.push_str(local);
        self.text.push_str(tag.attributes);
        self.text.push('>');
    }

    pub(super) fn end(&mut self, name: &str, offset: usize, end: usize) {
        match name.rsplit_once(':') {
            None if self.document.as_bytes().get(end - 1) == Some(&b'>') => self.extend(offset - 2, end),
            prefixed => {
                self.push("</");
                self.push(prefixed.map_or(name, |(_, local)| local));
                self.push(">");
            }
        }
    }

    pub(super) fn finish(mut self) -> Cow<'a, str> {
        if self.text.is_empty() {
            return Cow::Borrowed(&self.document[self.from..self.to]);
        }
        self.flush();
        Cow::Owned(self.text)
    }
}

/// HTML elements that have no end tag (WHATWG HTML 13.1.2).
fn is_void(name: &str) -> bool {
    const VOID: &[&str] = &[
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    ];
    VOID.iter().any(|void| void.eq_ignore_ascii_case(name))
}
