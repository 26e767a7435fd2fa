//! Whatever the bytes are, the validator answers, and in time proportional to them.
//!
//! `COPYDESK_FUZZ_SECONDS` sets how long the seeded loop runs (default 2); `COPYDESK_FUZZ_SEED` its seed.

use crate::pace;
use crate::random;

use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use copydesk_validate::{self as validate, Served};
use random::Random;

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_790_000_000, 0).unwrap_or_default()
}

fn judge(document: &[u8]) {
    validate::document(document, now());
}

const CHANNEL: &str = "<rss version='2.0' xmlns:atom='http://www.w3.org/2005/Atom' xmlns:media='http://search.yahoo.com/mrss/' \
    xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd' xmlns:georss='http://www.georss.org/georss'><channel>";
const ITEM: &str = "<rss version='2.0'><channel><item><description>";
const CDATA: &str = "<rss version='2.0'><channel><item><description><![CDATA[";
const CDATA_END: &str = "]]></description></item></channel></rss>";
const FEED: &str = "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='http://a.example/'>";
const RDF: &str =
    "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'>";
const JSON: &str = "{\"version\":\"https://jsonfeed.org/version/1.1\",";

/// What comes before, what is repeated (# is its number), what comes after.
const FLOODS: &[(&str, &str, &str)] = &[
    ("", "<a>", ""),
    ("", "<a/>", ""),
    ("<rss ", "a#='' ", ">"),
    ("<rss ", "xmlns:a#='b' ", "/>"),
    ("<rss ", "a='b", "/>"),
    ("", "<!--", ""),
    ("<rss>", "<!-- -->", "</rss>"),
    ("<rss>", "<?x ?>", "</rss>"),
    ("<rss>", "<?x ", "</rss>"),
    ("<!DOCTYPE rss [", "<!ENTITY a# ''>", "]><rss/>"),
    ("<!DOCTYPE rss [", "<!ENTITY a# '&a;&a;'>", "]><rss>&a1;</rss>"),
    ("<!DOCTYPE rss SYSTEM 'x'><rss a='", "&a;", "'/>"),
    ("<!DOCTYPE rss ", "<![", ""),
    (CHANNEL, "<x/>", "</channel></rss>"),
    (CHANNEL, "<x#/>", "</channel></rss>"),
    (CHANNEL, "<item/>", "</channel></rss>"),
    (CHANNEL, "<item/><ttl>1</ttl>", "</channel></rss>"),
    (CHANNEL, "<item><guid>#</guid></item>", "</channel></rss>"),
    (CHANNEL, "<title>a&amp;amp;</title>", "</channel></rss>"),
    (CHANNEL, "<title>&#x41;</title>\n", "</channel></rss>"),
    (CHANNEL, "<atom:link rel='self' href='#'/>", "</channel></rss>"),
    (CHANNEL, "<georss:line>1 2 3 4</georss:line>", "</channel></rss>"),
    ("<rss><channel><title>", "<a/>", "</title></channel></rss>"),
    ("<rss><channel><title>", "</b> ", "</title></channel></rss>"),
    ("<rss><channel><title>", "&amp;", "</title></channel></rss>"),
    ("<rss><channel><title>", "&amp;b ", "</title></channel></rss>"),
    ("<rss><channel><title>", "&lt;/", "</title></channel></rss>"),
    ("<rss><channel><title>", "]]", "</title></channel></rss>"),
    ("<rss><channel><title>", "]]&gt;", "</title></channel></rss>"),
    ("<rss><channel><title>", "\u{c3}\u{a9}", "</title></channel></rss>"),
    ("<rss><channel><title>", "\u{c3}\u{a9}\n", "</title></channel></rss>"),
    ("<rss><channel><link>http://a.example/", "%41", "</link></channel></rss>"),
    ("<rss><channel><link>", "a:", "</link></channel></rss>"),
    ("<rss><channel><pubDate>", "(", "</pubDate></channel></rss>"),
    ("<rss><channel><pubDate>", "()", "</pubDate></channel></rss>"),
    ("<rss><channel><managingEditor>", "a@b <", "</managingEditor></channel></rss>"),
    ("<rss><channel><skipHours>", "<hour>#</hour>", "</skipHours></channel></rss>"),
    ("<rss><channel><skipHours>", "<hour>1</hour><hour>2</hour>", "</skipHours></channel></rss>"),
    ("<rss><channel><skipDays>", "<day>Monday</day>", "</skipDays></channel></rss>"),
    (CHANNEL, "<itunes:category text='a'><itunes:category text='b'/></itunes:category>", "</channel></rss>"),
    (
        "<rss><channel><item>",
        "<enclosure url='http://a.example/#' length='1' type='a/b'/>",
        "</item></channel></rss>",
    ),
    (ITEM, "&lt;a href=", ""),
    (ITEM, "&lt;div&gt;", "</description></item></channel></rss>"),
    (ITEM, "&lt;p&gt;&lt;b&gt;", "</description></item></channel></rss>"),
    (ITEM, "&lt;img ", ""),
    (CDATA, "<a href=x>", CDATA_END),
    (CDATA, "<a href='x", CDATA_END),
    (CDATA, "<img src=", CDATA_END),
    (CDATA, "<img src=' src=", CDATA_END),
    (CDATA, "<b></b>", CDATA_END),
    (CDATA, "<object></object>", CDATA_END),
    (CDATA, "<b onclick=x></b>", CDATA_END),
    (CDATA, "<ul><li>", CDATA_END),
    (CDATA, "<li>", CDATA_END),
    (CDATA, "<table><tr><td>", CDATA_END),
    (CDATA, "<select><option>", CDATA_END),
    (CDATA, "<svg>", CDATA_END),
    (CDATA, "<!--", CDATA_END),
    (CDATA, "<!-- -->", CDATA_END),
    (CDATA, "<textarea>", CDATA_END),
    (CDATA, "<textarea></textarea>", CDATA_END),
    (CDATA, "&amp;", CDATA_END),
    (CDATA, "&eacute;", CDATA_END),
    (CDATA, "&", CDATA_END),
    (
        "<rss><channel><item><description>&lt;b style='",
        "&amp;",
        "'&gt;x&lt;/b&gt;</description></item></channel></rss>",
    ),
    (
        "<rss><channel><item><description>&lt;a href='",
        "&amp;",
        "'&gt;x&lt;/a&gt;</description></item></channel></rss>",
    ),
    ("<rss><channel><item><description>&lt;b style='", "color:red;", "'&gt;"),
    (
        "<rss><channel><item><description>&lt;b style='",
        "(",
        "'&gt;x&lt;/b&gt;</description></item></channel></rss>",
    ),
    (
        "<rss><channel><item><description>&lt;b style=\"",
        "a'b' ",
        "\"&gt;x&lt;/b&gt;</description></item></channel></rss>",
    ),
    (FEED, "<link/>", "</feed>"),
    (FEED, "<link href='#'/>", "</feed>"),
    (FEED, "<link rel='self' href='#'/>", "</feed>"),
    (FEED, "<author><name>x</name></author>", "</feed>"),
    (FEED, "<entry><id>http://a.example/#</id><updated>2004-01-01T00:00:00Z</updated></entry>", "</feed>"),
    ("<feed xmlns='http://www.w3.org/2005/Atom'><title type='xhtml'>  ", "  <a/>", "</title></feed>"),
    (
        "<feed xmlns='http://www.w3.org/2005/Atom'><title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>",
        "x<b/>",
        "</div></title></feed>",
    ),
    (
        "<feed xmlns='http://www.w3.org/2005/Atom'><title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>",
        "<div>",
        "</div></title></feed>",
    ),
    ("<feed xmlns='http://www.w3.org/2005/Atom'><content type='image/png'>", "QUJD\n", "</content></feed>"),
    (RDF, "<item rdf:about='#'/>", "</rdf:RDF>"),
    (RDF, "<x xmlns='http://x.example/'><y/>z</x>", "</rdf:RDF>"),
    (
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'><channel><title> ",
        " <b/>",
        "</title></channel></rdf:RDF>",
    ),
    ("<opml version='2.0'><head/><body>", "<outline text='x'/>", "</body></opml>"),
    ("<opml version='2.0'><head/><body>", "<outline text='&lt;b&gt;'>", "</body></opml>"),
    (
        "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>",
        "<url><loc>http://a.example/</loc></url>",
        "</urlset>",
    ),
    ("", "[", ""),
    ("", "{\"a\":", ""),
    (JSON, "\"a#\":1,", "\"items\":[]}"),
    (JSON, "\"title\":1,", "\"items\":[]}"),
    ("{\"items\":[", "{\"id\":\"#\"},", "{}]}"),
    ("{\"items\":[", "{\"content_html\":\"<a href=x>\"},", "{}]}"),
    ("{\"title\":\"", "\\u00e9", "\"}"),
    ("{\"items\":[{\"tags\":[", "\"\",", "1]}]}"),
];

