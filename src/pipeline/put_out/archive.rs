//! A section's archives (RFC 5005): closed once, then left alone except for a withdrawal, or where
//! the configuration takes back a right or moves the feeds.
//!
//! An archive names its successor before that exists: its address is known, and so the document
//! never has to change.

use std::collections::{BTreeMap, BTreeSet};

use super::front::Composed;
use super::texts::Texts;
use super::{Broken, Run, guard, key, print};
use crate::compose;
use crate::model::{Entry, Section};
use crate::pipeline::{renamed, rewritten};
use crate::store::{ArchiveState, Closed, Store};
use crate::write::{self, Archive, Format, Frame};

/// Archives that are closed in one transaction.
const TOGETHER: usize = 8;
/// Bytes of their entries from which on no more are closed with them.
const HELD: usize = 2 << 20;

/// The archives of one section during a run.
pub(super) struct Archives<'s> {
    section: &'s Section,
    states: Vec<ArchiveState>,
    /// Those that lie in the folder, and what they were made of: booked with the next step, since a
    /// step of its own for each costs as much as closing it.
    in_place: Vec<(u32, [u8; 16])>,
}

impl<'s> Archives<'s> {
    /// Those that the store knows; where it knows none, those that an earlier store left in the folder.
    pub(super) fn of(run: &Run<'_>, store: &mut Store, section: &'s Section) -> Result<Self, Broken> {
        let mut archives =
            Self { section, states: store.archives(key(run.desk, section))?, in_place: Vec::new() };
        if archives.states.is_empty() && archives.is_kept(run) {
            archives.adopt(run, store)?;
        }
        Ok(archives)
    }

    /// The number of the newest.
    pub(super) fn last(&self) -> Option<u32> {
        self.states.last().map(|state| state.number)
    }

    fn is_kept(&self, run: &Run<'_>) -> bool {
        self.section.archive_size > 0 && formats(run).next().is_some()
    }

    /// What an earlier store published stays published, as far as it can be told.
    fn adopt(&mut self, run: &Run<'_>, store: &mut Store) -> Result<(), Broken> {
        for number in 1.. {
            let mut there = formats(run).filter_map(|format| {
                run.press.folder.read(&write::path(&self.section.slug, format, Some(number)))
            });
            let Some(document) = there.next() else { return Ok(()) };
            let mut entries = Vec::new();
            let mut sources = BTreeSet::new();
            for id in guard::ids(&document) {
                let known = store.published_as(&id)?;
                let (row, story) = known.as_ref().map(|(row, _, story)| (*row, story.clone())).unzip();
                sources.extend(known.map(|(_, source, _)| source));
                entries.push((id, story.flatten(), row));
            }
            if entries.iter().any(|(_, _, row)| row.is_none()) {
                sources.clear();
            }
            let closed = Closed { number, entries, sources: sources.into_iter().collect() };
            store.close_archive(key(run.desk, self.section), &closed, &[])?;
            self.states.push(ArchiveState { number, sources: closed.sources, fingerprint: None });
        }
        Ok(())
    }

    /// Closes archives of what came behind the newest of sources that were new to the desk: it never
    /// stands in the front, so it waits for nothing.
    pub(super) fn put_behind(&mut self, run: &mut Run<'_>, store: &mut Store) -> Result<(), Broken> {
        let (section, size) = (self.section, self.section.archive_size);
        while self.is_kept(run) {
            let mut behind =
                run.compose(store, section, store.waiting_behind(key(run.desk, section), size)?)?;
            if behind.is_empty() {
                break;
            }
            let weights = behind.iter().map(|composed| composed.weight);
            behind.truncate(compose::closing(weights, section).unwrap_or(behind.len()));
            behind.reverse();
            self.close(run, store, &behind.iter().collect::<Vec<_>>())?;
        }
        Ok(())
    }

