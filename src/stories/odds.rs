//! What two records have in common, as odds that they tell the same news.
//!
//! One table, [`EVIDENCE`], says what counts and how much. A pair's evidence adds up to the odds
//! that both tell the same news (natural logarithm). The weights are learned from labelled pairs
//! (`examples/learn_stories.rs`); one can be read as: so much more likely, times e to the weight.

use super::evidence::{self, Shared, Weighed};
use super::print::Print;

/// What each kind of evidence counts, and the odds before any: as [`Weights::stated`] unless learning tries others.
#[derive(Debug, Clone, PartialEq)]
pub struct Weights {
    /// The logarithm of the odds before any evidence.
    pub before: f64,
    /// What a full measure of each kind adds, in the order of [`Weights::kinds`].
    pub each: Vec<f64>,
}

impl Weights {
    /// Those that stand in the table.
    pub fn stated() -> Self {
        Self { before: BEFORE, each: EVIDENCE.iter().map(|evidence| evidence.weight).collect() }
    }

    /// The kinds of evidence, for people, and which way each may count.
    pub fn kinds() -> Vec<(&'static str, Sign)> {
        EVIDENCE.iter().map(|evidence| (evidence.name, evidence.sign)).collect()
    }
}

/// Each kind's measure of what two records share.
pub(super) fn measures(shared: &Shared) -> Vec<f64> {
    EVIDENCE.iter().map(|evidence| (evidence.measure)(shared)).collect()
}

/// Which way a kind of evidence may count, whatever a few suites say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// For one story alone.
    For,
    /// Against it alone.
    Against,
    /// As learned.
    Either,
    /// Given, not learned.
    Given,
}

use Sign::{Against, Either, For, Given};

/// One kind of evidence.
struct Evidence {
    /// What it is, for people.
    name: &'static str,
    /// Which way it may count.
    sign: Sign,
    /// What a full measure of it adds to the logarithm of the odds.
    weight: f64,
    /// How much of it there is.
    measure: fn(&Shared) -> f64,
}

/// The odds before any evidence, as a logarithm.
const BEFORE: f64 = -4.68;
/// The odds of what is as good as certain.
pub(super) const SURE: f64 = 8.0;
/// From this share of common phrases on the one is the other's text, however it is framed.
const SAME_TEXT: f32 = 0.5;
/// As above where the figures are others: a template filled anew shares less than this.
const SAME_TEXT_OTHER_FIGURES: f32 = 0.9;
/// As above within one source.
const SAME_TEXT_AGAIN: f32 = 0.85;
/// From this many phrases on one source's text is recognised again with some words changed.
const LONG_TEXT: u32 = 20;

/// Of one text both headlines are told: the one by this share, the other by that.
const ONE_TOLD: f32 = 0.9;
const BOTH_TOLD: f32 = 0.7;
/// What both say of their own at most, where they have one text.
const OWN: f32 = 0.35;
/// The same where the one has all of the other, whatever its headline.
const WHOLE: f32 = 0.08;

/// Likeness of words from which on being near in time counts in full.
const AGREED: f32 = 0.25;

/// Words from which on a record is more than a headline.
pub(super) const WITH_TEXT: u32 = 12;
/// Rarity in common, beside one name, that is enough for one story.
const ENOUGH: f64 = 8.0;
/// Rarity in common beside all names that two articles of one story have.
const PLAIN: f64 = 4.0;
/// Words from which on a record is taken for an article.
const ARTICLE: f64 = 40.0;

/// [`time`] of an hour. A newsroom is busy: that two pieces came out minutes apart says
/// no more than that they came out together.
const TOGETHER: f64 = -2.0;

/// What the logarithm of the time between two records adds to the logarithm of the odds.
const TIME: f64 = -0.22;

/// The same for the logarithm of the hours.
const HOURS: f64 = -0.80;

/// What a credit adds: the suites have none to learn it from.
const CREDIT: f64 = 1.5;

/// What short texts of one source count: a catalogue, a list of releases, a series of notes. The suites have
/// few of them.
const LISTED: f64 = -7.0;

/// What it counts that two have little in common beside one name: about what the suites teach.
const LITTLE: f64 = -2.0;

/// The same of a note beside an article: the suites have few of them, but a desk that follows a series or a person
/// has a trailer and an interview, a signing and a sentence, every day.
const NOTE: f64 = -9.0;

