//! `copydesk serve`: the published feeds over HTTP.

use super::{Common, Outcome, Stop};

/// The published feeds over HTTP.
#[derive(Debug, clap::Args)]
pub(super) struct Args {}

/// Runs the command.
pub(super) fn run(_args: &Args, _common: &Common) -> Outcome {
    Err(Stop::failed("not there yet"))
}
