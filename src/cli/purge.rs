//! `copydesk purge`: takes a text and a name out of everything, for people who ask to be forgotten.

use std::collections::BTreeSet;
use std::io::{self, BufRead, IsTerminal, Write};

use super::{Common, Outcome, Stop, code, counted, meant, now};
use crate::config::amend::{self, Purged};
use crate::config::{self, Desk, edit};
use crate::identity::{Forgotten, forgotten};
use crate::model::Stored;
use crate::pipeline::{self, Meant, Published};
use crate::store::{self, Store};
use crate::text::url;

/// Headlines that are shown before a person is asked.
const SHOWN: usize = 10;

/// Take a text, an author or a source out of store, feeds, archives and caches, for ever
#[derive(Debug, clap::Args)]
#[command(group = clap::ArgGroup::new("what").required(true).args(["entry", "author", "source"]))]
pub(super) struct Args {
    /// This entry, by its id or address
    #[arg(long, value_name = "ID-OR-URL")]
    entry: Option<String>,
    /// Every text by this author alone; of those by others too, the name
    #[arg(long, value_name = "NAME")]
    author: Option<String>,
    /// Everything of this source, which leaves copydesk.toml too (name or key)
    #[arg(long, value_name = "NAME")]
    source: Option<String>,
    /// Do not ask
    #[arg(long)]
    yes: bool,
    /// Only say what would go
    #[arg(long, conflicts_with = "yes")]
    dry_run: bool,
}

/// What is to be purged: its prints, and what of the configuration goes with it.
struct Order {
    what: &'static str,
    prints: Vec<String>,
    ids: Vec<String>,
    /// The place of the source among those of the file.
    source: Option<usize>,
}

/// Runs the command.
pub(super) fn run(args: &Args, common: &Common) -> Outcome {
    let mut desk = super::desk(common)?;
    let written = desk.sources.len();
    let _lock = store::lock(&desk.database).map_err(|error| match error {
        store::Error::Locked(_) => {
            Stop { code: code::LOCKED, message: "a run is under way; try again when it has ended".to_owned() }
        }
        other => Stop::failed(other),
    })?;
    let mut store = Store::open(&desk.database).map_err(Stop::unusable)?;
    pipeline::join_lists(&mut desk, &store).map_err(Stop::failed)?;
    let order = match (&args.entry, &args.author, &args.source) {
        (Some(wanted), ..) => of_entry(&desk, &store, wanted)?,
        (_, Some(name), _) => of_author(name)?,
        (.., source) => of_source(&desk, written, &store, source.as_deref().unwrap_or_default())?,
    };
    let found =
        pipeline::meant(&store, &Forgotten::new(order.prints.iter().cloned())).map_err(Stop::failed)?;
    let mut out = io::stdout();
    if !common.quiet || !args.yes {
        let written = writeln!(out, "{}", description(args, common, &store, &order, &found)?);
        // Who closes the pipe wants no more lines; what was ordered is done all the same.
        written.or_else(|error| if args.yes { Ok(()) } else { Err(error) })?;
    }
    if args.dry_run {
        return Ok(code::DONE);
    }
    if !args.yes && !is_agreed()? {
        return Ok(code::DONE);
    }
    drop(desk);
    let purged = Purged { what: order.what, prints: &order.prints, ids: &order.ids, source: order.source };
    amend::purge(&common.config, &purged, now()?.date_naive()).map_err(Stop::unusable)?;
    let mut desk = config::load(&common.config).map_err(Stop::unusable)?;
    pipeline::join_lists(&mut desk, &store).map_err(Stop::failed)?;
    let published = pipeline::purge(&mut desk, &mut store, now()?).map_err(Stop::failed)?;
    if !common.quiet {
        writeln!(
            out,
            "purged; what was published of it is withdrawn, and tombstones say so for 30 days; \
             backups and copies that others made still have it"
        )?;
    }
    let held = published.documents.iter().find_map(|(path, what)| match what {
        Published::HeldBack(why) => {
            Some(format!("{path} may still have it: {why}; `copydesk run` tries again"))
        }
        _ => None,
    });
    held.map_or(Ok(code::DONE), |held| Err(Stop::failed(held)))
}

