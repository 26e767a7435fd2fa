//! `copydesk import`: adds the feeds of an OPML list to the configuration.

use std::collections::{HashSet, VecDeque};
use std::io::{self, Read, Write};

use serde_json::json;
use url::Url;

use super::add::check_sections;
use super::descriptors::{self, NEEDED};
use super::{Common, Outcome, Stop, code, counted};
use crate::config::subscribe::{self, Plan, Terms};
use crate::config::{Desk, edit};
use crate::model::{Hints, Rights, Subscriptions};
use crate::pipeline::Network;
use crate::read;
use crate::text::url::{shown, web};

/// Lists that a list may bring along; more is a maze.
const MOST_LISTS: usize = 20;

/// Add the feeds of an OPML list to copydesk.toml
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The list, or all its parts: files, addresses, or - for standard input
    #[arg(value_name = "FILE|URL|-", required = true)]
    list: Vec<String>,
    /// All of its feeds belong to this section (its slug), whatever folders they lie in
    #[arg(long, value_name = "SLUG")]
    section: Vec<String>,
    /// What may be shown of their entries
    #[arg(long, value_parser = ["headline", "summary", "full"])]
    rights: Option<String>,
    /// Say what would be added, and add nothing; nobody is asked but for the list that was named
    #[arg(long)]
    dry_run: bool,
    /// Print what was added and skipped as JSON
    #[arg(long)]
    json: bool,
}

/// Runs the command.
pub(super) fn run(args: &Args, common: &Common) -> Outcome {
    let desk = super::desk(common)?;
    descriptors::need(NEEDED).map_err(Stop::failed)?;
    check_sections(&desk, &args.section)?;
    let (lists, troubles) = lists(&args.list, &desk, args.dry_run)?;
    let terms =
        Terms { sections: args.section.clone(), rights: args.rights.as_deref().and_then(Rights::named) };
    let plan = subscribe::plan(&desk, &lists, &terms);
    if !args.dry_run && !plan.sources.is_empty() {
        edit::add(&common.config, &plan.sections, &plan.sources).map_err(Stop::unusable)?;
    }
    match args.json {
        true => writeln!(io::stdout(), "{}", as_json(&plan, &troubles, args.dry_run))?,
        false if !common.quiet => tell(args, common, &plan, &troubles)?,
        false => {}
    }
    Ok(code::DONE)
}

/// The lists and those that they include; what could not be read of the latter is told beside them.
fn lists(named: &[String], desk: &Desk, dry: bool) -> Result<(Vec<Subscriptions>, Vec<String>), Stop> {
    let mut network = Network::new(&desk.manners);
    let (mut lists, mut troubles) = (Vec::new(), Vec::new());
    let (mut seen, mut waiting) = (HashSet::new(), VecDeque::new());
    for name in named {
        let (bytes, base) = fetched(name, &mut network).map_err(Stop::unusable)?;
        let list =
            parsed(&bytes, base.as_ref()).map_err(|why| Stop::unusable(format!("{}: {why}", shown(name))))?;
        seen.extend(base.iter().map(Url::to_string));
        waiting.extend(includes(&list, base.as_ref()));
        lists.push(list);
    }
    let most = named.len() + MOST_LISTS;
    while let Some(address) = waiting.pop_front() {
        if !seen.insert(address.clone()) {
            continue;
        }
        if lists.len() >= most {
            troubles.push(format!("{} was not read: a list may bring {MOST_LISTS} others", shown(&address)));
            break;
        }
        if dry {
            troubles.push(format!("{} belongs to the list and would be read too", shown(&address)));
            continue;
        }
        // A list from outside does not get to read our files.
        let included = web(&address).map_err(|why| format!("an included list was left out: {why}"));
        match included.and_then(|url| {
            let (bytes, base) = asked(url, &mut network)?;
            let list = parsed(&bytes, base.as_ref()).map_err(|why| format!("{}: {why}", shown(&address)))?;
            Ok((list, base))
        }) {
            Ok((list, base)) => {
                waiting.extend(includes(&list, base.as_ref()));
                lists.push(list);
            }
            Err(trouble) => troubles.push(trouble),
        }
    }
    Ok((lists, troubles))
}

fn includes(list: &Subscriptions, base: Option<&Url>) -> impl Iterator<Item = String> {
    let absolute = move |address: &String| match base {
        Some(base) => base.join(address).map_or_else(|_| address.clone(), String::from),
        None => address.clone(),
    };
    list.includes.iter().map(absolute)
}

/// The bytes of a list and the address they came from.
fn fetched(name: &str, network: &mut Network) -> Result<(Vec<u8>, Option<Url>), String> {
    if name == "-" {
        let mut bytes = Vec::new();
        io::stdin()
            .lock()
            .read_to_end(&mut bytes)
            .map_err(|error| format!("cannot read the list: {error}"))?;
        return Ok((bytes, None));
    }
    match web(name) {
        Ok(url) => asked(url, network),
        Err(_) => {
            let bytes = std::fs::read(name)
                .map_err(|error| format!("cannot read the list {}: {error}", shown(name)))?;
            Ok((bytes, None))
        }
    }
}

/// The same of an address.
fn asked(url: Url, network: &mut Network) -> Result<(Vec<u8>, Option<Url>), String> {
    let name = shown(url.as_str());
    let document = network.get(url).map_err(|error| error.to_string())?;
    let document = document.map_err(|why| format!("{name}: {why}"))?;
    Ok((document.bytes, Url::parse(&document.url).ok()))
}

fn parsed(bytes: &[u8], base: Option<&Url>) -> Result<Subscriptions, read::NotAList> {
    read::opml(bytes, &Hints { base_url: base.map(Url::as_str), content_type: None })
}

fn tell(args: &Args, common: &Common, plan: &Plan, troubles: &[String]) -> Result<(), Stop> {
    let mut out = io::stdout().lock();
    let verb = if args.dry_run { "would add" } else { "added" };
    for section in &plan.sections {
        writeln!(out, "{verb} section \"{}\" ({})", section.title, section.slug)?;
    }
    for source in &plan.sources {
        let sections = match source.sections.as_slice() {
            [] => String::new(),
            slugs => format!(" to {}", slugs.join(", ")),
        };
        writeln!(out, "{verb} \"{}\" ({}){sections}", source.name, source.feed)?;
    }
    for skipped in &plan.skipped {
        writeln!(out, "skipped \"{}\": {}", skipped.name, skipped.why)?;
    }
    for trouble in troubles {
        writeln!(io::stderr(), "copydesk: {trouble}")?;
    }
    writeln!(
        out,
        "{verb} {} and {} to {}; skipped {}",
        counted(plan.sources.len(), "source", "sources"),
        counted(plan.sections.len(), "section", "sections"),
        common.config.display(),
        plan.skipped.len()
    )?;
    Ok(())
}

fn as_json(plan: &Plan, troubles: &[String], dry: bool) -> serde_json::Value {
    let sources = plan.sources.iter().map(|source| {
        json!({"name": source.name, "feed": source.feed, "home": source.home, "sections": source.sections})
    });
    let sections = plan.sections.iter().map(|section| json!({"slug": section.slug, "title": section.title}));
    let skipped = plan.skipped.iter().map(|skipped| json!({"name": skipped.name, "why": skipped.why}));
    json!({
        "dry_run": dry, "added": sources.collect::<Vec<_>>(), "sections": sections.collect::<Vec<_>>(),
        "skipped": skipped.collect::<Vec<_>>(), "unread": troubles,
    })
}
