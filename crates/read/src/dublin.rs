//! Dublin Core and DC Terms.

use super::cursor::{Cursor, Element};
use super::draft::Draft;
use super::values::{address, date, person, plain, text};
use super::{find, links};
use copydesk_model::Category;

/// One element of Dublin Core in a feed or an entry; whether it was one.
pub(super) fn child(cursor: &mut Cursor<'_>, element: &Element, draft: &mut Draft) -> bool {
    match element.name() {
        "title" => {
            let value = text(cursor, element);
            draft.title.offer(find::TITLE, element, value);
        }
        "description" | "abstract" => {
            let value = text(cursor, element);
            draft.summary.offer(find::SUMMARY, element, value);
        }
        "creator" | "author" | "publisher" => {
            let value = person(cursor, element);
            draft.author(element, value);
        }
        "contributor" => draft.contributors.extend(person(cursor, element)),
        "subject" => {
            let term = plain(cursor, element);
            draft.category(Category { term: term.unwrap_or_default(), ..Category::default() });
        }
        "date" | "issued" | "created" | "available" => {
            let value = date(cursor, element);
            draft.published.offer(find::PUBLISHED, element, value);
            draft.updated.offer(find::UPDATED, element, value.filter(|_| element.name() == "date"));
        }
        "modified" => {
            let value = date(cursor, element);
            draft.updated.offer(find::UPDATED, element, value);
        }
        "source" => {
            let resource = cursor.attr("resource").and_then(|href| cursor.absolute(&href));
            draft.derived_from.extend(resource.or_else(|| plain(cursor, element)));
        }
        "rights" => {
            let value = text(cursor, element);
            draft.rights.offer(find::RIGHTS, element, value);
        }
        "license" => {
            let value = cursor.attr("resource").and_then(|href| cursor.absolute(&href));
            let value = value.or_else(|| address(cursor, element));
            draft.license.offer(find::LICENSE, element, value);
        }
        "language" => {
            let value = plain(cursor, element);
            draft.language.offer(find::LANGUAGE, element, value);
        }
        "identifier" => {
            let value = plain(cursor, element);
            let page = value.clone().filter(|id| links::is_web(id));
            draft.link.offer(find::LINK, element, page);
            draft.id.offer(find::ID, element, value);
        }
        _ => return false,
    }
    true
}
