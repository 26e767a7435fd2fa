//! Addresses that come from outside, and logins that stand in them.
//!
//! What a list, a page or a feed names is an address of the web, or nothing: it never becomes a path.

use percent_encoding::percent_decode_str;
use url::Url;

/// Characters of an address that a message shows.
const SHOWN: usize = 200;
/// Schemes of what browsers run, or take for a page of ours.
const SCRIPTS: &[&str] = &[
    "javascript",
    "vbscript",
    "livescript",
    "mocha",
    "data",
    "blob",
    "filesystem",
    "view-source",
    "jar",
    "file",
];
/// Times that `feed:` may stand before an address: some programs put it before what has it already.
const MOST_PREFIXES: usize = 3;

/// The web address that a text from outside means: http or https, with a host. `feed://host/x` means
/// `http://host/x`, and `feed:https://…` what stands behind it.
///
/// # Errors
/// A message for a person that names the address.
pub fn web(text: &str) -> Result<Url, String> {
    let refused = || format!("\"{}\" is no http or https address", shown(text));
    let mut rest = text.trim();
    let mut is_feed = false;
    for _ in 0..MOST_PREFIXES {
        let Some(behind) = strip_scheme(rest, "feed") else { break };
        is_feed = true;
        rest = behind;
    }
    let inner = rest.strip_prefix("//").filter(|_| is_feed);
    let whole = match inner {
        Some(inner) if has_web_scheme(inner) => inner.to_owned(),
        // Another scheme is no host.
        Some(inner) if inner.split('/').next().is_some_and(|host| host.ends_with(':')) => {
            return Err(refused());
        }
        Some(inner) => format!("http://{inner}"),
        None => rest.to_owned(),
    };
    let has_host = has_web_scheme(&whole) && !whole.contains(char::is_control);
    let url = Url::parse(&whole).ok().filter(|url| has_host && is_http(url));
    url.ok_or_else(refused)
}

/// The web address that a list, a page or a person means by a subscription: as [`web`], with the schemes that
/// programs for podcasts made up (`itpc:`, `pcast:`, `podcast:`), `//host/x` and `www.host/x`.
///
/// # Errors
/// As [`web`].
pub fn subscribed(text: &str) -> Result<Url, String> {
    let text = text.trim();
    let behind = ["itpc", "pcast", "podcast"].iter().find_map(|scheme| strip_scheme(text, scheme));
    let whole = match behind {
        Some(rest) => format!("feed:{rest}"),
        None if text.starts_with("//") => format!("https:{text}"),
        None if text.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("www.")) => {
            format!("https://{text}")
        }
        None => return web(text),
    };
    web(&whole).map_err(|_| format!("\"{}\" is no http or https address", shown(text)))
}

/// Whether this is http or https with a host.
pub fn is_http(url: &Url) -> bool {
    matches!(url.scheme(), "http" | "https") && url.has_host()
}

/// Whether a text is an address that runs a program or holds a document of its own, rather than leading
/// to one: nothing of the kind is published. Blanks and control characters in it hide it from nobody.
pub fn is_script(text: &str) -> bool {
    let Some((scheme, _)) = text.split_once(':') else { return false };
    let is_script = |scheme: &str| SCRIPTS.iter().any(|script| script.eq_ignore_ascii_case(scheme));
    if scheme.bytes().all(|byte| byte.is_ascii_graphic()) {
        return is_script(scheme);
    }
    let bare: String = scheme.chars().filter(|c| !c.is_whitespace() && !c.is_control()).take(SHOWN).collect();
    is_script(&bare)
}

/// Takes the login out of an address, as `user:password`.
pub fn take_login(url: &mut Url) -> Option<String> {
    if url.username().is_empty() && url.password().is_none() {
        return None;
    }
    let login = [url.username(), url.password().unwrap_or_default()]
        .map(|part| percent_decode_str(part).decode_utf8_lossy())
        .join(":");
    // These fail only for addresses without a host, which have no login.
    let _ = url.set_username("").and_then(|()| url.set_password(None));
    Some(login)
}

/// An address as a person may see it, whatever it is: without a login, in one line, not too long.
pub fn shown(text: &str) -> String {
    let plain = without_login(text.trim());
    plain.chars().map(|c| if c.is_control() { ' ' } else { c }).take(SHOWN).collect()
}

