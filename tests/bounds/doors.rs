//! What is done with what comes in, by each way in: all that a run would do with it in one thread.

use std::io::{Read, Write};
use std::net::{Shutdown, TcpListener};
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use chrono::{DateTime, Utc};
use copydesk::articles::{self, Rule};
use copydesk::config::{self, subscribe};
use copydesk::credits::{Names, Passage};
use copydesk::fetch::{self, Address, Client, Due, Patience};
use copydesk::identity::{self, Origin};
use copydesk::model::{
    Entry, Feed, FutureDates, Hints, Manners, Outlet, Provenance, Site, StoryRecord, TextKind,
};
use copydesk::pipeline::hubs;
use copydesk::store::{Push, Store};
use copydesk::stories::{Settings, Window};
use copydesk::text::plain;
use copydesk::write::{self, Archive, Format, Frame};
use copydesk::{read, validate};

use super::clock::hold;
use super::shapes;

const SITE: &str =
    "[site]\ntitle = \"D\"\nhome = \"https://d.example\"\nbase_url = \"https://d.example/f\"\n";

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_764_500_000, 0).unwrap()
}

fn outlets() -> Vec<Outlet> {
    vec![Outlet { name: "Digital Spy".into(), home: Some("https://spy.example/".into()) }]
}

/// Read, cleaned, credited, recognised, written in every format.
fn feed(bytes: &[u8]) {
    let hints = Hints { base_url: Some("https://a.example/feed"), content_type: None };
    let Ok(reading) = read::feed(bytes, &hints) else { return };
    let mut feed = reading.feed;
    let names = Names::new(&outlets());
    for entry in &feed.entries {
        credits(entry, &names);
    }
    let cleaned = |text: &mut copydesk::model::Text| {
        if text.kind == TextKind::Html {
            text.value = read::html::clean(text);
        }
    };
    feed.entries.iter_mut().flat_map(Entry::texts).for_each(cleaned);
    write_all(&feed);
    let provenance = Provenance::default();
    let origin = Origin {
        source: "a",
        host: "d.example",
        weak_guids: false,
        provenance: &provenance,
        dated: None,
        future: FutureDates::default(),
    };
    identity::of_feed(&mut feed, &origin, now());
}

fn credits(entry: &Entry, names: &Names) {
    names.declared(entry, &outlets()[0]);
    let text = entry.content.as_ref().or(entry.summary.as_ref());
    let html = text.filter(|text| text.kind == TextKind::Html).map(|text| text.value.as_str());
    let plain = html.map(plain::of_html).unwrap_or_default();
    let title = entry.title.as_ref().map(|title| title.value.as_str());
    names.find(&Passage { title, text: &plain, html, link: entry.link.as_deref() });
}

fn write_all(feed: &Feed) {
    let site = Site {
        title: "D".into(),
        home: "https://d.example/".into(),
        base_url: "https://d.example/f/".into(),
        language: "en".into(),
        contact: None,
        hubs: Vec::new(),
        rights: None,
        logo: None,
        icon: None,
        mail: true,
        clean_links: true,
    };
    for format in Format::ALL {
        let frame = Frame {
            site: &site,
            slug: "all",
            formats: &Format::ALL,
            sections: &[],
            archive: Archive::default(),
            robots: &[],
        };
        // What cannot be written is told elsewhere.
        let _ = write::feed(format, feed, &frame);
    }
}

fn record(name: &'static str) -> impl Fn(&[u8]) {
    move |bytes| {
        articles::parse(name, bytes, None, Some(now()), &Rule::default(), &outlets());
    }
}

fn sidecar(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    articles::parse("a.md", b"# T\n\nBody.\n", Some(&text), Some(now()), &Rule::default(), &outlets());
}

fn page(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let names = Names::new(&outlets());
    let link = Some("https://a.example/1");
    names.find(&Passage { title: Some("Head"), text: "", html: Some(&text), link });
    read::page::feeds(bytes, &Hints::default());
}

fn passage(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let names = Names::new(&outlets());
    names.find(&Passage { title: Some("Head"), text: &text, html: None, link: None });
    names.find(&Passage { title: Some(&text), text: "Body.", html: None, link: None });
    let record = StoryRecord {
        id: "1".into(),
        title: Some("Head".into()),
        text: Some(text.into()),
        ..StoryRecord::default()
    };
    let mut window = Window::new(Settings::default());
    window.file(&record);
    window.file(&StoryRecord { id: "2".into(), ..record });
}

/// NDJSON of `copydesk stories`.
fn stories(bytes: &[u8]) {
    let mut window = Window::new(Settings::default());
    for line in bytes.split(|byte| *byte == b'\n') {
        if let Ok(record) = serde_json::from_slice::<StoryRecord>(line) {
            window.file(&record);
        }
    }
}

fn opml(bytes: &[u8]) {
    let Ok(list) = read::opml(bytes, &Hints::default()) else { return };
    let desk = config::desk(SITE, "c", PathBuf::from(".")).unwrap();
    let plan = subscribe::plan(&desk, &[list], &subscribe::Terms::default());
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("copydesk.toml");
    std::fs::write(&file, SITE).unwrap();
    // A name that cannot be a key is told.
    let _ = config::edit::add(&file, &plan.sections, &plan.sources);
}

