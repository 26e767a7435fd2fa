//! Entries: recognised by their keys, filed in one transaction a source, found again.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::{Error, SourceState, Store, millis, sources, stories, time};
use crate::model::{Entry, Filing, Incoming, Key, Status, Stored};
use crate::text::url;

/// What filing a document changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Filed {
    /// Entries met for the first time.
    pub new: usize,
    /// Known entries whose content changed.
    pub revised: usize,
    /// Known entries, as they were.
    pub unchanged: usize,
}

/// Whether two versions of an entry differ in what would be published.
pub type Differs<'a> = &'a dyn Fn(&Entry, &Entry) -> bool;

impl Store {
    /// Files the entries of one source, and the state of the source, in ONE transaction.
    /// `source` is the source's key; `state` is absent for our own articles.
    pub fn file(
        &mut self,
        source: &str,
        state: Option<&SourceState>,
        incoming: &[Incoming],
        now: DateTime<Utc>,
        differs: Differs<'_>,
    ) -> Result<Filed, Error> {
        let step = self.connection.transaction()?;
        let mut filed = Filed::default();
        let mut seen = std::collections::HashSet::new();
        for one in incoming {
            match recognise(&step, source, &one.keys)? {
                // Two items of one document are one entry: the first stands, as in the document.
                Some(row) if seen.contains(&row) => filed.unchanged += 1,
                Some(row) => {
                    seen.insert(row);
                    match revise(&step, row, one, now, differs)? {
                        true => filed.revised += 1,
                        false => filed.unchanged += 1,
                    }
                }
                None => {
                    seen.insert(insert(&step, source, one, now)?);
                    filed.new += 1;
                }
            }
        }
        if let Some(state) = state {
            sources::write(&step, state)?;
        }
        step.commit()?;
        Ok(filed)
    }

    /// Entries that are not yet part of a story and may be, in order of publication.
    pub fn unsettled(&self, now: DateTime<Utc>) -> Result<Vec<Stored>, Error> {
        let mut query = self.connection.prepare_cached(
            "SELECT * FROM entries WHERE settled = 0 AND withdrawn = 0 AND (embargo IS NULL OR embargo <= ?1)
             ORDER BY published, id, source",
        )?;
        let rows = query.query_and_then([millis(now)], stored_from)?;
        rows.collect()
    }

    /// Entries with this published id, guid or address (canonical forms are compared).
    pub fn find(&self, wanted: &str) -> Result<Vec<Stored>, Error> {
        let mut query = self.connection.prepare_cached(
            "SELECT * FROM entries WHERE id = ?1 OR guid = ?1 OR url = ?2 ORDER BY published, row LIMIT 20",
        )?;
        let canonical = url::canonical(wanted).unwrap_or_default();
        let rows = query.query_and_then([wanted, &canonical], stored_from)?;
        rows.collect()
    }

    /// Number of entries in the store.
    pub fn count(&self) -> Result<u64, Error> {
        let count: i64 = self.connection.query_row("SELECT count(*) FROM entries", [], |row| row.get(0))?;
        Ok(count.unsigned_abs())
    }

    /// The address of an article that has none of its own: given once and for ever.
    /// `propose(n)` makes the n-th candidate, from 1; the first that nobody has is kept.
    pub fn address(&mut self, key: &str, propose: &dyn Fn(u32) -> String) -> Result<String, Error> {
        let step = self.connection.transaction()?;
        let known = step
            .query_row("SELECT address FROM addresses WHERE key = ?1", [key], |row| row.get(0))
            .optional()?;
        let address = match known {
            Some(address) => address,
            None => {
                let mut candidates = (1..).map(propose);
                loop {
                    // The range never ends, so there is always a next candidate.
                    let Some(candidate) = candidates.next() else { continue };
                    let sql = "INSERT OR IGNORE INTO addresses (address, key) VALUES (?1, ?2)";
                    if step.execute(sql, [&candidate, key])? == 1 {
                        break candidate;
                    }
                }
            }
        };
        step.commit()?;
        Ok(address)
    }
}

/// The row of the entry that one of the keys names; the strongest key decides.
fn recognise(connection: &Connection, source: &str, keys: &[Key]) -> Result<Option<i64>, Error> {
    let mut query = connection.prepare_cached(
        "SELECT entries.row FROM keys JOIN entries ON entries.row = keys.row
         WHERE keys.key = ?1 AND entries.source = ?2 ORDER BY entries.row LIMIT 1",
    )?;
    for key in keys {
        let row = query.query_row(params![key.0, source], |row| row.get(0)).optional()?;
        if row.is_some() {
            return Ok(row);
        }
    }
    Ok(None)
}

