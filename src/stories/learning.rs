//! What learning needs of a window: measures of pairs whose truth is known.
//!
//! The weights of [`super::odds`] are learned outside of the library (`examples/learn_stories.rs`), from the
//! measures that the pipeline itself takes.

use super::gather;
use super::odds::{self, Weights};
use super::print::Print;
use super::window::{self, Window};
use super::{Settings, evidence::Weighed};
use crate::model::StoryRecord;

/// Records that a new one is measured against at most: those nearest by the index.
const NEAREST: usize = 40;

/// What a record has in common with an earlier one.
#[derive(Debug, Clone, PartialEq)]
pub struct Compared {
    /// The story of the earlier one.
    pub story: String,
    /// A rule decides (one page, one text), whatever the weights.
    pub certain: bool,
    /// In the order of [`Weights::kinds`].
    pub measures: Vec<f64>,
}

impl Window {
    /// An empty window that weighs evidence otherwise than the table does.
    pub fn weighing(settings: Settings, weights: Weights) -> Self {
        let mut window = Self::new(settings);
        window.weights = weights;
        window
    }

    /// Compares a record with those it is nearest to, and files it in the story that it is known to tell.
    pub fn compare(&mut self, record: &StoryRecord, story: &str) -> Vec<Compared> {
        let (mut print, rarity, stock) = self.weighed(gather::take(record));
        let new = Weighed { print: &print, rarity: &rarity, stock: &stock };
        let mut found: Vec<(u32, f32)> = self.touched(&new).into_iter().collect();
        found.sort_unstable_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        let compared = |old: &Print| {
            let shared = odds::Compared::of(&new, old, &self.weights).shared;
            Compared {
                story: old.story.clone(),
                certain: odds::is_certain(&shared),
                measures: odds::measures(&shared),
            }
        };
        let near = found.iter().take(NEAREST).filter_map(|(record, _)| self.print(*record));
        let all = near.map(compared).collect();
        window::count(&mut print, self.told(story).into_iter());
        story.clone_into(&mut print.story);
        print.place = self.place + 1;
        self.add(print);
        all
    }
}
