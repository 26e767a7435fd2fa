//! What is odd about a source's ids and versions, and how often that is told.

use chrono::{DateTime, TimeDelta, Utc};

use super::event;
use crate::config::Source;
use crate::model::{Condition, Event, Incoming, SourceState};
use crate::store::Filed;

/// What a source does habitually is told again after so long.
const NOTICED_AGAIN: TimeDelta = TimeDelta::days(30);
/// The name under which a migration of ids is remembered as told.
pub(super) const MIGRATION: &str = "migration";
/// A document in which so many known entries come under other ids has migrated.
const MIGRATED: usize = 3;

/// Whether known entries came under other ids, or all of them as if they were new.
pub(super) fn migrated(
    source: &Source,
    before: &SourceState,
    incoming: &[Incoming],
    filed: &Filed,
    at: DateTime<Utc>,
) -> Option<Event> {
    let many = |count: usize| count >= MIGRATED && count * 2 >= incoming.len();
    let message = if many(filed.changed_ids) {
        format!(
            "{} of {} entries came under other ids and were recognised by address and title; their published ids stay",
            filed.changed_ids,
            incoming.len()
        )
    } else {
        let old = |one: &&Incoming| before.last_new.is_some_and(|last| one.published <= last);
        let aged = incoming.iter().filter(old).count();
        if !(filed.new == incoming.len() && many(aged)) {
            return None;
        }
        format!(
            "all of its {} entries came under other ids, and {aged} of them are older than what was known; if readers see pieces twice, this is why",
            incoming.len()
        )
    };
    Some(event(source, Condition::MigratedIds, false, message, at))
}

/// A source with a habit of changing its ids does so in every document; that is told now and then.
pub(super) fn news(
    noticed: Vec<(&'static str, String)>,
    state: &mut SourceState,
    at: DateTime<Utc>,
) -> Vec<String> {
    noticed.into_iter().filter(|(what, _)| is_news(state, what, at)).map(|(_, line)| line).collect()
}

/// Whether this has not been told of a source lately; remembers that it is now.
pub(super) fn is_news(state: &mut SourceState, what: &str, at: DateTime<Utc>) -> bool {
    let known = state.life.noticed.get(what);
    let is_news = known.is_none_or(|told| at - *told >= NOTICED_AGAIN);
    if is_news {
        state.life.noticed.insert(what.to_owned(), at);
    }
    is_news
}

/// What is odd about a source's ids and versions, one line an event however many entries it touches.
pub(super) fn noticed(filed: &Filed, became_weak: bool) -> Vec<(&'static str, String)> {
    let mut lines = Vec::new();
    if became_weak {
        lines.push(("weak guids", "it gives several items one guid; its guids count for nothing from now on, entries are recognised by address and content".to_owned()));
    }
    if filed.changed_ids > 0 {
        lines.push(("changed ids", format!(
            "it changed the ids of {} entries that are known; they were recognised, keep the ids they were published under and are not new",
            filed.changed_ids
        )));
    }
    if filed.reused_guids > 0 {
        lines.push((
            "reused guids",
            format!(
                "it gave {} guids to other entries; these guids count for nothing from now on",
                filed.reused_guids
            ),
        ));
    }
    if filed.frozen > 0 {
        lines.push(("frozen", format!(
            "{} of its entries go back and forth between versions; they stay as they are until something new comes",
            filed.frozen
        )));
    }
    lines
}
