//! Where a name begins and ends in languages with spaces, and what it shows of being an outlet's.

use super::super::names::{Level, Name, is_refused};
use super::super::shapes::is_person;
use super::super::tokens::is_capital;
use super::listed;
use super::patterns::Need;
use super::reading::Reading;
use super::words;
use crate::languages::Script;

/// Words of the longest name.
const LONGEST: usize = 6;

/// Words between a phrase and the name at most.
const BETWEEN: usize = 6;

const OPENING: &str = "„“\"«‹”'‚‘「《『";
const CLOSING: &str = "“”\"»›'‘’」》』«";

/// Small words inside names.
const JOINS: &[&str] = &[
    "de", "da", "do", "das", "dos", "del", "della", "di", "du", "des", "la", "le", "of", "og", "och", "und",
    "van", "der", "the", "i", "y", "e", "et", "en", "&", "for", "för", "für", "in", "d", "a", "al",
];

/// What stands between two outlets.
pub(super) const AND: &[&str] =
    &["und", "et", "y", "e", "en", "och", "og", "i", "oraz", "и", "та", "a", "ve", "و", "और", "및", "ile"];

/// Whether a word in small letters says which country something is of.
fn of_a_country(code: &str, word: &str) -> bool {
    let ends = |ends: &[&str]| ends.iter().any(|end| word.ends_with(end)) && word.chars().count() > 4;
    match code {
        "sv" => ends(&["ska"]),
        "da" | "no" => ends(&["ske"]),
        "nl" => ends(&["se"]),
        "de" => ends(&["sche", "schen", "scher"]),
        "pl" => ends(&["ski", "skie", "ska", "skiej", "skiego", "skiemu"]),
        "ru" => ends(&["ский", "ская", "ское", "ского", "ской", "скому", "ским", "ие"]),
        _ => false,
    }
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

    pub(super) fn is_noun(&self, at: usize) -> bool {
        // A name may begin with such a word: `Dagens Nyheter` does not, `Tidningen Ångermanland` does.
        self.words.nouns.has(self.small(at))
    }

    /// Whether a word says when: `este martes`, `onsdag aften`, `18일`.
    pub(super) fn is_time(&self, at: usize) -> bool {
        let small = self.small(at);
        let (Some(first), german) = (small.chars().next(), self.language.code == "de") else { return false };
        // A capital begins a name, but for German days.
        if small.is_empty()
            || is_capital(self.line.word(at)) && self.has_capitals() && !german && !first.is_ascii_digit()
        {
            return false;
        }
        // `Dienstagabend`, `onsdagskvällen`.
        const PARTS: &[&str] = &[
            "abend",
            "morgen",
            "mittag",
            "vormittag",
            "nachmittag",
            "nacht",
            "avond",
            "ochtend",
            "middag",
            "kväll",
            "aften",
            "kveld",
            "ettermiddag",
            "formiddag",
            "sausgabe",
        ];
        let part = PARTS.iter().find_map(|part| small.strip_suffix(part));
        let days = self.words.days.contains(part.filter(|day| !day.is_empty()).unwrap_or(small));
        let number = first.is_ascii_digit()
            && (small.ends_with(['일', '월']) || self.words.days.contains(self.small(at + 1)));
        let word = self.words.times.has(small);
        let short = small.chars().count() < 3;
        days || number
            || word
                && (!short
                    || self.words.times.has(self.small(at + 1))
                    || self.words.days.contains(self.small(at + 1)))
    }

    /// The name that begins at `at`, or behind small words and a word for an outlet.
    pub(super) fn after(&self, at: usize, need: Need) -> Option<Name> {
        let mut signs = Signs::default();
        let mut first = at;
        let mut adjective = None;
        for _ in 0..BETWEEN {
            if let Some(name) = self.known(first) {
                if self.names_other(&name) {
                    return None;
                }
                return self.judged(self.whole(name), signs, need);
            }
            if self.is_noun(first)
                && !self.opens_name(first)
                && (self.line.is_mark(first + 1, OPENING) || !self.line.word(first + 1).is_empty())
            {
                signs.noun = true;
            } else if !(self.words.between.has(self.small(first))
                || self.line.is_any(first, &["the"])
                || self.leads(first, &mut adjective)
                || self.is_class(first, signs)
                || self.is_time(first))
            {
                break;
            }
            first += 1;
        }
        // `laut Nordfriesischem Tageblatt bleibt`: the word for an outlet ends its name.
        let begins = self.begins(first, &mut signs).or_else(|| {
            let bent = adjective.filter(|&at| is_capital(self.line.word(at)) && self.is_noun(first - 1))?;
            signs = Signs::default();
            Some(self.named(bent, first))
        });
        self.judged(begins?, signs, need)
    }

    /// Whether a word for an outlet is the name's first: `Rádio Beira-Mar`. German writes all such
    /// words with a capital.
    fn opens_name(&self, at: usize) -> bool {
        // `Telegram-канал Port`: only its first part is a name.
        let joined = self.line.word(at).rsplit_once('-').is_some_and(|(_, noun)| !is_capital(noun));
        let capital = self.has_capitals() && is_capital(self.line.word(at)) && !joined;
        capital && self.language.code != "de" && is_capital(self.line.word(at + 1))
    }

    /// The same as [`Self::leads_to_noun`]; the first such word is kept.
    fn leads(&self, at: usize, adjective: &mut Option<usize>) -> bool {
        let leads = self.leads_to_noun(at);
        if leads {
            adjective.get_or_insert(at);
        }
        leads
    }

    /// An adjective before a word for an outlet: `der britischen Zeitung`.
    fn leads_to_noun(&self, at: usize) -> bool {
        // Arabic has them behind the noun.
        if self.language.script == Script::Arabic {
            return false;
        }
        let adjective = self.line.word(at).starts_with(char::is_lowercase) || !self.has_capitals();
        let any = self.has_capitals() && self.small(at).chars().count() > 4;
        // `Brabants Dagblad` is a name, `Franse krant` none.
        let named = self.has_capitals()
            && self.language.code != "de"
            && is_capital(self.line.word(at))
            && is_capital(self.line.word(at + 1));
        (adjective || any)
            && !named
            && !self.line.word(at).is_empty()
            && (self.is_noun(at + 1) || adjective && self.is_noun(at + 2))
    }

    /// A configured or listed name that begins here.
    fn known(&self, at: usize) -> Option<Name> {
        listed::at(self, at)
    }

    /// What an outlet is, between a word for it and its name, or before a listed name: `el diario
    /// mexicano Reforma`, `norska VG`, `Alman Bild gazetesi`, `영국 BBC`.
    fn is_class(&self, at: usize, signs: Signs) -> bool {
        let word = self.line.word(at);
        let next = self.line.is_mark(at + 1, OPENING) || is_capital(self.line.word(at + 1));
        if word.is_empty() || self.words.people.has(self.small(at)) || !next {
            return false;
        }
        let small = word.starts_with(char::is_lowercase);
        if self.has_capitals() && small {
            let plain = !self.words.stops.has(self.small(at)) && word.chars().count() > 3;
            return signs.noun && plain
                || of_a_country(self.language.code, self.small(at)) && self.known(at + 1).is_some();
        }
        let first = self.line.opens(at) && !self.is_noun(at);
        matches!(self.language.code, "tr" | "ko" | "hi") && first && self.known(at + 1).is_some()
            || self.language.code == "ko"
                && first
                && self.words.press.ends(&listed::cleared(self, self.line.word(at + 1)))
    }

    /// Whether a listed name begins another's: `Le Monde de Nemo`, `El Mundo de Sofía`.
    fn names_other(&self, name: &Name) -> bool {
        const OF: &[&str] = &["de", "du", "des", "di", "del", "della", "of"];
        name.level == Level::Listed
            && name.end - name.first > 1
            && OF.contains(&self.line.word(name.end))
            && is_capital(self.line.word(name.end + 1))
            && !(name.first..name.end).any(|at| words::is_press(self.small(at), self.words))
    }

    /// A listed name, or the longer one that it begins: `Frankfurter Allgemeine Sonntagszeitung`,
    /// `Messaggero Veneto`, `CNN en Español`.
    fn whole(&self, name: Name) -> Name {
        if !self.has_capitals() || name.level >= Level::Known {
            return name;
        }
        let end = self.run(name.first);
        let joined = (name.end..end).any(|at| !is_capital(self.line.word(at)));
        let press = end > name.end && words::is_press(self.small(end - 1), self.words);
        let opens = words::is_press(self.small(name.first), self.words)
            || name.end - name.first > 1 && words::is_press(self.small(name.first + 1), self.words);
        // German writes every noun with a capital; and what a listed name is joined to may be another.
        let beside = end > name.end
            && !joined
            && self.language.code != "de"
            && !is_dated(self, &self.free(name.end, end));
        let place = joined
            && opens
            && matches!(self.line.word(name.end), "de" | "di" | "del" | "della" | "do" | "da" | "van");
        let spoken = self.line.is(name.end, "en") && self.line.is(name.end + 1, "español");
        if spoken {
            return self.free(name.first, name.end + 2);
        }
        if press && !joined || beside || place { self.named(name.first, end) } else { name }
    }

    /// A name by its form: in quotation marks, or a run of words that a name may have.
    fn begins(&self, at: usize, signs: &mut Signs) -> Option<Name> {
        if self.line.is_mark(at, OPENING) {
            signs.quoted = true;
            let close = (at + 2..at + 2 + LONGEST).find(|&i| self.line.is_mark(i, CLOSING))?;
            return Some(self.named(at + 1, close));
        }
        let end = if self.has_capitals() { self.run(at) } else { self.plain_run(at) };
        // `كشف تحقيق نشرته صحيفة الشرق الأوسط`: what lies before a word for an outlet is no name.
        if self.language.script == Script::Arabic
            && let Some(noun) = (at..end.saturating_sub(1)).rev().find(|&at| self.is_noun(at))
        {
            signs.noun = true;
            return self.known(noun + 1).or_else(|| Some(self.named(noun + 1, self.plain_run(noun + 1))));
        }
        let end = self.parted(at, end)?;
        (end > at).then(|| self.named(at, end))
    }

    /// Where the first of two names ends that a run of words is: `Politiken og Berlingske`. None
    /// where the first is who holds an office and the second what was told: `Landrat der Rhein-Zeitung`.
    fn parted(&self, at: usize, end: usize) -> Option<usize> {
        let press = |at: usize| words::is_press(self.small(at), self.words);
        for join in at + 1..end.saturating_sub(1) {
            let word = self.line.word(join);
            let right = listed::whole(self, join + 1, end).is_some() || press(end - 1);
            if AND.contains(&word)
                && right
                && (press(join - 1) || listed::whole(self, join + 1, end).is_some())
            {
                return Some(join);
            }
            if self.language.code == "de"
                && matches!(word, "der" | "dem" | "den" | "des")
                && right
                && !press(join - 1)
            {
                return None;
            }
        }
        Some(end)
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
            // A Korean name ends with its particle.
            if self.language.code == "ko" && self.is_subject(end - 1) {
                break;
            }
        }
        end
    }

    /// The name that ends before `end`, a word for an outlet between them passed over.
    pub(super) fn before(&self, end: usize, need: Need) -> Option<Name> {
        let mut end = end;
        let mut signs = Signs::default();
        // `조선일보가 18일 보도했다`.
        while end > 1 && self.is_time(end - 1) && listed::whole(self, end - 1, end).is_none() {
            end -= 1;
        }
        let apart = end > 0 && self.line.is_mark(end - 1, ",)");
        end -= usize::from(apart);
        // `„Bild“-Zeitung`.
        if end > 3
            && self.line.is_mark(end - 2, "-")
            && self.line.is_mark(end - 3, CLOSING)
            && self.is_noun(end - 1)
        {
            signs.noun = true;
            end -= 2;
        }
        // `बीबीसी संवाददाता ने बताया`: who said it there.
        if end > 1 && !self.has_capitals() && self.words.between.has(self.small(end - 1)) {
            end -= 1;
        }
        let capital = self.has_capitals() && end > 0 && is_capital(self.line.word(end - 1));
        if end > 1 && self.is_noun(end - 1) && !capital {
            signs.noun = true;
            end -= 1;
        }
        if end > 0 && self.line.is_mark(end - 1, CLOSING) {
            // What somebody said stands so before a comma.
            if apart && self.line.is_mark(end, ",") {
                return None;
            }
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
        // `Cumhuriyet gazetesinden Barış Doğan'ın haberine`: the outlet stands before its writer.
        if self.language.code == "tr" && first > 1 && self.is_noun(first - 1) {
            return self.before(first, need);
        }
        signs.noun |= first > 0 && self.is_noun(first - 1);
        // At the head of a sentence every word for an outlet has a capital.
        if self.has_capitals() && from + 1 < end && self.is_noun(from) && self.line.opens(from) {
            signs.noun = true;
            from += 1;
        }
        self.judged(self.free(from, end), signs, need)
    }

    /// Whether a Korean word carries the particle of a subject, or one that joins two.
    pub(super) fn is_subject(&self, at: usize) -> bool {
        let word = self.line.word(at);
        listed::cleared(self, word) != word
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
        if self.is_owned(&name) {
            return None;
        }
        if name.level >= Level::Listed {
            return (need != Need::Agency || super::bureaus::is_agency(&name.shown)).then_some(name);
        }
        let spelt: Vec<String> = name.shown.split_whitespace().map(str::to_lowercase).collect();
        let people = (name.first..name.end).any(|at| self.words.people.has(self.small(at)))
            || name.first > 0 && self.words.people.has(self.small(name.first - 1)) && !signs.noun;
        if is_refused(&name.shown)
            || people
            || words::is_office(&name.shown, self.language)
            || is_dated(self, &name)
            || need == Need::Agency
        {
            return None;
        }
        let spelt =
            if self.language.code == "ko" { spelt.into_iter().rev().take(1).collect() } else { spelt };
        let packed = self.language.code == "ko" && self.words.press.ends(&name.shown);
        let press = packed
            || spelt.iter().any(|word| words::is_press(word, self.words))
                && (spelt.len() > 1 || spelt[0].chars().count() > 5)
            || name.level == Level::Shaped;
        let quoted = signs.quoted && self.quotes_names(need);
        let sign = press || signs.noun || quoted;
        let fits = match need {
            Need::Press | Need::Quoted => sign,
            Need::Noun => signs.noun || press && spelt.len() > 1,
            Need::Any => sign || !is_person(&name.shown) && self.could_be(&name),
            Need::Agency => false,
        };
        fits.then_some(name)
    }

    /// Whether titles of newspapers stand in quotation marks in this language, and hardly anything
    /// else does there: companies have them too in Slavic languages.
    fn quotes_names(&self, need: Need) -> bool {
        match self.language.code {
            "de" => true,
            "ru" | "uk" | "pl" | "cs" | "ar" => need == Need::Quoted,
            _ => false,
        }
    }

    /// Whether the words behind a name speak of an outlet's own people: `Aftonbladets vd`,
    /// `조선일보 사장`; and whether those before it do: `Bürgermeister der Welt`.
    fn is_owned(&self, name: &Name) -> bool {
        let mut next = name.end;
        while self.line.is_mark(next, CLOSING) {
            next += 1;
        }
        if words::is_own(self.small(next)) {
            return true;
        }
        self.language.code == "de"
            && name.level < Level::Known
            && name.first > 1
            && matches!(self.line.word(name.first - 1), "der" | "des")
            && self.words.people.has(self.small(name.first - 2))
            && !words::is_press(self.small(name.end - 1), self.words)
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
