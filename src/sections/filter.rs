//! Filters: which entries a desk, a source or a section does not want.
//!
//! They are asked one after the other. What a `keep` matches stays and no later one is asked, what a
//! `drop` matches goes, and so does what an `only` does not match.

use super::rule::{Candidate, belongs, same, words};
use crate::model::{Action, Filter, Pattern, Section, When};

/// The filter that keeps an entry out, if one does.
pub fn kept_out<'f>(
    candidate: &Candidate<'_>,
    filters: impl IntoIterator<Item = &'f Filter>,
) -> Option<&'f Filter> {
    for filter in filters.into_iter().filter(|filter| is_about(candidate, filter)) {
        match (filter.action, holds(candidate, &filter.when)) {
            (Action::Keep, true) => return None,
            (Action::Drop, true) | (Action::Only, false) => return Some(filter),
            _ => {}
        }
    }
    None
}

/// The sections that a filter of theirs keeps an entry out of, though it belongs there.
pub fn kept_out_of<'s>(candidate: &Candidate<'_>, sections: &'s [Section]) -> Vec<(&'s Section, &'s Filter)> {
    let wording = std::cell::LazyCell::new(|| words(candidate.wording));
    let belongs = |section: &&Section| belongs(candidate, &wording, section).is_some();
    let filtered = sections.iter().filter(|section| !section.filters.is_empty()).filter(belongs);
    filtered.filter_map(|section| Some((section, kept_out(candidate, &section.filters)?))).collect()
}

/// Whether a filter matches an entry; `None` where it is not about it.
pub fn matches(candidate: &Candidate<'_>, filter: &Filter) -> Option<bool> {
    is_about(candidate, filter).then(|| holds(candidate, &filter.when))
}

/// Our own articles are ours: only a filter that names `own` is about them.
fn is_about(candidate: &Candidate<'_>, filter: &Filter) -> bool {
    let named = |name: &String| name == candidate.key || candidate.source == Some(name);
    match candidate.source {
        Some(_) => filter.sources.is_empty() || filter.sources.iter().any(named),
        None => filter.sources.iter().any(named),
    }
}

fn holds(candidate: &Candidate<'_>, when: &When) -> bool {
    let When { title, text, author, category, address, language, older_days, media } = when;
    let is_spoken = |tags: &[String]| {
        let primary = |tag: &str| tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
        candidate.language.is_some_and(|spoken| tags.iter().any(|tag| primary(tag) == primary(spoken)))
    };
    (title.is_empty() || contains(&candidate.title, title))
        && (text.is_empty() || contains(candidate.wording, text))
        && (author.is_empty() || candidate.authors.iter().any(|name| contains(name, author)))
        && (address.is_empty() || contains(candidate.address.unwrap_or_default(), address))
        && (category.is_empty() || candidate.categories.iter().any(|term| is_called(term, category)))
        && (language.is_empty() || is_spoken(language))
        && older_days.is_none_or(|days| candidate.age_days > i64::from(days))
        && media.is_none_or(|media| candidate.has_media == media)
}

/// Whether a text has the words of one of these, or an expression finds something in it.
fn contains(text: &str, patterns: &[Pattern]) -> bool {
    let folded = std::cell::LazyCell::new(|| words(text));
    patterns.iter().any(|pattern| match pattern.expression() {
        Some(expression) => expression.is_match(text),
        None => {
            let wanted = words(pattern.written());
            match wanted.trim().is_empty() {
                // Signs alone are no words: they are looked for as they stand.
                true => text.contains(pattern.written()),
                false => folded.contains(wanted.as_str()),
            }
        }
    })
}

/// Whether a category is one of these: as a whole, or as an expression finds it.
fn is_called(term: &str, patterns: &[Pattern]) -> bool {
    patterns.iter().any(|pattern| match pattern.expression() {
        Some(expression) => expression.is_match(term),
        None => same(term, pattern.written()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn patterns(written: &[&str]) -> Vec<Pattern> {
        written.iter().map(|one| Pattern::new(one).unwrap()).collect()
    }

    fn candidate() -> Candidate<'static> {
        Candidate {
            source: Some("Tern"),
            key: "tern",
            title: "Sponsored: ropes for the harbour".to_owned(),
            wording: "Sponsored: ropes for the harbour\nAll about ropes, by the press office.",
            authors: vec!["Press Office", "Ada Quill"],
            address: Some("https://tern.example/ads/12?x=1"),
            categories: vec!["Advertising Feature"],
            language: Some("en-GB"),
            age_days: 12,
            ..Candidate::default()
        }
    }

    #[test]
    fn each_condition_looks_at_its_own_part() {
        let none = When::default;
        for (when, holds_here) in [
            (When { title: patterns(&["SPONSORED"]), ..none() }, true),
            (When { title: patterns(&["sponsor"]), ..none() }, false),
            (When { title: patterns(&["no", "/^spons\\w+:/"]), ..none() }, true),
            (When { title: patterns(&["press office"]), ..none() }, false),
            (When { text: patterns(&["press office"]), ..none() }, true),
            (When { author: patterns(&["quill"]), ..none() }, true),
            (When { address: patterns(&["tern.example/ads"]), ..none() }, true),
            (When { address: patterns(&["/ads/"]), ..none() }, true),
            (When { category: patterns(&["advertising feature"]), ..none() }, true),
            (When { category: patterns(&["advertising"]), ..none() }, false),
            (When { category: patterns(&["/^advert/"]), ..none() }, true),
            (When { language: vec!["en".into()], ..none() }, true),
            (When { language: vec!["de".into()], ..none() }, false),
            (When { older_days: Some(11), ..none() }, true),
            (When { older_days: Some(12), ..none() }, false),
            (When { media: Some(false), ..none() }, true),
            (When { media: Some(true), ..none() }, false),
            (When { title: patterns(&["ropes"]), language: vec!["de".into()], ..none() }, false),
        ] {
            assert_eq!(holds(&candidate(), &when), holds_here, "{when:?}");
        }
    }

    #[test]
    fn the_first_filter_that_decides_does() {
        let filter = |action, title: &str| Filter {
            name: format!("{action:?} {title}"),
            action,
            sources: Vec::new(),
            when: When { title: patterns(&[title]), ..When::default() },
        };
        use Action::{Drop, Keep, Only};
        for (filters, out) in [
            (vec![filter(Drop, "ropes")], Some("Drop ropes")),
            (vec![filter(Keep, "harbour"), filter(Drop, "ropes")], None),
            (vec![filter(Drop, "ropes"), filter(Keep, "harbour")], Some("Drop ropes")),
            (vec![filter(Only, "ropes")], None),
            (vec![filter(Only, "ropes"), filter(Only, "tides")], Some("Only tides")),
            (vec![filter(Keep, "ropes"), filter(Only, "tides")], None),
        ] {
            assert_eq!(kept_out(&candidate(), &filters).map(|filter| filter.name.as_str()), out);
        }
        let ours = Candidate { source: None, key: "own", ..candidate() };
        let named = Filter { sources: vec!["own".into()], ..filter(Drop, "ropes") };
        assert!(kept_out(&ours, &[filter(Drop, "ropes")]).is_none() && kept_out(&ours, [&named]).is_some());
    }
}
