//! `copydesk run` as cron and an editor meet it: the real binary on a desk in a temporary folder.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

const NOW: &str = "1472000000"; // 2016-08-24
const LATER: &str = "1475000000"; // 2016-09-27

const SITE: &str = r#"
[site]
title = "Desk"
home = "https://desk.example/"
base_url = "https://desk.example/feeds/"
"#;

const NEWS: &str = r#"
[[sections]]
slug = "news"
title = "News"
"#;

struct Desk(TempDir);

impl Desk {
    /// A desk with one section, our own articles under `own/`, and one source in `up.xml`.
    fn new(extra: &str) -> Self {
        let desk = Self(tempfile::tempdir().unwrap());
        let articles = "[[articles]]\npath = \"own/*\"\nurl = \"https://desk.example/{section}/{slug}\"\nsection = \"news\"\n";
        desk.put("copydesk.toml", &format!("{SITE}{articles}{NEWS}{}{extra}", source("Wire", "up.xml")));
        desk.put("up.xml", &rss(&[item("g1", "Bridge opens after nine years of works", 20)]));
        fs::create_dir(desk.path("own")).unwrap();
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn put(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).unwrap();
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    fn command(&self, now: &str, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_copydesk"));
        command.arg("--config").arg(self.path("copydesk.toml")).args(arguments).env("SOURCE_DATE_EPOCH", now);
        command.output().unwrap()
    }

    fn run(&self) -> Output {
        self.command(NOW, &["run"])
    }

    /// A run that is expected to be silent.
    fn quiet_run(&self, now: &str) {
        let output = self.command(now, &["run"]);
        assert_eq!(said(&output), "", "expected silence");
        assert_eq!(output.status.code(), Some(0));
    }
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

fn source(name: &str, path: &str) -> String {
    format!(
        "[[sources]]\nname = \"{name}\"\nfeed = \"{path}\"\nurl = \"https://{path}.example/feed\"\nhome = \"https://{path}.example/\"\nsections = [\"news\"]\n"
    )
}

fn item(guid: &str, title: &str, day: u32) -> String {
    let guid =
        if guid.is_empty() { String::new() } else { format!("<guid isPermaLink=\"false\">{guid}</guid>") };
    let slug: String = title.chars().filter(char::is_ascii_alphanumeric).collect();
    format!(
        "<item><title>{title}</title><link>https://wire.example/{slug}</link>{guid}\
         <pubDate>{day} Aug 2016 09:00:00 GMT</pubDate><description>All about it: {title}.</description></item>"
    )
}

fn rss(items: &[String]) -> String {
    format!(
        "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Wire</title><link>https://wire.example/</link>\
         <description>d</description>{}</channel></rss>",
        items.concat()
    )
}

/// Path, bytes and time of change of everything under a folder.
fn snapshot(folder: &Path) -> Vec<(PathBuf, Vec<u8>, std::time::SystemTime)> {
    let mut all = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let time = fs::metadata(&path).unwrap().modified().unwrap();
                all.push((path.clone(), fs::read(&path).unwrap(), time));
            }
        }
    }
    all.sort();
    all
}

fn titles(desk: &Desk, section: &str) -> Vec<String> {
    let feed: serde_json::Value =
        serde_json::from_str(&desk.read(&format!("feeds/{section}/feed.json"))).unwrap();
    feed["items"].as_array().unwrap().iter().map(|item| item["title"].as_str().unwrap().to_owned()).collect()
}

fn ids(desk: &Desk) -> Vec<String> {
    let feed: serde_json::Value = serde_json::from_str(&desk.read("feeds/all/feed.json")).unwrap();
    feed["items"].as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn second_run_changes_no_byte_and_no_time_whatever_the_clock_says() {
    let desk = Desk::new("");
    desk.quiet_run(NOW);
    let before = snapshot(&desk.path("feeds"));
    assert!(before.len() >= 11, "{before:?}");
    desk.quiet_run(LATER);
    assert_eq!(before, snapshot(&desk.path("feeds")));
}

#[test]
fn lost_store_gives_the_same_bytes_again() {
    let desk = Desk::new("");
    desk.put(
        "own/a.md",
        "+++\ntitle = \"Our own view of the bridge\"\npublished = 2016-08-21T08:00:00Z\n+++\n\nText.\n",
    );
    desk.quiet_run(NOW);
    let before = snapshot(&desk.path("feeds"));
    fs::remove_file(desk.path("copydesk.db")).unwrap();
    desk.quiet_run(LATER);
    assert_eq!(before, snapshot(&desk.path("feeds")));
}

#[test]
fn missing_configuration_is_said_with_the_remedy() {
    let desk = Desk::new("");
    fs::remove_file(desk.path("copydesk.toml")).unwrap();
    let output = desk.run();
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("copydesk init"), "{}", said(&output));
}

