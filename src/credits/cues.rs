//! The words around a recognised outlet that credit it: data, one line each.

use super::tokens::Line;
use super::words::{ADVERBS, DATES};
use crate::model::CreditKind::{self, FirstReported, Source, Via, Wire};

/// Where else the cue must stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Only {
    /// Anywhere.
    Anywhere,
    /// The clause ends behind the name.
    AtEnd,
    /// The outlet is in the table or configured.
    Listed,
    /// Both.
    ListedAtEnd,
    /// Listed, and no maker of programmes: `the BBC has confirmed` is news about the BBC.
    Press,
}

/// Words that credit the name beside them.
#[derive(Debug)]
pub(super) struct Cue {
    pub(super) words: &'static [&'static str],
    pub(super) kind: CreditKind,
    pub(super) only: Only,
}

const fn cue(words: &'static [&'static str], kind: CreditKind, only: Only) -> Cue {
    Cue { words, kind, only }
}

use Only::{Anywhere, AtEnd, Listed, ListedAtEnd, Press};

/// Before the name. More words before fewer: the first that fits is taken.
pub(super) const BEFORE: &[Cue] = &[
    cue(&["first", "reported", "by"], FirstReported, Anywhere),
    cue(&["first", "reported", "in"], FirstReported, Anywhere),
    cue(&["first", "reported", "on"], FirstReported, Anywhere),
    cue(&["first", "reported", "at"], FirstReported, Anywhere),
    cue(&["first", "revealed", "by"], FirstReported, Anywhere),
    cue(&["first", "revealed", "in"], FirstReported, Anywhere),
    cue(&["first", "broken", "by"], FirstReported, Anywhere),
    cue(&["first", "spotted", "by"], FirstReported, Anywhere),
    cue(&["first", "obtained", "by"], FirstReported, Anywhere),
    cue(&["first", "noticed", "by"], FirstReported, Listed),
    cue(&["first", "published", "by"], FirstReported, Listed),
    cue(&["first", "broke", "by"], FirstReported, Anywhere),
    cue(&["news", "broke", "via"], FirstReported, Listed),
    cue(&["was", "broken", "by"], FirstReported, Anywhere),
    cue(&["originally", "reported", "by"], FirstReported, Anywhere),
    cue(&["tally", "by"], Source, Listed),
    cue(&["count", "by"], Source, Listed),
    cue(&["survey", "by"], Source, Listed),
    cue(&["review", "by"], Source, Press),
    cue(&["as", "spotted", "by"], Source, Anywhere),
    cue(&["as", "noticed", "by"], Source, Anywhere),
    cue(&["spotted", "by"], Source, Listed),
    cue(&["issue", "of"], Source, Listed),
    cue(&["edition", "of"], Source, Listed),
    cue(&["told", "to"], Source, Listed),
    cue(&["scoop", "from"], FirstReported, Listed),
    cue(&["scoop", "by"], FirstReported, Listed),
    cue(&["according", "to"], Source, Anywhere),
    cue(&["told"], Source, Anywhere),
    cue(&["tells"], Source, Anywhere),
    cue(&["telling"], Source, Anywhere),
    cue(&["tell"], Source, Listed),
    cue(&["interview", "with"], Source, Anywhere),
    cue(&["interview", "to"], Source, Anywhere),
    cue(&["interview", "for"], Source, Anywhere),
    cue(&["interview", "published", "by"], Source, Anywhere),
    cue(&["interview", "published", "in"], Source, Anywhere),
    cue(&["interview", "in"], Source, Listed),
    cue(&["interviewed", "by"], Source, Anywhere),
    cue(&["conversation", "with"], Source, Anywhere),
    cue(&["chat", "with"], Source, Anywhere),
    cue(&["call", "with"], Source, Listed),
    cue(&["chatting", "to"], Source, Anywhere),
    cue(&["chatting", "with"], Source, Anywhere),
    cue(&["chatted", "to"], Source, Anywhere),
    cue(&["chatted", "with"], Source, Anywhere),
    cue(&["chats", "to"], Source, Anywhere),
    cue(&["speaking", "to"], Source, Anywhere),
    cue(&["speaking", "with"], Source, Anywhere),
    cue(&["speaking", "on"], Source, Listed),
    cue(&["spoke", "to"], Source, Anywhere),
    cue(&["spoke", "with"], Source, Anywhere),
    cue(&["spoken", "to"], Source, Anywhere),
    cue(&["speaks", "to"], Source, Anywhere),
    cue(&["speaks", "with"], Source, Anywhere),
    cue(&["talking", "to"], Source, Anywhere),
    cue(&["talking", "with"], Source, Anywhere),
    cue(&["talked", "to"], Source, Anywhere),
    cue(&["talked", "with"], Source, Anywhere),
    cue(&["talks", "to"], Source, Anywhere),
    cue(&["sat", "down", "with"], Source, Anywhere),
    cue(&["sits", "down", "with"], Source, Anywhere),
    cue(&["opened", "up", "to"], Source, Anywhere),
    cue(&["opens", "up", "to"], Source, Anywhere),
    cue(&["opening", "up", "to"], Source, Anywhere),
    cue(&["statement", "to"], Source, Anywhere),
    cue(&["statement", "given", "to"], Source, Anywhere),
    cue(&["comment", "to"], Source, Anywhere),
    cue(&["comments", "to"], Source, Anywhere),
    cue(&["remarks", "to"], Source, Anywhere),
    cue(&["comments", "carried", "by"], Source, Anywhere),
    cue(&["comments", "relayed", "by"], Source, Anywhere),
    cue(&["remarks", "carried", "by"], Source, Anywhere),
    cue(&["remarks", "relayed", "by"], Source, Anywhere),
    cue(&["statement", "carried", "by"], Source, Anywhere),
    cue(&["statement", "relayed", "by"], Source, Anywhere),
    cue(&["quotes", "carried", "by"], Source, Anywhere),
    cue(&["quotes", "relayed", "by"], Source, Anywhere),
    cue(&["interview", "carried", "by"], Source, Anywhere),
    cue(&["interview", "relayed", "by"], Source, Anywhere),
    cue(&["comments", "published", "by"], Source, Press),
    cue(&["remarks", "published", "by"], Source, Press),
    cue(&["statement", "published", "by"], Source, Press),
    cue(&["remarks", "aired", "by"], Source, Press),
    cue(&["comments", "aired", "by"], Source, Press),
    cue(&["remarks", "broadcast", "by"], Source, Press),
    cue(&["comments", "broadcast", "by"], Source, Press),
    cue(&["interview", "aired", "by"], Source, Press),
    cue(&["interview", "broadcast", "by"], Source, Press),
    cue(&["footage", "aired", "by"], Source, Listed),
    cue(&["footage", "broadcast", "by"], Source, Listed),
    cue(&["telegram", "channel"], Source, Press),
    cue(&["email", "to"], Source, Listed),
    cue(&["confirmed", "to"], Source, Anywhere),
    cue(&["confirms", "to"], Source, Anywhere),
    cue(&["confirmed", "by"], Source, Press),
    cue(&["revealed", "to"], Source, Anywhere),
    cue(&["reveals", "to"], Source, Anywhere),
    cue(&["revealed", "by"], Source, Press),
    cue(&["revealed", "in"], Source, Listed),
    cue(&["admitted", "to"], Source, Anywhere),
    cue(&["explained", "to"], Source, Anywhere),
    cue(&["explains", "to"], Source, Anywhere),
    cue(&["said", "to"], Source, Listed),
    cue(&["shared", "with"], Source, Listed),
    cue(&["exclusively", "to"], Source, Anywhere),
    cue(&["exclusively", "with"], Source, Anywhere),
    cue(&["reported", "by"], Source, Anywhere),
    cue(&["reported", "in"], Source, Anywhere),
    cue(&["reported", "on"], Source, Listed),
    cue(&["additional", "reporting", "by"], Wire, Anywhere),
    cue(&["additional", "reporting", "from"], Wire, Anywhere),
    cue(&["reporting", "by"], Source, Anywhere),
    cue(&["reporting", "from"], Source, Listed),
    cue(&["report", "by"], Source, Anywhere),
    cue(&["report", "from"], Source, Anywhere),
    cue(&["report", "in"], Source, Anywhere),
    cue(&["report", "published", "by"], Source, Anywhere),
    cue(&["reports", "by"], Source, Anywhere),
    cue(&["reports", "from"], Source, Anywhere),
    cue(&["reports", "in"], Source, Anywhere),
    cue(&["story", "in"], Source, Listed),
    cue(&["investigation", "by"], Source, Listed),
    cue(&["analysis", "by"], Source, Listed),
    cue(&["article", "in"], Source, Listed),
    cue(&["article", "for"], Source, Listed),
    cue(&["op-ed", "in"], Source, Listed),
    cue(&["op-ed", "for"], Source, Listed),
    cue(&["essay", "for"], Source, Listed),
    cue(&["essay", "in"], Source, Listed),
    cue(&["column", "in"], Source, Listed),
    cue(&["profile", "in"], Source, Listed),
    cue(&["feature", "in"], Source, Listed),
    cue(&["piece", "in"], Source, Listed),
    cue(&["news", "comes", "from"], Source, Listed),
    cue(&["news", "comes", "via"], Source, Listed),
    cue(&["news", "came", "from"], Source, Listed),
    cue(&["news", "came", "via"], Source, Listed),
    cue(&["column", "for"], Source, Listed),
    cue(&["wrote", "in"], Source, Listed),
    cue(&["writing", "in"], Source, Listed),
    cue(&["writing", "for"], Source, Listed),
    cue(&["writes", "in"], Source, Listed),
    cue(&["citing"], Source, Anywhere),
    cue(&["cited", "by"], Source, Anywhere),
    cue(&["quoted", "by"], Source, Anywhere),
    cue(&["quoted", "in"], Source, Listed),
    cue(&["obtained", "by"], Source, Anywhere),
    cue(&["seen", "by"], Source, Listed),
    cue(&["reviewed", "by"], Source, Listed),
    cue(&["viewed", "by"], Source, Listed),
    cue(&["noted", "by"], Source, Listed),
    cue(&["leaked", "to"], Source, Listed),
    cue(&["reports"], Source, ListedAtEnd),
    cue(&["reported"], Source, ListedAtEnd),
    cue(&["writes"], Source, ListedAtEnd),
    cue(&["notes"], Source, ListedAtEnd),
    // German, French, Spanish, Italian, Dutch, Portuguese, Swedish, Danish.
    cue(&["laut"], Source, Listed),
    cue(&["berichtet"], Source, Listed),
    cue(&["berichtete"], Source, Listed),
    cue(&["selon"], Source, Listed),
    cue(&["rapporte"], Source, Listed),
    cue(&["según"], Source, Listed),
    cue(&["secondo"], Source, Listed),
    cue(&["volgens"], Source, Listed),
    cue(&["segundo"], Source, Listed),
    cue(&["enligt"], Source, Listed),
    cue(&["ifølge"], Source, Listed),
    cue(&["per"], Source, AtEnd),
    cue(&["per"], Source, Listed),
    cue(&["via"], Via, ListedAtEnd),
];

