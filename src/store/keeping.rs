//! What is kept for how long, copies, and making the file small again.
//!
//! Bodies of old entries may go. Ids, keys, dates and stories never do: they keep old entries from
//! coming back as new.

use std::path::Path;

use chrono::{DateTime, Utc};
use rusqlite::params;

use super::{Error, Store, millis};

/// Entries that are looked at together.
const PIECE: usize = 500;

/// Which bodies are kept.
#[derive(Debug, Clone, Default)]
pub struct Keeping {
    /// Those of entries published since; `None` for all.
    pub since: Option<DateTime<Utc>>,
    /// Those of so many of each source, the newest first; `None` for all.
    pub newest: Option<usize>,
    /// Those of so many stories of each section, whatever their age: they may be published.
    pub front: usize,
    /// Whether stories that no archive has yet are kept too, for the same reason.
    pub archives: bool,
    /// How many bodies go at once at most, so that a run does not take long.
    pub most: usize,
}

impl Store {
    /// Drops bodies of entries that are kept no longer, and what matching remembers of them; our own
    /// articles, and what may be published, stay. The number of entries that lost theirs.
    pub fn drop_bodies(&mut self, keeping: &Keeping) -> Result<usize, Error> {
        let step = self.connection.transaction()?;
        let fronts = fronts(&step, keeping.front)?;
        let mut dropped = 0;
        if let Some(since) = keeping.since {
            dropped = drop_old(&step, millis(since), &fronts, keeping)?;
        }
        if let Some(newest) = keeping.newest {
            let mut query = step.prepare_cached(
                "SELECT row, story FROM (SELECT row, story, settled, bodiless,
                    row_number() OVER (PARTITION BY source ORDER BY published DESC, row DESC) AS place
                    FROM entries WHERE source <> 'own')
                 WHERE place > ?1 AND bodiless = 0 AND settled = 1",
            )?;
            let newest = i64::try_from(newest).unwrap_or(i64::MAX);
            let many = query.query_map([newest], |row| Ok((row.get(0)?, row.get(1)?)))?;
            for (row, story) in many.collect::<Result<Vec<(i64, String)>, _>>()? {
                if dropped < keeping.most && !may_be_published(&step, &story, &fronts, keeping.archives)? {
                    dropped += drop_body(&step, row)?;
                }
            }
        }
        step.commit()?;
        Ok(dropped)
    }

    /// Makes the file as small as what it holds. Others may read meanwhile; cleaned texts are made
    /// anew when they are needed.
    pub fn vacuum(&mut self) -> Result<(), Error> {
        self.connection.execute("DELETE FROM cleaned", [])?;
        self.connection.execute_batch("VACUUM")?;
        // A reader in the way leaves the rest to the next run, which is no error.
        self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        Ok(())
    }

    /// Writes a copy of the whole database as of this instant into a new file; a run may be under
    /// way, and is not disturbed.
    pub fn copy_to(&self, file: &Path) -> Result<(), Error> {
        self.connection.execute("VACUUM INTO ?1", [file.to_string_lossy()])?;
        Ok(())
    }
}

/// Drops bodies of entries published before a time, the oldest first. Looked for piece by piece:
/// there may be many more than one run drops.
fn drop_old(
    connection: &rusqlite::Connection,
    since: i64,
    fronts: &[(String, i64)],
    keeping: &Keeping,
) -> Result<usize, Error> {
    let mut dropped = 0;
    let (mut published, mut row) = (i64::MIN, i64::MIN);
    loop {
        let mut query = connection.prepare_cached(
            "SELECT published, row, story FROM entries WHERE bodiless = 0 AND published < ?1
             AND (published, row) > (?2, ?3) AND settled = 1 AND source <> 'own' ORDER BY published, row LIMIT ?4",
        )?;
        let old = query.query_map(params![since, published, row, PIECE as i64], |found| {
            Ok((found.get(0)?, found.get(1)?, found.get(2)?))
        })?;
        let old = old.collect::<Result<Vec<(i64, i64, String)>, _>>()?;
        let is_last = old.len() < PIECE;
        for (at, found, story) in old {
            if dropped >= keeping.most {
                return Ok(dropped);
            }
            if !may_be_published(connection, &story, fronts, keeping.archives)? {
                dropped += drop_body(connection, found)?;
            }
            (published, row) = (at, found);
        }
        if is_last {
            return Ok(dropped);
        }
    }
}

/// The time of the last story in the front of each section.
fn fronts(connection: &rusqlite::Connection, size: usize) -> Result<Vec<(String, i64)>, Error> {
    // One step from section to section, instead of reading all standings.
    let mut query = connection.prepare_cached(
        "WITH RECURSIVE known(section) AS (SELECT min(section) FROM standings UNION ALL
            SELECT (SELECT min(section) FROM standings WHERE section > known.section) FROM known
            WHERE known.section IS NOT NULL)
         SELECT section, coalesce((SELECT published FROM standings WHERE standings.section = known.section
            ORDER BY published DESC, story LIMIT 1 OFFSET ?1), -9223372036854775808)
         FROM known WHERE section IS NOT NULL",
    )?;
    let last = i64::try_from(size.max(1) - 1).unwrap_or(i64::MAX);
    let rows = query.query_map([last], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn may_be_published(
    connection: &rusqlite::Connection,
    story: &str,
    fronts: &[(String, i64)],
    archives: bool,
) -> Result<bool, Error> {
    let mut query = connection
        .prepare_cached("SELECT section, published, archive IS NULL FROM standings WHERE story = ?1")?;
    let rows = query.query_map([story], |row| {
        Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?, row.get::<_, bool>(2)?))
    })?;
    for row in rows {
        let (section, published, waits) = row?;
        let in_front = fronts.iter().any(|(name, since)| *name == section && published >= *since);
        if in_front || (archives && waits) {
            return Ok(true);
        }
    }
    Ok(false)
}

fn drop_body(connection: &rusqlite::Connection, row: i64) -> Result<usize, Error> {
    connection.prepare_cached("DELETE FROM prints WHERE row = ?1")?.execute([row])?;
    connection
        .prepare_cached(
            "UPDATE bodies SET entry = json_remove(entry, '$.summary', '$.content') WHERE row = ?1",
        )?
        .execute([row])?;
    connection.prepare_cached("UPDATE pages SET text = NULL WHERE row = ?1")?.execute([row])?;
    connection
        .prepare_cached("UPDATE filings SET filing = json_remove(filing, '$.evidence') WHERE row = ?1")?
        .execute([row])?;
    let dropped = connection
        .prepare_cached("UPDATE entries SET bodiless = 1 WHERE row = ?1 AND bodiless = 0")?
        .execute([row])?;
    Ok(dropped)
}
