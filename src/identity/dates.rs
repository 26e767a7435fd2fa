//! When an entry was published and last changed, as far as anybody knows.

use chrono::{DateTime, TimeDelta, Utc};

use crate::model::Entry;

/// A date that is further ahead than this is a mistake or a trick, and is clamped.
const SKEW: TimeDelta = TimeDelta::minutes(10);
/// 1990-01-01: no feed is older; an earlier date is an unset clock.
const OLDEST: i64 = 631_152_000;

/// When an entry was published and last changed. Undated entries take the document's date.
pub(super) fn dates(
    entry: &Entry,
    dated: DateTime<Utc>,
    now: DateTime<Utc>,
) -> (DateTime<Utc>, DateTime<Utc>) {
    let known = |date: Option<DateTime<Utc>>| date.and_then(|date| sane(date, now));
    let published = known(entry.published).or_else(|| known(entry.updated)).unwrap_or(dated);
    let updated = known(entry.updated).unwrap_or(published).max(published);
    (published, updated)
}

/// Whether an entry itself says nothing of when it was published.
pub(super) fn is_undated(entry: &Entry, now: DateTime<Utc>) -> bool {
    [entry.published, entry.updated].into_iter().flatten().all(|date| sane(date, now).is_none())
}

/// When an entry says that it will be published, if that is still to come.
pub(super) fn ahead(entry: &Entry, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    entry.published.or(entry.updated).filter(|date| *date > now + SKEW)
}

/// A date as it can be used: impossible ones are none, future ones are clamped to now.
pub(super) fn sane(date: DateTime<Utc>, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    match date.timestamp() {
        early if early < OLDEST => None,
        _ if date > now + SKEW => Some(now),
        _ => Some(date),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn future_date_is_clamped_and_ancient_date_is_none() {
        let now = DateTime::from_timestamp(1_700_000_000, 0).unwrap();
        assert_eq!(sane(now + TimeDelta::days(3), now), Some(now));
        assert_eq!(sane(DateTime::from_timestamp(0, 0).unwrap(), now), None);
    }
}
