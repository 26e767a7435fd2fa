//! What is kept for how long, `copydesk vacuum` and `copydesk backup`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use rusqlite::Connection;
use tempfile::TempDir;

/// 2016-08-24 and three months later.
const NOW: &str = "1472000000";
const LATER: &str = "1480000000";

struct Desk(TempDir);

impl Desk {
    /// A desk that publishes two stories a section, with ten of one source and one of our own, a
    /// day between two of them.
    fn new(store: &str) -> Self {
        let desk = Self(tempfile::tempdir().unwrap());
        desk.put(
            "copydesk.toml",
            &format!(
                "[site]\ntitle = \"Desk\"\nhome = \"https://desk.example/\"\nbase_url = \"https://desk.example/feeds/\"\n\
                 [store]\n{store}\n[publish]\narchive_size = 0\n[[articles]]\npath = \"own/*\"\n\
                 url = \"https://desk.example/{{slug}}\"\nsection = \"news\"\n\
                 [[sources]]\nname = \"Wire\"\nfeed = \"up.xml\"\nurl = \"https://wire.example/feed\"\nsections = [\"news\"]\n\
                 [[sections]]\nslug = \"news\"\ntitle = \"News\"\nlimit = 2\n"
            ),
        );
        fs::create_dir(desk.path("own")).unwrap();
        desk.put(
            "own/ours.md",
            "+++\ntitle = \"Ours\"\npublished = 2016-08-01T00:00:00Z\n+++\n\nOur own body stays.\n",
        );
        desk.put("up.xml", &feed(1..=10));
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn put(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).unwrap();
    }

    fn command(&self, now: &str, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_copydesk"));
        command.current_dir(self.0.path()).args(arguments).env("SOURCE_DATE_EPOCH", now).output().unwrap()
    }

    fn succeed(&self, now: &str, arguments: &[&str]) -> String {
        let output = self.command(now, arguments);
        assert_eq!(output.status.code(), Some(0), "{output:?}");
        String::from_utf8([output.stdout, output.stderr].concat()).unwrap()
    }

    fn database(&self) -> Connection {
        Connection::open(self.path("copydesk.db")).unwrap()
    }

    /// Days of the entries that still have their bodies.
    fn bodies(&self) -> Vec<String> {
        let database = self.database();
        let sql = "SELECT strftime('%d', published / 1000, 'unixepoch') FROM stored
             WHERE json_extract(entry, '$.summary') IS NOT NULL OR json_extract(entry, '$.content') IS NOT NULL
             ORDER BY published";
        let mut query = database.prepare(sql).unwrap();
        query.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
    }

    fn count(&self, table: &str) -> i64 {
        self.database().query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0)).unwrap()
    }

    fn published(&self) -> String {
        fs::read_to_string(self.path("feeds/news/feed.json")).unwrap()
    }
}

fn feed(days: impl Iterator<Item = u32>) -> String {
    let item = |day| {
        format!(
            "<item><title>Word{day} of day {day}</title><link>https://wire.example/{day}</link><guid isPermaLink=\"false\">g{day}</guid>\
             <pubDate>{day} Aug 2016 09:00:00 GMT</pubDate><description>Body{day} tells nothing like the others{day}.</description></item>"
        )
    };
    let items: String = days.map(item).collect();
    format!(
        "<rss version=\"2.0\"><channel><title>W</title><link>https://wire.example/</link><description>d</description>{items}</channel></rss>"
    )
}

#[test]
fn old_bodies_go_but_neither_ours_nor_those_of_the_front_nor_anybodys_id() {
    let desk = Desk::new("keep_days = 30");
    desk.succeed(NOW, &["run"]);
    assert_eq!(desk.bodies().len(), 11, "young enough");
    let (front, keys) = (desk.published(), desk.count("keys"));
    desk.succeed(LATER, &["run"]);
    assert_eq!(desk.bodies().len(), 11, "after such a leap the clock may be wrong, and what is gone is gone");
    desk.succeed(LATER, &["run"]);
    // Twice the front of two, and our own of 1 August.
    assert_eq!(desk.bodies(), ["01", "07", "08", "09", "10"]);
    assert_eq!((desk.count("entries"), desk.count("keys")), (11, keys));
    assert_eq!(desk.published(), front);
    let why = desk.succeed(LATER, &["why", "https://wire.example/2"]);
    assert!(why.contains("Word2 of day 2"), "{why}");
}