/// The logarithm of two.
const TWICE: f64 = std::f64::consts::LN_2;

/// Words from which on a record has a text.
const WITH_WORDS: u16 = 30;

/// Everything that is weighed, for and against. The weights are what `examples/learn_stories.rs` learns;
/// `cargo run --release --example learn_stories` says when they are no longer that.
const EVIDENCE: &[Evidence] = &[
    Evidence { name: "headlines alike", weight: 2.81, sign: For, measure: |s| s.titles.into() },
    Evidence { name: "headlines and openings alike", weight: 0.00, sign: For, measure: |s| s.opening.into() },
    Evidence { name: "one tells the other's headline", weight: 1.73, sign: For, measure: |s| s.told.into() },
    Evidence {
        name: "each tells the other's headline",
        weight: 2.69,
        sign: For,
        measure: |s| s.both_told.into(),
    },
    Evidence { name: "rare words in common", weight: 0.54, sign: For, measure: |s| s.rare.into() },
    Evidence { name: "names in common", weight: 0.71, sign: For, measure: |s| f64::from(s.names).ln_1p() },
    Evidence {
        name: "names alike, in long texts",
        weight: 2.07,
        sign: Either,
        measure: |s| f64::from(s.named) * long(s),
    },
    Evidence {
        name: "headlines alike, of long texts",
        weight: -1.11,
        sign: Either,
        measure: |s| f64::from(s.titles) * long(s),
    },
    Evidence {
        name: "words quoted in common",
        weight: 0.68,
        sign: For,
        measure: |s| f64::from(s.quotes.min(3)) / 3.0,
    },
    Evidence { name: "one credits the other", weight: CREDIT, sign: Given, measure: |s| flag(s.credited) },
    Evidence {
        name: "figures that differ",
        weight: -1.12,
        sign: Against,
        measure: |s| f64::from(1.0 - s.figures) * figures(s),
    },
    Evidence {
        name: "other figures in the headlines",
        weight: -0.45,
        sign: Against,
        measure: |s| flag(s.other_numbers),
    },
    Evidence {
        name: "what each is most about is not in the other",
        weight: -0.83,
        sign: Against,
        measure: |s| s.absent.into(),
    },
    Evidence { name: "little in common beside one name", weight: LITTLE, sign: Given, measure: little },
    Evidence {
        name: "a note beside an article, little in common beside one name",
        weight: NOTE,
        sign: Given,
        measure: |s| little(s) * apart(s),
    },
    Evidence { name: "little in common beside names", weight: -1.16, sign: Against, measure: bare },
    Evidence { name: "time between them", weight: TIME, sign: Against, measure: time },
    Evidence { name: "hours between them", weight: HOURS, sign: Against, measure: hours },
    Evidence { name: "no time known", weight: 1.53, sign: Either, measure: |s| flag(s.days.is_none()) },
    Evidence { name: "dates named in common", weight: 3.58, sign: For, measure: |s| flag(s.same_date) },
    Evidence { name: "other days named", weight: -1.42, sign: Against, measure: |s| flag(s.other_days) },
    Evidence {
        name: "a text, not a headline alone",
        weight: -1.43,
        sign: Either,
        measure: |s| flag(s.lengths[0] > WITH_WORDS),
    },
    Evidence { name: "lengths that differ", weight: 1.12, sign: Either, measure: longer },
    Evidence { name: "the same source", weight: -0.86, sign: Against, measure: |s| flag(s.same_source) },
    Evidence {
        name: "the same source, of short texts",
        weight: LISTED,
        sign: Given,
        measure: |s| flag(s.same_source) * brief(s),
    },
    Evidence {
        name: "full names that differ",
        weight: -0.33,
        sign: Against,
        measure: |s| flag(s.days.is_none()) * f64::from(s.strangers.min(2)),
    },
    Evidence { name: "two languages", weight: -0.49, sign: Against, measure: |s| flag(!s.same_language) },
    Evidence { name: "a form", weight: -5.24, sign: Against, measure: |s| s.framed.into() },
    Evidence {
        name: "a form, and in it other things",
        weight: -5.12,
        sign: Against,
        measure: |s| f64::from(s.framed * s.own),
    },
    Evidence {
        name: "phrases of short texts whose headlines differ",
        weight: -42.59,
        sign: Against,
        measure: |s| phrases(s) * f64::from((1.0 - s.both_told) * (1.0 - s.opening)) * brief(s),
    },
];

