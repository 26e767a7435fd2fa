//! Short lines that are the article's own: what a recipe needs, the key points of a live blog, the
//! facts of a match, the heads of a live blog's entries and of its questions.
//!
//! A list is known by the head above it (a language's file says which), by lines that begin with a
//! quantity, or by lines that are a label with figures and names behind it.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::lines::Numbered;
use super::look::Look;
use super::{furniture, shape, times};
use crate::languages::{Language, Page};

/// A list has no more lines.
const LONGEST: usize = 60;

/// Fewer lines that begin with a quantity are no list.
const SHORTEST: usize = 3;

/// More words before a colon are no label.
const LONGEST_LABEL: usize = 5;

/// Gives the lines of lists their look.
pub(super) fn mark(lines: &[Numbered], looks: &mut [Look], language: Option<&'static Language>) {
    headed(lines, looks, language);
    measured(lines, looks);
    facts(lines, looks);
    entries(lines, looks);
    clocked(lines, looks);
    announced(lines, looks, language);
}

/// Headlines of other articles below a label that announces them, amid a text: the first one, and
/// those behind it that are as long.
fn announced(lines: &[Numbered], looks: &mut [Look], language: Option<&'static Language>) {
    for at in 0..lines.len() {
        let label = matches!(looks[at], Look::Page | Look::Teaser | Look::Short);
        if !label || !is_teaser_label(&lines[at].text, language) {
            continue;
        }
        looks[at] = Look::Teaser;
        let end = at + 1 + looks[at + 1..].iter().take(LONGEST).take_while(|l| **l == Look::Short).count();
        for next in at + 1..end {
            let text = &lines[next].text;
            // The last of several short lines above a paragraph may be its head.
            let head = next > at + 1 && looks.get(next + 1) == Some(&Look::Prose);
            if head && (shape::words(text) <= LONGEST_LABEL && shape::weight(text) < 36) {
                break;
            }
            looks[next] = Look::Teaser;
        }
    }
}

/// What stands below `Ingredients`, `Das Wichtigste in Kürze`.
fn headed(lines: &[Numbered], looks: &mut [Look], language: Option<&'static Language>) {
    let mut at = 0;
    while at < lines.len() {
        let free = matches!(looks[at], Look::Short | Look::Page | Look::Again | Look::Prose);
        let next = looks.get(at + 1).copied();
        if !free || !is_head(&lines[at].text, language) {
            at += 1;
            continue;
        }
        let end = (at + 1..lines.len().min(at + 1 + LONGEST))
            .find(|&next| looks[next] != Look::Short || is_head(&lines[next].text, language))
            .unwrap_or(lines.len());
        // Headlines of other articles end with what else the page has.
        let closed = looks.get(end).is_none_or(|look| *look != Look::Teaser);
        if next == Some(Look::Prose) && end == at + 1 {
            looks[at] = Look::Head;
        } else if end > at + 1 && closed {
            looks[at] = Look::Head;
            looks[at + 1..end].fill(Look::Item);
            // The last short line above a paragraph is its head.
            if end - at > 3 && looks.get(end) == Some(&Look::Prose) && !is_measured(&lines[end - 1].text) {
                looks[end - 1] = Look::Short;
            }
        }
        at = end.max(at + 1);
    }
}

fn is_head(line: &str, language: Option<&'static Language>) -> bool {
    is_label(line, language, |page| page.lists)
}

/// Whether a line announces headlines of other articles.
pub(super) fn is_teaser_label(line: &str, language: Option<&'static Language>) -> bool {
    is_label(line, language, |page| page.teasers)
}

/// Whether a line is one of these labels, with something in brackets at most.
fn is_label(line: &str, language: Option<&'static Language>, pick: fn(&Page) -> &'static str) -> bool {
    if shape::weight(line) > 60 {
        return false;
    }
    let lower = line.to_lowercase();
    let bare = lower.split(['(', '\u{ff08}']).next().unwrap_or_default();
    let bare = bare.trim_matches(|c: char| !c.is_alphanumeric()).replace('\u{2019}', "'");
    !bare.is_empty() && furniture::lists(language, pick).any(|head| head == bare)
}

/// Lines that begin with a quantity: `2 cups of flour`, `½ Zitrone`, `砂糖 大さじ2`.
fn measured(lines: &[Numbered], looks: &mut [Look]) {
    let mut at = 0;
    while at < lines.len() {
        let end = at + looks[at..].iter().take(LONGEST).take_while(|look| **look == Look::Short).count();
        let is = |at: &usize| is_measured(&lines[*at].text);
        if let (Some(first), Some(last)) = ((at..end).find(is), (at..end).rev().find(is)) {
            let count = (first..=last).filter(is).count();
            if count >= SHORTEST && count * 3 >= (last + 1 - first) * 2 {
                looks[first..=last].fill(Look::Item);
                if first > at && shape::words(&lines[first - 1].text) <= LONGEST_LABEL {
                    looks[first - 1] = Look::Head;
                }
            }
        }
        at = end.max(at + 1);
    }
}

