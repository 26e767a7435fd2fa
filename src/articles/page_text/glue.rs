//! Names that ran into the next word where a link or italics ended (`Digital SpyJessica Jones`),
//! and lines that ran into the page's furniture (`finished.Source: Digital Spy`).
//!
//! A word is only divided where a known name ends or begins: a configured outlet, a credit of
//! the text, a name that stands elsewhere in the text by itself. `YouTube` and `McDonald` stay.

use std::borrow::Cow;
use std::collections::HashSet;

use super::lines::Numbered;
use super::{credit, shape};
use crate::model::Outlet;

/// Beginnings of furniture that open a line of their own even where the line end was lost.
const MARKERS: [&str; 6] = ["Source: ", "NEXT: ", "More in ", "READ MORE: ", "Related: ", "RELATED: "];

/// Words of the longest name.
const LONGEST_NAME: usize = 6;

/// Longer ones, in bytes, are no names: a line without blanks is not looked up letter by letter.
const LONGEST_BYTES: usize = 200;

/// Of a sentence so many bytes are looked back at.
const LONGEST_SENTENCE: usize = 600;

/// More names are not learnt: no page has so many, and memory stays small whatever comes.
const MOST_NAMES: usize = 50_000;

/// Small words inside a name: `Game of Thrones`.
const INNER: [&str; 6] = ["of", "the", "and", "in", "for", "&"];

/// Words that begin a sentence or a name after one that was glued to it.
const OPENERS: [&str; 16] =
    ["The", "A", "An", "It", "In", "He", "She", "But", "And", "This", "They", "We", "On", "At", "Is", "Will"];

/// Words that run into a name behind them: no word goes on with a capital after these.
const RUN_IN: [&str; 6] = ["told", "tells", "via", "with", "from", "per"];

/// Small words that run into a name before them: `The Hollywood Reporterthe`.
const RUN_ON: [&str; 7] = ["the", "that", "and", "about", "she", "they", "when"];

/// Words behind which a text names an outlet.
const OUTLET_CUES: [&str; 6] = ["told", "tells", "with", "to", "by", "from"];

/// The lines with glued names divided, and furniture on lines of its own.
pub(super) fn unglued(lines: &[Numbered], known: &[Outlet]) -> Vec<Numbered> {
    let numbered =
        lines.iter().flat_map(|line| at_markers(&line.text).into_iter().map(|text| (line.at, text)));
    let (numbers, lines): (Vec<usize>, Vec<&str>) = numbered.unzip();
    let names = Names::of(&lines, known);
    let mut out = Vec::with_capacity(lines.len());
    for (at, line) in numbers.into_iter().zip(lines) {
        let line = labelled(line);
        let line = sentences(&line);
        let line = names.before_small(&line);
        let line = &*line;
        let parts = names.divided(line);
        if credit::label(line).is_some() && parts.len() > 1 {
            out.extend(parts.into_iter().map(|part| Numbered { at, text: part.to_owned() }));
        } else {
            out.push(Numbered { at, text: joined(&parts) });
        }
    }
    out
}

/// The parts of a line; between two clauses with verbs of their own a full stop was lost too.
fn joined(parts: &[&str]) -> String {
    let mut out = String::new();
    for part in parts {
        if !out.is_empty() {
            let near = out.ceil_char_boundary(out.len().saturating_sub(LONGEST_SENTENCE));
            let before = out[near..].rsplit(['.', '!', '?']).next().unwrap_or_default();
            let after = part.split(['.', '!', '?']).next().unwrap_or_default();
            let told =
                ["interview", "spoke", "talked", "told", "chat"].iter().any(|word| before.contains(word));
            let two = told && shape::words(before) > 6 && shape::words(after) > 6 && shape::has_verb(after);
            out.push_str(if two { ". " } else { " " });
        }
        out.push_str(part);
    }
    out
}

/// `SourceDigital Spy` with its colon.
fn labelled(line: &str) -> Cow<'_, str> {
    let rest = line.strip_prefix("Source").filter(|rest| rest.starts_with(char::is_uppercase));
    match rest.filter(|rest| shape::words(rest) <= LONGEST_NAME && !shape::ends_sentence(rest)) {
        Some(name) => Cow::Owned(format!("Source: {name}")),
        None => Cow::Borrowed(line),
    }
}

