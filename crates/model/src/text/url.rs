//! Canonical addresses: two addresses that surely lead to the same page become one string.
//!
//! For comparing only, never for publishing or fetching. The rules are tables in `rules`;
//! nothing is asked of the network, so a redirect counts only where it carries its target.
//! Refused: addresses that are not http(s), and those of more than 8,192 bytes.

use std::borrow::Cow;
use std::sync::LazyLock;

use url::Url;

mod plain;
mod rules;
mod web;

pub use web::{is_http, is_script, shown, subscribed, take_login, web, without_login};

/// Longest address that is looked at.
const LONGEST: usize = 8_192;

/// The canonical form of an address. `None` where it is no http(s) address.
///
/// Idempotent: the canonical form of a canonical form is itself.
pub fn canonical(address: &str) -> Option<String> {
    let (mut now, is_settled) = step(address)?;
    // Canonical already, as the next step would say.
    if is_settled || now == address {
        return Some(now);
    }
    // Each step that changes something shortens the address, or puts it in order once.
    for _ in 0..LONGEST {
        let (next, is_settled) = step(&now)?;
        if is_settled || next == now {
            return Some(next);
        }
        now = next;
    }
    None
}

/// The canonical form, with the place in the page that the fragment names. `canonical` is for pages,
/// this for items: some feeds give all their items one page, each at an anchor of its own.
pub fn place(address: &str) -> Option<String> {
    let page = canonical(address)?;
    let named = |fragment: &&str| {
        let lower = fragment.to_ascii_lowercase();
        !rules::TRACKING_FRAGMENTS.contains(&lower.as_str())
            && !rules::TRACKING_FRAGMENT_PREFIXES.iter().any(|prefix| lower.starts_with(prefix))
    };
    match address.trim().split_once('#').map(|(_, fragment)| fragment).filter(named) {
        Some(fragment) if !page.contains('#') => Some(format!("{page}#{fragment}")),
        _ => Some(page),
    }
}

/// An address as it came, without the parameters that only track: they change from poll to poll, and
/// the page does not.
pub fn untracked(address: &str) -> String {
    let (page, fragment) = address.find('#').map_or((address, ""), |at| address.split_at(at));
    let Some((path, query)) = page.split_once('?') else { return address.to_owned() };
    let stays = |piece: &&str| {
        let (name, value) = piece.split_once('=').unwrap_or((piece, ""));
        !tracks(name, value)
    };
    let kept: Vec<&str> = query.split('&').filter(stays).collect();
    let query = if kept.is_empty() { String::new() } else { format!("?{}", kept.join("&")) };
    format!("{path}{query}{fragment}")
}

/// An address as it is published: without the parameters that surely only track. What may choose a page
/// on some site, or another rendering of it, stays.
pub fn clean(address: &str) -> Cow<'_, str> {
    let (page, fragment) = address.find('#').map_or((address, ""), |at| address.split_at(at));
    let Some((path, query)) = page.split_once('?') else { return Cow::Borrowed(address) };
    let stays = |piece: &&str| {
        let (name, value) = piece.split_once('=').unwrap_or((piece, ""));
        !tracks(name, value) || rules::MAY_CHOOSE.contains(&name.to_ascii_lowercase().as_str())
    };
    if query.split('&').all(|piece| stays(&piece)) {
        return Cow::Borrowed(address);
    }
    let kept: Vec<&str> = query.split('&').filter(stays).collect();
    let query = if kept.is_empty() { String::new() } else { format!("?{}", kept.join("&")) };
    Cow::Owned(format!("{path}{query}{fragment}"))
}

/// The host of an address without `www.`, `m.` and the like, in lower case.
pub fn domain(address: &str) -> Option<String> {
    let address = address.trim();
    if let Some((host, ..)) = plain::host(address) {
        return Some(bare_host(host));
    }
    let url = Url::parse(address).ok()?;
    Some(bare_host(url.host_str()?).to_ascii_lowercase())
}

/// Whether an address can be read as one that has a scheme.
pub fn is_whole(address: &str) -> bool {
    plain::host(address).is_some() || Url::parse(address).is_ok()
}

/// Whether an address is one of the web's: http or https, with a host.
pub fn is_web(address: &str) -> bool {
    plain::host(address).is_some()
        || Url::parse(address).is_ok_and(|url| matches!(url.scheme(), "http" | "https"))
}

