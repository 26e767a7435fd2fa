//! Mail addresses in names: whoever gave an address to a feed did not give it to everybody.

/// Whether a text is a mail address and nothing else.
pub fn is_address(text: &str) -> bool {
    let text = text.trim().trim_start_matches("mailto:");
    let part = |part: &str| {
        !part.is_empty() && !part.contains(|c: char| c.is_whitespace() || "<>()[]\",;:@".contains(c))
    };
    text.split_once('@')
        .is_some_and(|(name, host)| part(name) && part(host) && host.trim_matches('.').contains('.'))
}

/// The name in what is said of a person: `Jane Doe <jane@paper.example>`, `jane@paper.example (Jane Doe)`
/// and `Jane Doe, jane@paper.example` are Jane Doe. `None` where an address is all there is.
///
/// ```
/// use copydesk::text::mail::name;
/// assert_eq!(name("jane@paper.example (Jane Doe)"), Some("Jane Doe"));
/// assert_eq!(name("jane@paper.example"), None);
/// ```
pub fn name(said: &str) -> Option<&str> {
    let said = said.trim();
    if !said.contains('@') {
        return Some(said).filter(|said| !said.is_empty());
    }
    let marks: &[char] =
        &['<', '>', '(', ')', '[', ']', '"', ',', ';', ':', '|', '/', '\u{2013}', '\u{2014}'];
    let pieces = said.split(|c: char| c.is_whitespace() || marks.contains(&c));
    if !pieces.into_iter().any(is_address) {
        return Some(said);
    }
    // The longest run of words between addresses and the marks around them.
    let runs = said.split(|c: char| marks.contains(&c)).flat_map(between_addresses);
    runs.filter(|run| run.chars().any(char::is_alphanumeric) && *run != "mailto").max_by_key(|run| run.len())
}

/// The runs of words of a text between the addresses in it.
fn between_addresses(text: &str) -> Vec<&str> {
    let (mut runs, mut start, mut at) = (Vec::new(), 0, 0);
    for word in text.split_inclusive(char::is_whitespace) {
        let end = at + word.len();
        if is_address(word) {
            runs.push(text[start..at].trim());
            start = end;
        }
        at = end;
    }
    runs.push(text[start..].trim());
    runs
}

#[cfg(test)]
mod tests {
    use super::{is_address, name};

    #[test]
    fn an_address_is_no_name_and_a_name_stays_without_it() {
        for said in [
            "Jane Doe",
            "Jane Doe <jane@paper.example>",
            "jane@paper.example (Jane Doe)",
            "\"Jane Doe\" <jane@paper.example>",
            "Jane Doe jane@paper.example",
            "Jane Doe, jane@paper.example",
            "Jane Doe (mailto:jane@paper.example)",
            "jane@paper.example Jane Doe",
        ] {
            assert_eq!(name(said), Some("Jane Doe"), "{said}");
        }
        for said in [
            "jane@paper.example",
            " <jane@paper.example> ",
            "mailto:jane@paper.example",
            "",
            "a@b.example, c@d.example",
        ] {
            assert_eq!(name(said), None, "{said}");
        }
        for said in ["@jane", "Jane @ Paper", "jane@home", "Doe, Jane"] {
            assert_eq!(name(said), Some(said), "{said}");
        }
        assert!(
            is_address("jane@paper.example") && !is_address("jane@paper") && !is_address("a b@c.example")
        );
    }
}
