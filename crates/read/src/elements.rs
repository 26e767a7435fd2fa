//! Which file reads which vocabulary: roots, channels, entries, and each of their children.

use super::cursor::{Cursor, Element, Part};
use super::draft::{Draft, MAX_ENTRIES};
use super::find;
use super::names::Ns;
use super::repairs::Mend;
use super::values::as_plain;
use super::{atom, cdf, dublin, media, modules, podcasts, rss};
use copydesk_model::{Provenance, Record};

/// Reads what a root element holds: a feed, or one entry alone.
pub(super) fn root(cursor: &mut Cursor<'_>, root: &Element, feed: &mut Draft) {
    attributes(cursor, root, feed);
    if root.name() == "entry" {
        entry(cursor, root, feed);
    } else {
        channel(cursor, root, feed);
    }
}

/// Reads a channel, or the root around it: RSS 1.0 puts items beside the channel, RSS 2.0 into it.
pub(super) fn channel(cursor: &mut Cursor<'_>, parent: &Element, feed: &mut Draft) {
    while let Some(next) = cursor.child(parent) {
        match (next.ns, next.name()) {
            (Ns::Core | Ns::Atom, "channel") => {
                attributes(cursor, &next, feed);
                channel(cursor, &next, feed);
            }
            (Ns::Core, "items") => channel(cursor, &next, feed),
            (Ns::Core | Ns::Atom, "item" | "entry") => entry(cursor, &next, feed),
            _ => child(cursor, &next, feed),
        }
    }
}

/// Reads an item or entry.
pub(super) fn entry(cursor: &mut Cursor<'_>, element: &Element, feed: &mut Draft) {
    if feed.channel.entries.is_full() {
        cursor.mend(Mend::TooManyEntries);
        return cursor.skip(element);
    }
    let tag = cursor.last_name();
    let mut draft = Draft::default();
    attributes(cursor, element, &mut draft);
    while let Some(next) = cursor.child(element) {
        if matches!(next.ns, Ns::Core | Ns::Atom) && matches!(next.name(), "item" | "entry") {
            cursor.reopen(element, next);
            break;
        }
        child(cursor, &next, &mut draft);
    }
    if cursor.is_cut_in(element) {
        feed.channel.cut = Some(feed.channel.entries.len());
    }
    let rest = &cursor.document().as_bytes()[cursor.offset()..];
    let alike = || memchr::memmem::find_iter(rest, &format!("<{tag}")).take(MAX_ENTRIES).count();
    feed.channel.entries.push(draft.into_entry(), alike);
}

/// What a feed's or entry's own tag says: address, language, CDF's link and date.
pub(super) fn attributes(cursor: &mut Cursor<'_>, _element: &Element, draft: &mut Draft) {
    if let Some(about) = cursor.attr("about") {
        draft.id.offer_ranked(find::ID.len(), Some(about.trim().to_owned()).filter(|id| !id.is_empty()));
        draft.link.offer_ranked(find::LINK.len() + 2, cursor.absolute(&about));
    }
    cdf::attributes(cursor, draft);
    let language = cursor.lang().map(|lang| lang.to_string()).filter(|lang| !lang.is_empty());
    draft.language.offer_ranked(find::LANGUAGE.len(), language);
}

/// One child of a feed or an entry, whatever its vocabulary.
pub(super) fn child(cursor: &mut Cursor<'_>, element: &Element, draft: &mut Draft) {
    let known = match element.ns {
        Ns::Core => {
            (cursor.has_attributes() && cdf::child(cursor, element, draft))
                || rss::child(cursor, element, draft)
                || atom::child(cursor, element, draft)
        }
        Ns::Atom if element.name() == "source" => {
            draft.source = source(cursor, element).or(draft.source.take());
            true
        }
        Ns::Atom => atom::child(cursor, element, draft) || rss::child(cursor, element, draft),
        Ns::Dc | Ns::DcTerms => dublin::child(cursor, element, draft),
        Ns::Media => media::child(cursor, element, draft),
        Ns::Itunes | Ns::GooglePlay | Ns::Podcast => podcasts::child(cursor, element, draft),
        _ => modules::child(cursor, element, draft),
    };
    if !known {
        cursor.skip(element);
    }
}

/// `atom:source`: the feed that an entry was copied from (RFC 4287 4.2.11).
fn source(cursor: &mut Cursor<'_>, element: &Element) -> Option<Provenance> {
    let mut draft = Draft::default();
    let url = cursor.attr("url").and_then(|url| cursor.absolute(&url));
    let mut text = None;
    while let Some(part) = cursor.part(element) {
        match part {
            Part::Child(inner) => child(cursor, &inner, &mut draft),
            Part::Text(line) => text = text.or(Some(line.trim().to_owned())),
        }
    }
    let feed = draft.into_feed();
    let title = feed.title.map(|title| as_plain(&title)).or(text);
    let own = feed.links.iter().find(|link| link.rel == "self").map(|link| link.href.clone());
    let record =
        Record { link: feed.link, updated: feed.updated, rights: feed.rights, authors: feed.authors };
    let source = Provenance { id: feed.id, title, feed: own.or(url), record: record.into() };
    (source != Provenance::default()).then_some(source)
}
