//! Putting out: every section's documents, from what is settled. Run twice, the second changes no byte.
//!
//! A section is composed only if its front's fingerprint or one of its files is another than last
//! time. Memory stays flat in the number of sections: one is composed after the other.

use std::collections::{BTreeMap, HashSet};

use chrono::{DateTime, TimeDelta, Utc};
use memchr::memmem;
use xxhash_rust::xxh3::Xxh3;

use super::trial::{SectionChange, Trial};
use super::{Broken, Halt, rewritten};
use crate::compose::{self, Upstream, Upstreams};
use crate::config::{Desk, Source};
use crate::model::{Images, Section, Site};
use crate::publish::Folder;
use crate::store::Store;
use crate::write::{self, Format, Place, SectionCard, SourceCard};

mod archive;
mod front;
mod guard;
mod leading;
mod press;
mod texts;

pub use guard::{Held, Shrink};
use press::Press;

/// Marks of `X-Robots-Tag` by the key of the source that sent them; sources without any are not in it.
type Robots = BTreeMap<String, Vec<String>>;

const SITEMAP: &str = "sitemap-news.xml";

/// Days for which the Atom feeds say that an entry was withdrawn (RFC 6721).
pub(super) const TOMBSTONE_DAYS: i64 = 30;

/// How carefully to put out.
#[derive(Debug, Clone, Default)]
pub struct Care {
    /// Which sections may lose most of their stories at once.
    pub shrink: Shrink,
    /// Whether nothing goes out, and what would change is told instead.
    pub trial: bool,
    /// Whether documents go out without validating: only to measure what validating costs.
    pub unjudged: bool,
}

/// What went out.
#[derive(Debug, Default)]
pub struct PutOut {
    /// A receipt for every document, in the order of publication.
    pub documents: Vec<(String, Published)>,
    /// What documents had to go without, by path.
    pub left_out: Vec<(String, String)>,
    /// Stories on the fronts, by section.
    pub stories: Vec<(String, usize)>,
    /// Sections that the shrink guard held back: their old documents stay.
    pub held: Vec<Held>,
    /// What would change in each section, where nothing goes out.
    pub changes: Vec<SectionChange>,
}

/// What became of one document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Published {
    /// It was as it is.
    Unchanged,
    /// It replaced the old one, or went with it.
    Written,
    /// It may not be published, or can't be written; the old one stays.
    HeldBack(String),
}

/// Every section's documents, from what is settled.
pub fn put_out(
    desk: &Desk,
    store: &mut Store,
    care: &Care,
    now: DateTime<Utc>,
    halt: &Halt,
) -> Result<PutOut, Broken> {
    // What readers get to see is first made to stay: leads, ids and dates survive a power cut, and
    // a run that is killed among the documents has promised what it would have published.
    store.leads_are_published(now)?;
    store.sync()?;
    let folder = if care.trial { Folder::look_at(&desk.publish) } else { Folder::open(&desk.publish)? };
    let upstreams = upstreams(desk);
    let robots = store.robots()?;
    let mut run = Run {
        press: Press::new(folder, store.stamps()?, care.unjudged, now),
        ground: ground(desk, &upstreams, &robots),
        upstreams: &upstreams,
        robots,
        out: PutOut::default(),
        desk,
        care,
        now,
    };
    run.press.trial = care.trial.then(|| Trial::of(&desk.formats));
    let mut cards = Vec::with_capacity(desk.sections.len() + 1);
    for section in desk.sections.iter().chain([&desk.all]) {
        if halt.is_told() {
            return run.finish(store);
        }
        let (stories, card) = run.section(store, section)?;
        run.out.stories.push((section.slug.clone(), stories));
        cards.push(SectionCard { sources: source_cards(desk, section, &card), ..card });
    }
    run.lead_on(store)?;
    run.former(store)?;
    run.purge_former(store)?;
    run.around(&cards);
    run.sitemap(store)?;
    let refused = desk.sections.iter().filter_map(|section| refused(desk, section));
    run.out.left_out.extend(refused);
    run.finish(store)
}

/// The ids in the published fronts, for a store that does not know what was published: it was lost.
pub(super) fn published_before(desk: &Desk, store: &Store) -> Result<HashSet<String>, Broken> {
    if !desk.publish.is_dir() || !store.fronts()?.is_empty() {
        return Ok(HashSet::new());
    }
    let folder = Folder::open(&desk.publish)?;
    let sections = desk.sections.iter().chain([&desk.all]);
    Ok(sections.flat_map(|section| guard::published_ids(&folder, section)).collect())
}