/// The registrable part of an address's host by rule of thumb: the last two labels, or three
/// where a country's registry sells below a second one (`bbc.co.uk`).
pub fn site(address: &str) -> Option<String> {
    let host = domain(address)?;
    let start = registrable(&host);
    Some(host[start..].to_owned())
}

/// Takes every rule once.
fn step(address: &str) -> Option<(String, bool)> {
    let address = address.trim();
    if address.len() > LONGEST {
        return None;
    }
    if let Some(page) = plain::page(address) {
        let host = bare_host(page.host);
        if !may_redirect(&host) {
            let (path, query) = (path(page.path), query(page.query));
            // Only scheme, host and a stroke at the end were another: of that nothing is left to do.
            let is_settled = path == page.path.trim_end_matches('/')
                && query.strip_prefix('?').unwrap_or_default() == page.query;
            return Some((["https://", &host, page.port, &path, &query].concat(), is_settled));
        }
    }
    let url = Url::parse(address).ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
    let host = bare_host(url.host_str()?);
    if let Some(target) = target(&host, &url) {
        return Some((target, false));
    }
    let port = url
        .port()
        .filter(|port| !matches!(port, 80 | 443))
        .map(|port| format!(":{port}"))
        .unwrap_or_default();
    let path = path(url.path());
    let query = query(url.query().unwrap_or_default());
    // Old single-page sites name the page behind "#!"; any other fragment is a place in it.
    let fragment = url.fragment().filter(|f| f.starts_with('!')).map(|f| format!("#{f}")).unwrap_or_default();
    Some((format!("https://{host}{port}{path}{query}{fragment}"), false))
}

/// Where the registrable part of a host begins.
fn registrable(host: &str) -> usize {
    let numeric =
        host.ends_with(']') || host.rsplit('.').next().is_some_and(|last| last.parse::<u32>().is_ok());
    // The last three dots, the last one first.
    let mut dots = host.rmatch_indices('.').map(|(at, _)| at);
    let (Some(last), Some(second)) = (dots.next(), dots.next()) else { return 0 };
    if numeric {
        return 0;
    }
    let third = dots.next();
    if registry(&host[second + 1..last], &host[last + 1..]) {
        third.map_or(0, |third| third + 1)
    } else {
        second + 1
    }
}

fn registry(second: &str, country: &str) -> bool {
    country.len() == 2 && rules::REGISTRY_LABELS.contains(&second)
}

/// A host without the labels that lead to the same site.
fn bare_host(host: &str) -> String {
    let host = host.trim_end_matches('.').to_ascii_lowercase();
    let start = registrable(&host);
    let (labels, kept) = host.split_at(start);
    let mut out = String::with_capacity(host.len());
    for label in labels.split('.').filter(|label| !label.is_empty() && !rules::HOST_LABELS.contains(label)) {
        out.push_str(label);
        out.push('.');
    }
    out + kept
}

/// Whether a host is that, or one below it.
fn on(host: &str, of: &str) -> bool {
    host.strip_suffix(of).is_some_and(|before| before.is_empty() || before.ends_with('.'))
}

/// Whether [`target`] can find anything at this host.
fn may_redirect(host: &str) -> bool {
    let of =
        rules::REDIRECTS.iter().map(|rule| rule.0).chain(rules::PATH_REDIRECTS.iter().map(|rule| rule.0));
    of.chain(rules::SHORT_HOSTS.iter().map(|rule| rule.0)).any(|of| on(host, of))
}

/// The address that a redirect, cache or short address carries.
fn target(host: &str, url: &Url) -> Option<String> {
    let on = |of: &str| on(host, of);
    for (of, path, name) in rules::REDIRECTS {
        if on(of) && url.path().starts_with(path) {
            let carried = url.query_pairs().find(|(key, _)| key == name).map(|(_, value)| value.into_owned());
            if let Some(target) = carried.filter(|target| is_page(target)) {
                return Some(target);
            }
        }
    }
    for (of, before) in rules::PATH_REDIRECTS {
        if on(of)
            && let Some(rest) = after(url.path(), before)
        {
            let rest = if is_page(rest) { rest.to_owned() } else { format!("https://{rest}") };
            let query = url.query().map(|query| format!("?{query}")).unwrap_or_default();
            let target = rest + &query;
            return Url::parse(&target)
                .ok()
                .filter(|url| url.host_str().is_some_and(|h| h.contains('.')))
                .map(|_| target);
        }
    }
    let (_, long) = rules::SHORT_HOSTS.iter().find(|(of, _)| *of == host)?;
    let id = url.path_segments()?.next().filter(|id| !id.is_empty())?;
    Some(format!("{long}{id}"))
}

