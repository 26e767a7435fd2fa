//! What is remembered of a source after each visit, and when the next one is due.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use xxhash_rust::xxh3::xxh3_64;

use super::schedule::{self, Habit, Next, Said};
use crate::fetch::{Kind, Outcome, Receipt, Validators};
use crate::model::SourceState;
use crate::model::{Condition, Feed, Incoming, Trouble};

/// Entries that a source's pace is learned from (rule 3.1).
const PACE_ENTRIES: usize = 20;

const DAY: u64 = 86_400;
/// For so long a source that says it is finished is still asked, once a week (rule 3.10).
const FINISHED_FOR: TimeDelta = TimeDelta::days(90);

/// Validators as the state keeps them.
pub fn validators(state: &SourceState) -> Validators {
    Validators {
        etag: state.etag.clone(),
        last_modified: state.last_modified.clone(),
        url: state.validators_url.clone(),
        asked_as: state.asked_as.clone(),
    }
}

/// Keeps the validators of the last good answer.
pub fn keep(state: &mut SourceState, validators: Validators) {
    state.validates |= !validators.is_empty();
    state.etag = validators.etag;
    state.last_modified = validators.last_modified;
    state.validators_url = validators.url;
    state.asked_as = validators.asked_as;
}

/// Learns a source's own words and its pace from a document.
pub fn learn(state: &mut SourceState, feed: &Feed, fresh_for: Option<Duration>) {
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
pub fn learn_pace(state: &mut SourceState, incoming: &[Incoming]) {
    let mut times: Vec<DateTime<Utc>> = incoming.iter().map(|one| one.published).collect();
    times.sort_unstable_by(|a, b| b.cmp(a));
    times.truncate(PACE_ENTRIES);
    state.last_new = times.first().copied().or(state.last_new);
    let mut gaps: Vec<i64> = times.windows(2).map(|pair| (pair[0] - pair[1]).num_seconds()).collect();
    gaps.sort_unstable();
    let seconds = |gap: Option<&i64>| gap.and_then(|gap| u64::try_from(*gap).ok());
    state.pace_seconds = seconds(gaps.get(gaps.len() / 2)).or(state.pace_seconds);
    state.life.longest_gap = seconds(gaps.last()).or(state.life.longest_gap);
}

/// The freshness that a 304 brought replaces the remembered one; silence leaves it (rule 3.6).
pub fn refresh(state: &mut SourceState, fresh_for: Option<Duration>) {
    if fresh_for.is_some() {
        let said = Said { fresh_for, ..said(state) };
        state.said = serde_json::to_string(&said).unwrap_or_default();
    }
}

/// A feed, or the word that nothing changed. One success resets to normal (rule 4.2).
pub fn succeeded(state: &mut SourceState, answer: &str, outcome: &Outcome, eager: bool, at: DateTime<Utc>) {
    state.answered = Some(at);
    answer.clone_into(&mut state.answer);
    state.failures = 0;
    state.failing_since = None;
    state.was_gone = false;
    state.retired = state.life.finished_since.is_some_and(|since| at - since >= FINISHED_FOR);
    state.life.trouble = None;
    state.life.held_until = None;
    plan(state, schedule::next(at, outcome, &habit(state, eager)));
}

/// Nothing came. `host_refusals` counts the 429s of its host in a row, this one included.
pub fn failed(
    state: &mut SourceState,
    receipt: &Receipt,
    eager: bool,
    host_refusals: u32,
    at: DateTime<Utc>,
) {
    if receipt.kind.drops_validators() {
        keep(state, Validators::default());
    }
    if receipt.kind.counts_against_source() {
        count_failure(state, at);
    }
    let (condition, told_after) = meaning(receipt.kind);
    trouble(state, condition, &receipt.kind.word(), &receipt.message, told_after, at);
    state.life.held_until =
        receipt.retry_after.and_then(|wait| at.checked_add_signed(TimeDelta::from_std(wait).ok()?));
    let mut habit = habit(state, eager);
    if receipt.kind == Kind::Status(429) {
        habit.failures = host_refusals;
    }
    plan(state, schedule::next(at, &Outcome::Failed(receipt.clone()), &habit));
    state.was_gone = receipt.kind == Kind::Status(410);
}

/// Something came that is no feed.
pub fn nonsense(state: &mut SourceState, reason: &str, eager: bool, at: DateTime<Utc>) {
    count_failure(state, at);
    trouble(state, Condition::Failing, "no-feed", reason, 0, at);
    plan(state, schedule::after_nonsense(at, &habit(state, eager)));
}

/// What a failure amounts to, and after how many seconds of it operators are told (rules,
/// section 4, last column).
fn meaning(kind: Kind) -> (Condition, u64) {
    match kind {
        Kind::Status(401 | 407) => (Condition::Locked, 0),
        Kind::Challenge => (Condition::Challenged, 0),
        Kind::Status(429) => (Condition::Limited, DAY),
        Kind::Status(404 | 408 | 421 | 425) => (Condition::Failing, DAY),
        Kind::Status(status) if status >= 500 => (Condition::Failing, DAY),
        Kind::Dns | Kind::Connection | Kind::Tls | Kind::Timeout | Kind::Truncated | Kind::Protocol => {
            (Condition::Failing, DAY)
        }
        _ => (Condition::Failing, 0),
    }
}

fn trouble(
    state: &mut SourceState,
    condition: Condition,
    what: &str,
    message: &str,
    told_after: u64,
    at: DateTime<Utc>,
) {
    message.clone_into(&mut state.answer);
    // Rule 4.5: first seen, last seen, count, status, reason.
    let before = state.life.trouble.take();
    let (since, count) = before.map_or((at, 0), |before| (before.since, before.count));
    state.life.trouble = Some(Trouble {
        condition,
        what: what.to_owned(),
        message: message.to_owned(),
        since,
        last: at,
        count: count.saturating_add(1),
        told_after,
    });
}

fn count_failure(state: &mut SourceState, at: DateTime<Utc>) {
    state.failures = state.failures.saturating_add(1);
    state.failing_since.get_or_insert(at);
}

fn plan(state: &mut SourceState, next: Next) {
    match next {
        Next::At { wanted, earliest } => {
            state.next_visit = Some(wanted);
            state.life.not_before = Some(earliest);
        }
        Next::AsItWas => {}
        Next::Retire => state.retired = true,
    }
}

fn habit(state: &SourceState, eager: bool) -> Habit {
    Habit {
        pace: state.pace_seconds.map(Duration::from_secs),
        last_new: state.last_new,
        // Validators that are known to lie are asked without, at the floor that goes with that.
        validates: state.validates && state.life.stuck_since.is_none(),
        said: said(state),
        failures: state.failures,
        failing_since: state.failing_since,
        was_gone: state.was_gone,
        finished: state.life.finished_since.is_some(),
        eager,
        seed: xxh3_64(state.key.as_bytes()),
    }
}

fn said(state: &SourceState) -> Said {
    serde_json::from_str(&state.said).unwrap_or_default()
}
