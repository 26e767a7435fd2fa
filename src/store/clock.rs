//! What runs were told to be now, and how the store heals from a clock that was ahead.
//!
//! A run with a clock years ahead dates what has no date, puts off every visit and calls everything
//! silent. The next run whose clock is sane finds that run among those remembered, and puts right
//! whatever it dated. A clock that is behind must not do the same to everything that is true: what
//! publishers dated tells one from the other.

use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::{Connection, params};

use super::{Error, Store, millis, sources, time};
use crate::model::{Condition, Event, SourceState};

/// Later than now by more than this was another clock; less heals by itself.
const SKEW: TimeDelta = TimeDelta::days(1);
/// Runs that are remembered.
const RUNS: i64 = 20;
/// 2026-01-01: no run of copydesk was before that, so a clock that says so is unset and mends nothing.
const FIRST: i64 = 1_767_225_600_000;
/// The longest time that a source or host may be left alone because it asked for it, and some days.
const LONGEST_QUIET: TimeDelta = TimeDelta::days(32);
/// The longest that a schedule puts off a visit, and some days.
const LONGEST_PAUSE: TimeDelta = TimeDelta::days(40);
/// The longest time that a site's robots.txt counts, and a day.
const LONGEST_RULES: TimeDelta = TimeDelta::days(2);
/// The longest lease that a hub is believed, and a day.
const LONGEST_LEASE: TimeDelta = TimeDelta::days(91);

/// How the time of a run stands to those before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Met {
    /// The latest time of a run that was ahead, if what it left was put right just now.
    pub healed: Option<DateTime<Utc>>,
    /// The time since the run before, if there was one.
    pub since_last: Option<TimeDelta>,
}

impl Store {
    /// Remembers that a run begins, and heals what a run with a clock ahead left.
    pub fn meet(&mut self, now: DateTime<Utc>) -> Result<Met, Error> {
        let step = self.connection.transaction()?;
        let known: Vec<i64> = {
            let mut query = step.prepare_cached("SELECT at FROM clock ORDER BY place")?;
            query.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?
        };
        let limit = millis(now + SKEW);
        let latest = known.iter().copied().filter(|at| *at > limit).max();
        let healed = match latest {
            Some(latest) if !is_behind(&step, millis(now), limit)? => {
                heal(&step, now, limit)?;
                step.execute("DELETE FROM clock WHERE at > ?1", [limit])?;
                Some(time(latest))
            }
            _ => None,
        };
        step.prepare_cached("INSERT INTO clock (at) VALUES (?1)")?.execute([millis(now)])?;
        step.prepare_cached("DELETE FROM clock WHERE place <= (SELECT max(place) FROM clock) - ?1")?
            .execute([RUNS])?;
        step.commit()?;
        let last = known.last().filter(|_| healed.is_none());
        Ok(Met { healed, since_last: last.map(|last| now - time(*last)) })
    }
}

