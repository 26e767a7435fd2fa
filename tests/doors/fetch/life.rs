//! What sources live through, from run to run.

use std::sync::{Arc, Mutex};

use chrono::TimeDelta;
use copydesk::pipeline::Scope;

use crate::fetch::desk::{Desk, answer, events, feed};
use crate::origin::{Origin, Reply, Request, reply};

/// An origin whose answers a test can change.
fn changing(first: impl Fn(&Request) -> Reply + Send + Sync + 'static) -> (Origin, Arc<Mutex<Answering>>) {
    let answering: Arc<Mutex<Answering>> = Arc::new(Mutex::new(Box::new(first)));
    let now = Arc::clone(&answering);
    (Origin::start(move |request: &Request| now.lock().unwrap()(request)), answering)
}

type Answering = Box<dyn Fn(&Request) -> Reply + Send + Sync>;

fn news(words: &'static [&'static str]) -> impl Fn(&Request) -> Reply + Send + Sync + 'static {
    move |_| reply(200, &[("ETag", "\"1\"")], &feed(words))
}

#[test]
fn rule_5_3_a_permanent_move_is_adopted_after_a_week_and_its_items_stay_the_same() {
    let origin = Origin::start(|request: &Request| match request.path.as_str() {
        "/old" => reply(301, &[("Location", "/new")], b""),
        _ => reply(200, &[("ETag", "\"1\"")], &feed(&["one", "two"])),
    });
    let mut desk = Desk::of(&[("Paper", origin.url("/old"))]);
    let start = desk.now;
    let mut moved_after = None;
    while desk.now < start + TimeDelta::days(9) {
        let taken = desk.run();
        if events(&taken) == ["moved"] {
            moved_after = Some(desk.now - start);
        }
        desk.wait(TimeDelta::hours(1));
    }
    let after = moved_after.expect("the move was never adopted");
    assert!(after >= TimeDelta::days(7) && after <= TimeDelta::days(8), "{after}");
    let moved = desk.state("paper").life.moved.unwrap();
    assert_eq!((moved.from, moved.to), (origin.url("/old").into(), origin.url("/new").into()));
    assert_eq!(origin.seen().last().unwrap().path, "/new");
    assert_eq!(desk.store.count().unwrap(), 2);
}

#[test]
fn rule_5_3_where_the_old_address_goes_while_a_move_is_watched_the_new_one_is_asked_at_once() {
    let (origin, answering) = changing(|request| match request.path.as_str() {
        "/old" => reply(301, &[("Location", "/new")], b""),
        _ => reply(200, &[("ETag", "\"1\"")], &feed(&["one"])),
    });
    let mut desk = Desk::of(&[("Paper", origin.url("/old"))]);
    desk.run();
    *answering.lock().unwrap() = Box::new(|request| match request.path.as_str() {
        "/old" => reply(404, &[], b""),
        _ => reply(200, &[("ETag", "\"2\"")], &feed(&["one", "two"])),
    });
    let taken = desk.run_when_due("paper");
    assert_eq!(events(&taken), ["moved"]);
    desk.wait(TimeDelta::minutes(10));
    assert_eq!(answer(&desk.run(), "paper"), "feed");
    assert_eq!((desk.store.count().unwrap(), desk.state("paper").failures), (2, 0));
}

#[test]
fn rule_5_5_the_old_address_is_asked_once_more_after_a_month_and_taken_back_if_it_answers() {
    let (origin, answering) = changing(|request| match request.path.as_str() {
        "/old" => reply(308, &[("Location", "/new")], b""),
        _ => reply(200, &[], &feed(&["one"])),
    });
    let mut desk = Desk::of(&[("Paper", origin.url("/old"))]);
    let hourly = |desk: &mut Desk, days: i64| {
        let mut all = Vec::new();
        for _ in 0..days * 4 {
            all.extend(events(&desk.run()));
            desk.wait(TimeDelta::hours(6));
        }
        all
    };
    assert_eq!(hourly(&mut desk, 10), ["moved"]);
    *answering.lock().unwrap() = Box::new(news(&["one"]));
    assert!(hourly(&mut desk, 35).contains(&"moved-back".to_owned()));
    assert_eq!(origin.seen().last().unwrap().path, "/old");
}

