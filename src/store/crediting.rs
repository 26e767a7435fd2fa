//! By which outlets and words the credits of stored entries were found, so that a change of them
//! reaches what is stored too.

use rusqlite::{OptionalExtension, params};

use super::stories::mark_story_of;
use super::{Error, Store};
use crate::model::{Credit, OWN};

impl Store {
    /// The next foreign entries whose credits were not found by what has this print, the newest
    /// first; none where all were.
    pub fn to_credit(&self, print: i64, most: usize) -> Result<Vec<i64>, Error> {
        let known: Option<(i64, Option<i64>)> = self
            .connection
            .prepare_cached("SELECT print, row FROM crediting")?
            .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        let below = match known {
            Some((known, None)) if known == print => return Ok(Vec::new()),
            Some((known, Some(row))) if known == print => row,
            _ => i64::MAX,
        };
        let mut query = self.connection.prepare_cached(
            "SELECT row FROM entries WHERE row < ?1 AND source <> ?2
             AND settled = 1 AND story IS NOT NULL AND withdrawn = 0 AND bodiless = 0 ORDER BY row DESC LIMIT ?3",
        )?;
        let rows = query.query_map(params![below, OWN, most as i64], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Keeps credits that are others than before; down to the row `last`, or of everything, they are
    /// found by what has this print.
    pub fn credit(
        &mut self,
        print: i64,
        credited: &[(i64, Vec<Credit>)],
        last: Option<i64>,
    ) -> Result<(), Error> {
        let step = self.step()?;
        for (row, credits) in credited {
            step.prepare_cached("UPDATE entries SET credits = ?2 WHERE row = ?1")?
                .execute(params![row, serde_json::to_string(credits)?])?;
            mark_story_of(&step, *row)?;
        }
        step.execute("DELETE FROM crediting", [])?;
        step.execute("INSERT INTO crediting (print, row) VALUES (?1, ?2)", params![print, last])?;
        step.commit()
    }

    /// Whether the credits of everything are found by what has this print.
    pub fn is_credited(&self, print: i64) -> Result<bool, Error> {
        let sql = "SELECT count(*) > 0 FROM crediting WHERE print = ?1 AND row IS NULL";
        Ok(self.connection.prepare_cached(sql)?.query_row([print], |row| row.get(0))?)
    }
}
