//! What readers and directories get from a run, kind by kind of what they reported.

mod desk;

use copydesk::model::Level;
use copydesk::validate;
use desk::{Desk, NOW, item, rss};

/// What a field of a feed may hold in place of an address, an id, a name or a type.
const ODD: &[&str] = &[
    "https://blatt.example/feed?ressort[]=lokal",
    "https://my_cast.example/1.mp3",
    "https://a.example./x",
    "https://me:pw@a.example/x",
    "https://a.example?x=1",
    "https://a.example:99999/x",
    "https://a..example/x",
    "https://-a.example/x",
    "https://a.example/%zz",
    "https://[::1]/x",
    "https://127.0.0.1/x",
    "https://localhost/x",
    "https://b\u{fc}cher.example/\u{e9}",
    "https://a.example/a b|c^d`e{f}",
    "HTTPS://A.EXAMPLE/X",
    "http:///x",
    "//a.example/x",
    "/x",
    "x",
    "",
    " ",
    "tag:x",
    "tag:A.example,2005:1",
    "tag:me@A.example,2005:x",
    "tag:a.example,2005:1#2#3",
    "urn:x",
    "urn:uuid:1",
    "urn:x-y:a/b",
    "urn:isbn:%2",
    "ftp:///x",
    "ftp://a.example/x",
    "mailto:a@b.example",
    "javascript:alert(1)",
    "data:text/html,x",
    "about:blank",
    "a@b",
    "a@b.example",
    "a@b.example (A &lt;b&gt;)",
    "\u{1f600}",
    "\u{202e}x",
    "]]&gt;",
    "&lt;script&gt;x&lt;/script&gt;",
    "&amp;amp;",
    "&amp;#0;",
    "audio",
    "audio/",
    "audio/mpeg; x=\u{e9}",
    "text/html;charset=utf-8",
    "-1",
    "1e9",
    "99999999999999999999",
    "NaN",
    "en_US",
    "English",
    "x-klingon",
    "\u{e9}",
    "a\tb\nc",
    "https://a.example/\u{202e}",
    "https://\u{202e}.example/",
    "https://xn--.example/",
    "https://a.example/x#y#z",
    "https://a.example:/x",
    "https://a.example:8080",
    "https://a_b/x",
    "https://1.2.3.4.5/x",
    "https://%61.example/x",
    "https://a.example\\x",
    "https:/a.example/x",
    "https:a.example",
];

/// Fields of an RSS item, each with a place for a value.
const RSS_FIELDS: &[&str] = &[
    "<link>{}</link>",
    "<guid>{}</guid>",
    "<guid isPermaLink=\"false\">{}</guid>",
    "<comments>{}</comments>",
    "<source url=\"{}\">Blatt</source>",
    "<source url=\"https://a.example/f\">{}</source>",
    "<author>{}</author>",
    "<dc:creator>{}</dc:creator>",
    "<category domain=\"{}\">a</category>",
    "<category>{}</category>",
    "<enclosure url=\"{}\" length=\"9\" type=\"audio/mpeg\"/>",
    "<enclosure url=\"https://a.example/1.mp3\" length=\"9\" type=\"{}\"/>",
    "<enclosure url=\"https://a.example/1.mp3\" length=\"{}\" type=\"audio/mpeg\"/>",
    "<media:content url=\"{}\" type=\"image/png\" medium=\"image\"/>",
    "<media:content url=\"https://a.example/1.png\" type=\"{}\" medium=\"{}\" width=\"{}\" duration=\"{}\" fileSize=\"{}\"/>",
    "<media:content url=\"https://a.example/1.png\"><media:title>{}</media:title><media:credit role=\"{}\">{}</media:credit><media:rating>{}</media:rating></media:content>",
    "<media:content url=\"https://a.example/2.png\"><media:restriction relationship=\"deny\" type=\"country\">{}</media:restriction></media:content>",
    "<media:thumbnail url=\"{}\"/>",
    "<itunes:image href=\"{}\"/>",
    "<itunes:duration>{}</itunes:duration>",
    "<dc:language>{}</dc:language>",
    "<dc:rights>{}</dc:rights>",
    "<description>{}</description>",
    "<title>{}</title>",
    "<content:encoded>&lt;a href=\"{}\"&gt;x&lt;/a&gt;&lt;img src=\"{}\"&gt;</content:encoded>",
    "<pubDate>{}</pubDate>",
    "<georss:point xmlns:georss=\"http://www.georss.org/georss\">{}</georss:point>",
    "<creativeCommons:license xmlns:creativeCommons=\"http://backend.userland.com/creativeCommonsRssModule\">{}</creativeCommons:license>",
];

