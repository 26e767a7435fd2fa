//! Records of our own articles and the files they lie in: so a file that is renamed or deleted is noticed.

use std::collections::BTreeMap;

use rusqlite::params;

use super::{Error, Store};
use crate::model::Key;

/// A record as it was last seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownRecord {
    /// Its file, relative to the configuration.
    pub path: String,
    /// The pattern of the rule that found it.
    pub pattern: String,
    /// For how many runs its file has been missing.
    pub missing: u32,
}

impl Store {
    /// The records of files, by what identifies each.
    pub fn records(&self) -> Result<BTreeMap<String, KnownRecord>, Error> {
        let mut query = self.connection.prepare_cached("SELECT key, path, pattern, missing FROM records")?;
        let rows = query.query_map([], |row| {
            let known = KnownRecord { path: row.get(1)?, pattern: row.get(2)?, missing: row.get(3)? };
            Ok((row.get(0)?, known))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Remembers these records as they are now.
    pub fn keep_records(&mut self, records: &BTreeMap<String, KnownRecord>) -> Result<(), Error> {
        let step = self.step()?;
        for (key, KnownRecord { path, pattern, missing }) in records {
            step.prepare_cached(
                "INSERT OR REPLACE INTO records (key, path, pattern, missing) VALUES (?1, ?2, ?3, ?4)",
            )?
            .execute(params![key, path, pattern, missing])?;
        }
        step.commit()
    }

    /// The article of a row is identified by another record from now on; it keeps its address. Whatever
    /// takes the old name is another article.
    pub fn rename_record(&mut self, row: i64, old: (&str, Key), new: (&str, Key)) -> Result<(), Error> {
        let step = self.step()?;
        step.prepare_cached("UPDATE OR IGNORE addresses SET key = ?2 WHERE key = ?1")?
            .execute([old.0, new.0])?;
        step.prepare_cached("UPDATE OR REPLACE keys SET key = ?3 WHERE key = ?1 AND row = ?2")?
            .execute([old.1.hash, row, new.1.hash])?;
        step.prepare_cached("DELETE FROM records WHERE key = ?1")?.execute([old.0])?;
        step.commit()
    }
}
