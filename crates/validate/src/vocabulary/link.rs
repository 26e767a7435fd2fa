//! `atom:link`, in Atom and in RSS (RFC 4287, 4.2.7; RFC 4685, 4; RFC 5005).

use url::Url;

use super::super::element::{Attribute, Check, Content, Element, IRI, Need, PLAIN, element, may};
use super::super::namespaces::Ns;
use super::super::rules;
use super::super::values::date::Iso;
use super::super::values::{is_mime, quote, uri};
use super::super::walk::{Frame, Link, Walk};

/// Relations that IANA has registered and feeds use.
const REGISTERED: &[&str] = &[
    "alternate",
    "current",
    "describedby",
    "edit",
    "edit-media",
    "enclosure",
    "first",
    "hub",
    "last",
    "license",
    "next",
    "next-archive",
    "payment",
    "prev-archive",
    "previous",
    "related",
    "replies",
    "search",
    "self",
    "service",
    "up",
    "via",
];

/// Those of paged and archived feeds.
pub(super) const PAGING: &[&str] =
    &["current", "first", "last", "next", "next-archive", "prev-archive", "previous"];

const FEED_TYPES: &[&str] = &["application/atom+xml", "application/rss+xml", "application/rdf+xml"];

const fn of(ns: Ns, name: &'static str) -> Attribute {
    Attribute { ns, name, need: Need::May, checks: &[] }
}

const ATTRIBUTES: &[Attribute] = &[
    may("type", &[]),
    may("title", &[Check::AttributeNotBlank, PLAIN]),
    may("rel", &[Check::AttributeNotBlank]),
    may("href", &[IRI]),
    may("length", &[Check::NonNegative, Check::NotBlank]),
    may("hreflang", &[Check::Language]),
    of(Ns::Rdf, "type"),
    of(Ns::Rdf, "resource"),
    Attribute { ns: Ns::Thr, name: "count", need: Need::May, checks: &[Check::NonNegative] },
    of(Ns::Thr, "when"),
    Attribute { ns: Ns::Thr, name: "updated", need: Need::May, checks: &[Check::Iso(Iso::Rfc3339)] },
];

/// The element, as Atom's own or in RSS.
pub(super) const fn link(ns: Ns) -> Element {
    element(ns, "link", Content::Link).attributes(ATTRIBUTES).at_start(look)
}

/// The relation in its short form; a link without one is an alternate.
fn relation<'f>(frame: &'f Frame<'_>) -> &'f str {
    let rel = frame.attribute(Ns::Core, "rel").map_or("alternate", |rel| &rel.value);
    rel.strip_prefix("http://www.iana.org/assignments/relation/").unwrap_or(rel)
}

fn look(walk: &mut Walk<'_>, frame: &Frame<'_>) {
    let rel = relation(frame);
    if frame.attribute(Ns::Core, "href").is_none() {
        walk.note(rules::MISSING_HREF, frame.at, "a link without href");
    }
    look_at_relation(walk, frame, rel);
    if let Some(kind) = frame.attribute(Ns::Core, "type") {
        let essence = kind.value.split(';').next().unwrap_or_default();
        if !is_mime(&kind.value) {
            walk.note(
                rules::INVALID_MIME_TYPE,
                kind.at,
                format!("<link type>: {} is no media type", quote(&kind.value)),
            );
        } else if rel == "self" && !FEED_TYPES.contains(&essence) {
            walk.note(
                rules::SELF_NOT_ATOM,
                kind.at,
                format!("the self link has the type {}", quote(&kind.value)),
            );
        }
    }
    look_at_base(walk, frame, rel);
    look_at_thread(walk, frame, rel);
    let in_feed = walk.parent().is_some_and(|parent| matches!(parent.name, "feed" | "channel"));
    if rel == "self" && in_feed {
        look_at_self(walk, frame);
    }
    if !matches!(rel, "self" | "alternate") && !PAGING.contains(&rel) {
        return;
    }
    let link = Link {
        rel: rel.to_owned(),
        kind: frame.plain("type").to_owned(),
        language: frame.plain("hreflang").to_owned(),
        href: frame.plain("href").to_owned(),
        at: frame.at,
    };
    if let Some(parent) = walk.parent_mut() {
        parent.keep_link(link);
    }
}

fn look_at_relation(walk: &mut Walk<'_>, frame: &Frame<'_>, rel: &str) {
    let at = frame.attribute(Ns::Core, "rel").map_or(frame.at, |rel| rel.at);
    let address = uri::is_full(rel) || (!rel.is_ascii() && rel.contains(':'));
    if !REGISTERED.contains(&rel) && !address {
        walk.note(
            rules::UNREGISTERED_ATOM_LINK_REL,
            at,
            format!("the relation {} is not registered", quote(rel)),
        );
    }
    let in_entry = walk.parent().is_some_and(|parent| parent.ns == Ns::Core && parent.name == "entry");
    if in_entry && PAGING.contains(&rel) {
        walk.note(rules::FEED_HISTORY_REL_IN_ENTRY, at, format!("the relation {rel} belongs to the feed"));
    }
}

