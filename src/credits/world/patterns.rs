//! The phrases of all languages, cut into parts and found by a word of theirs.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::languages::{self, Language};
use crate::model::CreditKind::{self, FirstReported, Source, Syndicated, Wire};

/// What a name must show to count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Need {
    /// It looks like an outlet's.
    Press,
    /// The same, and a title in quotation marks counts.
    Quoted,
    /// Nobody but an outlet stands here.
    Any,
    /// A word for an outlet stands before it.
    Noun,
    /// An agency's.
    Agency,
}

/// One part of a phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part {
    /// One of these words; `*` at the end stands for any end.
    Words(Vec<&'static str>),
    /// Some words.
    Gap,
    /// The name.
    Name(Need),
}

/// A phrase.
#[derive(Debug)]
pub(super) struct Phrase {
    pub(super) language: &'static Language,
    pub(super) kind: CreditKind,
    pub(super) parts: Vec<Part>,
    /// The first part that is words.
    pub(super) anchor: usize,
}

/// Phrases by each word of their anchor.
pub(super) static PHRASES: LazyLock<Phrases> = LazyLock::new(Phrases::new);

/// All phrases of languages with spaces.
#[derive(Debug, Default)]
pub(super) struct Phrases {
    all: Vec<Phrase>,
    by_word: HashMap<&'static str, Vec<usize>>,
}

impl Phrases {
    fn new() -> Self {
        let mut phrases = Self::default();
        for language in languages::all().iter().filter(|language| language.has_spaces()) {
            for (list, kind) in lists(language) {
                for text in list.split('|').filter(|text| !text.is_empty()) {
                    phrases.add(language, kind, text);
                }
            }
        }
        phrases
    }

    fn add(&mut self, language: &'static Language, kind: CreditKind, text: &'static str) {
        let parts: Vec<Part> = text.split_whitespace().map(part).collect();
        let words = |part: &Part| matches!(part, Part::Words(_));
        let Some(anchor) = parts.iter().position(words) else { return };
        if let Part::Words(words) = &parts[anchor] {
            for word in words {
                self.by_word.entry(word).or_default().push(self.all.len());
            }
        }
        self.all.push(Phrase { language, kind, parts, anchor });
    }

    /// The phrases that are found by this word, in lower case.
    pub(super) fn at(&self, word: &str) -> impl Iterator<Item = &Phrase> {
        self.by_word.get(word).into_iter().flatten().map(|&at| &self.all[at])
    }
}

/// The lists of a language's file, the stronger ones first.
pub(super) fn lists(language: &'static Language) -> [(&'static str, CreditKind); 4] {
    let crediting = &language.crediting;
    [
        (crediting.origin, Syndicated),
        (crediting.first, FirstReported),
        (crediting.wire, Wire),
        (crediting.says, Source),
    ]
}

fn part(word: &'static str) -> Part {
    match word {
        "*" => Part::Gap,
        "{p}" => Part::Name(Need::Press),
        "{q}" => Part::Name(Need::Quoted),
        "{x}" | "{w}" => Part::Name(Need::Any),
        "{n}" => Part::Name(Need::Noun),
        "{a}" => Part::Name(Need::Agency),
        words => Part::Words(words.split('/').collect()),
    }
}

/// Whether a word of a text, in lower case, is one of a phrase's.
pub(super) fn is_one_of(word: &str, words: &[&str]) -> bool {
    words.iter().any(|each| match each.strip_suffix('*') {
        Some(begin) => word.starts_with(begin),
        None => word == *each,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_phrase_has_a_word_and_one_name() {
        for language in languages::all() {
            for (list, _) in lists(language) {
                for text in list.split('|').filter(|text| !text.is_empty()) {
                    let names = text.matches('{').count();
                    assert_eq!(names, 1, "{}: {text}", language.name);
                    assert_eq!(text, text.to_lowercase(), "{}", language.name);
                    let (before, rest) = text.split_once('{').unwrap_or((text, ""));
                    let behind = rest.split_once('}').map_or("", |(_, behind)| behind);
                    let others = [before, behind].concat();
                    assert!(!others.trim_matches(['*', ' ']).is_empty(), "{}: {text}", language.name);
                    // What a phrase is found by is looked up as it stands.
                    let anchor = text.split_whitespace().find(|word| !word.starts_with('{') && *word != "*");
                    assert!(
                        anchor.is_some_and(|word| !word.contains('*')) || !language.has_spaces(),
                        "{text}"
                    );
                }
            }
        }
    }
}
