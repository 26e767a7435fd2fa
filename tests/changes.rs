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

/// A source of another name, and then with the key that the run says, is the source of before; texts
/// may credit it by either name.
#[test]
fn renamed_source_is_the_same_and_old_credits_mean_it() {
    let gull = source("Gull", "gull", "sections = [\"news\"]");
    let desk = Desk::new(&format!("{}{gull}{NEWS}", source("Tern Gazette", "tern", "sections = [\"news\"]")));
    desk.put("own/pier.md", "+++\ntitle = \"The pier\"\npublished = 2026-11-25T08:00:00Z\n+++\n\nA wall fell.\n\nSource: Tern Gazette\n");
    desk.run(0, &[]);
    let known = desk.known("news");
    let page = |name: &str, lines: usize| {
        let page = fs::read_to_string(desk.path("feeds/news/atom.xml")).unwrap();
        assert_eq!(page.matches(&format!("Source: {name}.")).count(), lines, "{page}");
        assert_eq!(page.contains("<title>Tern Gazette</title>"), name == "Tern Gazette", "{page}");
    };
    page("Tern Gazette", 1);
    desk.configure(&format!("{}{gull}{NEWS}", source("Wing Post", "tern", "sections = [\"news\"]")));
    let said = desk.run(2, &[]);
    assert!(
        said.contains("write key = \"tern-gazette\"") && !said.contains("not in the configuration"),
        "{said}"
    );
    assert_eq!(desk.known("news"), known);
    page("Wing Post", 1);
    assert_eq!(desk.run(4, &[]), "");
    assert!(desk.command(4, &["status"]).status.success());
    let with_key = source("Wing Post", "tern", "key = \"tern-gazette\"\nsections = [\"news\"]");
    desk.configure(&format!("{with_key}{gull}{NEWS}"));
    assert_eq!(desk.run(6, &[]), "");
    assert_eq!(desk.known("news"), known);
    desk.put("own/wall.md", "+++\ntitle = \"The wall\"\n+++\n\nSnow came.\n\nSource: Tern Gazette\n");
    desk.run(8, &[]);
    page("Wing Post", 2);
}

#[test]
fn two_entries_of_one_address_are_shown_and_one_can_be_named() {
    let desk = Desk::new(&format!("{}{}{NEWS}", tern("sections = [\"news\"]"), source("Gull", "gull", "")));
    let item = |guid: &str, title: &str| {
        format!(
            "<rss version=\"2.0\"><channel><title>x</title><link>https://x.example/</link><description>d</description>\
             <item><title>{title}</title><link>https://both.example/1</link><guid isPermaLink=\"false\">{guid}</guid>\
             <description>On {title}.</description></item></channel></rss>"
        )
    };
    desk.put("tern.xml", &item("t1", "Amber is found"));
    desk.put("gull.xml", &item("g1", "Trams stand still"));
    desk.run(0, &[]);
    let withdraw = |wanted: &str| {
        let output = desk.command(1, &["stories", "--withdraw", wanted]);
        (output.status.code(), String::from_utf8(output.stderr).unwrap())
    };
    let (code, said) = withdraw("https://both.example/1");
    assert_eq!(code, Some(1));
    assert!(said.contains("Tern: Amber is found") && said.contains("Gull: Trams stand still"), "{said}");
    let id = said.split('"').rev().nth(1).unwrap();
    assert_eq!(withdraw(id).0, Some(0), "{said}");
}

/// A text of our own, so long that a word more or less is a small edit.
fn article(title: &str, about: &str) -> String {
    let text: String = ["stands", "was built", "is measured", "shall be mended", "holds"]
        .iter()
        .map(|does| format!("The {about} of the old harbour {does} where the {about} keepers said. "))
        .collect();
    format!("+++\ntitle = \"{title}\"\npublished = 2026-11-25T08:00:00Z\n+++\n\n{text}\n")
}

fn desk_of(articles: usize) -> Desk {
    let desk = Desk::new(NEWS);
    for nth in 0..articles {
        let about = ["mole", "crane", "ferry", "lamp", "buoy", "quay", "lock", "dock"][nth % 8];
        desk.put(
            &format!("own/{about}{nth}.md"),
            &article(&format!("On {about} {nth}"), &format!("{about}{nth}")),
        );
    }
    desk
}

