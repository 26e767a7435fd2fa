//! One request, one answer: the document with its headers, "not modified", or why not.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use axum::body::Body;
use axum::extract::Request;
use axum::http::header::{
    ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_ALLOW_ORIGIN,
    ACCESS_CONTROL_EXPOSE_HEADERS, ALLOW, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_LENGTH,
    CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG, LAST_MODIFIED, LINK, LOCATION, VARY, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::response::Builder;
use axum::http::{HeaderName, Method, StatusCode};
use axum::response::Response;
use xxhash_rust::xxh3::xxh3_128;

use super::place::Place;
use super::{Announced, conditions, kinds, place, pressed};

const METHODS: &str = "GET, HEAD, OPTIONS";

/// About the step in which feeds are rebuilt; a stale copy serves while we are away.
const CACHING: &str = "public, max-age=900, stale-while-revalidate=3600, stale-if-error=86400";

/// An archive changes only where something was withdrawn, which must not take longer than a day.
const CACHING_ARCHIVES: &str = "public, max-age=86400, stale-while-revalidate=3600, stale-if-error=86400";

/// Pages carry foreign text: nothing in them may run, whatever the cleaner missed.
const POLICY: &str = "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' http: https: data:; \
    media-src http: https:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const ROBOTS: HeaderName = HeaderName::from_static("x-robots-tag");

/// What a browser will do with the answer; no feed reader sends it.
const PURPOSE: HeaderName = HeaderName::from_static("sec-fetch-dest");

/// A published document, read in full.
struct Document {
    bytes: Vec<u8>,
    /// Strong, and another one for the same document in gzip.
    etag: String,
    in_gzip: bool,
    modified: SystemTime,
    media_type: &'static str,
}

/// The answer to a request.
pub(super) async fn to(root: PathBuf, announced: &Announced, request: Request) -> Response {
    match *request.method() {
        Method::GET | Method::HEAD => {}
        Method::OPTIONS => return options(),
        _ => return page(StatusCode::METHOD_NOT_ALLOWED, "Feeds can only be read here: GET and HEAD."),
    }
    let path = request.uri().path().to_owned();
    let gzip = pressed::is_accepted(request.headers());
    let looked = tokio::task::spawn_blocking(move || look(&root, &path, gzip)).await;
    match looked.map_err(io::Error::other).flatten() {
        Ok(Found::Document(document)) => give(document, announced, &request),
        Ok(Found::Folder(name)) => to_folder(&name, request.uri().query()),
        Ok(Found::Nothing) => page(StatusCode::NOT_FOUND, "There is no such document here."),
        Err(_) => page(StatusCode::INTERNAL_SERVER_ERROR, "The document is there but can't be read."),
    }
}

enum Found {
    Document(Document),
    Folder(String),
    Nothing,
}

fn look(root: &Path, path: &str, gzip: bool) -> io::Result<Found> {
    match place::find(root, path) {
        Place::Document(file) => match read(&file, gzip) {
            // Removed between the look and the reading.
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Found::Nothing),
            document => document.map(Found::Document),
        },
        Place::Folder(name) => Ok(Found::Folder(name)),
        Place::Nothing => Ok(Found::Nothing),
    }
}

/// Time and bytes come from one open file: a document that is replaced meanwhile stays whole.
fn read(path: &Path, gzip: bool) -> io::Result<Document> {
    let mut file = fs::File::open(path)?;
    let modified = file.metadata()?.modified()?;
    let mut bytes = Vec::new();
    io::Read::read_to_end(&mut file, &mut bytes)?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let media_type = kinds::media_type(&name);
    let hash = xxh3_128(&bytes);
    Ok(match gzip.then(|| pressed::pressed(&bytes, media_type)).flatten() {
        Some(bytes) => {
            Document { bytes, etag: format!("\"{hash:032x}-gzip\""), in_gzip: true, modified, media_type }
        }
        None => Document { bytes, etag: format!("\"{hash:032x}\""), in_gzip: false, modified, media_type },
    })
}

