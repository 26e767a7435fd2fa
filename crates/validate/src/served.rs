//! What a server says of a document, held against what the document says of itself. Only the
//! content type and the addresses count here; that an answer came at all is the caller's business.

use super::rules::{self, Rule};
use super::values::quote;
use super::values::uri::canonical;

/// How a document was served.
#[derive(Debug, Clone, Copy, Default)]
pub struct Served<'a> {
    /// `Content-Type` as received.
    pub content_type: Option<&'a str>,
    /// The address that was asked for and, after redirects, the one that answered. A self link
    /// must name one of them; with none given it is not looked at.
    pub addresses: &'a [String],
}

impl<'a> Served<'a> {
    /// The media type, without parameters.
    fn media_type(&self) -> Option<&'a str> {
        Some(self.content_type?.split(';').next()?.trim()).filter(|kind| !kind.is_empty())
    }

    /// The `charset` parameter.
    pub(super) fn charset(&self) -> Option<&'a str> {
        self.content_type?.split(';').skip(1).find_map(|parameter| {
            let (name, value) = parameter.split_once('=')?;
            name.trim().eq_ignore_ascii_case("charset").then(|| value.trim().trim_matches('"'))
        })
    }

    /// Whether an address is one of those it was served from.
    pub(super) fn is_from(&self, address: &str) -> bool {
        let normal = |text: &str| canonical(text.split('#').next().unwrap_or_default());
        let wanted = normal(address);
        self.addresses.iter().any(|known| known == address || (wanted.is_some() && normal(known) == wanted))
    }

    /// What is wrong with the media type for a document of `format`.
    pub(super) fn media_fault(&self, format: &str) -> Option<(&'static Rule, String)> {
        let kind = self.media_type()?;
        let lower = kind.to_ascii_lowercase();
        let family = format.split('-').next().unwrap_or_default();
        let own: &[&str] = match family {
            "atom" => &["application/atom+xml"],
            "rss" if matches!(format, "rss-0.90" | "rss-1.0" | "rss-1.1") => {
                &["application/rss+xml", "application/rdf+xml"]
            }
            "rss" => &["application/rss+xml"],
            "json" => &["application/feed+json", "application/json"],
            "opml" => &["text/x-opml", "text/x-opml+xml", "application/xml", "text/xml"],
            "sitemap" => &["application/xml", "text/xml"],
            _ => return None,
        };
        if own.contains(&lower.as_str()) {
            return None;
        }
        if family != "json" && matches!(lower.as_str(), "text/xml" | "application/xml") {
            let message =
                format!("the server says {}, which any XML may be; {} is meant", quote(kind), own[0]);
            return Some((rules::NON_SPECIFIC_MEDIA_TYPE, message));
        }
        let message = format!("the server says {}; a document of this format is {}", quote(kind), own[0]);
        Some((rules::UNEXPECTED_CONTENT_TYPE, message))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn served<'a>(content_type: &'a str, addresses: &'a [String]) -> Served<'a> {
        Served { content_type: Some(content_type), addresses }
    }

    #[test]
    fn media_types_fit_their_formats() {
        let code =
            |kind: &str, format: &str| served(kind, &[]).media_fault(format).map(|(rule, _)| rule.code);
        assert_eq!(code("application/rss+xml; charset=utf-8", "rss-2.0"), None);
        assert_eq!(code("application/rdf+xml", "rss-1.0"), None);
        assert_eq!(code("application/rdf+xml", "rss-2.0"), Some("unexpected-content-type"));
        assert_eq!(code("application/atom+xml;type=feed", "atom-1.0"), None);
        assert_eq!(code("Text/XML", "atom-1.0"), Some("non-specific-media-type"));
        assert_eq!(code("application/xml", "sitemap"), None);
        assert_eq!(code("application/feed+json", "json-feed-1.1"), None);
        assert_eq!(code("text/html", "rss-2.0"), Some("unexpected-content-type"));
        assert_eq!(code("text/html", "unknown"), None);
    }

    #[test]
    fn the_charset_is_found_among_parameters() {
        assert_eq!(served("text/xml; a=b; Charset=\"UTF-8\"", &[]).charset(), Some("UTF-8"));
        assert_eq!(served("text/xml", &[]).charset(), None);
    }

    #[test]
    fn a_self_link_may_be_spelt_differently() {
        let addresses = ["http://a.example/rss.xml".to_owned()];
        let served = served("", &addresses);
        assert!(served.is_from("HTTP://A.example:80/rss.xml#top"));
        assert!(!served.is_from("https://a.example/rss.xml"));
    }
}
