//! What hubs call us for (WebSub 1.0, sections 5.3 and 7): to ask whether a subscription is meant, and to
//! tell of news. Who is meant by a name, and what to believe, is for [`Callbacks`] to say.

use std::future::poll_fn;
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use hyper::body::{Body as _, Incoming};
use hyper::header::{ALLOW, HeaderValue};
use hyper::{Method, Request, Response, StatusCode};
use tokio::sync::Semaphore;

use super::answer::{end_behind, page, plain};
use super::body::Body;
use super::sound;

/// A notice may bring the whole feed along. Nothing of it is kept.
const LARGEST_NOTICE: usize = 20 << 20;
/// A name is some random letters.
const LONGEST_NAME: usize = 100;
/// Notices that are heard at once: they are long, and lie in memory until their signature is checked.
const HEARD: usize = 4;
/// Questions to the database at once: while it is busy, documents are given out all the same.
const ASKED: usize = 4;

/// Who knows of subscriptions. The calls may take their time: they come from threads that may wait.
pub trait Callbacks: Send + Sync {
    /// Whether anything is called by this name.
    fn is_called(&self, name: &str) -> io::Result<bool>;
    /// A hub asks whether a subscription is meant; the challenge to give back, if it is.
    fn confirm(&self, name: &str, query: &str) -> io::Result<Option<String>>;
    /// A hub tells of news; whether it is believed.
    fn hear(&self, name: &str, signature: &str, body: &[u8]) -> io::Result<bool>;
}

/// The door for hubs.
pub(super) struct Desk {
    callbacks: Arc<dyn Callbacks>,
    patience: Duration,
    heard: Semaphore,
    asked: Semaphore,
}

impl Desk {
    /// A notice has to arrive within `patience`.
    pub(super) fn new(callbacks: Arc<dyn Callbacks>, patience: Duration) -> Self {
        Self { callbacks, patience, heard: Semaphore::new(HEARD), asked: Semaphore::new(ASKED) }
    }

    /// The answer to a call. A name that nobody knows gives 404 for a question, and 410 for a notice: then
    /// the hub ends the subscription.
    pub(super) async fn answer(&self, name: &str, request: Request<Incoming>) -> Response<Body> {
        // Of a notice that is not read to its end, the rest must not pass for a request.
        let has_body = sound::has_body(&request);
        let answer = match *request.method() {
            Method::GET => self.confirm(name, request.uri().query().unwrap_or_default()).await,
            Method::POST => self.hear(name, request).await,
            _ => Ok(not_allowed()),
        };
        // The hub will try again.
        let mut answer = answer
            .unwrap_or_else(|_| page(StatusCode::SERVICE_UNAVAILABLE, "Not now: the database is busy."));
        if has_body {
            end_behind(&mut answer);
        }
        answer
    }

    async fn confirm(&self, name: &str, query: &str) -> io::Result<Response<Body>> {
        let (name, query) = (name.to_owned(), query.to_owned());
        Ok(match self.ask(move |callbacks| callbacks.confirm(&name, &query)).await? {
            Some(challenge) => plain(StatusCode::OK, challenge),
            None => page(StatusCode::NOT_FOUND, "There is no such subscription here."),
        })
    }

    async fn hear(&self, name: &str, request: Request<Incoming>) -> io::Result<Response<Body>> {
        let asked = name.to_owned();
        // Strangers are not listened to: a notice may be long.
        if name.len() > LONGEST_NAME || !self.ask(move |callbacks| callbacks.is_called(&asked)).await? {
            return Ok(page(StatusCode::GONE, "There is no such subscription here."));
        }
        let Ok(_turn) = self.heard.try_acquire() else {
            return Ok(page(StatusCode::SERVICE_UNAVAILABLE, "Not now: others are being heard."));
        };
        let signature = request.headers().get("x-hub-signature").and_then(|value| value.to_str().ok());
        let signature = signature.unwrap_or_default().to_owned();
        let Ok(body) = tokio::time::timeout(self.patience, whole(request.into_body())).await else {
            return Ok(page(StatusCode::REQUEST_TIMEOUT, "The notice took too long."));
        };
        let Ok(body) = body else {
            return Ok(page(StatusCode::PAYLOAD_TOO_LARGE, "A notice has 20 MiB at most."));
        };
        // Whether it was believed is told to nobody (section 8.2).
        let name = name.to_owned();
        self.ask(move |callbacks| callbacks.hear(&name, &signature, &body)).await?;
        Ok(plain(StatusCode::ACCEPTED, Body::empty()))
    }

    /// Off the threads that serve.
    async fn ask<T: Send + 'static>(
        &self,
        call: impl FnOnce(&dyn Callbacks) -> io::Result<T> + Send + 'static,
    ) -> io::Result<T> {
        let _turn = self.asked.acquire().await.map_err(io::Error::other)?;
        let callbacks = Arc::clone(&self.callbacks);
        tokio::task::spawn_blocking(move || call(&*callbacks)).await.map_err(io::Error::other)?
    }
}

fn not_allowed() -> Response<Body> {
    let mut answer = plain(StatusCode::METHOD_NOT_ALLOWED, "Hubs ask here by GET and tell by POST.\n");
    answer.headers_mut().insert(ALLOW, HeaderValue::from_static("GET, POST"));
    answer
}

/// The whole body, unless it is too long.
async fn whole(mut body: Incoming) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    while let Some(frame) = poll_fn(|cx| Pin::new(&mut body).poll_frame(cx)).await {
        // Trailers say nothing here.
        let Ok(piece) = frame.map_err(io::Error::other)?.into_data() else { continue };
        if bytes.len() + piece.len() > LARGEST_NOTICE {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        bytes.extend_from_slice(&piece);
    }
    Ok(bytes)
}
