//! Somebody who subscribed to every feed of the desk, and remembers what a reading program does.

use std::collections::{BTreeMap, BTreeSet};

use super::world::{Fronts, Shown, World};

#[derive(Default)]
pub(crate) struct Subscriber {
    /// By folder and id: how it was shown last, and at which poll.
    known: BTreeMap<String, BTreeMap<String, (Shown, usize)>>,
    /// The feeds as they were last.
    last: Fronts,
    /// By address the id, and by id the address.
    ids: BTreeMap<String, String>,
    urls: BTreeMap<String, String>,
    pub(crate) seen: usize,
}

impl Subscriber {
    /// Reads all feeds; `said` is what the desk was told since the last time. What must not be.
    pub(crate) fn poll(&mut self, world: &World, fronts: Fronts, said: &str) -> Vec<String> {
        let mut complaints = Vec::new();
        for (folder, items) in &fronts {
            self.front(world, folder, items, &mut complaints);
        }
        for (folder, before) in &self.last {
            match fronts.get(folder) {
                Some(now) => lost(world, folder, before, now, said, &mut complaints),
                None if said.contains(&format!("\"{folder}\"")) || said.contains(&format!(" {folder}/")) => {
                    self.known.remove(folder);
                }
                None => complaints.push(format!("{folder}: the feed is gone, and nobody was told")),
            }
        }
        self.last = fronts;
        complaints
    }

    fn front(&mut self, world: &World, folder: &str, items: &[Shown], complaints: &mut Vec<String>) {
        let mut complain = |what: String| complaints.push(format!("{folder}: {what}"));
        let known = self.known.entry(folder.to_owned()).or_default();
        let mut once = BTreeSet::new();
        for shown in items {
            let Shown { id, url, event, published, modified } = shown;
            if !once.insert(id) {
                complain(format!("{id} stands there twice"));
            }
            if world.purged.contains(id) {
                complain(format!("{id} was purged, and is there"));
            }
            let before = self.ids.entry(url.clone()).or_insert_with(|| id.clone());
            if before != id {
                complain(format!("{url} was {before} and is {id} now"));
            }
            let before = self.urls.entry(id.clone()).or_insert_with(|| url.clone());
            if before != url {
                complain(format!("{id} was at {before} and is at {url} now"));
            }
            let last = known.insert(id.clone(), (shown.clone(), world.runs));
            match last {
                Some((last, at)) => {
                    if last.published != *published {
                        complain(format!("{id} was of {} and is of {published} now", last.published));
                    }
                    if last.modified != *modified && world.revised.get(event).is_none_or(|run| *run < at) {
                        complain(format!(
                            "{id} is unread again without a change: {:?} then {modified:?}",
                            last.modified
                        ));
                    }
                }
                None => {
                    self.seen += 1;
                    let other = known
                        .values()
                        .map(|(other, _)| other)
                        .find(|other| other.event == *event && other.id != *id);
                    if let Some(other) = other.filter(|_| !world.disturbed.contains(event)) {
                        complain(format!("e{event} was {} and came again as {id}", other.id));
                    }
                }
            }
        }
    }
}

/// What left a feed although nobody was told.
fn lost(
    world: &World,
    folder: &str,
    before: &[Shown],
    now: &[Shown],
    said: &str,
    complaints: &mut Vec<String>,
) {
    let there: BTreeSet<usize> = now.iter().map(|shown| shown.event).collect();
    let is_full = now.len() >= world.limit(folder);
    let archived = world.archived(folder);
    let oldest = now.iter().map(|shown| &shown.published).min();
    // The old addresses of a section say what its feed says.
    let slug = world.successor(folder);
    let by_rules = said.lines().any(|line| {
        line.contains("by the changed rules")
            && line.contains(" left ")
            && line.contains(&format!("the section \"{slug}\""))
    });
    for shown in before.iter().filter(|shown| !there.contains(&shown.event)) {
        // What no archive has yet stays, however old; what one has makes room for it.
        let is_older = oldest.is_some_and(|oldest| shown.published <= *oldest);
        let is_pushed_out = is_full && (is_older || archived.contains(&shown.event));
        let is_moved = folder != "all" && world.moving.contains(&shown.event);
        if !is_pushed_out && !is_moved && !by_rules && !world.leaving.contains(&shown.event) {
            complaints.push(format!(
                "{folder}: {} (e{}) of {} is lost, and nobody was told; {} there, the oldest of {oldest:?}",
                shown.id,
                shown.event,
                shown.published,
                now.len()
            ));
        }
    }
}