    /// Closes archives of what is far too old for the front, without holding all of it in memory.
    pub(super) fn work_off(&mut self, run: &mut Run<'_>, store: &mut Store) -> Result<(), Broken> {
        let section = self.section;
        let size = section.archive_size;
        if !self.is_kept(run) {
            return Ok(());
        }
        let mut waiting = store.count_waiting(key(run.desk, section))?;
        // Several are closed in one transaction, and written once that is kept: entries lie all over
        // the store, and each page of it is written once a transaction.
        let (mut closed, mut weight) = (Vec::new(), 0);
        while waiting > section.limit + 2 * size {
            store.begin_batch()?;
            let oldest = store.waiting(key(run.desk, section), size)?;
            let mut composed = run.compose(store, section, oldest)?;
            let weights = composed.iter().map(|composed| composed.weight);
            let Some(count) = compose::closing(weights, section) else { break };
            composed.truncate(count);
            composed.reverse();
            weight += composed.iter().map(|composed| composed.weight).sum::<usize>();
            let number = self.book_closed(run, store, &composed.iter().collect::<Vec<_>>())?;
            closed.push((number, composed.into_iter().map(|composed| composed.entry).collect::<Vec<_>>()));
            waiting -= count;
            if closed.len() == TOGETHER || weight > HELD {
                store.end_batch()?;
                self.write_closed(run, std::mem::take(&mut closed));
                weight = 0;
            }
        }
        store.end_batch()?;
        self.write_closed(run, closed);
        Ok(())
    }

    /// Writes archives that the store knows to be closed.
    fn write_closed(&mut self, run: &mut Run<'_>, closed: Vec<(u32, Vec<Entry>)>) {
        for (number, entries) in closed {
            let Some(at) = self.states.iter().position(|state| state.number == number) else { continue };
            let seen = self.print_of(run, &self.frame_of(run), &self.states[at], &[]);
            if self.write(run, number, entries.into_iter()) {
                self.in_place.push((number, seen));
                self.states[at].fingerprint = Some(seen);
            }
        }
    }

    /// Closes an archive with these entries, newest first.
    pub(super) fn close(
        &mut self,
        run: &mut Run<'_>,
        store: &mut Store,
        composed: &[&Composed],
    ) -> Result<(), Broken> {
        if !self.is_kept(run) {
            return Ok(());
        }
        let number = self.book_closed(run, store, composed)?;
        let entries = composed.iter().map(|composed| composed.entry.clone()).collect();
        self.write_closed(run, vec![(number, entries)]);
        Ok(())
    }

    /// The store learns that an archive is closed with these entries; its number.
    fn book_closed(
        &mut self,
        run: &Run<'_>,
        store: &mut Store,
        composed: &[&Composed],
    ) -> Result<u32, Broken> {
        let number = self.last().unwrap_or(0) + 1;
        let sources: BTreeSet<String> = composed.iter().map(|composed| composed.source.clone()).collect();
        let entry = |composed: &&Composed| {
            let Composed { entry, standing, .. } = composed;
            (entry.id.clone().unwrap_or_default(), Some(standing.story.clone()), Some(standing.lead))
        };
        let closed = Closed {
            number,
            entries: composed.iter().map(entry).collect(),
            sources: sources.into_iter().collect(),
        };
        let in_place = std::mem::take(&mut self.in_place);
        store.close_archive(key(run.desk, self.section), &closed, &in_place)?;
        self.states.push(ArchiveState { number, sources: closed.sources, fingerprint: None });
        Ok(number)
    }

    /// Makes those anew of which something was withdrawn, whose rights changed, or whose files are gone.
    pub(super) fn refresh(&mut self, run: &mut Run<'_>, store: &mut Store) -> Result<(), Broken> {
        if !self.is_kept(run) {
            return Ok(());
        }
        let states = std::mem::take(&mut self.states);
        let mut gone: BTreeMap<u32, Vec<i64>> = BTreeMap::new();
        for (number, row) in store.withdrawn_from_archives(key(run.desk, self.section))? {
            gone.entry(number).or_default().push(row);
        }
        let frame = self.frame_of(run);
        for state in &states {
            let paths = self.paths(run, state.number);
            let gone = gone.get(&state.number).map_or(&[][..], Vec::as_slice);
            let seen = self.print_of(run, &frame, state, gone);
            let is_foreign = state.sources.is_empty() && gone.is_empty() && state.fingerprint.is_none();
            if is_foreign || (state.fingerprint == Some(seen) && run.press.has_all(&paths)) {
                // Those that were closed in this run have their receipts.
                if is_foreign || run.press.is_done_with(&paths) {
                    continue;
                }
                run.press.leave(paths);
                continue;
            }
            self.remake(run, store, state.number, seen)?;
        }
        self.states = states;
        self.book(run, store)
    }

