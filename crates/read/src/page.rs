//! A web page's feeds: those it names in its head, and links that look like feeds. Only addresses
//! come from here; whether a feed is there, the one who asks finds out.

use super::cursor::Cursor;
use super::repairs::Repairs;
use super::{encoding, links};
use copydesk_model::text::plain;
use copydesk_model::{Hints, Link};

/// So many of each kind are taken; a page that names more does not mean to be read so.
const MOST: usize = 20;

/// What a page offers, in its order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Offered {
    /// Feeds by the page's own word: `<link rel="alternate" type="…">`.
    pub named: Vec<Link>,
    /// Links that look like feeds by address or words.
    pub alike: Vec<Link>,
    /// How many more feeds it names than are taken.
    pub left_out: usize,
}

/// The feeds that a page offers; addresses are absolute where `hints` knows the page's own.
pub fn feeds(bytes: &[u8], hints: &Hints<'_>) -> Offered {
    let mut repairs = Repairs::new();
    let text = encoding::find(bytes, hints, &mut repairs).text(&mut repairs);
    let mut cursor = Cursor::new(&text, repairs);
    let mut offered = Offered::default();
    let mut base = hints.base_url.map(str::to_owned);
    while let Some(element) = cursor.any_element() {
        match element.name() {
            "base" => {
                let href = cursor.attr("href");
                base = href.and_then(|href| links::absolute(&href, hints.base_url)).or(base);
            }
            "link" => match named(&mut cursor) {
                Some(_) if offered.named.len() >= MOST => offered.left_out += 1,
                link => offered.named.extend(link),
            },
            "a" | "area" if offered.alike.len() < MOST => offered.alike.extend(alike(&mut cursor)),
            _ => {}
        }
    }
    let Offered { named, alike, .. } = &mut offered;
    for list in [named, alike] {
        list.iter_mut().for_each(|link| {
            if let Some(absolute) = links::absolute(&link.href, base.as_deref()) {
                link.href = absolute;
            }
        });
    }
    offered
}

fn named(cursor: &mut Cursor<'_>) -> Option<Link> {
    let rel = cursor.attr("rel")?.to_ascii_lowercase();
    let mime = cursor.attr("type").unwrap_or_default().trim().to_ascii_lowercase();
    let mime = mime.split(';').next().unwrap_or_default().trim().to_owned();
    let by_rel = rel.split_ascii_whitespace().any(|word| word == "feed");
    let by_type = rel.split_ascii_whitespace().any(|word| word == "alternate") && is_feed_type(&mime);
    let href = cursor.attr("href").filter(|href| !href.trim().is_empty())?.into_owned();
    let title = cursor.attr("title").map(|title| title.trim().to_owned());
    (by_rel || by_type).then(|| Link { mime: Some(mime), ..Link::new(rel, href).titled(title) })
}

/// Types that a feed is announced with, the wrong ones in use among them.
fn is_feed_type(mime: &str) -> bool {
    const FEEDS: &[&str] = &[
        "application/rss+xml",
        "application/atom+xml",
        "application/feed+json",
        "application/rdf+xml",
        "application/json",
        "application/xml",
        "application/rss",
        "application/atom",
        "application/x-rss+xml",
        "application/x-atom+xml",
        "text/rss+xml",
        "text/atom+xml",
        "text/rss",
        "text/xml",
    ];
    FEEDS.contains(&mime)
}

fn alike(cursor: &mut Cursor<'_>) -> Option<Link> {
    let href = cursor.attr("href")?.trim().to_owned();
    let title = cursor.attr("title").unwrap_or_default().into_owned();
    let said = cursor.document().get(cursor.offset()..).unwrap_or_default();
    let said: String = said.chars().take(60).take_while(|&c| c != '<').collect();
    let said = plain::of_html(&said);
    let goes = !links::has_scheme(&href) || links::is_web(&href) || is_feed_scheme(&href);
    (goes && !href.starts_with('#') && (looks_like_a_feed(&href) || is_said(&said) || is_said(&title)))
        .then(|| Link::new("", href).titled(Some(said).filter(|said| !said.is_empty())))
}

/// Whether it begins with a scheme that only feeds have.
fn is_feed_scheme(href: &str) -> bool {
    let scheme = href.split(':').next().unwrap_or_default();
    ["feed", "itpc", "pcast", "podcast"].iter().any(|known| known.eq_ignore_ascii_case(scheme))
}

/// Whether one of an address's parts is what feeds are called.
fn looks_like_a_feed(href: &str) -> bool {
    const WORDS: &[&str] = &["rss", "rss2", "atom", "feed", "feeds", "rdf", "jsonfeed", "syndication"];
    let lower = href.to_ascii_lowercase();
    let path = lower.split('#').next().unwrap_or_default();
    is_feed_scheme(path)
        || path.split(|c: char| !c.is_ascii_alphanumeric()).any(|part| WORDS.contains(&part))
        || path.split('?').next().is_some_and(|path| path.ends_with(".xml"))
}

/// Whether the words of a link call it a feed.
fn is_said(words: &str) -> bool {
    words.split(|c: char| !c.is_alphanumeric()).any(|word| {
        ["rss", "atom", "feed", "feeds", "xml"].iter().any(|known| known.eq_ignore_ascii_case(word))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn offered(page: &str) -> (Vec<String>, Vec<String>) {
        let hints = Hints { base_url: Some("https://site.example/a/"), content_type: Some("text/html") };
        let offered = feeds(page.as_bytes(), &hints);
        let addresses = |links: Vec<Link>| links.into_iter().map(|link| link.href).collect();
        (addresses(offered.named), addresses(offered.alike))
    }

    #[test]
    fn alternates_of_feed_types_are_named_in_page_order() {
        let page = "<!doctype html><html><head><LINK REL='Alternate' TYPE='application/rss+xml' HREF='rss'>\
            <link href=//cdn.example/atom type='application/atom+xml; charset=utf-8' rel='alternate home'>\
            <link rel=alternate hreflang=de href=/de><link rel=stylesheet type=text/css href=x.css>\
            <link rel=alternate type='application/json+oembed' href=/oembed></head>";
        assert_eq!(
            offered(page).0,
            ["https://site.example/a/rss", "https://cdn.example/atom"].map(str::to_owned)
        );
    }

    #[test]
    fn base_of_the_page_counts() {
        let page = "<head><link rel=alternate type=text/xml href=f.xml><base href='/b/'></head>";
        assert_eq!(offered(page).0, ["https://site.example/b/f.xml"]);
    }

    #[test]
    fn links_that_look_like_feeds_are_taken_and_others_not() {
        let page = "<body><a href=\"/feed/\">x</a><a href='/news.xml'>y</a><a href=/abo>Our RSS</a>\
            <a href=mailto:rss@x.example>Mail</a><a href='#feed'>z</a><a href=/feedback>say it</a><a href=/anatomy>a</a>";
        assert_eq!(
            offered(page).1,
            ["https://site.example/feed/", "https://site.example/news.xml", "https://site.example/abo"]
                .map(str::to_owned)
        );
    }

    #[test]
    fn what_a_page_names_beyond_measure_is_counted() {
        let page = "<link rel=alternate type=application/rss+xml href=/f>".repeat(MOST + 3);
        let offered = feeds(page.as_bytes(), &Hints::default());
        assert_eq!((offered.named.len(), offered.left_out), (MOST, 3));
    }
}
