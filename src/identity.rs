//! How an entry is recognised again, and the id it is published under.
//!
//! Three kinds of key, the strongest first: the guid, the canonical address, the content. A guid or
//! an address that several items of one document share identifies none of them and is stepped over.
//! Ids are pure functions of what the origin sent, never of a row or of the time.

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};
use sha2::{Digest, Sha256};
use xxhash_rust::xxh3::Xxh3;

use crate::model::{Article, Entry, Feed, Incoming, Key, OWN, Provenance, Status, Text};
use crate::text::url;

/// The year in our `tag:` URIs (RFC 4151). A constant: ids must not change with the calendar.
const TAG_YEAR: &str = "2026";
/// A date that is further ahead than this is a mistake or a trick, and is clamped.
const SKEW: TimeDelta = TimeDelta::minutes(10);
/// 1990-01-01: no feed is older; an earlier date is an unset clock.
const OLDEST: i64 = 631_152_000;
/// Shorter texts say too little to recognise an entry by.
const TELLING_BYTES: usize = 60;

/// What the entries of one document have in common.
#[derive(Debug, Clone)]
pub struct Origin<'a> {
    /// Key of the source.
    pub source: &'a str,
    /// Host of our own base URL, the authority of our `tag:` URIs.
    pub host: &'a str,
    /// Whether the source was once seen to give several items one guid.
    pub weak_guids: bool,
    /// The feed, for entries that do not name another as their source.
    pub provenance: &'a Provenance,
    /// When the document was last changed, by its own or the server's word.
    pub dated: Option<DateTime<Utc>>,
}

/// Whether several different items of a document share one guid.
pub fn guids_are_weak(feed: &Feed) -> bool {
    let mut links: HashMap<&str, Option<&str>> = HashMap::new();
    feed.entries.iter().any(|entry| {
        let Some(id) = entry.id.as_deref() else { return false };
        let link = entry.link.as_deref();
        *links.entry(id).or_insert(link) != link
    })
}

/// The entries of a document, ready to be filed, in document order.
pub fn of_feed(feed: &mut Feed, origin: &Origin<'_>, now: DateTime<Utc>) -> Vec<Incoming> {
    let dated =
        origin.dated.or(feed.updated).or(feed.published).and_then(|date| sane(date, now)).unwrap_or(now);
    let uses = Uses::of(feed);
    let language = feed.language.clone();
    let entries = std::mem::take(&mut feed.entries);
    let incoming = entries.into_iter().map(|mut entry| {
        if entry.language.is_none() {
            entry.language.clone_from(&language);
        }
        let guid =
            entry.id.clone().filter(|id| !origin.weak_guids && uses.guid(id) == 1 && !id.trim().is_empty());
        let link = entry.link.clone().filter(|link| uses.link(link) == 1);
        one(entry, guid.as_deref(), link.as_deref(), origin, dated, now)
    });
    incoming.collect()
}

/// How often each guid and each canonical address occurs in one document.
struct Uses {
    guids: HashMap<String, usize>,
    links: HashMap<String, usize>,
}

impl Uses {
    fn of(feed: &Feed) -> Self {
        let mut uses = Self { guids: HashMap::new(), links: HashMap::new() };
        for entry in &feed.entries {
            if let Some(id) = &entry.id {
                *uses.guids.entry(id.clone()).or_default() += 1;
            }
            if let Some(link) = entry.link.as_deref().and_then(url::canonical) {
                *uses.links.entry(link).or_default() += 1;
            }
        }
        uses
    }

    fn guid(&self, id: &str) -> usize {
        self.guids.get(id).copied().unwrap_or_default()
    }

    fn link(&self, link: &str) -> usize {
        url::canonical(link).and_then(|link| self.links.get(&link).copied()).unwrap_or_default()
    }
}

