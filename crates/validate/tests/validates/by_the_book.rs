//! The validator as other programs meet it: reports, the macro, hostile input.

use chrono::{DateTime, Utc};
use copydesk_validate as validate;
use proptest::prelude::*;

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_790_000_000, 0).unwrap_or_default()
}

fn codes(document: &str) -> Vec<&'static str> {
    validate::document(document.as_bytes(), now()).findings.iter().map(|finding| finding.code).collect()
}

const RSS: &str = include_str!("../../../../fixtures/validate/clean.rss.xml");
const ATOM: &str = include_str!("../../../../fixtures/validate/clean.atom.xml");

#[test]
fn clean_feeds_have_no_finding() {
    assert_eq!(codes(RSS), Vec::<&str>::new());
    assert_eq!(codes(ATOM), Vec::<&str>::new());
}

#[test]
fn the_format_is_found_from_the_content() {
    for (document, format) in [
        (RSS, "rss-2.0"),
        (ATOM, "atom-1.0"),
        (r#"{"version":"https://jsonfeed.org/version/1.1","title":"x","items":[]}"#, "json-feed-1.1"),
        ("<opml version='2.0'/>", "opml-2.0"),
        ("<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'/>", "sitemap"),
        ("<feed xmlns='http://purl.org/atom/ns#'/>", "atom-0.3"),
        ("<html/>", "unknown"),
        ("", "unknown"),
    ] {
        assert_eq!(validate::document(document.as_bytes(), now()).format, format, "{document}");
    }
}

#[test]
fn what_is_no_feed_is_an_error_that_says_so() {
    for document in ["", "hello", "<!doctype html><p>x", "[1]", "{}", "<note/>"] {
        let report = validate::document(document.as_bytes(), now());
        assert!(!report.valid && !report.findings.is_empty(), "{document}");
    }
}

#[test]
fn instruction_without_a_target_is_an_error_and_no_panic() {
    for document in
        ["<?>", "<?>?>", "<??>", "<rss version=\"2.0\"><?></rss>", "<!-->", "<!--->", "<![CDATA[>"]
    {
        assert!(codes(document).contains(&"sax-error"), "{document}: {:?}", codes(document));
    }
}

#[test]
fn findings_stand_in_order_at_lines_and_characters() {
    let report = validate::document(
        "<rss version=\"2.0\">\n <channel>\n  <ttl>é0</ttl> <ttl>x</ttl>\n </channel>\n</rss>".as_bytes(),
        now(),
    );
    let ttl: Vec<_> =
        report.findings.iter().filter(|finding| finding.code == "invalid-positive-integer").collect();
    assert_eq!(
        ttl.iter().map(|finding| (finding.line, finding.column)).collect::<Vec<_>>(),
        [(3, 8), (3, 22)]
    );
    assert!(report.findings.is_sorted_by_key(|finding| (finding.line, finding.column)));
}

#[test]
fn now_decides_what_lies_in_the_future() {
    let feed = RSS.replace("Wed, 01 May 2024 09:00:00 GMT", "Sun, 01 May 2044 09:00:00 GMT");
    assert_eq!(codes(&feed), ["implausible-date"]);
}

#[test]
fn the_macro_passes_what_is_valid() {
    copydesk_validate::assert_valid_feed!(RSS);
    copydesk_validate::assert_valid_feed!(ATOM.as_bytes());
}

#[test]
fn the_macro_draws_what_is_wrong() {
    let feed = RSS.replace("<title>Screen Desk</title>", "");
    let objection = validate::objection(feed.as_bytes(), std::time::SystemTime::now()).unwrap();
    assert!(objection.contains("error[missing-title]: <channel> has no <title>"), "{objection}");
    assert!(objection.contains("--> feed:4:3\n") && objection.contains("= mend: "), "{objection}");
    let report = validate::document(feed.as_bytes(), now());
    assert_eq!(
        objection,
        format!("the feed is not valid\n\n{}", validate::picture("feed", feed.as_bytes(), &report))
    );
    let panic = std::panic::catch_unwind(|| copydesk_validate::assert_valid_feed!(feed)).unwrap_err();
    assert_eq!(panic.downcast_ref::<String>(), Some(&objection), "the macro shows the same picture");
}

#[test]
fn one_s_own_document_may_be_larger_than_what_others_read() {
    let large = |title: &str| {
        let item = format!("<item><title>{title}</title><link>https://a.example/</link></item>");
        let items = item.repeat(validate::LARGEST / item.len() + 1);
        format!(
            "<rss version=\"2.0\"><channel><title>A</title><link>https://a.example/</link><description/>{items}</channel></rss>"
        )
    };
    let long = large(&"x".repeat(3_000));
    assert_eq!(codes(&long), ["validator-limit"]);
    assert!(validate::own(long.as_bytes(), now()).valid);
    let broken = large(&"x".repeat(3_000)).replacen("<link>https", "<link>", 1);
    assert!(!validate::own(broken.as_bytes(), now()).valid);
}

#[test]
fn entities_that_grow_are_refused() {
    let mut dtd = "<!ENTITY a0 \"lollollol\">".to_owned();
    for i in 1..20 {
        dtd.push_str(&format!("<!ENTITY a{i} \"{}\">", format!("&a{};", i - 1).repeat(10)));
    }
    let bomb =
        format!("<!DOCTYPE rss [{dtd}]><rss version=\"2.0\"><channel><title>&a19;</title></channel></rss>");
    assert!(codes(&bomb).contains(&"validator-limit"));
}

proptest! {
    #[test]
    fn any_bytes_are_judged_without_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        validate::document(&bytes, now());
    }

    #[test]
    fn any_mixture_of_markup_is_judged_without_panic(parts in proptest::collection::vec(0usize..PARTS.len(), 0..60)) {
        let body: String = parts.iter().map(|&part| PARTS[part]).collect();
        for document in [
            body.clone(),
            format!("<rss version='2.0'><channel><item>{body}</item></channel></rss>"),
            format!("<feed xmlns='http://www.w3.org/2005/Atom'><entry>{body}</entry></feed>"),
            format!("<rss version='2.0'><channel><item><description><![CDATA[{body}]]></description></item></channel></rss>"),
        ] {
            validate::picture("x", document.as_bytes(), &validate::document(document.as_bytes(), now()));
        }
    }

    #[test]
    fn a_feed_cut_anywhere_is_not_valid(cut in 1usize..1000) {
        let cut = (cut..RSS.len()).find(|&at| RSS.is_char_boundary(at)).unwrap_or(1);
        prop_assume!(!RSS[cut..].trim().is_empty());
        prop_assert!(!validate::document(&RSS.as_bytes()[..cut], now()).valid);
    }
}

const PARTS: &[&str] = &[
    "<",
    ">",
    "</",
    "/>",
    "&",
    ";",
    "&amp;",
    "&#0;",
    "&#x3C;",
    "<p>",
    "</p>",
    "<table>",
    "<td>",
    "</tr>",
    "<select>",
    "<option>",
    "<title>",
    "</title>",
    "<content type='xhtml'>",
    "<div xmlns='http://www.w3.org/1999/xhtml'>",
    "</div>",
    "<a href='x'>",
    "</a>",
    "<img src=\"y\"",
    "style='color:\u{e9}(-'",
    "\u{a0}",
    "é",
    "\u{80}",
    "\n",
    " ",
    "=",
    "\"",
    "'",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<guid>",
    "</guid>",
    "1",
    "tag:",
    "urn:",
    "http://",
    "%",
    "%e",
    "Wed, 01",
    "<pubDate>",
    "</pubDate>",
    "<?xml",
    "?>",
    "<!DOCTYPE",
    "<textarea>",
    "<script>",
    "</script>",
    "xmlns:a='b'",
    "<a:b>",
    "<content src='",
    "(",
    ")",
    "@",
    "<enclosure length='-1'/>",
];
