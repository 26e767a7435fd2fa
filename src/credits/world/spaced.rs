//! Phrases in languages that divide their words by spaces.

use super::super::found::Found;
use super::super::names::{Level, Name};
use super::super::place::Place;
use super::super::tokens::Line;
use super::extent::AND;
use super::patterns::{Need, PHRASES, Part, Phrase, is_one_of};
use super::pictures::is_picture;
use super::reading::Reading;
use super::spoken::Spoken;
use super::{spelling, words};

/// Tokens that `*` stands for at most.
const GAP: usize = 7;

/// Longer lines than this, in tokens, are looked at up to here.
const LONGEST: usize = 4_000;

/// The credits that the line's phrases give.
pub(super) fn find(place: &Place<'_>, spoken: Spoken, out: &mut Vec<Found>) {
    let line = place.line;
    if is_picture(line) {
        return;
    }
    let small: Vec<String> = (0..line.len().min(LONGEST)).map(|at| spelling::lower(line.word(at))).collect();
    for at in 0..small.len() {
        // Arabic writes `and` into the next word: `ونقلت`.
        let word = small[at].as_str();
        let bare = word.strip_prefix(['و', 'ف']).filter(|bare| bare.chars().nth(1).is_some());
        let joined = bare.into_iter().flat_map(|bare| PHRASES.at(bare));
        for phrase in PHRASES.at(word).chain(joined).filter(|phrase| is_meant(phrase, spoken)) {
            let language = phrase.language;
            let reading =
                Reading { line, small: &small, names: place.names, language, words: words::of(language) };
            if let Some((name, first, end)) = matched(&reading, phrase, at) {
                out.push(Found::new(line, &name, phrase.kind, first, end));
                others(&reading, phrase, first, name.end, out);
                others_before(&reading, phrase, &name, end, out);
            }
        }
    }
}

/// The names that stand beside one in a list: `von NDR, WDR und „Süddeutscher Zeitung“`. Behind a
/// comma only listed ones, behind an `and` such as look like an outlet's.
fn others(reading: &Reading<'_>, phrase: &Phrase, first: usize, end: usize, out: &mut Vec<Found>) {
    let mut end = end;
    for _ in 0..5 {
        let mut at = end;
        while reading.line.is_mark(at, "“”\"»›«") {
            at += 1;
        }
        let code = reading.language.code;
        let word = reading.line.word(at);
        // `동아일보와 MBC`, `وصحيفة الشرق الأوسط`: `and` is written with a word.
        let korean = code == "ko" && at > 0 && reading.line.word(at - 1).ends_with(['와', '과', '랑']);
        let noun = word.strip_prefix('و').filter(|_| code == "ar");
        let arabic = noun.is_some_and(|noun| reading.words.nouns.has(noun));
        if korean {
            at -= 1;
        }
        let and = AND.contains(&word) || korean || arabic;
        let joined = and || reading.line.is_mark(at, ",/");
        let name = joined.then(|| reading.after(at + 1, Need::Quoted)).flatten();
        let least = if and { Level::Free } else { Level::Listed };
        let Some(name) = name.filter(|name| name.level >= least && name.first <= at + 5) else {
            return;
        };
        end = name.end;
        out.push(Found::new(reading.line, &name, phrase.kind, first, end));
    }
}

/// The names before one: `A et B écrivent`, `आजतक और एबीपी न्यूज़ के मुताबिक`.
fn others_before(reading: &Reading<'_>, phrase: &Phrase, name: &Name, end: usize, out: &mut Vec<Found>) {
    let mut first = name.first;
    for _ in 0..5 {
        while first > 0
            && (reading.line.is_mark(first - 1, "„“\"«»‹")
                || reading.words.between.has(&reading.small[first - 1]))
            && !AND.contains(&reading.line.word(first - 1))
        {
            first -= 1;
        }
        // `und das ARD-Magazin „Kontraste“`.
        if first > 1 && reading.is_noun(first - 1) && !AND.contains(&reading.line.word(first - 1)) {
            first -= 1;
            while first > 1 && reading.words.between.has(&reading.small[first - 1]) {
                first -= 1;
            }
        }
        let Some(at) = first.checked_sub(1) else { return };
        let joined = AND.contains(&reading.line.word(at)) || reading.line.is_mark(at, ",");
        let other = joined.then(|| reading.before(at, Need::Press)).flatten();
        let Some(other) = other.filter(|other| other.level >= Level::Listed) else { return };
        first = other.first;
        out.push(Found::new(reading.line, &other, phrase.kind, first, end));
    }
}

