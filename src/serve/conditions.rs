//! What a request makes its answer depend on (RFC 9110 13.2.2): whether the asker has the document
//! already, and whether it is still the one that they mean.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use hyper::HeaderMap;
use hyper::header::{HeaderName, IF_MATCH, IF_MODIFIED_SINCE, IF_NONE_MATCH, IF_UNMODIFIED_SINCE};

/// What the conditions come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    /// Give the document.
    Give,
    /// Not modified: they have it.
    Unchanged,
    /// It is another one by now: precondition failed.
    Failed,
}

/// Weighs the conditions in their order: whether it is the one that is meant first, then whether they
/// have it; tags before dates, which count only where no tag is sent.
pub(super) fn weigh(asked: &HeaderMap, etag: &str, modified: SystemTime) -> Verdict {
    let is_meant = match tags(asked, &IF_MATCH, |list| names(list, etag, true)) {
        Some(is_meant) => is_meant,
        None => date(asked, &IF_UNMODIFIED_SINCE).is_none_or(|since| whole_seconds(modified) <= since),
    };
    if !is_meant {
        return Verdict::Failed;
    }
    let has_it = match tags(asked, &IF_NONE_MATCH, |list| names(list, etag, false)) {
        Some(has_it) => has_it,
        None => date(asked, &IF_MODIFIED_SINCE).is_some_and(|since| whole_seconds(modified) <= since),
    };
    if has_it { Verdict::Unchanged } else { Verdict::Give }
}

/// Whether any line of a header says so; `None` where it is not sent.
fn tags(asked: &HeaderMap, header: &HeaderName, says_so: impl Fn(&str) -> bool) -> Option<bool> {
    let mut lines = asked.get_all(header).iter().peekable();
    lines.peek()?;
    Some(lines.filter_map(|value| value.to_str().ok()).any(says_so))
}

/// A date that is sent once, and is one; others are passed over.
fn date(asked: &HeaderMap, header: &HeaderName) -> Option<SystemTime> {
    let mut lines = asked.get_all(header).iter();
    let (date, more) = (lines.next()?, lines.next());
    more.is_none().then_some(())?;
    httpdate::parse_http_date(date.to_str().ok()?).ok()
}

/// A file's time as HTTP can say it.
pub(super) fn whole_seconds(time: SystemTime) -> SystemTime {
    let seconds = time.duration_since(UNIX_EPOCH).unwrap_or_default().as_secs();
    UNIX_EPOCH + Duration::from_secs(seconds)
}

/// Whether a list of tags names this one (RFC 9110 8.8.3.2): compared strongly a weak tag names nothing.
/// Tags may contain commas, so it is cut at quotes.
fn names(list: &str, etag: &str, strongly: bool) -> bool {
    let mut rest = list.trim();
    if rest == "*" {
        return true;
    }
    while let Some(open) = rest.find('"') {
        let Some(length) = rest[open + 1..].find('"') else { return false };
        let end = open + 1 + length + 1;
        let is_weak = rest[..open].ends_with("W/");
        if &rest[open..end] == etag && !(strongly && is_weak) {
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
    fn tags_are_compared_in_lists_and_with_a_star() {
        for list in ["\"a\"", "W/\"a\"", "\"x\", W/\"a\"", "\"x,y\",\"a\"", "*", " * "] {
            assert!(names(list, "\"a\"", false), "{list}");
        }
        for list in ["\"b\"", "a", "\"a", "", "\"x, \"a, \"", "\"A\""] {
            assert!(!names(list, "\"a\"", false), "{list}");
        }
        for (list, is_named) in [("\"a\"", true), ("W/\"a\"", false), ("W/\"a\", \"a\"", true), ("*", true)] {
            assert_eq!(names(list, "\"a\"", true), is_named, "{list}");
        }
    }

    #[test]
    fn conditions_are_weighed_in_their_order() {
        use Verdict::{Failed, Give, Unchanged};
        let modified = UNIX_EPOCH + Duration::from_millis(784_111_777_900);
        let (same, before, after) = (
            "Sun, 06 Nov 1994 08:49:37 GMT",
            "Sun, 06 Nov 1994 08:49:36 GMT",
            "Mon, 07 Nov 1994 00:00:00 GMT",
        );
        let cases: &[(&[(HeaderName, &str)], Verdict)] = &[
            (&[], Give),
            (&[(IF_MATCH, "\"a\"")], Give),
            (&[(IF_MATCH, "*")], Give),
            (&[(IF_MATCH, "\"b\"")], Failed),
            (&[(IF_MATCH, "W/\"a\"")], Failed),
            (&[(IF_UNMODIFIED_SINCE, same)], Give),
            (&[(IF_UNMODIFIED_SINCE, after)], Give),
            (&[(IF_UNMODIFIED_SINCE, before)], Failed),
            (&[(IF_UNMODIFIED_SINCE, "yesterday")], Give),
            // A tag alone decides whether it is the one that is meant.
            (&[(IF_MATCH, "\"a\""), (IF_UNMODIFIED_SINCE, before)], Give),
            (&[(IF_MATCH, "\"b\""), (IF_UNMODIFIED_SINCE, after)], Failed),
            // That goes before whether they have it.
            (&[(IF_MATCH, "\"b\""), (IF_NONE_MATCH, "\"a\"")], Failed),
            (&[(IF_MATCH, "\"a\""), (IF_NONE_MATCH, "\"a\"")], Unchanged),
            (&[(IF_UNMODIFIED_SINCE, before), (IF_MODIFIED_SINCE, same)], Failed),
            (&[(IF_UNMODIFIED_SINCE, same), (IF_MODIFIED_SINCE, same)], Unchanged),
            (&[(IF_NONE_MATCH, "W/\"a\"")], Unchanged),
            (&[(IF_NONE_MATCH, "\"b\""), (IF_MODIFIED_SINCE, same)], Give),
            (&[(IF_MODIFIED_SINCE, before)], Give),
            (&[(IF_MODIFIED_SINCE, before), (IF_MODIFIED_SINCE, same)], Give),
        ];
        for (headers, verdict) in cases {
            let mut asked = HeaderMap::new();
            for (name, value) in *headers {
                asked.append(name, value.parse().unwrap());
            }
            assert_eq!(weigh(&asked, "\"a\"", modified), *verdict, "{headers:?}");
        }
    }
}
