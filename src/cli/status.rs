//! `copydesk status`: the health of every source, from what the store remembers. Asks nobody.

use std::io::{self, Write};

use chrono::{DateTime, Utc};
use comfy_table::{Table, presets};
use serde_json::json;

use super::{Common, Outcome, Stop, ago, code, now};
use crate::config::{self, Source};
use crate::store::{SourceState, Store};

/// The health of every source
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// One JSON document
    #[arg(long)]
    json: bool,
    /// Exit with 3 if a source is failing
    #[arg(long, value_name = "bad", value_parser = ["bad"])]
    fail_on: Option<String>,
}

/// Runs the command.
pub(super) fn run(args: &Args, common: &Common) -> Outcome {
    let desk = config::load(&common.config).map_err(Stop::unusable)?;
    let store = Store::open(&desk.database).map_err(Stop::unusable)?;
    let mut states = Vec::with_capacity(desk.sources.len());
    for source in &desk.sources {
        states.push((source, store.source(&source.key).map_err(Stop::failed)?.unwrap_or_default()));
    }
    match args.json {
        true => writeln!(io::stdout(), "{}", as_json(&states))?,
        false => writeln!(io::stdout(), "{}", as_table(&states, now()?))?,
    }
    let bad = states.iter().any(|(_, state)| state.failures > 0);
    Ok(if args.fail_on.is_some() && bad { code::SOURCE_FAILED } else { code::DONE })
}

fn health(state: &SourceState) -> &'static str {
    match (state.asked, state.failures) {
        (None, _) => "never asked",
        (Some(_), 0) if state.repairs.is_empty() => "good",
        (Some(_), 0) => "mended",
        (Some(_), _) => "failing",
    }
}

fn as_table(states: &[(&Source, SourceState)], now: DateTime<Utc>) -> String {
    let mut table = Table::new();
    table.load_style(presets::NOTHING);
    table.set_header(["Source", "Health", "Last asked", "Next visit", "Entries", "Last answer"]);
    for (source, state) in states {
        let answer = match state.failing_since {
            Some(since) => {
                format!("{} (failing since {}, {} times)", state.answer, ago(since, now), state.failures)
            }
            None if state.repairs.is_empty() => state.answer.clone(),
            None => format!("{}; mended: {}", state.answer, state.repairs.join("; ")),
        };
        table.add_row([
            source.name.clone(),
            health(state).to_owned(),
            state.asked.map_or_else(String::new, |asked| ago(asked, now)),
            state.next_visit.map_or_else(String::new, |visit| ago(visit, now)),
            state.entries.to_string(),
            answer,
        ]);
    }
    table.to_string()
}

fn as_json(states: &[(&Source, SourceState)]) -> serde_json::Value {
    let one = |(source, state): &(&Source, SourceState)| {
        json!({
            "key": source.key, "name": source.name, "health": health(state), "answer": state.answer,
            "asked": state.asked, "answered": state.answered, "next_visit": state.next_visit,
            "failures": state.failures, "failing_since": state.failing_since,
            "format": state.format, "title": state.title, "entries": state.entries, "repairs": state.repairs,
        })
    };
    json!({ "sources": states.iter().map(one).collect::<Vec<_>>() })
}
