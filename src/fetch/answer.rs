//! What is asked of a source and what came of it. Plain values; nothing here does I/O.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use tokio::sync::OwnedSemaphorePermit;
use url::Url;

use super::receipt::{Kind, Receipt};
use crate::model::{Switches, Veil};

/// Where a source's document lies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Address {
    /// On the web: http or https; anything else is refused when asked.
    Http(Url),
    /// In a local file.
    File(PathBuf),
}

/// A source that is to be asked now.
#[derive(Debug, Clone)]
pub struct Due {
    /// Key of the source; comes back in the [`Answer`].
    pub key: String,
    /// Where to ask.
    pub address: Address,
    /// What its last good answer was recognised by. Empty asks unconditionally, which is right
    /// for a first fetch only (rule 2.11).
    pub validators: Validators,
    /// How it is asked, where that differs from the rest.
    pub switches: Arc<Switches>,
    /// Whether caches on the way are to be passed over, as `--force` wants it (rule 1.11). Goes
    /// with empty validators.
    pub forced: bool,
    /// Whether an article's page is wanted rather than a feed.
    pub page: bool,
}

impl Due {
    /// Asked for the first time, in the usual way.
    pub fn new(key: impl Into<String>, address: Address) -> Self {
        Self {
            key: key.into(),
            address,
            validators: Validators::default(),
            switches: Arc::default(),
            forced: false,
            page: false,
        }
    }
}

impl Address {
    /// As text, without a login: for people, and to compare.
    pub fn shown(&self) -> String {
        match self {
            Self::File(path) => path.display().to_string(),
            Self::Http(url) => {
                let mut plain = url.clone();
                // These fail only for addresses without a host, which have no login.
                let _ = plain.set_username("").and_then(|()| plain.set_password(None));
                plain.into()
            }
        }
    }
}

/// What makes the next request conditional. Kept byte for byte (rule 2.1) and worth something
/// only together with where and how it was asked (rule 2.5).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Validators {
    /// `ETag` as received, quotes and `W/` included.
    pub etag: Option<String>,
    /// `Last-Modified` as received.
    pub last_modified: Option<String>,
    /// The address they belong to: the last of the redirect chain, or a path.
    pub url: String,
    /// Fingerprint of the request's other headers; empty matches every request.
    pub asked_as: String,
}

impl Validators {
    /// Whether there is nothing to make a request conditional with.
    pub fn is_empty(&self) -> bool {
        self.etag.is_none() && self.last_modified.is_none()
    }

    /// Whether they may be sent to `url` in a request with the fingerprint `asked_as` (rule 2.5).
    pub(super) fn fit(&self, url: &str, asked_as: &str) -> bool {
        !self.is_empty() && self.url == url && (self.asked_as.is_empty() || self.asked_as == asked_as)
    }
}

/// What came of asking one source.
#[derive(Debug, Clone)]
pub struct Answer {
    /// Key of the source.
    pub key: String,
    /// What came.
    pub outcome: Outcome,
    /// The redirects on the way, in order.
    pub hops: Vec<Hop>,
    /// Whether it was asked past every cache.
    pub forced: bool,
    /// From the start of the run's fetching to the start of this fetch.
    pub waited: Duration,
    /// From the first byte sent to the last received.
    pub elapsed: Duration,
}

impl Answer {
    /// Nothing that the source is asked with stands in what came back, whatever the server put there.
    pub(super) fn veiled(mut self, veil: &Veil) -> Self {
        let over = |text: &mut String| *text = veil.over(std::mem::take(text));
        self.hops.iter_mut().for_each(|hop| over(&mut hop.to));
        match &mut self.outcome {
            Outcome::Document(document) => {
                over(&mut document.url);
                over(&mut document.validators.url);
                [&mut document.hub, &mut document.self_link].into_iter().flatten().for_each(over);
            }
            Outcome::NotModified { validators, .. } => over(&mut validators.url),
            Outcome::Failed(receipt) => over(&mut receipt.message),
            Outcome::NotReached { .. } => {}
        }
        self
    }

    /// Where the source has moved for good: every hop is a 301 or 308 (rule 5.2) and the end
    /// answered. Whether to believe it is the caller's decision (rule 5.3).
    pub fn moved_to(&self) -> Option<&str> {
        let answered = matches!(self.outcome, Outcome::Document(_) | Outcome::NotModified { .. });
        let permanent = self.hops.iter().all(|hop| matches!(hop.status, 301 | 308));
        (answered && permanent).then(|| self.hops.last().map(|hop| hop.to.as_str())).flatten()
    }
}

/// One redirect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hop {
    /// Its status: 301, 302, 303, 307, 308, or 300 with a `Location`.
    pub status: u16,
    /// Absolute address it led to.
    pub to: String,
}

/// What came.
#[derive(Debug, Clone)]
pub enum Outcome {
    /// A document, read in full. Its validators are to be stored with the entries that they
    /// vouch for, and not at all where it turns out to be no whole feed (rule 2.3).
    Document(Document),
    /// Nothing new.
    NotModified {
        /// To be stored in place of those that were sent (rule 2.4).
        validators: Validators,
        /// The answer's freshness; `None` where it says nothing, and what was said before holds
        /// (rule 3.6).
        fresh_for: Option<Duration>,
        /// As in [`Document::robots`]; `None` leaves what was said before.
        robots: Option<Vec<String>>,
    },
    /// Nothing came, and why. What is stored stays (rule 2.10).
    Failed(Receipt),
    /// Not asked in this run: time was up, or its host had asked for quiet (rule 6.3). It keeps
    /// its due time and comes first next time (rule 6.4).
    NotReached {
        /// How long the host wants to be left alone, as far as it said.
        wait: Option<Duration>,
    },
}

impl Outcome {
    pub(super) fn failed(kind: Kind, message: impl Into<String>) -> Self {
        Self::Failed(Receipt::new(kind, message))
    }
}

/// The bytes of a source and what the answer said about them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// The body, decoded from its transfer form (gzip, …), not from its character encoding.
    pub bytes: Vec<u8>,
    /// `Content-Type` as received.
    pub content_type: Option<String>,
    /// Where it was found, after redirects; for a local file its path.
    pub url: String,
    /// For the next request. Empty where the answer had none: then the old ones go (rule 2.3).
    pub validators: Validators,
    /// How long the server calls it fresh (`max-age` or `Expires`, rules 3.2 and 3.3).
    pub fresh_for: Option<Duration>,
    /// What it asks of those who show it (`X-Robots-Tag`: `noindex`, `noai`; rule 10.2), as far as it does.
    pub robots: Option<Vec<String>>,
    /// The hub that the headers name.
    pub hub: Option<String>,
    /// The document's own address, as the headers have it.
    pub self_link: Option<String>,
    /// The server's clock (`Date`).
    pub date: Option<DateTime<Utc>>,
    /// `Last-Modified` as a time; for a local file its time of change.
    pub last_modified: Option<DateTime<Utc>>,
    /// The room that the bytes take among those that are held at once.
    pub held: Held,
}

/// Room for the bytes of a document, given back when the last clone of the document goes.
#[derive(Debug, Clone, Default)]
pub struct Held(
    #[expect(dead_code, reason = "held for what dropping it gives back")]
    pub(super)  Option<Arc<OwnedSemaphorePermit>>,
);

impl PartialEq for Held {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Held {}
