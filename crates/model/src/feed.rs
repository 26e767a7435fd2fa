//! A feed and what its parts are made of, whatever format they came in or go out as.
//!
//! One model for RSS, Atom, JSON Feed and CDF. Where the formats differ, Atom's words
//! (RFC 4287) are used, since they are the most exact.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{Category, Entry, Format, Link, Person, Repair, Text};

/// What is known of a document besides its bytes. All of it may be wrong.
#[derive(Debug, Clone, Copy, Default)]
pub struct Hints<'a> {
    /// Address the document was fetched from, after redirects; relative URLs are resolved against it.
    pub base_url: Option<&'a str>,
    /// The HTTP `Content-Type` header, with its charset.
    pub content_type: Option<&'a str>,
}

/// A document that was read: the feed, and what it took to read it.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// The specification the document follows.
    pub format: Format,
    /// The encoding it was decoded from, as a lower-case WHATWG label, e.g. `utf-8`.
    pub encoding: String,
    /// What had to be mended; empty for a well-formed document.
    pub repairs: Vec<Repair>,
    /// The feed itself.
    pub feed: Feed,
}

/// An entry that was withdrawn (RFC 6721 `at:deleted-entry`).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Deleted {
    /// Its id.
    pub id: String,
    /// Its RSS guid, where that is another.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub guid: Option<String>,
    /// When it was withdrawn.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<DateTime<Utc>>,
    /// What readers are told of it, plain text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
}

/// A feed: what it says of itself, and its entries in document order.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Feed {
    /// Atom id, or the JSON Feed's `feed_url`; RSS has none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    /// RSS `description`, Atom `subtitle`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subtitle: Option<Text>,
    /// The web page the feed belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
    /// The feed's own public address, as it states it.
    #[serde(rename = "self", skip_serializing_if = "Option::is_none")]
    pub self_link: Option<String>,
    /// WebSub hubs.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub hubs: Vec<String>,
    /// All links, those above included.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<Link>,
    /// Language tag (BCP 47).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// Rights statement.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rights: Option<Text>,
    /// Licence address (RFC 4946, creativeCommons, podcast:license).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub license: Option<String>,
    /// Name of the program that made it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub generator: Option<String>,
    /// Small square picture.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub icon: Option<String>,
    /// Larger picture.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub logo: Option<String>,
    /// RSS `pubDate`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<DateTime<Utc>>,
    /// RSS `lastBuildDate`, Atom `updated`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated: Option<DateTime<Utc>>,
    /// Who is responsible for the feed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub authors: Vec<Person>,
    /// Those of them who wrote what names nobody else: a feed's editor or owner did not.
    #[serde(skip)]
    pub authors_of_entries: Vec<Person>,
    /// Contributors.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub contributors: Vec<Person>,
    /// Categories.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub categories: Vec<Category>,
    /// RSS `ttl`, minutes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ttl_minutes: Option<u32>,
    /// Hours of the day, 0 to 23 GMT, in which nobody needs to ask.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub skip_hours: Vec<u8>,
    /// English names of the days on which nobody needs to ask.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub skip_days: Vec<String>,
    /// `sy:updatePeriod` divided by `sy:updateFrequency`, seconds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub update_period_seconds: Option<u64>,
    /// RFC 5005 `fh:complete`: what is not in the document is gone.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub complete: bool,
    /// JSON Feed `expired`: nothing new will come.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub expired: bool,
    /// RSS `expirationDate`: from when on nothing new comes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expires: Option<DateTime<Utc>>,
    /// RFC 5005 `fh:archive`: this is an archive document.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub archive: bool,
    /// `itunes:explicit`: whether it is not for children.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub explicit: Option<bool>,
    /// `podcast:guid`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub podcast_guid: Option<String>,
    /// `podcast:locked`: the publisher asks that this feed be imported nowhere else.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub locked: bool,
    /// Where the publisher says the feed has moved (`itunes:new-feed-url`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub moved_to: Option<String>,
    /// RFC 6721 tombstones: entries that were withdrawn.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub deleted: Vec<Deleted>,
    /// Place of the entry in which the document was cut short: nobody knows what it would have said.
    #[serde(skip)]
    pub cut: Option<usize>,
    /// The entries, in the order of the document.
    #[serde(skip)]
    pub entries: Vec<Entry>,
}

impl Feed {
    /// The texts of the feed itself, which may be HTML; not those of its entries.
    pub fn texts(&mut self) -> impl Iterator<Item = &mut Text> {
        [&mut self.title, &mut self.subtitle, &mut self.rights].into_iter().flatten()
    }
}
