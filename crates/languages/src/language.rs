//! The form of a language's file.

use serde::Serialize;

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
    /// What is shortened with a stop that ends no sentence, in lower case; `no#` only before a
    /// number, `0` for numbers, whose stop makes them ordinals.
    pub abbreviations: &'static str,
    /// The small words without news: articles, pronouns, prepositions, auxiliaries. In lower case,
    /// with their accents.
    pub stop_words: &'static str,
    /// The months from January on: the name, other forms of it, and how it is shortened, in lower
    /// case. Empty where a month is several words.
    pub months: [&'static str; 12],
    /// The days of the week from Monday on, likewise.
    pub days: [&'static str; 7],
    /// How a text names its source.
    pub crediting: Crediting,
    /// What stands on a page beside its article.
    pub page: Page,
    /// What a desk writes around stories.
    pub wording: Wording,
}

/// What a desk writes around stories, for people. `{}` stands for a name, a list of names or a time.
#[derive(Debug, Serialize)]
pub struct Wording {
    /// Behind a part of a text: who has all of it.
    pub read_on: &'static str,
    /// Whom a text credits.
    pub source: &'static str,
    /// Who tells the same story.
    pub also: &'static str,
    /// Between names.
    pub comma: &'static str,
    /// Between the last two names.
    pub and: &'static str,
    /// What a section of this title has, where its owner says nothing.
    pub promise: &'static str,
    /// A link over the head of a page to its stories.
    pub skip: &'static str,
    /// What the navigation leads to.
    pub sections: &'static str,
    /// The link to the list of feeds.
    pub all_feeds: &'static str,
    /// When a section last changed.
    pub last_change: &'static str,
    /// Before the names of formats.
    pub subscribe: &'static str,
    /// What to do with the addresses below.
    pub copy: &'static str,
    /// Who wrote a text.
    pub by: &'static str,
    /// When a text was changed.
    pub changed: &'static str,
    /// A file to be heard.
    pub audio: &'static str,
    /// A file to be watched.
    pub video: &'static str,
    /// A file to be looked at.
    pub picture: &'static str,
    /// Any other file.
    pub file: &'static str,
    /// The link to a licence.
    pub license: &'static str,
    /// In the place of stories.
    pub nothing: &'static str,
    /// What the pages promise, and the program's name.
    pub made: &'static str,
    /// `{d}` day, `{m}` month by name, `{M}` with a capital, `{n}` by number, `{y}` year, `{t}` time.
    pub date: &'static str,
    /// The title of the list of feeds.
    pub feeds: &'static str,
    /// The list's description.
    pub feeds_of: &'static str,
    /// What a person does with a feed.
    pub deck: &'static str,
    /// The link to the list for programs.
    pub opml: &'static str,
    /// A link over the head of the list.
    pub skip_sections: &'static str,
    /// Which sources stand in a section.
    pub draws: &'static str,
    /// The folder of a section's sources.
    pub sources_of: &'static str,
    /// What WordPress writes below a text on where it was published, `begin*then`; divided by `|`, empty where it is not translated.
    pub origins: &'static str,
}

/// The words of a page around its article, in lower case; phrases are divided by `|`.
#[derive(Debug)]
pub struct Page {
    /// Those of the words before dates that say when the text was changed.
    pub updates: &'static str,
    /// Lines that begin so are the page's: prompts, labels, lists of other articles.
    pub begins: &'static str,
    /// Lines that are this and hardly more.
    pub whole: &'static str,
    /// Words that stand in such lines only.
    pub has: &'static str,
    /// Heads that the article's own short lines stand under: ingredients, key points, line-ups.
    pub lists: &'static str,
    /// Labels that other articles' headlines stand under, amid a text too.
    pub teasers: &'static str,
    /// What stands before the agencies that a text made use of.
    pub thanks: &'static str,
    /// What stands before the names of who wrote it.
    pub bylines: &'static str,
    /// What stands before the date of publication.
    pub dates: &'static str,
}

impl Page {
    /// Nothing is known.
    pub(super) const NONE: Self = Self {
        updates: "",
        begins: "",
        whole: "",
        has: "",
        lists: "",
        teasers: "",
        thanks: "",
        bylines: "",
        dates: "",
    };
}

/// How a language names the source of a text. Phrases are divided by `|`, single words by spaces;
/// all in lower case.
///
/// In a phrase `a/b` is one word or the other, `*` up to seven words, and a name is
/// `{p}` where only a name that looks like an outlet's counts, `{q}` where a title in quotation
/// marks does too, `{x}` where nobody but an outlet
/// stands, `{n}` the same behind a word for an outlet, `{w}` directly behind such a word that is
/// part of the phrase, `{a}` an agency. In words `*` stands for any beginning or end.
#[derive(Debug)]
pub struct Crediting {
    /// What stands before a colon and the name.
    pub labels: &'static str,
    /// Phrases for who reports something.
    pub says: &'static str,
    /// Phrases for who reported it first.
    pub first: &'static str,
    /// Phrases for where the text was published before.
    pub origin: &'static str,
    /// Phrases for an agency that had a part in the text.
    pub wire: &'static str,
    /// Words for an outlet: `newspaper`, `agency`.
    pub nouns: &'static str,
    /// Small words between a phrase and the name.
    pub between: &'static str,
    /// Words of time between a verb and a name, beside days and months. Those of one or two letters
    /// count only before another.
    pub times: &'static str,
    /// Words for people and bodies that are quoted and publish nothing.
    pub people: &'static str,
    /// Words in the names of outlets.
    pub press: &'static str,
    /// Offices and institutes that publish figures: behind a label they are no outlets. Words, and
    /// whole names divided by `|` where they are several words.
    pub offices: &'static str,
}

impl Crediting {
    /// Nothing is known.
    pub(super) const NONE: Self = Self {
        labels: "",
        says: "",
        first: "",
        origin: "",
        wire: "",
        nouns: "",
        between: "",
        people: "",
        press: "",
        offices: "",
        times: "",
    };
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