/// An article's file is renamed, then corrected, then another takes the old name.
#[test]
fn renamed_file_is_the_same_article() {
    let old = article("On mole 0", "mole0");
    let renamed = [
        ("as it was", old.clone()),
        ("corrected", old.replace("old harbour", "ancient harbour")),
        ("another headline", old.replace("On mole 0", "About the mole0")),
    ];
    for (name, text) in renamed {
        let desk = desk_of(3);
        desk.run(0, &[]);
        let ids: Vec<_> =
            desk.feed("news").entries.iter().map(|one| (one.id.clone(), one.link.clone())).collect();
        fs::remove_file(desk.path("own/mole0.md")).unwrap();
        fs::create_dir(desk.path("own/2026")).unwrap();
        desk.put("own/2026/mole.md", &text);
        let same = |hours: i64| {
            assert_eq!(desk.run(hours, &[]), "", "{name}");
            let mut now: Vec<_> =
                desk.feed("news").entries.iter().map(|one| (one.id.clone(), one.link.clone())).collect();
            let mut ids = ids.clone();
            now.sort();
            ids.sort();
            assert_eq!(now, ids, "{name}");
        };
        same(2);
        desk.put("own/2026/mole.md", &text.replace("is measured", "was surveyed"));
        same(4);
        desk.put("own/mole0.md", "+++\ntitle = \"Another thing\"\n+++\n\nSnow fell on the hills.\n");
        desk.run(6, &[]);
        assert_eq!(desk.titles("news").len(), 4, "{name}");
        desk.put("own/2026/mole.toml", "status = \"withdrawn\"\n");
        desk.run(8, &[]);
        assert_eq!(desk.titles("news").len(), 3, "{name}");
        assert!(desk.titles("news").contains(&"Another thing".to_owned()), "{name}");
    }
}

#[test]
fn notices_by_one_template_are_not_one_article() {
    let desk = desk_of(3);
    let notice = |day: u32| {
        format!(
            "+++\ntitle = \"Ferry notice\"\npublished = 2026-11-{day}T08:00:00Z\n+++\n\nNo ferry today.\n"
        )
    };
    desk.put("own/n23.md", &notice(23));
    desk.run(0, &[]);
    let known = desk.known("news")["Ferry notice"].0.clone();
    fs::remove_file(desk.path("own/n23.md")).unwrap();
    desk.put("own/n24.md", &notice(24));
    // Until the old one is withdrawn they may tell one story.
    desk.run(2, &[]);
    desk.run(4, &[]);
    assert!(desk.known("news")["Ferry notice"].0 != known);
}

#[test]
fn deleted_file_is_told_then_withdrawn_with_a_tombstone_and_comes_back_as_it_was() {
    let desk = desk_of(3);
    desk.run(0, &[]);
    let known = desk.known("news");
    fs::remove_file(desk.path("own/mole0.md")).unwrap();
    let said = desk.run(2, &[]);
    assert!(said.contains("own/mole0.md is gone"), "{said}");
    assert_eq!(desk.known("news"), known);
    assert_eq!(desk.run(4, &[]), "");
    assert_eq!(desk.titles("news").len(), 2);
    assert_eq!(
        desk.feed("news").deleted.iter().map(|gone| &gone.id).collect::<Vec<_>>(),
        [&known["On mole 0"].0]
    );
    assert_eq!(desk.run(6, &[]), "");
    desk.put("own/mole-again.md", &article("On mole 0", "mole0"));
    desk.run(8, &[]);
    assert_eq!(desk.known("news"), known);
}