/// A blank behind a full stop that a sentence ran into: `told TVLine.The show`.
fn sentences(line: &str) -> Cow<'_, str> {
    let mut cuts: Vec<usize> = Vec::new();
    for (at, _) in line.match_indices('.') {
        let rest = &line[at + 1..];
        if !rest.starts_with(char::is_uppercase) {
            continue;
        }
        let near = rest.char_indices().nth(8).map_or(rest.len(), |(end, _)| end);
        let next = rest[..near].split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
        let from = line.floor_char_boundary(at.saturating_sub(24));
        let word = line[from..at].rsplit(' ').next().unwrap_or_default();
        let plain = word.chars().count() > 2 && word.chars().all(char::is_alphanumeric);
        if plain && OPENERS.contains(&next) {
            cuts.push(at + 1);
        }
    }
    if cuts.is_empty() {
        return Cow::Borrowed(line);
    }
    Cow::Owned(parts(line, &cuts).join(" "))
}

/// A line divided before furniture that is glued to it, or follows its last sentence.
fn at_markers(line: &str) -> Vec<&str> {
    let mut cuts: Vec<usize> = Vec::new();
    let open = !shape::ends_sentence(line);
    for marker in MARKERS {
        for (at, _) in line.match_indices(marker).filter(|&(at, _)| at > 0) {
            let before = line[..at].chars().next_back().unwrap_or(' ');
            let after_sentence = before == ' ' && shape::ends_sentence(line[..at].trim_end());
            let short = open && line[at..].split_whitespace().nth(2 + LONGEST_NAME).is_none();
            let glued = before.is_lowercase() || before.is_ascii_digit() || shape::ends_sentence(&line[..at]);
            if glued && before != ' ' || after_sentence && short && marker == "Source: " {
                cuts.push(at);
            }
        }
    }
    cuts.sort_unstable();
    parts(line, &cuts)
}

fn parts<'a>(line: &'a str, cuts: &[usize]) -> Vec<&'a str> {
    let mut out = Vec::with_capacity(cuts.len() + 1);
    let mut from = 0;
    for &cut in cuts.iter().chain([&line.len()]) {
        let part = line[from..cut].trim();
        if !part.is_empty() {
            out.push(part);
        }
        from = cut;
    }
    out
}

/// The names that a text's words are looked up in.
struct Names {
    /// Outlets and credits: whatever follows, they end where they end.
    sure: HashSet<String>,
    /// Names of two words and more that stand in the text by themselves.
    long: HashSet<String>,
    /// Names of one word that stand within a sentence.
    single: HashSet<String>,
    /// Words of outlets, which are written as they are however they look.
    whole: HashSet<String>,
}

impl Names {
    fn of(lines: &[&str], known: &[Outlet]) -> Self {
        let credited = lines.iter().filter_map(|line| credit::of_line(line, known)).flatten();
        let credited = credited.map(|credit| credit.name).filter(|name| inner_capital(name).is_none());
        let sure: HashSet<String> = known.iter().map(|outlet| outlet.name.clone()).chain(credited).collect();
        let whole = sure.iter().flat_map(|name| name.split_whitespace()).map(str::to_owned).collect();
        let mut names = Self { sure, long: HashSet::new(), single: HashSet::new(), whole };
        lines.iter().for_each(|line| names.learn(line));
        names
    }

    fn is_full(&self) -> bool {
        self.long.len() + self.single.len() >= MOST_NAMES
    }

    /// Runs of capitalised words, and every shorter run inside them.
    fn learn(&mut self, line: &str) {
        let mut run: Vec<&str> = Vec::new();
        for (index, word) in line.split_whitespace().enumerate() {
            if self.is_full() {
                return;
            }
            let name = bare(word);
            let capital = name.starts_with(char::is_uppercase) && inner_capital(name).is_none();
            if capital && index > 0 && run.is_empty() && name.chars().count() > 2 {
                self.single.insert(name.to_owned());
            }
            if capital {
                if word.trim_start() != name && !word.starts_with(name) {
                    run.clear();
                }
                run.push(name);
                self.keep(&run);
            } else if INNER.contains(&word) && !run.is_empty() {
                run.push(word);
            } else {
                run.clear();
            }
            if run.len() > LONGEST_NAME {
                run.remove(0);
            }
            if word != name && !word.starts_with(['"', '\u{201c}', '(', '\u{2018}']) {
                run.clear();
            }
        }
    }

    fn keep(&mut self, run: &[&str]) {
        let begins = (0..run.len().saturating_sub(1)).filter(|&from| !INNER.contains(&run[from]));
        let names = begins.map(|from| run[from..].join(" "));
        self.long.extend(names.filter(|name| name.len() <= LONGEST_BYTES));
    }

