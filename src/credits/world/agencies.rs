//! News agencies, where a text names them for a part they had in it: `(dpa)`, `(avec AFP)`,
//! `Additional reporting by Reuters`, `— Associated Press`.

use super::super::found::Found;
use super::super::names::{Level, Name};
use super::super::place::Place;
use super::super::tokens::{Line, is_capital};
use super::bureaus::{AGENCIES, is_agency};
use super::pictures::is_picture;
use super::{listed, spelling};
use crate::model::CreditKind::Wire;

/// Small words before an agency in a bracket.
const LEADS: &[&str] = &[
    "mit",
    "avec",
    "con",
    "com",
    "with",
    "z",
    "za",
    "med",
    "from",
    "by",
    "von",
    "de",
    "der",
    "and",
    "und",
    "et",
    "og",
    "och",
    "y",
    "e",
    "en",
    "i",
    "इनपुट",
    "input",
    "inputs",
    "la",
    "l",
    "का",
    "ve",
];

/// Marks between two agencies.
const DIVIDERS: &str = "/,&+|-–＝=・:：、";

/// Tokens before a dateline's bracket at most.
const DATELINE: usize = 12;

/// The agencies that the line names.
pub(super) fn find(place: &Place<'_>, out: &mut Vec<Found>) {
    let line = place.line;
    // A bracket or a dash is needed, and most lines have neither.
    let Some(last) = line.len().checked_sub(1) else { return };
    let closed = |at: usize| line.is_mark(at, ")]】）");
    out.extend(slashed(place));
    out.extend(alone(place));
    out.extend(headed(place));
    let end = if line.is_mark(last, ".") && last > 0 && closed(last - 1) { last - 1 } else { last };
    if closed(end) && !is_picture(line) {
        let open = (end.saturating_sub(12)..end).rev().find(|&at| line.is_mark(at, "([【（"));
        // `Average Precision (AP)` is no agency's.
        let open = open.filter(|&at| at == 0 || line.is_mark(at - 1, ".!?…:\u{201d}\u{201c}\"\u{bb}。।؟"));
        out.extend(open.map(|open| within(place, open, end)).into_iter().flatten());
    }
    let head = (0..DATELINE.min(line.len())).find(|&at| line.is_mark(at, "([（"));
    if let Some(open) = head
        && let Some(close) = (open + 1..(open + 9).min(end)).find(|&at| closed(at))
        && begins(line, open, close)
    {
        out.extend(within(place, open, close));
    }
    out.extend(signed(place));
}

/// Whether what stands before a bracket is a place and a date, or nothing.
fn begins(line: &Line<'_>, open: usize, close: usize) -> bool {
    // `Genève (ATS) Le Conseil`, `(NTB) Tre personer`: places, then a sentence.
    let places = (0..open).all(|at| is_capital(line.word(at)) || line.is_mark(at, ",/-"));
    if open < 6 && places && is_capital(line.word(close + 1)) && !is_agency(line.slice(0, open)) {
        return true;
    }
    let dash = line.is_mark(close + 1, "-–—:−.") || line.is_mark(open + 2, "=");
    let scriptless = open > 0 && !line.word(0).chars().any(|c| c.is_lowercase() || c.is_uppercase());
    (dash || scriptless && open < 9) && (0..open).all(|at| !line.is_mark(at, ".!?;:") || at + 1 == open)
}

