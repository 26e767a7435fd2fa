//! What two records have in common, as odds that they tell the same news.
//!
//! One table, [`EVIDENCE`], says what counts and how much. A pair's evidence adds up to the odds
//! that both tell the same news (natural logarithm). The weights were fitted on hand-labelled pairs,
//! then rounded; a weight can be read as: so much more likely, times e to the weight.

use super::evidence::{self, Shared, Weighed};
use super::print::Print;

/// One kind of evidence.
struct Evidence {
    /// What it is, for people.
    name: &'static str,
    /// What a full measure of it adds to the logarithm of the odds.
    weight: f64,
    /// How much of it there is.
    measure: fn(&Shared) -> f64,
}

/// The odds before any evidence, as a logarithm.
const BEFORE: f64 = -8.1;
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
const TIME: f64 = -1.2;

/// Everything that is weighed, for and against.
const EVIDENCE: &[Evidence] = &[
    Evidence { name: "words in common, rare ones first", weight: 11.0, measure: |s| s.words.into() },
    Evidence { name: "headlines alike", weight: 1.8, measure: |s| s.titles.into() },
    Evidence { name: "one tells the other's headline", weight: 0.5, measure: |s| s.told.into() },
    Evidence { name: "a rare word in common", weight: 0.25, measure: |s| s.rarest.into() },
    Evidence { name: "names in common", weight: 1.1, measure: |s| f64::from(s.names).ln_1p() },
    Evidence { name: "phrases in common", weight: 4.4, measure: phrases },
    Evidence { name: "words quoted in common", weight: 1.3, measure: |s| f64::from(s.quotes.min(3)) / 3.0 },
    Evidence { name: "figures in common", weight: 1.3, measure: |s| f64::from(s.figures) * figures(s) },
    Evidence {
        name: "figures that differ",
        weight: -1.0,
        measure: |s| f64::from(1.0 - s.figures) * figures(s),
    },
    Evidence { name: "one credits the other", weight: 1.5, measure: |s| flag(s.credited) },
    Evidence { name: "time between them", weight: TIME, measure: time },
    Evidence { name: "no time known", weight: 2.9, measure: |s| flag(s.days.is_none()) },
    Evidence { name: "the same headline", weight: 1.2, measure: |s| flag(s.same_title) },
    Evidence { name: "little in common beside one name", weight: -2.0, measure: little },
    Evidence { name: "full names that differ", weight: -0.9, measure: |s| f64::from(s.strangers.min(2)) },
    Evidence { name: "figures in common among all", weight: 4.0, measure: all_figures },
    Evidence { name: "little in common beside names", weight: -2.0, measure: bare },
    Evidence { name: "length", weight: -0.6, measure: long },
    Evidence { name: "dates named in common", weight: 2.5, measure: |s| flag(s.same_date) },
    Evidence { name: "other days named", weight: -2.0, measure: |s| flag(s.other_days) },
];

fn flag(is: bool) -> f64 {
    f64::from(u8::from(is))
}

/// How long the shorter record is: the logarithm of its words, 0 at twenty.
fn long(shared: &Shared) -> f64 {
    f64::from(shared.terms.max(2)).ln() - 3.0
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

/// The share that records with a text have in common of all their figures: sharing the one figure of a
/// headline says little.
fn all_figures(shared: &Shared) -> f64 {
    f64::from(shared.all_figures) * figures(shared) * flag(shared.terms >= WITH_TEXT)
}

/// The odds that two records tell the same news, as a natural logarithm.
fn odds(shared: &Shared) -> f64 {
    if same_page(shared) || same_text(shared) {
        return SURE;
    }
    if shared.series || shared.same_source {
        return -SURE;
    }
    let sum: f64 = EVIDENCE.iter().map(|evidence| evidence.weight * (evidence.measure)(shared)).sum();
    (BEFORE + sum).clamp(-SURE, SURE)
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
    if shared.series || shared.phrases_seen < 4 {
        return false;
    }
    if shared.same_source {
        return same_text_again(shared);
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
    pub(super) fn of(new: &Weighed<'_>, print: &'a Print) -> Self {
        let shared = evidence::shared(new, print);
        let odds = odds(&shared);
        let timeless = if odds.abs() < SURE { odds - TIME * time(&shared) } else { odds };
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
    if shared.same_source {
        return vec![format!(
            "  the same source, and another text: {:.0} % of the shorter one's phrases in common",
            shared.phrases * 100.0
        )];
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
