//! `copydesk check`: what is wrong or unwise in the configuration, with line and remedy. Asks nobody.

use std::collections::HashSet;
use std::io::{self, Write};

use serde_json::json;

use super::{Common, Outcome, Stop, code, counted, now};
use crate::config::Desk;
use crate::config::check::{Known, Note, check};
use crate::desk::Unmatched;
use crate::pipeline;
use crate::store::Store;

/// What is wrong or unwise in the configuration, without asking anybody
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Print one JSON document a line for each finding
    #[arg(long)]
    json: bool,
}

/// Runs the command.
pub(super) fn run(args: &Args, common: &Common) -> Outcome {
    let desk = super::desk(common)?;
    let path = common.config.display();
    let text = std::fs::read_to_string(&common.config)
        .map_err(|error| Stop::unusable(format!("cannot read {path}: {error}")))?;
    let notes = notes(&desk, &text, common)?;
    let mut out = io::stdout().lock();
    for Note { line, message } in &notes {
        match (args.json, line) {
            (true, _) => {
                writeln!(out, "{}", json!({"file": path.to_string(), "line": line, "message": message}))?
            }
            (false, 0) => writeln!(out, "{path}: {message}")?,
            (false, _) => writeln!(out, "{path}:{line}: {message}")?,
        }
    }
    if !common.quiet {
        match notes.len() {
            0 => writeln!(io::stderr(), "copydesk: {path}: nothing is wrong")?,
            count => writeln!(io::stderr(), "copydesk: {} to mend", counted(count, "thing", "things"))?,
        }
    }
    Ok(if notes.is_empty() { code::DONE } else { code::UNUSABLE })
}

/// What configuration and store tell together; a store that is not there yet is not made.
fn notes(desk: &Desk, text: &str, common: &Common) -> Result<Vec<Note>, Stop> {
    if !desk.database.exists() {
        return Ok(check(desk, text, None));
    }
    let store = Store::open(&desk.database).map_err(Stop::unusable)?;
    let mut filled = HashSet::new();
    for section in &desk.sections {
        if !store.standings(&section.slug, 1).map_err(Stop::failed)?.is_empty() {
            filled.insert(section.slug.clone());
        }
    }
    let now = now()?;
    let has = |entry: &str| crate::desk::find(desk, &store, entry, now).is_ok_and(|found| !found.is_empty());
    // A filter may name a source that only a list has.
    let mut whole = super::desk(common)?;
    pipeline::join_lists(&mut whole, &store).map_err(Stop::failed)?;
    let Unmatched { filters, rewrites } = crate::desk::unmatched(&whole, &store).map_err(Stop::failed)?;
    let known = Known {
        entries: store.count().map_err(Stop::failed)?,
        filled,
        has: &has,
        idle_filters: filters,
        idle_rewrites: rewrites,
    };
    Ok(check(desk, text, Some(&known)))
}
