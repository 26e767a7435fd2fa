//! Where a document stands: its own address, those of its siblings, and the pages around it.
//!
//! The one place that knows how published files are named. Everything a document needs besides
//! the [`Feed`] itself; nothing here is read from a clock or a disk.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::model::{Feed, Link, Site};

use super::safe;

/// A format that feeds are published in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// RSS 2.0.
    Rss,
    /// Atom 1.0.
    Atom,
    /// JSON Feed 1.1.
    Json,
    /// The section page.
    Html,
}

impl Format {
    /// All of them, in the order in which they are offered to people.
    pub const ALL: [Self; 4] = [Self::Rss, Self::Atom, Self::Json, Self::Html];

    /// The formats that archives are written in; the one that says most comes first.
    pub const ARCHIVED: [Self; 2] = [Self::Atom, Self::Rss];

    /// The formats from which what was published is read back; the one that says most comes first.
    pub const READ_BACK: [Self; 3] = [Self::Atom, Self::Json, Self::Rss];

    /// Whether it is for feed readers: the validator judges it, and directories name it.
    pub fn is_feed(self) -> bool {
        self != Self::Html
    }

    /// The word of `[publish] formats`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Rss => "rss",
            Self::Atom => "atom",
            Self::Json => "json",
            Self::Html => "html",
        }
    }

    /// The format of a configuration word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.word() == word)
    }

    /// The file's name in a section's folder.
    pub fn file_name(self) -> &'static str {
        match self {
            Self::Rss => "rss.xml",
            Self::Atom => "atom.xml",
            Self::Json => "feed.json",
            Self::Html => "index.html",
        }
    }

    /// MIME type, without a charset.
    pub fn mime(self) -> &'static str {
        let whole = self.media_type();
        whole.split_once(';').map_or(whole, |(mime, _)| mime)
    }

    /// The media type that it is served as.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Rss => "application/rss+xml; charset=utf-8",
            Self::Atom => "application/atom+xml; charset=utf-8",
            Self::Json => "application/feed+json; charset=utf-8",
            Self::Html => "text/html; charset=utf-8",
        }
    }

    /// The name for people.
    pub fn title(self) -> &'static str {
        match self {
            Self::Rss => "RSS",
            Self::Atom => "Atom",
            Self::Json => "JSON Feed",
            Self::Html => "Web page",
        }
    }
}

/// A document's place in the chain of RFC 5005 archives. Archives are numbered from 1, the oldest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Archive {
    /// The number of this document; `None` for the front, which people subscribe to.
    pub own: Option<u32>,
    /// The archive with the entries before this document's.
    pub prev: Option<u32>,
    /// The archive with the entries after this document's.
    pub next: Option<u32>,
}

/// A section as the navigation names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place<'a> {
    /// Title for people.
    pub title: &'a str,
    /// Folder name.
    pub slug: &'a str,
}

/// What a document needs besides its feed.
#[derive(Debug, Clone, Copy)]
pub struct Frame<'a> {
    /// The publishing site.
    pub site: &'a Site,
    /// The section's folder under the publish folder.
    pub slug: &'a str,
    /// The formats the section is published in: each names the others as alternates.
    pub formats: &'a [Format],
    /// The sections of the site, in the order of the navigation; empty for none.
    pub sections: &'a [Place<'a>],
    /// The place among the section's archives.
    pub archive: Archive,
    /// What the page asks of search engines, for the sake of those whose texts it shows: `noindex`, `noai`.
    pub robots: &'a [String],
}

impl Frame<'_> {
    /// Path of this document under the publish folder: `tv/rss.xml`, `tv/archive/0001.rss.xml`.
    pub fn path(&self, format: Format) -> String {
        path(self.slug, format, self.archive.own)
    }

    /// Public address of this document in a format.
    pub fn address(&self, format: Format) -> String {
        self.public(&self.path(format))
    }

    /// Public address of the page that explains `_copydesk` in JSON Feeds.
    pub(super) fn about(&self) -> String {
        self.public("index.html#copydesk")
    }

    /// The way from this document up to the publish folder: `../`, `../../`.
    pub(super) fn root(&self) -> &'static str {
        if self.archive.own.is_some() { "../../" } else { "../" }
    }

    fn public(&self, path: &str) -> String {
        let address = format!("{}/{path}", self.site.base_url.trim_end_matches('/'));
        safe::url(&address).map(Cow::into_owned).unwrap_or(address)
    }
}

/// Path under the publish folder of a section's front, or of one of its archives.
pub fn path(slug: &str, format: Format, archive: Option<u32>) -> String {
    let name = format.file_name();
    match archive {
        None => format!("{slug}/{name}"),
        Some(number) => format!("{slug}/archive/{number:04}.{name}"),
    }
}

/// The links of a whole document: self, alternates, hubs, licence, archives. Without a frame
/// only those that the feed itself knows.
pub(super) fn links(feed: &Feed, frame: Option<&Frame<'_>>, format: Format) -> Vec<Link> {
    let own = frame.map(|frame| frame.address(format)).or_else(|| feed.self_link.clone());
    let mut links = Vec::new();
    links.extend(own.and_then(|own| link("self", &own, Some(format.mime()))));
    links.extend(feed.link.as_deref().and_then(|page| link("alternate", page, Some(Format::Html.mime()))));
    if let Some(frame) = frame {
        let front = Frame { archive: Archive::default(), ..*frame };
        for &other in frame.formats.iter().filter(|&&other| other != format && frame.archive.own.is_none()) {
            if other != Format::Html || feed.link.is_none() {
                links.extend(link("alternate", &front.address(other), Some(other.mime())));
            }
        }
        links.extend(archive_links(frame, format));
    }
    links.extend(feed.hubs.iter().filter_map(|hub| link("hub", hub, None)));
    links.extend(feed.license.as_deref().and_then(|license| link("license", license, None)));
    links
}

/// RFC 5005 section 4: `current`, `prev-archive`, `next-archive`.
fn archive_links(frame: &Frame<'_>, format: Format) -> Vec<Link> {
    let Archive { own, prev, next } = frame.archive;
    let to = |number: Option<u32>| frame.public(&path(frame.slug, format, number));
    let current = own.map(|_| ("current", to(None)));
    let prev = prev.map(|number| ("prev-archive", to(Some(number))));
    let next = next.filter(|_| own.is_some()).map(|number| ("next-archive", to(Some(number))));
    let all = [current, prev, next].into_iter().flatten();
    all.filter_map(|(rel, href)| link(rel, &href, Some(format.mime()))).collect()
}

fn link(rel: &str, href: &str, mime: Option<&str>) -> Option<Link> {
    let href = safe::url(href)?.into_owned();
    Some(Link { rel: rel.into(), href, mime: mime.map(Into::into), ..Link::default() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_the_configuration_name_the_formats() {
        for format in Format::ALL {
            assert_eq!(Format::from_word(format.word()), Some(format));
        }
        assert_eq!(Format::from_word("RSS"), None);
    }

    #[test]
    fn paths_are_those_that_readers_have_subscribed_to() {
        let front = Format::ALL.map(|format| path("tv", format, None));
        assert_eq!(front, ["tv/rss.xml", "tv/atom.xml", "tv/feed.json", "tv/index.html"]);
        assert_eq!(path("tv", Format::Atom, Some(1)), "tv/archive/0001.atom.xml");
        assert_eq!(path("tv", Format::Rss, Some(12_345)), "tv/archive/12345.rss.xml");
    }
}
