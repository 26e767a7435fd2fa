//! What the desk rules holds: over the evidence, over later runs, over a lost store.

use crate::newsroom;

use chrono::TimeDelta;
use newsroom::{Item, Newsroom};

const BRIDGE: &str = "<p>The harbour bridge between Amblecote and Wexley opened on Tuesday after nine years of works \
    and 214 million crowns, and engineer Petra Lindholm walked across it first of all, with her dog.</p>";
const SCHOOL: &str = "<p>Lessons will start at nine from next autumn, the council of Ostrava decided by a narrow margin, \
    and parents who work early are to get a breakfast club in every one of the forty schools.</p>";

/// Two outlets tell of the bridge, a third of a school.
fn desk() -> Newsroom {
    let desk = Newsroom::new(&["Alder Post", "Birch Times", "Cedar Wire"]);
    let at = desk.now() - TimeDelta::hours(3);
    for (name, title, html, minutes) in [
        ("Alder Post", "Harbour bridge opens", BRIDGE, 0),
        ("Birch Times", "Bridge opens with a dog", BRIDGE, 40),
        ("Cedar Wire", "Later lessons for Ostrava", SCHOOL, 80),
    ] {
        let item = Item::new(name, 1, title, at + TimeDelta::minutes(minutes));
        desk.feed(name, &[Item { html: html.into(), ..item }]);
    }
    desk
}

const ALDER: &str = "https://alder-post.example/news/1";
const BIRCH: &str = "https://birch-times.example/news/1";
const CEDAR: &str = "https://cedar-wire.example/news/1";

fn sorted_titles(desk: &Newsroom) -> Vec<String> {
    let mut titles = desk.titles();
    titles.sort();
    titles
}

fn forget(desk: &Newsroom) {
    for file in ["copydesk.db", "copydesk.db-wal", "copydesk.db-shm"] {
        let _ = std::fs::remove_file(desk.path(file));
    }
}

/// Holds now, in later runs, and after the store was lost.
fn holds(mut desk: Newsroom, titles: &[&str]) -> Newsroom {
    for _ in 0..3 {
        let report = desk.run();
        assert!(report.settled.complaints.is_empty(), "{:?}", report.settled.complaints);
        assert_eq!(sorted_titles(&desk), titles);
    }
    forget(&desk);
    desk.run();
    assert_eq!(sorted_titles(&desk), titles);
    desk
}

#[test]
fn without_rulings_the_evidence_decides() {
    holds(desk(), &["Harbour bridge opens", "Later lessons for Ostrava"]);
}

#[test]
fn joined_entries_tell_one_story() {
    let rule = format!("[[rulings]]\njoin = [\"{CEDAR}?utm_source=x\", \"{ALDER}\"]\n");
    holds(desk().with(&rule), &["Harbour bridge opens"]);
}

#[test]
fn split_entry_tells_its_own_story() {
    let rule = format!("[[rulings]]\nsplit = \"{BIRCH}\"\nreason = \"another bridge\"\n");
    let desk = holds(
        desk().with(&rule),
        &["Bridge opens with a dog", "Harbour bridge opens", "Later lessons for Ostrava"],
    );
    assert!(desk.says(&["why", BIRCH]).contains("another bridge"));
}

#[test]
fn split_of_a_published_story_keeps_every_id() {
    let mut desk = desk();
    desk.run();
    let before = desk.ids();
    let rule = format!("[[rulings]]\nsplit = \"{ALDER}\"\n");
    let mut desk = desk.with(&rule);
    desk.run();
    assert_eq!(desk.ids().len(), 3);
    assert!(before.iter().all(|id| desk.ids().contains(id)));
}

#[test]
fn ruled_lead_leads_also_where_another_was_published() {
    let mut first = desk();
    first.run();
    assert!(first.titles().contains(&"Harbour bridge opens".to_owned()));
    let rule = format!("[[rulings]]\nlead = \"{BIRCH}\"\n");
    holds(first.with(&rule), &["Bridge opens with a dog", "Later lessons for Ostrava"]);
}

#[test]
fn withdrawn_entry_is_in_no_output_and_the_next_member_leads() {
    let mut first = desk();
    first.run();
    let list = format!("[[withdrawals]]\nentry = \"{ALDER}#top\"\nreason = \"the dog was not there\"\n");
    let desk = holds(first.with(&list), &["Bridge opens with a dog", "Later lessons for Ostrava"]);
    assert!(!desk.publishes(ALDER));
    let why = desk.says(&["why", ALDER]);
    assert!(why.contains("withdrawn") && why.contains("the dog was not there"), "{why}");
}