/// Fields of an Atom entry.
const ATOM_FIELDS: &[&str] = &[
    "<id>{}</id>",
    "<link rel=\"alternate\" href=\"{}\"/>",
    "<link rel=\"enclosure\" href=\"{}\" type=\"{}\" length=\"{}\"/>",
    "<link rel=\"related\" href=\"{}\" title=\"{}\" hreflang=\"{}\"/>",
    "<link rel=\"replies\" href=\"{}\"/>",
    "<link rel=\"license\" href=\"{}\"/>",
    "<category term=\"{}\" scheme=\"{}\" label=\"{}\"/>",
    "<author><name>{}</name><uri>{}</uri><email>{}</email></author>",
    "<contributor><name>{}</name><uri>{}</uri></contributor>",
    "<rights>{}</rights>",
    "<published>{}</published>",
    "<source><id>{}</id><title>{}</title><link rel=\"self\" href=\"{}\"/><link href=\"{}\"/></source>",
    "<content type=\"html\">{}</content>",
];

fn desk() -> Desk {
    Desk::new("archive_size = 0\nmax_kib = 0", "limit = 5000")
}

#[test]
fn no_odd_value_in_any_field_stops_a_document() {
    let desk = desk();
    // Several fields an entry, each in one of them.
    let each = |fields: &[&str], entry: &dyn Fn(usize, &str) -> String| -> String {
        let some = |start: usize| fields.iter().skip(start).step_by(6).copied().collect::<String>();
        let pairs = (0..6).flat_map(|start| ODD.iter().map(move |odd| some(start).replace("{}", odd)));
        pairs.enumerate().map(|(number, fields)| entry(number, &fields)).collect()
    };
    let items = each(RSS_FIELDS, &|number, field| item(number, &format!("Item {number}"), field));
    let entries = each(ATOM_FIELDS, &|number, field| {
        format!(
            "<entry><title>Entry {number}</title><id>urn:x-entry:{number}</id><updated>2026-11-24T10:00:00Z</updated>{field}</entry>"
        )
    });
    // A run takes the newest 500 of a document.
    for (part, items) in items.split_inclusive("</item>").collect::<Vec<_>>().chunks(400).enumerate() {
        desk.source(&format!("Rss {part}"), "rights = \"full\"", &rss(&items.concat()));
    }
    for (part, entries) in entries.split_inclusive("</entry>").collect::<Vec<_>>().chunks(400).enumerate() {
        let feed = format!(
            "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>A</title><id>urn:x-feed:{part}</id><updated>2026-11-24T10:00:00Z</updated>{}</feed>",
            entries.concat()
        );
        desk.source(&format!("Atom {part}"), "rights = \"full\"", &feed);
    }
    for (number, odd) in ODD.iter().enumerate().filter(|(_, odd)| odd.starts_with("http")) {
        let url = odd.replace("&lt;", "<").replace("&amp;", "&").replace('\\', "\\\\").replace('\n', "\\n");
        let lines = format!("rights = \"full\"\nkey = \"odd-{number}\"");
        desk.source(
            &format!("Odd {number}"),
            &lines,
            &rss(&item(number, &format!("Odd piece {number}"), "")),
        );
        let toml = desk.text("copydesk.toml");
        desk.put("copydesk.toml", &toml.replace(&format!("https://odd-{number}.example/feed"), &url));
    }
    let said = desk.run();
    assert!(!said.contains("invalid") && !said.contains("incomplete"), "{said}");
    let now = chrono::DateTime::from_timestamp(NOW, 0).unwrap();
    for feed in desk.feeds() {
        let report = validate::own(feed.as_bytes(), now);
        let error = report.findings.iter().find(|finding| finding.level == Level::Error);
        assert!(error.is_none(), "{error:?}");
    }
    assert!(desk.items().len() > 400, "{}", desk.items().len());
}

