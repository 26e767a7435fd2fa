//! When to believe that a source has moved (rules 5.2 and 5.3). Pure: a temporary mistake of a
//! web server must not change whom we ask, and a real move must not be missed.

use chrono::{DateTime, TimeDelta, Utc};
use url::Url;

use crate::fetch::{Answer, Kind, Outcome};
use crate::model::Watch;

/// A permanent redirect is believed once it has been seen on every visit for so long.
const PATIENCE: TimeDelta = TimeDelta::days(7);

/// What follows from a visit for the source's address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Move {
    /// No move, or one that was taken back: ask the old address, forget what was watched.
    None,
    /// Ask the old address still, and remember this.
    Watching(Watch),
    /// Ask `to` from now on.
    Adopt {
        /// The new address.
        to: String,
        /// Why it is believed, for a person.
        why: &'static str,
    },
}

/// Judges a visit to `old`. `same_feed`: the end of the redirects was read as a feed and shares
/// entries, id or title with what the source had; a 304 there counts as the same.
pub fn judge(old: &Url, answer: &Answer, same_feed: bool, watch: Option<&Watch>, now: DateTime<Utc>) -> Move {
    if let Outcome::Failed(receipt) = &answer.outcome {
        return match (watch, receipt.kind) {
            (Some(watch), Kind::Status(404 | 410)) if answer.hops.is_empty() => Move::Adopt {
                to: watch.to.clone(),
                why: "the old address is gone, and had been redirecting there",
            },
            // A bad day proves nothing for or against the move.
            (watch, _) => keep(watch),
        };
    }
    let to = match (&answer.outcome, answer.moved_to()) {
        (Outcome::NotReached { .. }, _) => return keep(watch),
        (_, Some(to)) if same_feed => to,
        _ => return Move::None,
    };
    if is_upgrade(old, to) {
        return Move::Adopt { to: to.to_owned(), why: "the same address by https" };
    }
    match watch.filter(|watch| watch.to == to) {
        Some(watch) if now.signed_duration_since(watch.since) >= PATIENCE => {
            Move::Adopt { to: to.to_owned(), why: "redirected there for good on every visit of a week" }
        }
        Some(watch) => Move::Watching(watch.clone()),
        None => Move::Watching(Watch { to: to.to_owned(), since: now }),
    }
}

fn keep(watch: Option<&Watch>) -> Move {
    watch.map_or(Move::None, |watch| Move::Watching(watch.clone()))
}

/// http to https on the same host and path.
fn is_upgrade(old: &Url, to: &str) -> bool {
    let Ok(to) = Url::parse(to) else { return false };
    let same = |url: &Url| {
        (url.host_str().map(str::to_owned), url.path().to_owned(), url.query().map(str::to_owned))
    };
    old.scheme() == "http" && to.scheme() == "https" && same(old) == same(&to) && old.port() == to.port()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fetch::{Hop, Receipt, Validators};
    use std::time::Duration;

    const NEW: &str = "https://new.example/feed";

    fn old() -> Url {
        Url::parse("https://old.example/feed").unwrap()
    }

    fn day(n: i64) -> DateTime<Utc> {
        "2026-01-01T00:00:00Z".parse::<DateTime<Utc>>().unwrap() + TimeDelta::days(n)
    }

    fn answer(outcome: Outcome, hops: &[(u16, &str)]) -> Answer {
        let hops = hops.iter().map(|&(status, to)| Hop { status, to: to.into() }).collect();
        Answer {
            key: "it".into(),
            outcome,
            hops,
            forced: false,
            waited: Duration::ZERO,
            elapsed: Duration::ZERO,
        }
    }

    fn fine(hops: &[(u16, &str)]) -> Answer {
        answer(
            Outcome::NotModified { validators: Validators::default(), fresh_for: None, robots: None },
            hops,
        )
    }

    fn status(status: u16) -> Answer {
        answer(
            Outcome::Failed(Receipt {
                kind: Kind::Status(status),
                message: String::new(),
                retry_after: None,
            }),
            &[],
        )
    }

    fn watched() -> Watch {
        Watch { to: NEW.into(), since: day(0) }
    }

    #[test]
    fn rule_5_3_a_permanent_move_is_adopted_after_a_week_of_the_same() {
        let moved = fine(&[(301, NEW)]);
        assert_eq!(judge(&old(), &moved, true, None, day(0)), Move::Watching(watched()));
        assert_eq!(judge(&old(), &moved, true, Some(&watched()), day(6)), Move::Watching(watched()));
        assert!(
            matches!(judge(&old(), &moved, true, Some(&watched()), day(7)), Move::Adopt { to, .. } if to == NEW)
        );
    }

    #[test]
    fn rule_5_3_another_target_starts_the_week_again() {
        let elsewhere = fine(&[(308, "https://other.example/")]);
        let Move::Watching(watch) = judge(&old(), &elsewhere, true, Some(&watched()), day(9)) else {
            panic!()
        };
        assert_eq!((watch.to.as_str(), watch.since), ("https://other.example/", day(9)));
    }

    #[test]
    fn rule_5_2_a_temporary_hop_or_another_feed_is_no_move() {
        for (hops, same) in [
            (&[(302, NEW)][..], true),
            (&[(301, NEW), (307, NEW)], true),
            (&[(301, NEW)], false),
            (&[], true),
        ] {
            assert_eq!(judge(&old(), &fine(hops), same, Some(&watched()), day(9)), Move::None, "{hops:?}");
        }
    }

    #[test]
    fn rule_5_3_https_on_the_same_host_and_path_is_adopted_at_once() {
        let plain = Url::parse("http://old.example/feed?a=1").unwrap();
        let adopts =
            |to: &str| matches!(judge(&plain, &fine(&[(301, to)]), true, None, day(0)), Move::Adopt { .. });
        assert!(adopts("https://old.example/feed?a=1"));
        assert!(!adopts("https://old.example/feed") && !adopts("https://new.example/feed?a=1"));
    }

    #[test]
    fn rule_5_3_an_old_address_that_goes_while_watched_is_left_at_once() {
        for gone in [404, 410] {
            assert!(matches!(
                judge(&old(), &status(gone), false, Some(&watched()), day(2)),
                Move::Adopt { .. }
            ));
            assert_eq!(judge(&old(), &status(gone), false, None, day(2)), Move::None);
        }
        assert_eq!(judge(&old(), &status(500), false, Some(&watched()), day(2)), Move::Watching(watched()));
    }
}
