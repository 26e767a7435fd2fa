//! First contact with a source, bursts of old entries, and strangers at a source's address.

use std::sync::{Arc, Mutex};

use chrono::{DateTime, TimeDelta, Utc};
use copydesk::model::{Feed, Hints};
use copydesk::pipeline::Scope;
use copydesk::read;
use tempfile::TempDir;

use crate::fetch::desk::Desk;
use crate::origin::{Origin, reply};

/// A title, and so many hours before the start it was published.
type Item = (String, Option<i64>);
type Items = Vec<Item>;
/// Paths with their documents, or where they lead.
type Documents = Arc<Mutex<Vec<(String, Vec<u8>)>>>;

const START: &str = "2026-03-02T00:00:07Z";

/// Items of one host: a title, and hours before the start at which it was published.
fn feed(host: &str, items: &[Item]) -> Vec<u8> {
    let start: DateTime<Utc> = START.parse().unwrap();
    let item = |(title, hours): &Item| {
        let date = hours
            .map(|hours| format!("<pubDate>{}</pubDate>", (start - TimeDelta::hours(hours)).to_rfc2822()));
        let word = title.replace(' ', "-");
        format!(
            "<item><title>{title}</title><link>https://{host}.example/{word}</link><guid>https://{host}.example/{word}</guid>{}\
             <description>{}</description></item>",
            date.unwrap_or_default(),
            words(title)
        )
    };
    let items: String = items.iter().map(item).collect();
    format!("<rss version=\"2.0\"><channel><title>{host}</title><link>https://{host}.example/</link><description>d</description>{items}</channel></rss>")
        .into_bytes()
}

/// A text that no other has.
fn words(title: &str) -> String {
    let mut seed =
        title.bytes().fold(7_u64, |seed, byte| seed.wrapping_mul(0x0100_0000_01b3) ^ u64::from(byte));
    let mut word = || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (0..7).map(|at| char::from(b'a' + (seed >> (8 + 7 * at)) as u8 % 26)).collect::<String>()
    };
    (0..25).map(|_| word()).collect::<Vec<_>>().join(" ")
}

/// So many items, each an hour older than the one before it.
fn many(host: &str, count: i64, first: i64) -> Items {
    let title = |nth| format!("{host} {} {nth}", &words(&format!("{host}{nth}"))[..15]);
    (first..first + count).map(|nth| (title(nth), Some(nth))).collect()
}

/// An origin of which each path has a document that a test can change.
struct Wire(Origin, Documents);

impl Wire {
    fn start() -> Self {
        let documents: Documents = Arc::default();
        let shown = Arc::clone(&documents);
        let origin = Origin::start(move |request| {
            let shown = shown.lock().unwrap();
            match shown.iter().rev().find(|(path, _)| *path == request.path) {
                Some((_, body)) if body.starts_with(b"http") => {
                    reply(301, &[("Location", std::str::from_utf8(body).unwrap())], b"")
                }
                Some((_, body)) => reply(200, &[("Content-Type", "application/rss+xml")], body),
                None => reply(404, &[], b""),
            }
        });
        Self(origin, documents)
    }

    fn put(&self, path: &str, body: Vec<u8>) {
        self.1.lock().unwrap().push((path.to_owned(), body));
    }
}

fn read_feed(folder: &TempDir, name: &str) -> Feed {
    let bytes = std::fs::read(folder.path().join("all").join(name)).unwrap();
    read::feed(&bytes, &Hints::default()).unwrap().feed
}

fn titles(feed: &Feed) -> Vec<String> {
    feed.entries.iter().map(|entry| entry.title.as_ref().unwrap().value.clone()).collect()
}

/// Every source, due or not.
fn all() -> Scope {
    Scope { all: true, ..Scope::default() }
}

/// Of the titles those that hold this word.
fn count(feed: &Feed, word: &str) -> usize {
    titles(feed).iter().filter(|title| title.contains(word)).count()
}

