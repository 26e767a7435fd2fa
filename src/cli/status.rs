//! `copydesk status`: the health of every source.

use super::{Common, Outcome, Stop};

/// The health of every source.
#[derive(Debug, clap::Args)]
pub(super) struct Args {}

/// Runs the command.
pub(super) fn run(_args: &Args, _common: &Common) -> Outcome {
    Err(Stop::failed("not there yet"))
}
