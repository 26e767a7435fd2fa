//! `[publish]` and `[[sections]]`: what is put out, and where.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use chrono::NaiveDate;
use serde::Deserialize;
use toml::Spanned;

use super::ALL;
use super::filters::{FilterTable, of_section};
use super::flaw::Flaw;
use super::podcast::{PodcastTable, podcast};
use crate::model::{Backlog, Section, Span};
use crate::text::plainly::nearest;
use crate::text::slug::slug;
use crate::write;

#[derive(Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct PublishTable {
    pub(super) to: Spanned<PathBuf>,
    pub(super) formats: Vec<String>,
    credit_line: bool,
    pub(super) hubs: Vec<String>,
    pub(super) mail: bool,
    pub(super) clean_links: bool,
    per_source: usize,
    per_source_in: SpanWord,
    max_kib: usize,
    archive_size: usize,
    shrink_guard: f64,
    backlog: usize,
    backlog_days: u32,
    burst: usize,
}

impl Default for PublishTable {
    fn default() -> Self {
        let formats = ["rss", "atom", "json", "html"].map(str::to_owned).to_vec();
        Self {
            to: Spanned::new(0..0, PathBuf::from("feeds")),
            formats,
            credit_line: true,
            hubs: Vec::new(),
            mail: false,
            clean_links: true,
            per_source: 0,
            per_source_in: SpanWord::Feed,
            max_kib: 512,
            archive_size: 100,
            shrink_guard: 0.5,
            backlog: 20,
            backlog_days: 0,
            burst: 10,
        }
    }
}

/// `per_source_in`.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum SpanWord {
    Feed,
    Day,
    Hour,
}

impl SpanWord {
    fn meant(self) -> Span {
        match self {
            Self::Feed => Span::Front,
            Self::Day => Span::Day,
            Self::Hour => Span::Hour,
        }
    }
}

