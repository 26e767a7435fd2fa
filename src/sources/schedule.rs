//! When to come back (rules, sections 3 and 4). Pure: what is known of a source and what it just
//! answered in, a time out. Times are chosen so that a publisher never has reason to complain.

use std::time::Duration;

use chrono::{DateTime, Datelike, TimeDelta, Timelike, Utc};
use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_64;

use crate::fetch::{Kind, Outcome, Receipt};

const MINUTE: Duration = Duration::from_secs(60);
const HOUR: Duration = Duration::from_secs(3600);
const DAY: Duration = Duration::from_secs(24 * 3600);

/// Shortest interval for a source that can say "not modified" (rule 3.1).
const FLOOR: Duration = HOUR;
/// Shortest interval for a source that never sent a validator.
const FLOOR_UNCONDITIONAL: Duration = DAY;
/// Shortest interval where source and operator agree on more.
const FLOOR_EAGER: Duration = Duration::from_secs(5 * 60);
/// Longest interval of a live source.
const CEILING: Duration = DAY;
/// Longest interval of a silent one, and longest back-off.
const CEILING_SILENT: Duration = Duration::from_secs(7 * 24 * 3600);
/// Without a new entry for so long a source is silent.
const SILENT_AFTER: Duration = Duration::from_secs(90 * 24 * 3600);
/// Cron starts a run some seconds late or early; an interval is not counted to the second.
const UNPUNCTUAL: Duration = Duration::from_secs(60);
/// A `ttl` above a week is a mistake (rule 3.4).
const LONGEST_TTL: Duration = Duration::from_secs(10_080 * 60);

/// What is known of a source before the visit that was just made.
#[derive(Debug, Clone, Default)]
pub struct Habit {
    /// Median time between its last 20 entries.
    pub pace: Option<Duration>,
    /// When its newest entry came.
    pub last_new: Option<DateTime<Utc>>,
    /// Whether it ever sent an `ETag` or `Last-Modified`.
    pub validates: bool,
    /// What the feed and its headers say, from this answer or remembered (rule 3.6).
    pub said: Said,
    /// Failures in a row, this visit included; after a 429 those of its host.
    pub failures: u32,
    /// Since when it has been failing without a break.
    pub failing_since: Option<DateTime<Utc>>,
    /// Whether the visit before this one ended in a 410.
    pub was_gone: bool,
    /// Whether its publisher says that nothing new will come (rule 3.10).
    pub finished: bool,
    /// Whether the operator lets the source's own words lower the floor to five minutes.
    pub eager: bool,
    /// A number of its own, so that sources do not march in step (rule 3.7).
    pub seed: u64,
}

/// The source's own words about visits.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Said {
    /// `max-age` or `Expires`.
    pub fresh_for: Option<Duration>,
    /// RSS `ttl`.
    pub ttl: Option<Duration>,
    /// `sy:updatePeriod` by `sy:updateFrequency`.
    pub period: Option<Duration>,
    /// RSS `skipHours`: hours in GMT; 24 is read as 0.
    pub skip_hours: Vec<u8>,
    /// RSS `skipDays`: English names.
    pub skip_days: Vec<String>,
}

/// What becomes of a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// To be asked at this time, or half a step of the runs before (rule 3.8).
    At {
        /// When.
        wanted: DateTime<Utc>,
        /// Never before this, whatever the steps: the floor, freshness, `Retry-After`.
        earliest: DateTime<Utc>,
    },
    /// To be asked when it was due anyway: it was not reached, and comes first (rule 6.4).
    AsItWas,
    /// Never again: gone twice in a row (410).
    Retire,
}

/// Whether a source is due in a run that starts at `now`, where runs are `step` apart. Cron is
/// never quite on time, and an hourly run must not turn an hour and a minute into two (rule 3.8).
pub fn is_due(
    now: DateTime<Utc>,
    wanted: DateTime<Utc>,
    earliest: Option<DateTime<Utc>>,
    step: Duration,
) -> bool {
    wanted <= later(now, step / 2) && earliest.is_none_or(|earliest| earliest <= now)
}

