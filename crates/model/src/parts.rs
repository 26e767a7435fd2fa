//! What feeds and entries are made of: people, categories, links, files, media, provenance.
//!
//! Lists of these are most of some feeds, so what few of them say is kept aside.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::Text;
use super::aside::{Aside, Nothing, kept_aside};
use super::flat::flat;

/// A person or an organisation (RFC 4287 3.2). At least one field is set, those [aside](Reach) included.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Person {
    /// Name for people to read.
    pub name: Option<String>,
    /// Where to find them.
    pub reach: Aside<Reach>,
}

/// Where a person is found.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Reach {
    /// E-mail address.
    pub email: Option<String>,
    /// Home page.
    pub uri: Option<String>,
}

impl Person {
    /// A person of whom this is known.
    pub fn new(name: Option<String>, email: Option<String>, uri: Option<String>) -> Self {
        Self { name, reach: Reach { email, uri }.into() }
    }
}

/// A category (RFC 4287 4.2.2; RSS `category`, with `domain` as scheme), with its [naming](Naming).
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Category {
    /// The category itself.
    pub term: String,
    /// Where the term is from and what people call it.
    pub naming: Aside<Naming>,
}

/// Where a category's term is from and what people call it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Naming {
    /// The scheme it is taken from.
    pub scheme: Option<String>,
    /// Label for people, if it differs from the term.
    pub label: Option<String>,
}

impl Category {
    /// A category of which this is known.
    pub fn new(term: impl Into<String>, scheme: Option<String>, label: Option<String>) -> Self {
        Self { term: term.into(), naming: Naming { scheme, label }.into() }
    }
}

/// A link (RFC 4287 4.2.7), with what is known of its [target](Target). A missing `rel` has become `alternate`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Link {
    /// Relation: `alternate`, `self`, `via`, `related`, `hub`, `license`, …
    pub rel: String,
    /// The address, absolute where a base was known.
    pub href: String,
    /// MIME type.
    pub mime: Option<String>,
    /// What else is known of what is linked.
    pub target: Aside<Target>,
}

/// What few links say of what they lead to.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Target {
    /// Title for people.
    pub title: Option<String>,
    /// Size in bytes.
    pub length: Option<u64>,
    /// Its language.
    pub hreflang: Option<String>,
    /// When the answers there last changed (RFC 4685 `thr:updated`).
    pub updated: Option<DateTime<Utc>>,
}

impl Link {
    /// A link of which only this is known.
    pub fn new(rel: impl Into<String>, href: impl Into<String>) -> Self {
        Self { rel: rel.into(), href: href.into(), ..Self::default() }
    }

    /// The link with a title for people.
    pub fn titled(mut self, title: Option<String>) -> Self {
        self.target = Target { title, ..self.target.take() }.into();
        self
    }

    /// Whether it says more than where it leads and to what.
    pub fn is_described(&self) -> bool {
        self.mime.is_some() || *self.target != *Target::NOTHING
    }
}

/// A file that belongs to an entry (RSS `enclosure`, Atom `link rel="enclosure"`, JSON Feed attachment).
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Enclosure {
    /// Address.
    pub url: String,
    /// MIME type.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub mime: Option<String>,
    /// Size in bytes; `None` where the feed does not say or says nonsense.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub length: Option<u64>,
}

/// One media object (Media RSS `media:content`, JSON Feed attachment with a duration), with what is
/// [said](Said) of it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Media {
    /// Address.
    pub url: String,
    /// MIME type.
    pub mime: Option<String>,
    /// `image`, `audio`, `video`, `document` or `executable`.
    pub medium: Option<String>,
    /// Pixels.
    pub width: Option<u32>,
    /// Pixels.
    pub height: Option<u32>,
    /// Length of play in seconds.
    pub duration_seconds: Option<f64>,
    /// Size in bytes.
    pub length: Option<u64>,
    /// Objects with the same number are one `media:group`: the same thing in several forms.
    pub group: Option<u32>,
    /// Whether it is the one of its group to be shown where there is no choice.
    pub is_default: bool,
    /// What is said of it.
    pub said: Aside<Said>,
}

/// What may be said of a media object, and the [terms](Terms) it is under.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Said {
    /// Title, plain text.
    pub title: Option<String>,
    /// Description, also the alternative text of an image; plain text.
    pub description: Option<String>,
    /// Whose it is and who may see it.
    pub terms: Aside<Terms>,
}

/// Whose a media object is and who may see it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Terms {
    /// People to credit: role (lower case) and name.
    pub credits: Vec<(String, String)>,
    /// Copyright notice.
    pub copyright: Option<String>,
    /// Rating as given, e.g. `nonadult`.
    pub rating: Option<String>,
    /// Countries in which it may (`allow …`) or may not (`deny …`) be shown.
    pub restriction: Option<String>,
}

/// The feed an entry was taken from (`atom:source`, RSS `source`): who published it first, with the rest
/// of its [record](Record).
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Provenance {
    /// Id of that feed; RSS knows its address alone.
    pub id: Option<String>,
    /// Its title, plain text.
    pub title: Option<String>,
    /// Address of the feed document.
    pub feed: Option<String>,
    /// What else the feed says of itself.
    pub record: Aside<Record>,
}

/// What `atom:source` can say of a feed and RSS cannot.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Record {
    /// Its home page.
    pub link: Option<String>,
    /// When it last changed.
    pub updated: Option<DateTime<Utc>>,
    /// Its rights statement.
    pub rights: Option<Text>,
    /// Its authors.
    pub authors: Vec<Person>,
}

impl Nothing for Reach {
    const NOTHING: &'static Self = &Self { email: None, uri: None };
}

impl Nothing for Naming {
    const NOTHING: &'static Self = &Self { scheme: None, label: None };
}

impl Nothing for Target {
    const NOTHING: &'static Self = &Self { title: None, length: None, hreflang: None, updated: None };
}

impl Nothing for Said {
    const NOTHING: &'static Self = &Self { title: None, description: None, terms: Aside::NOTHING };
}

impl Nothing for Terms {
    const NOTHING: &'static Self =
        &Self { credits: Vec::new(), copyright: None, rating: None, restriction: None };
}

impl Nothing for Record {
    const NOTHING: &'static Self = &Self { link: None, updated: None, rights: None, authors: Vec::new() };
}

kept_aside! {
    Person.reach -> Reach,
    Category.naming -> Naming,
    Link.target -> Target,
    Media.said -> Said,
    Said.terms -> Terms,
    Provenance.record -> Record,
}

flat!(Person { name: Option<String>, email: Option<String>, uri: Option<String> });
flat!(Category { term: String, scheme: Option<String>, label: Option<String> });
flat!(Link {
    rel: String,
    href: String,
    mime as "type": Option<String>,
    title: Option<String>,
    length: Option<u64>,
    hreflang: Option<String>,
    updated: Option<DateTime<Utc>>,
});
flat!(Media {
    url: String,
    mime as "type": Option<String>,
    medium: Option<String>,
    width: Option<u32>,
    height: Option<u32>,
    duration_seconds: Option<f64>,
    length: Option<u64>,
    group: Option<u32>,
    title: Option<String>,
    description: Option<String>,
    credits: Vec<(String, String)>,
    copyright: Option<String>,
    rating: Option<String>,
    restriction: Option<String>,
    is_default: bool,
});
flat!(Provenance {
    id: Option<String>,
    title: Option<String>,
    link: Option<String>,
    feed: Option<String>,
    updated: Option<DateTime<Utc>>,
    rights: Option<Text>,
    authors: Vec<Person>,
});
