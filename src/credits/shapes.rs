//! Names that no table holds, recognised by their form: `Riverton Herald`, `news outlet Lupa`,
//! `quotidian.co.uk`, `FilmWire`, `KQXZ-TV`.
//!
//! A form alone is no credit: the words around it must speak of reporting.

use std::sync::LazyLock;

use super::domains::{LONGEST, is_domain};
use super::hints::Lexicon;
use super::tokens::{Line, bare, is_capital};
use super::words::{GENERIC, GIVEN_NAMES, LEADS, NOUNS, OPENERS, PAPERS, PIECES, TITLES};

/// The end of the name of an outlet's form that begins at the token.
pub(super) fn shaped(line: &Line<'_>, first: usize) -> Option<usize> {
    let word = line.word(first);
    if is_domain(word) && word.len() > 5 {
        return Some(first + 1);
    }
    let articled = line.is(first, "the");
    if !articled && (!is_capital(word) || is_lead(word)) {
        return None;
    }
    let begin = if articled { first + 1 } else { first };
    let run = run_over(line, begin, SURE);
    if run == begin {
        return None;
    }
    suffixed(line, begin, run, articled && word.starts_with('T'))
        .or_else(|| opened(line, begin, run))
        .or_else(|| (!articled).then(|| one_word(line, first)).flatten())
        .or_else(|| beside_noun(line, begin, run))
        .or_else(|| beside_reporter(line, begin, run))
        .or_else(|| beside_scoop(line, begin, run))
        .or_else(|| (articled && first > 0).then(|| told_the(line, first, run)).flatten())
}

/// Whether a name may not begin with the word.
pub(super) fn is_lead(word: &str) -> bool {
    LEADING.has(word)
}

static LEADING: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(LEADS.iter().copied()));

/// Whether the words are a person's name, as far as the given name tells.
pub(super) fn is_person(name: &str) -> bool {
    let mut words = name.split_whitespace();
    let given = words.next().map(bare).unwrap_or_default().to_lowercase();
    let rest = words.clone().count();
    let last = words.next_back().map(bare).unwrap_or_default().to_lowercase();
    let outlet = rest > 0 && (PAPERS.contains(&last.as_str()) || TITLES.contains(&last.as_str()));
    rest <= 2 && !outlet && GIVEN_NAMES.contains(&given.as_str())
}

/// The end of the run of capitalised words that begins here, small words between two included.
pub(super) fn run(line: &Line<'_>, begin: usize) -> usize {
    run_over(line, begin, SMALL)
}

fn run_over(line: &Line<'_>, begin: usize, joins: &[&str]) -> usize {
    let mut end = begin;
    let mut at = begin;
    while at < line.len() && at - begin < LONGEST {
        let word = line.word(at);
        let article = line.is(at, "the");
        let inside = word == "the" && line.is_any(at.wrapping_sub(1), &["of", "on", "in", "and", "to", "at"]);
        // A capital article begins another name.
        if at > begin && article && !inside {
            break;
        }
        if is_capital(word) {
            at += 1;
            end = at;
        } else if at > begin && (joins.contains(&word) || line.is_mark(at, "&+/\u{2022}")) {
            at += 1;
        } else {
            break;
        }
    }
    end
}

/// Small words inside names, where the name's end is known.
const SMALL: &[&str] = &[
    "of", "the", "and", "for", "on", "in", "to", "de", "la", "le", "du", "des", "del", "della", "der", "und",
    "y", "a", "e", "di", "al", "like",
];
/// Small words inside names in running text: `and` and `in` join two names there.
const SURE: &[&str] = &["of", "de", "la", "le", "du", "des", "del", "della", "der", "di", "al"];

/// Who has such a word in its name is no outlet, whatever the name ends with.
const BODIES: &[&str] =
    &["university", "college", "institute", "ministry", "department", "council", "committee", "party"];

fn suffixed(line: &Line<'_>, begin: usize, run: usize, articled: bool) -> Option<usize> {
    let mut best = None;
    // `Ann Lee of the Riverton Herald`: the outlet comes later.
    let person = GIVEN_NAMES.contains(&line.word(begin).to_lowercase().as_str());
    if person && (begin + 2..run).any(|at| line.is(at, "of")) {
        return None;
    }
    if (begin..run).any(|at| BODIES.iter().any(|body| line.is(at, body))) {
        return None;
    }
    for at in begin..run {
        let last = bare(line.word(at)).to_lowercase();
        let last = last.rsplit('-').next().unwrap_or_default();
        let paper = PAPERS.contains(&last);
        let named = (begin..at).any(|i| {
            let word = line.word(i).to_lowercase();
            is_capital(line.word(i)) && !GENERIC.contains(&word.as_str()) && !is_lead(&word)
        });
        let hyphened = at == begin && line.word(at).contains('-');
        let alone = at == begin && articled && paper && !is_lead(last);
        if (paper || TITLES.contains(&last)) && (named || hyphened || alone) {
            best = Some(at + 1);
        }
        // Behind a possessive another name begins, unless the run ends as an outlet does.
        if bare(line.word(at)).len() < line.word(at).len() && best == Some(at + 1) {
            break;
        }
    }
    best
}