fn of_entry(desk: &Desk, store: &Store, wanted: &str) -> Result<Order, Stop> {
    let mut found = crate::desk::find(desk, store, wanted, now()?).map_err(Stop::failed)?;
    if found.iter().any(|entry| entry.id == wanted) {
        found.retain(|entry| entry.id == wanted);
    }
    let ids: BTreeSet<String> = found.iter().map(|entry| entry.id.clone()).collect();
    if ids.len() > 1 {
        let each = found.iter().map(|entry| {
            let title =
                entry.entry.title.as_ref().map(crate::model::Text::without_markup).unwrap_or_default();
            let source = desk.source(&entry.source).map_or(entry.source.as_str(), |source| &source.name);
            format!("\n  {}  {source}: {title}", entry.id)
        });
        return Err(Stop::unusable(format!(
            "{wanted} is the address of {} entries; name one by its id, which stands first:{}",
            ids.len(),
            each.collect::<String>()
        )));
    }
    let mut prints: BTreeSet<String> = found.iter().map(|entry| forgotten::of_id(&entry.id)).collect();
    if found.is_empty() {
        // Of a lost store nothing is known: what is named is not to come back.
        prints.insert(forgotten::of_id(wanted));
        prints.extend(forgotten::of_page(wanted));
    }
    for entry in &found {
        let Some(link) = entry.entry.link.as_deref() else { continue };
        // The page of another entry too, of the site, or of somebody else says nothing of this one.
        let is_asked_for = url::place(wanted).is_some_and(|wanted| url::place(link) == Some(wanted));
        if is_front_door(link, entry) || is_elsewhere(link, entry) && !is_asked_for {
            continue;
        }
        let others = store.find(link).map_err(Stop::failed)?;
        if others.iter().all(|other| other.id == entry.id) {
            prints.extend(forgotten::of_page(link));
        }
    }
    Ok(Order {
        what: "entry",
        prints: prints.into_iter().collect(),
        ids: found
            .into_iter()
            .flat_map(|entry| [Some(entry.id), entry.guid, entry.entry.link])
            .flatten()
            .collect(),
        source: None,
    })
}

/// Whether an address is that of a whole site, which entries without a page of their own have.
fn is_front_door(link: &str, entry: &Stored) -> bool {
    let place = |address: &str| url::place(address);
    let home = entry.provenance.as_ref().and_then(|feed| feed.record.link.as_deref());
    let is_root = ::url::Url::parse(link).is_ok_and(|url| url.path() == "/" && url.query().is_none());
    is_root || home.and_then(place).is_some_and(|home| place(link) == Some(home))
}

/// Whether an entry leads to another site than its source's own, as those of link blogs do.
fn is_elsewhere(link: &str, entry: &Stored) -> bool {
    let home = entry.provenance.as_ref().and_then(|feed| feed.record.link.as_deref());
    home.and_then(url::site).is_some_and(|home| url::site(link) != Some(home))
}

fn of_author(name: &str) -> Result<Order, Stop> {
    if name.trim().is_empty() {
        return Err(Stop::unusable("an author is named by a name, not by nothing"));
    }
    Ok(Order { what: "author", prints: vec![forgotten::of_name(name)], ids: Vec::new(), source: None })
}

/// A source of the configuration, of a list, or one that is gone and left something.
fn of_source(desk: &Desk, written: usize, store: &Store, name: &str) -> Result<Order, Stop> {
    let states = store.sources().map_err(Stop::failed)?;
    let rules = store.rules().map_err(Stop::failed)?;
    let is_meant = |key: &str, its: &str| key == name || its == name;
    let mut keys: Vec<(String, String, Option<String>)> = desk
        .sources
        .iter()
        .map(|source| (source.key.to_string(), source.name.clone(), source.public_address()))
        .collect();
    for (key, state) in &states {
        if desk.sources.iter().all(|source| source.key != *key) {
            let name = rules.get(key).map_or_else(|| key.clone(), |rules| rules.name.clone());
            let address = state.address.contains("://").then(|| state.address.clone());
            keys.push((key.clone(), name, address));
        }
    }
    let mut found: Vec<_> = keys.iter().filter(|(key, its, _)| is_meant(key, its)).collect();
    if found.iter().any(|(key, ..)| key == name) {
        found.retain(|(key, ..)| key == name);
    }
    let (key, _, address) = match found.as_slice() {
        [one] => one,
        [] => {
            let names = keys.iter().flat_map(|(key, name, _)| [name.as_str(), key.as_str()]);
            let hint = meant(name, names, "`copydesk status` lists them");
            return Err(Stop::unusable(format!("no source is called \"{name}\"; {hint}")));
        }
        several => {
            let each = several.iter().map(|(key, name, address)| {
                format!(
                    "\n  {key}  \"{name}\"{}",
                    address.as_ref().map(|one| format!(", {one}")).unwrap_or_default()
                )
            });
            return Err(Stop::unusable(format!(
                "\"{name}\" names {} sources; name one by its key, which stands first:{}",
                several.len(),
                each.collect::<String>()
            )));
        }
    };
    // The feed of another source too says nothing of this one.
    let is_alone = |address: &&String| {
        let canonical = edit::canonical(address);
        let others = desk.sources.iter().filter(|source| source.key != *key);
        others.filter_map(crate::config::Source::public_address).all(|one| edit::canonical(&one) != canonical)
    };
    let mut prints = vec![forgotten::of_source(key)];
    prints.extend(address.as_ref().filter(is_alone).map(|address| forgotten::of_feed(address)));
    let source = desk.sources.iter().position(|source| source.key == *key).filter(|at| *at < written);
    Ok(Order { what: "source", prints, ids: Vec::new(), source })
}