/// When to ask next, after `outcome` at `now`.
pub fn next(now: DateTime<Utc>, outcome: &Outcome, habit: &Habit) -> Next {
    match outcome {
        Outcome::Document(_) | Outcome::NotModified { .. } => after_success(now, habit),
        Outcome::Failed(receipt) => after_failure(now, receipt, habit),
        Outcome::NotReached { wait: None } => Next::AsItWas,
        Outcome::NotReached { wait: Some(wait) } => {
            Next::At { wanted: later(now, *wait), earliest: later(now, *wait) }
        }
    }
}

/// Rule 3.1 with its companions.
fn after_success(now: DateTime<Utc>, habit: &Habit) -> Next {
    let interval = interval(now, habit);
    let planned = later(now, interval + jitter(interval, 10, now, habit.seed));
    let wanted = skip(planned, &habit.said);
    // What the server calls fresh is not asked for, not even half a step early (rule 3.2).
    let fresh = habit.said.fresh_for.unwrap_or_default().min(interval);
    let earliest = later(now, fresh.max(floor(habit).saturating_sub(UNPUNCTUAL)));
    // The end of a quiet time is kept to the minute (rule 3.5).
    let earliest = if wanted == planned { skip(earliest, &habit.said) } else { wanted };
    Next::At { wanted, earliest }
}

/// After an answer that could be fetched but not read as a feed: a soft failure (section 4).
pub fn after_nonsense(now: DateTime<Utc>, habit: &Habit) -> Next {
    wait(now, backoff(now, habit, 1), None, habit)
}

/// After a failure: `wait` with jitter, and never less than the server asked for (rule 4.3).
fn wait(now: DateTime<Utc>, wait: Duration, told: Option<Duration>, habit: &Habit) -> Next {
    let told = told.unwrap_or_default();
    let long = (wait + jitter(wait, 25, now, habit.seed)).max(told);
    Next::At { wanted: later(now, long), earliest: later(now, told.max(wait.min(FLOOR) - UNPUNCTUAL)) }
}

/// The shortest interval of a source that is well.
fn floor(habit: &Habit) -> Duration {
    match (habit.validates, told(&habit.said)) {
        (_, Some(told)) if habit.eager => told.clamp(FLOOR_EAGER, FLOOR),
        (true, _) => FLOOR,
        (false, _) => FLOOR_UNCONDITIONAL,
    }
}

/// The interval of a source that is well, without jitter.
fn interval(now: DateTime<Utc>, habit: &Habit) -> Duration {
    let (told, floor) = (told(&habit.said), floor(habit));
    let wanted = habit.pace.map_or(floor, |pace| (pace / 2).clamp(floor, DAY));
    let silent = habit
        .last_new
        .is_some_and(|last| now.signed_duration_since(last).to_std().is_ok_and(|d| d > SILENT_AFTER));
    let silent = silent || habit.finished;
    let ceiling = if silent { CEILING_SILENT } else { CEILING };
    // A silent source has no pace worth the name: its visits stretch to the ceiling.
    let wanted = if silent { ceiling } else { wanted };
    wanted.max(told.unwrap_or_default()).max(floor).min(ceiling)
}

/// The largest of what the source says itself (rules 3.2 to 3.4).
fn told(said: &Said) -> Option<Duration> {
    let ttl = said.ttl.filter(|&ttl| ttl >= MINUTE && ttl <= LONGEST_TTL);
    [said.fresh_for, ttl, said.period].into_iter().flatten().max()
}

/// Moves a time that falls into the source's quiet hours or days to their end (rule 3.5).
fn skip(at: DateTime<Utc>, said: &Said) -> DateTime<Utc> {
    let hours: [bool; 24] =
        std::array::from_fn(|hour| said.skip_hours.iter().any(|&h| usize::from(h % 24) == hour));
    let days: [bool; 7] = std::array::from_fn(|day| said.skip_days.iter().any(|name| is_day(name, day)));
    let skips_hours = hours.contains(&true) && hours.contains(&false);
    let skips_days = days.contains(&true) && days.contains(&false);
    let quiet = |t: DateTime<Utc>| {
        skips_hours && hours[t.hour() as usize]
            || skips_days && days[t.weekday().num_days_from_monday() as usize]
    };
    let mut at = at;
    // Some hour of every week is open, so this ends within 168 steps.
    while quiet(at) {
        let whole_hour = at.timestamp().div_euclid(3600) * 3600;
        let Some(next) = DateTime::from_timestamp(whole_hour + 3600, 0) else { return at };
        at = next;
    }
    at
}

