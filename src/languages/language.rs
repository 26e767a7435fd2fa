//! The form of a language's file.

/// The script that a language is written with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Script {
    /// Latin letters.
    Latin,
    /// Cyrillic letters.
    Cyrillic,
    /// Greek letters.
    Greek,
    /// Arabic letters.
    Arabic,
    /// Hebrew letters.
    Hebrew,
    /// Devanagari.
    Devanagari,
    /// Thai.
    Thai,
    /// Chinese characters alone.
    Han,
    /// Chinese characters with kana.
    Kana,
    /// Hangul.
    Hangul,
}

/// What a language's file says. Lists of single words are divided by spaces.
#[derive(Debug)]
pub struct Language {
    /// ISO 639-1.
    pub code: &'static str,
    /// Its English name.
    pub name: &'static str,
    /// Its own name.
    pub own_name: &'static str,
    /// What it is written with.
    pub script: Script,
    /// The letters beyond `a` to `z` that it writes its own words with, in lower case; of scripts
    /// with several languages.
    pub letters: &'static str,
    /// The small words without news: articles, pronouns, prepositions, auxiliaries. In lower case,
    /// with their accents.
    pub stop_words: &'static str,
    /// The months from January on: the name, other forms of it, and how it is shortened, in lower
    /// case. Empty where a month is several words.
    pub months: [&'static str; 12],
    /// The days of the week from Monday on, likewise.
    pub days: [&'static str; 7],
}

impl Language {
    /// The small words, one by one.
    pub fn stop_words(&self) -> impl Iterator<Item = &'static str> + use<> {
        self.stop_words.split(' ')
    }

    /// Whether its words are divided by spaces.
    pub fn has_spaces(&self) -> bool {
        !matches!(self.script, Script::Han | Script::Kana | Script::Thai)
    }
}
