//! What a desk has purged, known by prints alone: a text, an author or a source that is never to come back.
//!
//! Plain SHA-256, so that the configuration names nobody. Whoever has a name can find out whether it is
//! among them; nobody can read a name from them.

use std::collections::BTreeSet;

use ring::digest::{Context, SHA256};

use crate::model::{Credit, Entry, Incoming, Person, Provenance};
use crate::text::url;

/// The prints of what was purged.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Forgotten(BTreeSet<String>);

/// The print of an entry's id.
pub fn of_id(id: &str) -> String {
    print("id", id)
}

/// The print of the page that an entry is; `None` for what is no address.
pub fn of_page(address: &str) -> Option<String> {
    Some(print("page", &url::place(address)?))
}

/// The print of a person's name, whatever its case and blanks.
pub fn of_name(name: &str) -> String {
    print("name", &folded(name))
}

/// The print of a source's key.
pub fn of_source(key: &str) -> String {
    print("source", key)
}

/// The print of a feed's address.
pub fn of_feed(address: &str) -> String {
    let canonical = url::canonical(address).unwrap_or_else(|| address.to_owned());
    print("feed", &canonical)
}

fn print(kind: &str, value: &str) -> String {
    let mut hash = Context::new(&SHA256);
    for part in ["copydesk purged", kind, value] {
        hash.update(part.as_bytes());
        hash.update(&[0]);
    }
    let digest = hash.finish();
    let halves = digest.as_ref().iter().flat_map(|byte| [byte >> 4, byte & 15]);
    halves.filter_map(|half| char::from_digit(u32::from(half), 16)).collect()
}

