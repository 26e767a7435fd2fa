//! What a source calls otherwise than the desk wants it: titles, authors and categories are replaced
//! wherever an entry is looked at or shown. What is stored stays as it came, so that a changed rule
//! reaches it too and nothing counts as an edit.

use crate::config::{Desk, Source};
use crate::model::{FrontStory, Part, Rewrite, Stored, Text};

/// An entry as the desk calls it.
pub(crate) fn entry(desk: &Desk, entry: Stored) -> Stored {
    match desk.source(&entry.source) {
        Some(source) if !source.rewrites.is_empty() => rewrite(source, entry),
        _ => entry,
    }
}

/// The same for all that tell a story.
pub(crate) fn story(desk: &Desk, story: FrontStory) -> FrontStory {
    let others = story.others.into_iter().map(|other| entry(desk, other)).collect();
    FrontStory { lead: entry(desk, story.lead), others }
}

/// What of the rules a front depends on; empty where there are none.
pub(crate) fn rules(desk: &Desk) -> Vec<(&str, &[Rewrite])> {
    let sources = desk.sources.iter().chain(&desk.former).filter(|source| !source.rewrites.is_empty());
    sources.map(|source| (source.key.as_str(), source.rewrites.as_slice())).collect()
}

fn rewrite(source: &Source, mut entry: Stored) -> Stored {
    for Rewrite { part, find, with } in &source.rewrites {
        let made = |text: &str| find.replace(text, with).trim().to_owned();
        match part {
            Part::Title => {
                let plain = entry.entry.title.as_ref().map(Text::without_markup).unwrap_or_default();
                let title = made(&plain);
                // A title of which nothing is left says less than the old one.
                if title != plain.trim() && !title.is_empty() {
                    entry.entry.title = Some(Text::plain(title));
                }
            }
            Part::Author if !entry.entry.authors.is_empty() => {
                for author in &mut entry.entry.authors {
                    author.name = author.name.as_deref().map(made);
                }
                entry.entry.authors.retain(|author| author.name.as_deref() != Some(""));
            }
            Part::Category if !entry.entry.categories.is_empty() => {
                for category in &mut entry.entry.categories {
                    category.term = made(&category.term);
                    if let Some(label) = category.label.as_deref().map(made) {
                        category.label = Some(label).filter(|label| !label.is_empty());
                    }
                }
                entry.entry.categories.retain(|category| !category.term.is_empty());
            }
            _ => {}
        }
    }
    entry
}
