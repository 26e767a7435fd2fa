//! Where a name begins and ends in languages with spaces, and what it shows of being an outlet's.

use super::super::names::{Level, Name, Names, is_refused};
use super::super::shapes::is_person;
use super::super::tokens::{Line, is_capital};
use super::listed;
use super::patterns::Need;
use super::words::{self, Vocabulary};
use crate::languages::{Language, Script};

/// Words of the longest name.
const LONGEST: usize = 6;

/// Words between a phrase and the name at most.
const BETWEEN: usize = 4;

const OPENING: &str = "„“\"«‹”'‚‘「《『";
const CLOSING: &str = "“”\"»›'‘’」》』«";

/// Small words inside names.
const JOINS: &[&str] = &[
    "de", "da", "do", "das", "dos", "del", "della", "di", "du", "des", "la", "le", "of", "og", "och", "und",
    "van", "der", "the", "i", "y", "e", "et", "en", "&", "for", "för", "für", "in", "d", "a", "al",
];

/// A line with its words in lower case, in one language.
pub(super) struct Reading<'l> {
    pub(super) line: &'l Line<'l>,
    pub(super) small: &'l [String],
    pub(super) names: &'l Names,
    pub(super) language: &'static Language,
    pub(super) words: &'static Vocabulary,
}

/// What speaks for a name.
#[derive(Debug, Clone, Copy, Default)]
struct Signs {
    noun: bool,
    quoted: bool,
}

