//! Putting out: every section's documents, from what is settled. Run twice, the second changes no byte.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use xxhash_rust::xxh3::Xxh3;

use super::{Broken, Halt};
use crate::compose::{self, Upstream, Upstreams};
use crate::config::{Desk, Source};
use crate::model::{Feed, Level, Section, Text};
use crate::publish::{Folder, Receipt};
use crate::read;
use crate::store::Store;
use crate::validate;
use crate::write::{self, Format, Frame, Place, SectionCard, SourceCard};

/// Counted up when cleaning changes, so that kept texts are cleaned anew.
const CLEANER: u8 = 1;

/// What went out.
#[derive(Debug, Default)]
pub struct PutOut {
    /// A receipt for every document, in the order of publication.
    pub documents: Vec<(String, Published)>,
    /// Stories on the fronts, by section.
    pub stories: Vec<(String, usize)>,
}

/// What became of one document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Published {
    /// It was as it is.
    Unchanged,
    /// It replaced the old one.
    Written,
    /// It may not be published, or can't be written; the old one stays.
    HeldBack(String),
}

/// Every section's documents, from what is settled.
pub fn put_out(desk: &Desk, store: &mut Store, now: DateTime<Utc>, halt: &Halt) -> Result<PutOut, Broken> {
    // What readers get to see is first made to stay: leads, ids and dates survive a power cut, and
    // a run that is killed among the documents has promised what it would have published.
    store.leads_are_published(now)?;
    store.sync()?;
    let folder = Folder::open(&desk.publish)?;
    let mut press = Press { desk, folder, now, out: PutOut::default() };
    let upstreams = upstreams(desk);
    let sections: Vec<&Section> = desk.sections.iter().chain([&desk.all]).collect();
    let mut feeds = Vec::with_capacity(sections.len());
    for section in &sections {
        if halt.is_told() {
            press.folder.sync()?;
            return Ok(press.out);
        }
        let feed = compose_section(desk, store, section, &upstreams, now)?;
        press.out.stories.push((section.slug.clone(), feed.entries.len()));
        press.section(section, &feed);
        feeds.push(feed);
    }
    press.around(&sections, &feeds);
    press.folder.sync()?;
    Ok(press.out)
}

fn upstreams(desk: &Desk) -> Upstreams {
    let upstream = |source: &Source| {
        let known = Upstream {
            name: source.name.clone(),
            rights: source.rights,
            licence: source.licence.clone(),
            credit: source.credit.clone(),
        };
        (source.key.clone(), known)
    };
    desk.sources.iter().map(upstream).collect()
}

/// One section's feed; texts that were cleaned before are taken from the store.
fn compose_section(
    desk: &Desk,
    store: &mut Store,
    section: &Section,
    upstreams: &Upstreams,
    now: DateTime<Utc>,
) -> Result<Feed, Broken> {
    let slug = (section.slug != desk.all.slug).then_some(section.slug.as_str());
    let front = store.front(slug, section.limit, now)?;
    let mut fresh: BTreeMap<[u8; 16], String> = BTreeMap::new();
    let mut clean = |text: &Text| {
        let hash = text_hash(text);
        // A text that can't be looked up is cleaned again; it costs time, nothing else.
        match fresh.get(&hash).cloned().or_else(|| store.cleaned(&hash).ok().flatten()) {
            Some(kept) => kept,
            None => fresh.entry(hash).or_insert(read::html::clean(text)).clone(),
        }
    };
    let feed = compose::feed(&desk.site, section, front, upstreams, &mut clean);
    if !fresh.is_empty() {
        store.keep_cleaned(&fresh.into_iter().collect::<Vec<_>>())?;
    }
    Ok(feed)
}

fn text_hash(text: &Text) -> [u8; 16] {
    let mut hash = Xxh3::new();
    hash.update(&[CLEANER, text.kind as u8]);
    hash.update(text.base.as_deref().unwrap_or_default().as_bytes());
    hash.update(&[0]);
    hash.update(text.value.as_bytes());
    hash.digest128().to_le_bytes()
}

/// Writes documents and keeps their receipts.
struct Press<'a> {
    desk: &'a Desk,
    folder: Folder,
    now: DateTime<Utc>,
    out: PutOut,
}

