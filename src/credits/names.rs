//! Which words are the name of an outlet: configured, listed, or of an outlet's form.
//!
//! A name is looked up by its letters alone, so case, spaces and a domain's ending do not matter:
//! "DigitalSpy.com" and "Digital Spy" are one. Refuses companies, agencies of state, platforms.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;
use std::sync::LazyLock;

use super::domains::{LONGEST, is_domain, without_ending};
use super::hints::Lexicon;
use super::outlets::{self, COMMON};
use super::shapes;
use super::tokens::{Line, bare, is_capital};
use super::words::{ACTORS, DATES, MAKERS, NOT_OUTLETS, PAPERS};
use super::world::spelling;
use crate::model::Outlet;
use crate::text::url::domain;
use crate::text::words::Hashed;

/// How sure it is that a name is an outlet's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    /// It stands where a name is expected, no more.
    Free,
    /// It has an outlet's form.
    Shaped,
    /// It is in the table.
    Listed,
    /// It is configured.
    Known,
}

/// The name of an outlet in a line.
#[derive(Debug, Clone)]
pub(super) struct Name {
    /// Its tokens, from `first` up to `end`.
    pub(super) first: usize,
    pub(super) end: usize,
    pub(super) level: Level,
    /// The same for all names of one outlet.
    pub(super) identity: String,
    /// As it is to be shown.
    pub(super) shown: String,
}

/// A name by which to compare: [`letters`] without the possessive and the domain's ending.
pub(super) fn compact(name: &str) -> String {
    letters(without_ending(bare(name.trim())))
}

/// The letters and digits of a name in lower case, without "the" before them.
fn letters(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    push_letters(&mut out, without_article(name.trim()));
    out
}

fn push_letters(out: &mut String, piece: &str) {
    if piece.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        let from = out.len();
        out.push_str(piece);
        out[from..].make_ascii_lowercase();
        return;
    }
    for c in piece.chars() {
        match c {
            '&' => out.push_str("and"),
            '+' => out.push('+'),
            c if c.is_alphanumeric() => out.extend(c.to_lowercase()),
            _ => {}
        }
    }
}

/// "The Wrap" and "TheWrap" lose their article, "Theatre" keeps its letters.
fn without_article(name: &str) -> &str {
    let Some(tail) = name.get(3..).filter(|_| name[..3].eq_ignore_ascii_case("the")) else { return name };
    let word = tail.trim_start();
    let camel = name.starts_with("The") && tail.starts_with(char::is_uppercase);
    let divided = word.len() < tail.len() && word.starts_with(char::is_alphanumeric);
    if camel || divided { word } else { name }
}

/// By compact name. Who writes a feed chooses what is looked up, not what lies here.
type ByName<V> = HashMap<String, V, BuildHasherDefault<Hashed>>;

/// The table, read once.
struct Table {
    /// Compact name to identity.
    names: ByName<&'static str>,
    /// The compact names in order.
    ordered: Vec<String>,
    /// Domain to the shown name and the identity.
    domains: HashMap<&'static str, (&'static str, &'static str)>,
    /// Compact names that count only behind "the".
    articled: Vec<String>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table {
        names: HashMap::default(),
        ordered: Vec::new(),
        domains: HashMap::new(),
        articled: Vec::new(),
    };
    for outlet in outlets::listed() {
        let Some(shown) = outlet.names().next() else { continue };
        let identity = outlet.identity();
        for host in outlet.domains().filter(|host| !host.contains('/')) {
            table.domains.entry(host).or_insert((shown, identity));
        }
        for name in outlet.names() {
            let key = letters(name);
            let plain = outlet.names().any(|other| !other.starts_with("The") && letters(other) == key);
            if !plain && COMMON.contains(&key.as_str()) {
                table.articled.push(key.clone());
            }
            table.names.entry(key).or_insert(identity);
        }
    }
    table.ordered = table.names.keys().cloned().collect();
    table.ordered.sort_unstable();
    table
});

/// The names that are looked for: the configured ones and the table.
///
/// Build it once for many texts; building costs a look at every configured outlet.
#[derive(Debug, Default)]
pub struct Names {
    /// Compact name or identity of a configured outlet to its place in `shown`.
    known: ByName<usize>,
    /// The compact names in order.
    ordered: Vec<String>,
    hosts: HashMap<String, usize>,
    shown: Vec<String>,
    /// First words of configured names that are written small.
    small: Vec<String>,
    /// Words of configured names and their places, by the first letters of the first word.
    words: HashMap<String, Vec<(Vec<String>, usize)>>,
    /// What names begin with.
    starts: Starts,
}

