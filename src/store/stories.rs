//! Stories: who belongs to which, who leads, and the prints that matching remembers.
//!
//! A story whose members changed is marked and gets its lead in a step of its own, so that a
//! crash between the two is mended by the next run.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::entries::{shown, shown_from, stored, stored_from};
use super::standings::{self, Lead};
use super::{Error, Store, millis, time};
use crate::model::{Credit, Filing, Placement, Stored};

/// What settling decided about one entry.
#[derive(Debug, Clone, PartialEq)]
pub struct Settlement {
    /// The entry's row.
    pub row: i64,
    /// Its story.
    pub filing: Filing,
    /// Its sections.
    pub placements: Vec<Placement>,
    /// Whom it credits.
    pub credits: Vec<Credit>,
    /// What matching remembers of it, opaque here; `None` keeps what it has.
    pub print: Option<Vec<u8>>,
}

/// What matching remembers of an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownPrint {
    /// The entry's row.
    pub row: i64,
    /// Its story.
    pub story: String,
    /// As it was given in [`Settlement::print`].
    pub print: Vec<u8>,
}

/// Somebody who tells a story, as far as the choice of a lead looks: without body.
#[derive(Debug, Clone, PartialEq)]
pub struct Teller {
    /// Its row.
    pub row: i64,
    /// Key of its source.
    pub source: String,
    /// The published id.
    pub id: String,
    /// When it was published.
    pub published: DateTime<Utc>,
    /// Whom it credits.
    pub credits: Vec<Credit>,
}

/// A story that needs a lead.
#[derive(Debug)]
pub struct Unled<'s> {
    /// The story.
    pub story: String,
    /// The row of the lead that has been published, if one has.
    pub published_lead: Option<i64>,
    /// Everybody who may be shown, in order of publication.
    pub members: Vec<Teller>,
    connection: &'s Connection,
}

impl Unled<'_> {
    /// The title of the feed that a member came from: seldom wanted, so it is not read with the rest.
    pub fn feed_title(&self, row: i64) -> Result<Option<String>, Error> {
        let mut query = self
            .connection
            .prepare_cached("SELECT json_extract(provenance, '$.title') FROM bodies WHERE row = ?1")?;
        Ok(query.query_row([row], |found| found.get(0)).optional()?.flatten())
    }
}

/// A query for the visible members of a story, in order of publication.
macro_rules! members {
    ($query:ident) => {
        $query!(
            "WHERE story = ?1 AND settled = 1 AND withdrawn = 0
             AND (embargo IS NULL OR embargo <= ?2) ORDER BY published, id, source"
        )
    };
}

impl Store {
    /// When the newest of the entries that can be compared was published.
    pub fn newest_print(&self) -> Result<Option<DateTime<Utc>>, Error> {
        let mut query = self.connection.prepare_cached("SELECT max(published) FROM prints")?;
        Ok(query.query_row([], |row| row.get::<_, Option<i64>>(0))?.map(time))
    }

