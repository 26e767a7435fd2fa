//! A label, a colon and a name, alone on a line: `Quelle: dpa`, `स्रोत: एनडीटीवी`, `出典：オリコン`.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::super::found::Found;
use super::super::names::{Level, Name, is_refused};
use super::super::place::Place;
use super::super::shapes::is_person;
use super::pictures::is_picture;
use super::spoken::Spoken;
use super::{listed, spelling, words};
use crate::languages::{self, Language};
use crate::model::CreditKind::Source;

/// Longer lines, in characters, tell something.
const LONGEST: usize = 90;

/// Longer names, in words, are none.
const LONGEST_NAME: usize = 6;

/// The first words of labels, in lower case, to the label and its language.
static LABELS: LazyLock<HashMap<char, Vec<(&'static str, &'static Language)>>> = LazyLock::new(|| {
    let mut labels: HashMap<char, Vec<_>> = HashMap::new();
    for language in languages::all().iter().filter(|language| language.code != "en") {
        for label in language.crediting.labels.split('|').filter(|label| !label.is_empty()) {
            let first = label.chars().next().unwrap_or(' ');
            labels.entry(first).or_default().push((label, *language));
        }
    }
    labels.values_mut().for_each(|labels| labels.sort_by_key(|(label, _)| std::cmp::Reverse(label.len())));
    labels
});

/// The credits of a line that is a label and names.
pub(super) fn find(place: &Place<'_>, spoken: Spoken, out: &mut Vec<Found>) {
    let text = place.line.text;
    let trimmed = text.trim_matches(|c: char| c.is_whitespace() || "()[]【】（）*•-–".contains(c));
    if trimmed.is_empty() || trimmed.chars().nth(LONGEST).is_some() || is_picture(place.line) {
        return;
    }
    let Some((rest, language)) = labelled(trimmed, spoken) else { return };
    for part in rest.split([',', '/', '|', '、', '，', '／', ';']).flat_map(|part| and(part, language)) {
        let written =
            part.trim_matches(|c: char| c.is_whitespace() || ".。„“”\"«»'‘’《》「」『』*".contains(c));
        // `Source : Le Temps, 14 novembre`.
        if is_date(written, language) {
            continue;
        }
        let Some(name) = named(place, written, language) else { return };
        out.push(Found::new(place.line, &name, Source, 0, place.line.len()));
    }
}

/// Whether these are figures and months.
fn is_date(written: &str, language: &Language) -> bool {
    let months = |word: &str| {
        let all = language.months.iter().chain(&language.days);
        all.flat_map(|forms| forms.split(' ')).any(|form| form == word)
    };
    written.split_whitespace().all(|word| {
        let word = word.trim_matches(['.', ',']).to_lowercase();
        word.chars().all(|c| c.is_numeric() || "./-年月日".contains(c)) || months(&word)
    })
}

/// What follows a label and its colon, and the label's language.
fn labelled(text: &str, spoken: Spoken) -> Option<(&str, &'static Language)> {
    let first = text.chars().next()?.to_lowercase().next()?;
    let labels = LABELS.get(&first)?;
    let fits = |language: &Language| match spoken {
        // A text in a language that has no such label may still end with a label of another's.
        Spoken::One(own) => {
            own.code == language.code || !own.crediting.labels.contains(language.crediting.labels)
        }
        _ => true,
    };
    labels.iter().filter(|(_, language)| fits(language)).find_map(|(label, language)| {
        let length: usize = text.chars().take(label.chars().count()).map(char::len_utf8).sum();
        (text[..length].to_lowercase() == *label).then_some(())?;
        let rest = text[length..].trim_start();
        let rest = rest.strip_prefix([':', '：', '|', '–', '—']).or_else(|| rest.strip_prefix("- "))?;
        Some((rest.trim(), *language))
    })
}

/// The parts that a word for `and` divides.
fn and<'t>(part: &'t str, language: &Language) -> Vec<&'t str> {
    let word = match language.code {
        "de" => " und ",
        "fr" => " et ",
        "es" => " y ",
        "it" | "pt" => " e ",
        "nl" => " en ",
        "sv" => " och ",
        "da" | "no" => " og ",
        "pl" => " i ",
        "ru" => " и ",
        "tr" => " ve ",
        _ => return vec![part],
    };
    part.split(word).collect()
}

fn named(place: &Place<'_>, written: &str, language: &'static Language) -> Option<Name> {
    let vocabulary = words::of(language);
    let spelt: Vec<String> = written.split_whitespace().map(str::to_lowercase).collect();
    let compact: String =
        written.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    if compact.is_empty() || spelt.len() > LONGEST_NAME || written.starts_with('@') || written.contains("://")
    {
        return None;
    }
    let label = language.crediting.labels.split('|').next().unwrap_or_default();
    if super::offices::is_office(label, written) {
        return None;
    }
    let at = place.line.text.find(written)?;
    let first = place.line.tokens.partition_point(|token| token.start < at);
    let end = place.line.tokens.partition_point(|token| token.start < at + written.len());
    if let Some(identity) = spelling::identity_of(&compact) {
        let (level, identity, shown) = listed::resolved(place.names, identity, written);
        return Some(Name { first, end, level, identity, shown });
    }
    let people = spelt.iter().any(|word| vocabulary.people.has(word))
        || vocabulary.people.within(written) && !language.has_spaces();
    let sentence = spelt.iter().filter(|word| vocabulary.stops.has(word)).count() > 2;
    let press = spelt.iter().any(|word| words::is_press(word, vocabulary));
    let small = written.starts_with(char::is_lowercase) && !written.contains('.');
    let body = spelt.iter().any(|word| super::super::words::BODIES.contains(&word.as_str()));
    if is_refused(written)
        || words::is_office(written, language)
        || people
        || sentence
        || body
        || small
        || is_person(written) && !press
    {
        return None;
    }
    Some(place.names.written(written, first, end, Level::Free))
}
