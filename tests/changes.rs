//! A desk changes: its configuration is edited, its files are renamed, and what is stored follows.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use copydesk::model::{Feed, Hints};
use copydesk::read;
use tempfile::TempDir;

/// 2026-11-25, 10:00.
const NOW: i64 = 1_795_600_800;
const HOUR: i64 = 3_600;

const NEWS: &str = "[[sections]]\nslug = \"news\"\ntitle = \"News\"\n";
const COAST: &str = "[[sections]]\nslug = \"coast\"\ntitle = \"Coast\"\n";

struct Desk(TempDir);

impl Desk {
    fn new(rest: &str) -> Self {
        let desk = Self(tempfile::tempdir().unwrap());
        fs::create_dir(desk.path("own")).unwrap();
        desk.wire("tern", &["Report on amber", "Letter from the coast", "A note on dredging"]);
        desk.wire("gull", &["Budget of the harbour", "Trams stand still"]);
        desk.configure(rest);
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn put(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).unwrap();
    }

    fn configure(&self, rest: &str) {
        let head = "[site]\ntitle = \"Quay Desk\"\nhome = \"https://desk.example/\"\n\
            base_url = \"https://desk.example/feeds/\"\n\
            [[articles]]\npath = \"own/**/*\"\nurl = \"https://desk.example/{section}/{slug}\"\nsection = \"news\"\n";
        self.put("copydesk.toml", &format!("{head}{rest}"));
    }

    fn wire(&self, host: &str, titles: &[&str]) {
        let item = |(nth, title): (usize, &&str)| {
            let about = title.to_lowercase();
            format!(
                "<item><title>{title}</title><link>https://{host}.example/{nth}</link><guid>https://{host}.example/{nth}</guid>\
                 <pubDate>Wed, 25 Nov 2026 0{nth}:00:00 GMT</pubDate><description>All about {about}, by {host}.</description></item>"
            )
        };
        let items: String = titles.iter().enumerate().map(item).collect();
        self.put(
            &format!("{host}.xml"),
            &format!("<rss version=\"2.0\"><channel><title>{host}</title><link>https://{host}.example/</link><description>d</description>{items}</channel></rss>"),
        );
    }

    fn run(&self, hours: i64, arguments: &[&str]) -> String {
        let output = self.command(hours, &[&["run", "--all"], arguments].concat());
        assert_eq!(output.status.code(), Some(0), "{output:?}");
        String::from_utf8(output.stderr).unwrap()
    }

    fn command(&self, hours: i64, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_copydesk"));
        command.arg("--config").arg(self.path("copydesk.toml")).args(arguments);
        command.env("SOURCE_DATE_EPOCH", (NOW + hours * HOUR).to_string()).output().unwrap()
    }

    fn feed(&self, section: &str) -> Feed {
        let bytes = fs::read(self.path(&format!("feeds/{section}/atom.xml"))).unwrap();
        read::feed(&bytes, &Hints::default()).unwrap().feed
    }

    fn titles(&self, section: &str) -> Vec<String> {
        let title = |entry: &copydesk::model::Entry| entry.title.as_ref().unwrap().value.clone();
        self.feed(section).entries.iter().map(title).collect()
    }

    /// Id and time of the last edit, by headline.
    fn known(&self, section: &str) -> BTreeMap<String, (String, i64)> {
        let entries = self.feed(section).entries.into_iter();
        entries
            .map(|entry| {
                let updated = entry.updated.unwrap().timestamp();
                (entry.title.as_ref().unwrap().value.clone(), (entry.id.clone().unwrap(), updated))
            })
            .collect()
    }
}

fn source(name: &str, feed: &str, rest: &str) -> String {
    format!(
        "[[sources]]\nname = \"{name}\"\nfeed = \"{feed}.xml\"\nurl = \"https://{feed}.example/feed\"\n\
         home = \"https://{feed}.example/\"\nrights = \"full\"\n{rest}\n"
    )
}

fn tern(rest: &str) -> String {
    source("Tern", "tern", rest)
}

