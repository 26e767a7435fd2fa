//! Credits that are declared, not written: by the feed an entry came in, and by the page itself.
//!
//! RSS `<source>`, `atom:source`, `dc:source`, `link rel="via"`, a canonical address at another
//! site, JSON-LD `isBasedOn` and `citation`. Each keeps the declaration as its words. What names
//! the entry's own outlet is no credit.

use super::found::MOST;
use super::linked::attribute;
use super::names::{Level, Names, identity, is_refused, names_host};
use super::shapes::is_person;
use crate::model::{Credit, CreditKind, Entry, Outlet};
use crate::text::url::{domain, site};

/// More of a JSON-LD block than this is not looked at.
const LONGEST_DATA: usize = 200_000;

impl Names {
    /// What the entry's feed declares about where it is from; `own` is the outlet that publishes it.
    pub fn declared(&self, entry: &Entry, own: &Outlet) -> Vec<Credit> {
        let mut found = Vec::new();
        if let Some(source) = &entry.source {
            let title = source.title.as_deref().map(str::trim).filter(|title| !title.is_empty());
            let home = source.link.as_deref().or(source.feed.as_deref());
            let words = format!("source: {}", title.or(home).unwrap_or_default());
            // The report itself, where the entry links to it: an aggregator's item leads to its source.
            let link = entry.link.as_deref().filter(|link| home.is_some_and(|home| site(home) == site(link)));
            let named = match (home.and_then(|home| self.known_host(home)), title) {
                (Some(name), _) => Some(name),
                (None, Some(title)) => self.named_so(title),
                (None, None) => home.and_then(|home| self.host_name(home)),
            };
            found.extend(named.map(|name| credit(name, link, CreditKind::Syndicated, words)));
        }
        for origin in &entry.derived_from {
            found.extend(self.origin(origin, CreditKind::Source, format!("dc:source: {origin}")));
        }
        for link in &entry.links {
            let kind = match link.rel.to_ascii_lowercase().as_str() {
                "via" => CreditKind::Via,
                "canonical" if elsewhere(&link.href, entry.link.as_deref()) => CreditKind::Syndicated,
                _ => continue,
            };
            let words = format!("link rel={}: {}", link.rel, link.href);
            let name = self.host_name(&link.href);
            let titled = link.title.as_deref().and_then(|title| self.named_so(title));
            let name = titled.filter(|_| kind == CreditKind::Via).or(name);
            found.extend(name.map(|name| credit(name, Some(&link.href), kind, words)));
        }
        others(found, own)
    }

    /// What a page declares in its markup.
    pub(super) fn declared_in(&self, html: &str, page: Option<&str>) -> Vec<Credit> {
        let own = Outlet { name: String::new(), home: page.map(str::to_owned) };
        let mut found = Vec::new();
        for (tag, inside) in tags(html) {
            if tag.starts_with("link") || tag.starts_with("meta") {
                found.extend(self.pointed(tag, page));
            } else if tag.to_ascii_lowercase().contains("ld+json") && inside.len() <= LONGEST_DATA {
                let Ok(data) = serde_json::from_str(inside.trim()) else { continue };
                self.in_data(&data, 0, &mut found);
            }
        }
        found.truncate(MOST);
        others(found, &own)
    }

    /// `<link rel="canonical">` to another site, `<meta name="syndication-source">` and its like.
    fn pointed(&self, tag: &str, page: Option<&str>) -> Option<Credit> {
        let (name, address) = match tag.starts_with("link") {
            true => (attribute(tag, "rel")?, attribute(tag, "href")?),
            false => (attribute(tag, "name")?, attribute(tag, "content")?),
        };
        let name = name.to_ascii_lowercase();
        let points = ["canonical", "syndication-source", "original-source"].contains(&name.as_str());
        let outlet = self.host_name(&address).filter(|_| points && elsewhere(&address, page))?;
        Some(credit(outlet, Some(&address), CreditKind::Syndicated, format!("{name}: {address}")))
    }

    /// `isBasedOn` and `citation` anywhere in JSON-LD.
    fn in_data(&self, data: &serde_json::Value, depth: usize, found: &mut Vec<Credit>) {
        if depth > 12 || found.len() >= MOST {
            return;
        }
        match data {
            serde_json::Value::Array(items) => {
                items.iter().for_each(|item| self.in_data(item, depth + 1, found));
            }
            serde_json::Value::Object(object) => {
                for (key, value) in object {
                    match key.as_str() {
                        "isBasedOn" | "isBasedOnUrl" | "citation" => self.based_on(key, value, found),
                        _ => self.in_data(value, depth + 1, found),
                    }
                }
            }
            _ => {}
        }
    }

