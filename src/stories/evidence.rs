//! What speaks for and against two records telling the same news, as numbers.

use super::print::{FIGURE, IN_TITLE, NAME, Print, RARE, Term};

/// A record's print with the weights its words have in the window before it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Weighed<'a> {
    /// The print.
    pub(super) print: &'a Print,
    /// For each of its terms: natural logarithm of how rare the word is.
    pub(super) rarity: &'a [f32],
    /// For each of its phrases: whether several stories have it, so that it is nobody's.
    pub(super) stock: &'a [bool],
}

/// What two records share, each figure 0 to 1 unless said otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Shared {
    /// Words, weighed by rarity and place (cosine).
    pub(super) words: f32,
    /// Words of the two headlines (cosine).
    pub(super) titles: f32,
    /// Words of headline and opening, weighed alike (cosine).
    pub(super) opening: f32,
    /// Share of the one headline found anywhere in the other record; the greater of the two ways.
    pub(super) told: f32,
    /// The lesser of the two ways.
    pub(super) both_told: f32,
    /// Names, weighed alike (cosine).
    pub(super) named: f32,
    /// Mean rarity of the three rarest words they share; no upper end.
    pub(super) rare: f32,
    /// Share of the names that the one is most about which the other does not have; the lesser of the two ways.
    pub(super) absent: f32,
    /// Words read of the shorter one, and of the longer.
    pub(super) lengths: [u16; 2],
    /// Share of what the one says, by rarity, that the other does not; the lesser of the two ways.
    pub(super) own: f32,
    /// Share of the text that is a form's, of the one with more.
    pub(super) framed: f32,
    /// Both headlines have figures, and none in common.
    pub(super) other_numbers: bool,
    /// They are in one language.
    pub(super) same_language: bool,
    /// Sum of the rarity of shared words, the two that weigh most left out, or three names of both headlines
    /// where those are more: what they have in common beside one name. No upper end.
    pub(super) beside: f32,
    /// The same sum without names and figures, all others counted.
    pub(super) plain: f32,
    /// Sum of the rarity of shared names; no upper end.
    pub(super) names: f32,
    /// Full names in the opening of the one that the other does not know, where both have such; of the
    /// one with fewer. A count.
    pub(super) strangers: u32,
    /// Share of the shorter one's phrases that the other has too, stock phrases aside.
    pub(super) phrases: f32,
    /// How many phrases that share rests on.
    pub(super) phrases_seen: u32,
    /// Pieces of quotations in common; a count.
    pub(super) quotes: u32,
    /// Share of the figures of the one with fewer that the other has too.
    pub(super) figures: f32,
    /// How many figures that share rests on.
    pub(super) figures_seen: u32,
    /// Days between them; none where a time is missing.
    pub(super) days: Option<f32>,
    /// Their bodies are the same word for word, and long enough to be one piece.
    pub(super) word_for_word: bool,
    /// Both came out within minutes, or on one day without a time.
    pub(super) at_once: bool,
    /// No time is known, and the dates that both name lie near each other.
    pub(super) same_date: bool,
    /// No time is known, and both name days of the week, none of them the same.
    pub(super) other_days: bool,
    /// Both came from one source.
    pub(super) same_source: bool,
    /// One credits the other's source, or links to it.
    pub(super) credited: bool,
    /// Word for word the same body.
    pub(super) same_body: bool,
    /// Same canonical address.
    pub(super) same_address: bool,
    /// The headlines differ only in a figure, a day, or one word in the same place.
    pub(super) series: bool,
    /// The headlines are the same words in the same order.
    pub(super) same_title: bool,
    /// They have one headline of a word or two, and beside it nothing in common: `Trailer`.
    pub(super) only_title: bool,
    /// Words kept of the one with fewer.
    pub(super) terms: u32,
}

