//! Cutting plain text where a reader would, in whatever script: behind a sentence, else behind a word, and
//! never within what is one letter to a reader.

use std::sync::LazyLock;

use memchr::memmem::Finder;
use unicode_segmentation::GraphemeCursor;

use crate::languages;

mod sentences;

use sentences::Sentences;

/// Marks that end a sentence where a blank follows.
const STOPS: &[char] = &['.', '!', '?', '\u{2026}', '\u{61f}', '\u{6d4}', '\u{964}', '\u{965}', '\u{589}'];
/// Marks that end a sentence whatever follows: of scripts that write no blanks between sentences.
const WIDE_STOPS: &[char] = &[
    '\u{3002}', '\u{ff01}', '\u{ff1f}', '\u{ff61}', '\u{ff0e}', '\u{104b}', '\u{17d4}', '\u{f0d}', '\u{f0e}',
    '\u{1362}',
];
/// What belongs to the sentence before it: closing quotation marks and brackets.
const CLOSING: &str =
    "\"')]\u{201d}\u{2019}\u{bb}\u{203a}\u{300d}\u{300f}\u{3011}\u{3015}\u{ff09}\u{300b}\u{3009}\u{ff63}";
/// Marks within a sentence, behind which it may be cut where there are no blanks, and which end no text.
const PAUSES: &[char] = &[
    ',', ';', ':', '-', '\u{2013}', '\u{2014}', '\u{ff0c}', '\u{3001}', '\u{ff1b}', '\u{ff1a}', '\u{60c}',
    '\u{61b}', '\u{b7}',
];
/// Bytes at the end of a text in which a line on its origin is looked for.
const TAIL: usize = 500;

/// The beginning of a text, at most `limit` characters: whole sentences where one fits into the
/// second half of the limit, else whole words and an ellipsis.
pub fn at_sentence(text: &str, limit: usize) -> String {
    let text = text.trim();
    let Some((end, half)) = window(text, limit) else { return text.to_owned() };
    match last_sentence_end(text, end) {
        Some(stop) if stop >= half => text[..stop].to_owned(),
        _ => words(text, end, half),
    }
}

/// The beginning of a text, at most `limit` characters: whole words, and an ellipsis where something is
/// missing.
pub fn at_word(text: &str, limit: usize) -> String {
    match window(text, limit) {
        Some((end, half)) => words(text, end, half),
        None => text.to_owned(),
    }
}

/// Where the window of so many characters ends, and its middle; `None` for a text that fits.
fn window(text: &str, limit: usize) -> Option<(usize, usize)> {
    let (end, _) = text.char_indices().nth(limit)?;
    let half = text.char_indices().nth(limit / 2).map_or(0, |(at, _)| at);
    Some((end, half))
}

/// Whole words up to `end`; where that would leave less than `half`, as in scripts without blanks, up to a
/// pause, else as many letters as there is room for.
fn words(text: &str, end: usize, half: usize) -> String {
    let window = &text[..end];
    let blank = window.rfind(char::is_whitespace).filter(|at| *at >= half);
    let pause = || window.rfind(PAUSES).filter(|at| *at >= half);
    let cut = blank.or_else(pause).unwrap_or_else(|| letter_end(text, end));
    let kept = text[..cut].trim_end_matches(|c: char| c.is_whitespace() || PAUSES.contains(&c));
    format!("{kept}\u{2026}")
}

/// The last place up to `end` that is between two letters, with all that is written onto them.
fn letter_end(text: &str, end: usize) -> usize {
    let mut cursor = GraphemeCursor::new(end, text.len(), true);
    match cursor.is_boundary(text, 0) {
        Ok(true) => end,
        _ => cursor.prev_boundary(text, 0).ok().flatten().filter(|at| *at > 0).unwrap_or(end),
    }
}

/// Where the last sentence that ends up to `end` ends: behind its stop and what closes it.
fn last_sentence_end(text: &str, end: usize) -> Option<usize> {
    let mut found = None;
    let mut sentences = Sentences::of(text);
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next().filter(|(at, _)| *at < end) {
        let mut is_wide = WIDE_STOPS.contains(&c);
        if !is_wide && !STOPS.contains(&c) {
            continue;
        }
        let mut stop = at + c.len_utf8();
        while let Some(&(next, closing)) = chars.peek() {
            let goes_on = STOPS.contains(&closing) || WIDE_STOPS.contains(&closing);
            if !goes_on && !CLOSING.contains(closing) {
                break;
            }
            is_wide |= WIDE_STOPS.contains(&closing);
            stop = next + closing.len_utf8();
            chars.next();
        }
        let is_end = is_wide || chars.peek().is_none_or(|(_, next)| next.is_whitespace());
        let is_end = is_end && stop <= end;
        if is_end && (is_wide || sentences.end(at, stop)) {
            found = Some(stop);
        }
    }
    found
}

/// A text on one line. What stood on lines of its own and is no sentence, as headings, items and cells do,
/// is divided from what follows by a mark.
pub fn on_one_line(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if !out.is_empty() {
            let is_open = out.ends_with(|c: char| c.is_alphanumeric() || c == ')' || c == '%');
            out.push_str(if is_open { " \u{b7} " } else { " " });
        }
        out.push_str(line);
    }
    out
}

