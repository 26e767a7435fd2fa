//! Settings that rooms take. [`crate::config`] fills them from `copydesk.toml`.

use std::net::IpAddr;
use std::time::Duration;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::{Filter, Podcast, Span, Veil};

/// What may be shown of a source's entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Rights {
    /// Title and link.
    Headline,
    /// Also a summary, cut at a sentence.
    #[default]
    Summary,
    /// Everything.
    Full,
}

impl Rights {
    /// The word in the configuration.
    pub fn word(self) -> &'static str {
        match self {
            Self::Headline => "headline",
            Self::Summary => "summary",
            Self::Full => "full",
        }
    }

    /// What a word in the configuration means.
    pub fn named(word: &str) -> Option<Self> {
        [Self::Headline, Self::Summary, Self::Full].into_iter().find(|rights| rights.word() == word)
    }
}

/// What becomes of a source's entries that are dated ahead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FutureDates {
    /// They are published now, with now as their date.
    #[default]
    Clamp,
    /// They wait until their date, as evidence too.
    Hold,
    /// They are not taken in before their date.
    Drop,
}

/// What becomes of a source's pictures and other media.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Images {
    /// They are linked, where they are.
    #[default]
    Link,
    /// They are not shown.
    Hide,
}

/// The publishing site.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Site {
    /// Name of the site.
    pub title: String,
    /// Its home page.
    pub home: String,
    /// Address of the publish folder, with a slash at the end.
    pub base_url: String,
    /// Language tag.
    pub language: String,
    /// Page that reaches the operator; part of the User-Agent.
    pub contact: Option<String>,
    /// WebSub hubs that every feed names.
    pub hubs: Vec<String>,
    /// Rights statement of the feeds as a whole; entries keep their own.
    pub rights: Option<String>,
    /// Address of a picture of the site.
    pub logo: Option<String>,
    /// Address of a small square picture of the site.
    pub icon: Option<String>,
    /// Whether mail addresses of people are published.
    pub mail: bool,
    /// Whether links are published without parameters that only track.
    pub clean_links: bool,
}

/// Which entries of a source go to the fronts when they come all at once; 0 sets no limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Backlog {
    /// So many of the newest, when it is new to a desk that has published.
    pub newest: usize,
    /// Those of the last so many days.
    pub days: u32,
    /// So many old or undated ones of a source that is known are held.
    pub burst: usize,
}

/// Where hubs call us, below the address of the publish folder.
pub const CALLED_AT: &str = "_hub/";

/// A section: a combined feed of its own.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Section {
    /// Folder name under the publish folder.
    pub slug: String,
    /// Folder names that it had, the oldest first.
    pub formerly: Vec<String>,
    /// The last day on which those lead here; without it they do so for ever.
    pub redirect_until: Option<NaiveDate>,
    /// Title for people.
    pub title: String,
    /// Description for people.
    pub description: Option<String>,
    /// Entries of these categories belong here; compared without regard to case.
    pub categories: Vec<String>,
    /// Entries with one of these words or phrases in title or summary belong here.
    pub keywords: Vec<String>,
    /// Only entries in these languages (primary subtag); empty for all.
    pub languages: Vec<String>,
    /// Entries in the front.
    pub limit: usize,
    /// Whether the visible credit line is added to the content.
    pub credit_line: bool,
    /// Language tag, where it is not the site's.
    pub language: Option<String>,
    /// Stories of one source in the front, or in each day or hour of it; 0 for any number.
    pub per_source: usize,
    /// Whether these are counted by day or hour.
    pub per_source_in: Span,
    /// Which of the entries that belong here are kept out.
    pub filters: Vec<Filter>,
    /// Bytes that a document should stay below; 0 for any number.
    pub max_bytes: usize,
    /// Entries of an archive (RFC 5005); 0 for no archives.
    pub archive_size: usize,
    /// Share of its stories, 0 to 1, that a section may lose between two runs; at 1 it may lose all.
    pub shrink_guard: f64,
    /// What makes it a podcast; then only entries with a recording belong to it.
    pub podcast: Option<Podcast>,
}

impl Section {
    /// Whether the folder names that it had lead here at this time.
    pub fn is_redirected_to(&self, now: DateTime<Utc>) -> bool {
        self.redirect_until.is_none_or(|last| now.date_naive() <= last)
    }
}

/// How we behave on the web.
#[derive(Debug, Clone)]
pub struct Manners {
    /// `User-Agent` header.
    pub user_agent: String,
    /// Requests under way at once.
    pub in_flight: usize,
    /// Of them to one host, and to one address.
    pub per_host: usize,
    /// Pause between two requests to one host.
    pub gap: Duration,
    /// For the whole of one fetch, redirects included.
    pub timeout: Duration,
    /// For the whole of a run's fetching.
    pub deadline: Duration,
    /// Private address ranges that may be asked all the same: network and prefix length.
    pub allow_addresses: Vec<(IpAddr, u8)>,
    /// Hosts that may be asked wherever they are, at this port only: `intra.example:8080`.
    pub allow_hosts: Vec<(String, u16)>,
    /// Bytes on the wire for one document.
    pub max_wire_bytes: u64,
    /// Bytes after decoding for one document.
    pub max_body_bytes: u64,
    /// Bytes of documents that are held at once, whatever their number.
    pub max_held_bytes: u64,
    /// The ways around that the environment names.
    pub proxies: Proxies,
}

impl Default for Manners {
    fn default() -> Self {
        Self {
            user_agent: concat!("copydesk/", env!("CARGO_PKG_VERSION")).to_owned(),
            in_flight: 32,
            per_host: 1,
            gap: Duration::from_secs(1),
            timeout: Duration::from_secs(60),
            deadline: Duration::from_secs(540),
            allow_addresses: Vec::new(),
            allow_hosts: Vec::new(),
            max_wire_bytes: 10 << 20,
            max_body_bytes: 20 << 20,
            max_held_bytes: 40 << 20,
            proxies: Proxies::default(),
        }
    }
}

/// Proxies for every source that names none of its own (`HTTP_PROXY`, `HTTPS_PROXY`, `NO_PROXY`).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Proxies {
    /// For http addresses.
    pub http: Option<Secret>,
    /// For https addresses.
    pub https: Option<Secret>,
    /// Hosts that are asked directly, as `NO_PROXY` lists them.
    pub not_for: String,
}

/// How one source is asked, where that differs from the rest.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Switches {
    /// User and password, `user:password`.
    pub login: Option<Secret>,
    /// A bearer token.
    pub token: Option<Secret>,
    /// A fixed `Cookie` header.
    pub cookie: Option<Secret>,
    /// Whether HTTP/2 is not to be used.
    pub http1: bool,
    /// Whether certificates are not to be looked at.
    pub insecure: bool,
    /// What stands between us and the source.
    pub proxy: Proxy,
    /// Whether the source's own words may bring visits closer than an hour apart.
    pub eager: bool,
    /// Pause between two requests to its host, where longer than everybody's.
    pub gap: Option<Duration>,
    /// Bytes on the wire for its document; after decoding it may have twice as many.
    pub max_wire_bytes: Option<u64>,
    /// What lies over everything that is told of it.
    pub veil: Veil,
}

/// What stands between us and a source.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub enum Proxy {
    /// What the environment says.
    #[default]
    AsUsual,
    /// Nothing, whatever the environment says.
    None,
    /// This one: `http://`, `https://`, `socks5://` or `socks5h://`.
    Through(Secret),
}

/// A text that no message, log or debug output shows.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Secret(String);

impl Secret {
    /// Wraps a text.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The text, for the one place that needs it.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("(secret)")
    }
}
