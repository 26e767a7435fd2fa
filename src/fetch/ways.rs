//! The HTTP clients, one for each way of asking: plain or by TLS, HTTP/2 or not, certificates
//! looked at or not, by a proxy or not. Made when first needed: certificates cost time to load.
//!
//! Each host gets clients of its own, so that its kept connections go with its last source: what
//! ten thousand hosts leave open is memory, and a place in each of their servers.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use reqwest::header::{HeaderMap, HeaderValue};
use reqwest::{NoProxy, Proxy as Through};
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::CryptoProvider;
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{ClientConfig, DigitallySignedStruct, RootCertStore, SignatureScheme};
use rustls_platform_verifier::BuilderVerifierExt;
use url::Url;

use super::receipt::{Kind, Receipt};
use super::resolve::Guarded;
use crate::model::{Proxies, Proxy, Switches};

/// What tells one client from another.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Way {
    secure: bool,
    http1: bool,
    insecure: bool,
    proxy: Proxy,
}

/// What a client of one way is made of.
#[derive(Debug, Clone)]
struct Gear {
    tls: ClientConfig,
    through: Option<(Url, Through)>,
}

/// What is made once for each way, and serves every host.
type Gears = Arc<Mutex<HashMap<Way, Result<Gear, String>>>>;

/// Every client that was needed so far.
#[derive(Debug)]
pub(super) struct Ways {
    agent: HeaderValue,
    headers: HeaderMap,
    resolver: Guarded,
    connect: Duration,
    proxies: Proxies,
    gears: Gears,
    made: Mutex<HashMap<Way, Result<reqwest::Client, String>>>,
}

impl Ways {
    pub(super) fn new(
        agent: HeaderValue,
        headers: HeaderMap,
        resolver: Guarded,
        connect: Duration,
        proxies: Proxies,
    ) -> Self {
        Self { agent, headers, resolver, connect, proxies, gears: Gears::default(), made: Mutex::default() }
    }

    /// The same ways with connections of their own.
    pub(super) fn apart(&self) -> Self {
        Self {
            agent: self.agent.clone(),
            headers: self.headers.clone(),
            resolver: self.resolver.clone(),
            connect: self.connect,
            proxies: self.proxies.clone(),
            gears: Arc::clone(&self.gears),
            made: Mutex::default(),
        }
    }

    /// The client for a request to `url`.
    pub(super) fn client(&self, url: &Url, switches: &Switches) -> Result<reqwest::Client, Receipt> {
        let secure = url.scheme() == "https";
        let way = Way {
            secure,
            http1: switches.http1,
            insecure: secure && switches.insecure,
            proxy: switches.proxy.clone(),
        };
        let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        let client = made.entry(way.clone()).or_insert_with(|| self.make(&way));
        client.clone().map_err(|message| Receipt::new(Kind::Tls, message))
    }

    /// The proxy that a request to `url` may go through.
    pub(super) fn proxy<'a>(&'a self, url: &Url, switches: &'a Switches) -> Option<&'a str> {
        match &switches.proxy {
            Proxy::None => None,
            Proxy::Through(proxy) => Some(proxy.reveal()),
            Proxy::AsUsual if url.scheme() == "https" => self.proxies.https.as_ref().map(|p| p.reveal()),
            Proxy::AsUsual => self.proxies.http.as_ref().map(|p| p.reveal()),
        }
    }

    fn gear(&self, way: &Way) -> Result<Gear, String> {
        let mut gears = self.gears.lock().unwrap_or_else(PoisonError::into_inner);
        let make = || {
            let through = self.through(way)?;
            let by_tls = through.as_ref().is_some_and(|(address, _)| address.scheme() == "https");
            Ok(Gear { tls: tls(way, way.secure || by_tls)?, through })
        };
        gears.entry(way.clone()).or_insert_with(make).clone()
    }

    fn make(&self, way: &Way) -> Result<reqwest::Client, String> {
        let Gear { tls, through } = self.gear(way)?;
        let trusted = through.as_ref().and_then(|(address, _)| address.host_str().map(str::to_owned));
        let mut builder = reqwest::Client::builder()
            .tls_backend_preconfigured(tls)
            .dns_resolver(self.resolver.trusting(trusted))
            .user_agent(self.agent.clone())
            .default_headers(self.headers.clone())
            .redirect(reqwest::redirect::Policy::none())
            .referer(false)
            // What the environment says is read once, where it can be tested.
            .no_proxy()
            .connect_timeout(self.connect)
            .pool_idle_timeout(Duration::from_secs(30));
        if way.http1 {
            builder = builder.http1_only();
        }
        if let Some((_, proxy)) = through {
            builder = builder.proxy(proxy);
        }
        builder.build().map_err(|error| format!("no HTTP client: {error}"))
    }

    fn through(&self, way: &Way) -> Result<Option<(Url, Through)>, String> {
        let (address, not_for) = match &way.proxy {
            Proxy::None => return Ok(None),
            Proxy::Through(address) => (address, None),
            Proxy::AsUsual => {
                let usual = if way.secure { &self.proxies.https } else { &self.proxies.http };
                let Some(address) = usual else { return Ok(None) };
                (address, NoProxy::from_string(&self.proxies.not_for))
            }
        };
        let text = address.reveal();
        let text = if text.contains("://") { text.to_owned() } else { format!("http://{text}") };
        let wrong = "the proxy is no address; write it like \"http://proxy.example:3128\" or \"socks5h://proxy.example:1080\"";
        let address = Url::parse(&text).map_err(|_| wrong.to_owned())?;
        let proxy = Through::all(address.clone()).map_err(|_| wrong.to_owned())?;
        Ok(Some((address, proxy.no_proxy(not_for))))
    }
}

/// TLS with ring and the system's certificates. A plain way needs none, and a machine without
/// certificates can still read local files and plain http.
fn tls(way: &Way, needed: bool) -> Result<ClientConfig, String> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let builder = ClientConfig::builder_with_provider(Arc::clone(&provider))
        .with_safe_default_protocol_versions()
        .map_err(|error| format!("no TLS: {error}"))?;
    let mut config = match (needed, way.insecure) {
        (false, _) => builder.with_root_certificates(RootCertStore::empty()).with_no_client_auth(),
        (true, true) => builder
            .dangerous()
            .with_custom_certificate_verifier(Arc::new(Unlooked(provider)))
            .with_no_client_auth(),
        (true, false) => builder
            .with_platform_verifier()
            .map_err(|error| format!("no secure connection: {error}; install the package ca-certificates"))?
            .with_no_client_auth(),
    };
    let http2 = Some(b"h2".to_vec()).filter(|_| !way.http1);
    config.alpn_protocols = http2.into_iter().chain([b"http/1.1".to_vec()]).collect();
    Ok(config)
}

/// `insecure = true` of a source: whoever answers is believed to be it.
#[derive(Debug)]
struct Unlooked(Arc<CryptoProvider>);

impl ServerCertVerifier for Unlooked {
    fn verify_server_cert(
        &self,
        _: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        _: UnixTime,
    ) -> Result<ServerCertVerified, rustls::Error> {
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        let known = &self.0.signature_verification_algorithms;
        rustls::crypto::verify_tls12_signature(message, certificate, signed, known)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        let known = &self.0.signature_verification_algorithms;
        rustls::crypto::verify_tls13_signature(message, certificate, signed, known)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.0.signature_verification_algorithms.supported_schemes()
    }
}
