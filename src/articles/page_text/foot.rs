//! What stands below the last paragraph: credit, headlines of other articles, the section.

use super::{credit, shape};
use crate::model::{Credit, Outlet};

/// What the line that closes a page begins with, before the section's name.
const SECTION_MARKS: [&str; 7] = [
    "more in ",
    "more stories in ",
    "read more in ",
    "filed under: ",
    "filed under ",
    "posted in: ",
    "posted in ",
];

/// More words are no section.
const LONGEST_SECTION: usize = 4;

/// Fewer words are a tag, no headline.
const SHORTEST_HEADLINE: usize = 3;

/// More headlines of other articles are not kept.
const MOST_RELATED: usize = 50;

/// A question or cry of more words is a paragraph even below the credit.
const LONGEST_QUESTION: usize = 16;

/// The foot of a page, and what stands before it.
pub(super) struct Foot<'a> {
    pub(super) before: &'a [String],
    pub(super) section: Option<String>,
    pub(super) credits: Vec<Credit>,
    pub(super) related: Vec<String>,
}

/// The foot of the lines below the headline: everything after the last paragraph.
pub(super) fn cut<'a>(lines: &'a [String], known: &[Outlet]) -> Foot<'a> {
    let credit_at = lines.iter().rposition(|line| credit::of_line(line, known).is_some());
    let mut start = lines.len();
    while start > 0 && is_foot(&lines[start - 1], credit_at.is_some_and(|at| at < start - 1), known) {
        start -= 1;
    }
    // A list that an announcement opens belongs to it, though its items look like headlines.
    if start > 0 && lines[start - 1].ends_with(':') {
        let is_item = |line: &&String| {
            credit::of_line(line, known).is_none() && section(line).is_none() && shape::teaser(line).is_none()
        };
        start += lines[start..].iter().take_while(is_item).count();
    }
    let mut foot = Foot { before: &lines[..start], section: None, credits: Vec::new(), related: Vec::new() };
    for (index, line) in lines.iter().enumerate().skip(start) {
        let below_credit = credit_at.is_some_and(|at| at < index);
        foot.take(line, below_credit, known);
    }
    foot
}

impl Foot<'_> {
    fn take(&mut self, line: &str, below_credit: bool, known: &[Outlet]) {
        if let Some(name) = section(line) {
            self.section = Some(name.to_owned());
        } else if let Some(credits) = credit::of_line(line, known) {
            credit::add(&mut self.credits, credits);
        } else if let Some(title) = shape::teaser(line) {
            self.relate(title);
        } else if !shape::is_noise(line)
            && !shape::is_picture_line(line)
            && (below_credit || !shape::is_caption(line))
        {
            self.relate(line);
        }
    }

    fn relate(&mut self, title: &str) {
        if self.related.len() < MOST_RELATED
            && shape::words(title) >= SHORTEST_HEADLINE
            && !self.related.iter().any(|known| known == title)
        {
            self.related.push(title.to_owned());
        }
    }
}

/// The section that a line such as `More in TV News` names.
fn section(line: &str) -> Option<&str> {
    let mark = SECTION_MARKS
        .iter()
        .find(|mark| line.get(..mark.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(mark)))?;
    let name = line[mark.len()..].trim_end_matches(['>', '\u{bb}', '\u{203a}', '\u{2192}', ' ', ':']).trim();
    let fits = (1..=LONGEST_SECTION).contains(&shape::words(name)) && !shape::ends_sentence(name);
    fits.then_some(name)
}

/// Whether a line may stand below the last paragraph.
fn is_foot(line: &str, below_credit: bool, known: &[Outlet]) -> bool {
    if section(line).is_some() || credit::of_line(line, known).is_some() || shape::teaser(line).is_some() {
        return true;
    }
    if shape::is_noise(line) || shape::is_picture_line(line) {
        return true;
    }
    let asks = below_credit && !shape::ends_with_stop(line) && shape::words(line) <= LONGEST_QUESTION;
    let open = !shape::ends_sentence(line) || asks;
    open && !shape::is_long(line) && !line.ends_with([':', ',']) && !shape::is_speech(line)
        || below_credit && shape::is_speech(line) && !shape::ends_with_stop(line) && !shape::is_long(line)
}
