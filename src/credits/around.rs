//! Recognised outlets in running text, and the words around each that credit it.
//!
//! Asks only for names that are configured, listed or of an outlet's form: in running text
//! "according to" and "told" stand before persons far more often.

use std::sync::LazyLock;

use super::cues::{self, AFTER, BEFORE, Cue, Only};
use super::found::Found;
use super::hints::{Lexicon, Near};
use super::names::{self, Level, Name, Names};
use super::shapes;
use super::tokens::{Line, bare, is_capital};
use super::words::{DATES, FIGURES, FILLERS, NOUNS, PICTURES};
use crate::model::CreditKind;

/// Every outlet of the line that the words around it credit.
pub(super) fn find(line: &Line<'_>, names: &Names, out: &mut Vec<Found>) {
    nouned(line, names, out);
    let mut at = 0;
    // The cue of the name before, for lists: `told Variety and Deadline`.
    let mut before: Option<(usize, Found)> = None;
    let mut owner = None;
    let near = Near::new(line);
    // A name without a cue, until the next: `Deadline and Variety both report`.
    let mut silent: Option<Name> = None;
    while at < line.len() {
        // A headline may name its paper; the rest of a list has the cue of its first.
        let headline = at == 0 && line.offset == 0;
        if !headline && before.as_ref().is_none_or(|(end, _)| at > end + 2) {
            match near.from(at) {
                Some(next) if next > at => {
                    at = next;
                    continue;
                }
                Some(_) => {}
                None => return,
            }
        }
        let Some(name) = names.at(line, at) else {
            at += 1;
            continue;
        };
        // `the BBC's Today programme`: the owner is the outlet.
        if owner.replace(name.end) == Some(name.first) && names::owns(line, name.first) {
            at = name.end;
            continue;
        }
        at = name.end.max(at + 1);
        let found = credited(line, &name).or_else(|| {
            let (end, last) = before.as_ref()?;
            follows(line, *end, &name).then(|| {
                let mut found = Found::new(line, &name, last.kind, name.first, name.end);
                found.words.0 = last.words.0;
                found
            })
        });
        if let (Some(found), Some(first)) = (&found, &silent)
            && is_shared(line, first, &name, found.words.1)
        {
            let mut shared = Found::new(line, first, found.kind, first.first, first.end);
            shared.words.1 = found.words.1;
            out.push(shared);
        }
        silent = found.is_none().then_some(name.clone());
        before = found.map(|found| {
            out.push(found.clone());
            (name.end, found)
        });
    }
}

/// Whether a name of a paper of another language begins another's: `Le Monde de Nemo`.
fn begins_other(line: &Line<'_>, name: &Name) -> bool {
    name.end - name.first == 2
        && name.level == Level::Listed
        && matches!(line.word(name.first), "Le" | "La" | "Les" | "El" | "Il" | "Lo")
        && matches!(line.word(name.end), "de" | "du" | "des" | "di" | "del")
        && is_capital(line.word(name.end + 1))
}

/// Words for an outlet that no company's name stands behind.
static OUTLETS: LazyLock<Lexicon> = LazyLock::new(|| {
    let words = [
        "newspaper",
        "broadcaster",
        "agency",
        "magazine",
        "daily",
        "weekly",
        "tabloid",
        "channel",
        "newswire",
        "outlet",
        "station",
        "television",
        "tv",
    ];
    Lexicon::new(words.into_iter())
});