/// The logarithm of the hours between them, 0 at once; half a day where no time is known.
fn hours(shared: &Shared) -> f64 {
    f64::from(shared.days.unwrap_or(0.5).min(4.0) * 24.0).ln_1p()
}

/// The logarithm of the shorter one's words, 0 at about twenty.
fn long(shared: &Shared) -> f64 {
    f64::from(shared.lengths[0]).ln_1p() - 3.0
}

/// By how much the lengths differ: the logarithm of the one over the other, as far as twice the length. A
/// longer piece has more of its own, which says nothing against it; but a note is no article cut short.
fn apart(shared: &Shared) -> f64 {
    let [shorter, longer] = shared.lengths.map(|words| f64::from(words) + 1.0);
    (longer / shorter).ln().min(TWICE)
}

/// The same, as far as they have more in common than one name.
fn longer(shared: &Shared) -> f64 {
    apart(shared) * (1.0 - little(shared))
}

fn flag(is: bool) -> f64 {
    f64::from(u8::from(is))
}

/// The logarithm of the minutes between them, 0 at about seven hours. That they came out together
/// counts only as far as their words agree, and they have more in common than one name.
fn time(shared: &Shared) -> f64 {
    let Some(days) = shared.days else { return 0.0 };
    let distance = (f64::from(days) * 1440.0).max(1.0).ln_1p() - 6.0;
    let distance = distance.max(TOGETHER);
    let agreed = f64::from(shared.words / AGREED).min(1.0);
    if distance < 0.0 { distance * agreed * (1.0 - little(shared)) } else { distance }
}

/// How short the shorter record is, 0 to 1.
fn brief(shared: &Shared) -> f64 {
    (1.0 - f64::from(shared.lengths[1]) / 100.0).max(0.0)
}

/// How much of an article the shorter record is, 0 to 1.
fn article(shared: &Shared) -> f64 {
    (f64::from(shared.terms) / ARTICLE).min(1.0)
}

/// How little two records with a text have in common beside one name, 0 to 1: they may be about the
/// same person or series, and tell other news. Of short texts that are near in time as much is asked as of
/// articles: a series has several pieces in a day.
fn little(shared: &Shared) -> f64 {
    let texts = flag(shared.terms >= WITH_TEXT);
    let wanted = ENOUGH * if shared.days.is_none() { article(shared) } else { 1.0 };
    texts * (1.0 - f64::from(shared.beside) / wanted).max(0.0)
}

/// How little two dated records with a text have in common beside all names, 0 to 1: they may be about
/// the same people, and tell what happened next.
fn bare(shared: &Shared) -> f64 {
    let texts = flag(shared.terms >= WITH_TEXT && shared.days.is_some());
    let wanted = PLAIN * article(shared);
    texts * (1.0 - f64::from(shared.plain) / wanted).max(0.0)
}

/// Share of common phrases, as far as there are enough to tell.
fn phrases(shared: &Shared) -> f64 {
    f64::from(shared.phrases) * f64::from(shared.phrases_seen.min(8)) / 8.0
}

/// How much the comparison of figures can say, 0 to 1.
fn figures(shared: &Shared) -> f64 {
    f64::from(shared.figures_seen.min(3)) / 3.0
}

/// The odds that two records tell the same news, as a natural logarithm.
fn odds(shared: &Shared, weights: &Weights) -> f64 {
    if same_page(shared) || same_text(shared) {
        return SURE;
    }
    if shared.series || shared.only_title {
        return -SURE;
    }
    let weighed = EVIDENCE.iter().zip(&weights.each);
    let sum: f64 = weighed.map(|(evidence, weight)| weight * (evidence.measure)(shared)).sum();
    (weights.before + sum).clamp(-SURE, SURE)
}

/// Whether both are the same page. Some feeds give all their entries one address, or one page with
/// many anchors; then headline and text have little in common.
fn same_page(shared: &Shared) -> bool {
    if shared.same_source {
        let alike = shared.phrases_seen >= 4 && shared.phrases >= SAME_TEXT;
        return shared.same_address && (alike || shared.same_title) && !shared.series;
    }
    let others = shared.phrases_seen >= 8 && shared.phrases < 0.1 && shared.titles < 0.3;
    shared.same_address && !others
}

