//! The small vocabularies: content, slash, wfw, syndication, licences, threads, history,
//! tombstones, places, FeedBurner, XHTML bodies.

use std::borrow::Cow;

use super::cursor::{Cursor, Element};
use super::draft::Draft;
use super::find;
use super::names::Ns;
use super::values::{self, address, as_plain, number, plain, text};
use copydesk_model::text::dates;
use copydesk_model::{Deleted, Link, Text};

/// One element of a small vocabulary in a feed or an entry; whether it was one.
pub(super) fn child(cursor: &mut Cursor<'_>, element: &Element, draft: &mut Draft) -> bool {
    match (element.ns, element.name()) {
        (Ns::Content, "encoded") => {
            let value = text(cursor, element);
            draft.content.offer(find::CONTENT, element, value);
        }
        (Ns::Xhtml, "body" | "div") => {
            let base = values::own_base(cursor);
            let value = cursor.markup(element).into_owned();
            let body = (!value.is_empty()).then(|| Text { base, ..Text::html(value) });
            draft.content.offer(find::CONTENT, element, body);
        }
        (Ns::Slash, "comments") | (Ns::Thread, "total") => {
            let value = number(cursor, element);
            draft.comment_count.offer(find::COMMENT_COUNT, element, value);
        }
        (Ns::Wfw, "commentrss" | "commentsrss") => {
            let feed = address(cursor, element);
            draft.links.extend(feed.map(replies));
        }
        (Ns::CreativeCommons, "license") => {
            let resource = cursor.attr("resource").and_then(|href| cursor.absolute(&href));
            let value = resource.or_else(|| address(cursor, element));
            draft.license.offer(find::LICENSE, element, value);
        }
        (Ns::Thread, "in-reply-to") => {
            let answered = cursor.attr("ref").or_else(|| cursor.attr("href")).map(Cow::into_owned);
            draft.in_reply_to.extend(answered.filter(|id| !id.is_empty()));
        }
        (Ns::FeedBurner, "origlink") => {
            let value = address(cursor, element);
            draft.link.offer(find::LINK, element, value);
        }
        (Ns::FeedBurner, "origenclosurelink") => original_enclosure(cursor, element, draft),
        (Ns::Admin, "generatoragent") => {
            let value = cursor.attr("resource").map(Cow::into_owned);
            draft.generator.offer(find::GENERATOR, element, value);
        }
        (Ns::Psc, "chapters") | (Ns::Core | Ns::Atom, "link") => cursor.skip(element),
        (Ns::Syndication | Ns::History | Ns::Tombstone, _) => return of_feed(cursor, element, draft),
        (Ns::GeoRss | Ns::Geo | Ns::Gml, _) => return place(cursor, element, draft),
        _ => return false,
    }
    true
}

fn replies(href: String) -> Link {
    let mime = Some("application/rss+xml".to_owned());
    Link { rel: "replies".to_owned(), href, mime, ..Link::default() }
}

/// FeedBurner counts downloads through its own address; the publisher's is the true one.
fn original_enclosure(cursor: &mut Cursor<'_>, element: &Element, draft: &mut Draft) {
    let Some(href) = address(cursor, element) else { return };
    if let [enclosure] = draft.enclosures.as_mut_slice() {
        for link in
            draft.links.iter_mut().filter(|link| link.rel == "enclosure" && link.href == enclosure.url)
        {
            link.href.clone_from(&href);
        }
        enclosure.url = href;
    }
}

/// What only a feed says: how often it changes (RSS 1.0 syndication), RFC 5005, RFC 6721.
fn of_feed(cursor: &mut Cursor<'_>, element: &Element, draft: &mut Draft) -> bool {
    match (element.ns, element.name()) {
        (Ns::Syndication, "updateperiod") => {
            draft.channel.period_seconds =
                match plain(cursor, element).unwrap_or_default().to_ascii_lowercase().as_str() {
                    "hourly" => Some(3_600),
                    "daily" => Some(86_400),
                    "weekly" => Some(604_800),
                    "monthly" => Some(2_592_000),
                    "yearly" => Some(31_536_000),
                    _ => None,
                };
        }
        (Ns::Syndication, "updatefrequency") => draft.channel.frequency = number(cursor, element),
        (Ns::History, "complete") => draft.channel.complete = true,
        (Ns::History, "archive") => draft.channel.archive = true,
        (Ns::Tombstone, "deleted-entry") => {
            let when = cursor.attr("when").and_then(|when| dates::parse(&when));
            let id = cursor.attr("ref").map(|id| id.trim().to_owned()).filter(|id| !id.is_empty());
            let mut comment = None;
            while let Some(child) = cursor.child(element) {
                match child.name() {
                    "comment" => comment = text(cursor, &child).as_ref().map(as_plain),
                    _ => cursor.skip(&child),
                }
            }
            draft.channel.deleted.extend(id.map(|id| Deleted { id, when, comment, ..Deleted::default() }));
        }
        _ => return false,
    }
    true
}

/// A point: `georss:point`, a GML point, or W3C's latitude and longitude.
fn place(cursor: &mut Cursor<'_>, element: &Element, draft: &mut Draft) -> bool {
    match element.name() {
        "point" if element.ns == Ns::GeoRss => draft.point = draft.point.or(pair(cursor, element)),
        "pos" => draft.point = draft.point.or(pair(cursor, element)),
        "where" | "point" => {
            while let Some(child) = cursor.child(element) {
                if !place(cursor, &child, draft) {
                    cursor.skip(&child);
                }
            }
        }
        "lat" => draft.latitude = number(cursor, element),
        "long" | "lon" => draft.longitude = number(cursor, element),
        _ => return false,
    }
    if let (None, Some(latitude), Some(longitude)) = (draft.point, draft.latitude, draft.longitude) {
        draft.point = on_earth(latitude, longitude);
    }
    true
}

fn pair(cursor: &mut Cursor<'_>, element: &Element) -> Option<(f64, f64)> {
    let line = plain(cursor, element)?;
    let mut numbers =
        line.split([' ', ',', '\n', '\t']).filter(|part| !part.is_empty()).map(str::parse::<f64>);
    on_earth(numbers.next()?.ok()?, numbers.next()?.ok()?)
}

fn on_earth(latitude: f64, longitude: f64) -> Option<(f64, f64)> {
    (latitude.abs() <= 90.0 && longitude.abs() <= 180.0).then_some((latitude, longitude))
}
