//! First contact with a source, and what comes all at once of one that is known: how much of it goes
//! to the fronts, how much straight to the archives, and what waits for a person.

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};

use super::event;
use crate::config::{Desk, Source};
use crate::fetch::Address;
use crate::model::{Backlog, Condition, Event, Incoming, SourceState, Way};
use crate::pipeline::Broken;
use crate::pipeline::settle::{candidate_of, wording};
use crate::sections;
use crate::store::{Filed, Store};

/// What was published so long before the last visit would have been seen then.
const LATE: TimeDelta = TimeDelta::days(7);
/// Of a source that never gives dates, so many times the entries of a usual document are a burst.
const SEVERAL: usize = 3;

/// The keys of the sources that came to the desk after it had published. None on a first run or with a
/// rebuilt store, and no path: who writes that knows what stands in it.
pub(in crate::pipeline) fn added(desk: &Desk, store: &Store) -> Result<BTreeSet<String>, Broken> {
    let known = store.rules()?;
    if known.is_empty() || store.fronts()?.is_empty() {
        return Ok(BTreeSet::new());
    }
    let is_added = |source: &&Source| {
        matches!(source.address, Address::Http(_)) && known.get(&*source.key).is_none_or(|rules| rules.added)
    };
    Ok(desk.sources.iter().filter(is_added).map(|source| source.key.to_string()).collect())
}

/// What has no date in a document where others have one is dated behind them. Where none has, the store
/// dates them behind all that it has.
pub(super) fn date_behind(incoming: &mut [Incoming]) {
    let oldest = incoming.iter().filter(|one| !one.undated).map(|one| one.published).min();
    let Some(behind) = oldest.map(|oldest| oldest - TimeDelta::seconds(1)) else { return };
    for one in incoming.iter_mut().filter(|one| one.undated) {
        (one.published, one.updated) = (behind, behind);
        one.undated = false;
    }
}

/// Of a source that is new to the desk the newest go to the fronts, the rest straight to the archives.
pub(super) fn ways(desk: &Desk, source: &Source, new: &[&Incoming], now: DateTime<Utc>) -> Vec<Way> {
    let Backlog { newest, days, .. } = source.backlog;
    // What filters keep out takes nobody's place.
    let is_wanted = |one: &Incoming| {
        let wording = wording(&one.entry);
        let age_days = (now - one.published).num_days();
        let candidate = candidate_of(desk, &source.key, &one.entry, age_days, &wording);
        sections::kept_out(&candidate, desk.filters_of(&source.key)).is_none()
    };
    let has_filters = desk.filters_of(&source.key).next().is_some();
    let mut places: Vec<usize> =
        (0..new.len()).filter(|&place| !has_filters || is_wanted(new[place])).collect();
    // Of one time, the order of the document.
    places.sort_by_key(|&place| (new[place].undated, std::cmp::Reverse(new[place].published)));
    let since = (days > 0).then(|| now - TimeDelta::days(i64::from(days)));
    let mut ways = vec![Way::Front; new.len()];
    for (nth, place) in places.into_iter().enumerate() {
        let is_old = since.is_some_and(|since| new[place].published < since);
        if is_old || newest > 0 && nth >= newest {
            ways[place] = Way::Archive;
        }
    }
    ways
}

/// Of a source that is known, old or undated entries that come all at once wait for a person.
pub(super) fn burst(least: usize, before: &SourceState, new: &[&Incoming]) -> Vec<Way> {
    let Some(last) = before.answered.filter(|_| least > 0 && new.len() >= least) else { return Vec::new() };
    // Where no entry ever has a date, none says anything.
    let undated_least = match before.life.dates {
        Some(true) => Some(least),
        Some(false) => Some(least.max(SEVERAL * before.life.usual as usize)),
        None => None,
    };
    let undated = new.iter().filter(|one| one.undated).count();
    let is_odd = |one: &&Incoming| match one.undated {
        true => undated_least.is_some_and(|least| undated >= least),
        false => one.published < last - LATE,
    };
    let odd: Vec<bool> = new.iter().map(is_odd).collect();
    match odd.iter().filter(|odd| **odd).count() >= least {
        true => odd.into_iter().map(|odd| if odd { Way::Held } else { Way::Front }).collect(),
        false => Vec::new(),
    }
}

/// That something waits, for a person.
pub(super) fn told(source: &Source, filed: &Filed, at: DateTime<Utc>) -> Option<Event> {
    let (name, held) = (&source.name, filed.held);
    let message = format!(
        "{held} new entries of it came at once that are old or have no date, so they wait: `copydesk source show \"{name}\" --held` lists them, `--release` lets them in"
    );
    (held > 0).then(|| event(source, Condition::Held, false, message, at))
}
