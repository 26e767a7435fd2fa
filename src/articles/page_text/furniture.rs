//! Words of pages in every language: prompts, labels, lists of other articles.
//!
//! What a language's file says of its pages, ready to be asked. English words are asked for in
//! every language: pages all over the world are built with English parts.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::shape;
use crate::languages::{self, Language, Page};

/// A line of more words is no prompt, whatever it begins with.
const LONGEST: usize = 45;

/// A line that is a label may have this many words more.
const MORE: usize = 1;

/// The phrases of a language by their first word.
#[derive(Default)]
struct Phrases {
    begins: HashMap<&'static str, Vec<&'static str>>,
    whole: Vec<&'static str>,
    has: Vec<&'static str>,
    packed: bool,
}

static PHRASES: LazyLock<HashMap<&'static str, Phrases>> = LazyLock::new(|| {
    let phrases = |language: &&'static Language| (language.code, of(&language.page, language.has_spaces()));
    languages::all().iter().map(phrases).collect()
});

fn of(page: &'static Page, spaces: bool) -> Phrases {
    let list = |text: &'static str| text.split('|').filter(|phrase| !phrase.is_empty());
    let mut phrases = Phrases { packed: !spaces, ..Phrases::default() };
    for phrase in list(page.begins) {
        phrases.begins.entry(key(phrase, spaces)).or_default().push(phrase);
    }
    phrases.whole.extend(list(page.whole));
    phrases.has.extend(list(page.has));
    phrases
}

/// What a phrase is found by: its first word, or its first character where there are no spaces.
fn key(text: &str, spaces: bool) -> &str {
    match spaces {
        true => text.split(' ').next().unwrap_or(text).trim_end_matches([':', ',', '.']),
        false => text.chars().next().map_or("", |first| &text[..first.len_utf8()]),
    }
}

/// Whether the words of a line say that it belongs to the page.
pub(in super::super) fn is_furniture(line: &str, language: Option<&'static Language>) -> bool {
    let lower = plain(line);
    if shape::words(&lower) > LONGEST || lower.is_empty() {
        return false;
    }
    let own = language.map_or("en", |language| language.code);
    ["en", own]
        .iter()
        .enumerate()
        .filter(|(at, code)| *at == 0 || **code != "en")
        .any(|(_, code)| PHRASES.get(code).is_some_and(|phrases| phrases.say(&lower, line)))
}

impl Phrases {
    fn say(&self, lower: &str, line: &str) -> bool {
        let count = shape::words(lower);
        let is_label = |phrase: &&'static str| {
            lower == *phrase
                || count <= shape::words(phrase) + MORE
                    && begins(lower, phrase, self.packed)
                    && !shape::is_long(line)
                    && lower[phrase.len()..].trim().chars().all(|c| !c.is_alphabetic())
        };
        self.whole.iter().any(is_label)
            || self.begins.get(key(lower, !self.packed)).is_some_and(|phrases| {
                phrases.iter().any(|phrase| {
                    begins(lower, phrase, self.packed) && fits(phrase, line, count, self.packed)
                })
            })
            || self.has.iter().any(|phrase| lower.contains(phrase) && count <= LONGEST)
    }
}

/// Whether the line begins with the phrase and the phrase ends with its word.
fn begins(lower: &str, phrase: &str, packed: bool) -> bool {
    lower.strip_prefix(phrase).is_some_and(|rest| {
        packed || phrase.ends_with(|c: char| !c.is_alphanumeric()) || !rest.starts_with(char::is_alphanumeric)
    })
}

/// A phrase of one word begins a sentence too, so the line must be short or have no stop; a
/// longer phrase may begin a whole prompt.
fn fits(phrase: &str, line: &str, count: usize, packed: bool) -> bool {
    let sure = phrase.contains(' ') || phrase.ends_with(':');
    match (packed, sure) {
        (true, _) => line.chars().count() <= 60,
        (_, true) => count <= 30,
        _ => count <= 8 && !shape::ends_with_stop(line),
    }
}

/// A line in lower case, without what decorates it.
fn plain(line: &str) -> String {
    let bare = line.trim_matches(|c: char| c.is_whitespace() || "•-–—*>»›→|·▶►✉+#【】■▼◆●".contains(c));
    // The Turkish capital `İ` becomes two characters.
    bare.to_lowercase().replace('\u{2019}', "'").replace("i\u{307}", "i")
}

/// The languages whose words of bylines and dates are asked for: the text's own, and English.
pub(super) fn lists(
    language: Option<&'static Language>,
    pick: fn(&Page) -> &'static str,
) -> impl Iterator<Item = &'static str> {
    let english = languages::by_code("en");
    let own = language.filter(|language| language.code != "en");
    [own, english]
        .into_iter()
        .flatten()
        .flat_map(move |language| pick(&language.page).split('|'))
        .filter(|word| !word.is_empty())
}
