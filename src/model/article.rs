//! Article records: our own articles, before they become entries.

use chrono::{DateTime, Utc};

use super::{Credit, Entry};

/// Whether an article may be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Status {
    /// Yes.
    #[default]
    Usable,
    /// No longer: gone from every feed with the next run.
    Withdrawn,
}

/// A line of a record that is not part of the article.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Dropped {
    /// Where it stands in its record, from 1.
    pub line: usize,
    /// The line.
    pub text: String,
    /// Why it was left out, for a person.
    pub why: &'static str,
    /// It belongs to a picture: what it credits is no source of the text.
    pub is_picture: bool,
}

/// One of our own articles, read from its record.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Article {
    /// What identifies the record across revisions: the id it gives, else its path relative to the configuration.
    pub key: String,
    /// The path it was read from, relative to the configuration, for messages.
    pub path: String,
    /// The pattern of the rule that found it.
    pub pattern: String,
    /// The article as an entry. `id` and `link` are set where the record gives them;
    /// `content` is clean body HTML without the furniture of the page.
    pub entry: Entry,
    /// Pattern of the address to give it where `entry.link` is absent.
    pub address_pattern: Option<String>,
    /// Sections that the record names, as slugs or names; may be empty.
    pub sections: Vec<String>,
    /// Whether it may be shown.
    pub status: Status,
    /// Not to be shown or used as evidence before this time.
    pub embargo: Option<DateTime<Utc>>,
    /// Somebody wrote its time of publication: it is not the file's, nor that of a dumped page.
    pub is_dated: bool,
    /// Names by which its page calls its own site: it is no source of itself.
    pub sites: Vec<String>,
    /// Credits that stood in the page's furniture (`Source: X`) and so not in the body.
    pub credits: Vec<Credit>,
    /// Quotations, without their quotation marks.
    pub quotations: Vec<String>,
    /// Headlines of other articles that stood on the page.
    pub related: Vec<String>,
    /// What else stood in the record, and why it is not in the body.
    pub dropped: Vec<Dropped>,
    /// What of the record could not be used as it stood, and what was taken instead.
    pub repairs: Vec<String>,
}