fn is_day(name: &str, day: usize) -> bool {
    name.trim().parse::<chrono::Weekday>().is_ok_and(|weekday| weekday.num_days_from_monday() as usize == day)
}

/// The table of section 4, for answers that gave nothing.
fn after_failure(now: DateTime<Utc>, receipt: &Receipt, habit: &Habit) -> Next {
    let wait = match receipt.kind {
        Kind::Status(410) if habit.was_gone => return Next::Retire,
        Kind::Status(410 | 401 | 407) => DAY,
        Kind::Status(404) => not_found(now, habit),
        Kind::Status(402 | 403 | 451) | Kind::Challenge => backoff(now, habit, 4),
        Kind::Status(429) => doubled(HOUR, habit.failures).min(DAY),
        _ => backoff(now, habit, 1),
    };
    self::wait(now, wait, receipt.retry_after, habit)
}

/// Rule 4.1: doubling from the normal interval, a day at most, after a week of failing a week.
fn backoff(now: DateTime<Utc>, habit: &Habit, factor: u32) -> Duration {
    let longest = if failing_for(now, habit) > CEILING_SILENT { CEILING_SILENT } else { DAY };
    doubled(interval(now, habit).max(HOUR) * factor, habit.failures).min(longest)
}

fn not_found(now: DateTime<Utc>, habit: &Habit) -> Duration {
    let failing = failing_for(now, habit);
    match () {
        () if failing > 30 * DAY => CEILING_SILENT,
        () if failing > 7 * DAY => DAY,
        () => backoff(now, habit, 1),
    }
}

fn failing_for(now: DateTime<Utc>, habit: &Habit) -> Duration {
    habit.failing_since.and_then(|since| now.signed_duration_since(since).to_std().ok()).unwrap_or_default()
}

fn doubled(base: Duration, failures: u32) -> Duration {
    base.saturating_mul(2u32.saturating_pow(failures.saturating_sub(1).min(16)))
}

/// A part of `interval` between nothing and `percent`, the same for the same source and time.
fn jitter(interval: Duration, percent: u32, now: DateTime<Utc>, seed: u64) -> Duration {
    let mut key = seed.to_le_bytes().to_vec();
    key.extend_from_slice(&now.timestamp().to_le_bytes());
    let part = (xxh3_64(&key) >> 40) as f64 / (1u64 << 24) as f64;
    interval.mul_f64(part * f64::from(percent) / 100.0)
}

