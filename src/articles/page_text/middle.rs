//! The body of a page, with the furniture that stands between its paragraphs taken out.

use std::collections::HashSet;

use super::lines::Numbered;
use super::look::Look;
use super::part::Part;
use super::shape::{self, weight};
use super::sift::Sifted;

/// More short lines than this in a row are the page's, unless an announcement opens them.
const LONGEST_RUN: usize = 2;

/// So many characters are no crosshead.
const LONGEST_HEADING: usize = 110;

/// The body, and the lines that were left out, each with its look.
#[derive(Default)]
pub(super) struct Middle {
    pub(super) parts: Vec<Part>,
    pub(super) dropped: Vec<(usize, Look)>,
}

/// The body of the lines of an article, from `from` up to `end`.
pub(super) fn read(lines: &[Numbered], sifted: &Sifted, from: usize, end: usize) -> Middle {
    let mut middle = Middle::default();
    let body = Body {
        lines,
        sifted,
        names: names_within(&lines[from..end]),
        is_roll: is_roll(lines, sifted, from, end),
    };
    let mut at = from;
    // A line with a colon opens a list.
    let mut announced = false;
    while at < end {
        match sifted.looks[at] {
            Look::Prose => {
                middle.parts.push(Part::Paragraph(lines[at].text.clone()));
                announced = lines[at].text.ends_with(':');
                at += 1;
            }
            Look::Head => {
                middle.parts.push(Part::Heading(lines[at].text.clone()));
                announced = false;
                at += 1;
            }
            Look::Item => {
                let text = lines[at].text.trim_start_matches(['\u{2022}', '*', '-', '\u{b7}']).trim_start();
                middle.parts.push(Part::Item(text.to_owned()));
                announced = false;
                at += 1;
            }
            Look::Short => {
                let own = |look: Look| matches!(look, Look::Prose | Look::Head | Look::Item);
                let run = (at..end).take_while(|&at| !own(sifted.looks[at])).count();
                body.run(at, at + run, end, announced, &mut middle);
                announced = lines[at + run - 1].text.ends_with(':');
                at += run;
            }
            look => {
                // The headline of another article stands below the words that announce it.
                let alone = look == Look::Teaser && shape::teaser(&lines[at].text) == Some("");
                middle.dropped.push((at, look));
                at += 1;
                if alone && at < end && sifted.looks[at] == Look::Short {
                    middle.dropped.push((at, Look::Teaser));
                    at += 1;
                }
            }
        }
    }
    middle
}

struct Body<'a> {
    lines: &'a [Numbered],
    sifted: &'a Sifted,
    /// Capitalised words that stand within a line, where no sentence gives them their capital.
    names: HashSet<&'a str>,
    /// Names alone open paragraph after paragraph: a list of people, places or works.
    is_roll: bool,
}

