//! Podcasting 2.0: what the namespace of the Podcast Index says of a few elements. The others pass: the
//! namespace grows by the year.

use super::super::element::{Check, Content, Element, element, may};
use super::super::namespaces::Ns;
use super::super::rules;
use super::super::values::quote;
use super::super::walk::{Frame, Walk};

const fn podcast(name: &'static str, content: Content) -> Element {
    element(Ns::Podcast, name, content)
}

/// In a channel.
pub(super) const CHANNEL: &[Element] = &[
    podcast("guid", Content::Text(&[Check::Look(guid)])).once(),
    podcast("locked", Content::Text(&[Check::OneOfAnyCase(&["yes", "no"], rules::INVALID_PODCAST_LOCKED)]))
        .once()
        .attributes(&[may("owner", &[])]),
    podcast("medium", Content::Text(&[Check::OneOf(MEDIA, rules::INVALID_PODCAST_MEDIUM)])).once(),
];

/// In an item.
pub(super) const ITEM: &[Element] = &[
    podcast("transcript", Content::Anything).at_start(transcript),
    podcast("chapters", Content::Anything).at_start(chapters),
];

/// What a feed may be made of; a list of it ends in `L`.
const MEDIA: &[&str] = &[
    "podcast",
    "music",
    "video",
    "film",
    "audiobook",
    "newsletter",
    "blog",
    "publisher",
    "course",
    "mixed",
    "podcastL",
    "musicL",
    "videoL",
    "filmL",
    "audiobookL",
    "newsletterL",
    "blogL",
    "publisherL",
    "courseL",
];

/// Types of transcripts.
const TRANSCRIPTS: &[&str] = &[
    "text/plain",
    "text/html",
    "text/vtt",
    "application/json",
    "application/x-subrip",
    "application/srt",
    "text/srt",
];

/// Whether it is a UUID.
fn guid(walk: &mut Walk<'_>, frame: &Frame<'_>) {
    let value = frame.value.trim();
    let groups = value.split('-').map(str::len);
    let is_uuid = groups.eq([8, 4, 4, 4, 12]) && value.bytes().all(|b| b.is_ascii_hexdigit() || b == b'-');
    if !is_uuid {
        walk.note(rules::INVALID_PODCAST_GUID, frame.value_place(), format!("{} is no UUID", quote(value)));
    }
}

fn transcript(walk: &mut Walk<'_>, frame: &Frame<'_>) {
    let kind = frame.plain("type").split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    if frame.plain("url").is_empty() || !TRANSCRIPTS.contains(&kind.as_str()) {
        let message = format!("a transcript without address, or of the type {}", quote(&kind));
        walk.note(rules::INVALID_PODCAST_TRANSCRIPT, frame.at, message);
    }
}

fn chapters(walk: &mut Walk<'_>, frame: &Frame<'_>) {
    if frame.plain("url").is_empty() || !frame.plain("type").contains("json") {
        walk.note(
            rules::INVALID_PODCAST_CHAPTERS,
            frame.at,
            format!("chapters without address, or of the type {}", quote(frame.plain("type"))),
        );
    }
}