/// The agencies between two brackets, where nothing else stands there.
fn within(place: &Place<'_>, open: usize, close: usize) -> Vec<Found> {
    let line = place.line;
    let mut found = Vec::new();
    // `(서울=연합뉴스)`: the agency stands behind its place.
    let placed = (open.wrapping_add(1)..close)
        .find(|&at| line.is_mark(at, "="))
        .filter(|&at| at < open.wrapping_add(4));
    let mut at = placed.unwrap_or(open).wrapping_add(1);
    while at < close {
        if line.is_mark(at, DIVIDERS) || LEADS.iter().any(|lead| line.is(at, lead)) {
            at += 1;
            continue;
        }
        // A desk of an agency: `dpa/lno`.
        let word = line.word(at);
        let desk = at > open.wrapping_add(1) && line.is_mark(at - 1, "/") && word.len() < 5;
        if desk && word.starts_with(char::is_lowercase) && !stands(line, at, at + 1) {
            at += 1;
            continue;
        }
        if let Some(both) = joined(line, at) {
            for name in both {
                let name = place.names.written(name, at, at + 1, Level::Listed);
                found.push(Found::new(line, &name, Wire, at, close));
            }
            at += 1;
            continue;
        }
        let Some(end) = (at + 1..=close.min(at + 4)).rev().find(|&end| stands(line, at, end)) else {
            return Vec::new();
        };
        let written = line.slice(at, end);
        if is_agency(written) {
            found.push(Found::new(line, &named(place, at, end), Wire, at.min(open), close + 1));
        }
        at = end;
    }
    found
}

/// Agencies between strokes: `/ritzau/` at the end, `/ТАСС/` behind a place and a day.
fn slashed(place: &Place<'_>) -> Vec<Found> {
    let line = place.line;
    if memchr::memchr(b'/', line.text.as_bytes()).is_none() {
        return Vec::new();
    }
    let stroke = |at: &usize| line.is_mark(*at, "/");
    let last = line.len() - usize::from(line.is_mark(line.len() - 1, "."));
    let close = last.checked_sub(1).filter(stroke);
    let foot = close.and_then(|close| Some(((close.saturating_sub(7)..close).find(stroke)?, close)));
    let head = (0..DATELINE.min(line.len())).find(stroke);
    let head = head.and_then(|open| Some((open, (open + 1..(open + 6).min(line.len())).find(stroke)?)));
    let found = [head, foot].into_iter().flatten().filter(|(open, close)| {
        // No stroke between two words.
        line.gap(*open) && (line.gap(close + 1) || line.is_mark(close + 1, ".") || close + 1 >= line.len())
    });
    let mut pairs: Vec<_> = found.collect();
    pairs.dedup();
    pairs.into_iter().flat_map(|(open, close)| within(place, open, close)).collect()
}

/// Agencies that sign alone: on a line below the text, `Lusa`, `ap/rtr`, or behind its last stop.
fn alone(place: &Place<'_>) -> Vec<Found> {
    let line = place.line;
    let len = line.len();
    let from = match (len.saturating_sub(6)..len).rev().find(|&at| line.is_mark(at, ".!?”\"»“")) {
        Some(stop) if stop + 1 < len => stop + 1,
        Some(_) => return Vec::new(),
        None if len < 6 && line.offset > 0 => 0,
        None => return Vec::new(),
    };
    // Written as they sign: in capitals, or small where they sign so.
    let signs = |word: &str| {
        let small = matches!(
            word,
            "dpa"
                | "ap"
                | "rtr"
                | "afp"
                | "sda"
                | "kna"
                | "epd"
                | "awp"
                | "sid"
                | "apa"
                | "ritzau"
                | "reuters"
        );
        small && word.is_ascii() || word.chars().next().is_some_and(|c| c.is_uppercase() || !c.is_lowercase())
    };
    let small = line.word(from).starts_with(char::is_lowercase);
    let capitals = (from..len).all(|at| line.word(at).is_empty() || signs(line.word(at)));
    // Behind a stop a word with a capital may begin a sentence.
    if !capitals || !line.gap(from) || from > 0 && !small && len - from > 3 {
        return Vec::new();
    }
    within(place, from.wrapping_sub(1), len)
}

