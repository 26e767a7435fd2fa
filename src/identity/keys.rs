//! The keys of an entry, and which of them name it.
//!
//! Every entry gets every key that it can have, so that a feed which drops, shares or changes its
//! guids is recognised by what it has left. What several items of one document share names nobody.

use std::collections::HashMap;

use xxhash_rust::xxh3::Xxh3;

use crate::model::{Entry, Key, KeyKind, KeyUse, Text, TextKind};
use crate::text::{plain, url};

/// Shorter texts say too little to recognise an entry by.
const TELLING_BYTES: usize = 60;

/// The key of a value of one source.
pub(super) fn key(source: &str, kind: KeyKind, value: &str, usage: KeyUse) -> Key {
    key_of(source, kind, &[value], usage)
}

/// The key of a value that is given in pieces, which are one after the other.
fn key_of(source: &str, kind: KeyKind, pieces: &[&str], usage: KeyUse) -> Key {
    let mut hash = Xxh3::new();
    for part in [&[source], &[kind.name()], pieces] {
        part.iter().for_each(|piece| hash.update(piece.as_bytes()));
        hash.update(&[0]);
    }
    Key { hash: hash.digest().cast_signed(), kind, usage }
}

/// What identifies an entry, as its keys are made of it.
#[derive(Debug, Clone)]
pub(super) struct Marks {
    pub(super) guid: Option<String>,
    /// Canonical, with its place in the page.
    pub(super) address: Option<String>,
    pub(super) title: String,
    pub(super) body: String,
    /// Second of publication, where the entry gives one.
    time: Option<String>,
}

impl Marks {
    pub(super) fn of(entry: &Entry) -> Self {
        Self {
            guid: entry.id.clone().filter(|id| !id.trim().is_empty()),
            address: address(entry).and_then(url::place),
            title: entry.title.as_ref().map(plain_text).unwrap_or_default(),
            body: body(entry),
            time: entry.published.map(|date| date.timestamp().to_string()),
        }
    }

    /// The values of the keys of a source, by kind, in pieces. `lower`: the title in small letters.
    fn values<'m>(&'m self, lower: &'m str) -> Vec<(KeyKind, [&'m str; 3])> {
        let Self { guid, address, title, body, time } = self;
        let mut values = Vec::with_capacity(6);
        values.extend(guid.as_deref().map(|guid| (KeyKind::Guid, [guid, "", ""])));
        if let Some(address) = address {
            values.push((KeyKind::Address, [address, "", ""]));
            if !title.is_empty() {
                values.push((KeyKind::AddressAndTitle, [address, "\n", title]));
            }
        }
        if let Some(time) = time.as_deref().filter(|_| !title.is_empty()) {
            values.push((KeyKind::TitleAndTime, [title, "\n", time]));
        }
        if title.len() + body.len() >= TELLING_BYTES || values.is_empty() {
            values.push((KeyKind::Content, [title, "\n", body]));
        }
        if !title.is_empty() {
            values.push((KeyKind::Title, [lower, "", ""]));
        }
        values
    }
}

/// The address that an entry itself declares for its page; one that leads to another site is no
/// address of the entry but a credit.
pub(super) fn address(entry: &Entry) -> Option<&str> {
    let link = entry.link.as_deref();
    let declared = entry.links.iter().find(|link| link.rel.eq_ignore_ascii_case("canonical"));
    let own = |href: &&str| link.is_none_or(|link| url::site(link) == url::site(href));
    declared.map(|link| link.href.as_str()).filter(own).or(link)
}

/// The keys of each item of a document.
pub(super) fn of_document(source: &str, weak_guids: bool, items: &[Marks]) -> Vec<Vec<Key>> {
    let mut uses: HashMap<i64, usize> = HashMap::new();
    let all: Vec<Vec<Key>> = items
        .iter()
        .map(|marks| {
            let lower = marks.title.to_lowercase();
            let values = marks.values(&lower).into_iter();
            values.map(|(kind, pieces)| key_of(source, kind, &pieces, KeyUse::Finds)).collect()
        })
        .collect();
    all.iter().flatten().for_each(|key| *uses.entry(key.hash).or_default() += 1);
    let shared = |key: &Key| uses.get(&key.hash).is_some_and(|count| *count > 1);
    all.iter().map(|keys| used(keys, weak_guids, &shared)).collect()
}

fn used(keys: &[Key], weak_guids: bool, shared: &dyn Fn(&Key) -> bool) -> Vec<Key> {
    let has_guid = !weak_guids && keys.iter().any(|key| key.kind == KeyKind::Guid && !shared(key));
    let usage = |key: &Key| match key.kind {
        KeyKind::Guid if weak_guids => KeyUse::Shared,
        // Items of one document with the same text under different guids or addresses: their
        // publisher means several, but the next document may show only one of them.
        KeyKind::Title if shared(key) => KeyUse::Kept,
        _ if shared(key) => KeyUse::Shared,
        // Pages like /live are reused for new items, which then come with a new guid.
        KeyKind::Address if has_guid => KeyUse::Kept,
        KeyKind::Title => KeyUse::Kept,
        _ => KeyUse::Finds,
    };
    keys.iter().map(|key| Key { usage: usage(key), ..*key }).collect()
}

/// The longest text of an entry, plain.
pub(super) fn body(entry: &Entry) -> String {
    entry.content.as_ref().or(entry.summary.as_ref()).map(plain_text).unwrap_or_default()
}

/// White space is folded, so that a feed that is laid out anew keeps its keys.
pub(super) fn plain_text(text: &Text) -> String {
    match text.kind {
        TextKind::Html => plain::line_of_html(&text.value),
        TextKind::Text => plain::one_line(&text.value),
    }
}
