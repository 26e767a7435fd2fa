//! Pages of entries whose source cuts its texts: which are to be asked, what came, what robots.txt said.
//!
//! A page is asked once. Its text lies beside the entry's own and changes neither that nor its times.

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::{OptionalExtension, params};

use super::{Error, Store, millis, stories};
use crate::model::Page;

/// What has waited for so long is old news and is asked no more.
const PATIENCE: TimeDelta = TimeDelta::days(7);

/// An entry whose page is to be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// Its row.
    pub row: i64,
    /// Key of its source.
    pub source: String,
    /// Where its page is.
    pub address: String,
    /// Whether the address is where an answer led to before.
    pub led: bool,
}

/// What is known of a site's robots.txt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Its rules; `None` while nobody could read them.
    pub rules: Option<String>,
    /// Until when they count.
    pub until: DateTime<Utc>,
}

impl Store {
    /// Wants the pages of those entries of a source that were met first at this time.
    pub fn want_pages(&mut self, source: &str, met: DateTime<Utc>) -> Result<usize, Error> {
        let step = self.step()?;
        let wanted = step
            .prepare_cached(
                "INSERT OR IGNORE INTO pages (row, queued)
                 SELECT row, first_seen FROM entries
                 WHERE source = ?1 AND first_seen = ?2 AND url IS NOT NULL AND withdrawn = 0",
            )?
            .execute(params![source, millis(met)])?;
        step.commit()?;
        Ok(wanted)
    }

    /// The entries whose pages are to be asked, the longest waiting first; too old ones are given up.
    pub fn wanted_pages(&mut self, now: DateTime<Utc>) -> Result<Vec<Wanted>, Error> {
        self.connection
            .prepare_cached("DELETE FROM pages WHERE asked IS NULL AND queued < ?1")?
            .execute([millis(now - PATIENCE)])?;
        let mut query = self.connection.prepare_cached(
            "SELECT pages.row, entries.source, coalesce(pages.address, json_extract(bodies.entry, '$.link')),
                pages.address IS NOT NULL
             FROM pages JOIN entries ON entries.row = pages.row JOIN bodies ON bodies.row = pages.row
             WHERE pages.asked IS NULL AND entries.withdrawn = 0 ORDER BY pages.queued, pages.row",
        )?;
        let rows = query.query_map([], |row| {
            let address: Option<String> = row.get(2)?;
            let (source, led) = (row.get(1)?, row.get(3)?);
            Ok(Wanted { row: row.get(0)?, source, address: address.unwrap_or_default(), led })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Keeps what came of asking a page: its text, or `None`. An entry that is settled already is settled
    /// anew with the text, at its place and without another time of change.
    pub fn keep_page(&mut self, row: i64, page: Option<&Page>, now: DateTime<Utc>) -> Result<(), Error> {
        let step = self.step()?;
        let text = page.map(serde_json::to_string).transpose()?;
        step.prepare_cached("UPDATE pages SET asked = ?2, text = ?3 WHERE row = ?1")?.execute(params![
            row,
            millis(now),
            text
        ])?;
        if page.is_some() {
            step.prepare_cached("UPDATE entries SET settled = 0 WHERE row = ?1 AND settled = 1")?
                .execute([row])?;
            stories::mark_story_of(&step, row)?;
        }
        step.commit()?;
        Ok(())
    }

    /// Asks for a page at another address next time: its own led there.
    pub fn page_is_at(&mut self, row: i64, address: &str) -> Result<(), Error> {
        let sql = "UPDATE pages SET address = ?2 WHERE row = ?1";
        self.connection.prepare_cached(sql)?.execute(params![row, address])?;
        Ok(())
    }

    /// What is known of the robots.txt of sites, by origin; what counts no longer is left out.
    pub fn rules_of_robots(&self, now: DateTime<Utc>) -> Result<HashMap<String, Asked>, Error> {
        let mut query =
            self.connection.prepare_cached("SELECT origin, rules, until FROM robots WHERE until > ?1")?;
        let rows = query.query_map([millis(now)], |row| {
            Ok((row.get(0)?, Asked { rules: row.get(1)?, until: super::time(row.get(2)?) }))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Keeps what a site's robots.txt says.
    pub fn keep_robots(&mut self, origin: &str, asked: &Asked) -> Result<(), Error> {
        let sql = "INSERT OR REPLACE INTO robots (origin, rules, until) VALUES (?1, ?2, ?3)";
        self.connection.prepare_cached(sql)?.execute(params![origin, asked.rules, millis(asked.until)])?;
        Ok(())
    }

    /// Forgets rules that count no longer.
    pub fn forget_robots(&mut self, now: DateTime<Utc>) -> Result<(), Error> {
        self.connection.prepare_cached("DELETE FROM robots WHERE until <= ?1")?.execute([millis(now)])?;
        Ok(())
    }

    /// How many pages are still to be asked.
    pub fn waiting_pages(&self) -> Result<u64, Error> {
        let mut query = self.connection.prepare_cached("SELECT count(*) FROM pages WHERE asked IS NULL")?;
        let count: Option<i64> = query.query_row([], |row| row.get(0)).optional()?;
        Ok(count.unwrap_or_default().unsigned_abs())
    }
}
