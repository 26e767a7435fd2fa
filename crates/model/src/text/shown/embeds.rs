//! What stands in a frame that cannot stay: where it leads, and what it is called.

use crate::text::escape::push_attribute;
use std::borrow::Cow;

use super::pictures::{self, is_usable};
use super::tag::Tag;

/// Where films are, by the element that shows them: what stands before and behind the film's own name.
const PLAYERS: [(&str, &str, &str); 11] = [
    ("amp-youtube", "data-videoid", "https://www.youtube.com/watch?v="),
    ("lite-youtube", "videoid", "https://www.youtube.com/watch?v="),
    ("youtube-video", "videoid", "https://www.youtube.com/watch?v="),
    ("amp-vimeo", "data-videoid", "https://vimeo.com/"),
    ("lite-vimeo", "videoid", "https://vimeo.com/"),
    ("amp-dailymotion", "data-videoid", "https://www.dailymotion.com/video/"),
    ("amp-instagram", "data-shortcode", "https://www.instagram.com/p/"),
    ("amp-twitter", "data-tweetid", "https://twitter.com/i/status/"),
    ("amp-soundcloud", "data-trackid", "https://api.soundcloud.com/tracks/"),
    ("amp-facebook", "data-href", ""),
    ("oembed", "url", ""),
];

/// Whether an element is one that shows what stands elsewhere, by a script.
pub(super) fn is_player(tag: &Tag<'_>) -> bool {
    PLAYERS.iter().any(|(name, ..)| tag.is(name))
}

/// Whether an embed plays a film or sound, by its address.
pub(super) fn plays(tag: &Tag<'_>) -> bool {
    let Some(address) = address(tag) else { return false };
    let lower = address.to_ascii_lowercase();
    ["/embed", "player", "/video", "youtube", "vimeo", "soundcloud", "/audio"]
        .iter()
        .any(|part| lower.contains(part))
}

/// The link that is left of an embed, as HTML; nothing where it shows nothing.
pub(super) fn link(tag: &Tag<'_>) -> String {
    let Some(address) = address(tag) else { return String::new() };
    let name = ["title", "aria-label", "alt", "name"]
        .iter()
        .find_map(|name| tag.said(name).filter(|it| is_name(it)));
    linked(&page(&address), name.as_deref())
}

/// A link that is called by its name, else by its host.
pub(super) fn linked(address: &str, name: Option<&str>) -> String {
    let mut out = String::from("<a href=\"");
    push_attribute(address, &mut out);
    out.push_str("\">");
    push_attribute(name.unwrap_or_else(|| host(address)), &mut out);
    out.push_str("</a>");
    out
}

fn address<'h>(tag: &Tag<'h>) -> Option<Cow<'h, str>> {
    if let Some((_, name, before)) = PLAYERS.iter().find(|(known, ..)| tag.is(known)) {
        let value = tag.said(name)?;
        let plain = before.is_empty()
            || value.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte));
        return Some(Cow::Owned(format!("{before}{value}"))).filter(|address| plain && is_usable(address));
    }
    // What is no larger than a point counts visits.
    let small =
        |name: &str| tag.attribute(name).is_some_and(|size| matches!(&*size, "0" | "1" | "0px" | "1px"));
    if small("width") && small("height") {
        return None;
    }
    let data = || tag.said("data").filter(|data| is_usable(data));
    pictures::address(tag).or_else(|| if tag.is("object") { data() } else { None })
}

/// A name of the frame for a person: not `frame_1`.
fn is_name(name: &str) -> bool {
    name.contains(char::is_whitespace) || !name.is_ascii()
}

/// The page of what a player shows, where the player alone shows nothing.
fn page(address: &str) -> Cow<'_, str> {
    let rest = address.strip_prefix("https:").or_else(|| address.strip_prefix("http:")).unwrap_or(address);
    let Some(rest) = rest.strip_prefix("//") else { return Cow::Borrowed(address) };
    let rest = rest.strip_prefix("www.").unwrap_or(rest);
    let film =
        rest.strip_prefix("youtube.com/embed/").or_else(|| rest.strip_prefix("youtube-nocookie.com/embed/"));
    let film = film.map(|film| film.split(['?', '&', '#', '/']).next().unwrap_or_default());
    match film {
        Some(film) if !film.is_empty() && film != "videoseries" && film != "live_stream" => {
            Cow::Owned(format!("https://www.youtube.com/watch?v={film}"))
        }
        _ => Cow::Borrowed(address),
    }
}

/// The host of an address; the address, where it has none.
fn host(address: &str) -> &str {
    let rest = address.split_once("//").map_or("", |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = host.rsplit('@').next().unwrap_or_default();
    let host = host.strip_prefix("www.").unwrap_or(host);
    if host.is_empty() { address } else { host }
}
