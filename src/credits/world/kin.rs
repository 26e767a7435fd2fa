//! Whether two words are forms of one: `Известиям` and `Известия`, `Gazecie` and `Gazeta`.

/// Letters at the end that may differ.
const ENDING: usize = 3;

/// Whether two words, in lower case, have the same stem, as far as their letters tell.
pub(super) fn is_kin(one: &str, other: &str) -> bool {
    let (a, b) = (one.chars().count(), other.chars().count());
    let same = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count();
    let least = a.max(b).saturating_sub(ENDING).max(3).max(a.min(b).min(5) - usize::from(a.min(b) > 4));
    same >= least && a.abs_diff(b) <= ENDING
}

#[cfg(test)]
mod tests {
    use super::is_kin;

    #[test]
    fn forms_of_a_word_are_kin_and_other_words_are_not() {
        for (one, other) in [
            ("известиям", "известия"),
            ("gazecie", "gazeta"),
            ("wyborczej", "wyborcza"),
            ("правде", "правда"),
        ] {
            assert!(is_kin(one, other), "{one} {other}");
        }
        for (one, other) in [("kino", "kicker"), ("post", "presse"), ("welt", "werk"), ("bild", "bunte")] {
            assert!(!is_kin(one, other), "{one} {other}");
        }
    }
}
