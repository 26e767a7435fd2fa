//! What the desk rules, done: withdrawals before anything is matched, joins and splits after it.
//!
//! Every run does all of it again, so a lost store, a later arrival or a merge changes nothing. An
//! entry that is not known (yet) is no error: the ruling waits for it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};

use crate::config::Desk;
use crate::model::{Decision, Deleted, Stored};
use crate::pipeline::Broken;
use crate::store::{Store, Withdrawn};
use crate::text::url;

/// Whether an entry is the one that a ruling or a person names.
pub fn names(wanted: &str, entry: &Stored) -> bool {
    let page = |address: &str| url::place(address);
    entry.id == wanted
        || entry.guid.as_deref() == Some(wanted)
        || page(wanted).is_some_and(|wanted| entry.entry.link.as_deref().and_then(page) == Some(wanted))
}

/// The rows that a name means.
fn rows(store: &Store, wanted: &str) -> Result<Vec<Stored>, Broken> {
    let mut found = store.find(wanted)?;
    found.retain(|entry| names(wanted, entry));
    Ok(found)
}

/// Marks what the list of withdrawals names, and frees what it no longer names.
pub(crate) fn withdraw(desk: &Desk, store: &mut Store, now: DateTime<Utc>) -> Result<(), Broken> {
    let mut withdrawn: BTreeMap<i64, Withdrawn> = BTreeMap::new();
    for withdrawal in &desk.withdrawals {
        for entry in rows(store, &withdrawal.entry)? {
            if withdrawal.whole_story {
                withdrawn.insert(entry.row, Withdrawn::WholeStory);
                let story = entry.filing.map(|filing| filing.story).unwrap_or_default();
                for row in store.rows_of(&story)? {
                    withdrawn.insert(row, Withdrawn::WholeStory);
                }
            } else {
                withdrawn.entry(entry.row).or_insert(Withdrawn::Alone);
            }
        }
    }
    Ok(store.withdraw(&withdrawn, now)?)
}

/// Adds to what was withdrawn the notices that the desk gives in its place.
pub(crate) fn give_notice(desk: &Desk, store: &Store, withdrawn: &mut [Deleted]) -> Result<(), Broken> {
    if withdrawn.is_empty() {
        return Ok(());
    }
    for withdrawal in &desk.withdrawals {
        let Some(notice) = &withdrawal.notice else { continue };
        let mut ids: BTreeSet<String> = BTreeSet::new();
        for entry in rows(store, &withdrawal.entry)? {
            if let Some(filing) = entry.filing.as_ref().filter(|_| withdrawal.whole_story) {
                ids.extend(store.ids_of(&filing.story)?);
            }
            ids.insert(entry.id);
        }
        for gone in withdrawn.iter_mut().filter(|gone| ids.contains(&gone.id)) {
            gone.comment.get_or_insert_with(|| notice.clone());
        }
    }
    Ok(())
}

/// Joins and splits as ruled; tells what cannot be done, for people.
pub(crate) fn apply(desk: &Desk, store: &mut Store) -> Result<Vec<String>, Broken> {
    let mut complaints = Vec::new();
    let mut split: BTreeSet<i64> = BTreeSet::new();
    for ruling in &desk.rulings {
        if let Decision::Split(entry) = &ruling.decision {
            for entry in rows(store, entry)? {
                store.split(entry.row, &apart(&entry))?;
                split.insert(entry.row);
            }
        }
    }
    let mut leads: BTreeMap<String, (usize, i64)> = BTreeMap::new();
    for (ruling, nth) in desk.rulings.iter().zip(1..) {
        match &ruling.decision {
            Decision::Split(_) => {}
            Decision::Join(entries) => {
                let mut known = Vec::new();
                for entry in entries {
                    known.extend(rows(store, entry)?);
                }
                if let Some(entry) = known.iter().find(|entry| split.contains(&entry.row)) {
                    complaints.push(format!(
                        "[[rulings]] {nth} joins {}, which another ruling splits off; the split holds",
                        entry.id
                    ));
                    continue;
                }
                store.join(&known.iter().map(|entry| entry.row).collect::<Vec<_>>())?;
            }
            Decision::Lead(entry) => {
                for entry in rows(store, entry)? {
                    let Some(story) = store.story_id_of(entry.row)? else { continue };
                    match leads.get(&story) {
                        Some((first, row)) if *row != entry.row => complaints.push(format!(
                            "[[rulings]] {first} and {nth} name two leads of one story; the first holds"
                        )),
                        _ => {
                            store.lead_is_ruled(&story, entry.row)?;
                            leads.insert(story, (nth, entry.row));
                        }
                    }
                }
            }
        }
    }
    Ok(complaints)
}

/// The story of an entry that the desk set apart; no record opens one of this name.
fn apart(entry: &Stored) -> String {
    format!("apart:{}", entry.id)
}

/// The member that a ruling makes the lead.
pub(crate) fn lead(desk: &Desk, members: &[Stored]) -> Option<i64> {
    desk.rulings.iter().find_map(|ruling| match &ruling.decision {
        Decision::Lead(wanted) => {
            members.iter().find(|member| names(wanted, member)).map(|member| member.row)
        }
        _ => None,
    })
}

/// The rows that rulings name as leads, in the order of the rulings.
pub(crate) fn leads(desk: &Desk, store: &Store) -> Result<Vec<Vec<i64>>, Broken> {
    let mut leads = Vec::new();
    for ruling in &desk.rulings {
        if let Decision::Lead(wanted) = &ruling.decision {
            leads.push(rows(store, wanted)?.iter().map(|entry| entry.row).collect());
        }
    }
    Ok(leads)
}
