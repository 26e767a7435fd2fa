//! The decision: which story a record belongs to, from the evidence alone.
//!
//! One table, [`EVIDENCE`], says what counts and how much. A pair's evidence adds up to the odds
//! that both tell the same news (natural logarithm); a story's odds are those of its nearest
//! member, tempered by its other members. The weights were fitted on hand-labelled pairs, then
//! rounded; a weight can be read as: so much more likely, times e to the weight.

use super::about;
use super::evidence::{self, Shared, Weighed};
use super::print::Print;
use super::settings::Settings;
use crate::model::{Filing, Relation};

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
const SURE: f64 = 8.0;
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
const WITH_TEXT: u32 = 12;
/// Rarity in common, beside one name, that is enough for one story.
const ENOUGH: f64 = 8.0;
/// Rarity in common beside all names that two articles of one story have.
const PLAIN: f64 = 4.0;
/// Words from which on a record is taken for an article.
const ARTICLE: f64 = 40.0;

/// Likelihood from which on a story that a record did not join is told of.
const WORTH_TELLING: f64 = 0.005;
/// What evidence says of a story that a record showed to be another's.
pub const JOINED: &str = "the same story, joined with it";

/// How much worse than the others a record may fit a story before that counts.
const SLACK: f64 = 2.5;

/// What a full measure of [`about::strange`] adds to the logarithm of the odds.
const STRANGE: f64 = -0.55;
/// What it is on the border: less of it speaks for the story.
const USUAL: f64 = 2.0;
/// The same for a story of one record: what only one names is not yet what the story is about, and
/// two pieces of one series share its name.
const ALONE: f64 = -0.6;

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
    Evidence { name: "no time known", weight: 1.8, measure: |s| flag(s.days.is_none()) },
    Evidence { name: "the same headline", weight: 1.2, measure: |s| flag(s.same_title) },
    Evidence { name: "little in common beside one name", weight: -2.0, measure: little },
    Evidence { name: "full names that differ", weight: -0.9, measure: |s| f64::from(s.strangers.min(2)) },
    Evidence { name: "figures in common among all", weight: 4.0, measure: all_figures },
    Evidence { name: "little in common beside names", weight: -2.0, measure: bare },
    Evidence { name: "length", weight: -0.6, measure: long },
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

/// How little two records with a text have in common beside one name, 0 to 1: they may be about the
/// same person or series, and tell other news.
fn little(shared: &Shared) -> f64 {
    let texts = flag(shared.terms >= WITH_TEXT);
    texts * (1.0 - f64::from(shared.beside) / ENOUGH).max(0.0)
}

/// How little two dated records with a text have in common beside all names, 0 to 1: they may be about
/// the same people, and tell what happened next.
fn bare(shared: &Shared) -> f64 {
    let texts = flag(shared.terms >= WITH_TEXT && shared.days.is_some());
    let wanted = PLAIN * (f64::from(shared.terms) / ARTICLE).min(1.0);
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

fn likely(odds: f64) -> f64 {
    1.0 / (1.0 + (-odds).exp())
}

/// An earlier record, what the new one shares with it, and the odds that follow.
#[derive(Debug)]
pub(super) struct Compared<'a> {
    pub(super) print: &'a Print,
    pub(super) shared: Shared,
    pub(super) odds: f64,
    /// The odds as they were if time said nothing.
    timeless: f64,
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

/// A story that a record may belong to, with the members it was compared with.
#[derive(Debug)]
pub(super) struct Near<'a> {
    /// The story.
    pub(super) story: &'a str,
    /// Members, and what the record shares with each.
    pub(super) members: Vec<Compared<'a>>,
    /// Number of the record that opened it.
    pub(super) opened: u32,
    /// How many members it has.
    pub(super) size: u32,
}

/// What was decided; numbers are places in the list of stories that was weighed.
#[derive(Debug, Default)]
pub(super) struct Decision {
    /// The story it joins.
    pub(super) joined: Option<usize>,
    /// Others that are the same story.
    merged: Vec<usize>,
    /// How likely it belongs to each story, 0 to 1.
    scores: Vec<f64>,
}

/// Decides. Pure: what the record may belong to, and the settings.
pub(super) fn decide(new: &Weighed<'_>, near: &[Near<'_>], settings: &Settings) -> Decision {
    let scores: Vec<f64> = near.iter().map(|near| likely(story_odds(new, near, settings))).collect();
    let mut order: Vec<usize> = (0..near.len()).filter(|at| scores[*at] >= settings.join_at).collect();
    order.sort_by(|a, b| scores[*b].total_cmp(&scores[*a]).then(a.cmp(b)));
    let Some((best, others)) = order.split_first() else { return Decision { scores, ..Decision::default() } };
    let mut all = vec![*best];
    all.extend(others.iter().filter(|at| scores[**at] >= settings.merge_at));
    // The story that was opened first keeps its id.
    let eldest = all.iter().copied().min_by_key(|at| near[*at].opened);
    let merged = all.into_iter().filter(|at| Some(*at) != eldest).collect();
    Decision { joined: eldest, merged, scores }
}

/// The odds that a record belongs to a story: its nearest member, tempered by the others; a little
/// more for a story that many tell, less where it fits clearly worse than they did or names others.
fn story_odds(new: &Weighed<'_>, near: &Near<'_>, settings: &Settings) -> f64 {
    let best = near.members.iter().map(|member| member.odds).fold(-SURE, f64::max);
    let mean = near.mean();
    let fits = near.fits();
    let known = f64::from(near.size.clamp(1, 16)).ln();
    strange(new, near)
        + best * (1.0 - settings.mean_share)
        + mean * settings.mean_share
        + settings.size_gain * known
        + settings.misfit * (fits + SLACK - near.fit().unwrap_or(fits)).min(0.0)
}

