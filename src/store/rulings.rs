//! What the desk rules, kept: withdrawals, joins, splits. Each can be done again and changes nothing then.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension, params};

use super::stories::{lead_anew, mark_story_of, merge};
use super::{Error, Store, millis};

/// How the desk withdrew an entry; the number in the column `withdrawn`, where 1 is the record's word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Withdrawn {
    /// The entry alone.
    Alone = 2,
    /// And everybody else who tells its story: it goes on matching, to find them.
    WholeStory = 3,
}

impl Store {
    /// Withdraws these rows, and no others, by the word of the desk.
    pub fn withdraw(&mut self, rows: &BTreeMap<i64, Withdrawn>, now: DateTime<Utc>) -> Result<(), Error> {
        let step = self.connection.transaction()?;
        let known: BTreeMap<i64, i64> = step
            .prepare_cached("SELECT row, withdrawn FROM entries WHERE withdrawn > 1 AND withdrawn < 4")?
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<Result<_, _>>()?;
        let wanted = |row: &i64| rows.get(row).map_or(0, |how| *how as i64);
        let gone = known.keys().filter(|row| !rows.contains_key(row));
        for row in rows.keys().filter(|row| known.get(*row) != Some(&wanted(row))).chain(gone) {
            // A freed entry is settled anew; one that was withdrawn is not, but its story needs another lead.
            step.prepare_cached(
                "UPDATE entries SET withdrawn = ?2, settled = min(settled, ?2),
                 withdrawn_at = iif(?2 > 0, coalesce(withdrawn_at, ?3), NULL) WHERE row = ?1 AND withdrawn <> 5",
            )?
            .execute([*row, wanted(row), millis(now)])?;
            mark_story_of(&step, *row)?;
        }
        Ok(step.commit()?)
    }

    /// How the desk withdrew an entry, if it did.
    pub fn withdrawal_of(&self, row: i64) -> Result<Option<Withdrawn>, Error> {
        let mut query = self.connection.prepare_cached("SELECT withdrawn FROM entries WHERE row = ?1")?;
        Ok(match query.query_row([row], |row| row.get::<_, i64>(0)).optional()? {
            Some(2) => Some(Withdrawn::Alone),
            Some(3) => Some(Withdrawn::WholeStory),
            _ => None,
        })
    }

    /// Every row of a story, shown or not.
    pub fn rows_of(&self, story: &str) -> Result<Vec<i64>, Error> {
        let mut query = self.connection.prepare_cached("SELECT row FROM entries WHERE story = ?1")?;
        Ok(query.query_map([story], |row| row.get(0))?.collect::<Result<_, _>>()?)
    }

    /// The ids of a story's entries, shown or not.
    pub fn ids_of(&self, story: &str) -> Result<Vec<String>, Error> {
        let mut query = self.connection.prepare_cached("SELECT id FROM entries WHERE story = ?1")?;
        Ok(query.query_map([story], |row| row.get(0))?.collect::<Result<_, _>>()?)
    }

    /// The story of an entry, once it has one.
    pub fn story_id_of(&self, row: i64) -> Result<Option<String>, Error> {
        let mut query = self.connection.prepare_cached("SELECT story FROM entries WHERE row = ?1")?;
        Ok(query.query_row([row], |row| row.get(0)).optional()?.flatten())
    }

    /// Makes one story of the stories of these entries; that of the entry published first stays.
    pub fn join(&mut self, rows: &[i64]) -> Result<(), Error> {
        let step = self.connection.transaction()?;
        let mut stories: Vec<(i64, String)> = Vec::new();
        for row in rows {
            let sql = "SELECT published, story FROM entries WHERE row = ?1 AND story IS NOT NULL";
            let found = step.prepare_cached(sql)?.query_row([row], |row| Ok((row.get(0)?, row.get(1)?)));
            stories.extend(found.optional()?);
        }
        stories.sort();
        if let Some(((_, to), others)) = stories.split_first() {
            for (_, from) in others.iter().filter(|(_, from)| from != to) {
                merge(&step, from, to)?;
                lead_anew(&step, to)?;
            }
        }
        Ok(step.commit()?)
    }

    /// Sets an entry apart, in a story of this name. If it led its story, it goes on leading here.
    pub fn split(&mut self, row: i64, apart: &str) -> Result<(), Error> {
        let step = self.connection.transaction()?;
        let sql = "SELECT story FROM entries WHERE row = ?1 AND story IS NOT NULL AND story <> ?2";
        let from = step.query_row(sql, params![row, apart], |row| row.get::<_, String>(0)).optional()?;
        if let Some(from) = from {
            step.execute("INSERT OR IGNORE INTO stories (id) VALUES (?1)", [apart])?;
            step.execute(
                "UPDATE stories SET (lead, led_since) = (SELECT lead, led_since FROM stories WHERE id = ?1)
                 WHERE id = ?2 AND EXISTS (SELECT 1 FROM stories WHERE id = ?1 AND lead = ?3)",
                params![from, apart, row],
            )?;
            step.execute(
                "UPDATE stories SET lead = NULL, led_since = NULL WHERE id = ?1 AND lead = ?2",
                params![from, row],
            )?;
            step.execute("UPDATE entries SET story = ?2 WHERE row = ?1", params![row, apart])?;
            let empty =
                "DELETE FROM stories WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM entries WHERE story = ?1)";
            if step.execute(empty, [&from])? > 0 {
                step.execute("DELETE FROM standings WHERE story = ?1", [&from])?;
            }
            lead_anew(&step, &from)?;
            lead_anew(&step, apart)?;
        }
        Ok(step.commit()?)
    }

    /// Has the lead of a story chosen again, unless it is this one.
    pub fn lead_is_ruled(&mut self, story: &str, row: i64) -> Result<(), Error> {
        let sql = "UPDATE stories SET unled = 1 WHERE id = ?1 AND lead IS NOT ?2";
        self.connection.execute(sql, params![story, row])?;
        Ok(())
    }
}
