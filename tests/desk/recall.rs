//! What a source's own feed takes back: RFC 6721 tombstones, RFC 5005 complete feeds; and nothing else.

use crate::newsroom;

use std::fs;

use newsroom::Newsroom;

/// An Atom feed with an entry for each of these words, changed at this hour of the day, and more elements.
fn atom(words: &[&str], hour: u32, more: &str) -> String {
    let entry = |word: &&str| {
        let title = match *word {
            "ferry" => "The ferry to the islands sails again after three weeks in the yard",
            "crane" => "Forty metres of crane fell into the basin during Tuesday's gale",
            _ => "Keeper opens the old lighthouse to schools from September",
        };
        format!(
            "<entry><title>{title}</title><id>https://quay.example/id/{word}</id>\
             <link href='https://quay.example/{word}'/><published>2016-08-23T0{hour}:00:00Z</published>\
             <updated>2016-08-23T0{hour}:00:00Z</updated></entry>"
        )
    };
    format!(
        "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:at='http://purl.org/atompub/tombstones/1.0' \
         xmlns:fh='http://purl.org/syndication/history/1.0'><title>Quay</title><id>urn:quay</id>\
         <updated>2016-08-23T0{hour}:00:00Z</updated>{more}{}</feed>",
        words.iter().map(entry).collect::<String>()
    )
}

const FERRY_IS_GONE: &str =
    "<at:deleted-entry ref='https://quay.example/id/ferry' when='2016-08-23T05:00:00Z'/>";

fn desk() -> Newsroom {
    let mut desk = Newsroom::new(&["Quay", "Mole"]);
    desk.put("quay.xml", &atom(&["ferry", "crane", "lighthouse"], 1, ""));
    desk.put("mole.xml", &atom(&["ferry"], 1, "").replace("quay", "mole"));
    desk.run();
    assert_eq!(desk.ids().len(), 3, "{:?}", desk.ids());
    desk
}

fn shown(desk: &Newsroom) -> String {
    let titles = desk.titles();
    let words = ["crane", "ferry", "lighthouse"];
    words
        .iter()
        .filter(|word| titles.iter().any(|title| title.contains(*word)))
        .copied()
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn rule_4_6_a_deleted_entry_is_withdrawn_and_another_sources_report_leads() {
    let mut desk = desk();
    desk.put("quay.xml", &atom(&["crane", "lighthouse"], 1, FERRY_IS_GONE));
    desk.run();
    assert_eq!(shown(&desk), "crane ferry lighthouse", "the other report of it stays");
    assert!(!desk.publishes("https://quay.example/ferry"));
    assert!(desk.publishes("https://mole.example/ferry"));
    let why = desk.says(&["why", "https://quay.example/ferry"]);
    assert!(why.contains("its source has withdrawn it"), "{why}");
}

#[test]
fn a_deletion_that_no_other_source_outlives_is_handed_on_as_a_tombstone() {
    let mut desk = desk();
    desk.put("quay.xml", &atom(&["ferry", "lighthouse"], 1, &FERRY_IS_GONE.replace("ferry", "crane")));
    desk.run();
    assert_eq!(shown(&desk), "ferry lighthouse");
    let atom = fs::read_to_string(desk.path("feeds/news/atom.xml")).unwrap();
    assert!(atom.contains("<at:deleted-entry ref=\"https://quay.example/id/crane\""), "{atom}");
}

#[test]
fn an_entry_that_stands_beside_its_tombstone_is_there_if_it_changed_since() {
    let mut desk = desk();
    desk.put("quay.xml", &atom(&["ferry", "crane"], 1, FERRY_IS_GONE));
    desk.run();
    assert!(!desk.publishes("https://quay.example/ferry"), "deleted after its last change");
    desk.put("quay.xml", &atom(&["ferry", "crane"], 7, FERRY_IS_GONE));
    desk.run();
    assert!(desk.publishes("https://quay.example/ferry"), "changed after its deletion");
}

#[test]
fn what_is_listed_again_is_shown_again_under_its_id() {
    let mut desk = desk();
    let before = desk.ids();
    desk.put("quay.xml", &atom(&["crane", "lighthouse"], 1, FERRY_IS_GONE));
    desk.run();
    desk.put("quay.xml", &atom(&["ferry", "crane", "lighthouse"], 1, ""));
    desk.run();
    assert!(desk.publishes("https://quay.example/ferry"));
    let mut after = desk.ids();
    after.retain(|id| !before.contains(id));
    assert!(after.len() <= 1, "only the other source's report can have come between: {after:?}");
}

#[test]
fn one_source_cannot_delete_what_another_reported() {
    let mut desk = desk();
    desk.put("mole.xml", &atom(&[], 1, &FERRY_IS_GONE.replace("ferry", "crane")).replace("quay", "mole"));
    desk.run();
    assert_eq!(shown(&desk), "crane ferry lighthouse");
}

#[test]
fn rule_4_6_what_a_complete_feed_does_not_list_is_gone_and_what_another_does_not_list_stays() {
    let mut desk = desk();
    desk.put("quay.xml", &atom(&["lighthouse"], 1, ""));
    desk.run();
    assert_eq!(shown(&desk), "crane ferry lighthouse", "an ordinary feed shows its latest entries only");
    desk.put("quay.xml", &atom(&["lighthouse"], 1, "<fh:complete/>"));
    desk.run();
    assert_eq!(shown(&desk), "ferry lighthouse", "the crane is gone, and the ferry has another report");
}

#[test]
fn a_complete_feed_that_is_cut_short_or_empty_takes_nothing_back() {
    let mut desk = desk();
    let whole = atom(&["lighthouse", "ferry"], 1, "<fh:complete/>");
    desk.put("quay.xml", &whole[..whole.find("<title>The ferry").unwrap()]);
    desk.run();
    desk.put("quay.xml", &atom(&[], 1, "<fh:complete/>"));
    desk.run();
    assert_eq!(shown(&desk), "crane ferry lighthouse");
    assert!(desk.publishes("https://quay.example/ferry"));
}
