//! `copydesk add`.

use crate::sources::{CONFIGURATION, Desk, Origin, feed, must_keep_every_line, not_found, page};

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
        _ => crate::sources::reply(
            200,
            &[("Content-Type", "application/rss+xml")],
            b"<html><title>404</title></html>",
        ),
    });
    let desk = Desk::new(CONFIGURATION);
    desk.succeed(&["add", origin.url("/").as_str()]);
    assert_eq!(desk.sources()[0].1, origin.url("/atom.xml").as_str());
}

#[test]
fn links_that_look_like_feeds_come_before_guesses() {
    let origin = Origin::start(|request| match request.path.as_str() {
        "/" => page("<body><a href='/rss-help'>What is RSS?</a><a href='/abo?id=7'>Our RSS</a></body>"),
        "/abo?id=7" => feed("By link", &["https://s.example/1", "https://s.example/2"]),
        _ => not_found(),
    });
    let desk = Desk::new(CONFIGURATION);
    desk.succeed(&["add", origin.url("/").as_str()]);
    assert_eq!(desk.sources()[0].0, "By link");
    let asked: Vec<String> = origin.seen().into_iter().map(|request| request.path).collect();
    let asked: Vec<&String> = asked.iter().filter(|path| *path != "/robots.txt").collect();
    assert_eq!(asked, ["/", "/rss-help", "/abo?id=7"]);
}

#[test]
fn an_address_with_a_stroke_and_one_without_are_two_and_an_empty_feed_ends_no_search() {
    let origin = Origin::start(|request| match request.path.as_str() {
        "/" => page(
            "<head><link rel=alternate type='application/rss+xml' href='/empty'>\
             <link rel=alternate type='application/rss+xml' href='/gone/'></head><body><a href='/gone'>RSS</a></body>",
        ),
        "/empty" => feed("Empty", &[]),
        "/gone" => feed("Full", &["https://s.example/1", "https://s.example/2"]),
        _ => not_found(),
    });
    let desk = Desk::new(CONFIGURATION);
    desk.succeed(&["add", "--first", origin.url("/").as_str()]);
    assert_eq!(desk.sources()[0].0, "Full");
}

#[test]
fn two_forms_of_one_feed_are_one_and_the_feed_of_the_page_itself_is_the_first() {
    let both = ["https://s.example/1", "https://s.example/2"];
    let origin = Origin::start(move |request| match request.path.as_str() {
        "/" => page(
            "<head><link rel=alternate type='application/rss+xml' href='/comments'>\
             <link rel=alternate type='application/rss+xml' href='/rss'>\
             <link rel=alternate type='application/atom+xml' href='/atom'></head>",
        ),
        "/comments" => feed("Coment\u{e1}rios: S", &["https://s.example/3", "https://s.example/4"]),
        "/rss" | "/atom" => feed("S", &both),
        _ => not_found(),
    });
    let desk = Desk::new(CONFIGURATION);
    let told = desk.succeed(&["add", "--json", origin.url("/").as_str()]);
    let told: serde_json::Value = serde_json::from_str(&told).unwrap();
    let abouts: Vec<&serde_json::Value> =
        told["found"].as_array().unwrap().iter().map(|found| &found["about"]).collect();
    assert_eq!(abouts, ["news", "comments"]);
    assert_eq!(desk.sources()[0].1, origin.url("/rss").as_str());
}

#[test]
fn comments_are_taken_for_the_feed_of_a_site_only_where_somebody_asks_for_them() {
    let origin = Origin::start(|request| match request.path.as_str() {
        "/" => page("<head><link rel=alternate type='application/rss+xml' href='/yorumlar'></head>"),
        "/yorumlar" => feed("Yorumlar: S", &["https://s.example/1", "https://s.example/2"]),
        _ => not_found(),
    });
    let desk = Desk::new(CONFIGURATION);
    for how in [&["add"][..], &["add", "--first"]] {
        let message = desk.refused(&[how, &[origin.url("/").as_str()]].concat());
        assert!(message.contains("comments only") && message.contains("/yorumlar"), "{message}");
    }
    desk.succeed(&["add", origin.url("/yorumlar").as_str()]);
    assert_eq!(desk.sources().len(), 1);
}

#[test]
fn a_feed_in_a_file_is_added_by_its_path_and_more_feeds_than_are_looked_at_are_said() {
    let desk = Desk::new(CONFIGURATION);
    desk.put(
        "up.xml",
        "<rss version='2.0'><channel><title>Upside - all of it</title><item><title>T</title>\
        <link>https://s.example/1</link></item></channel></rss>",
    );
    desk.succeed(&["add", desk.path("up.xml").to_str().unwrap()]);
    assert_eq!(desk.sources()[0].0, "Upside");
    assert!(desk.configuration().contains("feed = \"up.xml\""), "{}", desk.configuration());
    desk.put("page.html", "<style>p{}</style><p>No feed</p>");
    let message = desk.refused(&["add", desk.path("page.html").to_str().unwrap()]);
    assert!(message.contains("page.html") && message.contains("web page"), "{message}");

    let many = (0..23).map(|n| format!("<link rel=alternate type='application/rss+xml' href='/f{n}'>"));
    let many = many.collect::<String>();
    let origin = Origin::start(move |request| match request.path.as_str() {
        "/" => page(&many),
        "/f3" => feed("Three", &["https://s.example/1", "https://s.example/2"]),
        _ => not_found(),
    });
    let told = desk.succeed(&["add", origin.url("/").as_str()]);
    assert!(told.contains("names 3 more feeds"), "{told}");
}

#[test]
fn feed_address_is_added_as_it_is_and_a_moved_one_where_it_went() {
    let origin = Origin::start(|request| match request.path.as_str() {
        "/old" => crate::sources::reply(301, &[("Location", "/new")], b""),
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