/// `state broadcaster TRT said`, `The French newspaper Le Monde wrote`: what kind of outlet it is
/// stands before the name, so nobody needs to know it.
fn nouned(line: &Line<'_>, names: &Names, out: &mut Vec<Found>) {
    const KINDS: &[&str] = &[
        "state",
        "state-run",
        "state-owned",
        "local",
        "news",
        "regional",
        "national",
        "public",
        "independent",
        "business",
        "private",
        "opposition",
        "financial",
        "sports",
        "leading",
        "official",
        "semi-official",
        "public-service",
        "city",
    ];
    const SAID: &[&str] =
        &["said", "says", "wrote", "quoted", "cited", "reported", "reports", "writes", "showed"];
    for at in 1..line.len().saturating_sub(2) {
        let first = at + 1;
        if !OUTLETS.has(line.word(at)) || !is_capital(line.word(first)) || is_capital(line.word(at)) {
            continue;
        }
        if !(line.is_any(at - 1, KINDS) || nationality(line.word(at - 1))) {
            continue;
        }
        let end = shapes::run(line, first).min(first + 5);
        let verb = end + usize::from(line.is_mark(end, ","));
        let before =
            line.is_any(end, SAID) || line.is_mark(end, ",") && line.is_any(verb, &["citing", "which"]);
        // `…, Israeli daily Haaretz reported` and `reported by Israeli daily Haaretz` have cues of their own.
        if before && (first..end).all(|at| line.mark(at).is_none() || line.is_mark(at, "&+")) {
            let name = names.at(line, first).filter(|name| name.end == end);
            let name = name.unwrap_or_else(|| names.named(line, first, end, Level::Shaped));
            out.push(Found::new(line, &name, CreditKind::Source, first, end + 1));
        }
    }
}

/// Whether the name is the next of a list: `, Deadline`, `and Deadline`.
fn follows(line: &Line<'_>, end: usize, name: &Name) -> bool {
    let first = if line.is(name.first, "the") || !line.is(name.first.wrapping_sub(1), "the") {
        name.first
    } else {
        name.first - 1
    };
    let joined = |at: usize| line.is_any(at, &["and", "or"]) || line.is_mark(at, "&/");
    name.level >= Level::Listed
        && !line.is_any(name.end, &["reports", "reported", "is", "was", "has", "will", "said", "says"])
        && match first.checked_sub(end) {
            Some(1) => {
                joined(end)
                    || line.is_mark(end, ",")
                        && (line.closes(name.end) || line.is_mark(name.end, ",") || joined(name.end))
            }
            Some(2) => line.is_mark(end, ",") && joined(end + 1),
            _ => false,
        }
}

/// Whether what credits the name credits the one before too: `X and Y report`.
fn is_shared(line: &Line<'_>, first: &Name, name: &Name, _words: usize) -> bool {
    let plural =
        line.is_any(name.end, &["both", "report", "reported", "are", "have", "were", "say", "believe"]);
    let joined = line.is(first.end, "and") && name.first <= first.end + 2;
    // `The Oregonian/OregonLive reported`: one outlet by both of its names.
    let twice =
        line.is_mark(first.end, "/") && name.first == first.end + 1 && name.identity == first.identity;
    twice || plural && joined && first.level >= Level::Listed && name.level >= Level::Listed
}

/// The credit that the words around a name give it.
pub(super) fn credited(line: &Line<'_>, name: &Name) -> Option<Found> {
    if begins_other(line, name) {
        return None;
    }
    if names::acts(line, name.end) || names::is_refused(&name.shown) {
        return None;
    }
    let after = after(line, name);
    let before = before(line, name);
    // `according to Axios, which first reported the news`: the stronger word counts.
    match (after, before) {
        (Some(after), Some(before)) => {
            Some(if after.kind == CreditKind::FirstReported || before.kind == CreditKind::Source {
                after
            } else {
                before
            })
        }
        (after, before) => {
            after.or(before).or_else(|| confirmed_to(line, name)).or_else(|| headed(line, name))
        }
    }
}

fn allows(cue: &Cue, line: &Line<'_>, name: &Name) -> bool {
    let listed = name.level >= Level::Listed;
    let ended = line.closes(name.end) || line.is_mark(name.end, ",\u{201d}\"");
    match cue.only {
        Only::Anywhere => true,
        Only::AtEnd => ended,
        Only::Listed => listed,
        Only::ListedAtEnd => listed && ended,
        Only::Press => listed && !names::makes(&name.shown),
    }
}

