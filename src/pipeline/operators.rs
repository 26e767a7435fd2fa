//! The feed for operators: what happened to sources, as Atom, outside the publish folder.

use chrono::{DateTime, Utc};

use super::Broken;
use crate::config::Desk;
use crate::identity;
use crate::model::{Category, Detail, Entry, Event, Feed, Level, Link, Person, Text};
use crate::store::Store;
use crate::{publish, validate, write};

/// Events in the feed.
const MOST: usize = 100;

/// What became of the feed for operators.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Told {
    /// There is nothing to tell, or nobody wants to hear.
    #[default]
    Nothing,
    /// It is up to date.
    Fine,
    /// It could not be written, and why.
    HeldBack(String),
}

/// Writes the feed for operators, if it changed.
pub fn tell_operators(desk: &Desk, store: &Store, now: DateTime<Utc>) -> Result<Told, Broken> {
    let Some(path) = &desk.operators.path else { return Ok(Told::Nothing) };
    let events = store.events(MOST)?;
    if events.is_empty() && !path.exists() {
        return Ok(Told::Nothing);
    }
    let bytes = document(desk, &events);
    let report = validate::document(&bytes, now);
    if let Some(error) = report.findings.iter().find(|finding| finding.level == Level::Error) {
        return Ok(Told::HeldBack(format!("it would be invalid: {}", error.message)));
    }
    Ok(match publish::file(path, &bytes) {
        Ok(_) => Told::Fine,
        Err(error) => Told::HeldBack(error.to_string()),
    })
}

/// The document, from the latest events.
fn document(desk: &Desk, events: &[(i64, Event)]) -> Vec<u8> {
    let host = url::Url::parse(&desk.site.base_url).ok();
    let host = host.and_then(|url| url.host_str().map(str::to_owned)).unwrap_or_default();
    let feed = Feed {
        id: Some(identity::tag(&host, &["operators"])),
        title: Some(Text::plain(format!("{}: sources", desk.site.title))),
        subtitle: Some(Text::plain("What happened to the sources, and what to do about it")),
        link: Some(desk.site.home.clone()),
        self_link: desk.operators.url.clone(),
        language: Some("en".to_owned()),
        authors: vec![Person { name: Some("copydesk".to_owned()), ..Person::default() }],
        updated: events.first().map(|(_, event)| event.at),
        entries: events.iter().map(|(row, event)| entry(desk, &host, *row, event)).collect(),
        ..Feed::default()
    };
    let mut bytes = b"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n".to_vec();
    bytes.extend_from_slice(
        write::as_atom(&feed)
            .to_string()
            .trim_start_matches("<?xml version=\"1.0\"?>")
            .trim_start()
            .as_bytes(),
    );
    bytes
}

fn entry(desk: &Desk, host: &str, row: i64, event: &Event) -> Entry {
    let word = event.condition.word();
    let title = match (event.name.is_empty(), event.over) {
        (true, false) => word.to_owned(),
        (true, true) => format!("{word} no more"),
        (false, false) => format!("{}: {word}", event.name),
        (false, true) => format!("{}: {word} no more", event.name),
    };
    let source = desk.source(&event.source);
    let page = source.map(|source| source.home.clone()).filter(|home| !home.is_empty());
    let detail = Detail {
        links: page.into_iter().map(|page| Link::new("related", page)).collect(),
        categories: vec![Category { term: word.to_owned(), ..Category::default() }],
        content: Some(Text::plain(event.message.clone())),
        ..Detail::default()
    };
    Entry {
        id: Some(identity::tag(host, &["event", &row.to_string(), &event.at.to_rfc3339()])),
        title: Some(Text::plain(title)),
        published: Some(event.at),
        updated: Some(event.at),
        detail: detail.into(),
        ..Entry::default()
    }
}
