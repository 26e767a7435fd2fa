//! Which words can matter to a rule at all, looked up once a word.
//!
//! Most words of a text credit nobody; a rule that asks every word for each word of its table
//! takes longer than everything else that is done with the text. Refuses no word of a table.

use std::collections::HashSet;
use std::hash::BuildHasherDefault;
use std::sync::LazyLock;

use super::cues::{AFTER, BEFORE, Cue};
use super::tokens::Line;
use crate::text::words::Hashed;

/// Longer words are in no table.
const LONGEST: usize = 31;

/// Words to be found in whatever ASCII case.
pub(super) struct Lexicon {
    /// The lengths that words beginning with a byte have, a bit each.
    lengths: [u32; 256],
    words: HashSet<Vec<u8>, BuildHasherDefault<Hashed>>,
}

impl Lexicon {
    pub(super) fn new(words: impl Iterator<Item = &'static str>) -> Self {
        let mut lexicon = Self { lengths: [0; 256], words: HashSet::default() };
        for word in words {
            let word = word.to_ascii_lowercase().into_bytes();
            if let Some(first) = word.first() {
                lexicon.lengths[usize::from(*first)] |= 1 << word.len().min(LONGEST);
            }
            lexicon.words.insert(word);
        }
        lexicon
    }

    /// Whether the word is one of these.
    pub(super) fn has(&self, word: &str) -> bool {
        let bytes = word.as_bytes();
        let Some(first) = bytes.first().filter(|_| bytes.len() <= LONGEST) else { return false };
        if self.lengths[usize::from(first.to_ascii_lowercase())] >> bytes.len() & 1 == 0 {
            return false;
        }
        let mut small = [0; LONGEST];
        let small = &mut small[..bytes.len()];
        small.copy_from_slice(bytes);
        small.make_ascii_lowercase();
        self.words.contains(&*small)
    }
}

/// Small words, in which cues are like everything else.
const SMALL: &[&str] =
    &["by", "in", "on", "at", "to", "of", "with", "from", "for", "via", "the", "this", "was", "that"];

/// The word of a cue that is the least usual.
fn telling(cue: &Cue) -> &'static str {
    let rare = cue.words.iter().filter(|word| !SMALL.contains(word)).max_by_key(|word| word.len());
    rare.or(cue.words.first()).copied().unwrap_or_default()
}

static CUES: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(BEFORE.iter().chain(AFTER).map(telling)));

/// Tokens between a name's first and the telling word of a cue behind it, at most: the name, an
/// owner's person and a noun, five words with four adverbs before each; and as many again, so that
/// the name before is known as a whole too.
const AHEAD: usize = 9 + 7 + 25 + 16;
/// The same for a cue before it: eight words between, three words with four adverbs between two.
const BEHIND: usize = 19;

/// Where in a line a name may have a cue beside it.
pub(super) struct Near {
    cues: Vec<usize>,
}

impl Near {
    pub(super) fn new(line: &Line<'_>) -> Self {
        Self { cues: (0..line.len()).filter(|&at| CUES.has(line.word(at))).collect() }
    }

    /// The first token from `at` on that a name with a cue beside it may begin at.
    pub(super) fn from(&self, at: usize) -> Option<usize> {
        let next = self.cues.partition_point(|cue| cue + BEHIND < at);
        Some(self.cues.get(next)?.saturating_sub(AHEAD).max(at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_cue_has_a_telling_word_that_is_found_in_whatever_case() {
        for cue in BEFORE.iter().chain(AFTER) {
            assert!(cue.words.iter().any(|word| CUES.has(&word.to_ascii_uppercase())), "{cue:?}");
        }
        assert!(!CUES.has("the") && !CUES.has("to") && !CUES.has("") && !CUES.has(&"x".repeat(500)));
    }

    #[test]
    fn names_near_a_cue_are_looked_at_and_no_others() {
        let far = "word ".repeat(100);
        let text = format!("{far}Variety reports {far}");
        let near = Near::new(&Line::new(&text, 0));
        assert_eq!(near.from(0), Some(101 - AHEAD));
        assert_eq!(near.from(110), Some(110));
        assert_eq!(near.from(101 + BEHIND + 1), None);
        assert_eq!(Near::new(&Line::new(&far, 0)).from(0), None);
    }
}