#[test]
fn section_4_a_second_410_retires_the_source_and_what_it_gave_stays() {
    let (origin, answering) = changing(news(&["one", "two"]));
    let mut desk = Desk::of(&[("Paper", origin.url("/feed"))]);
    desk.run();
    *answering.lock().unwrap() = Box::new(|_| reply(410, &[], b""));
    assert_eq!(events(&desk.run_when_due("paper")), ["failing"], "told at once");
    assert_eq!(events(&desk.run_when_due("paper")), ["gone"]);
    let asked = origin.seen().len();
    desk.wait(TimeDelta::days(60));
    assert_eq!(answer(&desk.run(), "paper"), "not due");
    assert_eq!((origin.seen().len(), desk.store.count().unwrap()), (asked, 2));
    // A person may still ask, and an answer brings it back.
    *answering.lock().unwrap() = Box::new(news(&["one", "two", "three"]));
    let taken = desk.run_as(&Scope { only: Some("Paper".into()), ..Scope::default() });
    assert_eq!(answer(&taken, "paper"), "feed");
    assert!(events(&taken).contains(&"-gone".to_owned()), "{:?}", taken.events);
}

#[test]
fn section_4_a_429_keeps_every_source_of_the_host_waiting_over_runs_whoever_asks() {
    let (origin, answering) = changing(news(&["one"]));
    let sources: Vec<(String, url::Url)> =
        (0..3).map(|n| (format!("s{n}"), origin.url(&format!("/{n}")))).collect();
    let sources: Vec<(&str, url::Url)> =
        sources.iter().map(|(name, url)| (name.as_str(), url.clone())).collect();
    let mut desk = Desk::with(&sources, "", "");
    desk.run();
    *answering.lock().unwrap() = Box::new(|_| reply(429, &[("Retry-After", "7200")], b""));
    desk.wait(TimeDelta::hours(25));
    desk.run();
    let asked = origin.seen().len();
    for scope in
        [Scope::default(), Scope { all: true, ..Scope::default() }, Scope { force: true, ..Scope::default() }]
    {
        desk.wait(TimeDelta::minutes(30));
        let taken = desk.run_as(&scope);
        assert!(
            taken.sources.iter().all(|note| answer(&taken, &note.key) == "waiting"),
            "{:?}",
            taken.sources
        );
    }
    assert_eq!(origin.seen().len(), asked, "Retry-After undercut");
    *answering.lock().unwrap() = Box::new(news(&["one", "two"]));
    desk.wait(TimeDelta::hours(1));
    let taken = desk.run_as(&Scope { all: true, ..Scope::default() });
    assert!(taken.sources.iter().all(|note| answer(&taken, &note.key) == "feed"));
    assert!(desk.store.quiet_hosts().unwrap().is_empty());
}

#[test]
fn rule_2_8_validators_that_hide_news_are_found_out_by_a_probe_once_a_month() {
    let (origin, answering) = changing(|request| match request.header("if-none-match") {
        Some(_) => reply(304, &[], b""),
        None => reply(200, &[("ETag", "\"for ever\"")], &feed(&["one"])),
    });
    let mut desk = Desk::of(&[("Paper", origin.url("/feed"))]);
    desk.run();
    *answering.lock().unwrap() = Box::new(|request| match request.header("if-none-match") {
        Some(_) => reply(304, &[], b""),
        None => reply(200, &[("ETag", "\"for ever\"")], &feed(&["one", "two"])),
    });
    let unconditional =
        |origin: &Origin| origin.seen().iter().filter(|r| r.header("if-none-match").is_none()).count();
    let mut told = Vec::new();
    for _ in 0..29 {
        told.extend(events(&desk.run()));
        desk.wait(TimeDelta::hours(25));
    }
    assert_eq!((unconditional(&origin), told.contains(&"stuck".to_owned())), (1, false));
    told.extend(events(&desk.run()));
    desk.wait(TimeDelta::hours(25));
    assert_eq!(unconditional(&origin), 2);
    assert!(told.contains(&"stuck".to_owned()), "{told:?}");
    assert_eq!(desk.store.count().unwrap(), 2);
    // From now on it is asked without condition, once a day.
    for _ in 0..3 {
        desk.run();
        desk.wait(TimeDelta::hours(25));
    }
    assert!(unconditional(&origin) >= 4);
}

