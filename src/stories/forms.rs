//! Forms: texts that fill one frame with other news, as job ads, weather warnings and videos' notes do.
//!
//! A phrase of the frame stands in many records that have nothing else in common, a phrase of much-told
//! news in records whose headlines tell each other. What a record has from its frame is taken out of
//! its print before anything is compared; what remains decides.

use super::gather::mixed;
use super::print::{COUNTED, IN_TITLE, NAME, Print, RARE, Term};
use crate::text::words::HashedMap;

/// Holders of a phrase that are looked at, the latest.
pub(super) const HOLDERS: usize = 12;
/// Holders that have nothing else in common with a record, from which on a phrase is nobody's.
const STRANGERS: usize = 3;
/// Share of each one's headline that the other tells, below which two records have little in common.
const TOLD: f32 = 0.45;
/// Share of a record's phrases that are nobody's, from which on it follows a form.
const FORMED: f32 = 0.25;

/// Whether each tells so little of the other's headline that a phrase in common is a frame's.
pub(super) fn unrelated(new: &Print, rarity: &[f32], old: &Print) -> bool {
    let ours = |term: &Term, at: usize| (term.hash, rarity.get(at).copied().unwrap_or_default());
    let theirs = |term: &Term, _: usize| (term.hash, f32::from(term.rare) / RARE);
    told(new, ours, old).min(told(old, theirs, new)) < TOLD || other_names(new, old)
}

/// Whether both headlines have names, and none in common.
fn other_names(one: &Print, other: &Print) -> bool {
    let names = |print: &'_ Print| {
        let named = |term: &&Term| term.marks & (IN_TITLE | NAME) == IN_TITLE | NAME;
        print.terms.iter().filter(named).map(|term| term.hash).collect::<Vec<u32>>()
    };
    let (one, other) = (names(one), names(other));
    !one.is_empty() && !other.is_empty() && one.iter().all(|name| other.binary_search(name).is_err())
}

/// Share of one's headline that the other tells, rare words first.
fn told(who: &Print, worth: impl Fn(&Term, usize) -> (u32, f32), to: &Print) -> f32 {
    let (mut all, mut known) = (0.0, 0.0);
    for (at, term) in who.terms.iter().enumerate().filter(|(_, term)| term.marks & IN_TITLE != 0) {
        let (hash, rare) = worth(term, at);
        let worth = rare * rare;
        all += worth;
        if to.terms.binary_search_by_key(&hash, |term| term.hash).is_ok() {
            known += worth;
        }
    }
    if all > 0.0 { known / all } else { 1.0 }
}

/// Whether a phrase with these holders is nobody's: `strange` of them have little else in common with the record.
pub(super) fn is_stock(holders: usize, strange: usize) -> bool {
    strange >= STRANGERS && 2 * strange >= holders
}

/// Takes what a record has from its frame out of its print. `words` are its words in order, 0 between
/// headline and body; `stock` says of each phrase of the print whether it is nobody's.
pub(super) fn cover(print: &mut Print, words: &[u32], stock: &[bool]) {
    let count = stock.iter().filter(|stock| **stock).count();
    let share = count as f32 / stock.len().max(1) as f32;
    if share < FORMED {
        return;
    }
    print.framed = (share * 255.0) as u8;
    let is_stock = |phrase: &u32| print.phrases.binary_search(phrase).is_ok_and(|at| stock[at]);
    let mut covered: HashedMap<u32, bool> = HashedMap::default();
    let mut framed = vec![false; words.len()];
    for (at, three) in words.windows(3).enumerate() {
        if !three.contains(&0) && is_stock(&mixed(three)) {
            framed[at..at + 3].fill(true);
        }
    }
    // What is left of it is as long as it is.
    print.length = words.iter().zip(&framed).filter(|(word, framed)| **word != 0 && !**framed).count() as u16;
    for (word, framed) in words.iter().zip(framed) {
        let covered = covered.entry(*word).or_insert(true);
        *covered &= framed;
    }
    for term in &mut print.terms {
        if covered.get(&term.hash) == Some(&true) {
            (term.weight, term.opening) = (0, 0);
            term.marks &= COUNTED | IN_TITLE | NAME;
        }
    }
}
