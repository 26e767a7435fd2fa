//! Stories: entries that tell the same news.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::Credit;

/// How an entry relates to the story it is part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Relation {
    /// The first that told it.
    Original,
    /// The same words, perhaps cut, framed or under another headline.
    Copy,
    /// Other words, the same news.
    Rewrite,
}

impl Relation {
    /// The name used in JSON and tables.
    pub fn name(self) -> &'static str {
        match self {
            Self::Original => "original",
            Self::Copy => "copy",
            Self::Rewrite => "rewrite",
        }
    }
}

/// What the matching of stories looks at: one entry, or one line of `copydesk stories`.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct StoryRecord {
    /// Identity, opaque here.
    pub id: String,
    /// Address at the publisher.
    pub url: Option<String>,
    /// Headline, plain text.
    pub title: Option<String>,
    /// Body as plain text, paragraphs divided by a newline.
    pub text: Option<String>,
    /// When it was published.
    pub published: Option<DateTime<Utc>>,
    /// Who published it: a source's name, or a domain.
    pub source: Option<String>,
    /// Language tag.
    pub language: Option<String>,
    /// What the text credits.
    pub credits: Vec<Credit>,
}

/// Where a record was filed, and why.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Filing {
    /// The story: the id of the record that opened it. Never changes once given.
    pub story: String,
    /// The relation to that story.
    pub relation: Relation,
    /// 0 (nothing shared) to 1 (the same text), to the nearest member.
    pub similarity: f64,
    /// The member that it was matched with.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub nearest: Option<String>,
    /// Stories that this record shows to be the same as `story`; they are joined to it.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub merges: Vec<String>,
    /// The evidence, for people: a line each, with figures.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub evidence: Vec<String>,
}