impl Body<'_> {
    /// Lines in a row that are no paragraphs.
    fn run(&self, from: usize, to: usize, end: usize, announced: bool, middle: &mut Middle) {
        let looks = &self.sifted.looks;
        let mut shorts: Vec<usize> = Vec::new();
        let mut teased = false;
        for (at, &look) in looks.iter().enumerate().take(to).skip(from) {
            if look == Look::Short && !teased {
                shorts.push(at);
            } else {
                middle.dropped.push((at, if teased { Look::Teaser } else { look }));
            }
            teased = look == Look::Teaser && shape::teaser(&self.lines[at].text) == Some("");
        }
        let others = to - from - shorts.len();
        // A list that the text announces, or that ends with another announcement.
        let listed = announced && others == 0;
        let last = shorts.last().copied();
        // Within a run a line with a colon opens a list of what follows it.
        let mut opened = false;
        for &at in &shorts {
            let text = &self.lines[at].text;
            let bullet = text.trim_start_matches(['\u{2022}', '*', '-', '\u{b7}']).trim_start();
            let colon = text.ends_with(':') && Some(at) == last && to < end;
            // Behind the page's own lines only the last short one can open what follows.
            let alone = shorts.len() <= LONGEST_RUN && (shorts.len() == 1 || others == 0 || Some(at) == last);
            let opens = Some(at) == last
                && to < end
                && at + 1 == to
                && others <= 1
                && shorts.len() <= LONGEST_RUN + 1;
            let inner = text.ends_with(':') && others == 0 && Some(at) != last;
            if inner && (announced || opened || shorts.len() <= 12) {
                opened = true;
                middle.parts.push(Part::Paragraph(text.clone()));
            } else if listed || opened {
                middle.parts.push(Part::Item(bullet.to_owned()));
            } else if colon {
                middle.parts.push(Part::Paragraph(text.clone()));
            } else if bullet != text && shorts.len() > 1 && self.is_list(&shorts) {
                middle.parts.push(Part::Item(bullet.to_owned()));
            } else if (alone || opens) && self.is_heading(at, to, end) {
                middle.parts.push(Part::Heading(text.clone()));
            } else {
                let caption = shape::is_caption(text) && self.is_english();
                middle.dropped.push((at, if caption { Look::Picture } else { Look::Short }));
            }
        }
    }

    /// Items of the text rather than headlines of other articles: those are longer.
    fn is_list(&self, shorts: &[usize]) -> bool {
        let words: usize = shorts.iter().map(|&at| shape::words(&self.lines[at].text)).sum();
        words <= shorts.len() * 7
    }

    fn is_english(&self) -> bool {
        self.sifted.language.is_none_or(|language| language.code == "en")
    }

    /// Whether a short line can open the paragraphs that follow it.
    fn is_heading(&self, at: usize, to: usize, end: usize) -> bool {
        let text = &self.lines[at].text;
        // A platform's or agency's name alone is what is left of a picture.
        if to >= end
            || weight(text) > LONGEST_HEADING
            || text.ends_with(',')
            || self.is_english() && self.names.contains(text.as_str())
        {
            return false;
        }
        let letters = text.chars().filter(|c| c.is_alphabetic()).count();
        if letters < 3 || text.contains(" | ") || text.contains('@') {
            return false;
        }
        if !self.is_english() || shape::is_heading(text) || text.ends_with('?') {
            return true;
        }
        // Names alone are a caption, unless the text below speaks of whom they name.
        let caption = shape::is_caption(text) || shape::is_captioned_name(text);
        !caption || !shape::has_link(text) && (self.is_roll || self.is_told(text, to))
    }

    /// Whether the paragraph below speaks of the last word of a line.
    fn is_told(&self, text: &str, below: usize) -> bool {
        let word = text.split_whitespace().next_back().unwrap_or_default();
        let word = word.trim_matches(|c: char| !c.is_alphanumeric());
        word.chars().count() > 2
            && (below..(below + 3).min(self.lines.len())).any(|at| self.lines[at].text.contains(word))
    }
}

/// Fewer names that open paragraphs are captions.
const SHORTEST_ROLL: usize = 3;

fn is_roll(lines: &[Numbered], sifted: &Sifted, from: usize, end: usize) -> bool {
    let opens = |&at: &usize| {
        let text = &lines[at].text;
        sifted.looks[at] == Look::Short
            && (at == from || sifted.looks[at - 1] == Look::Prose)
            && sifted.looks.get(at + 1) == Some(&Look::Prose)
            && shape::words(text) <= 5
            && !shape::has_link(text)
    };
    (from..end).filter(opens).take(SHORTEST_ROLL).count() == SHORTEST_ROLL
}

fn names_within(lines: &[Numbered]) -> HashSet<&str> {
    let words = lines.iter().flat_map(|line| line.text.split_whitespace().skip(1));
    let bare = words.map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    bare.filter(|word| word.starts_with(char::is_uppercase)).collect()
}
