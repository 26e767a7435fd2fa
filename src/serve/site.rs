//! What is served, and who answers which request.

use std::sync::Arc;

use hyper::body::Incoming;
use hyper::{Request, Response};

use super::body::Body;
use super::mark::Mark;
use super::moved::Moved;
use super::shelf::Shelf;
use super::{answer, callback, sound};
use crate::model::CALLED_AT;

/// What is served.
pub(super) struct Site {
    pub(super) moved: Moved,
    pub(super) shelf: Arc<Shelf>,
    pub(super) hubs: Option<callback::Desk>,
    pub(super) complain: fn(&str),
}

impl Site {
    /// The answer to a request.
    pub(super) async fn answer(&self, request: Request<Incoming>, mark: &Arc<Mark>) -> Response<Body> {
        if let Some((status, says)) = sound::fault(&request) {
            let mut answer = answer::page(status, says);
            answer::end_behind(&mut answer);
            return answer;
        }
        let called = request.uri().path().strip_prefix('/').and_then(|path| path.strip_prefix(CALLED_AT));
        match self.hubs.as_ref().zip(called.map(str::to_owned)) {
            Some((hubs, name)) => hubs.answer(&name, request).await,
            None => match self.moved_to(&request) {
                Some(answer) => answer,
                None => answer::to(&self.shelf, &request, mark).await,
            },
        }
    }

    /// The answer to a request for what stands elsewhere by now.
    fn moved_to(&self, request: &Request<Incoming>) -> Option<Response<Body>> {
        if !matches!(*request.method(), hyper::Method::GET | hyper::Method::HEAD) {
            return None;
        }
        let to = self.moved.to(request.uri().path(), request.uri().query())?;
        let mut answer = answer::elsewhere(&to);
        if sound::has_body(request) {
            answer::end_behind(&mut answer);
        }
        Some(answer)
    }
}