fn look_at_thread(walk: &mut Walk<'_>, frame: &Frame<'_>, rel: &str) {
    for name in ["count", "updated"] {
        if let Some(attribute) = frame.attribute(Ns::Thr, name)
            && rel != "replies"
        {
            walk.note(
                rules::UNEXPECTED_ATTRIBUTE,
                attribute.at,
                format!("thr:{name} belongs to links with rel=\"replies\""),
            );
        }
    }
    if let Some(when) = frame.attribute(Ns::Thr, "when") {
        walk.note(rules::NO_THR_WHEN, when.at, "thr:when is written thr:updated");
    }
}

fn look_at_self(walk: &mut Walk<'_>, frame: &Frame<'_>) {
    let has_host = |address: &str| {
        let rest = address
            .split_once(':')
            .filter(|(scheme, _)| !scheme.contains('/'))
            .map_or(address, |(_, rest)| rest);
        rest.strip_prefix("//").is_some_and(|host| !host.is_empty() && !host.starts_with('/'))
    };
    let href = frame.plain("href");
    let based = std::iter::once(frame)
        .chain(walk.ancestors())
        .any(|frame| frame.attribute(Ns::Xml, "base").is_some_and(|base| has_host(&base.value)));
    if frame.attribute(Ns::Core, "href").is_some() && !has_host(href) && !based {
        let message = format!("the self link {} is relative", quote(href));
        walk.note(rules::RELATIVE_SELF, frame.at, message);
    }
    look_at_location(walk, frame);
}

/// Whether a self link names an address that the document was served from.
fn look_at_location(walk: &mut Walk<'_>, frame: &Frame<'_>) {
    let Some(here) = walk.served.addresses.last().and_then(|here| Url::parse(here).ok()) else { return };
    let bases: Vec<&str> = walk
        .ancestors()
        .filter_map(|frame| frame.attribute(Ns::Xml, "base"))
        .map(|base| base.value.as_ref())
        .collect();
    let own = frame.attribute(Ns::Xml, "base").map(|base| base.value.as_ref());
    let base = bases.into_iter().rev().chain(own).try_fold(here, |base, next| base.join(next));
    let Ok(target) = base.and_then(|base| base.join(frame.plain("href").trim())) else { return };
    if !walk.served.is_from(target.as_str()) {
        let message = format!("{} is not where the document was found", quote(frame.plain("href")));
        walk.note(rules::SELF_DOESNT_MATCH_LOCATION, frame.at, message);
    }
}

/// An address that resolves to `xml:base` is one within the document (RFC 3986, 4.4), unless the
/// base is where the feed says it is.
fn look_at_base(walk: &mut Walk<'_>, frame: &Frame<'_>, rel: &str) {
    let frames: Vec<_> = std::iter::once(frame).chain(walk.ancestors()).collect();
    let mut bases = frames.iter().rev().filter_map(|frame| frame.attribute(Ns::Xml, "base"));
    let Some(mut base) = bases.next().and_then(|base| Url::parse(&base.value).ok()) else { return };
    for next in bases {
        let Ok(joined) = base.join(&next.value) else { return };
        base = joined;
    }
    let resolve = |href: &str| {
        let mut url = base.join(href).ok()?;
        url.set_fragment(None);
        Some(url)
    };
    let target = resolve(frame.plain("href"));
    base.set_fragment(None);
    let here = frames
        .iter()
        .flat_map(|frame| &frame.links)
        .any(|link| link.rel == "self" && link.href == base.as_str());
    if frame.attribute(Ns::Core, "href").is_some() && rel != "self" && !here && target.as_ref() == Some(&base)
    {
        let message = format!("{} is the address of xml:base itself", quote(frame.plain("href")));
        walk.note(rules::SAME_DOCUMENT_REFERENCE, frame.at, message);
    }
}

/// Two alternates of the same type and language.
pub(super) fn look_at_alternates(walk: &mut Walk<'_>, frame: &Frame<'_>) {
    let mut known = std::collections::HashSet::new();
    for link in frame.links.iter().filter(|link| link.rel == "alternate") {
        if !known.insert((&link.kind, &link.language)) {
            walk.note(
                rules::DUPLICATE_ATOM_LINK,
                link.at,
                format!(
                    "a second alternate link of type {} and language {}",
                    quote(&link.kind),
                    quote(&link.language)
                ),
            );
        }
    }
}