fn configuration(bytes: &[u8]) {
    let text = format!("{SITE}{}", String::from_utf8_lossy(bytes));
    // What is wrong in it is told.
    let _ = config::desk(&text, "c", PathBuf::from("."));
}

/// A server that answers every request with what was put there last, and how to ask it once.
fn answers() -> impl Fn(&[u8]) {
    let server = TcpListener::bind("127.0.0.1:0").unwrap();
    let address: url::Url = format!("http://{}/feed", server.local_addr().unwrap()).parse().unwrap();
    let answer = Arc::new(Mutex::new(Vec::new()));
    let given = Arc::clone(&answer);
    std::thread::spawn(move || {
        for mut stream in server.incoming().flatten() {
            // Who asked may be gone before all is sent.
            let _ = stream.read(&mut [0; 4096]);
            let _ = stream.write_all(&given.lock().unwrap());
            let _ = stream.shutdown(Shutdown::Write);
            let _ = stream.read(&mut [0; 4096]);
        }
    });
    let manners = Arc::new(Manners {
        allow_addresses: vec![("127.0.0.0".parse().unwrap(), 8)],
        gap: std::time::Duration::ZERO,
        ..Manners::default()
    });
    move |bytes| {
        *answer.lock().unwrap() = bytes.to_vec();
        // All on this thread, whose time is taken.
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let client = Client::with_patience(&manners, Patience::default()).unwrap();
            let due = vec![Due::new("a", Address::Http(address.clone()))];
            assert!(fetch::all(due, Arc::clone(&manners), client).recv().await.is_some());
        });
    }
}

/// What a hub may call with: a question's query, a notice's signature and body.
fn calls() -> impl Fn(&[u8]) {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(&folder.path().join("c.db")).unwrap();
    let push = Push {
        source: "a".into(),
        hub: "https://hub.example/".into(),
        topic: "https://a.example/feed".into(),
        name: "n".into(),
        secret: "s".into(),
        asked: now(),
        ..Push::default()
    };
    store.ask_for_push(&push).unwrap();
    let store = (Mutex::new(store), folder);
    move |bytes| {
        let mut store = store.0.lock().unwrap();
        let text = String::from_utf8_lossy(bytes);
        hubs::confirm(&mut store, "n", &text, now()).unwrap();
        hubs::hear(&mut store, "n", &text, bytes, now()).unwrap();
        hubs::hear(&mut store, &text, "sha256=00", bytes, now()).unwrap();
    }
}

fn validated(bytes: &[u8]) {
    validate::document(bytes, now());
}

#[test]
fn feeds_of_xml_are_read_in_proportion() {
    hold(&shapes::xml(), feed);
}

#[test]
fn feeds_of_json_are_read_in_proportion() {
    hold(&shapes::json(), feed);
}

#[test]
fn html_is_cleaned_in_proportion() {
    let within = |make: fn(usize) -> String| move |count: usize| shapes::item_with_html(&make(count));
    let shapes: Vec<shapes::Shape> =
        shapes::html().into_iter().map(|(name, make)| shapes::shape(name, within(make))).collect();
    hold(&shapes, feed);
}

#[test]
fn documents_are_validated_in_proportion() {
    // Lists of every kind are walked by one rule, so every other shape will do.
    let all: Vec<shapes::Shape> = shapes::xml().into_iter().chain(shapes::opml()).step_by(2).collect();
    hold(&all, validated);
}

#[test]
fn page_text_is_read_in_proportion() {
    let body = |text: fn(usize) -> String| move |count: usize| format!("Headline here\n\n{}\n", text(count));
    let all = shapes::texts().into_iter().map(|(name, text)| shapes::shape(name, body(text)));
    hold(&all.collect::<Vec<_>>(), record("a.txt"));
}

#[test]
fn markdown_is_read_in_proportion() {
    let body = |text: fn(usize) -> String| move |count: usize| format!("# Head\n\n{}\n", text(count));
    let all = shapes::markdown().into_iter().map(|(name, text)| shapes::shape(name, body(text)));
    hold(&all.collect::<Vec<_>>(), record("a.md"));
}

#[test]
fn pages_are_read_in_proportion() {
    let around = |html: fn(usize) -> String| {
        move |count: usize| {
            format!("<html><head><title>Head</title></head><body><article><h1>Head</h1>{}", html(count))
        }
    };
    let all: Vec<shapes::Shape> =
        shapes::html().into_iter().map(|(name, html)| shapes::shape(name, around(html))).collect();
    hold(&all, |bytes| {
        record("a.html")(bytes);
        page(bytes);
    });
}

#[test]
fn flat_records_are_read_in_proportion() {
    hold(&shapes::records(), record("a.ndjson"));
    hold(&shapes::sidecars(), sidecar);
}

#[test]
fn texts_are_credited_and_settled_in_proportion() {
    let all = shapes::texts().into_iter().map(|(name, text)| shapes::shape(name, text));
    hold(&all.collect::<Vec<_>>(), passage);
    hold(&shapes::stories(), stories);
}

#[test]
fn lists_of_feeds_are_taken_in_proportion() {
    hold(&shapes::opml(), opml);
}

#[test]
fn configurations_are_read_in_proportion() {
    hold(&shapes::configurations(), configuration);
}

#[test]
fn headers_of_answers_are_read_in_proportion() {
    hold(&shapes::answers(), answers());
}

#[test]
fn calls_of_hubs_are_heard_in_proportion() {
    hold(&shapes::calls(), calls());
}
