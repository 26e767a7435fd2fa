//! Where the article lies in a dump, and what each line looks like.
//!
//! A line is judged by its words where they are sure, else by its neighbours: the article is the
//! stretch of the dump that is dense with sentences; what lies before and behind it is the page's.

use std::collections::HashMap;

use super::lines::Numbered;
use super::look::Look;
use super::{credit, furniture, lists, people, shape, times};
use crate::languages::{self, Language};
use crate::model::Outlet;

/// A dump of fewer lines is not cut by density: every sentence of it counts.
const FEWEST: usize = 15;

/// Characters that tell the language.
const LOOKED_AT: usize = 4_000;

impl Look {
    /// Why a line that looks so is left out.
    pub(super) fn why(self) -> &'static str {
        match self {
            Self::Prose => "outside the article",
            Self::Short | Self::Item | Self::Head => "a few words among the page's",
            Self::Credit => "a credit",
            Self::Time => "a date",
            Self::Byline => "a byline",
            Self::Teaser => "another article's headline",
            Self::Picture => "a picture's caption or credit",
            Self::Page => "words of the page",
            Self::Headline => "the headline again",
            Self::Again => "it stands on the page more than once",
            Self::Nothing => "no words",
        }
    }
}

/// The looks of a dump's lines below its headline.
pub(super) struct Sifted {
    pub(super) looks: Vec<Look>,
    /// The first line of the article and the one behind its last.
    pub(super) article: (usize, usize),
    pub(super) language: Option<&'static Language>,
}

/// Looks at every line.
pub(super) fn sift(title: &str, lines: &[Numbered], known: &[Outlet]) -> Sifted {
    let language = language(lines);
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for line in lines {
        *counts.entry(line.text.as_str()).or_default() += 1;
    }
    let head = plain(title);
    let mut seen: HashMap<&str, ()> = HashMap::new();
    let mut looks: Vec<Look> = lines
        .iter()
        .map(|line| {
            let first = seen.insert(line.text.as_str(), ()).is_none();
            let often = counts.get(line.text.as_str()).copied().unwrap_or(1);
            look(&line.text, &head, known, language, first, often)
        })
        .collect();
    lists::mark(lines, &mut looks, language);
    let article = article(lines, &looks);
    Sifted { looks, article, language }
}

/// The language of the dump's sentences.
pub(super) fn language(lines: &[Numbered]) -> Option<&'static Language> {
    let mut text = String::new();
    for line in lines.iter().filter(|line| is_sentence(&line.text)) {
        text.push_str(&line.text);
        text.push(' ');
        if text.len() > LOOKED_AT {
            break;
        }
    }
    languages::detect(&text)
}

