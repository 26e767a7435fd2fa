//! What the members of a JSON Feed must be, as tables, and the few rules that tables cannot say.

use std::collections::HashSet;

use super::super::check;
use super::super::rules::{self, Rule};
use super::super::values::date::{Iso, iso};
use super::super::values::{is_mime, language, quote, uri};
use super::super::walk::Walk;
use super::value::{Kind, Value};

/// What a member must hold.
#[derive(Clone, Copy)]
enum Wanted {
    Text,
    Html,
    Url,
    Date,
    Mime,
    Number,
    Flag,
    Language,
    Strings,
    One(&'static [Member]),
    Many(&'static [Member]),
    /// Looked at elsewhere.
    Anything,
}

/// A member's name, what it must hold, and whether it must be there.
type Member = (&'static str, Wanted, bool);

const AUTHOR: &[Member] =
    &[("name", Wanted::Text, false), ("url", Wanted::Url, false), ("avatar", Wanted::Url, false)];
const HUB: &[Member] = &[("type", Wanted::Text, true), ("url", Wanted::Url, true)];
const ATTACHMENT: &[Member] = &[
    ("url", Wanted::Url, true),
    ("mime_type", Wanted::Mime, true),
    ("title", Wanted::Text, false),
    ("size_in_bytes", Wanted::Number, false),
    ("duration_in_seconds", Wanted::Number, false),
];

const FEED: &[Member] = &[
    ("version", Wanted::Anything, true),
    ("title", Wanted::Text, true),
    ("home_page_url", Wanted::Url, false),
    ("feed_url", Wanted::Url, false),
    ("description", Wanted::Text, false),
    ("user_comment", Wanted::Text, false),
    ("next_url", Wanted::Url, false),
    ("icon", Wanted::Url, false),
    ("favicon", Wanted::Url, false),
    ("author", Wanted::One(AUTHOR), false),
    ("authors", Wanted::Many(AUTHOR), false),
    ("language", Wanted::Language, false),
    ("expired", Wanted::Flag, false),
    ("hubs", Wanted::Many(HUB), false),
    ("items", Wanted::Many(ITEM), true),
];

const ITEM: &[Member] = &[
    ("id", Wanted::Anything, true),
    ("url", Wanted::Url, false),
    ("external_url", Wanted::Url, false),
    ("title", Wanted::Text, false),
    ("content_html", Wanted::Html, false),
    ("content_text", Wanted::Text, false),
    ("summary", Wanted::Text, false),
    ("image", Wanted::Url, false),
    ("banner_image", Wanted::Url, false),
    ("date_published", Wanted::Date, false),
    ("date_modified", Wanted::Date, false),
    ("author", Wanted::One(AUTHOR), false),
    ("authors", Wanted::Many(AUTHOR), false),
    ("tags", Wanted::Strings, false),
    ("language", Wanted::Language, false),
    ("attachments", Wanted::Many(ATTACHMENT), false),
];

type Members = [(String, usize, Value)];

/// Checks a whole document.
pub(super) fn check(walk: &mut Walk<'_>, value: &Value) {
    let Kind::Object(members) = &value.kind else {
        return walk.note(rules::UNKNOWN_FORMAT, value.at, "JSON that is no object, so no JSON Feed");
    };
    let version = get(members, "version");
    match version.map(|version| &version.kind) {
        Some(Kind::String(text)) if text.contains("jsonfeed.org/version/") => {
            let number = text.rsplit('/').next().unwrap_or_default().to_owned();
            walk.format = format!("json-feed-{number}");
            let known = ["1", "1.0", "1.1"].contains(&number.as_str());
            if !known || !text.starts_with("https://jsonfeed.org/version/") {
                walk.note(
                    rules::JSON_INVALID_VERSION,
                    version.map_or(value.at, |v| v.at),
                    format!("there is no version {}", quote(text)),
                );
            }
            if number == "1" {
                walk.format = "json-feed-1.0".to_owned();
            }
        }
        _ if get(members, "items").is_none() => {
            return walk.note(
                rules::UNKNOWN_FORMAT,
                value.at,
                "JSON with neither version nor items, so no JSON Feed",
            );
        }
        Some(_) => walk.note(
            rules::JSON_INVALID_VERSION,
            version.map_or(value.at, |v| v.at),
            "the version is not that of JSON Feed",
        ),
        None => {}
    }
    object(walk, "the feed", value.at, members, FEED);
    if get(members, "feed_url").is_none() {
        walk.note(rules::JSON_MISSING_FEED_URL, value.at, "the feed has no feed_url");
    }
    items(walk, members);
}

fn get<'v>(members: &'v Members, name: &str) -> Option<&'v Value> {
    members.iter().find(|(known, _, _)| known == name).map(|(_, _, value)| value)
}

/// Checks the members of an object against a table.
fn object(walk: &mut Walk<'_>, subject: &str, at: usize, members: &Members, table: &'static [Member]) {
    let mut seen = HashSet::new();
    for (name, place, value) in members {
        if !seen.insert(name.as_str()) {
            walk.note(rules::JSON_DUPLICATE_MEMBER, *place, format!("{subject} has {} twice", quote(name)));
        }
        match table.iter().find(|(known, _, _)| known == name) {
            Some((name, wanted, _)) => member(walk, name, value, *wanted),
            None if name.starts_with('_') => {}
            None => walk.note(
                rules::JSON_UNKNOWN_MEMBER,
                *place,
                format!("JSON Feed has no {} in {subject}", quote(name)),
            ),
        }
        if name == "author" && walk.format == "json-feed-1.1" {
            walk.note(rules::JSON_DEPRECATED_AUTHOR, *place, "author is written authors since 1.1");
        }
    }
    for (name, _, required) in table {
        if *required && !seen.contains(name) {
            walk.note(rules::JSON_MISSING_MEMBER, at, format!("{subject} has no {name}"));
        }
    }
    if std::ptr::eq(table, AUTHOR) && !["name", "url", "avatar"].iter().any(|name| seen.contains(name)) {
        walk.note(rules::JSON_EMPTY_AUTHOR, at, "an author without name, url and avatar");
    }
}

fn member(walk: &mut Walk<'_>, name: &str, value: &Value, wanted: Wanted) {
    let at = value.at;
    match (wanted, &value.kind) {
        (Wanted::Anything, _) | (Wanted::Flag, Kind::Bool) => {}
        (
            Wanted::Text | Wanted::Html | Wanted::Url | Wanted::Date | Wanted::Mime | Wanted::Language,
            Kind::String(text),
        ) => {
            text_member(walk, name, text, at, wanted);
        }
        (Wanted::Number, Kind::Number(number)) => {
            if *number < 0.0 {
                walk.note(rules::JSON_INVALID_NUMBER, at, format!("{name}: {number} is below zero"));
            }
        }
        (Wanted::Strings, Kind::Array(values)) => {
            for value in values.iter().filter(|value| !matches!(value.kind, Kind::String(_))) {
                wrong(walk, name, value.at, "a list of strings");
            }
        }
        (Wanted::One(table), Kind::Object(members)) => object(walk, name, at, members, table),
        (Wanted::Many(table), Kind::Array(values)) => {
            for value in values {
                match &value.kind {
                    Kind::Object(members) => object(walk, name, value.at, members, table),
                    _ => wrong(walk, name, value.at, "a list of objects"),
                }
            }
        }
        (Wanted::Number, _) => wrong(walk, name, at, "a number"),
        (Wanted::Flag, _) => wrong(walk, name, at, "true or false"),
        (Wanted::Strings, _) => wrong(walk, name, at, "a list of strings"),
        (Wanted::One(_), _) => wrong(walk, name, at, "an object"),
        (Wanted::Many(_), _) => wrong(walk, name, at, "a list of objects"),
        _ => wrong(walk, name, at, "a string"),
    }
}

fn wrong(walk: &mut Walk<'_>, name: &str, at: usize, wanted: &str) {
    walk.note(rules::JSON_WRONG_TYPE, at, format!("{name} must be {wanted}"));
}

fn text_member(walk: &mut Walk<'_>, name: &str, text: &str, at: usize, wanted: Wanted) {
    if text.is_empty() && !matches!(wanted, Wanted::Html) {
        return walk.note(rules::JSON_EMPTY, at, format!("{name} is empty"));
    }
    let mut broken = |sound: bool, rule: &'static Rule, what: &str| {
        if !sound {
            walk.note(rule, at, format!("{name}: {} is {what}", quote(text)));
        }
    };
    match wanted {
        Wanted::Url => broken(is_address(text), rules::JSON_INVALID_URL, "no absolute address"),
        Wanted::Date => {
            broken(iso(text, Iso::Rfc3339, None).is_ok(), rules::JSON_INVALID_DATE, "no RFC 3339 date")
        }
        Wanted::Mime => broken(is_mime(text), rules::JSON_INVALID_MIME_TYPE, "no media type"),
        Wanted::Language => broken(language(text), rules::INVALID_LANGUAGE, "no language"),
        Wanted::Html => check::body(walk, name, text, at, true),
        _ => {}
    }
    if matches!(wanted, Wanted::Date)
        && let Err(fault) = iso(text, Iso::Rfc3339, Some(walk.now))
        && fault.rule.code == rules::IMPLAUSIBLE_DATE.code
    {
        walk.note(fault.rule, at, format!("{name}: {}", fault.message));
    }
}

