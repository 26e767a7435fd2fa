//! Which language a text is in: by script, small words and letters.
//!
//! Looks at the beginning only, so the cost does not grow with the text. Says nothing rather than
//! guess where a text shows no small word of any language.

use std::collections::HashMap;
use std::sync::LazyLock;

use foldhash::fast::FixedState;

use super::{ALL, Language, Script};

/// Characters that are looked at.
const LOOKED_AT: usize = 700;

/// Characters that are enough where they show one language far ahead of all others.
const FIRST_LOOK: usize = 250;

/// How far ahead that is.
const FAR: f32 = 4.0;

/// A language needs this much to be named at all.
const LEAST: f32 = 0.5;

/// With this much more than the next it is clear.
const CLEAR: f32 = 1.0;

/// What a letter says for the languages that have it, and against those that do not.
const LETTER: f32 = 0.15;

/// A table that is asked for every word.
type Table<K, V> = HashMap<K, V, FixedState>;

/// The languages that a small word is one of, a bit each, and what it says for each of them.
static WORDS: LazyLock<Table<&'static str, (u32, f32)>> = LazyLock::new(|| {
    let mut words: Table<&'static str, (u32, f32)> = Table::default();
    for (at, language) in ALL.iter().enumerate().filter(|(_, language)| language.has_spaces()) {
        for word in language.stop_words().chain(telling(language)) {
            words.entry(word).or_default().0 |= 1 << at;
        }
    }
    for (mask, weight) in words.values_mut() {
        *weight = 1.0 / mask.count_ones() as f32;
    }
    words
});

/// Other words that tell a language: of crediting, and the days.
fn telling(language: &'static Language) -> impl Iterator<Item = &'static str> {
    let crediting = &language.crediting;
    let lists = [crediting.labels, crediting.says, crediting.first, crediting.origin, crediting.people];
    let words = lists.into_iter().flat_map(|list| list.split(['|', ' ', '/']));
    let days = language.days.into_iter().filter_map(|day| day.split(' ').next());
    words.chain(days).filter(|word| !word.is_empty() && !word.contains(['{', '*']))
}

/// The languages that have a letter beyond `a` to `z`, a bit each.
static LETTERS: LazyLock<Table<char, u32>> = LazyLock::new(|| {
    let mut letters: Table<char, u32> = Table::default();
    for (at, language) in ALL.iter().enumerate() {
        for letter in language.letters.chars() {
            *letters.entry(letter).or_default() |= 1 << at;
        }
    }
    letters
});

/// The language of a text, where its first sentences show one.
pub fn detect(text: &str) -> Option<&'static Language> {
    scored(text).map(|(language, _)| language)
}

/// The same, where no other language is nearly as likely: of a short text there may be several.
pub fn detect_clearly(text: &str) -> Option<&'static Language> {
    scored(text).filter(|(_, lead)| *lead >= CLEAR).map(|(language, _)| language)
}

/// The likeliest language, and how much more speaks for it than for the next.
fn scored(text: &str) -> Option<(&'static Language, f32)> {
    let first = beginning(text, FIRST_LOOK);
    let found = scored_whole(first);
    if first.len() == text.len() || found.is_some_and(|(_, lead)| lead >= FAR) {
        return found;
    }
    scored_whole(beginning(text, LOOKED_AT))
}

/// The first so many characters.
fn beginning(text: &str, characters: usize) -> &str {
    let plain = text.len().min(characters);
    if text.as_bytes()[..plain].is_ascii() {
        return &text[..plain];
    }
    &text[..text.char_indices().nth(characters).map_or(text.len(), |(at, _)| at)]
}

fn scored_whole(text: &str) -> Option<(&'static Language, f32)> {
    match script(text)? {
        script @ (Script::Latin | Script::Cyrillic | Script::Arabic) => by_words(text, script),
        script => ALL.iter().copied().find(|language| language.script == script).map(|found| (found, CLEAR)),
    }
}

