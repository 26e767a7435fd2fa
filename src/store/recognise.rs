//! Which stored entry each item of a document is: by its keys, the strongest of the whole document first.
//!
//! An entry is claimed by one item only. Where most items of a document are known entries under new
//! ids, the whole feed changed its ids, and weaker keys count too.

use std::collections::HashSet;

use rusqlite::{Connection, OptionalExtension, params};

use super::entries::{Judge, stored, stored_from};
use super::{Error, Store};
use crate::model::{Incoming, Key, KeyKind, KeyUse, Stored};

/// Fewer changed ids are slips of single entries.
const LEAST_CHANGED: usize = 3;
/// Of the known items of a document, in percent: from here on the feed changed its ids.
const MOST_OF_THEM: usize = 60;

/// The stored entries that the items of a document are.
#[derive(Debug, Default)]
pub(super) struct Recognised {
    /// For each item the row, and the kind of key that found it; none for a new entry.
    pub(super) rows: Vec<Option<(i64, KeyKind)>>,
    /// Known entries that came under another id, where most of a document did.
    pub(super) changed_ids: usize,
    /// Guids that were given to another entry; they name nobody any more.
    pub(super) reused: Vec<Key>,
}

impl Recognised {
    /// A document of so many items, none of which is known.
    pub(super) fn nothing(items: usize) -> Self {
        Self { rows: vec![None; items], ..Self::default() }
    }
}

/// Looks up all items of a document of one source.
pub(super) fn recognise(
    connection: &Connection,
    source: &str,
    items: &[Incoming],
    judge: &Judge<'_>,
) -> Result<Recognised, Error> {
    let out = Recognised::nothing(items.len());
    let mut desk = Desk { connection, source, items, judge, claimed: HashSet::new(), out };
    for kind in KeyKind::ALL {
        desk.by(kind, &|key| key.usage == KeyUse::Finds, false)?;
    }
    // A guid that names nobody leaves its entry the keys that were only kept.
    for kind in [KeyKind::Address, KeyKind::Title] {
        desk.by_kept(kind)?;
    }
    desk.all_changed()?;
    Ok(desk.out)
}

struct Desk<'a> {
    connection: &'a Connection,
    source: &'a str,
    items: &'a [Incoming],
    judge: &'a Judge<'a>,
    claimed: HashSet<i64>,
    out: Recognised,
}

/// A stored entry that a key leads to.
struct Hit {
    row: i64,
    print: i64,
}

