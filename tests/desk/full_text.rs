//! Full text for a source that cuts its own: the real program against a site on loopback.

use crate::origin;

use std::process::{Command, Output};
use std::time::Duration;

use origin::{Origin, Reply, reply};
use serde_json::Value;
use tempfile::TempDir;

const LEAD: &str =
    "The ferry to Stone Island will keep running through the winter, the county said on Sunday.";
const MORE: &str = "The change came after more than four hundred islanders signed a letter that asked the county to think again, and the letter was read aloud.";
const LAST: &str = "The boat will make two crossings a day instead of five, and fares stay as they are until April, when they will be looked at.";

fn html(number: usize) -> String {
    format!(
        "<html><head><title>Ferry news {number} | The Harbour Post</title></head><body><nav><a href=/>Home</a></nav><main><h1>Ferry news {number}</h1><p>{LEAD}</p><p>{MORE}</p><p>{LAST} <a href='map/{number}'>A map.</a></p><p>Source: The Island Courier</p></main><footer>The Harbour Post</footer></body></html>"
    )
}

fn feed(home: &str, numbers: std::ops::Range<usize>, words: &str) -> String {
    let item = |n: usize| {
        format!(
            "<item><title>Ferry news {n}</title><link>{home}/news/{n}</link><guid>{home}/news/{n}</guid><pubDate>Wed, 24 Aug 2016 00:{n:02}:00 GMT</pubDate><description>{LEAD}{words}</description></item>"
        )
    };
    let items: String = numbers.map(item).collect();
    format!(
        "<rss version=\"2.0\"><channel><title>The Harbour Post</title><link>{home}</link><description>News</description>{items}</channel></rss>"
    )
}

fn page(body: String) -> Reply {
    reply(200, &[("Content-Type", "text/html")], body.as_bytes())
}

fn number(path: &str) -> usize {
    path.rsplit('/').next().unwrap().parse().unwrap()
}

/// A site that is told its own address and the path that is asked for.
fn site(answer: impl Fn(&str, &str) -> Reply + Send + Sync + 'static) -> Origin {
    Origin::start(move |request| {
        answer(&format!("http://{}", request.header("host").unwrap()), &request.path)
    })
}

fn paths(origin: &Origin) -> Vec<String> {
    origin.seen().into_iter().map(|request| request.path).collect()
}

struct Desk(TempDir);

impl Desk {
    fn new(origin: &Origin, fetch: &str, source: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let configuration = format!(
            "[site]\ntitle = \"Desk\"\nhome = \"https://desk.example/\"\nbase_url = \"https://desk.example/feeds/\"\n\n\
             [fetch]\nallow_addresses = [\"127.0.0.1\"]\n{fetch}\n\n[publish]\nformats = [\"json\"]\ncredit_line = false\n\n\
             [[sources]]\nname = \"The Harbour Post\"\nfeed = \"{}\"\nsections = [\"tv\"]\n{source}\n\n\
             [[sections]]\nslug = \"tv\"\ntitle = \"TV\"\n",
            origin.url("/rss")
        );
        std::fs::write(folder.path().join("copydesk.toml"), configuration).unwrap();
        Self(folder)
    }

    fn run(&self, now: i64) -> Value {
        let output = self.command(&["run", "--all", "--json"], now);
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        serde_json::from_slice(&output.stdout).unwrap()
    }

    fn command(&self, arguments: &[&str], now: i64) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_copydesk"));
        command.arg("--config").arg(self.0.path().join("copydesk.toml")).args(arguments);
        command.current_dir(self.0.path()).env("SOURCE_DATE_EPOCH", now.to_string()).output().unwrap()
    }

    /// What is published of each item, by title.
    fn items(&self) -> Vec<(String, String, String)> {
        let text = std::fs::read(self.0.path().join("feeds/tv/feed.json")).unwrap();
        let feed: Value = serde_json::from_slice(&text).unwrap();
        let field = |item: &Value, key: &str| item[key].as_str().unwrap_or_default().to_owned();
        let item =
            |item: &Value| (field(item, "title"), field(item, "content_html"), field(item, "date_modified"));
        feed["items"].as_array().unwrap().iter().map(item).collect()
    }
}

const NOW: i64 = 1_472_010_000;
const QUICK: &str = "gap_seconds = 0";
const FULL: &str = "rights = \"full\"\nfull_text = true";

#[test]
fn the_page_of_a_new_entry_is_asked_once_and_its_text_is_published_beside_the_feeds() {
    let origin = site(|home, path| match path {
        "/rss" => reply(200, &[], feed(home, 1..3, "").as_bytes()),
        "/robots.txt" => reply(404, &[], b""),
        path => page(html(number(path))),
    });
    let desk = Desk::new(&origin, QUICK, FULL);
    let report = desk.run(NOW);
    assert_eq!((&report["pages"]["asked"], &report["pages"]["read"]), (&2.into(), &2.into()), "{report}");
    let items = desk.items();
    assert!(
        items.iter().all(|(_, text, _)| text.contains(MORE) && text.contains(LAST) && !text.contains("Home")),
        "{items:?}"
    );
    assert!(items[0].1.contains(origin.url("/news/map/2").as_str()), "{items:?}");
    // The credit of the page's foot is the entry's.
    let why = desk.command(&["why", origin.url("/news/1").as_str()], NOW);
    assert!(
        String::from_utf8_lossy(&why.stdout).contains("The Island Courier"),
        "{}",
        String::from_utf8_lossy(&why.stdout)
    );
    let asked = paths(&origin);
    assert_eq!(asked.iter().filter(|path| *path == "/robots.txt").count(), 1, "{asked:?}");
    // The second run asks no page and changes nothing.
    let report = desk.run(NOW + 4000);
    assert_eq!(report["pages"]["asked"], 0);
    assert_eq!(desk.items(), items);
    assert_eq!(paths(&origin).iter().filter(|path| path.starts_with("/news/")).count(), 2);
}