impl PublishTable {
    /// What comes of a source that is new to the desk.
    pub(super) fn backlog(&self) -> Backlog {
        Backlog { newest: self.backlog, days: self.backlog_days, burst: self.burst }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SectionTable {
    slug: String,
    #[serde(default)]
    formerly: Vec<String>,
    redirect_until: Option<toml::Value>,
    title: String,
    description: Option<String>,
    #[serde(default)]
    categories: Vec<String>,
    #[serde(default)]
    keywords: Vec<String>,
    #[serde(default)]
    languages: Vec<String>,
    #[serde(default = "front_size")]
    limit: usize,
    credit_line: Option<bool>,
    language: Option<String>,
    per_source: Option<usize>,
    per_source_in: Option<SpanWord>,
    #[serde(default)]
    filters: Vec<FilterTable>,
    max_kib: Option<usize>,
    shrink_guard: Option<f64>,
    podcast: Option<PodcastTable>,
}

pub(super) fn front_size() -> usize {
    50
}

/// What `[publish]` says for every section.
pub(super) fn common(publish: &PublishTable, limit: usize) -> Result<Section, String> {
    Ok(Section {
        limit,
        credit_line: publish.credit_line,
        per_source: publish.per_source,
        per_source_in: publish.per_source_in.meant(),
        max_bytes: publish.max_kib * 1024,
        // What waits for an archive stands in the front, which must not grow far beyond its limit.
        archive_size: publish.archive_size.min(limit),
        shrink_guard: share("[publish]", publish.shrink_guard)?,
        ..Section::default()
    })
}

fn share(place: &str, shrink_guard: f64) -> Result<f64, String> {
    match (0.0..=1.0).contains(&shrink_guard) {
        true => Ok(shrink_guard),
        false => Err(format!(
            "{place} shrink_guard = {shrink_guard}: write the share of its stories that a section may lose at once, 0 to 1"
        )),
    }
}

pub(super) fn formats(words: &[String]) -> Result<Vec<write::Format>, String> {
    let parse = |word: &String| {
        let known = write::Format::ALL.iter().find(|format| format.word() == word);
        known.copied().ok_or_else(|| {
            let known = write::Format::ALL.map(|format| format.word());
            let hint = match nearest(word, known) {
                Some(near) => format!("did you mean \"{near}\"?"),
                None => format!("known are {}", known.join(", ")),
            };
            format!("[publish] formats: \"{word}\" is unknown; {hint}")
        })
    };
    words.iter().map(parse).collect()
}

pub(super) fn sections(tables: Vec<SectionTable>, publish: &PublishTable) -> Result<Vec<Section>, Flaw> {
    let mut seen = BTreeSet::new();
    let mut sections = Vec::with_capacity(tables.len());
    for (nth, table) in tables.into_iter().enumerate() {
        let wrong = Flaw::in_key("sections", nth, "slug");
        if slug(&table.slug) != table.slug || table.slug.is_empty() {
            let plain = slug(&table.slug);
            let meant = if plain.is_empty() { "news" } else { plain.as_str() };
            return Err(wrong(format!(
                "[[sections]] slug = \"{}\": use lower-case letters, digits and hyphens, e.g. \"{meant}\"",
                table.slug
            )));
        }
        if table.slug == ALL {
            return Err(wrong(format!(
                "[[sections]] slug = \"{ALL}\": the section of every story is made anyway; take another"
            )));
        }
        if !seen.insert(table.slug.clone()) {
            return Err(wrong(format!(
                "[[sections]] slug = \"{}\" stands twice; take one of them away, or give it another slug",
                table.slug
            )));
        }
        let common =
            common(publish, table.limit.max(1)).map_err(Flaw::in_key("publish", 0, "shrink_guard"))?;
        let place = format!("[[sections]] slug = \"{}\":", table.slug);
        let shrink_guard = table.shrink_guard.map(|guard| share(&place, guard)).transpose();
        let shrink_guard = shrink_guard.map_err(Flaw::in_key("sections", nth, "shrink_guard"))?;
        let slug = table.slug;
        sections.push(Section {
            redirect_until: table.redirect_until.map(day).transpose().map_err(Flaw::in_key(
                "sections",
                nth,
                "redirect_until",
            ))?,
            slug: slug.clone(),
            formerly: table.formerly,
            title: table.title,
            description: table.description,
            categories: table.categories,
            keywords: table.keywords,
            languages: table.languages,
            credit_line: table.credit_line.unwrap_or(common.credit_line),
            language: table.language,
            per_source: table.per_source.unwrap_or(common.per_source),
            per_source_in: table.per_source_in.map_or(common.per_source_in, SpanWord::meant),
            filters: of_section(table.filters, &slug)?,
            max_bytes: table.max_kib.map_or(common.max_bytes, |kib| kib * 1024),
            shrink_guard: shrink_guard.unwrap_or(common.shrink_guard),
            podcast: table
                .podcast
                .map(|table| podcast(table, &place))
                .transpose()
                .map_err(Flaw::in_key("sections", nth, "podcast"))?,
            ..common
        });
    }
    former(&sections)?;
    Ok(sections)
}

/// The day of a date, with or without a time behind it, or of a text that is one.
fn day(written: toml::Value) -> Result<NaiveDate, String> {
    let text = match &written {
        toml::Value::Datetime(date) => date.date.map(|date| date.to_string()),
        toml::Value::String(text) => Some(text.clone()),
        _ => None,
    };
    text.and_then(|text| text.parse().ok()).ok_or_else(|| {
        "[[sections]] redirect_until is no date; write e.g. redirect_until = 2027-06-30".to_owned()
    })
}

/// Names that sections had are nobody else's.
fn former(sections: &[Section]) -> Result<(), Flaw> {
    let mut owners: BTreeMap<&str, &str> =
        sections.iter().map(|section| (section.slug.as_str(), section.slug.as_str())).collect();
    for (nth, section) in sections.iter().enumerate() {
        for name in &section.formerly {
            let wrong = Flaw::in_key("sections", nth, "formerly");
            if slug(name) != *name || name.is_empty() || name == ALL {
                return Err(wrong(format!(
                    "[[sections]] formerly = \"{name}\" cannot have been a slug; write what stood in `slug`"
                )));
            }
            if let Some(owner) = owners.insert(name, &section.slug) {
                return Err(wrong(format!(
                    "[[sections]] \"{}\": formerly has \"{name}\", which belongs to the section \"{owner}\"; take it out of one of them",
                    section.slug
                )));
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #[test]
    fn former_names_are_slugs_and_nobody_elses_and_a_redirect_ends_with_a_day() {
        let site =
            "[site]\ntitle = \"D\"\nhome = \"https://d.example\"\nbase_url = \"https://d.example/f\"\n";
        let tv = "[[sections]]\nslug = \"tv\"\ntitle = \"TV\"\n";
        let film = "[[sections]]\nslug = \"film\"\ntitle = \"Film\"\n";
        let desk = |text: &str| crate::config::desk(&format!("{site}{text}"), "c", ".".into());
        for (text, told) in [
            (format!("{tv}{film}formerly = [\"tv\"]\n"), "which belongs to the section \"tv\""),
            (format!("{tv}formerly = [\"x\"]\n{film}formerly = [\"x\"]\n"), "take it out of one of them"),
            (format!("{tv}formerly = [\"T V\"]\n"), "cannot have been a slug"),
            (format!("{tv}formerly = [\"all\"]\n"), "cannot have been a slug"),
            (format!("{tv}redirect_until = 10:00:00\n"), "write e.g. redirect_until = 2027-06-30"),
            (
                format!(
                    "{tv}formerly = [\"x\"]\n[[sources]]\nname = \"A\"\nfeed = \"https://a.example/\"\nsections = [\"x\"]\n"
                ),
                "it is called \"tv\" now",
            ),
        ] {
            let message = desk(&text).unwrap_err().to_string();
            assert!(message.contains(told) && message.starts_with("c:"), "{message}");
        }
        let known = desk(&format!("{tv}formerly = [\"x\"]\nredirect_until = 2027-06-30\n")).unwrap();
        let at = |text: &str| text.parse().unwrap();
        let section = &known.sections[0];
        assert!(section.is_redirected_to(at("2027-06-30T23:59:59Z")));
        assert!(!section.is_redirected_to(at("2027-07-01T00:00:00Z")));
    }
}