fn later(now: DateTime<Utc>, wait: Duration) -> DateTime<Utc> {
    TimeDelta::from_std(wait).ok().and_then(|wait| now.checked_add_signed(wait)).unwrap_or(now)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now() -> DateTime<Utc> {
        "2026-03-02T10:20:00Z".parse().unwrap() // a Monday
    }

    fn healthy() -> Habit {
        Habit { validates: true, pace: Some(4 * HOUR), last_new: Some(now()), seed: 7, ..Habit::default() }
    }

    fn fine() -> Outcome {
        Outcome::NotModified { validators: Default::default(), fresh_for: None, robots: None }
    }

    fn failed(kind: Kind, retry_after: Option<Duration>) -> Outcome {
        Outcome::Failed(Receipt { retry_after, ..Receipt::new(kind, "") })
    }

    fn wait(outcome: &Outcome, habit: &Habit) -> Duration {
        match next(now(), outcome, habit) {
            Next::At { wanted, .. } => (wanted - now()).to_std().unwrap(),
            other => panic!("{other:?}"),
        }
    }

    /// Whether a wait is the given interval plus at most so many per cent.
    fn about(wait: Duration, interval: Duration, percent: u32) -> bool {
        wait >= interval && wait <= interval + interval * percent / 100
    }

    #[test]
    fn rule_3_1_half_the_pace_is_wanted_between_an_hour_and_a_day() {
        for (pace, wanted) in [(4 * HOUR, 2 * HOUR), (MINUTE, HOUR), (90 * DAY, DAY)] {
            let w = wait(&fine(), &Habit { pace: Some(pace), ..healthy() });
            assert!(about(w, wanted, 10), "pace {pace:?}: {w:?}");
        }
    }

    #[test]
    fn rule_3_1_a_source_without_validators_is_asked_once_a_day() {
        assert!(about(wait(&fine(), &Habit { validates: false, ..healthy() }), DAY, 10));
    }

    #[test]
    fn rule_3_10_a_finished_source_is_asked_once_a_week() {
        let week = 7 * DAY;
        assert!(about(wait(&fine(), &Habit { finished: true, ..healthy() }), week, 10));
    }

    #[test]
    fn rule_3_1_a_silent_source_is_asked_once_a_week() {
        let habit = Habit { last_new: Some(now() - TimeDelta::days(91)), ..healthy() };
        assert!(about(wait(&fine(), &habit), CEILING_SILENT, 10));
    }

    #[test]
    fn rule_3_1_the_floor_sinks_only_where_operator_and_source_agree() {
        let said = Said { ttl: Some(10 * MINUTE), ..Said::default() };
        let habit = Habit { pace: Some(MINUTE), said, ..healthy() };
        assert!(about(wait(&fine(), &habit), HOUR, 10));
        assert!(about(wait(&fine(), &Habit { eager: true, ..habit }), 10 * MINUTE, 10));
    }

    #[test]
    fn rules_3_2_to_3_4_the_largest_of_the_sources_words_counts_up_to_a_day() {
        let with = |said| wait(&fine(), &Habit { said, ..healthy() });
        let hours = |n: u32| Some(n * HOUR);
        assert!(about(with(Said { fresh_for: hours(3), ttl: hours(5), ..Said::default() }), 5 * HOUR, 10));
        assert!(about(with(Said { period: hours(6), ..Said::default() }), 6 * HOUR, 10));
        assert!(about(with(Said { fresh_for: hours(500), ..Said::default() }), DAY, 10));
        assert!(
            about(with(Said { ttl: hours(500), ..Said::default() }), 2 * HOUR, 10),
            "a ttl above a week is ignored"
        );
    }

    #[test]
    fn rule_3_5_a_visit_in_a_skipped_hour_or_day_moves_to_its_end() {
        let hours = Said { skip_hours: vec![12, 13, 24], ..Said::default() };
        let at = next(now(), &fine(), &Habit { said: hours, ..healthy() });
        let both = |time: &str| Next::At { wanted: time.parse().unwrap(), earliest: time.parse().unwrap() };
        assert_eq!(at, both("2026-03-02T14:00:00Z"));
        let days = Said { skip_days: vec!["Monday".into(), "tuesday".into()], ..Said::default() };
        let at = next(now(), &fine(), &Habit { said: days, ..healthy() });
        assert_eq!(at, both("2026-03-04T00:00:00Z"));
    }

    #[test]
    fn rule_3_5_skipping_everything_skips_nothing() {
        let all = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
        let said = Said {
            skip_hours: (0..24).collect(),
            skip_days: all.map(String::from).into(),
            ..Said::default()
        };
        assert!(about(wait(&fine(), &Habit { said, ..healthy() }), 2 * HOUR, 10));
    }

    #[test]
    fn rule_3_7_two_sources_do_not_march_in_step_and_one_keeps_its_step() {
        let one = wait(&fine(), &healthy());
        assert_eq!(one, wait(&fine(), &healthy()));
        assert_ne!(one, wait(&fine(), &Habit { seed: 8, ..healthy() }));
    }

    #[test]
    fn rule_3_8_a_visit_comes_half_a_step_early_but_never_below_the_floor_nor_while_fresh() {
        let due_after = |minutes: i64, habit: &Habit, step: Duration| {
            let Next::At { wanted, earliest } = next(now(), &fine(), habit) else { panic!() };
            is_due(now() + TimeDelta::minutes(minutes), wanted, Some(earliest), step)
        };
        let hourly = Habit { pace: Some(HOUR), ..healthy() };
        assert!(due_after(60, &hourly, HOUR), "an hourly run visits every hour");
        assert!(!due_after(50, &hourly, HOUR), "and not more often");
        assert!(!due_after(45, &hourly, 12 * HOUR));
        let fresh = Said { fresh_for: Some(2 * HOUR), ..Said::default() };
        let fresh = Habit { said: fresh, ..hourly };
        assert!(!due_after(119, &fresh, 12 * HOUR) && due_after(120, &fresh, 12 * HOUR));
    }

    #[test]
    fn rule_4_1_failures_double_the_wait_up_to_a_day_and_later_to_a_week() {
        let failing = |failures, days| Habit {
            failures,
            failing_since: Some(now() - TimeDelta::days(days)),
            ..healthy()
        };
        let server_error = failed(Kind::Status(500), None);
        assert!(about(wait(&server_error, &failing(1, 0)), 2 * HOUR, 25));
        assert!(about(wait(&server_error, &failing(3, 1)), 8 * HOUR, 25));
        assert!(about(wait(&server_error, &failing(9, 5)), DAY, 25));
        assert!(about(wait(&server_error, &failing(4_000_000, 8)), CEILING_SILENT, 25));
    }

    #[test]
    fn rule_4_3_retry_after_is_never_undercut_and_never_shortens_the_backoff() {
        let habit = Habit { failures: 1, ..healthy() };
        let told = |d| wait(&failed(Kind::Status(503), Some(d)), &habit);
        assert!(told(9 * HOUR) >= 9 * HOUR);
        assert!(told(MINUTE) >= 2 * HOUR);
        let limited = wait(&failed(Kind::Status(429), Some(40 * HOUR)), &habit);
        assert!(limited >= 40 * HOUR);
        let asked = failed(Kind::Status(503), Some(9 * HOUR));
        let Next::At { wanted, earliest } = next(now(), &asked, &habit) else { panic!() };
        assert!(earliest >= now() + TimeDelta::hours(9));
        assert!(!is_due(now() + TimeDelta::hours(8), wanted, Some(earliest), 24 * HOUR));
    }

    #[test]
    fn section_4_each_status_has_its_wait() {
        let habit =
            |days| Habit { failures: 1, failing_since: Some(now() - TimeDelta::days(days)), ..healthy() };
        for (status, days, expected) in [
            (401, 0, DAY),
            (407, 3, DAY),
            (410, 0, DAY),
            (404, 0, 2 * HOUR),
            (404, 8, DAY),
            (404, 31, 7 * DAY),
            (403, 0, 8 * HOUR),
            (451, 0, 8 * HOUR),
            (429, 0, HOUR),
            (400, 0, 2 * HOUR),
            (502, 0, 2 * HOUR),
        ] {
            let w = wait(&failed(Kind::Status(status), None), &habit(days));
            assert!(about(w, expected, 25), "{status} after {days} days: {w:?}");
        }
        for kind in
            [Kind::Dns, Kind::Connection, Kind::Tls, Kind::Expired, Kind::Timeout, Kind::TooLarge, Kind::Bomb]
        {
            assert!(about(wait(&failed(kind, None), &habit(0)), 2 * HOUR, 25), "{kind:?}");
        }
        let Next::At { wanted, .. } = after_nonsense(now(), &habit(0)) else { panic!() };
        assert!(about((wanted - now()).to_std().unwrap(), 2 * HOUR, 25));
    }

    #[test]
    fn section_4_a_second_410_in_a_row_retires_the_source() {
        let habit = Habit { was_gone: true, failures: 2, ..healthy() };
        assert_eq!(next(now(), &failed(Kind::Status(410), None), &habit), Next::Retire);
    }

    #[test]
    fn rule_6_4_what_was_not_reached_keeps_its_time_unless_its_host_asked_for_quiet() {
        assert_eq!(next(now(), &Outcome::NotReached { wait: None }, &healthy()), Next::AsItWas);
        assert_eq!(wait(&Outcome::NotReached { wait: Some(HOUR) }, &healthy()), HOUR);
    }
}
