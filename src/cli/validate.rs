//! `copydesk validate`: check feeds against the specifications.

use super::{Common, Outcome, Stop};

/// Check feeds against the specifications.
#[derive(Debug, clap::Args)]
pub(super) struct Args {}

/// Runs the command.
pub(super) fn run(_args: &Args, _common: &Common) -> Outcome {
    Err(Stop::failed("not there yet"))
}
