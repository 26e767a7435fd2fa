//! What all members of a story are about, and what a record is about instead.

use super::odds::Compared;
use super::print::{FIGURE, NAME, Print, Term};

/// Share of a story's members that have what is its core.
const MOST: f32 = 0.6;
/// Members whose names are tried: what most have, one of the first two has.
const TRIED: usize = 2;
/// [`Term::rare`] of what is more than the name of a day or a month.
const RARE: u8 = 48;

/// How much a record is about a name that no member has, while it lacks one that most of them have: the
/// lesser of the two. Two fights of one champion share nearly everything but the other boxer.
pub(super) fn strange(new: &Print, members: &[Compared<'_>]) -> f32 {
    let unknown = |term: &&Term| members.iter().all(|member| found(member.print, term.hash).is_none());
    let brings = names(new).filter(unknown).map(worth).fold(0.0, f32::max);
    if brings == 0.0 {
        return 0.0;
    }
    let tried = members.iter().take(TRIED).flat_map(|member| names(member.print));
    let lacked = tried.filter(|term| found(new, term.hash).is_none());
    lacked.map(|term| shared(term.hash, members)).fold(0.0, f32::max).min(brings)
}

/// How much the members are about a name, on average; 0 unless most have it.
fn shared(name: u32, members: &[Compared<'_>]) -> f32 {
    let (mut count, mut sum) = (0.0, 0.0);
    for term in members.iter().filter_map(|member| found(member.print, name)) {
        count += 1.0;
        sum += worth(term);
    }
    let all = members.len() as f32;
    if count >= MOST * all { sum / all } else { 0.0 }
}

/// How much a record is about a word, times how rare that was.
fn worth(term: &Term) -> f32 {
    f32::from(term.weight) / 255.0 * f32::from(term.rare) / 16.0
}

fn names(print: &Print) -> impl Iterator<Item = &Term> {
    print.terms.iter().filter(|term| term.marks & (NAME | FIGURE) == NAME && term.rare >= RARE)
}

fn found(print: &Print, hash: u32) -> Option<&Term> {
    let at = print.terms.binary_search_by_key(&hash, |term| term.hash).ok()?;
    print.terms.get(at)
}
