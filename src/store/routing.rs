//! By which rules what is stored was routed, so that a change of the rules reaches it too; and
//! sources that the configuration has no more.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, OptionalExtension, params};

use super::rounds::note_events;
use super::stories::mark_story_of;
use super::{Error, Store};
use crate::model::{Event, Placement};

/// The mark of an entry in the column `withdrawn` whose source the configuration lacks. It is no
/// withdrawal: nothing is said of it in feeds, and it comes back with its source.
const GONE: i64 = 4;

/// How the entries of a source were routed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rules {
    /// The name of the source.
    pub name: String,
    /// A print of the rules.
    pub print: i64,
    /// Whether not all of its entries follow them yet.
    pub pending: bool,
    /// Whether the configuration lacks it.
    pub gone: bool,
    /// Whether the desk had published before it came.
    pub added: bool,
}

/// Where an entry stands now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Routed {
    /// Its row.
    pub row: i64,
    /// Its sections.
    pub placements: Vec<Placement>,
    /// Whether they are others than before; else only the reasons are.
    pub moved: bool,
}

impl Store {
    /// The rules by which each source was routed, by its key.
    pub fn rules(&self) -> Result<BTreeMap<String, Rules>, Error> {
        let mut query = self
            .connection
            .prepare_cached("SELECT source, name, print, pending, gone, added FROM routing")?;
        let rows = query.query_map([], |row| {
            let rules = Rules {
                name: row.get(1)?,
                print: row.get(2)?,
                pending: row.get(3)?,
                gone: row.get(4)?,
                added: row.get(5)?,
            };
            Ok((row.get(0)?, rules))
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Keeps new rules of sources, whose entries are to be routed anew from the first row on; those
    /// that are gone or back are hidden or shown again, and what is to be told of it is kept with it.
    pub fn rules_changed(&mut self, rules: &BTreeMap<String, Rules>, events: &[Event]) -> Result<(), Error> {
        let step = self.step()?;
        for (source, Rules { name, print, pending, gone, added }) in rules {
            let mut was = step.prepare_cached("SELECT gone FROM routing WHERE source = ?1")?;
            let was_gone = was.query_row([source], |row| row.get(0)).optional()?.unwrap_or(false);
            if *gone != was_gone {
                hide(&step, source, *gone)?;
            }
            step.prepare_cached(
                "INSERT OR REPLACE INTO routing (source, name, print, pending, gone, added)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            )?
            .execute(params![source, name, print, pending, gone, added])?;
        }
        step.execute("DELETE FROM routing_at", [])?;
        note_events(&step, events)?;
        step.commit()
    }

    /// The next entries that were settled and may be shown, in the order of rows, with their sources:
    /// those behind what is routed already.
    pub fn to_route(&self, most: usize) -> Result<Vec<(i64, String)>, Error> {
        let mut query = self.connection.prepare_cached(
            "SELECT row, source FROM entries WHERE row > ifnull((SELECT row FROM routing_at), 0)
             AND settled = 1 AND story IS NOT NULL AND withdrawn = 0 AND bodiless = 0 ORDER BY row LIMIT ?1",
        )?;
        let rows = query.query_map([most as i64], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Keeps where entries stand now; everything up to the row `last` is routed.
    pub fn route(&mut self, routed: &[Routed], last: i64) -> Result<(), Error> {
        let step = self.step()?;
        for Routed { row, placements, moved } in routed {
            step.prepare_cached("DELETE FROM placements WHERE row = ?1")?.execute([row])?;
            for Placement { section, rule } in placements {
                step.prepare_cached("INSERT INTO placements (row, section, rule) VALUES (?1, ?2, ?3)")?
                    .execute(params![row, section, rule])?;
            }
            if *moved {
                mark_story_of(&step, *row)?;
            }
        }
        step.prepare_cached("DELETE FROM routing_at")?.execute([])?;
        step.prepare_cached("INSERT INTO routing_at (row) VALUES (?1)")?.execute([last])?;
        step.commit()
    }

    /// Sources that have another name now: key by the configuration, key that they are known by, old name.
    pub fn renamed(&self) -> Result<Vec<(String, String, String)>, Error> {
        let mut query =
            self.connection.prepare_cached("SELECT key, known, name FROM renamed ORDER BY key")?;
        let rows = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Remembers that a source has another name now, and what is to be told of it.
    pub fn is_renamed(&mut self, key: &str, known: &str, name: &str, event: &Event) -> Result<(), Error> {
        let step = self.step()?;
        // It is called by one name alone.
        step.prepare_cached("DELETE FROM renamed WHERE known = ?1")?.execute([known])?;
        step.prepare_cached("INSERT OR REPLACE INTO renamed (key, known, name) VALUES (?1, ?2, ?3)")?
            .execute([key, known, name])?;
        note_events(&step, std::slice::from_ref(event))?;
        step.commit()
    }

    /// Gives what is known of a section another slug: standings, archives, and what was published last.
    pub fn section_is_renamed(&mut self, old: &str, new: &str, event: &Event) -> Result<(), Error> {
        let step = self.step()?;
        // A mark that something led on from there is nothing that was published.
        step.execute("DELETE FROM fronts WHERE section = ?1 AND ids = '[]'", [new])?;
        for table in ["placements", "standings", "archives", "archived", "fronts"] {
            // What stands at the new slug already is newer.
            let moved = format!("UPDATE OR IGNORE {table} SET section = ?2 WHERE section = ?1");
            step.execute(&moved, [old, new])?;
            step.execute(&format!("DELETE FROM {table} WHERE section = ?1"), [old])?;
        }
        note_events(&step, std::slice::from_ref(event))?;
        step.commit()
    }

    /// Remembers that everything follows the rules of now.
    pub fn all_is_routed(&mut self) -> Result<(), Error> {
        let step = self.step()?;
        step.execute("UPDATE routing SET pending = 0 WHERE pending = 1", [])?;
        step.execute("DELETE FROM routing_at", [])?;
        step.commit()
    }

    /// Of these published ids those that are known and stand in this section (`""` for any) no more:
    /// by the rules, or since their source is gone from the configuration.
    pub fn routed_away(&self, section: &str, ids: &[String]) -> Result<BTreeSet<String>, Error> {
        let mut query = self.connection.prepare_cached(
            "SELECT count(*) > 0 AND NOT EXISTS (
                SELECT 1 FROM entries AS this JOIN standings ON standings.story = this.story
                WHERE this.id = ?1 AND section = ?2) FROM entries WHERE id = ?1 AND withdrawn IN (0, 4, 6)",
        )?;
        let mut away = BTreeSet::new();
        for id in ids {
            if query.query_row([id.as_str(), section], |row| row.get(0))? {
                away.insert(id.clone());
            }
        }
        Ok(away)
    }
}

/// Hides what a source gave, or shows it again.
fn hide(connection: &Connection, source: &str, hidden: bool) -> Result<(), Error> {
    let (from, to) = if hidden { (0, GONE) } else { (GONE, 0) };
    let rows: Vec<i64> = connection
        .prepare_cached("SELECT row FROM entries WHERE source = ?1 AND withdrawn = ?2")?
        .query_map(params![source, from], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    for row in rows {
        connection.prepare_cached("UPDATE entries SET withdrawn = ?2 WHERE row = ?1")?.execute([row, to])?;
        mark_story_of(connection, row)?;
    }
    Ok(())
}
