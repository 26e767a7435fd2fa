//! What the configuration says of one group of article records (`[[articles]]`).

use chrono::{DateTime, FixedOffset, Utc};

/// Where records lie, and what they mean where they do not say it themselves.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rule {
    /// Which files: a glob, absolute or relative to the configuration; `**` for any depth.
    pub pattern: String,
    /// Section of records that name none.
    pub section: Option<String>,
    /// Pattern of addresses for records without one, see [`super::address`].
    pub url: Option<String>,
    /// Author of records that name none.
    pub author: Option<String>,
    /// Language tag of records that name none.
    pub language: Option<String>,
    /// Offset from UTC of times that state none; `None` is UTC.
    pub utc_offset: Option<FixedOffset>,
    /// Time of publication of records that state none; without it, the file's time.
    pub published: Option<DateTime<Utc>>,
    /// Whether an article stays although its file was deleted.
    pub keeps_deleted: bool,
}

impl Rule {
    /// The offset of times that state none.
    pub(super) fn offset(&self) -> FixedOffset {
        self.utc_offset.unwrap_or_else(|| chrono::Offset::fix(&Utc))
    }
}
