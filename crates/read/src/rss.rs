//! RSS 0.90 to 2.0, in RDF and without: the elements of RSS itself.

use std::borrow::Cow;

use super::cursor::{Cursor, Element, Part};
use super::draft::Draft;
use super::find;
use super::links;
use super::repairs::Mend;
use super::values::{address, date, number, person, plain, text};
use copydesk_model::{Category, Enclosure, Link, Provenance};

/// One element of RSS in a channel or an item; whether it was one.
pub(super) fn child(cursor: &mut Cursor<'_>, element: &Element, draft: &mut Draft) -> bool {
    match element.name() {
        "title" => {
            let value = text(cursor, element);
            draft.title.offer(find::TITLE, element, value);
        }
        "description" | "abstract" | "summary" | "tagline" | "subtitle" => {
            let value = text(cursor, element);
            draft.summary.offer(find::SUMMARY, element, value);
        }
        "encoded" | "fullitem" | "body" | "content" => {
            let value = text(cursor, element);
            draft.content.offer(find::CONTENT, element, value);
        }
        "link" | "url" => link(cursor, element, draft),
        "guid" | "id" => guid(cursor, element, draft),
        "pubdate" | "date" | "published" | "issued" | "created" => {
            let value = date(cursor, element);
            draft.published.offer(find::PUBLISHED, element, value);
        }
        "lastbuilddate" | "lastmod" | "updated" | "modified" => {
            let value = date(cursor, element);
            draft.updated.offer(find::UPDATED, element, value);
        }
        "author" | "managingeditor" | "webmaster" => {
            let person = person(cursor, element);
            draft.author(element, person);
        }
        "category" | "keyword" | "tag" => category(cursor, element, draft),
        "categories" | "tags" => {
            while let Some(child) = cursor.child(element) {
                category(cursor, &child, draft);
            }
        }
        "enclosure" => enclosure(cursor, element, draft),
        "source" => draft.source = source(cursor, element).or(draft.source.take()),
        "copyright" | "rights" => {
            let value = text(cursor, element);
            draft.rights.offer(find::RIGHTS, element, value);
        }
        "comments" => draft.comments = address(cursor, element).or(draft.comments.take()),
        "language" => {
            let value = plain(cursor, element);
            draft.language.offer(find::LANGUAGE, element, value);
        }
        "generator" => {
            let value = plain(cursor, element);
            draft.generator.offer(find::GENERATOR, element, value);
        }
        "image" | "logo" => image(cursor, element, draft),
        "icon" | "favicon" => {
            let value = address(cursor, element);
            draft.icon.offer(find::ICON, element, value);
        }
        _ => return schedule(cursor, element, draft),
    }
    true
}

/// What a channel says of when to ask again.
fn schedule(cursor: &mut Cursor<'_>, element: &Element, draft: &mut Draft) -> bool {
    match element.name() {
        "expirationdate" => draft.channel.expires = date(cursor, element).or(draft.channel.expires),
        "ttl" => draft.channel.ttl_minutes = number(cursor, element).or(draft.channel.ttl_minutes),
        "skiphours" => {
            while let Some(hour) = cursor.child(element) {
                // Netscape's RSS 0.91 counted 1 to 24; 24 is midnight.
                let value = number::<u8>(cursor, &hour).filter(|hour| *hour <= 24).map(|hour| hour % 24);
                draft
                    .channel
                    .skip_hours
                    .extend(value.filter(|hour| !draft.channel.skip_hours.contains(hour)));
            }
        }
        "skipdays" => {
            while let Some(day) = cursor.child(element) {
                draft.channel.skip_days.extend(plain(cursor, &day));
            }
        }
        // CDF.
        "schedule" | "textinput" | "cloud" => cursor.skip(element),
        _ => return false,
    }
    true
}

/// `<link>address</link>`, or Atom's form of it with `href`.
fn link(cursor: &mut Cursor<'_>, element: &Element, draft: &mut Draft) {
    if let Some(href) = cursor.attr("href") {
        cursor.mend(Mend::OddLink);
        return super::atom::link(cursor, element, draft, href);
    }
    let Some(href) = address(cursor, element) else { return };
    if element.name() == "url" {
        cursor.mend(Mend::OddLink);
    }
    if draft.links.last().is_none_or(|link| link.href != href) {
        draft.link_to(Link::new("alternate", href.clone()));
    }
    draft.link.offer(find::LINK, element, Some(href));
}

fn guid(cursor: &mut Cursor<'_>, element: &Element, draft: &mut Draft) {
    let permanent =
        cursor.attr("ispermalink").is_none_or(|value| !value.trim().eq_ignore_ascii_case("false"));
    let Some(id) = plain(cursor, element) else { return };
    if permanent && element.name() == "guid" {
        draft.link.offer(find::LINK, element, links::page(&id));
    }
    draft.id.offer(find::ID, element, Some(id));
}

fn category(cursor: &mut Cursor<'_>, element: &Element, draft: &mut Draft) {
    let scheme = cursor.attr("domain").or_else(|| cursor.attr("scheme")).map(Cow::into_owned);
    let (term, label) = (cursor.attr("term").map(Cow::into_owned), cursor.attr("label").map(Cow::into_owned));
    let written = plain(cursor, element);
    if let Some(term) = term.or(written) {
        draft.category(Category::new(term, scheme.filter(|scheme| !scheme.is_empty()), label));
    }
}

fn enclosure(cursor: &mut Cursor<'_>, element: &Element, draft: &mut Draft) {
    let url = cursor.attr("url").or_else(|| cursor.attr("href"));
    let mime = cursor.attr("type").map(|mime| mime.trim().to_owned()).filter(|mime| !mime.is_empty());
    let length = cursor.attr("length").and_then(|length| length.trim().parse().ok());
    let url = url.and_then(|url| cursor.absolute(&url));
    let Some(url) = url.or_else(|| {
        cursor.mend(Mend::OddLink);
        address(cursor, element)
    }) else {
        return;
    };
    if length.is_none() {
        cursor.mend(Mend::EnclosureLength);
    }
    let mime = mime.or_else(|| {
        cursor.mend(Mend::EnclosureType);
        links::type_by_ending(&url).map(str::to_owned)
    });
    draft.enclosure(Enclosure { url, mime, length });
}

/// `<source url="feed">name</source>`: the feed that an item came from.
fn source(cursor: &mut Cursor<'_>, element: &Element) -> Option<Provenance> {
    let feed = cursor.attr("url").and_then(|url| cursor.absolute(&url));
    let title = plain(cursor, element);
    // What identifies a feed without an id is its address.
    (feed.is_some() || title.is_some()).then(|| Provenance {
        id: feed.clone(),
        title,
        feed,
        ..Provenance::default()
    })
}

/// `<image>`, with its address in a child, an attribute or as text.
fn image(cursor: &mut Cursor<'_>, element: &Element, draft: &mut Draft) {
    let attribute = ["resource", "href", "url", "src"].iter().find_map(|name| cursor.attr(name));
    let mut found = attribute.and_then(|address| cursor.absolute(&address));
    while let Some(part) = cursor.part(element) {
        match part {
            Part::Child(child) if matches!(child.name(), "url" | "href") => {
                found = address(cursor, &child).or(found);
            }
            Part::Text(text) if links::is_web(text.trim()) => found = found.or(cursor.absolute(&text)),
            _ => {}
        }
    }
    draft.image.offer(find::IMAGE, element, found);
}
