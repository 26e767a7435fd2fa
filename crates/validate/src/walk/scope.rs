//! Namespaces in scope: what prefixes are bound to, and what is wrong with a binding.

use std::borrow::Cow;

use super::super::namespaces::{MEDIA_WITHOUT_SLASH, Ns, unchecked};
use super::super::rules;
use super::super::values::quote;
use super::super::values::uri::{self, Form};
use super::super::xml::{Fault, FaultKind, Tag};
use super::kept::{Binding, NamedAttribute};
use super::{Family, Walk};

/// So many bindings are held at once.
const BINDINGS: usize = 256;

impl<'a> Walk<'a> {
    pub(super) fn bind(&mut self, prefix: &'a str, uri: Cow<'a, str>, at: usize) -> Result<(), Fault> {
        if uri.is_empty() && !prefix.is_empty() {
            return Err(Fault::syntax(at, format!("the prefix {prefix} is bound to nothing")));
        }
        if uri.split_whitespace().count() > 1 {
            return Err(Fault::syntax(at, format!("{} is no namespace", quote(&uri))));
        }
        if self.bindings.len() >= BINDINGS {
            let message = format!("more than {BINDINGS} namespaces in one place");
            return Err(Fault { at, kind: FaultKind::Limit, message });
        }
        self.judge_namespace(prefix, &uri, at);
        let ns = if uri.is_empty() { Ns::Core } else { Ns::near(&uri).unwrap_or(Ns::Unknown) };
        self.bindings.push(Binding { prefix, uri, ns });
        Ok(())
    }

    fn judge_namespace(&mut self, prefix: &str, uri: &str, at: usize) {
        let exact = Ns::exact(uri).filter(|&ns| self.family == Family::Sitemap || !ns.is_sitemap());
        let atom = matches!(self.family, Family::Atom | Family::Unknown);
        if uri == MEDIA_WITHOUT_SLASH {
            self.note(rules::MEDIA_RSS_NAMESPACE, at, format!("{uri} lacks the slash at its end"));
        } else if let Some(usual) = Ns::of_prefix(prefix).filter(|ns| !prefix.is_empty() && !ns.is_sitemap())
        {
            if exact != Some(usual) && !(usual == Ns::Thr && exact == Some(Ns::Thr)) {
                self.note(
                    rules::RESERVED_PREFIX,
                    at,
                    format!("the prefix {prefix} belongs to {}", usual.uri()),
                );
            } else if uri.contains("usemod") {
                self.note(
                    rules::OBSOLETE_WIKI_NAMESPACE,
                    at,
                    format!("{uri} was replaced by {}", usual.uri()),
                );
            } else if matches!(usual, Ns::Atom | Ns::Xhtml) && self.family == Family::Atom {
                self.note(
                    rules::AVOID_NAMESPACE_PREFIX,
                    at,
                    format!("the prefix {prefix} for a namespace of Atom"),
                );
            }
        } else if let Some(ns) = exact {
            if !prefix.is_empty() && matches!(ns, Ns::Atom | Ns::Xhtml) && atom {
                self.note(
                    rules::AVOID_NAMESPACE_PREFIX,
                    at,
                    format!("the prefix {prefix} for a namespace of Atom"),
                );
            }
        } else if uri.is_empty() {
            self.note(rules::UNKNOWN_NAMESPACE, at, "the default namespace is taken away");
        } else {
            let verdict = uri::check(uri, Form::Iri, rules::INVALID_IRI);
            if verdict.is_err() {
                self.note_fault(&format!("xmlns:{prefix}"), at, verdict);
            } else if !unchecked(uri) {
                self.note(rules::UNKNOWN_NAMESPACE, at, format!("the namespace {} is not known", quote(uri)));
            }
        }
    }

    /// The binding and the local part of a name; none if its prefix is not bound.
    pub(super) fn resolve(&self, name: &'a str, element: bool) -> Option<(Option<&Binding<'a>>, &'a str)> {
        let (prefix, local) = name.split_once(':').unwrap_or(("", name));
        if prefix.is_empty() && !element {
            return Some((None, local));
        }
        let found = self.bindings.iter().rev().find(|binding| binding.prefix == prefix);
        match found {
            Some(binding) if binding.uri.is_empty() => Some((None, local)),
            Some(binding) => Some((Some(binding), local)),
            None if prefix.is_empty() => Some((None, local)),
            None => None,
        }
    }

    pub(super) fn resolve_attributes(&self, tag: &Tag<'a>) -> Result<Vec<NamedAttribute<'a>>, Fault> {
        let mut attributes = Vec::with_capacity(tag.attributes.len());
        for attribute in &tag.attributes {
            if attribute.name == "xmlns" || attribute.name.starts_with("xmlns:") {
                continue;
            }
            let (ns, name) = match attribute.name.strip_prefix("xml:") {
                Some(local) => (Ns::Xml, local),
                None => {
                    let (space, local) = self
                        .resolve(attribute.name, false)
                        .ok_or_else(|| unbound(attribute.at, attribute.name))?;
                    (space.map_or(Ns::Core, |binding| binding.ns), local)
                }
            };
            attributes.push(NamedAttribute { ns, name, value: attribute.value.clone(), at: attribute.at });
        }
        Ok(attributes)
    }
}

pub(super) fn unbound(at: usize, name: &str) -> Fault {
    Fault::syntax(at, format!("the prefix of {name} is not bound to a namespace"))
}
