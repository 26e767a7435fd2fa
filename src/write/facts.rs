//! What every format says of an entry, decided once, so that the formats agree.

use std::borrow::Cow;
use std::collections::HashSet;

use chrono::{DateTime, Utc};

use crate::model::{Enclosure, Entry, Feed, Link, Person, Provenance};
use crate::text::url::{self, is_script};
use crate::text::{cut, mail};

use super::safe;

/// The name in `generator`. Without a version: a new version alone rewrites no document.
pub(super) const GENERATOR: &str = env!("CARGO_PKG_NAME");

/// The entries that can be written: each has an id and something to show.
pub(super) fn entries(feed: &Feed) -> impl Iterator<Item = &Entry> {
    feed.entries.iter().filter(|entry| id(entry).is_some() && headline(entry).is_some())
}

/// The entry's id, character for character; without one, its address.
pub(super) fn id(entry: &Entry) -> Option<Cow<'_, str>> {
    entry.id.as_deref().and_then(identifier).or_else(|| address(entry))
}

/// An identifier without what cannot be written, otherwise character for character.
pub(super) fn identifier(raw: &str) -> Option<Cow<'_, str>> {
    let id = match safe::text(raw) {
        Cow::Borrowed(id) => Cow::Borrowed(id.trim()),
        Cow::Owned(id) => Cow::Owned(id.trim().to_owned()),
    };
    Some(id).filter(|id| !id.is_empty() && !is_script(id))
}

/// The page at the publisher.
pub(super) fn address(entry: &Entry) -> Option<Cow<'_, str>> {
    entry.link.as_deref().and_then(safe::url)
}

/// The title; without one, the first words of the text; without that, the address.
pub(super) fn headline(entry: &Entry) -> Option<Cow<'_, str>> {
    let title = entry.title.as_ref().and_then(safe::plain);
    let opening = || {
        let text = entry
            .summary
            .as_ref()
            .and_then(safe::plain)
            .or_else(|| entry.content.as_ref().and_then(safe::plain));
        text.map(|text| Cow::Owned(cut::at_word(&text, 100)))
    };
    title.or_else(opening).or_else(|| address(entry))
}

/// When the entry was published; without that, when it last changed.
pub(super) fn published(entry: &Entry) -> Option<DateTime<Utc>> {
    safe::time(entry.published).or_else(|| safe::time(entry.updated))
}

/// When the entry last changed; without that, when it was published.
pub(super) fn updated(entry: &Entry) -> Option<DateTime<Utc>> {
    safe::time(entry.updated).or_else(|| safe::time(entry.published))
}

/// What entries take from the feed they stand in.
pub(super) struct Whole<'a> {
    /// The feed's language; an entry names its own only where it is another.
    pub(super) language: Option<&'a str>,
    /// The feed's newest change.
    pub(super) newest: Option<DateTime<Utc>>,
    /// Whether entries of others stand in it.
    pub(super) has_foreign: bool,
}

impl<'a> Whole<'a> {
    pub(super) fn of(feed: &'a Feed) -> Self {
        let has_foreign = feed.entries.iter().any(|entry| entry.source.is_some());
        Self { language: feed.language.as_deref(), newest: newest(feed), has_foreign }
    }

    /// The entry's language, where it is another than the feed's.
    pub(super) fn other_language(&self, entry: &Entry) -> Option<String> {
        entry.language.as_deref().filter(|own| Some(*own) != self.language).and_then(safe::language)
    }
}

/// The newest change that the feed knows of.
pub(super) fn newest(feed: &Feed) -> Option<DateTime<Utc>> {
    safe::time(feed.updated).or_else(|| feed.entries.iter().filter_map(updated).max())
}

/// What stands in the place of an entry that was withdrawn, where a format has no deletions.
pub(super) struct Notice<'a> {
    pub(super) id: Cow<'a, str>,
    /// The RSS guid.
    pub(super) guid: String,
    pub(super) title: String,
    /// Plain text.
    pub(super) text: Cow<'a, str>,
    pub(super) when: Option<DateTime<Utc>>,
}

/// The notices of a feed. What is among its entries again needs none.
pub(super) fn notices(feed: &Feed) -> impl Iterator<Item = Notice<'_>> {
    let told = feed.deleted.iter().filter(|deleted| deleted.comment.is_some());
    let gone = told.filter(|deleted| feed.entries.iter().all(|entry| entry.id.as_ref() != Some(&deleted.id)));
    gone.filter_map(|deleted| {
        let text = deleted.comment.as_deref().and_then(safe::word)?;
        let id = identifier(&deleted.id)?;
        let guid = deleted.guid.as_deref().and_then(identifier).unwrap_or(id.clone()).into_owned();
        Some(Notice { guid, id, title: cut::at_word(&text, 100), text, when: safe::time(deleted.when) })
    })
}

/// The links of an entry with one of these relations and a sound address, in their order, each once.
pub(super) fn links<'a>(
    entry: &'a Entry,
    rels: &'a [&str],
) -> impl Iterator<Item = (&'a Link, Cow<'a, str>)> {
    let mut seen = HashSet::new();
    let wanted = entry.links.iter().filter(|link| rels.contains(&link.rel.as_str()));
    let sound = wanted.filter_map(|link| Some((link, safe::url(&link.href)?)));
    sound.filter(move |(link, href)| seen.insert((link.rel.as_str(), href.clone())))
}

