//! Who wrote it: `By Alex Field and Jo Winter, TV editors`, `Von Anna Lind und Bo Falk`,
//! a name alone on its line at the head.

use super::super::people::{is_office, without_office};
use super::super::record::person;
use super::{furniture, shape};
use crate::languages::Language;
use crate::model::Person;

/// Words of the longest list of names.
const LONGEST: usize = 12;

/// What stands between two names.
const ANDS: [&str; 16] = [
    " and ", " und ", " et ", " y ", " e ", " en ", " och ", " og ", " i ", " и ", " ve ", " & ", " / ",
    " with ", " mit ", ", ",
];

/// The authors of a byline that says so.
pub(super) fn byline(line: &str, language: Option<&'static Language>) -> Option<Vec<Person>> {
    let line = line.trim_start_matches(['|', '\u{2022}', '\u{b7}', ',', ' ', '-']);
    let lower = line.to_lowercase();
    let labels = furniture::lists(language, |page| page.bylines);
    let label = labels
        .filter(|label| lower.starts_with(label) && lower.len() > label.len())
        .filter(|label| {
            !lower[label.len()..].starts_with(char::is_alphanumeric)
                || label.ends_with([':', '/', '\u{30fb}', '\u{ff1d}'])
        })
        .max_by_key(|label| label.len())?;
    let length: usize = line.chars().take(label.chars().count()).map(char::len_utf8).sum();
    let rest = line.get(length..)?.trim_start_matches([':', ' ', '/', '\u{ff1a}', '\u{30fb}', '\u{3000}']);
    if shape::ends_with_stop(line) {
        return None;
    }
    let names = before_date(rest, language);
    if is_agency(names) {
        return Some(vec![person(names)]);
    }
    // `聞き手・森下遼`: behind a sign, or a whole line would be one name.
    if label.ends_with(['\u{30fb}', '\u{ff1d}', '/', ':']) || rest.len() < line.len() - label.len() {
        return people(names).or_else(|| packed(names)).or_else(|| caseless(names));
    }
    people(names)
}

/// A name behind a label in a script that has no capitals and divides words: `بقلم جو فيلد`.
fn caseless(names: &str) -> Option<Vec<Person>> {
    let letter = |c: char| c.is_alphabetic() && !c.is_uppercase() && !c.is_lowercase();
    // Vowel signs of Indic words are no letters.
    let fits = |c: char| letter(c) || c == ' ' || matches!(c, '\u{93a}'..='\u{94f}' | '\u{64b}'..='\u{65f}');
    ((2..=4).contains(&shape::words(names)) && names.chars().all(fits)).then(|| vec![person(names.trim())])
}

/// What stands before a date, an address or another column.
fn before_date<'t>(text: &'t str, language: Option<&'static Language>) -> &'t str {
    let signs = ['|', '\u{2022}', '\u{b7}', '(', '\u{2013}', '\u{2014}', '@'];
    let number = |(_, c): &(usize, char)| c.is_ascii_digit() || signs.contains(c);
    let end = text.char_indices().find(number).map_or(text.len(), |(at, _)| at);
    let text = text[..end].trim();
    let text = text.split_once(" The ").map_or(text, |(names, _)| names);
    let last = text.rsplit(' ').next().unwrap_or_default().to_lowercase();
    let dated = furniture::lists(language, |page| page.dates).any(|label| label == last);
    if dated { text[..text.len() - last.len().min(text.len())].trim() } else { text }
}

/// News agencies, as they sign alone.
pub(in super::super) fn is_agency(line: &str) -> bool {
    const AGENCIES: &[&str] = &[
        "afp",
        "ap",
        "apa",
        "associated press",
        "the associated press",
        "reuters",
        "dpa",
        "sid",
        "epd",
        "kna",
        "sda",
        "ansa",
        "efe",
        "lusa",
        "anp",
        "belga",
        "tt",
        "ntb",
        "ritzau",
        "pap",
        "ctk",
        "čtk",
        "pti",
        "ani",
        "anadolu ajansı",
        "aa",
        "dha",
        "iha",
        "тасс",
        "интерфакс",
        "риа новости",
        "agence france-presse",
        "press association",
        "pa media",
        "europa press",
        "adnkronos",
        "bloomberg",
    ];
    AGENCIES.contains(&line.trim().to_lowercase().as_str())
}

