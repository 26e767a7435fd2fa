//! An entry is met once, whatever its source does with ids, addresses, dates and versions.
//! Each test is a few real runs over a feed that changes.

use crate::newsroom;

use chrono::TimeDelta;
use newsroom::{Item, Newsroom, noticed};

const TITLES: [&str; 5] = [
    "Harbour bridge opens after nine years",
    "Council votes for later school hours",
    "Orchestra names its first woman conductor",
    "River ferry sails again in spring",
    "Baker wins the regional bread prize",
];

/// A desk with one source whose five items were taken in by one run.
fn met() -> (Newsroom, Vec<Item>, Vec<String>) {
    let mut desk = Newsroom::new(&["Wire"]);
    let items = five(&desk);
    desk.feed("Wire", &items);
    assert!(noticed(&desk.run()).is_empty());
    let ids = desk.ids();
    assert_eq!(ids.len(), 5);
    (desk, items, ids)
}

fn five(desk: &Newsroom) -> Vec<Item> {
    let at = |hours: usize| desk.now() - TimeDelta::hours(i64::try_from(hours).unwrap());
    TITLES.iter().enumerate().map(|(n, title)| Item::new("Wire", n, title, at(n + 1))).collect()
}

/// Another run brings nothing new: the published ids are those of before, in the same order.
fn nothing_new(desk: &mut Newsroom, items: &[Item], ids: &[String]) -> Vec<String> {
    desk.feed("Wire", items);
    let report = desk.run();
    assert_eq!(desk.ids(), ids);
    noticed(&report)
}

#[test]
fn mass_change_of_ids_is_one_event_and_nothing_is_new() {
    let (mut desk, mut items, ids) = met();
    for item in &mut items {
        item.guid = format!("https://new.example/?p={}", item.guid);
    }
    let events = nothing_new(&mut desk, &items, &ids);
    assert_eq!(events.len(), 1, "{events:?}");
    assert!(events[0].contains("changed the ids of 5 entries"), "{events:?}");
    // The next run knows the new ids.
    assert!(nothing_new(&mut desk, &items, &ids).is_empty());
}

#[test]
fn move_to_another_system_changes_ids_addresses_and_markup_and_nothing_is_new() {
    let (mut desk, mut items, ids) = met();
    for (n, item) in items.iter_mut().enumerate() {
        item.guid = format!("post-{}", 9000 + n);
        item.link =
            format!("https://www.wire.example/2016/08/{}", item.title.to_lowercase().replace(' ', "-"));
        item.html = format!("<div class=\"entry\">{}<p>Follow us for more.</p></div>", item.html);
        item.published += TimeDelta::hours(2);
    }
    let events = nothing_new(&mut desk, &items, &ids);
    assert_eq!(events.len(), 1, "{events:?}");
    assert!(desk.publishes("Follow us for more"), "the new version is taken");
}

#[test]
fn one_id_that_changes_is_no_event() {
    let (mut desk, mut items, ids) = met();
    items[2].guid = "another".into();
    assert!(nothing_new(&mut desk, &items, &ids).is_empty());
}

#[test]
fn guid_given_to_every_item_counts_for_nothing_and_is_said_once() {
    let (mut desk, mut items, ids) = met();
    items.iter_mut().for_each(|item| item.guid = "https://wire.example/".into());
    let events = nothing_new(&mut desk, &items, &ids);
    assert!(events.iter().any(|event| event.contains("one guid")), "{events:?}");
    assert!(nothing_new(&mut desk, &items, &ids).is_empty());
    // An edit is still recognised, by the address.
    items[0].title = "Harbour bridge opens at last".into();
    items[0].html = "<p>Quite other words than those that stood here in the morning of the day.</p>".into();
    assert!(nothing_new(&mut desk, &items, &ids).is_empty());
    // And a new item is one.
    items.insert(
        0,
        Item {
            guid: items[0].guid.clone(),
            ..Item::new("Wire", 77, "Lighthouse keeper retires", desk.now())
        },
    );
    desk.feed("Wire", &items);
    desk.run();
    assert_eq!(desk.ids().len(), 6);
}

