//! Changed rules reach what is stored: what may stand in a front or an archive is routed anew by the
//! rules of now. Nothing becomes unread by that: ids, dates and stories stay.
//!
//! Entries are routed in the order of their rows, batch by batch; a run that ends early leaves the
//! rest to the next. Only those of sources whose rules changed are read.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use xxhash_rust::xxh3::xxh3_64;

use super::{candidate, wording};
use crate::config::{Desk, Source};
use crate::model::{LIST, OWN, Placement, Stored};
use crate::pipeline::{Broken, Halt, changed, rewritten};
use crate::sections;
use crate::store::{Routed, Rules, Store};

/// Entries held at once.
const BATCH: usize = 500;
/// Batches of one transaction.
const TOGETHER: usize = 8;

/// What moved: how many entries came to each section, and how many left it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rerouted {
    /// Entries in other sections than before.
    pub entries: usize,
    /// Entries that a filter keeps out now.
    pub kept_out: usize,
    /// By slug: how many came, how many left.
    pub sections: BTreeMap<String, (usize, usize)>,
}

impl Rerouted {
    /// For a person, a line a section.
    pub fn in_words(&self) -> Vec<String> {
        let entries =
            |count: usize| if count == 1 { "1 entry".to_owned() } else { format!("{count} entries") };
        let line = |(slug, (came, left)): (&String, &(usize, usize))| match (came, left) {
            (came, 0) => format!("by the changed rules {} came to the section \"{slug}\"", entries(*came)),
            (0, left) => format!("by the changed rules {} left the section \"{slug}\"", entries(*left)),
            (came, left) => format!(
                "by the changed rules {} came to the section \"{slug}\", and {} left it",
                entries(*came),
                entries(*left)
            ),
        };
        let kept = (self.kept_out > 0).then(|| format!("filters keep {} out now", entries(self.kept_out)));
        self.sections.iter().map(line).chain(kept).collect()
    }

    fn note(&mut self, before: &[Placement], after: &[Placement]) -> bool {
        let slugs = |all: &[Placement]| all.iter().map(|one| one.section.clone()).collect::<BTreeSet<_>>();
        let (before, after) = (slugs(before), slugs(after));
        for slug in after.difference(&before) {
            self.sections.entry(slug.clone()).or_default().0 += 1;
        }
        for slug in before.difference(&after) {
            self.sections.entry(slug.clone()).or_default().1 += 1;
        }
        let moved = before != after;
        self.entries += usize::from(moved);
        moved
    }
}

/// Routes anew what other rules put where it is; hides what came from sources that are gone.
pub(super) fn reroute(
    desk: &Desk,
    store: &mut Store,
    now: DateTime<Utc>,
    halt: &Halt,
) -> Result<Rerouted, Broken> {
    let known = store.rules()?;
    compare(desk, store, &known, now)?;
    let pending: BTreeSet<String> =
        store.rules()?.into_iter().filter(|(_, rules)| rules.pending).map(|(source, _)| source).collect();
    let mut rerouted = Rerouted::default();
    if pending.is_empty() {
        return Ok(rerouted);
    }
    let asks_for_words =
        desk.has_filters() || desk.sections.iter().any(|section| !section.keywords.is_empty());
    let_in(desk, store, &pending)?;
    for nth in 0.. {
        if nth % TOGETHER == 0 {
            store.end_batch()?;
        }
        if halt.is_told() {
            store.end_batch()?;
            return Ok(rerouted);
        }
        store.begin_batch()?;
        let batch = store.to_route(BATCH)?;
        let Some(&(last, _)) = batch.last() else { break };
        let (mut routed, mut kept_out) = (Vec::new(), Vec::new());
        for (row, _) in batch.iter().filter(|(_, source)| pending.contains(source)) {
            let Some(entry) = store.entry(*row)?.map(Stored::with_page) else { continue };
            let entry = rewritten::entry(desk, entry);
            let wording = if asks_for_words { wording(&entry.entry) } else { String::new() };
            let candidate = candidate(desk, &entry, &wording);
            let before = store.placements(*row)?;
            if sections::kept_out(&candidate, desk.filters_of(&entry.source)).is_some() {
                rerouted.note(&before, &[]);
                rerouted.kept_out += 1;
                kept_out.push(*row);
                continue;
            }
            let mut placements = sections::route(&candidate, &desk.sections);
            placements.sort_by(|one, other| one.section.cmp(&other.section));
            if before != placements {
                let moved = rerouted.note(&before, &placements);
                routed.push(Routed { row: *row, placements, moved });
            }
        }
        store.filter(&kept_out, true)?;
        store.route(&routed, last)?;
    }
    store.all_is_routed()?;
    store.end_batch()?;
    Ok(rerouted)
}

