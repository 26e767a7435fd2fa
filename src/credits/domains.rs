//! Domains as running text writes them, and how long a name may be.

use super::tokens::bare;

/// The longest name in tokens.
pub(super) const LONGEST: usize = 8;

/// Endings of domains that are part of names in running text: `comicbook.com`.
const ENDINGS: &[&str] = &[
    ".com", ".org", ".net", ".co.uk", ".com.au", ".co.nz", ".co.za", ".gov.za", ".news", ".tv", ".io", ".fm",
    ".ie", ".de", ".fr", ".eu", ".biz", ".info", ".me", ".co", ".us", ".uk", ".in", ".ca", ".media", ".blog",
    ".press", ".africa", ".today", ".online", ".it", ".es", ".nl", ".at", ".ch", ".se", ".no", ".dk", ".pl",
    ".ru", ".ua", ".jp",
];

pub(super) fn without_ending(name: &str) -> &str {
    if !name.contains('.') || name.contains(char::is_whitespace) {
        return name;
    }
    let cut = ENDINGS.iter().filter_map(|ending| {
        let at = name.len().checked_sub(ending.len())?;
        let tail = name.get(at..)?;
        (at > 1 && tail.eq_ignore_ascii_case(ending)).then_some(at)
    });
    cut.min().map_or(name, |at| &name[..at])
}

/// Whether the word is a domain as it is written in running text.
pub(super) fn is_domain(word: &str) -> bool {
    let word = bare(word);
    without_ending(word).len() < word.len()
}