fn folded(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// What stands between two names of a byline; some of these words stand within names too.
const AND: &[&str] =
    &[" and ", " und ", " et ", " y ", " e ", " en ", " og ", " och ", " ja ", " i ", " и ", " ve "];

/// The names in a byline of several, as far as signs divide them.
fn names(byline: &str) -> impl Iterator<Item = &str> {
    let parts = byline.split([',', ';', '&', '/', '|', '、', '،']).map(str::trim);
    parts.map(|part| part.trim_start_matches("By ").trim_start_matches("by ")).filter(|part| !part.is_empty())
}

/// The names in one of them, as far as words divide them.
fn divided(part: &str) -> Vec<&str> {
    AND.iter().fold(vec![part], |parts, and| parts.into_iter().flat_map(|part| part.split(and)).collect())
}

impl Forgotten {
    /// These prints.
    pub fn new(prints: impl IntoIterator<Item = String>) -> Self {
        Self(prints.into_iter().collect())
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All of them.
    pub fn prints(&self) -> impl Iterator<Item = &String> {
        self.0.iter()
    }

    /// Whether the entry of this id or page is forgotten.
    pub fn has_entry(&self, id: &str, link: Option<&str>) -> bool {
        !self.is_empty()
            && (self.0.contains(&of_id(id))
                || link.and_then(of_page).is_some_and(|page| self.0.contains(&page)))
    }

    /// Whether the source of this key or address is.
    pub fn has_source(&self, key: &str, address: Option<&str>) -> bool {
        !self.is_empty()
            && (self.0.contains(&of_source(key)) || address.is_some_and(|one| self.0.contains(&of_feed(one))))
    }

    fn is_name(&self, name: &str) -> bool {
        self.0.contains(&of_name(name))
    }

    fn has_name(&self, byline: &str) -> bool {
        let is_in = |part: &str| self.is_name(part) || divided(part).into_iter().any(|one| self.is_name(one));
        self.is_name(byline) || names(byline).any(is_in)
    }

    /// Whether a text is by people who are forgotten, and by nobody else.
    pub fn has_authors(&self, people: &[Person]) -> bool {
        let is_whole =
            |part: &str| self.is_name(part) || divided(part).into_iter().all(|one| self.is_name(one));
        let is_all = |byline: &str| {
            self.is_name(byline) || names(byline).next().is_some() && names(byline).all(is_whole)
        };
        let mut bylines = people.iter().filter_map(|person| person.name.as_deref()).peekable();
        !self.is_empty() && bylines.peek().is_some() && bylines.all(is_all)
    }

    /// Takes forgotten names out of what is not by them alone; whether there were any.
    pub fn take_out(
        &self,
        entry: &mut Entry,
        provenance: Option<&mut Provenance>,
        credits: &mut Vec<Credit>,
    ) -> bool {
        if self.is_empty() {
            return false;
        }
        let is_one = |person: &Person| person.name.as_deref().is_some_and(|name| self.has_name(name));
        let mut found = false;
        if entry.authors.iter().any(is_one) {
            entry.authors.retain(|person| !is_one(person));
            found = true;
        }
        if entry.contributors.iter().any(is_one) {
            entry.contributors.retain(|person| !is_one(person));
            found = true;
        }
        let mut feeds: Vec<&mut Provenance> = provenance.into_iter().collect();
        if entry.source.as_ref().is_some_and(|source| source.record.authors.iter().any(is_one)) {
            feeds.extend(entry.source.as_deref_mut());
        }
        for feed in feeds {
            if feed.record.authors.iter().any(is_one) {
                feed.record.authors.retain(|person| !is_one(person));
                found = true;
            }
        }
        let before = credits.len();
        self.out_of(credits);
        found || credits.len() < before
    }

    /// Takes credits to who is forgotten away.
    pub fn out_of(&self, credits: &mut Vec<Credit>) {
        if !self.is_empty() {
            credits.retain(|credit| !self.has_name(&credit.name));
        }
    }

    /// Drops what is forgotten of what comes in, and names out of the rest.
    pub fn sift(&self, incoming: &mut Vec<Incoming>) {
        if self.is_empty() {
            return;
        }
        incoming.retain(|one| {
            let link = one.entry.link.as_deref();
            !self.has_entry(&one.id, link)
                && !self.0.contains(&of_id(&one.second_id))
                && !self.has_authors(&one.entry.authors)
        });
        for one in incoming {
            self.take_out(&mut one.entry, one.provenance.as_mut(), &mut one.credits);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Detail;

    fn people(names: &[&str]) -> Vec<Person> {
        names.iter().map(|name| Person::new(Some((*name).to_owned()), None, None)).collect()
    }

    #[test]
    fn forgotten_names_are_known_in_any_case_and_in_bylines() {
        let forgotten = Forgotten::new([of_name("Ann  Ferry"), of_name("josé ortega y gasset")]);
        for (names, is_alone, is_among) in [
            (&["Ann Ferry"][..], true, true),
            (&["ann ferry"], true, true),
            (&["By Ann Ferry"], true, true),
            (&["Ann Ferry and Bob Pole"], false, true),
            (&["Bob Pole und Ann Ferry"], false, true),
            (&["José Ortega y Gasset, Bob Pole"], false, true),
            (&["Ann Ferry, José Ortega y Gasset"], true, true),
            (&["Ortega y Gasset"], false, false),
            (&[""], false, false),
            (&[", "], false, false),
            (&[" and "], false, false),
            (&["Bob Pole", "Ann Ferry"], false, true),
            (&["Ann Ferryman"], false, false),
            (&[], false, false),
        ] {
            let detail = Detail { authors: people(names), ..Detail::default() };
            let mut entry = Entry { detail: detail.into(), ..Entry::default() };
            assert_eq!(forgotten.has_authors(&entry.authors), is_alone, "{names:?}");
            assert_eq!(forgotten.take_out(&mut entry, None, &mut Vec::new()), is_among, "{names:?}");
            assert!(
                !entry.authors.iter().any(|one| one
                    .name
                    .as_deref()
                    .unwrap_or_default()
                    .contains("Ann Ferry")
                    && is_among)
            );
        }
    }

    #[test]
    fn forgotten_pages_and_feeds_are_known_by_any_form_of_their_address() {
        let page = of_page("https://paper.example/a").unwrap_or_default();
        let forgotten = Forgotten::new([page, of_feed("https://paper.example/feed")]);
        assert!(forgotten.has_entry("x", Some("http://www.paper.example/a?utm_source=rss")));
        assert!(!forgotten.has_entry("x", Some("https://paper.example/b")));
        assert!(forgotten.has_source("any", Some("http://paper.example/feed/")));
        assert!(!forgotten.has_source("any", None));
    }
}
