//! Cutting plain text where a reader would.

/// The beginning of a text, at most `limit` characters: whole sentences where one fits into the
/// second half of the limit, else whole words and an ellipsis.
pub fn at_sentence(text: &str, limit: usize) -> String {
    let text = text.trim();
    let Some((end, _)) = text.char_indices().nth(limit) else { return text.to_owned() };
    let window = &text[..end];
    let half = window.char_indices().nth(limit / 2).map_or(0, |(at, _)| at);
    match last_sentence_end(window) {
        Some(stop) if stop >= half => window[..stop].to_owned(),
        _ => {
            let word = window.rfind(char::is_whitespace).unwrap_or(end);
            format!("{}\u{2026}", window[..word].trim_end_matches([' ', ',', ';', ':', '\n']))
        }
    }
}

/// Where the last sentence of a text ends: behind a full stop and its closing quotation mark.
fn last_sentence_end(text: &str) -> Option<usize> {
    let mut found = None;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if !matches!(c, '.' | '!' | '?' | '\u{2026}' | '\u{3002}') {
            continue;
        }
        let mut end = at + c.len_utf8();
        while let Some(&(next, closing)) = chars.peek() {
            if !matches!(closing, '"' | '\'' | '\u{201d}' | '\u{2019}' | ')' | '\u{bb}' | '.') {
                break;
            }
            end = next + closing.len_utf8();
            chars.next();
        }
        if chars.peek().is_none_or(|(_, next)| next.is_whitespace()) {
            found = Some(end);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::at_sentence;

    #[test]
    fn short_text_stays_whole() {
        assert_eq!(at_sentence(" A b. ", 20), "A b.");
    }

    #[test]
    fn text_is_cut_behind_the_last_sentence_that_fits() {
        assert_eq!(
            at_sentence("One is here. \u{201c}Two is.\u{201d} Three is too long", 30),
            "One is here. \u{201c}Two is.\u{201d}"
        );
    }

    #[test]
    fn without_a_sentence_it_is_cut_at_a_word() {
        assert_eq!(at_sentence("alpha beta, gamma delta", 14), "alpha beta\u{2026}");
    }
}
