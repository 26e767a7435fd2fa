//! A record that could not be read: where, what was seen, and what a person can do about it.

/// Why one record gave no article.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{path}{}: {seen}; {remedy}", self.line.map(|line| format!(":{line}")).unwrap_or_default())]
pub struct Unreadable {
    /// The file, relative to the configuration; `-` for standard input.
    pub path: String,
    /// Line, from 1, where it is known.
    pub line: Option<usize>,
    /// What was seen.
    pub seen: String,
    /// What mends it.
    pub remedy: String,
}

/// An [`Unreadable`] before it is known in which file it lies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Problem {
    /// Line, from 1, where it is known.
    pub(super) line: Option<usize>,
    /// What was seen.
    pub(super) seen: String,
    /// What mends it.
    pub(super) remedy: String,
}

impl Problem {
    /// A problem of the whole record.
    pub(super) fn new(seen: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { line: None, seen: seen.into(), remedy: remedy.into() }
    }

    /// The same at a line.
    pub(super) fn at(mut self, line: Option<usize>) -> Self {
        self.line = line.or(self.line);
        self
    }

    /// The same, its lines counted from a later beginning.
    pub(super) fn below(mut self, lines: usize) -> Self {
        self.line = self.line.map(|line| line + lines);
        self
    }

    /// The same, in its file.
    pub(super) fn within(self, path: &str) -> Unreadable {
        Unreadable { path: path.to_owned(), line: self.line, seen: self.seen, remedy: self.remedy }
    }
}

/// The line, from 1, of a byte offset.
pub(super) fn line_of(text: &str, offset: usize) -> usize {
    text.bytes().take(offset).filter(|&byte| byte == b'\n').count() + 1
}