/// A text without the line that WordPress and others write below each: `The post … appeared first on …`.
/// It says where a text is from, and nothing of what is in it.
pub fn without_origin(text: &str) -> &str {
    static PATTERNS: LazyLock<Vec<(&str, Finder<'_>)>> = LazyLock::new(|| {
        let all = languages::all().iter().flat_map(|language| language.wording.origins.split('|'));
        let parts = all.filter_map(|pattern| pattern.split_once('*')).filter(|(_, then)| !then.is_empty());
        parts.map(|(begin, then)| (begin, Finder::new(then))).collect()
    });
    let text = text.trim_end();
    let mut from = text.len().saturating_sub(TAIL);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    // Nearly every text has none of them.
    let tail = &text.as_bytes()[from..];
    let likely: Vec<_> = PATTERNS.iter().filter(|(_, then)| then.find(tail).is_some()).collect();
    if likely.is_empty() {
        return text;
    }
    // It is the last sentence, or begins in one of the last: a headline may have stops.
    for (start, is_line) in sentence_starts(text, from) {
        let rest = &text[start..];
        let is_origin = |(begin, then): &&(&str, Finder<'_>)| {
            // Where the headline comes first, only a line of its own is surely that.
            let is_begun = if begin.is_empty() { is_line && start > 0 } else { rest.starts_with(begin) };
            is_begun && then.find(&rest.as_bytes()[begin.len()..]).is_some()
        };
        if likely.iter().any(is_origin) {
            return text[..start].trim_end();
        }
    }
    text
}

/// Where sentences and lines begin behind `from`, the last ones first; whether it is a line.
fn sentence_starts(text: &str, from: usize) -> Vec<(usize, bool)> {
    let mut starts: Vec<(usize, bool)> = if from == 0 { vec![(0, true)] } else { Vec::new() };
    let (mut stopped, mut line) = (false, false);
    for (at, c) in text[from..].char_indices() {
        if c.is_whitespace() {
            line |= c == '\n';
            continue;
        }
        if line || stopped && text[..from + at].ends_with(char::is_whitespace) {
            starts.push((from + at, line));
        }
        line = false;
        stopped = STOPS.contains(&c) || WIDE_STOPS.contains(&c) || CLOSING.contains(c);
    }
    starts.reverse();
    starts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_text_stays_whole() {
        assert_eq!(at_sentence(" A b. ", 20), "A b.");
        assert_eq!(at_word("A b", 20), "A b");
    }

    #[test]
    fn text_is_cut_behind_the_last_sentence_that_fits() {
        for (text, limit, cut) in [
            (
                "One is here. \u{201c}Two is.\u{201d} Three is too long",
                30,
                "One is here. \u{201c}Two is.\u{201d}",
            ),
            ("渡轮恢复运行。船长说一切正常。港口开放", 16, "渡轮恢复运行。船长说一切正常。"),
            ("「船は出る。」と船長は言った。次の便は", 16, "「船は出る。」と船長は言った。"),
            ("本当か？本当だ！それから長い話が", 10, "本当か？本当だ！"),
            ("नाव चल पड़ी। कप्तान खुश है और", 15, "नाव चल पड़ी।"),
            ("عادت العبارة؟ قال القبطان إن", 18, "عادت العبارة؟"),
            ("It costs 3.14 pounds or so", 11, "It costs\u{2026}"),
            ("The bells of St. Mary's rang for hours", 20, "The bells of St.\u{2026}"),
        ] {
            assert_eq!(at_sentence(text, limit), cut);
        }
    }

    #[test]
    fn without_a_sentence_it_is_cut_at_a_word_and_without_words_at_a_letter() {
        for (text, limit, cut) in [
            ("alpha beta, gamma delta", 14, "alpha beta\u{2026}"),
            (
                "【东京 共同社】港口的渡轮在三天之后终于恢复运行",
                16,
                "【东京 共同社】港口的渡轮在三天\u{2026}",
            ),
            ("港口的渡轮在三天之后，终于恢复运行", 13, "港口的渡轮在三天之后\u{2026}"),
            ("เรือข้ามฟากกลับมาแล้ว กัปตันดีใจมาก", 26, "เรือข้ามฟากกลับมาแล้ว\u{2026}"),
            (
                "👨\u{200d}👩\u{200d}👧👨\u{200d}👩\u{200d}👧👨\u{200d}👩\u{200d}👧",
                8,
                "👨\u{200d}👩\u{200d}👧\u{2026}",
            ),
            ("aaaae\u{301}\u{302}bbbb", 6, "aaaa\u{2026}"),
        ] {
            assert_eq!(at_sentence(text, limit), cut);
        }
    }

    #[test]
    fn what_stood_on_lines_of_its_own_does_not_run_together() {
        assert_eq!(
            on_one_line("Prices\nBread\n2.10\n\nThat is all.\nReally."),
            "Prices \u{b7} Bread \u{b7} 2.10 \u{b7} That is all. Really."
        );
    }

    #[test]
    fn a_line_on_the_origin_is_no_part_of_a_text() {
        for line in [
            "The post Old ropes appeared first on Harbour.",
            "Der Beitrag Alte Taue erschien zuerst auf Hafen.",
            "La entrada Cabos viejos se publicó primero en Puerto.",
            "投稿 古い綱 は 港 に最初に表示されました。",
        ] {
            assert_eq!(without_origin(&format!("Ropes are old.\n{line}")), "Ropes are old.");
            assert_eq!(without_origin(line), "");
        }
        assert_eq!(without_origin("Ropes. The post Old ropes appeared first on Harbour."), "Ropes.");
        for same in ["The post office is closed.", "It appeared first on stage.", ""] {
            assert_eq!(without_origin(same), same);
        }
    }
}