#[test]
fn floods_take_time_in_proportion() {
    let mut slow = Vec::new();
    for (before, piece, after) in FLOODS {
        let make = |size: usize| {
            let mut document = (*before).to_owned();
            for number in 0.. {
                document.push_str(&piece.replace('#', &number.to_string()));
                if document.len() > size {
                    break;
                }
            }
            document + after
        };
        if let Err(why) = pace::growth(make, |document| judge(document.as_bytes())) {
            slow.push(format!("{before} {piece}: {why}"));
        }
    }
    assert!(slow.is_empty(), "{}", slow.join("\n"));
}

#[test]
fn long_names_and_values_are_not_copied_for_each_child() {
    let make = |size: usize| {
        let name = "a".repeat(size / 2);
        format!("<rss version='2.0'><channel><{name}>{}</{name}></channel></rss>", "<b/>".repeat(size / 8))
    };
    assert_eq!(pace::growth(make, |document| judge(document.as_bytes())), Ok(()));
    let make = |size: usize| {
        let blank = " ".repeat(size / 2);
        format!(
            "<feed xmlns='http://www.w3.org/2005/Atom'><title type='xhtml'>{blank}{}</title></feed>",
            "<b/>".repeat(size / 8)
        )
    };
    assert_eq!(pace::growth(make, |document| judge(document.as_bytes())), Ok(()));
}

