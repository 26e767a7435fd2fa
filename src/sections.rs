//! Routing rules: which sections an entry belongs to, and by which rule.
//!
//! An entry belongs to a section that its record names, that its source is configured for, one of
//! whose categories it carries, or one of whose keywords stands in its title or summary; unless the
//! section asks for languages and the entry is known to be in another, or the section is a podcast
//! and the entry has no recording.

use std::cell::LazyCell;

use crate::model::{Placement, Section};

mod filter;

pub use filter::{kept_out, kept_out_of, matches};

/// What routing looks at.
#[derive(Debug, Clone, Default)]
pub struct Candidate<'a> {
    /// Name of the source; `None` for our own articles.
    pub source: Option<&'a str>,
    /// Key of the source.
    pub key: &'a str,
    /// Title, plain text; only where there are filters.
    pub title: String,
    /// Names of its authors.
    pub authors: Vec<&'a str>,
    /// Its page.
    pub address: Option<&'a str>,
    /// Whole days between its publication and the time when it came.
    pub age_days: i64,
    /// Whether it comes with pictures, films or recordings.
    pub has_media: bool,
    /// Slugs of the sections that the source is configured for.
    pub source_sections: &'a [String],
    /// Sections that an article record names: slugs, titles or categories.
    pub named: &'a [String],
    /// Terms and labels of its categories.
    pub categories: Vec<&'a str>,
    /// Language tag.
    pub language: Option<&'a str>,
    /// Whether it comes with a recording.
    pub is_recorded: bool,
    /// Title and summary, plain text.
    pub wording: &'a str,
}

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

/// The rule by which an entry belongs to a section, whatever filters say.
fn belongs<F: FnOnce() -> String>(
    candidate: &Candidate<'_>,
    wording: &LazyCell<String, F>,
    section: &Section,
) -> Option<String> {
    let fits =
        |_: &String| speaks(candidate, section) && (candidate.is_recorded || section.podcast.is_none());
    rule(candidate, wording, section).filter(fits)
}

/// The section that an article record means by a name: its slug, title or one of its categories.
pub fn named<'a>(name: &str, sections: &'a [Section]) -> Option<&'a Section> {
    let is_meant = |section: &&Section| means(section, name);
    sections.iter().find(is_meant)
}

fn rule<F: FnOnce() -> String>(
    candidate: &Candidate<'_>,
    wording: &LazyCell<String, F>,
    section: &Section,
) -> Option<String> {
    if let Some(name) = candidate.named.iter().find(|name| means(section, name)) {
        return Some(format!("the record names \"{name}\""));
    }
    if candidate.source_sections.contains(&section.slug) {
        return Some(format!("source {}", candidate.source.unwrap_or("own")));
    }
    let carried = |category: &&String| candidate.categories.iter().any(|term| same(term, category));
    if let Some(category) = section.categories.iter().find(carried) {
        return Some(format!("category \"{category}\""));
    }
    let said = |keyword: &&String| {
        let keyword = words(keyword);
        keyword.trim() != "" && wording.contains(keyword.as_str())
    };
    section.keywords.iter().find(said).map(|keyword| format!("keyword \"{keyword}\""))
}

fn means(section: &Section, name: &str) -> bool {
    same(&section.slug, name)
        || section.formerly.iter().any(|former| same(former, name))
        || same(&section.title, name)
        || section.categories.iter().any(|term| same(term, name))
}

fn speaks(candidate: &Candidate<'_>, section: &Section) -> bool {
    let primary = |tag: &str| tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    match candidate.language {
        Some(language) if !section.languages.is_empty() => {
            section.languages.iter().any(|wanted| primary(wanted) == primary(language))
        }
        _ => true,
    }
}

fn same(one: &str, other: &str) -> bool {
    words(one) == words(other)
}

/// Lower-case words between single blanks, with a blank at both ends, so that whole words are compared.
fn words(text: &str) -> String {
    let mut out = String::from(" ");
    for c in text.chars().flat_map(char::to_lowercase) {
        match c.is_alphanumeric() {
            true => out.push(c),
            false if !out.ends_with(' ') => out.push(' '),
            false => {}
        }
    }
    if !out.ends_with(' ') {
        out.push(' ');
    }
    out
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
