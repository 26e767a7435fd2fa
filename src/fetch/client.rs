//! The guarded HTTP client: the only way out. No cookies, no referer, no redirects of its own;
//! connections only to addresses that the fence lets through, or to a proxy that a person named.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Semaphore;

use reqwest::header::{ACCEPT, ACCEPT_ENCODING, HeaderMap, HeaderValue};
use xxhash_rust::xxh3::xxh3_64;

use super::decode;
use super::fence::Fence;
use super::pauses::Pauses;
use super::resolve::Guarded;
use super::ways::Ways;
use crate::model::Manners;

/// What is liked best (rule 1.5).
const ACCEPTED: &str = "application/atom+xml, application/rss+xml, application/rdf+xml, application/feed+json, \
    application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.5, text/html;q=0.2, */*;q=0.1";

/// How long each phase of a fetch may take (rule 7.1).
#[derive(Debug, Clone)]
pub struct Patience {
    /// For a name to become addresses.
    pub dns: Duration,
    /// For a connection, name and TLS included.
    pub connect: Duration,
    /// From the request to the end of the answer's headers, without the time to connect.
    pub first_byte: Duration,
    /// Between two pieces of a body; also how long a slow body is tolerated.
    pub idle: Duration,
    /// For everything, redirects included.
    pub whole: Duration,
    /// Before the one second attempt after a 408, 421 or 425.
    pub again: Duration,
    /// Bytes a second that a body must come at, once `idle` has passed.
    pub slowest: u64,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            dns: Duration::from_secs(5),
            connect: Duration::from_secs(10),
            first_byte: Duration::from_secs(20),
            idle: Duration::from_secs(20),
            whole: Duration::from_secs(60),
            again: Duration::from_secs(30),
            slowest: 1024,
        }
    }
}

/// The client can't be built from the settings.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A name or contact that can't stand in a header.
    #[error("the User-Agent {0:?} can't be sent; title and contact in [site] must be plain text")]
    UserAgent(String),
}

/// Bodies are counted in units of so many bytes.
pub(super) const HELD_UNIT: u64 = 64 * 1024;

/// Bodies that are decoded at once: each may need a window of 16 MiB.
const DECODING: usize = 2;

/// The way out to the web. Cheap to clone; clones share connections and resolved names.
#[derive(Debug, Clone)]
pub struct Client {
    pub(super) ways: Arc<Ways>,
    pub(super) fence: Arc<Fence>,
    pub(super) resolver: Guarded,
    pub(super) patience: Patience,
    pub(super) max_wire: u64,
    pub(super) max_body: u64,
    /// Room for the larger bodies, in units of [`HELD_UNIT`].
    pub(super) held: Arc<Semaphore>,
    /// How much room there is.
    pub(super) held_units: u64,
    pub(super) decoding: Arc<Semaphore>,
    /// When each host may be asked again.
    pub(super) pauses: Pauses,
    /// Between two requests to one host.
    pub(super) gap: Duration,
    /// Fingerprint of the headers that decide which validators come back (rule 2.5).
    pub(super) asked_as: String,
}

impl Client {
    /// The same client with other limits of time.
    pub fn with_patience(manners: &Manners, patience: Patience) -> Result<Self, Error> {
        let fence = Arc::new(Fence::new(&manners.allow_addresses).with_hosts(&manners.allow_hosts));
        let agent = HeaderValue::from_str(&manners.user_agent)
            .map_err(|_| Error::UserAgent(manners.user_agent.clone()))?;
        let resolver = Guarded::new(Arc::clone(&fence), patience.dns);
        let ways = Ways::new(agent, headers(), resolver.clone(), patience.connect, manners.proxies.clone());
        let units = usize::try_from(manners.max_held_bytes / HELD_UNIT).unwrap_or_default();
        let units = units.clamp(1, Semaphore::MAX_PERMITS);
        Ok(Self {
            ways: Arc::new(ways),
            fence,
            resolver,
            patience,
            max_wire: manners.max_wire_bytes,
            max_body: manners.max_body_bytes,
            held: Arc::new(Semaphore::new(units)),
            held_units: units as u64,
            decoding: Arc::new(Semaphore::new(DECODING)),
            pauses: Pauses::default(),
            gap: manners.gap,
            asked_as: fingerprint(&manners.user_agent),
        })
    }

    /// The same client with connections of its own: they end with it and its clones.
    pub(super) fn apart(&self) -> Self {
        Self { ways: Arc::new(self.ways.apart()), ..self.clone() }
    }
}

/// The client for these manners.
pub fn client(manners: &Manners) -> Result<Client, Error> {
    Client::with_patience(manners, Patience { whole: manners.timeout, ..Patience::default() })
}

fn headers() -> HeaderMap {
    HeaderMap::from_iter([
        (ACCEPT, HeaderValue::from_static(ACCEPTED)),
        (ACCEPT_ENCODING, HeaderValue::from_static(decode::ACCEPTED)),
    ])
}

fn fingerprint(user_agent: &str) -> String {
    format!("{:016x}", xxh3_64([user_agent, ACCEPTED, decode::ACCEPTED].join("\n").as_bytes()))
}
