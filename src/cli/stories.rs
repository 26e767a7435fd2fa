//! `copydesk stories`: group article records into stories.

use super::{Common, Outcome, Stop};

/// Group article records into stories.
#[derive(Debug, clap::Args)]
pub(super) struct Args {}

/// Runs the command.
pub(super) fn run(_args: &Args, _common: &Common) -> Outcome {
    Err(Stop::failed("not there yet"))
}
