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
const DIVIDERS: &str = "/,&+|-–";

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
    let dash = line.is_mark(close + 1, "-–—:−.");
    let scriptless = open > 0 && !line.word(0).chars().any(|c| c.is_lowercase() || c.is_uppercase());
    (dash || scriptless && open < 5) && (0..open).all(|at| !line.is_mark(at, ".!?;:") || at + 1 == open)
}

/// The agencies between two brackets, where nothing else stands there.
fn within(place: &Place<'_>, open: usize, close: usize) -> Vec<Found> {
    let line = place.line;
    let mut found = Vec::new();
    let mut at = open + 1;
    while at < close {
        if line.is_mark(at, DIVIDERS) || LEADS.iter().any(|lead| line.is(at, lead)) {
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

fn named(place: &Place<'_>, at: usize, end: usize) -> Name {
    let mut name = place.names.named(place.line, at, end, Level::Listed);
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