fn one(
    mut entry: Entry,
    guid: Option<&str>,
    link: Option<&str>,
    origin: &Origin<'_>,
    dated: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Incoming {
    let (published, updated) = dates(&entry, dated, now);
    let canonical = link.and_then(url::canonical);
    let title = entry.title.as_ref().map(plain_text).unwrap_or_default();
    let keys = keys(origin.source, &entry, guid, canonical.as_deref(), &title);
    let id = match (guid, link) {
        (Some(guid), _) if is_absolute_uri(guid) => guid.to_owned(),
        (Some(guid), _) => tag(origin.host, &[origin.source, "guid", guid]),
        (None, Some(link)) if is_absolute_uri(link) => link.to_owned(),
        (None, _) => tag(origin.host, &[origin.source, "content", &title, &body(&entry)]),
    };
    let opaque =
        guid.filter(|guid| !is_absolute_uri(guid) && !guid.bytes().all(|byte| byte.is_ascii_digit()));
    Incoming {
        keys,
        id,
        guid: opaque.map(str::to_owned),
        print: print(&mut entry),
        published,
        updated,
        provenance: Some(entry.source.clone().unwrap_or_else(|| origin.provenance.clone())),
        sections: Vec::new(),
        credits: Vec::new(),
        status: Status::Usable,
        embargo: None,
        entry,
    }
}

/// One of our own articles, ready to be filed. Its record identifies it; its address is set already.
pub fn of_article(article: Article, host: &str, now: DateTime<Utc>) -> Incoming {
    let mut entry = article.entry;
    let (published, updated) = dates(&entry, now, now);
    let id = match entry.id.as_deref() {
        Some(id) if is_absolute_uri(id) => id.to_owned(),
        Some(id) => tag(host, &[OWN, "guid", id]),
        None => tag(host, &[OWN, "record", &article.key]),
    };
    Incoming {
        keys: vec![key(OWN, "record", &article.key)],
        id,
        guid: None,
        print: print(&mut entry),
        // A time ahead is an announcement here, not a mistake: it is kept back until then.
        published: entry.published.unwrap_or(published),
        updated,
        provenance: None,
        sections: article.sections,
        credits: article.credits,
        status: article.status,
        embargo: article.embargo.max(entry.published.filter(|date| *date > now)),
        entry,
    }
}

/// The title that a source's feed gives itself, its addresses and rights.
pub fn provenance(feed: &Feed, name: &str, home: &str, address: Option<&str>) -> Provenance {
    let public = address.map(str::to_owned).or_else(|| feed.self_link.clone());
    Provenance {
        id: feed.id.clone().filter(|id| is_absolute_uri(id)).or_else(|| public.clone()),
        title: Some(name.to_owned()),
        link: Some(home.to_owned()).filter(|home| !home.is_empty()).or_else(|| feed.link.clone()),
        feed: public,
        updated: None,
        rights: feed.rights.clone(),
        authors: feed.authors.clone(),
    }
}

/// When an entry was published and last changed. Undated entries take the document's date.
fn dates(entry: &Entry, dated: DateTime<Utc>, now: DateTime<Utc>) -> (DateTime<Utc>, DateTime<Utc>) {
    let known = |date: Option<DateTime<Utc>>| date.and_then(|date| sane(date, now));
    let published = known(entry.published).or_else(|| known(entry.updated)).unwrap_or(dated);
    let updated = known(entry.updated).unwrap_or(published).max(published);
    (published, updated)
}

/// A date as it can be used: impossible ones are none, future ones are clamped to now.
fn sane(date: DateTime<Utc>, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
    match date.timestamp() {
        early if early < OLDEST => None,
        _ if date > now + SKEW => Some(now),
        _ => Some(date),
    }
}

fn keys(source: &str, entry: &Entry, guid: Option<&str>, link: Option<&str>, title: &str) -> Vec<Key> {
    let mut keys = Vec::with_capacity(3);
    if let Some(guid) = guid {
        keys.push(key(source, "guid", guid));
    }
    if let Some(link) = link {
        // Pages like /live are reused for new items, which then come with a new guid and title.
        match guid {
            Some(_) if !title.is_empty() => {
                keys.push(key(source, "address and title", &format!("{link}\n{title}")))
            }
            Some(_) => {}
            None => keys.push(key(source, "address", link)),
        }
    }
    let body = body(entry);
    if title.len() + body.len() >= TELLING_BYTES || keys.is_empty() {
        keys.push(key(source, "content", &format!("{title}\n{body}")));
    }
    keys
}

/// The longest text of an entry, plain.
fn body(entry: &Entry) -> String {
    entry.content.as_ref().or(entry.summary.as_ref()).map(plain_text).unwrap_or_default()
}

/// White space is folded, so that a feed that is laid out anew keeps its keys.
fn plain_text(text: &Text) -> String {
    text.without_markup().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn key(source: &str, kind: &str, value: &str) -> Key {
    let mut hash = Xxh3::new();
    for part in [source, kind, value] {
        hash.update(part.as_bytes());
        hash.update(&[0]);
    }
    Key(hash.digest().cast_signed())
}

/// A print of everything but the times, which publishers move without a reason.
fn print(entry: &mut Entry) -> i64 {
    let (published, updated, count) =
        (entry.published.take(), entry.updated.take(), entry.comment_count.take());
    let mut hash = Xxh3::new();
    // Writing into a hash cannot fail; a model that serde refused would be a bug and hashes as its part.
    let _ = serde_json::to_writer(Hashing(&mut hash), entry);
    (entry.published, entry.updated, entry.comment_count) = (published, updated, count);
    hash.digest().cast_signed()
}

struct Hashing<'a>(&'a mut Xxh3);

impl std::io::Write for Hashing<'_> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// A `tag:` URI (RFC 4151) made from parts.
pub fn tag(host: &str, parts: &[&str]) -> String {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part.as_bytes());
        hash.update([0]);
    }
    let name: String = hash.finalize()[..12].iter().map(|byte| format!("{byte:02x}")).collect();
    format!("tag:{host},{TAG_YEAR}:{name}")
}

