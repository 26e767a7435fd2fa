//! Words of a running text, folded so that two spellings of one word compare equal.
//!
//! Lower case, without diacritics, possessives or English endings; figures without separators;
//! dotted abbreviations joined (`U.S.` is `usa`). How scripts without spaces are read stands in `joined`.
//! One pass, linear, whatever the input; no word is longer than 64 bytes.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::LazyLock;

use crate::languages::{self, Language};

mod joined;
mod lists;

use joined::{Joins, dense, unprefix};

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A word that carries no news of its own (`the`, `about`).
    Stop,
    /// Any other word.
    Word,
    /// A figure, digits only, or with a decimal point.
    Number,
}

/// One word of a text.
#[derive(Debug, Clone, Copy)]
pub struct Token<'a> {
    /// The folded word, without its ending.
    pub text: &'a str,
    /// Stable hash of the folded word, or of the word that stands for its synonyms.
    pub hash: u32,
    /// What it is.
    pub kind: Kind,
    /// It is written with a capital.
    pub capital: bool,
    /// It opens a sentence or a quotation, where a capital means nothing.
    pub opens: bool,
    /// Share of all news texts that use it, as far as is known; 0 for words not listed.
    pub common: f32,
    /// Byte offset of its first letter in the text.
    pub at: usize,
}

/// A hasher for keys that are hashes already.
#[derive(Debug, Default, Clone, Copy)]
pub struct Hashed(u64);

impl Hasher for Hashed {
    #[inline]
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    #[inline]
    fn write_u32(&mut self, key: u32) {
        self.0 = u64::from(key).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
    #[inline]
    fn write_u64(&mut self, key: u64) {
        self.0 = key.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}

/// A map whose keys are hashes already.
pub type HashedMap<K, V> = HashMap<K, V, BuildHasherDefault<Hashed>>;

/// Stable 32-bit hash of a string: FNV-1a, both halves folded together.
pub fn hash(text: &str) -> u32 {
    let mut state: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in text.as_bytes() {
        state = (state ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    }
    (state ^ (state >> 32)) as u32
}

/// What the lists know of a word.
#[derive(Debug, Clone, Copy)]
struct Known {
    hash: u32,
    stop: bool,
    common: f32,
}

static KNOWN: LazyLock<HashedMap<u32, Known>> = LazyLock::new(|| {
    let mut known = HashedMap::default();
    for (share, words) in lists::COMMON {
        for word in words.split_whitespace() {
            let hash = hash(&stemmed(word));
            known.entry(hash).or_insert(Known { hash, stop: false, common: *share });
        }
    }
    for group in lists::SYNONYMS {
        let mut words = group.split_whitespace();
        let Some(first) = words.next() else { continue };
        let target = hash(&stemmed(first));
        let common = known.get(&target).map_or(0.0, |k| k.common);
        for word in std::iter::once(first).chain(words) {
            known.insert(hash(&stemmed(word)), Known { hash: target, stop: false, common });
        }
    }
    for word in lists::STOP.split_whitespace() {
        let hash = hash(&stemmed(word));
        known.insert(hash, Known { hash, stop: true, common: 1.0 });
    }
    known
});

/// The stem of a word already in lower case.
fn stemmed(word: &str) -> String {
    let mut word = word.to_owned();
    stem(&mut word);
    word
}

const LONGEST: usize = 64;

/// How the words of a language are folded, and which of them are known beforehand.
#[derive(Debug)]
pub struct Tongue {
    known: HashedMap<u32, Known>,
    fold: Folding,
    joins: Joins,
}

/// What is done to a word beside writing it in lower case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Folding {
    /// English endings and figures in words; no diacritics.
    English,
    /// No diacritics; of a word longer than this many letters only so many count.
    Cut(usize),
    /// As it is written: marks tell one word from another.
    Marked,
}

impl Tongue {
    /// English, which is also how a text is read whose language nobody knows.
    pub fn english() -> &'static Self {
        static ENGLISH: LazyLock<Tongue> =
            LazyLock::new(|| Tongue { known: KNOWN.clone(), fold: Folding::English, joins: Joins::Nothing });
        &ENGLISH
    }

    /// A language by its code; of one that is not known, only that it is not English.
    pub fn of(code: &str) -> &'static Self {
        static ALL: LazyLock<HashMap<&'static str, Tongue>> =
            LazyLock::new(|| languages::all().iter().map(|known| (known.code, Tongue::new(known))).collect());
        static OTHER: LazyLock<Tongue> = LazyLock::new(|| Tongue {
            known: HashedMap::default(),
            fold: Folding::Cut(WHOLE),
            joins: Joins::Nothing,
        });
        if code == "en" {
            return Self::english();
        }
        ALL.get(code).unwrap_or(&OTHER)
    }

