//! The guarded HTTP client: the only way out. No cookies, no referer, no proxy, no redirects of
//! its own; connections only to addresses that the fence lets through.

use std::sync::Arc;
use std::time::Duration;

use reqwest::header::{ACCEPT, ACCEPT_ENCODING, HeaderMap, HeaderValue};
use rustls_platform_verifier::BuilderVerifierExt;
use xxhash_rust::xxh3::xxh3_64;

use super::decode;
use super::fence::Fence;
use super::resolve::Guarded;
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
    /// The HTTP library refuses.
    #[error("no HTTP client: {0}")]
    Client(#[from] reqwest::Error),
    /// The TLS library refuses.
    #[error("no TLS: {0}")]
    Tls(#[from] rustls::Error),
}

/// The way out to the web. Cheap to clone; clones share connections and resolved names.
#[derive(Debug, Clone)]
pub struct Client {
    pub(super) http: reqwest::Client,
    pub(super) fence: Arc<Fence>,
    pub(super) patience: Patience,
    pub(super) max_wire: u64,
    pub(super) max_body: u64,
    /// Fingerprint of the headers that decide which validators come back (rule 2.5).
    pub(super) asked_as: String,
    /// Why no https source can be asked, if so.
    pub(super) no_roots: Option<Arc<str>>,
}

impl Client {
    /// The same client with other limits of time.
    pub fn with_patience(manners: &Manners, patience: Patience) -> Result<Self, Error> {
        let fence = Arc::new(Fence::new(&manners.allow_addresses));
        let agent = HeaderValue::from_str(&manners.user_agent)
            .map_err(|_| Error::UserAgent(manners.user_agent.clone()))?;
        let (tls, no_roots) = tls()?;
        let http = reqwest::Client::builder()
            .tls_backend_preconfigured(tls)
            .dns_resolver(Guarded::new(Arc::clone(&fence), patience.dns))
            .user_agent(agent)
            .default_headers(headers())
            .redirect(reqwest::redirect::Policy::none())
            .referer(false)
            // A proxy would dial for us, past the fence (rule 8.6).
            .no_proxy()
            .connect_timeout(patience.connect)
            .pool_idle_timeout(Duration::from_secs(30))
            .build()?;
        let asked_as = fingerprint(&manners.user_agent);
        let (max_wire, max_body) = (manners.max_wire_bytes, manners.max_body_bytes);
        Ok(Self { http, fence, patience, max_wire, max_body, asked_as, no_roots })
    }
}

/// The client for these manners.
pub fn client(manners: &Manners) -> Result<Client, Error> {
    Client::with_patience(manners, Patience::default())
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

/// The system's certificates with ring. A machine without certificates can still read local files
/// and plain http, so that is remembered, not raised.
fn tls() -> Result<(rustls::ClientConfig, Option<Arc<str>>), Error> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let builder = || {
        rustls::ClientConfig::builder_with_provider(Arc::clone(&provider))
            .with_safe_default_protocol_versions()
    };
    let (mut config, no_roots) = match builder()?.with_platform_verifier() {
        Ok(verified) => (verified.with_no_client_auth(), None),
        Err(error) => {
            let none =
                builder()?.with_root_certificates(rustls::RootCertStore::empty()).with_no_client_auth();
            (none, Some(Arc::from(error.to_string())))
        }
    };
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    Ok((config, no_roots))
}
