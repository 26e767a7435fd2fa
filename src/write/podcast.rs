//! What a podcast says in RSS beyond other feeds: Apple's elements and those of Podcasting 2.0.
//!
//! A feed is a podcast if one of its categories is Apple's. One of Apple's elements makes validators
//! and directories ask for the others, so they are written together or not at all.

use std::borrow::Cow;

use crate::model::{APPLE, Category, Entry, Feed, subcategories};

use super::extension::Element;
use super::{facts, safe};

/// Characters that Apple takes of a name.
const MOST: usize = 255;

/// Whether a category is one of Apple's.
pub(super) fn is_apples(category: &Category) -> bool {
    category.scheme.as_deref() == Some(APPLE)
}

/// Whether the feed is a podcast.
pub(super) fn is_one(feed: &Feed) -> bool {
    feed.categories.iter().any(is_apples)
}

/// What is said of the podcast as a whole.
pub(super) fn of_feed(feed: &Feed) -> Vec<Element> {
    let mut all: Vec<Element> = guid(feed).into_iter().collect();
    all.extend(feed.license.as_deref().and_then(license));
    if !is_one(feed) {
        return all;
    }
    all.extend(categories(feed));
    all.push(Element::new("itunes:explicit", (feed.explicit == Some(true)).to_string()));
    let owner = feed.authors.iter().find(|person| person.email.is_some()).or(feed.authors.first());
    if let Some(name) = owner.and_then(facts::name).map(short) {
        all.push(Element::new("itunes:author", name.clone()));
        let email = owner.and_then(|owner| owner.email.as_deref()).and_then(safe::email);
        all.extend(email.map(|email| {
            Element::new("itunes:owner", "")
                .holding(Element::new("itunes:name", name))
                .holding(Element::new("itunes:email", email))
        }));
    }
    all.extend(feed.logo.as_deref().and_then(image));
    all
}

/// `podcast:guid`: by it directories know a podcast that has moved.
pub(super) fn guid(feed: &Feed) -> Option<Element> {
    let guid = feed.podcast_guid.as_deref().and_then(safe::word)?;
    Some(Element::new("podcast:guid", guid))
}

/// What an episode says: how long, for whom, by whom, under which licence.
pub(super) fn of_entry(entry: &Entry) -> Vec<Element> {
    let file = facts::enclosures(entry).next().map(|(file, _)| file.url.as_str());
    let played = entry.media.iter().find(|media| Some(media.url.as_str()) == file);
    let seconds = played.and_then(|media| media.duration_seconds).and_then(facts::whole_seconds);
    let explicit = match played.and_then(|media| media.rating.as_deref()) {
        Some("adult") => Some("true"),
        Some("nonadult") => Some("false"),
        _ => None,
    };
    let mut all = Vec::new();
    all.extend(seconds.map(|seconds| Element::new("itunes:duration", seconds.to_string())));
    all.extend(explicit.map(|word| Element::new("itunes:explicit", word)));
    all.extend(entry.thumbnail.as_deref().and_then(image));
    all.extend(entry.authors.iter().filter_map(|person| {
        let page = person.uri.as_deref().and_then(safe::url);
        Some(Element::new("podcast:person", facts::name(person)?).with("href", page))
    }));
    all.extend(facts::license(entry).as_deref().and_then(license));
    all
}

/// Apple's categories, those within another inside of it.
fn categories(feed: &Feed) -> Vec<Element> {
    let mut all: Vec<Element> = Vec::new();
    let mut outer = "";
    for category in feed.categories.iter().filter(|category| is_apples(category)) {
        let term = category.term.as_str();
        let element = Element::new("itunes:category", "").with("text", Some(safe::line(term)));
        let is_within = subcategories(outer).is_some_and(|within| within.contains(&term));
        match all.pop() {
            Some(last) if is_within => all.push(last.holding(element)),
            last => {
                outer = term;
                all.extend(last);
                all.push(element);
            }
        }
    }
    all
}

/// A picture of the only kinds that Apple shows.
fn image(address: &str) -> Option<Element> {
    let url = safe::file(safe::url(address)?)?;
    let path = url.split(['?', '#']).next().unwrap_or_default().to_ascii_lowercase();
    let shown = [".jpg", ".jpeg", ".png"].iter().any(|ending| path.ends_with(ending));
    shown.then(|| Element::new("itunes:image", "").with("href", Some(url.into_owned())))
}

/// A licence by the name that the SPDX list has for it; that of others is not known.
fn license(address: &str) -> Option<Element> {
    let rest = address.split_once("creativecommons.org/")?.1.to_ascii_lowercase();
    let mut parts = rest.split('/');
    let name = match (parts.next()?, parts.next()?, parts.next()?) {
        ("licenses", terms, version) if terms.starts_with("by") => format!("cc-{terms}-{version}"),
        ("publicdomain", "zero", version) => format!("cc0-{version}"),
        _ => return None,
    };
    let url = safe::url(address)?;
    Some(Element::new("podcast:license", name).with("url", Some(url)))
}

fn short(name: Cow<'_, str>) -> String {
    name.chars().take(MOST).collect()
}
