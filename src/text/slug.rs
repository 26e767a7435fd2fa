//! The part of an address that is made from a headline.

use xxhash_rust::xxh3::xxh3_64;

/// Lower-case ASCII words joined by hyphens: letters with diacritics lose them, everything else
/// divides words. At most 80 bytes, cut at a word. Empty where nothing remains.
pub fn slug(headline: &str) -> String {
    let mut out = String::new();
    for c in headline.chars().flat_map(char::to_lowercase) {
        match c {
            'a'..='z' | '0'..='9' => out.push(c),
            '\'' | '\u{2019}' => {}
            _ => match plain_letter(c) {
                Some(letters) => out.push_str(letters),
                None if !out.is_empty() && !out.ends_with('-') => out.push('-'),
                None => {}
            },
        }
    }
    if out.len() > 80 {
        let cut = out[..=80].rfind('-').unwrap_or(80);
        out.truncate(cut);
    }
    out.trim_end_matches('-').to_owned()
}

/// The same of a headline, in which `d'eau`, `l'ora` and `qu'il` are two words, as they are in their
/// languages; `cage's` and `won't` are one. Names of sources and sections keep the form they have.
pub fn of_headline(headline: &str) -> String {
    let mut out = String::with_capacity(headline.len());
    let mut rest = headline.chars().peekable();
    let mut word = String::new();
    while let Some(c) = rest.next() {
        let apostrophe = matches!(c, '\'' | '\u{2019}');
        let divides = apostrophe && is_elided(&word) && rest.peek().is_some_and(|next| is_vowel(*next));
        out.push(if divides { ' ' } else { c });
        match c {
            _ if apostrophe || !c.is_alphabetic() => word.clear(),
            _ => word.extend(c.to_lowercase()),
        }
    }
    letters(&out)
}

/// Whether a word of Romance languages loses its vowel before another.
#[rustfmt::skip]
fn is_elided(word: &str) -> bool {
    matches!(word, "d" | "l" | "qu" | "c" | "j" | "n" | "s" | "m" | "t" | "un" | "all" | "dell" | "nell" | "sull" | "dall" | "quell"
        | "jusqu" | "lorsqu" | "puisqu" | "quelqu" | "dov" | "cos" | "com")
}

/// Whether a letter is a vowel or the silent `h`.
fn is_vowel(c: char) -> bool {
    let c = c.to_lowercase().next().unwrap_or(c);
    let first = plain_letter(c).and_then(|letters| letters.chars().next()).unwrap_or(c);
    matches!(first, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'h')
}

/// The key of what has this name: its slug; of a name without a Latin letter its own letters, and of one
/// without any letter a print. Never empty, and two names differ in it as far as their letters do.
pub fn key(name: &str) -> String {
    let nonempty = |key: &String| !key.is_empty();
    let letters = || Some(letters(name)).filter(nonempty);
    let print = || format!("named-{:08x}", xxh3_64(name.as_bytes()) >> 32);
    Some(slug(name)).filter(nonempty).or_else(letters).unwrap_or_else(print)
}

/// As [`slug`], with the letters of every script. At most 80 characters and 160 bytes, cut at a word where
/// there are words.
pub fn letters(headline: &str) -> String {
    let mut out = String::new();
    for c in headline.chars().flat_map(char::to_lowercase) {
        match c {
            '\'' | '\u{2019}' | '\u{200c}' | '\u{200d}' => {}
            _ if c.is_ascii_alphanumeric() => out.push(c),
            _ => match plain_letter(c) {
                Some(letters) => out.push_str(letters),
                None if c.is_alphanumeric() || (is_mark(c) && !out.is_empty() && !out.ends_with('-')) => {
                    out.push(c)
                }
                None if !out.is_empty() && !out.ends_with('-') => out.push('-'),
                None => {}
            },
        }
    }
    let end = out.char_indices().nth(80).map_or(out.len(), |(at, _)| at).min(160);
    if end < out.len() {
        let end = (0..=end).rev().find(|at| out.is_char_boundary(*at)).unwrap_or_default();
        let word = if out[end..].starts_with('-') { Some(end) } else { out[..end].rfind('-') };
        out.truncate(word.filter(|word| word * 2 > end).unwrap_or(end));
    }
    out.trim_end_matches('-').to_owned()
}

