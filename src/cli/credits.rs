//! `copydesk credits`: the sources that a text names.

use super::{Common, Outcome, Stop};

/// The sources that a text names.
#[derive(Debug, clap::Args)]
pub(super) struct Args {}

/// Runs the command.
pub(super) fn run(_args: &Args, _common: &Common) -> Outcome {
    Err(Stop::failed("not there yet"))
}
