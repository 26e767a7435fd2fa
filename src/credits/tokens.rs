//! A line of text cut into words, marks and addresses, once, for every rule to look at.
//!
//! Linear, and nothing is copied: a token is a piece of the line. Refuses nothing.

use crate::text::plain::blank;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Letters and digits, with what holds them together: `O'Hara`, `Kottke.org`, `GamesRadar+`, `h/t`.
    Word,
    /// One other character.
    Mark,
    /// An address that begins with `http://`, `https://` or `www.`.
    Address,
}

/// A piece of the line, in bytes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: Kind,
}

/// One paragraph and its tokens. Asking behind either end is allowed and finds nothing.
#[derive(Debug)]
pub(super) struct Line<'t> {
    pub(super) text: &'t str,
    pub(super) tokens: Vec<Token>,
    /// Where the line begins in the page, in bytes.
    pub(super) offset: usize,
}

impl<'t> Line<'t> {
    pub(super) fn new(text: &'t str, offset: usize) -> Self {
        Self { text, tokens: cut(text), offset }
    }

    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The token's text, empty behind the end.
    pub(super) fn piece(&self, at: usize) -> &'t str {
        self.tokens.get(at).map_or("", |token| &self.text[token.start..token.end])
    }

    /// The word at `at`, empty where there is none.
    pub(super) fn word(&self, at: usize) -> &'t str {
        match self.tokens.get(at) {
            Some(Token { start, end, kind: Kind::Word }) => &self.text[*start..*end],
            _ => "",
        }
    }

    /// Whether the word at `at` is this one, in whatever case.
    pub(super) fn is(&self, at: usize, word: &str) -> bool {
        self.word(at).eq_ignore_ascii_case(word)
    }

    pub(super) fn is_any(&self, at: usize, words: &[&str]) -> bool {
        let word = self.word(at);
        !word.is_empty() && words.iter().any(|each| word.eq_ignore_ascii_case(each))
    }

    /// The mark at `at`.
    pub(super) fn mark(&self, at: usize) -> Option<char> {
        match self.tokens.get(at) {
            Some(Token { kind: Kind::Mark, .. }) => self.piece(at).chars().next(),
            _ => None,
        }
    }

    pub(super) fn is_mark(&self, at: usize, marks: &str) -> bool {
        self.mark(at).is_some_and(|mark| marks.contains(mark))
    }

    /// The text of the tokens from `first` up to `end`.
    pub(super) fn slice(&self, first: usize, end: usize) -> &'t str {
        match (self.tokens.get(first), end.checked_sub(1).and_then(|last| self.tokens.get(last))) {
            (Some(from), Some(to)) if from.start < to.end => &self.text[from.start..to.end],
            _ => "",
        }
    }

    /// Whether white space stands before the token.
    pub(super) fn gap(&self, at: usize) -> bool {
        at == 0
            || self.tokens.get(at).is_some_and(|token| {
                self.text[..token.start].chars().next_back().is_some_and(char::is_whitespace)
            })
    }

    /// Whether a sentence, a bracket or a quotation begins at `at`.
    pub(super) fn opens(&self, at: usize) -> bool {
        at == 0 || self.is_mark(at - 1, ".!?:;()[]{}|\u{2022}\u{2014}\u{2013}-\u{201c}\"\u{201d}\u{2026}*")
    }

    /// Whether a sentence, clause or bracket has ended when `at` is reached.
    pub(super) fn closes(&self, at: usize) -> bool {
        at >= self.len() || self.is_mark(at, ".!?;()[]{}|\u{2022}\u{2014}\u{2013}\u{2026}*")
    }

    /// The first token of the sentence that holds `at`; looks at most 60 tokens back.
    pub(super) fn sentence(&self, at: usize) -> usize {
        let floor = at.saturating_sub(60);
        (floor..at).rev().find(|&i| self.is_mark(i, ".!?") && self.gap(i + 1)).map_or(floor, |i| i + 1)
    }
}

/// Whether the word begins with a capital letter or a digit, as a name does. Scripts without
/// capitals write every word so.
pub(super) fn is_capital(word: &str) -> bool {
    word.chars().next().is_some_and(|c| c.is_ascii_digit() || c.is_alphabetic() && !c.is_lowercase())
}

/// The word without the `'s` or `'` of the possessive.
pub(super) fn bare(word: &str) -> &str {
    if !word.ends_with(['s', 'S']) {
        return word;
    }
    for tail in ["'s", "\u{2019}s", "'S", "\u{2019}S"] {
        if let Some(rest) = word.strip_suffix(tail) {
            return rest;
        }
    }
    word
}

