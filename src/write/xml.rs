//! XML documents: our declaration and stylesheet line, then the bytes of the format's crate.

use std::mem;

use atom_syndication::WriteConfig;
use memchr::{memchr, memmem};

use crate::model::Feed;

use super::error::Error;
use super::frame::Frame;
use super::{atom, rss};

/// Upper case, since validators know this spelling.
pub(super) const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

/// An RSS document.
pub(super) fn rss(feed: &Feed, frame: &Frame<'_>) -> Result<Vec<u8>, Error> {
    let channel = rss::channel(feed, Some(frame));
    let theirs = channel.pretty_write_to(Vec::new(), b' ', 2).map_err(Error::of("RSS"))?;
    // The crate's own declaration gives way to ours.
    let root = memmem::find(&theirs, b"<rss").unwrap_or(0);
    let mut bytes = head(frame);
    bytes.reserve(theirs.len() + theirs.len() / 64);
    copy_with_numeric_references(&theirs[root..], &mut bytes);
    bytes.push(b'\n');
    Ok(bytes)
}

/// An Atom document.
pub(super) fn atom(feed: &Feed, frame: &Frame<'_>) -> Result<Vec<u8>, Error> {
    let mut feed = atom::atom_feed(feed, Some(frame));
    let marks = mem::take(&mut feed.extensions);
    let mut bytes = atom_bytes(&feed, frame)?;
    if !marks.is_empty() {
        // The crate would write the feed's own extensions after the entries, which RFC 4287
        // (appendix B, atomFeed) wants last.
        feed.entries.clear();
        let place = before_end(&atom_bytes(&feed, frame)?);
        feed.extensions = marks;
        let marked = atom_bytes(&feed, frame)?;
        let written = marked.get(place..before_end(&marked)).unwrap_or_default();
        bytes.splice(place..place, written.iter().copied());
    }
    bytes.push(b'\n');
    Ok(bytes)
}

fn atom_bytes(feed: &atom_syndication::Feed, frame: &Frame<'_>) -> Result<Vec<u8>, Error> {
    let config = WriteConfig { write_document_declaration: false, indent_size: Some(2) };
    feed.write_with_config(head(frame), config).map_err(Error::of("Atom"))
}

/// Where the last child of the root ends.
fn before_end(xml: &[u8]) -> usize {
    memmem::rfind(xml, b"\n</feed>").unwrap_or(xml.len())
}

fn head(frame: &Frame<'_>) -> Vec<u8> {
    let root = frame.root();
    format!("{DECLARATION}<?xml-stylesheet type=\"text/css\" href=\"{root}feed.css\"?>\n").into_bytes()
}

/// The RSS Advisory Board's profile wants `&#x26;` and `&#x3C;` in texts: readers that decode
/// twice then still show a title that speaks of `<b>`. CDATA sections and tags stay as they are.
///
/// `content:encoded`, which the crate writes late, is moved to its `description`: some readers take the
/// first element that can be a text for the text.
fn copy_with_numeric_references(xml: &[u8], out: &mut Vec<u8>) {
    let mut rest = xml;
    // Where the last description ended, and where the text began that is to follow it.
    let (mut described, mut full) = (None, 0);
    while let Some(at) = memchr(b'<', rest) {
        let (text, markup) = rest.split_at(at);
        if markup.starts_with(FULL_TEXT) {
            // With the blanks before it.
            full = out.len();
        }
        copy_text(text, out);
        let end: &[u8] = if markup.starts_with(b"<![CDATA[") { b"]]>" } else { b">" };
        let past = memmem::find(markup, end).map_or(markup.len(), |at| at + end.len());
        out.extend_from_slice(&markup[..past]);
        match &markup[..past] {
            b"</description>" => described = Some(out.len()),
            b"</content:encoded>" => {
                if let Some(place) = described.take() {
                    let length = out.len() - full;
                    out[place..].rotate_right(length);
                }
            }
            b"<item>" => described = None,
            _ => {}
        }
        rest = &markup[past..];
    }
    copy_text(rest, out);
}

const FULL_TEXT: &[u8] = b"<content:encoded>";

fn copy_text(mut text: &[u8], out: &mut Vec<u8>) {
    while let Some(at) = memchr(b'&', text) {
        out.extend_from_slice(&text[..at]);
        let numeric = REFERENCES.iter().find(|(named, _)| text[at..].starts_with(named));
        let (named, written) = numeric.copied().unwrap_or((b"&", b"&"));
        out.extend_from_slice(written);
        text = &text[at + named.len()..];
    }
    out.extend_from_slice(text);
}

/// What the crate writes, and what stands in its place.
const REFERENCES: [(&[u8], &[u8]); 2] = [(b"&amp;", b"&#x26;"), (b"&lt;", b"&#x3C;")];
