//! Routing rules: which sections an entry belongs to, and by which rule.
//!
//! An entry belongs to a section that its record names, that its source is configured for, one of
//! whose categories it carries, or one of whose keywords stands in its title or summary; unless the
//! section asks for languages and the entry is known to be in another, or the section is a podcast
//! and the entry has no recording.

use std::cell::LazyCell;

use crate::model::{Placement, Section};

mod filter;
mod rule;

pub use filter::{kept_out, kept_out_of, matches};
pub use rule::{Candidate, named};

use rule::{belongs, words};

/// The sections of an entry, in the order of the configuration; each once, by the first rule that holds.
pub fn route(candidate: &Candidate<'_>, sections: &[Section]) -> Vec<Placement> {
    // A long text is folded only for a section that asks for its words.
    let wording = LazyCell::new(|| words(candidate.wording));
    let place = |section: &Section| {
        let rule = belongs(candidate, &wording, section)?;
        if kept_out(candidate, &section.filters).is_some() {
            return None;
        }
        Some(Placement { section: section.slug.clone(), rule })
    };
    sections.iter().filter_map(place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Podcast;

    fn section(slug: &str) -> Section {
        Section { slug: slug.to_owned(), title: format!("{slug} News"), ..Section::default() }
    }

    fn slugs(candidate: &Candidate<'_>, sections: &[Section]) -> Vec<String> {
        route(candidate, sections).into_iter().map(|placement| placement.section).collect()
    }

    #[test]
    fn category_matches_without_regard_to_case() {
        let sections = [Section { categories: vec!["US TV".into()], ..section("tv") }, section("film")];
        let candidate = Candidate { categories: vec!["us tv"], ..Candidate::default() };
        assert_eq!(slugs(&candidate, &sections), ["tv"]);
    }

    #[test]
    fn keyword_matches_whole_words_only() {
        let sections = [Section { keywords: vec!["art".into(), "new york".into()], ..section("art") }];
        let candidate = |wording| Candidate { wording, ..Candidate::default() };
        assert!(slugs(&candidate("A party starts"), &sections).is_empty());
        assert_eq!(slugs(&candidate("In New\nYork: more"), &sections), ["art"]);
    }

    #[test]
    fn record_may_name_a_section_by_its_title() {
        let named = ["TV news".to_owned()];
        let candidate = Candidate { named: &named, ..Candidate::default() };
        assert_eq!(slugs(&candidate, &[section("tv")]), ["tv"]);
    }

    #[test]
    fn podcast_takes_recordings_only() {
        let podcast = Section { podcast: Some(Podcast::default()), ..section("listen") };
        let named = ["listen".to_owned()];
        let candidate = |is_recorded| Candidate { named: &named, is_recorded, ..Candidate::default() };
        assert!(slugs(&candidate(false), std::slice::from_ref(&podcast)).is_empty());
        assert_eq!(slugs(&candidate(true), &[podcast]), ["listen"]);
    }

    #[test]
    fn other_language_stays_out() {
        let sections = [Section { languages: vec!["en".into()], ..section("tv") }];
        let sources = ["tv".to_owned()];
        let candidate = |language| Candidate {
            language,
            source_sections: &sources,
            source: Some("S"),
            ..Candidate::default()
        };
        assert!(slugs(&candidate(Some("de-AT")), &sections).is_empty());
        assert_eq!(slugs(&candidate(Some("en-GB")), &sections), ["tv"]);
        assert_eq!(slugs(&candidate(None), &sections), ["tv"]);
    }
}
