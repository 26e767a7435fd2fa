//! What nobody may see of how a source is asked, and the veil that lies over every text about it.
//!
//! A server may answer with what it was asked with: in a redirect, in an error page, in the feed's own
//! addresses. So what an answer says is veiled before it goes anywhere.

use std::fmt;

/// What stands where a secret stood.
pub const HIDDEN: &str = "***";
/// A shorter part of a secret is a word like any other: hiding it would make texts unreadable.
const SHORTEST: usize = 4;

/// The secrets of a source. Its debug output shows none of them.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Veil {
    /// The address that is asked, and the one that is shown for it.
    address: Option<(String, String)>,
    /// The longest first.
    secrets: Vec<String>,
}

impl Veil {
    /// A veil over these texts, and over an address for which another is shown.
    pub fn new(secrets: impl IntoIterator<Item = String>, address: Option<(String, String)>) -> Self {
        let mut secrets: Vec<String> =
            secrets.into_iter().filter(|secret| secret.chars().count() >= SHORTEST).collect();
        secrets.sort_by_key(|secret| std::cmp::Reverse(secret.len()));
        secrets.dedup();
        Self { address, secrets }
    }

    /// Whether the address itself is hidden.
    pub fn hides_address(&self) -> bool {
        self.address.is_some()
    }

    /// A text as it may be shown and kept.
    pub fn over(&self, text: String) -> String {
        let text = match &self.address {
            Some((address, shown)) if text.contains(address) => text.replace(address, shown),
            _ => text,
        };
        let hide = |text: String, secret: &String| match text.contains(secret) {
            true => text.replace(secret, HIDDEN),
            false => text,
        };
        self.secrets.iter().fold(text, hide)
    }
}

impl fmt::Debug for Veil {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("(veil)")
    }
}

#[cfg(test)]
mod tests {
    use super::Veil;

    #[test]
    fn secrets_and_their_address_are_hidden_in_any_text() {
        let address = ("https://a.example/f?key=s3cret&x=1".to_owned(), "https://a.example/f".to_owned());
        let veil = Veil::new(["s3cret".to_owned(), "s3".to_owned(), "s3cret-long".to_owned()], Some(address));
        let over = |text: &str| veil.over(text.to_owned());
        assert_eq!(over("asked https://a.example/f?key=s3cret&x=1 twice"), "asked https://a.example/f twice");
        assert_eq!(over("https://b.example/?k=s3cret"), "https://b.example/?k=***");
        assert_eq!(over("s3cret-long s3"), "*** s3");
        assert_eq!(Veil::default().over("as it is".to_owned()), "as it is");
        assert_eq!(format!("{veil:?}"), "(veil)");
    }
}
