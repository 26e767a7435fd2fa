//! An entry of a feed: what nearly every one has, and aside from it what many and what few have.
//!
//! A feed of headlines has tens of thousands of entries of a hundred bytes each, so an entry that
//! says little has to be small.

use chrono::{DateTime, Utc};

use super::aside::{Aside, Nothing, kept_aside};
use super::flat::flat;
use super::{Also, Category, Credit, Enclosure, Link, Media, Person, Provenance, Shared, Target, Text};

/// An item of a feed, normalised. Its [details](Detail), what is [rare](Rare), [rarer still](Seldom) and
/// what [composing](Composed) adds are read and set as if they stood here: `entry.summary`, `entry.rights`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Entry {
    /// Atom id, RSS guid, JSON Feed id, character for character. `None` where the feed gave none.
    pub id: Option<String>,
    /// Title.
    pub title: Option<Text>,
    /// The page at its publisher.
    pub link: Option<String>,
    /// First published.
    pub published: Option<DateTime<Utc>>,
    /// Last changed in a way that its publisher calls significant.
    pub updated: Option<DateTime<Utc>>,
    /// Language tag, own or inherited.
    pub language: Option<Shared>,
    /// What a headline alone does not have.
    pub detail: Aside<Detail>,
}

/// What many entries have besides a headline.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Detail {
    /// Links that say more than `link` and `enclosures` do; see [`Entry::all_links`].
    pub links: Vec<Link>,
    /// Who wrote it.
    pub authors: Vec<Person>,
    /// Categories.
    pub categories: Vec<Category>,
    /// Short form.
    pub summary: Option<Text>,
    /// Full text.
    pub content: Option<Text>,
    /// Page for comments.
    pub comments: Option<String>,
    /// Number of comments (`slash:comments`, `thr:total`).
    pub comment_count: Option<u32>,
    /// The feed it was first published in, if it says so (`source`), or, composed, the upstream it came from.
    pub source: Option<Box<Provenance>>,
    /// All the rest.
    pub rare: Aside<Rare>,
}

/// What few entries have: files and pictures.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Rare {
    /// Files that belong to it.
    pub enclosures: Vec<Enclosure>,
    /// Media objects.
    pub media: Vec<Media>,
    /// `podcast:transcript`: address and MIME type.
    pub transcripts: Vec<(String, Option<String>)>,
    /// Picture for a list.
    pub thumbnail: Option<String>,
    /// All the rest.
    pub seldom: Aside<Seldom>,
}

/// What hardly any entry has.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Seldom {
    /// Contributors.
    pub contributors: Vec<Person>,
    /// Rights statement.
    pub rights: Option<Text>,
    /// Licence address.
    pub license: Option<String>,
    /// What it says it is derived from (`dc:source`): names or addresses, as they came.
    pub derived_from: Vec<String>,
    /// RFC 4685 `thr:in-reply-to`: ids of what it answers.
    pub in_reply_to: Vec<String>,
    /// GeoRSS point: latitude and longitude in degrees.
    pub point: Option<(f64, f64)>,
    /// `podcast:chapters` address.
    pub chapters: Option<String>,
    /// What no feed says.
    pub composed: Aside<Composed>,
}

/// What composing adds to an entry.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Composed {
    /// The RSS guid where it differs from `id` (an opaque guid of an RSS origin).
    pub guid: Option<String>,
    /// The outlets that it credits.
    pub credits: Vec<Credit>,
    /// Others that tell the same story.
    pub also: Vec<Also>,
    /// The origin has no headline: the title is there for formats that cannot go without.
    pub untitled: bool,
}

impl Nothing for Detail {
    const NOTHING: &'static Self = &Self {
        links: Vec::new(),
        authors: Vec::new(),
        categories: Vec::new(),
        summary: None,
        content: None,
        comments: None,
        comment_count: None,
        source: None,
        rare: Aside::NOTHING,
    };
}

impl Nothing for Rare {
    const NOTHING: &'static Self = &Self {
        enclosures: Vec::new(),
        media: Vec::new(),
        transcripts: Vec::new(),
        thumbnail: None,
        seldom: Aside::NOTHING,
    };
}

