//! Whatever comes from outside costs what its bytes cost, and a signal ends any command soon.
//!
//! `shapes.rs` is the table of hostile shapes: add a line there. `doors.rs` says what is done with what
//! comes in by each way. `signals.rs` ends commands at work.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]
#![expect(clippy::print_stdout, reason = "what a shape costs is told with --nocapture")]

mod clock;
mod doors;
mod shapes;
#[cfg(unix)]
mod signals;