#[test]
fn mail_addresses_are_published_only_where_the_desk_says_so() {
    let people = [
        "<author>ida@harbour.example</author>",
        "<author>max@harbour.example (Max Roe)</author>",
        "<author>Ann Ferry &lt;ann@harbour.example&gt;</author>",
        "<dc:creator>bo@harbour.example</dc:creator>",
        "<dc:creator>Cy Dahl, cy@harbour.example</dc:creator>",
    ];
    let items: String =
        people.iter().enumerate().map(|(n, who)| item(n, &format!("Piece {n}"), who)).collect();
    let desk = Desk::new("", "");
    desk.source("Harbour", "", &rss(&items));
    desk.run();
    let everything = [desk.feeds().concat(), desk.page()].concat();
    assert!(!everything.contains("@harbour") && !everything.contains("mailto:"), "{everything}");
    let names: Vec<_> =
        (0..5).map(|n| desk.item(&format!("Piece {n}"))["authors"][0]["name"].clone()).collect();
    assert_eq!(names, ["Harbour", "Max Roe", "Ann Ferry", "Harbour", "Cy Dahl"]);
    for name in ["Max Roe", "Ann Ferry", "Cy Dahl"] {
        assert!(desk.page().contains(name));
        assert!(desk.feeds()[0].contains(&format!("<dc:creator>{name}</dc:creator>")));
    }
    let desk = Desk::new("mail = true", "");
    desk.source("Harbour", "", &rss(&items)).run();
    assert!(desk.feeds()[0].contains("<author>max@harbour.example (Max Roe)</author>"));
    assert!(!desk.page().contains("@harbour"));
}

#[test]
fn a_giant_is_shown_by_its_beginning_and_the_others_stay() {
    let giant = format!("<description>{}</description>", "Ropes are long. ".repeat(4_000));
    let small: String =
        (0..6).map(|n| item(n, &format!("Small {n}"), "<description>Few words.</description>")).collect();
    for (max_kib, is_whole) in [(32, false), (256, true)] {
        let desk = Desk::new(&format!("max_kib = {max_kib}"), "");
        desk.source("Lab", "rights = \"full\"", &rss(&(small.clone() + &item(7, "Giant", &giant)))).run();
        assert_eq!(desk.items().len(), 7);
        let text = desk.item("Giant")["content_html"].as_str().unwrap().to_owned();
        assert_eq!(text.len() > 60_000, is_whole, "{}", text.len());
        assert_eq!(
            text.contains("Read on at <a href=\"https://home.example/7\">Lab</a>"),
            !is_whole,
            "{text}"
        );
        assert!(desk.feeds().iter().all(|feed| feed.len() < max_kib * 1024));
    }
}

#[test]
fn news_sitemap_has_our_articles_of_two_days_and_goes_with_them() {
    let desk = Desk::new("", "limit = 3");
    let others: String = (0..20).map(|n| item(n, &format!("Piece {n} of others on {n}"), "")).collect();
    desk.source("Tern", "", &rss(&others));
    desk.put("own/new.md", "---\ntitle: Fresh catch\npublished: 2026-11-24T12:00:00Z\n---\n\nWords.\n");
    desk.put("own/old.md", "---\ntitle: Old tide\npublished: 2026-11-20T12:00:00Z\n---\n\nOther words.\n");
    desk.run();
    let sitemap = desk.text("feeds/sitemap-news.xml");
    assert!(
        sitemap.contains("<news:title>Fresh catch</news:title>") && !sitemap.contains("Old tide"),
        "{sitemap}"
    );
    let front = desk.text("feeds/all/rss.xml");
    desk.run_later(2 * 86_400);
    assert!(!desk.path("feeds/sitemap-news.xml").exists());
    assert_eq!(desk.text("feeds/all/rss.xml"), front, "time alone rewrites nothing else");
}