/// One putting out.
struct Run<'a> {
    desk: &'a Desk,
    care: &'a Care,
    upstreams: &'a Upstreams,
    /// What sources ask of those who show their texts.
    robots: Robots,
    press: Press,
    /// Print of all that every front depends on: program and configuration.
    ground: [u8; 16],
    now: DateTime<Utc>,
    out: PutOut,
}

impl<'a> Run<'a> {
    /// The documents about all sections: index, OPML, stylesheet.
    fn around(&mut self, cards: &[SectionCard]) {
        let site = &self.desk.site;
        let outlines: Vec<_> = cards.iter().map(|card| card.outline(site)).collect();
        if self.desk.formats.contains(&Format::Html) {
            self.press.put("index.html", write::index(site, cards), false);
        }
        self.lists(&outlines);
        self.press.put("feed.css", Ok(write::stylesheet().as_bytes().to_vec()), false);
    }

    /// The list of all feeds. One that validators would refuse comes in parts, and names them.
    fn lists(&mut self, outlines: &[write::Outline]) {
        let (index, mut parts) = list(&self.desk.site, outlines, write::MOST_OPML);
        let count = parts.len();
        for (nth, bytes) in parts.drain(..).enumerate() {
            self.press.put(&part(nth + 1), Ok(bytes), true);
        }
        self.press.put("index.opml", index, true);
        // Of a list that was longer.
        for nth in count + 1.. {
            if self.press.folder.stamp(&part(nth)).is_none() {
                break;
            }
            self.press.remove(&part(nth));
        }
    }

    /// The news sitemap: our own articles of the last two days, whatever else the section of all has. The
    /// one document that time alone changes; without news there is none, since an empty one is invalid.
    fn sitemap(&mut self, store: &Store) -> Result<(), Broken> {
        let news = store.own_news(self.now - TimeDelta::days(2), self.now, write::MOST_NEWS)?;
        let site = &self.desk.site;
        let news: Vec<_> = news.into_iter().map(|article| compose::headline(article, site)).collect();
        let sitemap = write::news_sitemap(site, &news, self.now);
        // Of articles whose addresses cannot stand in it none is left.
        if sitemap.as_ref().is_ok_and(|sitemap| memmem::find(sitemap, b"<url>").is_none()) {
            self.press.remove(SITEMAP);
        } else {
            self.press.put(SITEMAP, sitemap, true);
        }
        Ok(())
    }

    fn finish(mut self, store: &mut Store) -> Result<PutOut, Broken> {
        self.press.folder.sync()?;
        let mut left_out = self.press.left_out();
        left_out.append(&mut self.out.left_out);
        self.out.changes = self.press.trial.take().map(|trial| trial.changes).unwrap_or_default();
        let (documents, stamps) = self.press.finish();
        store.keep_stamps(&stamps)?;
        Ok(PutOut { documents, left_out, ..self.out })
    }

    fn composing(&self) -> compose::Desk<'a> {
        compose::Desk { site: &self.desk.site, upstreams: self.upstreams, now: self.now }
    }

    fn places(&self) -> Vec<Place<'a>> {
        [&self.desk.all].into_iter().chain(&self.desk.sections).map(place).collect()
    }
}

/// Where a part of the list of all feeds lies.
fn part(nth: usize) -> String {
    format!("index-{nth}.opml")
}

fn place(section: &Section) -> Place<'_> {
    Place { title: &section.title, slug: &section.slug }
}

/// What a directory of podcasts will miss in a section that is one, with its document. Mail and category
/// the configuration has to give.
fn refused(desk: &Desk, section: &Section) -> Option<(String, String)> {
    section.podcast.as_ref()?;
    let shown = |logo: &String| {
        let path = logo.split(['?', '#']).next().unwrap_or_default().to_ascii_lowercase();
        [".jpg", ".jpeg", ".png"].iter().any(|ending| path.ends_with(ending))
    };
    if desk.site.logo.as_ref().is_some_and(shown) {
        return None;
    }
    let why = "directories will refuse this podcast, which has no picture of the show; \
        set [site] logo to the address of a JPEG or PNG (.jpg, .png) of 1400 to 3000 pixels";
    Some((write::path(&section.slug, Format::Rss, None), why.to_owned()))
}

/// What the store calls a section: the one of every story has no name there.
fn key<'a>(desk: &Desk, section: &'a Section) -> &'a str {
    if section.slug == desk.all.slug { "" } else { &section.slug }
}

