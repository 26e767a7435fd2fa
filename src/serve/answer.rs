//! One request, one answer: the document with its headers, "not modified", or why not.

use std::sync::Arc;

use hyper::header::{
    ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ALLOW, CACHE_CONTROL, CONNECTION,
    CONTENT_TYPE, HeaderName, HeaderValue, LOCATION, RETRY_AFTER,
};
use hyper::{HeaderMap, Method, Request, Response, StatusCode};

use super::body::Body;
use super::conditions::{self, Verdict};
use super::document::Document;
use super::encoded::encoded;
use super::mark::Mark;
use super::shelf::{Found, Shelf};
use super::{headers, kinds, pressed, sound};

const METHODS: &str = "GET, HEAD, OPTIONS";

/// Methods that are none of ours, but known to everybody.
const KNOWN: &[Method] =
    &[Method::POST, Method::PUT, Method::DELETE, Method::PATCH, Method::TRACE, Method::CONNECT];

/// What a browser will do with the answer; no feed reader sends it.
const PURPOSE: HeaderName = HeaderName::from_static("sec-fetch-dest");

/// The answer to a request for a document.
pub(super) async fn to<B>(shelf: &Arc<Shelf>, request: &Request<B>, mark: &Arc<Mark>) -> Response<Body> {
    let mut answer = match *request.method() {
        Method::GET | Method::HEAD => find(shelf, request, mark).await,
        Method::OPTIONS => options(),
        ref other if KNOWN.contains(other) => {
            page(StatusCode::METHOD_NOT_ALLOWED, "Feeds can only be read here: GET and HEAD.")
        }
        _ => page(StatusCode::NOT_IMPLEMENTED, "This method is not known here."),
    };
    if request.method() == Method::HEAD {
        *answer.body_mut() = Body::empty();
    }
    if sound::has_body(request) {
        end_behind(&mut answer);
    }
    answer
}

/// The connection ends with this answer.
pub(super) fn end_behind(answer: &mut Response<Body>) {
    answer.headers_mut().insert(CONNECTION, HeaderValue::from_static("close"));
}

async fn find<B>(shelf: &Arc<Shelf>, request: &Request<B>, mark: &Arc<Mark>) -> Response<Body> {
    match shelf.find(request.uri().path()).await {
        Ok(Found::Document(document)) => give(shelf, &document, request, mark).await,
        Ok(Found::Folder(name)) => to_folder(&name, request.uri().query()),
        Ok(Found::Nothing) => page(StatusCode::NOT_FOUND, "There is no such document here."),
        Err(error) => unreadable(&error),
    }
}

/// That files are short is over soon; anything else is for the operator.
fn unreadable(error: &std::io::Error) -> Response<Body> {
    // EMFILE and ENFILE have no kind of their own.
    if matches!(error.raw_os_error(), Some(23 | 24)) {
        let mut answer = page(StatusCode::SERVICE_UNAVAILABLE, "Too many files are open here just now.");
        answer.headers_mut().insert(RETRY_AFTER, HeaderValue::from_static("5"));
        return answer;
    }
    page(StatusCode::INTERNAL_SERVER_ERROR, "The document is there but can't be read.")
}

/// Conditions are weighed before a byte of the document is touched.
async fn give<B>(
    shelf: &Arc<Shelf>,
    document: &Arc<Document>,
    request: &Request<B>,
    mark: &Arc<Mark>,
) -> Response<Body> {
    let asked = request.headers();
    let (form, in_gzip) = document.form(pressed::is_accepted(asked));
    match conditions::weigh(asked, &form.etag, document.modified) {
        Verdict::Unchanged => with(StatusCode::NOT_MODIFIED, form.unchanged.clone(), Body::empty()),
        Verdict::Failed => page(StatusCode::PRECONDITION_FAILED, "The document is another one by now."),
        Verdict::Give => {
            let (mut headers, body) = if in_gzip {
                match shelf.pressed(document, request.uri().path()).await {
                    Ok((headers, kept)) => (headers, kept.give(mark)),
                    Err(error) => return unreadable(&error),
                }
            } else if request.method() == Method::HEAD {
                (form.whole.clone(), Body::empty())
            } else {
                (form.whole.clone(), document.body(mark))
            };
            if asked.get(PURPOSE).is_some_and(|purpose| purpose == "document") {
                let media_type = kinds::to_look_at(document.media_type);
                headers.insert(CONTENT_TYPE, HeaderValue::from_static(media_type));
            }
            with(StatusCode::OK, headers, body)
        }
    }
}

/// Relative, so that it holds behind any prefix that a proxy strips.
fn to_folder(name: &str, query: Option<&str>) -> Response<Body> {
    let query = query.map(|query| format!("?{query}")).unwrap_or_default();
    elsewhere(&format!("./{}/{query}", encoded(name)))
}

/// It stands there, for ever, and is asked for there by the same method.
pub(super) fn elsewhere(location: &str) -> Response<Body> {
    let Ok(location) = HeaderValue::try_from(location) else {
        return page(StatusCode::BAD_REQUEST, "The query can't stand in an address.");
    };
    let mut answer = with(StatusCode::PERMANENT_REDIRECT, headers::common(), Body::empty());
    answer.headers_mut().insert(LOCATION, location);
    answer
}