/// The text without what stands before an `@` in front of its first slash, as far as it is an address.
pub fn without_login(text: &str) -> String {
    let Some((scheme, rest)) = text.split_once("//") else { return text.to_owned() };
    let end = rest.find(['/', '?', '#', '\\']).unwrap_or(rest.len());
    let (authority, path) = rest.split_at(end);
    match authority.rsplit_once('@') {
        Some((_, host)) => format!("{scheme}//{host}{path}"),
        None => text.to_owned(),
    }
}

/// `http://` or `https://` with something behind it that may be a host.
fn has_web_scheme(text: &str) -> bool {
    let behind = strip_scheme(text, "http").or_else(|| strip_scheme(text, "https"));
    behind.and_then(|rest| rest.strip_prefix("//")).is_some_and(|rest| !rest.starts_with(['/', '\\']))
}

fn strip_scheme<'a>(text: &'a str, scheme: &str) -> Option<&'a str> {
    let (before, behind) = text.split_once(':')?;
    before.eq_ignore_ascii_case(scheme).then_some(behind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn feed_before_an_address_means_its_web_address() {
        for (text, meant) in [
            ("https://a.example/f", "https://a.example/f"),
            (" HTTP://a.example/f ", "http://a.example/f"),
            ("feed://a.example/f", "http://a.example/f"),
            ("FEED://a.example:8080/f", "http://a.example:8080/f"),
            ("feed:https://a.example/f", "https://a.example/f"),
            ("feed://https://a.example/f", "https://a.example/f"),
            ("feed:feed://a.example/f", "http://a.example/f"),
        ] {
            assert_eq!(web(text).unwrap().as_str(), meant, "{text}");
        }
    }

    #[test]
    fn whatever_may_be_read_as_a_path_is_refused_by_name() {
        for text in [
            "feed:///etc/passwd",
            "feed:/etc/passwd",
            "feed:etc/passwd",
            "feed:////etc/passwd",
            "feed:file:///etc/passwd",
            "feed://file:///etc/passwd",
            "feed:",
            "feed://",
            "file:///etc/passwd",
            "FILE:/etc/passwd",
            "/etc/passwd",
            "../operators.atom",
            "operators.atom",
            "//etc/passwd",
            "http:///etc/passwd",
            "http:/etc/passwd",
            "http:etc/passwd",
            "http:\\\\etc\\passwd",
            "https://",
            "http://[bad",
            "ftp://a.example/f",
            "javascript:alert(1)",
            "data:text/xml,<rss/>",
            "C:\\feed.xml",
            "",
        ] {
            let told = web(text).unwrap_err();
            assert!(told.contains("is no http or https address"), "{text}: {told}");
        }
        assert!(web("feed:///etc/passwd").unwrap_err().contains("feed:///etc/passwd"));
    }

    #[test]
    fn what_browsers_run_is_known_however_it_is_spelt() {
        for text in [
            "javascript:x()",
            " JavaScript:x",
            "java\tscript:x",
            "\u{1}vbscript:x",
            "data:text/html,x",
            "blob:x",
        ] {
            assert!(is_script(text), "{text:?}");
        }
        for text in ["https://a.example/javascript:x", "tag:a.example,2026:x", "javascript", "database:x", ""]
        {
            assert!(!is_script(text), "{text:?}");
        }
    }

    #[test]
    fn logins_are_taken_out_of_every_address() {
        let mut url = Url::parse("https://ann%40a:s%3Ae+t@a.example/f?x@y").unwrap();
        assert_eq!(take_login(&mut url).as_deref(), Some("ann@a:s:e+t"));
        assert_eq!(url.as_str(), "https://a.example/f?x@y");
        assert_eq!(take_login(&mut url), None);
        for (text, seen) in [
            ("http://ann:secret@[bad", "http://[bad"),
            ("feed://a:b@c@host/x@y", "feed://host/x@y"),
            ("//a:b@host?q", "//host?q"),
            ("https://host/a@b", "https://host/a@b"),
        ] {
            assert_eq!(shown(text), seen);
        }
    }
}
