//! The doors to the world: what is fetched, what is served, what is put into the publish folder.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod doors;
mod fetch;
#[path = "../testing/origin.rs"]
mod origin;
mod publish;
#[cfg(feature = "serve")]
mod serve;
