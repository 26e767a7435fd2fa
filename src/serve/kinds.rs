//! What a document is, by its name: media type, and whether it is a feed.

use crate::write::Format;

/// Of what is no document of a section: end of the name, media type.
const KINDS: &[(&str, &str)] = &[
    (".xml", "application/xml; charset=utf-8"),
    (".json", "application/json; charset=utf-8"),
    (".html", "text/html; charset=utf-8"),
    (".css", "text/css; charset=utf-8"),
    (".opml", "text/x-opml; charset=utf-8"),
    (".txt", "text/plain; charset=utf-8"),
    (".svg", "image/svg+xml"),
    (".png", "image/png"),
    (".jpg", "image/jpeg"),
    (".webp", "image/webp"),
    (".ico", "image/x-icon"),
];

/// The media type of a document of this name.
pub(super) fn media_type(name: &str) -> &'static str {
    let format = Format::ALL.into_iter().find(|format| name.ends_with(format.file_name()));
    let other = || KINDS.iter().find(|(end, _)| name.ends_with(end)).map(|(_, media_type)| *media_type);
    format.map(Format::media_type).or_else(other).unwrap_or("application/octet-stream")
}

/// The media type for a person who opens the document in a browser: only plain XML is drawn with
/// its stylesheet, a feed's own type is shown as source.
pub(super) fn to_look_at(media_type: &'static str) -> &'static str {
    let is_xml_feed = is_feed(media_type) && media_type.contains("+xml");
    if is_xml_feed { "application/xml; charset=utf-8" } else { media_type }
}

/// Whether a search engine should take the page that a story links to, not this document.
pub(super) fn is_feed(media_type: &str) -> bool {
    Format::ALL.into_iter().any(|format| format.is_feed() && media_type.starts_with(format.mime()))
}
