//! A feed or an entry while it is being read: every fact with the rank of the place it came from.

use chrono::{DateTime, Utc};

use super::cursor::Element;
use super::find::{self, Find};
use super::limits::{MOST_PEOPLE, MOST_VALUES};
use super::lists::add;
use super::people;
use copydesk_model::{
    Category, Deleted, Detail, Enclosure, Entry, Feed, Link, Media, Person, Provenance, Rare, Seldom, Text,
};

/// A fact, and how good the place is that it was found in.
#[derive(Debug)]
pub(super) struct Slot<T> {
    rank: usize,
    value: Option<T>,
}

impl<T> Default for Slot<T> {
    fn default() -> Self {
        Self { rank: usize::MAX, value: None }
    }
}

impl<T> Slot<T> {
    /// Takes the value if the element stands before the one that gave the present value.
    pub(super) fn offer(&mut self, order: Find, element: &Element, value: Option<T>) {
        let rank = order.iter().position(|(ns, name)| element.is(*ns, name)).unwrap_or(order.len());
        self.offer_ranked(rank, value);
    }

    /// Takes the value if its rank is lower than that of the present value.
    pub(super) fn offer_ranked(&mut self, rank: usize, value: Option<T>) {
        if value.is_some() && rank < self.rank {
            (self.rank, self.value) = (rank, value);
        }
    }

    pub(super) fn take(&mut self) -> Option<T> {
        self.rank = usize::MAX;
        self.value.take()
    }
}

/// What elements of a feed or an entry have said so far.
#[derive(Debug, Default)]
pub(super) struct Draft {
    pub(super) title: Slot<Text>,
    pub(super) summary: Slot<Text>,
    pub(super) content: Slot<Text>,
    pub(super) id: Slot<String>,
    pub(super) link: Slot<String>,
    pub(super) published: Slot<DateTime<Utc>>,
    pub(super) updated: Slot<DateTime<Utc>>,
    pub(super) rights: Slot<Text>,
    pub(super) language: Slot<String>,
    pub(super) license: Slot<String>,
    pub(super) generator: Slot<String>,
    pub(super) image: Slot<String>,
    pub(super) icon: Slot<String>,
    pub(super) comment_count: Slot<u32>,
    pub(super) comments: Option<String>,
    pub(super) authors: Vec<(usize, Person)>,
    pub(super) contributors: Vec<Person>,
    pub(super) categories: Vec<Category>,
    pub(super) links: Vec<Link>,
    pub(super) enclosures: Vec<Enclosure>,
    pub(super) source: Option<Provenance>,
    pub(super) derived_from: Vec<String>,
    pub(super) media: Vec<Media>,
    pub(super) media_groups: u32,
    pub(super) in_reply_to: Vec<String>,
    pub(super) point: Option<(f64, f64)>,
    pub(super) transcripts: Vec<(String, Option<String>)>,
    pub(super) chapters: Option<String>,
    /// Length of play of the enclosure.
    pub(super) duration_seconds: Option<f64>,
    /// Whether the publisher calls it explicit.
    pub(super) explicit: Option<bool>,
    pub(super) latitude: Option<f64>,
    pub(super) longitude: Option<f64>,
    pub(super) channel: Channel,
}

/// What only a feed says.
#[derive(Debug, Default)]
pub(super) struct Channel {
    pub(super) ttl_minutes: Option<u32>,
    pub(super) skip_hours: Vec<u8>,
    pub(super) skip_days: Vec<String>,
    pub(super) period_seconds: Option<u64>,
    pub(super) frequency: Option<u64>,
    pub(super) complete: bool,
    pub(super) archive: bool,
    pub(super) expires: Option<DateTime<Utc>>,
    pub(super) podcast_guid: Option<String>,
    pub(super) locked: bool,
    pub(super) moved_to: Option<String>,
    pub(super) deleted: Vec<Deleted>,
    pub(super) entries: Entries,
    /// The entry in which the document ends.
    pub(super) cut: Option<usize>,
}

/// Entries of one document; those beyond are left out.
pub(super) const MAX_ENTRIES: usize = 100_000;

/// The entries read so far. They are most of a feed's memory and growing copies them, so room is
/// made once for as many as seem to be still to come.
#[derive(Debug, Default)]
pub(super) struct Entries {
    list: Vec<Entry>,
    /// Pieces of the document beyond the one in which the first entries stand.
    pieces: usize,
}

impl Entries {
    /// So many are held before it is worth asking how many come.
    const FEW: usize = 16;