/// The page of an entry, and the page elsewhere that it is about, whichever of the two its link leads to.
pub(super) fn pages(entry: &Entry) -> (Option<Cow<'_, str>>, Option<Cow<'_, str>>) {
    let page = address(entry);
    let is_others = |href: &str| entry.also.iter().any(|other| other.url == href);
    let mut about = links(entry, &["related"]).filter(|(link, _)| !is_others(&link.href));
    let Some((_, about)) = about.next() else { return (page, None) };
    let home = entry.source.as_ref().and_then(|source| source.link.as_deref()).and_then(url::site);
    let at_home = |page: &str| home.is_some() && url::site(page) == home;
    match page {
        Some(page) if at_home(&about) && !at_home(&page) => (Some(about), Some(page)),
        page => (page, Some(about)),
    }
}

/// The files that belong to an entry, with sound addresses, each once.
pub(super) fn enclosures(entry: &Entry) -> impl Iterator<Item = (&Enclosure, Cow<'_, str>)> {
    let mut seen = HashSet::new();
    let sound = entry.enclosures.iter().filter_map(|file| Some((file, safe::url(&file.url)?)));
    sound.filter(move |(_, url)| seen.insert(url.clone()))
}

/// A duration as formats and readers take it: in whole seconds, one at least. Of a document in which it
/// is no whole number some readers take nothing.
pub(super) fn whole_seconds(seconds: f64) -> Option<u64> {
    (seconds.is_finite() && seconds > 0.0).then(|| (seconds.round() as u64).max(1))
}

/// The licence's address.
pub(super) fn license(entry: &Entry) -> Option<Cow<'_, str>> {
    let linked = || links(entry, &["license"]).next().map(|(_, href)| href);
    entry.license.as_deref().and_then(safe::url).or_else(linked)
}

/// A person's name: the name, else the page about them. A mail address is nobody's name.
pub(super) fn name(person: &Person) -> Option<Cow<'_, str>> {
    let name = person.name.as_deref().and_then(mail::name).and_then(safe::label);
    name.or_else(|| person.uri.as_deref().and_then(safe::url))
}

/// Who is named as the author of an entry.
pub(super) struct Byline<'a> {
    pub(super) name: Cow<'a, str>,
    /// Where there is one to be published.
    pub(super) email: Option<&'a str>,
    pub(super) uri: Option<Cow<'a, str>>,
}

/// A person that has a name, or a mail address that may be published.
pub(super) fn byline(person: &Person) -> Option<Byline<'_>> {
    let email = person.email.as_deref().and_then(safe::email);
    let uri = person.uri.as_deref().and_then(safe::url);
    Some(Byline { name: name(person).or(email.map(Cow::Borrowed))?, email, uri })
}

/// Who wrote an entry: its own people; where another's entry names nobody, those of its feed, else the
/// feed itself. Else readers would take us for its author.
pub(super) fn authors(entry: &Entry) -> Vec<Byline<'_>> {
    let own: Vec<_> = entry.authors.iter().filter_map(byline).collect();
    match entry.source.as_deref() {
        Some(source) if own.is_empty() => source_authors(source),
        _ => own,
    }
}

/// Whom a feed names as its author, else the feed itself.
pub(super) fn source_authors(source: &Provenance) -> Vec<Byline<'_>> {
    let people: Vec<_> = source.authors.iter().filter_map(byline).collect();
    if !people.is_empty() {
        return people;
    }
    let uri = source.link.as_deref().and_then(safe::url);
    source_title(source).map(|name| Byline { name, email: None, uri }).into_iter().collect()
}

/// The name of the feed an entry was taken from.
pub(super) fn source_title(source: &Provenance) -> Option<Cow<'_, str>> {
    let title = source.title.as_deref().and_then(safe::label);
    title.or_else(|| source.link.as_deref().and_then(safe::url)).or_else(|| source_feed(source))
}

/// The address of the feed document an entry was taken from.
pub(super) fn source_feed(source: &Provenance) -> Option<Cow<'_, str>> {
    source.feed.as_deref().and_then(safe::url)
}

/// The MIME type as given, else told by the address, else that of unknown bytes.
pub(super) fn mime<'a>(given: Option<&'a str>, url: &str) -> &'a str {
    given.and_then(safe::mime).or_else(|| mime_by_ending(url)).unwrap_or("application/octet-stream")
}

fn mime_by_ending(url: &str) -> Option<&'static str> {
    let path = url.split(['?', '#']).next()?;
    let (_, ending) = path.rsplit_once('.')?;
    let ending = ending.to_ascii_lowercase();
    ENDINGS.iter().find(|(known, _)| *known == ending).map(|(_, mime)| *mime)
}

/// Endings of files that news feeds attach.
const ENDINGS: [(&str, &str); 16] = [
    ("jpg", "image/jpeg"),
    ("jpeg", "image/jpeg"),
    ("png", "image/png"),
    ("gif", "image/gif"),
    ("webp", "image/webp"),
    ("avif", "image/avif"),
    ("svg", "image/svg+xml"),
    ("mp3", "audio/mpeg"),
    ("m4a", "audio/mp4"),
    ("ogg", "audio/ogg"),
    ("opus", "audio/ogg"),
    ("wav", "audio/wav"),
    ("mp4", "video/mp4"),
    ("m4v", "video/mp4"),
    ("webm", "video/webm"),
    ("pdf", "application/pdf"),
];