    /// Books the archives that lie in the folder now.
    pub(super) fn book(&mut self, run: &Run<'_>, store: &mut Store) -> Result<(), Broken> {
        let in_place = std::mem::take(&mut self.in_place);
        if !in_place.is_empty() {
            store.archives_are_published(key(run.desk, self.section), &in_place)?;
        }
        Ok(())
    }

    fn remake(
        &mut self,
        run: &mut Run<'_>,
        store: &mut Store,
        number: u32,
        seen: [u8; 16],
    ) -> Result<(), Broken> {
        let rows = store.archive_rows(key(run.desk, self.section), number)?;
        let mut texts = Texts::default();
        let mut entries = Vec::with_capacity(rows.len());
        let reading = store.reading()?;
        for row in rows.into_iter().flatten() {
            let Some(story) = store.story_of(row, run.now)? else { continue };
            let story = renamed::credit_story(run.desk, rewritten::story(run.desk, story));
            let clean = &mut |text: &crate::model::Text| texts.clean(store, text);
            entries.push(compose::entry(story, self.section, run.composing(), clean));
        }
        drop(reading);
        texts.keep(store)?;
        if self.write(run, number, entries.into_iter()) {
            self.in_place.push((number, seen));
        }
        Ok(())
    }

    fn write(&self, run: &mut Run<'_>, number: u32, entries: impl Iterator<Item = Entry>) -> bool {
        let feed = compose::feed(&run.desk.site, self.section, entries, &[]);
        let frame = Frame {
            site: &run.desk.site,
            slug: &self.section.slug,
            formats: &run.desk.formats,
            sections: &[],
            archive: Archive {
                own: Some(number),
                prev: Some(number - 1).filter(|&prev| prev > 0),
                next: Some(number + 1),
            },
            robots: &[],
        };
        let mut is_whole = true;
        for format in formats(run).collect::<Vec<_>>() {
            is_whole &= run.press.put_feed(format, &feed, &frame);
        }
        is_whole
    }

    fn paths(&self, run: &Run<'_>, number: u32) -> Vec<String> {
        formats(run).map(|format| write::path(&self.section.slug, format, Some(number))).collect()
    }

    /// What the documents of all archives of the section depend on.
    fn frame_of(&self, run: &Run<'_>) -> String {
        let Section { slug, title, description, language, credit_line, .. } = self.section;
        // Not the whole site: whom to ask about the desk stands in no archive.
        let site = &run.desk.site;
        let whole = (&site.title, &site.home, &site.base_url, &site.language, &site.hubs);
        let looks = (&site.rights, &site.logo, &site.icon);
        format!("{whole:?} {looks:?} {slug:?} {title:?} {description:?} {language:?} {credit_line}")
    }

    /// What the documents of an archive depend on, besides the entries it was closed with.
    fn print_of(&self, run: &Run<'_>, frame: &str, state: &ArchiveState, gone: &[i64]) -> [u8; 16] {
        let mut rest = format!("{frame} {gone:?} {:?}", formats(run).collect::<Vec<_>>());
        // Where there is none, nothing is added: else every archive would be made anew for this line.
        rest.extend(self.section.podcast.iter().map(|podcast| format!(" {podcast:?}")));
        if run.desk.site.mail {
            rest.push_str(" mail");
        }
        for source in &state.sources {
            rest.push_str(&format!(" {:?}", run.upstreams.get(source)));
        }
        print([rest.as_str()])
    }
}

/// The formats that archives are written in, of those that are published.
fn formats<'a>(run: &'a Run<'_>) -> impl Iterator<Item = Format> + use<'a> {
    Format::ARCHIVED.into_iter().filter(|format| run.desk.formats.contains(format))
}
