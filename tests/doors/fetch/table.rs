//! Every row of the rules' section 4, through a whole run: what becomes of items, validators, error
//! count, next visit, and whether the operator is told at once.

use std::sync::{Arc, Mutex};

use chrono::TimeDelta;

use crate::fetch::desk::{Desk, answer, events, feed};
use crate::origin::{Origin, Reply, Request, raw, reply};

const NOTHING: &[u8] = b"";

/// An answer, and what must follow from it.
struct Row {
    name: &'static str,
    reply: fn() -> Reply,
    answer: &'static str,
    /// Whether the next request is conditional.
    keeps_validators: bool,
    failures: u32,
    /// Hours until the next visit: at least, at most.
    hours: (f64, f64),
    told: &'static [&'static str],
}

const fn row(name: &'static str, reply: fn() -> Reply) -> Row {
    Row {
        name,
        reply,
        answer: "failed",
        keeps_validators: true,
        failures: 1,
        hours: (1.0, 1.3),
        told: &["failing"],
    }
}

fn rows() -> Vec<Row> {
    let page = || {
        reply(200, &[("ETag", "\"page\"")], b"<!doctype html><html><head><title>Log in</title></head></html>")
    };
    let broken = || {
        reply(200, &[("ETag", "\"2\"")], b"<rss version='2.0'><channel><title>P</title><item><title>A & B</title><link>https://paper.example/x</link></item></channel></rss>")
    };
    vec![
        Row {
            answer: "feed",
            failures: 0,
            told: &[],
            ..row("200 and parses", || reply(200, &[("ETag", "\"2\"")], &feed(&["new"])))
        },
        Row {
            answer: "feed",
            failures: 0,
            told: &[],
            ..row("200 without items", || reply(200, &[("ETag", "\"2\"")], &feed(&[])))
        },
        row("200 with a web page", page),
        row("200 with an error in JSON", || {
            reply(200, &[("ETag", "\"e\"")], b"{\"error\": \"no such user\"}")
        }),
        row("200 with an empty body", || reply(200, &[("ETag", "\"e\"")], NOTHING)),
        Row { answer: "feed", failures: 0, told: &["broken"], ..row("200 with broken XML", broken) },
        Row {
            answer: "feed",
            failures: 0,
            told: &["broken"],
            ..row("200 cut short", || reply(200, &[("ETag", "\"cut\"")], &feed(&["one", "two"])[..300]))
        },
        row("204", || reply(204, &[], NOTHING)),
        row("205", || reply(205, &[], NOTHING)),
        row("206", || reply(206, &[("ETag", "\"part\"")], &feed(&["part"]))),
        row("226 that nobody asked for", || reply(226, &[], &feed(&["delta"]))),
        row("300 without Location", || reply(300, &[], NOTHING)),
        Row { answer: "not modified", failures: 0, told: &[], ..row("304", || reply(304, &[], NOTHING)) },
        Row { keeps_validators: false, ..row("400", || reply(400, &[], NOTHING)) },
        Row { hours: (24.0, 30.1), told: &["locked"], ..row("401", || reply(401, &[], NOTHING)) },
        Row { hours: (4.0, 5.1), ..row("402", || reply(402, &[], NOTHING)) },
        Row { hours: (4.0, 5.1), ..row("403", || reply(403, &[], NOTHING)) },
        Row {
            hours: (4.0, 5.1),
            told: &["challenged"],
            ..row("a challenge", || {
                reply(403, &[("cf-mitigated", "challenge"), ("Content-Type", "text/html")], b"<html>")
            })
        },
        Row { told: &[], ..row("404", || reply(404, &[], NOTHING)) },
        Row { keeps_validators: false, ..row("405", || reply(405, &[], NOTHING)) },
        Row { keeps_validators: false, ..row("406", || reply(406, &[], NOTHING)) },
        Row { hours: (24.0, 30.1), told: &["locked"], ..row("407", || reply(407, &[], NOTHING)) },
        Row { failures: 0, hours: (24.0, 30.1), ..row("410", || reply(410, &[], NOTHING)) },
        Row { keeps_validators: false, ..row("413", || reply(413, &[], NOTHING)) },
        Row { keeps_validators: false, ..row("414", || reply(414, &[], NOTHING)) },
        Row { keeps_validators: false, ..row("416", || reply(416, &[], NOTHING)) },
        Row { keeps_validators: false, ..row("431", || reply(431, &[], NOTHING)) },
        Row { hours: (4.0, 5.1), ..row("451", || reply(451, &[], NOTHING)) },
        Row { failures: 0, told: &[], ..row("429", || reply(429, &[], NOTHING)) },
        Row {
            failures: 0,
            told: &[],
            hours: (10.0, 10.1),
            ..row("429 with Retry-After", || reply(429, &[("Retry-After", "36000")], NOTHING))
        },
        Row { told: &[], ..row("500", || reply(500, &[], NOTHING)) },
        Row { told: &[], ..row("502", || reply(502, &[], NOTHING)) },
        Row { told: &[], ..row("503", || reply(503, &[], NOTHING)) },
        Row {
            told: &[],
            hours: (48.0, 48.1),
            ..row("503 with Retry-After", || reply(503, &[("Retry-After", "172800")], NOTHING))
        },
        Row { told: &[], ..row("504", || reply(504, &[], NOTHING)) },
        Row { told: &[], ..row("522", || reply(522, &[], NOTHING)) },
        Row { keeps_validators: false, ..row("418, another 4xx", || reply(418, &[], NOTHING)) },
        Row { told: &[], ..row("599, another 5xx", || reply(599, &[], NOTHING)) },
        Row {
            answer: "feed",
            failures: 0,
            told: &[],
            ..row("1xx before the answer", || {
                raw(&[
                    b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n".as_slice(),
                    &whole(&feed(&["hinted"])),
                ]
                .concat())
            })
        },
        Row { told: &[], ..row("what is no HTTP", || raw(b"SSH-2.0\r\n\r\n")) },
    ]
}