#[test]
fn many_files_that_are_gone_at_once_are_held_until_a_person_allows_it() {
    for (all, gone, left) in [(2, 2, 0), (12, 5, 7), (60, 5, 60)] {
        let desk = desk_of(all);
        desk.run(0, &[]);
        let files: Vec<PathBuf> =
            fs::read_dir(desk.path("own")).unwrap().map(|file| file.unwrap().path()).collect();
        files.iter().take(gone).for_each(|file| fs::remove_file(file).unwrap());
        let said = desk.run(2, &[]);
        if left == all {
            assert!(said.contains("leaves the feeds with the next run"), "{said}");
            continue;
        }
        assert!(said.contains("copydesk run --allow-deleted"), "{said}");
        assert_eq!((desk.run(4, &[]), desk.run(6, &[])), (String::new(), String::new()));
        assert_eq!(desk.titles("all").len(), all.min(50));
        desk.run(8, &["--allow-deleted"]);
        assert_eq!(desk.titles("all").len(), left);
    }
}

#[test]
fn deleted_file_keeps_its_article_where_the_configuration_says_so() {
    let desk = desk_of(3);
    let text = fs::read_to_string(desk.path("copydesk.toml")).unwrap();
    desk.put(
        "copydesk.toml",
        &text.replace("section = \"news\"\n", "section = \"news\"\nwhen_deleted = \"keep\"\n"),
    );
    desk.run(0, &[]);
    fs::remove_file(desk.path("own/mole0.md")).unwrap();
    assert_eq!([2, 4, 6].map(|hours| desk.run(hours, &[])), ["", "", ""]);
    assert_eq!(desk.titles("news").len(), 3);
}

/// Of each filter: what the desk says, and the titles that stand in news and in all then. Filters are changed
/// after a first run, and taken back after a second: what comes back is what it was.
#[test]
fn filters_keep_out_and_let_in_again_what_is_stored_and_make_nothing_unread() {
    let in_news = || tern("sections = [\"news\"]");
    let cases: [(&str, String, usize, usize); 9] = [
        ("drop", format!("{}{NEWS}[[filters]]\ndrop = {{ title = [\"amber\"] }}\n", in_news()), 2, 2),
        (
            "expression",
            format!("{}{NEWS}[[filters]]\ndrop = {{ title = [\"/^(report|letter)/\"] }}\n", in_news()),
            1,
            1,
        ),
        (
            "of a section",
            format!(
                "{}{NEWS}[[filters]]\nsections = [\"news\"]\ndrop = {{ text = [\"coast\"] }}\n",
                in_news()
            ),
            2,
            3,
        ),
        (
            "in a section",
            format!("{}{NEWS}filters = [{{ only = {{ title = [\"dredging\"] }} }}]\n", in_news()),
            1,
            3,
        ),
        (
            "of a source",
            format!(
                "{}{NEWS}",
                tern("sections = [\"news\"]\nfilters = [{ only = { title = [\"amber\"] } }]")
            ),
            1,
            1,
        ),
        (
            "kept first",
            format!(
                "{}{NEWS}[[filters]]\nkeep = {{ title = [\"amber\"] }}\n[[filters]]\ndrop = {{ address = [\"tern.example\"] }}\n",
                in_news()
            ),
            1,
            1,
        ),
        (
            "of another",
            format!("{}{NEWS}[[filters]]\nsources = [\"own\"]\ndrop = {{ text = [\"tern\"] }}\n", in_news()),
            3,
            3,
        ),
        (
            "media",
            format!("{}{NEWS}[[filters]]\ndrop = {{ media = false, text = [\"dredging\"] }}\n", in_news()),
            2,
            2,
        ),
        ("age", format!("{}{NEWS}[[filters]]\ndrop = {{ older_days = 0 }}\n", in_news()), 3, 3),
    ];
    for (name, after, news, all) in cases {
        let without = format!("{}{NEWS}shrink_guard = 1.0\n[publish]\nshrink_guard = 1.0\n", in_news());
        let desk = Desk::new(&without);
        desk.run(0, &[]);
        let known = desk.known("all");
        desk.configure(&after);
        let said = desk.run(3, &["-v"]);
        assert_eq!((desk.titles("news").len(), desk.titles("all").len()), (news, all), "{name}: {said}");
        assert!(all == 3 || said.contains("out now"), "{name}: {said}");
        // From nothing the same comes out.
        let fresh = Desk::new(&after);
        let said = fresh.run(0, &["-v"]);
        assert_eq!(fresh.titles("news"), desk.titles("news"), "{name}");
        assert!((news, all) == (3, 3) || said.contains("kept out"), "{name}: {said}");
        fresh.configure(&without);
        fresh.run(3, &[]);
        desk.configure(&without);
        desk.run(6, &[]);
        assert_eq!(desk.known("all"), known, "{name}");
        assert_eq!(fresh.known("all"), known, "{name}");
        assert!(desk.feed("all").deleted.is_empty(), "{name}");
    }
}

