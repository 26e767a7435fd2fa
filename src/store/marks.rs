//! What is neither shown nor withdrawn: entries that wait for a person, and those that a filter keeps
//! out. Both are known, so that nothing comes twice; neither is evidence for any story.

use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension, params};

use super::entries::{stored, stored_from};
use super::stories::mark_story_of;
use super::{Error, Store, sources};
use crate::model::{Key, Stored};

/// The mark in the column `withdrawn` of an entry that waits for a person.
pub(super) const HELD: i64 = 7;
/// Of one that a filter keeps out.
pub(super) const FILTERED: i64 = 6;

/// Why an entry is neither shown nor withdrawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// It waits for a person.
    Held,
    /// A filter keeps it out.
    Filtered,
}

impl Store {
    /// The entries of a source that wait for a person, the newest first, at most `most`.
    pub fn held(&self, source: &str, most: usize) -> Result<Vec<Stored>, Error> {
        let mut query = self.connection.prepare_cached(stored!(
            "WHERE source = ?1 AND withdrawn = 7 ORDER BY published DESC, stored.row LIMIT ?2"
        ))?;
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let rows = query.query_and_then(params![source, most], stored_from)?;
        rows.collect()
    }

    /// How many entries of a source wait for a person.
    pub fn count_held(&self, source: &str) -> Result<usize, Error> {
        let sql = "SELECT count(*) FROM entries WHERE source = ?1 AND withdrawn = 7";
        let mut query = self.connection.prepare_cached(sql)?;
        Ok(query.query_row([source], |row| row.get::<_, i64>(0))?.unsigned_abs() as usize)
    }

    /// Lets everything in that waits of a source; how much that is. The next run settles it. Where its
    /// address leads to another site now, that is the source's from here on.
    pub fn release(&mut self, source: &str) -> Result<usize, Error> {
        let step = self.step()?;
        let released = step
            .prepare_cached(
                "UPDATE entries SET withdrawn = 0, settled = 0, withdrawn_at = NULL
                 WHERE source = ?1 AND withdrawn = 7",
            )?
            .execute([source])?;
        if let Some(mut state) = sources::one(&step, source)?
            && let Some(site) = state.life.stranger.take()
        {
            state.life.trusted = Some(site);
            sources::write(&step, &state)?;
        }
        step.commit()?;
        Ok(released)
    }

    /// Whether one of these keys is that of an entry which does not wait for a person.
    pub fn knows_any<'k>(&self, keys: impl IntoIterator<Item = &'k Key>) -> Result<bool, Error> {
        let mut query = self.connection.prepare_cached(
            "SELECT 1 FROM keys JOIN entries ON entries.row = keys.row WHERE key = ?1 AND withdrawn <> 7",
        )?;
        for key in keys {
            if query.exists([key.hash])? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Keeps entries out by the word of a filter, or lets them in again; those whose filing is new are
    /// settled by this run.
    pub fn filter(&mut self, rows: &[i64], out: bool) -> Result<(), Error> {
        let step = self.step()?;
        for row in rows {
            let sql = match out {
                true => "UPDATE entries SET withdrawn = ?2 WHERE row = ?1 AND withdrawn = 0",
                // What waits for its embargo or was never settled is settled when its time has come.
                false => "UPDATE entries SET withdrawn = 0 WHERE row = ?1 AND withdrawn = ?2",
            };
            if step.prepare_cached(sql)?.execute([*row, FILTERED])? > 0 {
                mark_story_of(&step, *row)?;
            }
        }
        step.commit()
    }

    /// Those that filters keep out, in the order of rows behind this one, with their sources.
    pub fn filtered_after(&self, row: i64, most: usize) -> Result<Vec<(i64, String)>, Error> {
        let mut query = self.connection.prepare_cached(
            "SELECT row, source FROM entries WHERE withdrawn = 6 AND row > ?1 ORDER BY row LIMIT ?2",
        )?;
        let rows = query.query_map([row, most as i64], |found| Ok((found.get(0)?, found.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Why an entry is neither shown nor withdrawn, if it is.
    pub fn mark_of(&self, row: i64) -> Result<Option<Mark>, Error> {
        let mut query = self.connection.prepare_cached("SELECT withdrawn FROM entries WHERE row = ?1")?;
        Ok(match query.query_row([row], |row| row.get::<_, i64>(0)).optional()? {
            Some(HELD) => Some(Mark::Held),
            Some(FILTERED) => Some(Mark::Filtered),
            _ => None,
        })
    }

    /// Whether an entry goes straight into the archives.
    pub fn is_behind(&self, row: i64) -> Result<bool, Error> {
        let mut query = self.connection.prepare_cached("SELECT behind FROM entries WHERE row = ?1")?;
        Ok(query.query_row([row], |row| row.get(0)).optional()?.unwrap_or(false))
    }

    /// Dates what came without any date behind everything that has one, before it is settled first.
    pub fn date_behind(&mut self, now: DateTime<Utc>) -> Result<(), Error> {
        let step = self.step()?;
        if step.prepare_cached("SELECT 1 FROM entries WHERE undated = 1 AND withdrawn <> 7")?.exists([])? {
            step.prepare_cached(
                "UPDATE entries SET (published, updated) = (SELECT min(entries.published, oldest), min(entries.updated, oldest)
                    FROM (SELECT ifnull(min(published) - 1000, ?1) AS oldest FROM entries AS dated
                        WHERE bodiless = 0 AND undated = 0 AND withdrawn = 0))
                 WHERE undated = 1 AND withdrawn <> 7 AND settled = 0 AND story IS NULL",
            )?
            .execute([super::millis(now)])?;
            step.execute("UPDATE entries SET undated = 0 WHERE undated = 1 AND withdrawn <> 7", [])?;
        }
        step.commit()
    }
}
