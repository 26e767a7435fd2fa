//! `copydesk source show NAME --held` and `--release`: what waits for a person.

use serde_json::json;

use super::{Stop, code, counted};
use crate::config::{Desk, Source};
use crate::model::{Stored, Text};
use crate::store::{self, Store};

/// Lines that a person gets to see; JSON has all.
const LINES: usize = 50;

/// What waits of a source, a line each, or as JSON.
pub(super) fn held(store: Option<&Store>, source: &Source, json: bool) -> Result<String, Stop> {
    let Some(store) = store else { return Ok(nothing(source)) };
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
        return Ok(nothing(source));
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
pub(super) fn release(desk: &Desk, store: Option<&mut Store>, source: &Source) -> Result<String, Stop> {
    let Some(store) = store else { return Ok(nothing(source)) };
    let _lock = store::lock(&desk.database).map_err(|error| match error {
        store::Error::Locked(_) => Stop { code: code::LOCKED, message: error.to_string() },
        other => Stop::failed(other),
    })?;
    let released = store.release(&source.key).map_err(Stop::failed)?;
    Ok(match released {
        0 => nothing(source),
        count => {
            format!("{} of \"{}\" come in with the next run", counted(count, "entry", "entries"), source.name)
        }
    })
}

fn nothing(source: &Source) -> String {
    format!("nothing of \"{}\" waits", source.name)
}