fn whole(body: &[u8]) -> Vec<u8> {
    reply(200, &[("ETag", "\"2\"")], body).remove(0).1
}

#[test]
fn section_4_every_row_keeps_items_and_draws_its_consequences() {
    for row in rows() {
        let current = Arc::new(Mutex::new(None::<fn() -> Reply>));
        let said = Arc::clone(&current);
        let origin = Origin::start(move |_: &Request| match *said.lock().unwrap() {
            None => reply(200, &[("ETag", "\"1\"")], &feed(&["one", "two", "three"])),
            Some(answer) => answer(),
        });
        let mut desk = Desk::of(&[("Paper", origin.url("/feed"))]);
        assert_eq!(answer(&desk.run(), "paper"), "feed", "{}", row.name);
        *current.lock().unwrap() = Some(row.reply);
        let taken = desk.run_when_due("paper");
        assert_eq!(answer(&taken, "paper"), row.answer, "{}: {:?}", row.name, taken.sources);
        assert!(desk.store.count().unwrap() >= 3, "{}: items were lost", row.name);
        let state = desk.state("paper");
        assert_eq!(state.failures, row.failures, "{}", row.name);
        assert_eq!(events(&taken), row.told, "{}", row.name);
        let hours = desk.next("paper").num_seconds() as f64 / 3600.0;
        assert!(
            (row.hours.0..=row.hours.1).contains(&hours),
            "{}: asked again after {hours} hours",
            row.name
        );
        desk.run_when_due("paper");
        let sent = origin.seen().last().unwrap().header("if-none-match").map(str::to_owned);
        assert_eq!(sent.is_some(), row.keeps_validators, "{}: sent {sent:?}", row.name);
        if row.answer == "failed" && row.keeps_validators {
            assert_eq!(sent.as_deref(), Some("\"1\""), "{}: what failed has no validators", row.name);
        }
    }
}

#[test]
fn rule_2_3_a_document_that_is_cut_short_is_not_confirmed_by_its_validator() {
    let cut = Arc::new(Mutex::new(false));
    let is_cut = Arc::clone(&cut);
    let origin = Origin::start(move |_: &Request| match *is_cut.lock().unwrap() {
        true => reply(200, &[("ETag", "\"cut\"")], &feed(&["one", "two"])[..300]),
        false => reply(200, &[("ETag", "\"whole\"")], &feed(&["one"])),
    });
    let mut desk = Desk::of(&[("Paper", origin.url("/feed"))]);
    desk.run();
    *cut.lock().unwrap() = true;
    desk.run_when_due("paper");
    assert_eq!(desk.state("paper").etag.as_deref(), Some("\"whole\""));
}

#[test]
fn section_4_a_304_to_an_unconditional_request_is_an_error() {
    let origin = Origin::start(|_: &Request| reply(304, &[], NOTHING));
    let mut desk = Desk::of(&[("Paper", origin.url("/feed"))]);
    let taken = desk.run();
    assert_eq!((answer(&taken, "paper"), desk.state("paper").failures), ("failed", 1));
}

#[test]
fn section_4_a_404_is_told_on_the_second_day_and_asked_for_daily_then_weekly() {
    let origin = Origin::start(|request: &Request| match request.header("if-none-match") {
        None => reply(200, &[("ETag", "\"1\"")], &feed(&["one"])),
        Some(_) => reply(404, &[], NOTHING),
    });
    let mut desk = Desk::of(&[("Paper", origin.url("/feed"))]);
    desk.run();
    let start = desk.now;
    let mut told_after = None;
    for _ in 0..100 {
        let taken = desk.run_when_due("paper");
        let days = (desk.now - start).num_days();
        if events(&taken).contains(&"failing".to_owned()) {
            assert_eq!(told_after.replace(days), None, "told twice");
        }
        let wait = desk.next("paper");
        match days {
            8..=29 => assert!(wait >= TimeDelta::hours(24) && wait <= TimeDelta::hours(31), "{days}: {wait}"),
            33.. => assert!(wait >= TimeDelta::days(7), "{days}: {wait}"),
            _ => {}
        }
        if days > 60 {
            break;
        }
    }
    assert!(matches!(told_after, Some(1..=2)), "{told_after:?}");
}

#[test]
fn section_4_where_every_host_fails_our_own_network_is_blamed_and_nobody_else() {
    let closed = |host: &str| {
        let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        format!("http://{host}:{port}/feed").parse().unwrap()
    };
    let mut desk = Desk::of(&[("One", closed("127.0.0.1")), ("Two", closed("127.0.0.2"))]);
    let taken = desk.run();
    assert_eq!((answer(&taken, "one"), answer(&taken, "two")), ("offline", "offline"));
    assert_eq!(events(&taken), ["offline"]);
    assert_eq!(desk.state("one").failures, 0);
    desk.wait(TimeDelta::minutes(10));
    let taken = desk.run();
    assert_eq!((answer(&taken, "one"), events(&taken).len()), ("offline", 0), "told once");
    // As soon as one host answers, the other is to blame.
    let origin = Origin::start(|_: &Request| reply(200, &[], &feed(&["one"])));
    let mut desk = Desk::of(&[("One", closed("127.0.0.2")), ("Two", origin.url("/feed"))]);
    let taken = desk.run();
    assert_eq!((answer(&taken, "one"), answer(&taken, "two")), ("failed", "feed"));
    assert_eq!(desk.state("one").failures, 1);
}
