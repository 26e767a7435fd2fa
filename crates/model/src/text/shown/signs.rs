//! What a picture among words says.

use memchr::memchr;

use super::tag::{self, Tag};

/// The character that a picture stands for, if the tag at `start` is such a picture's.
pub(in crate::text) fn sign(html: &str, start: usize) -> Option<String> {
    const LONGEST: usize = 32;
    let tag = Tag::at(html, start)?;
    let alt = tag.said("alt").filter(|alt| alt.len() <= LONGEST)?;
    let class = tag.attribute("class").unwrap_or_default().to_ascii_lowercase();
    let is_called = ["emoji", "smil", "emoticon"].iter().any(|word| class.contains(word));
    let is_keycap = alt.contains('\u{20e3}');
    let letters = alt.chars().any(|c| c.is_alphanumeric() && !is_keycap);
    let is_drawn = alt.chars().any(|c| c >= '\u{2190}');
    (is_called || is_drawn && !letters).then(|| alt.into_owned())
}

/// What the first picture or frame of HTML that has a name is called.
pub fn name(html: &str) -> Option<String> {
    let mut at = 0;
    while let Some(found) = memchr(b'<', &html.as_bytes()[at..]) {
        let start = at + found;
        at = start + 1;
        if !tag::begins(html, start) {
            continue;
        }
        let tag = Tag::at(html, start)?;
        at = tag.end;
        let names: &[&str] = match tag.name.to_ascii_lowercase().as_str() {
            "img" | "amp-img" => &["alt", "title"],
            "iframe" | "video" | "audio" | "embed" | "object" => &["title", "aria-label"],
            _ => &[],
        };
        if let Some(name) = names.iter().find_map(|name| tag.said(name)) {
            return Some(name.into_owned());
        }
    }
    None
}
