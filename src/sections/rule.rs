//! The rule by which an entry belongs to a section.

use std::cell::LazyCell;

use crate::model::Section;

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

/// The rule by which an entry belongs to a section, whatever filters say.
pub(super) fn belongs<F: FnOnce() -> String>(
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

pub(super) fn same(one: &str, other: &str) -> bool {
    words(one) == words(other)
}

/// Lower-case words between single blanks, with a blank at both ends, so that whole words are compared.
pub(super) fn words(text: &str) -> String {
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
