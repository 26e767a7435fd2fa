//! Addresses: made absolute where a base is known, else left as they came.
//!
//! An address that is absolute is kept character for character; only one that has to be resolved
//! goes through a URL parser (RFC 3986 5.2).

/// Whether an address starts with a scheme: `https:`, `mailto:`, `tag:`.
pub(super) fn has_scheme(address: &str) -> bool {
    let Some(colon) = address.find([':', '/', '?', '#']) else { return false };
    let scheme = &address.as_bytes()[..colon];
    address.as_bytes()[colon] == b':'
        && scheme.first().is_some_and(u8::is_ascii_alphabetic)
        && scheme.iter().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'))
}

/// The address made absolute; as it is where that cannot be done; `None` where nothing is left of it.
pub(super) fn absolute(address: &str, base: Option<&str>) -> Option<String> {
    let address = address.trim();
    if has_scheme(address) {
        return Some(address.to_owned());
    }
    let joined = base.and_then(|base| url::Url::parse(base).ok()).and_then(|base| base.join(address).ok());
    match joined {
        Some(url) => Some(url.into()),
        None if address.is_empty() => None,
        None => Some(address.to_owned()),
    }
}

/// Whether a text is an address that a browser opens.
pub(super) fn is_web(text: &str) -> bool {
    let lower = text.get(..8).unwrap_or(text).to_ascii_lowercase();
    (lower.starts_with("http://") || lower.starts_with("https://")) && !text.contains(char::is_whitespace)
}

/// The web address that an id is, its blanks escaped as a browser escapes them.
pub(super) fn page(id: &str) -> Option<String> {
    if is_web(id) {
        return Some(id.to_owned());
    }
    let id = id.trim();
    let url = url::Url::parse(id).ok()?;
    (id.len() > 8 && matches!(url.scheme(), "http" | "https")).then(|| url.into())
}

/// The MIME type that a file's ending tells.
pub(super) fn type_by_ending(address: &str) -> Option<&'static str> {
    let path = address.split(['?', '#']).next()?;
    let (_, ending) = path.rsplit('/').next()?.rsplit_once('.')?;
    let known = ENDINGS.iter().find(|(known, _)| known.eq_ignore_ascii_case(ending));
    known.map(|(_, mime)| *mime)
}

const ENDINGS: &[(&str, &str)] = &[
    ("mp3", "audio/mpeg"),
    ("m4a", "audio/mp4"),
    ("aac", "audio/aac"),
    ("ogg", "audio/ogg"),
    ("oga", "audio/ogg"),
    ("opus", "audio/opus"),
    ("wav", "audio/wav"),
    ("flac", "audio/flac"),
    ("mp4", "video/mp4"),
    ("m4v", "video/mp4"),
    ("mov", "video/quicktime"),
    ("webm", "video/webm"),
    ("jpg", "image/jpeg"),
    ("jpeg", "image/jpeg"),
    ("png", "image/png"),
    ("gif", "image/gif"),
    ("webp", "image/webp"),
    ("avif", "image/avif"),
    ("svg", "image/svg+xml"),
    ("pdf", "application/pdf"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn absolute_addresses_stay_character_for_character() {
        for address in ["http://host", "HTTP://Host/a b?ü", "tag:host,2004:1", "mailto:a@b.example"] {
            assert_eq!(absolute(address, Some("https://other.example/")).as_deref(), Some(address));
        }
    }

    #[test]
    fn an_id_that_is_an_address_is_a_page() {
        assert_eq!(page("http://host.example").as_deref(), Some("http://host.example"));
        assert_eq!(page("https://host.example/#a b").as_deref(), Some("https://host.example/#a%20b"));
        for id in ["tag:host.example,2024:1", "a b", "https://a b/", "", "http:"] {
            assert_eq!(page(id), None, "{id}");
        }
    }

    #[test]
    fn relative_addresses_are_resolved_where_a_base_is_known() {
        let base = Some("http://host.example/a/b");
        assert_eq!(absolute(" ../c ", base).as_deref(), Some("http://host.example/c"));
        assert_eq!(absolute("//cdn.example/x", base).as_deref(), Some("http://cdn.example/x"));
        assert_eq!(absolute("c", None).as_deref(), Some("c"));
        assert_eq!(absolute("c", Some("relative/")).as_deref(), Some("c"));
        assert_eq!(absolute("", None), None);
    }
}