/// Compares a weighed record with an earlier one.
pub(super) fn shared(new: &Weighed<'_>, old: &Print) -> Shared {
    let print = new.print;
    let mut shared = Shared::default();
    words(new, old, &mut shared);
    let (phrases, phrases_seen) = contained(print, old, new.stock);
    shared.phrases = phrases;
    shared.phrases_seen = phrases_seen;
    shared.strangers = strangers(print, old).min(strangers(old, print));
    shared.quotes = common(&print.quotes, &old.quotes);
    let fewer = print.figures.len().min(old.figures.len()) as u32;
    shared.figures_seen = fewer;
    let both = common(&print.figures, &old.figures) as f32;
    shared.figures = both / fewer.max(1) as f32;
    shared.days = print.published.zip(old.published).map(|(a, b)| days(a, b));
    shared.at_once = print.published.zip(old.published).is_some_and(|(a, b)| a.abs_diff(b) <= AT_ONCE);
    let undated = shared.days.is_none();
    shared.same_date = undated && print.days.meet(&old.days);
    shared.other_days = undated && !shared.same_date && print.days.differ(&old.days);
    shared.same_source = print.source != 0 && print.source == old.source;
    shared.credited = credits(print, old) || credits(old, print);
    shared.same_address = print.address.is_some() && print.address == old.address;
    shared.same_body = print.body == old.body;
    let few = print.phrases.len().min(old.phrases.len());
    shared.word_for_word = shared.same_body && print.body != 0 && few >= WORD_FOR_WORD;
    shared.same_title = !print.title.is_empty() && print.title == old.title;
    shared.only_title = only_title(print, old, shared.same_title);
    // One source, one headline, another text: "Morning briefing".
    let briefing = shared.same_title && shared.same_source && phrases_seen >= 8 && phrases < 0.2;
    shared.lengths = [print.length.min(old.length), print.length.max(old.length)];
    shared.series = briefing || series(new, old, fuller(&shared));
    shared.absent = absent(print, old).min(absent(old, print));
    shared.framed = f32::from(print.framed.max(old.framed)) / 255.0;
    shared.other_numbers = other_numbers(print, old);
    shared.same_language = print.language == old.language;
    shared
}

/// Whether two records have nothing in common but a headline of a word or two, which says what they are and
/// not what they tell. Of headlines alone one word is too little.
fn only_title(one: &Print, other: &Print, same_title: bool) -> bool {
    if !same_title || one.title.len() > 2 {
        return false;
    }
    let texts = one.body != 0 && other.body != 0;
    let said = |term: &Term| term.marks & IN_TITLE == 0 && term.weight > 0;
    let mut beside = 0;
    meet(
        &one.terms,
        &other.terms,
        |term| term.hash,
        |at, place| beside += u32::from(said(&one.terms[at]) && said(&other.terms[place])),
    );
    beside == 0 && (texts && one.body != other.body || one.title.len() == 1 && !texts)
}

/// Share of the names that the one is most about which the other does not have.
fn absent(who: &Print, to: &Print) -> f32 {
    let heads = who.heads.iter().filter(|head| **head != 0);
    let knows = |word: &u32| to.terms.binary_search_by_key(word, |term| term.hash).is_ok();
    let (all, missing) = heads
        .fold((0.0, 0.0), |(all, missing), head| (all + 1.0, missing + f32::from(u8::from(!knows(head)))));
    if all > 0.0 { missing / all } else { 0.0 }
}

fn other_numbers(one: &Print, other: &Print) -> bool {
    let slots = |print: &Print| {
        let slots = print.slots;
        let words = print.title.iter().enumerate().filter(move |(at, _)| slots >> at & 1 == 1);
        words.map(|(_, word)| *word).collect::<Vec<u32>>()
    };
    let (one, other) = (slots(one), slots(other));
    !one.is_empty() && !other.is_empty() && !one.iter().any(|word| other.contains(word))
}

/// Whether the longer one is the shorter one's text and more: the version that follows, whatever became of
/// its headline. A form filled anew is about as long as it was.
fn fuller(shared: &Shared) -> bool {
    const SEEN: u32 = 16;
    const ALL: f32 = 0.9;
    const LONGER: f32 = 1.2;
    let [shorter, longer] = shared.lengths.map(f32::from);
    shared.phrases_seen >= SEEN && shared.phrases >= ALL && longer >= shorter * LONGER
}

/// Phrases of a body from which on it is nobody's by chance.
const WORD_FOR_WORD: usize = 25;

/// Seconds between entries that somebody put out together.
const AT_ONCE: u64 = 180;

/// Days between two times. Midnight to the second is a date without a time: half a day at least.
fn days(a: i64, b: i64) -> f32 {
    const DAY: i64 = 86_400;
    let apart = a.abs_diff(b) as f32 / DAY as f32;
    if a % DAY == 0 || b % DAY == 0 { apart.max(0.5) } else { apart }
}

