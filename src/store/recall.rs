//! What a source takes back: entries whose end its own feed tells (rule 4.6).

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, params};

use super::{Error, Store, millis, stories};
use crate::model::{Incoming, Key};

impl Store {
    /// Withdraws the entries of a source that its feed calls deleted; how many they were. A deleted
    /// entry that is listed again comes back when it is filed.
    pub fn recall(&mut self, deleted: &[Key], now: DateTime<Utc>) -> Result<usize, Error> {
        if deleted.is_empty() {
            return Ok(0);
        }
        let step = self.step()?;
        let rows = rows_of(&step, deleted)?;
        let gone = withdraw(&step, rows, now)?;
        step.commit()?;
        Ok(gone)
    }

    /// Withdraws the entries of a source that its feed does not list, where it lists all that there
    /// are (RFC 5005 2); how many they were.
    pub fn recall_unlisted(
        &mut self,
        source: &str,
        listed: &[Incoming],
        now: DateTime<Utc>,
    ) -> Result<usize, Error> {
        let step = self.step()?;
        let listed = rows_of(&step, listed.iter().flat_map(|one| &one.keys))?;
        let rows: Vec<i64> = step
            .prepare_cached("SELECT row FROM entries WHERE source = ?1 AND withdrawn IN (0, 6, 7)")?
            .query_map([source], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        let gone = withdraw(&step, rows.into_iter().filter(|row| !listed.contains(row)), now)?;
        step.commit()?;
        Ok(gone)
    }
}

/// The rows that these keys lead to.
fn rows_of<'k>(
    connection: &Connection,
    keys: impl IntoIterator<Item = &'k Key>,
) -> Result<HashSet<i64>, Error> {
    let mut query = connection.prepare_cached("SELECT row FROM keys WHERE key = ?1 AND row > 0")?;
    let mut rows = HashSet::new();
    for key in keys {
        for row in query.query_map([key.hash], |row| row.get(0))? {
            rows.insert(row?);
        }
    }
    Ok(rows)
}

/// Withdraws rows by the word of their source, and has their stories find another lead.
fn withdraw(
    connection: &Connection,
    rows: impl IntoIterator<Item = i64>,
    now: DateTime<Utc>,
) -> Result<usize, Error> {
    let mut gone = 0;
    for row in rows {
        let changed = connection
            .prepare_cached(
                "UPDATE entries SET withdrawn = 1, withdrawn_at = coalesce(withdrawn_at, ?2)
                 WHERE row = ?1 AND withdrawn IN (0, 6, 7)",
            )?
            .execute(params![row, millis(now)])?;
        if changed > 0 {
            stories::mark_story_of(connection, row)?;
        }
        gone += changed;
    }
    Ok(gone)
}
