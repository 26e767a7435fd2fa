//! `copydesk add`: finds a page's feeds, lets a person choose, and adds them to the configuration.

use std::io::{self, BufRead, IsTerminal, Write};
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use comfy_table::{ContentArrangement, Table, presets};
use serde_json::json;

use super::descriptors::{self, NEEDED};
use super::{Common, Outcome, Stop, code, counted, now};
use crate::config::Desk;
use crate::config::edit::{self, NewSource};
use crate::model::Rights;
use crate::pipeline::{self, Discovery, Found, FoundKind};
use crate::text;

/// Find a page's feeds and add them to copydesk.toml
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Pages or feeds; a feed may be a file
    #[arg(value_name = "URL|FILE", required = true)]
    addresses: Vec<String>,
    /// Add every feed of news that is found
    #[arg(long, conflicts_with = "first")]
    all: bool,
    /// Add the first feed of each address, as the table would show it
    #[arg(long)]
    first: bool,
    /// Call the source so, not by the feed's own title
    #[arg(long)]
    name: Option<String>,
    /// All of its entries belong to this section (its slug); may be given several times
    #[arg(long, value_name = "SLUG")]
    section: Vec<String>,
    /// What may be shown of its entries
    #[arg(long, value_parser = ["headline", "summary", "full"])]
    rights: Option<String>,
    /// Print what was found and added as JSON
    #[arg(long)]
    json: bool,
}

/// A feed that was found, and under which name the desk has it already.
struct Candidate {
    found: Found,
    known: Option<String>,
}

/// Runs the command.
pub(super) fn run(args: &Args, common: &Common) -> Outcome {
    let desk = super::desk(common)?;
    descriptors::need(NEEDED).map_err(Stop::failed)?;
    check_sections(&desk, &args.section)?;
    let now = now()?;
    let mut report = Vec::new();
    let mut chosen: Vec<Found> = Vec::new();
    let mut troubles = Vec::new();
    for address in &args.addresses {
        let discovery = match path(address) {
            Some(file) => look_into(&file, &desk, now),
            None => look(address, &desk, now, common)?,
        };
        let left_out = discovery.left_out;
        // What is said of it is said without a login.
        let address = &text::url::without_login(address);
        let failed = discovery.failed.clone();
        let candidates = candidates(discovery, &desk);
        if !args.json && !common.quiet && (candidates.len() > 1 || common.verbose) {
            writeln!(io::stdout(), "{}\n{}", address, table(&candidates, now))?;
        }
        if left_out > 0 && !args.json && !common.quiet {
            let more = counted(left_out, "more feed", "more feeds");
            writeln!(
                io::stdout(),
                "{address} names {more}, which nobody looked at; give the address of one to add it"
            )?;
        }
        match choose(args, address, &candidates, failed) {
            Ok(one) => chosen.extend(one),
            Err(trouble) => troubles.push(trouble),
        }
        report.extend(candidates);
    }
    let mut seen = std::collections::HashSet::new();
    chosen.retain(|found| seen.insert(edit::canonical(&found.address)));
    if args.name.is_some() && chosen.len() > 1 {
        return Err(Stop::unusable(
            "--name names one source, and several feeds were chosen; add them one by one",
        ));
    }
    let sources: Vec<NewSource> = chosen.into_iter().map(|found| source(found, args)).collect();
    if !sources.is_empty() {
        edit::add(&common.config, &[], &sources).map_err(Stop::unusable)?;
    }
    tell(args, common, &report, &sources)?;
    match troubles.is_empty() {
        true => Ok(code::DONE),
        false => Err(Stop::unusable(troubles.join("\ncopydesk: "))),
    }
}

/// Refuses a section that the desk does not have, before anybody is asked.
pub(super) fn check_sections(desk: &Desk, slugs: &[String]) -> Result<(), Stop> {
    let has = |slug: &String| desk.sections.iter().any(|section| section.slug == *slug);
    let Some(unknown) = slugs.iter().find(|slug| !has(slug)) else { return Ok(()) };
    let known: Vec<&str> = desk.sections.iter().map(|section| section.slug.as_str()).collect();
    let list = match known.is_empty() {
        true => "copydesk.toml has none; write one: [[sections]] with a slug and a title".to_owned(),
        false => format!("known are {}", known.join(", ")),
    };
    let hint = super::meant(unknown, known.iter().copied(), &list);
    Err(Stop::unusable(format!("there is no section \"{unknown}\"; {hint}")))
}

fn look(address: &str, desk: &Desk, now: DateTime<Utc>, common: &Common) -> Result<Discovery, Stop> {
    let talks = common.verbose || (!common.quiet && io::stderr().is_terminal());
    let watch = |asked: &str| {
        if talks {
            // A closed stderr leaves nobody to tell.
            let _ = writeln!(io::stderr(), "asking {asked}");
        }
    };
    pipeline::discover(address, &desk.manners, now, &watch).map_err(Stop::failed)
}

/// The file that a person means: a path at which one is, and no web address.
fn path(address: &str) -> Option<PathBuf> {
    let path = PathBuf::from(address);
    (text::url::subscribed(address).is_err() && path.is_file()).then_some(path)
}

