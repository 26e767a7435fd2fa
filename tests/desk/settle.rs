//! Settling as the pipeline does it: the order in which sources answered, a run that ends early and
//! a revised text change nothing about who tells the same story.

use crate::newsroom;

use std::collections::BTreeMap;

use chrono::TimeDelta;
use copydesk::pipeline::{self, Halt, Scope, bell};
use copydesk::store::Store;
use newsroom::{Item, Newsroom};
use proptest::prelude::*;

const SOURCES: [&str; 3] = ["Coast News", "Evening Mail", "Morning Post"];

/// Items of a source where there are many: more than one batch of settling in all.
const MANY: usize = 200;

/// News that three sources tell in turn, with other words each, hours apart.
const NEWS: [[(&str, &str); 3]; 3] = [
    [
        (
            "Ferry Solveig runs aground off Brekstad",
            "The car ferry Solveig ran aground on a sandbank off Brekstad early on Tuesday with 212 passengers aboard. Captain Ingrid Moe had taken the northern channel because of fog.",
        ),
        (
            "212 stuck on sandbank as ferry Solveig strands",
            "Fog sent the ferry Solveig with Captain Ingrid Moe and 212 passengers on a sandbank near Brekstad on Tuesday.",
        ),
        (
            "Ferry Solveig: passengers off after night near Brekstad",
            "All 212 passengers of the ferry Solveig, stranded on a sandbank off Brekstad in fog, are ashore, Captain Ingrid Moe said.",
        ),
    ],
    [
        (
            "Gouda cheese makers ask for help",
            "Makers of Gouda cheese asked minister Pieter Visser for support on Tuesday. Milk has become a third dearer since March, said the dairy board in Woerden.",
        ),
        (
            "Dairy board in Woerden: Gouda makers need support",
            "With milk a third dearer since March, Gouda cheese makers turned to minister Pieter Visser, the dairy board in Woerden said.",
        ),
        (
            "Minister Visser hears Gouda cheese makers",
            "Pieter Visser, the minister, met makers of Gouda cheese from Woerden. Milk is a third dearer than in March.",
        ),
    ],
    [
        (
            "Oslo closes two bridges for repair",
            "The council of Oslo voted on Monday to close the bridges at Akershus and Grefsen. Cyclists may use the tunnel until autumn, deputy mayor Kari Lund said.",
        ),
        (
            "Akershus and Grefsen bridges shut until autumn",
            "Oslo shuts its bridges at Akershus and Grefsen; deputy mayor Kari Lund sends cyclists through the tunnel until autumn.",
        ),
        (
            "Kari Lund: Oslo cyclists take the tunnel",
            "Deputy mayor Kari Lund told cyclists to take the tunnel while Oslo repairs the bridges at Akershus and Grefsen until autumn.",
        ),
    ],
];

/// A desk on which every source tells all the news; `turns` says how many hours each comes later.
fn newsroom(turns: [i64; 3]) -> Newsroom {
    let room = Newsroom::new(&SOURCES);
    for (at, source) in SOURCES.iter().enumerate() {
        let item = |(number, told): (usize, &[(&str, &str); 3])| {
            let hours = turns[at] + 5 * number as i64;
            let time = room.now() - TimeDelta::hours(40) + TimeDelta::hours(hours);
            let (title, text) = told[at];
            Item { html: format!("<p>{text}</p>"), ..Item::new(source, number, title, time) }
        };
        room.feed(source, &NEWS.iter().enumerate().map(item).collect::<Vec<_>>());
    }
    room
}

/// Takes in these sources, one after the other.
fn take_in(room: &Newsroom, store: &mut Store, order: &[usize]) {
    for at in order {
        let scope = Scope { all: true, only: Some(SOURCES[*at].to_owned()), ..Scope::default() };
        pipeline::take_in(&room.desk(), store, &scope, room.now(), &Halt::default(), &|_| {}).unwrap();
    }
}

/// For each entry by its address: the story it belongs to.
fn stories(room: &Newsroom, store: &Store) -> BTreeMap<String, String> {
    let mut told = BTreeMap::new();
    for source in SOURCES {
        for number in 0..NEWS.len() {
            let link = Item::new(source, number, "", room.now()).link;
            let found = store.find(&link).unwrap();
            told.insert(link, found[0].filing.as_ref().unwrap().story.clone());
        }
    }
    told
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(6))]

    #[test]
    fn the_order_in_which_sources_answered_does_not_matter(
        turns in [0_i64..12, 0..12, 0..12],
        order in Just(vec![0_usize, 1, 2]).prop_shuffle(),
    ) {
        let room = newsroom(turns);
        let told = |order: &[usize]| {
            let mut store = Store::in_memory().unwrap();
            take_in(&room, &mut store, order);
            pipeline::settle(&room.desk(), &mut store, room.now(), &Halt::default()).unwrap();
            stories(&room, &store)
        };
        let first = told(&[0, 1, 2]);
        let found = first.values().collect::<std::collections::BTreeSet<_>>().len();
        prop_assert!((NEWS.len()..NEWS.len() * 2).contains(&found), "{} stories", found);
        prop_assert_eq!(first, told(&order));
    }
}

