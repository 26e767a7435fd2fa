//! Answers that look fine and are not (rules, section 9): web pages, error pages in JSON, and
//! feeds that a bridge makes up to say that it failed. What they say is never shown as news.

use dom_query::Document as Page;
use url::Url;

use crate::fetch::Document;
use crate::model::{Entry, Feed, Text};
use crate::text::{plain, tags};

/// Feed links of a page that are named to an operator.
const MOST_LINKS: usize = 5;
/// A page is looked at up to here; its head is at its beginning.
const MOST_BYTES: usize = 256 * 1024;
/// A gate's page has no article: it is no longer than this, in bytes, unless its title says what it is.
const MOST_OF_A_GATE: usize = 64 * 1024;
/// And no further than so many tags.
const MOST_TAGS: usize = 5_000;

/// Types that a page's link to a feed has.
const FEED_TYPES: &[&str] =
    &["application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml"];

/// Pages that a gate shows to whom it takes for a robot: a sign of each that stands in no other page, and
/// what the gate is called.
const GATES: [(&str, &str); 21] = [
    ("/.within.website/", "Anubis"),
    ("id=\"anubis_challenge\"", "Anubis"),
    ("/cdn-cgi/challenge-platform/", "Cloudflare"),
    ("_cf_chl_opt", "Cloudflare"),
    ("cf-browser-verification", "Cloudflare"),
    ("/.ddos-guard/", "DDoS-Guard"),
    ("_incapsula_resource", "Imperva"),
    ("captcha-delivery.com", "DataDome"),
    ("px-captcha", "HUMAN"),
    ("awswafintegration", "AWS WAF"),
    ("awswafcookiedomainlist", "AWS WAF"),
    ("sucuri_cloudproxy_js", "Sucuri"),
    ("/sgcaptcha/", "SiteGround"),
    ("/.well-known/sgcaptcha", "SiteGround"),
    ("vercel security checkpoint", "Vercel"),
    ("/.bunny-shield/", "Bunny Shield"),
    ("/.well-known/.git.gammaspectra.live/git/go-away", "go-away"),
    ("/_sec/cp_challenge/", "Akamai"),
    ("/__zenedge/", "Oracle"),
    ("/_fs-ch-", "Fastly"),
    ("/.haphash", "Haphash"),
];
/// Titles of such pages of whatever gate.
const GATE_TITLES: [&str; 8] = [
    "just a moment...",
    "making sure you're not a bot!",
    "making sure you\u{2019}re not a bot!",
    "checking your browser",
    "ddos protection by",
    "attention required! | cloudflare",
    "one moment, please...",
    "verifying you are human",
];

/// The gate whose page stands in place of a document, if it is one: a page that asks a browser to prove
/// that a person sits before it.
pub fn gate(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(MOST_BYTES)]).to_ascii_lowercase();
    if !head.contains("<html") && !head.contains("<!doctype html") && !head.contains("<script") {
        return None;
    }
    let title = head.split_once("<title").and_then(|(_, rest)| rest.split_once('>'));
    let title =
        title.and_then(|(_, rest)| rest.split_once("</title")).map(|(title, _)| plain::of_html(title));
    let title = title.unwrap_or_default();
    let name = GATES.iter().find(|(sign, _)| head.contains(sign)).map(|(_, name)| *name);
    let called = GATE_TITLES.iter().any(|known| title.starts_with(known));
    // A page of news may have such a script too; its title says so.
    let is_short = head.len() < MOST_OF_A_GATE;
    let name = if called { name.or(Some("its host")) } else { name.filter(|_| is_short) }?;
    Some(format!(
        "got the challenge page of {name}, which takes copydesk for a robot; ask the publisher to let feed readers through, or for another address"
    ))
}

/// What to tell of a document that is no feed: what it is, and the feeds it names (rule 9.1).
pub fn told(document: &Document, reason: &str) -> String {
    if let Some(gate) = gate(&document.bytes) {
        return gate;
    }
    let head = String::from_utf8_lossy(&document.bytes[..document.bytes.len().min(MOST_BYTES)]);
    if !head.to_ascii_lowercase().contains("<html") {
        return reason.to_owned();
    }
    // A parser takes time by the square of what is open.
    let end = head.match_indices('<').nth(MOST_TAGS).map_or(head.len(), |(at, _)| at);
    let head = &head[..end];
    if tags::refusal(head).is_some() {
        return reason.to_owned();
    }
    let page = Page::from(head);
    let title = plain::one_line(&page.select_single("title").text());
    let title: String = title.chars().take(80).collect();
    let links = feed_links(&page, &document.url);
    let remedy = match links.is_empty() {
        true => "look for the feed's new address on the publisher's site".to_owned(),
        false => format!("the page names the feed {}", links.join(", ")),
    };
    format!("got a web page instead of a feed: \"{title}\"; {remedy}")
}

