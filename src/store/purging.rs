//! What is purged: texts and names go out of every table; what is left is a row with an id, for as long as
//! a tombstone is told, and keys that name nobody.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, params};

use super::stories::mark_story_of;
use super::{Error, Store, millis};
use crate::model::{Credit, Entry, OWN, Provenance};

/// The mark of a purged entry in the column `withdrawn`: nothing brings it back.
pub(super) const PURGED: i64 = 5;

/// An entry whose text stays, with names taken out.
#[derive(Debug, Clone, PartialEq)]
pub struct Stripped {
    /// Its row.
    pub row: i64,
    /// As it is to be.
    pub entry: Entry,
    /// Its feed.
    pub provenance: Option<Provenance>,
    /// Whom it credits.
    pub credits: Vec<Credit>,
}

/// What is to be purged.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Purge {
    /// Rows of entries that go.
    pub rows: Vec<i64>,
    /// Entries that stay, with names taken out.
    pub stripped: Vec<Stripped>,
    /// Keys of sources of which nothing stays.
    pub sources: BTreeSet<String>,
    /// Prints that the store follows then.
    pub prints: Vec<String>,
}

impl Store {
    /// Those of these prints that the store does not follow yet.
    pub fn unpurged<'p>(&self, prints: impl Iterator<Item = &'p String>) -> Result<Vec<String>, Error> {
        let mut query = self.connection.prepare_cached("SELECT 1 FROM purged WHERE print = ?1")?;
        let mut new = Vec::new();
        for print in prints {
            if !query.exists([print])? {
                new.push(print.clone());
            }
        }
        Ok(new)
    }

    /// Rows behind this one that hold anything, in order.
    pub fn rows_behind(&self, row: i64, most: usize) -> Result<Vec<i64>, Error> {
        let mut query = self.connection.prepare_cached(
            "SELECT row FROM entries WHERE row > ?1 AND withdrawn <> ?2 ORDER BY row LIMIT ?3",
        )?;
        let rows = query.query_map(params![row, PURGED, most as i64], |found| found.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// How many of these texts have some words in them, without regard to case (of plain letters).
    pub fn mentions(&self, words: &str, without: &BTreeSet<i64>) -> Result<Vec<String>, Error> {
        let mut query = self.connection.prepare_cached(
            "SELECT entries.row, id FROM entries JOIN bodies ON bodies.row = entries.row
             WHERE withdrawn <> ?2 AND (entry LIKE ?1 ESCAPE '\\'
                OR EXISTS (SELECT 1 FROM pages WHERE pages.row = entries.row AND text LIKE ?1 ESCAPE '\\'))
             ORDER BY entries.row",
        )?;
        let escaped = words.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
        let found = query.query_map(params![format!("%{escaped}%"), PURGED], |row| {
            Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?))
        })?;
        let mut ids = Vec::new();
        for one in found {
            let (row, id) = one?;
            if !without.contains(&row) {
                ids.push(id);
            }
        }
        Ok(ids)
    }

    /// Purges, in one step. Whose id was published is withdrawn with a tombstone.
    pub fn purge(&mut self, purge: &Purge, now: DateTime<Utc>) -> Result<(), Error> {
        self.connection.pragma_update(None, "secure_delete", true)?;
        let step = self.step()?;
        for row in &purge.rows {
            wipe(&step, *row, now)?;
        }
        for one in &purge.stripped {
            let provenance = one.provenance.as_ref().map(serde_json::to_string).transpose()?;
            step.prepare_cached("UPDATE bodies SET entry = ?2, provenance = ?3 WHERE row = ?1")?
                .execute(params![one.row, serde_json::to_string(&one.entry)?, provenance])?;
            step.prepare_cached("UPDATE entries SET credits = ?2 WHERE row = ?1")?
                .execute(params![one.row, serde_json::to_string(&one.credits)?])?;
            drop_evidence(&step, one.row)?;
            mark_story_of(&step, one.row)?;
        }
        for source in &purge.sources {
            for sql in [
                "DELETE FROM sources WHERE key = ?1",
                "DELETE FROM routing WHERE source = ?1",
                "DELETE FROM renamed WHERE key = ?1 OR known = ?1",
                "DELETE FROM listed WHERE key = ?1",
                "DELETE FROM pushes WHERE source = ?1",
                "DELETE FROM events WHERE source = ?1",
            ] {
                step.prepare_cached(sql)?.execute([source])?;
            }
        }
        if !purge.prints.is_empty() {
            // Cleaned texts are made anew when they are needed.
            step.execute("DELETE FROM cleaned", [])?;
        }
        for print in &purge.prints {
            step.prepare_cached("INSERT OR IGNORE INTO purged (print) VALUES (?1)")?.execute([print])?;
        }
        step.commit()
    }

    /// The sections that have archives, also those that are gone.
    pub fn sections_with_archives(&self) -> Result<Vec<String>, Error> {
        let mut query =
            self.connection.prepare_cached("SELECT DISTINCT section FROM archives ORDER BY section")?;
        Ok(query.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
    }

    /// The archives of a section in which something lay that was purged.
    pub fn purged_archives(&self, section: &str) -> Result<Vec<u32>, Error> {
        let mut query = self.connection.prepare_cached(
            "SELECT DISTINCT number FROM archived JOIN entries ON entries.row = archived.row
             WHERE section = ?1 AND withdrawn = ?2 ORDER BY number",
        )?;
        Ok(query.query_map(params![section, PURGED], |row| row.get(0))?.collect::<Result<_, _>>()?)
    }

    /// Forgets the ids of purged entries whose tombstone nobody is told any more.
    pub fn bury(&mut self, before: DateTime<Utc>) -> Result<usize, Error> {
        let step = self.step()?;
        let rows: Vec<(i64, String)> = step
            .prepare_cached(
                "SELECT row, id FROM entries WHERE withdrawn > 1 AND withdrawn = ?1 AND (shown = 0 OR withdrawn_at < ?2)
                 AND id NOT LIKE 'purged:%'",
            )?
            .query_map(params![PURGED, millis(before)], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<Result<_, _>>()?;
        for (row, id) in &rows {
            let buried = format!("purged:{row}");
            step.prepare_cached("UPDATE entries SET id = ?2, shown = 0 WHERE row = ?1")?
                .execute(params![row, buried])?;
            step.prepare_cached("UPDATE OR IGNORE archived SET id = ?2 WHERE id = ?1")?
                .execute(params![id, buried])?;
            step.prepare_cached("DELETE FROM placements WHERE row = ?1")?.execute([row])?;
        }
        step.commit()?;
        Ok(rows.len())
    }
}

/// Takes everything out of a row that says what it was.
fn wipe(connection: &Connection, row: i64, now: DateTime<Utc>) -> Result<(), Error> {
    let run = |sql: &str| connection.prepare_cached(sql)?.execute([row]);
    // What names it besides: the reasons for which others are in its story, and what was told of it.
    connection
        .prepare_cached(
            "DELETE FROM events WHERE EXISTS (SELECT 1 FROM entries JOIN bodies ON bodies.row = entries.row
                WHERE entries.row = ?1 AND (instr(event, id) > 0
                    OR length(json_extract(entry, '$.title.value')) > 0
                        AND instr(event, json_extract(entry, '$.title.value')) > 0))",
        )?
        .execute([row])?;
    let own: Option<String> = connection
        .prepare_cached("SELECT json_extract(entry, '$.link') FROM stored WHERE row = ?1 AND source = ?2")?
        .query_map(params![row, OWN], |found| found.get(0))?
        .next()
        .transpose()?
        .flatten();
    if let Some(address) = own {
        connection.prepare_cached("DELETE FROM addresses WHERE address = ?1")?.execute([address])?;
    }
    let fellows: Vec<i64> = connection
        .prepare_cached(
            "SELECT row FROM entries WHERE story = (SELECT story FROM entries WHERE row = ?1) AND row <> ?1",
        )?
        .query_map([row], |found| found.get(0))?
        .collect::<Result<_, _>>()?;
    for fellow in fellows {
        drop_evidence(connection, fellow)?;
    }
    run("DELETE FROM pages WHERE row = ?1")?;
    run("DELETE FROM filings WHERE row = ?1")?;
    run("DELETE FROM prints WHERE row = ?1")?;
    connection
        .prepare_cached("UPDATE bodies SET entry = ?2, provenance = NULL WHERE row = ?1")?
        .execute(params![row, serde_json::to_string(&Entry::default())?])?;
    connection
        .prepare_cached(
            "UPDATE entries SET withdrawn = ?2, withdrawn_at = ?3, guid = NULL, url = NULL, print = 0, settled = 1,
             sections = '[]', credits = '[]', versions = '[]', bodiless = 1 WHERE row = ?1",
        )?
        .execute(params![row, PURGED, millis(now)])?;
    mark_story_of(connection, row)
}

fn drop_evidence(connection: &Connection, row: i64) -> Result<(), Error> {
    connection
        .prepare_cached(
            "UPDATE filings SET filing = json_remove(filing, '$.evidence', '$.nearest') WHERE row = ?1",
        )?
        .execute([row])?;
    Ok(())
}