#[test]
fn of_a_source_that_is_added_later_only_the_newest_go_to_the_front_and_the_rest_to_the_archives() {
    for (each, in_front, in_archive) in [
        ("", 20, 10),
        ("backlog = 5", 5, 25),
        ("backlog = 0", 30, 0),
        ("backlog_days = 1", 20, 10),
        ("backlog = 0\nbacklog_days = 1", 24, 6),
    ] {
        let (wire, folder) = (Wire::start(), tempfile::tempdir().unwrap());
        wire.put("/old", feed("tern", &many("tern", 15, 2)));
        wire.put("/new", feed("gull", &many("gull", 30, 0)));
        let old = ("Tern", wire.0.url("/old"));
        let mut desk = Desk::with(std::slice::from_ref(&old), "", each);
        desk.run_as(&all());
        desk.put_out(folder.path());
        assert_eq!(count(&read_feed(&folder, "atom.xml"), "tern"), 15, "a first run has no backlog");
        desk.reconfigure(&[old, ("Gull", wire.0.url("/new"))], each);
        desk.wait(TimeDelta::minutes(30));
        desk.run_as(&all());
        desk.put_out(folder.path());
        let front = read_feed(&folder, "atom.xml");
        assert_eq!(count(&front, "gull"), in_front, "{each}: {:?}", titles(&front));
        assert!(titles(&front)[0].starts_with("gull ") && titles(&front)[0].ends_with(" 0"));
        let archived = match in_archive {
            0 => 0,
            _ => count(&read_feed(&folder, "archive/0001.atom.xml"), "gull"),
        };
        assert_eq!(archived, in_archive, "{each}");
    }
}

#[test]
fn what_has_no_date_in_a_first_document_stands_behind_what_has_one() {
    let (wire, folder) = (Wire::start(), tempfile::tempdir().unwrap());
    wire.put("/dated", feed("tern", &many("tern", 5, 2)));
    wire.put(
        "/mixed",
        feed(
            "gull",
            &[("gull none".into(), None), ("gull one".into(), Some(1)), ("gull nine".into(), Some(9))],
        ),
    );
    wire.put("/undated", feed("skua", &[("skua a".into(), None), ("skua b".into(), None)]));
    let sources = ["dated", "mixed", "undated"].map(|name| (name, wire.0.url(&format!("/{name}"))));
    let mut desk = Desk::of(&sources[..2]);
    desk.run_as(&all());
    desk.put_out(folder.path());
    desk.reconfigure(&sources, "");
    desk.wait(TimeDelta::hours(1));
    desk.run_as(&all());
    desk.put_out(folder.path());
    let titles = titles(&read_feed(&folder, "atom.xml"));
    assert_eq!(titles[0], "gull one");
    assert_eq!(titles[7..], ["gull none", "skua a", "skua b"].map(str::to_owned)[..], "{titles:?}");
    // Known by now: what has no date then is new.
    wire.put(
        "/undated",
        feed("skua", &[("skua new".into(), None), ("skua a".into(), None), ("skua b".into(), None)]),
    );
    desk.wait(TimeDelta::days(1));
    desk.run_as(&all());
    desk.put_out(folder.path());
    assert_eq!(self::titles(&read_feed(&folder, "atom.xml"))[0], "skua new");
}