impl Desk<'_> {
    /// Gives items that nothing stronger found the entries that their keys of this kind name.
    fn by(&mut self, kind: KeyKind, wanted: &dyn Fn(&Key) -> bool, changed: bool) -> Result<(), Error> {
        for (at, item) in self.items.iter().enumerate() {
            if self.out.rows[at].is_some() {
                continue;
            }
            let Some(key) = item.keys.iter().find(|key| key.kind == kind && wanted(key)) else { continue };
            let Some(row) = self.hit(key, item, changed)? else { continue };
            self.claimed.insert(row);
            self.out.rows[at] = Some((row, kind));
        }
        Ok(())
    }

    fn by_kept(&mut self, kind: KeyKind) -> Result<(), Error> {
        let nobody: Vec<bool> = self
            .items
            .iter()
            .map(|item| match item.keys.iter().find(|key| key.kind == KeyKind::Guid) {
                Some(guid) => Ok(guid.usage == KeyUse::Finds && self.names_nobody(guid)?),
                None => Ok(false),
            })
            .collect::<Result<_, Error>>()?;
        for (at, item) in self.items.iter().enumerate().filter(|(at, _)| nobody[*at]) {
            let key = item.keys.iter().find(|key| key.kind == kind && key.usage == KeyUse::Kept);
            if let (None, Some(key)) = (self.out.rows[at], key)
                && let Some(row) = self.hit(key, item, false)?
            {
                self.claimed.insert(row);
                self.out.rows[at] = Some((row, kind));
            }
        }
        Ok(())
    }

    /// Whether the feed changed its ids as a whole; then kept keys find their entries too.
    fn all_changed(&mut self) -> Result<(), Error> {
        let before = self.out.rows.clone();
        let claimed = self.claimed.clone();
        for kind in KeyKind::ALL {
            self.by(kind, &|key| key.usage != KeyUse::Shared, true)?;
        }
        let mut changed = 0;
        for (at, found) in self.out.rows.iter().enumerate() {
            if let Some((row, kind)) = found
                && *kind > KeyKind::Guid
                && self.has_another_id(*row, &self.items[at])?
            {
                changed += 1;
            }
        }
        let known = self.out.rows.iter().flatten().count();
        if changed >= LEAST_CHANGED && changed * 100 >= known * MOST_OF_THEM {
            self.out.changed_ids = changed;
        } else {
            (self.out.rows, self.claimed) = (before, claimed);
        }
        Ok(())
    }

    /// The entry that a key names, if it still names one and the entry is not another one after all.
    fn hit(&mut self, key: &Key, item: &Incoming, changed: bool) -> Result<Option<i64>, Error> {
        if self.names_nobody(key)? {
            return Ok(None);
        }
        let Some(hit) = self.find(key)?.filter(|hit| !self.claimed.contains(&hit.row)) else {
            return Ok(None);
        };
        if hit.print == item.print && key.kind == KeyKind::Guid {
            return Ok(Some(hit.row));
        }
        let mut query = self.connection.prepare_cached(stored!("WHERE row = ?1"))?;
        let stored = query.query_and_then([hit.row], stored_from)?.next().transpose()?;
        let same = stored.is_some_and(|stored| (self.judge.same)(&stored, item, key.kind, changed));
        if !same && key.kind == KeyKind::Guid && !changed {
            self.out.reused.push(*key);
        }
        Ok(same.then_some(hit.row))
    }

    fn find(&self, key: &Key) -> Result<Option<Hit>, Error> {
        let mut query = self.connection.prepare_cached(
            "SELECT entries.row, print FROM keys JOIN entries ON entries.row = keys.row
             WHERE keys.key = ?1 AND entries.source = ?2 ORDER BY entries.row DESC LIMIT 1",
        )?;
        let hit = query.query_row(params![key.hash, self.source], |row| {
            Ok(Hit { row: row.get(0)?, print: row.get(1)? })
        });
        Ok(hit.optional()?)
    }

    fn names_nobody(&self, key: &Key) -> Result<bool, Error> {
        let mut query = self.connection.prepare_cached("SELECT 1 FROM keys WHERE key = ?1 AND row = 0")?;
        Ok(query.exists([key.hash])?)
    }

    /// Whether the entry was last filed under another id, or without one under another address.
    fn has_another_id(&self, row: i64, item: &Incoming) -> Result<bool, Error> {
        let guid = item.keys.iter().find(|key| key.kind == KeyKind::Guid && key.usage == KeyUse::Finds);
        let address = item.keys.iter().find(|key| key.kind == KeyKind::Address);
        let Some(key) = guid.or(address) else { return Ok(false) };
        let mut query = self.connection.prepare_cached("SELECT 1 FROM keys WHERE key = ?1 AND row = ?2")?;
        Ok(!query.exists(params![key.hash, row])?)
    }
}

impl Store {
    /// The kinds of key that an entry is known by, the strongest first, and how many of each.
    pub fn known_by(&self, row: i64) -> Result<Vec<(KeyKind, u32)>, Error> {
        let sql = "SELECT kind, count(*) FROM keys WHERE row = ?1 GROUP BY kind ORDER BY kind";
        let mut query = self.connection.prepare_cached(sql)?;
        let rows = query.query_map([row], |row| Ok((row.get::<_, u8>(0)?, row.get(1)?)))?;
        let mut kinds = Vec::new();
        for found in rows {
            let (place, count): (u8, u32) = found?;
            kinds.extend(KeyKind::ALL.get(usize::from(place)).map(|kind| (*kind, count)));
        }
        Ok(kinds)
    }

    /// The entries that one of these keys names, each once.
    pub fn by_keys(&self, keys: &[i64]) -> Result<Vec<Stored>, Error> {
        let mut found: Vec<Stored> = Vec::new();
        let sql = stored!("JOIN keys ON keys.row = stored.row WHERE keys.key = ?1 AND withdrawn <> 5");
        let mut query = self.connection.prepare_cached(sql)?;
        for key in keys {
            for entry in query.query_and_then([key], stored_from)? {
                let entry = entry?;
                if found.iter().all(|known| known.row != entry.row) {
                    found.push(entry);
                }
            }
        }
        Ok(found)
    }
}

/// Remembers the keys of an entry; what names nobody is remembered under row 0.
pub(super) fn remember(connection: &Connection, row: i64, keys: &[Key]) -> Result<(), Error> {
    let mut statement =
        connection.prepare_cached("INSERT OR IGNORE INTO keys (key, row, kind) VALUES (?1, ?2, ?3)")?;
    for key in keys {
        let kind = KeyKind::ALL.iter().position(|kind| *kind == key.kind).unwrap_or_default() as i64;
        statement.execute(params![key.hash, if key.usage == KeyUse::Shared { 0 } else { row }, kind])?;
    }
    Ok(())
}
