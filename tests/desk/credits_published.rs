//! Credits from the feed to what is published: what a feed, a page or a text names is resolved to
//! the report it means, through real runs.

use crate::newsroom;

use chrono::TimeDelta;
use newsroom::{Item, Newsroom};
use serde_json::Value;

const TITLE: &str = "Harbour bridge opens after nine years of works";
const TEXT: &str = "<p>The harbour bridge between Amblecote and Wexley opened on Tuesday after nine years of works \
    and 214 million crowns. Engineer Petra Lindholm called it \u{201c}the most stubborn bridge I have ever met, and the dearest\u{201d}.</p>";

/// The credits published with the only item that has this title.
fn credits(desk: &Newsroom, title: &str) -> Vec<(String, String, Option<String>)> {
    let items = desk.items("all");
    let item = items.iter().find(|item| item["title"] == title).unwrap_or_else(|| panic!("{items:#?}"));
    let text = |credit: &Value, key: &str| credit[key].as_str().map(str::to_owned);
    let of =
        |credit: &Value| (text(credit, "name").unwrap(), text(credit, "kind").unwrap(), text(credit, "url"));
    item["_copydesk"]["credits"].as_array().into_iter().flatten().map(of).collect()
}

/// What one item of `Wire` with these elements and this text is published with.
fn declared(more: &str, html: &str) -> Vec<(String, String, Option<String>)> {
    let mut desk = Newsroom::new(&["Wire", "Morning Echo"]);
    let item = Item { more: more.into(), ..Item::new("Wire", 1, TITLE, desk.now()) };
    let html = if html.is_empty() { item.html.clone() } else { html.to_owned() };
    desk.feed("Wire", &[Item { html, ..item }]);
    desk.feed("Morning Echo", &[]);
    desk.run();
    credits(&desk, TITLE)
}

fn one(name: &str, kind: &str, url: Option<&str>) -> Vec<(String, String, Option<String>)> {
    vec![(name.into(), kind.into(), url.map(str::to_owned))]
}

#[test]
fn source_element_names_the_feed_it_was_taken_from() {
    let more = "<source url=\"https://morning-echo.example/feed\">The Morning Echo, all news</source>";
    assert_eq!(declared(more, ""), one("Morning Echo", "syndicated", None));
    let more = "<source url=\"https://elsewhere.example/feed\">Elsewhere Daily</source>";
    assert_eq!(declared(more, ""), one("Elsewhere Daily", "syndicated", None));
}

#[test]
fn source_element_that_names_its_own_feed_is_no_credit() {
    assert_eq!(declared("<source url=\"https://wire.example/feed\">Wire</source>", ""), []);
    assert_eq!(declared("<dc:source>Wire</dc:source>", ""), []);
    assert_eq!(declared("<atom:link rel=\"canonical\" href=\"https://www.wire.example/news/1\"/>", ""), []);
}

#[test]
fn dc_source_names_or_links() {
    assert_eq!(declared("<dc:source>Morning Echo</dc:source>", ""), one("Morning Echo", "source", None));
    let report = "https://morning-echo.example/a/1";
    assert_eq!(
        declared(&format!("<dc:source>{report}</dc:source>"), ""),
        one("Morning Echo", "source", Some(report))
    );
    assert_eq!(declared("<dc:source>ISBN 978-3-16-148410-0</dc:source>", ""), []);
}

#[test]
fn links_that_point_elsewhere_credit() {
    let report = "https://morning-echo.example/a/1";
    assert_eq!(
        declared(&format!("<atom:link rel=\"via\" href=\"{report}\"/>"), ""),
        one("Morning Echo", "via", Some(report))
    );
    assert_eq!(
        declared(&format!("<atom:link rel=\"canonical\" href=\"{report}\"/>"), ""),
        one("Morning Echo", "syndicated", Some(report))
    );
}

