//! What an answer's headers say about the next visit: freshness, Retry-After, clocks.
//! Nonsense is no advice, never an error.

use std::collections::BTreeSet;
use std::time::{Duration, SystemTime};

use chrono::{DateTime, Utc};
use reqwest::header::{
    AGE, CACHE_CONTROL, DATE, EXPIRES, HeaderMap, HeaderName, LAST_MODIFIED, LINK, RETRY_AFTER,
};
use url::Url;

/// Longest wait that a server can ask for (rule 4.3).
pub(super) const LONGEST_WAIT: Duration = Duration::from_secs(31 * 24 * 3600);

/// A header as text, where it is text; the first one if it is repeated.
pub(super) fn text(headers: &HeaderMap, name: HeaderName) -> Option<&str> {
    std::str::from_utf8(headers.get(name)?.as_bytes()).ok()
}

/// A header as a time, in any of the three forms of RFC 9110 5.6.7.
fn time(headers: &HeaderMap, name: HeaderName) -> Option<SystemTime> {
    httpdate::parse_http_date(text(headers, name)?.trim()).ok()
}

/// The server's clock.
pub(super) fn date(headers: &HeaderMap) -> Option<DateTime<Utc>> {
    time(headers, DATE).map(DateTime::from)
}

/// `Last-Modified` as a time; for telling people, not for asking again (rule 2.1).
pub(super) fn last_modified(headers: &HeaderMap) -> Option<DateTime<Utc>> {
    time(headers, LAST_MODIFIED).map(DateTime::from)
}

/// How long the answer is fresh (rules 3.2 and 3.3); `None` is no advice.
pub(super) fn fresh_for(headers: &HeaderMap) -> Option<Duration> {
    let mut max_age = None;
    for value in headers.get_all(CACHE_CONTROL) {
        for directive in value.to_str().unwrap_or_default().split(',') {
            let (name, argument) = directive.split_once('=').unwrap_or((directive, ""));
            match name.trim().to_ascii_lowercase().as_str() {
                "no-cache" | "no-store" => return None,
                "max-age" => {
                    max_age = max_age.or_else(|| argument.trim().trim_matches('"').parse::<u64>().ok())
                }
                _ => {}
            }
        }
    }
    let fresh = match max_age {
        Some(seconds) => {
            let age = text(headers, AGE).and_then(|age| age.trim().parse::<u64>().ok()).unwrap_or_default();
            Duration::from_secs(seconds.saturating_sub(age))
        }
        None => time(headers, EXPIRES)?.duration_since(time(headers, DATE)?).ok()?,
    };
    (!fresh.is_zero()).then_some(fresh)
}

/// What an answer may ask of those who show it (rule 10.2): of a page that shows it, the same is asked.
const MARKS: [&str; 7] =
    ["noindex", "noarchive", "nosnippet", "noimageindex", "nocache", "noai", "noimageai"];

/// The marks of `X-Robots-Tag` that are meant for everybody; `None` where the answer has no such header.
/// What is asked of another program by its name (`otherbot: noindex`) is not asked of us.
pub(super) fn robots(headers: &HeaderMap) -> Option<Vec<String>> {
    let mut lines = headers.get_all("x-robots-tag").iter().peekable();
    lines.peek()?;
    let mut marks = BTreeSet::new();
    for line in lines.filter_map(|line| line.to_str().ok()) {
        for word in line.to_ascii_lowercase().split(',').map(str::trim) {
            let mark = match word.split_once(':').map(|(name, mark)| (name.trim(), mark.trim())) {
                Some(("copydesk", mark)) => mark,
                // A limit or a time, or the name of a program: then the rest of the line is for that one.
                Some((
                    "unavailable_after" | "max-snippet" | "max-image-preview" | "max-video-preview",
                    _,
                )) => continue,
                Some(_) => break,
                None => word,
            };
            marks.extend(
                MARKS.into_iter().filter(|known| *known == mark || mark == "none" && *known == "noindex"),
            );
        }
    }
    Some(marks.into_iter().map(str::to_owned).collect())
}

/// The first address that `Link` names for each of these relations, made absolute (RFC 8288).
pub(super) fn links<const N: usize>(headers: &HeaderMap, base: &Url, rels: [&str; N]) -> [Option<String>; N] {
    let mut found = [const { None }; N];
    for line in headers.get_all(LINK).iter().filter_map(|line| line.to_str().ok()) {
        // A link begins with `<`, which stands in no parameter unquoted.
        for link in line.split('<').skip(1) {
            let Some((address, parameters)) = link.split_once('>') else { continue };
            let rel = parameters.split(';').filter_map(|one| one.split_once('='));
            let rel = rel
                .filter(|(name, _)| name.trim().eq_ignore_ascii_case("rel"))
                .map(|(_, value)| value)
                .next();
            let named = rel.unwrap_or_default().trim_matches([' ', '"', ',', '\t']).split_ascii_whitespace();
            for name in named {
                for (place, _) in rels.iter().enumerate().filter(|(_, rel)| rel.eq_ignore_ascii_case(name)) {
                    if found[place].is_none() {
                        found[place] = base.join(address.trim()).ok().map(String::from);
                    }
                }
            }
        }
    }
    found
}