#[test]
fn a_run_asks_so_many_pages_and_the_rest_first_next_time_without_another_time_of_change() {
    let origin = site(|home, path| match path {
        "/rss" => reply(200, &[], feed(home, 1..6, "").as_bytes()),
        "/robots.txt" => reply(200, &[], b"User-agent: *\nDisallow: /private\n"),
        path => page(html(number(path))),
    });
    let desk = Desk::new(&origin, "gap_seconds = 0\npages_per_run = 2", FULL);
    assert_eq!(desk.run(NOW)["pages"]["waiting"], 3);
    let before = desk.items();
    assert_eq!(before.iter().filter(|(_, text, _)| text.contains(MORE)).count(), 2);
    assert_eq!(desk.run(NOW + 4000)["pages"]["waiting"], 1);
    assert_eq!(desk.run(NOW + 8000)["pages"]["waiting"], 0);
    let after = desk.items();
    assert!(after.iter().all(|(_, text, _)| text.contains(MORE)), "{after:?}");
    let times =
        |items: &[(String, String, String)]| items.iter().map(|item| item.2.clone()).collect::<Vec<_>>();
    assert_eq!(times(&before), times(&after));
}

#[test]
fn what_a_page_does_not_give_leaves_the_feeds_text_and_is_told_once() {
    let origin = site(|home, path| {
        match path {
        "/rss" => reply(200, &[], feed(home, 1..6, "").as_bytes()),
        "/robots.txt" => reply(200, &[], b"User-agent: *\nDisallow: /news/1\n"),
        "/news/2" => reply(404, &[], b"gone"),
        "/news/3" => page("<title>Cookies</title><p>We value your privacy. Please accept our cookies and those of our partners before you go on reading this wonderful offer of ours.</p>".into()),
        "/news/4" => page(format!("<title>Ferry news</title>{}", "<div>".repeat(60_000))),
        path => page(html(number(path))),
    }
    });
    let desk = Desk::new(&origin, QUICK, FULL);
    let output = desk.command(&["run", "--all"], NOW);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("no full text from") && said.contains("more)"), "{said}");
    let items = desk.items();
    assert_eq!(items.iter().filter(|(_, text, _)| text.contains(MORE)).count(), 1, "{items:?}");
    assert!(items.iter().all(|(_, text, _)| text.contains(LEAD)), "{items:?}");
    let again = desk.command(&["run", "--all"], NOW + 4000);
    assert_eq!(String::from_utf8_lossy(&again.stderr), "");
    let asked = paths(&origin);
    assert!(!asked.iter().any(|path| path == "/news/1"), "{asked:?}");
    assert_eq!(asked.iter().filter(|path| path.starts_with("/news/")).count(), 4);
}

#[test]
fn pauses_are_kept_and_a_site_whose_rules_nobody_can_read_is_not_asked() {
    let origin = site(|home, path| match path {
        "/rss" => reply(200, &[], feed(home, 1..3, "").as_bytes()),
        "/robots.txt" => reply(200, &[], b""),
        path => page(html(number(path))),
    });
    Desk::new(&origin, "gap_seconds = 0.3", FULL).run(NOW);
    let times: Vec<_> = origin.seen().iter().map(|request| request.at).collect();
    assert_eq!(times.len(), 4);
    assert!(times.windows(2).all(|two| two[1] - two[0] >= Duration::from_millis(290)), "{times:?}");
    let broken = site(|home, path| match path {
        "/rss" => reply(200, &[], feed(home, 1..3, "").as_bytes()),
        "/robots.txt" => reply(500, &[], b""),
        path => page(html(number(path))),
    });
    let desk = Desk::new(&broken, QUICK, FULL);
    assert_eq!(desk.run(NOW)["pages"]["waiting"], 2);
    assert!(!paths(&broken).iter().any(|path| path.starts_with("/news/")));
}

#[test]
fn it_is_off_by_default_and_needs_the_right_to_whole_texts() {
    let origin = site(|home, path| match path {
        "/rss" => reply(200, &[], feed(home, 1..3, "").as_bytes()),
        _ => page(html(1)),
    });
    Desk::new(&origin, QUICK, "rights = \"full\"").run(NOW);
    assert_eq!(paths(&origin), ["/rss"]);
    let refused = Desk::new(&origin, QUICK, "full_text = true").command(&["run"], NOW);
    assert_eq!(refused.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("rights = \"full\""));
}

#[test]
fn one_page_is_shown_as_it_would_be_read() {
    let origin = site(|_, path| match path {
        "/robots.txt" => reply(200, &[], b"User-agent: copydesk\nDisallow: /closed\n"),
        _ => page(html(7)),
    });
    let desk = Desk::new(&origin, QUICK, "");
    let shown = desk.command(&["article", origin.url("/news/7").as_str()], NOW);
    let answer: Value = serde_json::from_slice(&shown.stdout).unwrap();
    assert_eq!(answer["title"], "Ferry news 7");
    assert_eq!(answer["credits"][0]["name"], "The Island Courier");
    assert!(answer["text"].as_str().unwrap().contains(LAST) && answer["ok"] == true);
    let closed = desk.command(&["article", origin.url("/closed/7").as_str()], NOW);
    assert_eq!(closed.status.code(), Some(2));
    let answer: Value = serde_json::from_slice(&closed.stdout).unwrap();
    assert!(answer["error"].as_str().unwrap().contains("robots.txt"), "{answer}");
}
