//! Who is named as the source of a text.

use serde::{Deserialize, Serialize};

/// How a text names its source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CreditKind {
    /// `Source: X`, `X reports`, `told X`, `in an interview with X`.
    Source,
    /// `via X`.
    Via,
    /// `H/T X`.
    HatTip,
    /// `first reported by X`.
    FirstReported,
    /// An agency's dateline: `LONDON (Reuters) —`.
    Wire,
    /// Published by X first and taken over as a whole.
    Syndicated,
    /// An outlet in the byline or behind the title: `Title - X`.
    Byline,
}

impl CreditKind {
    /// The name used in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Via => "via",
            Self::HatTip => "hat-tip",
            Self::FirstReported => "first-reported",
            Self::Wire => "wire",
            Self::Syndicated => "syndicated",
            Self::Byline => "byline",
        }
    }
}

/// One outlet that a text credits, with the words that say so.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Credit {
    /// The outlet, spelt as the configuration spells it where it is a configured source.
    pub name: String,
    /// Address of the report that is credited, where the text or its links give one.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub url: Option<String>,
    /// How it is named.
    pub kind: CreditKind,
    /// The words that say so.
    pub evidence: String,
}

/// A publication that copydesk knows by name: a configured source, or our own site.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Outlet {
    /// The name as it should be shown.
    pub name: String,
    /// Its home page, which tells its domain.
    pub home: Option<String>,
}

/// Another entry with the same story, as an outgoing entry names it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Also {
    /// The source's name.
    pub name: String,
    /// Its report.
    pub url: String,
    /// Its headline.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub title: Option<String>,
}
