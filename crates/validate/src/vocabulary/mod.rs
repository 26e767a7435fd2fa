//! The vocabularies as tables: which elements stand where, how often, with which attributes and
//! values. One file a vocabulary; here is the choice between them by the root element.

pub(super) mod atom;
mod dublin_core;
mod everywhere;
mod feedburner;
mod item;
pub(super) mod itunes;
mod link;
mod media;
mod opml;
mod order;
mod places;
mod podcast;
pub(super) mod rdf;
pub(super) mod rss;
mod shop;
mod sitemap;

use super::element::{Context, Element};
use super::namespaces::Ns;
use super::rules;
use super::values::quote;
use super::walk::{Family, Frame, Walk};

/// The root elements that are known.
static ROOT: Context = Context::new(&[&[
    rss::RSS,
    atom::FEED,
    atom::ENTRY,
    rdf::RDF,
    rdf::CHANNEL_11,
    opml::OPML,
    opml::OUTLINE_DOCUMENT,
    sitemap::URLSET,
    sitemap::INDEX,
]]);

/// Atom elements and general extensions, where they are unusual but harmless.
static QUESTIONABLE: Context = Context::new(&[atom::IN_QUESTION, everywhere::ELEMENTS]);

/// What must be known of a document before its namespaces are judged.
pub(super) fn choose(walk: &mut Walk<'_>, root: &str) {
    if matches!(root, "urlset" | "sitemapindex") {
        walk.family = Family::Sitemap;
    }
}

/// Recognises the document by its root element.
pub(super) fn root<'a>(walk: &mut Walk<'a>, frame: &mut Frame<'a>, uri: &str) {
    if matches!(frame.name, "feed" | "entry") && !atom::root(walk, frame, uri) {
        return;
    }
    match frame.name {
        "rss" if !uri.is_empty() => {
            walk.note(
                rules::INVALID_NAMESPACE,
                frame.at,
                format!("<rss> is in {uri}; RSS is in no namespace"),
            );
            walk.adopt_uri(uri);
            frame.ns = Ns::Core;
        }
        "Channel" if uri.is_empty() => {
            walk.note(rules::MISSING_NAMESPACE, frame.at, "<Channel> is in no namespace");
        }
        "Channel" if frame.ns != Ns::Rss11 => {
            let message = format!("<Channel> is in {}, not in the namespace of RSS 1.1", quote(uri));
            walk.note(rules::INVALID_NAMESPACE, frame.at, message);
        }
        "Channel" => {
            walk.family = Family::Rdf;
            walk.adopt(Ns::Rss11);
            frame.ns = Ns::Core;
        }
        "RDF" if frame.ns == Ns::Rdf => walk.adopt(Ns::Rss1),
        "urlset" | "sitemapindex" => {
            walk.format = "sitemap".to_owned();
            walk.adopt(Ns::Sitemap);
            frame.ns = Ns::Core;
        }
        _ => {}
    }
    accept_root(walk, frame);
}

/// Takes the root as one of those known, or says that it is none.
fn accept_root<'a>(walk: &mut Walk<'a>, frame: &mut Frame<'a>) {
    walk.judge_root(frame);
    match ROOT.find(frame.ns, frame.name) {
        Some(element) => {
            frame.element = Some(element);
            frame.content = element.content;
        }
        None if frame.name.eq_ignore_ascii_case("html") => {
            walk.note(
                rules::UNKNOWN_FORMAT,
                frame.at,
                "this is a web page, not a feed; look in its head for the address of its feed",
            );
        }
        None => {
            walk.note(
                rules::UNDEFINED_ELEMENT,
                frame.at,
                format!("<{}> is the root of no format that is known here", frame.title()),
            );
        }
    }
}

/// Whether an element that does not belong here may pass with a question.
pub(super) fn questionable(walk: &Walk<'_>, frame: &Frame<'_>) -> Option<&'static Element> {
    let foreign_parent = walk.parent().is_some_and(|parent| parent.ns != Ns::Core);
    let ns =
        if frame.ns == Ns::Core && foreign_parent && walk.is_core(Ns::Atom) { Ns::Atom } else { frame.ns };
    QUESTIONABLE.find(ns, frame.name)
}