/// What is written onto a letter and is none by itself, in the scripts that news are written in.
fn is_mark(c: char) -> bool {
    let danda = matches!(c, '\u{964}' | '\u{965}' | '\u{970}');
    matches!(c, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5bd}' | '\u{64b}'..='\u{65f}' | '\u{670}')
        || (!danda
            && matches!(c, '\u{900}'..='\u{dff}' | '\u{e31}'..='\u{e4e}' | '\u{eb1}'..='\u{ece}' | '\u{102b}'..='\u{103e}'))
        || matches!(c, '\u{17b4}'..='\u{17d3}')
}

/// The ASCII spelling of a Latin letter with a diacritic.
fn plain_letter(c: char) -> Option<&'static str> {
    Some(match c {
        '\u{e0}'..='\u{e3}' | '\u{e5}' | '\u{101}' | '\u{103}' | '\u{105}' => "a",
        '\u{e4}' | '\u{e6}' => "ae",
        '\u{e7}' | '\u{107}' | '\u{10d}' => "c",
        '\u{10f}' | '\u{111}' => "d",
        '\u{e8}'..='\u{eb}' | '\u{113}' | '\u{117}' | '\u{119}' | '\u{11b}' => "e",
        '\u{11f}' => "g",
        '\u{ec}'..='\u{ef}' | '\u{12b}' | '\u{131}' => "i",
        '\u{13e}' | '\u{142}' => "l",
        '\u{f1}' | '\u{144}' | '\u{148}' => "n",
        '\u{f2}'..='\u{f5}' | '\u{151}' => "o",
        '\u{f6}' | '\u{f8}' | '\u{153}' => "oe",
        '\u{159}' => "r",
        '\u{15b}' | '\u{15f}' | '\u{161}' | '\u{219}' => "s",
        '\u{df}' => "ss",
        '\u{163}' | '\u{165}' | '\u{21b}' => "t",
        '\u{f9}'..='\u{fb}' | '\u{16b}' | '\u{16f}' | '\u{171}' => "u",
        '\u{fc}' => "ue",
        '\u{fd}' | '\u{ff}' => "y",
        '\u{17a}' | '\u{17c}' | '\u{17e}' => "z",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{key, letters, of_headline, slug};

    #[test]
    fn words_are_joined_by_hyphens() {
        assert_eq!(
            slug("  Luke Cage's \u{201c}first\u{201d} trailer: 9/30!"),
            "luke-cages-first-trailer-9-30"
        );
        assert_eq!(slug("Caf\u{e9} M\u{fc}ller"), "cafe-mueller");
        assert_eq!(slug("\u{6771}\u{4eac}"), "");
    }

    #[test]
    fn what_an_apostrophe_parts_in_a_headline_is_two_words_where_the_language_says_so() {
        for (headline, expected) in [
            ("Priv\u{e9}s d\u{2019}\u{e9}lectricit\u{e9}, qu'il dit", "prives-d-electricite-qu-il-dit"),
            ("L\u{2019}ora dell'acqua", "l-ora-dell-acqua"),
            ("Cage's sister won't: O'Neill on aujourd'hui", "cages-sister-wont-oneill-on-aujourdhui"),
        ] {
            assert_eq!(of_headline(headline), expected);
        }
    }

    #[test]
    fn names_of_every_script_have_keys_of_their_own() {
        for (name, its) in [
            ("The Quay Post", "the-quay-post"),
            ("Известия", "известия"),
            ("朝日新聞", "朝日新聞"),
            ("हिन्दी समाचार", "हिन्दी-समाचार"),
            ("ข่าวสด", "ข่าวสด"),
            ("ТАСС News", "news"),
        ] {
            assert_eq!(key(name), its);
        }
        assert!(key("!!!").len() > 6 && key("!!!") != key("???"));
        assert_eq!(letters("Новый iPhone 17: цены"), "новый-iphone-17-цены");
        assert_eq!(
            letters("Luke Cage's \u{201c}first\u{201d} trailer"),
            slug("Luke Cage's \u{201c}first\u{201d} trailer")
        );
        assert_eq!(letters("Vi\u{1ec7}t Nam"), "vi\u{1ec7}t-nam");
        for long in ["новости дня ".repeat(20), "新".repeat(200)] {
            let short = letters(&long);
            assert!(
                short.len() <= 160
                    && short.chars().count() <= 80
                    && !short.ends_with('-')
                    && short.len() > 100,
                "{short}"
            );
        }
    }

    #[test]
    fn long_headlines_are_cut_at_a_word() {
        let long = slug(&"seventeen letters ".repeat(9));
        assert!(long.len() <= 80 && !long.ends_with('-') && long.ends_with("letters"), "{long}");
    }
}