/// Whether the one is the other's text, cut, framed or re-ordered.
fn same_text(shared: &Shared) -> bool {
    // Word for word: another outlet's headline makes no other piece of it.
    if shared.word_for_word && !shared.same_source {
        return true;
    }
    if shared.series || shared.phrases_seen < 4 {
        return false;
    }
    if shared.same_source {
        return same_text_again(shared);
    }
    // A form filled anew shares its phrases, but each has things of its own, first in its headline.
    let whole = shared.own <= WHOLE || shared.both_told >= BOTH_TOLD;
    if shared.told < ONE_TOLD || !whole || shared.own > OWN {
        return false;
    }
    let figures_agree = shared.figures_seen < 2 || shared.figures >= 0.5;
    let least = if figures_agree { SAME_TEXT } else { SAME_TEXT_OTHER_FIGURES };
    shared.phrases >= least
}

/// Whether one source brings its own text again. Its catalogue entries, release notes and instalments
/// share whole sentences: a short text must be the same, a long one nearly so, figures included.
fn same_text_again(shared: &Shared) -> bool {
    if shared.phrases_seen < LONG_TEXT {
        return shared.same_body && shared.titles >= SAME_TEXT_AGAIN;
    }
    let figures_agree = shared.figures_seen == 0 || shared.figures >= SAME_TEXT_OTHER_FIGURES;
    figures_agree && shared.phrases >= SAME_TEXT_AGAIN
}

/// Whether the odds follow from a rule, whatever the weights.
pub(super) fn is_certain(shared: &Shared) -> bool {
    shared.series || shared.only_title || same_page(shared) || same_text(shared)
}

/// An earlier record, what the new one shares with it, and the odds that follow.
#[derive(Debug)]
pub(super) struct Compared<'a> {
    pub(super) print: &'a Print,
    pub(super) shared: Shared,
    pub(super) odds: f64,
    /// The odds as they were if time said nothing.
    pub(super) timeless: f64,
}

impl<'a> Compared<'a> {
    /// Compares a weighed record with an earlier one.
    pub(super) fn of(new: &Weighed<'_>, print: &'a Print, weights: &Weights) -> Self {
        let shared = evidence::shared(new, print);
        let odds = odds(&shared, weights);
        let timeless =
            if odds.abs() < SURE { odds - TIME * time(&shared) - HOURS * hours(&shared) } else { odds };
        Self { print, shared, odds, timeless }
    }
}

/// Each piece of evidence between two records that moved the odds, the weightiest first.
pub(super) fn reasons(shared: &Shared) -> Vec<String> {
    if same_page(shared) {
        return vec!["  the same address".to_owned()];
    }
    if same_text(shared) {
        return vec![format!(
            "  the same text: {:.0} % of the shorter one's phrases",
            shared.phrases * 100.0
        )];
    }
    if shared.series {
        return vec!["  headlines of one series, another instalment".to_owned()];
    }
    if shared.only_title {
        return vec!["  a headline of a word or two, and nothing else in common".to_owned()];
    }
    let mut counted: Vec<(f64, String)> = EVIDENCE
        .iter()
        .map(|evidence| (evidence, (evidence.measure)(shared)))
        .filter(|(evidence, measure)| (evidence.weight * measure).abs() >= 0.05)
        .map(|(evidence, measure)| {
            let counts = evidence.weight * measure;
            (counts.abs(), format!("  {}: {measure:.2}, counts {counts:+.1}", evidence.name))
        })
        .collect();
    counted.sort_by(|a, b| b.0.total_cmp(&a.0));
    counted.into_iter().map(|(_, line)| line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_texts_without_a_time_need_not_share_as_much_beside_a_name() {
        let beside = |terms: u32, beside: f32| little(&Shared { terms, beside, ..Shared::default() });
        let dated = |terms: u32| little(&Shared { terms, beside: 2.0, days: Some(0.1), ..Shared::default() });
        assert!(beside(16, 2.0) < beside(60, 2.0) && beside(16, 2.0) > beside(16, 3.0));
        assert!(beside(20, 4.0) < f64::EPSILON && (beside(60, 4.0) - 0.5).abs() < 1e-6);
        assert!((dated(16) - dated(60)).abs() < f64::EPSILON && dated(16) > beside(16, 2.0));
        // A headline alone says nothing of it.
        assert!(beside(WITH_TEXT - 1, 0.0) < f64::EPSILON);
    }
}