#[test]
fn an_edited_entry_is_asked_again_and_why_names_the_filter() {
    let filter = "[[filters]]\nname = \"amber\"\ndrop = { title = [\"amber\"] }\n";
    let desk =
        Desk::new(&format!("{}{NEWS}[publish]\nshrink_guard = 1.0\n{filter}", tern("sections = [\"news\"]")));
    desk.run(0, &[]);
    assert_eq!(desk.titles("all").len(), 2);
    let why = String::from_utf8(desk.command(0, &["why", "https://tern.example/0"]).stdout).unwrap();
    assert!(why.contains("[[filters]] 1 \"amber\" keeps it out (drop = { title = [\"amber\"] })"), "{why}");
    desk.wire("tern", &["Report on jade", "Letter from the amber coast", "A note on dredging"]);
    desk.run(3, &[]);
    assert_eq!(desk.titles("all"), ["A note on dredging", "Report on jade"]);
}

#[test]
fn what_a_source_calls_otherwise_is_shown_as_the_desk_wants_it_and_is_no_edit() {
    let rewrite = "sections = [\"news\"]\nrewrite = [{ in = \"title\", find = \"/^(\\\\w+) on /\", replace = \"$1: \" }]";
    let desk = Desk::new(&format!("{}{NEWS}", tern("sections = [\"news\"]")));
    desk.run(0, &[]);
    let times: Vec<_> =
        desk.feed("all").entries.iter().map(|entry| (entry.id.clone(), entry.updated)).collect();
    desk.configure(&format!("{}{NEWS}", tern(rewrite)));
    desk.run(3, &[]);
    assert_eq!(desk.titles("news"), ["A note on dredging", "Letter from the coast", "Report: amber"]);
    let now: Vec<_> =
        desk.feed("all").entries.iter().map(|entry| (entry.id.clone(), entry.updated)).collect();
    assert_eq!(now, times);
    // Filters see what it is called then.
    desk.configure(&format!("{}{NEWS}[[filters]]\ndrop = {{ title = [\"/^report:/\"] }}\n", tern(rewrite)));
    desk.run(6, &[]);
    assert_eq!(desk.titles("news").len(), 2);
}

#[test]
fn a_mistake_in_a_filter_is_told_with_its_line_and_what_to_write() {
    for (text, line, told) in [
        (
            "[[filters]]\ndrop = { title = [\"/(a/\"] }\n",
            10,
            "[[filters]] 1 drop title: the regular expression /(a/ cannot be read: unclosed group; mend it",
        ),
        ("[[filters]]\ndrop = { titel = [\"a\"] }\n", 10, "did you mean `title`?"),
        ("[[filters]]\nname = \"x\"\n", 9, "says nothing; write e.g. drop = { title = [\"sponsored\"] }"),
        ("[[filters]]\ndrop = {}\n", 10, "names nothing"),
        (
            "[[filters]]\ndrop = { title = [\"a\"] }\nkeep = { title = [\"b\"] }\n",
            11,
            "says drop and keep; write a filter for each",
        ),
        ("[[filters]]\nsources = [\"Tren\"]\ndrop = { title = [\"a\"] }\n", 10, "there is no source \"Tren\""),
        (
            "[[filters]]\nsections = [\"nwes\"]\ndrop = { title = [\"a\"] }\n",
            10,
            "there is no section \"nwes\"",
        ),
        ("[[filters]]\ndrop = { title = \"a\" }\n", 10, "a list in brackets belongs"),
        ("[[filters]]\ndrop = { language = [\"english\"] }\n", 10, "is no language tag"),
        (
            "[[sources]]\nname = \"Tern\"\nfeed = \"tern.xml\"\nrewrite = [{ in = \"titel\", find = \"a\", replace = \"b\" }]\n",
            12,
            "did you mean \"title\"?",
        ),
        (
            "[[sources]]\nname = \"Tern\"\nfeed = \"tern.xml\"\nfilters = [{ drop = { title = [\"/[/\"] } }]\n",
            12,
            "filters of the source \"Tern\" 1 drop title",
        ),
        ("[[sections]]\nslug = \"a\"\ntitle = \"A\"\nper_source_in = \"week\"\n", 12, "per_source_in"),
    ] {
        let desk = Desk::new(text);
        let output = desk.command(0, &["run"]);
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(
            output.status.code() == Some(2)
                && said.contains(&format!("copydesk.toml:{line}: "))
                && said.contains(told),
            "{text}{said}"
        );
    }
}