#[test]
fn broken_configuration_names_file_line_and_nearest_key() {
    let desk = Desk::new("");
    desk.put("copydesk.toml", &format!("{SITE}contct = \"x\"\n"));
    let output = desk.run();
    assert_eq!(output.status.code(), Some(2));
    assert!(
        said(&output).contains("copydesk.toml:6: [site]: unknown key `contct`; did you mean `contact`?"),
        "{}",
        said(&output)
    );
}

#[test]
fn bad_article_is_named_and_the_others_go_on() {
    let desk = Desk::new("");
    desk.put("own/good.md", "+++\ntitle = \"Good\"\npublished = 2016-08-21T08:00:00Z\n+++\n\nText.\n");
    desk.put("own/bad.md", "+++\ntitle = \"Bad\"\npublised = 2016-08-21T08:00:00Z\n+++\n\nText.\n");
    fs::write(desk.path("own/binary.txt"), [0u8, 159, 146, 150, 0, 1, 2, 255]).unwrap();
    let output = desk.run();
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(said(&output).contains("bad.md") && said(&output).contains("binary.txt"), "{}", said(&output));
    assert!(titles(&desk, "news").contains(&"Good".to_owned()));
}

#[test]
fn bad_article_is_one_message_when_it_is_met_or_changes_and_one_when_it_is_over() {
    let desk = Desk::new("");
    desk.put("own/bad.md", "+++\ntitle = \"Bad\"\npublised = 2016-08-21T08:00:00Z\n+++\n\nText.\n");
    assert!(said(&desk.run()).contains("article left out: own/bad.md"), "{}", said(&desk.run()));
    desk.quiet_run(NOW);
    // Who looks is told every time.
    assert!(said(&desk.command(NOW, &["run", "-v"])).contains("article left out: own/bad.md"));
    assert!(said(&desk.command(NOW, &["status"])).contains("article left out: own/bad.md"));
    let told: serde_json::Value =
        serde_json::from_slice(&desk.command(NOW, &["status", "--json"]).stdout).unwrap();
    assert_eq!(told["complaints"][0]["subject"], "own/bad.md");
    assert!(desk.read("operators.atom").contains("own/bad.md"));
    // A second one is told alone, and the first again when it is bad in another way.
    fs::write(desk.path("own/binary.txt"), [0u8, 159, 146, 150, 0, 1, 2, 255]).unwrap();
    let second = said(&desk.run());
    assert!(second.contains("binary.txt") && !second.contains("bad.md"), "{second}");
    desk.put("own/bad.md", "+++\ntitle = \"Bad\"\nembargo = \"soon\"\n+++\n\nText.\n");
    let changed = said(&desk.run());
    assert!(changed.contains("bad.md") && !changed.contains("binary.txt"), "{changed}");
    desk.quiet_run(NOW);
    desk.put("own/bad.md", "+++\ntitle = \"Bad\"\npublished = 2016-08-21T08:00:00Z\n+++\n\nText.\n");
    let over = said(&desk.run());
    assert!(over.contains("no longer unreadable: own/bad.md"), "{over}");
    desk.quiet_run(NOW);
}

#[test]
fn a_thousand_bad_articles_are_a_mail_that_can_be_read() {
    let desk = Desk::new("");
    for n in 0..1000 {
        desk.put(&format!("own/bad{n}.md"), "+++\nembargo = \"soon\"\n+++\n\nText.\n");
    }
    let told = said(&desk.run());
    assert!(told.lines().count() < 40 && told.contains("and 970 more"), "{told}");
    desk.quiet_run(NOW);
}

