//! The published folder over HTTP, with validators; renders no feed of its own.
//!
//! Promises a feed reader everything it needs to ask cheaply (ETag, Last-Modified, 304), and
//! refuses to give out what is not in the folder, hidden, or reached through a link that leaves it.

mod answer;
mod callback;
mod conditions;
mod kinds;
mod place;
mod pressed;

use std::future::Future;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use tokio::net::TcpListener;
use tokio::sync::oneshot;

pub use callback::Callbacks;

use crate::model::CALLED_AT;

/// How long requests under way may take to end once we are told to stop.
const LAST_CALL: Duration = Duration::from_secs(5);

/// What every feed says of itself in its headers (WebSub 1.0, section 4).
#[derive(Debug, Clone, Default)]
pub struct Announced {
    /// Public address of the folder; without it feeds do not name themselves.
    pub base_url: Option<String>,
    /// Hubs that tell of changes.
    pub hubs: Vec<String>,
}

/// Serves the folder until `shutdown` completes; requests under way then have five seconds. With
/// `callbacks`, hubs are answered below [`CALLED_AT`].
pub async fn run(
    folder: &Path,
    announced: Announced,
    callbacks: Option<Arc<dyn Callbacks>>,
    listener: TcpListener,
    shutdown: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    let app = router(folder.canonicalize()?, announced, callbacks);
    let (told, stopping) = oneshot::channel();
    let signal = async move {
        shutdown.await;
        // Who no longer waits for it has ended already.
        let _ = told.send(());
    };
    let serving = axum::serve(listener, app).with_graceful_shutdown(signal);
    tokio::select! {
        ended = serving.into_future() => ended,
        () = async {
            // Without the signal there is no last call.
            if stopping.await.is_err() {
                std::future::pending::<()>().await;
            }
            tokio::time::sleep(LAST_CALL).await;
        } => Ok(()),
    }
}

/// The folder as a service, for a program that serves more than it. `root` is canonical.
fn router(root: PathBuf, announced: Announced, callbacks: Option<Arc<dyn Callbacks>>) -> Router {
    let announced = Arc::new(announced);
    Router::new().fallback(move |request: axum::extract::Request| {
        let (root, announced) = (root.clone(), announced.clone());
        let called = request.uri().path().strip_prefix('/').and_then(|path| path.strip_prefix(CALLED_AT));
        let call = callbacks.clone().zip(called.map(str::to_owned));
        async move {
            match call {
                Some((callbacks, name)) => callback::to(callbacks, name, request).await,
                None => answer::to(root, &announced, request).await,
            }
        }
    })
}
