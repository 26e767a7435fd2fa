//! Attributes of a start tag, and what an element inherits: base of addresses, language, namespaces.

use std::borrow::Cow;

use super::{Binding, Cursor, Scope};
use crate::links;
use crate::names::{self, Ns};
use crate::repairs::Mend;
use crate::unescape::unescape;
use copydesk_model::Shared;

/// Attributes of one element.
const MAX_ATTRIBUTES: usize = 256;

impl<'a> Cursor<'a> {
    pub(super) fn vocabulary(&mut self, prefix: &str) -> Ns {
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

    pub(super) fn read_attributes(&mut self, raw: &'a str) {
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
    pub(crate) fn has_attributes(&self) -> bool {
        !self.attributes.is_empty()
    }

    /// Makes this the base within the element opened last.
    pub(crate) fn rebase(&mut self, base: &str) {
        let base = links::absolute(base, self.base().as_deref()).map(Shared::from);
        self.scope(self.open.len()).base = base;
    }

    /// Sets what the root inherits from outside: the document's own address.
    pub(crate) fn set_base(&mut self, base: Option<Shared>) {
        self.scopes.push(Scope { depth: 0, base, lang: None });
    }

    /// The base of relative addresses here.
    pub(crate) fn base(&self) -> Option<Shared> {
        self.scopes.last().and_then(|scope| scope.base.clone())
    }

    /// Whether the base here was given by the document itself (`xml:base`).
    pub(crate) fn has_own_base(&self) -> bool {
        self.scopes.last().is_some_and(|scope| scope.depth > 0 && scope.base != self.scopes[0].base)
    }

    /// The language here (`xml:lang`).
    pub(crate) fn lang(&self) -> Option<Shared> {
        self.scopes.last().and_then(|scope| scope.lang.clone())
    }

    /// An address made absolute against `xml:base`; relative where the document names no base.
    pub(crate) fn absolute(&self, address: &str) -> Option<String> {
        let base = if self.has_own_base() { self.base() } else { None };
        links::absolute(address, base.as_deref())
    }

    pub(super) fn resolved(&mut self, raw: &'a str) -> Cow<'a, str> {
        let offset = self.scanner.offset_of(raw);
        unescape(raw, offset, &mut self.scanner.repairs)
    }

    /// An attribute of the element opened last, by its name without regard to case and prefix.
    pub(crate) fn attr(&mut self, name: &str) -> Option<Cow<'a, str>> {
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
}
