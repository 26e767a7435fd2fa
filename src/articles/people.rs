//! The people that a byline names: one name each, without `By`, without addresses and titles.
//!
//! `A, B and C` are three. What may be part of a name (`Ortega y Gasset`, `Doe, Jane`) is left whole.

use std::sync::LazyLock;

use crate::languages;
use crate::model::Person;
use crate::text::plain;

use super::record::person;

/// More people of one article are not kept.
const MOST: usize = 30;
/// Longer texts are sentences.
const LONGEST: usize = 120;
/// More words are no name.
const LONGEST_NAME: usize = 6;

/// What stands before the names, in small letters: words of several languages that need no colon.
#[rustfmt::skip]
const BY: [&str; 34] = [
    "by", "written by", "posted by", "words by", "reported by", "story by", "text by", "authored by", "author",
    "authors", "von", "text", "autor", "autorin", "par", "por", "di", "de", "door", "av", "af", "tekst", "text av",
    "auteur", "autore", "autori", "redação", "автор", "авторы", "текст", "yazan", "文", "取材", "撰文",
];

/// The same of all languages: single words of Latin letters stand for themselves too (`Theo`), so that a
/// colon must follow them. The longest first.
static LABELLED: LazyLock<Vec<(&'static str, bool)>> = LazyLock::new(|| {
    let lists = languages::all().iter().flat_map(|language| language.page.bylines.split('|'));
    let all = lists.map(|label| label.trim_end_matches([':', '/'])).filter(|label| !label.is_empty());
    let is_sure = |label: &str| label.contains(' ') || label.chars().any(|c| c >= '\u{370}');
    let mut all: Vec<(&str, bool)> = all.map(|label| (label, is_sure(label))).collect();
    all.sort_unstable_by_key(|(label, _)| (std::cmp::Reverse(label.len()), *label));
    all.dedup();
    all
});

/// What people are called beside their names; who is called so did not write the text, or is nobody.
#[rustfmt::skip]
const OFFICES: [&str; 30] = [
    "editor", "editors", "correspondent", "reporter", "reporters", "writer", "staff", "contributor", "columnist", "critic",
    "journalist", "redakteur", "redakteurin", "korrespondent", "korrespondentin", "redaktion", "redaktör", "journaliste",
    "correspondant", "correspondante", "rédaction", "redacción", "redazione", "redactie", "redacteur", "corresponsal",
    "redaktor", "dziennikarz", "корреспондент", "редактор",
];

/// Ends of longer words for the same: `Chefreporterin`, `Politikredakteur`.
#[rustfmt::skip]
const OFFICE_ENDS: [&str; 12] = [
    "reporter", "reporterin", "redakteur", "redakteurin", "korrespondent", "korrespondentin", "redacteur", "redaktör",
    "redaktør", "journalist", "journalistin", "verslaggever",
];

/// What stands before such words, and belongs to them.
#[rustfmt::skip]
const OFFICE_KINDS: [&str; 84] = [
    "our", "own", "special", "chief", "senior", "deputy", "assistant", "associate", "executive", "managing", "contributing",
    "freelance", "staff", "political", "politics", "business", "economics", "economy", "finance", "financial", "sports", "sport",
    "football", "health", "science", "technology", "tech", "education", "environment", "climate", "energy", "crime", "legal",
    "foreign", "diplomatic", "world", "international", "national", "local", "city", "regional", "europe", "european", "defence",
    "defense", "security", "culture", "arts", "film", "music", "tv", "media", "travel", "food", "news", "features", "investigative",
    "digital", "data", "social", "affairs", "royal",
    "games", "gaming", "consumer", "property", "motoring", "transport", "weather", "court", "war", "books", "theatre", "theater",
    "fashion", "beauty", "lifestyle", "style", "community", "agriculture", "industry", "markets", "retail", "religion",
];

/// Behind a name, what its bearer is; in front of one, that somebody took the pictures or read the text over.
const BEHIND: [&str; 5] = [" 기자", " 특파원", " 記者", " 记者", " 인턴기자"];
#[rustfmt::skip]
const OTHERS: [&str; 26] = [
    "photo", "photos", "photographs", "photographer", "photography", "pictures", "video", "videos", "illustration", "illustrations",
    "graphics", "edited", "editing", "translation", "foto", "fotos", "fotografie", "bild", "bilder", "kamera", "фото", "责任编辑",
    "编辑", "責任編集", "zdjęcia", "photographies",
];