    /// A blank before a small word that ran on behind a name.
    fn before_small<'l>(&self, line: &'l str) -> Cow<'l, str> {
        let mut cuts: Vec<usize> = Vec::new();
        let (mut at, mut before) = (0, "");
        for word in line.split(' ') {
            let stem = RUN_ON.iter().find_map(|small| word.strip_suffix(small));
            if let Some(stem) =
                stem.filter(|stem| stem.starts_with(char::is_uppercase) && stem.len() <= LONGEST_BYTES)
                && (self.sure.contains(stem)
                    || self.sure.contains(&format!("{before} {stem}"))
                    || is_paper(before, stem))
            {
                cuts.push(at + stem.len());
            }
            at += word.len() + 1;
            before = word;
        }
        if cuts.is_empty() { Cow::Borrowed(line) } else { Cow::Owned(parts(line, &cuts).join(" ")) }
    }

    /// The parts of a line between glued names.
    fn divided<'a>(&self, line: &'a str) -> Vec<&'a str> {
        let mut cuts = Vec::new();
        let mut before = None;
        let mut starts: Vec<usize> = vec![0];
        for (at, c) in line.char_indices() {
            if c.is_uppercase() && before.is_some_and(|b: char| b.is_alphanumeric() || b == '!') {
                if self.is_glue(line, at, &starts) {
                    cuts.push(at);
                    starts = vec![at];
                }
            } else if before.is_some_and(|b: char| !b.is_alphanumeric()) && c.is_alphanumeric() {
                starts.push(at);
                if starts.len() > LONGEST_NAME {
                    starts.remove(0);
                }
            }
            before = Some(c);
        }
        parts(line, &cuts)
    }

    /// Whether a name ends, or another begins, inside a word.
    fn is_glue(&self, line: &str, at: usize, starts: &[usize]) -> bool {
        let near = line.floor_char_boundary(at + LONGEST_BYTES);
        let starts: Vec<usize> = starts.iter().copied().filter(|from| at - from <= LONGEST_BYTES).collect();
        let Some(&word_start) = starts.last() else { return false };
        let word_end = line[at..near].find(|c: char| !c.is_alphanumeric()).map_or(near, |length| at + length);
        let second = line[at..].chars().nth(1);
        let opens =
            second.is_none_or(|c| c.is_lowercase() || c == ' ') || line[..at].ends_with(char::is_lowercase);
        if !opens || self.whole.contains(&line[word_start..word_end]) {
            return false;
        }
        let mut left = starts.iter().map(|&from| &line[from..at]);
        if left.clone().any(|name| self.sure.contains(name) || self.long.contains(name)) {
            return true;
        }
        if RUN_IN.contains(&&line[word_start..at]) && second.is_some_and(char::is_alphabetic) {
            return true;
        }
        let right_known = self.begins_name(&line[at..near]);
        let right_single = self.single.contains(bare(&line[at..word_end]));
        if (right_known || right_single) && left.clone().any(|name| is_told(line, name, at)) {
            return true;
        }
        let left_word = &line[word_start..at];
        let prefix = left_word.starts_with(char::is_uppercase) && left_word.chars().count() < 4;
        let opener = OPENERS.contains(&&line[at..word_end]);
        left.any(|name| self.single.contains(name)) && (right_known || opener) || right_known && !prefix
    }

    /// Whether the text begins with a name of at least two words.
    fn begins_name(&self, text: &str) -> bool {
        let words: Vec<&str> = text.split_whitespace().take(LONGEST_NAME).collect();
        let known = |count: usize| self.long.contains(bare(&words[..count].join(" ")));
        (2..=words.len()).any(known)
    }
}

/// Whether `name`, which ends at `at`, is of several capitalised words behind one that names an
/// outlet: `told Entertainment Weekly`.
fn is_told(line: &str, name: &str, at: usize) -> bool {
    let before = line[..at - name.len()].trim_end();
    let stands =
        |cue: &&str| before.strip_suffix(cue).is_some_and(|rest| rest.is_empty() || rest.ends_with(' '));
    let capitals = name.split(' ').all(|word| word.starts_with(char::is_uppercase) && bare(word) == word);
    name.contains(' ') && capitals && OUTLET_CUES.iter().any(stands)
}

/// The last words of a newspaper's name: `Hollywood Reporter`, `New York Times`.
fn is_paper(before: &str, last: &str) -> bool {
    const LAST: [&str; 12] = [
        "Reporter",
        "Times",
        "Post",
        "Herald",
        "Guardian",
        "Journal",
        "Tribune",
        "Weekly",
        "Magazine",
        "News",
        "Gazette",
        "Telegraph",
    ];
    before.starts_with(char::is_uppercase) && LAST.contains(&last)
}

