//! One section: is it as it was? If not: composed, planned, guarded, written.

use std::collections::{BTreeSet, HashSet};

use chrono::{DateTime, TimeDelta, Utc};

use super::archive::Archives;
use super::texts::Texts;
use super::{Broken, Run, TOMBSTONE_DAYS, guard, key, place, print, tombstones_since};
use crate::compose::{self, Candidate};
use crate::model::{Deleted, Entry, Feed, Section};
use crate::pipeline::settle::rulings;
use crate::pipeline::{renamed, rewritten};
use crate::store::{FrontState, Standing, Store};
use crate::write::{self, Archive, Frame, SectionCard};

/// How many times its limit a section looks back where one source may not fill it.
const LOOK_BACK: usize = 5;

/// A story of a section, composed.
pub(super) struct Composed {
    pub(super) standing: Standing,
    pub(super) entry: Entry,
    pub(super) source: String,
    pub(super) weight: usize,
    pub(super) expires: Option<DateTime<Utc>>,
}

impl Run<'_> {
    /// Publishes a section; how many stories stand in it, and what the index says of it.
    pub(super) fn section(
        &mut self,
        store: &mut Store,
        section: &Section,
    ) -> Result<(usize, SectionCard), Broken> {
        let known = store.front_state(key(self.desk, section))?;
        let mut withdrawn = store.withdrawn(key(self.desk, section), tombstones_since(self.now))?;
        rulings::give_notice(self.desk, store, &mut withdrawn)?;
        let mut archives = Archives::of(self, store, section)?;
        archives.put_behind(self, store)?;
        archives.work_off(self, store)?;
        let standings = standings_of(store, key(self.desk, section), section)?;
        let seen = self.print_of(section, &standings, &withdrawn, archives.last());
        if let Some(known) = known.as_ref().filter(|known| self.is_as_it_was(known, seen, section)) {
            archives.refresh(self, store)?;
            self.press.leave(self.paths(section));
            return Ok((known.ids.len(), self.card_of(known, section)));
        }
        let mut composed = self.compose(store, section, standings)?;
        let plan = {
            let candidates: Vec<Candidate<'_>> = composed.iter().map(Composed::as_candidate).collect();
            compose::plan(&candidates, section)
        };
        let published = match &known {
            Some(known) => known.ids.clone(),
            None => guard::published_ids(&self.press.folder, section),
        };
        // What the configuration puts elsewhere is no loss either.
        let moved = store.routed_away(key(self.desk, section), &published)?;
        let published: Vec<String> = published.into_iter().filter(|id| !moved.contains(id)).collect();
        let held = guard::hold(section, &self.care.shrink, &published, &withdrawn, plan.front.len());
        // Who only tries wants to see what would go.
        self.out.held.extend(held.clone().filter(|_| self.care.trial));
        if let Some(held) = held.filter(|_| !self.care.trial) {
            self.out.held.push(held);
            archives.book(self, store)?;
            let card = known.as_ref().map(|known| self.card_of(known, section));
            let card = card.unwrap_or_else(|| self.card(section, &Feed::default()));
            return Ok((published.len(), card));
        }
        for closed in &plan.closed {
            archives.close(self, store, &closed.iter().map(|&at| &composed[at]).collect::<Vec<_>>())?;
        }
        archives.refresh(self, store)?;
        let robots = self.robots_of(plan.front.iter().map(|&at| &composed[at]));
        let stale_at = self.stale_at(&withdrawn, plan.front.iter().map(|&at| &composed[at]));
        let standing = plan.front.iter().map(|&at| composed[at].standing_source()).collect();
        let entries = plan.front.iter().map(|&at| std::mem::take(&mut composed[at].entry));
        let feed = compose::feed(&self.desk.site, section, entries, &withdrawn);
        let ids: Vec<String> = feed.entries.iter().filter_map(|entry| entry.id.clone()).collect();
        let card = SectionCard { standing, ..self.card(section, &feed) };
        if self.write_front(section, &feed, archives.last(), &robots) {
            // Archives may have been closed: then the stories stand otherwise than they were read.
            let standings = standings_of(store, key(self.desk, section), section)?;
            let state = FrontState {
                fingerprint: self.print_of(section, &standings, &withdrawn, archives.last()),
                stale_at,
                card: serde_json::to_string(&card).unwrap_or_default(),
                ids,
            };
            store.front_is_published(key(self.desk, section), &state)?;
            return Ok((state.ids.len(), card));
        }
        Ok((ids.len(), card))
    }

    /// Everything that the section's documents are made of, in sixteen bytes.
    fn print_of(
        &self,
        section: &Section,
        standings: &[Standing],
        withdrawn: &[Deleted],
        archive: Option<u32>,
    ) -> [u8; 16] {
        let mut rest = format!("{:?} {section:?} {withdrawn:?} {archive:?}", self.ground);
        for Standing { story, lead, turn, archive, .. } in standings {
            rest.push_str(&format!("\n{story} {lead} {turn} {archive:?}"));
        }
        print([rest.as_str()])
    }

    fn is_as_it_was(&self, known: &FrontState, seen: [u8; 16], section: &Section) -> bool {
        known.fingerprint == seen
            && known.stale_at.is_none_or(|end| self.now < end)
            && self.press.has_all(&self.paths(section))
    }

    /// The section's documents that lie in the folder when all is well.
    fn paths(&self, section: &Section) -> Vec<String> {
        self.desk.formats.iter().map(|&format| write::path(&section.slug, format, None)).collect()
    }

    pub(super) fn compose(
        &self,
        store: &mut Store,
        section: &Section,
        standings: Vec<Standing>,
    ) -> Result<Vec<Composed>, Broken> {
        let mut texts = Texts::default();
        let mut composed = Vec::with_capacity(standings.len());
        let reading = store.reading()?;
        for standing in standings {
            let Some(story) = store.front_story(&standing.story, standing.lead, self.now)? else { continue };
            let story = renamed::credit_story(self.desk, rewritten::story(self.desk, story));
            let source = story.lead.source.clone();
            let upstream = self.upstreams.get(&source);
            let expires = upstream.and_then(|upstream| upstream.expires(story.lead.published));
            let entry =
                compose::entry(story, section, self.composing(), &mut |text| texts.clean(store, text));
            let weight = compose::weight(&entry);
            composed.push(Composed { standing, entry, source, weight, expires });
        }
        drop(reading);
        texts.keep(store)?;
        Ok(composed)
    }

    /// When a right expires or a tombstone ends: then the documents change by themselves.
    fn stale_at<'a>(
        &self,
        withdrawn: &[Deleted],
        front: impl Iterator<Item = &'a Composed>,
    ) -> Option<DateTime<Utc>> {
        let rights = front.filter_map(|composed| composed.expires).filter(|end| *end > self.now);
        rights
            .chain(withdrawn.iter().filter_map(|gone| Some(gone.when? + TimeDelta::days(TOMBSTONE_DAYS))))
            .min()
    }

    /// What a page that shows these must ask of search engines, since their origins do (rule 10.2).
    fn robots_of<'a>(&self, shown: impl Iterator<Item = &'a Composed>) -> Vec<String> {
        let marks: BTreeSet<&String> =
            shown.filter_map(|composed| self.robots.get(&composed.source)).flatten().collect();
        marks.into_iter().cloned().collect()
    }

    /// Whether all of them are in place.
    fn write_front(
        &mut self,
        section: &Section,
        feed: &Feed,
        archive: Option<u32>,
        robots: &[String],
    ) -> bool {
        let mut is_whole = true;
        for &format in &self.desk.formats {
            let places = self.places();
            let frame = Frame {
                site: &self.desk.site,
                slug: &section.slug,
                formats: &self.desk.formats,
                sections: &places,
                archive: Archive { prev: archive, ..Archive::default() },
                robots,
            };
            is_whole &= self.press.put_feed(format, feed, &frame);
        }
        is_whole
    }

    fn card(&self, section: &Section, feed: &Feed) -> SectionCard {
        SectionCard::new(place(section), &self.desk.formats, feed, Vec::new())
    }

    fn card_of(&self, known: &FrontState, section: &Section) -> SectionCard {
        serde_json::from_str(&known.card).unwrap_or_else(|_| self.card(section, &Feed::default()))
    }
}

impl Composed {
    /// Its source, with the page that the source's feed names.
    fn standing_source(&self) -> (String, Option<String>) {
        let page = self.entry.source.as_ref().and_then(|source| source.link.clone());
        (self.source.clone(), page)
    }

    fn as_candidate(&self) -> Candidate<'_> {
        Candidate {
            source: &self.source,
            published: self.standing.published,
            weight: self.weight,
            archived: self.standing.archive.is_some(),
        }
    }
}

/// The newest stories of a section, and those that wait for an archive.
fn standings_of(store: &Store, key: &str, section: &Section) -> Result<Vec<Standing>, Broken> {
    let most = if section.per_source > 0 { section.limit.saturating_mul(LOOK_BACK) } else { section.limit };
    let mut all = store.standings(key, most)?;
    if section.archive_size > 0
        && let Some(last) = all.get(most.wrapping_sub(1)).map(|last| last.published)
    {
        let known: HashSet<&str> = all.iter().map(|one| one.story.as_str()).collect();
        let mut older = store.waiting(key, usize::MAX)?;
        older.retain(|one| one.published <= last && !known.contains(one.story.as_str()));
        older.reverse();
        all.extend(older);
    }
    Ok(all)
}
