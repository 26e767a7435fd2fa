//! `copydesk add`.

use crate::{CONFIGURATION, Desk, Origin, feed, must_keep_every_line, not_found, page};

/// A site whose page names two feeds of news, one of comments and one that is none.
fn site() -> Origin {
    Origin::start(|request| match request.path.as_str() {
        "/" => page(
            "<head><link rel=alternate type='application/rss+xml' href='/comments/feed/'>\
             <link rel=alternate type='application/rss+xml' href='/broken'>\
             <link rel=alternate type='application/rss+xml' href='/one'>\
             <link rel=alternate type='application/atom+xml' href='/two'></head>",
        ),
        "/comments/feed/" => feed("Comments on S", &["https://s.example/1", "https://s.example/2"]),
        "/one" => feed("S one", &["https://s.example/1", "https://s.example/2"]),
        "/two" => feed("S two", &["https://s.example/1", "https://s.example/3"]),
        // Answers everything else with a page, as many sites do.
        _ => page("<head><title>Not here</title></head>"),
    })
}

#[test]
fn feeds_of_a_page_are_shown_the_news_first_and_a_script_must_choose() {
    let (origin, desk) = (site(), Desk::new(CONFIGURATION));
    let output = desk.command(&["add", origin.url("/").as_str()]);
    assert_eq!(output.status.code(), Some(2));
    let table = String::from_utf8(output.stdout).unwrap();
    let at = |what: &str| table.find(what).unwrap_or_else(|| panic!("{what}: {table}"));
    assert!(at("S one") < at("S two") && at("S two") < at("Comments on S"), "{table}");
    assert!(table.contains("rss-2.0") && table.contains("2.0") && table.contains("7 days ago"), "{table}");
    assert!(String::from_utf8(output.stderr).unwrap().contains("choose with --first or --all"));
    assert_eq!(desk.configuration(), CONFIGURATION);
}

#[test]
fn chosen_feed_is_added_and_no_comment_is_lost() {
    let (origin, desk) = (site(), Desk::new(CONFIGURATION));
    desk.succeed(&["add", origin.url("/").as_str(), "--first", "--section", "tv", "--name", "S"]);
    let one = origin.url("/one").to_string();
    assert_eq!(desk.sources(), [("S".into(), one, vec!["tv".into()])]);
    must_keep_every_line(CONFIGURATION, &desk.configuration());
}

#[test]
fn all_adds_the_news_and_a_second_time_nothing() {
    let (origin, desk) = (site(), Desk::new(CONFIGURATION));
    desk.succeed(&["add", "--all", origin.url("/").as_str()]);
    let names: Vec<String> = desk.sources().into_iter().map(|(name, ..)| name).collect();
    assert_eq!(names, ["S one", "S two"]);
    let before = desk.configuration();
    let message = desk.refused(&["add", origin.url("/one#again").as_str()]);
    assert!(message.contains("is there already, as \"S one\""), "{message}");
    assert_eq!(desk.configuration(), before);
}

#[test]
fn json_tells_what_was_found_and_added() {
    let (origin, desk) = (site(), Desk::new(CONFIGURATION));
    let told = desk.succeed(&["add", "--json", "--first", origin.url("/").as_str()]);
    let told: serde_json::Value = serde_json::from_str(&told).unwrap();
    assert_eq!(told["found"].as_array().unwrap().len(), 3);
    assert_eq!(told["found"][0]["entries_per_week"], 2.0);
    assert_eq!(told["found"][2]["about"], "comments");
    assert_eq!(told["added"][0]["name"], "S one");
}

#[test]
fn well_known_paths_are_tried_where_the_page_names_none_and_only_feeds_count() {
    let origin = Origin::start(|request| match request.path.as_str() {
        "/" => page("<body><a href='/about'>About</a></body>"),
        "/atom.xml" => feed("Hidden", &["https://s.example/1", "https://s.example/2"]),
        // What is not there looks as if it were: status 200 and the right type.
        _ => {
            crate::reply(200, &[("Content-Type", "application/rss+xml")], b"<html><title>404</title></html>")
        }
    });
    let desk = Desk::new(CONFIGURATION);
    desk.succeed(&["add", origin.url("/").as_str()]);
    assert_eq!(desk.sources()[0].1, origin.url("/atom.xml").as_str());
}

#[test]
fn links_that_look_like_feeds_are_the_last_resort() {
    let origin = Origin::start(|request| match request.path.as_str() {
        "/" => page("<body><a href='/abo?id=7'>Our RSS</a><a href='/rss-help'>What is RSS?</a></body>"),
        "/abo?id=7" => feed("By link", &["https://s.example/1", "https://s.example/2"]),
        _ => not_found(),
    });
    let desk = Desk::new(CONFIGURATION);
    desk.succeed(&["add", origin.url("/").as_str()]);
    assert_eq!(desk.sources()[0].0, "By link");
    let asked: Vec<String> = origin.seen().into_iter().map(|request| request.path).collect();
    let mut once = asked.clone();
    once.sort();
    once.dedup();
    assert_eq!(asked.len(), once.len(), "nobody is asked twice: {asked:?}");
    let guess = asked.iter().position(|path| path == "/feed/").unwrap();
    assert!(guess < asked.iter().position(|path| path == "/abo?id=7").unwrap(), "{asked:?}");
}

#[test]
fn feed_address_is_added_as_it_is_and_a_moved_one_where_it_went() {
    let origin = Origin::start(|request| match request.path.as_str() {
        "/old" => crate::reply(301, &[("Location", "/new")], b""),
        "/new" => feed("Moved", &["https://s.example/1", "https://s.example/2"]),
        _ => not_found(),
    });
    let desk = Desk::new(CONFIGURATION);
    desk.succeed(&["add", origin.url("/old").as_str()]);
    assert_eq!(desk.sources()[0].1, origin.url("/new").as_str());
}

#[test]
fn what_gives_nothing_is_said_and_changes_nothing() {
    let origin = Origin::start(|_| not_found());
    let desk = Desk::new(CONFIGURATION);
    assert!(desk.refused(&["add", origin.url("/").as_str()]).contains("not found"));
    assert!(desk.refused(&["add", "gopher://old.example/"]).contains("no http or https address"));
    assert!(
        desk.refused(&["add", "--section", "tvv", origin.url("/").as_str()]).contains("did you mean \"tv\"?")
    );
    assert_eq!(desk.configuration(), CONFIGURATION);
}

#[test]
fn private_addresses_are_refused_here_too() {
    let origin = site();
    let desk = Desk::new(&CONFIGURATION.replace("\"127.0.0.1\"", ""));
    let message = desk.refused(&["add", origin.url("/").as_str()]);
    assert!(message.contains("allow_addresses"), "{message}");
    assert!(origin.seen().is_empty());
}