/// Whether it is the clock of now that is wrong: of what was met after now, publishers dated most after
/// now too. A clock ahead gives its own time to what has none, and to little else.
fn is_behind(connection: &Connection, now: i64, limit: i64) -> Result<bool, Error> {
    let (met, dated): (i64, i64) = connection.query_row(
        "SELECT count(*), count(*) FILTER (WHERE published > ?1 AND published <> first_seen)
         FROM entries WHERE first_seen > ?1",
        [limit],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    Ok(now < FIRST || dated * 2 > met)
}

fn heal(connection: &Connection, now: DateTime<Utc>, limit: i64) -> Result<(), Error> {
    heal_entries(connection, millis(now), limit)?;
    heal_the_rest(connection, now, limit)?;
    heal_events(connection, now, limit)?;
    for mut state in sources::all(connection)? {
        let before = state.clone();
        heal_source(&mut state, now, time(limit));
        if state != before {
            sources::write(connection, &state)?;
        }
    }
    Ok(())
}

/// Entries, and what follows from their dates: prints, stories, standings, documents. One of our own
/// whose record says a date ahead keeps it: it waits for that day.
fn heal_entries(connection: &Connection, now: i64, limit: i64) -> Result<(), Error> {
    connection.execute(
        "UPDATE entries SET published = ?1, settled = 0 WHERE published > ?2 AND embargo IS NULL
         AND NOT (source = 'own' AND EXISTS (SELECT 1 FROM bodies WHERE bodies.row = entries.row
            AND json_extract(entry, '$.published') IS NOT NULL))",
        [now, limit],
    )?;
    connection.execute(
        "UPDATE entries SET updated = max(published, ?1) WHERE updated > ?2 AND embargo IS NULL",
        [now, limit],
    )?;
    for column in ["first_seen", "withdrawn_at", "frozen"] {
        connection.execute(&format!("UPDATE entries SET {column} = ?1 WHERE {column} > ?2"), [now, limit])?;
    }
    connection.execute("UPDATE prints SET published = ?1 WHERE published > ?2", [now, limit])?;
    connection.execute("UPDATE stories SET led_since = ?1 WHERE led_since > ?2", [now, limit])?;
    // Every story and document that time could have touched is looked at again; what comes out the same
    // is not written.
    connection.execute(
        "UPDATE stories SET unled = 1 WHERE published > ?1
         OR id IN (SELECT story FROM entries WHERE settled = 0 AND story IS NOT NULL)",
        [limit],
    )?;
    connection.execute("UPDATE fronts SET stale_at = ?1", [now])?;
    connection.execute("UPDATE archives SET fingerprint = NULL", [])?;
    Ok(())
}

fn heal_the_rest(connection: &Connection, now: DateTime<Utc>, limit: i64) -> Result<(), Error> {
    let later = |wait: TimeDelta| millis(now + wait);
    connection.execute("DELETE FROM runs WHERE at > ?1", [limit])?;
    connection.execute("DELETE FROM hosts WHERE held_until > ?1", [later(LONGEST_QUIET)])?;
    connection.execute("UPDATE complaints SET since = ?1 WHERE since > ?2", [millis(now), limit])?;
    connection.execute("UPDATE listed SET missing = ?1 WHERE missing > ?2", [millis(now), limit])?;
    connection.execute(
        "UPDATE pushes SET confirmed = NULL, ends = NULL WHERE confirmed > ?1 OR ends > ?2",
        [limit, later(LONGEST_LEASE)],
    )?;
    connection.execute(
        "UPDATE pushes SET told = iif(told > ?1, NULL, told), missed = iif(missed > ?1, NULL, missed)",
        [limit],
    )?;
    connection.execute("DELETE FROM robots WHERE until > ?1", [later(LONGEST_RULES)])?;
    connection.execute("UPDATE pages SET queued = ?1 WHERE queued > ?2", [millis(now), limit])?;
    // Long enough ago that the hub is asked in this run.
    connection
        .execute("UPDATE pushes SET asked = ?1 WHERE asked > ?2", [later(TimeDelta::days(-30)), limit])?;
    Ok(())
}

/// What the clock alone made happen did not; the rest happened now.
fn heal_events(connection: &Connection, now: DateTime<Utc>, limit: i64) -> Result<(), Error> {
    let mut query = connection.prepare("SELECT row, event FROM events WHERE at > ?1")?;
    let events = query.query_and_then([limit], |row| {
        let event: Event = serde_json::from_str(&row.get::<_, String>(1)?)?;
        Ok::<_, Error>((row.get::<_, i64>(0)?, event))
    })?;
    for found in events.collect::<Result<Vec<_>, _>>()? {
        let (row, event) = found;
        if is_of_time(event.condition) {
            connection.execute("DELETE FROM events WHERE row = ?1", [row])?;
            continue;
        }
        let event = serde_json::to_string(&Event { at: now, ..event })?;
        let sql = "UPDATE events SET at = ?2, event = ?3 WHERE row = ?1";
        connection.execute(sql, params![row, millis(now), event])?;
    }
    Ok(())
}

/// Conditions that begin by time alone.
fn is_of_time(condition: Condition) -> bool {
    use Condition::{Elsewhere, Finished, Moved, Retiring, Silent};
    matches!(condition, Silent | Retiring | Elsewhere | Finished | Moved)
}

fn heal_source(state: &mut SourceState, now: DateTime<Utc>, limit: DateTime<Utc>) {
    let life = &mut state.life;
    if let Some(asked) = state.asked.filter(|asked| *asked > limit) {
        // What it asked for itself holds, counted from now.
        let quiet = life.held_until.map(|until| until - asked).filter(|wait| *wait > TimeDelta::zero());
        life.held_until = quiet.map(|wait| now + wait.min(LONGEST_QUIET));
        (state.next_visit, life.not_before) = (None, None);
        // Time alone retires who is finished; a 410 does not depend on it.
        state.retired &= life.finished_since.is_none();
    }
    let too_far = |at: &mut Option<DateTime<Utc>>, most: TimeDelta| {
        *at = at.filter(|at| *at <= now + most);
    };
    too_far(&mut life.held_until, LONGEST_QUIET);
    too_far(&mut life.not_before, LONGEST_PAUSE);
    too_far(&mut state.next_visit, LONGEST_PAUSE);
    if state.last_new.is_some_and(|last| last > limit) {
        // Learned from dates that were none.
        (state.pace_seconds, life.longest_gap) = (None, None);
    }
    let right = |at: &mut DateTime<Utc>| *at = if *at > limit { now } else { *at };
    let times = [&mut state.asked, &mut state.answered, &mut state.failing_since, &mut state.last_new];
    let lasting = [&mut life.full, &mut life.stuck_since, &mut life.broken_since];
    times.into_iter().chain(lasting).flatten().for_each(right);
    for began in [&mut life.finished_since, &mut life.elsewhere_since, &mut life.forced] {
        *began = began.filter(|at| *at <= limit);
    }
    life.answers.iter_mut().for_each(|visit| right(&mut visit.at));
    if let Some(trouble) = &mut life.trouble {
        right(&mut trouble.since);
        right(&mut trouble.last);
    }
    life.watch.iter_mut().for_each(|watch| right(&mut watch.since));
    // A week of redirects was none: the move is watched again.
    life.moved = life.moved.take().filter(|moved| moved.at <= limit);
    life.told.retain(|condition, at| *at <= limit || !is_of_time(*condition));
    life.told.values_mut().for_each(right);
    life.noticed.retain(|_, at| *at <= limit);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Life, Moved, Trouble, Visit, Watch};

    fn at(days: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_796_000_000, 0).unwrap() + TimeDelta::days(days)
    }

    /// Every time of a state, whatever it is called: a new field is in it by itself.
    fn times(state: &SourceState) -> Vec<String> {
        let text = format!("{state:?}");
        text.match_indices("Z").map(|(end, _)| text[end.saturating_sub(24)..end].to_owned()).collect()
    }

    fn everything(when: DateTime<Utc>) -> SourceState {
        let all = Some(when);
        SourceState {
            key: "a".into(),
            address: "https://a.example/f".into(),
            next_visit: all,
            asked: all,
            answered: all,
            failing_since: all,
            last_new: all,
            retired: true,
            life: Life {
                answers: vec![Visit { at: when, what: "200".into() }],
                not_before: all,
                held_until: Some(when + TimeDelta::hours(5)),
                trouble: Some(Trouble {
                    condition: Condition::Failing,
                    what: "500".into(),
                    message: String::new(),
                    since: when,
                    last: when,
                    count: 1,
                    told_after: 0,
                }),
                watch: Some(Watch { to: "x".into(), since: when }),
                moved: Some(Moved {
                    from: "a".into(),
                    to: "b".into(),
                    at: when,
                    why: String::new(),
                    checked: false,
                }),
                elsewhere_since: all,
                full: all,
                stuck_since: all,
                forced: all,
                broken_since: all,
                finished_since: all,
                longest_gap: Some(1),
                told: [(Condition::Silent, when), (Condition::Failing, when)].into(),
                noticed: [("x".to_owned(), when)].into(),
                ..Life::default()
            },
            ..SourceState::default()
        }
    }

    #[test]
    fn no_time_of_a_source_stays_in_the_future() {
        let mut state = everything(at(3650));
        assert!(times(&state).len() > 15);
        heal_source(&mut state, at(0), at(1));
        assert!(times(&state).iter().all(|time| !time.contains("2036")), "{state:?}");
        assert_eq!((state.next_visit, state.life.not_before, state.retired), (None, None, false));
        assert_eq!(state.life.held_until, Some(at(0) + TimeDelta::hours(5)));
        assert!(!state.life.told.contains_key(&Condition::Silent));
        assert!(state.life.told.contains_key(&Condition::Failing));
    }

    #[test]
    fn what_is_sane_is_left_as_it_is() {
        let mut state = everything(at(-2));
        heal_source(&mut state, at(0), at(1));
        assert_eq!(state, everything(at(-2)));
    }

    #[test]
    fn a_clock_that_was_ahead_is_told_from_one_that_is_behind() {
        let entry = |store: &Store, published: DateTime<Utc>, seen: DateTime<Utc>| {
            let sql = "INSERT INTO entries (source, id, print, published, updated, first_seen, sections, credits, withdrawn)
                VALUES ('a', 'x', 0, ?1, ?1, ?2, '[]', '[]', 0)";
            store.connection.execute(sql, [millis(published), millis(seen)]).unwrap();
        };
        let mut store = Store::in_memory().unwrap();
        assert_eq!(store.meet(at(0)).unwrap(), Met::default());
        assert_eq!(store.meet(at(3650)).unwrap().since_last, Some(TimeDelta::days(3650)));
        entry(&store, at(-3), at(3650));
        entry(&store, at(3650), at(3650));
        assert_eq!(store.meet(at(1)).unwrap().healed, Some(at(3650)));
        let newest = "SELECT max(published), max(first_seen) FROM entries";
        let newest = store.connection.query_row(newest, [], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
        assert_eq!(newest, (millis(at(1)), millis(at(1))));
        assert_eq!(store.meet(at(2)).unwrap(), Met { healed: None, since_last: Some(TimeDelta::days(1)) });

        let mut store = Store::in_memory().unwrap();
        for day in 0..9 {
            store.meet(at(100 + day)).unwrap();
            entry(&store, at(100 + day) - TimeDelta::hours(3), at(100 + day));
        }
        assert_eq!(store.meet(at(20)).unwrap().healed, None, "the clock of now is behind");
        assert_eq!(store.meet(at(-5000)).unwrap().healed, None, "it is unset");
    }
}