/// Every file of the desk with its bytes and the time of its last change.
fn everything(folder: &std::path::Path) -> BTreeMap<PathBuf, (Vec<u8>, std::time::SystemTime)> {
    let mut all = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            all.extend(everything(&path));
        } else {
            let changed = path.metadata().unwrap().modified().unwrap();
            all.insert(path.clone(), (fs::read(&path).unwrap(), changed));
        }
    }
    all
}

#[test]
fn a_dry_run_asks_nobody_writes_nothing_and_says_what_the_run_then_does() {
    let desk = Desk::new(&format!("{}{NEWS}{COAST}", tern("sections = [\"news\"]")));
    let tried = |hours: i64, arguments: &[&str]| {
        let before = everything(desk.0.path());
        let output = desk.command(hours, &[&["run", "--dry-run"], arguments].concat());
        assert_eq!(output.status.code(), Some(0), "{output:?}");
        assert_eq!(everything(desk.0.path()), before);
        String::from_utf8(output.stdout).unwrap()
    };
    desk.put(
        "own/quay.md",
        "---\ntitle: The quay is closed\ndate: 2026-11-25T08:00:00Z\n---\n\nThe quay is closed for a week.\n",
    );
    // Before the first run only our own articles can come.
    let said = tried(0, &[]);
    assert!(said.contains("news: 1 comes (1 story, now 0)\n  + The quay is closed\n"), "{said}");
    desk.run(0, &[]);
    assert!(tried(1, &[]).starts_with("no section would change\n"), "{}", tried(1, &[]));
    desk.wire("tern", &["Nobody asks for this"]);
    desk.configure(&format!(
        "{}{NEWS}limit = 2\n{COAST}keywords = [\"coast\"]\n[[filters]]\ndrop = {{ title = [\"amber\"] }}\n",
        tern("sections = [\"news\"]\nrewrite = [{ in = \"title\", find = \"A note\", replace = \"Some words\" }]")
    ));
    let said = tried(2, &[]);
    for line in [
        "news: 2 go, 1 changes (2 stories, now 4)",
        "  - Report on amber (Tern)",
        "  ~ Some words on dredging (Tern): headline",
        "coast: 1 comes (1 story, now 0)\n  + Letter from the coast (Tern)",
        "filters keep 1 entry out now",
        "nobody was asked and nothing was written",
    ] {
        assert!(said.contains(line), "{line}: {said}");
    }
    let json: serde_json::Value = serde_json::from_str(&tried(2, &["--json"])).unwrap();
    let of =
        |slug: &str| json["sections"].as_array().unwrap().iter().find(|one| one["section"] == slug).cloned();
    let coast = of("coast").unwrap();
    assert_eq!(
        (&coast["changes"][0]["change"], &coast["changes"][0]["story"]["title"]),
        (&"come".into(), &"Letter from the coast".into())
    );
    desk.wire("tern", &["Report on amber", "Letter from the coast", "A note on dredging"]);
    desk.run(2, &[]);
    assert_eq!(desk.titles("coast"), ["Letter from the coast"]);
    assert_eq!(desk.titles("news").len(), 2);
    // A section that goes, and one that would lose too much.
    desk.configure(&format!(
        "{}{COAST}",
        tern("sections = [\"coast\"]\nfilters = [{ only = { title = [\"nothing\"] } }]")
    ));
    let said = tried(3, &[]);
    assert!(said.contains("news: 2 go (0 stories, now 2)"), "{said}");
}
