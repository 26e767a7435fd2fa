//! How much of each source there is: what is stored, what stands in fronts, what lies in archives.

use std::collections::BTreeMap;

use rusqlite::{OptionalExtension, params};

use super::marks::{FILTERED, HELD};
use super::{Error, Store};

/// What there is of a source.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Holdings {
    /// Entries in the store.
    pub entries: u64,
    /// Those of them that wait for a person.
    pub held: u64,
    /// Those of them that a filter keeps out.
    pub filtered: u64,
    /// Those in archive documents.
    pub archived: u64,
    /// Those in the fronts that were published last, by section; `""` is that of every story.
    pub fronts: BTreeMap<String, u64>,
}

impl Store {
    /// What there is of each source, by its key.
    pub fn holdings(&self) -> Result<BTreeMap<String, Holdings>, Error> {
        let mut all: BTreeMap<String, Holdings> = BTreeMap::new();
        let mut count = |sql: &str, of: fn(&mut Holdings) -> &mut u64| -> Result<(), Error> {
            let mut query = self.connection.prepare_cached(sql)?;
            let rows = query.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?)))?;
            for row in rows {
                let (source, count) = row?;
                *of(all.entry(source).or_default()) = count.unsigned_abs();
            }
            Ok(())
        };
        count("SELECT source, count(*) FROM entries WHERE withdrawn <> 5 GROUP BY source", |one| {
            &mut one.entries
        })?;
        for (mark, of) in [
            (HELD, (|one| &mut one.held) as fn(&mut Holdings) -> &mut u64),
            (FILTERED, |one| &mut one.filtered),
        ] {
            let sql =
                format!("SELECT source, count(*) FROM entries WHERE withdrawn = {mark} GROUP BY source");
            count(&sql, of)?;
        }
        count(
            "SELECT source, count(DISTINCT entries.row) FROM archived JOIN entries ON entries.row = archived.row
             WHERE withdrawn IN (0, 4) GROUP BY source",
            |one| &mut one.archived,
        )?;
        let mut query =
            self.connection.prepare_cached("SELECT source FROM entries WHERE id = ?1 AND withdrawn = 0")?;
        for section in self.fronts()? {
            for id in self.front_state(&section)?.map(|front| front.ids).unwrap_or_default() {
                let source: Option<String> = query.query_row(params![id], |row| row.get(0)).optional()?;
                if let Some(source) = source {
                    *all.entry(source).or_default().fronts.entry(section.clone()).or_default() += 1;
                }
            }
        }
        Ok(all)
    }
}