#[test]
fn document_that_cannot_be_written_is_told_once_and_fails_every_run() {
    let desk = Desk::new("");
    desk.put("own/one.md", "+++\ntitle = \"One\"\npublished = 2016-08-21T08:00:00Z\n+++\n\nText.\n");
    // A folder lies where a document belongs.
    fs::create_dir_all(desk.path("feeds/news/rss.xml/x")).unwrap();
    let output = desk.run();
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("news/rss.xml was not published"), "{}", said(&output));
    let again = desk.run();
    assert_eq!((again.status.code(), said(&again).as_str()), (Some(1), ""));
    fs::remove_dir_all(desk.path("feeds/news/rss.xml")).unwrap();
    let over = desk.run();
    assert_eq!(over.status.code(), Some(0));
    assert!(said(&over).contains("no longer held-back: news/rss.xml"), "{}", said(&over));
    desk.quiet_run(NOW);
}

#[test]
fn run_that_fails_is_told_once_though_the_database_is_what_fails() {
    let desk = Desk::new("");
    desk.put("copydesk.db", "no database at all, but a text of some length that lies in its place");
    let first = desk.run();
    assert_eq!(first.status.code(), Some(2));
    assert!(said(&first).contains("put a backup in its place"), "{}", said(&first));
    let again = desk.run();
    assert_eq!((again.status.code(), said(&again).as_str()), (Some(2), ""));
    assert!(said(&desk.command(NOW, &["run", "-v"])).contains("put a backup in its place"));
    fs::remove_file(desk.path("copydesk.db")).unwrap();
    assert!(said(&desk.run()).contains("runs succeed again"));
    desk.quiet_run(NOW);
}

#[test]
fn failing_source_is_one_message_when_it_begins_and_one_when_it_ends_and_what_it_gave_stays() {
    let desk = Desk::new(&source("Other", "other.xml"));
    let fine = rss(&[item("o1", "Quite another thing entirely", 19)]);
    desk.put("other.xml", &fine);
    desk.quiet_run(NOW);
    let broken = [
        "",
        "<html><head><title>Log in</title></head><body>no</body></html>",
        "{\"error\": 1}",
        "\u{0}\u{1}",
    ];
    for (n, broken) in broken.into_iter().enumerate() {
        desk.put("other.xml", broken);
        let output = desk.run();
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        assert_eq!(said(&output).contains("source \"Other\""), n == 0, "told once: {}", said(&output));
        assert_eq!(titles(&desk, "news").len(), 2);
        // Who looks is told every time.
        let named = desk.command(NOW, &["run", "--source", "Other"]);
        assert!(said(&named).contains("source \"Other\" gave nothing new"), "{}", said(&named));
        assert!(said(&desk.command(NOW, &["status"])).contains("failing"));
        assert_eq!(desk.command(NOW, &["status", "--fail-on", "bad"]).status.code(), Some(3));
    }
    fs::remove_file(desk.path("other.xml")).unwrap();
    desk.quiet_run(NOW);
    assert_eq!(titles(&desk, "news").len(), 2);
    assert_eq!(desk.command(NOW, &["run", "--strict"]).status.code(), Some(3));
    desk.put("other.xml", &fine);
    let over = desk.run();
    assert!(said(&over).contains("source \"Other\" is no longer failing"), "{}", said(&over));
    desk.quiet_run(NOW);
    assert_eq!(desk.command(NOW, &["status", "--fail-on", "bad"]).status.code(), Some(0));
}

#[test]
fn the_feed_for_operators_tells_what_happened_is_valid_and_lies_outside_what_readers_get() {
    let desk = Desk::new(&source("Other", "other.xml"));
    desk.put("other.xml", "<html><head><title>Log in & pay</title></head></html>");
    desk.run();
    let feed = fs::read(desk.path("operators.atom")).unwrap();
    let report = copydesk::validate::document(
        &feed,
        chrono::DateTime::from_timestamp(NOW.parse().unwrap(), 0).unwrap(),
    );
    assert!(
        report.findings.iter().all(|finding| finding.level != copydesk::model::Level::Error),
        "{report:?}"
    );
    let read = copydesk::read::feed(&feed, &copydesk::model::Hints::default()).unwrap().feed;
    assert_eq!(read.entries.len(), 1);
    let entry = &read.entries[0];
    assert_eq!(entry.title.as_ref().unwrap().value, "Other: failing");
    assert!(entry.content.as_ref().unwrap().without_markup().contains("Log in & pay"));
    assert!(!titles(&desk, "news").iter().any(|title| title.contains("Log in")), "no error is news");
    desk.quiet_run(NOW);
    assert_eq!(fs::read(desk.path("operators.atom")).unwrap(), feed, "nothing new, no byte changes");
}

