//! What a run did, for whoever tells it.

use chrono::{DateTime, Utc};

use super::{ListNote, Pages, PutOut, Settled, TakenIn, Told};
use crate::model::{Condition, Event};

/// What a run did.
#[derive(Debug, Default)]
pub struct Report {
    /// The time of an earlier run whose clock was ahead, if what it dated was put right.
    pub healed: Option<DateTime<Utc>>,
    /// Followed lists of which a person should know something.
    pub lists: Vec<ListNote>,
    /// What came in.
    pub taken_in: TakenIn,
    /// What the pages of entries gave.
    pub pages: Pages,
    /// What became of it.
    pub settled: Settled,
    /// What went out.
    pub put_out: PutOut,
    /// What operators should know and have not been told yet.
    pub events: Vec<Event>,
    /// What became of the feed for operators.
    pub told: Told,
    /// Whether it was told to end early. What it did is kept; the next run goes on from there.
    pub halted: bool,
}

/// Something of the desk itself that changed, to be told once.
pub(super) fn changed(message: String, at: DateTime<Utc>) -> Event {
    let condition = Condition::Changed;
    Event { at, source: String::new(), name: String::new(), condition, over: false, message }
}
