//! `copydesk import`, `copydesk export`, and lists that are followed.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use copydesk::model::Level;

use crate::sources::{CONFIGURATION, Desk, NOW, Origin, feed, must_keep_every_line, not_found, reply, said};

const LIST: &str = r#"<?xml version="1.0" encoding="utf-8"?><opml version="1.0"><head><title>Ours</title></head><body>
<outline text="Culture &amp; more"><outline text="Film"><outline type="rss" text="Reel &eacute;" XMLURL="https://reel.example/feed" htmlUrl="https://reel.example/"/></outline></outline>
<outline title="Set" url="http://set.example/rss" category="TV News"/>
<outline text="Set again" xmlUrl="https://www.set.example/rss"/>
<outline text="Local" xmlUrl="file:///etc/passwd"/>
<outline text="A note"/>
</body></opml>"#;

fn names(desk: &Desk) -> Vec<String> {
    desk.sources().into_iter().map(|(name, ..)| name).collect()
}

#[test]
fn sloppy_list_is_imported_with_its_folders_and_every_skip_is_explained() {
    let desk = Desk::new(CONFIGURATION);
    desk.put("list.opml", LIST);
    let told = desk.succeed(&["import", "list.opml"]);
    assert_eq!(
        desk.sources(),
        [
            (
                "Reel \u{e9}".into(),
                "https://reel.example/feed".into(),
                vec!["culture-more".into(), "film".into()]
            ),
            ("Set".into(), "http://set.example/rss".into(), vec!["tv".into()]),
        ]
    );
    for what in [
        "added section \"Film\" (film)",
        "skipped \"Set again\": it stands in the list before, as \"Set\"",
        "skipped \"Local\": \"file:///etc/passwd\" is no http or https address",
        "skipped \"A note\": it names no feed",
        "added 2 sources and 2 sections",
    ] {
        assert!(told.contains(what), "{what}: {told}");
    }
    must_keep_every_line(CONFIGURATION, &desk.configuration());
    assert!(desk.succeed(&["import", "list.opml"]).contains("it is there already, as \"Set\""));
    assert_eq!(names(&desk).len(), 2);
}

#[test]
fn dry_run_says_all_and_changes_nothing() {
    let desk = Desk::new(CONFIGURATION);
    desk.put("list.opml", LIST);
    assert!(desk.succeed(&["import", "--dry-run", "list.opml"]).contains("would add \"Set\""));
    assert_eq!(desk.configuration(), CONFIGURATION);
}