    /// Prints of the visible entries published from one time to another, in order of publication.
    pub fn prints(
        &self,
        since: DateTime<Utc>,
        until: DateTime<Utc>,
        now: DateTime<Utc>,
    ) -> Result<Vec<KnownPrint>, Error> {
        let mut query = self.connection.prepare_cached(
            "SELECT entries.row, entries.story, prints.print FROM prints JOIN entries ON entries.row = prints.row
             WHERE prints.published BETWEEN ?1 AND ?2 AND entries.story IS NOT NULL AND withdrawn IN (0, 3)
             AND (embargo IS NULL OR embargo <= ?3) ORDER BY prints.published, entries.id, entries.source",
        )?;
        let known =
            |row: &Row<'_>| Ok(KnownPrint { row: row.get(0)?, story: row.get(1)?, print: row.get(2)? });
        let rows = query.query_map([millis(since), millis(until), millis(now)], known)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The story of a visible, settled entry with the same published id or canonical address.
    pub fn twin(&self, row: i64, now: DateTime<Utc>) -> Result<Option<String>, Error> {
        let mut query = self.connection.prepare_cached(
            "SELECT other.story FROM entries AS this JOIN entries AS other
             ON other.id = this.id AND other.row <> this.row
             WHERE this.row = ?1 AND other.story IS NOT NULL AND other.withdrawn = 0
             AND (other.embargo IS NULL OR other.embargo <= ?2) ORDER BY other.published, other.row LIMIT 1",
        )?;
        Ok(query.query_row([row, millis(now)], |found| found.get(0)).optional()?)
    }

    /// Keeps what settling decided, all of it or nothing.
    pub fn settle(&mut self, settlements: &[Settlement]) -> Result<(), Error> {
        let step = self.step()?;
        for one in settlements {
            settle(&step, one)?;
        }
        step.commit()
    }

    /// Gives every marked story the lead that `choose` names, or none where nobody is left. Who
    /// tells a story alone leads it; that is most of them, and nobody is asked.
    pub fn lead(
        &mut self,
        now: DateTime<Utc>,
        choose: &dyn Fn(&Unled<'_>) -> Result<Option<i64>, Error>,
    ) -> Result<usize, Error> {
        let step = self.connection.transaction()?;
        let marked = marked(&step)?;
        for (story, lead, led_since) in &marked {
            let members = tellers(&step, story, now)?;
            let chosen = match members.as_slice() {
                [] => None,
                [only] => Some(only.row),
                _ => {
                    let published_lead = lead.filter(|_| led_since.is_some());
                    let story = Unled {
                        story: story.clone(),
                        published_lead,
                        members: members.clone(),
                        connection: &step,
                    };
                    choose(&story)?
                }
            };
            let chosen = members.iter().find(|member| Some(member.row) == chosen);
            let turn: Option<i64> = step
                .prepare_cached(
                    "UPDATE stories SET unshown = unshown OR lead IS NOT ?2, lead = ?2, published = ?3, unled = 0,
                     turn = turn + 1 WHERE id = ?1 RETURNING turn",
                )?
                .query_row(
                    params![story, chosen.map(|lead| lead.row), chosen.map_or(0, |lead| millis(lead.published))],
                    |row| row.get(0),
                )
                .optional()?;
            let Some(turn) = turn else { continue };
            let lead =
                chosen.map(|lead| Lead { row: lead.row, id: &lead.id, published: millis(lead.published) });
            standings::stand(&step, story, lead, turn, now)?;
        }
        step.commit()?;
        Ok(marked.len())
    }

    /// Remembers that every lead of now is published: from here on it stays.
    pub fn leads_are_published(&mut self, now: DateTime<Utc>) -> Result<(), Error> {
        let step = self.connection.transaction()?;
        let sql = "UPDATE stories SET led_since = ?1 WHERE led_since IS NULL AND lead IS NOT NULL";
        step.execute(sql, [millis(now)])?;
        let sql = "UPDATE entries SET shown = 1 WHERE row IN (SELECT lead FROM stories WHERE unshown = 1)";
        step.execute(sql, [])?;
        step.execute("UPDATE stories SET unshown = 0 WHERE unshown = 1", [])?;
        Ok(step.commit()?)
    }

    /// Number of stories that have a lead.
    pub fn count_stories(&self) -> Result<u64, Error> {
        let sql = "SELECT count(*) FROM stories WHERE lead IS NOT NULL";
        let count: i64 = self.connection.query_row(sql, [], |row| row.get(0))?;
        Ok(count.unsigned_abs())
    }

    /// The visible members of a story, in order of publication.
    pub fn members(&self, story: &str, now: DateTime<Utc>) -> Result<Vec<Stored>, Error> {
        let mut query = self.connection.prepare_cached(members!(stored))?;
        let rows = query.query_and_then(params![story, millis(now)], stored_from)?;
        rows.collect()
    }

    /// The row of a story's lead.
    pub fn lead_of(&self, story: &str) -> Result<Option<i64>, Error> {
        let mut query = self.connection.prepare_cached("SELECT lead FROM stories WHERE id = ?1")?;
        Ok(query.query_row([story], |row| row.get(0)).optional()?.flatten())
    }

    /// The sections of an entry and the rules that put it there.
    pub fn placements(&self, row: i64) -> Result<Vec<Placement>, Error> {
        let mut query = self
            .connection
            .prepare_cached("SELECT section, rule FROM placements WHERE row = ?1 ORDER BY section")?;
        let rows = query.query_map([row], |row| Ok(Placement { section: row.get(0)?, rule: row.get(1)? }))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

/// Marks a story whose members changed.
pub(super) fn lead_anew(connection: &Connection, story: &str) -> Result<(), Error> {
    connection.prepare_cached("UPDATE stories SET unled = 1 WHERE id = ?1")?.execute([story])?;
    Ok(())
}

/// Marks the story of a row, whose standing in it changed.
pub(super) fn mark_story_of(connection: &Connection, row: i64) -> Result<(), Error> {
    let sql = "UPDATE stories SET unled = 1 WHERE id = (SELECT story FROM entries WHERE row = ?1)";
    connection.prepare_cached(sql)?.execute([row])?;
    Ok(())
}

fn settle(connection: &Connection, one: &Settlement) -> Result<(), Error> {
    // Who belongs to a story stays in it; its story may have become part of another since.
    let known = connection
        .prepare_cached("SELECT story, guid IS NOT NULL, published FROM entries WHERE row = ?1")?
        .query_row([one.row], |row| {
            Ok((row.get::<_, Option<String>>(0)?, row.get::<_, bool>(1)?, row.get::<_, i64>(2)?))
        })
        .optional()?;
    let Some((kept, has_guid, published)) = known else { return Ok(()) };
    let story = kept.as_ref().unwrap_or(&one.filing.story);
    let opens =
        connection.prepare_cached("INSERT OR IGNORE INTO stories (id) VALUES (?1)")?.execute([story])? > 0;
    for merged in one.filing.merges.iter().filter(|merged| *merged != story) {
        merge(connection, merged, story)?;
    }
    if has_guid && kept.is_none() {
        give_up_taken_guid(connection, one.row)?;
    }
    connection
        .prepare_cached("UPDATE entries SET settled = 1, story = ?2, credits = ?3 WHERE row = ?1")?
        .execute(params![one.row, story, serde_json::to_string(&one.credits)?])?;
    if kept.is_some() {
        forget_settling(connection, one)?;
    }
    connection
        .prepare_cached("INSERT OR IGNORE INTO filings (row, filing) VALUES (?1, ?2)")?
        .execute(params![one.row, serde_json::to_string(&one.filing)?])?;
    if let Some(print) = &one.print {
        connection
            .prepare_cached("INSERT OR IGNORE INTO prints (row, published, print) VALUES (?1, ?2, ?3)")?
            .execute(params![one.row, published, print])?;
    }
    let mut place = connection
        .prepare_cached("INSERT OR IGNORE INTO placements (row, section, rule) VALUES (?1, ?2, ?3)")?;
    for placement in &one.placements {
        place.execute(params![one.row, placement.section, placement.rule])?;
    }
    // A story that opens is marked from the beginning.
    if opens { Ok(()) } else { lead_anew(connection, story) }
}

/// Takes back what an earlier settling of the entry left, where this one says it anew. Not
/// `OR REPLACE`: for the case that it fails SQLite would copy each page before.
fn forget_settling(connection: &Connection, one: &Settlement) -> Result<(), Error> {
    if one.print.is_some() {
        connection.prepare_cached("DELETE FROM prints WHERE row = ?1")?.execute([one.row])?;
    }
    connection.prepare_cached("DELETE FROM filings WHERE row = ?1")?.execute([one.row])?;
    connection.prepare_cached("DELETE FROM placements WHERE row = ?1")?.execute([one.row])?;
    Ok(())
}

/// An opaque guid is unique within its source only; the second entry that is settled with it goes
/// without. Decided here and once, since the order of settling does not depend on who answered first.
fn give_up_taken_guid(connection: &Connection, row: i64) -> Result<(), Error> {
    connection
        .prepare_cached(
            "UPDATE entries SET guid = NULL WHERE row = ?1 AND guid IS NOT NULL AND story IS NULL
             AND EXISTS (SELECT 1 FROM entries AS other WHERE other.guid = entries.guid
             AND other.row <> entries.row AND other.story IS NOT NULL)",
        )?
        .execute([row])?;
    Ok(())
}

/// Joins `from` to `to`. The lead that was published first stays.
pub(super) fn merge(connection: &Connection, from: &str, to: &str) -> Result<(), Error> {
    connection.prepare_cached("UPDATE entries SET story = ?2 WHERE story = ?1")?.execute([from, to])?;
    connection
        .prepare_cached(
            "UPDATE stories SET (lead, led_since) = (SELECT lead, led_since FROM stories WHERE id = ?1)
             WHERE id = ?2 AND EXISTS (SELECT 1 FROM stories AS other WHERE other.id = ?1
             AND other.led_since IS NOT NULL AND (stories.led_since IS NULL OR other.led_since < stories.led_since))",
        )?
        .execute([from, to])?;
    connection.prepare_cached("DELETE FROM stories WHERE id = ?1")?.execute([from])?;
    connection.prepare_cached("DELETE FROM standings WHERE story = ?1")?.execute([from])?;
    Ok(())
}

/// Stories whose lead is to be chosen: id, lead so far, since when it is published.
type Marked = (String, Option<i64>, Option<i64>);

fn marked(connection: &Connection) -> Result<Vec<Marked>, Error> {
    let mut query =
        connection.prepare_cached("SELECT id, lead, led_since FROM stories WHERE unled = 1 ORDER BY id")?;
    let rows = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The visible members of a story, in order of publication, without their bodies.
fn tellers(connection: &Connection, story: &str, now: DateTime<Utc>) -> Result<Vec<Teller>, Error> {
    let mut query = connection.prepare_cached(
        "SELECT row, source, id, published, credits FROM entries WHERE story = ?1 AND settled = 1
         AND withdrawn = 0 AND (embargo IS NULL OR embargo <= ?2) ORDER BY published, id, source",
    )?;
    let rows = query.query_and_then(params![story, millis(now)], |row| {
        Ok(Teller {
            row: row.get(0)?,
            source: row.get(1)?,
            id: row.get(2)?,
            published: time(row.get(3)?),
            credits: serde_json::from_str(row.get_ref(4)?.as_str().map_err(rusqlite::Error::from)?)?,
        })
    })?;
    rows.collect()
}

/// The visible members of a story, in order of publication, without filings.
pub(super) fn shown_members(
    connection: &Connection,
    story: &str,
    now: DateTime<Utc>,
) -> Result<Vec<Stored>, Error> {
    let mut query = connection.prepare_cached(members!(shown))?;
    let rows = query.query_and_then(params![story, millis(now)], shown_from)?;
    rows.collect()
}
