//! The reader keeps its promises: on documents that a person can open, on hostile ones, in pieces.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod hostile;
mod pieces;
mod read;
mod shown;
mod targets;
