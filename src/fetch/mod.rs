//! One polite conditional GET; many at once, fair to each host.
//!
//! Every outgoing request is checked against the address rules where it is dialled, every body
//! is bounded on the wire and after decoding, every phase has its deadline. A source that fails
//! gives a [`Receipt`], never an error. Rule numbers in comments and tests are those of
//! docs/fetch-rules.md. robots.txt is read for pages only, no feed of a person's choice is asked by it;
//! no cookies beyond a chain of redirects.

mod answer;
mod body;
mod client;
mod cookies;
mod decode;
mod fence;
mod file;
mod get;
mod headers;
mod host;
mod pauses;
mod post;
mod queue;
mod receipt;
mod resolve;
mod robots;
mod trouble;
mod ways;

pub use answer::{Address, Answer, Document, Due, Held, Hop, Outcome, Validators};
pub use client::{Client, Error, Patience, client};
pub use fence::Fence;
pub use get::{in_turn, one};
pub use host::host;
pub use post::post;
pub use queue::all;
pub use receipt::{Kind, Receipt};
pub use robots::Robots;
