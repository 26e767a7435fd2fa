//! A desk is rearranged by command: `copydesk source`, `section` and `purge` change the configuration,
//! and what is stored follows.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

use std::fs;

#[path = "support/quay.rs"]
mod quay;

use quay::{Desk, NEWS, source, tern};

/// What a command says on success.
fn told(desk: &Desk, hours: i64, arguments: &[&str]) -> String {
    let output = desk.command(hours, arguments);
    assert_eq!(output.status.code(), Some(0), "{arguments:?}: {output:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// What a command says that is refused.
fn refused(desk: &Desk, arguments: &[&str]) -> String {
    let output = desk.command(1, arguments);
    assert_eq!(output.status.code(), Some(2), "{arguments:?}: {output:?}");
    String::from_utf8(output.stderr).unwrap()
}

fn configuration(desk: &Desk) -> String {
    fs::read_to_string(desk.path("copydesk.toml")).unwrap()
}

fn two() -> String {
    let gull = source("Gull", "gull", "sections = [\"news\"] # both\n");
    format!("# the wires\n\n# about Tern\n{}\n# about Gull\n{gull}{NEWS}", tern("sections = [\"news\"]"))
}

#[test]
fn renamed_source_keeps_everything_and_is_credited_by_either_name() {
    let desk = Desk::new(&two());
    desk.put(
        "own/pier.md",
        "+++\ntitle = \"The pier\"\npublished = 2026-11-25T08:00:00Z\n+++\n\nA wall fell.\n\nSource: Tern\n",
    );
    desk.run(0, &[]);
    let known = desk.known("news");
    let said = told(&desk, 1, &["source", "rename", "tern", "Wing Post"]);
    assert!(said.contains("its key stays \"tern\""), "{said}");
    let text = configuration(&desk);
    for line in ["# about Tern", "name = \"Wing Post\"", "key = \"tern\"", "formerly = [\"Tern\"]", "# both"]
    {
        assert!(text.contains(line), "{line}: {text}");
    }
    assert_eq!(desk.run(2, &[]), "");
    assert_eq!(desk.known("news"), known);
    desk.put("own/wall.md", "+++\ntitle = \"The wall\"\n+++\n\nSnow came.\n\nSource: Tern\n");
    desk.run(4, &[]);
    let atom = fs::read_to_string(desk.path("feeds/news/atom.xml")).unwrap();
    assert_eq!(atom.matches("Source: Wing Post.").count(), 2, "{atom}");
    assert!(!atom.contains("<title>Tern</title>"));
    // A second name, and back to the first.
    told(&desk, 5, &["source", "rename", "Wing Post", "Wing"]);
    assert!(configuration(&desk).contains("formerly = [\"Tern\", \"Wing Post\"]"));
    told(&desk, 5, &["source", "rename", "Wing", "Tern"]);
    assert!(
        configuration(&desk).contains("formerly = [\"Wing Post\", \"Wing\"]"),
        "{}",
        configuration(&desk)
    );
    assert!(refused(&desk, &["source", "rename", "Tern", "Gull"]).contains("another source is called"));
    assert!(refused(&desk, &["source", "rename", "Terns", "X"]).contains("did you mean \"Tern\"?"));
    // A lost store knows it by its key.
    for name in ["copydesk.db", "copydesk.db-wal", "copydesk.db-shm"] {
        let _ = fs::remove_file(desk.path(name));
    }
    desk.run(6, &[]);
    let ids = |known: &std::collections::BTreeMap<String, (String, i64)>| {
        known.iter().map(|(title, (id, _))| (title.clone(), id.clone())).collect::<Vec<_>>()
    };
    let now = desk.known("news");
    assert!(ids(&known).iter().all(|one| ids(&now).contains(one)));
}

#[test]
fn renamed_by_hand_and_then_by_command_is_still_the_same() {
    let desk = Desk::new(&two());
    desk.run(0, &[]);
    let known = desk.known("news");
    desk.put("copydesk.toml", &configuration(&desk).replace("name = \"Tern\"", "name = \"Wing\""));
    assert!(desk.run(2, &[]).contains("write key = \"tern\""));
    told(&desk, 3, &["source", "rename", "Wing", "Wing Post"]);
    assert!(configuration(&desk).contains("key = \"tern\""));
    assert_eq!(desk.run(4, &[]), "");
    assert_eq!(desk.known("news"), known);
}

#[test]
fn source_that_moves_keeps_its_entries_and_is_asked_afresh() {
    let desk = Desk::new(&two());
    desk.run(0, &[]);
    let known = desk.known("news");
    fs::rename(desk.path("tern.xml"), desk.path("wing.xml")).unwrap();
    let said = told(&desk, 1, &["source", "move", "Tern", "wing.xml"]);
    assert!(said.contains("its key \"tern\""), "{said}");
    assert_eq!(desk.run(2, &[]), "");
    assert_eq!(desk.known("news"), known);
    assert!(refused(&desk, &["source", "move", "Tern", "gull.xml"]).contains("asked at gull.xml already"));
    assert!(refused(&desk, &["source", "move", "Tern", "ftp://tern.example/"]).contains("ftp"));
    let said = told(&desk, 3, &["source", "move", "Tern", "https://me:pw@wing.example/feed"]);
    assert!(said.contains("https://wing.example/feed") && !said.contains("pw"), "{said}");
    assert!(configuration(&desk).contains("login = \"me:pw\""));
    let said = told(&desk, 3, &["source", "move", "Tern", "https://other.example/feed"]);
    assert!(said.contains("is sent there too"), "{said}");
}

#[test]
fn paused_source_is_not_asked_and_what_it_gave_stays() {
    let desk = Desk::new(&two());
    desk.run(0, &[]);
    let known = desk.known("news");
    told(&desk, 1, &["source", "pause", "TERN"]);
    desk.wire("tern", &["Another thing"]);
    assert_eq!(desk.run(2, &[]), "");
    assert_eq!(desk.known("news"), known);
    assert!(told(&desk, 2, &["source", "pause", "tern"]).contains("paused already"));
    assert!(told(&desk, 2, &["status"]).contains("paused"));
    assert!(refused(&desk, &["run", "--source", "Tern"]).contains("copydesk source resume"));
    told(&desk, 3, &["source", "resume", "Tern"]);
    assert!(!configuration(&desk).contains("paused"));
    desk.run(4, &[]);
    assert!(desk.titles("news").contains(&"Another thing".to_owned()));
}

#[test]
fn removed_source_leaves_with_its_comment_and_is_told_once() {
    let desk = Desk::new(&two());
    desk.run(0, &[]);
    let known = desk.known("news");
    let before = configuration(&desk);
    let said = told(&desk, 1, &["source", "remove", "Tern"]);
    assert!(said.contains("3 entries leave") && said.contains("copydesk purge --source tern"), "{said}");
    let text = configuration(&desk);
    assert!(
        text.contains("# the wires") && text.contains("# about Gull") && text.contains("# both"),
        "{text}"
    );
    assert!(!text.contains("Tern"), "{text}");
    assert!(desk.run(2, &[]).contains("the source \"Tern\" is not in the configuration any more"));
    assert_eq!((desk.run(4, &[]), desk.titles("news").len()), (String::new(), 2));
    desk.put("copydesk.toml", &before);
    desk.run(6, &[]);
    assert_eq!(desk.known("news"), known);
}

#[test]
fn source_is_shown_to_people_and_programs_also_before_the_first_run() {
    let desk = Desk::new(&two());
    assert!(told(&desk, 0, &["source", "show", "Tern"]).contains("never asked"));
    assert!(!desk.path("copydesk.db").exists());
    desk.run(0, &[]);
    let said = told(&desk, 1, &["source", "show", "Tern"]);
    for part in ["key       tern", "sections  news", "3 entries", "news 3", "all 3"] {
        assert!(said.contains(part), "{part}: {said}");
    }
    let document: serde_json::Value =
        serde_json::from_str(&told(&desk, 1, &["-q", "source", "show", "--json", "tern"])).unwrap();
    assert_eq!((&document["stored"], &document["fronts"]["news"]), (&3.into(), &3.into()));
}

#[test]
fn of_two_sources_of_one_name_each_can_be_named() {
    let again = source("Tern", "gull", "key = \"tern-2\"\nsections = [\"news\"]");
    let desk = Desk::new(&format!("{}{again}{NEWS}", tern("sections = [\"news\"]")));
    let said = refused(&desk, &["source", "pause", "Tern"]);
    assert!(said.contains("\n  tern  \"Tern\"") && said.contains("\n  tern-2  \"Tern\""), "{said}");
    told(&desk, 1, &["source", "rename", "tern-2", "Gull"]);
    told(&desk, 1, &["source", "pause", "Tern"]);
}

#[test]
fn source_of_a_followed_list_is_changed_as_the_message_says() {
    let desk =
        Desk::new(&format!("[[lists]]\nname = \"Roll\"\nurl = \"roll.opml\"\nsections = [\"news\"]\n{NEWS}"));
    desk.put(
        "roll.opml",
        "<opml version=\"2.0\"><head><title>r</title></head><body><outline type=\"rss\" text=\"Far\" xmlUrl=\"http://127.0.0.1:9/feed\"/></body></opml>",
    );
    desk.command(0, &["run"]);
    let said = refused(&desk, &["source", "pause", "Far"]);
    assert!(said.contains("the followed list \"Roll\"") && said.contains("key = \"roll/"), "{said}");
    let key = said.split("key = \"").nth(1).unwrap().split('"').next().unwrap();
    assert!(told(&desk, 1, &["source", "show", "Far"]).contains(key));
    let own = format!("[[sources]]\nname = \"Far\"\nkey = \"{key}\"\nfeed = \"http://127.0.0.1:9/feed\"\n");
    desk.put("copydesk.toml", &format!("{}{own}", configuration(&desk)));
    told(&desk, 1, &["source", "pause", "Far"]);
}
