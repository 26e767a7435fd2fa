//! White space folded: words divided by single spaces or newlines.

use super::bytes::table;

/// What a white space character can begin with.
static BLANKS: [bool; 256] = table(b"\t\n\x0b\x0c\r \xc2\xe1\xe2\xe3");

/// What divides the next word from the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gap {
    None,
    Space,
    Line,
}

/// Text with its white space folded.
pub(super) struct Folded {
    pub(super) text: String,
    pub(super) gap: Gap,
}

impl Folded {
    pub(super) fn with_room(bytes: usize) -> Self {
        Self { text: String::with_capacity(bytes), gap: Gap::None }
    }

    pub(super) fn push(&mut self, text: &str) {
        let bytes = text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            let blank = blank(bytes, at);
            if blank > 0 {
                at += blank;
                if self.gap == Gap::None {
                    self.gap = Gap::Space;
                }
                continue;
            }
            let end = words_end(bytes, at);
            match self.gap {
                _ if self.text.is_empty() => {}
                Gap::None => {}
                Gap::Space => self.text.push(' '),
                Gap::Line => self.text.push('\n'),
            }
            self.gap = Gap::None;
            self.text.push_str(&text[at..end]);
            at = end;
        }
    }
}

/// The bytes of the white space character that begins at `at`; 0 where there is none.
#[inline]
pub fn blank(bytes: &[u8], at: usize) -> usize {
    if !BLANKS[usize::from(bytes[at])] {
        return 0;
    }
    match bytes[at..] {
        [9..=13 | b' ', ..] => 1,
        [0xc2, 0x85 | 0xa0, ..] => 2,
        [0xe1, 0x9a, 0x80, ..] | [0xe2, 0x81, 0x9f, ..] | [0xe3, 0x80, 0x80, ..] => 3,
        [0xe2, 0x80, 0x80..=0x8a | 0xa8 | 0xa9 | 0xaf, ..] => 3,
        _ => 0,
    }
}

/// The end of the words that begin at `at`, as far as single spaces divide them: they are taken as
/// they are.
fn words_end(bytes: &[u8], at: usize) -> usize {
    let mut at = at;
    while let Some(&byte) = bytes.get(at) {
        if BLANKS[usize::from(byte)] {
            let single = byte == b' ' && bytes.get(at + 1).is_some() && blank(bytes, at + 1) == 0;
            if !single && blank(bytes, at) > 0 {
                break;
            }
        }
        at += 1;
    }
    at
}

/// The text on one line: words divided by single spaces, none at its ends.
pub fn one_line(text: &str) -> String {
    let mut out = Folded::with_room(text.len());
    out.push(text);
    out.text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_white_space_is_folded_as_the_standard_library_divides_words() {
        let blanks: String = (char::MIN..=char::MAX).filter(|c| c.is_whitespace()).collect();
        assert!(blanks.char_indices().all(|(at, c)| blank(blanks.as_bytes(), at) == c.len_utf8()));
        let others = (char::MIN..=char::MAX).filter(|c| !c.is_whitespace());
        assert!(others.into_iter().all(|c| blank(c.to_string().as_bytes(), 0) == 0));
        let texts = [
            "a b",
            " a  b ",
            "a\u{a0}b \u{3000}c",
            "\u{2026}a \u{2009} é\r\n\tb",
            "a b c  d e",
            " ",
            "",
            "日 本　語",
        ];
        for text in texts.into_iter().chain([blanks.as_str()]) {
            assert_eq!(one_line(text), text.split_whitespace().collect::<Vec<_>>().join(" "), "{text:?}");
        }
    }
}