impl Reading<'_> {
    fn small(&self, at: usize) -> &str {
        self.small.get(at).map_or("", String::as_str)
    }

    /// Whether the language writes names with capitals.
    fn has_capitals(&self) -> bool {
        matches!(self.language.script, Script::Latin | Script::Cyrillic | Script::Greek)
    }

    fn is_noun(&self, at: usize) -> bool {
        // A name may begin with such a word: `Dagens Nyheter` does not, `Tidningen Ångermanland` does.
        self.words.nouns.has(self.small(at))
    }

    /// The name that begins at `at`, or behind small words and a word for an outlet.
    pub(super) fn after(&self, at: usize, need: Need) -> Option<Name> {
        let mut signs = Signs::default();
        let mut first = at;
        for _ in 0..BETWEEN {
            if let Some(name) = self.known(first) {
                return self.judged(self.whole(name), signs, need);
            }
            if self.is_noun(first)
                && !self.opens_name(first)
                && (self.line.is_mark(first + 1, OPENING) || !self.line.word(first + 1).is_empty())
            {
                signs.noun = true;
            } else if !(self.words.between.has(self.small(first))
                || self.line.is_any(first, &["the"])
                || self.leads_to_noun(first))
            {
                break;
            }
            first += 1;
        }
        let name = self.begins(first, &mut signs)?;
        self.judged(name, signs, need)
    }

    /// Whether a word for an outlet is the name's first: `Rádio Beira-Mar`. German writes all such
    /// words with a capital.
    fn opens_name(&self, at: usize) -> bool {
        let capital = self.has_capitals() && is_capital(self.line.word(at));
        capital && self.language.code != "de" && is_capital(self.line.word(at + 1))
    }

    /// An adjective before a word for an outlet: `der britischen Zeitung`.
    fn leads_to_noun(&self, at: usize) -> bool {
        let adjective = self.line.word(at).starts_with(char::is_lowercase) || !self.has_capitals();
        let any = self.has_capitals() && self.small(at).chars().count() > 4;
        (adjective || any)
            && !self.line.word(at).is_empty()
            && (self.is_noun(at + 1) || adjective && self.is_noun(at + 2))
    }

    /// A configured or listed name that begins here.
    fn known(&self, at: usize) -> Option<Name> {
        listed::at(self, at)
    }

    /// A listed name, or the longer one that it begins: `Frankfurter Allgemeine Sonntagszeitung`.
    fn whole(&self, name: Name) -> Name {
        let end =
            if self.has_capitals() && name.level < Level::Known { self.run(name.first) } else { name.end };
        let longer = end > name.end && words::is_press(self.small(end - 1), self.words);
        if longer { self.free(name.first, end) } else { name }
    }

    /// A name by its form: in quotation marks, or a run of words that a name may have.
    fn begins(&self, at: usize, signs: &mut Signs) -> Option<Name> {
        if self.line.is_mark(at, OPENING) {
            signs.quoted = true;
            let close = (at + 2..at + 2 + LONGEST).find(|&i| self.line.is_mark(i, CLOSING))?;
            return Some(self.named(at + 1, close));
        }
        let end = if self.has_capitals() { self.run(at) } else { self.plain_run(at) };
        (end > at).then(|| self.named(at, end))
    }

    fn named(&self, first: usize, end: usize) -> Name {
        listed::whole(self, first, end).unwrap_or_else(|| self.free(first, end))
    }

    /// A name that nobody knows, without what is hung on.
    fn free(&self, first: usize, end: usize) -> Name {
        let name = self.names.named(self.line, first, end, Level::Free);
        match name.level {
            Level::Free => self.names.written(&listed::cleared(self, &name.shown), first, end, Level::Free),
            _ => name,
        }
    }

    /// The end of a run of capitalised words.
    fn run(&self, at: usize) -> usize {
        let (mut end, mut next) = (at, at);
        while next < (at + LONGEST).min(self.line.len()) {
            let word = self.line.word(next);
            if is_capital(word)
                && !(next == at && word.starts_with(|c: char| c.is_ascii_digit()) && word.len() < 3)
            {
                next += 1;
                end = next;
            } else if next > at && (JOINS.contains(&word) || self.line.is_mark(next, "&+")) {
                next += 1;
            } else {
                break;
            }
        }
        end
    }

    /// In scripts without capitals: up to a small word.
    fn plain_run(&self, at: usize) -> usize {
        let limit = (at + 4).min(self.line.len());
        let mut end = at;
        while end < limit && !self.line.word(end).is_empty() && !self.words.stops.has(self.small(end)) {
            // What follows a name with its article is no part of it, unless it has one too.
            let articled = |at: usize| self.small(at).starts_with("ال");
            if end > at && self.language.script == Script::Arabic && articled(at) && !articled(end) {
                break;
            }
            end += 1;
        }
        end
    }

    /// The name that ends before `end`, a word for an outlet between them passed over.
    pub(super) fn before(&self, end: usize, need: Need) -> Option<Name> {
        let mut end = end;
        let mut signs = Signs::default();
        let apart = end > 0 && self.line.is_mark(end - 1, ",)");
        end -= usize::from(apart);
        let capital = self.has_capitals() && end > 0 && is_capital(self.line.word(end - 1));
        if end > 1 && self.is_noun(end - 1) && !capital {
            signs.noun = true;
            end -= 1;
        }
        if end > 0 && self.line.is_mark(end - 1, CLOSING) {
            signs.quoted = true;
            let open =
                (end.saturating_sub(2 + LONGEST)..end - 1).rev().find(|&i| self.line.is_mark(i, OPENING))?;
            signs.noun |= open > 0 && self.is_noun(open - 1);
            return self.judged((open + 1 < end - 1).then(|| self.named(open + 1, end - 1))?, signs, need);
        }
        let known = (end.saturating_sub(LONGEST)..end).find_map(|at| listed::whole(self, at, end));
        if let Some(name) = known {
            return self.judged(name, signs, need);
        }
        let first = if self.has_capitals() { self.run_back(end) } else { self.plain_back(end) };
        if first >= end {
            return None;
        }
        // `zeigt, dass die Bild` begins with no name; a noun before it speaks for it.
        let mut from = first;
        while from + 1 < end && self.words.between.has(self.small(from)) {
            from += 1;
        }
        if !self.has_capitals()
            && let Some(noun) = (from..end - 1).rev().find(|&at| self.is_noun(at))
        {
            signs.noun = true;
            from = noun + 1;
        }
        signs.noun |= first > 0 && self.is_noun(first - 1);
        // At the head of a sentence every word for an outlet has a capital.
        if self.has_capitals() && from + 1 < end && self.is_noun(from) && self.line.opens(from) {
            signs.noun = true;
            from += 1;
        }
        self.judged(self.free(from, end), signs, need)
    }

    fn run_back(&self, end: usize) -> usize {
        let (mut first, mut at) = (end, end);
        while at > end.saturating_sub(LONGEST) {
            let word = self.line.word(at - 1);
            if is_capital(word) {
                at -= 1;
                first = at;
            } else if at < end && (JOINS.contains(&word) || self.line.is_mark(at - 1, "&+")) {
                at -= 1;
            } else {
                break;
            }
        }
        first
    }

    fn plain_back(&self, end: usize) -> usize {
        let mut first = end;
        let most = if self.language.code == "ko" { 1 } else { 4 };
        while first > end.saturating_sub(most)
            && !self.line.word(first - 1).is_empty()
            && !self.words.stops.has(self.small(first - 1))
        {
            first -= 1;
        }
        first
    }

    /// The name, where it shows what is needed.
    fn judged(&self, name: Name, signs: Signs, need: Need) -> Option<Name> {
        if name.level >= Level::Listed {
            return (need != Need::Agency || super::agencies::is_agency(&name.shown)).then_some(name);
        }
        let spelt: Vec<String> = name.shown.split_whitespace().map(str::to_lowercase).collect();
        let people = (name.first..name.end).any(|at| self.words.people.has(self.small(at)))
            || name.first > 0 && self.words.people.has(self.small(name.first - 1)) && !signs.noun;
        if is_refused(&name.shown) || people || is_dated(self, &name) || need == Need::Agency {
            return None;
        }
        let spelt =
            if self.language.code == "ko" { spelt.into_iter().rev().take(1).collect() } else { spelt };
        let packed = self.language.code == "ko" && self.words.press.ends(&name.shown);
        let press = packed
            || spelt.iter().any(|word| words::is_press(word, self.words))
                && (spelt.len() > 1 || spelt[0].chars().count() > 5)
            || name.level == Level::Shaped;
        let sign = press || signs.noun || signs.quoted && self.quotes_names();
        let fits = match need {
            Need::Press => sign,
            Need::Noun => signs.noun || press && spelt.len() > 1,
            Need::Any => sign || !is_person(&name.shown) && self.could_be(&name),
            Need::Agency => false,
        };
        fits.then_some(name)
    }

    /// Whether titles of newspapers stand in quotation marks in this language.
    fn quotes_names(&self) -> bool {
        matches!(self.language.code, "de" | "ru" | "uk" | "pl" | "cs" | "ar")
    }

    /// Whether a name that nobody knows may be an outlet's where one is expected.
    fn could_be(&self, name: &Name) -> bool {
        let count = name.end - name.first;
        let capital = !self.has_capitals() || is_capital(self.line.word(name.first));
        capital && count <= 4 && !self.words.stops.has(self.small(name.first)) | (count > 1)
    }
}

/// Whether the name is a day or a month.
fn is_dated(reading: &Reading<'_>, name: &Name) -> bool {
    let word = name.shown.to_lowercase();
    let all = reading.language.months.iter().chain(&reading.language.days);
    all.flat_map(|forms| forms.split(' ')).any(|form| form == word) || word.chars().all(|c| c.is_numeric())
}
