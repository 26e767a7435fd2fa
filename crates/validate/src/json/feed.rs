//! What the members of a JSON Feed must be, as tables, and the few rules that tables cannot say.

use super::super::check;
use super::super::rules::{self, Rule};
use super::super::values::date::{Iso, iso};
use super::super::values::{is_mime, language, quote, uri};
use super::super::walk::{Seen, Walk, short};
use super::value::{Parsed, Parser, Token};

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
    /// The format's address.
    Version,
    /// What must differ from item to item.
    Id,
}

/// A member's name, what it must hold, and whether it must be there.
type Member = (&'static str, Wanted, bool);

static AUTHOR: &[Member] =
    &[("name", Wanted::Text, false), ("url", Wanted::Url, false), ("avatar", Wanted::Url, false)];
static HUB: &[Member] = &[("type", Wanted::Text, true), ("url", Wanted::Url, true)];
static ATTACHMENT: &[Member] = &[
    ("url", Wanted::Url, true),
    ("mime_type", Wanted::Mime, true),
    ("title", Wanted::Text, false),
    ("size_in_bytes", Wanted::Number, false),
    ("duration_in_seconds", Wanted::Number, false),
];

static FEED: &[Member] = &[
    ("version", Wanted::Version, true),
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

static ITEM: &[Member] = &[
    ("id", Wanted::Id, true),
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

/// So many members that no table has are held against each other.
const STRANGERS: usize = 10_000;

/// What is learnt on the way.
#[derive(Default)]
struct State {
    ids: Seen,
    /// The version is an address of JSON Feed.
    recognised: bool,
    /// Places of `author` before the version was known.
    authors: Vec<usize>,
}

/// Checks a whole document.
pub(super) fn check(walk: &mut Walk<'_>, parser: &mut Parser<'_>) -> Parsed<()> {
    let mut state = State::default();
    let (at, token) = parser.value()?;
    let Token::Object = token else {
        parser.skip(&token)?;
        walk.note(rules::UNKNOWN_FORMAT, at, "JSON that is no object, so no JSON Feed");
        return parser.end();
    };
    let seen = object(walk, parser, &mut state, Object { subject: "the feed", at, table: FEED })?;
    parser.end()?;
    if !state.recognised && !seen.has("items") {
        walk.forget();
        walk.note(rules::UNKNOWN_FORMAT, at, "JSON with neither version nor items, so no JSON Feed");
        return Ok(());
    }
    if walk.format == NEWEST {
        state.authors.iter().for_each(|&place| deprecated_author(walk, place));
    }
    if !seen.has("feed_url") {
        walk.note(rules::JSON_MISSING_FEED_URL, at, "the feed has no feed_url");
    }
    Ok(())
}

const NEWEST: &str = "json-feed-1.1";

/// An object that is to be read.
#[derive(Clone, Copy)]
struct Object<'n> {
    /// What messages call it.
    subject: &'n str,
    at: usize,
    table: &'static [Member],
}

/// Which members of a table an object had.
struct Found {
    table: &'static [Member],
    bits: u32,
}

impl Found {
    fn has(&self, name: &str) -> bool {
        self.table.iter().position(|(known, _, _)| *known == name).is_some_and(|i| self.bits >> i & 1 == 1)
    }
}

/// Checks the members of an object against a table.
fn object(
    walk: &mut Walk<'_>,
    parser: &mut Parser<'_>,
    state: &mut State,
    Object { subject, at, table }: Object<'_>,
) -> Parsed<Found> {
    let (mut found, mut strangers, mut count) = (Found { table, bits: 0 }, Seen::default(), 0);
    parser.object(|parser, name, place| {
        let known = table.iter().position(|(known, _, _)| *known == name);
        count += usize::from(known.is_none());
        let again = match known {
            Some(i) => found.bits >> i & 1 == 1,
            None => count < STRANGERS && !strangers.insert(name),
        };
        if again {
            walk.note(rules::JSON_DUPLICATE_MEMBER, place, format!("{subject} has {} twice", quote(name)));
        }
        if name == "author" {
            match walk.format.as_str() {
                NEWEST => deprecated_author(walk, place),
                "unknown" => state.authors.push(place),
                _ => {}
            }
        }
        let (at, token) = parser.value()?;
        match known {
            Some(i) => {
                found.bits |= 1 << i;
                member(walk, parser, state, table[i], (at, token))
            }
            None => {
                if !name.starts_with('_') {
                    let message = format!("JSON Feed has no {} in {subject}", quote(name));
                    walk.note(rules::JSON_UNKNOWN_MEMBER, place, message);
                }
                parser.skip(&token)
            }
        }
    })?;
    finish(walk, subject, at, &found);
    Ok(found)
}

fn deprecated_author(walk: &mut Walk<'_>, place: usize) {
    walk.note(rules::JSON_DEPRECATED_AUTHOR, place, "author is written authors since 1.1");
}

/// What only a whole object shows.
fn finish(walk: &mut Walk<'_>, subject: &str, at: usize, found: &Found) {
    for (name, _, _) in found.table.iter().filter(|(name, _, required)| *required && !found.has(name)) {
        walk.note(rules::JSON_MISSING_MEMBER, at, format!("{subject} has no {name}"));
    }
    if std::ptr::eq(found.table, AUTHOR) && found.bits == 0 {
        walk.note(rules::JSON_EMPTY_AUTHOR, at, "an author without name, url and avatar");
    }
    if std::ptr::eq(found.table, ITEM) && !found.has("content_html") && !found.has("content_text") {
        walk.note(rules::JSON_MISSING_CONTENT, at, "an item with neither content_html nor content_text");
    }
}

fn member(
    walk: &mut Walk<'_>,
    parser: &mut Parser<'_>,
    state: &mut State,
    (name, wanted, _): Member,
    (at, token): (usize, Token<'_>),
) -> Parsed<()> {
    match (wanted, &token) {
        (Wanted::Version, _) => version(walk, state, at, &token),
        (Wanted::Id, _) => id(walk, state, at, &token),
        (Wanted::Flag, Token::Bool) => {}
        (
            Wanted::Text | Wanted::Html | Wanted::Url | Wanted::Date | Wanted::Mime | Wanted::Language,
            Token::String(text),
        ) => text_member(walk, name, text, at, wanted),
        (Wanted::Number, Token::Number(number)) => {
            if *number < 0.0 {
                walk.note(rules::JSON_INVALID_NUMBER, at, format!("{name}: {number} is below zero"));
            }
        }
        (Wanted::Strings, Token::Array) => {
            return parser.array(|parser| {
                let (at, token) = parser.value()?;
                if !matches!(token, Token::String(_)) {
                    wrong(walk, name, at, "a list of strings");
                }
                parser.skip(&token)
            });
        }
        (Wanted::One(table), Token::Object) => {
            return object(walk, parser, state, Object { subject: name, at, table }).map(drop);
        }
        (Wanted::Many(table), Token::Array) => {
            return parser.array(|parser| {
                let (at, token) = parser.value()?;
                if let Token::Object = token {
                    return object(walk, parser, state, Object { subject: name, at, table }).map(drop);
                }
                wrong(walk, name, at, "a list of objects");
                parser.skip(&token)
            });
        }
        (Wanted::Number, _) => wrong(walk, name, at, "a number"),
        (Wanted::Flag, _) => wrong(walk, name, at, "true or false"),
        (Wanted::Strings, _) => wrong(walk, name, at, "a list of strings"),
        (Wanted::One(_), _) => wrong(walk, name, at, "an object"),
        (Wanted::Many(_), _) => wrong(walk, name, at, "a list of objects"),
        _ => wrong(walk, name, at, "a string"),
    }
    parser.skip(&token)
}

fn wrong(walk: &mut Walk<'_>, name: &str, at: usize, wanted: &str) {
    walk.note(rules::JSON_WRONG_TYPE, at, format!("{name} must be {wanted}"));
}

fn version(walk: &mut Walk<'_>, state: &mut State, at: usize, token: &Token<'_>) {
    let Token::String(text) = token else {
        return walk.note(rules::JSON_INVALID_VERSION, at, "the version is not that of JSON Feed");
    };
    if !text.contains("jsonfeed.org/version/") {
        return walk.note(rules::JSON_INVALID_VERSION, at, "the version is not that of JSON Feed");
    }
    state.recognised = true;
    let number = text.rsplit('/').next().unwrap_or_default();
    let known = ["1", "1.0", "1.1"].contains(&number);
    if !known || !text.starts_with("https://jsonfeed.org/version/") {
        walk.note(rules::JSON_INVALID_VERSION, at, format!("there is no version {}", quote(text)));
    }
    walk.format = match number {
        "1" => "json-feed-1.0".to_owned(),
        number => format!("json-feed-{}", short(number)),
    };
}

fn id(walk: &mut Walk<'_>, state: &mut State, at: usize, token: &Token<'_>) {
    let text = match token {
        Token::String(text) => text.clone(),
        Token::Number(number) => {
            walk.note(rules::JSON_ID_NOT_STRING, at, format!("the id {number} is a number"));
            number.to_string().into()
        }
        _ => return wrong(walk, "id", at, "a string"),
    };
    if text.is_empty() {
        walk.note(rules::JSON_MISSING_MEMBER, at, "an item's id is empty");
    } else if !state.ids.insert(&text) {
        walk.note(rules::JSON_DUPLICATE_ID, at, format!("another item has the id {}", quote(&text)));
    }
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
        Wanted::Html => check::body(walk, &name, text, at, true),
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
