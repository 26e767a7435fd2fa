//! `copydesk why`: what became of one entry, and why, in plain words with figures.

use std::fmt::Write as _;
use std::io::{self, Write};

use super::{Common, Outcome, Stop, code, now};
use crate::config::Desk;
use crate::desk::Account;
use crate::pipeline;
use crate::store::Store;
use crate::text::url;

/// What became of one entry, and why
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Address in any form, id or guid of the entry, or the id of a story
    #[arg(value_name = "URL-OR-ID")]
    wanted: String,
    /// Print one JSON document a line, for each entry that is meant
    #[arg(long)]
    json: bool,
}

/// Runs the command.
pub(super) fn run(args: &Args, common: &Common) -> Outcome {
    let mut desk = super::desk(common)?;
    let store = Store::open(&desk.database).map_err(Stop::unusable)?;
    pipeline::join_lists(&mut desk, &store).map_err(Stop::failed)?;
    let now = now()?;
    let found = crate::desk::find(&desk, &store, &args.wanted, now).map_err(Stop::failed)?;
    if found.is_empty() {
        return Err(unknown(&desk, &args.wanted));
    }
    let mut out = io::stdout().lock();
    for entry in &found {
        let account = crate::desk::account(&desk, &store, entry, now).map_err(Stop::failed)?;
        match args.json {
            true => writeln!(out, "{}", serde_json::to_string(&account).map_err(Stop::failed)?)?,
            false => out.write_all(told(&account).as_bytes())?,
        }
    }
    Ok(code::DONE)
}

/// Nothing has this name; a source of the same site may help to find it.
fn unknown(desk: &Desk, wanted: &str) -> Stop {
    let site = url::site(wanted);
    let near = desk.sources.iter().find(|source| site.is_some() && url::site(&source.home) == site);
    let hint = match near {
        Some(source) => format!(
            "source \"{}\" has its site, but its feed never held it while we looked; `copydesk status` says when that was",
            source.name
        ),
        None if site.is_some() => "no source has its site; `copydesk add` takes one in".to_owned(),
        None => "try the link in its feed".to_owned(),
    };
    Stop::failed(format!("no entry has the address or id \"{wanted}\": {hint}"))
}

fn told(account: &Account) -> String {
    let mut out = String::new();
    // Writing to a String cannot fail.
    let mut line = |label: &str, text: &str| {
        let _ = writeln!(out, "  {label:<12} {text}");
    };
    let minute = |time: &chrono::DateTime<chrono::Utc>| time.format("%Y-%m-%d %H:%M UTC").to_string();
    line("published as", &account.outcome);
    line("from", &format!("source {}, first seen {}", account.source, minute(&account.first_seen)));
    line("id", &account.id);
    if let Some(address) = &account.address {
        line("address", address);
    }
    line("known by", &account.recognised.join("; "));
    if let Some(since) = &account.frozen {
        line("frozen", &format!("since {}: it went back and forth between versions", minute(since)));
    }
    line(
        "published",
        &format!("{}, content changed {}", minute(&account.published), minute(&account.updated)),
    );
    line("shown of it", account.rights);
    for credit in &account.credits {
        line(
            "credits",
            &format!("{} ({}), from the words \u{201c}{}\u{201d}", credit.name, credit.kind, credit.words),
        );
        match (&credit.report, &credit.url) {
            (Some(report), _) => line("", &format!("that is {report}")),
            (None, Some(url)) => line("", &format!("at {url}; that report is not in the story")),
            (None, None) => line("", "no address is known, so there is no via"),
        }
    }
    for section in &account.sections {
        line("section", section);
    }
    if let Some(story) = &account.story {
        line("story", &format!("{}, similarity {:.2}, in {}", story.relation, story.similarity, story.id));
        story.evidence.iter().for_each(|evidence| line("", evidence));
        story.members.iter().for_each(|member| line("also told by", member));
        story.joined.iter().for_each(|joined| line("", joined));
        line("lead", &story.lead);
    }
    account.rulings.iter().for_each(|ruling| line("ruling", ruling));
    account.places.iter().for_each(|place| line("stands in", place));
    format!("{}\n{out}", account.title)
}