fn is_meant(phrase: &Phrase, spoken: Spoken) -> bool {
    match spoken {
        Spoken::One(language) => phrase.language.code == language.code,
        _ => phrase.language.code != "en",
    }
}

/// The name that a phrase with its anchor at `at` gives, and where the phrase begins and ends.
fn matched(reading: &Reading<'_>, phrase: &Phrase, at: usize) -> Option<(Name, usize, usize)> {
    let after = &phrase.parts[phrase.anchor + 1..];
    match &phrase.parts[..phrase.anchor] {
        [] => {
            let (name, end) = go(reading, after, at + 1, None)?;
            Some((name?, at, end))
        }
        [Part::Name(need)] => {
            let name = reading.before(at, *need)?;
            let first = name.first;
            let (_, end) = go(reading, after, at + 1, None)?;
            Some((name, first, end))
        }
        [Part::Name(need), Part::Gap] => {
            let first = reading.line.sentence(at);
            let name = reading.after(first, *need)?;
            // A Korean name carries the particle that makes it the subject.
            let particle = matches!(reading.language.code, "ko" | "tr") && reading.is_subject(name.end - 1);
            let follows = particle
                || reading.line.is_mark(name.end, ",(")
                || words::of(reading.language)
                    .nouns
                    .has(reading.small.get(name.end).map_or("", String::as_str));
            (follows && name.end < at).then_some((name, first, at + 1))
        }
        _ => None,
    }
}

/// The parts of a phrase from `at` on: the name, if one of them is it, and where they end.
fn go(reading: &Reading<'_>, parts: &[Part], at: usize, name: Option<Name>) -> Option<(Option<Name>, usize)> {
    let Some((part, rest)) = parts.split_first() else { return Some((name, at)) };
    match part {
        Part::Words(words) => {
            let mut at = at;
            let mut word = reading.small.get(at)?;
            // What says when may stand between any two.
            while !is_one_of(word, words) && reading.is_time(at) {
                at += 1;
                word = reading.small.get(at)?;
            }
            (!word.is_empty() && is_one_of(word, words)).then(|| go(reading, rest, at + 1, name))?
        }
        Part::Name(need) => {
            let found = reading.after(at, *need)?;
            let mut end = found.end;
            // Quotation marks, and a place or a comma before what follows.
            // A word for an outlet behind it: `Birikim dergisinde`.
            if !rest.is_empty()
                && reading.line.word(end).starts_with(char::is_lowercase)
                && reading.words.nouns.has(reading.small.get(end).map_or("", String::as_str))
            {
                end += 1;
            }
            while reading.line.is_mark(end, "“”\"»›'‘’«,") && !rest.is_empty()
                || end == found.end && closes_quote(reading, end)
            {
                end += 1;
            }
            go(reading, rest, end, Some(found))
        }
        Part::Gap => gap(reading, rest, at, name),
    }
}

fn closes_quote(reading: &Reading<'_>, at: usize) -> bool {
    reading.line.is_mark(at, "“”\"»›«")
}

/// What follows some words of the same sentence.
fn gap(reading: &Reading<'_>, rest: &[Part], at: usize, name: Option<Name>) -> Option<(Option<Name>, usize)> {
    for next in at..=(at + GAP).min(reading.small.len()) {
        if let Some(found) = go(reading, rest, next, name.clone()) {
            return Some(found);
        }
        if is_over(reading.line, next) {
            return None;
        }
    }
    None
}

/// Whether a sentence ends with the token.
fn is_over(line: &Line<'_>, at: usize) -> bool {
    at >= line.len() || line.is_mark(at, ".!?;:()[]") && (line.gap(at + 1) || at + 1 >= line.len())
}