#[test]
fn structured_data_in_the_page_credits() {
    let report = "https://morning-echo.example/a/1";
    for data in [
        format!("{{\"@type\":\"NewsArticle\",\"isBasedOn\":\"{report}\"}}"),
        format!(
            "{{\"@graph\":[{{\"@type\":\"Article\",\"isBasedOn\":{{\"@type\":\"Article\",\"url\":\"{report}\"}}}}]}}"
        ),
        format!(
            "[{{\"@type\":\"NewsArticle\",\"citation\":[{{\"url\":\"{report}\",\"publisher\":{{\"name\":\"Echo\"}}}}]}}]"
        ),
    ] {
        let html = format!("{TEXT}<script type=\"application/ld+json\">{data}</script>");
        assert_eq!(declared("", &html), one("Morning Echo", "source", Some(report)), "{data}");
    }
    for broken in
        ["{", "{\"isBasedOn\":7}", "{\"citation\":null}", "[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]"]
    {
        let html = format!("{TEXT}<script type=\"application/ld+json\">{broken}</script>");
        assert_eq!(declared("", &html), [], "{broken}");
    }
    let html = format!("<link rel=\"canonical\" href=\"{report}\">{TEXT}");
    assert_eq!(declared("", &html), one("Morning Echo", "syndicated", Some(report)));
}

#[test]
fn name_that_no_source_has_is_kept_with_its_words() {
    let mut desk = Newsroom::new(&["Wire"]);
    let item = Item::new("Wire", 1, TITLE, desk.now());
    desk.feed("Wire", &[Item { html: format!("{TEXT}<p>Source: Riverton Herald</p>"), ..item }]);
    desk.run();
    assert_eq!(credits(&desk, TITLE), one("Riverton Herald", "source", None));
    assert!(
        desk.says(&["why", "https://wire.example/news/1"])
            .contains("\u{201c}Source: Riverton Herald\u{201d}")
    );
}

/// A desk on which A credits B and B credits C, all with the same story; C came first.
fn chain(last_words: &str) -> Newsroom {
    let mut desk = Newsroom::new(&["Alder Post", "Birch Times", "Cedar Wire"]);
    let at = desk.now() - TimeDelta::hours(3);
    let item = |name: &str, hours: i64, words: &str| Item {
        html: format!("{TEXT}{words}"),
        ..Item::new(name, 1, TITLE, at + TimeDelta::hours(hours))
    };
    desk.feed("Cedar Wire", &[item("Cedar Wire", 0, last_words)]);
    desk.feed("Birch Times", &[item("Birch Times", 1, "<p>Source: Cedar Wire</p>")]);
    desk.feed("Alder Post", &[item("Alder Post", 2, "")]);
    let own = format!(
        "+++\ntitle = \"{TITLE}, at last\"\npublished = {}\n+++\n\n{}\n\nSource: Birch Times\n",
        (at + TimeDelta::hours(2)).format("%Y-%m-%dT%H:%M:%SZ"),
        TEXT.replace("<p>", "").replace("</p>", "")
    );
    desk.put("own/a.md", &own);
    desk.run();
    desk
}

#[test]
fn chain_of_credits_leads_to_its_end() {
    let desk = chain("");
    assert_eq!(desk.titles(), [format!("{TITLE}, at last")]);
    let named = credits(&desk, &format!("{TITLE}, at last"));
    let links: Vec<_> = named.iter().map(|(name, _, url)| (name.as_str(), url.as_deref())).collect();
    assert_eq!(
        links,
        [
            ("Cedar Wire", Some("https://cedar-wire.example/news/1")),
            ("Birch Times", Some("https://birch-times.example/news/1"))
        ]
    );
    let atom = std::fs::read_to_string(desk.path("feeds/all/atom.xml")).unwrap();
    let via: Vec<&str> = atom.split("rel=\"via\"").skip(1).collect();
    assert_eq!(via.len(), 2, "{atom}");
    assert!(via[0].contains("cedar-wire.example") || atom.contains("cedar-wire.example"), "{atom}");
}

#[test]
fn outlets_that_credit_each_other_end_the_chain() {
    let desk = chain("<p>Source: Birch Times</p>");
    let named = credits(&desk, &format!("{TITLE}, at last"));
    assert_eq!(named.len(), 2, "{named:?}");
}

#[test]
fn own_article_that_credits_nobody_has_no_via_though_others_do() {
    let desk = chain("");
    let own = std::fs::read_to_string(desk.path("own/a.md")).unwrap();
    let mut desk = desk;
    desk.put("own/a.md", &own.replace("Source: Birch Times", ""));
    desk.run();
    let atom = std::fs::read_to_string(desk.path("feeds/all/atom.xml")).unwrap();
    assert!(!atom.contains("rel=\"via\"") && atom.contains("rel=\"related\""), "{atom}");
}
