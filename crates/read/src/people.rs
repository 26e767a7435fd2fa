//! People as feeds write them: `mail (Name)`, `Name <mail>`, `Name`, `mail`.

use super::lists::add;
use copydesk_model::{Person, Reach};

/// The person a line of text names; `None` where it is blank.
pub(super) fn person(line: &str) -> Option<Person> {
    let line = line.trim();
    if line.is_empty() {
        return None;
    }
    let Some((start, end)) = email(line) else {
        return Some(Person { name: Some(squeezed(line)), ..Person::default() });
    };
    let before = line[..start].trim_end_matches("mailto:").trim_end_matches(['(', '<', '[']);
    let closed = before.len() < start;
    let after = if closed { line[end..].trim_start_matches([')', '>', ']']) } else { &line[end..] };
    let outside = format!("{before} {after}");
    let name = squeezed(outside.trim().trim_matches(|c: char| "<>\"',;-".contains(c) || c.is_whitespace()));
    let name = unwrapped(&name);
    let email = Some(line[start..end].to_owned());
    Some(Person::new((!name.is_empty()).then(|| name.to_owned()), email, None))
}

/// Where an e-mail address stands in a line.
fn email(line: &str) -> Option<(usize, usize)> {
    let at = line.find('@')?;
    let local = |c: char| c.is_alphanumeric() || "._%+-'!#$&*=?^`{|}~".contains(c);
    let domain = |c: char| c.is_alphanumeric() || c == '.' || c == '-';
    let before = line[..at].chars().rev().take_while(|c| local(*c)).map(char::len_utf8).sum::<usize>();
    let after = line[at + 1..].chars().take_while(|c| domain(*c)).map(char::len_utf8).sum::<usize>();
    let end = at + 1 + line[at + 1..at + 1 + after].trim_end_matches(['.', '-']).len();
    (before > 0 && end > at + 1).then_some((at - before, end))
}

/// Without the brackets around the whole: `(Name)` is `Name`, `Name (desk)` stays.
fn unwrapped(name: &str) -> &str {
    let inner = name.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    inner.filter(|inner| !inner.contains(['(', ')'])).map_or(name, str::trim)
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The authors among all who were named: those of the best place, completed by what other places
/// say of the same person.
pub(super) fn chosen(mut named: Vec<(usize, Person)>) -> Vec<Person> {
    named.sort_by_key(|(rank, _)| *rank);
    let mut authors: Vec<Person> = Vec::new();
    let mut best = None;
    for (rank, person) in named {
        if let Some(known) = authors.iter_mut().find(|known| same(known, &person)) {
            complete(known, person);
            continue;
        }
        let nameless = authors.iter().all(|author| author.name.is_none());
        if *best.get_or_insert(rank) == rank {
            add(&mut authors, person);
        } else if nameless && person.name.is_some() && person.email.is_none() && authors.len() == 1 {
            authors[0].name = person.name;
        }
    }
    authors
}

/// Adds to what is known of a person.
fn complete(known: &mut Person, mut other: Person) {
    known.name = known.name.take().or(other.name);
    let Reach { email, uri } = other.reach.take();
    if email.is_some() && known.email.is_none() {
        known.email = email;
    }
    if uri.is_some() && known.uri.is_none() {
        known.uri = uri;
    }
}

/// Whether two records may be one person: they share a name or an address and contradict in nothing.
fn same(one: &Person, other: &Person) -> bool {
    let agree = |a: &Option<String>, b: &Option<String>| a.is_none() || b.is_none() || a == b;
    let share = |a: &Option<String>, b: &Option<String>| a.is_some() && a == b;
    (share(&one.name, &other.name) || share(&one.email, &other.email))
        && agree(&one.name, &other.name)
        && agree(&one.email, &other.email)
        && agree(&one.uri, &other.uri)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(line: &str) -> (Option<String>, Option<String>) {
        let mut person = person(line).unwrap();
        (person.name.take(), person.reach.take().email)
    }

    #[test]
    fn name_and_address_are_told_apart() {
        let jane = (Some("Jane Doe".to_owned()), Some("jane@desk.example".to_owned()));
        for line in [
            "jane@desk.example (Jane Doe)",
            "Jane Doe <jane@desk.example>",
            "Jane Doe (jane@desk.example)",
            "Jane Doe (mailto:jane@desk.example)",
            " Jane  Doe, jane@desk.example",
        ] {
            assert_eq!(parts(line), jane, "{line}");
        }
    }

    #[test]
    fn one_alone_is_enough() {
        assert_eq!(parts("Jane Doe (culture)"), (Some("Jane Doe (culture)".to_owned()), None));
        assert_eq!(parts("jane@desk.example"), (None, Some("jane@desk.example".to_owned())));
        assert_eq!(parts("Jane @ the desk"), (Some("Jane @ the desk".to_owned()), None));
        assert_eq!(person("  "), None);
    }
}