/// Fills in what rests on single words.
fn words(new: &Weighed<'_>, old: &Print, shared: &mut Shared) {
    shared.terms = new.print.worded.min(old.worded).into();
    let (mut dot, mut title_dot, mut new_told, mut old_told) = (0.0, 0.0, 0.0, 0.0);
    let (mut mass, mut first, mut second) = (0.0_f32, 0.0_f32, 0.0_f32);
    // The three heaviest names that both headlines have.
    let mut called = [0.0_f32; 3];
    let (mut opening, mut named) = (0.0, 0.0);
    let mut rarest = [0.0_f32; 3];
    let (mut new_mass, mut old_mass) = (0.0, 0.0);
    meet(
        &new.print.terms,
        &old.terms,
        |term| term.hash,
        |at, place| {
            let (term, other, rarity) = (&new.print.terms[at], &old.terms[place], &new.rarity[at]);
            if term.weight == 0 || other.weight == 0 {
                return;
            }
            let both = weight(term) * weight(other);
            // Each side's lengths were taken with the rarity of its own time.
            let old_rarity = f32::from(other.rare) / RARE;
            let square = rarity * old_rarity;
            dot += both * square;
            opening += f32::from(term.opening) * f32::from(other.opening) / (255.0 * 255.0) * square;
            if term.marks & other.marks & (NAME | FIGURE) == NAME {
                named += both * square;
            }
            new_mass += weight(term) * rarity;
            old_mass += weight(other) * old_rarity;
            let mut left = *rarity;
            for place in &mut rarest {
                if left > *place {
                    std::mem::swap(place, &mut left);
                }
            }
            let share = both * rarity;
            mass += share;
            if (term.marks | other.marks) & (NAME | FIGURE) == 0 {
                shared.plain += share;
            }
            second = second.max(share.min(first));
            first = first.max(share);
            let in_title = (term.marks & IN_TITLE, other.marks & IN_TITLE);
            if in_title == (IN_TITLE, IN_TITLE) {
                title_dot += square;
                if (term.marks | other.marks) & NAME != 0 && term.marks & FIGURE == 0 {
                    let mut left = share;
                    for place in &mut called {
                        if left > *place {
                            std::mem::swap(place, &mut left);
                        }
                    }
                }
            }
            if in_title.0 != 0 {
                new_told += rarity;
            }
            if in_title.1 != 0 {
                old_told += old_rarity;
            }
            if (term.marks | other.marks) & NAME != 0 && (term.marks & FIGURE) == 0 {
                shared.names += rarity * both;
            }
        },
    );
    shared.words = ratio(dot, new.print.norm * old.norm);
    shared.opening = ratio(opening, new.print.opening_norm * old.opening_norm);
    shared.named = ratio(named, new.print.name_norm * old.name_norm);
    shared.own = 1.0 - ratio(new_mass, new.print.mass).max(ratio(old_mass, old.mass));
    shared.rare = rarest.iter().sum::<f32>() / 3.0;
    shared.beside = mass - (first + second).max(called.iter().sum());
    shared.titles = ratio(title_dot, new.print.title_norm * old.title_norm);
    let told = [ratio(new_told, new.print.title_mass), ratio(old_told, old.title_mass)];
    shared.told = told[0].max(told[1]);
    shared.both_told = told[0].min(told[1]);
}

/// Full names of the one of which the other has no part.
fn strangers(who: &Print, to: &Print) -> u32 {
    let knows = |word: &u32| to.terms.binary_search_by_key(word, |term| term.hash).is_ok();
    who.people.iter().filter(|name| !name.iter().any(knows)).count() as u32
}

/// 0 to 1.
#[inline]
pub(super) fn weight(term: &Term) -> f32 {
    f32::from(term.weight) / 255.0
}

fn ratio(part: f32, whole: f32) -> f32 {
    if whole > 0.0 { (part / whole).min(1.0) } else { 0.0 }
}

/// Share of the shorter one's phrases that the other has, and of how many, among the smallest
/// hashes that both prints are sure to know.
fn contained(new: &Print, old: &Print, stock: &[bool]) -> (f32, u32) {
    let end = |print: &Print| match print.phrases.last() {
        Some(last) if print.more_phrases => *last,
        _ => u32::MAX,
    };
    let known = end(new).min(end(old));
    let ours = &new.phrases[..new.phrases.partition_point(|phrase| *phrase <= known)];
    let theirs = &old.phrases[..old.phrases.partition_point(|phrase| *phrase <= known)];
    let (mut both, mut common_stock) = (0, 0);
    meet(
        ours,
        theirs,
        |phrase| *phrase,
        |at, _| {
            both += u32::from(!stock[at]);
            common_stock += u32::from(stock[at]);
        },
    );
    let stock = stock[..ours.len()].iter().filter(|stock| **stock).count();
    let fewer = (ours.len() - stock).min(theirs.len() - common_stock as usize) as u32;
    (both as f32 / fewer.max(1) as f32, fewer)
}