fn insert(connection: &Connection, source: &str, one: &Incoming, now: DateTime<Utc>) -> Result<i64, Error> {
    connection
        .prepare_cached(
            "INSERT INTO entries (source, id, guid, url, entry, provenance, print, published, updated, first_seen,
             sections, credits, withdrawn, embargo) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
        )?
        .execute(params![
            source,
            one.id,
            one.guid,
            one.entry.link.as_deref().and_then(url::canonical),
            serde_json::to_string(&one.entry)?,
            one.provenance.as_ref().map(serde_json::to_string).transpose()?,
            one.print,
            millis(one.published),
            millis(one.updated),
            millis(now),
            serde_json::to_string(&one.sections)?,
            serde_json::to_string(&one.credits)?,
            one.status == Status::Withdrawn,
            one.embargo.map(millis),
        ])?;
    let row = connection.last_insert_rowid();
    remember_keys(connection, row, &one.keys)?;
    Ok(row)
}

fn remember_keys(connection: &Connection, row: i64, keys: &[Key]) -> Result<(), Error> {
    let mut statement = connection.prepare_cached("INSERT OR IGNORE INTO keys (key, row) VALUES (?1, ?2)")?;
    for key in keys {
        statement.execute([key.0, row])?;
    }
    Ok(())
}

/// Takes over a new version of a known entry. An edit moves nothing: id, guid and `published` stay.
fn revise(
    connection: &Connection,
    row: i64,
    one: &Incoming,
    now: DateTime<Utc>,
    differs: Differs<'_>,
) -> Result<bool, Error> {
    let mut query = connection.prepare_cached("SELECT * FROM entries WHERE row = ?1")?;
    let (print, old) = query
        .query_and_then([row], |found| Ok::<_, Error>((found.get::<_, i64>("print")?, stored_from(found)?)))?
        .next()
        .ok_or(rusqlite::Error::QueryReturnedNoRows)??;
    let moved = old.status != one.status || old.embargo != one.embargo;
    if print == one.print && !moved {
        return Ok(false);
    }
    remember_keys(connection, row, &one.keys)?;
    let changed = print != one.print && differs(&old.entry, &one.entry);
    let updated = match changed {
        true if one.updated > old.updated && one.updated <= now => one.updated,
        true => now.max(old.updated),
        false => old.updated,
    };
    connection
        .prepare_cached(
            "UPDATE entries SET entry = ?2, provenance = ?3, print = ?4, updated = ?5, sections = ?6, credits = ?7,
             withdrawn = ?8, embargo = ?9, url = ?10, settled = 0 WHERE row = ?1",
        )?
        .execute(params![
            row,
            serde_json::to_string(&one.entry)?,
            one.provenance.as_ref().map(serde_json::to_string).transpose()?,
            one.print,
            millis(updated),
            serde_json::to_string(&one.sections)?,
            serde_json::to_string(&one.credits)?,
            one.status == Status::Withdrawn,
            one.embargo.map(millis),
            one.entry.link.as_deref().and_then(url::canonical),
        ])?;
    if let Some(filing) = &old.filing {
        stories::lead_anew(connection, &filing.story)?;
    }
    Ok(changed || moved)
}

/// An entry from a row of the table.
pub(super) fn stored_from(row: &Row<'_>) -> Result<Stored, Error> {
    let text = |name: &str| row.get::<_, String>(name);
    let maybe = |name: &str| row.get::<_, Option<String>>(name);
    // The column is the truth: stories are joined without touching the filings of their members.
    let mut filing: Option<Filing> = maybe("filing")?.map(|json| serde_json::from_str(&json)).transpose()?;
    if let (Some(filing), Some(story)) = (&mut filing, maybe("story")?) {
        filing.story = story;
    }
    Ok(Stored {
        row: row.get("row")?,
        source: text("source")?,
        id: text("id")?,
        guid: maybe("guid")?,
        entry: serde_json::from_str(&text("entry")?)?,
        provenance: maybe("provenance")?.map(|json| serde_json::from_str(&json)).transpose()?,
        published: time(row.get("published")?),
        updated: time(row.get("updated")?),
        first_seen: time(row.get("first_seen")?),
        sections: serde_json::from_str(&text("sections")?)?,
        credits: serde_json::from_str(&text("credits")?)?,
        status: if row.get("withdrawn")? { Status::Withdrawn } else { Status::Usable },
        embargo: row.get::<_, Option<i64>>("embargo")?.map(time),
        filing,
    })
}
