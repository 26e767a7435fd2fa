//! What any form of article record can say, before defaults: the one shape that every parser
//! of this room fills.

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use crate::model::{Category, Credit, CreditKind, Dropped, Media, Person, Status};

/// The text of an article, in the markup that the record uses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Body {
    /// Paragraphs divided by blank lines, or by line ends where there is no blank line.
    Text(String),
    /// HTML, as it came.
    Html(String),
    /// CommonMark.
    Markdown(String),
}

/// One record. Absent is `None` or empty.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Record {
    pub(super) id: Option<String>,
    pub(super) url: Option<String>,
    pub(super) title: Option<String>,
    pub(super) summary: Option<String>,
    pub(super) body: Option<Body>,
    /// What addresses in the body stand against, where the record says it and it is not its own address.
    pub(super) base: Option<String>,
    pub(super) authors: Vec<Person>,
    pub(super) published: Option<DateTime<Utc>>,
    /// That time stood on a dumped page, which had been published then.
    pub(super) is_page_date: bool,
    pub(super) updated: Option<DateTime<Utc>>,
    pub(super) sections: Vec<String>,
    pub(super) categories: Vec<Category>,
    pub(super) language: Option<String>,
    pub(super) status: Option<Status>,
    pub(super) embargo: Option<DateTime<Utc>>,
    pub(super) credits: Vec<Credit>,
    /// What its page calls its own site.
    pub(super) sites: Vec<String>,
    pub(super) image: Option<Media>,
    pub(super) rights: Option<String>,
    pub(super) license: Option<String>,
    pub(super) related: Vec<String>,
    pub(super) dropped: Vec<Dropped>,
    /// What could not be used as it stood, and what was taken instead.
    pub(super) repairs: Vec<String>,
    /// Whether it is written in a vocabulary that is not ours: what cannot be used is passed over, not refused.
    pub(super) foreign: bool,
}

impl Record {
    /// This record, with what it does not say taken from `base`.
    pub(super) fn over(self, base: Self) -> Self {
        Self {
            id: self.id.or(base.id),
            url: self.url.or(base.url),
            title: self.title.or(base.title),
            summary: self.summary.or(base.summary),
            body: self.body.or(base.body),
            base: self.base.or(base.base),
            authors: filled(self.authors, base.authors),
            is_page_date: if self.published.is_some() { self.is_page_date } else { base.is_page_date },
            published: self.published.or(base.published),
            updated: self.updated.or(base.updated),
            sections: filled(self.sections, base.sections),
            categories: filled(self.categories, base.categories),
            language: self.language.or(base.language),
            status: self.status.or(base.status),
            embargo: self.embargo.or(base.embargo),
            credits: merged(self.credits, base.credits),
            sites: filled(self.sites, base.sites),
            image: self.image.or(base.image),
            rights: self.rights.or(base.rights),
            license: self.license.or(base.license),
            related: filled(self.related, base.related),
            dropped: filled(self.dropped, base.dropped),
            repairs: [self.repairs, base.repairs].concat(),
            foreign: self.foreign || base.foreign,
        }
    }
}

fn filled<T>(first: Vec<T>, second: Vec<T>) -> Vec<T> {
    if first.is_empty() { second } else { first }
}

/// Both lists; of a name in both the page's own words stay as evidence, and the address is
/// whichever is known.
fn merged(first: Vec<Credit>, mut second: Vec<Credit>) -> Vec<Credit> {
    let name = |credit: &Credit| credit.name.to_ascii_lowercase();
    let mut places: HashMap<String, usize> = HashMap::new();
    for (place, credit) in second.iter().enumerate() {
        places.entry(name(credit)).or_insert(place);
    }
    for credit in first {
        match places.get(&name(&credit)) {
            Some(place) => second[*place].url = credit.url.or(second[*place].url.take()),
            None => {
                places.insert(name(&credit), second.len());
                second.push(credit);
            }
        }
    }
    second
}

/// A person known by name.
pub(super) fn person(name: &str) -> Person {
    Person { name: Some(name.trim().to_owned()), ..Person::default() }
}

/// A category known by its term.
pub(super) fn category(term: &str) -> Category {
    Category { term: term.trim().to_owned(), ..Category::default() }
}

/// A credit that a record states as a field of its own.
pub(super) fn stated_credit(name: &str, url: Option<String>) -> Credit {
    let name = name.trim().to_owned();
    let evidence = format!("Source: {name}");
    Credit { name, url, kind: CreditKind::Source, evidence }
}

/// A picture known by its address.
pub(super) fn image(url: &str) -> Media {
    Media { url: url.trim().to_owned(), medium: Some("image".into()), ..Media::default() }
}

/// The parts of a comma-separated list.
pub(super) fn list(text: &str) -> Vec<String> {
    text.split([',', ';']).map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}
