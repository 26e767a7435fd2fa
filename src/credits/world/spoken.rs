//! Which language a text is in.

use memchr::memmem;

use crate::languages::{self, Language};

/// What a text is in, as far as its beginning tells.
#[derive(Debug, Clone, Copy)]
pub(in super::super) enum Spoken {
    /// English: nothing here is asked.
    English,
    /// This language.
    One(&'static Language),
    /// It is too short to tell.
    Unknown,
}

/// Characters that tell whether a text is English.
const LOOKED_AT: usize = 600;

/// What a text is in.
pub(in super::super) fn spoken(text: &str) -> Spoken {
    if is_english(text) {
        return Spoken::English;
    }
    match languages::detect_clearly(text) {
        Some(language) if language.code == "en" => Spoken::English,
        Some(language) => Spoken::One(language),
        None if text.is_ascii() && text.len() > LOOKED_AT => Spoken::English,
        None => Spoken::Unknown,
    }
}

/// Whether the text is English at a glance: most texts are, and detection costs more than they do.
fn is_english(text: &str) -> bool {
    /// Words of no other language that is written with plain letters.
    const SURE: &[&[u8]] =
        &[b" the ", b" with ", b" that ", b" from ", b" said ", b" this ", b" which ", b" his ", b" their "];
    /// Words that few others have.
    const LIKELY: &[&[u8]] = &[b" of ", b" and ", b" to ", b" for ", b" is ", b" was ", b" by ", b" on "];
    let start = &text.as_bytes()[..text.len().min(LOOKED_AT)];
    let has =
        |words: &[&[u8]]| words.iter().filter(|word| memmem::find(start, word).is_some()).take(2).count();
    let the = memmem::find_iter(start, SURE[0]).take(2).count();
    the == 2
        || the == 1 && has(LIKELY) > 0
        || has(SURE) > 1
        || start.is_ascii() && has(SURE) == 1 && has(LIKELY) > 1
}