#[test]
fn words_around_stories_are_in_the_language_of_the_section() {
    let text = "<description>The old ferry returns to the harbour of Marenda after nine winters in dry dock. Captain Ines Roble said that it will carry two hundred people a day.</description>";
    for (language, also, by) in [
        ("en", "Also reported by", "By "),
        ("de", "Auch berichtet von", "Von "),
        ("zh-Hans", "另有报道", "作者："),
        ("xx", "Also reported by", "By "),
    ] {
        let desk = Desk::new("", &format!("language = \"{language}\""));
        desk.source("Leaf", "", &rss(&item(1, "Old ferry returns", &format!("{text}<author>Jo</author>"))));
        desk.source(
            "Page",
            "",
            &rss(&item(2, "Old ferry returns at last", text)).replace("//home.example/2", "//page.example/2"),
        );
        desk.run();
        assert_eq!(desk.items().len(), 1);
        for document in desk.feeds() {
            assert!(document.contains(also), "{language}: {document}");
        }
        assert!(desk.page().contains(also) && desk.page().contains(by), "{language}");
    }
}

#[test]
fn an_edit_is_what_people_see() {
    let html = |words: &str, query: &str| {
        let text = format!(
            "{words} &lt;img src=\"https://home.example/i.jpg?sig={query}\"&gt; &lt;a href=\"https://home.example/z?utm_source={query}\"&gt;z&lt;/a&gt;"
        );
        rss(&item(
            1,
            "Ropes",
            &format!(
                "<description>{text}</description><enclosure url=\"https://cdn.example/1.mp3?n={query}\" length=\"9\" type=\"audio/mpeg\"/>"
            ),
        ))
    };
    let desk = Desk::new("", "");
    desk.source("Cast", "rights = \"full\"", &html("About ropes, 3 points.", "a")).run();
    desk.put("cast.xml", &html("About  ropes, 3 points.", "b"));
    desk.run_later(3_600);
    assert_eq!(desk.item("Ropes").get("date_modified"), None, "a signature, a counter, blanks");
    // A counter is an edit at first, and then it is known for what it is.
    let mut times = Vec::new();
    for points in 4..12 {
        desk.put("cast.xml", &html(&format!("About ropes, {points} points."), "b"));
        desk.run_later(3_600 * points);
        times.push(desk.item("Ropes")["date_modified"].clone());
    }
    assert!(times[0] != times[2] && times[3] == times[7], "{times:?}");
    desk.put("cast.xml", &html("About knots, 12 points.", "b"));
    desk.run_later(3_600 * 20);
    assert_ne!(desk.item("Ropes")["date_modified"], times[7], "a word is an edit");
}

#[test]
fn links_are_published_without_what_tracks_and_ids_stay() {
    let tracked = "<item><title>Ropes</title><link>https://home.example/1?p=2&amp;utm_source=rss&amp;fbclid=1</link>\
        <guid>https://home.example/1?utm_source=rss</guid><pubDate>Wed, 25 Nov 2026 06:00:00 GMT</pubDate>\
        <description>&lt;a href=\"https://home.example/2?utm_campaign=x&amp;amp;q=1\"&gt;two&lt;/a&gt;</description></item>";
    for (publish, link, inner) in [
        ("", "https://home.example/1?p=2", "/2?q=1"),
        (
            "clean_links = false",
            "https://home.example/1?p=2&utm_source=rss&fbclid=1",
            "/2?utm_campaign=x&amp;q=1",
        ),
    ] {
        let desk = Desk::new(publish, "");
        desk.source("Cast", "rights = \"full\"", &rss(tracked)).run();
        let item = desk.item("Ropes");
        assert_eq!(
            (item["url"].as_str(), item["id"].as_str()),
            (Some(link), Some("https://home.example/1?utm_source=rss"))
        );
        assert!(item["content_html"].as_str().unwrap().contains(inner), "{item}");
    }
}

#[test]
fn an_opaque_guid_is_the_tag_in_rss_too() {
    let desk = Desk::new("", "");
    desk.source("Cast", "", &rss(&item(1, "Ropes", ""))).run();
    let id = desk.item("Ropes")["id"].as_str().unwrap().to_owned();
    assert!(id.starts_with("tag:desk.example,2026:"));
    assert!(
        desk.feeds()[0].contains(&format!("<guid isPermaLink=\"false\">{id}</guid>")),
        "{}",
        desk.feeds()[0]
    );
}

