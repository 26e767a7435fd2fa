//! Feeds that came with a followed list: who they are, and since when their list lacks them.

use chrono::{DateTime, Utc};
use rusqlite::params;

use super::{Error, Store, millis, time};

/// A feed of a followed list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Listed {
    /// Key of the list.
    pub list: String,
    /// The key of the source, for ever the same.
    pub key: String,
    /// Name, as the list has it.
    pub name: String,
    /// Address of the feed.
    pub address: String,
    /// The publisher's page.
    pub home: Option<String>,
    /// Language, where the list says one.
    pub language: Option<String>,
    /// Folders and categories, as the list has them.
    pub folders: Vec<String>,
    /// Since when the list lacks it; it is followed all the same.
    pub missing: Option<DateTime<Utc>>,
    /// Whether it was dropped: known, and not asked any more.
    pub dropped: bool,
}

impl Store {
    /// Every feed that ever came with a list, in the order of the lists.
    pub fn listed(&self) -> Result<Vec<Listed>, Error> {
        let mut query = self.connection.prepare_cached(
            "SELECT list, key, name, address, home, language, folders, missing, dropped FROM listed
             ORDER BY list, place, key",
        )?;
        let rows = query.query_and_then([], |row| {
            Ok::<_, Error>(Listed {
                list: row.get(0)?,
                key: row.get(1)?,
                name: row.get(2)?,
                address: row.get(3)?,
                home: row.get(4)?,
                language: row.get(5)?,
                folders: serde_json::from_str(&row.get::<_, String>(6)?)?,
                missing: row.get::<_, Option<i64>>(7)?.map(time),
                dropped: row.get(8)?,
            })
        })?;
        rows.collect()
    }

    /// Keeps the feeds of one list as they now are, together with the state of the list itself.
    pub fn keep_listed(
        &mut self,
        state: Option<&crate::model::SourceState>,
        listed: &[Listed],
    ) -> Result<(), Error> {
        let step = self.connection.transaction()?;
        for (place, one) in listed.iter().enumerate() {
            step.prepare_cached(
                "INSERT OR REPLACE INTO listed
                 (list, key, name, address, home, language, folders, missing, dropped, place)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
            )?
            .execute(params![
                one.list,
                one.key,
                one.name,
                one.address,
                one.home,
                one.language,
                serde_json::to_string(&one.folders)?,
                one.missing.map(millis),
                one.dropped,
                i64::try_from(place).unwrap_or(i64::MAX),
            ])?;
        }
        if let Some(state) = state {
            super::sources::write(&step, state)?;
        }
        Ok(step.commit()?)
    }
}
