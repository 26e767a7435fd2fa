//! The ids that entries are published under: the origin's own where it is an absolute URI, else a `tag:`.
//!
//! Pure functions of what the origin sent, never of a row or of the time.

use sha2::{Digest, Sha256};

use crate::text::url;

/// The year in our `tag:` URIs (RFC 4151). A constant: ids must not change with the calendar.
const TAG_YEAR: &str = "2026";

/// A `tag:` URI (RFC 4151) made from parts.
pub fn tag(host: &str, parts: &[&str]) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part.as_bytes());
        hash.update([0]);
    }
    let mut tag = format!("tag:{host},{TAG_YEAR}:");
    for half in hash.finalize()[..12].iter().flat_map(|byte| [byte >> 4, byte & 15]) {
        tag.extend(char::from_digit(u32::from(half), 16));
    }
    tag
}

/// Whether a string is an absolute URI (RFC 3986 4.3) that may be published as an id as it stands.
pub fn is_absolute_uri(id: &str) -> bool {
    let Some((scheme, rest)) = id.split_once(':') else { return false };
    let scheme_is_sound = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte));
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~:/?#@!$&'()*+,;=%".contains(&byte);
    let is_sound = match scheme.to_ascii_lowercase().as_str() {
        // The parser forgives missing and additional slashes; an id may not need it.
        "http" | "https" => rest.starts_with("//") && !rest.starts_with("///") && url::is_whole(id),
        "tag" => is_tag(rest),
        "urn" => is_urn(rest),
        _ => true,
    };
    scheme_is_sound && !url::is_script(id) && !rest.is_empty() && rest.bytes().all(allowed) && is_sound
}

/// An address as an id: what no URI may hold is written with percent signs; `None` where it is none then.
pub(super) fn as_uri(address: &str) -> Option<String> {
    if is_absolute_uri(address) {
        return Some(address.to_owned());
    }
    let url = ::url::Url::parse(address).ok()?;
    let mut uri = String::with_capacity(address.len() + 16);
    for c in url.as_str().chars() {
        match c {
            '[' | ']' | '{' | '}' | '|' | '\\' | '^' | '`' | '"' | '<' | '>' | ' ' => {
                uri.push_str(&format!("%{:02X}", u32::from(c)));
            }
            other => uri.push(other),
        }
    }
    Some(uri).filter(|uri| is_absolute_uri(uri))
}

/// RFC 4151 2.1: an authority in lower case, a date, a specific part.
fn is_tag(rest: &str) -> bool {
    let Some((authority, date)) = rest.split_once(',') else { return false };
    let date = date.split(':').next().unwrap_or_default();
    let digits =
        |part: &str, count: usize| part.len() == count && part.bytes().all(|byte| byte.is_ascii_digit());
    let mut parts = date.split('-');
    let year = parts.next().is_some_and(|year| digits(year, 4));
    let host = authority.rsplit('@').next().unwrap_or_default();
    rest.contains(&format!("{date}:"))
        && year
        && parts.clone().count() <= 2
        && parts.all(|part| digits(part, 2))
        && host.starts_with(|c: char| c.is_ascii_alphanumeric())
        && host
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-.".contains(&byte))
}

/// RFC 8141 2: a namespace of two letters or more; a UUID (RFC 9562 4) of the right shape.
fn is_urn(rest: &str) -> bool {
    let Some((namespace, specific)) = rest.split_once(':') else { return false };
    let groups = || specific.split('-').map(str::len).collect::<Vec<_>>();
    let hex = || specific.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-');
    namespace.len() >= 2
        && !specific.is_empty()
        && (!namespace.eq_ignore_ascii_case("uuid") || (groups() == [8, 4, 4, 4, 12] && hex()))
}

#[cfg(test)]
mod tests {
    use super::is_absolute_uri;

    #[test]
    fn uris_with_spaces_or_without_host_are_not_absolute() {
        for id in ["http://a.example/a b", "http:///x", "no-scheme", "", "1http://x", "caf\u{e9}:x"] {
            assert!(!is_absolute_uri(id), "{id}");
        }
        assert!(
            is_absolute_uri("tag:a.example,2005:1") && is_absolute_uri("tag:me@a.example,2005-01-31:1,2:3")
        );
    }

    #[test]
    fn tags_and_urns_of_the_wrong_shape_are_not_absolute() {
        for id in [
            "tag:https://a.example,2025-07-13:/x",
            "tag:A.example,2005:1",
            "tag:a.example,05:1",
            "tag:a.example:1",
        ] {
            assert!(!is_absolute_uri(id), "{id}");
        }
        assert!(
            is_absolute_uri("urn:uuid:225bbb3b-dd1d-4eb2-b1a3-24ba7e6d8a0e") && is_absolute_uri("urn:isbn:1")
        );
        assert!(!is_absolute_uri("urn:uuid:1") && !is_absolute_uri("urn:x:1"));
    }
}
