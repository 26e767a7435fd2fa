//! What a run makes of hostile and awkward origins, rule by rule: docs/composing.md lists the rules,
//! and the test that holds each. One desk, run once; every document read by other people's parsers.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::LazyLock;

use serde_json::Value;

/// 2026-03-01, noon.
const NOW: &str = "1772366400";

/// An Atom feed with nearly everything; its first entry came from an author of its own, and is signed.
const WIRE: &str = include_str!("composing/wire.xml");
/// An RSS feed that does what RSS feeds do.
const ECHO: &str = include_str!("composing/echo.xml");
const OWN: &str = include_str!("composing/own.md");
const DESK: &str = include_str!("composing/copydesk.toml");

/// What the desk publishes, by path.
struct Published(tempfile::TempDir);

static PUBLISHED: LazyLock<Published> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("own")).unwrap();
    for (name, text) in
        [("wire.xml", WIRE), ("echo.xml", ECHO), ("own/bridge.md", OWN), ("copydesk.toml", DESK)]
    {
        fs::write(folder.path().join(name), text).unwrap();
    }
    let mut command = Command::new(env!("CARGO_BIN_EXE_copydesk"));
    let run = command.arg("run").current_dir(folder.path()).env("SOURCE_DATE_EPOCH", NOW).output().unwrap();
    assert!(run.status.success(), "{run:?}");
    Published(folder)
});

fn text(path: &str) -> String {
    fs::read_to_string(PUBLISHED.0.path().join("feeds").join(path))
        .unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn rss(section: &str) -> rss::Channel {
    rss::Channel::read_from(text(&format!("{section}/rss.xml")).as_bytes()).unwrap()
}

fn atom(section: &str) -> atom_syndication::Feed {
    atom_syndication::Feed::read_from(text(&format!("{section}/atom.xml")).as_bytes()).unwrap()
}

fn json(section: &str) -> Value {
    serde_json::from_str(&text(&format!("{section}/feed.json"))).unwrap()
}

/// The item, entry and JSON item of a headline in the section of all.
fn story(title: &str) -> (rss::Item, atom_syndication::Entry, Value) {
    let items = rss("all").items;
    let item = items.into_iter().find(|item| item.title.as_deref() == Some(title));
    let entry = atom("all").entries.into_iter().find(|entry| entry.title.value == title);
    let mut all = json("all");
    let value = all["items"].as_array_mut().unwrap().iter_mut().find(|item| item["title"] == title);
    (item.expect(title), entry.expect(title), value.expect(title).take())
}

fn hrefs<'a>(links: &'a [atom_syndication::Link], rel: &str) -> Vec<&'a str> {
    links.iter().filter(|link| link.rel == rel).map(|link| link.href.as_str()).collect()
}

const CRANE: &str = "Crane falls into the basin";
const FERRY: &str = "Ferry timetable for the spring";
const MUSEUM: &str = "Museum buys the lighthouse lamp";
const BRIDGE: &str = "New bridge opens in May";

#[test]
fn rule_1_author_origin_and_publisher_stand_apart() {
    let (item, entry, value) = story(CRANE);
    assert_eq!(item.dublin_core_ext.unwrap().creators, ["Ann Ferry"]);
    assert_eq!((item.author, entry.authors[0].name.as_str()), (None, "Ann Ferry"));
    assert_eq!(value["authors"][0]["name"], "Ann Ferry");
    let source = item.source.unwrap();
    assert_eq!((source.url.as_str(), source.title.as_deref()), ("https://wire.example/feed", Some("Wire")));
    assert_eq!(value["_copydesk"]["source"]["feed_url"], "https://wire.example/feed");
    assert_eq!(value.get("external_url"), None);
    let channel = rss("all");
    assert_eq!(
        (channel.title.as_str(), channel.copyright.as_deref()),
        ("Harbour Desk", Some("© Harbour Desk & partners"))
    );
    let feed = atom("all");
    assert_eq!(
        (feed.authors[0].name.as_str(), feed.rights.unwrap().value.as_str()),
        ("Harbour Desk", "© Harbour Desk & partners")
    );
    let feed = json("all");
    // Named for all, we would be the author of what others wrote.
    assert_eq!(feed.get("authors"), None);
    assert_eq!(feed["_copydesk"]["rights"], "© Harbour Desk & partners");
    for item in feed["items"].as_array().unwrap() {
        let name = item["authors"][0]["name"].as_str();
        assert!(name.is_some_and(|name| name != "Harbour Desk"), "{item}");
    }
}

