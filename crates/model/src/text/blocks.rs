//! Elements of HTML that stand on lines of their own.

/// Elements that stand on lines of their own.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "br",
    "caption",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "legend",
    "li",
    "main",
    "nav",
    "ol",
    "option",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
];

/// Whether an element stands on lines of its own.
pub fn is_block(name: &str) -> bool {
    is_one_of(name, BLOCKS)
}

/// Whether a name is one of these, in whatever ASCII case; they are in small letters, in the order of
/// their bytes, and no longer than 12.
pub fn is_one_of(name: &str, these: &[&str]) -> bool {
    let mut small = [0; 12];
    let Some(small) = small.get_mut(..name.len()) else { return false };
    small.copy_from_slice(name.as_bytes());
    small.make_ascii_lowercase();
    these.binary_search_by(|one| one.as_bytes().cmp(small)).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_block_is_found_in_whatever_case_and_nothing_else() {
        for block in BLOCKS {
            assert!(is_one_of(block, BLOCKS) && is_one_of(&block.to_ascii_uppercase(), BLOCKS), "{block}");
        }
        for other in ["", "b", "blockquotes", "figcaptions-of-old", "h7", "pr", "t\u{e9}"] {
            assert!(!is_one_of(other, BLOCKS), "{other}");
        }
    }
}
