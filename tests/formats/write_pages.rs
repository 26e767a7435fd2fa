//! The pages for people, and the lists: index, OPML, news sitemap, stylesheet.

use crate::sample;

use copydesk::model::{Also, Entry, Text};
use copydesk::write::{self, Format, Outline, SectionCard, SourceCard};
use dom_query::Document;

fn page(feed: &copydesk::model::Feed) -> Document {
    let site = sample::site();
    let bytes = write::feed(Format::Html, feed, &sample::frame(&site)).unwrap();
    Document::from(std::str::from_utf8(&bytes).unwrap())
}

fn texts(page: &Document, selector: &str) -> Vec<String> {
    page.select(selector).iter().map(|element| element.text().trim().to_owned()).collect()
}

fn attributes(page: &Document, selector: &str, name: &str) -> Vec<String> {
    page.select(selector)
        .iter()
        .filter_map(|element| element.attr(name))
        .map(|value| value.to_string())
        .collect()
}

fn cards() -> Vec<SectionCard> {
    let sources = vec![
        SourceCard {
            name: "Radio North".into(),
            home: Some("https://radio.example/".into()),
            feed: Some("https://radio.example/pod/rss.xml".into()),
        },
        SourceCard { name: "A file".into(), home: None, feed: None },
    ];
    sample::SECTIONS
        .iter()
        .map(|place| SectionCard::new(*place, &Format::ALL, &sample::feed(), sources.clone()))
        .collect()
}

#[test]
fn page_shows_each_story_with_its_origin() {
    let page = page(&sample::feed());
    assert_eq!(texts(&page, "h1"), ["Town"]);
    assert_eq!(texts(&page, "article h2").len(), 3);
    assert_eq!(texts(&page, "article .source"), ["Harbour Desk", "Radio North", "Quay Gazette"]);
    assert_eq!(texts(&page, ".credit"), ["Source: Quay Gazette", "Also reported by Radio North"]);
    assert_eq!(attributes(&page, "article time", "datetime")[0], "2026-03-02T09:00:00Z");
    assert_eq!(attributes(&page, "article img", "loading"), ["lazy"]);
}

#[test]
fn page_leads_to_its_feeds() {
    let page = page(&sample::feed());
    assert_eq!(
        attributes(&page, "link[rel=alternate]", "type"),
        ["application/rss+xml", "application/atom+xml", "application/feed+json"]
    );
    assert_eq!(attributes(&page, "link[rel=alternate]", "href"), ["rss.xml", "atom.xml", "feed.json"]);
    assert_eq!(texts(&page, "dd code")[0], "https://harbour.example/feeds/town/rss.xml");
    assert_eq!(
        attributes(&page, "nav a", "href"),
        ["../all/index.html", "../town/index.html", "../sea/index.html", "../index.html"]
    );
    assert_eq!(texts(&page, "nav [aria-current=page]"), ["Town"]);
}

#[test]
fn texts_of_others_stay_text() {
    let mut entry = sample::own();
    entry.title = Some(Text::plain("<script>alert(1)</script> & \"more\""));
    entry.summary = Some(Text::html("<p onclick=x>Hi &lt;img src=x onerror=y&gt;</p>"));
    entry.also = vec![Also {
        name: "<b>Bold</b>".into(),
        url: "https://b.example/?a=\"><script>".into(),
        title: None,
    }];
    entry.authors[0].name = Some("\"><img src=x>".into());
    let page = page(&copydesk::model::Feed { entries: vec![entry], ..sample::feed() });
    assert_eq!(texts(&page, "h2"), ["<script>alert(1)</script> & \"more\""]);
    assert!(texts(&page, "script").is_empty());
    assert_eq!(attributes(&page, "img", "src").len(), 1);
    assert!(attributes(&page, "[onclick], [onerror]", "class").is_empty());
}

#[test]
fn opening_of_an_entry_without_summary_is_its_first_paragraph() {
    let content = "<p>First words.</p><p>Source: Radio North</p>";
    let mut entry = sample::own();
    (entry.summary, entry.content) = (None, Some(Text::html(content)));
    let page = page(&copydesk::model::Feed { entries: vec![entry], ..sample::feed() });
    assert_eq!(texts(&page, ".story > p[dir=auto]"), ["First words."]);
}

#[test]
fn only_the_words_of_a_story_are_in_its_language() {
    let entry = Entry { language: Some("nb".into()), ..sample::own() };
    let page = page(&copydesk::model::Feed { entries: vec![entry], ..sample::feed() });
    assert_eq!(texts(&page, "[lang=nb]").len(), 2);
    assert_eq!(attributes(&page, "h2, .story > p[dir=auto]", "lang"), ["nb", "nb"]);
}

