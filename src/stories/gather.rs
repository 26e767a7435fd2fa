//! Taking the print of a record: one pass over its words, then the weightiest are kept.
//!
//! Linear in the length of the text, of which a bounded part is read. Words in the headline and
//! the opening weigh more; sentences that are furniture of the page are not read.

use super::days;
use super::furniture;
use super::print::{FIGURE, IN_TITLE, NAME, Print, Term};
use crate::languages;
use crate::model::StoryRecord;
use crate::text::url;
use crate::text::words::{self, Kind, Token, Tongue, hash};

/// Words kept of one record.
const TERMS: usize = 72;
/// Phrases kept of one record: those with the smallest hashes, so that two prints sample alike.
const PHRASES: usize = 40;
/// Pieces of quotations kept, sampled like phrases.
const QUOTES: usize = 16;
/// Words of a headline kept in order.
const TITLE: usize = 24;
/// Figures kept.
const FIGURES: usize = 24;
/// Words of a body read at most; what comes later is furniture or costs too much.
const BODY: usize = 4_000;
/// Bytes of a text from which on it shows its language better than its publisher's word.
const SHOWS: usize = 200;
/// Words that count as the opening of a body.
const OPENING: usize = 40;
/// Words of a body that count as its lead: what most readers read.
const LEAD: usize = 70;
/// Words of a body among which full names are looked for.
const NAMED: usize = 45;
/// Full names kept.
const PEOPLE: usize = 8;
/// Words held of one sentence at most.
const SENTENCE: usize = 200;
/// Words in a piece of a quotation.
const QUOTE: usize = 5;

/// A print with what only its making knows: how common each word is elsewhere.
#[derive(Debug, Clone)]
pub(super) struct Fresh {
    pub(super) print: Print,
    /// For each of `print.terms`, [`Token::common`].
    pub(super) common: Vec<f32>,
    /// Its words in order, stop words aside; 0 between headline and body.
    pub(super) words: Vec<u32>,
    /// It is written without capitals, so that nothing shows which of its words are names.
    pub(super) caseless: bool,
}

/// Takes the print of a record.
pub(super) fn take(record: &StoryRecord) -> Fresh {
    let text = record.text.as_deref().unwrap_or_default();
    let title = headline(record, text);
    let seen = words::HashedMap::with_capacity_and_hasher((text.len() / 10).min(1_000), Default::default());
    let days = record.published.is_none().then(|| days::Reader::of(record.url.as_deref()));
    let read = limited(text);
    let language = language(record, title, read);
    let guesses = code(language) != ENGLISH;
    let mut gathered = Gathered { seen, days, guesses, ..Gathered::default() };
    let tongue = Tongue::of(language);
    words::each_of(title, tongue, |token| gathered.title(&token));
    gathered.before = [0; 2];
    gathered.order.push(0);
    words::each_of(read, tongue, |token| gathered.body(&token, clock(read, &token)));
    gathered.end_sentence();
    gathered.quotations(text, tongue);
    let (terms, common) = gathered.terms();
    let (phrases, more_phrases) = smallest(gathered.phrases, PHRASES);
    let print = Print {
        id: record.id.clone(),
        story: String::new(),
        published: record.published.map(|at| at.timestamp()),
        source: source(record),
        language: code(language),
        length: gathered.counted.min(u16::MAX.into()) as u16,
        address: record.url.as_deref().and_then(url::canonical).map(|url| wide(&url)),
        terms,
        title: gathered.title,
        slots: gathered.slots,
        body: gathered.words,
        phrases,
        more_phrases,
        quotes: smallest(gathered.quotes, QUOTES).0,
        figures: smallest(gathered.figures, FIGURES).0,
        people: gathered.people,
        days: gathered.days.map(|days| days.found).unwrap_or_default(),
        credited: credited(record),
        ..Print::default()
    };
    Fresh { print, common, words: gathered.order, caseless: 2 * gathered.uncased > gathered.told }
}

/// 64-bit hash of a string.
fn wide(text: &str) -> u64 {
    xxhash_rust::xxh3::xxh3_64(text.as_bytes())
}

/// The headline, without the source's name behind it; else the first sentence of the text.
fn headline<'r>(record: &'r StoryRecord, text: &'r str) -> &'r str {
    let title = record.title.as_deref().unwrap_or_default().trim();
    if title.is_empty() {
        let line = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
        let end = line.char_indices().nth(160).map_or(line.len(), |(at, _)| at);
        let end = line[..end].find(". ").unwrap_or(end);
        return &line[..end];
    }
    let Some(source) = record.source.as_deref().map(words::folded).filter(|source| !source.is_empty()) else {
        return title;
    };
    for divider in [" - ", " | ", " \u{2013} ", " \u{2014} ", " : "] {
        if let Some((kept, last)) = title.rsplit_once(divider)
            && words::folded(last) == source
        {
            return kept;
        }
    }
    title
}

