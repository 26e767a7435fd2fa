//! A desk changes: its configuration is edited, its files are renamed, and what is stored follows.

use std::fs;
use std::path::PathBuf;

use crate::quay;

use quay::{COAST, Desk, NEWS, source, tern};

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

/// How many entries of the news say that their source is Zwick.
fn crediting(desk: &Desk) -> usize {
    let says = |entry: &&copydesk::model::Entry| {
        entry.content.as_ref().is_some_and(|text| text.value.contains("Source: Zwick."))
    };
    desk.feed("news").entries.iter().filter(says).count()
}

#[test]
fn an_outlet_that_is_new_to_the_desk_is_credited_by_what_is_stored_and_nothing_is_unread() {
    let news = |rest: &str| source("Tern", "tern", &format!("sections = [\"news\"]{rest}"));
    let desk = Desk::new("");
    let told = ["Amber", "Coal", "Salt"].map(|title| format!("{title} is found, the miners told Zwick"));
    desk.wire("tern", &told.each_ref().map(String::as_str));
    desk.configure(&format!("{NEWS}{}", news("")));
    desk.run(0, &[]);
    let before = desk.known("news");
    assert_eq!(crediting(&desk), 0);

    let gull = source("Zwick", "gull", "sections = [\"news\"]");
    desk.configure(&format!("{NEWS}{}{gull}", news("")));
    desk.run(2, &[]);
    let after = desk.known("news");
    assert!(before.iter().all(|(title, known)| after.get(title) == Some(known)), "{after:?}");
    assert_eq!(crediting(&desk), 3);

    // The same again once the program finds them otherwise, as another build may.
    let database = rusqlite::Connection::open(desk.path("copydesk.db")).unwrap();
    database.execute_batch("UPDATE entries SET credits = '[]'; UPDATE crediting SET print = 1").unwrap();
    drop(database);
    desk.run(4, &[]);
    assert_eq!((desk.known("news"), crediting(&desk)), (after, 3));

    // Without it, as before.
    desk.configure(&format!("{NEWS}{}", news("")));
    desk.run(6, &[]);
    assert_eq!(desk.known("news"), before);
    assert_eq!(crediting(&desk), 0);
}

#[test]
fn what_one_run_leaves_is_credited_by_the_next() {
    let titles: Vec<String> =
        (0..9).map(|nth| format!("Amber {nth} is found, the miners told Zwick")).collect();
    let desk = Desk::new("");
    desk.wire("tern", &titles.iter().map(String::as_str).collect::<Vec<_>>());
    let gull = source("Zwick", "gull", "sections = [\"news\"]");
    desk.configure(&format!("{NEWS}{}{gull}", source("Tern", "tern", "sections = [\"news\"]")));
    desk.run(0, &[]);
    let with = |sql: &str| {
        let database = rusqlite::Connection::open(desk.path("copydesk.db")).unwrap();
        database.execute_batch(sql).unwrap();
        let left = "SELECT count(*) FROM entries WHERE credits = '[]' AND source = 'tern'";
        database.query_row(left, [], |row| row.get::<_, i64>(0)).unwrap()
    };
    assert_eq!(with(""), 0);
    // As a run leaves it that came down to the fifth.
    let rows = "(SELECT row FROM entries WHERE source = 'tern' ORDER BY row LIMIT 1 OFFSET 4)";
    assert_eq!(with(&format!("UPDATE entries SET credits = '[]'; UPDATE crediting SET row = {rows}")), 9);
    desk.run(2, &[]);
    assert_eq!(with(""), 5);
    desk.run(4, &[]);
    assert_eq!(with(""), 5);
}

/// What a source that comes later brings of old news is what others told of it then, and whoever leads in
/// the published feeds leads on when the database is lost.
#[test]
fn source_that_comes_later_tells_no_old_story_once_more() {
    let in_news = tern("sections = [\"news\"]");
    let desk = Desk::new(&format!("{in_news}{NEWS}"));
    desk.run(0, &[]);
    let old = fs::read_to_string(desk.path("tern.xml")).unwrap();
    desk.put("gull.xml", &old.replace("tern.example", "gull.example").replace("Wed, 25", "Tue, 24"));
    let new = "<item><title>Snow on the pier</title><link>https://tern.example/9</link><guid>https://tern.example/9</guid>\
        <pubDate>Wed, 16 Dec 2026 09:00:00 GMT</pubDate><description>It fell all night.</description></item></channel>";
    desk.put("tern.xml", &old.replace("</channel>", new));
    desk.run(21 * 24, &[]);
    let known = desk.known("news");
    desk.configure(&format!("{in_news}{}{NEWS}", source("Gull", "gull", "sections = [\"news\"]")));
    desk.run(21 * 24 + 2, &[]);
    assert_eq!((desk.titles("news").len(), desk.known("news")), (4, known.clone()));
    for name in ["copydesk.db", "copydesk.db-wal", "copydesk.db-shm"] {
        let _ = fs::remove_file(desk.path(name));
    }
    desk.run(21 * 24 + 4, &[]);
    assert_eq!((desk.titles("news").len(), desk.known("news")), (4, known));
}
