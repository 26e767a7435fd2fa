//! What `validate` finds in a document.

use serde::Serialize;

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Readers cope, but should not have to.
    Warning,
    /// The document is invalid.
    Error,
}

/// One broken rule at one place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// Error or warning.
    pub level: Level,
    /// Stable kebab-case code, e.g. `missing-title`.
    pub code: &'static str,
    /// What was seen, for people.
    pub message: String,
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
}

/// All findings of one document, in document order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Report {
    /// What the document was taken for: `rss-2.0`, `atom-1.0`, `json-feed-1.1`, `opml-2.0`, …, or `unknown`.
    pub format: String,
    /// No error among the findings.
    pub valid: bool,
    /// The findings.
    pub findings: Vec<Finding>,
    /// How many more there were than are kept: of one code only so many are.
    #[serde(skip_serializing_if = "is_zero")]
    pub omitted: usize,
}

fn is_zero(number: &usize) -> bool {
    *number == 0
}
