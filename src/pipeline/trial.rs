//! Trying a configuration: what stories would come, go, move or change in each section, without asking
//! anybody and without writing anything. Everything is done as in a run, on a copy of the store, and what
//! would be published is compared with what is.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use serde::Serialize;

use super::take_in::{lists, take_articles};
use super::{Broken, Care, Halt, PutOut, Scope, Settled, TakenIn, put_out, renamed, settle};
use crate::config::Desk;
use crate::model::{Entry, Feed, Hints, Text};
use crate::read;
use crate::store::Store;
use crate::write::{self, Format};

/// What a run would do that asks nobody.
#[derive(Debug, Default)]
pub struct Tried {
    /// Our own articles.
    pub taken_in: TakenIn,
    /// What would be settled and routed.
    pub settled: Settled,
    /// What would go out.
    pub put_out: PutOut,
}

/// What would change in a section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SectionChange {
    /// Its slug.
    pub section: String,
    /// Stories before and after.
    pub had: usize,
    /// Stories that it would have.
    pub has: usize,
    /// What would become of which story, in the order of the new front; what goes comes last.
    pub changes: Vec<Change>,
}

/// What would become of a story in a section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "change", rename_all = "lowercase")]
pub enum Change {
    /// It comes, at this place.
    Come {
        /// The story.
        story: Story,
        /// Its place, from 1.
        place: usize,
    },
    /// It goes.
    Go {
        /// The story.
        story: Story,
        /// The place that it had.
        place: usize,
    },
    /// It stands before or behind others than it did.
    Move {
        /// The story.
        story: Story,
        /// The place that it had.
        from: usize,
        /// The place that it would have.
        place: usize,
    },
    /// It reads otherwise.
    Change {
        /// The story.
        story: Story,
        /// Which of its parts.
        what: Vec<&'static str>,
    },
}

/// A story, for a person and for programs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Story {
    /// The id it is published under.
    pub id: String,
    /// Its headline.
    pub title: String,
    /// Who published its lead; `None` for ourselves.
    pub source: Option<String>,
    /// Its page.
    pub address: Option<String>,
}

/// Does all that a run does without asking anybody, in a store that is thrown away afterwards.
pub fn try_out(
    desk: &mut Desk,
    store: &mut Store,
    scope: &Scope,
    care: &Care,
    now: DateTime<Utc>,
    halt: &Halt,
) -> Result<Tried, Broken> {
    renamed::recognise(desk, store, now)?;
    lists::join(desk, store)?;
    let mut tried = Tried::default();
    take_articles(desk, store, scope, now, halt, &mut tried.taken_in)?;
    tried.settled = settle(desk, store, now, halt)?;
    let care = Care { trial: true, ..care.clone() };
    tried.put_out = put_out(desk, store, &care, now, halt)?;
    Ok(tried)
}

/// Compares documents instead of publishing them: of each section one, in the format that says most.
#[derive(Debug)]
pub(super) struct Trial {
    format: Option<Format>,
    pub(super) changes: Vec<SectionChange>,
}

impl Trial {
    pub(super) fn of(formats: &[Format]) -> Self {
        Self {
            format: Format::READ_BACK.into_iter().find(|format| formats.contains(format)),
            changes: Vec::new(),
        }
    }

    /// Notes what the document at a path would change of the old one.
    pub(super) fn note(&mut self, path: &str, old: Option<&[u8]>, new: &[u8]) {
        let Some((section, _)) = path.split_once('/') else { return };
        if self.format.is_none_or(|format| write::path(section, format, None) != path) || old == Some(new) {
            return;
        }
        let read = |bytes: &[u8]| match read::feed(bytes, &Hints::default()) {
            Ok(reading) => reading.feed,
            Err(_) => Feed::default(),
        };
        let (old, new) = (old.map(read).unwrap_or_default(), read(new));
        let changes = compare(&old.entries, &new.entries);
        // The same document may be put twice, without an entry that would make it invalid.
        self.changes.retain(|known| known.section != section);
        if !changes.is_empty() {
            let section = section.to_owned();
            self.changes.push(SectionChange {
                section,
                had: old.entries.len(),
                has: new.entries.len(),
                changes,
            });
        }
    }
}

