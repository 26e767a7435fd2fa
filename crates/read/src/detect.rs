//! What a document is, by its content: the kinds of feed, and what is none.

use std::fmt;

use super::cursor::{Cursor, Element};
use super::links;
use super::names::Ns;
use super::repairs::{Mend, Repairs};
use copydesk_model::Format;
use copydesk_model::text::plain;

/// Documents longer than this, in bytes, are not read.
pub(super) const MAX_BYTES: usize = 64 << 20;
/// How far a feed is looked for behind other text.
const HEAD: usize = 65_536;

/// Why bytes are no feed: what they are instead.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NotAFeed {
    /// Nothing, or white space alone.
    #[error("the document is empty")]
    Empty,
    /// A web page.
    #[error("this is a web page{}, not a feed{}", titled(title), offered(feeds))]
    Html {
        /// Its title, plain text.
        title: Option<String>,
        /// Addresses of the feeds it links to.
        feeds: Vec<String>,
    },
    /// JSON of another kind.
    #[error("this is JSON, but no JSON Feed: it has neither a JSON Feed version nor items")]
    Json,
    /// A list of subscriptions.
    #[error("this is an OPML list of subscriptions, not a feed: import it with `copydesk import`")]
    Opml,
    /// XML of another kind.
    #[error("this is XML with the root element <{root}>, which is no feed")]
    Xml {
        /// The root's qualified name.
        root: String,
    },
    /// Bytes that are no text.
    #[error("this is {kind}, not a feed")]
    Binary {
        /// What kind of file it is, as far as its first bytes tell.
        kind: &'static str,
    },
    /// Text without any markup.
    #[error("this is plain text, not a feed: it starts with {start:?}")]
    Text {
        /// Its first words.
        start: String,
    },
    /// The beginning of a document that may have been a feed.
    #[error(
        "the document ends in its head, before anything of a feed: it was cut off on its way, or is not yet whole"
    )]
    Cut,
    /// More than is read.
    #[error("the document has {bytes} bytes; at most {MAX_BYTES} are read")]
    TooLarge {
        /// Its length.
        bytes: usize,
    },
}

fn titled(title: &Option<String>) -> impl fmt::Display {
    title.as_ref().map(|title| format!(" ({title:?})")).unwrap_or_default()
}

fn offered(feeds: &[String]) -> impl fmt::Display {
    if feeds.is_empty() { String::new() } else { format!("; it links to {}", feeds.join(", ")) }
}

/// Files that servers send in place of feeds, by their first bytes.
const MAGIC: &[(&[u8], &str)] = &[
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive"),
    (b"\x1f\x8b", "gzip-compressed data"),
    (b"\x28\xb5\x2f\xfd", "zstd-compressed data"),
    (b"ID3", "an MP3 recording"),
    (b"RIFF", "a RIFF medium"),
    (b"\x7fELF", "a program"),
    (b"\x4c\x6f\xa7\x94\x93", "text in EBCDIC, an encoding that is not read"),
];

/// Refuses what cannot be a document before it is decoded.
pub(super) fn bytes(bytes: &[u8]) -> Result<(), NotAFeed> {
    if bytes.len() > MAX_BYTES {
        return Err(NotAFeed::TooLarge { bytes: bytes.len() });
    }
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(NotAFeed::Empty);
    }
    match MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        Some((_, kind)) => Err(NotAFeed::Binary { kind }),
        None => Ok(()),
    }
}

/// Where the document starts: behind white space, and behind whatever a server wrote before it.
pub(super) fn start(text: &str, repairs: &mut Repairs) -> usize {
    let head = &text.as_bytes()[..text.len().min(HEAD)];
    let blank = head.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
    let declaration = memchr::memmem::find(head, b"<?xml ");
    if matches!(head.get(blank), Some(b'<')) {
        // White space or a comment before the declaration is an error of XML, and harmless.
        if declaration.is_some_and(|at| at > 0 && !within_markup(&text[..at])) {
            repairs.at(Mend::LeadingBytes, 0);
        }
        return blank;
    }
    if is_json(&text[blank..]) {
        return blank;
    }
    match [declaration, root_at(head)].into_iter().flatten().min() {
        Some(at) => {
            repairs.at(Mend::LeadingBytes, 0);
            at
        }
        None => blank,
    }
}

/// Whether a text is JSON, by how it starts.
pub(super) fn is_json(text: &str) -> bool {
    let list = |rest: &str| rest.trim_start().starts_with(['{', '[', '"', ']']);
    text.starts_with('{') || text.strip_prefix('[').is_some_and(list)
}

/// Whether the text ends inside an element or section, so that a declaration there is part of it.
fn within_markup(before: &str) -> bool {
    before.contains("<![CDATA[") || before.to_ascii_lowercase().contains("<rss") || before.contains("<feed")
}

/// Where the tag of a feed's root stands.
fn root_at(head: &[u8]) -> Option<usize> {
    let roots: [&[u8]; 4] = [b"<rss", b"<feed", b"<rdf:RDF", b"<RSS"];
    roots.iter().filter_map(|root| memchr::memmem::find(head, root)).min()
}

/// The root element of a feed, entered, and its format; or what the document is instead.
pub(super) fn root(cursor: &mut Cursor<'_>) -> Result<(Element, Format), NotAFeed> {
    let mut first = None;
    while let Some(element) = cursor.any_element() {
        if let Some(format) = format(cursor, &element) {
            if first.is_some() {
                cursor.mend(Mend::LeadingBytes);
            }
            return Ok((element, format));
        }
        let name = element.name().to_owned();
        first.get_or_insert_with(|| cursor.last_name().to_owned());
        if name == "html" || name == "opml" || cursor.offset() > HEAD {
            break;
        }
    }
    Err(instead(cursor, first))
}