/// Letters and digits in lower case.
fn plain(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

pub(super) fn look(
    line: &str,
    title: &str,
    known: &[Outlet],
    language: Option<&'static Language>,
    first: bool,
    often: usize,
) -> Look {
    if !line.chars().any(char::is_alphanumeric) || is_address(line) {
        return Look::Nothing;
    }
    if credit::of_line(line, known).is_some() {
        return Look::Credit;
    }
    if is_thanks(line, language) {
        return Look::Credit;
    }
    if shape::teaser(line).is_some() {
        return Look::Teaser;
    }
    if times::is_time(line, language) {
        return Look::Time;
    }
    if is_headline(line, title) {
        return Look::Headline;
    }
    let english = language.is_none_or(|language| language.code == "en");
    if is_picture(line) || english && shape::is_captioned_name(line) {
        return Look::Picture;
    }
    if shape::words(line) <= 14 && people::byline(line, language).is_some() {
        return Look::Byline;
    }
    if shape::is_noise(line) || furniture::is_furniture(line, language) || is_feed_post(line) {
        return Look::Page;
    }
    if !first && line.chars().count() > 40 || often > 1 && !is_sentence(line) {
        return Look::Again;
    }
    let speech = shape::is_speech(line) && line.chars().count() > 40 || is_answer(line);
    if is_sentence(line) || shape::is_long(line) || speech || shape::ends_with_stop(line) {
        return Look::Prose;
    }
    Look::Short
}

/// Words of a line that names an agency's part and hardly anything else.
const LONGEST_THANKS: usize = 8;

/// `Con información de EFE`, `Avec AFP`, `With files from The Associated Press`.
fn is_thanks(line: &str, language: Option<&'static Language>) -> bool {
    let line = line.trim_matches(|c: char| c.is_whitespace() || "()[]*".contains(c));
    if shape::words(line) > LONGEST_THANKS || shape::words(line) < 2 {
        return false;
    }
    let lower = line.to_lowercase();
    let named = |rest: &str| {
        let rest = &line[line.len() - rest.len()..];
        rest.starts_with([' ', '\'', '\u{2019}'])
            && rest.trim_start().chars().next().is_some_and(|c| !c.is_lowercase())
            && rest.split_whitespace().filter(|word| word.starts_with(char::is_lowercase)).count() <= 2
    };
    lower.len() == line.len()
        && furniture::lists(language, |page| page.thanks)
            .any(|thanks| lower.strip_prefix(thanks).is_some_and(named))
}

/// Somebody's words between corner brackets, of more than one sentence or of some length: a
/// full stop is not written before the closing bracket.
fn is_answer(line: &str) -> bool {
    line.starts_with('\u{300c}')
        && line.ends_with('\u{300d}')
        && (line.contains('\u{3002}') || shape::weight(line) > 120)
}

/// A sentence of some length.
pub(super) fn is_sentence(line: &str) -> bool {
    shape::ends_sentence(line) && shape::weight(line) >= 40
}

/// Nothing but addresses and hardly a word.
fn is_address(line: &str) -> bool {
    let mut words = line.split_whitespace();
    let address = |word: &str| word.contains("://") || word.starts_with("www.");
    line.split_whitespace().any(address) && words.all(|word| address(word) || word.len() < 6)
}

/// A post of a network that stands in the text: who wrote it, with the day.
fn is_feed_post(line: &str) -> bool {
    let dash = line.starts_with(['\u{2014}', '\u{2013}', '-']);
    dash && line.contains("(@") && line.contains(')')
}

/// The headline again, with a section or a kicker before it or without one.
fn is_headline(line: &str, title: &str) -> bool {
    let line = plain(line);
    let close = line.len().abs_diff(title.len()) <= 60;
    let same = line == title
        || close && (line.ends_with(title) || title.ends_with(&line) && line.len() * 2 > title.len());
    title.len() > 12 && same
}

/// The line of a picture: its marks in more languages than English, or an agency at its end.
pub(in super::super) fn is_picture(line: &str) -> bool {
    if shape::is_picture_line(line) {
        return true;
    }
    // `(Reuters)` alone is whose the text is.
    if shape::is_speech(line)
        || shape::weight(line) > 400
        || line.starts_with(['(', '[']) && shape::words(line) < 4
    {
        return false;
    }
    let lower = line.to_lowercase();
    const BEGINS: &[&str] = &[
        "foto:",
        "fotos:",
        "bild:",
        "bildquelle",
        "symbolbild",
        "archivbild",
        "legende:",
        "photo :",
        "crédit",
        "imagen:",
        "imagem:",
        "beeld:",
        "fot.",
        "фото:",
        "fotoğraf:",
        "фото ",
        "الصورة:",
        "صورة:",
        "写真",
        "画像",
        "【写真",
        "图片",
        "图：",
        "사진",
        "grafik:",
        "infografik:",
        "image:",
        "images:",
        "picture:",
        "file photo",
        "watch:",
        "pictured:",
        "illustration:",
        "rechte:",
        "getty",
        "imago",
        "ảnh:",
        "foto ",
    ];
    const HAS: &[&str] = &[
        "foto:",
        "bild:",
        "photo:",
        "image:",
        "bildquelle:",
        "picture alliance",
        "imago/",
        "imago images",
        "via getty",
        "getty images",
        "ap photo",
        "/dpa",
        "/afp",
        "/ap)",
        "/reuters",
        "/apa",
        "shutterstock",
        "©",
        "photograph:",
        "사진 출처",
        "[사진",
        "[photo",
        "写真＝",
        "写真=",
        "fotograf:",
        "scanpix",
        "(photo",
        "(image",
        "/tt",
        "/epa",
        "europa press",
        "/keystone",
        "pap/",
        "/ntb",
        "фото:",
        "/ritzau",
        "/belga",
        "/anp",
        "/ansa",
        "unsplash",
        "wikimedia",
        "screenshot",
        "(cbc)",
        "(reuters)",
        "(afp)",
    ];
    let begins = BEGINS.iter().any(|mark| lower.starts_with(mark)) && shape::weight(line) < 240;
    // What is told has a full stop behind it; a picture's line ends with whose it is.
    let tail = lower.char_indices().rev().nth(44).map_or(lower.as_str(), |(at, _)| &lower[at..]);
    // A name of an agency that ran into the last word: `in Qatar.AFP`.
    let glued = [".afp", ".reuters", ".ap", ".efe", ".getty", ".imago", ".dpa"]
        .iter()
        .any(|agency| lower.ends_with(agency));
    let credited = [
        "foto: ",
        "photo: ",
        "bild: ",
        "image: ",
        "picture by ",
        "photo by ",
        "pictured by ",
        "crédit photo",
        "photo : ",
        "foto di ",
    ]
    .iter()
    .any(|mark| lower.contains(mark));
    if glued || credited && !shape::ends_with_stop(line) {
        return true;
    }
    // `… fot. Newspix`, `… Фото автора`, `…、森下遼撮影`: whose it is stands last.
    let last: Vec<&str> = lower.split_whitespace().rev().take(5).collect();
    let marked = last.iter().skip(1).any(|word| matches!(*word, "fot." | "fot" | "фото" | "foto"));
    let tail_end = lower.trim_end_matches([')', '\u{ff09}', '\u{3011}', ' ']);
    if marked && !shape::ends_with_stop(line) || tail_end.ends_with("撮影") || tail_end.ends_with("提供")
    {
        return shape::weight(line) < 400;
    }
    let dateline = lower.chars().take(60).collect::<String>().contains(") -");
    let has = HAS.iter().any(|mark| tail.contains(mark))
        && !shape::ends_with_stop(line.trim_end_matches([')', ']']))
        && !dateline;
    begins && !(shape::ends_with_stop(line) && shape::weight(line) > 120) || has
}

/// What a line says for or against a place in the article.
fn score(line: &Numbered, look: Look) -> f32 {
    match look {
        Look::Prose => match shape::weight(&line.text) {
            200.. if shape::ends_sentence(&line.text) => 6.0,
            80.. if shape::ends_sentence(&line.text) => 4.0,
            140.. => 2.5,
            30.. => 1.5,
            _ => 0.5,
        },
        Look::Short if line.text.ends_with(':') => 0.3,
        Look::Short | Look::Teaser => -0.7,
        Look::Item | Look::Head => 0.2,
        Look::Again => -0.4,
        _ => -1.0,
    }
}

/// The stretch that is densest with sentences.
fn article(lines: &[Numbered], looks: &[Look]) -> (usize, usize) {
    let is_prose = |at: &usize| match looks[*at] {
        Look::Prose | Look::Item | Look::Head => true,
        Look::Short => lines[*at].text.ends_with(':'),
        _ => false,
    };
    let first = (0..lines.len()).find(is_prose).unwrap_or(lines.len());
    let last = (0..lines.len()).rev().find(is_prose).map_or(first, |at| at + 1);
    if lines.len() < FEWEST {
        return (first, last);
    }
    let (mut best, mut found) = (0.0, (first, last));
    let (mut sum, mut from) = (0.0_f32, first);
    for at in first..last {
        if sum <= 0.0 {
            (sum, from) = (0.0, at);
        }
        sum += score(&lines[at], looks[at]);
        if sum > best {
            (best, found) = (sum, (from, at + 1));
        }
    }
    // Key points above the first paragraph are the article's, whatever bars stand between.
    let above = (found.0.saturating_sub(FEWEST)..found.0).find(|&at| {
        looks[at] == Look::Head && looks[at + 1..found.0].iter().take(2).all(|look| *look == Look::Item)
    });
    (above.unwrap_or(found.0), found.1)
}
