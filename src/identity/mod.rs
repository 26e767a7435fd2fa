//! How an entry is recognised again, and the id it is published under.
//!
//! Kinds of key, the strongest first: record, guid, address, address and headline, headline and time,
//! content; and, where a whole feed changed its ids, the headline. A key that several items of one
//! document share identifies none of them, then and later. docs/identity.md states the rules.
//! Ids are pure functions of what the origin sent, never of a row or of the time.

mod dates;
pub mod forgotten;
mod ids;
mod keys;
mod same;

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use xxhash_rust::xxh3::xxh3_64;

use crate::model::{
    Article, Entry, Feed, FutureDates, Incoming, Key, KeyKind, KeyUse, OWN, Person, Provenance, Record,
    Shared, Status,
};
use crate::text::url;

use dates::{dates, sane};
pub use forgotten::Forgotten;
pub use ids::{is_absolute_uri, tag};
use keys::Marks;
pub use same::{is_same, is_same_article};

/// What the entries of one document have in common.
#[derive(Debug, Clone)]
pub struct Origin<'a> {
    /// Key of the source.
    pub source: &'a str,
    /// Host of our own base URL, the authority of our `tag:` URIs.
    pub host: &'a str,
    /// Whether the source was once seen to give most of its items one guid.
    pub weak_guids: bool,
    /// The feed, for entries that do not name another as their source.
    pub provenance: &'a Provenance,
    /// When the document was last changed, by its own or the server's word.
    pub dated: Option<DateTime<Utc>>,
    /// What becomes of entries that are dated ahead.
    pub future: FutureDates,
}

/// Whether the guids of a document say nothing: reading found shared ones and dropped them
/// (`dropped`), and at least half of its items are left without. A single pair is a slip, and only
/// that guid counts for nothing.
pub fn guids_are_weak(feed: &Feed, dropped: bool) -> bool {
    let without = feed.entries.iter().filter(|entry| entry.id.is_none()).count();
    dropped && without * 2 >= feed.entries.len()
}

/// The keys of the entries that a document calls deleted (RFC 6721), which are no longer among its
/// entries then. One that was changed since its deletion is there again. Where guids say nothing,
/// nothing is deleted by them.
pub fn taken_back(feed: &mut Feed, source: &str, weak_guids: bool) -> Vec<Key> {
    let known = std::mem::take(&mut feed.deleted).into_iter().filter(|_| !weak_guids);
    let mut deleted: HashMap<String, Option<DateTime<Utc>>> =
        known.map(|deleted| (deleted.id, deleted.when)).collect();
    if deleted.is_empty() {
        return Vec::new();
    }
    feed.entries.retain(|entry| {
        let Some(id) = entry.id.as_ref() else { return true };
        let Some(when) = deleted.get(id) else { return true };
        let is_back = when.is_some_and(|when| entry.updated.or(entry.published) > Some(when));
        if is_back {
            deleted.remove(id);
        }
        is_back
    });
    deleted.keys().map(|id| keys::key(source, KeyKind::Guid, id, KeyUse::Finds)).collect()
}

/// The entries of a document, ready to be filed, in document order. An item that stands there
/// twice is one.
pub fn of_feed(feed: &mut Feed, origin: &Origin<'_>, now: DateTime<Utc>) -> Vec<Incoming> {
    let dated =
        origin.dated.or(feed.updated).or(feed.published).and_then(|date| sane(date, now)).unwrap_or(now);
    let language: Option<Shared> = feed.language.as_deref().map(Shared::from);
    let mut entries = std::mem::take(&mut feed.entries);
    if let Some(cut) = feed.cut.take().filter(|cut| *cut < entries.len()) {
        entries.remove(cut);
    }
    name_authors(&mut entries, &feed.authors_of_entries);
    let (entries, marks) = once_each(entries);
    let keys = keys::of_document(origin.source, origin.weak_guids, &marks);
    let items = entries.into_iter().zip(marks).zip(keys);
    let incoming = items.filter_map(|((mut entry, marks), keys)| {
        if entry.language.is_none() {
            entry.language.clone_from(&language);
        }
        let undated = dates::is_undated(&entry, now);
        let ahead = dates::ahead(&entry, now);
        if ahead.is_some() && origin.future == FutureDates::Drop {
            return None;
        }
        let embargo = ahead.filter(|_| origin.future == FutureDates::Hold);
        let (published, updated) = dates(&entry, dated, now);
        let (published, updated) = (embargo.unwrap_or(published), embargo.unwrap_or(updated));
        let (id, second_id) = ids_for(&entry, &marks, &keys, origin);
        Some(Incoming {
            id,
            second_id,
            // An opaque guid is unique in its own feed only, and some readers have one space of guids for
            // all feeds: RSS has the id too. Entries of before keep the guid that they were published with.
            guid: None,
            print: print(&mut entry),
            published,
            updated,
            provenance: Some(entry.source.as_deref().unwrap_or(origin.provenance).clone()),
            sections: Vec::new(),
            credits: Vec::new(),
            status: Status::Usable,
            undated,
            embargo,
            keys,
            entry,
        })
    });
    incoming.collect()
}

/// Who is named once for a feed wrote its entries (RFC 4287 4.2.1, JSON Feed 1.1); an entry that was copied
/// from another feed is that feed's.
fn name_authors(entries: &mut [Entry], of_feed: &[Person]) {
    for entry in entries.iter_mut().filter(|entry| entry.authors.is_empty()) {
        match entry.source.as_deref().map(|source| source.authors.clone()) {
            None if of_feed.is_empty() => {}
            None => entry.authors = of_feed.to_vec(),
            Some(theirs) if !theirs.is_empty() => entry.authors = theirs,
            Some(_) => {}
        }
    }
}

