//! A line as one language reads it.

use super::super::names::Names;
use super::super::tokens::Line;
use super::words::Vocabulary;
use crate::languages::Language;

/// A line with its words in lower case, in one language.
pub(super) struct Reading<'l> {
    pub(super) line: &'l Line<'l>,
    pub(super) small: &'l [String],
    pub(super) names: &'l Names,
    pub(super) language: &'static Language,
    pub(super) words: &'static Vocabulary,
}