impl Nothing for Seldom {
    const NOTHING: &'static Self = &Self {
        contributors: Vec::new(),
        rights: None,
        license: None,
        derived_from: Vec::new(),
        in_reply_to: Vec::new(),
        point: None,
        chapters: None,
        composed: Aside::NOTHING,
    };
}

impl Nothing for Composed {
    const NOTHING: &'static Self =
        &Self { guid: None, credits: Vec::new(), also: Vec::new(), untitled: false };
}

kept_aside! {
    Entry.detail -> Detail,
    Detail.rare -> Rare,
    Rare.seldom -> Seldom,
    Seldom.composed -> Composed,
}

flat! {
    Entry {
        id: Option<String>,
        title: Option<Text>,
        link: Option<String>,
        published: Option<DateTime<Utc>>,
        updated: Option<DateTime<Utc>>,
        language: Option<Shared>,
        links: Vec<Link>,
        authors: Vec<Person>,
        categories: Vec<Category>,
        summary: Option<Text>,
        content: Option<Text>,
        comments: Option<String>,
        comment_count: Option<u32>,
        guid: Option<String>,
        contributors: Vec<Person>,
        enclosures: Vec<Enclosure>,
        source: Option<Box<Provenance>>,
        rights: Option<Text>,
        license: Option<String>,
        thumbnail: Option<String>,
        media: Vec<Media>,
        credits: Vec<Credit>,
        also: Vec<Also>,
        derived_from: Vec<String>,
        in_reply_to: Vec<String>,
        point: Option<(f64, f64)>,
        transcripts: Vec<(String, Option<String>)>,
        chapters: Option<String>,
    }
}

impl Entry {
    /// The texts of the entry, which may be HTML.
    pub fn texts(&mut self) -> impl Iterator<Item = &mut Text> {
        let detail = self.detail.get_mut().map(|detail| {
            let source = detail.source.as_mut().and_then(|source| source.record.get_mut());
            let rights = detail.rare.get_mut().and_then(|rare| rare.seldom.get_mut());
            let rights = rights.and_then(|seldom| seldom.rights.as_mut());
            let own = [&mut detail.summary, &mut detail.content].into_iter().flatten();
            own.chain(rights).chain(source.and_then(|source| source.rights.as_mut()))
        });
        self.title.iter_mut().chain(detail.into_iter().flatten())
    }

    /// Whether a file that belongs to it is heard or watched.
    pub fn is_recorded(&self) -> bool {
        let kinds = self.enclosures.iter().filter_map(|file| file.mime.as_deref());
        kinds.into_iter().any(|kind| kind.starts_with("audio/") || kind.starts_with("video/"))
    }

    /// Every link, as Atom has them (RFC 4287 4.2.7): `link`, `links` and `enclosures`, each once.
    pub fn all_links(&self) -> Vec<Link> {
        let page = self.link.iter().map(|href| Link::new("alternate", href.clone()));
        let files = self.enclosures.iter().map(|file| Link {
            mime: file.mime.clone(),
            target: Target { length: file.length, ..Target::default() }.into(),
            ..Link::new("enclosure", file.url.clone())
        });
        let mut all: Vec<Link> = self.links.clone();
        for link in page.chain(files) {
            if !self.links.iter().any(|known| known.rel == link.rel && known.href == link.href) {
                all.push(link);
            }
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_that_says_little_is_small() {
        assert!(size_of::<Entry>() <= 136, "{}", size_of::<Entry>());
        assert!(size_of::<Detail>() <= 200, "{}", size_of::<Detail>());
    }

    #[test]
    fn asking_for_what_is_not_there_costs_nothing_and_changes_nothing() {
        let mut entry = Entry::default();
        assert!(entry.source.is_none() && entry.detail.get_mut().is_none());
        entry.media.clear();
        assert_eq!(entry, Entry::default());
        let written = serde_json::to_string(&entry).unwrap_or_default();
        assert_eq!(written, "{}");
    }

    #[test]
    fn rare_facts_stand_beside_the_others_when_written_and_are_read_back() {
        let mut entry = Entry { id: Some("1".into()), ..Entry::default() };
        entry.comment_count = Some(3);
        let written = serde_json::to_string(&entry).unwrap_or_default();
        assert_eq!(written, r#"{"id":"1","comment_count":3}"#);
        assert_eq!(serde_json::from_str::<Entry>(&written).ok(), Some(entry));
    }
}
