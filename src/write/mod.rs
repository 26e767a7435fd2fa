//! A feed to RSS, Atom, JSON Feed, HTML and OPML bytes; the same feed gives the same bytes.
//!
//! Takes feeds as `compose` left them: cleaned, ordered, credited. Whatever stands in them, what
//! comes out is well-formed: forbidden characters are dropped, addresses that cannot be written
//! are left out rather than written wrong. No clock: `updated` is what the feed says.

mod atom;
mod card;
mod error;
mod extension;
mod facts;
mod frame;
mod html;
mod json;
mod moved;
mod opml;
mod podcast;
mod rss;
mod safe;
mod sitemap;
mod xml;

pub use atom::as_atom;
pub use card::{SectionCard, SourceCard};
pub use error::Error;
pub use frame::{Archive, Format, Frame, Place, path};
pub use html::index;
pub use moved::{moved, with_new_address};
pub use opml::{MOST_OPML, opml, opml_parts};
pub use rss::as_rss;
pub use sitemap::{MOST_NEWS, news_sitemap};

pub use crate::model::Outline;

use crate::model::Feed;

/// One document of a composed feed.
///
/// Entries without id and link, or without any text, are left out.
///
/// # Errors
/// None for any feed; see [`Error`].
pub fn feed(format: Format, feed: &Feed, frame: &Frame<'_>) -> Result<Vec<u8>, Error> {
    match format {
        Format::Rss => xml::rss(feed, frame),
        Format::Atom => xml::atom(feed, frame),
        Format::Json => json::document(feed, frame).map_err(Error::of("JSON Feed")),
        Format::Html => html::section(feed, frame),
    }
}

/// `feed.css`: how RSS and Atom documents look when a browser opens them.
pub fn stylesheet() -> &'static str {
    include_str!("feed.css")
}
