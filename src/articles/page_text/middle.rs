//! The body of a page, with the furniture that stands between its paragraphs taken out.

use std::collections::HashSet;

use super::{Part, credit, shape};
use crate::model::{Credit, Outlet};

/// So many lines without a stop in a row are a list rather than captions.
const SHORTEST_LIST: usize = 3;

/// The body, and what the furniture said.
#[derive(Default)]
pub(super) struct Middle {
    pub(super) parts: Vec<Part>,
    pub(super) credits: Vec<Credit>,
    pub(super) related: Vec<String>,
}

/// What the line before made of this one.
#[derive(PartialEq)]
enum Expecting {
    Nothing,
    /// A teaser's word stood alone.
    Headline,
    /// A line that ends with a colon, or items of a list, stood before.
    Items,
}

/// The body of the lines between head and foot.
pub(super) fn read(lines: &[String], known: &[Outlet]) -> Middle {
    let mut middle = Middle::default();
    let mut expecting = Expecting::Nothing;
    let mut in_run = 0;
    let names = names_within(lines);
    for (index, line) in lines.iter().enumerate() {
        if let Some(credits) = credit::of_line(line, known) {
            credit::add(&mut middle.credits, credits);
            expecting = Expecting::Nothing;
        } else if let Some(title) = shape::teaser(line) {
            let alone = title.is_empty();
            middle.related.extend((!alone).then(|| title.to_owned()));
            expecting = if alone { Expecting::Headline } else { Expecting::Nothing };
        } else if shape::is_noise(line) || shape::is_picture_line(line) || shape::is_captioned_name(line) {
            continue;
        } else if is_paragraph(line) {
            middle.parts.push(Part::Paragraph(line.clone()));
            expecting = if line.ends_with(':') { Expecting::Items } else { Expecting::Nothing };
            in_run = 0;
        } else if expecting == Expecting::Headline {
            middle.related.push(line.clone());
            expecting = Expecting::Nothing;
        } else {
            in_run = if in_run == 0 { run(&lines[index..]) } else { in_run };
            let listed = expecting == Expecting::Items || in_run >= SHORTEST_LIST;
            middle.parts.extend(short(line, listed, &names));
        }
    }
    middle
}

fn is_paragraph(line: &str) -> bool {
    let asks = line.ends_with('?') && shape::is_heading(line);
    shape::is_long(line)
        || shape::is_speech(line)
        || line.ends_with(':')
        || shape::ends_sentence(line) && !asks
}

/// Lines in a row that are no paragraphs.
fn run(lines: &[String]) -> usize {
    lines.iter().take_while(|line| !is_paragraph(line) && !shape::is_picture_line(line)).count()
}

/// Capitalised words that stand within a line, where no sentence gives them their capital.
fn names_within(lines: &[String]) -> HashSet<&str> {
    let words = lines.iter().flat_map(|line| line.split_whitespace().skip(1));
    let bare = words.map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    bare.filter(|word| word.starts_with(char::is_uppercase)).collect()
}

/// What a short line without a stop is: an item, a crosshead, or a caption, which is dropped. It
/// stays where it names nobody, for then it was hardly written under a picture.
fn short(line: &str, listed: bool, names: &HashSet<&str>) -> Option<Part> {
    let bullet = line.trim_start_matches(['\u{2022}', '*', '-', '\u{b7}']).trim_start();
    if listed || bullet != line {
        return Some(Part::Item(bullet.to_owned()));
    }
    // A platform's or agency's name alone is what is left of a picture.
    if names.contains(line) {
        return None;
    }
    if shape::is_heading(line) {
        return Some(Part::Heading(line.to_owned()));
    }
    (!shape::is_caption(line) && !shape::names_someone(line)).then(|| Part::Paragraph(line.to_owned()))
}