fn opened(line: &Line<'_>, begin: usize, run: usize) -> Option<usize> {
    let opener = OPENERS.iter().any(|opener| line.is(begin, opener));
    let channel = line.is(begin, "channel") && line.word(begin + 1).starts_with(|c: char| c.is_ascii_digit());
    (opener && run > begin + 1 && run <= begin + 4).then_some(run).or_else(|| channel.then_some(begin + 2))
}

/// One word with a capital inside and a piece that speaks of news, or the call sign of a station.
fn one_word(line: &Line<'_>, first: usize) -> Option<usize> {
    let word = bare(line.word(first));
    let pieces = PIECES.iter().any(|piece| {
        word.len() > piece.len()
            && (word.ends_with(piece) && word[..word.len() - piece.len()].ends_with(char::is_alphanumeric)
                || word.strip_prefix(piece).is_some_and(|rest| rest.starts_with(char::is_uppercase)))
    });
    (pieces || is_call_sign(word)).then_some(first + 1)
}

/// `WXYZ`, `KXYZ-TV`: American stations.
fn is_call_sign(word: &str) -> bool {
    let sign = word.split('-').next().unwrap_or_default();
    sign.len() == 4 && sign.starts_with(['K', 'W']) && sign.bytes().all(|b| b.is_ascii_uppercase())
}

/// `news outlet NewsMaker`, `Empire magazine`: the noun tells.
fn beside_noun(line: &Line<'_>, begin: usize, run: usize) -> Option<usize> {
    let name = line.slice(begin, run);
    let before = begin > 0
        && NOUNS.contains(&line.word(begin - 1))
        && line.word(begin).starts_with(char::is_uppercase);
    // `Japan's Nikkei newspaper`: the name begins behind the owner.
    let owned = (begin..run.saturating_sub(1)).any(|at| bare(line.word(at)).len() < line.word(at).len());
    let after = line.is_any(run, &["magazine", "newspaper", "newswire"]) && !owned;
    ((before || after) && run - begin <= 5 && !is_person(name)).then_some(run)
}

/// `Lumen's Ann Lee reported`: who reports works for whom she belongs to.
fn beside_reporter(line: &Line<'_>, begin: usize, run: usize) -> Option<usize> {
    let owner = (begin..run).find(|&at| bare(line.word(at)).len() < line.word(at).len())?;
    let given = line.word(owner + 1).to_lowercase();
    let person = GIVEN_NAMES.contains(&given.as_str()) && run > owner + 2;
    (person && line.is_any(run, &["reported", "reports"]) && !is_person(line.slice(begin, owner + 1)))
        .then_some(owner + 1)
}

/// `Lumen was first to report`: whoever it is, it publishes.
fn beside_scoop(line: &Line<'_>, begin: usize, run: usize) -> Option<usize> {
    let was = line.is_any(run, &["was", "were"]);
    let first = run + 1 + usize::from(line.is(run + 1, "the"));
    let scoop = was
        && line.is(first, "first")
        && line.is(first + 1, "to")
        && line.is_any(first + 2, &["report", "break"]);
    (scoop && !is_person(line.slice(begin, run))).then_some(run)
}

/// What follows whom something is told.
const CLAUSES: &[&str] = &[
    "that", "in", "on", "about", "how", "why", "last", "this", "it", "he", "she", "they", "his", "her",
    "their", "the", "there", "we", "a", "i", "of", "what", "by", "via", "ahead", "after", "before", "during",
    "at", "when",
];

/// `told The Lumen that`: a capital article inside a sentence opens a title, and films are not told.
fn told_the(line: &Line<'_>, first: usize, run: usize) -> Option<usize> {
    let told = line.is_any(first - 1, &["told", "tells"])
        || line.is_any(first - 1, &["to", "with"])
            && first > 1
            && line.is_any(
                first - 2,
                &["speaking", "spoke", "interview", "talking", "exclusively", "confirmed"],
            );
    let capital = line.word(first).starts_with('T');
    let ended = line.closes(run) || line.is_mark(run, ",\u{201d}\"") || line.is_any(run, CLAUSES);
    (told && capital && ended && run <= first + 4).then_some(run)
}

/// Whether the word is the last of outlets' names.
pub(super) fn is_title(line: &Line<'_>, at: usize) -> bool {
    is_paper(line, at) || TITLES.iter().any(|title| bare(line.word(at)).eq_ignore_ascii_case(title))
}

/// Whether the word is the last of newspapers' names.
pub(super) fn is_paper(line: &Line<'_>, at: usize) -> bool {
    PAPERS.iter().any(|paper| bare(line.word(at)).eq_ignore_ascii_case(paper))
}
