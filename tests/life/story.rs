//! The story that must work: told by four, published once, led by the desk's own article and with
//! credit to the report it rests on. The same facts must hold of the repository's own feeds and
//! of desks whose names, outlets, quotations and formats are made up from a seed.

use std::panic::catch_unwind;
use std::path::Path;

use crate::testing::desk::Desk;
use crate::testing::facts::{Expected, Report, hold, snapshot};

/// How many made-up desks are tried.
const SEEDS: u64 = 150;
/// How many of them are run several times, and looked at closely.
const FEW: u64 = 24;

#[test]
fn made_up_desks_publish_the_story_once_with_credit() {
    let told = |seed| {
        let desk = Desk::of(seed);
        succeed(&desk, 0, seed);
        hold(&desk.published().join("tv"), &desk.expected, &format!("seed {seed}"));
    };
    // All seeds are tried, so that a failure shows how many and which.
    let failed: Vec<u64> = (0..SEEDS).filter(|&seed| catch_unwind(|| told(seed)).is_err()).collect();
    assert!(failed.is_empty(), "the story does not hold for {} of {SEEDS} seeds: {failed:?}", failed.len());
}

#[test]
fn second_run_changes_no_byte_and_no_time_and_a_lost_store_gives_the_same_again() {
    for seed in 0..FEW {
        let desk = Desk::of(seed);
        succeed(&desk, 0, seed);
        let first = snapshot(&desk.published());
        assert!(!first.is_empty());
        succeed(&desk, 30, seed);
        for (path, (bytes, written)) in snapshot(&desk.published()) {
            let before = first.get(&path).unwrap_or_else(|| panic!("seed {seed}: {} is new", path.display()));
            assert!(before.0 == bytes, "seed {seed}: {} changed", path.display());
            assert!(before.1 == written, "seed {seed}: {} was written again", path.display());
        }
        desk.forget();
        std::fs::remove_dir_all(desk.published()).unwrap();
        succeed(&desk, 0, seed);
        let again = snapshot(&desk.published());
        assert!(again.keys().eq(first.keys()), "seed {seed}: other files than before");
        for (path, (bytes, _)) in again {
            assert!(first[&path].0 == bytes, "seed {seed}: {} came out otherwise", path.display());
        }
    }
}

#[test]
fn made_up_pages_lose_their_furniture_and_give_up_their_credit() {
    for seed in 0..10 * FEW {
        let desk = Desk::of(seed);
        let article = desk.own_article();
        let body = &article.entry.content.as_ref().unwrap().value;
        for gone in ["NEXT", "Related", "READ MORE", "Source:", "More in", "\u{a9}", "Photo", "premiere in"] {
            assert!(!body.contains(gone), "seed {seed}: {gone} in {body}");
        }
        let glued = |pair: &[char]| pair[0].is_lowercase() && pair[1].is_uppercase();
        let letters: Vec<char> = body.chars().collect();
        assert!(!letters.windows(2).any(glued), "seed {seed}: names are glued in {body}");
        assert_eq!(article.entry.title.as_ref().unwrap().value, desk.expected.headline);
        assert_eq!(body.matches("<p>").count(), 6, "seed {seed}: {body}");
        assert_eq!(article.quotations.len(), 3, "seed {seed}: {:?}", article.quotations);
        assert_eq!(article.sections, ["TV News"], "seed {seed}");
        let credited: Vec<&str> = article.credits.iter().map(|credit| credit.name.as_str()).collect();
        assert_eq!(credited, [desk.expected.credited.source.as_str()], "seed {seed}");
        assert!((2..=3).contains(&article.related.len()), "seed {seed}: {:?}", article.related);
    }
}

#[test]
fn different_seeds_make_different_desks_and_one_seed_the_same() {
    let headline = |seed| Desk::of(seed).expected.headline;
    let all: std::collections::BTreeSet<String> = (0..FEW).map(headline).collect();
    assert!(all.len() as u64 > FEW * 3 / 4, "{all:?}");
    assert_eq!(headline(7), headline(7));
}

#[test]
fn the_committed_feeds_tell_the_story_of_the_fixtures() {
    let report = |source: &str, url: &str, title: &str| Report {
        source: source.into(),
        url: url.into(),
        title: title.into(),
    };
    let expected = Expected {
        headline: "Krysten Ritter: Jessica Jones season 2 has to wait for The Defenders".into(),
        credited: report(
            "Digital Spy",
            "https://www.digitalspy.example/tv/jessica-jones/interviews/a804211/jessica-jones-season-2-after-the-defenders/",
            "Jessica Jones season 2 comes after The Defenders, Krysten Ritter reveals",
        ),
        also: vec![
            report(
                "The Telly Post",
                "https://www.tellypost.example/2016/08/17/krysten-ritter-no-jessica-jones-until-the-defenders",
                "Krysten Ritter: no Jessica Jones until we have made The Defenders",
            ),
            report(
                "Panel & Frame",
                "https://panelandframe.example/2016/8/marvel-crossover-pushes-jessica-jones-back",
                "Marvel's crossover pushes Jessica Jones season 2 further down the road",
            ),
        ],
        separate: [
            "Jessica Jones is up for a Hugo Award this weekend",
            "Jessica Jones season 1 gets a Blu-ray release at last",
            "Luke Cage: a second trailer takes the hero to church",
            "Luke Cage: what to know before it starts",
            "Finn Jones on three hours of kung fu a day for Iron Fist",
            "Robot Wars returns: your guide to the house robots",
            "Why Robot Wars still makes grown engineers cry",
        ]
        .map(str::to_owned)
        .to_vec(),
    };
    hold(&Path::new(env!("CARGO_MANIFEST_DIR")).join("feeds/tv"), &expected, "the repository");
}

fn succeed(desk: &Desk, days: i64, seed: u64) {
    let output = desk.run(days);
    let talk = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "seed {seed}: {}\n{talk}", output.status);
}
