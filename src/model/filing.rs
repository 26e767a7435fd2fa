//! What passes between the pipeline and the store: entries before and after they are filed.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{Credit, Entry, Filing, Provenance, Relation, Status, Text};

/// What a key is made of, the strongest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum KeyKind {
    /// Path or id of one of our own records.
    Record,
    /// The guid, character for character.
    Guid,
    /// The canonical address, with the place in the page where several entries share a page.
    Address,
    /// The canonical address together with the headline.
    AddressAndTitle,
    /// The headline together with the second of publication.
    TitleAndTime,
    /// Headline and text, plain, white space folded.
    Content,
    /// The headline alone: says enough only where a whole feed changed its ids.
    Title,
}

impl KeyKind {
    /// All kinds, the strongest first. The store keeps a kind as its place in this list.
    pub const ALL: [Self; 7] = [
        Self::Record,
        Self::Guid,
        Self::Address,
        Self::AddressAndTitle,
        Self::TitleAndTime,
        Self::Content,
        Self::Title,
    ];

    /// For people.
    pub fn name(self) -> &'static str {
        match self {
            Self::Record => "record",
            Self::Guid => "guid",
            Self::Address => "address",
            Self::AddressAndTitle => "address and headline",
            Self::TitleAndTime => "headline and time of publication",
            Self::Content => "content",
            Self::Title => "headline",
        }
    }
}

/// What a key may be used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum KeyUse {
    /// It names its entry.
    Finds,
    /// Remembered, and asked only where the guid turns out to name nobody, or a whole feed changed its ids.
    Kept,
    /// Several items of one document have it: from now on it names nobody.
    Shared,
}

/// One way to recognise an entry again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    /// Print of source, kind and value.
    pub hash: i64,
    /// What it is made of.
    pub kind: KeyKind,
    /// What it may be used for.
    pub usage: KeyUse,
}

/// An entry on its way into the store.
#[derive(Debug, Clone, PartialEq)]
pub struct Incoming {
    /// As it came.
    pub entry: Entry,
    /// How it may be recognised, the strongest first.
    pub keys: Vec<Key>,
    /// The id to publish if the entry turns out to be new.
    pub id: String,
    /// The id to publish if it is new and another entry of its source has `id` already.
    pub second_id: String,
    /// The opaque guid that RSS may keep instead of `id`.
    pub guid: Option<String>,
    /// Print of the content as it came; equal prints mean nothing changed.
    pub print: i64,
    /// When it was published, as far as anybody knows.
    pub published: DateTime<Utc>,
    /// When it last changed, by its publisher's word; never before `published`.
    pub updated: DateTime<Utc>,
    /// The feed it came from; `None` for our own articles.
    pub provenance: Option<Provenance>,
    /// Sections named by an article record.
    pub sections: Vec<String>,
    /// Credits that an article record brings along.
    pub credits: Vec<Credit>,
    /// Whether it may be shown.
    pub status: Status,
    /// Not to be shown or used before this time.
    pub embargo: Option<DateTime<Utc>>,
    /// Whether neither it nor its record says when it was published.
    pub undated: bool,
}

/// How an entry that is new comes in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Way {
    /// Into the fronts, by its date.
    #[default]
    Front,
    /// Straight into the archives: it came with a source that is new to the desk, behind its newest.
    Archive,
    /// Nowhere, until a person releases it.
    Held,
}

/// An entry as the store holds it.
#[derive(Debug, Clone, PartialEq)]
pub struct Stored {
    /// The row; stable within one database, never published.
    pub row: i64,
    /// Key of its source; [`OWN`] for our own articles.
    pub source: String,
    /// The published id.
    pub id: String,
    /// The opaque guid that RSS keeps instead.
    pub guid: Option<String>,
    /// As it came last.
    pub entry: Entry,
    /// The feed it came from.
    pub provenance: Option<Provenance>,
    /// Published.
    pub published: DateTime<Utc>,
    /// Content last changed.
    pub updated: DateTime<Utc>,
    /// First met by copydesk.
    pub first_seen: DateTime<Utc>,
    /// Sections named by an article record.
    pub sections: Vec<String>,
    /// Before settling: credits the record brought; after: all that were found.
    pub credits: Vec<Credit>,
    /// Whether it may be shown.
    pub status: Status,
    /// Not to be shown or used before this time.
    pub embargo: Option<DateTime<Utc>>,
    /// Where it was filed; `None` until it is settled.
    pub filing: Option<Filing>,
    /// The key it was last recognised by; `None` if it was met only once.
    pub known_by: Option<KeyKind>,
    /// Since when it is frozen, because it went back and forth between versions.
    pub frozen: Option<DateTime<Utc>>,
    /// What its page says, where its source cuts its texts and its page was read.
    pub page: Option<Page>,
}

/// The text of an entry's page, kept beside what its feed has.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Page {
    /// The text.
    pub text: Text,
    /// Credits that stood in the page's furniture and so not in the text.
    pub credits: Vec<Credit>,
}

/// The source key of our own articles.
pub const OWN: &str = "own";

impl Stored {
    /// The same, its text that of its page where that is known: what matching and credits look at.
    pub fn with_page(mut self) -> Self {
        if let Some(page) = self.page.take() {
            self.credits.extend(page.credits);
            self.entry.content = Some(page.text);
        }
        self
    }

    /// Whether it is one of our own articles.
    pub fn is_own(&self) -> bool {
        self.source == OWN
    }

    /// The relation to its story; `Original` until settled.
    pub fn relation(&self) -> Relation {
        self.filing.as_ref().map_or(Relation::Original, |filing| filing.relation)
    }
}

/// That an entry belongs to a section, and the rule that says so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Placement {
    /// The section's slug.
    pub section: String,
    /// For people: `category "US TV"`, `source Digital Spy`, …
    pub rule: String,
}

/// A story in a section: the entry that stands for it and the others that tell it.
#[derive(Debug, Clone, PartialEq)]
pub struct FrontStory {
    /// The lead.
    pub lead: Stored,
    /// The others, in order of publication.
    pub others: Vec<Stored>,
}

/// What the file system says of a published document: as long as it stays, so do the bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamp {
    /// Bytes.
    pub length: u64,
    /// Nanoseconds since 1970.
    pub modified: i64,
}
