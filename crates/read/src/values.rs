//! What elements of all vocabularies have in common: texts, dates, numbers, addresses, people.

use std::str::FromStr;

use chrono::{DateTime, Utc};

use super::cursor::{Cursor, Element, Part};
use super::repairs::Mend;
use super::{markup, people, titles};
use copydesk_model::text::{dates, plain as plain_text};
use copydesk_model::{Person, Shared, Text, TextKind};

/// Children of a feed or an entry that HTML does not know: where one stands inside a text, that text was
/// left unclosed.
pub(super) const STRUCTURE: &[&str] = &[
    "item",
    "entry",
    "channel",
    "link",
    "guid",
    "pubDate",
    "description",
    "enclosure",
    "comments",
    "lastBuildDate",
    "content:encoded",
    "dc:creator",
    "dc:date",
    "language",
    "copyright",
    "category",
    "id",
    "updated",
    "published",
    "author",
    "contributor",
    "rights",
    "generator",
];

/// The base that the document itself gives for the element opened last.
pub(super) fn own_base(cursor: &Cursor<'_>) -> Option<Shared> {
    if cursor.has_own_base() { cursor.base() } else { None }
}

/// A text whose kind nothing tells: HTML where it has markup. `None` where it is blank.
pub(super) fn text(cursor: &mut Cursor<'_>, element: &Element) -> Option<Text> {
    let base = own_base(cursor);
    let stated_plain = cursor.has_attributes() && is_stated_plain(cursor);
    let value = cursor.value(element, STRUCTURE);
    if value.text.is_empty() {
        return None;
    }
    if value.markup {
        cursor.mend(Mend::NakedMarkup);
    } else if stated_plain {
        return Some(Text::plain(value.text.into_owned()));
    }
    if element.name() != "title" && escaped_twice(&value.text) {
        cursor.mend(Mend::DoubleEscaped);
        let value = plain_text::unescape(&value.text).into_owned();
        return Some(Text { kind: TextKind::Html, value, base });
    }
    let html = value.markup || markup::is_html(&value.text);
    let kind = if html { TextKind::Html } else { TextKind::Text };
    let text = Text { kind, value: value.text.into_owned(), base: if html { base } else { None } };
    Some(if element.name() == "title" { titles::meant(text, false) } else { text })
}

/// Whether the element opened last says that its text is plain, as those of Media RSS can.
fn is_stated_plain(cursor: &mut Cursor<'_>) -> bool {
    cursor.attr("type").is_some_and(|kind| {
        ["plain", "text/plain"].iter().any(|plain| kind.trim().eq_ignore_ascii_case(plain))
    })
}

/// Whether a text is markup from end to end, but none of it a tag: escaped once more than it should be.
/// One element alone may be meant as an example.
pub(super) fn escaped_twice(text: &str) -> bool {
    text.starts_with("&lt;") && text.ends_with("&gt;") && !text.contains('<') && {
        let once = plain_text::unescape(text);
        markup::is_html(&once) && once.matches("</").count() > 1
    }
}

/// A line of plain text; markup in it is dropped. `None` where it is blank.
pub(super) fn plain(cursor: &mut Cursor<'_>, element: &Element) -> Option<String> {
    let value = cursor.value(element, STRUCTURE);
    let text = if value.markup { plain_text::of_html(&value.text) } else { value.text.into_owned() };
    (!text.trim().is_empty())
        .then(|| if text.trim().len() == text.len() { text } else { text.trim().to_owned() })
}

/// The plain text of a text.
pub(super) fn as_plain(text: &Text) -> String {
    match text.kind {
        TextKind::Text => text.value.clone(),
        TextKind::Html => plain_text::of_html(&text.value),
    }
}

/// A date; one that cannot be read is noted and left out.
pub(super) fn date(cursor: &mut Cursor<'_>, element: &Element) -> Option<DateTime<Utc>> {
    let value = cursor.value(element, STRUCTURE);
    let read = dates::parse(&value.text);
    match read {
        None if !value.text.is_empty() => cursor.mend(Mend::BadDate),
        Some(_) if !dates::is_regular(&value.text) => cursor.mend(Mend::OddDate),
        _ => {}
    }
    read
}

/// A number; anything else is `None`.
pub(super) fn number<T: FromStr>(cursor: &mut Cursor<'_>, element: &Element) -> Option<T> {
    cursor.value(element, STRUCTURE).text.trim().parse().ok()
}

/// An address as text, absolute where `xml:base` makes it so.
pub(super) fn address(cursor: &mut Cursor<'_>, element: &Element) -> Option<String> {
    let value = cursor.value(element, STRUCTURE);
    let text = value.text.trim();
    if text.is_empty() { None } else { cursor.absolute(text) }
}

/// A person, as a line of text or with a child a fact (RFC 4287 3.2).
pub(super) fn person(cursor: &mut Cursor<'_>, element: &Element) -> Option<Person> {
    let mut person = Person::default();
    let mut line = String::new();
    while let Some(part) = cursor.part(element) {
        match part {
            Part::Child(child) => match child.name() {
                "name" | "title" | "person" => person.name = plain(cursor, &child).or(person.name.take()),
                "email" => person.email = plain(cursor, &child).or(person.email.take()),
                "uri" | "url" | "homepage" | "link" => {
                    person.uri = address(cursor, &child).or(person.uri.take());
                }
                _ => cursor.skip(&child),
            },
            Part::Text(text) => line.push_str(&text),
        }
    }
    if person == Person::default() { people::person(&line) } else { Some(person) }
}
