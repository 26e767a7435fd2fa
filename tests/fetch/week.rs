//! Rule 11.1: a week of hourly runs against one steady feed, on a simulated clock. What a strict
//! publisher counts: unconditional requests, intervals, strays, waits undercut.

use std::sync::Mutex;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use copydesk::fetch::schedule::{self, Habit, Next, Said};
use copydesk::fetch::{self, Due, Outcome, Receipt};

use crate::origin::{Origin, Request, reply};
use crate::{client, due};

/// What a caller remembers of a source between two runs.
struct Source {
    due: Due,
    next: DateTime<Utc>,
    habit: Habit,
}

impl Source {
    /// As the store does it, in the least that will do.
    fn note(&mut self, now: DateTime<Utc>, outcome: &Outcome) {
        match outcome {
            Outcome::Document(document) => {
                self.due.validators = document.validators.clone();
                self.habit.validates |= !document.validators.is_empty();
                self.habit.said.fresh_for = document.fresh_for;
                self.habit.failures = 0;
            }
            Outcome::NotModified { validators, fresh_for } => {
                self.due.validators = validators.clone();
                self.habit.said.fresh_for = fresh_for.or(self.habit.said.fresh_for);
                self.habit.failures = 0;
            }
            Outcome::Failed(_) => self.habit.failures += 1,
            Outcome::NotReached { .. } => {}
        }
        match schedule::next(now, outcome, &self.habit) {
            Next::At(at) => self.next = at,
            other => panic!("{other:?}"),
        }
    }
}

#[tokio::test]
async fn rule_11_1_a_week_of_hourly_runs_would_please_the_strictest_publisher() {
    // A new entry twice a day; on day three the server is limited, on day five in trouble.
    let version = |hour: usize| format!("W/\"{}\"", hour / 12);
    let clock = std::sync::Arc::new(Mutex::new(0usize));
    let now = std::sync::Arc::clone(&clock);
    let origin = Origin::start(move |request: &Request| {
        let hour = *now.lock().unwrap();
        let (etag, date) = (version(hour), format!("day {}, as I say it", hour / 12));
        match (hour, request.header("if-none-match")) {
            (60..62, _) => reply(429, &[("Retry-After", "36000")], b""),
            (110..112, _) => reply(500, &[("Set-Cookie", "trap=1")], b""),
            (_, Some(known)) if known == etag => reply(304, &[("Set-Cookie", "trap=1")], b""),
            _ => {
                reply(200, &[("ETag", &etag), ("Last-Modified", &date), ("Set-Cookie", "trap=1")], b"<rss/>")
            }
        }
    });
    let client = client();
    let start: DateTime<Utc> = "2026-03-02T00:00:07Z".parse().unwrap();
    let habit = Habit {
        pace: Some(Duration::from_secs(3600)),
        step: Duration::from_secs(3600),
        said: Said { period: Some(Duration::from_secs(3600)), ..Said::default() },
        seed: 42,
        ..Habit::default()
    };
    let mut source = Source { due: due("it", origin.url("/feed?x=1")), next: start, habit };
    let mut visits: Vec<(DateTime<Utc>, Outcome)> = Vec::new();
    for hour in 0..168 {
        let now = start + TimeDelta::hours(hour as i64);
        *clock.lock().unwrap() = hour;
        if source.next <= now {
            let outcome = fetch::one(&client, &source.due).await.outcome;
            source.note(now, &outcome);
            visits.push((now, outcome));
        }
    }
    judge(&origin.seen(), &visits);
}

fn judge(seen: &[Request], visits: &[(DateTime<Utc>, Outcome)]) {
    assert!(visits.len() > 100, "an hourly run visits about every hour: {}", visits.len());
    let unconditional = seen.iter().filter(|r| r.header("if-none-match").is_none()).count();
    assert_eq!(unconditional, 1, "only the first request is unconditional");
    let mut known: Option<(String, String)> = None;
    for (request, (_, outcome)) in seen.iter().zip(visits) {
        assert_eq!(request.path, "/feed?x=1");
        assert!(request.header("cookie").is_none() && request.header("referer").is_none());
        let sent = request.header("if-none-match").zip(request.header("if-modified-since"));
        assert_eq!(sent, known.as_ref().map(|(etag, date)| (etag.as_str(), date.as_str())));
        if let Outcome::Document(document) = outcome {
            known = document.validators.etag.clone().zip(document.validators.last_modified.clone());
        }
    }
    for pair in visits.windows(2) {
        let apart = (pair[1].0 - pair[0].0).to_std().unwrap();
        assert!(apart >= Duration::from_secs(3600), "asked again after {apart:?}");
        if let Outcome::Failed(Receipt { retry_after: Some(wait), .. }) = &pair[0].1 {
            assert!(apart >= *wait, "Retry-After of {wait:?} undercut: {apart:?}");
        }
    }
    assert!(visits.iter().any(|(_, o)| matches!(o, Outcome::Failed(r) if r.retry_after.is_some())));
}