/// Drawing costs no more than judging: of one rule only a few findings are drawn.
#[test]
fn pictures_of_one_endless_line_take_time_in_proportion() {
    let make = |size: usize| {
        format!("<rss version='2.0'><channel>{}</channel></rss>", "<x/><ttl>a</ttl><item/>".repeat(size / 23))
    };
    let draw = |document: &str| {
        let report = validate::document(document.as_bytes(), now());
        assert!(validate::picture("x", document.as_bytes(), &report).len() < 20_000);
    };
    assert_eq!(pace::growth(make, draw), Ok(()));
}

/// Examples with bytes changed, cut out, doubled and put elsewhere: an answer each time, and the
/// same one twice.
#[test]
fn mangled_examples_are_answered() {
    let set = |name: &str, usual: u64| std::env::var(name).ok().and_then(|n| n.parse().ok()).unwrap_or(usual);
    let time = Duration::from_secs(set("COPYDESK_FUZZ_SECONDS", 2));
    let mut random = Random::of(set("COPYDESK_FUZZ_SEED", 7));
    let examples: Vec<String> = validate::rules()
        .iter()
        .flat_map(|rule| [rule.document(rule.wrong), rule.document(rule.right)])
        .chain(FLOODS.iter().map(|(before, piece, after)| format!("{before}{piece}{piece}{after}")))
        .collect();
    let began = Instant::now();
    while began.elapsed() < time {
        let mut bytes = random.one(&examples).clone().into_bytes();
        for _ in 0..=random.below(6) {
            mangle(&mut bytes, &mut random, &examples);
        }
        let addresses = ["http://a.example/x".to_owned()];
        let kinds =
            ["application/rss+xml", "text/xml; charset=utf-16", "application/json; charset=\"latin1\"", ""];
        let served = Served { content_type: Some(kinds[random.below(kinds.len())]), addresses: &addresses };
        let report = validate::served(&bytes, &served, now());
        validate::drawn("x", &bytes, &served, &report, true);
        assert_eq!(report, validate::served(&bytes, &served, now()));
        assert_eq!(
            report.valid,
            report.findings.iter().all(|finding| finding.level != copydesk_model::Level::Error)
        );
    }
}

fn mangle(bytes: &mut Vec<u8>, random: &mut Random, examples: &[String]) {
    let at = random.below(bytes.len() + 1);
    let to = (at + random.below(40)).min(bytes.len());
    match random.below(6) {
        0 => drop(bytes.drain(at..to)),
        1 => {
            let piece = bytes[at..to].to_vec();
            let place = random.below(bytes.len() + 1);
            bytes.splice(place..place, piece);
        }
        2 => bytes.insert(at, u8::try_from(random.below(256)).unwrap_or(0)),
        3 if at < bytes.len() => bytes[at] = b"<>&\"'/ =;![]{}#\n\0\x80\xff"[random.below(19)],
        4 => bytes.truncate(at),
        _ => {
            let other = random.one(examples).as_bytes();
            let from = random.below(other.len() + 1);
            let end = (from + random.below(60)).min(other.len());
            bytes.splice(at..at, other[from..end].iter().copied());
        }
    }
}
