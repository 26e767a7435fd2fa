//! Whether the entry that a key found really is the one that came: what speaks against the key.
//!
//! A guid is nearly always right, a headline alone seldom. Where publisher's guid, address and time
//! all say "another one", the same words are a template, not the same entry.

use std::collections::HashSet;

use chrono::TimeDelta;

use super::keys::{address, body, plain_text};
use crate::model::{Entry, Incoming, KeyKind, Stored};
use crate::text::url;

/// A later instalment of the same words comes at least so much later.
const NEXT_ISSUE: TimeDelta = TimeDelta::hours(20);
/// Feeds that move to another system get the zone of their times wrong by less than this.
const ZONES: TimeDelta = TimeDelta::hours(14);

/// Whether a stored entry, found by a key of this kind, is the one that came. `changed` says that
/// the whole feed seems to have changed its ids.
pub fn is_same(old: &Stored, new: &Incoming, by: KeyKind, changed: bool) -> bool {
    let apart = new.entry.published.or(new.entry.updated).map(|date| (date - old.published).abs());
    let later = apart.is_some_and(|apart| apart >= NEXT_ISSUE);
    let alike = || overlap(&old.entry, &new.entry);
    match by {
        KeyKind::Record | KeyKind::TitleAndTime => true,
        KeyKind::Guid => {
            !(apart.is_some_and(|apart| apart >= TimeDelta::hours(1))
                && differs(&place(&old.entry), &place(&new.entry))
                && differs(&title(&old.entry), &title(&new.entry))
                && alike() < 0.2)
        }
        KeyKind::Address => !changed || apart.is_none_or(|apart| apart < ZONES) || alike() >= 0.5,
        KeyKind::AddressAndTitle => {
            changed || !(later && differs(&old.entry.id, &new.entry.id) && alike() < 0.5)
        }
        KeyKind::Content => {
            let named_anew = differs(&old.entry.id, &new.entry.id)
                || (new.entry.id.is_none() && differs(&place(&old.entry), &place(&new.entry)));
            changed || !(later && named_anew && differs(&place(&old.entry), &place(&new.entry)))
        }
        KeyKind::Title => {
            changed
                && (apart.is_some_and(|apart| apart < ZONES) && alike() >= 0.5
                    || alike() >= 0.8 && slug(&old.entry) == slug(&new.entry))
        }
    }
}

/// Whether an article that lies in a file of another name is the one that is missing: by its address,
/// or by its text, which may have been corrected. Another time that somebody wrote speaks against it:
/// notices are written by a template.
pub fn is_same_article(old: &Stored, new: &Entry, is_dated: bool) -> bool {
    // An address that was given is no part of the record.
    if new.link.is_some() {
        return place(&old.entry) == place(new);
    }
    if is_dated && new.published != Some(old.published) {
        return false;
    }
    let (before, after) = (words(&old.entry), words(new));
    let alike = 2.0 * before.intersection(&after).count() as f64 / (before.len() + after.len()).max(1) as f64;
    let same_title = title(&old.entry).is_some_and(|known| !known.is_empty() && Some(known) == title(new));
    alike >= 0.8 || same_title && alike >= 0.5
}

/// Both are known, and not the same.
fn differs<T: PartialEq>(a: &Option<T>, b: &Option<T>) -> bool {
    matches!((a, b), (Some(a), Some(b)) if a != b)
}

fn place(entry: &Entry) -> Option<String> {
    address(entry).and_then(url::place)
}

fn title(entry: &Entry) -> Option<String> {
    entry.title.as_ref().map(plain_text)
}

/// The last part of the path, which most systems make from the headline.
fn slug(entry: &Entry) -> Option<String> {
    let place = place(entry)?;
    place.rsplit('/').next().map(str::to_owned).filter(|slug| slug.len() >= 8)
}

/// Share of the words of the shorter text that the other has too, 0 to 1.
fn overlap(old: &Entry, new: &Entry) -> f64 {
    let (old, new) = (words(old), words(new));
    let both = old.intersection(&new).count();
    both as f64 / old.len().min(new.len()).max(1) as f64
}

/// The words of headline and text, each once.
fn words(entry: &Entry) -> HashSet<String> {
    let text = format!("{} {}", title(entry).unwrap_or_default(), body(entry));
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 2).map(str::to_lowercase).collect()
}
