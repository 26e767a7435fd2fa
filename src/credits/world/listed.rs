//! Names that are configured or listed, as the words of other languages write them.

use super::super::names::{Level, Name, Names};
use super::super::tokens::is_capital;
use super::kin::is_kin;
use super::reading::Reading;
use super::spelling::{Entry, after_elision, beginning, start};

/// Words of the longest name.
const LONGEST: usize = 6;

/// How a listed identity is known to the configuration, else the name that was written.
pub(super) fn resolved(names: &Names, identity: &str, written: &str) -> (Level, String, String) {
    names.of_identity(identity).unwrap_or_else(|| (Level::Listed, identity.to_owned(), written.to_owned()))
}

/// The longest configured or listed name that begins at the token.
pub(super) fn at(reading: &Reading<'_>, at: usize) -> Option<Name> {
    (1..=LONGEST).rev().find_map(|count| whole(reading, at, at + count))
}

/// The configured or listed name that these tokens are.
pub(super) fn whole(reading: &Reading<'_>, first: usize, end: usize) -> Option<Name> {
    if end > reading.small.len() || end <= first {
        return None;
    }
    let spelt: Option<Vec<&str>> = (first..end)
        .map(|at| Some(bare(reading, reading.small[at].as_str())).filter(|word| !word.is_empty()))
        .collect();
    let words = spelt?;
    let written = reading.line.slice(first, end);
    let (level, identity, shown) = looked_up(reading, &words)?;
    // Written small it is a name only where its owners write it so.
    let small = !is_capital(after_elision(reading.line.word(first)));
    if small && !shown.2.starts_with(char::is_lowercase) {
        return None;
    }
    // `L'Écho` keeps the article that it is listed with.
    let whole = written.replace('\u{2019}', "'") == shown.2;
    let shown = match level == Level::Known || shown.1 {
        true => shown.0,
        _ if whole => written.to_owned(),
        _ => cleared(reading, written),
    };
    Some(Name { first, end, level, identity, shown })
}

/// What the names in question say: level, identity, the name to show, whether it is the form to
/// show, and how it is listed.
type Seen = (Level, String, (String, bool, String));

fn looked_up(reading: &Reading<'_>, words: &[&str]) -> Option<Seen> {
    let inflects = inflects(reading.language.code);
    let same = |spelt: &[String]| {
        spelt.len() == words.len()
            && spelt.iter().zip(words).all(|(spelt, word)| is_form(spelt, word, inflects))
    };
    let start = start(words[0]);
    if let Some((level, identity, shown)) = reading.names.kin(&start, &same) {
        return Some((level, identity, (shown.clone(), true, shown)));
    }
    let entries = beginning(&start)?;
    let exact = |entry: &&Entry| entry.words.iter().map(String::as_str).eq(words.iter().copied());
    let entry = entries.iter().find(exact).or_else(|| entries.iter().find(|entry| same(&entry.words)))?;
    let (level, identity, shown) = resolved(reading.names, entry.identity, entry.shown);
    Some((level, identity, (shown, !exact(&entry), entry.shown.to_owned())))
}

/// Whether the languages bends names.
fn inflects(code: &str) -> bool {
    matches!(code, "ru" | "uk" | "pl" | "cs" | "ro" | "hu" | "fi" | "el")
}

/// Whether a word of a text is a form of a word of a name.
fn is_form(name: &str, word: &str, inflects: bool) -> bool {
    // `die Kölnische Rundschau`, `der Kölnischen Rundschau`; `der Bayerische Rundfunk`.
    let german = |word: &'_ str| word.trim_end_matches(['r', 's', 'n']).len();
    let bent = name.len() > 6 && name[..].starts_with(&word[..german(word)]) && german(name) == german(word);
    name == word
        || bent && word.ends_with(['e', 'n', 'r', 's'])
        || word.strip_suffix(['s', 'n', 'r']) == Some(name) && name.len() > 3
        || inflects
            && name.chars().count() > 3
            && !word.contains(|c: char| c.is_ascii_digit())
            && name.is_ascii() == word.is_ascii()
            && is_kin(name, word)
}

/// A word without what is hung on with an apostrophe in Turkish.
fn bare<'w>(reading: &Reading<'_>, word: &'w str) -> &'w str {
    match reading.language.code {
        "tr" => word.split(['\'', '\u{2019}']).next().unwrap_or(word),
        "ko" => without_particle(word),
        _ => word.strip_suffix("'s").or_else(|| word.strip_suffix("\u{2019}s")).unwrap_or(word),
    }
}

/// A Korean word without its particle.
fn without_particle(word: &str) -> &str {
    const PARTICLES: &[&str] = &[
        "과의", "와의", "에서", "에게", "으로", "은", "는", "이", "가", "을", "를", "에", "와", "과", "의",
        "도", "로",
    ];
    let stem = PARTICLES.iter().find_map(|particle| word.strip_suffix(particle));
    stem.filter(|stem| stem.chars().nth(1).is_some()).unwrap_or(word)
}

/// A name as it is written, without what is hung on.
pub(super) fn cleared(reading: &Reading<'_>, written: &str) -> String {
    let written = written.trim_matches(|c: char| c.is_whitespace() || "„“”\"«»'‘’「」《》『』".contains(c));
    if reading.language.code == "ko" {
        return without_particle(written).to_owned();
    }
    let written = after_elision(written);
    let at = (reading.language.code == "tr").then(|| written.rfind(['\'', '\u{2019}'])).flatten();
    at.map_or(written, |at| &written[..at]).to_owned()
}