/// The first three bytes of names, a bit each: nearly every capital word of a text begins no name, and this
/// says so at once.
#[derive(Debug, Default)]
struct Starts(Vec<u64>);

impl Starts {
    const BITS: usize = 1 << 15;

    fn of<'n>(names: impl Iterator<Item = &'n String>) -> Self {
        let mut bits = vec![0; Self::BITS / 64];
        for at in names.filter_map(|name| Self::place(name)) {
            bits[at / 64] |= 1 << (at % 64);
        }
        Self(bits)
    }

    fn place(key: &str) -> Option<usize> {
        let [a, b, c] = key.as_bytes().first_chunk()?.map(usize::from);
        Some((a * 31 * 31 + b * 31 + c) % Self::BITS)
    }

    /// Whether a name may begin as the word does; of short words, which may have an ending, it knows nothing.
    fn has(&self, word: &str) -> bool {
        word.len() < 6
            || Self::place(word)
                .is_none_or(|at| self.0.get(at / 64).is_none_or(|bits| bits >> (at % 64) & 1 == 1))
    }
}

impl Names {
    /// The configured outlets, whose names win and whose spelling is shown, and the well-known ones.
    pub fn new(known: &[Outlet]) -> Self {
        let mut names = Self::default();
        for outlet in known {
            let at = names.shown.len();
            names.shown.push(outlet.name.clone());
            let first = outlet.name.split_whitespace().next().unwrap_or_default();
            if first.starts_with(char::is_lowercase) && first != "the" {
                names.small.push(first.to_owned());
            }
            if let Some(host) = outlet.home.as_deref().and_then(domain) {
                if let Some((_, identity)) = listed_host(&host) {
                    names.known.entry((*identity).to_owned()).or_insert(at);
                }
                names.hosts.entry(host).or_insert(at);
            }
            let words = spelling::spelt(&outlet.name);
            if let Some(first) = words.first() {
                names.words.entry(spelling::start(first)).or_default().push((words, at));
            }
            for key in [letters(&outlet.name), compact(&outlet.name), identity(&outlet.name)] {
                if !key.is_empty() {
                    names.known.entry(key).or_insert(at);
                }
            }
        }
        names.ordered = names.known.keys().cloned().collect();
        names.ordered.sort_unstable();
        names.starts = Starts::of(names.ordered.iter().chain(&TABLE.ordered));
        names
    }

    /// Whether a configured or listed name begins so.
    fn begins(&self, key: &str) -> bool {
        [&self.ordered, &TABLE.ordered].iter().any(|ordered| {
            let at = ordered.partition_point(|name| name.as_str() < key);
            ordered.get(at).is_some_and(|name| name.starts_with(key))
        })
    }

    /// What a name is, as far as configuration and table know it: level, identity, shown.
    fn look_up(&self, key: &str, written: &str) -> Option<(Level, String, String)> {
        if let Some(&at) = self.known.get(key) {
            return Some(self.configured(at));
        }
        let identity = *TABLE.names.get(key)?;
        Some(match self.known.get(identity) {
            Some(&at) => self.configured(at),
            None => (Level::Listed, identity.to_owned(), written.to_owned()),
        })
    }

    /// The configured outlet whose words these are, by the first letters of the first.
    pub(super) fn kin(
        &self,
        start: &str,
        same: &dyn Fn(&[String]) -> bool,
    ) -> Option<(Level, String, String)> {
        let (_, at) = self.words.get(start)?.iter().find(|(words, _)| same(words))?;
        Some(self.configured(*at))
    }

    /// The configured outlet of this identity.
    pub(super) fn of_identity(&self, identity: &str) -> Option<(Level, String, String)> {
        self.known.get(identity).map(|&at| self.configured(at))
    }

    fn configured(&self, at: usize) -> (Level, String, String) {
        (Level::Known, format!("#{at}"), self.shown[at].clone())
    }