/// A word without punctuation and without its possessive.
fn bare(word: &str) -> &str {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '!');
    let word = word.trim_end_matches('!');
    word.strip_suffix("'s").or_else(|| word.strip_suffix("\u{2019}s")).unwrap_or(word)
}

/// Where a small letter meets a capital inside a word.
fn inner_capital(name: &str) -> Option<usize> {
    let mut before = ' ';
    name.char_indices().find_map(|(at, c)| {
        let meets = before.is_lowercase() && c.is_uppercase();
        before = c;
        meets.then_some(at)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(lines: &[&str], outlets: &[&str]) -> Vec<String> {
        let known: Vec<Outlet> =
            outlets.iter().map(|name| Outlet { name: (*name).into(), home: None }).collect();
        let lines: Vec<Numbered> =
            lines.iter().zip(1..).map(|(text, at)| Numbered { at, text: (*text).to_owned() }).collect();
        unglued(&lines, &known).into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn a_configured_outlet_ends_where_it_ends() {
        assert_eq!(
            of(&["with Digital SpyJessica Jones star"], &["Digital Spy"]),
            ["with Digital Spy Jessica Jones star"]
        );
        assert_eq!(
            of(&["told VarietyThe star spoke. BBCShe did."], &["Variety", "BBC"]),
            ["told Variety The star spoke. BBC She did."]
        );
    }

    #[test]
    fn a_credit_elsewhere_in_the_text_makes_a_name_known() {
        let lines = ["She spoke with Harbour GazetteAnna Lind star Eva Holm.", "Source: Harbour Gazette"];
        assert_eq!(of(&lines, &[])[0], "She spoke with Harbour Gazette Anna Lind star Eva Holm.");
    }

    #[test]
    fn a_name_that_stands_alone_elsewhere_is_known() {
        let lines =
            ["Luke Cage and Iron FistThe Defenders come next.", "Then it is on to Iron Fist in spring."];
        assert_eq!(of(&lines, &[])[0], "Luke Cage and Iron Fist The Defenders come next.");
    }

    #[test]
    fn an_outlet_nobody_knows_ends_where_a_known_name_begins() {
        let lines = [
            "\"It is a joy,\" she told Harbour Weekly GazetteLantern's new season follows.",
            "It was the week in which Lantern was renewed.",
        ];
        let expected = "\"It is a joy,\" she told Harbour Weekly Gazette Lantern's new season follows.";
        assert_eq!(of(&lines, &[])[0], expected);
    }

    #[test]
    fn small_words_and_full_stops_ran_into_names() {
        for (line, expected) in [
            ("She toldVariety that it is over.", "She told Variety that it is over."),
            ("It is back, viaCollider.", "It is back, via Collider."),
            (
                "He told The Hollywood Reporterthe show is over.",
                "He told The Hollywood Reporter the show is over.",
            ),
            ("She told TVLine.The show ends in May.", "She told TVLine. The show ends in May."),
            ("SourceDigital Spy", "Source: Digital Spy"),
            ("Goethe and Forsythe saw U.S.The end.", "Goethe and Forsythe saw U.S.The end."),
            ("Ask at Kottke.org or Booking.com.", "Ask at Kottke.org or Booking.com."),
        ] {
            assert_eq!(of(&[line], &[])[0], expected);
        }
        let glued = "The star spoke about the plan in an interview with Digital SpySalt House star Eva Holm says that it will be filmed.";
        let parted = "The star spoke about the plan in an interview with Digital Spy. Salt House star Eva Holm says that it will be filmed.";
        assert_eq!(of(&[glued], &["Digital Spy"])[0], parted);
    }

    #[test]
    fn words_with_capitals_inside_stay_whole() {
        let line =
            "McDonald and DeVito watched a YouTube video on a PlayStation from BuzzFeed and ScreenRant.";
        let lines = [line, "You and Play met Donald at the Screen and saw De Vito."];
        assert_eq!(of(&lines, &["Screen", "ScreenRant", "BuzzFeed News"])[0], line);
    }

    #[test]
    fn furniture_glued_to_a_line_gets_its_own() {
        let lines = [
            "It is finished.Source: Digital SpyFive detectives we like",
            "What to see in SeptemberMore in TV News",
        ];
        let expected = [
            "It is finished.",
            "Source: Digital Spy",
            "Five detectives we like",
            "What to see in September",
            "More in TV News",
        ];
        assert_eq!(of(&lines, &["Digital Spy"]), expected);
    }
}
