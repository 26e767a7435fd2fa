//! Runs that are killed at any instant, told to end, and robbed of disk, lock or folder: at every
//! moment the store is consistent and each published document whole, old or new; the next run
//! goes on, and in the end everything is as if nothing had happened.

mod broken;
mod halt;
mod world;

use std::collections::{BTreeMap, HashSet};
use std::path::PathBuf;
use std::thread;
use std::time::{Duration, Instant};

use crate::random::Random;
use copydesk::model::Level;
use world::{Desk, Origin};

/// Kills in the suite; `KILLS=300 cargo test --test life killed -- --nocapture` for the long run.
const KILLS: usize = 20;
/// Kills of one round's run, until it is let to its end.
const KILLS_A_ROUND: usize = 3;

type Documents = BTreeMap<PathBuf, Vec<u8>>;

#[test]
fn runs_that_are_killed_at_random_instants_end_as_if_they_had_not_been() {
    let wanted = std::env::var("KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(KILLS);
    let origin = Origin::start();
    let (never_killed, killed) = (Desk::new(&origin), Desk::new(&origin));
    let mut random = Random::of(6);
    let mut hits: BTreeMap<&str, usize> = BTreeMap::new();
    let (mut old, mut kills) = (Documents::new(), 0);
    for round in 0.. {
        origin.turn_to(round);
        never_killed.write_article(round);
        killed.write_article(round);
        let began = Instant::now();
        never_killed.run(round);
        let whole_run = began.elapsed();
        let new = never_killed.published();
        new.iter().for_each(|(path, bytes)| must_be_valid(path, bytes));
        origin.asked();
        let mut filed = Vec::new();
        for _ in 0..KILLS_A_ROUND {
            let (struck, now_filed) = kill_one(&killed, round, whole_run, &mut random);
            nobody_is_asked_again(&origin, &filed);
            filed = now_filed;
            let documents = killed.published();
            must_be_old_or_new(&documents, &old, &new);
            if struck {
                kills += 1;
                *hits.entry(phase(&killed, &filed, &documents, &new)).or_default() += 1;
            }
        }
        killed.run(round);
        nobody_is_asked_again(&origin, &filed);
        must_be_the_same(&killed, &never_killed, &new, round);
        old = new;
        if kills >= wanted {
            println!("{kills} kills in {} rounds: {hits:?}", round + 1);
            break;
        }
    }
}

/// Starts a run and kills it at an instant of its course; whether it was still alive, and the
/// paths whose answers it had filed by then.
fn kill_one(desk: &Desk, round: u64, whole_run: Duration, random: &mut Random) -> (bool, Vec<String>) {
    let mut run = desk.start(round);
    thread::sleep(whole_run.mul_f64(random.below(1_000) as f64 / 1_000.0));
    run.kill().unwrap();
    let struck = run.wait().unwrap().code().is_none();
    let database = desk.database();
    assert!(database.is_whole(), "round {round}: PRAGMA integrity_check");
    (struck, database.filed(round))
}

/// What was filed before a crash is not fetched again after it.
fn nobody_is_asked_again(origin: &Origin, filed: &[String]) {
    let filed: HashSet<&String> = filed.iter().collect();
    let asked = origin.asked();
    let again: Vec<_> = asked.iter().filter(|path| filed.contains(path)).collect();
    assert!(again.is_empty(), "asked again although filed: {again:?}");
}

fn must_be_old_or_new(documents: &Documents, old: &Documents, new: &Documents) {
    for path in old.keys() {
        assert!(documents.contains_key(path), "{} has vanished", path.display());
    }
    for (path, bytes) in documents {
        let name = path.file_name().unwrap().to_string_lossy();
        if name.starts_with(".copydesk-") {
            continue; // no document: the next run removes it
        }
        let whole = old.get(path) == Some(bytes) || new.get(path) == Some(bytes);
        assert!(whole, "{} is neither the old nor the new one", path.display());
    }
}

fn must_be_valid(path: &std::path::Path, bytes: &[u8]) {
    match path.extension().and_then(|ending| ending.to_str()) {
        Some("html") => assert!(bytes.trim_ascii_end().ends_with(b"</html>"), "{}", path.display()),
        Some("css") => assert!(!bytes.is_empty()),
        _ => {
            let report = copydesk::validate::document(bytes, chrono::Utc::now());
            let errors: Vec<_> = report.findings.iter().filter(|one| one.level == Level::Error).collect();
            assert!(errors.is_empty(), "{}: {errors:?}", path.display());
        }
    }
}

fn must_be_the_same(killed: &Desk, never_killed: &Desk, new: &Documents, round: u64) {
    let documents = killed.published();
    assert!(documents.keys().eq(new.keys()), "round {round}: {:?}", documents.keys());
    for (path, bytes) in new {
        assert!(documents[path] == *bytes, "round {round}: {} came out otherwise", path.display());
    }
    let (one, other) = (killed.database().contents(), never_killed.database().contents());
    let differing = one.iter().zip(&other).find(|(one, other)| one != other);
    assert_eq!(differing, None, "round {round}");
    assert_eq!(one.len(), other.len(), "round {round}");
}

/// Where in its course the run was struck.
fn phase(desk: &Desk, filed: &[String], documents: &Documents, new: &Documents) -> &'static str {
    let database = desk.database();
    let published = new.iter().filter(|(path, bytes)| documents.get(*path) == Some(bytes)).count();
    match (filed.len(), published) {
        (0, _) => "1 opening, nothing filed",
        (1..world::SOURCES, _) => "2 fetching and filing",
        _ if database.unsettled() > 0 => "3 settling",
        (_, published) if published < new.len() => "4 publishing",
        _ => "5 all published",
    }
}