#[test]
fn document_of_one_item_that_keeps_its_guid_for_other_news_brings_other_news() {
    let mut desk = Newsroom::new(&["Wire"]);
    for (n, title) in TITLES.iter().enumerate() {
        let item =
            Item { guid: "https://wire.example/latest".into(), ..Item::new("Wire", n, title, desk.now()) };
        let item = Item { html: format!("<p>{title} {title} {title}</p>"), ..item };
        desk.feed("Wire", &[item]);
        desk.run();
        desk.pass(600);
    }
    let mut titles = desk.titles();
    titles.reverse();
    assert_eq!(titles, TITLES);
    let mut ids = desk.ids();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), 5);
}

#[test]
fn edit_of_headline_and_text_moves_nothing() {
    let (mut desk, mut items, ids) = met();
    items[3].title = "Ferry sails".into();
    items[3].html = "<p>All else is new here.</p>".into();
    items[3].link = "https://wire.example/news/ferry-sails".into();
    items[3].published += TimeDelta::minutes(90);
    assert!(nothing_new(&mut desk, &items, &ids).is_empty());
    assert_eq!(desk.titles()[3], "Ferry sails");
}

#[test]
fn entry_without_guid_is_known_by_any_form_of_its_address() {
    let mut desk = Newsroom::new(&["Wire"]);
    let mut items = five(&desk);
    items.iter_mut().for_each(|item| item.guid.clear());
    desk.feed("Wire", &items);
    desk.run();
    let ids = desk.ids();
    for form in [
        "http://www.wire.example/news/N/?utm_source=rss",
        "https://m.wire.example/news/N/amp",
        "https://wire.example:443/news/N#xtor=RSS-1",
        "https://news.google.com/news/url?sa=t&amp;url=https://wire.example/news/N",
        "https://cdn.ampproject.org/c/s/wire.example/news/N",
    ] {
        for (n, item) in items.iter_mut().enumerate() {
            item.link = form.replace('N', &n.to_string()).replace("&amp;", "&");
            item.title.push('!');
            item.html.push_str("<p>Updated.</p>");
        }
        assert!(nothing_new(&mut desk, &items, &ids).is_empty(), "{form}");
    }
}

#[test]
fn entry_that_goes_back_and_forth_is_frozen_and_said_once() {
    let (mut desk, mut items, ids) = met();
    let first = items[0].html.clone();
    let second = first.replace("details", "particulars");
    let (mut events, mut changes) = (Vec::new(), Vec::new());
    for turn in 0..12 {
        items[0].html = if turn % 2 == 0 { second.clone() } else { first.clone() };
        events.extend(nothing_new(&mut desk, &items, &ids));
        changes.push(desk.items("all")[0]["date_modified"].clone());
    }
    assert_eq!(events.len(), 1, "{events:?}");
    assert!(events[0].contains("back and forth"), "{events:?}");
    changes.dedup();
    assert!(changes.len() <= 2, "{changes:?}");
    assert!(desk.says(&["why", &ids[0]]).contains("frozen"));
    // Something new ends it.
    items[0].html = "<p>The minister has resigned over the bridge.</p>".into();
    assert!(nothing_new(&mut desk, &items, &ids).is_empty());
    assert!(desk.publishes("has resigned"));
}

#[test]
fn change_that_is_taken_back_once_is_taken() {
    let (mut desk, mut items, ids) = met();
    let first = items[0].html.clone();
    items[0].html = first.replace("details", "particulars");
    nothing_new(&mut desk, &items, &ids);
    items[0].html = first;
    assert!(nothing_new(&mut desk, &items, &ids).is_empty());
    assert!(!desk.publishes("particulars"));
}

#[test]
fn anchors_of_one_page_are_entries_of_their_own() {
    let mut desk = Newsroom::new(&["Wire"]);
    let mut items = five(&desk);
    for (n, item) in items.iter_mut().enumerate() {
        item.guid.clear();
        item.link = format!("https://wire.example/changes#v{n}");
        item.html.clear();
    }
    // One at a time, then all together.
    for item in items.iter().rev() {
        desk.feed("Wire", std::slice::from_ref(item));
        desk.run();
    }
    assert_eq!(desk.ids().len(), 5);
    let ids = desk.ids();
    assert!(nothing_new(&mut desk, &items, &ids).is_empty());
    items[1].title = "Renamed".into();
    assert!(nothing_new(&mut desk, &items, &ids).is_empty());
}

