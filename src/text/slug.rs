//! The part of an address that is made from a headline.

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
    use super::slug;

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
    fn long_headlines_are_cut_at_a_word() {
        let long = slug(&"seventeen letters ".repeat(9));
        assert!(long.len() <= 80 && !long.ends_with('-') && long.ends_with("letters"), "{long}");
    }
}
