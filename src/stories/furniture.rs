//! The furniture of web pages: phrases whose sentence is no part of the article.
//!
//! English, hand-made. What is not listed here is still caught once several stories have it.

use std::collections::HashSet;
use std::hash::BuildHasherDefault;
use std::sync::LazyLock;

use super::gather::mixed;
use crate::text::words::{self, Hashed};

/// Two or three words each. A sentence that holds one of them is not read.
const PHRASES: &[&str] = &[
    "all rights reserved",
    "privacy policy",
    "cookie policy",
    "uses cookies",
    "manage your preferences",
    "accept all cookies",
    "terms of service",
    "terms of use",
    "terms and conditions",
    "sign up for",
    "sign in to",
    "log in here",
    "already a subscriber",
    "subscribe now",
    "subscribe to our",
    "cancel anytime",
    "unlimited digital access",
    "daily newsletter",
    "our newsletter",
    "free newsletter",
    "your inbox",
    "follow us on",
    "follow us",
    "like us on",
    "share this article",
    "share this story",
    "join the conversation",
    "affiliate commission",
    "affiliate links",
    "continue reading",
    "story continues below",
    "scroll to continue",
    "click here to",
    "read more about",
    "read the original",
    "appeared first on",
    "originally published",
    "most read",
    "trending now",
    "editor's picks",
    "related articles",
    "related stories",
    "redistributed without permission",
    "may not be published",
    "reporting by",
    "editing by",
    "additional reporting",
    "last updated at",
    "download our app",
    "what to watch tonight",
    "everything we know so far",
];

/// One word or two that stand before the headline of another piece: `Related: …`. The sentence after
/// such a label is not read.
const LABELS: &[&str] = &[
    "related",
    "related story",
    "read more",
    "read next",
    "read also",
    "also read",
    "see also",
    "up next",
    "recommended",
    "don't miss",
];

/// The labels, hashed as [`mixed`] does it: the word before, 0 for none, and the word.
pub(super) static NEXT: LazyLock<HashSet<u32, BuildHasherDefault<Hashed>>> = LazyLock::new(|| {
    let hashed = |label: &&str| {
        let mut last = [0; 2];
        words::each(label, |token| last = [last[1], token.hash]);
        mixed(&last)
    };
    LABELS.iter().map(hashed).collect()
});

/// Whether a hash, made by [`mixed`], is that of one of the phrases. Asked twice for each word.
pub(super) fn knows(hash: u32) -> bool {
    let known = &*KNOWN;
    let (place, bit) = Known::place(hash);
    known.sieve[place] >> bit & 1 == 1 && known.hashes.contains(&hash)
}

/// The phrases, and bits that most other hashes do not have.
struct Known {
    hashes: HashSet<u32, BuildHasherDefault<Hashed>>,
    sieve: Vec<u64>,
}

impl Known {
    /// Where a hash has its bit in the sieve.
    fn place(hash: u32) -> (usize, u32) {
        (hash as usize >> 6 & 0xff, hash & 63)
    }
}

static KNOWN: LazyLock<Known> = LazyLock::new(|| {
    let hashed = |phrase: &&str| {
        let mut all = Vec::new();
        words::each(phrase, |token| all.push(token.hash));
        mixed(&all)
    };
    let hashes: HashSet<u32, _> = PHRASES.iter().map(hashed).collect();
    let mut sieve = vec![0; 256];
    for (place, bit) in hashes.iter().map(|hash| Known::place(*hash)) {
        sieve[place] |= 1 << bit;
    }
    Known { hashes, sieve }
});
