//! What the index page and the index OPML say of a section: small, so that no feed has to be kept.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::languages;
use crate::model::{Feed, Outline, Site};

use super::facts;
use super::frame::{Format, Place, path};

/// Headlines shown of each section.
const HEADLINES: usize = 3;

/// A section as the index shows it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SectionCard {
    /// Title for people.
    pub title: String,
    /// Folder name.
    pub slug: String,
    /// Description for people.
    pub description: Option<String>,
    /// The formats it is published in.
    pub formats: Vec<Format>,
    /// Its newest change.
    pub updated: Option<DateTime<Utc>>,
    /// Its newest headlines, with their addresses where they have one.
    pub headlines: Vec<(String, Option<String>)>,
    /// The upstream feeds it draws on.
    pub sources: Vec<SourceCard>,
    /// Keys of the sources whose entries stand in it, with the pages that their feeds name.
    #[serde(default)]
    pub standing: BTreeMap<String, Option<String>>,
}

/// An upstream feed as the index names it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SourceCard {
    /// The name as configured.
    pub name: String,
    /// Home page.
    pub home: Option<String>,
    /// Public address of the feed.
    pub feed: Option<String>,
}

impl SectionCard {
    /// The card of a composed feed.
    pub fn new(place: Place<'_>, formats: &[Format], feed: &Feed, sources: Vec<SourceCard>) -> Self {
        let headline =
            |entry| Some((facts::headline(entry)?.into_owned(), facts::address(entry).map(Into::into)));
        Self {
            title: place.title.to_owned(),
            slug: place.slug.to_owned(),
            description: feed.subtitle.as_ref().and_then(super::safe::plain).map(Into::into),
            formats: formats.to_vec(),
            updated: facts::newest(feed).filter(|_| !feed.entries.is_empty() || !feed.deleted.is_empty()),
            headlines: facts::entries(feed).take(HEADLINES).filter_map(headline).collect(),
            sources,
            standing: BTreeMap::new(),
        }
    }

    /// A folder with the section's own feed, and a folder in it with its sources.
    ///
    /// One of our formats only: who imports the list wants each story once.
    pub fn outline(&self, site: &Site) -> Outline {
        let address = |format| format!("{}{}", site.base_url, path(&self.slug, format, None));
        let format = Format::ALL.into_iter().find(|format| format.is_feed() && self.formats.contains(format));
        let page = self.formats.contains(&Format::Html).then(|| address(Format::Html));
        let own = format.map(|format| Outline {
            text: format!("{} \u{2013} {}", site.title, self.title),
            feed: Some(address(format)),
            page,
            description: self.description.clone(),
            ..Outline::default()
        });
        let sources: Vec<Outline> =
            self.sources.iter().filter(|source| source.feed.is_some()).map(outline).collect();
        let sources = (!sources.is_empty()).then(|| Outline {
            text: languages::wording(&site.language).sources_of.replace("{}", &self.title),
            children: sources,
            ..Outline::default()
        });
        Outline {
            text: self.title.clone(),
            children: own.into_iter().chain(sources).collect(),
            ..Outline::default()
        }
    }
}

fn outline(source: &SourceCard) -> Outline {
    Outline {
        text: source.name.clone(),
        feed: source.feed.clone(),
        page: source.home.clone(),
        ..Outline::default()
    }
}