    /// The outlet that an address belongs to, if it is configured or listed.
    pub(super) fn of_host(&self, host: &str) -> Option<(Level, String, String)> {
        for host in parents(host) {
            if let Some(&at) = self.hosts.get(host) {
                return Some(self.configured(at));
            }
            if let Some((shown, identity)) = TABLE.domains.get(host) {
                return Some(match self.known.get(*identity) {
                    Some(&at) => self.configured(at),
                    None => (Level::Listed, (*identity).to_owned(), (*shown).to_owned()),
                });
            }
        }
        None
    }

    /// The best name that begins at the token, if any: configured, listed or of an outlet's form.
    pub(super) fn at(&self, line: &Line<'_>, first: usize) -> Option<Name> {
        let word = line.word(first);
        if !is_capital(word) && !word.eq_ignore_ascii_case("the") && !self.is_small(word) {
            return None;
        }
        let found = self.listed(line, first);
        let shaped = shapes::shaped(line, first).filter(|end| !is_refused(line.slice(first, *end)));
        match (found, shaped) {
            (Some(found), Some(end))
                if end > found.end
                    && found.level < Level::Known
                    && !owns(line, found.end)
                    // `Daily Mail Quill` ends where the paper's name ends.
                    && (found.end - found.first < 2 || shapes::is_title(line, end - 1)) =>
            {
                Some(self.named(line, first, end, Level::Shaped))
            }
            (Some(found), _) => Some(found),
            (None, Some(end)) => Some(self.named(line, first, end, Level::Shaped)),
            (None, None) => None,
        }
    }

    /// The tokens as a name of at least this level.
    pub(super) fn named(&self, line: &Line<'_>, first: usize, end: usize, level: Level) -> Name {
        self.written(line.slice(first, end), first, end, level)
    }

    /// A name as it is written, of at least this level.
    pub(super) fn written(&self, written: &str, first: usize, end: usize, level: Level) -> Name {
        let whole = trimmed(written);
        let short = bare(whole);
        let key = compact(short);
        let (level, identity, shown) = self
            .look_up(&letters(whole), whole)
            .or_else(|| self.look_up(&key, short))
            .unwrap_or_else(|| (level, key, short.to_owned()));
        Name { first, end, level, identity, shown }
    }

    /// The longest configured or listed name that begins at the token.
    fn listed(&self, line: &Line<'_>, first: usize) -> Option<Name> {
        let begin = if line.is(first, "the") { first + 1 } else { first };
        let word = line.word(begin);
        if !is_capital(word) && !self.is_small(word) {
            return None;
        }
        let mut key = letters(word);
        if !self.starts.has(&key) {
            return None;
        }
        let mut best = None;
        for at in begin..(begin + LONGEST).min(line.len()) {
            let piece = line.piece(at);
            let joined = at > begin && matches!(piece, "&" | "!" | "/" | "?");
            if !joined && line.word(at).is_empty() {
                break;
            }
            let before = if at == begin { 0 } else { key.len() };
            if at > begin {
                push_letters(&mut key, piece);
            }
            let whole = trimmed(line.slice(first, at + 1));
            let found = self.look_up(&key, whole).map(|found| (found, key.clone())).or_else(|| {
                let short = without_ending(bare(piece));
                if short.len() == piece.len() {
                    return None;
                }
                let mut key = key[..before].to_owned();
                push_letters(&mut key, if at == begin { without_article(short) } else { short });
                Some((self.look_up(&key, bare(whole))?, key))
            });
            if let Some((found, key)) = found
                && fits(line, first, begin, at + 1, &key)
            {
                best = Some((found, at + 1));
            }
            // What follows makes the name longer.
            if !self.begins(&key) {
                break;
            }
        }
        let ((level, identity, shown), end) = best?;
        Some(Name { first, end, level, identity, shown })
    }

    /// Whether a name may begin with this word though it is written small.
    fn is_small(&self, word: &str) -> bool {
        let bare = bare(word);
        SMALL.has(bare) && LOWER_CASE.contains(&bare)
            || is_domain(word)
            || self.small.iter().any(|small| small == bare)
    }
}

/// Whether the word before is a possessive: the name ends there.
pub(super) fn owns(line: &Line<'_>, end: usize) -> bool {
    end.checked_sub(1).is_some_and(|last| bare(line.word(last)).len() < line.word(last).len())
}

