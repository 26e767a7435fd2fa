//! The reader keeps its promises on documents that a person can open: `fixtures/read/FAMILY/fact.xml`
//! beside `fact.expected.json`.
//!
//! `COPYDESK_REWRITE=1 cargo test --package copydesk-read --test reads` writes the expected side anew, for review as a diff.

use std::fs;
use std::path::{Path, PathBuf};

use copydesk_model::{Entry, Hints, Reading, Text, TextKind};
use copydesk_read as read;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Every document under `fixtures/read`, sorted.
fn fixtures() -> Vec<PathBuf> {
    let families = fs::read_dir(root().join("fixtures/read")).unwrap();
    let files = families.flat_map(|family| fs::read_dir(family.unwrap().path()).unwrap());
    let mut paths: Vec<_> = files.map(|file| file.unwrap().path()).collect();
    paths.retain(|path| !path.to_string_lossy().ends_with(".expected.json"));
    paths.sort();
    paths
}

/// What `copydesk parse` prints, texts cleaned.
fn printed(mut reading: Reading) -> serde_json::Value {
    let cleaned = |text: &mut Text| {
        if text.kind == TextKind::Html {
            text.value = read::html::clean(text);
        }
        text.base = None;
    };
    reading.feed.texts().for_each(cleaned);
    reading.feed.entries.iter_mut().flat_map(Entry::texts).for_each(cleaned);
    reading.feed.entries.iter_mut().for_each(|entry| entry.links = entry.all_links());
    serde_json::json!({
        "format": reading.format.name(),
        "encoding": reading.encoding,
        "repairs": reading.repairs,
        "feed": reading.feed,
        "entries": reading.feed.entries,
    })
}

/// A document's first comment may say what HTTP declared: `content-type: …`.
fn content_type(bytes: &[u8]) -> Option<String> {
    let text = String::from_utf8_lossy(bytes);
    let (_, after) = text.split_once("content-type: ")?;
    Some(after.split(" -->").next()?.to_owned())
}

fn read_fixture(path: &Path) -> serde_json::Value {
    let bytes = fs::read(path).unwrap();
    let content_type = content_type(&bytes);
    // A document's first comment may also say that nobody knows where it came from.
    let known = !String::from_utf8_lossy(&bytes).contains("fetched from: nowhere");
    let base_url = known.then_some("https://desk.example/feed");
    let hints = Hints { base_url, content_type: content_type.as_deref() };
    match read::feed(&bytes, &hints) {
        Ok(reading) => printed(reading),
        Err(why) => panic!("{}: {why}", path.display()),
    }
}