/// For a person, before anything is done.
fn description(
    args: &Args,
    common: &Common,
    store: &Store,
    order: &Order,
    found: &Meant,
) -> Result<String, Stop> {
    let count = found.purge.rows.len();
    let mut lines = vec![match count {
        0 => "nothing that is stored goes; it is only kept from coming".to_owned(),
        count => format!(
            "{} of store, feeds, archives and caches, and can never come back:",
            counted(count, "entry goes out", "entries go out")
        ),
    }];
    lines.extend(found.headlines.iter().take(SHOWN).map(|title| format!("  {title}")));
    if count > SHOWN {
        lines.push(format!("  and {} more", count - SHOWN));
    }
    match found.purge.stripped.len() {
        0 => {}
        names => lines.push(format!(
            "out of {} the name is taken; the text stays, as it has other authors or credits",
            counted(names, "other entry", "other entries")
        )),
    }
    lines.extend(of_files(&found.files, "is the desk's own article: delete the file"));
    lines.extend(of_files(&found.named_files, "has the name: take it out of the file"));
    if order.source.is_some() {
        lines.push(format!("the source leaves {}", common.config.display()));
    }
    if let Some(name) = &args.author {
        let has_it = |one: &store::Stripped| {
            let text = serde_json::to_string(&one.entry).unwrap_or_default().to_lowercase();
            text.contains(&name.trim().to_lowercase())
        };
        let stripped = found.purge.stripped.iter().filter(|one| !has_it(one)).map(|one| one.row);
        let gone: BTreeSet<i64> = found.purge.rows.iter().copied().chain(stripped).collect();
        let ids = store.mentions(name.trim(), &gone).map_err(Stop::failed)?;
        if !ids.is_empty() {
            lines.push(format!(
                "{} the name in the text, and only `copydesk purge --entry` takes them out:",
                counted(ids.len(), "entry has", "entries have")
            ));
            lines.extend(ids.iter().take(SHOWN).map(|id| format!("  {id}")));
            let found = ids.iter().map(|id| store.find(id)).collect::<Result<Vec<_>, _>>();
            let rows = found.map_err(Stop::failed)?.into_iter().flatten().map(|entry| entry.row).collect();
            let files = pipeline::files_of(store, &rows).map_err(Stop::failed)?;
            lines.extend(of_files(&files, "has the name in its text: take it out of the file"));
        }
    }
    let text = std::fs::read_to_string(&common.config).unwrap_or_default().to_lowercase();
    for name in args.author.iter().map(|name| name.trim().to_lowercase()) {
        for (nth, _) in text.lines().enumerate().filter(|(_, line)| line.contains(&name)) {
            lines.push(format!(
                "{}:{} has the name too: take it out there",
                common.config.display(),
                nth + 1
            ));
        }
    }
    Ok(lines.join("\n"))
}

/// Files of our own articles, of which copydesk changes none: a person does.
fn of_files(files: &[String], what: &str) -> Vec<String> {
    let mut lines: Vec<String> = files
        .iter()
        .take(SHOWN)
        .map(|file| format!("{file} {what} yourself, copydesk changes no article file"))
        .collect();
    if files.len() > SHOWN {
        lines.push(format!("and so of {} more", counted(files.len() - SHOWN, "file", "files")));
    }
    lines
}

/// Asks the person at the terminal; without one nothing is done unasked.
fn is_agreed() -> Result<bool, Stop> {
    if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
        return Err(Stop::unusable(
            "nothing was done: there is nobody to ask; say --yes to do it, --dry-run to only look",
        ));
    }
    let mut out = io::stdout();
    write!(out, "This cannot be undone. Purge? Type yes: ")?;
    out.flush()?;
    let mut line = String::new();
    io::stdin().lock().read_line(&mut line)?;
    let is_agreed = line.trim().eq_ignore_ascii_case("yes");
    if !is_agreed {
        writeln!(out, "nothing was done")?;
    }
    Ok(is_agreed)
}
