//! What stands between the headline and the first paragraph: a deck, a byline, a date, captions.

use std::ops::Range;

use super::shape;

/// Longer lines without a stop are no deck.
const LONGEST_DECK: usize = 45;

/// Fewer words of a headline are no title of a work.
const SHORTEST_TITLE: usize = 3;

/// Lines of more words are no caption, whatever title stands in them; of a headline so many are looked at.
const LONGEST_WITH_TITLE: usize = 75;

/// Shorter ones without a verb are no deck.
const SHORTEST_DECK: usize = 5;

/// Whether a line below the headline belongs to a picture: a caption, or one with the title of a
/// work in it that the headline names too.
pub(super) fn is_caption(line: &str, headline: &str) -> bool {
    shape::is_caption(line) || shape::is_caption(&with_title(line, headline))
}

/// Whether a line below the headline says what the text is about. A first paragraph is never
/// taken for a deck: only a line without a final stop can be one.
pub(super) fn is_deck(line: &str, headline: &str) -> bool {
    let bullet =
        line.starts_with(['-', '\u{2022}', '*', '\u{b7}', '|', '>', '\u{2026}']) || line.contains(" | ");
    tells(line) && !bullet && !is_caption(line, headline)
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

fn tells(line: &str) -> bool {
    let plain = !shape::ends_sentence(line) && !line.ends_with(':') && shape::teaser(line).is_none();
    let furniture = shape::is_noise(line) || super::credit::label(line).is_some();
    let count = shape::words(line);
    plain && !furniture && count <= LONGEST_DECK && (count >= SHORTEST_DECK || shape::has_verb(line))
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADLINE: &str = "Eva Holm Is the New Anna Lind in Lantern";

    #[test]
    fn second_line_is_a_caption_or_a_deck() {
        assert!(is_caption("Eva Holm as the detective in Anna Lind", HEADLINE));
        assert!(is_caption("Anna Lind (Photo: Getty)", HEADLINE));
        assert!(is_deck("The actress says that the crossover comes first", HEADLINE));
        assert!(!is_deck("The series is back.", HEADLINE));
        assert!(!is_deck("Jo Winter in Eva Holm is the New Anna Lind", HEADLINE));
        assert!(is_deck("Jo Winter says that Eva Holm is the new Anna Lind", HEADLINE));
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
}