/// The list of all feeds, at most so many bytes, and its parts where it is one that only names them.
fn list(
    site: &Site,
    outlines: &[write::Outline],
    most: usize,
) -> (Result<Vec<u8>, write::Error>, Vec<Vec<u8>>) {
    match write::opml_parts(&site.title, outlines, most) {
        Ok(parts) if parts.len() > 1 => {
            let named = (1..=parts.len()).map(|nth| write::Outline {
                text: format!("{} {nth}", site.title),
                include: Some(format!("{}{}", site.base_url, part(nth))),
                ..write::Outline::default()
            });
            (write::opml(&site.title, &named.collect::<Vec<_>>()), parts)
        }
        Ok(mut one) => (Ok(one.pop().unwrap_or_default()), Vec::new()),
        Err(error) => (Err(error), Vec::new()),
    }
}

/// Since when a withdrawal is said.
fn tombstones_since(now: DateTime<Utc>) -> DateTime<Utc> {
    now - TimeDelta::days(TOMBSTONE_DAYS)
}

fn upstreams(desk: &Desk) -> Upstreams {
    let upstream = |source: &Source| {
        let known = Upstream {
            name: source.name.clone(),
            rights: source.rights,
            licence: source.licence.clone(),
            credit: source.credit.clone(),
            holder: source.holder.clone(),
            rights_days: source.rights_days,
            without_media: source.images == Images::Hide,
        };
        (source.key.to_string(), known)
    };
    desk.sources.iter().chain(&desk.former).map(upstream).collect()
}

/// The build is part of it: a mended writer makes its documents anew.
fn ground(of: &Desk, upstreams: &Upstreams, robots: &Robots) -> [u8; 16] {
    let places: Vec<Place<'_>> = of.sections.iter().map(place).collect();
    let desk = format!("{:?} {:?} {places:?} {upstreams:?} {robots:?}", of.site, of.formats);
    let rewrites = rewritten::rules(of);
    let rewrites = if rewrites.is_empty() { String::new() } else { format!("{rewrites:?}") };
    print([env!("COPYDESK_BUILD"), &desk, &rewrites])
}

/// A fingerprint of texts.
fn print<'a>(parts: impl IntoIterator<Item = &'a str>) -> [u8; 16] {
    let mut hash = Xxh3::new();
    for part in parts {
        hash.update(part.as_bytes());
        hash.update(&[0]);
    }
    hash.digest128().to_le_bytes()
}

/// The sources that feed a section: those configured for it and those whose entries stand in it, or all
/// for the section of all.
fn source_cards(desk: &Desk, section: &Section, card: &SectionCard) -> Vec<SourceCard> {
    let feeds = |source: &&Source| {
        section.slug == desk.all.slug
            || source.sections.contains(&section.slug)
            || card.standing.contains_key(&*source.key)
    };
    let card = |source: &Source| {
        let told = || card.standing.get(&*source.key).cloned().flatten();
        let home = if source.home_is_given { None } else { told() };
        SourceCard {
            name: source.name.clone(),
            home: home.or_else(|| Some(source.home.clone()).filter(|home| !home.is_empty())),
            feed: source.public_address(),
        }
    };
    desk.sources.iter().filter(feeds).map(card).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn list_that_is_too_large_names_its_parts_and_they_name_every_feed() {
        let site =
            Site { title: "Desk".into(), base_url: "https://desk.example/f/".into(), ..Site::default() };
        let feed = |nth: usize| write::Outline {
            text: format!("Feed {nth}"),
            feed: Some(format!("https://desk.example/f/{nth}/rss.xml")),
            ..write::Outline::default()
        };
        let feeds: Vec<_> = (0..40).map(feed).collect();
        let (index, parts) = list(&site, &feeds, 2_000);
        let index = String::from_utf8(index.unwrap()).unwrap();
        assert!(parts.len() > 1 && parts.iter().all(|part| part.len() <= 2_000));
        for nth in 1..=parts.len() {
            assert!(index.contains(&format!("\"https://desk.example/f/index-{nth}.opml\"")), "{index}");
        }
        let named: usize =
            parts.iter().map(|part| String::from_utf8_lossy(part).matches("xmlUrl").count()).sum();
        assert_eq!(named, 40);
        // One that is small enough is the list itself.
        let (index, parts) = list(&site, &feeds, write::MOST_OPML);
        assert!(parts.is_empty());
        assert_eq!(index.unwrap(), write::opml("Desk", &feeds).unwrap());
    }
}
