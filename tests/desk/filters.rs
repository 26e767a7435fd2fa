//! Filters, what a source is called otherwise, and trying a configuration before it is run.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use crate::quay;

use quay::{COAST, Desk, NEWS, tern};

/// Of each filter: what the desk says, and the titles that stand in news and in all then. Filters are changed
/// after a first run, and taken back after a second: what comes back is what it was.
#[test]
fn filters_keep_out_and_let_in_again_what_is_stored_and_make_nothing_unread() {
    let in_news = || tern("sections = [\"news\"]");
    let wide = |filter: &str| format!("{}{NEWS}[[filters]]\n{filter}\n", in_news());
    let cases: [(&str, String, usize, usize); 9] = [
        ("drop", wide("drop = { title = [\"amber\"] }"), 2, 2),
        ("expression", wide("drop = { title = [\"/^(report|letter)/\"] }"), 1, 1),
        ("of a section", wide("sections = [\"news\"]\ndrop = { text = [\"coast\"] }"), 2, 3),
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
            wide("keep = { title = [\"amber\"] }\n[[filters]]\ndrop = { address = [\"tern.example\"] }"),
            1,
            1,
        ),
        ("of another", wide("sources = [\"own\"]\ndrop = { text = [\"tern\"] }"), 3, 3),
        ("media", wide("drop = { media = false, text = [\"dredging\"] }"), 2, 2),
        ("age", wide("drop = { older_days = 0 }"), 3, 3),
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
        (
            "[[filters]]\nsources = [\"Tren\"]\ndrop = { title = [\"a\"] }\n",
            10,
            "there is no source \"Tren\"",
        ),
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
        let before = everything(&desk.path(""));
        let output = desk.command(hours, &[&["run", "--dry-run"], arguments].concat());
        assert_eq!(output.status.code(), Some(0), "{output:?}");
        assert_eq!(everything(&desk.path("")), before);
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

#[test]
fn rules_that_match_nothing_are_told_and_what_waits_is_counted() {
    let rules = "sections = [\"news\"]\nfilters = [{ drop = { title = [\"zinc\"] } }, { keep = { title = [\"amber\"] } }]\n\
        rewrite = [{ in = \"title\", find = \"Report\", replace = \"Note\" }, { in = \"author\", find = \"Nobody\", replace = \"\" }]";
    let wide = "[[filters]]\ndrop = { text = [\"coast\"] }\n[[filters]]\nname = \"slip\"\ndrop = { title = [\"drejing\"] }\n";
    let desk = Desk::new(&format!("{}{NEWS}{wide}", tern(rules)));
    desk.run(0, &[]);
    let output = desk.command(1, &["check"]);
    let told = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(2), "{told}");
    let idle = [
        "[[filters]] 2 \"slip\" matches nothing of what is stored",
        "filters of the source \"Tern\" 1 matches nothing",
        "rewrite of the source \"Tern\": find = \"Nobody\" matches nothing",
    ];
    for line in idle {
        assert!(told.contains(line), "{line}: {told}");
    }
    assert_eq!(told.matches("matches nothing").count(), idle.len(), "{told}");
    let shown = String::from_utf8(desk.command(1, &["source", "show", "Tern"]).stdout).unwrap();
    assert!(shown.contains("held      0 entries; filters keep 1 entry out"), "{shown}");
}
