//! `copydesk why`: what became of one entry, and why.

use super::{Common, Outcome, Stop};

/// What became of one entry, and why.
#[derive(Debug, clap::Args)]
pub(super) struct Args {}

/// Runs the command.
pub(super) fn run(_args: &Args, _common: &Common) -> Outcome {
    Err(Stop::failed("not there yet"))
}
