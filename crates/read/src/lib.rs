//! Any feed's bytes to the model, forgiving whatever can be forgiven.
//!
//! Start at [`feed`]. Precedence among elements that say the same is in `find.rs`, what was mended
//! in `repairs.rs`, and the one door for HTML in [`html`].

mod atom;
mod base64;
mod cdf;
mod cursor;
mod detect;
mod draft;
mod dublin;
mod elements;
mod encoding;
mod find;
pub mod html;
mod json;
mod json_value;
mod limits;
mod links;
mod lists;
mod markup;
mod media;
mod modules;
mod names;
mod opml;
mod outline;
pub mod page;
mod people;
mod pieces;
mod podcasts;
mod repairs;
mod rss;
mod scan;
mod settle;
mod titles;
mod unescape;
mod values;

pub use detect::NotAFeed;
pub use opml::{NotAList, opml};

use cursor::Cursor;
use encoding::Encoded;
use pieces::Read;
use repairs::{Mend, Repairs};

use copydesk_model::{Format, Hints, Reading, Shared};

/// Reads a feed of any format: RSS 0.90 to 2.0, Atom 0.3 and 1.0, JSON Feed, CDF.
///
/// `hints` are believed only where the bytes do not know better. Texts are as the publisher wrote
/// them, with the base of their addresses; [`html::clean`] makes them fit to publish. Addresses are
/// absolute where a base is known, times in UTC, absent facts absent. Time and memory are linear in
/// the number of bytes; at most 64 MiB are read.
///
/// # Errors
/// [`NotAFeed`] says what the bytes are instead. A broken feed is no error: see [`Reading::repairs`].
///
/// ```
/// use copydesk_model::{Hints, Mend};
/// let bytes = b"<rss version='2.0'><channel><title>AT&T</title><item><link>/a</link></item></channel></rss>";
/// let hints = Hints { base_url: Some("https://desk.example/feed"), content_type: None };
/// let reading = copydesk_read::feed(bytes, &hints)?;
/// assert_eq!(reading.feed.title.unwrap().value, "AT&T");
/// assert_eq!(reading.feed.entries[0].link.as_deref(), Some("https://desk.example/a"));
/// assert!(reading.repairs[0].kind == Mend::BareAmpersand);
/// # Ok::<(), copydesk_read::NotAFeed>(())
/// ```
pub fn feed(bytes: &[u8], hints: &Hints<'_>) -> Result<Reading, NotAFeed> {
    detect::bytes(bytes)?;
    let mut repairs = Repairs::new();
    let encoded = encoding::find(bytes, hints, &mut repairs);
    let read = match pieces::xml(&encoded, hints, &repairs) {
        Some(read) => read,
        None => whole(&encoded, hints, repairs)?,
    };
    let Read { format, mut feed, mut repairs } = read;
    let json = matches!(format, Format::Json10 | Format::Json11);
    if hints.content_type.is_some_and(|kind| !detect::type_fits(kind, json)) {
        repairs.note(Mend::WrongType);
    }
    settle::feed(&mut feed, format, hints.base_url, &mut repairs);
    Ok(Reading { format, encoding: encoded.label(), repairs: repairs.tell(), feed })
}

/// Reads a document from its whole text.
fn whole(encoded: &Encoded<'_>, hints: &Hints<'_>, mut repairs: Repairs) -> Result<Read, NotAFeed> {
    let text = encoding::without_controls(encoded.text(&mut repairs), &mut repairs);
    let start = detect::start(&text, &mut repairs);
    let document = &text[start..];
    let (format, feed, mut repairs) = if detect::is_json(document) {
        let (format, feed) = json::feed(document, &mut repairs)?;
        (format, feed, repairs)
    } else {
        let mut cursor = Cursor::new(document, repairs);
        cursor.set_base(hints.base_url.map(Shared::from));
        let (root, format) = detect::root(&mut cursor)?;
        let mut feed = draft::Draft::default();
        elements::root(&mut cursor, &root, &mut feed);
        (format, feed.into_feed(), cursor.finish())
    };
    repairs.place(document, 0);
    Ok(Read { format, feed, repairs })
}