#[test]
fn others_are_named_once_and_not_where_they_are_credited() {
    let text = "<description>The old ferry returns to the harbour of Marenda after nine winters in dry dock. Captain Ines Roble said that it will carry two hundred people a day.</description>";
    let desk = Desk::new("", "");
    let same = rss(&item(2, "Old ferry returns at last", text));
    desk.put("own/a.md", "---\ntitle: Old ferry returns\npublished: 2026-11-25T09:00:00Z\n---\n\nThe old ferry returns to the harbour of Marenda after nine winters in dry dock. Captain Ines Roble said that it will carry two hundred people a day.\n\nSource: [Morning Leaf](https://home.example/2)\n");
    desk.source("Leaf", "", &same).source("Page", "", &same).run();
    let html = desk.item("Old ferry returns")["content_html"].as_str().unwrap().to_owned();
    assert!(
        html.contains("Source: <a href=\"https://home.example/2\">") && !html.contains("Also reported by"),
        "{html}"
    );
}

#[test]
fn sources_of_every_script_have_keys_and_pages_name_who_stands_there() {
    let desk = Desk::new("", "categories = [\"ropes\"]");
    let piece = |number: usize| {
        rss(&item(number, &format!("Piece {number} on {number}"), "<category>ropes</category>"))
    };
    for (number, name) in ["Известия", "朝日新聞"].into_iter().enumerate() {
        desk.source(name, "", &piece(number));
    }
    let toml = desk.text("copydesk.toml").replace("sections = [\"news\"]\n\n", "\n");
    desk.put("copydesk.toml", &toml);
    desk.run();
    assert_eq!(desk.items().len(), 2);
    let index = desk.text("feeds/index.html");
    // Nobody says which page is theirs but their feeds.
    assert_eq!(index.matches("<a href=\"https://home.example/start\">Известия</a>").count(), 2, "{index}");
    assert_eq!(desk.text("feeds/index.opml").matches("title=\"朝日新聞\"").count(), 2);
    assert_eq!(
        desk.item("Piece 0 on 0")["_copydesk"]["source"]["home_page_url"],
        "https://home.example/start"
    );
}

#[test]
fn pages_say_what_is_so() {
    let desk = Desk::new("", "description = \"All <b>ropes</b> & knots\"");
    desk.run();
    let page = desk.page();
    assert!(page.contains("<title>News – Quay Desk</title>"), "{page}");
    assert!(page.contains("Nothing was published yet.") && !page.contains("1 January 2026"));
    assert!(!page.contains("<b>ropes") && page.contains("&lt;b&gt;ropes"));
    let [rss, atom, json] = desk.feeds();
    assert!(atom.contains("&amp;lt;b&amp;gt;ropes") && json.contains("All <b>ropes</b> & knots"));
    assert!(
        rss.contains("<description>All &#x3C;b&gt;ropes&#x3C;/b&gt; &#x26; knots</description>"),
        "{rss}"
    );
}

#[test]
fn pictures_are_linked_or_hidden() {
    let picture = "<enclosure url=\"https://home.example/p.jpg\" length=\"9\" type=\"image/jpeg\"/>";
    for (images, is_shown) in [
        ("", true),
        ("images = \"link\"", true),
        ("images = true", true),
        ("images = \"hide\"", false),
        ("images = false", false),
    ] {
        let desk = Desk::new("", "");
        desk.source("Cast", &format!("rights = \"full\"\n{images}"), &rss(&item(1, "Ropes", picture))).run();
        assert_eq!(desk.feeds().iter().all(|feed| feed.contains("p.jpg")), is_shown, "{images}");
    }
}

#[test]
fn a_podcast_names_its_sources_and_says_what_directories_will_refuse() {
    let episode = "<enclosure url=\"https://home.example/1.mp3\" length=\"9\" type=\"audio/mpeg\"/>";
    let podcast = "podcast = { category = \"News\", email = \"studio@desk.example\" }";
    let desk = Desk::new("", podcast);
    desk.source("Cast", "rights = \"full\"", &rss(&item(1, "Ropes", episode)));
    assert!(desk.run().contains("no picture of the show"));
    assert!(!desk.run().contains("no picture of the show"), "it is told once");
    let [rss, ..] = desk.feeds();
    assert!(rss.contains("<dc:creator>Cast</dc:creator>") && rss.contains("studio@desk.example"), "{rss}");
}
