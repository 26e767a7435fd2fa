//! Whether the asker has the document already (RFC 9110 13.2.2): If-None-Match decides alone
//! where it is sent, else If-Modified-Since.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use axum::http::HeaderMap;
use axum::http::header::{IF_MODIFIED_SINCE, IF_NONE_MATCH};

/// Whether "not modified" is the answer.
pub(super) fn has_it(asked: &HeaderMap, etag: &str, modified: SystemTime) -> bool {
    let mut tags = asked.get_all(IF_NONE_MATCH).iter().peekable();
    if tags.peek().is_some() {
        return tags.filter_map(|value| value.to_str().ok()).any(|list| names(list, etag));
    }
    let since =
        asked.get(IF_MODIFIED_SINCE).and_then(|value| httpdate::parse_http_date(value.to_str().ok()?).ok());
    since.is_some_and(|since| whole_seconds(modified) <= since)
}

/// A file's time as HTTP can say it.
pub(super) fn whole_seconds(time: SystemTime) -> SystemTime {
    let seconds = time.duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
    UNIX_EPOCH + Duration::from_secs(seconds)
}

/// Whether a list of tags names this one, compared weakly (RFC 9110 8.8.3.2). Tags may contain
/// commas, so it is cut at quotes.
fn names(list: &str, etag: &str) -> bool {
    let mut rest = list.trim();
    if rest == "*" {
        return true;
    }
    while let Some(open) = rest.find('"') {
        let Some(length) = rest[open + 1..].find('"') else { return false };
        let end = open + 1 + length + 1;
        if &rest[open..end] == etag {
            return true;
        }
        rest = &rest[end..];
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_compared_weakly_in_lists_and_with_a_star() {
        for list in ["\"a\"", "W/\"a\"", "\"x\", W/\"a\"", "\"x,y\",\"a\"", "*", " * "] {
            assert!(names(list, "\"a\""), "{list}");
        }
        for list in ["\"b\"", "a", "\"a", "", "\"x, \"a, \"", "\"A\""] {
            assert!(!names(list, "\"a\""), "{list}");
        }
    }
}
