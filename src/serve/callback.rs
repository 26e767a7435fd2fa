//! What hubs call us for (WebSub 1.0, sections 5.3 and 7): to ask whether a subscription is meant, and to
//! tell of news. Who is meant by a name, and what to believe, is for [`Callbacks`] to say.

use std::io;
use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::extract::Request;
use axum::http::header::ALLOW;
use axum::http::{HeaderValue, Method, StatusCode};
use axum::response::Response;

use super::answer::{page, plain};

/// A notice may bring the whole feed along. Nothing of it is kept.
const LARGEST_NOTICE: usize = 20 << 20;
/// A name is some random letters.
const LONGEST_NAME: usize = 100;

/// Who knows of subscriptions. The calls may take their time: they come from threads that may wait.
pub trait Callbacks: Send + Sync {
    /// Whether anything is called by this name.
    fn is_called(&self, name: &str) -> io::Result<bool>;
    /// A hub asks whether a subscription is meant; the challenge to give back, if it is.
    fn confirm(&self, name: &str, query: &str) -> io::Result<Option<String>>;
    /// A hub tells of news; whether it is believed.
    fn hear(&self, name: &str, signature: &str, body: &[u8]) -> io::Result<bool>;
}

/// The answer to a call. A name that nobody knows gives 404 for a question, and 410 for a notice: then the
/// hub ends the subscription.
pub(super) async fn to(callbacks: Arc<dyn Callbacks>, name: String, request: Request) -> Response {
    let answer = match *request.method() {
        Method::GET => {
            let query = request.uri().query().unwrap_or_default().to_owned();
            confirm(callbacks, name, query).await
        }
        Method::POST => hear(callbacks, name, request).await,
        _ => return not_allowed(),
    };
    // The hub will try again.
    answer.unwrap_or_else(|_| page(StatusCode::SERVICE_UNAVAILABLE, "Not now: the database is busy."))
}

fn not_allowed() -> Response {
    let mut answer = plain(StatusCode::METHOD_NOT_ALLOWED, "Hubs ask here by GET and tell by POST.\n");
    answer.headers_mut().insert(ALLOW, HeaderValue::from_static("GET, POST"));
    answer
}

async fn confirm(callbacks: Arc<dyn Callbacks>, name: String, query: String) -> io::Result<Response> {
    let challenge = waiting(move || callbacks.confirm(&name, &query)).await?;
    Ok(match challenge {
        Some(challenge) => plain(StatusCode::OK, challenge),
        None => page(StatusCode::NOT_FOUND, "There is no such subscription here."),
    })
}

async fn hear(callbacks: Arc<dyn Callbacks>, name: String, request: Request) -> io::Result<Response> {
    let (known, asked) = (Arc::clone(&callbacks), name.clone());
    // Strangers are not listened to: a notice may be long.
    if name.len() > LONGEST_NAME || !waiting(move || known.is_called(&asked)).await? {
        return Ok(page(StatusCode::GONE, "There is no such subscription here."));
    }
    let signature = request.headers().get("x-hub-signature").and_then(|value| value.to_str().ok());
    let signature = signature.unwrap_or_default().to_owned();
    let Ok(body) = to_bytes(request.into_body(), LARGEST_NOTICE).await else {
        return Ok(page(StatusCode::PAYLOAD_TOO_LARGE, "A notice has 20 MiB at most."));
    };
    // Whether it was believed is told to nobody (section 8.2).
    waiting(move || callbacks.hear(&name, &signature, &body)).await?;
    Ok(plain(StatusCode::ACCEPTED, Body::empty()))
}

/// Off the threads that serve.
async fn waiting<T: Send + 'static>(call: impl FnOnce() -> io::Result<T> + Send + 'static) -> io::Result<T> {
    tokio::task::spawn_blocking(call).await.map_err(io::Error::other)?
}