    /// Whether a text has one of its small words.
    pub fn has_small_word(&self, text: &str) -> bool {
        let mut found = false;
        each_of(text, self, |token| found |= token.kind == Kind::Stop);
        found
    }

    fn new(language: &Language) -> Self {
        let fold = match language.code {
            "vi" => Folding::Marked,
            "ru" | "uk" | "pl" | "cs" | "de" | "fi" | "hu" | "tr" | "el" | "ro" => Folding::Cut(6),
            _ => Folding::Cut(7),
        };
        let joins = Joins::of(language.code);
        let mut known = HashedMap::default();
        for word in language.stop_words() {
            let mut hashes = Vec::new();
            let mut scan = Scan {
                known: &HashedMap::default(),
                fold,
                joins,
                word: String::with_capacity(LONGEST),
                opens: true,
            };
            scan.all(word, &mut |token: Token<'_>| hashes.push(token.hash));
            if let [hash] = hashes[..] {
                known.insert(hash, Known { hash, stop: true, common: 1.0 });
            }
        }
        Self { known, fold, joins }
    }
}

/// Letters of a word that count where nothing is known of its endings.
const WHOLE: usize = 7;

/// Calls `sink` with every word of an English `text`, in order.
pub fn each(text: &str, sink: impl FnMut(Token<'_>)) {
    each_of(text, Tongue::english(), sink);
}

/// Calls `sink` with every word of `text`, in order.
pub fn each_of(text: &str, tongue: &Tongue, mut sink: impl FnMut(Token<'_>)) {
    let mut scan = Scan {
        known: &tongue.known,
        fold: tongue.fold,
        joins: tongue.joins,
        word: String::with_capacity(LONGEST),
        opens: true,
    };
    scan.all(text, &mut sink);
}

struct Scan<'k> {
    known: &'k HashedMap<u32, Known>,
    fold: Folding,
    joins: Joins,
    word: String,
    opens: bool,
}

impl Scan<'_> {
    fn all(&mut self, text: &str, sink: &mut impl FnMut(Token<'_>)) {
        let bytes = text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            let byte = bytes[at];
            if byte.is_ascii_alphanumeric() {
                at = self.latin(text, at, sink);
            } else if byte.is_ascii() {
                self.between(char::from(byte));
                at += 1;
            } else {
                let Some(c) = text[at..].chars().next() else { break };
                if dense(c) {
                    at = self.joined(text, at, sink);
                } else if c.is_alphanumeric() {
                    at = self.latin(text, at, sink);
                } else {
                    self.between(c);
                    at += c.len_utf8();
                }
            }
        }
    }

    fn between(&mut self, c: char) {
        match c {
            '.' | '!' | '?' | ':' | '\n' | '|' | '"' | '\u{201c}' | '\u{2018}' | '\u{ab}' | '\u{2026}' => {
                self.opens = true
            }
            _ => {}
        }
    }

    /// A word of letters and digits with the apostrophes, dots and commas that belong inside.
    fn latin(&mut self, text: &str, start: usize, sink: &mut impl FnMut(Token<'_>)) -> usize {
        self.word.clear();
        let bytes = text.as_bytes();
        if let Some(plain) = Plain::at(bytes, start) {
            return self.plain(text, start, plain, sink);
        }
        let mut at = start;
        let (mut digits, mut letters, mut upper, mut dotted) = (0_usize, 0_usize, 0_usize, true);
        while at < bytes.len() {
            let byte = bytes[at];
            if byte.is_ascii_alphabetic() {
                upper += usize::from(byte.is_ascii_uppercase());
                letters += 1;
                self.push(char::from(byte.to_ascii_lowercase()));
                at += 1;
            } else if byte.is_ascii_digit() {
                digits += 1;
                self.push(char::from(byte));
                at += 1;
            } else {
                let Some(c) = text[at..].chars().next() else { break };
                let after = at + c.len_utf8();
                let next = text[after..].chars().next();
                let joins = match c {
                    '\'' | '\u{2019}' => next.is_some_and(char::is_alphabetic),
                    ',' => digits > 0 && letters == 0 && thousands(&bytes[after..]),
                    '.' if letters == 0 => digits > 0 && next.is_some_and(|n| n.is_ascii_digit()),
                    '.' => digits == 0 && abbreviation(text, at, next),
                    _ => false,
                };
                if joins {
                    match c {
                        '.' if letters == 0 => self.push('.'),
                        '\'' | '\u{2019}' => self.push('\''),
                        _ => {}
                    }
                    at = after;
                } else if c.is_alphanumeric() && !dense(c) {
                    upper += usize::from(c.is_uppercase());
                    letters += 1;
                    dotted = false;
                    self.letter(c);
                    at = after;
                } else {
                    break;
                }
            }
        }
        let spelt_with_dots = dotted && digits == 0 && at - start > letters && text[start..at].contains('.');
        let capital = upper > 0 && text[start..].chars().next().is_some_and(char::is_uppercase);
        let kind = self.settle(digits, letters, upper, spelt_with_dots);
        self.give(start, kind, capital, sink);
        at
    }

    /// A word of ASCII letters and digits alone, as nearly all are.
    fn plain(&mut self, text: &str, start: usize, plain: Plain, sink: &mut impl FnMut(Token<'_>)) -> usize {
        let Plain { end, digits, upper } = plain;
        self.word.push_str(&text[start..end.min(start + LONGEST)]);
        if upper > 0 {
            self.word.make_ascii_lowercase();
        }
        let kind = match digits {
            0 => self.settle_letters(upper == 2, false),
            _ => self.settle(digits, end - start - digits, upper, false),
        };
        self.give(start, kind, text.as_bytes()[start].is_ascii_uppercase(), sink);
        end
    }

    fn push(&mut self, c: char) {
        if self.word.len() < LONGEST {
            self.word.push(c);
        }
    }

    /// Brings the collected word into its folded form.
    fn settle(&mut self, digits: usize, letters: usize, upper: usize, dotted: bool) -> Kind {
        let word = &mut self.word;
        if word.contains('\'') {
            for end in ["'s", "'"] {
                if let Some(kept) = word.strip_suffix(end).map(str::len) {
                    word.truncate(kept);
                }
            }
            word.retain(|c| c != '\'');
        }
        if digits > 0 && letters <= 2 && word.as_bytes().first().is_some_and(u8::is_ascii_digit) {
            let kept = word.trim_end_matches(|c: char| c.is_ascii_alphabetic()).len();
            let unit = &word[kept..];
            if kept == word.len() || lists::UNITS.contains(&unit) {
                word.truncate(kept);
                let kept = word.trim_start_matches('0');
                if kept.is_empty() {
                    *word = "0".to_owned();
                } else if kept.len() < word.len() {
                    *word = kept.to_owned();
                }
                return Kind::Number;
            }
        }
        if digits == 0 { self.settle_letters(dotted || upper == 2, dotted) } else { Kind::Word }
    }

    /// The same for a word without digits and apostrophes; `US` is one of two capitals or dotted.
    fn settle_letters(&mut self, may_be_usa: bool, dotted: bool) -> Kind {
        let word = &mut self.word;
        if may_be_usa && word == "us" {
            "usa".clone_into(word);
        } else if self.fold != Folding::English {
            if let Joins::Before(prefixes, left) = self.joins {
                unprefix(word, prefixes, left);
            }
            if let Folding::Cut(letters) = self.fold
                && let Some((at, _)) = word.char_indices().nth(letters)
            {
                word.truncate(at);
            }
        } else if let Some(figure) = lists::figure(word) {
            figure.clone_into(word);
            return Kind::Number;
        } else if !dotted {
            stem(word);
        }
        Kind::Word
    }

    /// A letter that is not ASCII.
    fn letter(&mut self, c: char) {
        if self.fold == Folding::Marked {
            c.to_lowercase().for_each(|c| self.push(c));
        } else {
            fold(c, &mut self.word);
        }
    }

    fn give(&mut self, at: usize, kind: Kind, capital: bool, sink: &mut impl FnMut(Token<'_>)) {
        if self.word.is_empty() {
            return;
        }
        let plain = hash(&self.word);
        let (hash, kind, common) = match self.known.get(&plain) {
            Some(known) if kind != Kind::Number => {
                (known.hash, if known.stop { Kind::Stop } else { kind }, known.common)
            }
            _ => (plain, kind, 0.0),
        };
        sink(Token { text: &self.word, hash, kind, capital, opens: self.opens, common, at });
        self.opens = false;
    }
}

/// A word of ASCII letters and digits that nothing behind it can belong to: an apostrophe, a dot or a
/// comma does only where a letter or digit follows.
struct Plain {
    /// Where it ends.
    end: usize,
    digits: usize,
    /// Capitals.
    upper: usize,
}

impl Plain {
    /// The one that begins at `start`; none where what stands there is no such word.
    fn at(bytes: &[u8], start: usize) -> Option<Self> {
        let (mut digits, mut upper, mut end) = (0, 0, start);
        // Every letter of every text comes by here: one pass, one look a byte.
        for byte in &bytes[start..] {
            match CLASSES[usize::from(*byte)] {
                Class::Lower => {}
                Class::Upper => upper += 1,
                Class::Digit => digits += 1,
                Class::Other => break,
            }
            end += 1;
        }
        let may_join = match bytes.get(end) {
            Some(b'\'' | b'.' | b',') => {
                bytes.get(end + 1).is_some_and(|next| !next.is_ascii() || next.is_ascii_alphanumeric())
            }
            Some(behind) => !behind.is_ascii(),
            None => false,
        };
        (end > start && !may_join).then_some(Self { end, digits, upper })
    }
}

/// What an ASCII byte is in a word.
#[derive(Clone, Copy)]
enum Class {
    Lower,
    Upper,
    Digit,
    Other,
}

static CLASSES: [Class; 256] = {
    let mut classes = [Class::Other; 256];
    let mut byte = 0;
    while byte < 128 {
        classes[byte] = match byte as u8 {
            b'a'..=b'z' => Class::Lower,
            b'A'..=b'Z' => Class::Upper,
            b'0'..=b'9' => Class::Digit,
            _ => Class::Other,
        };
        byte += 1;
    }
    classes
};

/// Whether exactly three digits follow, so that a comma divides thousands.
fn thousands(after: &[u8]) -> bool {
    let digits = after.iter().take(4).take_while(|b| b.is_ascii_digit()).count();
    digits == 3
}

/// Whether the dot at `at` stands inside an abbreviation of single letters: `U.S.`, `e.g.`.
fn abbreviation(text: &str, at: usize, next: Option<char>) -> bool {
    let single = |end: usize| {
        let mut before = text[..end].chars().rev();
        before.next().is_some_and(char::is_alphabetic) && before.next().is_none_or(|c| !c.is_alphanumeric())
    };
    single(at) && next.is_some_and(char::is_alphabetic) && {
        let mut after = text[at + 1..].chars();
        after.next();
        after.next().is_none_or(|c| !c.is_alphanumeric())
    }
}

/// Takes the English ending off a folded word. Light: plural, past, -ing, -ion, -ment, final e.
fn stem(word: &mut String) {
    if word.len() < 4 || !word.is_ascii() {
        return;
    }
    let cut = |word: &mut String, ending: &str, least: usize| -> bool {
        let fits = word.len() >= ending.len() + least && word.ends_with(ending);
        if fits {
            word.truncate(word.len() - ending.len());
        }
        fits
    };
    let last = |word: &String| word.as_bytes().last().copied();
    match word.as_bytes() {
        [_, _, .., b'i', b'e', b's'] => {
            word.truncate(word.len() - 3);
            word.push('y');
        }
        [.., b's', b's', b'e', b's']
        | [.., b'x' | b'z', b'e', b's']
        | [.., b'c' | b's', b'h', b'e', b's'] => {
            word.truncate(word.len() - 2);
        }
        [.., b's' | b'u' | b'i', b's'] => {}
        [.., b's'] => {
            cut(word, "s", 3);
        }
        _ => {}
    }
    match last(word) {
        Some(b'd') if cut(word, "ied", 2) => word.push('y'),
        Some(b'd') if cut(word, "ed", 3) => undouble(word),
        Some(b'g') if cut(word, "ing", 3) => undouble(word),
        Some(b'n') if word.len() >= 7 && (word.ends_with("tion") || word.ends_with("sion")) => {
            cut(word, "ion", 5);
        }
        Some(b't') => {
            cut(word, "ment", 5);
        }
        _ => {}
    }
    cut(word, "e", 3);
}

/// `stopp` becomes `stop`, but `sell` stays.
fn undouble(word: &mut String) {
    let bytes = word.as_bytes();
    if let [.., a, b] = bytes
        && a == b
        && b"bdgmnprt".contains(b)
    {
        word.pop();
    }
}

/// The plain letters of one that carries a diacritic; anything else in lower case.
fn fold(c: char, out: &mut String) {
    if out.len() >= LONGEST {
        return;
    }
    for lower in c.to_lowercase() {
        if !matches!(lower, '\u{c0}'..='\u{36f}') {
            out.push(lower);
            continue;
        }
        match lists::PLAIN.iter().find(|(marked, _)| marked.contains(lower)) {
            Some((_, plain)) => out.push_str(plain),
            None if matches!(lower, '\u{300}'..='\u{36f}') => {}
            None => out.push(lower),
        }
    }
}

/// A whole text folded: its words, divided by single spaces.
pub fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    each(text, |token| {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(token.text);
    });
    out
}