/// A place, a dash and an agency before a colon or a stop: `Rabat - MAP: `, `МОСКВА, 12 ноя — РИА Новости. `.
fn headed(place: &Place<'_>) -> Vec<Found> {
    let line = place.line;
    let Some(dash) = (1..DATELINE.min(line.len())).find(|&at| line.is_mark(at, "-–—")) else {
        return Vec::new();
    };
    let Some(end) = (dash + 2..line.len().min(dash + 6)).find(|&at| line.is_mark(at, ":.")) else {
        return Vec::new();
    };
    let placed = is_capital(line.word(0)) && line.gap(dash + 1) && line.gap(end + 1) && end + 1 < line.len();
    if placed && is_agency(line.slice(dash + 1, end)) { within(place, dash, end) } else { Vec::new() }
}

fn stands(line: &Line<'_>, at: usize, end: usize) -> bool {
    let name = line.slice(at, end).to_lowercase();
    AGENCIES.contains(&name.as_str())
}

/// `TT-Reuters`: two in one word.
fn joined<'l>(line: &Line<'l>, at: usize) -> Option<[&'l str; 2]> {
    let (one, other) = line.word(at).split_once('-')?;
    let both = [one, other];
    both.iter().all(|name| is_agency(name)).then_some(both)
}

fn named(place: &Place<'_>, at: usize, end: usize) -> Name {
    let mut name = match is_first(place.line, at, end) && !is_agency(place.line.slice(at, end)) {
        true => {
            let agency = place.line.word(at).split('-').next().unwrap_or_default();
            place.names.written(agency, at, end, Level::Listed)
        }
        false => place.names.named(place.line, at, end, Level::Listed),
    };
    let compact: String =
        name.shown.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    if let Some(identity) = spelling::identity_of(&compact) {
        (name.level, name.identity, name.shown) = listed::resolved(place.names, identity, &name.shown);
    }
    name
}

/// `— Associated Press`, `- AP` at the end of a text's line.
fn signed(place: &Place<'_>) -> Option<Found> {
    let line = place.line;
    let last = line.len() - usize::from(line.is_mark(line.len() - 1, "."));
    let dash = (last.saturating_sub(4)..last).rev().find(|&at| line.is_mark(at, "-–—"))?;
    let apart = line.gap(dash + 1) && line.gap(dash) || dash == 0;
    // A headline ends with its agency too, and that is a byline.
    let ended = dash == 0 || line.is_mark(dash - 1, ".!?”\"");
    (apart && ended && is_agency(line.slice(dash + 1, last)))
        .then(|| Found::new(line, &named(place, dash + 1, last), Wire, dash, last))
}

/// The agencies of a line that names them and hardly anything else: `mit dpa`, `sak/Reuters`,
/// `Associated Press in Valencia`, `With files from The Associated Press`. For lines beside an
/// article only: in a text such words are a subject.
pub(in super::super) fn beside(place: &Place<'_>, out: &mut Vec<Found>) {
    let line = place.line;
    if line.len() == 0 || line.len() > 18 || is_picture(line) {
        return;
    }
    let thanked = line
        .is_any(0, &["with", "files", "reporting", "additional", "by", "von", "par", "di", "mit", "avec"])
        || line.text.contains("contributed");
    let mut at = 0;
    while at < line.len() {
        let found = (at + 1..=line.len().min(at + 4))
            .rev()
            .find(|&end| stands(line, at, end) || is_first(line, at, end));
        let Some(end) = found.filter(|_| line.len() <= 6 || thanked) else {
            at += 1;
            continue;
        };
        // A word of every day in small letters is none: `apa`, `tt`, `pa`.
        let small = line.word(at).starts_with(char::is_lowercase)
            && !matches!(line.word(at), "dpa" | "sid" | "sda" | "epd");
        if !small {
            out.push(Found::new(line, &named(place, at, end), Wire, at, end));
        }
        at = end;
    }
}

/// `dpa-infocom`, `dpa-AFX`: a service of an agency.
fn is_first(line: &Line<'_>, at: usize, end: usize) -> bool {
    end == at + 1
        && line.word(at).split_once('-').is_some_and(|(agency, _)| matches!(agency, "dpa" | "AFP" | "APA"))
}
