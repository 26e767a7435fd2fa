//! `copydesk run`: one pass: take in articles and what is due, settle, publish.

use super::{Common, Outcome, Stop};

/// One pass: take in articles and what is due, settle, publish.
#[derive(Debug, clap::Args)]
pub(super) struct Args {}

/// Runs the command.
pub(super) fn run(_args: &Args, _common: &Common) -> Outcome {
    Err(Stop::failed("not there yet"))
}