#[test]
fn rule_1_11_force_is_unconditional_once_a_day_and_conditional_after_that() {
    let origin = Origin::start(news(&["one"]));
    let mut desk = Desk::of(&[("Paper", origin.url("/feed"))]);
    desk.run();
    let force = Scope { force: true, ..Scope::default() };
    for (hours, forced) in [(1, true), (2, false), (3, false), (25, true)] {
        desk.wait(TimeDelta::hours(hours));
        desk.run_as(&force);
        let last = origin.seen().pop().unwrap();
        assert_eq!(last.header("cache-control").is_some(), forced, "after {hours} hours");
        assert_eq!(last.header("if-none-match").is_none(), forced);
    }
}

#[test]
fn rule_5_6_two_sources_of_one_address_are_fetched_once_and_both_keep_their_names() {
    let origin = Origin::start(news(&["one"]));
    let mut desk = Desk::of(&[("First", origin.url("/feed")), ("Second", origin.url("/feed#again"))]);
    desk.run();
    // The fragment is not sent, but only the same text is known to be the same address.
    let mut same = Desk::of(&[("First", origin.url("/same")), ("Second", origin.url("/same"))]);
    let taken = same.run();
    assert_eq!((answer(&taken, "first"), answer(&taken, "second")), ("feed", "feed"));
    assert_eq!(origin.seen().iter().filter(|request| request.path == "/same").count(), 1);
    assert_eq!(same.store.count().unwrap(), 2);
}

#[test]
fn rule_3_1_eager_lets_the_sources_own_words_bring_visits_closer() {
    let origin = Origin::start(|request: &Request| match request.header("if-none-match") {
        Some(_) => reply(304, &[("Cache-Control", "max-age=900")], b""),
        None => reply(200, &[("ETag", "\"1\""), ("Cache-Control", "max-age=900")], &feed(&["one", "two"])),
    });
    for (each, minutes) in [("eager = true", 15), ("", 59)] {
        let mut desk = Desk::with(&[("Paper", origin.url("/feed"))], "", each);
        desk.run();
        let not_before = desk.state("paper").life.not_before.unwrap();
        assert_eq!((not_before - desk.now).num_minutes(), minutes, "{each}");
    }
}

#[test]
fn an_address_that_the_owner_changes_is_asked_at_once_and_troubles_of_the_old_are_forgotten() {
    let origin = Origin::start(|request: &Request| match request.path.as_str() {
        "/old" => reply(410, &[], b""),
        _ => reply(200, &[], &feed(&["one"])),
    });
    let mut desk = Desk::of(&[("Paper", origin.url("/old"))]);
    desk.run();
    desk.run_when_due("paper");
    assert!(desk.state("paper").retired);
    let mut other = Desk::of(&[("Paper", origin.url("/new"))]);
    std::mem::swap(&mut other.store, &mut desk.store);
    other.now = desk.now + TimeDelta::minutes(10);
    assert_eq!(answer(&other.run(), "paper"), "feed");
    assert!(!other.state("paper").retired);
}

#[test]
fn a_source_that_comes_under_other_ids_is_told_and_its_entries_stay_the_same() {
    let (origin, answering) = changing(news(&["one", "two", "three", "four"]));
    let mut desk = Desk::of(&[("Paper", origin.url("/feed"))]);
    desk.run();
    *answering.lock().unwrap() = Box::new(|_| {
        let text = String::from_utf8(feed(&["one", "two", "three", "four"])).unwrap();
        reply(200, &[], text.replace("<guid>https://paper.example/", "<guid>new-").as_bytes())
    });
    assert_eq!(events(&desk.run_when_due("paper")), ["migrated-ids"]);
    assert_eq!(desk.store.count().unwrap(), 4);
}

#[test]
fn rule_9_3_the_error_notice_of_a_bridge_never_becomes_news() {
    let (origin, answering) = changing(news(&["one"]));
    let mut desk = Desk::of(&[("Paper", origin.url("/feed"))]);
    desk.run();
    *answering.lock().unwrap() = Box::new(|_| {
        let notice = "<rss version='2.0'><channel><title>P</title><item><title>Bridge returned error 500! (20514)</title>\
            <guid>x</guid><description>trace</description></item></channel></rss>";
        reply(200, &[("ETag", "\"bad\"")], notice.as_bytes())
    });
    let taken = desk.run_when_due("paper");
    assert_eq!((answer(&taken, "paper"), events(&taken)), ("failed", vec!["failing".to_owned()]));
    assert_eq!(desk.store.count().unwrap(), 1);
    assert_eq!(desk.state("paper").etag.as_deref(), Some("\"1\""));
}

