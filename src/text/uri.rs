//! Which identifiers are absolute URIs that may be published as they stand (RFC 3986 4.3).

use super::url;

/// Whether a string is an absolute URI that may be published as an id as it stands: a validator finds
/// nothing wrong in it.
pub fn is_absolute(id: &str) -> bool {
    let Some((scheme, rest)) = id.split_once(':') else { return false };
    let scheme_is_sound = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte));
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~:/?#@!$&'()*+,;=%".contains(&byte);
    let is_sound = match scheme.to_ascii_lowercase().as_str() {
        // The parser forgives missing and additional slashes; an id may not need it.
        "http" | "https" => rest.starts_with("//") && !rest.starts_with("///") && url::is_whole(id),
        "ftp" => rest.strip_prefix("//").is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/')),
        "tag" => is_tag(rest),
        "urn" => is_urn(rest),
        _ => true,
    };
    scheme_is_sound && !url::is_script(id) && !rest.is_empty() && rest.bytes().all(allowed) && is_sound
}

/// RFC 4151 2.1: an authority in lower case, a date, a specific part.
fn is_tag(rest: &str) -> bool {
    let Some((entity, specific)) = rest.split_once(':') else { return false };
    let Some((authority, date)) = entity.rsplit_once(',') else { return false };
    let digits =
        |part: &str, count: usize| part.len() == count && part.bytes().all(|byte| byte.is_ascii_digit());
    let mut parts = date.split('-');
    let year = parts.next().is_some_and(|year| digits(year, 4));
    let (user, host) = authority.rsplit_once('@').unwrap_or(("x", authority));
    let small = |text: &str, marks: &[u8]| {
        !text.is_empty()
            && text
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || marks.contains(&byte))
    };
    year && parts.clone().count() <= 2
        && parts.all(|part| digits(part, 2))
        && host.starts_with(|c: char| c.is_ascii_alphanumeric())
        && small(host, b"-.")
        && small(user, b"-._")
        && specific.matches('#').count() < 2
}

/// RFC 8141 2: a namespace of two letters or more; a UUID (RFC 9562 4) of the right shape.
fn is_urn(rest: &str) -> bool {
    let Some((namespace, specific)) = rest.split_once(':') else { return false };
    let groups = || specific.split('-').map(str::len).collect::<Vec<_>>();
    let hex = || specific.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-');
    let escapes = || {
        specific.match_indices('%').all(|(at, _)| {
            specific.as_bytes().get(at + 1..at + 3).is_some_and(|code| code.iter().all(u8::is_ascii_hexdigit))
        })
    };
    (2..=32).contains(&namespace.len())
        && namespace.starts_with(|c: char| c.is_ascii_alphanumeric())
        && namespace.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
        && !specific.is_empty()
        && specific.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"()+,.:=@;$_!*'-%".contains(&byte))
        && escapes()
        && (!namespace.eq_ignore_ascii_case("uuid") || (groups() == [8, 4, 4, 4, 12] && hex()))
}

#[cfg(test)]
mod tests {
    use super::is_absolute;

    #[test]
    fn uris_with_spaces_or_without_host_are_not_absolute() {
        for id in ["http://a.example/a b", "http:///x", "no-scheme", "", "1http://x", "caf\u{e9}:x"] {
            assert!(!is_absolute(id), "{id}");
        }
        assert!(is_absolute("tag:a.example,2005:1") && is_absolute("tag:me@a.example,2005-01-31:1,2:3"));
    }

    #[test]
    fn tags_and_urns_of_the_wrong_shape_are_not_absolute() {
        for id in [
            "tag:https://a.example,2025-07-13:/x",
            "tag:A.example,2005:1",
            "tag:a.example,05:1",
            "tag:a.example:1",
            "tag:Me@a.example,2005:1",
            "tag:a.example,2005:1#2#3",
            "urn:x-y:a/b",
            "urn:y:1",
            "urn:isbn:%2",
            "ftp:///x",
        ] {
            assert!(!is_absolute(id), "{id}");
        }
        assert!(is_absolute("urn:uuid:225bbb3b-dd1d-4eb2-b1a3-24ba7e6d8a0e") && is_absolute("urn:isbn:1"));
        assert!(!is_absolute("urn:uuid:1") && !is_absolute("urn:x:1"));
    }
}
