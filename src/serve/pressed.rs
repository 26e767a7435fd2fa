//! Documents in gzip for those who take it: a feed shrinks to a fifth and is asked for often.

use std::io::{self, Read};

use flate2::Compression;
use flate2::write::GzEncoder;
use hyper::HeaderMap;
use hyper::header::ACCEPT_ENCODING;

/// Below this it is not worth the header.
const WORTH_IT: u64 = 1024;
/// Above this it is given out as it is.
const TOO_LARGE: u64 = 16 << 20;
/// Media types of text that do not say so.
const TEXTS: &[&str] = &[
    "application/rss+xml",
    "application/atom+xml",
    "application/feed+json",
    "application/xml",
    "application/json",
    "image/svg+xml",
];

/// Whether the asker takes gzip (RFC 9110 12.5.3): named, or covered by `*`, and not with a weight of zero.
pub(super) fn is_accepted(asked: &HeaderMap) -> bool {
    let lists = asked.get_all(ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok());
    let weights = lists.flat_map(|list| list.split(',')).map(weighted);
    let (mut named, mut any) = (None, None);
    for (coding, wanted) in weights {
        match coding.as_str() {
            "gzip" | "x-gzip" => named = Some(wanted),
            "*" => any = Some(wanted),
            _ => {}
        }
    }
    named.or(any).unwrap_or(false)
}

/// One element of the list: the coding, and whether its weight is above zero.
fn weighted(element: &str) -> (String, bool) {
    let mut parts = element.split(';').map(str::trim);
    let coding = parts.next().unwrap_or_default().to_ascii_lowercase();
    let weight = parts.find_map(|part| part.strip_prefix("q=").or_else(|| part.strip_prefix("Q=")));
    let wanted = weight.is_none_or(|weight| weight.trim().parse::<f32>().is_ok_and(|weight| weight > 0.0));
    (coding, wanted)
}

/// Whether a document is given out in gzip: text that is neither tiny nor so large that its compressed form
/// is not kept.
pub(super) fn is_worth_it(length: u64, media_type: &str) -> bool {
    let is_text = media_type.starts_with("text/") || TEXTS.contains(&plain(media_type));
    is_text && (WORTH_IT..=TOO_LARGE).contains(&length)
}

/// The media type without its parameters.
fn plain(media_type: &str) -> &str {
    media_type.split(';').next().unwrap_or_default()
}

/// The document in gzip. The same bytes give the same bytes.
pub(super) fn pressed(document: &mut impl Read) -> io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    io::copy(document, &mut encoder)?;
    let mut bytes = encoder.finish()?;
    bytes.shrink_to_fit();
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_of_a_fair_size_is_given_out_in_gzip() {
        for media_type in ["application/rss+xml; charset=utf-8", "text/css; charset=utf-8", "image/svg+xml"] {
            assert!(is_worth_it(1024, media_type) && is_worth_it(TOO_LARGE, media_type));
            assert!(!is_worth_it(1023, media_type) && !is_worth_it(TOO_LARGE + 1, media_type));
        }
        for media_type in ["image/png", "application/octet-stream"] {
            assert!(!is_worth_it(4096, media_type), "{media_type}");
        }
    }

    #[test]
    fn gzip_is_taken_where_it_is_named_or_covered_and_not_refused() {
        let takes = |value: &'static str| {
            is_accepted(&HeaderMap::from_iter([(ACCEPT_ENCODING, value.parse().unwrap())]))
        };
        for value in ["gzip", "br, GZIP;q=0.5", "*", "identity;q=0, *;q=0.1", "gzip;Q=1"] {
            assert!(takes(value), "{value}");
        }
        for value in ["", "br", "gzip;q=0", "*, gzip; q=0.0", "gzipped", "gzip;q=often"] {
            assert!(!takes(value), "{value}");
        }
        assert!(!is_accepted(&HeaderMap::new()));
    }
}
