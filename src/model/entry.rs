//! An entry of a feed: what nearly every one has, and aside from it what many and what few have.
//!
//! A feed of headlines has tens of thousands of entries of a hundred bytes each, so an entry that
//! says little has to be small.

use std::ops::{Deref, DerefMut};
use std::sync::Arc;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::aside::{Aside, Nothing};
use super::{Also, Category, Credit, Enclosure, Link, Media, Person, Provenance, Text};

/// An item of a feed, normalised. Its [details](Detail), what is [rare](Rare) and what is [rarer still](Seldom) are read and set as if
/// they stood here: `entry.summary`, `entry.source`.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Entry {
    /// Atom id, RSS guid, JSON Feed id, character for character. `None` where the feed gave none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// The page at its publisher.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    /// First published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<DateTime<Utc>>,
    /// Last changed in a way that its publisher calls significant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated: Option<DateTime<Utc>>,
    /// Language tag, own or inherited.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<Arc<str>>,
    /// What a headline alone does not have.
    #[serde(flatten)]
    pub detail: Aside<Detail>,
}

/// What many entries have besides a headline.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Detail {
    /// Links that say more than `link` and `enclosures` do; see [`Entry::all_links`].
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<Link>,
    /// Who wrote it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub authors: Vec<Person>,
    /// Categories.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub categories: Vec<Category>,
    /// Short form.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<Text>,
    /// Full text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content: Option<Text>,
    /// Page for comments.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comments: Option<String>,
    /// Number of comments (`slash:comments`, `thr:total`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comment_count: Option<u32>,
    /// All the rest.
    #[serde(flatten)]
    pub rare: Aside<Rare>,
}

/// What few entries have.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Rare {
    /// Composed: the RSS guid where it differs from `id` (an opaque guid of an RSS origin).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub guid: Option<String>,
    /// Contributors.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub contributors: Vec<Person>,
    /// Files that belong to it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub enclosures: Vec<Enclosure>,
    /// The feed it was first published in, if it says so (`source`), or, composed, the upstream it came from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Box<Provenance>>,
    /// Rights statement.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rights: Option<Text>,
    /// Licence address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub license: Option<String>,
    /// Picture for a list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub thumbnail: Option<String>,
    /// Media objects.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub media: Vec<Media>,
    /// Composed: the outlets that it credits.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub credits: Vec<Credit>,
    /// Composed: others that tell the same story.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<Also>,
    /// All the rest.
    #[serde(flatten)]
    pub seldom: Aside<Seldom>,
}

/// What hardly any entry has.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Seldom {
    /// What it says it is derived from (`dc:source`): names or addresses, as they came.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub derived_from: Vec<String>,
    /// RFC 4685 `thr:in-reply-to`: ids of what it answers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub in_reply_to: Vec<String>,
    /// GeoRSS point: latitude and longitude in degrees.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub point: Option<(f64, f64)>,
    /// `podcast:transcript`: address and MIME type.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub transcripts: Vec<(String, Option<String>)>,
    /// `podcast:chapters` address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub chapters: Option<String>,
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
        rare: Aside::NOTHING,
    };
}

impl Nothing for Rare {
    const NOTHING: &'static Self = &Self {
        guid: None,
        contributors: Vec::new(),
        enclosures: Vec::new(),
        source: None,
        rights: None,
        license: None,
        thumbnail: None,
        media: Vec::new(),
        credits: Vec::new(),
        also: Vec::new(),
        seldom: Aside::NOTHING,
    };
}

impl Nothing for Seldom {
    const NOTHING: &'static Self = &Self {
        derived_from: Vec::new(),
        in_reply_to: Vec::new(),
        point: None,
        transcripts: Vec::new(),
        chapters: None,
    };
}

impl Deref for Entry {
    type Target = Detail;

    fn deref(&self) -> &Detail {
        &self.detail
    }
}

impl DerefMut for Entry {
    fn deref_mut(&mut self) -> &mut Detail {
        &mut self.detail
    }
}

impl Deref for Detail {
    type Target = Rare;

    fn deref(&self) -> &Rare {
        &self.rare
    }
}

impl DerefMut for Detail {
    fn deref_mut(&mut self) -> &mut Rare {
        &mut self.rare
    }
}

impl Deref for Rare {
    type Target = Seldom;

    fn deref(&self) -> &Seldom {
        &self.seldom
    }
}

impl DerefMut for Rare {
    fn deref_mut(&mut self) -> &mut Seldom {
        &mut self.seldom
    }
}

impl Entry {
    /// The texts of the entry, which may be HTML.
    pub fn texts(&mut self) -> impl Iterator<Item = &mut Text> {
        let detail = self.detail.get_mut().map(|detail| {
            let rare = detail.rare.get_mut().map(|rare| {
                let source = rare.source.as_mut().and_then(|source| source.rights.as_mut());
                rare.rights.as_mut().into_iter().chain(source)
            });
            let own = [&mut detail.summary, &mut detail.content].into_iter().flatten();
            own.chain(rare.into_iter().flatten())
        });
        self.title.iter_mut().chain(detail.into_iter().flatten())
    }

    /// Every link, as Atom has them (RFC 4287 4.2.7): `link`, `links` and `enclosures`, each once.
    pub fn all_links(&self) -> Vec<Link> {
        let page = self.link.iter().map(|href| Link::new("alternate", href.clone()));
        let files = self.enclosures.iter().map(|file| Link {
            mime: file.mime.clone(),
            length: file.length,
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
        assert!(size_of::<Entry>() <= 152, "{}", size_of::<Entry>());
        assert!(size_of::<Detail>() <= 208, "{}", size_of::<Detail>());
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