fn compare(old: &[Entry], new: &[Entry]) -> Vec<Change> {
    let places = |entries: &[Entry]| -> HashMap<String, usize> {
        entries.iter().zip(0..).filter_map(|(entry, place)| Some((entry.id.clone()?, place))).collect()
    };
    let (before, after) = (places(old), places(new));
    let place_of = |known: &HashMap<String, usize>, entry: &Entry| known.get(entry.id.as_ref()?).copied();
    let common: Vec<usize> = new.iter().filter_map(|entry| place_of(&before, entry)).collect();
    let in_order = in_order(&common);
    let mut changes = Vec::new();
    let mut nth = 0;
    for (entry, place) in new.iter().zip(1..) {
        let Some(was) = place_of(&before, entry) else {
            changes.push(Change::Come { story: story(entry), place });
            continue;
        };
        if !in_order[nth] {
            changes.push(Change::Move { story: story(entry), from: was + 1, place });
        }
        nth += 1;
        let what = what_differs(&old[was], entry);
        if !what.is_empty() {
            changes.push(Change::Change { story: story(entry), what });
        }
    }
    let gone = old.iter().zip(1..).filter(|(entry, _)| place_of(&after, entry).is_none());
    changes.extend(gone.map(|(entry, place)| Change::Go { story: story(entry), place }));
    changes
}

/// Of places those that stand in order already: as many as can be (the longest rising row).
fn in_order(places: &[usize]) -> Vec<bool> {
    // The ends of the rows of each length so far, and who stands before each place in its row.
    let (mut ends, mut before): (Vec<usize>, Vec<Option<usize>>) = (Vec::new(), Vec::new());
    for (at, place) in places.iter().enumerate() {
        let length = ends.partition_point(|&end: &usize| places[end] < *place);
        before.push(length.checked_sub(1).map(|shorter| ends[shorter]));
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut stays = vec![false; places.len()];
    let mut next = ends.last().copied();
    while let Some(at) = next {
        stays[at] = true;
        next = before[at];
    }
    stays
}

fn what_differs(old: &Entry, new: &Entry) -> Vec<&'static str> {
    let mut what = Vec::new();
    let mut differs = |is: bool, name: &'static str| what.extend(is.then_some(name));
    differs(old.title != new.title, "headline");
    differs((&old.summary, &old.content) != (&new.summary, &new.content), "text");
    differs(old.link != new.link, "address");
    differs(old.authors != new.authors, "authors");
    differs(old.categories != new.categories, "categories");
    differs((old.published, old.updated) != (new.published, new.updated), "date");
    differs((&old.source, &old.links) != (&new.source, &new.links), "sources");
    let files = |entry: &Entry| (entry.enclosures.clone(), entry.media.clone(), entry.thumbnail.clone());
    differs(files(old) != files(new), "media");
    if what.is_empty() && old != new {
        what.push("details");
    }
    what
}

fn story(entry: &Entry) -> Story {
    Story {
        id: entry.id.clone().unwrap_or_default(),
        title: entry.title.as_ref().map(Text::without_markup).unwrap_or_default(),
        source: entry.source.as_ref().and_then(|source| source.title.clone()),
        address: entry.link.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entries(ids: &str) -> Vec<Entry> {
        ids.chars().map(|id| Entry { id: Some(id.to_string()), ..Entry::default() }).collect()
    }

    #[test]
    fn what_only_shifts_has_not_moved() {
        let told = |old: &str, new: &str| -> String {
            let word = |change: Change| match change {
                Change::Come { story, place } => format!("+{}{place}", story.id),
                Change::Go { story, place } => format!("-{}{place}", story.id),
                Change::Move { story, from, place } => format!(">{}{from}{place}", story.id),
                Change::Change { story, .. } => format!("~{}", story.id),
            };
            compare(&entries(old), &entries(new)).into_iter().map(word).collect::<Vec<_>>().join(" ")
        };
        for (old, new, changes) in [
            ("abc", "abc", ""),
            ("abc", "xabc", "+x1"),
            ("abc", "bc", "-a1"),
            ("abcd", "dabc", ">d41"),
            ("abcd", "xbcda", "+x1 >a15"),
            ("", "ab", "+a1 +b2"),
            ("ab", "", "-a1 -b2"),
        ] {
            assert_eq!(told(old, new), changes, "{old} {new}");
        }
    }
}
