//! `copydesk init`: writes a commented configuration to start from, and never over an old one.

use std::fs::File;
use std::io::{self, Write};

use super::{Common, Outcome, Stop, code};
use crate::config::TEMPLATE;

/// Write a commented copydesk.toml
#[derive(Debug, clap::Args)]
pub(super) struct Args {}

/// Runs the command.
pub(super) fn run(_args: &Args, common: &Common) -> Outcome {
    let path = &common.config;
    let mut file = File::create_new(path).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => Stop::unusable(format!(
            "{} is there already and was left as it is; --config FILE names another",
            path.display()
        )),
        _ => Stop::failed(format!("cannot write {}: {error}", path.display())),
    })?;
    file.write_all(TEMPLATE.as_bytes())
        .map_err(|error| Stop::failed(format!("cannot write {}: {error}", path.display())))?;
    if !common.quiet {
        writeln!(
            io::stderr(),
            "copydesk: wrote {}; fill in [site], then run `copydesk run`",
            path.display()
        )?;
    }
    Ok(code::DONE)
}