/// Lets those in again that no filter keeps out any more: settled they are routed with the others, else
/// they are settled by this run.
fn let_in(desk: &Desk, store: &mut Store, pending: &BTreeSet<String>) -> Result<(), Broken> {
    let mut last = 0;
    loop {
        let batch = store.filtered_after(last, BATCH)?;
        let Some((row, _)) = batch.last() else { return Ok(()) };
        last = *row;
        let mut free = Vec::new();
        for (row, _) in batch.iter().filter(|(_, source)| pending.contains(source)) {
            let Some(entry) = store.entry(*row)?.map(Stored::with_page) else { continue };
            let entry = rewritten::entry(desk, entry);
            let wording = wording(&entry.entry);
            let candidate = candidate(desk, &entry, &wording);
            if sections::kept_out(&candidate, desk.filters_of(&entry.source)).is_none() {
                free.push(*row);
            }
        }
        store.filter(&free, false)?;
    }
}

/// Compares the rules with those that what is stored follows, and keeps the difference.
fn compare(
    desk: &Desk,
    store: &mut Store,
    known: &BTreeMap<String, Rules>,
    now: DateTime<Utc>,
) -> Result<(), Broken> {
    let of_sections: Vec<_> = desk
        .sections
        .iter()
        .map(|one| {
            (&one.slug, &one.title, &one.categories, &one.keywords, &one.languages, one.podcast.is_some())
        })
        .collect();
    let mut of_sections = format!("{of_sections:?}");
    for section in desk.sections.iter().filter(|section| !section.formerly.is_empty()) {
        of_sections.push_str(&format!(" {} {:?}", section.slug, section.formerly));
    }
    let filters: Vec<_> = desk.sections.iter().map(|section| (&section.slug, &section.filters)).collect();
    let has_filters = desk.has_filters();
    let print = |name: &str, sections: &[String], source: Option<&Source>| {
        let mut rules = format!("{of_sections} {name:?} {sections:?}");
        let rewrites = source.map(|source| source.rewrites.as_slice()).unwrap_or_default();
        if has_filters || !rewrites.is_empty() {
            let own = source.map(|source| source.filters.as_slice()).unwrap_or_default();
            rules += &format!(" {filters:?} {:?} {own:?} {rewrites:?}", desk.filters);
        }
        xxh3_64(rules.as_bytes()).cast_signed()
    };
    let has_published = !store.fronts()?.is_empty();
    let mut changes = BTreeMap::new();
    let mut change = |source: &str, name: &str, sections: &[String], of: Option<&Source>| {
        let print = print(name, sections, of);
        if known.get(source).is_none_or(|rules| rules.print != print || rules.gone) {
            // What is new to the desk is routed by the rules of now when it is settled.
            let pending = known.is_empty() || known.contains_key(source);
            let added = match known.get(source) {
                Some(rules) => rules.added,
                None => has_published && !known.is_empty(),
            };
            let rules = Rules { name: name.to_owned(), print, pending, gone: false, added };
            changes.insert(source.to_owned(), rules);
        }
    };
    change(OWN, "", &[], None);
    for source in desk.sources.iter().chain(&desk.former) {
        change(&source.key, &source.name, &source.sections, Some(source));
    }
    let mut events = Vec::new();
    for (key, state) in store.sources()? {
        let is_gone = known.get(&key).is_some_and(|rules| rules.gone);
        if is_gone || key.starts_with(LIST) || desk.source(&key).is_some() {
            continue;
        }
        let name = known.get(&key).map(|rules| rules.name.clone()).or(state.title).unwrap_or(key.clone());
        // A source that never gave anything leaves nothing behind.
        if state.answered.is_some() {
            events.push(changed(
                format!(
                    "the source \"{name}\" is not in the configuration any more: its entries leave the feeds; their ids stay known, so that they come back as they were if it does (key = \"{key}\")"
                ),
                now,
            ));
        }
        changes.insert(key, Rules { name, print: 0, pending: false, gone: true, added: false });
    }
    if !changes.is_empty() {
        store.rules_changed(&changes, &events)?;
    }
    Ok(())
}