/// Every item once. Of several versions of one entry in a document the newest counts (RFC 4287 4.1.1).
fn once_each(items: Vec<Entry>) -> (Vec<Entry>, Vec<Marks>) {
    let mut places: HashMap<[Option<String>; 4], usize> = HashMap::new();
    let (mut entries, mut all): (Vec<Entry>, Vec<Marks>) = (Vec::new(), Vec::new());
    for entry in items {
        let marks = Marks::of(&entry);
        let body = marks.guid.is_none().then(|| marks.body.clone());
        let place = [marks.guid.clone(), marks.address.clone(), Some(marks.title.clone()), body];
        match places.get(&place) {
            Some(&at) if entries[at].updated < entry.updated => (entries[at], all[at]) = (entry, marks),
            Some(_) => {}
            None => {
                places.insert(place, entries.len());
                entries.push(entry);
                all.push(marks);
            }
        }
    }
    (entries, all)
}

/// The id to publish, and the one to take where another entry has it already: from the guid, from
/// the address, from the content, as far as they name only this item.
fn ids_for(
    entry: &Entry,
    marks: &Marks,
    keys: &[crate::model::Key],
    origin: &Origin<'_>,
) -> (String, String) {
    let named = |kind: KeyKind| keys.iter().any(|key| key.kind == kind && key.usage != KeyUse::Shared);
    let guid = marks.guid.as_deref().filter(|_| named(KeyKind::Guid));
    let link = entry.link.as_deref().filter(|link| named(KeyKind::Address) && is_absolute_uri(link));
    let content = || tag(origin.host, &[origin.source, "content", &marks.title, &marks.body]);
    let by_guid = guid.map(|guid| match is_absolute_uri(guid) {
        true => guid.to_owned(),
        false => tag(origin.host, &[origin.source, "guid", guid]),
    });
    let by_link = link.map(url::untracked).filter(|link| by_guid.as_ref() != Some(link));
    let mut all = by_guid.into_iter().chain(by_link).chain(std::iter::once_with(content));
    let first = all.next().unwrap_or_default();
    let second = all.next().unwrap_or_else(content);
    (first, second)
}

/// One of our own articles, ready to be filed. Its record identifies it; its address is set already.
pub fn of_article(article: Article, host: &str, now: DateTime<Utc>) -> Incoming {
    let mut entry = article.entry;
    // Only a date that somebody wrote embargoes. A file's time that is ahead of the clock is a clock's
    // mistake, and the article is published now.
    if !article.is_dated {
        entry.published = entry.published.map(|date| date.min(now));
    }
    let (published, updated) = dates(&entry, now, now);
    let by_record = tag(host, &[OWN, "record", &article.key]);
    let id = match entry.id.as_deref() {
        Some(id) if is_absolute_uri(id) => id.to_owned(),
        Some(id) => tag(host, &[OWN, "guid", id]),
        None => by_record.clone(),
    };
    Incoming {
        keys: vec![of_record(&article.key)],
        id,
        second_id: by_record,
        guid: None,
        print: print(&mut entry),
        // A time ahead is an announcement here, not a mistake: it is kept back until then.
        published: entry.published.unwrap_or(published),
        updated,
        provenance: None,
        sections: article.sections,
        credits: article.credits,
        status: article.status,
        undated: false,
        embargo: article.embargo.max(entry.published.filter(|date| *date > now)),
        entry,
    }
}

/// The title that a source's feed gives itself, its addresses and rights.
pub fn provenance(feed: &Feed, name: &str, home: &str, address: Option<&str>) -> Provenance {
    let public = address.map(str::to_owned).or_else(|| feed.self_link.clone());
    let record = Record {
        link: Some(home.to_owned()).filter(|home| !home.is_empty()).or_else(|| feed.link.clone()),
        updated: None,
        rights: feed.rights.clone(),
        authors: feed.authors.clone(),
    };
    Provenance {
        id: feed
            .id
            .clone()
            .filter(|id| is_absolute_uri(id))
            .or_else(|| public.as_deref().and_then(ids::as_uri)),
        title: Some(name.to_owned()),
        feed: public,
        record: record.into(),
    }
}

/// The key of one of our own articles, by what identifies its record.
pub fn of_record(key: &str) -> Key {
    keys::key(OWN, KeyKind::Record, key, KeyUse::Finds)
}

/// The key under which a source's entries are remembered by this address or guid, for looking up.
pub fn wanted(source: &str, address_or_guid: &str) -> Vec<i64> {
    let address = url::place(address_or_guid).into_iter().map(|place| (KeyKind::Address, place));
    let all = [(KeyKind::Guid, address_or_guid.to_owned())].into_iter().chain(address);
    all.map(|(kind, value)| keys::key(source, kind, &value, KeyUse::Finds).hash).collect()
}

/// A print of everything but what publishers move without a reason: the times, and what only tracks in
/// an address.
fn print(entry: &mut Entry) -> i64 {
    let (published, updated, count) =
        (entry.published.take(), entry.updated.take(), entry.comment_count.take());
    let link = entry.link.take();
    entry.link = link.as_deref().map(url::untracked);
    // A model that serde refused would be a bug and hashes as its part.
    let mut written = Vec::with_capacity(1024);
    let _ = serde_json::to_writer(&mut written, entry);
    (entry.published, entry.updated, entry.comment_count) = (published, updated, count);
    entry.link = link;
    xxh3_64(&written).cast_signed()
}

#[cfg(test)]
mod tests;
