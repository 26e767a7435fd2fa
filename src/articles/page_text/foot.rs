//! What stands below the last paragraph: credit, headlines of other articles, the section.

use super::shape;

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

/// Adds the headline of another article, once.
pub(super) fn relate(related: &mut Vec<String>, title: &str) {
    if related.len() < MOST_RELATED
        && shape::words(title) >= SHORTEST_HEADLINE
        && !related.iter().any(|known| known == title)
    {
        related.push(title.to_owned());
    }
}

/// The section that a line such as `More in TV News` names.
pub(super) fn section(line: &str) -> Option<&str> {
    let mark = SECTION_MARKS
        .iter()
        .find(|mark| line.get(..mark.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(mark)))?;
    let name = line[mark.len()..].trim_end_matches(['>', '\u{bb}', '\u{203a}', '\u{2192}', ' ', ':']).trim();
    let fits = (1..=LONGEST_SECTION).contains(&shape::words(name)) && !shape::ends_sentence(name);
    fits.then_some(name)
}
