//! Addresses that need no parser: nearly all that feeds give are written as a parser would write them.
//!
//! What is taken here, `url` reads as the same host, path and query; all else is left to it.

/// The parts of an address.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Page<'a> {
    pub(super) host: &'a str,
    /// With its colon; empty where there is none.
    pub(super) port: &'a str,
    pub(super) path: &'a str,
    /// Empty where there is none.
    pub(super) query: &'a str,
}

/// Longer hosts are seldom enough.
const LONGEST_HOST: usize = 100;

/// The host of an address without user or password, its port, and what follows them.
pub(super) fn host(address: &str) -> Option<(&str, &str, &str)> {
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"))?;
    let end = rest.bytes().position(|byte| matches!(byte, b'/' | b'?' | b'#')).unwrap_or(rest.len());
    let (host, rest) = rest.split_at(end);
    let (host, port) = host.find(':').map_or((host, ""), |at| host.split_at(at));
    let is_plain = (is_named(host) || is_numbered(host)) && (port.is_empty() || is_plain_port(port));
    is_plain.then_some((host, port, rest))
}

/// A number in its usual form: no zero before it.
fn number(digits: &str) -> Option<u16> {
    let is_usual =
        digits.bytes().all(|byte| byte.is_ascii_digit()) && (digits == "0" || !digits.starts_with('0'));
    digits.parse().ok().filter(|_| is_usual)
}

/// A port that no scheme has by itself: a parser leaves those out.
fn is_plain_port(port: &str) -> bool {
    number(&port[1..]).is_some_and(|port| !matches!(port, 80 | 443))
}

/// An address of the Internet's own, in its usual form.
fn is_numbered(host: &str) -> bool {
    let is_plain = |label: &str| number(label).is_some_and(|number| number < 256);
    host.starts_with(|c: char| c.is_ascii_digit())
        && host.split('.').count() == 4
        && host.split('.').all(is_plain)
}

/// Labels of small letters, digits and hyphens; the last is no number, which could be another form of
/// an address, and nothing is in it that an international name is written in.
fn is_named(host: &str) -> bool {
    let is_plain = |label: &str| {
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && !label.contains("--")
            && label.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
    };
    let last = host.rsplit('.').next().unwrap_or_default();
    host.len() <= LONGEST_HOST
        && last.starts_with(|c: char| c.is_ascii_lowercase())
        && host.split('.').all(is_plain)
}

/// The parts of an address in which nothing has to be escaped, decoded or resolved.
pub(super) fn page(address: &str) -> Option<Page<'_>> {
    let (host, port, rest) = host(address)?;
    let (rest, fragment) = rest.split_once('#').unwrap_or((rest, ""));
    // Behind "#!" a page may be named; a parser leaves out what is between.
    if fragment.bytes().next().is_some_and(|first| first == b'!' || !first.is_ascii_graphic()) {
        return None;
    }
    let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~!$&()*+,;=:@/".contains(&byte);
    let is_sound = path.bytes().all(is_plain)
        && !path.split('/').any(|segment| matches!(segment, "." | ".."))
        && query.bytes().all(|byte| is_plain(byte) || byte == b'%' || byte == b'?');
    is_sound.then_some(Page { host, port, path, query })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use url::Url;

    use super::{Page, host, page};

    /// What is taken is read as the parser reads it.
    fn as_parsed(address: &str) {
        if let Some((host, port, _)) = host(address) {
            let url = Url::parse(address).expect(address);
            let port = port.strip_prefix(':').map(|port| port.parse::<u16>().expect(address));
            assert_eq!((url.host_str(), url.port()), (Some(host), port), "{address}");
        }
        if let Some(page) = page(address) {
            let url = Url::parse(address).expect(address);
            let path = if page.path.is_empty() { "/" } else { page.path };
            assert_eq!((url.path(), url.query().unwrap_or_default()), (path, page.query), "{address}");
            assert!(url.username().is_empty() && url.password().is_none(), "{address}");
            assert!(!url.fragment().is_some_and(|fragment| fragment.starts_with('!')), "{address}");
        }
    }

    #[test]
    fn usual_addresses_are_taken_and_odd_ones_left() {
        let page_of =
            |address| page(address).map(|Page { host, port, path, query }| (host, port, path, query));
        let usual = page_of("https://a-b.example/x/y.html?a=1#z");
        assert_eq!(usual, Some(("a-b.example", "", "/x/y.html", "a=1")));
        assert_eq!(page_of("http://example"), Some(("example", "", "", "")));
        assert_eq!(page_of("http://10.0.0.255:8080/x"), Some(("10.0.0.255", ":8080", "/x", "")));
        for odd in [
            "https://a.example:80/",
            "https://u@a.example/",
            "https://a.example:443/",
            "https://a.example:/",
            "https://a.example:08080/",
            "https://a.example:65536/",
            "https://a.example:+1/",
            "https://1.2.3.04/",
            "https://1.2.3.256/",
            "https://1.2.3/",
            "https://0x1.2.3.4/",
            "https://a.0x7f/",
            "https://A.example/",
            "https://xn--a.example/",
            "https://a.example./",
            "https://a.example/a/../b",
            "https://a.example/%41",
            "https://a.example/a b",
            "https://a.example/#!/x",
            "ftp://a.example/",
            "https:a.example/",
            "https:///a",
            "//a.example/",
            "https://a\\b.example/",
        ] {
            assert_eq!(page_of(odd), None, "{odd}");
        }
    }

    proptest! {
        #[test]
        fn what_is_taken_is_read_as_a_parser_reads_it(
            host in "[a-z0-9.-]{1,12}|[0-9]{1,3}([.][0-9]{1,3}){2,4}",
            port in "(:[0-9]{0,6})?",
            rest in "(/[-a-zA-Z0-9._~!$&()*+,;=:@/%]{0,12})?([?][-a-zA-Z0-9./?%=&']{0,10})?(#[!a-z]{0,3})?",
        ) {
            as_parsed(&format!("https://{host}{port}{rest}"));
            as_parsed(&format!("http://{host}{port}{rest}"));
        }

        #[test]
        fn anything_at_all_is_read_as_a_parser_reads_it(rest in "\\PC{0,20}", tail in "[\\x00-\\x7f]{0,12}") {
            as_parsed(&format!("https://{rest}"));
            as_parsed(&format!("https://a.example{tail}"));
        }
    }
}
