//! What was published last: the fingerprint of each front, and the stamp of each document.
//!
//! Both together spare the work of composing what is there already. Either may be lost: then the
//! work is done again.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension, params};

use super::rounds::note_events;
use super::{Error, Store, millis, time};
use crate::model::{Event, Stamp};

/// A front as it was published last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FrontState {
    /// Over everything that its documents were made of.
    pub fingerprint: [u8; 16],
    /// When time alone changes it: a tombstone ends, a right expires.
    pub stale_at: Option<DateTime<Utc>>,
    /// The ids of its entries, newest first.
    pub ids: Vec<String>,
    /// What the index says of it, opaque here.
    pub card: String,
}

/// In the place of a card: nothing was published there but what leads elsewhere.
const LEADS_ON: &str = "leads on";

impl FrontState {
    /// What is remembered of a folder whose documents lead to another section.
    pub fn leading_on() -> Self {
        Self { fingerprint: [0; 16], stale_at: None, ids: Vec::new(), card: LEADS_ON.to_owned() }
    }

    /// Whether its documents lead to another section.
    pub fn leads_on(&self) -> bool {
        self.card == LEADS_ON
    }
}

impl Store {
    /// The front of a section as it was published last, if it ever was.
    pub fn front_state(&self, section: &str) -> Result<Option<FrontState>, Error> {
        let mut query = self
            .connection
            .prepare_cached("SELECT fingerprint, stale_at, ids, card FROM fronts WHERE section = ?1")?;
        let found = query
            .query_row([section], |row| {
                Ok((row.get(0)?, row.get::<_, Option<i64>>(1)?, row.get::<_, String>(2)?, row.get(3)?))
            })
            .optional()?;
        let Some((fingerprint, stale_at, ids, card)) = found else { return Ok(None) };
        let ids = serde_json::from_str(&ids)?;
        Ok(Some(FrontState { fingerprint, stale_at: stale_at.map(time), ids, card }))
    }

    /// Remembers a front that was published whole.
    pub fn front_is_published(&mut self, section: &str, front: &FrontState) -> Result<(), Error> {
        self.connection
            .prepare_cached(
                "INSERT OR REPLACE INTO fronts (section, fingerprint, stale_at, ids, card) VALUES (?1, ?2, ?3, ?4, ?5)",
            )?
            .execute(params![
                section,
                front.fingerprint,
                front.stale_at.map(millis),
                serde_json::to_string(&front.ids)?,
                front.card
            ])?;
        Ok(())
    }

    /// The sections whose fronts were published; `""` is that of every story.
    pub fn fronts(&self) -> Result<Vec<String>, Error> {
        let mut query = self.connection.prepare_cached("SELECT section FROM fronts ORDER BY section")?;
        Ok(query.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
    }

    /// Forgets a front whose documents are gone, and what is to be told of it.
    pub fn front_is_gone(&mut self, section: &str, event: &Event) -> Result<(), Error> {
        let step = self.step()?;
        step.prepare_cached("DELETE FROM fronts WHERE section = ?1")?.execute([section])?;
        note_events(&step, std::slice::from_ref(event))?;
        step.commit()
    }

    /// The stamps of all documents, by path.
    pub fn stamps(&self) -> Result<BTreeMap<String, Stamp>, Error> {
        let mut query = self.connection.prepare_cached("SELECT path, length, modified FROM documents")?;
        let rows = query.query_map([], |row| {
            let length = row.get::<_, i64>(1)?.unsigned_abs();
            Ok((row.get(0)?, Stamp { length, modified: row.get(2)? }))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Remembers stamps; `None` for a document that is gone.
    pub fn keep_stamps(&mut self, stamps: &BTreeMap<String, Option<Stamp>>) -> Result<(), Error> {
        let step = self.connection.transaction()?;
        for (path, stamp) in stamps {
            match stamp {
                Some(stamp) => step
                    .prepare_cached(
                        "INSERT OR REPLACE INTO documents (path, length, modified) VALUES (?1, ?2, ?3)",
                    )?
                    .execute(params![
                        path,
                        i64::try_from(stamp.length).unwrap_or(i64::MAX),
                        stamp.modified
                    ])?,
                None => step.prepare_cached("DELETE FROM documents WHERE path = ?1")?.execute([path])?,
            };
        }
        Ok(step.commit()?)
    }
}