fn before(line: &Line<'_>, name: &Name) -> Option<Found> {
    let mut end = name.first;
    let mut member = false;
    for _ in 0..8 {
        if let Some((cue, start)) =
            BEFORE.iter().find_map(|cue| Some((cue, cues::ends(line, end, cue.words)?)))
            && BEFORE.iter().any(|other| other.words == cue.words && allows(other, line, name))
            && !is_picture(line, start)
            && !is_other(line, start, cue)
        {
            return Some(Found::new(line, name, kind(cue, line, start), start, name.end));
        }
        end = end.checked_sub(1)?;
        let word = line.word(end);
        let owned = bare(word).len() < word.len() || nationality(word);
        // `reported by Ann Lee of the Herald`
        member |= line.is_any(end, &["of", "at", "from", "on"]);
        if !(line.is_any(end, FILLERS) || (owned || member) && is_capital(word)) {
            return None;
        }
    }
    None
}

/// `(per X)` is how headlines say via.
fn kind(cue: &Cue, line: &Line<'_>, start: usize) -> CreditKind {
    let bracketed = start > 0 && line.is_mark(start - 1, "([");
    if cue.words == ["per"] && bracketed { CreditKind::Via } else { cue.kind }
}

/// `Moldovan news outlet`, `Spanish daily`.
fn nationality(word: &str) -> bool {
    is_capital(word)
        && ["an", "ish", "ese", "ch", "ic", "li", "man", "ek"].iter().any(|end| word.ends_with(end))
}

fn is_picture(line: &Line<'_>, start: usize) -> bool {
    let sentence = line.sentence(start);
    line.is_any(sentence, PICTURES) && line.is_any(start, &["via", "by", "per"])
        || line.is(start, "via") && (start.saturating_sub(5)..start).any(|at| line.is_any(at, PICTURES))
}

/// Uses of the words that mean something else: `a job interview with`, `is told`.
fn is_other(line: &Line<'_>, start: usize, cue: &Cue) -> bool {
    let previous = start.wrapping_sub(1);
    match cue.words[0] {
        "interview" => line.is_any(previous, &["job", "our", "my"]) || is_denied(line, start),
        "according" => line.is_any(previous, &["not"]),
        // `had not seen the article in Variety`
        "article" | "story" | "report" | "piece" | "issue" if is_denied(line, start) => true,
        // `…, reports The Verge.`: behind what it reports, never a plural.
        "reports" | "reported" | "writes" | "notes" | "berichtet" | "berichtete" | "rapporte"
            if cue.words.len() == 1 =>
        {
            !line.is_mark(previous, ",\u{201d}\"\u{bb}\u{2019}'")
        }
        "per" => {
            line.tokens.get(previous).is_some_and(|_| line.word(previous).chars().all(|c| c.is_ascii_digit()))
                && previous < start
                && !line.word(previous).is_empty()
        }
        _ => false,
    }
}

/// Whether the words before deny.
fn is_denied(line: &Line<'_>, start: usize) -> bool {
    const DENYING: &[&str] = &[
        "not",
        "never",
        "hadn't",
        "hasn't",
        "haven't",
        "didn't",
        "wasn't",
        "isn't",
        "hadn\u{2019}t",
        "hasn\u{2019}t",
        "haven\u{2019}t",
        "didn\u{2019}t",
    ];
    (start.saturating_sub(5)..start).any(|at| line.is_any(at, DENYING))
}

/// `confirmed the outage to The Verge`: what is confirmed stands between.
fn confirmed_to(line: &Line<'_>, name: &Name) -> Option<Found> {
    const SAID: &[&str] =
        &["confirmed", "confirms", "denied", "disclosed", "revealed", "admitted", "explained"];
    const MOVES: &[&str] =
        &["move", "return", "transfer", "switch", "sale", "gift", "donation", "loan", "moving", "joining"];
    let to = name.first.checked_sub(1 + usize::from(line.is(name.first.wrapping_sub(1), "the")))?;
    if !line.is(to, "to") || name.level < Level::Listed {
        return None;
    }
    let words = (to.saturating_sub(8)..to).rev().take_while(|&at| line.mark(at).is_none());
    let mut said = None;
    for at in words {
        if line.is_any(at, MOVES) {
            return None;
        }
        said = said.or(line.is_any(at, SAID).then_some(at));
    }
    Some(Found::new(line, name, CreditKind::Source, said?, name.end))
}