#[test]
fn rule_6_4_what_was_not_reached_comes_first_next_time() {
    let origin = Origin::start(|_| {
        std::thread::sleep(std::time::Duration::from_millis(500));
        reply(200, &[], &feed(&["one"]))
    });
    let sources: Vec<(String, url::Url)> =
        (0..12).map(|n| (format!("s{n:02}"), origin.url(&format!("/{n:02}")))).collect();
    let sources: Vec<(&str, url::Url)> =
        sources.iter().map(|(name, url)| (name.as_str(), url.clone())).collect();
    let mut desk = Desk::with(&sources, "deadline_seconds = 1", "");
    let first = desk.run();
    let missed: Vec<&str> = first
        .sources
        .iter()
        .filter(|note| answer(&first, &note.key) == "not reached")
        .map(|note| note.key.as_str())
        .collect();
    assert!(!missed.is_empty() && missed.len() < 12, "{missed:?}");
    let asked = origin.seen().len();
    desk.wait(TimeDelta::minutes(10));
    desk.run();
    let next = &origin.seen()[asked];
    assert!(missed.contains(&format!("s{}", next.path.trim_start_matches('/')).as_str()), "{}", next.path);
}

#[test]
fn rule_3_10_a_finished_source_is_asked_once_a_week_for_three_months_and_what_it_gave_stays() {
    let document = br#"{"version":"https://jsonfeed.org/version/1.1","title":"Paper","expired":true,"items":
        [{"id":"1","url":"https://paper.example/1","title":"The last of it","content_text":"That was all."}]}"#;
    let origin = Origin::start(|_: &Request| reply(200, &[("ETag", "\"1\"")], document));
    let mut desk = Desk::of(&[("Paper", origin.url("/feed"))]);
    let start = desk.now;
    desk.run();
    while !desk.state("paper").retired {
        let before = desk.now;
        let taken = desk.run_when_due("paper");
        assert!(desk.now - before >= TimeDelta::days(7) && desk.now - before <= TimeDelta::days(8));
        assert_eq!(answer(&taken, "paper"), "feed");
    }
    let asked = desk.now - start;
    assert!(asked >= TimeDelta::days(90) && asked <= TimeDelta::days(98), "{asked}");
    assert!(desk.state("paper").life.told.contains_key(&copydesk::model::Condition::Finished));
    desk.wait(TimeDelta::days(60));
    assert_eq!(answer(&desk.run(), "paper"), "not due");
    assert_eq!(desk.store.count().unwrap(), 1);
}

#[test]
fn rule_10_2_marks_of_a_source_are_those_of_the_pages_that_show_it_until_it_takes_them_back() {
    let marked = |marks: &'static [(&'static str, &'static str)], etag: &'static str| {
        move |request: &Request| {
            let headers = [&[("ETag", etag)], marks].concat();
            match request.header("if-none-match") {
                Some(had) if had == etag => reply(304, &headers, b""),
                _ => reply(200, &headers, &feed(&["one"])),
            }
        }
    };
    let (origin, answering) =
        changing(marked(&[("X-Robots-Tag", "noindex, noai, otherbot: nosnippet")], "\"1\""));
    let mut desk = Desk::of(&[("Paper", origin.url("/feed"))]);
    let folder = tempfile::tempdir().unwrap();
    let page = |desk: &mut Desk| {
        desk.put_out(folder.path());
        std::fs::read_to_string(folder.path().join("all/index.html")).unwrap()
    };
    assert_eq!(answer(&desk.run(), "paper"), "feed");
    assert!(page(&mut desk).contains("<meta name=\"robots\" content=\"noai, noindex\">"));
    // Silence of a 304 leaves them, its own word replaces them.
    *answering.lock().unwrap() = Box::new(marked(&[], "\"1\""));
    assert_eq!(answer(&desk.run_when_due("paper"), "paper"), "not modified");
    assert_eq!(desk.state("paper").life.robots, ["noai", "noindex"]);
    *answering.lock().unwrap() = Box::new(marked(&[("X-Robots-Tag", "noai")], "\"1\""));
    assert_eq!(answer(&desk.run_when_due("paper"), "paper"), "not modified");
    assert!(page(&mut desk).contains("<meta name=\"robots\" content=\"noai\">"));
    // A document that asks nothing takes back what was asked.
    *answering.lock().unwrap() = Box::new(marked(&[], "\"2\""));
    assert_eq!(answer(&desk.run_when_due("paper"), "paper"), "feed");
    assert!(!page(&mut desk).contains("name=\"robots\""));
}
