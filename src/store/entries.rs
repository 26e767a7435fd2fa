//! Entries: recognised by their keys, filed in one transaction a source, found again.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::de::DeserializeOwned;

use super::marks::HELD;
use super::recognise::{Recognised, recognise, remember};
use super::{Error, Store, millis, sources, stories, time};
use crate::model::{Entry, Filing, Incoming, Key, KeyKind, KeyUse, OWN, SourceState, Status, Stored, Way};
use crate::text::numbered::first_free;
use crate::text::url;

/// An entry that waits to be settled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unsettled {
    /// Its row.
    pub row: i64,
    /// When it was published.
    pub published: DateTime<Utc>,
    /// It is part of a story already, with other words.
    pub revised: bool,
}

/// What filing a document changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Filed {
    /// Entries met for the first time.
    pub new: usize,
    /// Known entries whose content changed.
    pub revised: usize,
    /// Known entries, as they were.
    pub unchanged: usize,
    /// Known entries whose ids changed, where a whole feed changed them; what was published stays.
    pub changed_ids: usize,
    /// Entries frozen from now on: they went back and forth between versions.
    pub frozen: usize,
    /// Guids that were given to another entry and so name nobody any more.
    pub reused_guids: usize,
    /// Of the new: those that go straight into the archives.
    pub behind: usize,
    /// Of the new: those that wait for a person.
    pub held: usize,
}

/// Whether a stored entry, found by a key of this kind, is the one that came; the last argument
/// says that the whole feed seems to have changed its ids.
pub type IsSame<'a> = &'a dyn Fn(&Stored, &Incoming, KeyKind, bool) -> bool;

/// How the entries of a document that are new come in, each in its place.
pub type Ways<'a> = &'a dyn Fn(&[&Incoming]) -> Vec<Way>;

/// What the store asks when it files: other rooms decide what is the same.
#[derive(Clone, Copy)]
pub struct Judge<'a> {
    /// Whether two versions of an entry differ in what would be published.
    pub differs: &'a dyn Fn(&Entry, &Entry) -> bool,
    /// Whether two versions that differ do so in their numbers alone.
    pub counts: &'a dyn Fn(&Entry, &Entry) -> bool,
    /// Whether a key was right.
    pub same: IsSame<'a>,
    /// How those that are new come in, each in its place; all into the fronts without it.
    pub ways: Option<Ways<'a>>,
    /// Whether what has no date is dated behind everything that has one: it came with a first document.
    pub dates_behind: bool,
}

/// Versions of an entry that are remembered.
const VERSIONS: usize = 8;
/// Once back is a change taken back; twice is to and fro.
const TO_AND_FRO: i64 = 2;
/// So many edits in a row of nothing but numbers are a counter in the text, of points or comments.
const A_COUNTER: i64 = 3;

impl Store {
    /// Files the entries of one source, and the state of the source, in ONE transaction.
    /// `source` is the source's key; `state` is absent for our own articles.
    pub fn file(
        &mut self,
        source: &str,
        state: Option<&SourceState>,
        incoming: &[Incoming],
        now: DateTime<Utc>,
        judge: &Judge<'_>,
    ) -> Result<Filed, Error> {
        let step = self.step()?;
        let known = match state.is_some() && is_new(&step, source)? {
            true => Recognised::nothing(incoming.len()),
            false => recognise(&step, source, incoming, judge)?,
        };
        let mut filed =
            Filed { changed_ids: known.changed_ids, reused_guids: known.reused.len(), ..Filed::default() };
        for key in &known.reused {
            remember(&step, 0, &[Key { usage: KeyUse::Shared, ..*key }])?;
        }
        let new: Vec<&Incoming> =
            incoming.iter().zip(&known.rows).filter(|(_, row)| row.is_none()).map(|(one, _)| one).collect();
        let mut ways =
            judge.ways.filter(|_| !new.is_empty()).map(|ways| ways(&new)).unwrap_or_default().into_iter();
        for (one, row) in incoming.iter().zip(known.rows) {
            let revised = match row {
                Some((row, by)) => revise(&step, row, by, one, now, judge)?,
                None => {
                    let way = ways.next().unwrap_or_default();
                    insert(&step, source, one, way, judge.dates_behind, now)?;
                    filed.new += 1;
                    filed.behind += usize::from(way == Way::Archive);
                    filed.held += usize::from(way == Way::Held);
                    continue;
                }
            };
            match revised {
                Revised::Yes => filed.revised += 1,
                Revised::No => filed.unchanged += 1,
                Revised::Frozen => filed.frozen += 1,
            }
        }
        if let Some(state) = state {
            sources::write(&step, state)?;
        }
        step.commit()?;
        Ok(filed)
    }

