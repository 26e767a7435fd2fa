//! A text as its publisher sent it.

use serde::{Deserialize, Serialize};

use super::Shared;
use crate::text::{plain, shown};

/// Whether the value of a [`Text`] is plain text or markup.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TextKind {
    /// Plain text: `<` and `&` stand for themselves.
    #[default]
    Text,
    /// HTML, as the publisher wrote it. Not safe to publish before cleaning.
    Html,
}

/// A piece of human-readable text (RFC 4287 3.1).
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Text {
    /// Plain or HTML.
    #[serde(rename = "type")]
    pub kind: TextKind,
    /// The text; for HTML as it came, uncleaned.
    pub value: String,
    /// For HTML: the address its relative URLs are resolved against (`xml:base`, else the document's).
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub base: Option<Shared>,
}

impl Text {
    /// Plain text.
    pub fn plain(value: impl Into<String>) -> Self {
        Self { kind: TextKind::Text, value: value.into(), base: None }
    }

    /// HTML whose URLs are absolute or have no known base.
    pub fn html(value: impl Into<String>) -> Self {
        Self { kind: TextKind::Html, value: value.into(), base: None }
    }

    /// The text without markup, for people and for matching; never to be published as HTML.
    pub fn without_markup(&self) -> String {
        match self.kind {
            TextKind::Html => plain::of_html(&shown::words(&self.value)),
            TextKind::Text => self.value.trim().to_owned(),
        }
    }

    /// Whether there is anything but white space.
    pub fn is_blank(&self) -> bool {
        self.value.trim().is_empty()
    }
}
