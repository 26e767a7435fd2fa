//! What is known of a source: its validators, its health, when to ask it again.

use chrono::{DateTime, Utc};

use super::Life;

/// What is remembered of one source.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SourceState {
    /// The source's key.
    pub key: String,
    /// The configured address or path that it was asked at; another one makes the source due at once.
    pub address: String,
    /// `ETag`, byte for byte as received.
    pub etag: Option<String>,
    /// `Last-Modified`, byte for byte as received.
    pub last_modified: Option<String>,
    /// The address that the validators belong to, after redirects.
    pub validators_url: String,
    /// Fingerprint of the request headers that the validators belong to.
    pub asked_as: String,
    /// Whether the source was seen to give several items one guid; then its guids count for nothing.
    pub weak_guids: bool,
    /// Not to be asked before this time.
    pub next_visit: Option<DateTime<Utc>>,
    /// When it was last asked.
    pub asked: Option<DateTime<Utc>>,
    /// When it last gave a feed or said that nothing changed.
    pub answered: Option<DateTime<Utc>>,
    /// The last answer, for people.
    pub answer: String,
    /// Failures in a row.
    pub failures: u32,
    /// Since when it has been failing.
    pub failing_since: Option<DateTime<Utc>>,
    /// Whether its last failure was a 410: a second one retires it.
    pub was_gone: bool,
    /// Gone for good; it is not asked any more.
    pub retired: bool,
    /// Whether it ever sent a validator.
    pub validates: bool,
    /// What it says itself of visits, as the scheduler writes it; opaque here.
    pub said: String,
    /// Median time between its latest entries, seconds.
    pub pace_seconds: Option<u64>,
    /// Time of its newest entry.
    pub last_new: Option<DateTime<Utc>>,
    /// Format of the last document.
    pub format: Option<String>,
    /// Title of the feed.
    pub title: Option<String>,
    /// Entries in the last document.
    pub entries: u32,
    /// What had to be mended in the last document.
    pub repairs: Vec<String>,
    /// What it lives through.
    pub life: Life,
}