fn after(line: &Line<'_>, name: &Name) -> Option<Found> {
    let owner = bare(line.word(name.end - 1)).len() < line.word(name.end - 1).len()
        || line.is_mark(name.end, "'\u{2019}") && !line.gap(name.end);
    // `Time magazine reported`, `PA news agency reported`.
    let behind = (name.end..name.end + 2).find(|&at| !line.is_any(at, NOUNS) && !line.is(at, "news"));
    let mut verbs = vec![behind.unwrap_or(name.end + 2)];
    if line.is_mark(name.end, ",)") {
        verbs.push(name.end + 1);
    }
    if owner {
        let begin = name.end + usize::from(line.is_mark(name.end, "'\u{2019}"));
        let person = shapes::run(line, begin).min(begin + 4);
        verbs = if person > begin {
            vec![person, person + usize::from(line.is_mark(person, ","))]
        } else {
            vec![begin]
        };
    }
    for verb in verbs {
        let apposition = verb > name.end && line.is_mark(verb - 1, ",)");
        for cue in AFTER {
            if let Some(end) = cues::begins(line, verb, cue.words)
                && allows(cue, line, name)
                && (!apposition || owner || ["which", "who", "citing"].contains(&cue.words[0]))
                && !is_account(line, name, verb, end, cue)
            {
                return Some(Found::new(line, name, cue.kind, name.first, end));
            }
        }
    }
    None
}

/// Verbs that tell of the outlet as a business or as a word of every day: `BBC reported a loss`,
/// `People reported feeling ill`.
fn is_account(line: &Line<'_>, name: &Name, verb: usize, end: usize, cue: &Cue) -> bool {
    let last = cue.words[cue.words.len() - 1];
    if matches!(last, "reported" | "reports" | "revealed" | "confirmed") {
        let mut clause = (end..end + 4).take_while(|&at| line.mark(at).is_none());
        let dated = line.is_any(end, DATES);
        let figures = !dated && clause.any(|at| line.is_any(at, FIGURES)) && !line.is(end, "that");
        if figures {
            return true;
        }
    }
    if cue.words.len() == 1 && matches!(last, "report" | "investigation" | "analysis" | "exclusive") {
        let article = name
            .first
            .checked_sub(1)
            .is_some_and(|at| line.is_any(at, &["a", "an", "the", "new", "recent", "latest", "this", "to"]));
        return !article && !line.is(name.first, "the");
    }
    // `Time reports on slow cookers are rare.`
    if line.is(verb, "reports") && line.is(end, "on") && names::is_common(&name.shown) {
        return true;
    }
    let bold = line.is(verb, "reports")
        || verb > name.end
        || cue.words.len() > 1
        || line.is(name.first, "the") && is_capital(line.word(name.first));
    !bold
        && line.opens(name.first)
        && names::is_common(&name.shown)
        && name.shown.chars().any(char::is_lowercase)
        && !line.is(end, "that")
        && !(line.is(end, "the") && line.is_any(end + 1, &["news", "story", "report"]))
        && name.level < Level::Known
        && !(name.first > 0 && line.is_mark(name.first - 1, ","))
}

/// `The Kyiv Independent: …` at the head of the text: a headline that names its paper.
fn headed(line: &Line<'_>, name: &Name) -> Option<Found> {
    let colon = line.is_mark(name.end, ":") && !line.gap(name.end) && name.end + 1 < line.len();
    let paper =
        name.level >= Level::Listed || shapes::is_paper(line, name.end - 1) && name.end - name.first > 1;
    let dated = line.is_any(name.first, DATES);
    let common = names::is_common(&name.shown) && !line.is(0, "the") || super::world::is_picture(line);
    (line.offset == 0 && name.first == 0 && colon && paper && !dated && !common)
        .then(|| Found::new(line, name, CreditKind::Source, 0, name.end + 1))
}