/// Whether a figure is a part of a time of day, which says when a page was made: `5:59`.
fn clock(text: &str, token: &Token<'_>) -> bool {
    let bytes = text.as_bytes();
    let digits = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let end = token.at + bytes[token.at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    token.kind == Kind::Number
        && (bytes.get(end) == Some(&b':') && digits(end + 1)
            || token.at > 1 && bytes[token.at - 1] == b':' && digits(token.at - 2))
}

/// How common a figure is: small counts, years and round sums stand everywhere.
fn usual(figure: &str) -> f32 {
    let Ok(number) = figure.parse::<u64>() else { return 0.002 };
    match number {
        0..=12 => 0.15,
        13..=31 => 0.06,
        1990..=2040 => 0.1,
        _ if number % 100 == 0 => 0.03,
        _ if number % 10 == 0 || number < 100 => 0.02,
        _ => 0.0,
    }
}

/// The language of a record: what its text shows, else what its publisher says, else what its headline
/// shows; English where that has the letters of English and a small word of it, or none of any other.
fn language<'r>(record: &'r StoryRecord, title: &str, text: &str) -> &'r str {
    let shown = if text.len() >= SHOWS { languages::detect(text) } else { None };
    let said = || record.language.as_deref().and_then(languages::by_code);
    if let Some(language) = shown.or_else(said) {
        return language.code;
    }
    let text = if text.is_empty() { title } else { text };
    let plain = |text: &str| text.chars().all(|c| c.is_ascii() || !c.is_alphabetic());
    if plain(title) && (Tongue::english().has_small_word(title) || Tongue::english().has_small_word(text)) {
        return "en";
    }
    languages::detect(text).map_or(if plain(title) { "en" } else { "" }, |language| language.code)
}

/// A language's code in a number.
fn code(language: &str) -> u16 {
    match language.as_bytes() {
        [one, two, ..] => u16::from_be_bytes([*one, *two]),
        _ => 0,
    }
}

fn source(record: &StoryRecord) -> u32 {
    let named = record.source.as_deref().map(words::folded).filter(|name| !name.is_empty());
    let domain = || record.url.as_deref().and_then(url::domain);
    named.or_else(domain).map_or(0, |name| hash(&name))
}

fn credited(record: &StoryRecord) -> Vec<u64> {
    let names = record.credits.iter().map(|credit| u64::from(hash(&words::folded(&credit.name))));
    let addresses = record
        .credits
        .iter()
        .filter_map(|credit| url::canonical(credit.url.as_deref()?))
        .map(|url| wide(&url));
    names.chain(addresses).collect()
}

/// The part of a body that is read.
fn limited(text: &str) -> &str {
    &text[..text.floor_char_boundary(BODY * 8)]
}

/// The `most` smallest of some hashes, ascending and once each; and whether there were more.
fn smallest(mut hashes: Vec<u32>, most: usize) -> (Vec<u32>, bool) {
    // Of many, those that matter are sorted; unless some come so often that they are too few.
    let few = 3 * most;
    if hashes.len() > few {
        let mut least = hashes.select_nth_unstable(few).0.to_vec();
        least.sort_unstable();
        least.dedup();
        if least.len() > most {
            least.truncate(most);
            return (least, true);
        }
    }
    hashes.sort_unstable();
    hashes.dedup();
    let more = hashes.len() > most;
    hashes.truncate(most);
    (hashes, more)
}

/// One word while the record is read.
#[derive(Default)]
struct Seen {
    amount: f32,
    opening: f32,
    common: f32,
    marks: u8,
}

/// A word of the sentence being read.
#[derive(Debug, Clone, Copy)]
struct Said {
    hash: u32,
    common: f32,
    figure: bool,
    /// It is part of a time of day.
    clock: bool,
    name: bool,
}

/// `en`, the one language whose common words are listed.
pub(super) const ENGLISH: u16 = u16::from_be_bytes(*b"en");

