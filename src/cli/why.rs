//! `copydesk why`: what became of one entry, and why, from what settling wrote down.

use std::fmt::Write as _;
use std::io::{self, Write};

use chrono::{DateTime, Utc};

use super::{Common, Outcome, Stop, code, now};
use crate::config::{self, Desk};
use crate::model::{Status, Stored, Text};
use crate::pipeline;
use crate::store::{self, Store};

/// What became of one entry, and why
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Address, id or guid of the entry
    #[arg(value_name = "URL-OR-ID")]
    wanted: String,
}

/// Runs the command.
pub(super) fn run(args: &Args, common: &Common) -> Outcome {
    let mut desk = config::load(&common.config).map_err(Stop::unusable)?;
    let store = Store::open(&desk.database).map_err(Stop::unusable)?;
    pipeline::join_lists(&mut desk, &store).map_err(Stop::failed)?;
    let found = store.find(&args.wanted).map_err(Stop::failed)?;
    if found.is_empty() {
        return Err(Stop::failed(format!(
            "no entry has the address or id \"{}\"; it was never met, or goes by another: try the link in its feed",
            args.wanted
        )));
    }
    let now = now()?;
    for entry in &found {
        let told = tell(&desk, &store, entry, now).map_err(Stop::failed)?;
        io::stdout().lock().write_all(told.as_bytes())?;
    }
    Ok(code::DONE)
}

fn tell(desk: &Desk, store: &Store, entry: &Stored, now: DateTime<Utc>) -> Result<String, store::Error> {
    let mut out = String::new();
    // Writing to a String cannot fail.
    let mut line = |text: String| {
        let _ = writeln!(out, "{text}");
    };
    line(headline(entry));
    line(format!(
        "  from       {}, first seen {}",
        name(desk, entry),
        entry.first_seen.format("%Y-%m-%d %H:%M UTC")
    ));
    line(format!("  id         {}", entry.id));
    if let Some(link) = &entry.entry.link {
        line(format!("  address    {link}"));
    }
    line(format!(
        "  published  {}, content changed {}",
        entry.published.to_rfc3339(),
        entry.updated.to_rfc3339()
    ));
    if let Some(since) = entry.frozen {
        line(format!("  frozen     since {}: it went back and forth between versions", since.to_rfc3339()));
    }
    for credit in &entry.credits {
        let kind = credit.kind.name();
        line(format!(
            "  credits    {} ({kind}), from the words \u{201c}{}\u{201d}",
            credit.name, credit.evidence
        ));
    }
    for placement in store.placements(entry.row)? {
        line(format!("  section    {}: {}", placement.section, placement.rule));
    }
    for told in story(desk, store, entry, now)? {
        line(format!("  story      {told}"));
    }
    line(format!("  published as {}", outcome(store, entry, now)?));
    Ok(out)
}

fn headline(entry: &Stored) -> String {
    let title = entry.entry.title.as_ref();
    title.map_or_else(|| "(without a title)".to_owned(), Text::without_markup)
}

fn name<'a>(desk: &'a Desk, entry: &'a Stored) -> &'a str {
    match desk.source(&entry.source) {
        Some(source) => &source.name,
        None if entry.is_own() => "our own articles",
        None => &entry.source,
    }
}

fn story(
    desk: &Desk,
    store: &Store,
    entry: &Stored,
    now: DateTime<Utc>,
) -> Result<Vec<String>, store::Error> {
    let Some(filing) = &entry.filing else { return Ok(Vec::new()) };
    let mut told = vec![format!("{}, similarity {:.2}", filing.relation.name(), filing.similarity)];
    told.extend(filing.evidence.iter().cloned());
    for member in store.members(&filing.story, now)? {
        if member.row != entry.row {
            told.push(format!("also told by {}: {}", name(desk, &member), headline(&member)));
        }
    }
    Ok(told)
}

fn outcome(store: &Store, entry: &Stored, now: DateTime<Utc>) -> Result<String, store::Error> {
    if entry.status == Status::Withdrawn {
        return Ok("nothing: it is withdrawn".to_owned());
    }
    if let Some(embargo) = entry.embargo.filter(|embargo| *embargo > now) {
        return Ok(format!("nothing yet: it is embargoed until {}", embargo.to_rfc3339()));
    }
    let Some(filing) = &entry.filing else { return Ok("nothing yet: it waits for the next run".to_owned()) };
    Ok(match store.lead_of(&filing.story)? {
        Some(lead) if lead == entry.row => "the lead of its story".to_owned(),
        Some(lead) => {
            let members = store.members(&filing.story, now)?;
            let leads = members.iter().find(|member| member.row == lead).map_or_else(String::new, headline);
            format!("\u{201c}also reported by\u{201d} or credit of the story led by: {leads}")
        }
        None => "nothing: its story has no lead".to_owned(),
    })
}