#[test]
fn every_fixture_reads_as_expected() {
    let rewrite = std::env::var_os("COPYDESK_REWRITE").is_some();
    let mut wrong = Vec::new();
    for path in fixtures() {
        let expected = path.with_extension("expected.json");
        let found = serde_json::to_string_pretty(&read_fixture(&path)).unwrap() + "\n";
        if rewrite {
            fs::write(&expected, &found).unwrap();
        } else if fs::read_to_string(&expected).unwrap_or_default() != found {
            wrong.push(format!("{}:\n{found}", path.display()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn well_formed_fixtures_need_no_repair() {
    for family in ["atom", "cdf"] {
        for path in fixtures().iter().filter(|path| path.parent().unwrap().ends_with(family)) {
            assert_eq!(read_fixture(path)["repairs"], serde_json::json!([]), "{}", path.display());
        }
    }
}

/// The names of all kinds of repair.
fn repairs() -> Vec<String> {
    copydesk_model::Mend::ALL.iter().map(|kind| kind.name().to_owned()).collect()
}

#[test]
fn every_repair_is_explained() {
    let docs = fs::read_to_string(root().join("docs/repairs.md")).unwrap();
    let lines = docs.lines().filter_map(|line| line.strip_prefix("| `")?.split_once("` | "));
    let explained: Vec<_> = lines.map(|(name, _)| name.to_owned()).collect();
    assert!(explained.len() > 30, "{explained:?}");
    assert_eq!(explained, repairs(), "docs/repairs.md and the kinds of `Mend`, in the same order");
}

#[test]
fn every_repair_has_a_document_that_needs_it() {
    // A hundred thousand entries are no small document.
    let mut missing: Vec<_> = repairs().into_iter().filter(|name| name != "too-many-entries").collect();
    for path in fixtures() {
        let expected = fs::read_to_string(path.with_extension("expected.json")).unwrap_or_default();
        missing.retain(|name| !expected.contains(&format!("\"{name}:")));
    }
    assert!(missing.is_empty(), "no fixture needs {missing:?}");
}

#[test]
fn what_is_no_feed_says_what_it_is() {
    let page = "<!doctype html><title>Harbour &amp; pier</title>\
        <link rel=alternate type=application/rss+xml href=https://harbour.example/rss>";
    for (bytes, message) in [
        ("  \n", "the document is empty"),
        (
            page,
            "this is a web page (\"Harbour & pier\"), not a feed; it links to https://harbour.example/rss",
        ),
        ("{\"name\": \"x\"}", "this is JSON, but no JSON Feed"),
        ("<opml version='2.0'><body/></opml>", "this is an OPML list"),
        ("<?xml version='1.0'?><kml:kml/>", "this is XML with the root element <kml:kml>"),
        ("%PDF-1.7", "this is a PDF document"),
        ("<?xml version='1.0'?>\n", "the document ends in its head"),
        ("<?xml versi", "the document ends in its head"),
        (
            "<?xml version='1.0'?><!-- a --> <rss version='2.0' xmlns:dc='http",
            "the document ends in its head",
        ),
        ("<feed xmlns=\"http://www.w3.org/2005/At", "the document ends in its head"),
        ("{\"version\": \"https://jsonf", "the document ends in its head"),
        ("{\"titl", "the document ends in its head"),
        ("1 < 2", "this is plain text"),
        ("<", "this is plain text"),
    ] {
        let why = read::feed(bytes.as_bytes(), &Hints::default()).unwrap_err().to_string();
        assert!(why.starts_with(message), "{why}");
    }
    // `<?xml` in EBCDIC, which `encoding_rs` does not know.
    let why = read::feed(b"\x4c\x6f\xa7\x94\x93\x40", &Hints::default()).unwrap_err().to_string();
    assert_eq!(why, "this is text in EBCDIC, an encoding that is not read, not a feed");
}

#[test]
fn a_text_that_is_stated_to_be_plain_is() {
    const SAID: &str = "Use &lt;b&gt; &amp;amp; &lt;i&gt;x&lt;/i&gt;";
    for (element, kind) in [
        (format!("<media:description type='plain'>{SAID}</media:description>"), TextKind::Text),
        (
            format!(
                "<media:group><media:description type='text/plain'>{SAID}</media:description></media:group>"
            ),
            TextKind::Text,
        ),
        (format!("<itunes:summary type='plain'>{SAID}</itunes:summary>"), TextKind::Text),
        (format!("<description type='text/plain'>{SAID}</description>"), TextKind::Text),
        (format!("<media:description type='html'>{SAID}</media:description>"), TextKind::Html),
        // What says nothing is looked at, whatever Media RSS has for the usual.
        (format!("<media:description>{SAID}</media:description>"), TextKind::Html),
    ] {
        let feed = format!(
            "<rss version='2.0' xmlns:media='http://search.yahoo.com/mrss/' xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'>\
             <channel><item><title>T</title>{element}</item></channel></rss>"
        );
        let reading = read::feed(feed.as_bytes(), &Hints::default()).unwrap();
        let summary = reading.feed.entries[0].summary.clone().unwrap();
        assert_eq!((summary.kind, summary.value.as_str()), (kind, "Use <b> &amp; <i>x</i>"), "{element}");
    }
}

#[test]
fn an_address_that_an_item_has_alone_is_its_own() {
    let links = |members: &str| {
        let feed =
            format!(r#"{{"version":"https://jsonfeed.org/version/1.1","items":[{{"id":"1",{members}}}]}}"#);
        let reading = read::feed(feed.as_bytes(), &Hints::default()).unwrap();
        let entry = &reading.feed.entries[0];
        let related = entry.links.iter().map(|link| link.href.clone()).collect::<Vec<_>>();
        (entry.link.clone().unwrap(), related)
    };
    let (own, other) = ("https://a.example/1".to_owned(), "https://b.example/2".to_owned());
    assert_eq!(links(r#""external_url":"https://b.example/2""#), (other.clone(), vec![]));
    assert_eq!(
        links(r#""url":"https://b.example/2","external_url":"https://b.example/2""#),
        (other.clone(), vec![])
    );
    assert_eq!(
        links(r#""url":"https://a.example/1","external_url":"https://b.example/2""#),
        (own, vec![other])
    );
}

#[test]
fn real_feeds_are_all_read() {
    let folder = ["../shared/real-feeds", "../../shared/real-feeds"].map(|folder| root().join(folder));
    let Some(folder) = folder.into_iter().find(|folder| folder.is_dir()) else { return };
    let files = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    let mut entries = 0;
    for path in files.filter(|path| path.extension().is_some_and(|ending| ending != "md")) {
        let reading = read::feed(&fs::read(&path).unwrap(), &Hints::default());
        entries += reading.unwrap_or_else(|why| panic!("{}: {why}", path.display())).feed.entries.len();
    }
    assert!(entries > 3000, "{entries}");
}
