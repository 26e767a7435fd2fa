//! What a run publishes over time: archives, tombstones, the shrink guard, and nothing that was not needed.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::SystemTime;

use copydesk::model::{Deleted, Feed, Hints, Reading};
use copydesk::{read, validate};
use tempfile::TempDir;

/// 2026-03-01.
const NOW: i64 = 1_772_323_200;
const DAY: i64 = 86_400;

/// A desk with one source, `wire.xml`, in one section, `news`.
struct Desk(TempDir);

impl Desk {
    fn new(publish: &str, section: &str, source: &str) -> Self {
        let desk = Self(tempfile::tempdir().unwrap());
        fs::create_dir(desk.path("own")).unwrap();
        desk.configure(publish, section, source);
        desk
    }

    fn configure(&self, publish: &str, section: &str, source: &str) {
        let text = format!(
            "[site]\ntitle = \"Desk\"\nhome = \"https://desk.example/\"\nbase_url = \"https://desk.example/feeds/\"\n\
             [publish]\n{publish}\n\
             [[articles]]\npath = \"own/*\"\nurl = \"https://desk.example/{{section}}/{{slug}}\"\nsection = \"news\"\n\
             [[sources]]\nname = \"Wire\"\nfeed = \"wire.xml\"\nurl = \"https://wire.example/feed\"\n\
             home = \"https://wire.example/\"\nsections = [\"news\"]\n{source}\n\
             [[sections]]\nslug = \"news\"\ntitle = \"News\"\n{section}\n"
        );
        fs::write(self.path("copydesk.toml"), text).unwrap();
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// The source has these stories now, by number; each number is an hour.
    fn wire(&self, numbers: impl IntoIterator<Item = i64>) {
        let items: String = numbers.into_iter().map(item).collect();
        let feed = format!(
            "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Wire</title>\
             <link>https://wire.example/</link><description>d</description>{items}</channel></rss>"
        );
        fs::write(self.path("wire.xml"), feed).unwrap();
    }

    fn own(&self, status: &str) {
        let article = format!(
            "+++\ntitle = \"A mistake of ours\"\nstatus = \"{status}\"\npublished = 2026-02-27T08:00:00Z\n+++\n\nText.\n"
        );
        fs::write(self.path("own/a.md"), article).unwrap();
    }

    fn run_at(&self, now: i64, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_copydesk"));
        command.arg("--config").arg(self.path("copydesk.toml")).arg("run").args(arguments);
        command.env("SOURCE_DATE_EPOCH", now.to_string()).output().unwrap()
    }

    fn run(&self) {
        let output = self.run_at(NOW, &[]);
        assert_eq!((said(&output), output.status.code()), (String::new(), Some(0)));
    }

    fn bytes(&self, path: &str) -> Vec<u8> {
        fs::read(self.path("feeds").join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    fn feed(&self, path: &str) -> Feed {
        let Reading { feed, repairs, .. } = read::feed(&self.bytes(path), &Hints::default()).unwrap();
        assert!(repairs.is_empty(), "{path}: {repairs:?}");
        feed
    }

    /// The numbers of the stories in a document.
    fn numbers(&self, path: &str) -> Vec<i64> {
        let number = |entry: &copydesk::model::Entry| entry.link.as_ref()?.rsplit('/').next()?.parse().ok();
        self.feed(path).entries.iter().filter_map(number).collect()
    }

    /// Everything that can be reached from a subscription document, by way of `prev-archive`.
    fn whole(&self, front: &str) -> BTreeSet<i64> {
        let mut path = Some(front.to_owned());
        let mut all = BTreeSet::new();
        while let Some(now) = path {
            all.extend(self.numbers(&now));
            path = link(&self.feed(&now), "prev-archive");
        }
        all
    }

    /// Path, bytes and time of every archive document.
    fn archives(&self, slug: &str) -> BTreeMap<String, (Vec<u8>, SystemTime)> {
        let folder = self.path("feeds").join(slug).join("archive");
        let Ok(entries) = fs::read_dir(folder) else { return BTreeMap::new() };
        let one = |entry: fs::DirEntry| {
            let time = entry.metadata().unwrap().modified().unwrap();
            (entry.file_name().into_string().unwrap(), (fs::read(entry.path()).unwrap(), time))
        };
        entries.map(|entry| one(entry.unwrap())).collect()
    }

    fn clean(&self, folder: &Path, findings: &mut Vec<String>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                self.clean(&path, findings);
            } else if path.extension().is_some_and(|end| end == "xml" || end == "json" || end == "opml") {
                let now = chrono::DateTime::from_timestamp(NOW + 40 * DAY, 0).unwrap();
                let report = validate::document(&fs::read(&path).unwrap(), now);
                findings.extend(report.findings.iter().map(|f| format!("{}: {}", path.display(), f.code)));
            }
        }
    }
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// The path of what a feed links with this relation.
fn link(feed: &Feed, rel: &str) -> Option<String> {
    let link = feed.links.iter().find(|link| link.rel == rel)?;
    Some(link.href.strip_prefix("https://desk.example/feeds/").unwrap().to_owned())
}

/// A story that shares no word with any other.
fn item(number: i64) -> String {
    let word = |nth: i64| -> String {
        let mut seed = (number * 977 + nth * 7919 + 13).unsigned_abs();
        let syllables =
            ["ba", "co", "du", "fe", "gi", "ho", "ju", "ka", "le", "mi", "no", "pu", "ra", "so", "te"];
        (0..4)
            .map(|_| {
                seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                syllables[(seed >> 33) as usize % syllables.len()]
            })
            .collect()
    };
    let words = |from: i64, count: i64| (from..from + count).map(word).collect::<Vec<_>>().join(" ");
    let date = chrono::DateTime::from_timestamp(NOW - 30 * DAY + number * 3_600, 0).unwrap();
    format!(
        "<item><title>{}</title><link>https://wire.example/{number}</link>\
         <guid isPermaLink=\"false\">g-{number}</guid><pubDate>{}</pubDate><description>{}.</description></item>",
        words(0, 5),
        date.to_rfc2822(),
        words(5, 20)
    )
}

#[test]
fn archives_exist_only_once_there_is_more_than_the_front() {
    let desk = Desk::new("archive_size = 3", "limit = 5", "");
    desk.wire(1..=5);
    desk.run();
    assert!(desk.archives("news").is_empty());
    assert_eq!(link(&desk.feed("news/atom.xml"), "prev-archive"), None);
    desk.wire(1..=6);
    desk.run();
    assert_eq!(desk.numbers("news/atom.xml"), [6, 5, 4, 3, 2]);
    assert_eq!(desk.numbers("news/archive/0001.atom.xml"), [3, 2, 1]);
    assert_eq!(desk.numbers("news/archive/0001.rss.xml"), [3, 2, 1]);
    assert_eq!(desk.archives("news").len(), 2);
}

#[test]
fn front_and_archives_are_the_whole_and_an_archive_never_changes() {
    // All of it comes within one hour of the clock, which would be a burst.
    let desk = Desk::new("archive_size = 4\nburst = 0", "limit = 6", "");
    let mut before = BTreeMap::new();
    for newest in [3, 9, 10, 17, 18, 40] {
        desk.wire((newest - 25).max(1)..=newest);
        desk.run();
        let all: BTreeSet<i64> = (1..=newest).collect();
        for front in ["news/atom.xml", "news/rss.xml", "all/atom.xml", "all/rss.xml"] {
            assert_eq!(desk.whole(front), all, "{front} at {newest}");
        }
        let now = desk.archives("news");
        for (name, document) in &before {
            assert_eq!(now.get(name), Some(document), "{name} at {newest}");
        }
        before = now;
    }
    let (first, second) = (desk.feed("news/archive/0001.atom.xml"), desk.feed("news/archive/0002.atom.xml"));
    assert!(first.archive && second.archive && !desk.feed("news/atom.xml").archive);
    assert_eq!(link(&first, "prev-archive"), None);
    assert_eq!(link(&first, "next-archive").as_deref(), Some("news/archive/0002.atom.xml"));
    assert_eq!(link(&second, "prev-archive").as_deref(), Some("news/archive/0001.atom.xml"));
    assert_eq!(link(&second, "current").as_deref(), Some("news/atom.xml"));
    let mut findings = Vec::new();
    desk.clean(&desk.path("feeds"), &mut findings);
    assert_eq!(findings, Vec::<String>::new());
}

#[test]
fn latecomer_is_reachable_at_once() {
    let desk = Desk::new("archive_size = 4", "limit = 4", "");
    desk.wire(2..=14);
    desk.run();
    let before = desk.archives("news");
    desk.wire(1..=14);
    desk.run();
    assert!(desk.numbers("news/atom.xml").contains(&1));
    assert_eq!(desk.whole("news/atom.xml"), (1..=14).collect());
    assert_eq!(desk.archives("news"), before);
}

#[test]
fn lost_store_leaves_the_archives_as_they_are() {
    let desk = Desk::new("archive_size = 4", "limit = 6", "");
    desk.wire(1..=20);
    desk.run();
    let before = desk.archives("news");
    fs::remove_file(desk.path("copydesk.db")).unwrap();
    // The source has forgotten the oldest by now.
    desk.wire(12..=21);
    desk.run();
    let after = desk.archives("news");
    assert!(before.iter().all(|(name, document)| after.get(name) == Some(document)));
    assert_eq!(desk.whole("news/atom.xml"), (1..=21).collect());
}

#[test]
fn missing_archive_is_made_again() {
    let desk = Desk::new("archive_size = 4", "limit = 6", "");
    desk.wire(1..=20);
    desk.run();
    let before = desk.bytes("news/archive/0002.rss.xml");
    fs::remove_file(desk.path("feeds/news/archive/0002.rss.xml")).unwrap();
    desk.run();
    assert_eq!(desk.bytes("news/archive/0002.rss.xml"), before);
}

#[test]
fn rights_that_were_taken_back_hold_in_archives_too() {
    let desk = Desk::new("archive_size = 4", "limit = 6", "rights = \"full\"");
    desk.wire(1..=20);
    desk.run();
    let text = |path: &str| {
        desk.feed(path).entries[0].content.is_some() || desk.feed(path).entries[0].summary.is_some()
    };
    let shown = |path: &str| String::from_utf8(desk.bytes(path)).unwrap().len();
    assert!(text("news/archive/0001.atom.xml"));
    let before = ["news/archive/0001.atom.xml", "news/archive/0001.rss.xml", "news/feed.json"].map(shown);
    desk.configure("archive_size = 4", "limit = 6", "rights = \"headline\"");
    desk.run();
    let after = ["news/archive/0001.atom.xml", "news/archive/0001.rss.xml", "news/feed.json"].map(shown);
    assert!(before.iter().zip(after).all(|(before, after)| after + 200 < *before), "{before:?} {after:?}");
}

#[test]
fn rights_expire_by_the_day() {
    let desk = Desk::new("", "", "rights = \"full\"\nrights_days = 10");
    desk.wire([718]);
    desk.run();
    let body = item(718).split("<description>").nth(1).unwrap()[..60].to_owned();
    let has_body = |name: &str| String::from_utf8(desk.bytes(name)).unwrap().contains(&body);
    let documents = ["news/rss.xml", "news/atom.xml", "news/feed.json", "news/index.html", "all/rss.xml"];
    assert!(documents.iter().all(|name| has_body(name)));
    desk.run_at(NOW + 9 * DAY, &[]);
    assert!(documents.iter().all(|name| has_body(name)));
    desk.run_at(NOW + 11 * DAY, &[]);
    assert!(!documents.iter().any(|name| has_body(name)));
}

#[test]
fn withdrawn_entry_has_a_tombstone_in_atom_for_thirty_days() {
    let desk = Desk::new("", "", "");
    desk.wire(1..=3);
    desk.own("usable");
    desk.run();
    let atom = |desk: &Desk| String::from_utf8(desk.bytes("news/atom.xml")).unwrap();
    let id =
        desk.feed("news/atom.xml").entries.iter().find(|e| e.source.is_none()).unwrap().id.clone().unwrap();
    assert!(!atom(&desk).contains("tombstones"));
    desk.own("withdrawn");
    desk.run_at(NOW + DAY, &[]);
    let deleted = desk.feed("news/atom.xml").deleted;
    let when = chrono::DateTime::from_timestamp(NOW + DAY, 0);
    assert_eq!(deleted, [Deleted { id: id.clone(), when, ..Deleted::default() }]);
    assert!(desk.feed("all/atom.xml").deleted == deleted);
    for path in ["news/rss.xml", "news/feed.json", "news/index.html"] {
        assert!(!String::from_utf8(desk.bytes(path)).unwrap().contains("A mistake of ours"), "{path}");
    }
    desk.run_at(NOW + 30 * DAY, &[]);
    assert!(atom(&desk).contains("at:deleted-entry"));
    desk.run_at(NOW + 32 * DAY, &[]);
    assert!(!atom(&desk).contains("tombstones"));
}

#[test]
fn withdrawal_with_a_notice_stands_in_the_place_of_what_readers_keep() {
    let desk = Desk::new("", "", "");
    desk.wire(1..=3);
    desk.run();
    let (notice, address) = ("The court forbade this report. We regret it.", "https://wire.example/2");
    let guid = desk
        .feed("news/rss.xml")
        .entries
        .iter()
        .find(|e| e.link.as_deref() == Some(address))
        .unwrap()
        .id
        .clone();
    let id = desk
        .feed("news/atom.xml")
        .entries
        .iter()
        .find(|e| e.link.as_deref() == Some(address))
        .unwrap()
        .id
        .clone();
    let rule = format!("[[withdrawals]]\nentry = \"{address}\"\nnotice = \"{notice}\"\n");
    desk.configure("", &format!("limit = 50\n{rule}"), "");
    desk.run_at(NOW + DAY, &[]);
    for (path, id) in [("news/rss.xml", &guid), ("news/feed.json", &id)] {
        let feed = desk.feed(path);
        assert_eq!(feed.entries.len(), 3, "{path}");
        let last = feed.entries.last().unwrap();
        assert_eq!((&last.id, &last.link), (id, &None), "{path}");
        let text = last.summary.as_ref().or(last.content.as_ref()).unwrap().without_markup();
        assert_eq!(text, notice, "{path}");
        assert_eq!(last.published, chrono::DateTime::from_timestamp(NOW + DAY, 0), "{path}");
    }
    let atom = desk.feed("news/atom.xml");
    assert_eq!(atom.entries.len(), 2);
    assert_eq!((Some(&atom.deleted[0].id), atom.deleted[0].comment.as_deref()), (id.as_ref(), Some(notice)));
    assert!(!String::from_utf8(desk.bytes("news/index.html")).unwrap().contains("court"));
    desk.run_at(NOW + 32 * DAY, &[]);
    assert_eq!(desk.feed("news/rss.xml").entries.len(), 2);
}

#[test]
fn what_was_never_published_gets_no_tombstone() {
    let desk = Desk::new("", "", "");
    desk.wire(1..=3);
    desk.own("withdrawn");
    desk.run();
    assert!(desk.feed("news/atom.xml").deleted.is_empty());
}

#[test]
fn withdrawal_changes_the_archive_that_has_the_entry_and_no_other() {
    let desk = Desk::new("archive_size = 4", "limit = 4", "");
    desk.own("usable");
    desk.wire(640..=690);
    desk.run();
    let before = desk.archives("news");
    let holding: BTreeSet<String> = before
        .iter()
        .filter(|(_, (bytes, _))| String::from_utf8_lossy(bytes).contains("A mistake of ours"))
        .map(|(name, _)| name.clone())
        .collect();
    assert_eq!(holding.len(), 2);
    desk.own("withdrawn");
    desk.run();
    for (name, document) in desk.archives("news") {
        assert!(!String::from_utf8_lossy(&document.0).contains("A mistake of ours"), "{name}");
        assert_eq!(before.get(&name) != Some(&document), holding.contains(&name), "{name}");
    }
    assert_eq!(desk.whole("news/atom.xml"), (640..=690).collect());
}

#[test]
fn section_that_would_lose_most_of_its_stories_is_held_back() {
    let desk = Desk::new("", "", "");
    desk.wire(1..=10);
    desk.run();
    let before = desk.bytes("news/rss.xml");
    fs::remove_file(desk.path("copydesk.db")).unwrap();
    desk.wire(9..=11);
    let held = desk.run_at(NOW, &[]);
    assert_eq!(held.status.code(), Some(4));
    for word in ["\"news\"", "from 10 stories to 3", "50 %", "shrink_guard", "--allow-shrink news", "\"all\""]
    {
        assert!(said(&held).contains(word), "{word} in {}", said(&held));
    }
    assert_eq!(desk.bytes("news/rss.xml"), before);
    let one = desk.run_at(NOW, &["--allow-shrink", "news"]);
    assert_eq!(one.status.code(), Some(4));
    assert_eq!(desk.numbers("news/rss.xml"), [11, 10, 9]);
    assert_eq!(desk.numbers("all/rss.xml").len(), 10);
    assert_eq!(desk.run_at(NOW, &["--allow-shrink"]).status.code(), Some(0));
    assert_eq!(desk.numbers("all/rss.xml").len(), 3);
    assert_eq!(desk.run_at(NOW, &["--allow-shrink", "nowhere"]).status.code(), Some(2));
}

#[test]
fn share_of_the_section_goes_before_the_general_one() {
    let desk = Desk::new("shrink_guard = 0.1", "shrink_guard = 0.9", "");
    desk.wire(1..=10);
    desk.run();
    fs::remove_file(desk.path("copydesk.db")).unwrap();
    desk.wire(9..=10);
    let held = desk.run_at(NOW, &[]);
    assert_eq!(held.status.code(), Some(4));
    assert!(!said(&held).contains("\"news\"") && said(&held).contains("\"all\""), "{}", said(&held));
}

#[test]
fn lower_limit_is_no_loss() {
    let desk = Desk::new("", "limit = 20", "");
    desk.wire(1..=20);
    desk.run();
    desk.configure("", "limit = 2", "");
    desk.run();
    assert_eq!(desk.numbers("news/rss.xml"), [20, 19]);
    assert_eq!(desk.whole("news/rss.xml"), (1..=20).collect());
}

#[test]
fn unchanged_front_is_left_alone_and_a_changed_one_is_not() {
    let desk = Desk::new("", "", "");
    desk.wire(1..=6);
    desk.run();
    let rss = desk.path("feeds/news/rss.xml");
    let good = fs::read(&rss).unwrap();
    // Somebody edits a document, or loses it: the next run mends it.
    fs::write(&rss, "<rss/>").unwrap();
    desk.run();
    assert_eq!(fs::read(&rss).unwrap(), good);
    fs::remove_file(&rss).unwrap();
    desk.run();
    assert_eq!(fs::read(&rss).unwrap(), good);
    let time = fs::metadata(&rss).unwrap().modified().unwrap();
    desk.run();
    assert_eq!(fs::metadata(&rss).unwrap().modified().unwrap(), time);
    // A change of the configuration shows at once.
    desk.configure(
        "hubs = [\"https://hub.example/\"]",
        "description = \"Of the town.\"",
        "credit = \"Thank you.\"",
    );
    desk.run();
    let text = String::from_utf8(fs::read(&rss).unwrap()).unwrap();
    assert!(
        text.contains("https://hub.example/") && text.contains("Of the town.") && text.contains("Thank you.")
    );
}

#[test]
fn document_stays_below_its_bytes_and_the_rest_is_archived() {
    let desk = Desk::new("max_kib = 24", "limit = 100", "rights = \"full\"");
    desk.wire(1..=80);
    desk.run();
    for (name, (bytes, _)) in desk.archives("news") {
        assert!(bytes.len() <= 24 * 1024, "{name}: {}", bytes.len());
    }
    for name in ["news/rss.xml", "news/atom.xml", "news/feed.json"] {
        assert!(desk.bytes(name).len() <= 24 * 1024, "{name}: {}", desk.bytes(name).len());
        assert!(desk.numbers(name).len() >= 5, "{name}");
    }
    assert_eq!(desk.whole("news/atom.xml"), (1..=80).collect());
}

#[test]
fn one_source_does_not_fill_a_front() {
    let desk = Desk::new("", "per_source = 3\nlimit = 10", "");
    desk.own("usable");
    desk.wire(690..=712);
    desk.run();
    assert_eq!(desk.numbers("news/atom.xml"), [712, 711, 710]);
    assert_eq!(desk.feed("news/atom.xml").entries.len(), 4);
    assert!(desk.numbers("all/atom.xml").len() > 3);
}

#[test]
fn pictures_stay_away_where_the_source_says_so() {
    let desk = Desk::new("", "", "rights = \"full\"\nimages = false\nholder = \"\u{a9} Wire\"");
    desk.wire([3]);
    let with = fs::read_to_string(desk.path("wire.xml")).unwrap().replace(
        "</item>",
        "<enclosure url=\"https://wire.example/p.jpg\" type=\"image/jpeg\" length=\"9\"/></item>",
    );
    fs::write(desk.path("wire.xml"), with).unwrap();
    desk.run();
    for name in ["news/rss.xml", "news/atom.xml", "news/feed.json", "news/index.html"] {
        let text = String::from_utf8(desk.bytes(name)).unwrap();
        assert!(!text.contains("p.jpg"), "{name}");
        assert!(name.ends_with("html") || text.contains("\u{a9} Wire"), "{name}");
    }
}

#[test]
fn locked_podcast_is_left_alone_unless_allowed() {
    let desk = Desk::new("", "", "");
    desk.wire([3]);
    let locked = fs::read_to_string(desk.path("wire.xml")).unwrap().replace(
        "<channel>",
        "<channel xmlns:podcast=\"https://podcastindex.org/namespace/1.0\"><podcast:locked>yes</podcast:locked>",
    );
    fs::write(desk.path("wire.xml"), locked).unwrap();
    let refused = desk.run_at(NOW, &[]);
    assert!(
        said(&refused).contains("podcast:locked") && said(&refused).contains("allow_locked"),
        "{}",
        said(&refused)
    );
    assert!(desk.numbers("news/rss.xml").is_empty());
    desk.configure("", "", "allow_locked = true");
    let allowed = desk.run_at(NOW, &[]);
    assert!(said(&allowed).contains("no longer failing"), "{}", said(&allowed));
    assert_eq!(desk.numbers("news/rss.xml"), [3]);
}