/// Whether what is written can be the listed name: capitals where a name has them, not a piece of
/// a longer name, not a word of every day.
fn fits(line: &Line<'_>, first: usize, begin: usize, end: usize, key: &str) -> bool {
    let word = line.word(begin);
    if (begin + 1..end)
        .any(|at| line.word(at).starts_with(|c: char| c.is_lowercase()) && !is_small(line.word(at)))
    {
        return false;
    }
    let common = COMMON.contains(&key);
    let behind = line.word(end);
    let longer = is_capital(behind)
        && !behind.starts_with(|c: char| c.is_ascii_digit())
        && !DATES.iter().any(|date| behind.eq_ignore_ascii_case(date));
    // `Age of Sail` is no `Age`.
    if common && line.is_any(end, &["of", "for"]) && is_capital(line.word(end + 1)) {
        return false;
    }
    if common && longer && bare(line.word(end - 1)) == line.word(end - 1) {
        return false;
    }
    let article = first < begin || begin > 0 && line.is(begin - 1, "the") || word.starts_with("The");
    !(common && !article && TABLE.articled.iter().any(|articled| articled == key))
}

/// Listed names that begin small.
const LOWER_CASE: &[&str] = &[
    "dpa",
    "heise",
    "taz",
    "kottke",
    "openDemocracy",
    "allAfrica",
    "amNewYork",
    "iMore",
    "paidContent",
    "eldiario.es",
    "elDiario.es",
    "talkSPORT",
    "amaBhungane",
    "iStories",
    "openDemocracy",
];

static SMALL: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(LOWER_CASE.iter().copied()));

fn is_small(word: &str) -> bool {
    ["of", "the", "and", "on", "in", "for", "della", "de", "to", "a", "us", "news", "agency", "online"]
        .iter()
        .any(|small| word.eq_ignore_ascii_case(small))
}

/// Whether the name is a word that is usual at the head of a sentence.
pub(super) fn is_common(name: &str) -> bool {
    COMMON.contains(&compact(name).as_str())
}

/// Whether the outlet makes programmes and so is often the news itself.
pub(super) fn makes(name: &str) -> bool {
    MAKERS.contains(&identity(name).as_str())
}

/// Whether the name is one of those that are never outlets.
pub(super) fn is_refused(name: &str) -> bool {
    let key = compact(name);
    key.is_empty() || NOT_OUTLETS.contains(&key.as_str())
}

/// Whether the noun behind the name shows that it acts rather than reports.
pub(super) fn acts(line: &Line<'_>, end: usize) -> bool {
    line.is_any(end, ACTORS)
}

/// The host and the domains above it, the last with two labels.
pub(super) fn parents(host: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(host), |host| host.split_once('.').map(|(_, rest)| rest))
        .take_while(|host| host.contains('.'))
        .take(6)
}

fn listed_host(host: &str) -> Option<&'static (&'static str, &'static str)> {
    parents(host).find_map(|host| TABLE.domains.get(host))
}

/// A name without quotation marks and full stops around it.
fn trimmed(written: &str) -> &str {
    let name = written.trim_matches(|c: char| c.is_whitespace() || ".,:;\"'“”‘’()[]*".contains(c));
    name.strip_prefix("the ").unwrap_or(name)
}

/// The identity by which two names are the same outlet.
pub(super) fn identity(name: &str) -> String {
    let key = compact(name);
    let listed = TABLE.names.get(&letters(name)).or_else(|| TABLE.names.get(&key));
    let listed = listed.copied().or_else(|| spelling::identity_of(&key));
    listed.map_or(key, str::to_owned)
}

/// Whether a name is that of the site at this host, as far as their letters tell.
pub(super) fn names_host(identity: &str, shown: &str, host: &str) -> bool {
    if listed_host(host).is_some_and(|(_, own)| *own == identity || *own == self::identity(shown)) {
        return true;
    }
    let key = compact(shown);
    let short = ["news", "magazine", "online", "blog", "mag"].iter().find_map(|tail| key.strip_suffix(tail));
    let labels = host.split('.').rev().skip(1);
    labels.filter(|label| label.len() > 2).any(|label| {
        let label = label.replace('-', "");
        let label = label.strip_prefix("the").filter(|rest| rest.len() > 2).unwrap_or(&label);
        label == key
            || PAPERS.contains(&key.as_str()) && label.ends_with(&key)
            || short.is_some_and(|short| short.len() > 1 && label == short)
            || ["news", "online", "mag", "magazine", "tv", "uk"]
                .iter()
                .any(|tail| label.strip_suffix(tail).is_some_and(|rest| rest == key))
    })
}