#[test]
fn list_comes_from_an_address_and_brings_those_it_includes() {
    let origin = Origin::start(|request| {
        match request.path.as_str() {
        "/a/list.opml" => reply(200, &[], br#"<opml><body><outline text="One" xmlUrl="https://one.example/f"/>
            <outline type="include" text="more" url="more.opml"/><outline type="include" url="/gone.opml"/></body></opml>"#),
        // It leads back to the first: no circle.
        "/a/more.opml" => reply(200, &[], br#"<opml><body><outline text="Two" xmlUrl="https://two.example/f"/>
            <outline type="include" url="list.opml"/><outline type="include" url="file:///etc/hostname"/></body></opml>"#),
        _ => not_found(),
    }
    });
    let desk = Desk::new(CONFIGURATION);
    let output = desk.command(&["import", origin.url("/a/list.opml").as_str(), "--section", "tv"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert_eq!(names(&desk), ["One", "Two"]);
    assert!(said(&output).contains("gone.opml: answered 404"), "{}", said(&output));
    assert!(said(&output).contains("\"file:///etc/hostname\" is no http"), "{}", said(&output));
    assert_eq!(origin.seen().len(), 3);
}

#[test]
fn what_is_no_list_is_refused() {
    let desk = Desk::new(CONFIGURATION);
    desk.put("page.html", "<html><body>no</body></html>");
    assert!(desk.refused(&["import", "page.html"]).contains("no OPML list"));
    assert!(desk.refused(&["import", "nowhere.opml"]).contains("cannot read the list nowhere.opml"));
    assert_eq!(desk.configuration(), CONFIGURATION);
}

#[test]
fn export_is_valid_and_imports_to_the_same_desk() {
    let desk = Desk::new(CONFIGURATION);
    desk.put("list.opml", LIST);
    desk.succeed(&["import", "list.opml"]);
    let exported = desk.succeed(&["export"]);
    let report = copydesk::validate::document(exported.as_bytes(), chrono::Utc::now());
    let errors: Vec<_> = report.findings.iter().filter(|finding| finding.level == Level::Error).collect();
    assert!(errors.is_empty() && report.format.starts_with("opml"), "{errors:?} {exported}");
    let other = Desk::new(CONFIGURATION);
    other.put("list.opml", &exported);
    other.succeed(&["import", "list.opml"]);
    let sorted = |desk: &Desk| {
        let mut sources = desk.sources();
        sources.sort();
        sources
    };
    assert_eq!(sorted(&other), sorted(&desk));
}

/// An origin with a list of as many feeds as asked for, and every one of the feeds.
fn listing(count: &Arc<AtomicUsize>) -> Origin {
    let count = Arc::clone(count);
    Origin::start(move |request| {
        let count = count.load(Ordering::SeqCst);
        let etag = format!("\"{count}\"");
        let host = request.header("host").unwrap();
        match request.path.as_str() {
            "/list.opml" if request.header("if-none-match") == Some(&etag) => {
                reply(304, &[("ETag", &etag)], b"")
            }
            "/list.opml" => {
                let line = |n| format!("<outline text='Feed {n}' xmlUrl='http://{host}/{n}'/>");
                let lines: String = (0..count).map(line).collect();
                let list = format!("<opml><body><outline text='TV News'>{lines}</outline></body></opml>");
                reply(200, &[("ETag", &etag)], list.as_bytes())
            }
            path => feed(&format!("Feed {path}"), &[&format!("https://s.example{path}")]),
        }
    })
}

fn run(desk: &Desk, days: u64, more: &[&str]) -> String {
    let now = (NOW.parse::<u64>().unwrap() + days * 86_400).to_string();
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_copydesk"));
    command.arg("--config").arg(desk.path("copydesk.toml")).arg("run").args(more);
    let output = command.env("SOURCE_DATE_EPOCH", now).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    said(&output)
}

fn asked(origin: &Origin, path: &str) -> usize {
    origin.seen().iter().filter(|request| request.path == path).count()
}

#[test]
fn followed_list_brings_sources_and_drops_no_more_than_a_fifth_at_once() {
    let count = Arc::new(AtomicUsize::new(10));
    let origin = listing(&count);
    let list = format!("[[lists]]\nname = \"Roll\"\nurl = \"{}\"\n", origin.url("/list.opml"));
    let desk = Desk::new(&format!("{CONFIGURATION}{list}"));
    let told = run(&desk, 0, &[]);
    assert!(told.contains("the list \"Roll\" brings new sources: Feed 0, Feed 1"), "{told}");
    let feed = std::fs::read_to_string(desk.path("feeds/tv/feed.json")).unwrap();
    assert!(feed.contains("https://s.example/9"), "folders are sections: {feed}");
    assert_eq!(run(&desk, 0, &[]), "", "the list is not due again, and nothing is said twice");
    assert_eq!(asked(&origin, "/list.opml"), 1);

    // Nine of ten are gone: more than a fifth, so that all are asked as before.
    count.store(1, Ordering::SeqCst);
    let told = run(&desk, 3, &[]);
    assert!(told.contains("lacks 9 of its sources at once") && told.contains("--drop-listed"), "{told}");
    assert_eq!(asked(&origin, "/9"), 2);
    assert_eq!(run(&desk, 6, &[]), "");
    assert_eq!(asked(&origin, "/9"), 3);

    // A person says that it is meant; what was published stays published, under its name.
    assert!(run(&desk, 9, &["--drop-listed"]).contains("dropped sources: Feed 1"));
    assert_eq!(asked(&origin, "/9"), 3);
    let feed = std::fs::read_to_string(desk.path("feeds/tv/feed.json")).unwrap();
    assert!(feed.contains("https://s.example/9") && feed.contains("Feed 9"), "{feed}");

    // Two of ten would be a fifth.
    count.store(10, Ordering::SeqCst);
    assert!(run(&desk, 12, &[]).contains("brings new sources: Feed 1"));
    count.store(8, Ordering::SeqCst);
    assert!(run(&desk, 15, &[]).contains("dropped sources: Feed 8, Feed 9"));
    let unconditional = |request: &&crate::origin::Request| {
        request.path == "/list.opml" && request.header("if-none-match").is_none()
    };
    assert_eq!(origin.seen().iter().filter(unconditional).count(), 1);
}

#[test]
fn list_that_fails_is_said_once_and_its_sources_stay() {
    let count = Arc::new(AtomicUsize::new(2));
    let origin = listing(&count);
    let list = |path: &str| format!("{CONFIGURATION}[[lists]]\nname = \"Roll\"\nurl = \"{path}\"\n");
    let desk = Desk::new(&list(origin.url("/list.opml").as_str()));
    run(&desk, 0, &[]);
    // The same list, at an address where there is a feed.
    desk.put("copydesk.toml", &list(origin.url("/1").as_str()));
    let told = run(&desk, 3, &[]);
    assert!(told.contains("list \"Roll\" is failing"), "{told}");
    assert_eq!(run(&desk, 6, &[]), "");
    assert_eq!(asked(&origin, "/0"), 3);
    assert!(desk.succeed(&["status"]).contains("Feed 0"));
    assert!(desk.succeed(&["export"]).contains("Feed 0"));
}

/// Names and addresses long enough that as many as people have make a list beyond the limit.
/// Few with long addresses make a large list as well as many do, and faster.
fn many(count: usize) -> String {
    let line = |nth: usize| {
        format!(
            "[[sources]]\nname = \"{nth} {}\"\nfeed = \"https://f{nth}.example/{}\"\nsections = [\"tv\"]\n",
            "n".repeat(160),
            "p".repeat(1_900)
        )
    };
    (0..count).map(line).collect()
}

#[test]
fn large_export_comes_in_valid_parts_that_import_to_the_same_list() {
    let desk = Desk::new(&format!("{CONFIGURATION}{}", many(2_800)));
    let refused = desk.command(&["export"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(refused.stdout.is_empty() && said(&refused).contains("export --to FOLDER"), "{}", said(&refused));
    desk.succeed(&["export", "--to", "lists"]);
    let parts = ["lists/sources-1.opml", "lists/sources-2.opml"];
    for part in parts {
        desk.succeed(&["validate", part]);
        assert!(std::fs::metadata(desk.path(part)).unwrap().len() <= 5_000_000);
    }
    let other = Desk::new(CONFIGURATION);
    for part in parts {
        other.put(part.trim_start_matches("lists/"), &std::fs::read_to_string(desk.path(part)).unwrap());
    }
    other.succeed(&["-q", "import", "sources-1.opml", "sources-2.opml"]);
    assert!(other.sources() == desk.sources());
    // A list that became shorter leaves nothing of the long one behind.
    desk.put("copydesk.toml", &format!("{CONFIGURATION}{}", many(3)));
    desk.succeed(&["export", "--to", "lists"]);
    let left: Vec<_> =
        std::fs::read_dir(desk.path("lists")).unwrap().map(|one| one.unwrap().file_name()).collect();
    assert_eq!(left, ["sources.opml"]);
}
