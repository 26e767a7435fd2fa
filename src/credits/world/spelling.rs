//! The listed names, by how texts write them.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::super::outlets;
use super::super::tokens::Line;

/// A listed name.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) words: Vec<String>,
    pub(super) shown: &'static str,
    pub(super) identity: &'static str,
}

/// The list, by the first letters of the first word.
struct Table {
    by_start: HashMap<String, Vec<Entry>>,
    /// What is written without spaces, by its first character.
    packed: HashMap<char, Vec<(&'static str, &'static str)>>,
    /// Compact name to identity.
    identities: HashMap<String, &'static str>,
    domains: HashMap<&'static str, Vec<&'static str>>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table {
        by_start: HashMap::new(),
        packed: HashMap::new(),
        identities: HashMap::new(),
        domains: HashMap::new(),
    };
    for outlet in outlets::listed() {
        let identity = outlet.identity();
        table.domains.entry(identity).or_default().extend(outlet.domains());
        outlet.asked_names().for_each(|name| table.add(name, identity));
    }
    table.packed.values_mut().for_each(|names| names.sort_by_key(|(name, _)| std::cmp::Reverse(name.len())));
    table
});

/// Articles that names begin with and texts leave out.
const ARTICLES: &[&str] = &["the", "der", "die", "das", "le", "la", "les", "el", "il", "de", "het", "o"];

impl Table {
    fn add(&mut self, name: &'static str, identity: &'static str) {
        let compact: String =
            name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
        self.identities.entry(compact).or_insert(identity);
        if let Some(first) = name.chars().next() {
            self.packed.entry(first).or_default().push((name, identity));
        }
        let words = spelt(name);
        let bare = words.first().is_some_and(|first| ARTICLES.contains(&first.as_str())) && words.len() > 1;
        // `Le Temps` without its article is a word of every day.
        let alone = bare && words.len() == 2 && words[1].chars().count() < 4;
        if bare && !alone {
            self.entry(Entry { words: words[1..].to_vec(), shown: name, identity });
        }
        self.entry(Entry { words, shown: name, identity });
    }

    fn entry(&mut self, entry: Entry) {
        if let Some(first) = entry.words.first() {
            self.by_start.entry(start(first)).or_default().push(entry);
        }
    }
}

/// The words of a name in lower case, cut as a line is.
pub(in super::super) fn spelt(name: &str) -> Vec<String> {
    let line = Line::new(name, 0);
    (0..line.len()).map(|at| lower(line.word(at))).filter(|word| !word.is_empty()).collect()
}

/// A word in lower case, without what was shortened before it: `l'Équipe`, `dell'Espresso`.
pub(super) fn lower(word: &str) -> String {
    // `D'après` is a word.
    if word.contains(['\'', '\u{2019}']) {
        let whole = word.to_lowercase().replace('\u{2019}', "'");
        if matches!(whole.as_str(), "d'après" | "d'abord") {
            return whole;
        }
    }
    after_elision(word).to_lowercase()
}

/// A word without an article or a preposition that lost its vowel.
pub(super) fn after_elision(word: &str) -> &str {
    const SHORT: &[&str] =
        &["l", "d", "qu", "un", "dell", "all", "nell", "sull", "dall", "quell", "jusqu", "lorsqu"];
    let Some((head, rest)) = word.split_once(['\'', '\u{2019}']) else { return word };
    let short = SHORT.iter().any(|short| head.eq_ignore_ascii_case(short));
    if short && rest.chars().nth(1).is_some() { rest } else { word }
}

/// The first letters of a word, which all its forms have.
pub(in super::super) fn start(word: &str) -> String {
    word.chars().take(2).collect()
}

/// The domains of an outlet by its identity.
pub(in super::super) fn domains_of(identity: &str) -> &'static [&'static str] {
    TABLE.domains.get(identity).map_or(&[], Vec::as_slice)
}

/// The identity of a listed name.
pub(in super::super) fn identity_of(compact: &str) -> Option<&'static str> {
    TABLE.identities.get(compact).copied()
}

/// The listed names that begin with this character, without spaces, the longest first.
pub(super) fn packed(first: char) -> &'static [(&'static str, &'static str)] {
    TABLE.packed.get(&first).map_or(&[], Vec::as_slice)
}

/// The listed names whose first word begins so.
pub(super) fn beginning(start: &str) -> Option<&'static [Entry]> {
    TABLE.by_start.get(start).map(Vec::as_slice)
}
