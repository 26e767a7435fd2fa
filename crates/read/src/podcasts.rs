//! Podcasts: iTunes, Google Play and Podcasting 2.0.

use std::borrow::Cow;

use super::cursor::{Cursor, Element, Part};
use super::draft::Draft;
use super::find;
use super::names::Ns;
use super::values::{address, person, plain, text};
use copydesk_model::{Category, Person};

/// One element of a podcast vocabulary in a feed or an entry; whether it was one.
pub(super) fn child(cursor: &mut Cursor<'_>, element: &Element, draft: &mut Draft) -> bool {
    match element.name() {
        "title" => {
            let value = text(cursor, element);
            draft.title.offer(find::TITLE, element, value);
        }
        "summary" | "subtitle" | "description" => {
            let value = text(cursor, element);
            draft.summary.offer(find::SUMMARY, element, value);
        }
        "author" | "owner" => {
            let value = person(cursor, element);
            draft.author(element, value);
        }
        "image" => {
            let href = cursor.attr("href").or_else(|| cursor.attr("url"));
            let href = href.and_then(|href| cursor.absolute(&href));
            let value = href.or_else(|| address(cursor, element));
            draft.image.offer(find::IMAGE, element, value);
        }
        "category" => categories(cursor, element, draft),
        "keywords" => {
            for term in plain(cursor, element).unwrap_or_default().split(',') {
                draft.category(Category { term: term.trim().to_owned(), ..Category::default() });
            }
        }
        "duration" => duration(cursor, element, draft),
        "explicit" => rating(cursor, element, draft),
        "new-feed-url" => draft.channel.moved_to = address(cursor, element),
        "complete" => draft.channel.complete |= says_yes(cursor, element),
        _ if element.ns == Ns::Podcast => return podcasting(cursor, element, draft),
        _ => return false,
    }
    true
}

/// Podcasting 2.0.
fn podcasting(cursor: &mut Cursor<'_>, element: &Element, draft: &mut Draft) -> bool {
    match element.name() {
        "guid" => draft.channel.podcast_guid = plain(cursor, element),
        "locked" => draft.channel.locked |= says_yes(cursor, element),
        "transcript" => {
            let mime = cursor.attr("type").map(Cow::into_owned);
            let url = cursor.attr("url").and_then(|url| cursor.absolute(&url));
            draft.transcripts.extend(url.map(|url| (url, mime)));
        }
        "chapters" => draft.chapters = cursor.attr("url").and_then(|url| cursor.absolute(&url)),
        "license" => {
            let url = cursor.attr("url").and_then(|url| cursor.absolute(&url));
            // Without an address it names a licence of the SPDX list.
            let value = url.or_else(|| plain(cursor, element));
            draft.license.offer(find::LICENSE, element, value);
        }
        "person" => {
            let role = cursor.attr("role").unwrap_or(Cow::Borrowed("host")).trim().to_ascii_lowercase();
            let uri = cursor.attr("href").and_then(|href| cursor.absolute(&href));
            let who = plain(cursor, element).map(|name| Person::new(Some(name), None, uri));
            match role.as_str() {
                "host" | "author" => draft.author(element, who),
                _ => draft.contributors.extend(who),
            }
        }
        _ => return false,
    }
    true
}

/// Categories may stand in each other.
fn categories(cursor: &mut Cursor<'_>, element: &Element, draft: &mut Draft) {
    let term = cursor.attr("text").map(Cow::into_owned);
    let mut line = None;
    let at = draft.categories.len();
    while let Some(part) = cursor.part(element) {
        match part {
            Part::Child(child) if child.name() == "category" => categories(cursor, &child, draft),
            Part::Child(child) => cursor.skip(&child),
            Part::Text(text) => line = Some(text.trim().to_owned()),
        }
    }
    let scheme = Some("http://www.itunes.com/".to_owned());
    if let Some(term) = term.or(line).filter(|term| !term.trim().is_empty()) {
        let category = Category::new(term, scheme, None);
        if !draft.categories.contains(&category) {
            draft.categories.insert(at, category);
        }
    }
}

/// `itunes:duration`, in seconds or `[h:]mm:ss`, belongs to the enclosure, which has no place for it
/// but as a media object.
fn duration(cursor: &mut Cursor<'_>, element: &Element, draft: &mut Draft) {
    let Some(written) = plain(cursor, element) else { return };
    let seconds = written.trim().split(':').try_fold(0.0, |sum: f64, part| {
        part.trim().parse::<f64>().ok().filter(|part| *part >= 0.0).map(|part| sum * 60.0 + part)
    });
    draft.duration_seconds = draft.duration_seconds.or(seconds);
}

fn rating(cursor: &mut Cursor<'_>, element: &Element, draft: &mut Draft) {
    let word = plain(cursor, element).unwrap_or_default().to_ascii_lowercase();
    draft.explicit = match word.as_str() {
        "yes" | "true" | "explicit" => Some(true),
        "no" | "false" | "clean" => Some(false),
        _ => draft.explicit,
    };
}

fn says_yes(cursor: &mut Cursor<'_>, element: &Element) -> bool {
    plain(cursor, element)
        .is_some_and(|word| word.eq_ignore_ascii_case("yes") || word.eq_ignore_ascii_case("true"))
}