/// Whether a string is an absolute URI (RFC 3986 4.3) that may be published as an id as it stands.
pub fn is_absolute_uri(id: &str) -> bool {
    let Some((scheme, rest)) = id.split_once(':') else { return false };
    let scheme_is_sound = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte));
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~:/?#@!$&'()*+,;=%".contains(&byte);
    let is_sound = match scheme.to_ascii_lowercase().as_str() {
        // The parser forgives missing and additional slashes; an id may not need it.
        "http" | "https" => {
            rest.starts_with("//") && !rest.starts_with("///") && ::url::Url::parse(id).is_ok()
        }
        "tag" => is_tag(rest),
        "urn" => is_urn(rest),
        _ => true,
    };
    scheme_is_sound && !rest.is_empty() && rest.bytes().all(allowed) && is_sound
}

/// RFC 4151 2.1: an authority in lower case, a date, a specific part.
fn is_tag(rest: &str) -> bool {
    let Some((authority, date)) = rest.split_once(',') else { return false };
    let date = date.split(':').next().unwrap_or_default();
    let digits =
        |part: &str, count: usize| part.len() == count && part.bytes().all(|byte| byte.is_ascii_digit());
    let mut parts = date.split('-');
    let year = parts.next().is_some_and(|year| digits(year, 4));
    let host = authority.rsplit('@').next().unwrap_or_default();
    rest.contains(&format!("{date}:"))
        && year
        && parts.clone().count() <= 2
        && parts.all(|part| digits(part, 2))
        && host.starts_with(|c: char| c.is_ascii_alphanumeric())
        && host
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-.".contains(&byte))
}