fn give(document: Document, announced: &Announced, request: &Request) -> Response {
    let (asked, path) = (request.headers(), request.uri().path());
    let head_only = request.method() == Method::HEAD;
    let modified = httpdate::fmt_http_date(conditions::whole_seconds(document.modified));
    let unchanged = conditions::has_it(asked, &document.etag, document.modified);
    let is_feed = kinds::is_feed(document.media_type);
    let mut answer = with_common(if unchanged { StatusCode::NOT_MODIFIED } else { StatusCode::OK })
        .header(CACHE_CONTROL, if is_archive(path) { CACHING_ARCHIVES } else { CACHING })
        .header(VARY, if is_feed { "Accept-Encoding, Sec-Fetch-Dest" } else { "Accept-Encoding" })
        .header(ETAG, document.etag)
        .header(LAST_MODIFIED, modified);
    if is_feed {
        answer = answer.header(ROBOTS, "noindex");
        for link in links(announced, path) {
            answer = answer.header(LINK, link);
        }
    }
    if unchanged {
        return finish(answer, Body::empty());
    }
    if document.in_gzip {
        answer = answer.header(CONTENT_ENCODING, "gzip");
    }
    let to_look_at = asked.get(PURPOSE).is_some_and(|purpose| purpose == "document");
    let media_type = if to_look_at { kinds::to_look_at(document.media_type) } else { document.media_type };
    answer = answer.header(CONTENT_TYPE, media_type).header(CONTENT_LENGTH, document.bytes.len());
    finish(answer, if head_only { Body::empty() } else { Body::from(document.bytes) })
}

/// `/SECTION/archive/0001.atom.xml`; a section itself may be called archive.
fn is_archive(path: &str) -> bool {
    let mut parts = path.rsplit('/').skip(1);
    parts.next() == Some("archive") && parts.next().is_some_and(|section| !section.is_empty())
}

/// The address that a feed is subscribed to under, and its hubs.
fn links(announced: &Announced, path: &str) -> Vec<String> {
    let base = announced.base_url.as_deref().and_then(|base| url::Url::parse(base).ok());
    let own = base.and_then(|base| base.join(&format!("./{}", path.trim_start_matches('/'))).ok());
    let own = own.map(|own| format!("<{own}>; rel=\"self\""));
    own.into_iter().chain(announced.hubs.iter().map(|hub| format!("<{hub}>; rel=\"hub\""))).collect()
}

/// Relative, so that it holds behind any prefix that a proxy strips.
fn to_folder(name: &str, query: Option<&str>) -> Response {
    let name: String =
        url::form_urlencoded::byte_serialize(name.as_bytes()).collect::<String>().replace('+', "%20");
    let query = query.map(|query| format!("?{query}")).unwrap_or_default();
    let location = format!("./{name}/{query}");
    finish(with_common(StatusCode::PERMANENT_REDIRECT).header(LOCATION, location), Body::empty())
}

/// Scripts of other sites may ask, conditionally too.
fn options() -> Response {
    let answer = with_common(StatusCode::NO_CONTENT)
        .header(ALLOW, METHODS)
        .header(ACCESS_CONTROL_ALLOW_METHODS, METHODS)
        .header(ACCESS_CONTROL_ALLOW_HEADERS, "If-None-Match, If-Modified-Since");
    finish(answer, Body::empty())
}

pub(super) fn page(status: StatusCode, says: &str) -> Response {
    let title = status.canonical_reason().unwrap_or("Error");
    let body = format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>{title}</title>\n<h1>{title}</h1>\n<p>{says}</p>\n</html>\n"
    );
    let mut answer = with_common(status)
        .header(CONTENT_TYPE, "text/html; charset=utf-8")
        .header(CACHE_CONTROL, "no-cache");
    if status == StatusCode::METHOD_NOT_ALLOWED {
        answer = answer.header(ALLOW, METHODS);
    }
    finish(answer, Body::from(body))
}

/// A few words for a program.
pub(super) fn plain(status: StatusCode, says: impl Into<Body>) -> Response {
    let answer = with_common(status).header(CONTENT_TYPE, "text/plain; charset=utf-8");
    finish(answer.header(CACHE_CONTROL, "no-store"), says.into())
}

fn with_common(status: StatusCode) -> Builder {
    Response::builder()
        .status(status)
        .header(X_CONTENT_TYPE_OPTIONS, "nosniff")
        .header(ACCESS_CONTROL_ALLOW_ORIGIN, "*")
        .header(ACCESS_CONTROL_EXPOSE_HEADERS, "ETag, Last-Modified, Link")
        .header(CONTENT_SECURITY_POLICY, POLICY)
}

/// All header values are ours; a query that can't stand in one ends here.
fn finish(answer: Builder, body: Body) -> Response {
    answer.body(body).unwrap_or_else(|_| {
        let mut plain = Response::new(Body::empty());
        *plain.status_mut() = StatusCode::BAD_REQUEST;
        plain
    })
}
