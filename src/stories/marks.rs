//! What a print notes once it is known how rare its words are: its keys, what stands in for names, and the lengths
//! that comparing divides by.

use super::evidence::weight;
use super::print::{FIGURE, HEADS, IN_TITLE, KEY, NAME, Print, RARE, Term};

/// Marks the words by which a record is found again: the rarest, with those of its headline
/// and opening before others.
pub(super) fn choose_keys(print: &mut Print, rarity: &[f32], most: usize) {
    let named = |term: &Term| if term.marks & (NAME | FIGURE) == NAME { NAMED } else { 1.0 };
    for at in worthiest(print, rarity, most, named) {
        print.terms[at].marks |= KEY;
    }
}

/// The places of the words that are rarest and that the record is most about, each taken so many times.
fn worthiest(print: &Print, rarity: &[f32], most: usize, times: impl Fn(&Term) -> f32) -> Vec<usize> {
    let worth = |(at, (term, rarity)): (usize, (&Term, &f32))| (rarity * weight(term) * times(term), at);
    let all = print.terms.iter().zip(rarity).enumerate().map(worth);
    let mut all: Vec<(f32, usize)> = all.filter(|(worth, _)| *worth > 0.0).collect();
    if all.len() > most {
        all.select_nth_unstable_by(most, |a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        all.truncate(most);
    }
    all.into_iter().map(|(_, at)| at).collect()
}

/// Share of the words of a text without capitals that stand in for its names: about as many of a text with
/// capitals are names.
const STAND_IN: f32 = 0.3;
/// How much more a name is worth as a key than another word as rare.
const NAMED: f32 = 1.5;

/// Marks the words that stand in for names where nothing is written with a capital: the rarest of those that
/// the record is most about.
pub(super) fn stand_in(print: &mut Print, rarity: &[f32]) {
    let may_be = |term: &Term| term.weight > 0 && term.marks & FIGURE == 0;
    let most = (print.terms.len() as f32 * STAND_IN) as usize;
    for at in worthiest(print, rarity, most, |term| if may_be(term) { 1.0 } else { 0.0 }) {
        print.terms[at].marks |= NAME;
    }
}

/// Notes the lengths that comparing divides by.
pub(super) fn measure(print: &mut Print, rarity: &[f32]) {
    let (mut all, mut title, mut opening, mut names) = (0.0, 0.0, 0.0, 0.0);
    let mut heads: Vec<(f32, u32)> = Vec::new();
    (print.mass, print.title_mass, print.worded) = (0.0, 0.0, 0);
    for (term, rarity) in print.terms.iter_mut().zip(rarity) {
        term.rare = (rarity * RARE) as u8;
        // What is a form's says nothing.
        if term.weight == 0 {
            continue;
        }
        let rare = f32::from(term.rare) / RARE;
        let value = weight(term) * rare;
        all += value * value;
        print.mass += value;
        print.worded += 1;
        opening += (f32::from(term.opening) / 255.0 * rare).powi(2);
        if term.marks & (NAME | FIGURE) == NAME {
            names += value * value;
            heads.push((value, term.hash));
        }
        if term.marks & IN_TITLE != 0 {
            title += rare * rare;
            print.title_mass += rare;
        }
    }
    print.norm = f32::sqrt(all);
    print.title_norm = f32::sqrt(title);
    print.opening_norm = f32::sqrt(opening);
    print.name_norm = f32::sqrt(names);
    heads.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    print.heads = [0; HEADS];
    for (place, (_, hash)) in print.heads.iter_mut().zip(heads) {
        *place = hash;
    }
}