/// What the second document of a known source brings, and how much of it is held.
#[test]
fn old_or_undated_entries_of_a_known_source_that_come_at_once_are_held_until_they_are_released() {
    let undated = |count: usize| (0..count).map(|nth| (format!("gull bare {nth}"), None)).collect::<Vec<_>>();
    let cases: [(&str, Items, &str, usize); 6] = [
        ("old", many("gull", 30, 24 * 30), "", 30),
        ("few", many("gull", 9, 24 * 30), "", 0),
        ("of late", many("gull", 30, 5), "", 0),
        ("switched off", many("gull", 30, 24 * 30), "burst = 0", 0),
        ("undated", undated(12), "", 12),
        ("few undated", undated(3), "", 0),
    ];
    for (name, more, each, held) in cases {
        let (wire, folder) = (Wire::start(), tempfile::tempdir().unwrap());
        let mut items = many("gull", 3, 2);
        wire.put("/gull", feed("gull", &items));
        let mut desk = Desk::with(&[("Gull", wire.0.url("/gull"))], "", each);
        desk.run_as(&all());
        desk.put_out(folder.path());
        items.insert(0, ("gull today".into(), Some(-5)));
        items.extend(more.clone());
        wire.put("/gull", feed("gull", &items));
        desk.wait(TimeDelta::hours(6));
        let run = desk.run_as(&all());
        desk.put_out(folder.path());
        assert_eq!(desk.store.count_held("gull").unwrap(), held, "{name}");
        let told = run.events.iter().filter(|event| event.condition.word() == "held").count();
        assert_eq!(told, usize::from(held > 0), "{name}: {:?}", run.events);
        let front = read_feed(&folder, "atom.xml");
        assert_eq!(front.entries.len(), 4 + more.len() - held, "{name}: {:?}", titles(&front));
        assert_eq!(titles(&front)[0].contains("bare"), name == "few undated");
        // Again the same: nothing new, nothing told.
        desk.wait(TimeDelta::hours(6));
        assert_eq!(desk.run_as(&all()).events, []);
        assert_eq!(desk.store.release("gull").unwrap(), held);
        desk.put_out(folder.path());
        let front = read_feed(&folder, "atom.xml");
        assert_eq!(front.entries.len(), 4 + more.len(), "{name}");
        assert!(name == "few undated" || titles(&front)[0] == "gull today", "{name}: {:?}", titles(&front));
    }
}

#[test]
fn a_stranger_at_the_end_of_a_permanent_redirect_is_held_and_who_is_known_there_is_not() {
    for (name, there, held) in [
        ("stranger", feed("gull", &many("casino", 4, -1)), 4),
        ("the same", feed("gull", &[many("gull", 3, 2), many("gull", 1, -1)].concat()), 0),
        ("nothing there", feed("gull", &[]), 0),
    ] {
        let (wire, folder) = (Wire::start(), tempfile::tempdir().unwrap());
        wire.put("/gull", feed("gull", &many("gull", 3, 2)));
        let mut desk = Desk::of(&[("Gull", wire.0.url("/gull"))]);
        desk.run_as(&all());
        desk.put_out(folder.path());
        wire.put("/there", there);
        let mut to = wire.0.url("/there");
        to.set_host(Some("localhost")).unwrap();
        wire.put("/gull", to.to_string().into_bytes());
        desk.wait(TimeDelta::hours(6));
        let run = desk.run_as(&all());
        desk.put_out(folder.path());
        let words: Vec<&str> = run.events.iter().map(|event| event.condition.word()).collect();
        let is_known = name == "the same";
        assert_eq!(words.contains(&"held"), !is_known, "{name}: {:?}", run.events);
        assert_eq!(desk.store.count_held("gull").unwrap(), held, "{name}");
        assert_eq!(read_feed(&folder, "atom.xml").entries.len(), 3 + usize::from(is_known), "{name}");
        // Ten days of it: a stranger is not followed, and nothing more is said.
        let mut told = Vec::new();
        for _ in 0..10 {
            desk.wait(TimeDelta::days(1));
            told.extend(desk.run_as(&all()).events.into_iter().map(|event| event.condition.word()));
        }
        assert_eq!(desk.state("gull").life.moved.is_some(), is_known, "{name}: {told:?}");
        assert!(!told.contains(&"held"), "{name}: {told:?}");
        if held > 0 {
            assert_eq!(desk.store.release("gull").unwrap(), held);
            desk.put_out(folder.path());
            assert_eq!(read_feed(&folder, "atom.xml").entries.len(), 3 + held);
            for _ in 0..10 {
                desk.wait(TimeDelta::days(1));
                desk.run_as(&all());
            }
            assert!(desk.state("gull").life.moved.is_some(), "{name}");
        }
    }
}
