//! Standings: which story stands in which section, ready in order, so that a front is read without
//! looking at any other story.
//!
//! They are renewed with a story's lead; `turn` counts those renewals, so that a front whose
//! stories have the turns of last time is the same front. The section `""` has every story.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, params};

use super::stories::shown_members;
use super::{Error, Store, millis, time};
use crate::model::FrontStory;

/// A story in a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The story.
    pub story: String,
    /// The row of its lead.
    pub lead: i64,
    /// When its lead was published.
    pub published: DateTime<Utc>,
    /// How often it changed in any way that shows.
    pub turn: i64,
    /// The archive that holds its lead; `None` while it waits for one.
    pub archive: Option<u32>,
}

impl Store {
    /// The newest stories of a section, newest first, at most `most`. Of one time, those that came later
    /// stand first, and those that came together as their document has them: rows are filed in its order.
    pub fn standings(&self, section: &str, most: usize) -> Result<Vec<Standing>, Error> {
        self.select(
            "SELECT standings.story, lead, standings.published, turn, archive
             FROM standings CROSS JOIN entries ON entries.row = lead WHERE section = ?1 AND standings.behind = 0
             ORDER BY standings.published DESC, first_seen DESC, source, entries.row LIMIT ?2",
            section,
            most,
        )
    }

    /// The oldest stories of a section that no archive has yet, oldest first, at most `most`. Left to
    /// itself SQLite would look at all that are archived, before it finds one that is not.
    pub fn waiting(&self, section: &str, most: usize) -> Result<Vec<Standing>, Error> {
        self.select(
            "SELECT standings.story, lead, standings.published, turn, archive
             FROM standings INDEXED BY standings_waiting CROSS JOIN entries ON entries.row = lead
             WHERE section = ?1 AND archive IS NULL AND standings.behind = 0
             ORDER BY standings.published, first_seen, source DESC, entries.row DESC LIMIT ?2",
            section,
            most,
        )
    }

    /// The same of what does not stand in the front: it came with sources that were new to the desk.
    pub fn waiting_behind(&self, section: &str, most: usize) -> Result<Vec<Standing>, Error> {
        self.select(
            "SELECT standings.story, lead, standings.published, turn, archive
             FROM standings INDEXED BY standings_waiting CROSS JOIN entries ON entries.row = lead
             WHERE section = ?1 AND archive IS NULL AND standings.behind = 1
             ORDER BY standings.published, first_seen, source DESC, entries.row DESC LIMIT ?2",
            section,
            most,
        )
    }

    /// How many stories of a section no archive has yet.
    pub fn count_waiting(&self, section: &str) -> Result<usize, Error> {
        let mut query = self.connection.prepare_cached(
            "SELECT count(*) FROM standings INDEXED BY standings_waiting WHERE section = ?1 AND archive IS NULL
             AND behind = 0",
        )?;
        Ok(query.query_row([section], |row| row.get::<_, i64>(0))?.unsigned_abs() as usize)
    }

    fn select(&self, sql: &str, section: &str, most: usize) -> Result<Vec<Standing>, Error> {
        let mut query = self.connection.prepare_cached(sql)?;
        let rows = query.query_map(params![section, i64::try_from(most).unwrap_or(i64::MAX)], |row| {
            Ok(Standing {
                story: row.get(0)?,
                lead: row.get(1)?,
                published: time(row.get(2)?),
                turn: row.get(3)?,
                archive: row.get(4)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// A story with the entry of this row as its lead, without filings; `None` where that entry is not to be shown.
    pub fn front_story(
        &self,
        story: &str,
        lead: i64,
        now: DateTime<Utc>,
    ) -> Result<Option<FrontStory>, Error> {
        let mut others = shown_members(&self.connection, story, now)?;
        let at = others.iter().position(|member| member.row == lead);
        Ok(at.map(|at| FrontStory { lead: others.remove(at), others }))
    }

    /// The same for an entry, whatever its story is called now.
    pub fn story_of(&self, row: i64, now: DateTime<Utc>) -> Result<Option<FrontStory>, Error> {
        let mut query = self.connection.prepare_cached("SELECT story FROM entries WHERE row = ?1")?;
        let story: Option<Option<String>> = query.query_row([row], |found| found.get(0)).optional()?;
        match story.flatten() {
            Some(story) => self.front_story(&story, row, now),
            None => Ok(None),
        }
    }
}

/// Who leads a story.
pub(super) struct Lead<'a> {
    /// Its row.
    pub(super) row: i64,
    /// Its published id.
    pub(super) id: &'a str,
    /// When it was published, in milliseconds.
    pub(super) published: i64,
}

/// Renews the standings of a story: its visible members tell the sections. `turn` counts renewals;
/// before the first nothing stands.
pub(super) fn stand(
    connection: &Connection,
    story: &str,
    lead: Option<Lead<'_>>,
    turn: i64,
    now: DateTime<Utc>,
) -> Result<(), Error> {
    if turn > 1 {
        connection.prepare_cached("DELETE FROM standings WHERE story = ?1")?.execute([story])?;
    }
    let Some(lead) = lead else { return Ok(()) };
    // Nothing can be in the way; said so, SQLite copies no page for the case that the insert fails.
    connection
        .prepare_cached(
            "INSERT OR IGNORE INTO standings (section, published, story, lead, turn, archive, behind)
             SELECT section, ?2, ?1, ?3, ?4,
                (SELECT number FROM archived WHERE archived.section = these.section AND archived.id = ?5),
                (SELECT ifnull(min(behind), 0) FROM entries WHERE story = ?1 AND settled = 1 AND withdrawn = 0
                    AND (embargo IS NULL OR embargo <= ?6))
             FROM (SELECT '' AS section UNION SELECT placements.section FROM entries
                JOIN placements ON placements.row = entries.row
                WHERE story = ?1 AND settled = 1 AND withdrawn = 0 AND (embargo IS NULL OR embargo <= ?6)) AS these",
        )?
        .execute(params![story, lead.published, lead.row, turn, lead.id, millis(now)])?;
    Ok(())
}
