//! Files of our own articles that are renamed, moved or deleted.
//!
//! A file of another name with the same article is that article. One that is deleted takes its
//! article along, a run after it was told; unless so many are gone at once that a folder may just
//! not be there.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::{DateTime, Utc};

use super::Scope;
use crate::articles::{self, PIPED, Unreadable};
use crate::config::Desk;
use crate::identity;
use crate::model::{Article, Complaint, Condition, Stored};
use crate::pipeline::{Broken, changed, complaints};
use crate::store::{KnownRecord, Store};

/// Runs in which a file is missing before its article is withdrawn.
const RUNS: u32 = 2;
/// So many of a pattern's files at once, at least, and a tenth of them: that is no person's doing.
const MANY: usize = 5;
/// Pairs of articles that are compared word by word, at most.
const MOST_PAIRS: usize = 10_000;

/// Compares the files of this run with those that are known. Whatever came under another name has the
/// record of its old one when this returns.
pub(super) fn follow(
    desk: &Desk,
    store: &mut Store,
    read: &[Result<Article, Unreadable>],
    scope: &Scope,
    now: DateTime<Utc>,
) -> Result<(), Broken> {
    let known = store.records()?;
    let here: Vec<&Article> = read.iter().flatten().filter(|article| article.path != PIPED).collect();
    let paths: BTreeSet<&str> = here.iter().map(|article| article.path.as_str()).collect();
    let bad: BTreeSet<&str> =
        read.iter().filter_map(|one| one.as_ref().err()).map(|one| &*one.path).collect();
    let keys: BTreeSet<&str> = here.iter().map(|article| article.key.as_str()).collect();
    // A record may leave a file that stays, such as a log; that deletes nothing.
    let is_gone = |key: &str, record: &KnownRecord| {
        !keys.contains(key)
            && !paths.contains(&*record.path)
            && !bad.contains(&*record.path)
            && !bad.contains(&*record.pattern)
            && !articles::is_there(&desk.root, &record.path)
    };
    let mut gone: BTreeMap<String, KnownRecord> = known
        .iter()
        .filter(|(key, record)| is_gone(key, record))
        .map(|(key, one)| (key.clone(), one.clone()))
        .collect();
    let new: Vec<&Article> =
        here.iter().copied().filter(|article| !known.contains_key(&article.key)).collect();
    rename(store, &new, &mut gone)?;
    let mut changes = BTreeMap::new();
    for article in here {
        let now = KnownRecord { path: article.path.clone(), pattern: article.pattern.clone(), missing: 0 };
        if known.get(&article.key) != Some(&now) {
            changes.insert(article.key.clone(), now);
        }
    }
    store.keep_records(&changes)?;
    delete(desk, store, &known, gone, scope, now)
}

/// Gives articles that came under a new name the record of the missing one that each is.
fn rename(
    store: &mut Store,
    new: &[&Article],
    gone: &mut BTreeMap<String, KnownRecord>,
) -> Result<(), Broken> {
    if new.is_empty() || gone.is_empty() {
        return Ok(());
    }
    let mut missing: Vec<(String, Stored)> = Vec::new();
    for key in gone.keys() {
        let found = store.by_keys(&[identity::of_record(key).hash])?;
        missing.extend(found.into_iter().map(|entry| (key.clone(), entry)));
    }
    let title = |title: Option<&crate::model::Text>| title.map(|text| text.value.clone()).unwrap_or_default();
    let mut by_title: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, (_, entry)) in missing.iter().enumerate() {
        by_title.entry(title(entry.entry.title.as_ref())).or_default().push(at);
    }
    let mut pairs = 0;
    for article in new {
        let alike = by_title.get(&title(article.entry.title.as_ref())).into_iter().flatten().copied();
        let candidates: Vec<usize> = alike.chain(0..missing.len()).collect();
        for at in candidates {
            pairs += 1;
            let (key, old) = &missing[at];
            if pairs > MOST_PAIRS || !gone.contains_key(key) {
                continue;
            }
            if identity::is_same_article(old, &article.entry, article.is_dated) {
                let keys = [key, &article.key].map(|key| (key.as_str(), identity::of_record(key)));
                store.rename_record(old.row, keys[0], keys[1])?;
                gone.remove(key);
                break;
            }
        }
    }
    Ok(())
}

/// Tells what is gone, and withdraws what was told and stayed away.
fn delete(
    desk: &Desk,
    store: &mut Store,
    known: &BTreeMap<String, KnownRecord>,
    mut gone: BTreeMap<String, KnownRecord>,
    scope: &Scope,
    now: DateTime<Utc>,
) -> Result<(), Broken> {
    let rule = |pattern: &str| desk.articles.iter().find(|rule| rule.pattern == pattern);
    gone.retain(|_, record| {
        record.missing < RUNS && rule(&record.pattern).is_none_or(|rule| !rule.keeps_deleted)
    });
    let mut held = Vec::new();
    let patterns: BTreeSet<String> = gone.values().map(|record| record.pattern.clone()).collect();
    for pattern in patterns {
        let of = |record: &&KnownRecord| record.pattern == pattern && record.missing < RUNS;
        let (all, missing) = (known.values().filter(of).count(), gone.values().filter(of).count());
        let too_many = missing == all || missing >= MANY && missing * 10 >= all;
        if too_many && !scope.allow_deleted {
            gone.retain(|_, record| record.pattern != pattern);
            let files = if missing == 1 { "1 file is".to_owned() } else { format!("{missing} files are") };
            let message = format!(
                "[[articles]] path = \"{pattern}\": {files} gone, of {all}; that may be a folder that is not there, so the articles stay. If they were deleted on purpose: copydesk run --allow-deleted"
            );
            held.push(Complaint { subject: pattern, message, since: now });
        }
    }
    complaints::judge(store, Condition::Missing, &held, now)?;
    let (mut events, mut withdrawn) = (Vec::new(), Vec::new());
    for (key, record) in &mut gone {
        record.missing = if scope.allow_deleted { RUNS } else { record.missing + 1 };
        if record.missing >= RUNS {
            withdrawn.push(identity::of_record(key));
        } else {
            let path = &record.path;
            events.push(changed(
                format!(
                    "{path} is gone: its article leaves the feeds with the next run; put the file back if it should stay, or write when_deleted = \"keep\" in its [[articles]]"
                ),
                now,
            ));
        }
    }
    store.recall(&withdrawn, now)?;
    store.tell(&events)?;
    Ok(store.keep_records(&gone)?)
}
