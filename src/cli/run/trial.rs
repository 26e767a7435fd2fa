//! `copydesk run --dry-run`: what a run would change, without asking anybody or writing anything.

use std::io::{self, Write};

use chrono::{DateTime, Utc};
use serde_json::json;

use super::super::{Common, Outcome, Stop, code, counted, signals};
use crate::config::Desk;
use crate::pipeline::{self, Care, Change, Scope, SectionChange, Story, Tried};
use crate::store::Store;

/// Stories of a section that are told at most; JSON and -v have all.
const LINES: usize = 40;

/// Tries the configuration on a copy of the store.
pub(super) fn run(
    desk: &mut Desk,
    scope: &Scope,
    care: &Care,
    common: &Common,
    as_json: bool,
    now: DateTime<Utc>,
) -> Outcome {
    let (halt, signal) = signals::listen().map_err(Stop::failed)?;
    if !desk.database.exists() {
        writeln!(
            io::stderr(),
            "copydesk: there is no database yet, so only our own articles can come, and what sources gave seems to go"
        )?;
    }
    let folder = tempfile::tempdir().map_err(|error| {
        Stop::failed(format!(
            "cannot make a folder for a copy of the database: {error}; make room, or set TMPDIR"
        ))
    })?;
    let mut store =
        Store::copy_of(&desk.database, &folder.path().join("copy.db")).map_err(super::stop_for)?;
    let tried = pipeline::try_out(desk, &mut store, scope, care, now, &halt).map_err(Stop::failed)?;
    if let Some((code, name)) = signal.code() {
        return Err(Stop { code, message: format!("{name} ended the trial early; nothing was written") });
    }
    for unreadable in &tried.taken_in.unreadable {
        writeln!(io::stderr(), "copydesk: article left out: {unreadable}")?;
    }
    let said = if as_json { self::as_json(&tried).to_string() } else { in_words(&tried, common.verbose) };
    writeln!(io::stdout(), "{said}")?;
    Ok(code::DONE)
}

fn in_words(tried: &Tried, all: bool) -> String {
    let mut lines = Vec::new();
    for section in &tried.put_out.changes {
        lines.extend(of_section(section, all));
    }
    for held in &tried.put_out.held {
        lines.push(format!(
            "{}: it would be held back, since it would lose more than {} % of its {} stories; `copydesk run --allow-shrink {}` lets it",
            held.section,
            (held.share * 100.0).round(),
            held.had,
            held.section
        ));
    }
    for (filter, count) in &tried.settled.filtered {
        lines.push(format!("{filter} keeps out {}", counted(*count, "new entry", "new entries")));
    }
    lines.extend(tried.settled.rerouted.in_words());
    if tried.put_out.changes.is_empty() {
        lines.push("no section would change".to_owned());
    }
    lines.push("nobody was asked and nothing was written; `copydesk run` does it".to_owned());
    lines.join("\n")
}

fn of_section(section: &SectionChange, all: bool) -> Vec<String> {
    let count =
        |wanted: &dyn Fn(&Change) -> bool| section.changes.iter().filter(|change| wanted(change)).count();
    let parts = [
        (count(&|change| matches!(change, Change::Come { .. })), "comes", "come"),
        (count(&|change| matches!(change, Change::Go { .. })), "goes", "go"),
        (count(&|change| matches!(change, Change::Move { .. })), "moves", "move"),
        (count(&|change| matches!(change, Change::Change { .. })), "changes", "change"),
    ];
    let parts: Vec<String> = parts
        .into_iter()
        .filter(|(count, ..)| *count > 0)
        .map(|(count, one, many)| counted(count, one, many))
        .collect();
    let mut lines = vec![format!(
        "{}: {} ({}, now {})",
        section.section,
        parts.join(", "),
        counted(section.has, "story", "stories"),
        section.had
    )];
    let most = if all { usize::MAX } else { LINES };
    lines.extend(section.changes.iter().take(most).map(line));
    if section.changes.len() > most {
        lines.push(format!("  and {} more; -v has all", section.changes.len() - most));
    }
    lines
}

fn line(change: &Change) -> String {
    let shown = |story: &Story| match &story.source {
        Some(source) => format!("{} ({source})", story.title),
        None => story.title.clone(),
    };
    match change {
        Change::Come { story, .. } => format!("  + {}", shown(story)),
        Change::Go { story, .. } => format!("  - {}", shown(story)),
        Change::Move { story, from, place } => format!("  > {}: from place {from} to {place}", shown(story)),
        Change::Change { story, what } => format!("  ~ {}: {}", shown(story), what.join(", ")),
    }
}

fn as_json(tried: &Tried) -> serde_json::Value {
    let held = tried.put_out.held.iter();
    let held = held.map(
        |held| json!({"section": held.section, "had": held.had, "has": held.has, "may_lose": held.share}),
    );
    json!({
        "sections": tried.put_out.changes,
        "held_back": held.collect::<Vec<_>>(),
        "filtered": tried.settled.filtered,
        "kept_out": tried.settled.rerouted.kept_out,
        "unreadable": tried.taken_in.unreadable,
    })
}
