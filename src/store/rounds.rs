//! What is remembered of runs and of hosts, and what operators should know.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, params};

use super::{Error, Store, millis, time};
use crate::model::{Complaint, Condition, Event};

/// Runs whose times are remembered.
const RUNS: i64 = 12;
/// Events that are kept; older ones have been read, or never will be.
const EVENTS: i64 = 1000;

/// A host that wants to be left alone (rules, section 4: a 429 is about the host).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quiet {
    /// How often in a row it said so.
    pub refusals: u32,
    /// Until when nobody there is asked.
    pub until: DateTime<Utc>,
}

impl Store {
    /// Remembers that a run began.
    pub fn begin_run(&mut self, now: DateTime<Utc>) -> Result<(), Error> {
        let step = self.connection.transaction()?;
        step.prepare_cached("INSERT OR IGNORE INTO runs (at) VALUES (?1)")?.execute([millis(now)])?;
        step.prepare_cached(
            "DELETE FROM runs WHERE at NOT IN (SELECT at FROM runs ORDER BY at DESC LIMIT ?1)",
        )?
        .execute([RUNS])?;
        Ok(step.commit()?)
    }

    /// When the last runs began, the earliest first.
    pub fn runs(&self) -> Result<Vec<DateTime<Utc>>, Error> {
        let mut query = self.connection.prepare_cached("SELECT at FROM runs ORDER BY at")?;
        let rows = query.query_map([], |row| row.get(0).map(time))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The hosts that wanted to be left alone, also those whose time is over.
    pub fn quiet_hosts(&self) -> Result<BTreeMap<String, Quiet>, Error> {
        let mut query = self.connection.prepare_cached("SELECT host, refusals, held_until FROM hosts")?;
        let rows = query.query_map([], |row| {
            Ok((row.get(0)?, Quiet { refusals: row.get(1)?, until: time(row.get(2)?) }))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Remembers what a host wants; `None` where it is content again.
    pub fn note_host(&mut self, host: &str, quiet: Option<Quiet>) -> Result<(), Error> {
        match quiet {
            Some(quiet) => self
                .connection
                .prepare_cached(
                    "INSERT OR REPLACE INTO hosts (host, refusals, held_until) VALUES (?1, ?2, ?3)",
                )?
                .execute(params![host, quiet.refusals, millis(quiet.until)])?,
            None => self.connection.prepare_cached("DELETE FROM hosts WHERE host = ?1")?.execute([host])?,
        };
        Ok(())
    }

    /// Remembers what operators should know.
    pub fn tell(&mut self, events: &[Event]) -> Result<(), Error> {
        if events.is_empty() {
            return Ok(());
        }
        let step = self.step()?;
        note_events(&step, events)?;
        step.commit()
    }

    /// Events that no run has printed yet, the oldest first.
    pub fn unsaid(&self) -> Result<Vec<Event>, Error> {
        let mut query =
            self.connection.prepare_cached("SELECT event FROM events WHERE said = 0 ORDER BY row")?;
        let rows = query.query_and_then([], |row| {
            Ok(serde_json::from_str(row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?)?)
        })?;
        rows.collect()
    }

    /// Remembers that every event of now was printed.
    pub fn all_is_said(&mut self) -> Result<(), Error> {
        self.connection.execute("UPDATE events SET said = 1 WHERE said = 0", [])?;
        Ok(())
    }

    /// What stands of one kind of complaint.
    pub fn complaints(&self, condition: Condition) -> Result<Vec<Complaint>, Error> {
        let mut query = self
            .connection
            .prepare_cached("SELECT subject, message, since FROM complaints WHERE condition = ?1")?;
        let rows = query.query_map([condition.word()], |row| {
            Ok(Complaint { subject: row.get(0)?, message: row.get(1)?, since: time(row.get(2)?) })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Keeps what stands of one kind of complaint in place of what stood, with what is to be told of
    /// the difference, in one transaction.
    pub fn complain(
        &mut self,
        condition: Condition,
        standing: &[Complaint],
        events: &[Event],
    ) -> Result<(), Error> {
        let step = self.step()?;
        step.prepare_cached("DELETE FROM complaints WHERE condition = ?1")?.execute([condition.word()])?;
        for one in standing {
            step.prepare_cached(
                "INSERT INTO complaints (condition, subject, message, since) VALUES (?1, ?2, ?3, ?4)",
            )?
            .execute(params![condition.word(), one.subject, one.message, millis(one.since)])?;
        }
        note_events(&step, events)?;
        step.commit()
    }

    /// The latest events with their numbers, the newest first.
    pub fn events(&self, most: usize) -> Result<Vec<(i64, Event)>, Error> {
        let mut query =
            self.connection.prepare_cached("SELECT row, event FROM events ORDER BY row DESC LIMIT ?1")?;
        let rows = query.query_and_then([most as i64], |row| {
            Ok((row.get(0)?, serde_json::from_str(row.get_ref(1)?.as_str().map_err(rusqlite::Error::from)?)?))
        })?;
        rows.collect()
    }

    /// How many entries each source published on each of the last `days` days, the earliest first.
    pub fn paces(&self, now: DateTime<Utc>, days: usize) -> Result<BTreeMap<String, Vec<u32>>, Error> {
        const DAY: i64 = 86_400_000;
        let first = millis(now).div_euclid(DAY) - days as i64 + 1;
        let mut query = self.connection.prepare_cached(
            "SELECT source, published / 86400000 AS day, count(*) FROM entries WHERE published >= ?1 GROUP BY 1, 2",
        )?;
        let rows = query.query_map([first * DAY], |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?, row.get::<_, u32>(2)?))
        })?;
        let mut paces: BTreeMap<String, Vec<u32>> = BTreeMap::new();
        for row in rows {
            let (source, day, count) = row?;
            let pace = paces.entry(source).or_insert_with(|| vec![0; days]);
            if let Some(place) = usize::try_from(day - first).ok().and_then(|day| pace.get_mut(day)) {
                *place = count;
            }
        }
        Ok(paces)
    }
}

pub(super) fn note_events(connection: &Connection, events: &[Event]) -> Result<(), Error> {
    for event in events {
        connection
            .prepare_cached("INSERT INTO events (at, source, event) VALUES (?1, ?2, ?3)")?
            .execute(params![millis(event.at), event.source, serde_json::to_string(event)?])?;
    }
    connection
        .prepare_cached("DELETE FROM events WHERE row <= (SELECT max(row) FROM events) - ?1")?
        .execute([EVENTS])?;
    Ok(())
}