    /// Adds one. `ahead` guesses how many will follow; it is asked once.
    pub(super) fn push(&mut self, entry: Entry, ahead: impl FnOnce() -> usize) {
        let known = self.list.len();
        if known == self.list.capacity() {
            let more = match known {
                0 => Self::FEW,
                Self::FEW => (ahead().max(Self::FEW) + 1).saturating_mul(self.pieces + 1),
                _ => known / 4,
            };
            self.list.reserve_exact(more.min(MAX_ENTRIES));
        }
        self.list.push(entry);
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    /// Says that so many pieces like the present one will follow.
    pub(super) fn expect(&mut self, pieces: usize) {
        self.pieces = pieces;
    }

    /// Whether there are as many as a document may have.
    pub(super) fn is_full(&self) -> bool {
        self.list.len() >= MAX_ENTRIES
    }

    /// The entries, without the room that was not needed.
    pub(super) fn finish(mut self) -> Vec<Entry> {
        if self.list.capacity() > self.list.len() + self.list.len() / 4 {
            self.list.shrink_to_fit();
        }
        self.list
    }
}

impl Draft {
    /// Adds an author, ranked by the element that names them.
    pub(super) fn author(&mut self, element: &Element, person: Option<Person>) {
        let rank = find::AUTHOR.iter().position(|(ns, name)| element.is(*ns, name));
        // One more than are kept, so that it is told.
        if let Some(person) = person.filter(|_| self.authors.len() <= MOST_PEOPLE) {
            add(&mut self.authors, (rank.unwrap_or(find::AUTHOR.len()), person));
        }
    }

    /// Adds an enclosure.
    pub(super) fn enclosure(&mut self, enclosure: Enclosure) {
        add(&mut self.enclosures, enclosure);
    }

    /// Adds a link. Nearly every entry has one or two, which need no room for four.
    pub(super) fn link_to(&mut self, link: Link) {
        add(&mut self.links, link);
    }

    /// Adds a category that is not there yet.
    pub(super) fn category(&mut self, category: Category) {
        let full = self.categories.len() > MOST_VALUES;
        if !category.term.is_empty() && !full && !self.categories.contains(&category) {
            add(&mut self.categories, category);
        }
    }

    /// The entry that was drafted.
    pub(super) fn into_entry(mut self) -> Entry {
        self.play_enclosure();
        let link = self.link.take();
        self.links.retain(|known| {
            known.rel != "alternate" || known.is_described() || link.as_ref() != Some(&known.href)
        });
        self.links.shrink_to_fit();
        let seldom = Seldom {
            contributors: self.contributors,
            rights: self.rights.take(),
            license: self.license.take(),
            derived_from: self.derived_from,
            in_reply_to: self.in_reply_to,
            point: self.point,
            chapters: self.chapters,
            ..Seldom::default()
        };
        let rare = Rare {
            enclosures: self.enclosures,
            media: self.media,
            transcripts: self.transcripts,
            thumbnail: self.image.take(),
            seldom: seldom.into(),
        };
        let detail = Detail {
            links: self.links,
            authors: people::chosen(self.authors),
            categories: self.categories,
            summary: self.summary.take(),
            content: self.content.take(),
            comments: self.comments,
            comment_count: self.comment_count.take(),
            source: self.source.map(Box::new),
            rare: rare.into(),
        };
        Entry {
            id: self.id.take(),
            title: self.title.take(),
            link,
            published: self.published.take(),
            updated: self.updated.take(),
            language: self.language.take().map(Into::into),
            detail: detail.into(),
        }
    }

    /// What is said of an enclosure's play becomes a media object, since an enclosure has no place for it.
    fn play_enclosure(&mut self) {
        let (seconds, explicit) = (self.duration_seconds, self.explicit);
        if seconds.is_none() && explicit.is_none() {
            return;
        }
        let Some(enclosure) = self.enclosures.first() else { return };
        if !self.media.iter().any(|media| media.url == enclosure.url) {
            let Enclosure { url, mime, length } = enclosure.clone();
            add(&mut self.media, Media { url, mime, length, ..Media::default() });
        }
        let Some(media) = self.media.iter_mut().find(|media| media.url == enclosure.url) else { return };
        media.duration_seconds = media.duration_seconds.or(seconds);
        let rating = explicit.map(|explicit| if explicit { "adult" } else { "nonadult" }.to_owned());
        media.rating = media.rating.take().or(rating);
    }

    /// The feed that was drafted.
    pub(super) fn into_feed(mut self) -> Feed {
        let channel = self.channel;
        let wrote = |rank: &usize| find::AUTHOR.get(*rank).is_some_and(|place| find::WRITERS.contains(place));
        let writers = self.authors.iter().filter(|(rank, _)| wrote(rank)).cloned().collect();
        let frequency = channel.frequency.unwrap_or(1).max(1);
        Feed {
            id: self.id.take(),
            title: self.title.take(),
            subtitle: self.summary.take(),
            link: self.link.take(),
            links: self.links,
            language: self.language.take(),
            rights: self.rights.take(),
            license: self.license.take(),
            generator: self.generator.take(),
            icon: self.icon.take(),
            logo: self.image.take(),
            published: self.published.take(),
            updated: self.updated.take(),
            authors: people::chosen(self.authors),
            authors_of_entries: people::chosen(writers),
            contributors: self.contributors,
            categories: self.categories,
            ttl_minutes: channel.ttl_minutes,
            skip_hours: channel.skip_hours,
            skip_days: channel.skip_days,
            update_period_seconds: channel.period_seconds.map(|period| period / frequency),
            complete: channel.complete,
            archive: channel.archive,
            expires: channel.expires,
            explicit: self.explicit,
            podcast_guid: channel.podcast_guid,
            locked: channel.locked,
            moved_to: channel.moved_to,
            deleted: channel.deleted,
            cut: channel.cut,
            entries: channel.entries.finish(),
            ..Feed::default()
        }
    }
}