/// Words that stand beside bylines and in no name.
const LABELS: [&str; 12] = [
    "facebook",
    "twitter",
    "whatsapp",
    "linkedin",
    "email",
    "e-mail",
    "follow",
    "share",
    "published",
    "updated",
    "comments",
    "bild:",
];

/// Between two names, whatever stands beside it.
const SIGNS: [&str; 9] = [";", "|", "\u{2022}", "\u{b7}", " / ", " & ", " + ", "\u{3001}", "\n"];

/// Words between two names.
const AND: [&str; 11] =
    [" and ", " und ", " et ", " og ", " och ", " ve ", " и ", " та ", " with ", " mit ", " và "];

/// Words between two names that may stand within one, too.
const PERHAPS_AND: [&str; 6] = [" e ", " y ", " i ", " en ", " a ", " ja "];

/// The people that a text names; an address names nobody.
pub(super) fn named(text: &str) -> Vec<Person> {
    let mut found: Vec<Person> = Vec::new();
    for name in names(text) {
        let is_new = |known: &Person| known.name.as_deref().is_none_or(|known| !same(known, &name));
        if found.len() < MOST && found.iter().all(is_new) {
            found.push(person(&name));
        }
    }
    found
}

fn same(a: &str, b: &str) -> bool {
    a.to_lowercase() == b.to_lowercase()
}

/// The names in a text.
pub(super) fn names(text: &str) -> Vec<String> {
    let text = plain::unescape(text);
    let text = if text.contains('<') { plain::line_of_html(&text) } else { plain::one_line(&text) };
    if text.chars().count() > LONGEST * 3 || is_address(&text) {
        return Vec::new();
    }
    if is_others(&text) && !text.contains(['|', '\u{2022}', '\u{b7}', ';']) {
        return Vec::new();
    }
    let text = without_by(&text);
    let mut parts = vec![text.to_owned()];
    for sign in SIGNS.iter().chain(&AND) {
        parts = parts.iter().flat_map(|part| split(part, sign)).collect();
    }
    for sign in PERHAPS_AND {
        parts = parts
            .iter()
            .flat_map(|part| if both_whole(part, sign) { split(part, sign) } else { vec![part.clone()] })
            .collect();
    }
    parts = parts.iter().flat_map(|part| at_commas(part)).collect();
    let own = |part: &String| tidy(without_office(&tidy(part)));
    parts.iter().map(own).filter(|part| is_name(part)).collect()
}

fn split(text: &str, sign: &str) -> Vec<String> {
    // Only the signs' own case is met: words between names are small.
    text.split(sign).map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()).collect()
}

fn both_whole(text: &str, sign: &str) -> bool {
    text.split(sign).all(|part| words(part) > 1)
}

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

/// Commas divide names, or a name from what its bearer is: `Jane Doe, Berlin`.
fn at_commas(text: &str) -> Vec<String> {
    let parts: Vec<&str> =
        text.split([',', '\u{ff0c}', '\u{60c}']).map(str::trim).filter(|part| !part.is_empty()).collect();
    match parts.as_slice() {
        [] | [_] => vec![text.to_owned()],
        [last, first] if is_word(last) && is_word(first) => vec![format!("{first} {last}")],
        [first, rest @ ..] => {
            let more = rest
                .iter()
                .filter(|part| words(part) > 1 || is_agency(part))
                .filter(|part| is_capital(part) || is_agency(part))
                .filter(|part| !is_office(part));
            std::iter::once(first).chain(more).map(|part| (*part).to_owned()).collect()
        }
    }
}

/// Whether a text says what somebody is rather than who.
pub(super) fn is_office(text: &str) -> bool {
    text.split_whitespace().any(is_office_word)
}

fn is_office_word(word: &str) -> bool {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    OFFICES.contains(&word.as_str()) || OFFICE_ENDS.iter().any(|end| word.ends_with(end))
}

fn is_one_s_office(word: &str) -> bool {
    is_office_word(word) && !TOGETHER.contains(&word.to_lowercase().as_str())
}