#[test]
fn daily_template_under_new_ids_is_new_every_day() {
    let mut desk = Newsroom::new(&["Wire"]);
    for day in 0..4 {
        let item = Item {
            html: "<p>Good morning. Here is what you need to know before you leave the house today.</p>"
                .into(),
            link: format!("https://wire.example/briefing/{day}"),
            ..Item::new("Wire", day, "Morning briefing", desk.now())
        };
        desk.feed("Wire", &[item]);
        let report = desk.run();
        assert_eq!(report.taken_in.sources.len(), 1);
        assert!(noticed(&report).is_empty());
        desk.pass(24 * 60);
    }
    assert_eq!(desk.store().count().unwrap(), 4);
}

#[test]
fn version_that_stands_twice_in_a_document_counts_once_and_the_newest() {
    let mut desk = Newsroom::new(&["Wire"]);
    let mut items = five(&desk);
    let mut newer = items[0].clone();
    newer.html = "<p>The corrected text, which has been put beside the old one by mistake.</p>".into();
    newer.more = format!("<atom:updated>{}</atom:updated>", desk.now().to_rfc3339());
    items.insert(1, newer);
    desk.feed("Wire", &items);
    desk.run();
    assert_eq!(desk.ids().len(), 5);
    assert!(desk.publishes("corrected text"));
}

#[test]
fn moved_date_brings_nothing_to_the_top() {
    let (mut desk, mut items, ids) = met();
    for _ in 0..3 {
        items[4].published = desk.now();
        assert!(nothing_new(&mut desk, &items, &ids).is_empty());
    }
}

#[test]
fn ids_are_the_same_after_a_lost_store() {
    let (mut desk, items, ids) = met();
    for file in ["copydesk.db", "copydesk.db-wal", "copydesk.db-shm"] {
        let _ = std::fs::remove_file(desk.path(file));
    }
    assert!(nothing_new(&mut desk, &items, &ids).is_empty());
}

#[test]
fn every_rule_of_canonical_addresses_holds_as_documented() {
    let page = include_str!("../../docs/identity.md");
    let mut rules = 0;
    for line in page.lines().filter(|line| line.starts_with("| ") && line.contains("`http")) {
        let addresses: Vec<&str> = line.split('`').skip(1).step_by(2).collect();
        let [address, canonical] = addresses[..] else { panic!("no two addresses: {line}") };
        assert_eq!(copydesk::text::url::canonical(address).as_deref(), Some(canonical), "{line}");
        assert_eq!(copydesk::text::url::canonical(canonical).as_deref(), Some(canonical), "{line}");
        rules += 1;
    }
    assert!(rules >= 35, "{rules}");
}

#[test]
fn decoration_behind_a_hash_is_no_place_in_the_page() {
    let place =
        |fragment: &str| copydesk::text::url::place(&format!("https://a.example/n#{fragment}")).unwrap();
    for fragment in ["", "xtor=RSS-3", "utm_source=rss", "comments", "more-17", ":~:text=word", "ref=rss"] {
        assert_eq!(place(fragment), "https://a.example/n", "{fragment}");
    }
    for fragment in ["v1.2", "comment-17", "2016-08-17"] {
        assert_eq!(place(fragment), format!("https://a.example/n#{fragment}"));
    }
}

#[test]
fn address_that_is_tracked_anew_at_every_poll_changes_nothing() {
    let mut desk = Newsroom::new(&["Wire"]);
    let mut items = five(&desk);
    let tracked = |items: &mut [Item], poll: u32| {
        for (n, item) in items.iter_mut().enumerate() {
            item.guid.clear();
            item.link = format!("https://wire.example/news/{n}?utm_source=feed&utm_campaign={poll}");
        }
    };
    tracked(&mut items, 1);
    desk.feed("Wire", &items);
    desk.run();
    let ids = desk.ids();
    assert!(ids.iter().all(|id| !id.contains("utm_")), "{ids:?}");
    let first = std::fs::read(desk.path("feeds/all/feed.json")).unwrap();
    for poll in 2..5 {
        tracked(&mut items, poll);
        assert!(nothing_new(&mut desk, &items, &ids).is_empty());
        assert!(std::fs::read(desk.path("feeds/all/feed.json")).unwrap() == first, "poll {poll}");
    }
    // Nor does an address in another form: only another page would.
    items.iter_mut().for_each(|item| item.link = item.link.replace("https://", "http://www."));
    nothing_new(&mut desk, &items, &ids);
    assert!(desk.items("all").iter().all(|item| item.get("date_modified").is_none()), "unread again");
}