impl Press<'_> {
    fn section(&mut self, section: &Section, feed: &Feed) {
        let desk = self.desk;
        let mut places: Vec<Place<'_>> = vec![place(&desk.all)];
        places.extend(desk.sections.iter().map(place));
        let frame = Frame {
            site: &desk.site,
            slug: &section.slug,
            formats: &desk.formats,
            sections: &places,
            archive: write::Archive::default(),
        };
        for &format in &desk.formats {
            self.put(&frame.path(format), write::feed(format, feed, &frame), format != Format::Html);
        }
    }

    /// The documents about all sections: index, OPML, stylesheet, news sitemap.
    fn around(&mut self, sections: &[&Section], feeds: &[Feed]) {
        let site = &self.desk.site;
        let card = |(section, feed): (&&Section, &Feed)| {
            SectionCard::new(place(section), &self.desk.formats, feed, source_cards(self.desk, section))
        };
        let cards: Vec<SectionCard> = sections.iter().zip(feeds).map(card).collect();
        let outlines: Vec<_> = cards.iter().map(|card| card.outline(site)).collect();
        // The whole of our own news is in the section of all; "recent" is measured from the newest
        // of them, so that time alone rewrites nothing.
        let own =
            || feeds.last().into_iter().flat_map(|all| &all.entries).filter(|entry| entry.source.is_none());
        let newest = own().filter_map(|entry| entry.published).max().unwrap_or(self.now);
        let sitemap = own().next().map(|_| write::news_sitemap(site, own(), newest));
        if self.desk.formats.contains(&Format::Html) {
            self.put("index.html", write::index(site, &cards), false);
        }
        self.put("index.opml", write::opml(&site.title, &outlines), true);
        self.put("feed.css", Ok(write::stylesheet().as_bytes().to_vec()), false);
        match sitemap {
            Some(sitemap) => self.put("sitemap-news.xml", sitemap, true),
            // A sitemap without an address is invalid; having none says the same.
            None => self.remove("sitemap-news.xml"),
        }
    }

    fn remove(&mut self, path: &str) {
        match self.folder.remove(path) {
            Ok(true) => self.out.documents.push((path.to_owned(), Published::Written)),
            Ok(false) => {}
            Err(error) => self.out.documents.push((path.to_owned(), Published::HeldBack(error.to_string()))),
        }
    }

    /// A document replaces the old one only if it is free of errors.
    fn put(&mut self, path: &str, document: Result<Vec<u8>, write::Error>, is_judged: bool) {
        let published = match document {
            Ok(bytes) => self.judge_and_put(path, &bytes, is_judged),
            Err(error) => Published::HeldBack(format!("{error}; the old one stays")),
        };
        self.out.documents.push((path.to_owned(), published));
    }

    fn judge_and_put(&self, path: &str, bytes: &[u8], is_judged: bool) -> Published {
        match is_judged.then(|| first_error(bytes, self.now)).flatten() {
            Some(error) => Published::HeldBack(format!("it would be invalid: {error}; the old one stays")),
            None => match self.folder.put(path, bytes) {
                Ok(Receipt::Unchanged) => Published::Unchanged,
                Ok(Receipt::Written) => Published::Written,
                Err(error) => Published::HeldBack(error.to_string()),
            },
        }
    }
}

fn place(section: &Section) -> Place<'_> {
    Place { title: &section.title, slug: &section.slug }
}

fn first_error(bytes: &[u8], now: DateTime<Utc>) -> Option<String> {
    let report = validate::document(bytes, now);
    let error = report.findings.into_iter().find(|finding| finding.level == Level::Error)?;
    Some(format!("line {}: {} ({})", error.line, error.message, error.code))
}

/// The sources that feed a section: those configured for it, or all for the section of all.
fn source_cards(desk: &Desk, section: &Section) -> Vec<SourceCard> {
    let feeds = |source: &&Source| section.slug == desk.all.slug || source.sections.contains(&section.slug);
    let card = |source: &Source| SourceCard {
        name: source.name.clone(),
        home: Some(source.home.clone()).filter(|home| !home.is_empty()),
        feed: source.public_address(),
    };
    desk.sources.iter().filter(feeds).map(card).collect()
}
