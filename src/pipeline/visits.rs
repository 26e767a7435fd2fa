//! What is remembered of a source after each visit, and when the next one is due.

use std::time::Duration;

use chrono::{DateTime, Utc};
use xxhash_rust::xxh3::xxh3_64;

use crate::fetch::schedule::{self, Habit, Next, Said};
use crate::fetch::{Kind, Outcome, Receipt, Validators};
use crate::model::{Feed, Incoming};
use crate::store::SourceState;

/// Entries that a source's pace is learned from (rule 3.1).
const PACE_ENTRIES: usize = 20;

/// Validators as the state keeps them.
pub(super) fn validators(state: Option<SourceState>) -> Validators {
    let Some(state) = state else { return Validators::default() };
    Validators {
        etag: state.etag,
        last_modified: state.last_modified,
        url: state.validators_url,
        asked_as: state.asked_as,
    }
}

/// Keeps the validators of the last good answer.
pub(super) fn keep(state: &mut SourceState, validators: Validators) {
    state.validates |= !validators.is_empty();
    state.etag = validators.etag;
    state.last_modified = validators.last_modified;
    state.validators_url = validators.url;
    state.asked_as = validators.asked_as;
}

/// Learns a source's own words and its pace from a document.
pub(super) fn learn(state: &mut SourceState, feed: &Feed, fresh_for: Option<Duration>) {
    let said = Said {
        fresh_for,
        ttl: feed.ttl_minutes.map(|minutes| Duration::from_secs(u64::from(minutes) * 60)),
        period: feed.update_period_seconds.map(Duration::from_secs),
        skip_hours: feed.skip_hours.clone(),
        skip_days: feed.skip_days.clone(),
    };
    // Plain values: serde has no reason to refuse them, and without them the floor holds.
    state.said = serde_json::to_string(&said).unwrap_or_default();
}

/// Learns the pace of a source from the times of its entries.
pub(super) fn learn_pace(state: &mut SourceState, incoming: &[Incoming]) {
    let mut times: Vec<DateTime<Utc>> = incoming.iter().map(|one| one.published).collect();
    times.sort_unstable_by(|a, b| b.cmp(a));
    times.truncate(PACE_ENTRIES);
    state.last_new = times.first().copied().or(state.last_new);
    let mut gaps: Vec<i64> = times.windows(2).map(|pair| (pair[0] - pair[1]).num_seconds()).collect();
    gaps.sort_unstable();
    state.pace_seconds =
        gaps.get(gaps.len() / 2).and_then(|gap| u64::try_from(*gap).ok()).or(state.pace_seconds);
}

/// The freshness that a 304 brought replaces the remembered one; silence leaves it (rule 3.6).
pub(super) fn refresh(state: &mut SourceState, fresh_for: Option<Duration>) {
    if fresh_for.is_some() {
        let said = Said { fresh_for, ..said(state) };
        state.said = serde_json::to_string(&said).unwrap_or_default();
    }
}

/// A feed, or the word that nothing changed.
pub(super) fn succeeded(state: &mut SourceState, answer: &str, outcome: &Outcome, now: DateTime<Utc>) {
    state.answered = Some(now);
    answer.clone_into(&mut state.answer);
    state.failures = 0;
    state.failing_since = None;
    state.was_gone = false;
    plan(state, schedule::next(now, outcome, &habit(state)));
}

/// Nothing came.
pub(super) fn failed(state: &mut SourceState, receipt: &Receipt, now: DateTime<Utc>) {
    if receipt.kind.drops_validators() {
        keep(state, Validators::default());
    }
    count_failure(state, &receipt.message, now);
    plan(state, schedule::next(now, &Outcome::Failed(receipt.clone()), &habit(state)));
    state.was_gone = receipt.kind == Kind::Status(410);
}

/// Something came that is no feed.
pub(super) fn nonsense(state: &mut SourceState, reason: &str, now: DateTime<Utc>) {
    count_failure(state, reason, now);
    state.next_visit = Some(schedule::after_nonsense(now, &habit(state)));
}

fn count_failure(state: &mut SourceState, reason: &str, now: DateTime<Utc>) {
    reason.clone_into(&mut state.answer);
    state.failures += 1;
    state.failing_since.get_or_insert(now);
}

fn plan(state: &mut SourceState, next: Next) {
    match next {
        Next::At(time) => state.next_visit = Some(time),
        Next::AsItWas => {}
        Next::Retire => state.retired = true,
    }
}

fn habit(state: &SourceState) -> Habit {
    Habit {
        pace: state.pace_seconds.map(Duration::from_secs),
        last_new: state.last_new,
        validates: state.validates,
        said: said(state),
        failures: state.failures,
        failing_since: state.failing_since,
        was_gone: state.was_gone,
        eager: false,
        // The tolerance of `take_in` stands in for half a step of cron.
        step: Duration::ZERO,
        seed: xxh3_64(state.key.as_bytes()),
    }
}

fn said(state: &SourceState) -> Said {
    serde_json::from_str(&state.said).unwrap_or_default()
}
