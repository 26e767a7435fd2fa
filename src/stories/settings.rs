//! What can be set about matching. The defaults are the pipeline's and the command's alike.

use serde::{Deserialize, Serialize};

use super::lead::Preference;

/// Settings of the matching of stories.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Days that a record stays comparable with later ones.
    pub window_days: f64,
    /// Records kept at most, whatever their age: the bound of memory. The oldest leave first.
    pub window_records: usize,
    /// A record joins a story from this score on, 0 to 1.
    pub join_at: f64,
    /// A record that belongs to two stories makes them one from this score on, with each of them.
    pub merge_at: f64,
    /// How much the mean over a story's members counts beside its nearest member, 0 to 1:
    /// what keeps a chain of small steps from walking into another story.
    pub mean_share: f64,
    /// What the logarithm of a story's size adds to the logarithm of the odds: news that many
    /// tell is likely to be told again.
    pub size_gain: f64,
    /// How much it counts that a record fits a story worse than the story's members fitted when
    /// they joined, 0 to 1: where all have nearly one text, a piece with other words is other news.
    pub misfit: f64,
    /// From this share of common phrases on it is a copy rather than a rewrite, 0 to 1.
    pub copy_at: f64,
    /// Words by which a record is looked up; the rarest are taken.
    pub keys: usize,
    /// The latest records remembered for one key. A word in more texts than this says little.
    pub per_key: usize,
    /// Records compared closely with a new one.
    pub candidates: usize,
    /// What makes a member the lead of its story, what counts first named first.
    pub lead: Vec<Preference>,
    /// Whether [`crate::model::Filing::evidence`] is filled.
    pub explain: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            window_days: 4.0,
            window_records: 2_000_000,
            join_at: 0.24,
            merge_at: 0.97,
            mean_share: 0.7,
            size_gain: 0.2,
            misfit: 0.5,
            copy_at: 0.5,
            keys: 16,
            per_key: 48,
            candidates: 12,
            lead: Preference::STATED.to_vec(),
            explain: false,
        }
    }
}
