//! Ids of our own articles that a lost store took along. An article's id is made of the first name of its
//! file; one that was renamed since gets another from a new store. What is published knows the old one.

use std::collections::HashSet;

use crate::config::Desk;
use crate::model::{Entry, Hints, Incoming, Section, Text};
use crate::pipeline::Broken;
use crate::publish::Folder;
use crate::read;
use crate::store::Store;
use crate::text::url;
use crate::write::{self, Format};

/// Gives those of our own articles their published ids back that have another by their files' names, where
/// the store has never published anything and the folder has. Whoever lies in a file of which another
/// article has the id comes last, so that the store gives it the next one, as it did before.
pub(super) fn published_ids(desk: &Desk, store: &Store, incoming: &mut [Incoming]) -> Result<(), Broken> {
    if incoming.is_empty() || !desk.publish.is_dir() || !store.fronts()?.is_empty() {
        return Ok(());
    }
    let folder = Folder::look_at(&desk.publish);
    let sections = desk.sections.iter().chain([&desk.all]);
    let mut seen = HashSet::new();
    let mut published: Vec<Entry> = sections.flat_map(|section| entries(&folder, section)).collect();
    published.retain(|entry| entry.id.clone().is_some_and(|id| seen.insert(id)));
    let mut known = HashSet::new();
    // A file that has its name still has its id, before any other gets that.
    for by_name in [true, false] {
        for one in incoming.iter_mut().filter(|one| one.entry.id.is_none()) {
            let is_meant =
                |entry: &Entry| (!by_name || entry.id.as_ref() == Some(&one.id)) && is_same(entry, one);
            // `second_id` is what the file's name makes, whatever has been given since.
            if known.contains(&one.second_id) {
                continue;
            }
            if let Some(id) = published.iter().position(is_meant).and_then(|at| published.swap_remove(at).id)
            {
                known.insert(one.second_id.clone());
                one.id = id;
            }
        }
    }
    let given: HashSet<String> =
        incoming.iter().filter(|one| known.contains(&one.second_id)).map(|one| one.id.clone()).collect();
    incoming.sort_by_key(|one| !known.contains(&one.second_id) && given.contains(&one.id));
    Ok(())
}

/// Whether two of three are the same: address, headline, time of publication. A new article may have an
/// old one's headline, and with it, once that is gone, its address too.
fn is_same(published: &Entry, one: &Incoming) -> bool {
    let title = |entry: &Entry| entry.title.as_ref().map(Text::without_markup).unwrap_or_default();
    let place = |entry: &Entry| entry.link.as_deref().and_then(url::place);
    let same = [
        place(published).is_some() && place(published) == place(&one.entry),
        !title(published).is_empty() && title(published) == title(&one.entry),
        published.published.is_some_and(|date| date.timestamp() == one.published.timestamp()),
    ];
    same.into_iter().filter(|same| *same).count() >= 2
}

/// What is published of a section as our own: in its front and in its archives. Whatever is another's says
/// whose it is.
fn entries(folder: &Folder, section: &Section) -> Vec<Entry> {
    let feeds = [Format::Atom, Format::Rss, Format::Json];
    let document = |number: Option<u32>| {
        let mut paths = feeds.iter().map(|&format| write::path(&section.slug, format, number));
        paths.find_map(|path| folder.read(&path))
    };
    let archives = (1..).map_while(|number| document(Some(number)));
    let mut own = Vec::new();
    for bytes in document(None).into_iter().chain(archives) {
        let Ok(reading) = read::feed(&bytes, &Hints::default()) else { continue };
        let entries = reading.feed.entries.into_iter().filter(|entry| entry.source.is_none());
        own.extend(entries.map(|entry| Entry {
            id: entry.id,
            link: entry.link,
            title: entry.title,
            published: entry.published,
            ..Entry::default()
        }));
    }
    own
}