/// Of each change of the rules: what the desk says before and after, and how many stories stand
/// then in news and coast.
#[test]
fn changed_rules_reach_what_is_stored_and_make_nothing_unread() {
    let both = format!("{NEWS}{COAST}");
    let in_news = tern("sections = [\"news\"]");
    let asking = |key: &str, words: &str| format!("{in_news}{both}{key} = [\"{words}\"]\n");
    let cases: [(&str, String, String, usize, usize); 6] = [
        ("section added", format!("{in_news}{NEWS}"), asking("keywords", "amber"), 3, 1),
        ("source moved", format!("{in_news}{both}"), tern("sections = [\"coast\"]") + &both, 0, 3),
        ("in both", format!("{in_news}{both}"), tern("sections = [\"news\", \"coast\"]") + &both, 3, 3),
        ("keyword taken back", asking("keywords", "amber"), format!("{in_news}{both}"), 3, 0),
        ("other keyword", asking("keywords", "amber"), asking("keywords", "by tern"), 3, 3),
        (
            "language",
            format!("{}{both}", tern("language = \"en\"\nsections = [\"news\", \"coast\"]")),
            format!(
                "{}{both}languages = [\"de\"]\n",
                tern("language = \"en\"\nsections = [\"news\", \"coast\"]")
            ),
            3,
            0,
        ),
    ];
    for (name, before, after, news, coast) in cases {
        let desk = Desk::new(&before);
        desk.run(0, &[]);
        let known = desk.known("all");
        desk.configure(&after);
        let said = desk.run(3, &["-v"]);
        assert!(said.contains("by the changed rules"), "{name}: {said}");
        assert_eq!((desk.titles("news").len(), desk.titles("coast").len()), (news, coast), "{name}");
        assert_eq!(desk.known("all"), known, "{name}");
        let said = desk.run(6, &["-v"]);
        assert!(!said.contains("by the changed rules"), "{name}: {said}");
    }
}

#[test]
fn section_that_is_renamed_keeps_its_stories_and_its_old_feeds_are_gone_and_told() {
    let desk = Desk::new(&format!("{}{NEWS}", tern("sections = [\"news\"]")));
    desk.run(0, &[]);
    let known = desk.known("news");
    let renamed = NEWS.replace("news", "notices");
    desk.configure(&format!("{}{renamed}", tern("sections = [\"notices\"]")));
    let said = desk.run(3, &[]);
    assert!(said.contains("the section \"news\" is not in the configuration any more"), "{said}");
    assert_eq!(desk.known("notices"), known);
    assert!(!desk.path("feeds/news/rss.xml").exists() && !desk.path("feeds/news/atom.xml").exists());
    assert_eq!(desk.run(6, &[]), "");
}

#[test]
fn article_in_another_section_moves_and_keeps_address_and_time() {
    let desk = Desk::new(&format!("{NEWS}{COAST}"));
    let article = |section: &str| {
        desk.put(
            "own/mole.md",
            &format!(
                "+++\ntitle = \"The mole\"\npublished = 2026-11-25T08:00:00Z\n{section}+++\n\nIt stands.\n"
            ),
        );
    };
    article("");
    desk.run(0, &[]);
    let known = desk.known("news");
    article("section = \"coast\"\n");
    desk.run(3, &[]);
    assert_eq!((desk.titles("news").len(), desk.known("coast")), (0, known));
}

#[test]
fn source_that_is_gone_leaves_the_fronts_is_told_once_and_comes_back_as_it_was() {
    let gull = source("Gull", "gull", "sections = [\"news\"]");
    let both = format!("{}{gull}{NEWS}", tern("sections = [\"news\"]"));
    let desk = Desk::new(&both);
    desk.run(0, &[]);
    let known = desk.known("news");
    assert_eq!(known.len(), 5);
    desk.configure(&format!("{gull}{NEWS}"));
    let said = desk.run(3, &[]);
    assert!(said.contains("the source \"Tern\" is not in the configuration any more"), "{said}");
    assert_eq!(desk.titles("news").len(), 2);
    assert_eq!(desk.run(6, &[]), "");
    desk.configure(&both);
    desk.run(9, &[]);
    assert_eq!(desk.known("news"), known);
}