/// The feed in a file, named as the configuration names paths: from where it lies itself.
fn look_into(file: &Path, desk: &Desk, now: DateTime<Utc>) -> Discovery {
    let whole = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let (place, root) = (whole(file), whole(&desk.root));
    let shown = place.strip_prefix(&root).map_or_else(|_| place.clone(), Path::to_owned);
    match pipeline::read_file(file, &shown.display().to_string(), now) {
        Ok(found) => Discovery { found: vec![found], ..Discovery::default() },
        Err(why) => Discovery { failed: Some(why), ..Discovery::default() },
    }
}

fn candidates(discovery: Discovery, desk: &Desk) -> Vec<Candidate> {
    let there = edit::known(&desk.sources);
    let candidate = |found: Found| {
        let known = there.get(&edit::canonical(&found.address)).cloned();
        Candidate { found, known }
    };
    discovery.found.into_iter().map(candidate).collect()
}

/// The feeds to add, or what a person must decide first.
fn choose(
    args: &Args,
    address: &str,
    candidates: &[Candidate],
    failed: Option<String>,
) -> Result<Vec<Found>, String> {
    if candidates.is_empty() {
        // A person who left the scheme out may have meant the other one.
        let is_bare = !address.contains("://") && !address.to_ascii_lowercase().starts_with("feed:");
        let told = failed.map(|why| match is_bare {
            true => {
                format!("{why}; http:// was not tried: if the site has nothing else, give http://{address}")
            }
            false => why,
        });
        return Err(told.unwrap_or_else(|| {
            format!("no feed was found at {address}, and none at the usual places beside it; if you know one, give its own address")
        }));
    }
    let fresh: Vec<&Candidate> = candidates.iter().filter(|candidate| candidate.known.is_none()).collect();
    let news: Vec<&&Candidate> = fresh.iter().filter(|candidate| is_news(&candidate.found)).collect();
    // Whoever gives the address of a feed of comments means it.
    let is_meant = |candidate: &Candidate| {
        is_news(&candidate.found) || edit::canonical(&candidate.found.address) == edit::canonical(address)
    };
    let taken = |list: &[&&Candidate]| Ok(list.iter().map(|candidate| candidate.found.clone()).collect());
    match (args.all, args.first, fresh.as_slice(), news.as_slice()) {
        (_, _, [], _) => {
            let known: Vec<&str> = candidates.iter().filter_map(|one| one.known.as_deref()).collect();
            Err(format!("{address} is there already, as \"{}\"; nothing was added", known.join("\", \"")))
        }
        (true, _, _, news) => taken(news),
        (_, true, [first, ..], _) | (_, _, [first], _) if is_meant(first) => taken(&[first]),
        (_, _, [first, ..], []) if !asks() => Err(format!(
            "at {address} there are {} only, no feed of its news; to add that all the same, give its own address: {}",
            match first.found.kind {
                FoundKind::OneArticle => "what is said below one article",
                _ => "comments",
            },
            first.found.address
        )),
        (_, _, _, [only]) if !asks() => taken(&[only]),
        _ if asks() && !args.json => ask(&fresh, candidates),
        _ => Err(format!(
            "{} feeds were found at {address}: choose with --first or --all, or give the address of one",
            fresh.len()
        )),
    }
}

/// Whether it is what people look for: no comments.
fn is_news(found: &Found) -> bool {
    matches!(found.kind, FoundKind::News | FoundKind::Podcast)
}

fn asks() -> bool {
    io::stdin().is_terminal() && io::stdout().is_terminal()
}

/// Asks the person at the terminal for the numbers that the table shows.
fn ask(fresh: &[&Candidate], all: &[Candidate]) -> Result<Vec<Found>, String> {
    let said = |error: io::Error| error.to_string();
    let mut out = io::stdout();
    write!(out, "Which to add? Numbers with spaces between, Enter for the first, q for none: ")
        .map_err(said)?;
    out.flush().map_err(said)?;
    let mut line = String::new();
    io::stdin().lock().read_line(&mut line).map_err(said)?;
    let line = line.trim();
    if line.is_empty() {
        return Ok(fresh.first().map(|first| first.found.clone()).into_iter().collect());
    }
    if matches!(line, "q" | "n" | "none") {
        return Ok(Vec::new());
    }
    let number = |word: &str| {
        let chosen = word.parse::<usize>().ok().and_then(|number| all.get(number.checked_sub(1)?));
        match chosen {
            Some(Candidate { known: None, found }) => Ok(found.clone()),
            Some(Candidate { known: Some(name), .. }) => {
                Err(format!("number {word} is there already, as \"{name}\"; nothing was added"))
            }
            None => Err(format!("\"{word}\" is no number of the table; nothing was added")),
        }
    };
    line.split([' ', ',']).filter(|word| !word.is_empty()).map(number).collect()
}

fn source(found: Found, args: &Args) -> NewSource {
    let host = text::url::domain(&found.address);
    NewSource {
        name: args.name.clone().unwrap_or_else(|| display_name(found.title, host, &found.address)),
        home: found.home,
        feed: found.address,
        login: found.login,
        sections: args.section.clone(),
        rights: args.rights.as_deref().and_then(Rights::named),
        language: None,
    }
}