#[test]
fn truncated_feed_keeps_what_was_read_before_the_cut() {
    let desk = Desk::new("");
    let whole = rss(&[
        item("g1", "Bridge opens after nine years of works", 20),
        item("g2", "Second piece of news today", 20),
    ]);
    desk.put("up.xml", &whole[..whole.len() - 60]);
    let output = desk.run();
    assert_eq!(output.status.code(), Some(0));
    assert!(titles(&desk, "news").contains(&"Bridge opens after nine years of works".to_owned()));
}

#[test]
fn wrong_encoding_declaration_is_read_all_the_same() {
    let desk = Desk::new("");
    let feed = rss(&[item("g1", "Caf\u{e9} opens", 20)])
        .replace("?xml version=\"1.0\"?", "?xml version=\"1.0\" encoding=\"iso-8859-1\"?");
    desk.put("up.xml", &feed);
    desk.run();
    assert_eq!(titles(&desk, "news"), ["Caf\u{e9} opens"]);
}

#[test]
fn shared_guid_keeps_every_item() {
    let desk = Desk::new("");
    desk.put(
        "up.xml",
        &rss(&[item("same", "First of all the news", 20), item("same", "Second kind of story", 21)]),
    );
    desk.run();
    assert_eq!(titles(&desk, "news"), ["Second kind of story", "First of all the news"]);
}

#[test]
fn changed_guids_of_a_migration_bring_nothing_back() {
    let desk = Desk::new("");
    desk.put(
        "up.xml",
        &rss(&[item("old-1", "First of all the news", 20), item("old-2", "Second kind of story", 21)]),
    );
    desk.run();
    let before = ids(&desk);
    desk.put(
        "up.xml",
        &rss(&[item("new-1", "First of all the news", 20), item("new-2", "Second kind of story", 21)]),
    );
    desk.run();
    assert_eq!(before, ids(&desk));
}

#[test]
fn impossible_and_future_dates_cost_nothing() {
    let desk = Desk::new("");
    let feed = rss(&[item("a", "Undated but true", 20), item("b", "From the far future", 21)]);
    let feed = feed
        .replace("20 Aug 2016 09:00:00 GMT", "31 Feb 2016 25:61:00 XXX")
        .replace("21 Aug 2016", "21 Aug 2044");
    desk.put("up.xml", &feed);
    desk.quiet_run(NOW);
    assert!(!desk.read("feeds/news/atom.xml").contains("2044"));
    let before = snapshot(&desk.path("feeds"));
    desk.quiet_run(LATER);
    assert_eq!(before, snapshot(&desk.path("feeds")));
}

#[test]
fn entries_dated_ahead_are_held_or_dropped_where_their_source_is_so_configured() {
    let feed = rss(&[item("a", "The news of today", 20), item("b", "From the near future", 25)]);
    for (policy, then) in [("hold", true), ("drop", false)] {
        let desk = Desk::new("");
        let config = desk.read("copydesk.toml");
        let key = format!("[[sources]]\nfuture_dates = \"{policy}\"\n");
        fs::write(desk.path("copydesk.toml"), config.replace("[[sources]]\n", &key)).unwrap();
        desk.put("up.xml", &feed);
        desk.quiet_run(NOW);
        assert_eq!(desk.read("feeds/news/atom.xml").matches("<entry>").count(), 1, "{policy}");
        assert!(!desk.read("feeds/news/atom.xml").contains("future"), "{policy}");
        // Its time has come, and the source does not bring it any more.
        desk.put("up.xml", &rss(&[item("a", "The news of today", 20)]));
        desk.quiet_run(LATER);
        let shown = desk.read("feeds/news/atom.xml");
        assert_eq!(shown.contains("From the near future"), then, "{policy}: {shown}");
        assert_eq!(shown.contains("2016-08-25T09:00:00"), then, "{policy}: {shown}");
    }
}

#[test]
fn edit_moves_nothing_but_updated() {
    let desk = Desk::new("");
    desk.put("up.xml", &rss(&[item("g1", "Bridge opens after nine years of works", 20)]));
    desk.quiet_run(NOW);
    let before: serde_json::Value = serde_json::from_str(&desk.read("feeds/news/feed.json")).unwrap();
    desk.put(
        "up.xml",
        &rss(&[
            item("g1", "Bridge opens after nine years of works", 20).replace("All about", "Everything about")
        ]),
    );
    desk.quiet_run(LATER);
    let after: serde_json::Value = serde_json::from_str(&desk.read("feeds/news/feed.json")).unwrap();
    let (before, after) = (&before["items"][0], &after["items"][0]);
    assert_eq!(before["id"], after["id"]);
    assert_eq!(before["date_published"], after["date_published"]);
    assert_ne!(before["date_modified"], after["date_modified"]);
    assert!(after.to_string().contains("Everything about"));
}