/// Behind the name.
pub(super) const AFTER: &[Cue] = &[
    cue(&["was", "the", "first", "to", "report"], FirstReported, Anywhere),
    cue(&["was", "first", "to", "report"], FirstReported, Anywhere),
    cue(&["were", "the", "first", "to", "report"], FirstReported, Anywhere),
    cue(&["were", "first", "to", "report"], FirstReported, Anywhere),
    cue(&["was", "the", "first", "to", "break"], FirstReported, Anywhere),
    cue(&["was", "first", "to", "break"], FirstReported, Anywhere),
    cue(&["was", "first", "with", "the"], FirstReported, Anywhere),
    cue(&["had", "the", "scoop"], FirstReported, Anywhere),
    cue(&["broke", "the", "news"], FirstReported, Anywhere),
    cue(&["broke", "the", "story"], FirstReported, Anywhere),
    cue(&["broke", "news", "of"], FirstReported, Anywhere),
    cue(&["breaks", "the", "news"], FirstReported, Anywhere),
    cue(&["had", "the", "news", "first"], FirstReported, Anywhere),
    cue(&["had", "the", "story", "first"], FirstReported, Anywhere),
    cue(&["got", "the", "scoop"], FirstReported, Anywhere),
    cue(&["that", "first", "reported"], FirstReported, Listed),
    cue(&["that", "broke", "the"], FirstReported, Listed),
    cue(&["citing"], Source, Listed),
    cue(&["first", "broke"], FirstReported, Anywhere),
    cue(&["first", "reported"], FirstReported, Anywhere),
    cue(&["first", "revealed"], FirstReported, Anywhere),
    cue(&["first", "published"], FirstReported, Listed),
    cue(&["which", "first", "reported"], FirstReported, Anywhere),
    cue(&["which", "broke"], FirstReported, Anywhere),
    cue(&["who", "first", "reported"], FirstReported, Anywhere),
    cue(&["which", "was", "first", "to", "report"], FirstReported, Anywhere),
    cue(&["reports"], Source, Anywhere),
    cue(&["reported"], Source, Anywhere),
    cue(&["has", "reported"], Source, Anywhere),
    cue(&["had", "reported"], Source, Anywhere),
    cue(&["have", "reported"], Source, Anywhere),
    cue(&["is", "reporting"], Source, Anywhere),
    cue(&["are", "reporting"], Source, Anywhere),
    cue(&["has", "learned"], Source, Anywhere),
    cue(&["has", "learnt"], Source, Anywhere),
    cue(&["has", "confirmed"], Source, Press),
    cue(&["has", "revealed"], Source, Press),
    cue(&["confirmed"], Source, Press),
    cue(&["confirms"], Source, Press),
    cue(&["revealed"], Source, Press),
    cue(&["reveals"], Source, Press),
    cue(&["understands"], Source, Anywhere),
    cue(&["can", "reveal"], Source, Anywhere),
    cue(&["can", "confirm"], Source, Anywhere),
    cue(&["can", "exclusively"], Source, Anywhere),
    cue(&["quoted"], Source, Listed),
    cue(&["cited"], Source, Listed),
    cue(&["writes"], Source, Listed),
    cue(&["wrote"], Source, Listed),
    cue(&["notes"], Source, Listed),
    cue(&["noted"], Source, Listed),
    cue(&["claims"], Source, Listed),
    cue(&["claimed"], Source, Listed),
    cue(&["contributed", "to", "this"], Wire, Anywhere),
    cue(&["contributed", "reporting"], Wire, Listed),
    cue(&["ran", "a", "piece"], Source, Listed),
    cue(&["ran", "a", "story"], Source, Listed),
    cue(&["ran", "an", "article"], Source, Listed),
    cue(&["published", "a", "piece"], Source, Press),
    cue(&["published", "a", "report"], Source, Press),
    cue(&["published", "an", "article"], Source, Press),
    cue(&["published", "an", "interview"], Source, Press),
    cue(&["published", "an", "investigation"], Source, Press),
    cue(&["has", "seen", "the"], Source, Listed),
    cue(&["has", "seen", "a"], Source, Listed),
    cue(&["believes"], Source, Press),
    cue(&["believe"], Source, Press),
    cue(&["understand"], Source, Press),
    cue(&["say"], Source, Press),
    cue(&["says"], Source, ListedAtEnd),
    cue(&["has", "claimed"], Source, Press),
    cue(&["have", "claimed"], Source, Press),
    cue(&["both", "report"], Source, Listed),
    cue(&["both", "reported"], Source, Listed),
    cue(&["both", "reporting"], Source, Listed),
    cue(&["reports", "suggest"], Source, Anywhere),
    cue(&["report"], Source, Listed),
    cue(&["investigation"], Source, Listed),
    cue(&["analysis"], Source, Listed),
    cue(&["exclusive"], Source, ListedAtEnd),
];