    fn based_on(&self, key: &str, value: &serde_json::Value, found: &mut Vec<Credit>) {
        match value {
            serde_json::Value::Array(items) => {
                items.iter().take(MOST).for_each(|item| self.based_on(key, item, found));
            }
            serde_json::Value::String(origin) => {
                found.extend(self.origin(origin, CreditKind::Source, format!("{key}: {origin}")));
            }
            serde_json::Value::Object(work) => {
                let text = |of: &str| work.get(of).and_then(serde_json::Value::as_str);
                let outlet = ["publisher", "provider", "sourceOrganization"]
                    .iter()
                    .find_map(|of| work.get(*of)?.get("name").or_else(|| work.get(*of))?.as_str());
                let address = text("url").or_else(|| text("@id")).filter(|address| domain(address).is_some());
                let name = match (address.and_then(|address| self.known_host(address)), outlet) {
                    (Some(name), _) => Some(name),
                    (None, Some(outlet)) => self.named_so(outlet),
                    (None, None) => address.and_then(|address| self.host_name(address)),
                };
                let words = format!("{key}: {}", address.or(outlet).unwrap_or_default());
                found.extend(name.map(|name| credit(name, address, CreditKind::Source, words)));
            }
            _ => {}
        }
    }

    /// An outlet named by its address or its name.
    fn origin(&self, origin: &str, kind: CreditKind, words: String) -> Option<Credit> {
        let origin = origin.trim();
        match domain(origin) {
            Some(_) => Some(credit(self.host_name(origin)?, Some(origin), kind, words)),
            None => Some(credit(self.named_so(origin)?, None, kind, words)),
        }
    }

    /// The outlet of an address, if it is configured or listed.
    fn known_host(&self, address: &str) -> Option<String> {
        self.of_host(&domain(address)?).map(|(_, _, shown)| shown)
    }

    /// The outlet of an address; a domain nobody knows is its own name.
    fn host_name(&self, address: &str) -> Option<String> {
        let host = domain(address).filter(|host| host.contains('.'))?;
        self.known_host(address).or(Some(host)).filter(|name| !is_refused(name))
    }

    /// A declared name as an outlet's; numbers, sentences and persons are none.
    fn named_so(&self, name: &str) -> Option<String> {
        let name = name.trim();
        let named = self.written(name, 0, 0, Level::Free);
        let sound = name.len() <= 80 && name.chars().any(char::is_alphabetic) && !is_refused(name);
        let person = named.level == Level::Free && is_person(name);
        let code =
            named.level == Level::Free && name.chars().filter(char::is_ascii_digit).count() * 2 > name.len();
        (sound && !person && !code).then_some(named.shown)
    }
}

fn credit(name: String, address: Option<&str>, kind: CreditKind, evidence: String) -> Credit {
    let web = |address: &&str| address.starts_with("http://") || address.starts_with("https://");
    let url = address.filter(web).map(str::to_owned);
    Credit { name, url, kind, evidence: evidence.chars().take(200).collect() }
}

fn elsewhere(address: &str, page: Option<&str>) -> bool {
    match (site(address), page.and_then(site)) {
        (Some(address), Some(page)) => address != page,
        _ => false,
    }
}

/// Without what names the outlet itself.
fn others(mut found: Vec<Credit>, own: &Outlet) -> Vec<Credit> {
    let host = own.home.as_deref().and_then(domain);
    found.retain(|credit| {
        let by_name = !own.name.is_empty() && identity(&credit.name) == identity(&own.name);
        let by_host =
            host.as_deref().is_some_and(|host| names_host(&identity(&credit.name), &credit.name, host));
        let by_site = credit
            .url
            .as_deref()
            .and_then(site)
            .is_some_and(|of| own.home.as_deref().and_then(site) == Some(of));
        !(by_name || by_host || by_site)
    });
    found
}

/// The `link`, `meta` and `script` tags of a page, scripts with what stands in them.
fn tags(html: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = html;
    std::iter::from_fn(move || {
        loop {
            let at = rest.find('<')?;
            rest = &rest[at + 1..];
            let named = |name: &str| {
                rest.len() > name.len() && rest.as_bytes()[..name.len()].eq_ignore_ascii_case(name.as_bytes())
            };
            if !["link", "meta", "script"].iter().any(|name| named(name)) {
                continue;
            }
            let is_script = named("script");
            let end = rest.find('>')?;
            let tag = &rest[..end];
            rest = &rest[end + 1..];
            let inside = if is_script { &rest[..rest.find("</").unwrap_or(rest.len())] } else { "" };
            rest = &rest[inside.len()..];
            return Some((tag, inside));
        }
    })
}
