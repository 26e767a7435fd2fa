//! Rule 11.1: a week of hourly runs against one steady feed, on a simulated clock. What a strict
//! publisher counts: unconditional requests, intervals, strays, waits undercut.

use std::sync::{Arc, Mutex};

use chrono::{DateTime, TimeDelta, Utc};

use crate::fetch::desk::{Desk, answer, feed};
use crate::origin::{Origin, Request, reply};

/// The validators of an hour: a new entry twice a day.
fn version(hour: usize) -> (String, String) {
    (format!("W/\"{}\"", hour / 12), format!("day {}, as I say it", hour / 12))
}

#[test]
fn rule_11_1_a_week_of_hourly_runs_would_please_the_strictest_publisher() {
    let clock = Arc::new(Mutex::new(0usize));
    let now = Arc::clone(&clock);
    // On day three the server is limited, on day five in trouble; a cookie comes with every answer.
    let origin = Origin::start(move |request: &Request| {
        let hour = *now.lock().unwrap();
        let (etag, date) = version(hour);
        let trap = ("Set-Cookie", "trap=1");
        match (hour, request.header("if-none-match")) {
            (60..62, _) => reply(429, &[("Retry-After", "36000"), trap], b""),
            (110..112, _) => reply(500, &[trap], b""),
            (_, Some(known)) if known == etag => reply(304, &[trap], b""),
            _ => {
                let words: Vec<String> = (0..=hour / 12).map(|n| format!("item{n}")).collect();
                let words: Vec<&str> = words.iter().map(String::as_str).collect();
                reply(200, &[("ETag", &etag), ("Last-Modified", &date), trap], &feed(&words))
            }
        }
    });
    let mut desk = Desk::of(&[("Paper", origin.url("/feed?x=1"))]);
    let mut visits: Vec<(DateTime<Utc>, &str, usize)> = Vec::new();
    for hour in 0..168 {
        *clock.lock().unwrap() = hour;
        let taken = desk.run();
        if answer(&taken, "paper") != "not due" {
            visits.push((desk.now, answer(&taken, "paper"), hour));
        }
        // Cron is not on the second.
        let late = [0, 4, -3, 11, -9][hour % 5];
        desk.now = "2026-03-02T00:00:07Z".parse::<DateTime<Utc>>().unwrap()
            + TimeDelta::hours(hour as i64 + 1)
            + TimeDelta::seconds(late);
    }
    assert_eq!(desk.store.count().unwrap(), 14, "nothing was missed");
    judge(&origin.seen(), &visits);
}

fn judge(seen: &[Request], visits: &[(DateTime<Utc>, &str, usize)]) {
    assert_eq!(seen.len(), visits.len());
    assert!(visits.len() > 100, "an hourly run visits about every hour: {}", visits.len());
    let unconditional = seen.iter().filter(|r| r.header("if-none-match").is_none()).count();
    assert_eq!(unconditional, 1, "only the first request is unconditional");
    assert!(seen.len() - unconditional <= 167);
    let mut known: Option<(String, String)> = None;
    for (request, (_, answer, hour)) in seen.iter().zip(visits) {
        assert_eq!(request.path, "/feed?x=1");
        assert!(request.header("cookie").is_none() && request.header("referer").is_none());
        let sent = request.header("if-none-match").zip(request.header("if-modified-since"));
        assert_eq!(sent, known.as_ref().map(|(etag, date)| (etag.as_str(), date.as_str())));
        if *answer == "feed" {
            known = Some(version(*hour));
        }
    }
    for pair in visits.windows(2) {
        let apart = pair[1].0 - pair[0].0;
        // The minute is what a cron job may be early.
        assert!(apart >= TimeDelta::minutes(59), "asked again after {apart}");
        if (60..62).contains(&pair[0].2) {
            assert!(apart >= TimeDelta::seconds(36_000), "Retry-After undercut: {apart}");
        }
    }
    assert!(visits.iter().any(|(_, answer, hour)| *answer == "failed" && *hour == 60));
}
