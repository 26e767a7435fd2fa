//! What counts as one host.

use super::answer::Address;

/// Hosts whose names are many and whose server is one (rule 6.1).
const SHARED_PLATFORMS: &[&str] = &[
    "reddit.com",
    "blogspot.com",
    "substack.com",
    "medium.com",
    "youtube.com",
    "wordpress.com",
    "tumblr.com",
    "github.io",
    "feedburner.com",
];

/// What counts as one host (rule 6.1); `None` for local files.
pub fn host(address: &Address) -> Option<String> {
    let Address::Http(url) = address else { return None };
    let host = url.host_str().unwrap_or_default();
    let host = host.trim_end_matches('.').to_ascii_lowercase();
    let shared = SHARED_PLATFORMS.iter().find(|platform| {
        host.strip_suffix(**platform).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
    });
    Some(shared.map_or(host, |platform| (*platform).to_owned()))
}
