//! What is written together: words of scripts that put no blanks between them, and small words that some languages
//! write in front of others.
//!
//! No dictionary. Chinese and Korean give pairs of neighbours; Japanese those of its Chinese characters, and a run
//! of katakana, in which it writes foreign names, as one word; Thai three groups of letters at a time.

use super::{Kind, Scan, Token};

/// What a language writes together that others write apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Joins {
    /// Nothing, as far as is known.
    Nothing,
    /// Small words in front of others: what stands here, each once at most, in this order. So many letters must
    /// be left.
    Before(&'static [&'static str], usize),
    /// All its words. The characters that are small words of their own or endings make a pair say nothing.
    Pairs(&'static str),
    /// All its words; a character is half a syllable.
    Clusters,
}

impl Joins {
    /// Those of a language by its code.
    pub(super) fn of(code: &str) -> Self {
        match code {
            "ar" => Self::Before(ARABIC, 3),
            "he" => Self::Before(HEBREW, 3),
            "zh" => Self::Pairs(CHINESE),
            "ja" => Self::Pairs(""),
            "th" => Self::Clusters,
            _ => Self::Nothing,
        }
    }
}

/// What Arabic writes in front of a word: and, so; in, to, as; the.
const ARABIC: &[&str] = &["\u{648}", "\u{641}", "\u{628}", "\u{644}\u{644}", "\u{643}", "\u{627}\u{644}"];
/// What Hebrew writes in front of a word: and; that; from, in, to, as; the.
const HEBREW: &[&str] = &["\u{5d5}", "\u{5e9}", "\u{5de}", "\u{5d1}", "\u{5dc}", "\u{5db}", "\u{5d4}"];
/// Chinese characters that are small words.
const CHINESE: &str = "的了是在和与與也就都把被这這那着及或而但為为";

/// Letters of scripts that put no spaces between words.
pub(super) fn dense(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' | '\u{20000}'..='\u{3ffff}')
}

/// Groups of Thai letters that are taken for a word.
const CLUSTERS: usize = 3;

fn thai(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{e7f}')
}

fn katakana(c: char) -> bool {
    matches!(c, '\u{30a0}'..='\u{30ff}')
}

fn hiragana(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{309f}')
}

/// Takes off a word what its language writes in front of words, in this order, as long as so many letters are left.
pub(super) fn unprefix(word: &mut String, prefixes: &[&str], left: usize) {
    let mut cut = 0;
    for prefix in prefixes {
        if word[cut..].starts_with(prefix) && word[cut + prefix.len()..].chars().nth(left - 1).is_some() {
            cut += prefix.len();
        }
    }
    word.drain(..cut);
}

impl Scan<'_> {
    /// A run of letters of a script without spaces; where it ends.
    pub(super) fn joined(&mut self, text: &str, at: usize, sink: &mut impl FnMut(Token<'_>)) -> usize {
        let first = text[at..].chars().next().unwrap_or_default();
        match self.joins {
            Joins::Pairs(_) if katakana(first) => self.katakana(text, at, sink),
            Joins::Clusters if thai(first) => self.clusters(text, at, sink),
            _ => self.dense(text, at, sink),
        }
    }

    /// A run of letters of a script without spaces: each pair of neighbours, or the single letter.
    fn dense(&mut self, text: &str, start: usize, sink: &mut impl FnMut(Token<'_>)) -> usize {
        let (pairs, small) = match self.joins {
            Joins::Pairs(small) => (true, small),
            _ => (false, ""),
        };
        let mut letters = text[start..]
            .char_indices()
            .take_while(|(_, c)| dense(*c) && !(pairs && katakana(*c)))
            .peekable();
        let mut end = start;
        let mut alone = true;
        let empty = |c: char| hiragana(c) || small.contains(c);
        while let Some((at, c)) = letters.next() {
            end = start + at + c.len_utf8();
            let next = letters.peek().map(|(_, next)| *next);
            if next.is_none() && !alone {
                break;
            }
            alone = false;
            self.word.clear();
            self.word.push(c);
            self.word.extend(next);
            let says = !pairs || !(empty(c) || next.is_some_and(empty));
            self.give(start + at, if says { Kind::Word } else { Kind::Stop }, false, sink);
        }
        end
    }

    /// A run of the letters in which Japanese writes foreign words and names: one word.
    fn katakana(&mut self, text: &str, start: usize, sink: &mut impl FnMut(Token<'_>)) -> usize {
        let length: usize = text[start..].chars().take_while(|c| katakana(*c)).map(char::len_utf8).sum();
        self.word.clear();
        text[start..start + length].chars().for_each(|c| self.push(c));
        self.give(start, Kind::Word, false, sink);
        start + length
    }

    /// A run of Thai: each three neighbours of the groups that a consonant makes with its vowels and tones,
    /// or as many as there are.
    fn clusters(&mut self, text: &str, start: usize, sink: &mut impl FnMut(Token<'_>)) -> usize {
        let mut starts = [start; 3];
        let (mut groups, mut led, mut end) = (0_usize, false, start);
        let run = text[start..].char_indices().take_while(|(_, c)| thai(*c));
        for (at, c) in run {
            let leads = matches!(c, '\u{e40}'..='\u{e44}');
            let begins = leads || matches!(c, '\u{e01}'..='\u{e2f}') && !led;
            led = leads;
            if begins {
                if groups >= CLUSTERS {
                    self.cluster(text, starts[0], start + at, sink);
                }
                if groups > 0 {
                    starts.rotate_left(usize::from(groups >= CLUSTERS));
                }
                starts[groups.min(CLUSTERS - 1)] = start + at;
                groups += 1;
            }
            end = start + at + c.len_utf8();
        }
        self.cluster(text, starts[0], end, sink);
        end
    }

    fn cluster(&mut self, text: &str, start: usize, end: usize, sink: &mut impl FnMut(Token<'_>)) {
        self.word.clear();
        text[start..end].chars().for_each(|c| self.push(c));
        self.give(start, Kind::Word, false, sink);
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Kind, Tongue, each_of};

    fn words(text: &str, code: &str) -> Vec<String> {
        let mut found = Vec::new();
        each_of(text, Tongue::of(code), |token| {
            if token.kind != Kind::Stop {
                found.push(token.text.to_owned());
            }
        });
        found
    }

    #[test]
    fn katakana_is_one_word_and_hiragana_none() {
        assert_eq!(words("新工場をアステリオンが建てる。", "ja"), ["新工", "工場", "アステリオン"]);
    }

    #[test]
    fn a_pair_with_a_small_word_in_it_says_nothing() {
        assert_eq!(words("飞船的货舱", "zh"), ["飞船", "货舱"]);
    }

    #[test]
    fn thai_is_read_by_three_groups_of_letters() {
        assert_eq!(words("แม่น้ำ", "th"), ["แม่น้ำ"]);
        assert_eq!(words("ตลาดเก่า", "th"), ["ตลาด", "ลาดเก่า"]);
    }

    #[test]
    fn what_stands_in_front_of_a_word_is_no_part_of_it() {
        assert_eq!(words("والمدينة بالمدينة مدينة", "ar"), ["مدينة"; 3]);
        assert_eq!(words("והרכבת ברכבת רכבת", "he"), ["רכבת"; 3]);
    }

    #[test]
    fn a_short_word_keeps_its_first_letters() {
        assert_eq!(words("وعد", "ar"), ["وعد"]);
    }
}