#[test]
fn index_names_sections_feeds_and_sources_and_explains_the_extension() {
    let bytes = write::index(&sample::site(), &cards()).unwrap();
    let page = Document::from(std::str::from_utf8(&bytes).unwrap());
    assert_eq!(texts(&page, "#sections h2"), ["All news", "Town", "Sea"]);
    assert_eq!(attributes(&page, "#sections section:first-child h2 a", "href"), ["all/index.html"]);
    assert_eq!(texts(&page, "h1").len(), 1);
    assert!(texts(&page, "#sections .note").iter().any(|line| line.starts_with("Draws on Radio North")));
    let terms = texts(&page, "#copydesk dt");
    let site = sample::site();
    let json = write::feed(Format::Json, &sample::feed(), &sample::frame(&site)).unwrap();
    let json: serde_json::Value = serde_json::from_slice(&json).unwrap();
    for item in json["items"].as_array().unwrap() {
        assert!(item["_copydesk"]["about"].as_str().unwrap().ends_with("/index.html#copydesk"));
        for key in item["_copydesk"].as_object().unwrap().keys() {
            assert!(terms.iter().any(|term| term.contains(key.as_str())), "{key} is not explained");
        }
    }
}

#[test]
fn opml_lists_each_section_once_and_its_sources() {
    let site = sample::site();
    let outlines: Vec<_> = cards().iter().map(|card| card.outline(&site)).collect();
    let bytes = String::from_utf8(write::opml("Feeds of <Harbour> & co", &outlines).unwrap()).unwrap();
    assert!(bytes.contains("<title>Feeds of &lt;Harbour&gt; &amp; co</title>"));
    assert_eq!(bytes.matches("xmlUrl=\"https://harbour.example/feeds/").count(), 3);
    assert_eq!(bytes.matches("xmlUrl=\"https://radio.example/pod/rss.xml\"").count(), 3);
    assert!(!bytes.contains("A file"), "a source without a public feed is no outline");
}

#[test]
fn opml_leaves_out_what_cannot_be_subscribed_to() {
    let feed = |text: &str, address: &str| Outline {
        text: text.into(),
        feed: Some(address.into()),
        ..Outline::default()
    };
    let folder =
        Outline { text: "Nothing".into(), children: vec![feed("bad", "nowhere")], ..Outline::default() };
    let bytes =
        write::opml("x", &[feed("good", "https://a.example/feed"), feed("bad", "nowhere"), folder]).unwrap();
    let text = String::from_utf8(bytes).unwrap();
    assert_eq!(text.matches("<outline").count(), 1, "{text}");
}

#[test]
fn sitemap_announces_our_own_news_of_two_days() {
    let entries = sample::feed().entries;
    let at = |now: &str| {
        String::from_utf8(write::news_sitemap(&sample::site(), &entries, sample::time(now)).unwrap()).unwrap()
    };
    let sitemap = at("2026-03-03T00:00:00Z");
    assert_eq!(sitemap.matches("<url>").count(), 1);
    assert!(sitemap.contains("<loc>https://harbour.example/town/lighthouse-opens-in-may</loc>"));
    assert!(!sitemap.contains("radio.example"));
    assert!(!at("2026-03-04T09:00:00Z").contains("<url>"));
    assert!(!at("2026-03-02T08:00:00Z").contains("<url>"), "not before it is published");
}

/// Pages to look at: `cargo test --test formats write_pages -- --ignored` puts them under `target/write-pages`.
#[test]
#[ignore = "writes files for a person to open"]
fn pages_for_the_eye() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("target/write-pages");
    std::fs::create_dir_all(folder.join("town")).unwrap();
    let (site, feed) = (sample::site(), sample::feed());
    let frame = sample::frame(&site);
    let put = |path: &str, bytes: &[u8]| std::fs::write(folder.join(path), bytes).unwrap();
    for format in Format::ALL {
        put(&frame.path(format), &write::feed(format, &feed, &frame).unwrap());
    }
    let outlines: Vec<_> = cards().iter().map(|card| card.outline(&site)).collect();
    put("index.html", &write::index(&site, &cards()).unwrap());
    put("index.opml", &write::opml(&site.title, &outlines).unwrap());
    put("feed.css", write::stylesheet().as_bytes());
    put(
        "sitemap-news.xml",
        &write::news_sitemap(&site, &feed.entries, sample::time("2026-03-03T00:00:00Z")).unwrap(),
    );
}
