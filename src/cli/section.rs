//! `copydesk section`: a section gets another slug, or goes. Everything that names it is changed too.

use std::io::{self, Write};

use chrono::{NaiveDate, TimeDelta};

use super::{Common, Outcome, Stop, code, meant, now};
use crate::config::amend::{self, OfSection};
use crate::config::{ALL, Desk};
use crate::text::slug::slug;

/// Days for which the old address leads to the new one, where nobody says otherwise.
const DAYS: i64 = 365;

/// Rename or remove a section; nothing becomes unread, and its old address leads on
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, clap::Subcommand)]
enum What {
    /// Give it another slug: its feeds move there, and the old addresses lead on
    Rename {
        /// Its slug
        slug: String,
        /// The new slug
        new: String,
        /// The new title, if that changes too
        #[arg(long)]
        title: Option<String>,
        /// For so many days the old addresses lead to the new ones; 365 unless told otherwise
        #[arg(long, value_parser = clap::value_parser!(i64).range(0..=36500), conflicts_with = "until")]
        days: Option<i64>,
        /// The same as the last day on which they do, 2027-06-30, or "ever"
        #[arg(long, value_name = "DATE")]
        until: Option<String>,
    },
    /// Take it out of copydesk.toml, and out of everything that names it
    Remove {
        /// Its slug
        slug: String,
    },
}

/// Runs the command.
pub(super) fn run(args: &Args, common: &Common) -> Outcome {
    let desk = super::desk(common)?;
    let said = match &args.what {
        What::Rename { slug, new, title, days, until } => {
            let until = last_day(*days, until.as_deref())?;
            rename(&desk, common, slug, new, title.as_deref(), until)?
        }
        What::Remove { slug } => remove(&desk, common, slug)?,
    };
    if !common.quiet {
        writeln!(io::stdout(), "{said}")?;
    }
    Ok(code::DONE)
}

fn find(desk: &Desk, name: &str) -> Result<usize, Stop> {
    if name == ALL {
        return Err(Stop::unusable(format!(
            "\"{ALL}\" is the section of every story; it is made anyway, and stays"
        )));
    }
    if let Some(nth) = desk.sections.iter().position(|section| section.slug == name) {
        return Ok(nth);
    }
    let slugs = desk.sections.iter().map(|section| section.slug.as_str());
    let known: Vec<&str> = slugs.clone().collect();
    let list = match known.is_empty() {
        true => "copydesk.toml has none".to_owned(),
        false => format!("known are {}", known.join(", ")),
    };
    let hint = match desk.sections.iter().find(|section| section.formerly.iter().any(|old| old == name)) {
        Some(section) => format!("it is called \"{}\" now", section.slug),
        None => meant(name, slugs, &list),
    };
    Err(Stop::unusable(format!("there is no section \"{name}\"; {hint}")))
}

/// The last day of the redirect; `None`: for ever.
fn last_day(days: Option<i64>, until: Option<&str>) -> Result<Option<NaiveDate>, Stop> {
    match until {
        Some("ever" | "forever") => Ok(None),
        Some(text) => text.parse().map(Some).map_err(|_| {
            Stop::unusable(format!(
                "--until {text} is no day; write e.g. --until 2027-06-30, or --until ever"
            ))
        }),
        // Of no days the last was yesterday.
        None => {
            let days = days.map_or(DAYS, |days| days - 1);
            Ok(Some((now()? + TimeDelta::days(days)).date_naive()))
        }
    }
}

fn rename(
    desk: &Desk,
    common: &Common,
    old: &str,
    new: &str,
    title: Option<&str>,
    until: Option<NaiveDate>,
) -> Result<String, Stop> {
    let nth = find(desk, old)?;
    if slug(new) != new || new.is_empty() || new == ALL {
        let plain = slug(new);
        let meant = if plain.is_empty() || plain == ALL { "news" } else { plain.as_str() };
        return Err(Stop::unusable(format!(
            "\"{new}\" can be no slug: use lower-case letters, digits and hyphens, e.g. \"{meant}\""
        )));
    }
    if old == new {
        return Ok(format!("\"{new}\" is called so already"));
    }
    if desk.sections.iter().any(|section| section.slug == new) {
        return Err(Stop::unusable(format!("there is a section \"{new}\" already; take another slug")));
    }
    let owner =
        desk.sections.iter().enumerate().find(|(_, section)| section.formerly.iter().any(|one| one == new));
    if let Some((_, owner)) = owner.filter(|(at, _)| *at != nth) {
        return Err(Stop::unusable(format!(
            "\"{new}\" is a former name of the section \"{}\", and its readers are led there; take another slug, or take it out of `formerly` there",
            owner.slug
        )));
    }
    let what = OfSection::Renamed { to: new, title, until };
    let (_, named) = amend::section(&common.config, nth, old, &what).map_err(Stop::unusable)?;
    let leads = match until {
        None => format!("addresses in {old}/ lead there for as long as `formerly` has it"),
        Some(last) if last < now()?.date_naive() => format!("nothing leads there from {old}/"),
        Some(last) => format!("addresses in {old}/ lead there until {last}"),
    };
    Ok(format!(
        "the section \"{old}\" is called \"{new}\" from the next run on: its stories and archives move to {new}/, nothing becomes unread, and {leads}{}",
        also_named("changed too", &named)
    ))
}

fn remove(desk: &Desk, common: &Common, slug: &str) -> Result<String, Stop> {
    let nth = find(desk, slug)?;
    let (_, named) =
        amend::section(&common.config, nth, slug, &OfSection::Removed).map_err(Stop::unusable)?;
    Ok(format!(
        "the section \"{slug}\" was taken out of {}: with the next run its feeds leave the publish folder, and its stories stay in \"{ALL}\"{}",
        common.config.display(),
        also_named("named there no more", &named)
    ))
}

fn also_named(what: &str, named: &[String]) -> String {
    if named.is_empty() { String::new() } else { format!("; {what}: {}", named.join(", ")) }
}
