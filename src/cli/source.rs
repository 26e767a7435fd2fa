//! `copydesk source`: one source is shown, renamed, moved, paused or removed. Its key stays, and with it
//! its ids, entries and the names of its secrets.

use std::io::{self, Write};

use serde_json::json;

use super::status::Patient;
use super::{Common, Outcome, Stop, ago, code, counted, meant, now, source_held};
use crate::config::amend::{self, OfSource};
use crate::config::{Desk, Source, edit};
use crate::pipeline;
use crate::store::{Holdings, Store};
use crate::text::url::{take_login, web};

/// Rename, move, pause, resume, remove or show a source; its ids and entries stay
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, clap::Subcommand)]
enum What {
    /// Call it otherwise: lines show the new name, and texts may credit it by either
    Rename {
        /// Name or key
        name: String,
        /// The new name
        new: String,
    },
    /// Ask it at another address; key and entries stay
    Move {
        /// Name or key
        name: String,
        /// Where its feed is now
        address: String,
    },
    /// Ask it no more for now; what it gave stays
    Pause {
        /// Name or key
        name: String,
    },
    /// Ask it again
    Resume {
        /// Name or key
        name: String,
    },
    /// Take it out of copydesk.toml: its entries leave the feeds, its ids are remembered
    Remove {
        /// Name or key
        name: String,
    },
    /// What it is, what is stored of it, and when it is asked next
    Show {
        /// Name or key
        name: String,
        /// What of it waits for a person: old or undated entries that came at once, a stranger's entries
        #[arg(long)]
        held: bool,
        /// Let all of that in with the next run
        #[arg(long, conflicts_with = "held")]
        release: bool,
        /// One JSON document
        #[arg(long)]
        json: bool,
    },
}

/// The desk, and how many of its sources stand in its own file: those of lists come behind them.
struct Known {
    desk: Desk,
    written: usize,
    store: Option<Store>,
}

/// Runs the command.
pub(super) fn run(args: &Args, common: &Common) -> Outcome {
    let mut desk = super::desk(common)?;
    let written = desk.sources.len();
    // A store that is not there yet is not made.
    let store = match desk.database.exists() {
        true => Some(Store::open(&desk.database).map_err(Stop::unusable)?),
        false => None,
    };
    if let Some(store) = &store {
        pipeline::join_lists(&mut desk, store).map_err(Stop::failed)?;
    }
    let mut known = Known { desk, written, store };
    let said = match &args.what {
        What::Rename { name, new } => rename(&known, common, name, new)?,
        What::Move { name, address } => move_to(&known, common, name, address)?,
        What::Pause { name } => pause(&known, common, name, true)?,
        What::Resume { name } => pause(&known, common, name, false)?,
        What::Remove { name } => remove(&known, common, name)?,
        What::Show { name, release: true, .. } => release(&mut known, name)?,
        What::Show { name, held: true, json, .. } => {
            let source = &known.desk.sources[find(&known.desk, name)?];
            source_held::held(known.store.as_ref(), source, *json)?
        }
        What::Show { name, json, .. } => show(&known, name, *json)?,
    };
    let is_asked_for = matches!(args.what, What::Show { .. });
    if is_asked_for || !common.quiet {
        writeln!(io::stdout(), "{said}")?;
    }
    Ok(code::DONE)
}

/// The place of the source that a person names: by key, name, address, or its name in other letters.
fn find(desk: &Desk, name: &str) -> Result<usize, Stop> {
    let address = edit::canonical(name);
    let ways: [&dyn Fn(&Source) -> bool; 4] = [
        &|source| source.key == *name,
        &|source| source.name == name,
        &|source| source.name.to_lowercase() == name.to_lowercase(),
        &|source| edit::canonical(&source.shown_address()) == address,
    ];
    for is_meant in ways {
        let found: Vec<usize> = (0..desk.sources.len()).filter(|at| is_meant(&desk.sources[*at])).collect();
        match found.as_slice() {
            [] => {}
            [one] => return Ok(*one),
            several => {
                let each = several.iter().map(|at| {
                    let source = &desk.sources[*at];
                    format!("\n  {}  \"{}\", {}", source.key, source.name, source.shown_address())
                });
                return Err(Stop::unusable(format!(
                    "\"{name}\" names {} sources; name one by its key, which stands first:{}",
                    several.len(),
                    each.collect::<String>()
                )));
            }
        }
    }
    let names = desk.sources.iter().flat_map(|source| [source.name.as_str(), source.key.as_str()]);
    let hint = meant(name, names, "`copydesk status` lists them");
    Err(Stop::unusable(format!("no source is called \"{name}\"; {hint}")))
}