#[test]
fn withdrawn_story_is_told_by_nobody_not_even_by_who_comes_later() {
    let list = format!("[[withdrawals]]\nentry = \"{ALDER}\"\nwhole_story = true\n");
    let mut desk = holds(desk().with(&list), &["Later lessons for Ostrava"]);
    let item = Item::new("Cedar Wire", 2, "A dog and a bridge", desk.now());
    desk.feed("Cedar Wire", &[Item { html: BRIDGE.into(), ..item }]);
    desk.run();
    assert_eq!(sorted_titles(&desk), ["Later lessons for Ostrava"]);
}

#[test]
fn withdrawal_that_is_taken_back_brings_the_entry_back_under_its_id() {
    let mut desk = desk();
    desk.run();
    let (ids, configuration) = (desk.ids(), std::fs::read_to_string(desk.path("copydesk.toml")).unwrap());
    desk.put("copydesk.toml", &format!("{configuration}[[withdrawals]]\nentry = \"{CEDAR}\"\n"));
    desk.run();
    assert_eq!(desk.ids().len(), 1);
    desk.put("copydesk.toml", &configuration);
    desk.run();
    assert_eq!(desk.ids(), ids);
}

#[test]
fn rulings_that_contradict_each_other_are_refused_with_both_places() {
    for (rules, said) in [
        (
            format!(
                "[[rulings]]\nsplit = \"{ALDER}\"\n[[rulings]]\njoin = [\"{ALDER}?utm_source=x\", \"{CEDAR}\"]\n"
            ),
            "[[rulings]] 1 splits",
        ),
        (
            format!("[[rulings]]\nlead = \"{ALDER}\"\n[[withdrawals]]\nentry = \"{ALDER}\"\n"),
            "makes it a lead",
        ),
        (format!("[[rulings]]\njoin = [\"{ALDER}\"]\n"), "at least two"),
        (format!("[[rulings]]\nlead = \"{ALDER}\"\nsplit = \"{ALDER}\"\n"), "one of join, split and lead"),
    ] {
        let output = desk().with(&rules).command(&["run"]);
        let talk = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{talk}");
        assert!(talk.contains(said), "{talk}");
    }
}

#[test]
fn two_leads_of_one_story_are_said_and_the_first_holds() {
    let rules = format!("[[rulings]]\nlead = \"{BIRCH}\"\n[[rulings]]\nlead = \"{ALDER}\"\n");
    let mut desk = desk().with(&rules);
    let report = desk.run();
    assert!(
        report.settled.complaints[0].contains("1 and 2 name two leads"),
        "{:?}",
        report.settled.complaints
    );
    assert!(desk.titles().contains(&"Bridge opens with a dog".to_owned()));
}

#[test]
fn commands_write_rulings_into_the_configuration_and_they_outlive_the_store() {
    let mut desk = desk();
    desk.run();
    desk.says(&["stories", "--join", CEDAR, &format!("{BIRCH}#respond"), "--reason", "one and the same"]);
    desk.run();
    assert_eq!(sorted_titles(&desk), ["Harbour bridge opens"]);
    desk.says(&["stories", "--lead", BIRCH]);
    desk.run();
    assert_eq!(sorted_titles(&desk), ["Bridge opens with a dog"]);
    forget(&desk);
    desk.run();
    assert_eq!(sorted_titles(&desk), ["Bridge opens with a dog"]);
    let text = std::fs::read_to_string(desk.path("copydesk.toml")).unwrap();
    assert!(text.contains("# Later lessons for Ostrava + Bridge opens with a dog\n[[rulings]]"), "{text}");
    assert!(text.contains("reason = \"one and the same\""), "{text}");
}

#[test]
fn command_that_contradicts_a_ruling_writes_nothing() {
    let mut desk = desk();
    desk.run();
    desk.says(&["stories", "--split", BIRCH]);
    let before = std::fs::read_to_string(desk.path("copydesk.toml")).unwrap();
    for arguments in [
        &["stories", "--join", BIRCH, CEDAR][..],
        &["stories", "--lead", "https://nowhere.example/"],
        &["stories", "--join", BIRCH],
        &["stories", "--whole-story", "--split", BIRCH],
    ] {
        let output = desk.command(arguments);
        assert!(!output.status.success(), "{arguments:?}");
        assert!(!output.stderr.is_empty());
    }
    assert_eq!(std::fs::read_to_string(desk.path("copydesk.toml")).unwrap(), before);
    desk.says(&["stories", "--withdraw", CEDAR, "--whole-story", "--reason", "libel"]);
    desk.run();
    assert_eq!(sorted_titles(&desk), ["Bridge opens with a dog", "Harbour bridge opens"]);
}