#[test]
fn rule_1_own_articles_have_no_source_and_foreign_ones_all_have() {
    for item in rss("all").items {
        assert_eq!(item.source.is_none(), item.title.as_deref() == Some(BRIDGE), "{:?}", item.title);
    }
    for entry in atom("all").entries {
        assert_eq!(entry.source.is_none(), entry.title.value == BRIDGE, "{:?}", entry.title);
    }
}

#[test]
fn rule_2_channel_says_what_it_is_and_when_it_changed() {
    let channel = rss("all");
    assert_eq!(channel.language.as_deref(), Some("en"));
    assert_eq!(channel.link, "https://harbour.example/feeds/all/");
    assert_eq!(channel.docs.as_deref(), Some("https://www.rssboard.org/rss-specification"));
    assert_eq!(channel.generator.as_deref(), Some("copydesk"));
    assert_eq!(channel.ttl.as_deref(), Some("15"));
    // The newest change, not the time of the run.
    assert_eq!(rss("ferries").last_build_date.as_deref(), Some("Sat, 28 Feb 2026 17:30:00 GMT"));
    assert_eq!(atom("ferries").updated.to_rfc3339(), "2026-02-28T17:30:00+00:00");
    let image = channel.image.unwrap();
    assert_eq!(
        (image.url.as_str(), &image.title, &image.link),
        ("https://harbour.example/logo.png", &channel.title, &channel.link)
    );
    assert_eq!(atom("all").logo.as_deref(), Some("https://harbour.example/logo.png"));
    assert_eq!(atom("all").icon.as_deref(), Some("https://harbour.example/icon.png"));
    assert_eq!(json("all")["favicon"], "https://harbour.example/icon.png");
}

#[test]
fn rule_2_item_keeps_its_guid_date_comments_and_categories() {
    let (item, _, _) = story(FERRY);
    let guid = item.guid.unwrap();
    assert_eq!((guid.value.as_str(), guid.permalink), ("https://echo.example/ferry", true));
    assert_eq!(item.link.as_deref(), Some("https://echo.example/ferry"));
    assert_eq!(item.pub_date.as_deref(), Some("Sat, 28 Feb 2026 17:30:00 GMT"));
    assert_eq!(item.comments.as_deref(), Some("https://echo.example/ferry#comments"));
    let category = &item.categories[0];
    assert_eq!(
        (category.name.as_str(), category.domain.as_deref()),
        ("Transport", Some("https://echo.example/topics"))
    );
    assert_eq!((item.author, item.dublin_core_ext.unwrap().creators), (None, vec!["Bo Quay".to_owned()]));
    let (item, _, _) = story(MUSEUM);
    let guid = item.guid.unwrap();
    assert!(
        !guid.permalink && guid.value.starts_with("tag:harbour.example,2026:"),
        "digits alone name nobody: {guid:?}"
    );
}

#[test]
fn rule_2_one_enclosure_is_whole_and_the_others_are_media() {
    let (item, entry, value) = story(FERRY);
    let enclosure = item.enclosure.unwrap();
    assert_eq!(
        (enclosure.url.as_str(), enclosure.length.as_str(), enclosure.mime_type.as_str()),
        ("https://echo.example/a.mp3", "0", "audio/mpeg")
    );
    assert_eq!(item.extensions["media"]["content"][0].attrs["url"], "https://echo.example/b.mp3");
    assert_eq!(
        hrefs(&entry.links, "enclosure"),
        ["https://echo.example/a.mp3", "https://echo.example/b.mp3"]
    );
    assert_eq!(value["attachments"].as_array().unwrap().len(), 2);
}

#[test]
fn rule_2_summary_stands_before_the_full_text_and_an_edit_has_its_time() {
    let (item, entry, value) = story(CRANE);
    assert_eq!(item.description.as_deref(), Some("Nobody was hurt."));
    assert!(item.content.unwrap().contains("fell at noon"));
    assert_eq!(item.extensions["atom"]["updated"][0].value.as_deref(), Some("2026-02-28T13:00:00Z"));
    assert_eq!(entry.updated.to_rfc3339(), "2026-02-28T13:00:00+00:00");
    assert_eq!(
        (&value["date_modified"], &value["summary"]),
        (&"2026-02-28T13:00:00Z".into(), &"Nobody was hurt.".into())
    );
}

#[test]
fn rule_3_id_of_an_atom_origin_is_copied_character_for_character() {
    let (item, entry, value) = story(CRANE);
    let id = "tag:wire.example,2026:Crane%2f1";
    assert_eq!(
        (entry.id.as_str(), item.guid.unwrap().value.as_str(), value["id"].as_str()),
        (id, id, Some(id))
    );
}