/// What it adds to a record with a text that it names the same as the story's members, or others.
fn strange(new: &Weighed<'_>, near: &Near<'_>) -> f64 {
    if new.print.terms.len() < WITH_TEXT as usize {
        return 0.0;
    }
    let border = if near.size > 1 { USUAL } else { ALONE };
    STRANGE * (f64::from(about::strange(new.print, &near.members)) - border)
}

impl Near<'_> {
    /// Whether the record can join it, whatever its other members say: their mean is below the best.
    pub(super) fn may_join(&self, settings: &Settings) -> bool {
        let best = self.members.iter().map(|member| member.odds).fold(-SURE, f64::max);
        let most = best + settings.size_gain * f64::from(self.size.clamp(1, 16)).ln() - STRANGE * USUAL;
        likely(most) >= settings.join_at
    }

    /// The mean odds with its members.
    fn mean(&self) -> f64 {
        self.members.iter().map(|member| member.odds).sum::<f64>() / self.members.len().max(1) as f64
    }

    /// The mean odds with its members by what they say alone: that members came out within minutes
    /// makes nobody who comes later a stranger.
    pub(super) fn fits(&self) -> f64 {
        self.members.iter().map(|member| member.timeless).sum::<f64>() / self.members.len().max(1) as f64
    }

    /// The mean odds by which its members joined, time aside; none where all are by the one that opened it.
    fn fit(&self) -> Option<f64> {
        let joined = self.members.iter().map(|member| f64::from(member.print.fit)).filter(|fit| *fit != 0.0);
        let (sum, count) = joined.fold((0.0, 0_u32), |(sum, count), fit| (sum + fit, count + 1));
        (count > 0).then(|| sum / f64::from(count))
    }
}

impl Decision {
    /// The decision as the other rooms know it.
    pub(super) fn filing(&self, new: &Weighed<'_>, near: &[Near<'_>], settings: &Settings) -> Filing {
        let evidence = if settings.explain { self.explained(new, near, settings) } else { Vec::new() };
        let members = || self.joined.iter().chain(&self.merged).flat_map(|at| &near[*at].members);
        let nearest = members().max_by(|a, b| a.odds.total_cmp(&b.odds).then(b.print.id.cmp(&a.print.id)));
        let (Some(at), Some(nearest)) = (self.joined, nearest) else {
            let story = new.print.id.clone();
            return Filing {
                story,
                relation: Relation::Original,
                similarity: 0.0,
                nearest: None,
                merges: Vec::new(),
                evidence,
            };
        };
        let copied = members().any(|member| copied(&member.shared, settings));
        Filing {
            story: near[at].story.to_owned(),
            relation: if copied { Relation::Copy } else { Relation::Rewrite },
            similarity: members().map(|member| similarity(&member.shared)).fold(0.0, f64::max),
            nearest: Some(nearest.print.id.clone()),
            merges: self.merged.iter().map(|at| near[*at].story.to_owned()).collect(),
            evidence,
        }
    }

    /// The evidence in words: what decided; or what was nearest and not enough, and what else was
    /// not wholly unlikely. Most entries are like nothing, and a line for each of it would be more
    /// than all else that is kept of them.
    fn explained(&self, new: &Weighed<'_>, near: &[Near<'_>], settings: &Settings) -> Vec<String> {
        let mut lines = Vec::new();
        let score = |at: usize| self.scores.get(at).copied().unwrap_or_default();
        let likeliest = (0..near.len()).max_by(|a, b| score(*a).total_cmp(&score(*b)).then(b.cmp(a)));
        for (at, story) in near.iter().enumerate() {
            let verdict = match self.joined {
                Some(joined) if joined == at => "joined",
                _ if self.merged.contains(&at) => JOINED,
                None if likeliest == Some(at) => "near, not joined",
                _ if score(at) >= WORTH_TELLING => "near, not joined",
                _ => continue,
            };
            let Some(nearest) = story.members.iter().max_by(|a, b| a.odds.total_cmp(&b.odds)) else {
                continue;
            };
            lines.push(format!(
                "story {}: {verdict}; likelihood {:.2} (joins from {:.2} on), nearest {} of {} known",
                story.story,
                score(at),
                settings.join_at,
                nearest.print.id,
                story.size
            ));
            lines.extend(reasons(&nearest.shared));
            let strange = strange(new, story);
            if strange.abs() >= 0.05 {
                lines.push(format!("  names other than those of its members: counts {strange:+.1}"));
            }
        }
        lines
    }
}

/// Whether it is a copy rather than a rewrite.
fn copied(shared: &Shared, settings: &Settings) -> bool {
    shared.phrases_seen >= 4 && f64::from(shared.phrases) >= settings.copy_at && !shared.series
}

/// How alike two texts are, 0 to 1: by phrases where there are enough, else by words.
fn similarity(shared: &Shared) -> f64 {
    let phrases = if shared.phrases_seen >= 4 { shared.phrases } else { 0.0 };
    f64::from(phrases.max(shared.words))
}

/// Each piece of evidence between two records that moved the odds, the weightiest first.
fn reasons(shared: &Shared) -> Vec<String> {
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
