//! Cleaned texts, kept by a hash of the raw text and the cleaner's version: each is cleaned once.

use rusqlite::{OptionalExtension, params};

use super::{Error, Store};

impl Store {
    /// The cleaned form of a text, if it was cleaned before; `hash` covers text, base and cleaner.
    pub fn cleaned(&self, hash: &[u8; 16]) -> Result<Option<String>, Error> {
        let mut query = self.connection.prepare_cached("SELECT html FROM cleaned WHERE hash = ?1")?;
        Ok(query.query_row([hash], |row| row.get(0)).optional()?)
    }

    /// Keeps cleaned texts.
    pub fn keep_cleaned(&mut self, texts: &[([u8; 16], String)]) -> Result<(), Error> {
        let step = self.step()?;
        for (hash, html) in texts {
            step.prepare_cached("INSERT OR IGNORE INTO cleaned (hash, html) VALUES (?1, ?2)")?
                .execute(params![hash, html])?;
        }
        step.commit()
    }
}