fn feed_links(page: &Page, base: &str) -> Vec<String> {
    let Ok(base) = Url::parse(base) else { return Vec::new() };
    let links = page.select("link[rel~=alternate][type][href]");
    let links = links.nodes().iter().filter(|link| {
        let kind = link.attr("type").unwrap_or_default().trim().to_ascii_lowercase();
        FEED_TYPES.iter().any(|feed| kind.starts_with(feed))
    });
    let found = links.filter_map(|link| base.join(&link.attr("href")?).ok()).map(String::from);
    found.take(MOST_LINKS).collect()
}

/// Why a feed is nothing but the error notice of a bridge, if it is.
pub fn notice(feed: &Feed) -> Option<String> {
    let [only] = feed.entries.as_slice() else { return None };
    let title = only.title.as_ref().map(Text::without_markup).unwrap_or_default();
    let is_notice = is_rss_bridge(&title, only) || is_rsshub(feed, &title);
    is_notice.then(|| format!("the only entry is an error notice (\"{title}\"), which was left out; look at the bridge that makes this feed"))
}

/// RSS-Bridge: `Bridge returned error 404! (20041)`, `Error 500: …`, with a page of details.
fn is_rss_bridge(title: &str, entry: &Entry) -> bool {
    let lower = title.to_ascii_lowercase();
    let says = lower.contains("bridge returned error")
        || lower.contains("bridge encountered an unexpected situation");
    let texts = [&entry.content, &entry.summary].into_iter().flatten();
    says || (lower.starts_with("error ")
        && texts
            .into_iter()
            .any(|text| text.value.contains("rss-bridge") || text.value.contains("RSS-Bridge")))
}

/// RSSHub: an error page's words as the feed's or the item's title.
fn is_rsshub(feed: &Feed, title: &str) -> bool {
    let hub = |text: &str| {
        let lower = text.to_ascii_lowercase();
        lower.contains("rsshub")
            && ["error", "went wrong", "not found", "failed"].iter().any(|word| lower.contains(word))
    };
    hub(title) || feed.title.as_ref().is_some_and(|text| hub(&text.without_markup()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fetch::{Held, Validators};

    fn page(html: &str) -> Document {
        Document {
            bytes: html.as_bytes().to_vec(),
            content_type: None,
            url: "https://a.example/news/".into(),
            validators: Validators::default(),
            fresh_for: None,
            robots: None,
            hub: None,
            self_link: None,
            date: None,
            last_modified: None,
            held: Held::default(),
        }
    }

    #[test]
    fn rule_9_1_a_web_page_is_told_by_its_title_with_the_feeds_it_names() {
        let html = "<!doctype html><html><head><title>Just a\n moment</title>\
            <link rel='alternate stylesheet' type='text/css' href='x.css'>\
            <link rel=alternate type='application/rss+xml; charset=utf-8' href='../feed.xml'></head>";
        let told = told(&page(html), "no feed");
        assert!(told.contains("\"Just a moment\"") && told.contains("https://a.example/feed.xml"), "{told}");
        assert!(!told.contains("x.css"));
    }

    #[test]
    fn the_challenge_page_of_a_gate_is_told_as_such() {
        for (html, name) in [
            (
                "<!doctype html><html><head><title>Making sure you&#39;re not a bot!</title><link href='/.within.website/x/xess/xess.min.css'>\
              <script id=\"anubis_challenge\" type=\"application/json\">{}</script></head>",
                "Anubis",
            ),
            (
                "<html><head><title>Just a moment...</title></head><body><script src='/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1'></script>",
                "Cloudflare",
            ),
            ("<html><body><script>window.awsWafCookieDomainList = []</script></body></html>", "AWS WAF"),
            ("<html><head><title>Checking your browser before you go on</title></head>", "its host"),
        ] {
            let told = told(&page(html), "no feed");
            assert!(told.contains(&format!("challenge page of {name}")), "{told}");
        }
        let other =
            "<html><head><title>How gates work</title></head><p>Just a moment... said the gate.</p></html>";
        assert!(
            gate(other.as_bytes()).is_none() && gate(b"<rss><title>Just a moment...</title></rss>").is_none()
        );
    }

    #[test]
    fn rule_9_3_the_error_notice_of_a_bridge_is_no_news_and_other_news_is() {
        let feed = |titles: &[&str]| Feed {
            entries: titles
                .iter()
                .map(|title| Entry { title: Some(Text::plain(*title)), ..Entry::default() })
                .collect(),
            ..Feed::default()
        };
        assert!(notice(&feed(&["Bridge returned error 404! (20041)"])).is_some());
        assert!(notice(&feed(&["RSSHub: Something went wrong"])).is_some());
        assert!(notice(&feed(&["Bridge opens after nine years"])).is_none());
        assert!(notice(&feed(&["Bridge returned error 404!", "News"])).is_none());
    }
}