#[test]
fn every_rewrite_finds_its_story_whichever_source_comes_late() {
    for turns in [[0, 0, 0], [7, 0, 0], [0, 7, 0], [0, 0, 7], [0, 5, 11], [11, 5, 0]] {
        let room = newsroom(turns);
        let mut store = Store::in_memory().unwrap();
        take_in(&room, &mut store, &[0, 1, 2]);
        pipeline::settle(&room.desk(), &mut store, room.now(), &Halt::default()).unwrap();
        let told = stories(&room, &store);
        let found: std::collections::BTreeSet<&String> = told.values().collect();
        assert_eq!(found.len(), NEWS.len(), "{turns:?}: {told:#?}");
    }
}

#[test]
fn a_run_that_ended_early_and_went_on_agrees_with_one_that_did_not() {
    // More than one batch, so that the bell is heard between two.
    let many = |room: &Newsroom| {
        for (at, source) in SOURCES.iter().enumerate() {
            let item = |number: usize| {
                let (title, text) = NEWS[number % NEWS.len()][at];
                let time =
                    room.now() - TimeDelta::minutes(2_000) + TimeDelta::minutes((number * 3 + at) as i64);
                let (title, text) =
                    (format!("{title}, part {number}"), format!("<p>{text} Part {number} of many.</p>"));
                Item { html: text, ..Item::new(source, number, &title, time) }
            };
            room.feed(source, &(0..MANY).map(item).collect::<Vec<_>>());
        }
    };
    let room = newsroom([0, 3, 6]);
    many(&room);
    let of = |store: &Store| -> BTreeMap<String, String> {
        let links = SOURCES
            .iter()
            .flat_map(|source| (0..MANY).map(|number| Item::new(source, number, "", room.now()).link));
        links
            .map(|link| (link.clone(), store.find(&link).unwrap()[0].filing.as_ref().unwrap().story.clone()))
            .collect()
    };
    let whole = {
        let mut store = Store::in_memory().unwrap();
        take_in(&room, &mut store, &[0, 1, 2]);
        pipeline::settle(&room.desk(), &mut store, room.now(), &Halt::default()).unwrap();
        of(&store)
    };
    let mut store = Store::in_memory().unwrap();
    take_in(&room, &mut store, &[2, 0, 1]);
    let left = |store: &Store| store.unsettled(room.now()).unwrap().len();
    let (mut ended_early, mut patience) = (false, 0);
    while left(&store) > 0 {
        let (bell, halt) = bell();
        // The first passes are told to end before they began, a later one between two batches.
        patience += 20;
        let ringing = std::thread::spawn(move || {
            std::thread::sleep(std::time::Duration::from_millis(patience));
            bell.ring();
        });
        pipeline::settle(&room.desk(), &mut store, room.now(), &halt).unwrap();
        ringing.join().unwrap();
        ended_early |= (1..SOURCES.len() * MANY).contains(&left(&store));
    }
    assert!(ended_early, "no pass ended between two batches");
    assert_eq!(whole, of(&store));
}

#[test]
fn a_revised_entry_is_found_by_its_new_words_and_stays_in_its_story() {
    let mut room = Newsroom::new(&SOURCES);
    let early = room.now() - TimeDelta::hours(5);
    let (title, text) = NEWS[0][0];
    let mut item = Item {
        html: "<p>A ferry is aground. More soon.</p>".into(),
        ..Item::new(SOURCES[0], 0, "Ferry aground", early)
    };
    room.feed(SOURCES[0], std::slice::from_ref(&item));
    room.run();
    let story = |room: &Newsroom, link: &str| {
        room.store().find(link).unwrap()[0].filing.as_ref().unwrap().story.clone()
    };
    let opened = story(&room, &item.link);
    (item.title, item.html) = (title.to_owned(), format!("<p>{text}</p>"));
    room.feed(SOURCES[0], std::slice::from_ref(&item));
    room.run();
    assert_eq!(story(&room, &item.link), opened);
    let (title, text) = NEWS[0][1];
    let later = Item { html: format!("<p>{text}</p>"), ..Item::new(SOURCES[1], 0, title, room.now()) };
    room.feed(SOURCES[1], std::slice::from_ref(&later));
    room.run();
    assert_eq!(story(&room, &later.link), opened);
    assert_eq!(story(&room, &item.link), opened);
}