/// Those who work together sign as one: `Redaktion`, `Reuters Staff`.
const TOGETHER: [&str; 6] = ["redaktion", "rédaction", "redacción", "redazione", "redactie", "staff"];

/// The name before what its bearer is: `Anna Lind` of `Anna Lind, Political Editor`; empty where the text
/// names an office alone: `Staff Writer`, `Our Correspondent`.
pub(super) fn without_office(text: &str) -> &str {
    let mut all: Vec<(usize, &str)> = Vec::new();
    for word in text.split_whitespace() {
        let from = all.last().map_or(0, |(at, word)| at + word.len());
        all.push((from + text[from..].find(word).unwrap_or_default(), word));
    }
    let Some(office) = all.iter().position(|(_, word)| is_one_s_office(word)) else { return text };
    let of_office = |(_, word): &&(usize, &str)| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        word.is_empty() || OFFICE_KINDS.contains(&word.as_str())
    };
    let first = office - all[..office].iter().rev().take_while(of_office).count();
    match first {
        0 => "",
        // `Reuters Staff` is whom the text is by.
        1 => text,
        first => text[..all[first].0].trim_end_matches(|c: char| !c.is_alphanumeric() && c != '.'),
    }
}

/// One word as names have it, and no agency's.
fn is_word(text: &str) -> bool {
    words(text) == 1 && is_capital(text) && !is_agency(text) && text.chars().skip(1).any(char::is_lowercase)
}

/// Whether each word but the small ones between names begins with a capital, or the script has none.
fn is_capital(text: &str) -> bool {
    let small = |word: &str| word.chars().count() <= 3 || word.contains('\'') || word.contains('\u{2019}');
    text.split_whitespace().all(|word| !word.starts_with(char::is_lowercase) || small(word))
}

/// `dpa`, `AFP`: short and of one case.
fn is_agency(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let lower = text.chars().all(|c| !c.is_uppercase());
    let upper = text.chars().all(|c| !c.is_lowercase());
    words(text) == 1 && (2..=5).contains(&letters) && (lower || upper)
}

/// The text without a word that says that a name follows.
pub(super) fn without_by(text: &str) -> &str {
    let text = text.trim();
    let longest = BY.iter().filter_map(|word| after(text, word, false)).min_by_key(|rest| rest.len());
    let labelled = || LABELLED.iter().find_map(|(label, sure)| after(text, label, !sure));
    longest.or_else(labelled).unwrap_or(text)
}

/// Whether a text is such a word and nothing more.
pub(super) fn is_label(text: &str) -> bool {
    let lower = text.trim().trim_end_matches([':', '\u{ff1a}', ' ']).to_lowercase();
    BY.contains(&lower.as_str()) || LABELLED.iter().any(|(label, _)| *label == lower)
}

/// Whether a text says that a name follows of somebody who did not write it.
fn is_others(text: &str) -> bool {
    let lower = text.trim().to_lowercase();
    OTHERS.iter().any(|word| {
        lower.strip_prefix(word).is_some_and(|rest| {
            rest.starts_with([':', '\u{ff1a}'])
                || rest.starts_with(" by ")
                || rest.starts_with(" :")
                || rest.starts_with(" von ")
        })
    })
}

fn after<'a>(text: &'a str, word: &str, colon: bool) -> Option<&'a str> {
    let begin = text.get(..word.len())?;
    // Most texts begin with another letter.
    if !begin.chars().next()?.to_lowercase().eq(word.chars().next()?.to_lowercase()) {
        return None;
    }
    let rest = (begin.to_lowercase() == word).then(|| &text[word.len()..])?;
    let signs = [':', '\u{ff1a}', '\u{ff1d}', '\u{ff0f}', '='];
    let bare = rest.trim_start_matches(|c| signs.contains(&c) || matches!(c, ' ' | '\u{a0}'));
    let divided = if colon { rest.trim_start().starts_with(signs) } else { bare.len() < rest.len() };
    (divided && !bare.is_empty()).then_some(bare)
}

