//! Channel Definition Format (Microsoft, 1997): facts stand in attributes, the rest is as in RSS.

use super::cursor::{Cursor, Element};
use super::draft::Draft;
use super::find;
use super::values::plain;
use copydesk_model::text::dates;
use copydesk_model::{Link, Text};

/// `HREF`, `BASE` and `LASTMOD` of a channel or an item: its page, what its addresses are relative to,
/// and when it changed.
pub(super) fn attributes(cursor: &mut Cursor<'_>, draft: &mut Draft) {
    if let Some(href) = cursor.attr("href").and_then(|href| cursor.absolute(&href)) {
        link(draft, href);
    }
    if let Some(modified) = cursor.attr("lastmod") {
        draft.updated.offer_ranked(find::UPDATED.len(), dates::parse(&modified));
    }
    let base = cursor.attr("base").filter(|base| base.contains(':')).map(|base| base.into_owned());
    if let Some(base) = base {
        cursor.rebase(&base);
    }
}

fn link(draft: &mut Draft, href: String) {
    draft.link_to(Link::new("alternate", href.clone()));
    draft.link.offer_ranked(find::LINK.len(), Some(href));
}

/// `<A HREF>` in place of the attribute, and texts in an attribute `VALUE`; whether it was one.
pub(super) fn child(cursor: &mut Cursor<'_>, element: &Element, draft: &mut Draft) -> bool {
    match element.name() {
        "a" => {
            let href = cursor.attr("href").and_then(|href| cursor.absolute(&href));
            let written = plain(cursor, element).map(Text::plain);
            draft.title.offer(find::TITLE, element, written.filter(|_| href.is_some()));
            href.into_iter().for_each(|href| link(draft, href));
            true
        }
        "title" | "abstract" => {
            let Some(value) = cursor.attr("value").filter(|value| !value.trim().is_empty()) else {
                return false;
            };
            let value = Some(Text::plain(value.trim()));
            match element.name() {
                "title" => draft.title.offer(find::TITLE, element, value),
                _ => draft.summary.offer(find::SUMMARY, element, value),
            }
            cursor.skip(element);
            true
        }
        "logo" if cursor.attr("style").is_some_and(|style| style.eq_ignore_ascii_case("icon")) => {
            let href = cursor.attr("href").and_then(|href| cursor.absolute(&href));
            draft.icon.offer(find::ICON, element, href.clone());
            draft.image.offer_ranked(find::IMAGE.len(), href);
            cursor.skip(element);
            true
        }
        _ => false,
    }
}