/// An absolute address; JSON Feed does not ask for ASCII.
fn is_address(text: &str) -> bool {
    let ascii: String = text.chars().map(|c| if c.is_ascii() { c } else { 'x' }).collect();
    uri::is_full(&ascii)
}

fn items(walk: &mut Walk<'_>, members: &Members) {
    let Some(Value { kind: Kind::Array(items), .. }) = get(members, "items") else { return };
    let mut ids = HashSet::new();
    for item in items {
        let Kind::Object(members) = &item.kind else { continue };
        if get(members, "content_html").is_none() && get(members, "content_text").is_none() {
            walk.note(
                rules::JSON_MISSING_CONTENT,
                item.at,
                "an item with neither content_html nor content_text",
            );
        }
        let Some(id) = get(members, "id") else { continue };
        let text = match &id.kind {
            Kind::String(text) => text.clone(),
            Kind::Number(number) => {
                walk.note(rules::JSON_ID_NOT_STRING, id.at, format!("the id {number} is a number"));
                number.to_string()
            }
            _ => {
                wrong(walk, "id", id.at, "a string");
                continue;
            }
        };
        if text.is_empty() {
            walk.note(rules::JSON_MISSING_MEMBER, id.at, "an item's id is empty");
        } else if !ids.insert(text.clone()) {
            walk.note(rules::JSON_DUPLICATE_ID, id.at, format!("another item has the id {}", quote(&text)));
        }
    }
}
