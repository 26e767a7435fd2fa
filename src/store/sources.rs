//! What is remembered of each source: validators, health, when to ask again.

use std::collections::BTreeMap;

use rusqlite::{OptionalExtension, Row, params};

use super::{Error, Store, millis, time};
use crate::model::SourceState;

/// A query for whole states, its columns in the places where [`source_from`] expects them.
macro_rules! sources {
    ($rest:literal) => {
        concat!(
            "SELECT key, address, etag, last_modified, validators_url, asked_as, weak_guids, next_visit, asked,
             answered, answer, failures, failing_since, was_gone, retired, validates, said, pace_seconds, last_new,
             format, title, entries, repairs, life FROM sources ",
            $rest
        )
    };
}

impl Store {
    /// What is remembered of a source, if it was ever asked.
    pub fn source(&self, key: &str) -> Result<Option<SourceState>, Error> {
        one(&self.connection, key)
    }

    /// What is remembered of every source, by its key.
    pub fn sources(&self) -> Result<BTreeMap<String, SourceState>, Error> {
        Ok(all(&self.connection)?.into_iter().map(|state| (state.key.clone(), state)).collect())
    }

    /// By key of the source whose feed its newest entry came from, and the page which that names as its own.
    pub fn homes(&self) -> Result<BTreeMap<String, (String, String)>, Error> {
        let mut query = self.connection.prepare(
            "SELECT source, json_extract(provenance, '$.title'), json_extract(provenance, '$.link') FROM bodies
             JOIN (SELECT source, MAX(row) AS newest FROM entries GROUP BY source) ON row = newest
             WHERE json_extract(provenance, '$.title') IS NOT NULL AND json_extract(provenance, '$.link') IS NOT NULL",
        )?;
        let rows = query.query_map([], |row| Ok((row.get(0)?, (row.get(1)?, row.get(2)?))))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// What sources ask of those who show their texts (`X-Robots-Tag`), by key; those that ask nothing are left out.
    pub fn robots(&self) -> Result<BTreeMap<String, Vec<String>>, Error> {
        let mut query = self.connection.prepare_cached(
            "SELECT key, json_extract(life, '$.robots') FROM sources
             WHERE json_array_length(life, '$.robots') > 0 ORDER BY key",
        )?;
        let rows = query.query_and_then([], |row| {
            let marks: String = row.get(1)?;
            Ok((row.get(0)?, serde_json::from_str(&marks)?))
        })?;
        rows.collect()
    }

    /// Remembers the state of a source that gave no entries this time.
    pub fn note(&mut self, state: &SourceState) -> Result<(), Error> {
        let step = self.step()?;
        write(&step, state)?;
        step.commit()
    }
}

/// What is remembered of one.
pub(super) fn one(connection: &rusqlite::Connection, key: &str) -> Result<Option<SourceState>, Error> {
    let mut query = connection.prepare_cached(sources!("WHERE key = ?1"))?;
    Ok(query.query_row([key], source_from).optional()?)
}

/// What is remembered of every source.
pub(super) fn all(connection: &rusqlite::Connection) -> Result<Vec<SourceState>, Error> {
    let mut query = connection.prepare(sources!(""))?;
    let rows = query.query_map([], source_from)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Writes a source's state inside the transaction of its entries: validators vouch for them.
pub(super) fn write(connection: &rusqlite::Connection, state: &SourceState) -> Result<(), Error> {
    let mut statement = connection.prepare_cached(
        "INSERT OR REPLACE INTO sources (key, address, etag, last_modified, next_visit, asked, answered, answer,
         failures, failing_since, said, format, title, entries, repairs, validators_url, asked_as, weak_guids,
         was_gone, retired, validates, pace_seconds, last_new, life)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24)",
    )?;
    statement.execute(params![
        state.key,
        state.address,
        state.etag,
        state.last_modified,
        state.next_visit.map(millis),
        state.asked.map(millis),
        state.answered.map(millis),
        state.answer,
        state.failures,
        state.failing_since.map(millis),
        state.said,
        state.format,
        state.title,
        state.entries,
        serde_json::to_string(&state.repairs)?,
        state.validators_url,
        state.asked_as,
        state.weak_guids,
        state.was_gone,
        state.retired,
        state.validates,
        state.pace_seconds.map(|seconds| i64::try_from(seconds).unwrap_or(i64::MAX)),
        state.last_new.map(millis),
        serde_json::to_string(&state.life)?,
    ])?;
    Ok(())
}

fn source_from(row: &Row<'_>) -> rusqlite::Result<SourceState> {
    let moment = |place: usize| Ok::<_, rusqlite::Error>(row.get::<_, Option<i64>>(place)?.map(time));
    Ok(SourceState {
        key: row.get(0)?,
        address: row.get(1)?,
        etag: row.get(2)?,
        last_modified: row.get(3)?,
        validators_url: row.get(4)?,
        asked_as: row.get(5)?,
        weak_guids: row.get(6)?,
        next_visit: moment(7)?,
        asked: moment(8)?,
        answered: moment(9)?,
        answer: row.get(10)?,
        failures: row.get(11)?,
        failing_since: moment(12)?,
        was_gone: row.get(13)?,
        retired: row.get(14)?,
        validates: row.get(15)?,
        said: row.get(16)?,
        pace_seconds: row.get::<_, Option<i64>>(17)?.and_then(|seconds| seconds.try_into().ok()),
        last_new: moment(18)?,
        format: row.get(19)?,
        title: row.get(20)?,
        entries: row.get(21)?,
        repairs: serde_json::from_str(row.get_ref(22)?.as_str()?).unwrap_or_default(),
        life: serde_json::from_str(row.get_ref(23)?.as_str()?).unwrap_or_default(),
    })
}
