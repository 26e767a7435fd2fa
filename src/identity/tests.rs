//! Keys and ids of the items of one document.

use super::*;
use crate::model::Text;

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_700_000_000, 0).unwrap()
}

fn filed(entries: Vec<Entry>) -> Vec<Incoming> {
    let mut feed = Feed { entries, ..Feed::default() };
    let weak_guids = guids_are_weak(&feed, false);
    let provenance = Provenance::default();
    let origin = Origin {
        source: "s",
        host: "d.example",
        weak_guids,
        provenance: &provenance,
        dated: None,
        future: FutureDates::Clamp,
    };
    of_feed(&mut feed, &origin, now())
}

fn entry(id: Option<&str>, link: &str, title: &str) -> Entry {
    let title = Some(Text::plain(title));
    Entry { id: id.map(str::to_owned), link: Some(link.to_owned()), title, ..Entry::default() }
}

#[test]
fn absolute_uri_is_kept_character_for_character() {
    let id = "HTTP://A.example:80/x?b=1&a=%7e";
    assert_eq!(filed(vec![entry(Some(id), "http://a.example/x", "T")])[0].id, id);
}

#[test]
fn opaque_guid_becomes_a_tag_in_every_format() {
    let incoming = filed(vec![entry(Some("abc 1"), "http://a.example/x", "T")]).remove(0);
    assert!(incoming.id.starts_with("tag:d.example,2026:"), "{}", incoming.id);
    assert_eq!(incoming.guid, None);
    assert_eq!(filed(vec![entry(Some("123"), "http://a.example/x", "T")])[0].guid, None);
}

#[test]
fn entry_without_guid_takes_its_link_as_id() {
    assert_eq!(filed(vec![entry(None, "http://a.example/x", "T")])[0].id, "http://a.example/x");
}

#[test]
fn shared_guid_identifies_nobody() {
    let entries =
        vec![entry(Some("g"), "http://a.example/1", "A"), entry(Some("g"), "http://a.example/2", "B")];
    let incoming = filed(entries);
    assert_eq!(
        (incoming[0].id.as_str(), incoming[1].id.as_str()),
        ("http://a.example/1", "http://a.example/2")
    );
    let finds = |key: &&crate::model::Key| key.usage == KeyUse::Finds;
    let mut others = incoming[1].keys.iter().filter(finds);
    assert!(others.all(|key| !incoming[0].keys.contains(key)));
}

#[test]
fn changed_guid_is_recognised_by_address_and_title() {
    let old = filed(vec![entry(Some("http://a.example/?p=1"), "http://a.example/x", "T")]).remove(0);
    let new = filed(vec![entry(Some("https://a.example/?p=1"), "https://a.example/x", "T")]).remove(0);
    assert!(old.keys.iter().any(|key| new.keys.contains(key)));
}

#[test]
fn print_ignores_times() {
    let mut one = entry(None, "http://a.example/x", "T");
    let mut two = Entry { updated: Some(now()), ..one.clone() };
    assert_eq!(print(&mut one), print(&mut two));
    assert_eq!(two.updated, Some(now()));
}

#[test]
fn ids_and_prints_are_those_that_were_published() {
    let id = super::tag("d.example", &["https://a.example/feed", "abc 1"]);
    assert_eq!(id, "tag:d.example,2026:77d78c5e08a6e86ab2192172");
    assert_eq!(
        super::forgotten::of_name("Jo  Doe"),
        "8fdc8f24c240f8aac6ad9b8ab1f10d8a9f48e9d94f1ae73d51e4f620233d749b"
    );
}
