//! Who is named with an entry: people with names, and mail addresses only where the desk shows them.

use crate::model::{Entry, Person, Provenance};
use crate::text::mail;

/// Names of functions, in small letters: whoever has one wrote nothing.
const FUNCTIONS: &[&str] = &[
    "admin",
    "administrator",
    "editor",
    "editorial",
    "editors",
    "info",
    "newsroom",
    "no-reply",
    "noreply",
    "redaktion",
    "support",
    "webmaster",
    "webmistress",
];

/// The authors of an entry; where it names nobody, those that its feed names for all of its entries
/// (RFC 4287 4.2.1).
pub(super) fn of_entry(origin: &mut Entry, source: Option<&Provenance>, with_mail: bool) -> Vec<Person> {
    let own = origin.detail.get_mut().map(|detail| std::mem::take(&mut detail.authors));
    let own = shown(own.unwrap_or_default(), with_mail);
    match source {
        Some(source) if own.iter().all(|person| person.name.is_none()) && !source.authors.is_empty() => {
            let named = |person: &&Person| person.name.is_some();
            let inherited: Vec<Person> = source.authors.iter().filter(named).cloned().collect();
            if inherited.is_empty() { own } else { inherited }
        }
        _ => own,
    }
}

/// The authors of a feed as they are published: who is named by a function alone wrote nothing.
pub(super) fn of_feed(people: Vec<Person>, with_mail: bool) -> Vec<Person> {
    let is_person = |person: &Person| {
        let name = person.name.as_ref();
        !name.is_some_and(|name| FUNCTIONS.contains(&name.trim().to_lowercase().as_str()))
    };
    shown(people, with_mail).into_iter().filter(is_person).collect()
}

/// People as they are published: without mail addresses, unless the desk shows them. Of whom nothing
/// remains is nobody.
pub(super) fn shown(people: Vec<Person>, with_mail: bool) -> Vec<Person> {
    let shown = |mut person: Person| {
        let is_plain = person.email.is_none() && person.uri.is_none();
        if is_plain && person.name.as_deref().is_some_and(|name| !name.contains('@')) {
            return Some(person);
        }
        let (said, email, uri) = (person.name.take(), person.email.clone(), person.uri.clone());
        let name = said.as_deref().and_then(mail::name).map(str::to_owned);
        let email = email.or_else(|| said.filter(|said| mail::is_address(said)));
        let email = email.filter(|_| with_mail);
        let uri = uri.filter(|uri| with_mail || !uri.trim().to_ascii_lowercase().starts_with("mailto:"));
        let is_somebody = name.is_some() || email.is_some() || uri.is_some();
        is_somebody.then(|| Person::new(name, email, uri))
    };
    people.into_iter().filter_map(shown).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_shown_only_where_the_desk_says_so() {
        let said = |name: Option<&str>, email: Option<&str>, uri: Option<&str>| {
            Person::new(name.map(Into::into), email.map(Into::into), uri.map(Into::into))
        };
        let jane = Some("jane@paper.example");
        for (person, hidden) in [
            (said(Some("Jane Doe"), jane, None), Some(said(Some("Jane Doe"), None, None))),
            (
                said(Some("jane@paper.example (Jane Doe)"), None, None),
                Some(said(Some("Jane Doe"), None, None)),
            ),
            (said(None, jane, None), None),
            (said(jane, None, None), None),
            (
                said(jane, None, Some("https://paper.example/jane")),
                Some(said(None, None, Some("https://paper.example/jane"))),
            ),
            (
                said(Some("Jane"), None, Some("mailto:jane@paper.example")),
                Some(said(Some("Jane"), None, None)),
            ),
            (said(Some("@jane"), None, None), Some(said(Some("@jane"), None, None))),
        ] {
            assert_eq!(shown(vec![person.clone()], false), Vec::from_iter(hidden), "{person:?}");
            assert!(!shown(vec![person], true).is_empty());
        }
        assert_eq!(shown(vec![said(jane, None, None)], true), [said(None, jane, None)]);
    }
}
