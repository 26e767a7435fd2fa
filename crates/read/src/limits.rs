//! How many values of a kind a feed or an entry may have. Each is stored, compared, credited and
//! written; nobody has so many. What is beyond is left out, and told.

use super::repairs::{Mend, Repairs};
use copydesk_model::{Detail, Entry, Feed};

/// People of a kind: those who are named twice are found by comparing each with all others.
pub(super) const MOST_PEOPLE: usize = 500;
/// Links, categories, enclosures and other values of a kind.
pub(super) const MOST_VALUES: usize = 1_000;

/// Cuts the lists of a feed itself.
pub(super) fn feed(feed: &mut Feed, repairs: &mut Repairs) {
    let over = [
        cut(&mut feed.authors, MOST_PEOPLE),
        cut(&mut feed.authors_of_entries, MOST_PEOPLE),
        cut(&mut feed.contributors, MOST_PEOPLE),
        cut(&mut feed.links, MOST_VALUES),
        cut(&mut feed.categories, MOST_VALUES),
        cut(&mut feed.skip_days, MOST_VALUES),
    ];
    note(over.contains(&true), repairs);
}

/// Cuts the lists of an entry.
pub(super) fn entry(entry: &mut Entry, repairs: &mut Repairs) {
    let over = entry.detail.get_mut().is_some_and(detail);
    note(over, repairs);
}

fn detail(detail: &mut Detail) -> bool {
    let mut over = cut(&mut detail.authors, MOST_PEOPLE)
        | cut(&mut detail.links, MOST_VALUES)
        | cut(&mut detail.categories, MOST_VALUES);
    if let Some(record) = detail.source.as_mut().and_then(|source| source.record.get_mut()) {
        over |= cut(&mut record.authors, MOST_PEOPLE);
    }
    let Some(rare) = detail.rare.get_mut() else { return over };
    over |= cut(&mut rare.enclosures, MOST_VALUES)
        | cut(&mut rare.media, MOST_VALUES)
        | cut(&mut rare.transcripts, MOST_VALUES);
    let Some(seldom) = rare.seldom.get_mut() else { return over };
    over | cut(&mut seldom.contributors, MOST_PEOPLE)
        | cut(&mut seldom.derived_from, MOST_VALUES)
        | cut(&mut seldom.in_reply_to, MOST_VALUES)
}

fn cut<T>(list: &mut Vec<T>, most: usize) -> bool {
    let over = list.len() > most;
    list.truncate(most);
    over
}

fn note(over: bool, repairs: &mut Repairs) {
    if over {
        repairs.note(Mend::TooManyValues);
    }
}
