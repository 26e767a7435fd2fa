//! `copydesk init`: write a commented copydesk.toml.

use super::{Common, Outcome, Stop};

/// Write a commented copydesk.toml.
#[derive(Debug, clap::Args)]
pub(super) struct Args {}

/// Runs the command.
pub(super) fn run(_args: &Args, _common: &Common) -> Outcome {
    Err(Stop::failed("not there yet"))
}