/// Calls `found` with the places of every hash that two ascending lists share. No jump depends on
/// which list is behind: comparing is what matching spends its time on.
#[inline]
fn meet<T>(ours: &[T], theirs: &[T], hash: impl Fn(&T) -> u32, mut found: impl FnMut(usize, usize)) {
    let (mut at, mut place) = (0, 0);
    while at < ours.len() && place < theirs.len() {
        let (one, other) = (hash(&ours[at]), hash(&theirs[place]));
        if one == other {
            found(at, place);
        }
        at += usize::from(one <= other);
        place += usize::from(other <= one);
    }
}

/// How many hashes two ascending lists share.
pub(super) fn common(a: &[u32], b: &[u32]) -> u32 {
    let mut count = 0;
    meet(a, b, |hash| *hash, |_, _| count += 1);
    count
}

/// Whether one credits the other. Nobody credits what was not there yet: the piece that a credited
/// outlet publishes next is another one.
fn credits(who: &Print, whom: &Print) -> bool {
    let too_early = matches!((who.published, whom.published), (Some(who), Some(whom)) if who < whom);
    let named = |hash: &u64| *hash == u64::from(whom.source) || Some(*hash) == whom.address;
    !too_early && whom.source != 0 && who.credited.iter().any(named)
}

/// Headlines of one series: the same frame around another filling.
///
/// The frame is what both begin and end with, the filling what stands between. The filling is a
/// figure or a day; or words about as rare as a frame of three words or more, or rarer, as the towns
/// are in forecasts. Where the frame has the rarer words, or one record tells elsewhere what fills the
/// other's headline, two reports word one event; so they do where the one is a fuller version of the other.
fn series(new: &Weighed<'_>, old: &Print, fuller: bool) -> bool {
    let (one, two) = (&new.print.title, &old.title);
    if one.len() == two.len() {
        let differ = |at: &usize| one[*at] != two[*at];
        let slots =
            (0..one.len()).filter(differ).filter(|at| (new.print.slots & old.slots) >> at & 1 == 1).count();
        let others = (0..one.len()).filter(differ).count() - slots;
        let frame = one.len() - slots - others;
        if slots > 0 && (others == 0 && frame > 0 || others == 1 && frame > 1) {
            return true;
        }
    }
    let shorter = one.len().min(two.len());
    let front = one.iter().zip(two).take_while(|(x, y)| x == y).count();
    let back =
        one.iter().rev().zip(two.iter().rev()).take_while(|(x, y)| x == y).count().min(shorter - front);
    let (fill_one, fill_two) = (one.len() - front - back, two.len() - front - back);
    if front + back < 2 || fill_one == 0 || fill_two == 0 {
        return false;
    }
    let slot = |print: &Print, length: usize| (front..front + length).any(|at| print.slots >> at & 1 == 1);
    if slot(new.print, fill_one) && slot(old, fill_two) && fill_one.max(fill_two) <= 4 {
        return true;
    }
    let told = |print: &Print, words: &[u32]| {
        words.iter().any(|word| print.terms.binary_search_by_key(word, |term| term.hash).is_ok())
    };
    if fuller || told(old, &one[front..front + fill_one]) || told(new.print, &two[front..front + fill_two]) {
        return false;
    }
    let filled = rarest(new, front..front + fill_one);
    let frame = rarest(new, 0..front).max(rarest(new, front + fill_one..one.len()));
    front + back >= 3 && fill_one.max(fill_two) <= (front + back).min(3) && filled + 1.0 >= frame
}

/// How rare the rarest of some words of a headline is, figures and days aside.
fn rarest(new: &Weighed<'_>, places: std::ops::Range<usize>) -> f32 {
    let rarity = |at: usize| {
        let word = new.print.title[at];
        let term = new.print.terms.binary_search_by_key(&word, |term| term.hash).ok()?;
        new.rarity.get(term).copied()
    };
    places.filter(|at| new.print.slots >> at & 1 == 0).filter_map(rarity).fold(0.0, f32::max)
}