/// The script that most of the text is in. A character of scripts without letters is a syllable or
/// a word, so it counts for several letters.
fn script(text: &str) -> Option<Script> {
    const SCRIPTS: [Script; 10] = [
        Script::Latin,
        Script::Cyrillic,
        Script::Greek,
        Script::Arabic,
        Script::Hebrew,
        Script::Devanagari,
        Script::Thai,
        Script::Han,
        Script::Kana,
        Script::Hangul,
    ];
    let mut counts = [0_usize; SCRIPTS.len()];
    counts[Script::Latin as usize] = text.bytes().filter(u8::is_ascii_alphabetic).count();
    let others = if text.is_ascii() { "" } else { text };
    for c in others.chars().filter(|c| !c.is_ascii()) {
        if let Some(script) = script_of(c) {
            counts[script as usize] += if script as usize > Script::Thai as usize { 3 } else { 1 };
        }
    }
    let (han, kana) = (counts[Script::Han as usize], counts[Script::Kana as usize]);
    if kana * 12 > han {
        counts[Script::Kana as usize] += std::mem::take(&mut counts[Script::Han as usize]);
    } else {
        counts[Script::Han as usize] += std::mem::take(&mut counts[Script::Kana as usize]);
    }
    let most = SCRIPTS.into_iter().max_by_key(|script| counts[*script as usize])?;
    (counts[most as usize] > 0).then_some(most)
}

fn script_of(c: char) -> Option<Script> {
    Some(match c {
        'a'..='z' | 'A'..='Z' | '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => Script::Latin,
        '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => Script::Greek,
        '\u{400}'..='\u{52f}' => Script::Cyrillic,
        '\u{590}'..='\u{5ff}' => Script::Hebrew,
        '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' => {
            Script::Arabic
        }
        '\u{900}'..='\u{97f}' => Script::Devanagari,
        '\u{e00}'..='\u{e7f}' => Script::Thai,
        '\u{3041}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' | '\u{ff66}'..='\u{ff9f}' => Script::Kana,
        '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' => Script::Han,
        '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}' | '\u{ac00}'..='\u{d7af}' => Script::Hangul,
        _ => return None,
    })
}

/// The language of the script whose small words and letters the text shows.
fn by_words(text: &str, script: Script) -> Option<(&'static Language, f32)> {
    let mut scores = [0.0_f32; ALL.len()];
    // What letters say against languages that do not have them, gathered for all.
    let mut against = 0.0;
    let mut small = String::new();
    for word in
        text.split(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '\u{2019}' | '\u{300}'..='\u{36f}')))
    {
        if word.is_empty() {
            continue;
        }
        small.clear();
        if word.is_ascii() {
            small.push_str(word);
            small.make_ascii_lowercase();
        } else {
            let lower = word.chars().flat_map(char::to_lowercase);
            small.extend(lower.map(|c| if c == '\u{2019}' { '\'' } else { c }));
        }
        weigh(&small, &mut scores, &mut against);
    }
    scores.iter_mut().for_each(|score| *score -= against);
    let fits = |at: &usize| ALL[*at].script == script;
    let best = (0..ALL.len()).filter(fits).max_by(|a, b| scores[*a].total_cmp(&scores[*b]).then(b.cmp(a)))?;
    let next = (0..ALL.len()).filter(fits).filter(|at| *at != best).map(|at| scores[at]).fold(0.0, f32::max);
    (scores[best] >= LEAST).then(|| (ALL[best], scores[best] - next))
}

/// Adds what a word says.
fn weigh(word: &str, scores: &mut [f32; ALL.len()], against: &mut f32) {
    // `l'uomo` begins with a small word, and `dell'anno`.
    let known = WORDS.get(word).or_else(|| WORDS.get(word.split_once('\'')?.0));
    if let Some((mask, weight)) = known {
        add(scores, *mask, *weight);
    }
    if word.is_ascii() {
        return;
    }
    for mask in word.chars().filter(|c| !c.is_ascii()).filter_map(|c| LETTERS.get(&c)) {
        add(scores, *mask, 2.0 * LETTER);
        *against += LETTER;
    }
}

fn add(scores: &mut [f32; ALL.len()], mask: u32, weight: f32) {
    let mut rest = mask;
    while rest != 0 {
        if let Some(score) = scores.get_mut(rest.trailing_zeros() as usize) {
            *score += weight;
        }
        rest &= rest - 1;
    }
}
