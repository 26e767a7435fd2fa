//! The shrink guard: a section that would lose most of its stories at once is held back.
//!
//! Such a loss is nearly always a mistake elsewhere: a lost database, a broken rule, a source that
//! vanished. What was withdrawn on purpose is no loss, nor is what a lower limit leaves out.

use std::collections::BTreeSet;

use crate::model::{Deleted, Hints, Section};
use crate::publish::Folder;
use crate::read;
use crate::write::{self, Format};

/// Which sections may lose most of their stories at once.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Shrink {
    /// None.
    #[default]
    Guarded,
    /// All of them.
    Allowed,
    /// These, by slug.
    AllowedIn(Vec<String>),
}

impl Shrink {
    fn allows(&self, section: &Section) -> bool {
        match self {
            Self::Guarded => false,
            Self::Allowed => true,
            Self::AllowedIn(slugs) => slugs.contains(&section.slug),
        }
    }
}

/// A section that was held back.
#[derive(Debug, Clone, PartialEq)]
pub struct Held {
    /// Its slug.
    pub section: String,
    /// Stories in what is published.
    pub had: usize,
    /// Stories it would have had.
    pub has: usize,
    /// The share that it may lose.
    pub share: f64,
}

/// Whether a front of `has` stories may replace one with these ids.
pub(super) fn hold(
    section: &Section,
    shrink: &Shrink,
    published: &[String],
    withdrawn: &[Deleted],
    has: usize,
) -> Option<Held> {
    let withdrawn: BTreeSet<&str> = withdrawn.iter().map(|gone| gone.id.as_str()).collect();
    let had = published.iter().filter(|id| !withdrawn.contains(id.as_str())).count().min(section.limit);
    let share = section.shrink_guard;
    let too_much = had.saturating_sub(has) as f64 > share * had as f64;
    let held = Held { section: section.slug.clone(), had, has, share };
    (too_much && !shrink.allows(section)).then_some(held)
}

/// The ids in a section's published feed, for a store that does not know what was published.
pub(super) fn published_ids(folder: &Folder, section: &Section) -> Vec<String> {
    let document = Format::READ_BACK
        .into_iter()
        .find_map(|format| folder.read(&write::path(&section.slug, format, None)));
    ids(document.as_deref().unwrap_or_default())
}

/// The ids of a feed's entries, as it has them; none for what is no feed.
pub(super) fn ids(document: &[u8]) -> Vec<String> {
    let entries = read::feed(document, &Hints::default()).map(|reading| reading.feed.entries);
    entries.unwrap_or_default().into_iter().filter_map(|entry| entry.id).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn section() -> Section {
        Section { slug: "tv".to_owned(), limit: 50, shrink_guard: 0.5, ..Section::default() }
    }

    fn ids(count: usize) -> Vec<String> {
        (0..count).map(|number| number.to_string()).collect()
    }

    #[test]
    fn more_than_the_share_at_once_is_held_back() {
        let held = |has| hold(&section(), &Shrink::Guarded, &ids(10), &[], has).is_some();
        assert!(held(4) && held(0) && !held(5) && !held(10));
    }

    #[test]
    fn first_publication_and_allowed_sections_are_not_held() {
        assert_eq!(hold(&section(), &Shrink::Guarded, &[], &[], 0), None);
        assert_eq!(hold(&section(), &Shrink::Allowed, &ids(10), &[], 0), None);
        assert_eq!(hold(&section(), &Shrink::AllowedIn(vec!["tv".into()]), &ids(10), &[], 0), None);
        assert!(hold(&section(), &Shrink::AllowedIn(vec!["film".into()]), &ids(10), &[], 0).is_some());
    }

    #[test]
    fn withdrawals_and_lower_limits_are_no_loss() {
        let withdrawn: Vec<_> = ids(9).into_iter().map(|id| Deleted { id, ..Deleted::default() }).collect();
        assert_eq!(hold(&section(), &Shrink::Guarded, &ids(10), &withdrawn, 1), None);
        let lower = Section { limit: 3, ..section() };
        assert_eq!(hold(&lower, &Shrink::Guarded, &ids(10), &[], 3), None);
    }
}