fn is_page(target: &str) -> bool {
    Url::parse(target).is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.host_str().is_some())
}

/// What follows the start of a path; `*` in the start stands for one segment.
fn after<'p>(path: &'p str, start: &str) -> Option<&'p str> {
    let Some((head, tail)) = start.split_once('*') else {
        return path.strip_prefix(start).filter(|rest| !rest.is_empty());
    };
    let rest = path.strip_prefix(head)?;
    let segment = rest.find('/')?;
    rest[segment..].strip_prefix(tail).filter(|rest| !rest.is_empty())
}

/// A path without session, index page, other renderings, doubled and trailing slashes.
fn path(path: &str) -> String {
    let plain = unescaped(path);
    let mut segments: Vec<&str> = plain.split('/').filter(|segment| !segment.is_empty()).collect();
    if segments.len() > 1 && segments[0] == "amp" {
        segments.remove(0);
    }
    while let Some(last) = segments.pop() {
        let last = last.split(";jsessionid=").next().unwrap_or_default();
        let lower = last.to_ascii_lowercase();
        let whole = rules::INDEX_PAGES.contains(&lower.as_str())
            || (!segments.is_empty() && rules::RENDERINGS.contains(&lower.as_str()));
        if whole || last.is_empty() {
            continue;
        }
        let ending =
            rules::RENDERING_ENDINGS.iter().find(|end| lower.len() > end.len() && lower.ends_with(**end));
        match ending {
            Some(end) if end.ends_with(".html") => {
                return joined(&segments, &format!("{}.html", &last[..last.len() - end.len()]));
            }
            Some(end) => return joined(&segments, &last[..last.len() - end.len()]),
            None => return joined(&segments, last),
        }
    }
    String::new()
}

fn joined(segments: &[&str], last: &str) -> String {
    segments.iter().chain([&last]).flat_map(|segment| ["/", segment]).collect()
}

/// A query without what only tracks, in order of names; as it stands where it is no list of
/// names and values.
fn query(query: &str) -> String {
    let plain = unescaped(query);
    let mut pairs: Vec<(&str, &str)> = Vec::new();
    for piece in plain.split('&').filter(|piece| !piece.is_empty()) {
        let (name, value) = piece.split_once('=').unwrap_or((piece, ""));
        if !tracks(name, value) {
            pairs.push((name, piece));
        }
    }
    if pairs.is_empty() {
        return String::new();
    }
    if pairs.iter().all(|(_, piece)| piece.contains('=')) {
        // Stable: repeated names keep their order, which may mean something.
        pairs.sort_by_key(|(name, _)| *name);
    }
    let pieces: Vec<&str> = pairs.into_iter().map(|(_, piece)| piece).collect();
    format!("?{}", pieces.join("&"))
}

fn tracks(name: &str, value: &str) -> bool {
    let name = lower(name);
    TRACKING.binary_search(&name.as_ref()).is_ok()
        || rules::TRACKING_PREFIXES.iter().any(|prefix| name.starts_with(prefix))
        || rules::TRACKING_VALUES
            .iter()
            .any(|(of, values)| *of == name && values.contains(&lower(value).as_ref()))
}

/// The names that only track, in order.
static TRACKING: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let mut names = rules::TRACKING.to_vec();
    names.sort_unstable();
    names
});

/// In small letters, which nearly all names are in.
fn lower(text: &str) -> Cow<'_, str> {
    match text.bytes().any(|byte| byte.is_ascii_uppercase()) {
        true => Cow::Owned(text.to_ascii_lowercase()),
        false => Cow::Borrowed(text),
    }
}

/// Percent-escapes of letters, digits and `-._~` undone, the others in capitals (RFC 3986 6.2.2).
fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('%') {
        out.push_str(&rest[..at]);
        let code = rest.get(at + 1..at + 3).and_then(|hex| u8::from_str_radix(hex, 16).ok());
        match code {
            Some(byte) if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) => {
                out.push(char::from(byte))
            }
            Some(byte) => out.push_str(&format!("%{byte:02X}")),
            None => {
                out.push('%');
                rest = &rest[at + 1..];
                continue;
            }
        }
        rest = &rest[at + 3..];
    }
    out + rest
}

#[cfg(test)]
mod tests;