fn cut(text: &str) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(text.len() / 5);
    let mut at = 0;
    while at < text.len() {
        // Nearly all words are plain letters; those that may begin an address or `h/t` are looked at closely.
        if let Some(end) = plain_word(text.as_bytes(), at) {
            tokens.push(Token { start: at, end, kind: Kind::Word });
            at = end;
            continue;
        }
        let rest = &text[at..];
        let blank = blank(rest.as_bytes(), 0);
        if blank > 0 {
            at += blank;
            continue;
        }
        let Some(c) = rest.chars().next() else { break };
        let (length, kind) = if begins_address(rest) {
            (address_length(rest), Kind::Address)
        } else if c.is_alphanumeric() {
            (word_length(rest), Kind::Word)
        } else {
            (c.len_utf8(), Kind::Mark)
        };
        tokens.push(Token { start: at, end: at + length, kind });
        at += length;
    }
    tokens
}

/// The end of a word of ASCII letters and digits with no mark behind it that may hold words together.
fn plain_word(bytes: &[u8], at: usize) -> Option<usize> {
    if matches!(bytes[at], b'h' | b'H' | b'w' | b'W') {
        return None;
    }
    let end = at + bytes[at..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
    let is_over = bytes.get(end).is_none_or(|byte| byte.is_ascii() && !b"'.-&_+".contains(byte));
    (end > at && is_over).then_some(end)
}

fn begins_address(rest: &str) -> bool {
    matches!(rest.as_bytes(), [b'h' | b'H' | b'w' | b'W', ..])
        && ["http://", "https://", "www."].iter().any(|start| {
            rest.len() > start.len() && rest.as_bytes()[..start.len()].eq_ignore_ascii_case(start.as_bytes())
        })
}

fn address_length(rest: &str) -> usize {
    let end = rest
        .find(|c: char| c.is_whitespace() || "<>\"\u{201c}\u{201d}[]()|".contains(c))
        .unwrap_or(rest.len());
    rest[..end].trim_end_matches(['.', ',', ';', ':', '!', '?', '\'']).len().max(1)
}

/// Letters and digits; between two of them also `'`, `.`, `-`, `&`, `_`; `h/t`; a `+` at the end;
/// the last full stop of `U.S.`
fn word_length(rest: &str) -> usize {
    if rest.len() >= 3
        && rest.as_bytes()[..3].eq_ignore_ascii_case(b"h/t")
        && !rest[3..].starts_with(char::is_alphanumeric)
    {
        return 3;
    }
    // Nearly every word is plain letters with a blank or a stop behind.
    let plain = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
    if rest.as_bytes().get(plain).is_none_or(|byte| byte.is_ascii() && !b"'.-&_+".contains(byte)) {
        return plain;
    }
    let mut end = plain;
    let mut chars = rest[plain..].char_indices().map(|(at, c)| (plain + at, c)).peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|&(_, c)| c);
        let joins = || "'\u{2019}.-&_\u{2010}\u{2011}".contains(c) && next.is_some_and(char::is_alphanumeric);
        if c.is_alphanumeric() || is_sign(c) || joins() {
            end = at + c.len_utf8();
        } else {
            let plus = c == '+' && !next.is_some_and(char::is_alphanumeric);
            let initials = c == '.' && is_initials(&rest[..end]);
            return if plus || initials { end + 1 } else { end };
        }
    }
    end
}

/// Signs that are part of a word and no letters: Indic, Arabic and Thai vowels, accents.
fn is_sign(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}' | '\u{610}'..='\u{61a}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{93a}'..='\u{94f}'
        | '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}' | '\u{200c}' | '\u{200d}')
}

/// `U.S`, `A.V`: single letters between full stops.
fn is_initials(word: &str) -> bool {
    word.len() <= 12 && word.contains('.') && word.split('.').all(|part| part.chars().count() == 1)
}

#[cfg(test)]
mod tests {
    use super::{Kind, Line, bare};

    fn pieces(text: &str) -> Vec<&str> {
        let line = Line::new(text, 0);
        (0..line.len()).map(|i| line.piece(i)).collect()
    }

    #[test]
    fn words_keep_what_holds_them_together() {
        assert_eq!(
            pieces("O\u{2019}Hara at Kottke.org, GamesRadar+ (h/t U.S. News)."),
            ["O\u{2019}Hara", "at", "Kottke.org", ",", "GamesRadar+", "(", "h/t", "U.S.", "News", ")", "."]
        );
    }

    #[test]
    fn an_address_is_one_token_without_the_full_stop_behind_it() {
        let line = Line::new("See https://example.org/a?b=c. Then", 0);
        assert_eq!((line.piece(1), line.tokens[1].kind), ("https://example.org/a?b=c", Kind::Address));
    }

    #[test]
    fn possessives_are_bared() {
        assert_eq!(bare("Variety\u{2019}s"), "Variety");
        assert_eq!(bare("Reuters"), "Reuters");
    }
}