/// The same, of those that the configuration names itself.
fn written<'k>(known: &'k Known, name: &str) -> Result<(usize, &'k Source), Stop> {
    let nth = find(&known.desk, name)?;
    let source = &known.desk.sources[nth];
    if nth < known.written {
        return Ok((nth, source));
    }
    let list = known.desk.lists.iter().find(|list| source.key.starts_with(&format!("{}/", &*list.key)));
    let (list, place) =
        list.map_or((String::new(), String::new()), |list| (list.name.clone(), list.address.shown()));
    Err(Stop::unusable(format!(
        "\"{}\" does not stand in copydesk.toml: it comes from the followed list \"{list}\" ({place}); change it there, \
         or name it here, which counts before the list and keeps its ids: [[sources]] with name = \"{}\", key = \"{}\", feed = \"{}\"",
        source.name,
        source.name,
        source.key,
        source.shown_address()
    )))
}

fn amended(common: &Common, nth: usize, source: &Source, what: &OfSource<'_>) -> Result<Desk, Stop> {
    amend::source(&common.config, nth, &source.key, what).map_err(Stop::unusable)
}

fn rename(known: &Known, common: &Common, name: &str, new: &str) -> Result<String, Stop> {
    let (nth, source) = written(known, name)?;
    let new = new.trim();
    if new.is_empty() || new.contains(char::is_control) {
        return Err(Stop::unusable(
            "the new name is empty or has a control character in it; readers are shown it",
        ));
    }
    if source.name == new {
        return Ok(format!("\"{new}\" is called so already"));
    }
    if let Some(other) = known.desk.sources.iter().find(|other| other.name == new) {
        return Err(Stop::unusable(format!(
            "another source is called \"{new}\" (key \"{}\"); take another name, or rename that one first",
            other.key
        )));
    }
    amended(common, nth, source, &OfSource::Renamed(new))?;
    Ok(format!(
        "\"{}\" is called \"{new}\" from the next run on; its key stays \"{}\", and texts may credit it by either name",
        source.name, source.key
    ))
}

fn move_to(known: &Known, common: &Common, name: &str, address: &str) -> Result<String, Stop> {
    let (nth, source) = written(known, name)?;
    let mut login = None;
    let feed = match web(address.trim()) {
        Ok(mut url) if address.contains("://") => {
            login = take_login(&mut url);
            url.to_string()
        }
        // A path, or an address without its scheme: the configuration says which is meant.
        _ => address.trim().to_owned(),
    };
    let there = edit::canonical(&feed);
    let path = known.desk.root.join(&feed).display().to_string();
    let holds = |other: &&Source| {
        other.key != source.key
            && [Some(other.address.shown()), other.url.clone()]
                .iter()
                .flatten()
                .any(|address| edit::canonical(address) == there || *address == path)
    };
    if let Some(other) = known.desk.sources.iter().find(holds) {
        return Err(Stop::unusable(format!(
            "\"{}\" (key \"{}\") is asked at {feed} already; remove one of them: copydesk source remove {}",
            other.name, other.key, other.key
        )));
    }
    let what = OfSource::Moved { feed: &feed, login: login.as_deref() };
    let desk = amended(common, nth, source, &what)?;
    let moved = desk.source(&source.key).unwrap_or(source);
    if moved.address.shown() == source.address.shown() {
        return Ok(format!("\"{}\" is asked at {} already", source.name, source.shown_address()));
    }
    let mut said = format!(
        "\"{}\" is asked at {} from the next run on; its key \"{}\", its entries and their ids stay",
        source.name,
        moved.shown_address(),
        source.key
    );
    let has_secrets = [&source.switches.login, &source.switches.token, &source.switches.cookie];
    let host = |source: &Source| crate::fetch::host(&source.address);
    if login.is_none() && has_secrets.iter().any(|secret| secret.is_some()) && host(moved) != host(source) {
        said +=
            "; its login, token or cookie is sent there too: take it out if it is not meant for that host";
    }
    Ok(said)
}

fn pause(known: &Known, common: &Common, name: &str, pauses: bool) -> Result<String, Stop> {
    let (nth, source) = written(known, name)?;
    let name = &source.name;
    if source.paused == pauses {
        return Ok(format!("\"{name}\" is {} already", if pauses { "paused" } else { "asked" }));
    }
    amended(common, nth, source, &OfSource::Paused(pauses))?;
    Ok(match pauses {
        true => format!(
            "\"{name}\" is not asked any more; what it gave stays; `copydesk source resume {}` ends that",
            source.key
        ),
        false => format!("\"{name}\" is asked again from the next run on"),
    })
}

