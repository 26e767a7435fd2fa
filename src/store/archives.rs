//! RFC 5005 archives: which entry is in which, and what was withdrawn.
//!
//! An archive is a list of ids that never grows once it is closed. An id that this store does not
//! know stays in it: it stands in a document that an earlier store made.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, params};

use super::{Error, Store, millis, time};
use crate::model::Deleted;

/// An archive that is being closed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Closed {
    /// Its number, from 1.
    pub number: u32,
    /// The id of each entry, the story it led, and its row, in the order of the document.
    pub entries: Vec<(String, Option<String>, Option<i64>)>,
    /// Keys of the sources of its entries.
    pub sources: Vec<String>,
}

/// An archive as it was published last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArchiveState {
    /// Its number.
    pub number: u32,
    /// Keys of the sources of its entries.
    pub sources: Vec<String>,
    /// Over what its documents depend on besides their entries; `None` where another store made them.
    pub fingerprint: Option<[u8; 16]>,
}

impl Store {
    /// Closes an archive: its entries need not stand in the front any more. In the same step those
    /// are booked that are in place by now, see [`Store::archives_are_published`].
    pub fn close_archive(
        &mut self,
        section: &str,
        closed: &Closed,
        in_place: &[(u32, [u8; 16])],
    ) -> Result<(), Error> {
        let step = self.step()?;
        book(&step, section, in_place)?;
        step.prepare_cached(
            "INSERT OR REPLACE INTO archives (section, number, sources) VALUES (?1, ?2, ?3)",
        )?
        .execute(params![section, closed.number, serde_json::to_string(&closed.sources)?])?;
        for (place, (id, story, row)) in closed.entries.iter().enumerate() {
            step.prepare_cached(
                "INSERT OR IGNORE INTO archived (section, id, number, place, row) VALUES (?1, ?2, ?3, ?4, ?5)",
            )?
            .execute(params![section, id, closed.number, place as i64, row])?;
            if let Some(story) = story {
                step.prepare_cached("UPDATE standings SET archive = ?3 WHERE story = ?2 AND section = ?1")?
                    .execute(params![section, story, closed.number])?;
            }
        }
        step.commit()
    }

    /// All archives of a section, oldest first.
    pub fn archives(&self, section: &str) -> Result<Vec<ArchiveState>, Error> {
        let mut query = self.connection.prepare_cached(
            "SELECT number, sources, fingerprint FROM archives WHERE section = ?1 ORDER BY number",
        )?;
        let rows = query
            .query_map([section], |row| Ok((row.get(0)?, row.get::<_, String>(1)?, row.get(2)?)))?
            .collect::<Result<Vec<_>, _>>()?;
        let state = |(number, sources, fingerprint): (u32, String, Option<[u8; 16]>)| {
            Ok(ArchiveState { number, sources: serde_json::from_str(&sources)?, fingerprint })
        };
        rows.into_iter().map(state).collect()
    }

    /// The rows of an archive's entries, newest first; an unknown entry has none.
    pub fn archive_rows(&self, section: &str, number: u32) -> Result<Vec<Option<i64>>, Error> {
        let mut query = self
            .connection
            .prepare_cached("SELECT row FROM archived WHERE section = ?1 AND number = ?2 ORDER BY place")?;
        let rows = query.query_map(params![section, number], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Remembers what the documents of archives were made of: their numbers, and prints of it.
    pub fn archives_are_published(
        &mut self,
        section: &str,
        published: &[(u32, [u8; 16])],
    ) -> Result<(), Error> {
        let step = self.connection.transaction()?;
        book(&step, section, published)?;
        Ok(step.commit()?)
    }

    /// Entries of a section's archives that may not be shown any more: archive and row.
    pub fn withdrawn_from_archives(&self, section: &str) -> Result<Vec<(u32, i64)>, Error> {
        let mut query = self.connection.prepare_cached(
            "SELECT number, entries.row FROM entries INDEXED BY entries_withdrawn
             CROSS JOIN archived ON section = ?1 AND archived.id = entries.id AND archived.row = entries.row
             WHERE withdrawn_at IS NOT NULL AND shown = 1 ORDER BY number, entries.row",
        )?;
        let rows = query.query_map([section], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// What was published in a section (`""` for any) and withdrawn since a time.
    pub fn withdrawn(&self, section: &str, since: DateTime<Utc>) -> Result<Vec<Deleted>, Error> {
        let mut query = self.connection.prepare_cached(
            "SELECT id, max(withdrawn_at), max(guid) FROM entries INDEXED BY entries_withdrawn
             WHERE withdrawn_at > ?2 AND shown = 1
             AND (?1 = '' OR EXISTS (SELECT 1 FROM placements WHERE placements.row = entries.row AND section = ?1))
             AND NOT EXISTS (SELECT 1 FROM entries AS other WHERE other.id = entries.id AND other.withdrawn = 0)
             GROUP BY id ORDER BY 2 DESC, id",
        )?;
        let rows = query.query_map(params![section, millis(since)], |row| {
            let when = Some(time(row.get(1)?));
            Ok(Deleted { id: row.get(0)?, guid: row.get(2)?, when, comment: None })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The entry that was published under this id: its row, its source, and the story it leads.
    pub fn published_as(&self, id: &str) -> Result<Option<(i64, String, Option<String>)>, Error> {
        let mut query = self.connection.prepare_cached(
            "SELECT entries.row, source, stories.id FROM entries LEFT JOIN stories ON stories.lead = entries.row
             AND stories.id = entries.story WHERE entries.id = ?1
             ORDER BY stories.id IS NULL, entries.row LIMIT 1",
        )?;
        Ok(query.query_row([id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).optional()?)
    }
}

fn book(connection: &Connection, section: &str, in_place: &[(u32, [u8; 16])]) -> Result<(), Error> {
    for (number, fingerprint) in in_place {
        connection
            .prepare_cached("UPDATE archives SET fingerprint = ?3 WHERE section = ?1 AND number = ?2")?
            .execute(params![section, number, fingerprint])?;
    }
    Ok(())
}