/// Scripts of other sites may ask, conditionally too.
fn options() -> Response<Body> {
    let mut answer = with(StatusCode::NO_CONTENT, headers::common(), Body::empty());
    let headers = answer.headers_mut();
    headers.insert(ALLOW, HeaderValue::from_static(METHODS));
    headers.insert(ACCESS_CONTROL_ALLOW_METHODS, HeaderValue::from_static(METHODS));
    let conditions = "If-None-Match, If-Modified-Since, If-Match, If-Unmodified-Since";
    headers.insert(ACCESS_CONTROL_ALLOW_HEADERS, HeaderValue::from_static(conditions));
    answer
}

/// A page that says why there is no document.
pub(super) fn page(status: StatusCode, says: &str) -> Response<Body> {
    let title = status.canonical_reason().unwrap_or("Error");
    let body = format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>{title}</title>\n<h1>{title}</h1>\n<p>{says}</p>\n</html>\n"
    );
    let mut answer = with(status, headers::common(), body.into());
    let headers = answer.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    if status == StatusCode::METHOD_NOT_ALLOWED {
        headers.insert(ALLOW, HeaderValue::from_static(METHODS));
    }
    answer
}

/// A few words for a program.
pub(super) fn plain(status: StatusCode, says: impl Into<Body>) -> Response<Body> {
    let mut answer = with(status, headers::common(), says.into());
    let headers = answer.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/plain; charset=utf-8"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    answer
}

fn with(status: StatusCode, headers: HeaderMap, body: Body) -> Response<Body> {
    let mut answer = Response::new(body);
    *answer.status_mut() = status;
    *answer.headers_mut() = headers;
    answer
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use hyper::body::Bytes;
    use hyper::header::{ETAG, IF_NONE_MATCH};

    use super::super::{Announced, Limits};
    use super::*;

    /// A shelf over a folder with so many documents of so many bytes, older than they look.
    fn shelf(count: usize, length: usize, limits: &Limits) -> (tempfile::TempDir, Arc<Shelf>) {
        let folder = tempfile::tempdir().unwrap();
        for number in 0..count {
            std::fs::write(folder.path().join(format!("{number}.xml")), "<crane/>".repeat(length / 8))
                .unwrap();
        }
        // What was written just now is read again each time.
        std::thread::sleep(std::time::Duration::from_millis(60));
        let shelf = Shelf::new(folder.path().canonicalize().unwrap(), Announced::default(), limits);
        (folder, Arc::new(shelf))
    }

    async fn get(shelf: &Arc<Shelf>, path: &str, headers: &[(HeaderName, &str)]) -> Response<Body> {
        let mut request = Request::builder().uri(path);
        for (name, value) in headers {
            request = request.header(name, *value);
        }
        to(shelf, &request.body(()).unwrap(), &Arc::new(Mark::new(Instant::now()))).await
    }

    fn bytes(answer: Response<Body>) -> Bytes {
        match answer.into_body() {
            Body::Whole(Some(bytes)) => bytes,
            _ => panic!("no bytes"),
        }
    }

    const GZIP: (HeaderName, &str) = (hyper::header::ACCEPT_ENCODING, "gzip");

    #[tokio::test]
    async fn who_has_the_compressed_form_makes_nobody_compress_it() {
        let (_folder, shelf) = shelf(1, 8000, &Limits::default());
        let plain = get(&shelf, "/0.xml", &[]).await.headers()[ETAG].to_str().unwrap().to_owned();
        let gzip = format!("{}-gzip\"", plain.trim_end_matches('"'));
        let answer = get(&shelf, "/0.xml", &[GZIP, (IF_NONE_MATCH, &gzip)]).await;
        assert_eq!(
            (answer.status(), answer.headers()[ETAG].to_str().unwrap()),
            (StatusCode::NOT_MODIFIED, gzip.as_str())
        );
        let Ok(Found::Document(document)) = shelf.find("/0.xml").await else { panic!("no document") };
        assert!(!document.is_pressed());
        assert_eq!(get(&shelf, "/0.xml", &[GZIP]).await.headers()[ETAG], gzip);
        assert!(document.is_pressed());
    }

    #[tokio::test]
    async fn everybody_gets_the_same_copy_of_each_form_under_any_spelling() {
        let (_folder, shelf) = shelf(1, 8000, &Limits::default());
        for headers in [&[][..], &[GZIP]] {
            let (one, other) =
                tokio::join!(get(&shelf, "/0.xml", headers), get(&shelf, "/%30.xml?x", headers));
            assert_eq!(bytes(one).as_ptr(), bytes(other).as_ptr());
        }
    }

    #[tokio::test]
    async fn what_is_kept_stays_within_its_bounds() {
        let limits = Limits { kept_bytes: 200_000, kept_document: 30_000, ..Limits::default() };
        for length in [8_000, 40_000] {
            let (_folder, shelf) = shelf(60, length, &limits);
            for number in 0..60 {
                for headers in [&[][..], &[GZIP]] {
                    assert_eq!(
                        get(&shelf, &format!("/{number}.xml"), headers).await.status(),
                        StatusCode::OK
                    );
                }
                let (bytes, open) = shelf.holds();
                assert!(bytes <= limits.kept_bytes && open <= 8, "{bytes} bytes, {open} open");
            }
            assert!(shelf.holds().0 > 0);
        }
    }
}