/// Adverbs, days and `on`, `last`, `this` before a day: `first reported late on Monday by`.
fn passes(line: &Line<'_>, at: usize) -> bool {
    let day =
        |at: usize| line.is_any(at, DATES) || line.is_any(at, &["week", "month", "year", "night", "morning"]);
    line.is_any(at, ADVERBS)
        || day(at)
        || line.is_any(at, &["on", "last", "this", "late", "early"])
            && (day(at + 1) || line.is(at + 1, "on") && day(at + 2))
}

/// Where the words that end before `end` begin, adverbs between them passed over.
pub(super) fn ends(line: &Line<'_>, end: usize, words: &[&str]) -> Option<usize> {
    let mut at = end;
    for (left, word) in words.iter().rev().enumerate() {
        at = at.checked_sub(1)?;
        let mut passed = 0;
        while left > 0 && passed < 4 && !line.is(at, word) && passes(line, at) {
            at = at.checked_sub(1)?;
            passed += 1;
        }
        if !line.is(at, word) {
            return None;
        }
    }
    Some(at)
}

/// Where the words that begin at `first` end, adverbs before and between them passed over.
pub(super) fn begins(line: &Line<'_>, first: usize, words: &[&str]) -> Option<usize> {
    let mut at = first;
    for word in words {
        let mut passed = 0;
        while passed < 4 && !line.is(at, word) && passes(line, at) {
            at += 1;
            passed += 1;
        }
        if !line.is(at, word) {
            return None;
        }
        at += 1;
    }
    Some(at)
}