fn remove(known: &Known, common: &Common, name: &str) -> Result<String, Stop> {
    let (nth, source) = written(known, name)?;
    let entries = holdings(known, source)?.entries;
    amended(common, nth, source, &OfSource::Removed)?;
    let key = &source.key;
    let entries = counted(usize::try_from(entries).unwrap_or(usize::MAX), "entry leaves", "entries leave");
    Ok(format!(
        "\"{}\" was taken out of {}: its {entries} the feeds with the next run; ids stay known, so that it comes back as it was \
         with key = \"{key}\"; `copydesk purge --source {key}` forgets it altogether",
        source.name,
        common.config.display(),
    ))
}

fn holdings(known: &Known, source: &Source) -> Result<Holdings, Stop> {
    let Some(store) = &known.store else { return Ok(Holdings::default()) };
    Ok(store.holdings().map_err(Stop::failed)?.remove(&*source.key).unwrap_or_default())
}

/// What of a source waits, and what a filter keeps out.
fn how_held(held: &Holdings) -> String {
    let waiting = if held.held > 0 { " (--held shows, --release lets in)" } else { "" };
    match held.filtered {
        0 => waiting.to_owned(),
        count => format!(
            "{waiting}; filters keep {} out (`copydesk why` says which)",
            counted(count as usize, "entry", "entries")
        ),
    }
}

fn release(known: &mut Known, name: &str) -> Result<String, Stop> {
    let nth = find(&known.desk, name)?;
    source_held::release(&known.desk, known.store.as_mut(), &known.desk.sources[nth])
}

fn show(known: &Known, name: &str, as_json: bool) -> Result<String, Stop> {
    let nth = find(&known.desk, name)?;
    let source = &known.desk.sources[nth];
    let now = now()?;
    let held = holdings(known, source)?;
    let patient = match &known.store {
        Some(store) => Patient::of(source, &known.desk, store, now)?,
        None => Patient::unknown(source, now),
    };
    let fronts: Vec<(&str, u64)> = held
        .fronts
        .iter()
        .map(|(slug, count)| (if slug.is_empty() { known.desk.all.slug.as_str() } else { slug }, *count))
        .collect();
    if as_json {
        let mut document = patient.as_json(now);
        let list = (nth >= known.written).then(|| source.key.split('/').next().unwrap_or_default());
        let more = json!({
            "former_names": source.former_names, "sections": source.sections, "paused": source.paused,
            "rights": source.rights.word(), "rank": source.rank, "home": source.home, "list": list,
            "stored": held.entries, "filtered": held.filtered, "archived": held.archived,
            "fronts": fronts.iter().map(|(slug, count)| ((*slug).to_owned(), json!(count))).collect::<serde_json::Map<_, _>>(),
        });
        if let (Some(document), serde_json::Value::Object(more)) = (document.as_object_mut(), more) {
            document.extend(more);
        }
        return Ok(document.to_string());
    }
    let or_none = |list: Vec<String>| if list.is_empty() { "none".to_owned() } else { list.join(", ") };
    let state = &patient.state;
    let newest = state.last_new.map(|time| format!(", the newest {}", ago(time, now))).unwrap_or_default();
    let mut lines = vec![
        ("name", source.name.clone()),
        ("key", source.key.to_string()),
        ("address", source.shown_address()),
        ("sections", or_none(source.sections.clone())),
        ("rights", source.rights.word().to_owned()),
        ("health", patient.health().to_owned()),
        ("next", patient.next(now)),
        (
            "answers",
            or_none(state.life.answers.iter().rev().take(5).map(|visit| visit.what.clone()).collect()),
        ),
        ("stored", format!("{}{newest}", counted(held.entries as usize, "entry", "entries"))),
        ("held", format!("{}{}", counted(held.held as usize, "entry", "entries"), how_held(&held))),
        ("fronts", or_none(fronts.iter().map(|(slug, count)| format!("{slug} {count}")).collect())),
        ("archives", counted(held.archived as usize, "entry", "entries")),
    ];
    if !source.former_names.is_empty() {
        lines.insert(1, ("formerly", source.former_names.join(", ")));
    }
    let advice = patient.advice(now);
    if !advice.is_empty() {
        lines.push(("to know", advice));
    }
    let lines: Vec<String> = lines.iter().map(|(key, text)| format!("{key:9} {text}")).collect();
    Ok(lines.join("\n"))
}