    /// The entries that are not yet part of a story and may be, or were revised since, in order of
    /// publication.
    pub fn unsettled(&self, now: DateTime<Utc>) -> Result<Vec<Unsettled>, Error> {
        let mut query = self.connection.prepare_cached(
            "SELECT row, published, story IS NOT NULL FROM entries
             WHERE settled = 0 AND withdrawn IN (0, 3) AND (embargo IS NULL OR embargo <= ?1)
             ORDER BY published, id, source",
        )?;
        let rows = query.query_map([millis(now)], |row| {
            Ok(Unsettled { row: row.get(0)?, published: time(row.get(1)?), revised: row.get(2)? })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The entries of these rows, in this order.
    pub fn entries(&self, rows: &[i64]) -> Result<Vec<Stored>, Error> {
        let mut entries = Vec::with_capacity(rows.len());
        for row in rows {
            entries.extend(self.entry(*row)?);
        }
        Ok(entries)
    }

    /// Entries with this published id, guid or address (canonical forms are compared).
    pub fn find(&self, wanted: &str) -> Result<Vec<Stored>, Error> {
        let mut query = self.connection.prepare_cached(stored!(
            "WHERE (id = ?1 OR guid = ?1 OR url = ?2) AND withdrawn <> 5 ORDER BY published, row LIMIT 20"
        ))?;
        let canonical = url::canonical(wanted).unwrap_or_default();
        let rows = query.query_and_then([wanted, &canonical], stored_from)?;
        rows.collect()
    }

    /// Our own articles that were published in this time, the newest first.
    pub fn own_news(
        &self,
        after: DateTime<Utc>,
        until: DateTime<Utc>,
        most: usize,
    ) -> Result<Vec<Stored>, Error> {
        let mut query = self.connection.prepare_cached(stored!(
            "WHERE bodiless = 0 AND published > ?1 AND published <= ?2 AND source = ?3 AND story IS NOT NULL
             AND withdrawn = 0 AND (embargo IS NULL OR embargo <= ?2)
             ORDER BY published DESC, id LIMIT ?4"
        ))?;
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let rows = query.query_and_then(params![millis(after), millis(until), OWN, most], shown_from)?;
        rows.collect()
    }

    /// The entry of a row.
    pub fn entry(&self, row: i64) -> Result<Option<Stored>, Error> {
        let mut query = self.connection.prepare_cached(stored!("WHERE row = ?1"))?;
        query.query_and_then([row], stored_from)?.next().transpose()
    }

    /// Number of entries in the store.
    pub fn count(&self) -> Result<u64, Error> {
        let count: i64 = self.connection.query_row("SELECT count(*) FROM entries", [], |row| row.get(0))?;
        Ok(count.unsigned_abs())
    }

    /// The address of an article that has none of its own: given once and for ever.
    /// `propose(n)` makes the n-th candidate, from 1; one that nobody has is kept, the first as a rule.
    pub fn address(&mut self, key: &str, propose: &dyn Fn(u32) -> String) -> Result<String, Error> {
        let step = self.step()?;
        let known = step
            .query_row("SELECT address FROM addresses WHERE key = ?1", [key], |row| row.get(0))
            .optional()?;
        let address = match known {
            Some(address) => address,
            None => {
                let mut taken = step.prepare_cached("SELECT 1 FROM addresses WHERE address = ?1")?;
                let free = propose(first_free(1, |nth| taken.exists([propose(nth)]))?);
                let sql = "INSERT INTO addresses (address, key) VALUES (?1, ?2)";
                step.prepare_cached(sql)?.execute([&free, key])?;
                free
            }
        };
        step.commit()?;
        Ok(address)
    }
}

/// Whether a source has never given anything: then nothing can be known.
fn is_new(connection: &Connection, source: &str) -> Result<bool, Error> {
    let mut query = connection.prepare_cached(
        "SELECT 1 FROM sources WHERE key = ?1 AND (answered IS NOT NULL OR last_new IS NOT NULL)",
    )?;
    Ok(!query.exists([source])?)
}

fn insert(
    connection: &Connection,
    source: &str,
    one: &Incoming,
    way: Way,
    dates_behind: bool,
    now: DateTime<Utc>,
) -> Result<i64, Error> {
    // A guid that was given to another entry has that entry's id; two entries never share one.
    let taken = id_is_taken(connection, source, &one.id)?;
    let id = if taken { &one.second_id } else { &one.id };
    // Whoever lies in a file whose article was renamed finds the id of that name in use.
    let id = &match source == OWN && taken && id_is_taken(connection, source, id)? {
        true => {
            let nth = first_free(2, |nth| id_is_taken(connection, source, &format!("{id}-{nth}")))?;
            format!("{id}-{nth}")
        }
        false => id.clone(),
    };
    let guid = one.guid.as_ref().filter(|_| !taken);
    connection
        .prepare_cached(
            "INSERT INTO entries (source, id, guid, url, print, published, updated, first_seen, sections, credits,
             withdrawn, embargo, behind, undated)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
        )?
        .execute(params![
            source,
            id,
            guid,
            one.entry.link.as_deref().and_then(url::canonical),
            one.print,
            millis(one.published),
            millis(one.updated),
            millis(now),
            serde_json::to_string(&one.sections)?,
            serde_json::to_string(&one.credits)?,
            match way {
                Way::Held => HELD,
                _ => i64::from(one.status == Status::Withdrawn),
            },
            one.embargo.map(millis),
            way == Way::Archive,
            one.undated && (dates_behind || way == Way::Held),
        ])?;
    let row = connection.last_insert_rowid();
    keep_body(connection, row, one)?;
    remember(connection, row, &one.keys)?;
    Ok(row)
}

fn keep_body(connection: &Connection, row: i64, one: &Incoming) -> Result<(), Error> {
    let provenance = one.provenance.as_ref().map(serde_json::to_string).transpose()?;
    connection
        .prepare_cached("INSERT OR REPLACE INTO bodies (row, entry, provenance) VALUES (?1, ?2, ?3)")?
        .execute(params![row, serde_json::to_string(&one.entry)?, provenance])?;
    Ok(())
}

fn id_is_taken(connection: &Connection, source: &str, id: &str) -> Result<bool, Error> {
    let mut query =
        connection.prepare_cached("SELECT 1 FROM entries WHERE id = ?1 AND source = ?2 LIMIT 1")?;
    Ok(query.exists([id, source])?)
}

/// What became of a known entry that came again.
enum Revised {
    Yes,
    No,
    Frozen,
}

/// Takes over a new version of a known entry. An edit moves nothing: id, guid and `published` stay.
fn revise(
    connection: &Connection,
    row: i64,
    by: KeyKind,
    one: &Incoming,
    now: DateTime<Utc>,
    judge: &Judge<'_>,
) -> Result<Revised, Error> {
    let mut query = connection.prepare_cached(stored!("WHERE row = ?1"))?;
    let (kept, old) = query
        .query_and_then([row], |found| Ok::<_, Error>((Kept::from(found)?, stored_from(found)?)))?
        .next()
        .ok_or(rusqlite::Error::QueryReturnedNoRows)??;
    let waits = |embargo: Option<DateTime<Utc>>| embargo.filter(|until| *until > now);
    // What readers may have seen is not held back for a date that others change.
    let embargo = one.embargo.filter(|_| old.source == OWN || waits(old.embargo).is_some());
    let moved = old.status != one.status && !kept.ruled || waits(old.embargo) != waits(embargo);
    if old.known_by != Some(by) {
        let place = KeyKind::ALL.iter().position(|kind| *kind == by).unwrap_or_default() as i64;
        connection
            .prepare_cached("UPDATE entries SET known_by = ?2 WHERE row = ?1")?
            .execute([row, place])?;
    }
    if kept.print != one.print || by > KeyKind::Guid {
        remember(connection, row, &one.keys)?;
    }
    // Another section is no edit: nobody reads it in the text.
    let is_elsewhere = old.source == OWN && old.sections != one.sections;
    if kept.print == one.print && !moved && !is_elsewhere {
        return Ok(Revised::No);
    }
    let (returned, returns) = (kept.versions.contains(&one.print), kept.returned);
    // Who changes our own articles to and fro means it.
    if returned && !moved && old.source != OWN && returns >= 0 && returns + 1 >= TO_AND_FRO {
        connection
            .prepare_cached(
                "UPDATE entries SET returned = returned + 1, frozen = ifnull(frozen, ?2) WHERE row = ?1",
            )?
            .execute([row, millis(now)])?;
        return Ok(if old.frozen.is_some() { Revised::No } else { Revised::Frozen });
    }
    let changed = kept.print != one.print && (judge.differs)(&old.entry, &one.entry);
    // Of a counter no version comes back as a rule, so what counts returns counts its steps, below zero.
    let is_step = changed && (!returned || returns < 0) && (judge.counts)(&old.entry, &one.entry);
    let returns = match is_step {
        true => returns.min(0) - 1,
        false if returned => returns.max(0) + 1,
        false => 0,
    };
    let changed = changed && returns >= -A_COUNTER;
    let updated = match changed {
        true if one.updated > old.updated && one.updated <= now => one.updated,
        true => now.max(old.updated),
        false => old.updated,
    };
    connection
        .prepare_cached(
            "UPDATE entries SET print = ?2, updated = ?3, sections = ?4, credits = ?5,
             withdrawn = iif(withdrawn IN (2, 3, 4, 5, 7), withdrawn, ?6), embargo = ?7, url = ?8, versions = ?9, returned = ?10,
             frozen = NULL, settled = 0, bodiless = 0,
             withdrawn_at = CASE WHEN ?6 OR withdrawn BETWEEN 2 AND 5 THEN coalesce(withdrawn_at, ?11) END WHERE row = ?1",
        )?
        .execute(params![
            row,
            one.print,
            millis(updated),
            serde_json::to_string(&one.sections)?,
            serde_json::to_string(&one.credits)?,
            one.status == Status::Withdrawn,
            embargo.map(millis),
            one.entry.link.as_deref().and_then(url::canonical),
            serde_json::to_string(&kept.versions_with(one.print))?,
            returns,
            millis(now),
        ])?;
    keep_body(connection, row, one)?;
    if let Some(filing) = &old.filing {
        stories::lead_anew(connection, &filing.story)?;
    }
    Ok(if changed || moved { Revised::Yes } else { Revised::No })
}

/// What is remembered of an entry's versions.
struct Kept {
    print: i64,
    /// Prints of earlier versions, the latest last.
    versions: Vec<i64>,
    /// How often a version came back since there was a new one.
    returned: i64,
    /// Whether the desk withdrew it, whatever its record says.
    ruled: bool,
}

impl Kept {
    fn from(row: &Row<'_>) -> Result<Self, Error> {
        Ok(Self {
            print: row.get(17)?,
            versions: json(row, 18)?,
            returned: row.get(19)?,
            ruled: row.get::<_, i64>(11)? > 1,
        })
    }

    /// The versions once another takes the place of the present one.
    fn versions_with(mut self, next: i64) -> Vec<i64> {
        self.versions.retain(|print| *print != self.print && *print != next);
        self.versions.push(self.print);
        let surplus = self.versions.len().saturating_sub(VERSIONS);
        self.versions.drain(..surplus);
        self.versions
    }
}

/// A query for whole entries, its columns in the places where [`stored_from`] and [`Kept`] expect
/// them: to look each up by its name takes longer than to read it.
macro_rules! stored {
    ($rest:literal) => {
        stored!("(SELECT filing FROM filings WHERE filings.row = stored.row)", $rest)
    };
    ($filing:literal, $rest:literal) => {
        concat!(
            "SELECT stored.row, source, id, guid, entry, provenance, published, updated, first_seen, sections, credits,
             withdrawn, embargo, story, ",
            $filing,
            ", known_by, frozen, print, versions, returned, page FROM stored ",
            $rest
        )
    };
}
pub(super) use stored;

/// The same for [`shown_from`], without the filing: nobody publishes that.
macro_rules! shown {
    ($rest:literal) => {
        stored!("NULL", $rest)
    };
}
pub(super) use shown;

/// An entry from a row of a [`stored!`] query.
pub(super) fn stored_from(row: &Row<'_>) -> Result<Stored, Error> {
    // The column is the truth: stories are joined without touching the filings of their members.
    let mut filing: Option<Filing> = maybe_json(row, 14)?;
    if let (Some(filing), Some(story)) = (&mut filing, row.get::<_, Option<String>>(13)?) {
        filing.story = story;
    }
    Ok(Stored { filing, ..shown_from(row)? })
}

/// The same from a row of a [`shown!`] query.
pub(super) fn shown_from(row: &Row<'_>) -> Result<Stored, Error> {
    Ok(Stored {
        row: row.get(0)?,
        source: row.get(1)?,
        id: row.get(2)?,
        guid: row.get(3)?,
        entry: json(row, 4)?,
        provenance: maybe_json(row, 5)?,
        published: time(row.get(6)?),
        updated: time(row.get(7)?),
        first_seen: time(row.get(8)?),
        sections: json(row, 9)?,
        credits: json(row, 10)?,
        status: if row.get(11)? { Status::Withdrawn } else { Status::Usable },
        embargo: row.get::<_, Option<i64>>(12)?.map(time),
        filing: None,
        known_by: row
            .get::<_, Option<u8>>(15)?
            .and_then(|place| KeyKind::ALL.get(usize::from(place)).copied()),
        frozen: row.get::<_, Option<i64>>(16)?.map(time),
        page: maybe_json(row, 20)?,
    })
}

/// What a column of JSON holds; read where SQLite has it, without a copy.
fn json<T: DeserializeOwned>(row: &Row<'_>, place: usize) -> Result<T, Error> {
    Ok(serde_json::from_str(row.get_ref(place)?.as_str().map_err(rusqlite::Error::from)?)?)
}

fn maybe_json<T: DeserializeOwned>(row: &Row<'_>, place: usize) -> Result<Option<T>, Error> {
    let text = row.get_ref(place)?.as_str_or_null().map_err(rusqlite::Error::from)?;
    Ok(text.map(serde_json::from_str).transpose()?)
}
