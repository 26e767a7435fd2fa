//! What stands between the headline and the first paragraph: a deck, a byline, a date, captions.

use std::ops::Range;

use super::super::record::person;
use super::shape;
use crate::model::Person;

/// Longer lines without a stop are no deck.
const LONGEST_DECK: usize = 45;

/// Fewer words of a headline are no title of a work.
const SHORTEST_TITLE: usize = 3;

/// Lines of more words are no caption, whatever title stands in them; of a headline so many are looked at.
const LONGEST_WITH_TITLE: usize = 75;

/// Shorter ones without a verb are no deck.
const SHORTEST_DECK: usize = 4;

/// The head of a page, and what stands after it.
pub(super) struct Head<'a> {
    pub(super) deck: Option<String>,
    pub(super) authors: Vec<Person>,
    pub(super) after: &'a [String],
}

/// The head of the lines below `headline`. A first paragraph is never taken for a deck: only
/// a line without a final stop can be one.
pub(super) fn cut<'a>(headline: &str, lines: &'a [String]) -> Head<'a> {
    let mut head = Head { deck: None, authors: Vec::new(), after: lines };
    while let Some((line, after)) = head.after.split_first() {
        let caption = shape::is_caption(line) || shape::is_caption(&with_title(line, headline));
        if let Some(authors) = byline(line) {
            head.authors = authors;
        } else if head.deck.is_none() && is_deck(line) && !caption {
            head.deck = Some(line.clone());
        } else if !shape::is_noise(line) && !caption {
            break;
        }
        head.after = after;
    }
    head
}

/// The line with the longest part that stands in the headline as one name: the title of a work
/// may have a verb or small words in it, and is no sentence for that. A line of more words than a
/// caption with a title in it may have stays as it is.
fn with_title(line: &str, headline: &str) -> String {
    let words: Vec<&str> = line.split_whitespace().collect();
    if words.len() > LONGEST_WITH_TITLE {
        return line.to_owned();
    }
    match title(&words, headline) {
        Some(run) => [&words[..run.start], &["Title"], &words[run.end..]].concat().join(" "),
        None => line.to_owned(),
    }
}

/// The longest run of words that begins with a capital and stands in the headline; the last of several.
fn title(words: &[&str], headline: &str) -> Option<Range<usize>> {
    let lower = |word: &&str| word.to_lowercase();
    let line: Vec<String> = words.iter().map(lower).collect();
    let headline: Vec<String> =
        headline.split_whitespace().take(LONGEST_WITH_TITLE).map(|word| word.to_lowercase()).collect();
    let common = |from: usize, at: usize| {
        line[from..].iter().zip(&headline[at..]).take_while(|(one, other)| one == other).count()
    };
    let longest = |from: usize| (0..headline.len()).map(|at| common(from, at)).max().unwrap_or(0);
    let begins = (0..words.len()).filter(|&from| words[from].starts_with(char::is_uppercase));
    let runs = begins.map(|from| from..from + longest(from)).filter(|run| run.len() >= SHORTEST_TITLE);
    runs.max_by_key(Range::len)
}

fn is_deck(line: &str) -> bool {
    let plain = !shape::ends_sentence(line) && !line.ends_with(':') && shape::teaser(line).is_none();
    let furniture = shape::is_noise(line) || super::credit::label(line).is_some();
    let count = shape::words(line);
    plain && !furniture && count <= LONGEST_DECK && (count >= SHORTEST_DECK || shape::has_verb(line))
}

/// The authors of a line `By Alex Field and Jo Winter, TV editors`.
fn byline(line: &str) -> Option<Vec<Person>> {
    let begin = line.get(..3).filter(|begin| begin.eq_ignore_ascii_case("by "))?;
    let names = line[begin.len()..].split([',', '|', '\u{2022}']).next()?.trim();
    let capital = |word: &str| word.starts_with(char::is_uppercase) || word == "and" || word == "&";
    let fits =
        shape::words(names) <= 9 && names.split_whitespace().all(capital) && !shape::ends_sentence(line);
    let parts = names
        .split(" and ")
        .flat_map(|part| part.split(" & "))
        .map(str::trim)
        .filter(|part| !part.is_empty());
    let people: Vec<Person> = parts.map(person).collect();
    (fits && !people.is_empty()).then_some(people)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(lines: &[&str]) -> (Option<String>, usize, usize) {
        let lines: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
        let head = cut("Eva Holm Is the New Anna Lind in Lantern", &lines);
        (head.deck, head.authors.len(), head.after.len())
    }

    #[test]
    fn second_line_is_a_caption_or_a_deck_or_the_first_paragraph() {
        assert_eq!(of(&["Eva Holm as the detective in Anna Lind", "It begins."]), (None, 0, 1));
        assert_eq!(of(&["Anna Lind (Photo: Getty)", "It begins."]), (None, 0, 1));
        let deck = "The actress says that the crossover comes first";
        assert_eq!(of(&[deck, "It begins."]), (Some(deck.into()), 0, 1));
        assert_eq!(of(&["The series is back.", "It begins."]), (None, 0, 2));
    }

    #[test]
    fn title_with_a_verb_in_it_makes_no_deck_of_a_caption() {
        assert_eq!(of(&["Jo Winter in Eva Holm is the New Anna Lind", "It begins."]), (None, 0, 1));
        let deck = "Jo Winter says that Eva Holm is the new Anna Lind";
        assert_eq!(of(&[deck, "It begins."]), (Some(deck.into()), 0, 1));
    }

    #[test]
    fn longest_title_counts_and_a_long_line_has_none() {
        let headline = "Eva Holm Is the New Anna Lind in Lantern";
        let title = |line: &str| with_title(line, headline);
        assert_eq!(title("Jo Winter in the new Anna Lind in Lantern"), "Jo Winter in the new Title");
        assert_eq!(title("Eva Holm is the one"), "Title one");
        assert_eq!(title("Anna Lind"), "Anna Lind");
        let long = "Anna Lind in Lantern ".repeat(30);
        assert_eq!(title(&long), long);
    }

    #[test]
    fn byline_and_date_leave_the_body() {
        assert_eq!(
            of(&["By Alex Field and Jo Winter, TV editors", "17 August 2016, 10:30 BST", "It begins."]),
            (None, 2, 1)
        );
        assert_eq!(of(&["By the time it was over, nobody had moved.", "It begins."]), (None, 0, 2));
    }
}