#[test]
fn entry_that_lost_its_body_does_not_come_back_as_new() {
    let desk = Desk::new("keep_days = 30");
    desk.succeed(NOW, &["run"]);
    desk.succeed(LATER, &["run"]);
    desk.succeed(LATER, &["run"]);
    let (front, bodies) = (desk.published(), desk.bodies());
    // The source lists all of them once more, in another order.
    desk.put("up.xml", &feed((1..=10).rev()));
    desk.succeed(LATER, &["run"]);
    assert_eq!((desk.published(), desk.bodies(), desk.count("entries")), (front, bodies, 11));
}

#[test]
fn bodies_are_kept_by_count_too_and_for_ever_where_nothing_is_set() {
    let desk = Desk::new("keep_days = 0\nkeep_entries = 6");
    desk.succeed(NOW, &["run"]);
    assert_eq!(desk.bodies(), ["01", "05", "06", "07", "08", "09", "10"]);
    let desk = Desk::new("keep_days = 0");
    desk.succeed(NOW, &["run"]);
    desk.succeed("1900000000", &["run"]);
    assert_eq!(desk.bodies().len(), 11);
}

#[test]
fn vacuum_says_what_it_freed_and_disturbs_no_reader() {
    let desk = Desk::new("keep_days = 30");
    desk.succeed(NOW, &["run"]);
    let front = desk.published();
    let reader = desk.database();
    reader.execute_batch("BEGIN; SELECT count(*) FROM entries").unwrap();
    let told = desk.succeed(LATER, &["vacuum"]);
    assert!(told.contains("6 entries lost their bodies (older than 30 days)"), "{told}");
    let bodies: i64 = reader
        .query_row(
            "SELECT count(*) FROM bodies WHERE json_extract(entry, '$.summary') IS NOT NULL",
            [],
            |row| row.get(0),
        )
        .unwrap();
    assert!(bodies >= 10, "the reader sees what it saw");
    reader.execute_batch("COMMIT").unwrap();
    assert_eq!(desk.bodies().len(), 5);
    desk.succeed(LATER, &["run"]);
    assert_eq!(desk.published(), front);
}

#[test]
fn vacuum_waits_for_no_run() {
    let desk = Desk::new("");
    assert_eq!(desk.command(NOW, &["vacuum"]).status.code(), Some(2), "nothing is there yet");
    desk.succeed(NOW, &["run"]);
    let lock = fs::File::create(desk.path("copydesk.lock")).unwrap();
    lock.try_lock().unwrap();
    let output = desk.command(NOW, &["vacuum"]);
    assert_eq!(output.status.code(), Some(75));
    assert!(String::from_utf8(output.stderr).unwrap().contains("a run is under way"));
}

/// A process that another test starts holds our open files too, from its fork to its exec.
fn until_free(lock: &Path) {
    while fs::File::open(lock).unwrap().try_lock().is_err() {
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
}

#[test]
fn backup_is_one_file_taken_during_a_run_and_brings_everything_back() {
    let desk = Desk::new("");
    desk.succeed(NOW, &["run"]);
    let (front, entries) = (desk.published(), desk.count("entries"));
    let lock = fs::File::create(desk.path("copydesk.lock")).unwrap();
    lock.try_lock().unwrap();
    // What a run has committed and not yet written into the database proper is part of the copy.
    let run = desk.database();
    run.pragma_update(None, "wal_autocheckpoint", 0).unwrap();
    run.execute("INSERT INTO addresses VALUES ('https://desk.example/x', 'x')", []).unwrap();
    assert_eq!(desk.succeed(NOW, &["backup", "desk.bak"]), "");
    desk.succeed(NOW, &["backup", "desk.bak"]);
    assert!(!desk.path("desk.bak-wal").exists());
    drop((run, lock));
    until_free(&desk.path("copydesk.lock"));
    for name in ["copydesk.db", "copydesk.db-wal", "copydesk.db-shm"] {
        // Some of them are gone with the last connection.
        let _ = fs::remove_file(desk.path(name));
    }
    fs::rename(desk.path("desk.bak"), desk.path("copydesk.db")).unwrap();
    assert_eq!((desk.count("entries"), desk.count("addresses")), (entries, 2));
    desk.succeed(LATER, &["run"]);
    assert_eq!(desk.published(), front);
}

#[test]
fn backup_that_fails_leaves_the_older_copy_and_never_replaces_the_database() {
    let desk = Desk::new("");
    desk.succeed(NOW, &["run"]);
    assert_eq!(desk.command(NOW, &["backup", "nowhere/desk.bak"]).status.code(), Some(1));
    let output = desk.command(NOW, &["backup", "./copydesk.db"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).unwrap().contains("is the database itself"));
    assert_eq!(desk.count("entries"), 11);
}
