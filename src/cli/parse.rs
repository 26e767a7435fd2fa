//! `copydesk parse`: any feed as normalised JSON.

use super::{Common, Outcome, Stop};

/// Any feed as normalised JSON.
#[derive(Debug, clap::Args)]
pub(super) struct Args {}

/// Runs the command.
pub(super) fn run(_args: &Args, _common: &Common) -> Outcome {
    Err(Stop::failed("not there yet"))
}
