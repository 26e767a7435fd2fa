//! Media RSS: objects, groups, pictures, and what is said of their use.
//!
//! What stands in a group or beside the objects holds for all of them that do not say otherwise
//! (Media RSS 1.5.1, "optional elements").

use std::borrow::Cow;
use std::str::FromStr;

use super::cursor::{Cursor, Element};
use super::draft::Draft;
use super::find;
use super::lists::add;
use super::values::{as_plain, plain, text};
use copydesk_model::{Category, Media, Said};

/// The scheme of a category that names none (Media RSS 1.5.1, `media:category`).
const CATEGORY_SCHEME: &str = "http://search.yahoo.com/mrss/category_schema";

/// One element of Media RSS in a feed or an entry; whether it was one.
pub(super) fn child(cursor: &mut Cursor<'_>, element: &Element, draft: &mut Draft) -> bool {
    match element.name() {
        "group" => group(cursor, element, draft),
        "content" => {
            let object = object(cursor, element, draft);
            object.into_iter().for_each(|object| add(&mut draft.media, object));
        }
        _ => return shared(cursor, element, draft, None),
    }
    true
}

fn group(cursor: &mut Cursor<'_>, element: &Element, draft: &mut Draft) {
    draft.media_groups += 1;
    let number = Some(draft.media_groups);
    let first = draft.media.len();
    let mut common = Media::default();
    while let Some(child) = cursor.child(element) {
        if child.name() == "content" {
            let object = object(cursor, &child, draft);
            object.into_iter().for_each(|object| add(&mut draft.media, Media { group: number, ..object }));
        } else if !shared(cursor, &child, draft, Some(&mut common)) {
            cursor.skip(&child);
        }
    }
    for object in draft.media.iter_mut().skip(first) {
        complete(object, &common);
    }
}

/// `media:content`: `None` where it has no address.
fn object(cursor: &mut Cursor<'_>, element: &Element, draft: &mut Draft) -> Option<Media> {
    let mut object = Media {
        url: cursor.attr("url").and_then(|url| cursor.absolute(&url)).unwrap_or_default(),
        mime: given(cursor, "type"),
        medium: given(cursor, "medium").map(|medium| medium.to_ascii_lowercase()),
        width: amount(cursor, "width"),
        height: amount(cursor, "height"),
        duration_seconds: amount(cursor, "duration"),
        length: amount(cursor, "filesize"),
        is_default: given(cursor, "isdefault").is_some_and(|word| word.eq_ignore_ascii_case("true")),
        ..Media::default()
    };
    while let Some(child) = cursor.child(element) {
        if child.name() == "player" && object.url.is_empty() {
            object.url = cursor.attr("url").and_then(|url| cursor.absolute(&url)).unwrap_or_default();
        }
        if !shared(cursor, &child, draft, Some(&mut object)) {
            cursor.skip(&child);
        }
    }
    (!object.url.is_empty()).then_some(object)
}

/// What may stand in an object, a group or beside them. Outside objects it describes the entry.
fn shared(cursor: &mut Cursor<'_>, element: &Element, draft: &mut Draft, object: Option<&mut Media>) -> bool {
    let mut alone = Media::default();
    let object = object.unwrap_or(&mut alone);
    match element.name() {
        "title" => {
            let value = text(cursor, element);
            object.title = object.title.take().or(value.as_ref().map(as_plain));
            draft.title.offer(find::TITLE, element, value);
        }
        "description" | "text" => {
            let value = text(cursor, element);
            object.description = object.description.take().or(value.as_ref().map(as_plain));
            draft.summary.offer(find::SUMMARY, element, value);
        }
        "thumbnail" => {
            let url = cursor.attr("url").and_then(|url| cursor.absolute(&url));
            let written = super::values::address(cursor, element);
            draft.image.offer(find::IMAGE, element, url.or(written));
        }
        "credit" => {
            let role = given(cursor, "role").unwrap_or_default().to_ascii_lowercase();
            object.credits.extend(plain(cursor, element).map(|name| (role, name)));
        }
        "copyright" => {
            let value = text(cursor, element);
            object.copyright = object.copyright.take().or(value.as_ref().map(as_plain));
            draft.rights.offer(find::RIGHTS, element, value);
        }
        "rating" => object.rating = object.rating.take().or(plain(cursor, element)),
        "adult" => {
            let adult = plain(cursor, element).is_some_and(|word| word.eq_ignore_ascii_case("true"));
            let rating = if adult { "adult" } else { "nonadult" };
            object.rating = object.rating.take().or(Some(rating.to_owned()));
        }
        "restriction" => restriction(cursor, element, object),
        "license" => {
            let href = cursor.attr("href").and_then(|href| cursor.absolute(&href));
            draft.license.offer(find::LICENSE, element, href);
            cursor.skip(element);
        }
        "player" => {
            let href = cursor.attr("url").and_then(|href| cursor.absolute(&href));
            draft.link.offer(find::LINK, element, href);
            cursor.skip(element);
        }
        "category" => {
            let scheme = given(cursor, "scheme").or_else(|| Some(CATEGORY_SCHEME.to_owned()));
            let label = given(cursor, "label");
            let term = plain(cursor, element).unwrap_or_default();
            draft.category(Category::new(term, scheme, label));
        }
        "keywords" => {
            let line = plain(cursor, element).unwrap_or_default();
            for term in line.split(',').map(str::trim) {
                draft.category(Category { term: term.to_owned(), ..Category::default() });
            }
        }
        _ => return false,
    }
    true
}

/// Only countries and "all" or "none" decide whether a medium may be shown here.
fn restriction(cursor: &mut Cursor<'_>, element: &Element, object: &mut Media) {
    let relationship = given(cursor, "relationship").unwrap_or_else(|| "deny".to_owned());
    let kind = given(cursor, "type").unwrap_or_else(|| "country".to_owned());
    let whom = plain(cursor, element).unwrap_or_default();
    if kind != "sharing" && !whom.is_empty() {
        object.restriction = Some(format!("{relationship} {whom}"));
    }
}

/// What is said of the group holds where the object itself is silent.
fn complete(object: &mut Media, common: &Media) {
    if *common.said == Said::default() {
        return;
    }
    let mut said = object.said.take();
    let mut terms = said.terms.take();
    for (own, all) in [
        (&mut said.title, &common.title),
        (&mut said.description, &common.description),
        (&mut terms.copyright, &common.copyright),
        (&mut terms.rating, &common.rating),
        (&mut terms.restriction, &common.restriction),
    ] {
        *own = own.take().or_else(|| all.clone());
    }
    if terms.credits.is_empty() {
        terms.credits.clone_from(&common.credits);
    }
    said.terms = terms.into();
    object.said = said.into();
}

fn given(cursor: &mut Cursor<'_>, name: &str) -> Option<String> {
    cursor.attr(name).map(Cow::into_owned).filter(|value| !value.trim().is_empty())
}

fn amount<T: FromStr>(cursor: &mut Cursor<'_>, name: &str) -> Option<T> {
    cursor.attr(name)?.trim().parse().ok()
}