/// What has been gathered of a record so far.
#[derive(Default)]
struct Gathered {
    seen: words::HashedMap<u32, Seen>,
    title: Vec<u32>,
    slots: u32,
    /// All words of the body in order, as one hash.
    words: u32,
    phrases: Vec<u32>,
    /// All words that phrases are made of, in order.
    order: Vec<u32>,
    quotes: Vec<u32>,
    figures: Vec<u32>,
    /// The two words before, for phrases; 0 for none.
    before: [u32; 2],
    /// Words read, and words of sentences that count.
    read: usize,
    kept: usize,
    people: Vec<[u32; 2]>,
    /// The word before, where it is written as a name; 0 otherwise.
    named: u32,
    sentence: Vec<Said>,
    furniture: bool,
    /// The same among all words, stop words included, for furniture.
    spoken: [u32; 2],
    /// The days it names, where it has no time.
    days: Option<days::Reader>,
    /// Words of the sentence so far, stop words included.
    length: usize,
    /// Words noted.
    counted: usize,
    /// Of its language nobody knows which words are common.
    guesses: bool,
    /// Words of its body, figures aside, and those of them in letters that have no capitals.
    told: usize,
    uncased: usize,
}

impl Gathered {
    /// Share of all texts that a word is taken to be in. Where no list tells, short words are common, as everywhere.
    fn common(&self, token: &Token<'_>) -> f32 {
        if token.kind == Kind::Number {
            return usual(token.text);
        }
        if !self.guesses || token.common > 0.0 {
            return token.common;
        }
        const BY_LENGTH: [f32; 11] =
            [0.018, 0.018, 0.012, 0.012, 0.007, 0.005, 0.0036, 0.003, 0.0024, 0.0018, 0.0012];
        // A sign that is no letter of an alphabet says as much as two or three letters.
        let letters: usize = token.text.chars().map(|c| if c >= '\u{3040}' { 3 } else { 1 }).sum();
        BY_LENGTH[letters.min(BY_LENGTH.len() - 1)]
    }

    fn title(&mut self, token: &Token<'_>) {
        if let Some(days) = &mut self.days {
            days.word(token);
        }
        if token.kind == Kind::Stop {
            return;
        }
        if self.title.len() < TITLE {
            if numbered(token) || calendar(token) {
                self.slots |= 1 << self.title.len();
            }
            self.title.push(token.hash);
        }
        let figure = token.kind == Kind::Number;
        let common = self.common(token);
        let said = Said { hash: token.hash, common, figure, clock: false, name: false };
        self.note(&said, [2.0, 1.5], IN_TITLE);
        self.phrase(token.hash);
    }

    /// A word of the body. Words are held back until their sentence ends, for only then it is
    /// known whether it is part of the page's furniture.
    fn body(&mut self, token: &Token<'_>, clock: bool) {
        if token.opens || self.sentence.len() > SENTENCE {
            self.end_sentence();
        }
        let [one, two] = self.spoken;
        self.furniture |=
            furniture::knows(mixed(&[two, token.hash])) || furniture::knows(mixed(&[one, two, token.hash]));
        self.spoken = [two, token.hash];
        self.length += 1;
        self.words = mixed(&[self.words, token.hash]);
        self.told += usize::from(token.kind != Kind::Number);
        self.uncased += usize::from(token.text.chars().next().is_some_and(uncased));
        self.full_name(token);
        if let Some(days) = &mut self.days {
            days.word(token);
        }
        if token.kind != Kind::Stop {
            let name = token.capital && !token.opens;
            let figure = token.kind == Kind::Number;
            self.sentence.push(Said { hash: token.hash, common: self.common(token), figure, clock, name });
        }
        self.read += 1;
    }

    /// Two capitals side by side in the opening: a person, a firm, a place.
    fn full_name(&mut self, token: &Token<'_>) {
        let capital = token.capital && !token.opens && token.kind == Kind::Word && !calendar(token);
        let name = if capital && self.read < NAMED { token.hash } else { 0 };
        if self.named != 0 && name != 0 && self.people.len() < PEOPLE {
            self.people.push([self.named, name]);
        }
        self.named = name;
    }

    fn end_sentence(&mut self) {
        let sentence = std::mem::take(&mut self.sentence);
        let label = self.length <= 2 && furniture::NEXT.contains(&mixed(&self.spoken));
        if !std::mem::replace(&mut self.furniture, label) && !label && self.read <= BODY {
            let amount = if self.kept < OPENING { 1.0 } else { 0.5 };
            for (at, said) in sentence.iter().enumerate() {
                let opening = if self.kept + at < LEAD { 1.0 } else { 0.0 };
                self.note(said, [amount, opening], if said.name { NAME } else { 0 });
                self.phrase(said.hash);
            }
            self.kept += sentence.len();
        }
        self.length = 0;
        self.spoken = [0; 2];
        self.sentence = sentence;
        self.sentence.clear();
    }

