//! News agencies, where a text names them for a part they had in it: `(dpa)`, `(avec AFP)`,
//! `Additional reporting by Reuters`, `— Associated Press`.

use super::super::found::Found;
use super::super::marks::Place;
use super::super::names::{Level, Name};
use super::super::tokens::Line;
use super::{is_picture, listed};
use crate::model::CreditKind::Wire;

/// Agencies as they sign, in lower case.
const AGENCIES: &[&str] = &[
    "aa",
    "adnkronos",
    "afp",
    "agence france-presse",
    "agerpres",
    "agi",
    "anadolu",
    "anadolu ajansı",
    "belga",
    "keystone",
    "ani",
    "anka",
    "anp",
    "ansa",
    "antara",
    "ap",
    "apa",
    "ap news",
    "askanews",
    "associated press",
    "ats",
    "belga",
    "bernama",
    "canadian press",
    "the canadian press",
    "the associated press",
    "cp",
    "čtk",
    "ctk",
    "cna",
    "deutsche presse-agentur",
    "dha",
    "dpa",
    "dpa-afx",
    "efe",
    "epd",
    "europa press",
    "ians",
    "iha",
    "i̇ha",
    "interfax",
    "irna",
    "jiji",
    "keystone-sda",
    "kna",
    "kyodo",
    "kyodo news",
    "lapresse",
    "lusa",
    "agência lusa",
    "mti",
    "notimex",
    "ntb",
    "pa",
    "pa media",
    "pap",
    "press association",
    "press trust of india",
    "pti",
    "reuters",
    "ritzau",
    "sda",
    "sid",
    "stt",
    "tanjug",
    "tasr",
    "tass",
    "télam",
    "tt",
    "unian",
    "upi",
    "vna",
    "ttxvn",
    "wam",
    "xinhua",
    "yonhap",
    "agenturen",
    "тасс",
    "риа новости",
    "интерфакс",
    "рейтер",
    "белта",
    "укрінформ",
    "уніан",
    "рейтерс",
    "أ ف ب",
    "أ.ف.ب",
    "رويترز",
    "د ب أ",
    "أ ب",
    "واس",
    "وام",
    "الأناضول",
    "فرانس برس",
    "أ ش أ",
    "قنا",
    "سانا",
    "भाषा",
    "वार्ता",
    "पीटीआई",
    "एएनआई",
    "आईएएनएस",
    "एएफपी",
    "एपी",
    "रॉयटर्स",
    "यूएनआई",
    "新华社",
    "中新社",
    "路透社",
    "法新社",
    "美联社",
    "中央社",
    "共同社",
    "共同",
    "時事",
    "共同通信",
    "時事通信",
    "연합뉴스",
    "뉴시스",
    "뉴스1",
];

/// Small words before an agency in a bracket.
const LEADS: &[&str] = &[
    "mit", "avec", "con", "com", "with", "z", "za", "med", "from", "by", "von", "de", "der", "and", "und",
    "et", "og", "och", "y", "e", "en", "i",
];

/// Marks between two agencies.
const DIVIDERS: &str = "/,&+|-–＝=・";

/// Tokens before a dateline's bracket at most.
const DATELINE: usize = 12;

/// Whether a name is an agency's.
pub(super) fn is_agency(name: &str) -> bool {
    let name = name.to_lowercase();
    name != "agenturen" && AGENCIES.contains(&name.trim_matches(['.', ' ']))
}

/// The agencies that the line names.
pub(super) fn find(place: &Place<'_>, out: &mut Vec<Found>) {
    let line = place.line;
    // A bracket or a dash is needed, and most lines have neither.
    let Some(last) = line.len().checked_sub(1) else { return };
    let closed = |at: usize| line.is_mark(at, ")]】）");
    // `/ritzau/`, alone on its line.
    if line.len() >= 3 && line.len() < 8 && line.is_mark(0, "/") && line.is_mark(last, "/") {
        out.extend(within(place, 0, last));
    }
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
    let dash = line.is_mark(close + 1, "-–—:−.") || line.is_mark(open + 2, "=");
    let scriptless = open > 0 && !line.word(0).chars().any(|c| c.is_lowercase() || c.is_uppercase());
    (dash || scriptless && open < 5) && (0..open).all(|at| !line.is_mark(at, ".!?;:") || at + 1 == open)
}

/// The agencies between two brackets, where nothing else stands there.
fn within(place: &Place<'_>, open: usize, close: usize) -> Vec<Found> {
    let line = place.line;
    let mut found = Vec::new();
    // `(서울=연합뉴스)`: the agency stands behind its place.
    let placed = (open + 1..close).find(|&at| line.is_mark(at, "=")).filter(|&at| at < open + 4);
    let mut at = placed.unwrap_or(open) + 1;
    while at < close {
        if line.is_mark(at, DIVIDERS) || LEADS.iter().any(|lead| line.is(at, lead)) {
            at += 1;
            continue;
        }
        if let Some(both) = joined(line, at) {
            for name in both {
                let name = place.names.written(name, at, at + 1, Level::Listed);
                found.push(Found::new(line, &name, Wire, open, close + 1));
            }
            at += 1;
            continue;
        }
        let Some(end) = (at + 1..=close.min(at + 4)).rev().find(|&end| stands(line, at, end)) else {
            return Vec::new();
        };
        let written = line.slice(at, end);
        if is_agency(written) {
            found.push(Found::new(line, &named(place, at, end), Wire, open, close + 1));
        }
        at = end;
    }
    found
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
    if let Some(identity) = listed::identity_of(&compact) {
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
