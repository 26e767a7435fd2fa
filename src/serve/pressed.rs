//! Documents in gzip for those who take it: a feed shrinks to a fifth and is asked for often.

use std::io::Write;

use axum::http::HeaderMap;
use axum::http::header::ACCEPT_ENCODING;
use flate2::Compression;
use flate2::write::GzEncoder;

/// Below this it is not worth the header.
const WORTH_IT: usize = 1024;

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

/// The document in gzip, if it is text and gets smaller. The same bytes give the same bytes.
pub(super) fn pressed(bytes: &[u8], media_type: &str) -> Option<Vec<u8>> {
    if bytes.len() < WORTH_IT || media_type.starts_with("image/") && media_type != "image/svg+xml" {
        return None;
    }
    let mut encoder = GzEncoder::new(Vec::with_capacity(bytes.len() / 4), Compression::default());
    let smaller = encoder.write_all(bytes).and_then(|()| encoder.finish()).ok()?;
    (smaller.len() < bytes.len()).then_some(smaller)
}

#[cfg(test)]
mod tests {
    use super::*;

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
