//! What people are quoted as saying.

use std::collections::HashSet;

/// The opening mark that apostrophes are mistaken for.
const SINGLE: char = '\u{2018}';

/// More quotations of one article are not kept.
const MOST_QUOTATIONS: usize = 200;

/// Pairs of quotation marks: opening and closing.
const MARKS: [(char, char); 5] = [
    ('\u{201c}', '\u{201d}'),
    ('"', '"'),
    ('\u{201e}', '\u{201c}'),
    ('\u{ab}', '\u{bb}'),
    ('\u{2018}', '\u{2019}'),
];

/// Fewer words are a title or a word at arm's length, no quotation.
const FEWEST_WORDS: usize = 4;

/// The quotations of a text whose paragraphs are divided by newlines, without their marks, in
/// order, each once. A quotation that runs on into the next paragraph is one a paragraph.
pub(super) fn find(text: &str) -> Vec<String> {
    let mut seen = HashSet::new();
    let all = text.lines().flat_map(of_paragraph).filter(|quotation| seen.insert(quotation.clone()));
    all.take(MOST_QUOTATIONS).collect()
}

fn of_paragraph(line: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut before = None;
    let mut at = 0;
    let mut no_single = false;
    while let Some(c) = line[at..].chars().next() {
        let next = at + c.len_utf8();
        let opening = before.is_none_or(|b: char| !b.is_alphanumeric());
        let mark = MARKS.iter().find(|(open, _)| *open == c && opening && !(c == SINGLE && no_single));
        before = Some(c);
        at = next;
        let Some(&(_, close)) = mark else { continue };
        match closed(&line[next..], close) {
            Some((inner, end)) => {
                found.extend(trimmed(inner));
                before = Some(close);
                at = next + end;
            }
            // What opens like a single mark is often an apostrophe; a double one that is never
            // closed runs on into the next paragraph.
            None if c == SINGLE => no_single = true,
            None => {
                found.extend(trimmed(&line[next..]));
                at = line.len();
            }
        }
    }
    found
}

/// What stands before the closing mark, and where to go on. An apostrophe inside a word closes
/// nothing.
fn closed(text: &str, close: char) -> Option<(&str, usize)> {
    let ends = text.char_indices().filter(|&(_, c)| c == close).map(|(at, c)| (at, at + c.len_utf8()));
    let mut ends = ends.filter(|&(_, end)| !text[end..].starts_with(char::is_alphanumeric));
    ends.next().map(|(at, end)| (&text[..at], end))
}

fn trimmed(inner: &str) -> Option<String> {
    let inner = inner.trim().trim_end_matches(',').trim_end();
    (inner.split_whitespace().count() >= FEWEST_WORDS).then(|| inner.to_owned())
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn quotations_lose_their_marks_and_a_last_comma() {
        let text = "\"It is the other one first,\" said Ritter. \"And then we go back home.\"\n\
                    \u{201c}I don\u{2019}t know a thing about it,\u{201d} she added.";
        let expected = [
            "It is the other one first",
            "And then we go back home.",
            "I don\u{2019}t know a thing about it",
        ];
        assert_eq!(find(text), expected);
    }

    #[test]
    fn apostrophes_and_titles_are_no_quotations() {
        assert!(
            find("Marvel\u{2019}s \u{2018}Luke Cage\u{2019} and the heroes' \"big break\" don't count.")
                .is_empty()
        );
        let mixed = "\u{2018}Twas late. \u{201c}And still we went on,\u{201d} she said.";
        assert_eq!(find(mixed), ["And still we went on"]);
        assert_eq!(find("\u{2018}We don\u{2019}t know yet,\u{2019} she said."), ["We don\u{2019}t know yet"]);
    }

    #[test]
    fn a_quotation_that_is_never_closed_ends_with_its_paragraph() {
        assert_eq!(
            find("\"It goes on and on.\n\"And it ends here today.\""),
            ["It goes on and on.", "And it ends here today."]
        );
    }
}
