//! The formats that are told apart.

use serde::{Deserialize, Serialize};

/// Which specification a document follows, as far as its root element or version tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Format {
    /// RSS 0.90 (Netscape, RDF).
    #[serde(rename = "rss-0.90")]
    Rss090,
    /// RSS 0.91, Netscape's or UserLand's.
    #[serde(rename = "rss-0.91")]
    Rss091,
    /// RSS 0.92.
    #[serde(rename = "rss-0.92")]
    Rss092,
    /// RSS 0.93.
    #[serde(rename = "rss-0.93")]
    Rss093,
    /// RSS 0.94.
    #[serde(rename = "rss-0.94")]
    Rss094,
    /// RSS 1.0 (RDF).
    #[serde(rename = "rss-1.0")]
    Rss10,
    /// RSS 1.1.
    #[serde(rename = "rss-1.1")]
    Rss11,
    /// RSS 2.0, also 2.x and an `rss` element of unknown version.
    #[serde(rename = "rss-2.0")]
    Rss20,
    /// Atom 0.3.
    #[serde(rename = "atom-0.3")]
    Atom03,
    /// Atom 1.0 (RFC 4287).
    #[serde(rename = "atom-1.0")]
    Atom10,
    /// JSON Feed 1.0.
    #[serde(rename = "json-feed-1.0")]
    Json10,
    /// JSON Feed 1.1.
    #[serde(rename = "json-feed-1.1")]
    Json11,
    /// Channel Definition Format (Microsoft, 1997).
    #[serde(rename = "cdf")]
    Cdf,
}

impl Format {
    /// The name used in commands and JSON: `rss-2.0`, `atom-1.0`, `json-feed-1.1`, …
    pub fn name(self) -> &'static str {
        match self {
            Self::Rss090 => "rss-0.90",
            Self::Rss091 => "rss-0.91",
            Self::Rss092 => "rss-0.92",
            Self::Rss093 => "rss-0.93",
            Self::Rss094 => "rss-0.94",
            Self::Rss10 => "rss-1.0",
            Self::Rss11 => "rss-1.1",
            Self::Rss20 => "rss-2.0",
            Self::Atom03 => "atom-0.3",
            Self::Atom10 => "atom-1.0",
            Self::Json10 => "json-feed-1.0",
            Self::Json11 => "json-feed-1.1",
            Self::Cdf => "cdf",
        }
    }
}
