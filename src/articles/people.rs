//! The people that a byline names: one name each, without `By`, without addresses and titles.
//!
//! `A, B and C` are three. What may be part of a name (`Ortega y Gasset`, `Doe, Jane`) is left whole.

use crate::model::Person;
use crate::text::plain;

use super::record::person;

/// More people of one article are not kept.
const MOST: usize = 30;
/// Longer texts are sentences.
const LONGEST: usize = 120;
/// More words are no name.
const LONGEST_NAME: usize = 6;

/// What stands before the names, in small letters.
#[rustfmt::skip]
const BY: [&str; 34] = [
    "by", "written by", "posted by", "words by", "reported by", "story by", "text by", "authored by", "author",
    "authors", "von", "text", "autor", "autorin", "par", "por", "di", "de", "door", "av", "af", "tekst", "text av",
    "auteur", "autore", "autori", "redação", "автор", "авторы", "текст", "yazan", "文", "取材", "撰文",
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
    parts.iter().map(|part| tidy(part)).filter(|part| is_name(part)).collect()
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
                .filter(|part| is_capital(part) || is_agency(part));
            std::iter::once(first).chain(more).map(|part| (*part).to_owned()).collect()
        }
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
    let longest = BY.iter().filter_map(|word| after(text, word)).min_by_key(|rest| rest.len());
    longest.unwrap_or(text)
}

fn after<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let begin = text.get(..word.len())?;
    let rest = (begin.to_lowercase() == word).then(|| &text[word.len()..])?;
    let bare = rest.trim_start_matches([':', '\u{ff1a}', '\u{ff1d}', '\u{ff0f}', '=', ' ', '\u{a0}']);
    (bare.len() < rest.len() && !bare.is_empty()).then_some(bare)
}

fn tidy(name: &str) -> String {
    let name = without_by(name);
    let name = name.split(" (").next().unwrap_or(name);
    name.trim_matches(|c: char| {
        c.is_whitespace() || matches!(c, ',' | ':' | '-' | '\u{2013}' | '\u{2014}' | '*' | '"' | '/')
    })
    .to_owned()
}

fn is_name(name: &str) -> bool {
    !name.is_empty()
        && name.chars().any(char::is_alphabetic)
        && !name.chars().any(|c| c.is_numeric() || matches!(c, ':' | '\u{a9}'))
        && !BY.contains(&name.to_lowercase().as_str())
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
