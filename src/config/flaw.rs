//! What a configuration says that it may not, and where it says so.

use toml::Spanned;

/// A mistake that only shows once the file is read as a whole.
#[derive(Debug)]
pub(super) struct Flaw {
    /// Where it stands in the text, in bytes.
    pub(super) at: Option<usize>,
    /// The table, which of its kind it is from 0, and the key, where only these are known.
    pub(super) key: Option<(&'static str, usize, &'static str)>,
    /// What is wrong and how to mend it.
    pub(super) message: String,
}

impl Flaw {
    /// A mistake in this value.
    pub(super) fn of<T>(value: &Spanned<T>, message: impl Into<String>) -> Self {
        Self { at: Some(value.span().start), key: None, message: message.into() }
    }

    /// A mistake in a key of the nth table of this name.
    pub(super) fn in_key(
        table: &'static str,
        nth: usize,
        key: &'static str,
    ) -> impl Fn(String) -> Self + Copy {
        move |message| Self { at: None, key: Some((table, nth, key)), message }
    }
}
