//! The decision: which story a record belongs to, from the evidence alone.
//!
//! A story's odds are those of its nearest member, tempered by its other members: see
//! [`super::odds`] for those of a pair.

use super::evidence::{Shared, Weighed};
use super::odds::{Compared, SURE, is_certain, reasons};
use super::settings::Settings;
use crate::model::{Filing, Relation};

/// Likelihood from which on a story that a record did not join is told of.
const WORTH_TELLING: f64 = 0.02;
/// What evidence says of a story that a record showed to be another's.
pub const JOINED: &str = "the same story, joined with it";

/// How much worse than the others a record may fit a story before that counts.
const SLACK: f64 = 2.5;

/// How much it counts that a source's second piece is unlike its first: an outlet seldom tells one event
/// twice, and then in much the same words; a person or a series it follows gets a piece every day.
const SECOND: f64 = 0.6;

/// What counts against a story that nobody but the record's own source tells, where the two came out at once:
/// chapters of a course, a stack of notes. News of one event come one after the other.
const AT_ONCE: f64 = 3.0;

/// What counts as [`Settings::mean_share`] at least where no time is known: then nothing but likeness to
/// all members keeps what happened another year out of a story.
const UNTIMED_SHARE: f64 = 0.9;
/// By how much more odds, as a logarithm, two stories must be one where no time is known.
const UNTIMED_MERGE: f64 = 1.1;

fn likely(odds: f64) -> f64 {
    1.0 / (1.0 + (-odds).exp())
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
pub(super) fn decide(near: &[Near<'_>], settings: &Settings) -> Decision {
    let odds: Vec<f64> = near.iter().map(|near| story_odds(near, settings)).collect();
    let scores: Vec<f64> = odds.iter().copied().map(likely).collect();
    let mut order: Vec<usize> = (0..near.len()).filter(|at| scores[*at] >= settings.join_at).collect();
    order.sort_by(|a, b| scores[*b].total_cmp(&scores[*a]).then(a.cmp(b)));
    let Some((best, others)) = order.split_first() else { return Decision { scores, ..Decision::default() } };
    let mut all = vec![*best];
    let asked = |at: &usize| if near[*at].untimed() { UNTIMED_MERGE } else { 0.0 };
    all.extend(others.iter().filter(|at| likely(odds[**at] - asked(at)) >= settings.merge_at));
    // The story that was opened first keeps its id.
    let eldest = all.iter().copied().min_by_key(|at| near[*at].opened);
    let merged = all.into_iter().filter(|at| Some(*at) != eldest).collect();
    Decision { joined: eldest, merged, scores }
}

/// The odds that a record belongs to a story: its nearest member, tempered by the others; a little
/// more for a story that many tell, less where it fits clearly worse than they did.
fn story_odds(near: &Near<'_>, settings: &Settings) -> f64 {
    let best = near.members.iter().map(|member| member.odds).fold(-SURE, f64::max);
    let mean = near.mean();
    let fits = near.fits();
    let known = f64::from(near.size.clamp(1, 16)).ln();
    let share = settings.mean_share.max(if near.untimed() { UNTIMED_SHARE } else { 0.0 });
    best * (1.0 - share)
        + mean * share
        + SECOND * near.second().unwrap_or(0.0).min(0.0)
        + settings.size_gain * known
        + settings.misfit * (fits + SLACK - near.fit().unwrap_or(fits)).min(0.0)
        - if near.is_stack(settings) { AT_ONCE } else { 0.0 }
}

impl Near<'_> {
    /// Whether the record can join it, whatever its other members say: their mean is below the best.
    pub(super) fn may_join(&self, settings: &Settings) -> bool {
        let best = self.members.iter().map(|member| member.odds).fold(-SURE, f64::max);
        let most = best + settings.size_gain * f64::from(self.size.clamp(1, 16)).ln();
        likely(most) >= settings.join_at
    }

    /// Whether the record or the story has no time.
    fn untimed(&self) -> bool {
        self.members.iter().all(|member| member.shared.days.is_none())
    }

    /// The odds with the piece of the same source that is most alike, where it has one.
    fn second(&self) -> Option<f64> {
        let same = self.members.iter().filter(|member| member.shared.same_source);
        same.map(|member| member.odds).max_by(f64::total_cmp)
    }

    /// Whether all of its members are by the record's own source, none a copy, and one came out with it.
    fn is_stack(&self, settings: &Settings) -> bool {
        let alone = |member: &Compared<'_>| member.shared.same_source && !copied(&member.shared, settings);
        self.members.iter().all(alone) && self.members.iter().any(|member| member.shared.at_once)
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
        let evidence = if settings.explain { self.explained(near, settings) } else { Vec::new() };
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
    fn explained(&self, near: &[Near<'_>], settings: &Settings) -> Vec<String> {
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
            if story.is_stack(settings) && !is_certain(&nearest.shared) {
                lines.push(format!("  all of it put out at once by this source: counts -{AT_ONCE}"));
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
