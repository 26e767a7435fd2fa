//! What stands at an address that a section had: a page that leads on, and what a podcast's feed says there.

use crate::model::{Section, Site};
use crate::text::escape;

use super::safe;

/// A page that leads from a folder of before to the section's own, at once and for search engines too.
pub fn moved(site: &Site, section: &Section) -> Vec<u8> {
    let quoted = |text: &str| escape::attribute(text).into_owned();
    let language = section.language.as_deref().unwrap_or(&site.language);
    let title = safe::line(&section.title);
    let address = format!("{}/{}/", site.base_url.trim_end_matches('/'), section.slug);
    format!(
        "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n\
         <meta http-equiv=\"refresh\" content=\"0; url=../{2}/\">\n<link rel=\"canonical\" href=\"{3}\">\n</head>\n\
         <body>\n<p><a href=\"../{2}/\">{1}</a></p>\n</body>\n</html>\n",
        quoted(&safe::language(language).unwrap_or_else(|| "en".to_owned())),
        quoted(&title),
        section.slug,
        quoted(&address),
    )
    .into_bytes()
}

/// The RSS document of a podcast, with the word by which directories follow it to its new address.
pub fn with_new_address(document: Vec<u8>, site: &Site, successor: &str) -> Vec<u8> {
    const CHANNEL: &str = "<channel>";
    let Ok(text) = String::from_utf8(document) else { return Vec::new() };
    let address = format!("{}/{successor}", site.base_url.trim_end_matches('/'));
    let moved = format!("{CHANNEL}<itunes:new-feed-url>{}</itunes:new-feed-url>", escape::text(&address));
    text.replacen(CHANNEL, &moved, 1).into_bytes()
}