#[test]
fn rule_3_source_carries_what_the_entry_inherited() {
    let (_, entry, _) = story(CRANE);
    let source = entry.source.unwrap();
    assert_eq!((source.id.as_str(), source.title.value.as_str()), ("urn:wire:all", "Wire"));
    assert_eq!(source.rights.unwrap().value, "© The Wire");
    assert_eq!(hrefs(&source.links, "self"), ["https://wire.example/feed"]);
    assert_eq!(hrefs(&source.links, "alternate"), ["https://wire.example/"]);
    // An entry without an author has its feed's, never ours.
    let (_, entry, _) = story("Tide tables");
    assert_eq!(entry.authors[0].name, "The Wire's desk");
    assert_eq!(entry.source.unwrap().authors[0].name, "The Wire's desk");
}

#[test]
fn rule_3_inherited_base_and_language_are_written_onto_the_entry() {
    let (item, entry, value) = story(CRANE);
    assert_eq!(hrefs(&entry.links, "alternate"), ["https://wire.example/news/crane"]);
    let html = entry.content.unwrap();
    assert!(
        html.value.as_deref().unwrap().contains("href=\"https://wire.example/news/pictures\""),
        "{html:?}"
    );
    assert_eq!(html.lang.as_deref(), Some("en-GB"));
    assert_eq!(item.dublin_core_ext.unwrap().languages, ["en-GB"]);
    assert_eq!(value["language"], "en-GB");
}

#[test]
fn rule_3_signature_of_an_entry_that_was_changed_is_dropped() {
    assert!(WIRE.contains("Signature"));
    assert!(!text("all/atom.xml").contains("Signature") && !text("all/rss.xml").contains("Signature"));
}

#[test]
fn rule_3_links_say_what_they_are() {
    let (item, entry, value) = story(CRANE);
    assert_eq!(hrefs(&entry.links, "license"), ["https://creativecommons.org/licenses/by/4.0/"]);
    assert_eq!(hrefs(&entry.links, "replies"), ["https://wire.example/news/crane/comments"]);
    assert_eq!(hrefs(&entry.links, "canonical"), [""; 0]);
    assert_eq!(
        item.extensions["creativeCommons"]["license"][0].value.as_deref(),
        Some("https://creativecommons.org/licenses/by/4.0/")
    );
    assert_eq!(value["_copydesk"]["license"], "https://creativecommons.org/licenses/by/4.0/");
    assert_eq!(entry.contributors[0].name, "Cy Mast");
    assert_eq!(item.extensions["atom"].get("contributor"), None);
}

#[test]
fn rule_3_story_in_two_sections_has_one_id_and_stands_once_in_each_document() {
    let ids = |section: &str| atom(section).entries.into_iter().map(|entry| entry.id).collect::<Vec<_>>();
    let crane = "tag:wire.example,2026:Crane%2f1".to_owned();
    assert!(ids("harbour").contains(&crane) && ids("town").contains(&crane));
    for section in ["all", "harbour", "town"] {
        let ids = ids(section);
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{section}");
        assert!(!ids.is_empty());
    }
}

#[test]
fn rule_4_json_feed_has_its_addresses_and_every_item_id_and_content() {
    let feed = json("all");
    assert_eq!(feed["version"], "https://jsonfeed.org/version/1.1");
    assert_eq!(feed["home_page_url"], "https://harbour.example/feeds/all/");
    assert_eq!(feed["feed_url"], "https://harbour.example/feeds/all/feed.json");
    assert_eq!(feed["hubs"][0]["type"], "WebSub");
    for item in feed["items"].as_array().unwrap() {
        assert!(item["id"].is_string() && item.get("author").is_none(), "{item}");
        assert!(item["content_html"].is_string() || item["content_text"].is_string(), "{item}");
        let extension = item.get("_copydesk");
        assert!(extension.is_none_or(|extension| {
            extension["about"].as_str().unwrap().starts_with("https://harbour.example/feeds/")
        }));
    }
    assert_eq!(story(FERRY).2["tags"][0], "Transport");
}

#[test]
fn rule_5_rights_of_a_source_hold_in_every_document() {
    let (item, entry, value) = story(MUSEUM);
    assert_eq!(item.dublin_core_ext.unwrap().rights, ["© Echo Museums"]);
    assert_eq!(entry.rights.unwrap().value, "© Echo Museums");
    assert_eq!(value["_copydesk"]["rights"], "© Echo Museums");
    // The source's rights are `summary`: its full text stands nowhere.
    assert!(ECHO.contains("one sentence too many"));
    for path in documents("feeds") {
        assert!(!fs::read_to_string(&path).unwrap().contains("one sentence too many"), "{}", path.display());
    }
}

