//! The published folder over HTTP, with validators; renders no feed of its own.
//!
//! Promises a feed reader everything it needs to ask cheaply (ETag, Last-Modified, 304), refuses to give
//! out what is not in the folder, hidden, or reached through a link that leaves it, and lets no client
//! hold up another: time, connections and memory are bounded. docs/serving.md has the figures.

mod announced;
mod answer;
mod body;
mod callback;
mod conditions;
mod crowd;
mod document;
mod door;
mod encoded;
mod headers;
mod kinds;
mod limits;
mod line;
mod mark;
mod moved;
mod place;
mod pressed;
mod shelf;
mod site;
mod sound;
mod twin;

use std::future::Future;
use std::io;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use tokio::net::TcpListener;

pub use announced::Announced;
pub use callback::Callbacks;
pub use limits::Limits;
pub use moved::Moved;

use crowd::Crowd;
use shelf::Shelf;
use site::Site;

/// Serves the folder until `shutdown` completes; requests under way then have [`Limits::last_call`]. With
/// `callbacks`, hubs are answered below [`CALLED_AT`](crate::model::CALLED_AT).
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
