//! Which line is the headline: the first, unless what stands there is the page's.
//!
//! Above a headline stand a kicker (`Panorama`, `Live`), a path of sections, the bars of the page.
//! A first line of few words is one of these where a line follows that reads as a headline and
//! nothing of a head (a name, a date, a paragraph) stands between.

use std::collections::HashSet;

use super::lines::Numbered;
use super::look::Look;
use super::sift;
use super::{people, shape};
use crate::languages::Language;
use crate::model::Outlet;

/// A headline is looked for in so many lines.
const LOOKED_AT: usize = 80;

/// More words are no kicker.
const LONGEST_KICKER: usize = 3;

/// A kicker is no longer, counted in Latin letters.
const WIDEST_KICKER: usize = 30;

/// A kicker of more words is one only above a headline of few that the text speaks of.
const LONGEST_SURE_KICKER: usize = 5;
const WIDEST_SURE_KICKER: usize = 40;

/// Fewer words, or letters, are no headline below a kicker.
const SHORTEST: (usize, usize) = (4, 22);

/// Below a first line of several words, a longer line may be its deck.
const LONGEST_BELOW: usize = 16;

/// So many lines above a headline are the bars of the page.
const BARS: usize = 4;

/// Where the headline stands.
pub(super) fn find(lines: &[Numbered], known: &[Outlet], language: Option<&'static Language>) -> usize {
    let Some(first) = lines.first() else { return 0 };
    let look = |line: &str| sift::look(line, "", known, language, true, 1);
    let sure = is_sure(&first.text, look(&first.text));
    if !sure && !is_kicker(&first.text) {
        return usize::from(is_below_long_kicker(lines, &look));
    }
    let mut all_sure = sure;
    let mut found = Vec::new();
    // A headline of few words, the last line above a paragraph, a name or a date.
    let mut brief = None;
    for (at, line) in lines.iter().enumerate().take(LOOKED_AT).skip(1) {
        let line = &line.text;
        let look = look(line);
        if is_headline(line, look) {
            found.push(at);
        } else if is_sure(line, look) {
        } else if look == Look::Short && is_kicker(line) && (all_sure || !people::is_name(line)) {
            all_sure = false;
            brief = (shape::words(line) > 1 && !people::is_name(line)).then_some(at);
        } else if look == Look::Short && (sure || at >= BARS) && found.is_empty() {
            // A few words more among the bars of the page.
        } else {
            break;
        }
    }
    match found[..] {
        [] if sure || shape::words(&first.text) == 1 => brief.unwrap_or(0),
        [] => 0,
        [at] if sure || at >= BARS || is_below(lines, at) => at,
        [at, next, ..] if sure || at >= BARS || is_below(lines, at) => {
            // Bars of the page may hold a headline too; the text speaks of its own.
            let words = words_of(&lines[next..]);
            let own = |&&at: &&usize| shares(&lines[at].text, &words);
            *found.iter().find(own).unwrap_or(&at)
        }
        _ => 0,
    }
}

/// Whether a headline of few words stands below a kicker of some: the text speaks of it and hardly of
/// the kicker, and who wrote it, when, or a paragraph follows.
fn is_below_long_kicker(lines: &[Numbered], look: &impl Fn(&str) -> Look) -> bool {
    let [kicker, headline, next, ..] = lines else { return false };
    let (kicker, headline) = (&kicker.text, &headline.text);
    if shape::words(kicker) > LONGEST_SURE_KICKER
        || shape::weight(kicker) > WIDEST_SURE_KICKER
        || shape::is_packed(kicker)
        || shape::has_verb(kicker)
        || kicker.ends_with(['?', '!', '.'])
        || kicker.contains([':', ','])
        || !(2..=LONGEST_SURE_KICKER).contains(&shape::words(headline))
        || look(kicker) != Look::Short
        || look(headline) != Look::Short
        || people::is_alone(headline)
    {
        return false;
    }
    let follows =
        people::is_alone(&next.text) || matches!(look(&next.text), Look::Byline | Look::Time | Look::Prose);
    let words = words_of(&lines[2..]);
    let share = |line: &str| {
        let stems: Vec<String> = stems(line).collect();
        (stems.iter().filter(|stem| words.contains(*stem)).count(), stems.len())
    };
    let (told, all) = share(headline);
    let (of_kicker, all_of_kicker) = share(kicker);
    follows && told > 0 && told * 2 >= all && of_kicker * 3 <= all_of_kicker && all_of_kicker > 0
}

/// Whether the line is the page's by its words: a prompt, a section, a path, a day.
fn is_sure(line: &str, look: Look) -> bool {
    matches!(look, Look::Page | Look::Nothing | Look::Time) || is_path(line)
}

/// `Home > News > World`, `Start / Ausland`.
fn is_path(line: &str) -> bool {
    [" > ", " \u{203a} ", " \u{bb} ", " / ", " \u{2192} "]
        .iter()
        .any(|sign| line.contains(sign) && line.split(sign).all(|part| shape::words(part) <= LONGEST_KICKER))
}

fn is_kicker(line: &str) -> bool {
    let most = if shape::is_packed(line) { 1 } else { LONGEST_KICKER };
    shape::words(line) <= most
        && shape::weight(line) <= WIDEST_KICKER
        && !shape::has_verb(line)
        && !shape::is_speech(line)
        && !line.ends_with(['?', '!'])
}

fn is_headline(line: &str, look: Look) -> bool {
    let (words, letters) = SHORTEST;
    // A question, or somebody's words, is a headline too.
    let open = look == Look::Prose && !shape::ends_with_stop(line) && !shape::is_long(line);
    (look == Look::Short || open)
        && !line.ends_with([':', ','])
        && !line.starts_with(char::is_lowercase)
        && (shape::words(line) >= words || shape::is_packed(line))
        && shape::weight(line) >= letters
        && !people::is_alone(line)
}

/// Whether a line below a first one of few words is the headline and no deck of it.
fn is_below(lines: &[Numbered], at: usize) -> bool {
    let first = &lines[0].text;
    // `Fussball`, `EN VIVO`, `UK Edition` name a subject; words in small letters may tell something.
    let tells = first.split_whitespace().skip(1).any(|word| word.starts_with(char::is_lowercase));
    let opens =
        lines.get(at + 1).is_none_or(|next| sift::is_sentence(&next.text) && shape::weight(&next.text) > 80);
    shape::words(first) == 1 || shape::words(&lines[at].text) <= LONGEST_BELOW && !(tells && opens)
}

/// The beginnings of the words of some paragraphs.
fn words_of(lines: &[Numbered]) -> HashSet<String> {
    let prose = lines.iter().filter(|line| sift::is_sentence(&line.text)).take(12);
    prose.flat_map(|line| stems(&line.text)).collect()
}

/// Whether at least two of five words of a headline stand in the text.
fn shares(headline: &str, words: &HashSet<String>) -> bool {
    let stems: Vec<String> = stems(headline).collect();
    let shared = stems.iter().filter(|stem| words.contains(*stem)).count();
    stems.is_empty() || shared * 5 >= stems.len() * 2
}

/// The first letters of each word of some length: forms of a word begin alike.
fn stems(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().count() > 3)
        .map(|word| word.chars().flat_map(char::to_lowercase).take(5).collect())
}
