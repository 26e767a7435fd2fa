//! Validating costs memory bounded by a constant and a few times the document, whatever it holds.
//!
//! Alone in its file: the allocator counts for the whole process.

use chrono::DateTime;
use copydesk_validate as validate;
use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// What any document may cost besides its size: findings are kept, so many of each rule.
const CONSTANT: usize = 1 << 20;

/// Peak and lasting memory of judging a document, in bytes.
fn cost(document: &[u8]) -> (usize, usize) {
    let now = DateTime::from_timestamp(1_790_000_000, 0).unwrap_or_default();
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    let report = validate::document(document, now);
    let costs = (MEMORY.peak_usage() - before, MEMORY.current_usage() - before);
    drop(report);
    costs
}

/// `head`, as many times `piece` as fit, `tail`: about a megabyte.
fn filled(head: &str, piece: impl Fn(usize) -> String, tail: &str) -> String {
    let mut document = head.to_owned();
    for number in 0.. {
        document.push_str(&piece(number));
        if document.len() > 1 << 20 {
            break;
        }
    }
    document + tail
}

fn repeated(head: &str, piece: &str, tail: &str) -> String {
    filled(head, |_| piece.to_owned(), tail)
}

const CHANNEL: &str = "<rss version='2.0' xmlns:atom='http://www.w3.org/2005/Atom'><channel>";
const END: &str = "</channel></rss>";

fn documents() -> Vec<(&'static str, String)> {
    let feed = "<feed xmlns='http://www.w3.org/2005/Atom'>";
    let item = format!("{CHANNEL}<item><description><![CDATA[");
    let item_end = format!("]]></description></item>{END}");
    vec![
        (
            "a plain feed",
            filled(
                CHANNEL,
                |n| {
                    format!(
                        "<item><title>Ferry {n}</title><guid>http://harbour.example/{n}</guid><description>&lt;p&gt;After three weeks the ferry is back in service.&lt;/p&gt;</description></item>"
                    )
                },
                END,
            ),
        ),
        ("a finding each item", repeated(CHANNEL, "<item/>", END)),
        ("a finding each element", repeated(CHANNEL, "<x/>", END)),
        ("elements in text", repeated(&format!("{CHANNEL}<title>"), "<a/>", &format!("</title>{END}"))),
        (
            "elements in a construct",
            repeated(&format!("{feed}<title type='xhtml'>"), "<a/>", "</title></feed>"),
        ),
        ("references", repeated(&format!("{CHANNEL}<title>"), "&amp;", &format!("</title>{END}"))),
        ("guids", filled(CHANNEL, |n| format!("<item><guid>{n}</guid></item>"), END)),
        ("links", repeated(feed, "<link/>", "</feed>")),
        ("links of a channel", repeated(CHANNEL, "<atom:link href='x'/>", END)),
        ("attributes", filled("<rss ", |n| format!("a{n}='' "), "/>")),
        ("namespaces", filled("<rss ", |n| format!("xmlns:a{n}='b' "), "/>")),
        ("entities", filled("<!DOCTYPE rss [", |n| format!("<!ENTITY a{n} ''>"), "]><rss/>")),
        ("entities of a DTD", repeated("<!DOCTYPE rss SYSTEM 'x'><rss a='", "&a;", "'/>")),
        ("a long name", format!("<{0}>{1}</{0}>", "a".repeat(1 << 18), "<b/>".repeat(1 << 17))),
        ("relative addresses", repeated(&item, "<a href=x>", &item_end)),
        ("unsafe elements", repeated(&item, "<object></object>", &item_end)),
        ("unsafe attributes", repeated(&item, "<b onclick=x></b>", &item_end)),
        ("open elements", repeated(&item, "<div>", &item_end)),
        (
            "hours",
            filled(
                &format!("{CHANNEL}<skipHours>"),
                |n| format!("<hour>{}</hour>", n % 30),
                &format!("</skipHours>{END}"),
            ),
        ),
        (
            "enclosures",
            repeated(&format!("{CHANNEL}<item>"), "<enclosure url=''/>", &format!("</item>{END}")),
        ),
        ("outlines", repeated("<opml version='2.0'><head/><body>", "<outline/>", "</body></opml>")),
        (
            "resources",
            filled(
                "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'>",
                |n| format!("<item rdf:about='{n}'/>"),
                "</rdf:RDF>",
            ),
        ),
        (
            "numbers of JSON",
            repeated("{\"version\":\"https://jsonfeed.org/version/1.1\",\"_x\":[1", ",1", "]}"),
        ),
        (
            "items of JSON",
            repeated("{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{}", ",{}", "]}"),
        ),
        (
            "members of JSON",
            filled(
                "{\"version\":\"https://jsonfeed.org/version/1.1\",\"a\":1",
                |n| format!(",\"{n}\":1"),
                "}",
            ),
        ),
        (
            "tags of JSON",
            repeated(
                "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"tags\":[\"\"",
                ",\"\"",
                "]}]}",
            ),
        ),
        (
            "ids of JSON",
            filled(
                "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{}",
                |n| format!(",{{\"id\":\"{n}\"}}"),
                "]}",
            ),
        ),
        (
            "Latin-1",
            "<?xml version='1.0' encoding='iso-8859-1'?>".to_owned()
                + &repeated(CHANNEL, "<ttl>\u{e9}</ttl>", END),
        ),
    ]
}

#[test]
fn memory_is_bounded_by_a_constant_and_the_document() {
    let mut worst = Vec::new();
    for (name, document) in documents() {
        let bytes = if name == "Latin-1" {
            document.chars().map(|c| c as u8).collect()
        } else {
            document.into_bytes()
        };
        let (peak, kept) = cost(&bytes);
        let times = peak.saturating_sub(CONSTANT) as f64 / bytes.len() as f64;
        println!("{name}: {peak} bytes, {times:.2} times the document; {kept} kept");
        if times > 3.0 || kept > CONSTANT {
            worst.push(format!("{name}: {times:.2} times, {kept} bytes kept"));
        }
    }
    assert!(worst.is_empty(), "{}", worst.join("\n"));
}
