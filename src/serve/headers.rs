//! The headers of a document, made once for each of its forms.

use std::time::SystemTime;

use hyper::HeaderMap;
use hyper::header::{
    ACCESS_CONTROL_ALLOW_ORIGIN, ACCESS_CONTROL_EXPOSE_HEADERS, CACHE_CONTROL, CONTENT_ENCODING,
    CONTENT_LENGTH, CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG, HeaderName, HeaderValue, LAST_MODIFIED,
    LINK, VARY, X_CONTENT_TYPE_OPTIONS,
};

use super::announced::Announced;
use super::encoded::encoded;
use super::{conditions, kinds};

/// About the step in which feeds are rebuilt; a stale copy serves while we are away.
const CACHING: &str = "public, max-age=900, stale-while-revalidate=3600, stale-if-error=86400";

/// An archive changes only where something was withdrawn, which must not take longer than a day.
const CACHING_ARCHIVES: &str = "public, max-age=86400, stale-while-revalidate=3600, stale-if-error=86400";

/// Pages carry foreign text: nothing in them may run, whatever the cleaner missed.
const POLICY: &str = "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' http: https: data:; \
    media-src http: https:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const ROBOTS: HeaderName = HeaderName::from_static("x-robots-tag");

/// The headers of one form of a document, as it is or in gzip.
pub(super) struct Form {
    /// Strong, and another one for the same document in gzip.
    pub(super) etag: String,
    /// With the document.
    pub(super) whole: HeaderMap,
    /// Instead of it: what a cache must hear again, and nothing more (RFC 9110 15.4.5).
    pub(super) unchanged: HeaderMap,
}

/// What every answer says.
pub(super) fn common() -> HeaderMap {
    HeaderMap::from_iter([
        (X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
        (ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*")),
        (ACCESS_CONTROL_EXPOSE_HEADERS, HeaderValue::from_static("ETag, Last-Modified, Link")),
        (CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY)),
    ])
}

/// The headers of a document. `path` is the name that it is asked for under, decoded.
pub(super) fn form(
    hash: u128,
    length: u64,
    in_gzip: bool,
    modified: SystemTime,
    media_type: &'static str,
    path: &str,
    announced: &Announced,
) -> Form {
    let etag = format!("\"{hash:032x}{}\"", if in_gzip { "-gzip" } else { "" });
    let is_feed = kinds::is_feed(media_type);
    let caching = if is_archive(path) { CACHING_ARCHIVES } else { CACHING };
    let mut unchanged = HeaderMap::new();
    unchanged.insert(CACHE_CONTROL, HeaderValue::from_static(caching));
    let vary = if is_feed { "Accept-Encoding, Sec-Fetch-Dest" } else { "Accept-Encoding" };
    unchanged.insert(VARY, HeaderValue::from_static(vary));
    insert(&mut unchanged, ETAG, &etag);
    insert(&mut unchanged, LAST_MODIFIED, &httpdate::fmt_http_date(conditions::whole_seconds(modified)));
    unchanged.insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    let mut whole = common();
    whole.extend(unchanged.clone());
    whole.insert(CONTENT_TYPE, HeaderValue::from_static(media_type));
    if in_gzip {
        whole.insert(CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    } else {
        whole.insert(CONTENT_LENGTH, length.into());
    }
    if is_feed {
        whole.insert(ROBOTS, HeaderValue::from_static("noindex"));
        for link in links(announced, path) {
            if let Ok(link) = HeaderValue::try_from(link) {
                whole.append(LINK, link);
            }
        }
    }
    Form { etag, whole, unchanged }
}

/// What is ours can stand in a header.
fn insert(headers: &mut HeaderMap, name: HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        headers.insert(name, value);
    }
}

/// `/SECTION/archive/0001.atom.xml`; a section itself may be called archive.
fn is_archive(path: &str) -> bool {
    let mut parts = path.rsplit('/').skip(1);
    parts.next() == Some("archive") && parts.next().is_some_and(|section| !section.is_empty())
}

/// The address that a feed is subscribed to under, and its hubs.
fn links(announced: &Announced, path: &str) -> Vec<String> {
    let base = announced.base_url.as_deref().and_then(|base| url::Url::parse(base).ok());
    let path: Vec<String> = path.trim_start_matches('/').split('/').map(encoded).collect();
    let own = base.and_then(|base| base.join(&format!("./{}", path.join("/"))).ok());
    let own = own.map(|own| format!("<{own}>; rel=\"self\""));
    own.into_iter().chain(announced.hubs.iter().map(|hub| format!("<{hub}>; rel=\"hub\""))).collect()
}
