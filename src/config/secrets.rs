//! What of a source is secret: its login, token, cookie and proxy; and where another address is shown
//! for the one that is asked (`url`), what that one has besides.

use url::Url;

use crate::fetch::Address;
use crate::model::{Proxy, Secret, Switches, Veil};

/// Names of parameters that are there for a secret.
const NAMES: &[&str] = &[
    "key",
    "apikey",
    "api_key",
    "api-key",
    "token",
    "access_token",
    "auth",
    "auth_token",
    "authtoken",
    "secret",
    "password",
    "passwd",
    "pass",
    "pwd",
    "pw",
    "sig",
    "signature",
    "hash",
    "code",
    "session",
    "sid",
    "private",
    "uid",
    "user_key",
    "userkey",
    "feed_token",
    "feedkey",
    "rsskey",
    "rss_token",
    "private_token",
    "hmac",
    "credential",
    "credentials",
    "license",
    "subscription",
    "subscriber",
    "jwt",
    "bearer",
];
/// A value under any other name is taken for a secret from so many characters on, and a part of the path.
const LONG: usize = 8;
const LONG_PART: usize = 12;

/// The parameter of an address that looks like a secret, by its name.
pub fn secret_parameter(address: &Address) -> Option<String> {
    let Address::Http(url) = address else { return None };
    let mut pairs = url.query_pairs();
    pairs.find(|(name, value)| is_secret_name(name) && !value.is_empty()).map(|(name, _)| name.into_owned())
}

fn is_secret_name(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    NAMES.contains(&lower.as_str())
        || ["token", "apikey", "api_key", "secret", "password", "signature"]
            .iter()
            .any(|end| lower.ends_with(end))
}

/// The veil over everything that is told of a source.
pub(super) fn veil(address: &Address, shown: Option<&str>, switches: &Switches) -> Veil {
    let mut secrets = Vec::new();
    secrets.extend(switches.login.iter().flat_map(of_login));
    secrets.extend(switches.token.iter().map(|token| token.reveal().to_owned()));
    secrets.extend(switches.cookie.iter().flat_map(of_cookie));
    if let Proxy::Through(proxy) = &switches.proxy {
        secrets.extend(of_proxy(proxy));
    }
    let hidden = match (address, shown) {
        (Address::Http(url), Some(shown)) => of_address(url, shown),
        _ => Vec::new(),
    };
    let address = match (hidden.is_empty(), address, shown) {
        (false, Address::Http(url), Some(shown)) => Some((url.to_string(), shown.to_owned())),
        _ => None,
    };
    Veil::new(secrets.into_iter().chain(hidden), address)
}

fn of_login(login: &Secret) -> Vec<String> {
    let password = login.reveal().split_once(':').map_or("", |(_, password)| password);
    let mut all = vec![login.reveal().to_owned()];
    all.extend(spellings(password));
    all
}

fn of_cookie(cookie: &Secret) -> Vec<String> {
    let values =
        cookie.reveal().split(';').filter_map(|pair| Some(pair.split_once('=')?.1.trim().to_owned()));
    values.chain([cookie.reveal().to_owned()]).collect()
}

fn of_proxy(proxy: &Secret) -> Vec<String> {
    let text = proxy.reveal();
    let whole = if text.contains("://") { text.to_owned() } else { format!("http://{text}") };
    let password = Url::parse(&whole).ok().and_then(|url| url.password().map(str::to_owned));
    password.into_iter().collect()
}

/// What an address has that the shown one does not tell.
fn of_address(url: &Url, shown: &str) -> Vec<String> {
    let mut secrets = Vec::new();
    for pair in url.query().unwrap_or_default().split('&') {
        let (name, value) = pair.split_once('=').unwrap_or(("", pair));
        let least = if is_secret_name(name) { 1 } else { LONG };
        if value.len() >= least && !shown.contains(value) {
            secrets.extend(spellings(value));
        }
    }
    let parts = url.path_segments().into_iter().flatten();
    secrets.extend(parts.filter(|part| part.len() >= LONG_PART && !shown.contains(part)).flat_map(spellings));
    secrets
}

/// A text as it stands, and as it is without percent signs.
fn spellings(text: &str) -> impl Iterator<Item = String> + use<> {
    let plain: String = url::form_urlencoded::parse(format!("x={text}").as_bytes())
        .next()
        .map(|(_, value)| value.into_owned())
        .unwrap_or_default();
    let encoded: String = url::form_urlencoded::byte_serialize(text.as_bytes()).collect();
    [text.to_owned(), plain, encoded].into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn http(address: &str) -> Address {
        Address::Http(Url::parse(address).unwrap())
    }

    #[test]
    fn a_key_is_known_by_its_name() {
        let of = |address: &str| secret_parameter(&http(address));
        for address in [
            "https://a.example/f?key=x",
            "https://a.example/f?x=1&ApiKey=2",
            "https://a.example/?feed_token=1",
        ] {
            assert!(of(address).is_some(), "{address}");
        }
        for address in
            ["https://a.example/f", "https://a.example/f?format=rss&page=2", "https://a.example/f?key="]
        {
            assert_eq!(of(address), None, "{address}");
        }
    }

    #[test]
    fn where_another_address_is_shown_what_only_the_asked_one_has_is_secret() {
        let asked = http(
            "https://a.example/private/0123456789abcdef/rss?key=K%2Fey&format=rss&list=longer-than-most",
        );
        let veil = veil(&asked, Some("https://a.example/rss"), &Switches::default());
        let over = |text: &str| veil.over(text.to_owned());
        assert_eq!(over("/x/0123456789abcdef k=K%2Fey K/ey format=rss"), "/x/*** k=*** *** format=rss");
        assert_eq!(over("longer-than-most"), "***");
        assert!(veil.hides_address());
        let open = super::veil(&asked, None, &Switches::default());
        assert!(!open.hides_address() && open.over("K/ey".into()) == "K/ey");
        let plain = super::veil(
            &http("https://a.example/f?format=rss"),
            Some("https://a.example/f"),
            &Switches::default(),
        );
        assert_eq!(plain, Veil::default());
    }
}
