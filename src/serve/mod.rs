//! The published folder over HTTP, with validators; renders no feed of its own.
//!
//! Promises a feed reader everything it needs to ask cheaply (ETag, Last-Modified, 304), refuses to give
//! out what is not in the folder, hidden, or reached through a link that leaves it, and lets no client
//! hold up another: time, connections and memory are bounded. docs/serving.md has the figures.

mod answer;
mod body;
mod callback;
mod conditions;
mod crowd;
mod document;
mod door;
mod headers;
mod kinds;
mod limits;
mod line;
mod mark;
mod moved;
mod place;
mod pressed;
mod shelf;
mod sound;
mod twin;

use std::future::Future;
use std::io;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use hyper::body::Incoming;
use hyper::{Request, Response};
use tokio::net::TcpListener;

pub use callback::Callbacks;
pub use limits::Limits;
pub use moved::Moved;

use crate::model::CALLED_AT;
use crowd::Crowd;
use mark::Mark;
use shelf::Shelf;

/// What every feed says of itself in its headers (WebSub 1.0, section 4), and what moved.
#[derive(Debug, Clone, Default)]
pub struct Announced {
    /// Public address of the folder; without it feeds do not name themselves.
    pub base_url: Option<String>,
    /// Hubs that tell of changes.
    pub hubs: Vec<String>,
    /// Folders that have another name now.
    pub moved: Moved,
}

/// Serves the folder until `shutdown` completes; requests under way then have [`Limits::last_call`]. With
/// `callbacks`, hubs are answered below [`CALLED_AT`].
pub async fn run(
    folder: &Path,
    announced: Announced,
    callbacks: Option<Arc<dyn Callbacks>>,
    listener: TcpListener,
    limits: Limits,
    shutdown: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    let site = Arc::new(Site {
        moved: announced.moved.clone(),
        shelf: Arc::new(Shelf::new(folder.canonicalize()?, announced, &limits)),
        hubs: callbacks.map(|callbacks| callback::Desk::new(callbacks, limits.body)),
        complain: limits.complain,
    });
    let last_call = limits.last_call;
    let crowd = Crowd::new(limits.clone());
    tokio::select! {
        never = door::open(listener, Arc::clone(&crowd), site) => match never {},
        never = sweeping(&crowd, &limits) => match never {},
        () = shutdown => {}
    }
    // The door is closed. Who is being answered has time to take it.
    let _ = tokio::time::timeout(last_call, async {
        while crowd.say_goodbye() {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    })
    .await;
    crowd.close();
    Ok(())
}

/// Looks round often enough that no limit is passed by more than a tenth of it.
async fn sweeping(crowd: &Crowd, limits: &Limits) -> std::convert::Infallible {
    let shortest = limits.header.min(limits.idle).min(limits.stalled);
    let step = (shortest / 10).clamp(Duration::from_millis(10), Duration::from_millis(250));
    loop {
        tokio::time::sleep(step).await;
        crowd.sweep();
    }
}

/// What is served.
struct Site {
    moved: Moved,
    shelf: Arc<Shelf>,
    hubs: Option<callback::Desk>,
    complain: fn(&str),
}

impl Site {
    /// The answer to a request.
    async fn answer(&self, request: Request<Incoming>, mark: &Arc<Mark>) -> Response<body::Body> {
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
    fn moved_to(&self, request: &Request<Incoming>) -> Option<Response<body::Body>> {
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
