//! What one rule found, and the one list that is made of all finds.
//!
//! One credit an outlet: the strongest kind and its words are kept, in order of appearance.

use std::collections::HashMap;

use super::linked::Linked;
use super::names::{Name, Names, names_host, parents};
use super::tokens::Line;
use super::words::AGGREGATORS;
use crate::model::{Credit, CreditKind};
use crate::text::url::domain;

/// More credits than this are a list of outlets, no news; the rest is dropped.
pub const MOST: usize = 50;
/// The longest evidence in characters.
const EVIDENCE: usize = 200;

/// An outlet, how it is credited and where.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub(super) kind: CreditKind,
    pub(super) identity: String,
    pub(super) shown: String,
    /// The bytes of the name in the page.
    pub(super) name: (usize, usize),
    /// The words that credit, bytes in the page.
    pub(super) words: (usize, usize),
    /// The address, where the rule already knows it.
    pub(super) url: Option<String>,
}

impl Found {
    /// A find whose words are the tokens from `first` up to `end`, the name among them.
    pub(super) fn new(line: &Line<'_>, name: &Name, kind: CreditKind, first: usize, end: usize) -> Self {
        let bytes = |from: usize, to: usize| {
            let start = line.tokens.get(from).map_or(line.text.len(), |token| token.start);
            let stop = to.checked_sub(1).and_then(|at| line.tokens.get(at)).map_or(start, |token| token.end);
            (line.offset + start, line.offset + stop.max(start))
        };
        Self {
            kind,
            identity: name.identity.clone(),
            shown: name.shown.clone(),
            name: bytes(name.first, name.end),
            words: bytes(first.min(name.first), end.max(name.end)),
            url: None,
        }
    }
}

/// The finds of a whole page as credits: without the site itself, one an outlet.
pub(super) fn credits(
    mut found: Vec<Found>,
    page: &Linked,
    site: Option<&str>,
    names: &Names,
) -> Vec<Credit> {
    // Of two finds at one place the longer name is the whole one.
    found.sort_by_key(|found| (found.name.0, strength(found.kind), std::cmp::Reverse(found.name.1)));
    let host = site.and_then(domain);
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut out: Vec<(Credit, u8)> = Vec::new();
    let mut last = Absolute::default();
    // What lies within a longer name that begins at the same place is a piece of it.
    let mut whole = (0, 0);
    for mut found in found {
        // A name that stood where any may stand is the listed one of other languages all the same.
        if let Some(identity) = super::world::spelling::identity_of(&found.identity) {
            found.identity = identity.to_owned();
        }
        if found.name.0 == whole.0 && found.name.1 < whole.1 {
            continue;
        }
        whole = if found.name.0 == whole.0 { (whole.0, whole.1.max(found.name.1)) } else { found.name };
        if places.get(&found.identity).is_some_and(|&at| is_enough(&out[at], found.kind)) {
            continue;
        }
        let credit = credit(&found, page, site, &mut last);
        if host.as_deref().is_some_and(|host| is_self(&found, &credit, host, names)) {
            continue;
        }
        let strength = strength(found.kind);
        match places.get(&found.identity) {
            Some(&at) => merge(&mut out[at], credit, strength),
            None if out.len() < MOST => {
                places.insert(found.identity, out.len());
                out.push((credit, strength));
            }
            None => {}
        }
    }
    out.into_iter().map(|(credit, _)| credit).collect()
}

fn merge(kept: &mut (Credit, u8), other: Credit, strength: u8) {
    let url = kept.0.url.take().or_else(|| other.url.clone());
    if strength < kept.1 {
        let name = std::mem::take(&mut kept.0.name);
        *kept = (Credit { name, ..other }, strength);
    }
    kept.0.url = url;
}

/// Lower is stronger: what says where the whole text comes from goes before what says where a fact does.
fn strength(kind: CreditKind) -> u8 {
    match kind {
        CreditKind::Syndicated => 0,
        CreditKind::Wire => 1,
        CreditKind::FirstReported => 2,
        CreditKind::HatTip => 3,
        CreditKind::Via => 4,
        CreditKind::Source => 5,
        CreditKind::Byline => 6,
    }
}

/// Whether another find of this kind adds nothing to what is kept.
fn is_enough((credit, kept): &(Credit, u8), kind: CreditKind) -> bool {
    credit.url.is_some() && strength(kind) >= *kept
}

/// The address made absolute last: a whole page may stand in one link.
#[derive(Default)]
struct Absolute {
    written: String,
    address: Option<String>,
}

impl Absolute {
    fn of(&mut self, written: &str, site: Option<&str>) -> Option<String> {
        if self.written != written {
            *self = Self { written: written.to_owned(), address: absolute(written, site) };
        }
        self.address.clone()
    }
}

fn credit(found: &Found, page: &Linked, site: Option<&str>, last: &mut Absolute) -> Credit {
    let words = page.text.get(found.words.0..found.words.1).unwrap_or_default();
    let url = found.url.as_deref().or_else(|| near(found, page));
    Credit {
        name: found.shown.clone(),
        url: url.and_then(|url| last.of(url, site)),
        kind: found.kind,
        evidence: words.chars().take(EVIDENCE).collect(),
    }
}

/// The address of a link on the name or its words, or just before them when the domain fits.
fn near<'p>(found: &Found, page: &'p Linked) -> Option<&'p str> {
    let after = page.links.partition_point(|link| link.span.start < found.words.1);
    let mut near = page.links[..after].iter().rev().take(4);
    let on = |span: (usize, usize)| {
        move |link: &&super::linked::Link| link.span.start < span.1 && span.0 < link.span.end
    };
    let candidates: Vec<_> = near.by_ref().collect();
    let chosen = candidates
        .iter()
        .copied()
        .find(on(found.name))
        .or_else(|| candidates.iter().copied().find(on(found.words)));
    let fits = |link: &&super::linked::Link| {
        let close = found.words.0.saturating_sub(link.span.end) <= 400;
        close && domain(&link.address).is_some_and(|host| names_host(&found.identity, &found.shown, &host))
    };
    chosen.or_else(|| candidates.iter().copied().find(fits)).map(|link| link.address.as_str())
}

fn absolute(address: &str, site: Option<&str>) -> Option<String> {
    let url = match url::Url::parse(address) {
        Ok(url) => url,
        Err(_) => url::Url::parse(site?).ok()?.join(address).ok()?,
    };
    matches!(url.scheme(), "http" | "https").then(|| url.to_string())
}

/// A site's credit of itself is none. What gathers for others is not meant by its own host.
fn is_self(found: &Found, credit: &Credit, host: &str, names: &Names) -> bool {
    let domains = super::world::spelling::domains_of(&found.identity);
    if names_host(&found.identity, &found.shown, host)
        || parents(host).any(|host| domains.contains(&host))
        || names.of_host(host).is_some_and(|(_, identity, _)| identity == found.identity)
    {
        return true;
    }
    let own = credit.url.as_deref().and_then(domain).is_some_and(|linked| linked == host);
    own && !is_aggregator(host)
}

/// Whether the host publishes what others wrote.
pub(super) fn is_aggregator(host: &str) -> bool {
    parents(host).any(|host| AGGREGATORS.contains(&host))
}
