//! `copydesk source show NAME --held` and `--release`: what waits for a person.

use std::io::{self, Write};

use serde_json::json;

use super::{Common, Outcome, Stop, code, counted, meant};
use crate::config::{Desk, Source};
use crate::model::{Stored, Text};
use crate::pipeline;
use crate::store::{self, Store};

/// What waits of a source, and letting it in
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, clap::Subcommand)]
enum What {
    /// What of a source waits for a person: old or undated entries that came at once, a stranger's entries
    Show {
        /// Name or key
        name: String,
        /// List what waits
        #[arg(long)]
        held: bool,
        /// Let all of it in with the next run
        #[arg(long, conflicts_with = "held")]
        release: bool,
        /// One JSON document
        #[arg(long)]
        json: bool,
    },
}

/// Lines that a person gets to see; JSON has all.
const LINES: usize = 50;

/// Runs the command.
pub(super) fn run(args: &Args, common: &Common) -> Outcome {
    let mut desk = super::desk(common)?;
    let What::Show { name, release, json, .. } = &args.what;
    let mut store = Store::open(&desk.database).map_err(Stop::unusable)?;
    pipeline::join_lists(&mut desk, &store).map_err(Stop::failed)?;
    let source = find(&desk, name)?;
    let said = match release {
        true => self::release(&desk, &mut store, source)?,
        false => held(&store, source, *json)?,
    };
    writeln!(io::stdout(), "{said}")?;
    Ok(code::DONE)
}

fn find<'d>(desk: &'d Desk, name: &str) -> Result<&'d Source, Stop> {
    let found = desk.sources.iter().find(|source| source.key == *name || source.name == name);
    found.ok_or_else(|| {
        let names = desk.sources.iter().flat_map(|source| [source.name.as_str(), source.key.as_str()]);
        let hint = meant(name, names, "`copydesk status` lists them");
        Stop::unusable(format!("no source is called \"{name}\"; {hint}"))
    })
}

/// What waits of a source, a line each, or as JSON.
pub(super) fn held(store: &Store, source: &Source, json: bool) -> Result<String, Stop> {
    let count = store.count_held(&source.key).map_err(Stop::failed)?;
    let held = store.held(&source.key, if json { usize::MAX } else { LINES }).map_err(Stop::failed)?;
    let state = store.source(&source.key).map_err(Stop::failed)?;
    let stranger = state.and_then(|state| state.life.stranger);
    let title = |one: &Stored| {
        let title = one.entry.title.as_ref().map(Text::without_markup).unwrap_or_default();
        if title.trim().is_empty() { "(without a title)".to_owned() } else { title }
    };
    if json {
        let one = |one: &Stored| json!({"id": one.id, "title": title(one), "address": one.entry.link, "published": one.published});
        let entries: Vec<_> = held.iter().map(one).collect();
        return Ok(
            json!({"key": *source.key, "name": source.name, "site": stranger, "held": entries}).to_string()
        );
    }
    let name = &source.name;
    if count == 0 && stranger.is_none() {
        return Ok(format!("nothing of \"{name}\" waits"));
    }
    let mut lines = vec![match &stranger {
        Some(site) => format!(
            "the address of \"{name}\" leads for good to another site, {site}, where nothing of it is known; {} from there",
            counted(count, "entry waits", "entries wait")
        ),
        None => format!("{} of \"{name}\"", counted(count, "entry waits", "entries wait")),
    }];
    for one in &held {
        let address = one.entry.link.as_deref().unwrap_or(&one.id);
        lines.push(format!("  {}  {}  {address}", one.published.format("%Y-%m-%d"), title(one)));
    }
    if count > held.len() {
        lines.push(format!("  and {} more; --json has all", count - held.len()));
    }
    lines.push(format!("`copydesk source show \"{name}\" --release` lets them in with the next run"));
    Ok(lines.join("\n"))
}

/// Lets in what waits of a source.
pub(super) fn release(desk: &Desk, store: &mut Store, source: &Source) -> Result<String, Stop> {
    let _lock = store::lock(&desk.database).map_err(|error| match error {
        store::Error::Locked(_) => Stop { code: code::LOCKED, message: error.to_string() },
        other => Stop::failed(other),
    })?;
    let released = store.release(&source.key).map_err(Stop::failed)?;
    Ok(match released {
        0 => format!("nothing of \"{}\" waited", source.name),
        count => {
            format!("{} of \"{}\" come in with the next run", counted(count, "entry", "entries"), source.name)
        }
    })
}