fn is_measured(line: &str) -> bool {
    let line = line.trim_start_matches(['\u{2022}', '-', '*', '\u{b7}', '\u{2013}', ' ']);
    let number = line.starts_with(|c: char| c.is_numeric() || matches!(c, '\u{bc}'..='\u{be}'));
    let rest = line.trim_start_matches(|c: char| c.is_numeric() || ".,/-\u{2013} ".contains(c));
    let unit = rest.starts_with(char::is_lowercase) || shape::is_packed(rest);
    number && unit && shape::words(line) > 1 && shape::words(line) <= 14 && !line.contains(':')
}

/// The facts of a match behind the last paragraph: line-ups, goals, cards, spectators.
fn facts(lines: &[Numbered], looks: &mut [Look]) {
    let mut at = 0;
    while at < lines.len() {
        let plain = |look: &Look| matches!(look, Look::Short | Look::Prose);
        let end = at + looks[at..].iter().take(LONGEST).take_while(|look| plain(look)).count();
        let is = |at: &usize| is_fact(&lines[*at].text);
        if let (Some(first), Some(last)) = ((at..end).find(is), (at..end).rev().find(is)) {
            let count = (first..=last).filter(is).count();
            let figures = (first..=last).any(|at| lines[at].text.contains(|c: char| c.is_ascii_digit()));
            if count >= 2 && count * 2 > last + 1 - first && figures {
                // One more of the form, without figures: `Referee: Field (Leeds)`.
                let more = (last + 1..end.min(last + 4)).take_while(|&at| is_labelled(&lines[at].text));
                let last = more.last().unwrap_or(last);
                for look in looks[first..=last].iter_mut().filter(|look| **look == Look::Short) {
                    *look = Look::Item;
                }
                let above = first.checked_sub(1).filter(|&above| looks[above] == Look::Short);
                if let Some(above) = above.filter(|&above| shape::words(&lines[above].text) <= 8) {
                    looks[above] = Look::Head;
                }
            }
        }
        at = end.max(at + 1);
    }
}

/// A label with figures and names: `Tore: 0:1 Leopold (11.)`, `Raków – Widzew 1:1 (1:1)`.
fn is_fact(line: &str) -> bool {
    let figures = line.chars().filter(char::is_ascii_digit).count();
    let score = line.split(|c: char| c.is_whitespace() || "()".contains(c)).any(|word| {
        word.split_once([':', '-', '\u{2013}']).is_some_and(|(one, other)| {
            let few = |part: &str| {
                !part.is_empty() && part.len() < 3 && part.chars().all(|c: char| c.is_ascii_digit())
            };
            few(one) && few(other.trim_end_matches([',', '.', ';']))
        })
    });
    let parts = line.matches([',', ';', '\u{2013}', '\u{3001}']).count() + line.matches(" - ").count();
    // A result alone has few words; a clock's time stands before a sentence.
    let result = score && shape::words(line) <= 9 && line.contains(['(', '\u{2013}', '-']) && figures < 9;
    is_labelled(line) && (parts >= 2 || score || parts >= 1 && figures > 0) || result
}

/// `Referee: Field (Leeds)`.
fn is_labelled(line: &str) -> bool {
    line.split_once([':', '\u{ff1a}']).is_some_and(|(label, rest)| {
        let word = label.starts_with(char::is_alphabetic) && shape::words(label) <= LONGEST_LABEL;
        word && !rest.trim().is_empty() && !label.contains(',') && rest.starts_with([' ', '\u{3000}'])
            || word && shape::is_packed(rest)
    })
}

/// Times of the day that head the entries of a live blog.
fn clocked(lines: &[Numbered], looks: &mut [Look]) {
    let heads = |at: &usize| {
        looks[*at] == Look::Time
            && matches!(looks.get(*at + 1), Some(Look::Prose | Look::Head))
            && times::is_clock(&lines[*at].text)
    };
    let all: Vec<usize> = (0..lines.len()).filter(heads).collect();
    if all.len() >= times::FEWEST_ENTRIES {
        all.into_iter().for_each(|at| looks[at] = Look::Head);
    }
}

/// Heads of a live blog's entries, between a time and the entry; and a question that a list of
/// contents named before.
fn entries(lines: &[Numbered], looks: &mut [Look]) {
    let timed = |at: &usize, looks: &[Look]| {
        looks[*at] == Look::Short
            && *at > 0
            && looks[*at - 1] == Look::Time
            && looks.get(*at + 1) == Some(&Look::Prose)
    };
    let all: Vec<usize> = (0..lines.len()).filter(|at| timed(at, looks)).collect();
    if all.len() > 1 {
        all.into_iter().for_each(|at| looks[at] = Look::Head);
    }
    static NONE: LazyLock<Vec<usize>> = LazyLock::new(Vec::new);
    let mut met: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, line) in lines.iter().enumerate() {
        let text = line.text.as_str();
        let before = met.get(text).unwrap_or(&NONE);
        // It stood once before, among short lines, and now above a paragraph.
        let listed = before.len() == 1 && looks.get(before[0] + 1) != Some(&Look::Prose);
        if looks[at] == Look::Again
            && listed
            && looks.get(at + 1) == Some(&Look::Prose)
            && (shape::words(text) > 2 || text.ends_with(['?', '\u{ff1f}']))
        {
            looks[at] = Look::Head;
        }
        met.entry(text).or_default().push(at);
    }
}
