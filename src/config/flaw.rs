//! What a configuration says that it may not, and where it says so.

use toml::Spanned;

/// A mistake that only shows once the file is read as a whole.
#[derive(Debug)]
pub(super) struct Flaw {
    /// Where it stands in the text, in bytes; `None` where it is in no one place.
    pub(super) at: Option<usize>,
    /// What is wrong and how to mend it.
    pub(super) message: String,
}

impl Flaw {
    /// A mistake in this value.
    pub(super) fn of<T>(value: &Spanned<T>, message: impl Into<String>) -> Self {
        Self { at: Some(value.span().start), message: message.into() }
    }
}

impl From<String> for Flaw {
    fn from(message: String) -> Self {
        Self { at: None, message }
    }
}