/// RFC 8141 2: a namespace of two letters or more; a UUID (RFC 9562 4) of the right shape.
fn is_urn(rest: &str) -> bool {
    let Some((namespace, specific)) = rest.split_once(':') else { return false };
    let groups = || specific.split('-').map(str::len).collect::<Vec<_>>();
    let hex = || specific.bytes().all(|byte| byte.is_ascii_hexdigit() || byte == b'-');
    namespace.len() >= 2
        && !specific.is_empty()
        && (!namespace.eq_ignore_ascii_case("uuid") || (groups() == [8, 4, 4, 4, 12] && hex()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now() -> DateTime<Utc> {
        DateTime::from_timestamp(1_700_000_000, 0).unwrap()
    }

    fn filed(entries: Vec<Entry>) -> Vec<Incoming> {
        let mut feed = Feed { entries, ..Feed::default() };
        let weak_guids = guids_are_weak(&feed);
        let provenance = Provenance::default();
        let origin =
            Origin { source: "s", host: "d.example", weak_guids, provenance: &provenance, dated: None };
        of_feed(&mut feed, &origin, now())
    }

    fn entry(id: Option<&str>, link: &str, title: &str) -> Entry {
        let title = Some(Text::plain(title));
        Entry { id: id.map(str::to_owned), link: Some(link.to_owned()), title, ..Entry::default() }
    }

    #[test]
    fn absolute_uri_is_kept_character_for_character() {
        let id = "HTTP://A.example:80/x?b=1&a=%7e";
        assert_eq!(filed(vec![entry(Some(id), "http://a.example/x", "T")])[0].id, id);
    }

    #[test]
    fn opaque_guid_becomes_a_tag_and_stays_for_rss() {
        let incoming = filed(vec![entry(Some("abc 1"), "http://a.example/x", "T")]).remove(0);
        assert!(incoming.id.starts_with("tag:d.example,2026:"), "{}", incoming.id);
        assert_eq!(incoming.guid.as_deref(), Some("abc 1"));
        assert_eq!(filed(vec![entry(Some("123"), "http://a.example/x", "T")])[0].guid, None);
    }

    #[test]
    fn entry_without_guid_takes_its_link_as_id() {
        assert_eq!(filed(vec![entry(None, "http://a.example/x", "T")])[0].id, "http://a.example/x");
    }

    #[test]
    fn shared_guid_identifies_nobody() {
        let entries =
            vec![entry(Some("g"), "http://a.example/1", "A"), entry(Some("g"), "http://a.example/2", "B")];
        let incoming = filed(entries);
        assert_eq!(
            (incoming[0].id.as_str(), incoming[1].id.as_str()),
            ("http://a.example/1", "http://a.example/2")
        );
        assert!(incoming[0].keys.iter().all(|key| !incoming[1].keys.contains(key)));
    }

    #[test]
    fn changed_guid_is_recognised_by_address_and_title() {
        let old = filed(vec![entry(Some("http://a.example/?p=1"), "http://a.example/x", "T")]).remove(0);
        let new = filed(vec![entry(Some("https://a.example/?p=1"), "https://a.example/x", "T")]).remove(0);
        assert!(old.keys.iter().any(|key| new.keys.contains(key)));
    }

    #[test]
    fn print_ignores_times() {
        let mut one = entry(None, "http://a.example/x", "T");
        let mut two = Entry { updated: Some(now()), ..one.clone() };
        assert_eq!(print(&mut one), print(&mut two));
        assert_eq!(two.updated, Some(now()));
    }

    #[test]
    fn future_date_is_clamped_and_ancient_date_is_none() {
        assert_eq!(sane(now() + TimeDelta::days(3), now()), Some(now()));
        assert_eq!(sane(DateTime::from_timestamp(0, 0).unwrap(), now()), None);
    }

    #[test]
    fn uris_with_spaces_or_without_host_are_not_absolute() {
        for id in ["http://a.example/a b", "http:///x", "no-scheme", "", "1http://x", "caf\u{e9}:x"] {
            assert!(!is_absolute_uri(id), "{id}");
        }
        assert!(
            is_absolute_uri("tag:a.example,2005:1") && is_absolute_uri("tag:me@a.example,2005-01-31:1,2:3")
        );
    }

    #[test]
    fn tags_and_urns_of_the_wrong_shape_are_not_absolute() {
        for id in [
            "tag:https://a.example,2025-07-13:/x",
            "tag:A.example,2005:1",
            "tag:a.example,05:1",
            "tag:a.example:1",
        ] {
            assert!(!is_absolute_uri(id), "{id}");
        }
        assert!(
            is_absolute_uri("urn:uuid:225bbb3b-dd1d-4eb2-b1a3-24ba7e6d8a0e") && is_absolute_uri("urn:isbn:1")
        );
        assert!(!is_absolute_uri("urn:uuid:1") && !is_absolute_uri("urn:x:1"));
    }
}