/// The format that a root element stands for.
fn format(cursor: &mut Cursor<'_>, root: &Element) -> Option<Format> {
    let version = cursor.attr("version").map(|version| version.trim().to_owned());
    let version = version.as_deref();
    match root.name() {
        "rss" if root.ns != Ns::Unknown => Some(rss(cursor, version)),
        "rdf" => Some(rdf(cursor)),
        "feed" if matches!(root.ns, Ns::Atom | Ns::Core | Ns::Unknown) => {
            let old = version.is_some_and(|version| version.starts_with("0."));
            let old = old || cursor.declares("purl.org/atom/ns");
            if root.ns != Ns::Atom {
                cursor.mend(Mend::NoNamespace);
            }
            cursor.set_home(Ns::Atom);
            Some(if old { Format::Atom03 } else { Format::Atom10 })
        }
        "entry" if root.ns == Ns::Atom => Some(Format::Atom10),
        "channel" if cursor.declares("purl.org/net/rss1.1") => Some(Format::Rss11),
        "channel" if root.ns == Ns::Core => Some(Format::Cdf),
        _ => None,
    }
}

fn rss(cursor: &mut Cursor<'_>, version: Option<&str>) -> Format {
    cursor.set_home(Ns::Core);
    match version.unwrap_or_default() {
        "0.90" | "0.9" => Format::Rss090,
        "0.91" => Format::Rss091,
        "0.92" => Format::Rss092,
        "0.93" => Format::Rss093,
        "0.94" => Format::Rss094,
        "1.0" => Format::Rss10,
        known => {
            if !known.starts_with('2') {
                cursor.mend(Mend::UnknownVersion);
            }
            Format::Rss20
        }
    }
}

fn rdf(cursor: &mut Cursor<'_>) -> Format {
    if cursor.declares("netscape.com/rdf/simple/0.9") { Format::Rss090 } else { Format::Rss10 }
}

/// What a document without a feed is.
fn instead(cursor: &mut Cursor<'_>, root: Option<String>) -> NotAFeed {
    let text = cursor.document();
    let lower = root.as_deref().unwrap_or_default().to_ascii_lowercase();
    let page = [
        "html",
        "head",
        "body",
        "div",
        "p",
        "br",
        "title",
        "meta",
        "script",
        "h1",
        "center",
        "style",
        "link",
        "base",
        "noscript",
        "template",
        "main",
        "header",
        "footer",
        "nav",
        "section",
        "article",
        "aside",
        "form",
        "table",
        "ul",
        "ol",
        "dl",
        "span",
        "a",
        "b",
        "i",
        "em",
        "strong",
        "font",
        "img",
        "iframe",
        "h2",
        "h3",
        "h4",
        "hr",
        "pre",
        "blockquote",
        "figure",
        "button",
        "input",
        "svg",
        "frameset",
    ];
    match root {
        None if text.trim().is_empty() => NotAFeed::Empty,
        None if text.contains('\u{fffd}') => NotAFeed::Binary { kind: "binary data" },
        None if doctype_is_html(text) => page_of(text),
        None if ends_in_head(text) => NotAFeed::Cut,
        None => NotAFeed::Text { start: text.trim().chars().take(40).collect() },
        Some(_) if lower == "opml" => NotAFeed::Opml,
        Some(_) if page.contains(&lower.as_str()) || doctype_is_html(text) => page_of(text),
        Some(root) => NotAFeed::Xml { root },
    }
}

/// Whether a text in which no element begins has what stands before one, or the start of a feed's tag.
fn ends_in_head(text: &str) -> bool {
    let text = text.trim_start();
    text.starts_with("<?") || text.starts_with('<') && root_at(text.as_bytes()) == Some(0)
}

fn doctype_is_html(text: &str) -> bool {
    let head: String = text.trim_start().chars().take(200).collect::<String>().to_ascii_lowercase();
    head.contains("<!doctype html")
}

/// A web page's title, and the feeds it links to (`<link rel="alternate" type="application/rss+xml">`).
fn page_of(text: &str) -> NotAFeed {
    let (mut title, mut feeds) = (None, Vec::new());
    let mut cursor = Cursor::new(text, Repairs::new());
    while let Some(element) = cursor.any_element() {
        match element.name() {
            "title" if title.is_none() => {
                let value = cursor.value(&element, &[]);
                title = Some(plain::of_html(&value.text)).filter(|title| !title.is_empty());
            }
            "link" if feeds.len() < 20 => feeds.extend(feed_link(&mut cursor)),
            "body" => break,
            _ => {}
        }
    }
    NotAFeed::Html { title, feeds }
}

fn feed_link(cursor: &mut Cursor<'_>) -> Option<String> {
    let kind = cursor.attr("type")?.to_ascii_lowercase();
    let alternate = cursor.attr("rel")?.to_ascii_lowercase().contains("alternate");
    let feed = kind.contains("rss") || kind.contains("atom") || kind.contains("feed+json");
    let href = cursor.attr("href")?;
    if alternate && feed { links::absolute(&href, None) } else { None }
}

/// Whether an HTTP content type fits what the document is: any XML for XML, any JSON for JSON.
pub(super) fn type_fits(content_type: &str, json: bool) -> bool {
    let kind = content_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    if kind.is_empty() || kind == "application/octet-stream" {
        return true;
    }
    if json {
        kind.contains("json")
    } else {
        kind.contains("xml") || kind.contains("rss") || kind.contains("cdf")
    }
}