#[test]
fn withdrawn_article_leaves_every_feed_with_the_next_run() {
    let desk = Desk::new("");
    let article = "+++\ntitle = \"A mistake of ours\"\npublished = 2016-08-21T08:00:00Z\n+++\n\nText.\n";
    desk.put("own/a.md", article);
    desk.quiet_run(NOW);
    assert!(titles(&desk, "all").contains(&"A mistake of ours".to_owned()));
    desk.put("own/a.md", &article.replacen("+++\n", "+++\nstatus = \"withdrawn\"\n", 1));
    desk.quiet_run(NOW);
    for document in snapshot(&desk.path("feeds")) {
        assert!(!String::from_utf8_lossy(&document.1).contains("A mistake of ours"), "{:?}", document.0);
    }
}

#[test]
fn embargoed_article_waits_for_its_time() {
    let desk = Desk::new("");
    desk.put(
        "own/a.md",
        "+++\ntitle = \"Soon\"\npublished = 2016-08-21T08:00:00Z\nembargo = 2016-09-01T00:00:00Z\n+++\n\nText.\n",
    );
    desk.quiet_run(NOW);
    assert!(!titles(&desk, "all").contains(&"Soon".to_owned()));
    desk.quiet_run(LATER);
    assert!(titles(&desk, "all").contains(&"Soon".to_owned()));
}

#[test]
fn address_of_an_article_is_given_once_and_for_ever() {
    let desk = Desk::new("");
    desk.put("own/a.md", "+++\ntitle = \"First headline\"\npublished = 2016-08-21T08:00:00Z\n+++\n\nText.\n");
    desk.put(
        "own/b.md",
        "+++\ntitle = \"First headline\"\npublished = 2016-08-21T09:00:00Z\n+++\n\nQuite another text.\n",
    );
    desk.quiet_run(NOW);
    for address in ["https://desk.example/news/first-headline", "https://desk.example/news/first-headline-2"]
    {
        assert_eq!(desk.command(NOW, &["why", address]).status.code(), Some(0), "{address}");
    }
    desk.put(
        "own/a.md",
        "+++\ntitle = \"Better headline\"\npublished = 2016-08-21T08:00:00Z\n+++\n\nText.\n",
    );
    desk.quiet_run(LATER);
    let feed = desk.read("feeds/all/feed.json");
    assert!(feed.contains("Better headline") && !feed.contains("better-headline"), "{feed}");
}

#[test]
fn second_run_at_the_same_time_leaves_at_once() {
    let desk = Desk::new("");
    let lock = fs::File::create(desk.path("copydesk.lock")).unwrap();
    lock.try_lock().unwrap();
    let output = desk.run();
    assert_eq!((output.status.code(), said(&output).as_str()), (Some(75), ""));
    drop(lock);
    // A process that another test starts holds our open files too, from its fork to its exec.
    while fs::File::open(desk.path("copydesk.lock")).unwrap().try_lock().is_err() {
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    desk.quiet_run(NOW);
}

#[test]
fn database_of_a_newer_version_is_refused_untouched() {
    let desk = Desk::new("");
    desk.quiet_run(NOW);
    let database = rusqlite::Connection::open(desk.path("copydesk.db")).unwrap();
    database.pragma_update(None, "user_version", 999).unwrap();
    drop(database);
    let before = snapshot(&desk.path("feeds"));
    let output = desk.run();
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("version 999"), "{}", said(&output));
    assert_eq!(before, snapshot(&desk.path("feeds")));
}

#[test]
fn what_cannot_be_written_is_said_and_the_rest_is_published() {
    let desk = Desk::new("");
    fs::create_dir_all(desk.path("feeds/news/rss.xml")).unwrap();
    let output = desk.run();
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("news/rss.xml"), "{}", said(&output));
    assert_eq!(titles(&desk, "news").len(), 1);
}

