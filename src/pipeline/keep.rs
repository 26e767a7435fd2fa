//! Keeping: bodies go when they are old or many; whom they belonged to stays known for ever.

use chrono::{DateTime, TimeDelta, Utc};

use super::Broken;
use crate::config::Desk;
use crate::store::{Keeping, Store};

/// Bodies that go in one run at most: what was kept for years goes little by little.
pub(super) const A_RUN: usize = 1_000;

/// Drops bodies that are kept no longer, `most` at once; how many went.
pub fn keep(desk: &Desk, store: &mut Store, most: usize, now: DateTime<Utc>) -> Result<usize, Broken> {
    let sections = || desk.sections.iter().chain([&desk.all]);
    let keeping = Keeping {
        since: desk.keep.days.map(|days| now - TimeDelta::days(i64::from(days))),
        newest: desk.keep.entries,
        // What an archive lacks may hang over; twice the front is far more than that.
        front: sections().map(|section| section.limit).max().unwrap_or_default() * 2,
        archives: sections().any(|section| section.archive_size > 0),
        most,
    };
    if keeping.since.is_none() && keeping.newest.is_none() {
        return Ok(0);
    }
    Ok(store.drop_bodies(&keeping)?)
}
