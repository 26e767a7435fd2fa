//! Which stops end a sentence: not those of what is shortened, of initials and of ordinals, as the
//! language of the text has them.

use crate::languages::{self, Language};

/// The letters of a word that is looked up, at most.
const LONGEST: usize = 12;

/// A text that is looked at for the ends of its sentences.
pub(super) struct Sentences<'a> {
    text: &'a str,
    /// Found once, and only where a stop asks for it.
    language: Option<Option<&'static Language>>,
}

impl<'a> Sentences<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        Self { text, language: None }
    }

    /// Whether a sentence ends with the stop at `at`; what closes it reaches to `end`, and a blank follows.
    pub(super) fn end(&mut self, at: usize, end: usize) -> bool {
        let next = self.text[end..].trim_start().chars().next();
        // It goes on: `"Why?" he asked`, `ca. drei`.
        if next.is_some_and(char::is_lowercase) {
            return false;
        }
        // Several stops, or what closes a quotation, are nothing that is shortened.
        if next.is_none() || end != at + 1 || !self.text[at..].starts_with('.') {
            return true;
        }
        let word = last_word(&self.text[..at]);
        !word.is_some_and(|word| self.is_shortened(word, next.is_some_and(char::is_numeric)))
    }

    fn is_shortened(&mut self, word: &str, before_number: bool) -> bool {
        let mut letters = word.chars();
        let first = letters.next();
        let is_number = word.bytes().all(|byte| byte.is_ascii_digit());
        // `J. K.`, `z. B.`, `U.S.`
        let is_initial = letters.next().is_none() && first.is_some_and(char::is_alphabetic);
        if is_initial || word.contains('.') && !is_number && first.is_some_and(char::is_alphabetic) {
            return true;
        }
        if is_number && word.len() > 2 {
            return false;
        }
        let word = word.to_lowercase();
        let known = |language: &Language| {
            let one = |known: &str| match known.strip_suffix('#') {
                Some(known) => before_number && known == word,
                None => known == word || is_number && known == "0",
            };
            language.abbreviations.split(' ').any(one) || before_number && is_month(language, &word)
        };
        let text = self.text;
        match *self.language.get_or_insert_with(|| languages::detect(text)) {
            Some(language) => known(language),
            None => !is_number && languages::all().iter().any(|language| known(language)),
        }
    }
}

/// Whether it is a month's name, shortened.
fn is_month(language: &Language, word: &str) -> bool {
    language.months.iter().any(|forms| forms.split(' ').skip(1).any(|form| form == word))
}

/// The word that a text ends with, if it is short; with the stops in it.
fn last_word(text: &str) -> Option<&str> {
    let mut start = text.len();
    for (count, (at, c)) in text.char_indices().rev().enumerate() {
        // Marks that are written onto letters, as in Hindi, are part of them.
        let is_edge = c.is_whitespace()
            || c.is_ascii_punctuation() && c != '.'
            || "\u{ab}\u{201c}\u{201e}\u{2018}\u{2013}\u{2014}\u{a1}\u{bf}".contains(c);
        if is_edge {
            break;
        }
        if count == LONGEST {
            return None;
        }
        start = at;
    }
    Some(&text[start..]).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::super::at_sentence;

    #[test]
    fn a_stop_of_what_is_shortened_ends_no_sentence() {
        // The text, and where it ends within the window that is cut behind the bar.
        for text in [
            "It closed.| He lived near St. ~Mary's church in the old town",
            "It closed.| The book by J. K. ~Rowling was sold at noon",
            "The ship was found.| It was seen by Prof. ~Smith and others",
            "It was said in the U.S. Senate.| He met Gov. ~Smith and the others",
            "Das Schiff ist da.| Es fuhr z. B. ~Kohle und Erz nach Bremen",
            "Der Hafen war zu.| Am 3. ~Oktober wird er wieder geöffnet",
            "Der Hafen war zu.| Es kostet 5 Mio. ~Euro und mehr",
            "Le port est ouvert.| Selon M. ~Martin, il est resté fermé",
            "Le port est ouvert.| Selon Mme. ~Martin, il est resté fermé",
            "El puerto está abierto.| Lo dijo el Sr. ~Pérez a la prensa",
            "Il porto è aperto.| Lo ha detto il dott. ~Rossi alla stampa",
            "O porto está aberto.| Foi o que disse o Dr. ~Silva à imprensa",
            "De haven is open.| Dat zei dhr. ~Jansen tegen de pers",
            "Havnen er åben.| Det sker den 3. ~Oktober, siger chefen",
            "Port jest otwarty.| Tak mówi prof. ~Nowak w rozmowie z nami",
            "Порт открыт.| Об этом сказал проф. ~Иванов вчера утром",
            "Порт открыт.| Об этом писал А. С. ~Пушкин в своей книге",
            "Liman açıldı.| Bunu söyleyen Prof. ~Yılmaz ve arkadaşları için",
            "नाव चल पड़ी।| यह डॉ. ~शर्मा ने कहा और वह खुश है",
            "It closed.| It was, as he said (see No. ~5), an old ship",
            "It closed.| It opened on Sept. ~5 and stayed open all day",
            "It closed.| \"Why?\" ~he asked, and went to the other side",
        ] {
            let (before, after) = text.split_once('~').unwrap();
            let (kept, rest) = before.split_once('|').unwrap();
            let whole = format!("{kept}{rest}{after}");
            // So that the first sentence reaches into the second half of the limit.
            let lead = "Aaaa aaaa aaaa aaaa aaaa aaaa aaaa ";
            let limit = (lead.to_owned() + kept + rest).chars().count();
            assert_eq!(at_sentence(&format!("{lead}{whole}"), limit), format!("{lead}{kept}"), "{text}");
        }
    }

    #[test]
    fn other_stops_end_one() {
        for (text, cut) in [
            ("He scored twice and then 20. The match was over", "He scored twice and then 20."),
            ("It was sold in the year 2026. The ship was old", "It was sold in the year 2026."),
            ("She said that it was all for Max. The ship was old", "She said that it was all for Max."),
            ("They came with the dog etc. The ship was old and", "They came with the dog etc."),
            ("Das war im Jahr 1999. Der Hafen war da schon zu", "Das war im Jahr 1999."),
        ] {
            assert_eq!(at_sentence(text, cut.chars().count() + 6), cut);
        }
    }
}
