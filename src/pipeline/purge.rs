//! Purging: what the configuration's prints say is taken out of the store, whenever the store has not
//! followed them yet: after `copydesk purge`, and in the run after an old backup was put in its place.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use super::{Broken, Care, PutOut, Shrink, bell, put_out, renamed, settle, tell_operators};
use crate::config::Desk;
use crate::identity;
use crate::identity::Forgotten;
use crate::model::Stored;
use crate::store::{Purge, Store, Stripped};

/// Entries held at once.
const BATCH: usize = 500;

/// What prints mean among what is stored.
#[derive(Debug, Default)]
pub struct Meant {
    /// What goes, and what is changed.
    pub purge: Purge,
    /// Of those that go: the files of our own articles, which copydesk does not touch.
    pub files: Vec<String>,
    /// The same of those that only lose a name.
    pub named_files: Vec<String>,
    /// Of those that go: their headlines, or ids.
    pub headlines: Vec<String>,
}

/// Looks for what is to be purged; changes nothing.
pub fn meant(store: &Store, forgotten: &Forgotten) -> Result<Meant, Broken> {
    let mut meant = Meant::default();
    let mut last = i64::MIN;
    if forgotten.is_empty() {
        return Ok(meant);
    }
    let stored: BTreeSet<String> =
        store.holdings()?.into_keys().chain(store.sources()?.into_keys()).collect();
    meant.purge.sources = stored.into_iter().filter(|key| forgotten.has_source(key, None)).collect();
    loop {
        let rows = store.rows_behind(last, BATCH)?;
        let Some(end) = rows.last() else { break };
        last = *end;
        for entry in store.entries(&rows)? {
            look_at(entry, forgotten, &mut meant);
        }
    }
    let stripped = meant.purge.stripped.iter().map(|one| one.row).collect();
    meant.named_files = files(store, &stripped)?;
    meant.files = files(store, &meant.purge.rows.iter().copied().collect())?;
    Ok(meant)
}

/// Where those of these entries come from that are our own articles.
pub fn files(store: &Store, rows: &BTreeSet<i64>) -> Result<Vec<String>, Broken> {
    let mut files = BTreeSet::new();
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    for (key, record) in store.records()? {
        let found = store.by_keys(&[identity::of_record(&key).hash])?;
        if found.iter().any(|entry| rows.contains(&entry.row)) {
            files.insert(record.path);
        }
    }
    Ok(files.into_iter().collect())
}

fn look_at(mut entry: Stored, forgotten: &Forgotten, meant: &mut Meant) {
    let link = entry.entry.link.as_deref();
    let goes = meant.purge.sources.contains(&entry.source)
        || forgotten.has_entry(&entry.id, link)
        || forgotten.has_authors(&entry.entry.authors);
    if goes {
        meant.purge.rows.push(entry.row);
        let title = entry.entry.title.as_ref().map(crate::model::Text::without_markup);
        meant.headlines.push(title.unwrap_or_else(|| entry.id.clone()));
    } else if forgotten.take_out(&mut entry.entry, entry.provenance.as_mut(), &mut entry.credits) {
        meant.purge.stripped.push(Stripped {
            row: entry.row,
            entry: entry.entry,
            provenance: entry.provenance,
            credits: entry.credits,
        });
    }
}

/// Purges and publishes at once, asking nobody.
pub fn purge(desk: &mut Desk, store: &mut Store, now: DateTime<Utc>) -> Result<PutOut, Broken> {
    let (_bell, halt) = bell();
    follow(desk, store, now)?;
    renamed::recognise(desk, store, now)?;
    renamed::sections(desk, store, now)?;
    settle(desk, store, now, &halt)?;
    // What goes by a person's word is no loss that anybody has to guard against.
    let care = Care { shrink: Shrink::Allowed, ..Care::default() };
    let published = put_out(desk, store, &care, now, &halt)?;
    tell_operators(desk, store, now)?;
    store.vacuum()?;
    Ok(published)
}

/// Has the store follow the prints of the configuration; how many entries went.
pub(super) fn follow(desk: &Desk, store: &mut Store, now: DateTime<Utc>) -> Result<usize, Broken> {
    let new = store.unpurged(desk.forgotten.prints())?;
    if !new.is_empty() {
        let mut meant = meant(store, &desk.forgotten)?;
        meant.purge.prints = new;
        store.purge(&meant.purge, now)?;
        return Ok(meant.purge.rows.len());
    }
    if !desk.forgotten.is_empty() {
        store.bury(now - chrono::TimeDelta::days(super::put_out::TOMBSTONE_DAYS))?;
    }
    Ok(0)
}
