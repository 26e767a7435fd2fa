//! What a person may write as the place of a feed or a list: an address of the web, or a path.
//!
//! A text without a scheme is a path where a file is there, or where it looks like nothing else. One
//! that begins like the name of a host is no path: it is told, with the address that was meant.

use std::path::Path;

use url::Url;

use crate::fetch::Address;
use crate::model::Secret;

use crate::text::url::{self as addresses, is_http, take_login, web};

/// Endings of files that look like the last part of a host's name.
const FILES: &[&str] =
    &["xml", "rss", "atom", "rdf", "json", "opml", "txt", "html", "htm", "xhtml", "cdf", "gz", "feed"];

/// The place that a text of the configuration means, and the login that stood in it.
///
/// # Errors
/// What is wrong with it and what was meant, for a person; without a login.
pub(super) fn address(text: &str, root: &Path) -> Result<(Address, Option<Secret>), String> {
    let text = text.trim();
    let Some(scheme) = scheme(text) else { return path(text, root).map(|address| (address, None)) };
    let is_one = |scheme: &str, names: &[&str]| names.iter().any(|name| name.eq_ignore_ascii_case(scheme));
    if is_one(scheme, &["feed", "http", "https"]) {
        let mut url = web(text)
            .map_err(|why| format!("{why}; write it in full, e.g. \"https://telly.example/feed\""))?;
        let login = take_login(&mut url).map(Secret::new);
        return Ok((Address::Http(url), login));
    }
    Err(match guess(text) {
        Some(meant) => format!("\"{}\" has no scheme; did you mean {meant}?", shown(text)),
        None => format!("feed addresses are http, https or a path, not {scheme}:"),
    })
}

/// The text for a message: without a login, also where no scheme stands before it.
fn shown(text: &str) -> String {
    let end = text.find(['/', '?', '#']).unwrap_or(text.len());
    match text[..end].rfind('@') {
        Some(at) => addresses::shown(&text[at + 1..]),
        None => addresses::shown(text),
    }
}

/// A path, unless nothing lies there and it begins like an address.
fn path(text: &str, root: &Path) -> Result<Address, String> {
    let path = root.join(text);
    match guess(text).filter(|_| !path.exists()) {
        None => Ok(Address::File(path)),
        Some(meant) => {
            let text = shown(text);
            Err(format!("\"{text}\" has no scheme, and there is no file of that name; did you mean {meant}?"))
        }
    }
}

/// The scheme that a text begins with. One letter is a Windows drive.
fn scheme(text: &str) -> Option<&str> {
    let (scheme, _) = text.split_once(':')?;
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.');
    let is_scheme = scheme.len() > 1 && scheme.starts_with(|c: char| c.is_ascii_alphabetic());
    (is_scheme && scheme.chars().all(is_name)).then_some(scheme)
}

/// The address that a text without a scheme means, if its first part is the name of a host.
pub(super) fn guess(text: &str) -> Option<String> {
    let text = text.strip_prefix("//").unwrap_or(text);
    let end = text.find(['/', '?', '#']).unwrap_or(text.len());
    let (authority, rest) = text.split_at(end);
    if scheme(text).is_some_and(|scheme| scheme.eq_ignore_ascii_case("mailto")) {
        return None;
    }
    let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    let (name, port) = match host.rsplit_once(':') {
        Some((name, port)) => (name, Some(port)),
        None => (host, None),
    };
    let is_port = port.is_none_or(|port| port.parse::<u16>().is_ok());
    let is_file = rest.is_empty() && port.is_none() && ends_like_a_file(name);
    if !is_port || is_file || !is_host(name) {
        return None;
    }
    let scheme = if is_inside(name) { "http" } else { "https" };
    let url = Url::parse(&format!("{scheme}://{host}{rest}")).ok().filter(is_http)?;
    Some(url.into())
}

fn ends_like_a_file(name: &str) -> bool {
    name.rsplit('.').next().is_some_and(|last| FILES.iter().any(|file| file.eq_ignore_ascii_case(last)))
}

/// `localhost`, four numbers, or labels with a top domain of letters at their end.
fn is_host(name: &str) -> bool {
    let labels: Vec<&str> = name.split('.').collect();
    let is_label = |label: &&str| {
        !label.is_empty()
            && label.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'))
            && !label.starts_with('-')
    };
    let is_top =
        |last: &&str| last.chars().count() > 1 && last.chars().all(|c| c.is_alphabetic() || c == '-');
    is_inside(name) || labels.len() > 1 && labels.iter().all(is_label) && labels.last().is_some_and(is_top)
}

fn is_inside(name: &str) -> bool {
    name.eq_ignore_ascii_case("localhost") || name.parse::<std::net::Ipv4Addr>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> String {
        address(text, Path::new("/nowhere")).unwrap_err()
    }

    #[test]
    fn an_address_without_its_scheme_is_told_with_the_one_that_was_meant() {
        for (text, meant) in [
            ("telly.example/feed", "https://telly.example/feed?"),
            ("www.tern.example/feed.xml", "https://www.tern.example/feed.xml?"),
            ("telly.example", "https://telly.example/?"),
            ("//telly.example/feed", "https://telly.example/feed?"),
            ("me:secret@telly.example/feed", "https://telly.example/feed?"),
            ("telly.example?feed=rss", "https://telly.example/?feed=rss?"),
            ("telly.example:8080/feed", "https://telly.example:8080/feed?"),
            ("localhost:8080/feed", "http://localhost:8080/feed?"),
            ("127.0.0.1/feed", "http://127.0.0.1/feed?"),
            ("bücher.example/feed", "https://xn--bcher-kva.example/feed?"),
        ] {
            let told = told(text);
            assert!(told.ends_with(&format!("did you mean {meant}")), "{text}: {told}");
            assert!(!told.contains("secret"), "{told}");
        }
    }

    #[test]
    fn what_cannot_be_a_host_is_a_path() {
        for text in [
            "f.xml",
            "feeds/f.xml",
            "./telly.example/f",
            "../a.rss",
            "/srv/telly.example/f",
            "C:\\f.xml",
            "feed",
        ] {
            assert_eq!(
                address(text, Path::new("/nowhere")).unwrap().0,
                Address::File(Path::new("/nowhere").join(text))
            );
        }
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("telly.example")).unwrap();
        std::fs::write(folder.path().join("telly.example/feed"), "x").unwrap();
        assert!(matches!(address("telly.example/feed", folder.path()).unwrap().0, Address::File(_)));
    }

    #[test]
    fn what_is_no_address_is_told_without_its_login() {
        assert!(told("http://[bad").contains("\"http://[bad\" is no http or https address"));
        assert!(told("feed:///etc/passwd").contains("is no http or https address"));
        assert!(told("ftp://a.example/f").contains("not ftp:"));
        assert!(told("mailto:a@b.example").contains("not mailto:"));
        assert!(told("file:///srv/f.xml").contains("a path, not file:"));
        let told = told("http://ann:secret@[bad");
        assert!(!told.contains("secret"), "{told}");
    }

    #[test]
    fn a_login_is_taken_out_of_the_address() {
        let (place, login) = address("https://ann:secret@a.example/f", Path::new(".")).unwrap();
        assert_eq!(place, Address::Http(Url::parse("https://a.example/f").unwrap()));
        assert_eq!(login.unwrap().reveal(), "ann:secret");
    }
}
