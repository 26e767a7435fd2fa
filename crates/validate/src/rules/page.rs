//! The rules as a page for people, and their examples as whole documents.

use std::fmt::Write;

use chrono::{DateTime, Utc};

use super::{Place, Rule, rules};
use crate::Served;
use copydesk_model::{Level, Report};

const NAMESPACES: &str = r#"xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:creativeCommons="http://backend.userland.com/creativeCommonsRssModule" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:fh="http://purl.org/syndication/history/1.0" xmlns:geo="http://www.w3.org/2003/01/geo/wgs84_pos#" xmlns:georss="http://www.georss.org/georss" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:media="http://search.yahoo.com/mrss/" xmlns:podcast="https://podcastindex.org/namespace/1.0" xmlns:slash="http://purl.org/rss/1.0/modules/slash/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/" xmlns:thr="http://purl.org/syndication/thread/1.0" xmlns:wfw="http://wellformedweb.org/CommentAPI/""#;

impl Rule {
    /// Where examples of [`Place::Answer`] are served from.
    pub const ADDRESS: &'static str = "https://screendesk.example/feed";

    /// Judges an example of the rule, within what surrounds it.
    pub fn judge(&self, example: &str, now: DateTime<Utc>) -> Report {
        let whole = self.document(example);
        let (head, document) = match self.place {
            Place::Answer => example.split_once("\n\n").unwrap_or(("", example)),
            _ => ("", whole.as_str()),
        };
        let content_type = head.strip_prefix("Content-Type: ");
        let addresses = [Self::ADDRESS.to_owned()];
        crate::served(
            document.as_bytes(),
            &Served { content_type, addresses: &addresses[..usize::from(!head.is_empty())] },
            now,
        )
    }

    /// An example of the rule as a whole document; with its header where it is an answer.
    pub fn document(&self, example: &str) -> String {
        let channel = "<title>Screen Desk</title><link>https://screendesk.example/</link><description>TV news</description>";
        let feed = r#"<title>Screen Desk</title><id>https://screendesk.example/</id><updated>2024-05-01T10:00:00Z</updated><author><name>Screen Desk</name></author><link rel="self" href="https://screendesk.example/atom.xml"/>"#;
        let entry = "<title>The trial</title><id>https://screendesk.example/1</id><updated>2024-05-01T10:00:00Z</updated>";
        let json = r#""version": "https://jsonfeed.org/version/1.1", "title": "Screen Desk""#;
        match self.place {
            Place::Document | Place::Answer => example.to_owned(),
            Place::Channel => {
                format!("<rss version=\"2.0\" {NAMESPACES}><channel>{channel}{example}</channel></rss>")
            }
            Place::Item => format!(
                "<rss version=\"2.0\" {NAMESPACES}><channel>{channel}<item>{example}</item></channel></rss>"
            ),
            Place::Feed => format!(
                "<feed xmlns=\"http://www.w3.org/2005/Atom\" {NAMESPACES}>{feed}{example}<entry>{entry}</entry></feed>"
            ),
            Place::Entry => format!(
                "<feed xmlns=\"http://www.w3.org/2005/Atom\" {NAMESPACES}>{feed}<entry>{entry}{example}</entry></feed>"
            ),
            Place::Outline => format!(
                "<opml version=\"2.0\"><head><title>Feeds</title></head><body>{example}</body></opml>"
            ),
            Place::JsonFeed => format!("{{{json}, {example}, \"items\": []}}"),
            Place::JsonItem => {
                format!("{{{json}, \"items\": [{{\"id\": \"1\", \"content_text\": \"x\", {example}}}]}}")
            }
        }
    }
}

impl Place {
    fn title(self) -> &'static str {
        match self {
            Place::Document => "the whole document",
            Place::Answer => "what a server answers at https://screendesk.example/feed",
            Place::Channel => "in an RSS channel",
            Place::Item => "in an RSS item",
            Place::Feed => "in an Atom feed",
            Place::Entry => "in an Atom entry",
            Place::Outline => "in the body of OPML",
            Place::JsonFeed => "in a JSON Feed",
            Place::JsonItem => "in an item of a JSON Feed",
        }
    }
}

/// The page `docs/validate.md`.
pub fn page() -> String {
    let mut out = String::from(
        "# What `copydesk validate` checks\n\n\
         <!-- Written from the table in crates/validate/src/rules/; do not edit. REWRITE_DOCS=1 cargo test --test validates rules rewrites it. -->\n\n\
         Every code, with the specification that asks for it, how to mend it, and an example of wrong and right. \
         Codes are stable. An error makes the document invalid; a warning means that some readers will stumble. \
         The codes of RSS, Atom and OPML are the class names of the W3C feed validator in kebab case.\n",
    );
    for rule in rules() {
        // Writing to a string cannot fail.
        let _ = section(&mut out, rule);
    }
    out
}

fn section(out: &mut String, rule: &Rule) -> std::fmt::Result {
    let level = if rule.level == Level::Error { "Error" } else { "Warning" };
    writeln!(out, "\n## {}\n", rule.code)?;
    writeln!(out, "{level}. {}. *{}.* {}.\n", rule.meaning, rule.source, rule.remedy)?;
    writeln!(out, "Wrong, {}:\n", rule.place.title())?;
    code(out, rule.wrong)?;
    writeln!(out, "\nRight:\n")?;
    code(out, rule.right)
}

fn code(out: &mut String, example: &str) -> std::fmt::Result {
    let language = if example.trim_start().starts_with(['{', '"']) { "json" } else { "xml" };
    writeln!(out, "```{language}\n{example}\n```")
}