#[test]
fn records_come_from_standard_input_too() {
    use std::io::Write;
    let desk = Desk::new("");
    let mut child = Command::new(env!("CARGO_BIN_EXE_copydesk"))
        .arg("--config")
        .arg(desk.path("copydesk.toml"))
        .args(["run", "--articles", "-"])
        .env("SOURCE_DATE_EPOCH", NOW)
        .stdin(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    let record =
        "{\"id\":\"p1\",\"title\":\"Piped in\",\"text\":\"Text.\",\"published\":\"2016-08-21T08:00:00Z\"}\n";
    child.stdin.take().unwrap().write_all(record.as_bytes()).unwrap();
    assert!(child.wait().unwrap().success());
    assert!(titles(&desk, "news").contains(&"Piped in".to_owned()));
}

#[test]
fn why_and_status_explain() {
    let desk = Desk::new("");
    desk.quiet_run(NOW);
    let why = desk.command(NOW, &["why", "https://wire.example/Bridgeopensafternineyearsofworks"]);
    assert_eq!(why.status.code(), Some(0), "{}", said(&why));
    assert!(
        said(&why).contains("source Wire") && said(&why).contains("the lead of its story"),
        "{}",
        said(&why)
    );
    assert_eq!(desk.command(NOW, &["why", "nothing"]).status.code(), Some(1));
    let status = said(&desk.command(NOW, &["status"]));
    assert!(status.contains("Wire") && status.contains("good"), "{status}");
    fs::remove_file(desk.path("up.xml")).unwrap();
    desk.run();
    assert_eq!(desk.command(NOW, &["status", "--fail-on", "bad"]).status.code(), Some(3));
}

#[test]
fn init_writes_a_configuration_that_runs_and_never_over_an_old_one() {
    let desk = Desk::new("");
    fs::remove_file(desk.path("copydesk.toml")).unwrap();
    assert_eq!(desk.command(NOW, &["init", "-q"]).status.code(), Some(0));
    // What nobody filled in would be published, and sent to every publisher.
    let output = desk.run();
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("[site] is as `copydesk init` wrote it"), "{}", said(&output));
    let written = desk.read("copydesk.toml").replace("title = \"My Desk\"", "title = \"Quay\"");
    desk.put("copydesk.toml", &written);
    desk.quiet_run(NOW);
    let check = desk.command(NOW, &["check"]);
    assert_eq!(check.status.code(), Some(2));
    let told = String::from_utf8(check.stdout).unwrap();
    assert!(told.contains("copydesk.toml:7: [site] home = "), "{told}");
    assert_eq!(desk.command(NOW, &["init"]).status.code(), Some(2));
    assert_eq!(written, desk.read("copydesk.toml"));
}

#[test]
fn a_name_that_nobody_has_is_answered_with_the_nearest() {
    let desk = Desk::new("");
    for (arguments, hint) in [
        (&["run", "--source", "Wrie"][..], "did you mean \"Wire\"?"),
        (&["run", "--source", "Zebra"][..], "`copydesk status` lists them"),
        (&["run", "--allow-shrink", "nwes"][..], "did you mean \"news\"?"),
        (&["export", "--section", "nwes"][..], "did you mean \"news\"?"),
    ] {
        let output = desk.command(NOW, arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(said(&output).contains(hint), "{}", said(&output));
    }
}

#[test]
fn a_run_in_which_no_article_could_be_read_is_no_success() {
    let desk = Desk::new("");
    desk.put("copydesk.toml", &format!("{SITE}[[articles]]\npath = \"own/*\"\n"));
    desk.put("own/a.json", "{");
    let output = desk.command(NOW, &["run", "-v"]);
    assert_eq!(output.status.code(), Some(1));
    let told = said(&output);
    assert!(told.contains("no article could be read: 1 left out") && told.contains("Left out"), "{told}");
}

#[test]
fn what_a_source_never_gave_does_not_stay() {
    let desk = Desk::new("");
    desk.put("up.xml", "no feed");
    let told = said(&desk.run());
    assert!(told.contains("it has given nothing yet") && !told.contains("stays"), "{told}");
    desk.put("up.xml", &rss(&[item("g1", "Bridge opens after nine years of works", 20)]));
    desk.run();
    desk.put("up.xml", "no feed");
    let told = said(&desk.command(NOW, &["run", "--source", "Wire"]));
    assert!(told.contains("what it gave before stays"), "{told}");
}
