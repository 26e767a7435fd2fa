//! Folders of sections that have another name or are gone: the first lead to their successor for as long
//! as they are told to, the others are emptied of what would never change again.

use super::{Broken, Run};
use crate::model::Section;
use crate::pipeline::changed;
use crate::store::{FrontState, Store};
use crate::write::{self, Format};

impl Run<'_> {
    /// What stands at the former addresses of sections: the feeds as they are at the new ones, whose `self`
    /// they name, so that nobody who subscribed loses anything; and a page that leads there.
    pub(super) fn lead_on(&mut self, store: &mut Store) -> Result<(), Broken> {
        let (desk, now) = (self.desk, self.now);
        for section in desk.sections.iter().filter(|section| section.is_redirected_to(now)) {
            for old in &section.formerly {
                let is_first = store.front_state(old)?.is_none_or(|front| !front.leads_on());
                if is_first {
                    // They lie in the new folder, unless that had archives of its own.
                    if store.archives(old)?.is_empty() && !self.remove_archives(old) {
                        continue;
                    }
                    store.front_is_published(old, &FrontState::leading_on())?;
                }
                for &format in &desk.formats {
                    self.lead_on_from(section, old, format);
                }
            }
        }
        Ok(())
    }

    fn lead_on_from(&mut self, section: &Section, old: &str, format: Format) {
        let place = write::path(old, format, None);
        let successor = write::path(&section.slug, format, None);
        if format == Format::Html {
            self.press.put(&place, Ok(write::moved(&self.desk.site, section)), false);
            return;
        }
        if self.press.is_unchanged(&successor) && self.press.has_all(std::slice::from_ref(&place)) {
            self.press.leave(vec![place]);
            return;
        }
        let Some(document) = self.press.folder.read(&successor) else { return };
        let is_podcast = section.podcast.is_some() && format == Format::Rss;
        let document = match is_podcast {
            true => write::with_new_address(document, &self.desk.site, &successor),
            false => document,
        };
        self.press.put(&place, Ok(document), is_podcast);
    }

    /// Sections that the configuration has no more, and former ones that lead nowhere any more: their feeds
    /// would never change again, which no reader could tell. Archives never change anyway, so they stay.
    pub(super) fn former(&mut self, store: &mut Store) -> Result<(), Broken> {
        let desk = self.desk;
        let leads_on = |slug: &String| {
            desk.sections.iter().any(|one| one.formerly.contains(slug) && one.is_redirected_to(self.now))
        };
        let known = |slug: &String| {
            slug.is_empty() || desk.sections.iter().any(|one| one.slug == *slug) || leads_on(slug)
        };
        let gone: Vec<String> = store.fronts()?.into_iter().filter(|slug| !known(slug)).collect();
        for slug in gone {
            let paths = Format::ALL.map(|format| write::path(&slug, format, None));
            if !paths.iter().all(|path| self.press.remove(path)) {
                continue;
            }
            let message = match store.front_state(&slug)?.is_some_and(|front| front.leads_on()) {
                true => format!(
                    "the addresses in {slug}/ led to the section that was called so, and are gone now: its redirect is over"
                ),
                false => format!(
                    "the section \"{slug}\" is not in the configuration any more: its feeds were taken out of the publish folder, and whoever subscribed to them gets nothing; its archives, if it has any, stay in {slug}/; if it only has another name, write formerly = [\"{slug}\"] in its [[sections]]"
                ),
            };
            store.front_is_gone(&slug, &changed(message, self.now))?;
        }
        Ok(())
    }

    /// Archives of sections that are gone stay as they were; but none keeps what was purged.
    pub(super) fn purge_former(&mut self, store: &Store) -> Result<(), Broken> {
        if self.desk.forgotten.is_empty() {
            return Ok(());
        }
        for slug in store.sections_with_archives()? {
            if slug.is_empty() || self.desk.sections.iter().any(|section| section.slug == slug) {
                continue;
            }
            for number in store.purged_archives(&slug)? {
                for format in Format::ARCHIVED {
                    self.press.remove(&write::path(&slug, format, Some(number)));
                }
            }
        }
        Ok(())
    }

    /// Takes the archives in a folder away; whether there are none now.
    pub(super) fn remove_archives(&mut self, slug: &str) -> bool {
        for number in 1.. {
            let paths = Format::ARCHIVED.map(|format| write::path(slug, format, Some(number)));
            if !paths.iter().any(|path| self.press.folder.stamp(path).is_some()) {
                return true;
            }
            if !paths.iter().all(|path| self.press.remove(path)) {
                return false;
            }
        }
        true
    }
}