    fn note(&mut self, said: &Said, [amount, opening]: [f32; 2], mark: u8) {
        self.counted += 1;
        let figure = if said.figure { FIGURE } else { 0 };
        if said.figure && !said.clock {
            self.figures.push(said.hash);
        }
        let seen = self.seen.entry(said.hash).or_default();
        seen.amount += amount;
        seen.opening += opening;
        seen.common = said.common;
        seen.marks |= mark | figure;
    }

    /// A content word: with the two before it, it makes a phrase.
    fn phrase(&mut self, word: u32) {
        self.order.push(word);
        let [one, two] = self.before;
        if one != 0 {
            self.phrases.push(mixed(&[one, two, word]));
        }
        self.before = [two, word];
    }

    /// Pieces of everything between quotation marks that is long enough to be somebody's words.
    fn quotations(&mut self, text: &str, tongue: &Tongue) {
        for quotation in quoted(limited(text)) {
            let mut said: Vec<u32> = Vec::with_capacity(32);
            words::each_of(quotation, tongue, |token| said.push(token.hash));
            self.quotes.extend(said.windows(QUOTE).map(mixed));
        }
    }

    /// The weightiest words by hash, with how common each is.
    fn terms(&mut self) -> (Vec<Term>, Vec<f32>) {
        let worth = |seen: &Seen| {
            let weight = seen.amount / (seen.amount + 1.0);
            weight * (1.0 + 1.0 / (seen.common + 0.002)).ln()
        };
        let mut all: Vec<(u32, f32, Seen)> =
            self.seen.drain().map(|(hash, seen)| (hash, worth(&seen), seen)).collect();
        if all.len() > TERMS {
            all.select_nth_unstable_by(TERMS, |a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
            all.truncate(TERMS);
        }
        all.sort_unstable_by_key(|(hash, ..)| *hash);
        let term = |(hash, _, seen): &(u32, f32, Seen)| Term {
            hash: *hash,
            weight: (seen.amount / (seen.amount + 1.0) * 255.0) as u8,
            opening: (seen.opening / (seen.opening + 1.0) * 255.0) as u8,
            marks: seen.marks,
            rare: 0,
        };
        (all.iter().map(term).collect(), all.iter().map(|(.., seen)| seen.common).collect())
    }
}

/// One hash of several in order.
pub(super) fn mixed(hashes: &[u32]) -> u32 {
    let mixed = hashes.iter().fold(0x9e37_79b9_7f4a_7c15_u64, |state, hash| {
        (state ^ u64::from(*hash)).wrapping_mul(0xff51_afd7_ed55_8ccd).rotate_left(29)
    });
    (mixed ^ (mixed >> 32)) as u32
}

/// Whether a letter is of a script that has no capitals.
fn uncased(c: char) -> bool {
    !c.is_ascii() && c.is_alphabetic() && !c.is_lowercase() && !c.is_uppercase()
}

/// A figure, or a name with one in it: `3.5.0beta1`, `s02e05`.
fn numbered(token: &Token<'_>) -> bool {
    token.kind == Kind::Number || token.text.bytes().any(|byte| byte.is_ascii_digit())
}

/// Names of days and months: in a headline they tell one instalment from another.
fn calendar(token: &Token<'_>) -> bool {
    const NAMES: &[&str] = &[
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "april",
        "jun",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "today",
        "tonight",
    ];
    token.common > 0.05 && NAMES.contains(&token.text)
}

/// What stands between quotation marks, without nesting; an open end is no quotation.
fn quoted(text: &str) -> Vec<&str> {
    const LONGEST: usize = 2_000;
    let mut found = Vec::new();
    let mut open: Option<(usize, char)> = None;
    let bytes = text.as_bytes();
    // First bytes of the marks; everything else is passed over as bytes.
    let marks = |byte: &u8| matches!(byte, b'"' | b'\n' | 0xc2 | 0xe2);
    let mut from = 0;
    while let Some(length) = bytes[from..].iter().position(marks) {
        let at = from + length;
        let Some(c) = text[at..].chars().next() else { break };
        from = at + c.len_utf8();
        match (open, c) {
            (Some((start, mark)), c) if c == mark => {
                if at - start <= LONGEST {
                    found.push(&text[start..at]);
                }
                open = None;
            }
            (_, '\u{201c}') => open = Some((at + c.len_utf8(), '\u{201d}')),
            (_, '\u{ab}') => open = Some((at + c.len_utf8(), '\u{bb}')),
            (None, '"') => open = Some((at + 1, '"')),
            (Some(_), '\n') => open = None,
            _ => {}
        }
    }
    found
}
