//! Fronts: the stories of a section at this moment, newest lead first; and kept cleaned texts.

use chrono::{DateTime, Utc};
use rusqlite::{OptionalExtension, params};

use super::stories::members;
use super::{Error, Store, millis};
use crate::model::FrontStory;

impl Store {
    /// The newest `limit` stories of a section, or of all sections together where it is `None`.
    /// A story belongs to a section if one of its visible members does.
    pub fn front(
        &self,
        section: Option<&str>,
        limit: usize,
        now: DateTime<Utc>,
    ) -> Result<Vec<FrontStory>, Error> {
        let mut query = self.connection.prepare_cached(
            "SELECT id, lead FROM stories WHERE lead IS NOT NULL AND (?1 IS NULL OR EXISTS (
                SELECT 1 FROM entries JOIN placements ON placements.row = entries.row AND section = ?1
                WHERE story = stories.id AND withdrawn = 0 AND (embargo IS NULL OR embargo <= ?2)))
             ORDER BY published DESC, id LIMIT ?3",
        )?;
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let leads = query
            .query_map(params![section, millis(now), limit], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<Result<Vec<(String, i64)>, _>>()?;
        let mut front = Vec::with_capacity(leads.len());
        for (story, lead) in leads {
            let mut others = members(&self.connection, &story, now)?;
            if let Some(at) = others.iter().position(|member| member.row == lead) {
                front.push(FrontStory { lead: others.remove(at), others });
            }
        }
        Ok(front)
    }

    /// The cleaned form of a text, if it was cleaned before; `hash` covers text, base and cleaner.
    pub fn cleaned(&self, hash: &[u8; 16]) -> Result<Option<String>, Error> {
        let mut query = self.connection.prepare_cached("SELECT html FROM cleaned WHERE hash = ?1")?;
        Ok(query.query_row([hash], |row| row.get(0)).optional()?)
    }

    /// Keeps cleaned texts.
    pub fn keep_cleaned(&mut self, texts: &[([u8; 16], String)]) -> Result<(), Error> {
        let step = self.connection.transaction()?;
        for (hash, html) in texts {
            step.prepare_cached("INSERT OR IGNORE INTO cleaned (hash, html) VALUES (?1, ?2)")?
                .execute(params![hash, html])?;
        }
        Ok(step.commit()?)
    }
}