/// How long the server asks to be left alone (rule 4.3); `now` serves where it sent no clock.
pub(super) fn retry_after(headers: &HeaderMap, now: SystemTime) -> Option<Duration> {
    let value = text(headers, RETRY_AFTER)?.trim();
    let wait = if !value.is_empty() && value.bytes().all(|b| b.is_ascii_digit()) {
        Duration::from_secs(value.parse().unwrap_or(u64::MAX))
    } else {
        let until = httpdate::parse_http_date(value).ok()?;
        until.duration_since(time(headers, DATE).unwrap_or(now)).ok()?
    };
    (!wait.is_zero()).then(|| wait.min(LONGEST_WAIT))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(lines: &[(&'static str, &'static str)]) -> HeaderMap {
        lines.iter().map(|&(name, value)| (HeaderName::from_static(name), value.parse().unwrap())).collect()
    }

    fn fresh(lines: &[(&'static str, &'static str)]) -> Option<u64> {
        fresh_for(&headers(lines)).map(|d| d.as_secs())
    }

    fn wait(value: &'static str) -> Option<u64> {
        let headers = headers(&[("date", "Sun, 06 Nov 1994 08:49:37 GMT"), ("retry-after", value)]);
        retry_after(&headers, SystemTime::now()).map(|d| d.as_secs())
    }

    #[test]
    fn rule_3_2_max_age_is_advice_less_the_age() {
        assert_eq!(fresh(&[("cache-control", "public, max-age=900")]), Some(900));
        assert_eq!(fresh(&[("cache-control", "Max-Age=\"900\""), ("age", "100")]), Some(800));
        assert_eq!(fresh(&[("cache-control", "max-age=900"), ("age", "1000")]), None);
    }

    #[test]
    fn rule_3_2_what_says_nothing_about_the_visit_is_no_advice() {
        for value in [
            "no-cache",
            "no-store",
            "max-age=0",
            "must-revalidate",
            "s-maxage=900",
            "max-age=soon",
            "no-cache, max-age=900",
        ] {
            assert_eq!(fresh(&[("cache-control", value)]), None, "{value}");
        }
    }

    #[test]
    fn rule_10_2_marks_for_everybody_are_kept_and_those_for_others_are_not() {
        let marks = |values: &[&'static str]| {
            let lines: Vec<_> = values.iter().map(|value| ("x-robots-tag", *value)).collect();
            // `from_iter` would keep the last line only.
            let mut map = HeaderMap::new();
            for (name, value) in lines {
                map.append(name, value.parse().unwrap());
            }
            robots(&map)
        };
        let kept = |marks: &[&str]| Some(marks.iter().map(|mark| (*mark).to_owned()).collect::<Vec<_>>());
        assert_eq!(marks(&[]), None);
        assert_eq!(marks(&["NoIndex, noai"]), kept(&["noai", "noindex"]));
        assert_eq!(marks(&["none"]), kept(&["noindex"]));
        assert_eq!(marks(&["all"]), kept(&[]));
        assert_eq!(marks(&["otherbot: noindex, nosnippet", "noimageai"]), kept(&["noimageai"]));
        assert_eq!(marks(&["copydesk: noai"]), kept(&["noai"]));
        assert_eq!(marks(&["max-snippet: 20, noindex"]), kept(&["noindex"]));
        assert_eq!(marks(&["unavailable_after: 25 Jun 2026 15:00:00 PST, noai"]), kept(&["noai"]));
        assert_eq!(marks(&["evil\" onload=x, noindex\u{e9}"]), kept(&[]));
    }

    #[test]
    fn rule_3_9_the_hub_and_the_feeds_own_address_are_found_in_link_headers() {
        let found = |values: &[&'static str]| {
            let mut map = HeaderMap::new();
            for value in values {
                map.append(LINK, value.parse().unwrap());
            }
            let base = Url::parse("https://paper.example/feeds/news").unwrap();
            links(&map, &base, ["hub", "self"]).map(Option::unwrap_or_default)
        };
        let both = ["https://hub.example/", "https://paper.example/feeds/news.xml"].map(str::to_owned);
        assert_eq!(
            found(&["<https://hub.example/>; rel=hub, <news.xml>; title=\"a, b\"; rel=\"self\""]),
            both
        );
        assert_eq!(
            found(&["<news.xml>; REL=\"alternate Self\"", "<https://hub.example/>;rel=\"hub\""]),
            both
        );
        assert_eq!(
            found(&["<https://hub.example/>; rel=\"hub\", <https://two.example/>; rel=hub"])[0],
            both[0]
        );
        assert_eq!(
            found(&["hub", "<", "<>; rel", "<https://a.example/; rel=hub"]),
            ["", ""].map(str::to_owned)
        );
    }

    #[test]
    fn rule_3_3_expires_counts_from_the_servers_clock_and_only_without_max_age() {
        let date = ("date", "Sun, 06 Nov 1994 08:49:37 GMT");
        let expires = ("expires", "Sun, 06 Nov 1994 09:49:37 GMT");
        assert_eq!(fresh(&[date, expires]), Some(3600));
        assert_eq!(fresh(&[date, expires, ("cache-control", "max-age=60")]), Some(60));
        assert_eq!(fresh(&[expires]), None);
        assert_eq!(fresh(&[date, ("expires", "0")]), None);
    }

    #[test]
    fn rule_4_3_retry_after_in_seconds_and_in_all_three_date_forms() {
        assert_eq!(wait("120"), Some(120));
        assert_eq!(wait("Sun, 06 Nov 1994 08:51:37 GMT"), Some(120));
        assert_eq!(wait("Sunday, 06-Nov-94 08:51:37 GMT"), Some(120));
        assert_eq!(wait("Sun Nov  6 08:51:37 1994"), Some(120));
    }

    #[test]
    fn rule_4_3_a_past_or_senseless_retry_after_is_no_advice_and_a_long_one_is_cut() {
        for value in ["0", "-5", "soon", "", "1.5", "Sun, 06 Nov 1994 08:00:00 GMT"] {
            assert_eq!(wait(value), None, "{value}");
        }
        assert_eq!(wait("99999999999999999999999"), Some(LONGEST_WAIT.as_secs()));
    }
}