/// The people that a list of names is, where it is nothing else.
pub(super) fn people(names: &str) -> Option<Vec<Person>> {
    let names = before_date(names.trim_start_matches(['\u{2022}', ',', ' ']), None);
    let names = names.split_once(" - ").filter(|(_, rest)| is_office(rest)).map_or(names, |(names, _)| names);
    if shape::words(names) > LONGEST || names.is_empty() {
        return None;
    }
    let mut parts = vec![names];
    for and in ANDS {
        parts = parts.into_iter().flat_map(|part| part.split(and)).collect();
    }
    let mut found = Vec::new();
    let mut offices = 0;
    for part in parts {
        let part = part.trim().trim_matches([',', ';', ' ', '\u{2022}']);
        let name = without_office(part);
        if name.is_empty() {
            offices += usize::from(!part.is_empty());
            continue;
        }
        // Behind the names stand offices and places: `, TV editors`, `, Berlin`.
        if !is_name(name) {
            break;
        }
        found.push(person(name));
    }
    // An office alone is a byline that names nobody: `Staff Writer`.
    (!found.is_empty() || offices > 0).then_some(found)
}

/// Whether the words are a person's name, as far as capitals and their number tell.
pub(in super::super) fn is_name(name: &str) -> bool {
    const PARTICLES: &[&str] = &[
        "de", "van", "von", "der", "den", "da", "di", "del", "la", "le", "al", "bin", "ben", "el", "dos",
        "das", "du", "zu", "ter", "ten", "y",
    ];
    let words: Vec<&str> = name.split_whitespace().collect();
    let capital = |word: &&str| word.starts_with(char::is_uppercase) || PARTICLES.contains(word);
    let letters =
        name.chars().all(|c| c.is_alphabetic() || c.is_whitespace() || "'\u{2019}.-\u{2010}".contains(c));
    (2..=5).contains(&words.len())
        && words.iter().all(capital)
        && letters
        && words[0].starts_with(char::is_uppercase)
        && !without_office(name).is_empty()
}

/// Names alone on a line, with a column or a handle behind them at most.
pub(super) fn is_alone(line: &str) -> bool {
    let names = before_date(line.trim_start_matches(['\u{2022}', ',', ' ']), None);
    let names = names.split_once(" - ").filter(|(_, rest)| is_office(rest)).map_or(names, |(names, _)| names);
    let names = names.split_once(", ").filter(|(_, rest)| is_office(rest)).map_or(names, |(names, _)| names);
    !names.is_empty() && names.split('/').all(|name| is_name(without_office(name.trim())))
}

/// Several names alone on a line: `Anna Lind and Bo Falk`. A caption may say so too.
pub(super) fn are_alone(line: &str) -> bool {
    let mut parts = vec![line];
    for and in ANDS {
        parts = parts.into_iter().flat_map(|part| part.split(and)).collect();
    }
    shape::words(line) <= LONGEST
        && parts.len() > 1
        && parts.iter().all(|part| is_name(without_office(part.trim())))
}

/// A name alone in a script without spaces or capitals: two to five characters, an office behind
/// them at most. Only beside a date: other words are as short.
pub(super) fn packed(line: &str) -> Option<Vec<Person>> {
    let name = ["記者", "记者", "기자", "編集委員", "論説委員", "특파원"]
        .iter()
        .find_map(|office| line.strip_suffix(office))
        .unwrap_or(line)
        .trim();
    let han = |c: char| matches!(c, '\u{4e00}'..='\u{9fff}' | '\u{3005}' | '\u{ac00}'..='\u{d7af}' | ' ');
    let letters = name.chars().filter(|c| *c != ' ').count();
    ((2..=5).contains(&letters) && name.chars().all(han)).then(|| vec![person(name)])
}

/// Words of a note on an author at most.
const LONGEST_NOTE: usize = 40;

/// Whether a paragraph is about who wrote the text: it begins with a name of theirs and says what
/// they are.
pub(super) fn is_note(text: &str, authors: &[Person]) -> bool {
    const IS: &[&str] = &[
        "is", "ist", "est", "es", "è", "é", "är", "er", "jest", "are", "sind", "sont", "son", "works",
        "arbeitet", "schreibt", "writes", "covers", "leitet", "lehrt", "schrijft", "skriver", "—", "–", "-",
    ];
    shape::words(text) <= LONGEST_NOTE
        && authors.iter().filter_map(|author| author.name.as_deref()).any(|name| {
            text.strip_prefix(name).is_some_and(|rest| {
                let next = rest.trim_start_matches(',').split_whitespace().next().unwrap_or_default();
                IS.contains(&next) && shape::words(name) > 1
            })
        })
}
