//! Settings that rooms take. [`crate::config`] fills them from `copydesk.toml`.

use std::net::IpAddr;
use std::time::Duration;

use serde::{Deserialize, Serialize};

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
}

/// A section: a combined feed of its own.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Section {
    /// Folder name under the publish folder.
    pub slug: String,
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
}

/// How we behave on the web.
#[derive(Debug, Clone)]
pub struct Manners {
    /// `User-Agent` header.
    pub user_agent: String,
    /// Requests under way at once.
    pub in_flight: usize,
    /// Of them to one host.
    pub per_host: usize,
    /// Pause between two requests to one host.
    pub gap: Duration,
    /// For the whole of a run's fetching.
    pub deadline: Duration,
    /// Private address ranges that may be asked all the same: network and prefix length.
    pub allow_addresses: Vec<(IpAddr, u8)>,
    /// Bytes on the wire for one document.
    pub max_wire_bytes: u64,
    /// Bytes after decoding for one document.
    pub max_body_bytes: u64,
}