/// What a source is called: its feed's title without the slogan behind the first dash or bar, unless the
/// host's name stands behind it; the host where there is no title.
fn display_name(title: Option<String>, host: Option<String>, address: &str) -> String {
    let title = title.map(|title| title.split_whitespace().collect::<Vec<_>>().join(" "));
    let Some(title) = title.filter(|title| title.chars().any(char::is_alphanumeric)) else {
        return host.unwrap_or_else(|| address.to_owned());
    };
    let letters =
        |text: &str| -> String { text.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect() };
    let host = letters(host.unwrap_or_default().split('.').next().unwrap_or_default());
    let mut parts = vec![title.as_str()];
    for mark in [" - ", " \u{2013} ", " \u{2014} ", " | ", " \u{b7} ", " :: ", " \u{bb} "] {
        parts = parts.into_iter().flat_map(|part| part.split(mark)).map(str::trim).collect();
    }
    parts.retain(|part| part.chars().any(char::is_alphanumeric));
    let is_host = |part: &&&str| !host.is_empty() && letters(part) == host;
    let chosen =
        parts.iter().find(is_host).or_else(|| parts.first().filter(|part| letters(part).chars().count() > 2));
    chosen.map_or_else(|| title.clone(), |part| (*part).to_owned())
}

fn table(candidates: &[Candidate], now: DateTime<Utc>) -> String {
    let mut table = Table::new();
    table.load_style(presets::NOTHING).set_content_arrangement(ContentArrangement::Dynamic);
    table.set_header(["", "Title", "Format", "Entries a week", "Newest", "About", "Address"]);
    for (number, Candidate { found, known }) in (1..).zip(candidates) {
        let about = match known {
            Some(name) => format!("there already: {name}"),
            None => found.kind.word().to_owned(),
        };
        table.add_row([
            format!("{number}"),
            found.title.clone().unwrap_or_default(),
            found.format.name().to_owned(),
            found.per_week.map_or_else(|| "?".to_owned(), frequency),
            found.newest.map_or_else(|| "undated".to_owned(), |newest| super::ago(newest, now)),
            about,
            found.address.clone(),
        ]);
    }
    table.to_string()
}

fn frequency(per_week: f64) -> String {
    if per_week < 10.0 { format!("{per_week:.1}") } else { format!("{per_week:.0}") }
}

fn tell(args: &Args, common: &Common, found: &[Candidate], added: &[NewSource]) -> Result<(), Stop> {
    if args.json {
        let found = found.iter().map(|Candidate { found, known }| {
            json!({
                "address": found.address, "title": found.title, "format": found.format.name(),
                "entries": found.entries, "entries_per_week": found.per_week, "newest": found.newest,
                "home": found.home, "language": found.language, "about": found.kind.word(), "source": known,
            })
        });
        let added = added.iter().map(|source| {
            json!({"name": source.name, "feed": source.feed, "home": source.home, "sections": source.sections})
        });
        let document = json!({"found": found.collect::<Vec<_>>(), "added": added.collect::<Vec<_>>()});
        writeln!(io::stdout(), "{document}")?;
    } else if !common.quiet {
        for source in added {
            writeln!(
                io::stdout(),
                "added \"{}\" ({}) to {}, {}",
                source.name,
                source.feed,
                common.config.display(),
                match source.sections.as_slice() {
                    [] => "in no section: its entries stand in \"all\", and where categories and keywords put them; \
                           `sections = […]` gives it one"
                        .to_owned(),
                    [one] => format!("in section {one}"),
                    several => format!("in sections {}", several.join(", ")),
                }
            )?;
        }
        if let [first, ..] = added {
            let name = if added.len() == 1 { format!(" --source \"{}\"", first.name) } else { String::new() };
            writeln!(io::stdout(), "next: `copydesk run{name}` asks and publishes")?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slogan_is_no_part_of_a_name() {
        for (title, host, name) in [
            (Some("The Harbour - All the news of the sea"), "harbour.example", "The Harbour"),
            (Some("News | Coast Daily"), "coastdaily.example", "Coast Daily"),
            (Some("Reuters \u{2013} World"), "feeds.example", "Reuters"),
            (Some("E | Mail"), "x.example", "E | Mail"),
            (Some("Jean-Luc's Blog"), "jl.example", "Jean-Luc's Blog"),
            (
                Some("\u{6e2f}\u{53e3}\u{65b0}\u{95fb} | \u{6e2f}\u{53e3}"),
                "gk.example",
                "\u{6e2f}\u{53e3}\u{65b0}\u{95fb}",
            ),
            (Some(" A\n  paper "), "a.example", "A paper"),
            (Some("\u{2605}"), "star.example", "star.example"),
            (None, "a.example", "a.example"),
        ] {
            let found = display_name(title.map(str::to_owned), Some(host.to_owned()), "https://a.example/f");
            assert_eq!(found, name, "{title:?}");
        }
    }
}
