//! The key of a source: what its entries are remembered under. One that would pass for ours, or for a
//! followed list, cannot be made.

use std::borrow::Borrow;
use std::fmt;
use std::ops::Deref;

use super::OWN;

/// What the keys of followed lists begin with where those of sources stand too.
pub const LIST: &str = "list:";

/// The key of a source or a list.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceKey(String);

impl SourceKey {
    /// A key from a text.
    ///
    /// # Errors
    /// Why it can be none, for a person: our own articles and followed lists have keys like it, or it is empty.
    pub fn new(text: impl Into<String>) -> Result<Self, String> {
        let text = text.into();
        let lower = text.trim().to_ascii_lowercase();
        match lower.as_str() {
            "" => Err("a key cannot be empty".to_owned()),
            OWN => Err(format!("the key \"{text}\" is kept for the desk's own articles")),
            _ if lower.starts_with(LIST) => {
                Err(format!("the key \"{text}\" begins like those of followed lists ({LIST})"))
            }
            _ if text.contains(char::is_control) || lower.len() != text.len() => {
                Err(format!("the key {text:?} has a space at its end or a control character in it"))
            }
            _ => Ok(Self(text)),
        }
    }

    /// The key as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Deref for SourceKey {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for SourceKey {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for SourceKey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl PartialEq<str> for SourceKey {
    fn eq(&self, other: &str) -> bool {
        self.0 == other
    }
}

impl PartialEq<String> for SourceKey {
    fn eq(&self, other: &String) -> bool {
        self.0 == *other
    }
}

impl PartialEq<SourceKey> for String {
    fn eq(&self, other: &SourceKey) -> bool {
        *self == other.0
    }
}

impl From<SourceKey> for String {
    fn from(key: SourceKey) -> Self {
        key.0
    }
}

#[cfg(test)]
mod tests {
    use super::SourceKey;

    #[test]
    fn what_would_pass_for_ours_or_for_a_list_is_no_key() {
        for text in ["own", "OWN", " own ", "list:", "list:roll", "List:x", "", "  ", "a\nb", "a "] {
            assert!(SourceKey::new(text).is_err(), "{text:?}");
        }
        for text in ["owner", "own-news", "lists", "a/b", "roll/a.example-00ff00ff", "日本"] {
            assert_eq!(SourceKey::new(text).unwrap(), *text);
        }
    }
}
