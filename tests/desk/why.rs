//! `copydesk why` accounts for an entry in plain words with figures.

use crate::newsroom;

use chrono::TimeDelta;
use newsroom::{Item, Newsroom};
use serde_json::Value;

const TEXT: &str = "<p>The harbour bridge between Amblecote and Wexley opened on Tuesday after nine years of works \
    and 214 million crowns, and engineer Petra Lindholm walked across it first of all, with her dog.</p>";

fn desk() -> Newsroom {
    let more = "[[sections]]\nslug = \"nordic\"\ntitle = \"Nordic\"\nlanguages = [\"sv\"]\nkeywords = [\"bridge\"]\n";
    let mut desk = Newsroom::new(&["Alder Post", "Birch Times"]).with(more);
    let at = desk.now() - TimeDelta::hours(3);
    let item = |name: &str, title: &str, words: &str, minutes: i64| {
        let item = Item::new(name, 1, title, at + TimeDelta::minutes(minutes));
        Item { html: format!("{TEXT}{words}"), ..item }
    };
    desk.feed("Alder Post", &[item("Alder Post", "Harbour bridge opens", "", 0)]);
    desk.feed(
        "Birch Times",
        &[item("Birch Times", "Bridge opens with a dog", "<p>Source: Alder Post</p>", 40)],
    );
    desk.run();
    desk
}

const ALDER: &str = "https://alder-post.example/news/1";
const BIRCH: &str = "https://birch-times.example/news/1";

#[test]
fn why_tells_evidence_credit_section_lead_and_place() {
    let told = desk().says(&["why", BIRCH]);
    for said in [
        "source Birch Times",
        "credits      Alder Post (source), from the words \u{201c}Source: Alder Post\u{201d}",
        "that is Alder Post: Harbour bridge opens",
        "section      news: source Birch Times",
        "copy, similarity",
        "joined; likelihood",
        "% of the shorter one's phrases",
        "because 1 of the others credit it",
        "all: story 1 of 1; led there in",
        "known by     guid; address",
        "met once so far",
    ] {
        assert!(told.contains(said), "{said} is not in\n{told}");
    }
}

#[test]
fn entry_is_found_by_every_form_of_its_name() {
    let desk = desk();
    for wanted in [
        ALDER,
        "http://www.alder-post.example/news/1/?utm_source=rss#comments",
        "https://m.alder-post.example/news/1/amp",
        "alder-post-1",
    ] {
        assert!(desk.says(&["why", wanted]).starts_with("Harbour bridge opens\n"), "{wanted}");
    }
    let id = desk.items("all")[0]["id"].as_str().unwrap().to_owned();
    assert!(desk.says(&["why", &id]).starts_with("Harbour bridge opens\n"));
}

#[test]
fn former_address_still_finds_the_entry() {
    let mut desk = desk();
    let item = Item::new("Alder Post", 1, "Harbour bridge opens", desk.now() - TimeDelta::hours(4));
    desk.feed(
        "Alder Post",
        &[Item { link: "https://alder-post.example/bridge".into(), html: TEXT.into(), ..item }],
    );
    desk.run();
    assert!(desk.says(&["why", ALDER]).contains("https://alder-post.example/bridge"));
}

#[test]
fn json_holds_the_same_account() {
    let told = desk().says(&["why", "--json", BIRCH]);
    let account: Value = serde_json::from_str(&told).unwrap();
    assert_eq!(account["source"], "Birch Times");
    assert_eq!(account["credits"][0]["words"], "Source: Alder Post");
    assert_eq!(account["story"]["relation"], "copy");
    assert!(account["story"]["lead"].as_str().unwrap().contains("Alder Post"));
    assert!(account["story"]["evidence"].as_array().unwrap().len() >= 2);
}

#[test]
fn what_was_near_and_not_joined_is_told_with_its_figures() {
    let mut desk = desk();
    let other = "<p>The harbour bridge between Amblecote and Wexley is closed to lorries from Friday, and Petra Lindholm \
        says that the tram needs another year; the council of Amblecote will vote about the toll in June.</p>";
    let item = Item::new("Birch Times", 2, "Lorries must leave the harbour bridge", desk.now());
    let first =
        Item { html: TEXT.into(), ..Item::new("Birch Times", 1, "Bridge opens with a dog", desk.now()) };
    desk.feed("Birch Times", &[Item { html: other.into(), ..item }, first]);
    desk.run();
    let told = desk.says(&["why", "https://birch-times.example/news/2"]);
    assert!(told.contains("near, not joined; likelihood"), "{told}");
    assert!(told.contains("counts"), "{told}");
    assert!(told.contains("\u{201c}Harbour bridge opens\u{201d}"), "{told}");
}

#[test]
fn language_that_keeps_an_entry_out_of_a_section_is_told() {
    let mut desk = desk();
    let item = Item::new("Alder Post", 7, "Une passerelle: bridge", desk.now());
    desk.feed("Alder Post", &[item]);
    let feed = std::fs::read_to_string(desk.path("alder-post.xml")).unwrap();
    desk.put(
        "alder-post.xml",
        &feed.replace("<description>d</description>", "<description>d</description><language>fr</language>"),
    );
    desk.run();
    let told = desk.says(&["why", "https://alder-post.example/news/7"]);
    assert!(told.contains("not nordic: takes sv, this is fr"), "{told}");
}

#[test]
fn unknown_entry_of_a_known_site_is_said_so() {
    let output = desk().command(&["why", "https://alder-post.example/never"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("source \"Alder Post\" has its site"));
}
