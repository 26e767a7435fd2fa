//! What ends a run: the world is broken, not a source or a record.

use thiserror::Error;

use crate::{fetch, publish, store};

/// A broken world: nothing a source or a record could cause.
#[derive(Debug, Error)]
pub enum Broken {
    /// The database.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// The HTTP client can't be built.
    #[error(transparent)]
    Fetch(#[from] fetch::Error),
    /// The publish folder can't be used at all.
    #[error(transparent)]
    Publish(#[from] publish::Error),
    /// A print in the database can't be read or made.
    #[error(
        "the database holds an unreadable print: {0}; delete the database to build it anew from the sources"
    )]
    Print(#[from] postcard::Error),
    /// The system gives no threads.
    #[error("cannot start the network threads: {0}")]
    Threads(std::io::Error),
}
