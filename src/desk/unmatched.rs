//! Rules that nothing stored was ever caught by: a filter or replacement that is written wrong looks like
//! one that works.

use std::collections::BTreeSet;

use crate::config::Desk;
use crate::model::{Filter, Part, Rewrite, Stored, Text};
use crate::pipeline::settle::{candidate, wording};
use crate::pipeline::{Broken, rewritten};
use crate::sections;
use crate::store::Store;

/// Entries held at once.
const BATCH: usize = 500;

/// Filters and replacements that match nothing of what is stored and they are about.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Unmatched {
    /// Filters, as messages call them.
    pub filters: BTreeSet<String>,
    /// Replacements: the key of the source, and which of its.
    pub rewrites: BTreeSet<(String, usize)>,
}

/// What of a desk's filters and replacements matches nothing; what is about nothing that is stored yet
/// (a source that is new) is not told. Ends as soon as everything has matched.
pub fn unmatched(desk: &Desk, store: &Store) -> Result<Unmatched, Broken> {
    let mut rules = Rules::of(desk);
    let mut last = i64::MIN;
    while !rules.all_match() {
        let rows = store.rows_behind(last, BATCH)?;
        let Some(end) = rows.last() else { break };
        last = *end;
        for entry in store.entries(&rows)? {
            rules.look_at(desk, entry.with_page());
        }
    }
    Ok(rules.unmatched())
}

/// A rule, whether something is stored that it is about, and whether it matched.
struct Rule<T> {
    rule: T,
    is_about: bool,
    matches: bool,
}

impl<T> Rule<T> {
    fn new(rule: T) -> Self {
        Self { rule, is_about: false, matches: false }
    }

    fn is_idle(&self) -> bool {
        self.is_about && !self.matches
    }
}

struct Rules<'d> {
    /// Each with the key of the source whose it is, if it is one's.
    filters: Vec<Rule<(Option<&'d str>, &'d Filter)>>,
    rewrites: Vec<Rule<(&'d str, usize, &'d Rewrite)>>,
}

impl<'d> Rules<'d> {
    fn of(desk: &'d Desk) -> Self {
        let of_sections = desk.sections.iter().flat_map(|section| &section.filters);
        let mut filters: Vec<_> =
            desk.filters.iter().chain(of_sections).map(|filter| Rule::new((None, filter))).collect();
        let mut rewrites = Vec::new();
        for source in &desk.sources {
            let key = source.key.as_str();
            filters.extend(source.filters.iter().map(|filter| Rule::new((Some(key), filter))));
            let nth = source.rewrites.iter().enumerate();
            rewrites.extend(nth.map(|(nth, rewrite)| Rule::new((key, nth, rewrite))));
        }
        Self { filters, rewrites }
    }

    fn all_match(&self) -> bool {
        self.filters.iter().all(|rule| rule.matches) && self.rewrites.iter().all(|rule| rule.matches)
    }

    fn look_at(&mut self, desk: &Desk, entry: Stored) {
        for rule in self.rewrites.iter_mut().filter(|rule| rule.rule.0 == entry.source && !rule.matches) {
            rule.is_about = true;
            rule.matches = finds(rule.rule.2, &entry);
        }
        if self.filters.iter().all(|rule| rule.matches) {
            return;
        }
        let entry = rewritten::entry(desk, entry);
        let wording = wording(&entry.entry);
        let candidate = candidate(desk, &entry, &wording);
        for rule in self.filters.iter_mut().filter(|rule| !rule.matches) {
            let (key, filter) = rule.rule;
            if key.is_some_and(|key| key != entry.source) {
                continue;
            }
            if let Some(matches) = sections::matches(&candidate, filter) {
                rule.is_about = true;
                rule.matches = matches;
            }
        }
    }

    fn unmatched(&self) -> Unmatched {
        let filters = self.filters.iter().filter(|rule| rule.is_idle());
        let rewrites = self.rewrites.iter().filter(|rule| rule.is_idle());
        // One that several sections have is told once, and only if it matches in none.
        Unmatched {
            filters: filters.map(|rule| rule.rule.1.name.clone()).collect(),
            rewrites: rewrites.map(|rule| (rule.rule.0.to_owned(), rule.rule.1)).collect(),
        }
    }
}

/// Whether a replacement finds what it looks for in an entry as it came.
fn finds(rewrite: &Rewrite, entry: &Stored) -> bool {
    let is_there = |text: &str| rewrite.find.is_in(text);
    match rewrite.part {
        Part::Title => is_there(&entry.entry.title.as_ref().map(Text::without_markup).unwrap_or_default()),
        Part::Author => entry.entry.authors.iter().filter_map(|author| author.name.as_deref()).any(is_there),
        Part::Category => entry
            .entry
            .categories
            .iter()
            .any(|category| is_there(&category.term) || category.label.as_deref().is_some_and(is_there)),
    }
}