fn tidy(name: &str) -> String {
    if is_others(name) {
        return String::new();
    }
    let name = without_by(name);
    let name = name.split(" (").next().unwrap_or(name);
    let name = BEHIND.iter().find_map(|office| name.strip_suffix(office)).unwrap_or(name);
    // `Jo Doe in Utrecht`, `Jo Doe - Utrecht`: the place is no part of the name.
    let whole = |(before, after): (&str, &str)| words(before) > 1 && is_capital(after);
    let place = [" in ", " - ", " \u{2013} "].iter().filter_map(|sign| name.split_once(sign));
    let name = place.into_iter().find(|parts| whole(*parts)).map_or(name, |(before, _)| before);
    name.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, ',' | ':' | '-' | '\u{2013}' | '\u{2014}' | '*' | '"' | '/')
    })
    .to_owned()
}

fn is_name(name: &str) -> bool {
    !name.is_empty()
        && name.chars().any(char::is_alphabetic)
        && !name.chars().any(|c| c.is_numeric() || matches!(c, ':' | '\u{a9}'))
        && !is_label(name)
        && !is_others(name)
        && !name.split_whitespace().any(|word| LABELS.contains(&word.to_lowercase().as_str()))
        && name.chars().count() <= LONGEST
        && words(name) <= LONGEST_NAME
        && !is_address(name)
}

/// Whether a text is an address or an account rather than a name.
pub(super) fn is_address(text: &str) -> bool {
    let text = text.trim();
    let one = !text.contains(char::is_whitespace);
    text.contains("://")
        || one
            && (text.starts_with(['/', '#', '@'])
                || text.starts_with("www.")
                || text.contains('@')
                || text.contains('/'))
}

/// Whether a name is an account's rather than a person's.
pub(super) fn is_login(name: &str) -> bool {
    const LOGINS: [&str; 8] =
        ["admin", "administrator", "editor", "redaktion", "webmaster", "root", "redaccion", "redazione"];
    let lower = name.to_lowercase();
    words(name) == 1 && (name.contains('_') || LOGINS.contains(&lower.as_str()) || lower.ends_with("admin"))
}

#[cfg(test)]
mod tests {
    use super::names;

    #[test]
    fn several_names_in_one_text_are_several_people() {
        for (text, expected) in [
            ("Jane Doe", &["Jane Doe"][..]),
            ("By Jane Doe, Jo Winter and Alex Field", &["Jane Doe", "Jo Winter", "Alex Field"]),
            ("Von Jana Reimer und Tobias Kunze", &["Jana Reimer", "Tobias Kunze"]),
            ("Par Camille Aubrac, Yves Tanguy", &["Camille Aubrac", "Yves Tanguy"]),
            ("Jana Reimer, dpa", &["Jana Reimer", "dpa"]),
            ("Jane Doe, Berlin", &["Jane Doe"]),
            ("Jane Doe, senior tv editor", &["Jane Doe"]),
            ("Doe, Jane", &["Jane Doe"]),
            ("Jane Doe Political Editor", &["Jane Doe"]),
            ("Jane Doe - Chief Correspondent", &["Jane Doe"]),
            ("Jana Reimer Chefreporterin", &["Jana Reimer"]),
            ("By Staff Writer", &[]),
            ("Our Special Correspondent", &[]),
            ("Reuters Staff", &["Reuters Staff"]),
            ("José Ortega y Gasset", &["José Ortega y Gasset"]),
            ("Giulia Morandi e Saverio Conti", &["Giulia Morandi", "Saverio Conti"]),
            ("Автор: Анна Лебедева", &["Анна Лебедева"]),
            ("文＝森下かおり、佐久間直樹", &["森下かおり", "佐久間直樹"]),
            ("Jane Doe (dpa); Jo O&#39;Neill", &["Jane Doe", "Jo O'Neill"]),
            ("Ludwig van Beethoven & Carl de Vries", &["Ludwig van Beethoven", "Carl de Vries"]),
        ] {
            assert_eq!(names(text), expected, "{text}");
        }
    }

    #[test]
    fn an_address_is_nobody() {
        for text in [
            "https://desk.example/staff/jo",
            "@jo",
            "jo@desk.example",
            "www.desk.example",
            "#/schema/person/1",
            "",
            " - ",
        ] {
            assert!(names(text).is_empty(), "{text}");
        }
    }
}