#[test]
fn rule_8_opml_lists_sections_and_sources_with_what_readers_need() {
    let opml = text("index.opml");
    for expected in [
        "<opml version=\"2.0\">",
        "<title>Harbour Desk</title>",
        "type=\"rss\" text=\"Wire\" title=\"Wire\" xmlUrl=\"https://wire.example/feed\" htmlUrl=\"https://wire.example/\"",
        "xmlUrl=\"https://harbour.example/feeds/town/",
    ] {
        assert!(opml.contains(expected), "{expected} in {opml}");
    }
}

#[test]
fn rule_9_media_keep_their_sizes_words_and_credits() {
    let (item, entry, value) = story(CRANE);
    let group = &item.extensions["media"]["group"][0];
    let shown: Vec<_> = group.children["content"].iter().map(|one| one.attrs.get("isDefault")).collect();
    assert_eq!(shown, [Some(&"true".to_owned()), None]);
    assert_eq!(group.children["content"].len(), 2);
    let large = &group.children["content"][0];
    assert_eq!((large.attrs["width"].as_str(), large.attrs["medium"].as_str()), ("1200", "image"));
    assert_eq!(large.children["description"][0].value.as_deref(), Some("The crane, half under water"));
    assert_eq!(large.children["credit"][0].value.as_deref(), Some("Di Lens"));
    assert_eq!(large.children["copyright"][0].value.as_deref(), Some("Di Lens / Wire"));
    assert_eq!(entry.extensions["media"]["group"][0].children["content"].len(), 2);
    assert_eq!(value["_copydesk"]["media"][0]["description"], "The crane, half under water");
    assert!(entry.content.unwrap().value.unwrap().contains("alt=\"The crane\""));
}

#[test]
fn rule_10_feeds_carry_a_css_stylesheet_and_pages_lead_to_the_feeds() {
    for path in ["all/rss.xml", "town/atom.xml"] {
        let head: String = text(path).lines().nth(1).unwrap().to_owned();
        assert_eq!(head, "<?xml-stylesheet type=\"text/css\" href=\"../feed.css\"?>", "{path}");
    }
    let page = text("town/index.html");
    for mime in ["application/rss+xml", "application/atom+xml", "application/feed+json"] {
        assert!(page.contains(&format!("<link rel=\"alternate\" type=\"{mime}\" title=")), "{mime}");
    }
    assert!(!page.contains("<script"));
}

#[test]
fn rule_12_news_sitemap_has_our_own_news_only() {
    let sitemap = text("sitemap-news.xml");
    assert_eq!(sitemap.matches("<news:news>").count(), 1);
    for expected in [
        "<loc>https://harbour.example/town/new-bridge-opens-in-may</loc>",
        "<news:name>Harbour Desk</news:name>",
        "<news:language>en</news:language>",
        "<news:publication_date>2026-03-01T09:00:00Z</news:publication_date>",
        "<news:title>New bridge opens in May</news:title>",
    ] {
        assert!(sitemap.contains(expected), "{expected} in {sitemap}");
    }
}

#[test]
fn rule_13_nothing_lies_ahead_is_relative_or_runs() {
    let now = chrono::DateTime::from_timestamp(NOW.parse().unwrap(), 0).unwrap();
    assert!(WIRE.contains("2027-") && WIRE.contains("<script") || WIRE.contains("&lt;script"));
    for entry in atom("all").entries {
        assert!(entry.updated.to_utc() <= now && entry.published.unwrap().to_utc() <= now, "{}", entry.id);
        let html = entry.content.and_then(|content| content.value).unwrap_or_default();
        for forbidden in ["<script", "onclick", "javascript:", "href=\"/", "src=\"/", "href=\"pictures"] {
            assert!(!html.contains(forbidden), "{forbidden} in {html}");
        }
    }
    for path in documents("feeds") {
        let bytes = fs::read(&path).unwrap();
        assert!(bytes.len() < 512 * 1024, "{}", path.display());
        let is_feed = path.extension().is_some_and(|end| end == "xml" || end == "json" || end == "opml");
        let report = is_feed.then(|| copydesk::validate::document(&bytes, now));
        let errors = report.into_iter().flat_map(|report| report.findings);
        let errors: Vec<_> = errors.filter(|finding| finding.code != "non-canonical-uri").collect();
        assert!(errors.is_empty(), "{}: {errors:?}", path.display());
    }
}

fn documents(folder: &str) -> Vec<std::path::PathBuf> {
    fn walk(folder: &Path, all: &mut Vec<std::path::PathBuf>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { walk(&path, all) } else { all.push(path) }
        }
    }
    let mut all = Vec::new();
    walk(&PUBLISHED.0.path().join(folder), &mut all);
    all
}
