//! Text that is meant to be no HTML: does it hold markup all the same?

use super::html::{self, HTML4_ENTITIES};

/// What was found in a text.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Markup {
    /// The end tag of an HTML element.
    EndTag(String),
    /// Something a reader will decode as a reference.
    Reference(String),
    /// A `<` or reference that some readers take for markup.
    Literal,
}

/// The first markup in a text that should have none.
pub(super) fn markup(text: &str) -> Option<Markup> {
    memchr::memchr2(b'<', b'&', text.as_bytes())?;
    if let Some(tag) = end_tag(text) {
        return Some(Markup::EndTag(tag.to_owned()));
    }
    let mut names = references(text).peekable();
    if names.peek().is_some() {
        return names.find(|name| is_reference(name)).map(|name| Markup::Reference(name.to_owned()));
    }
    looks_like_markup(text).then_some(Markup::Literal)
}

fn end_tag(text: &str) -> Option<&str> {
    text.split("</")
        .skip(1)
        .filter_map(|rest| rest.split_once('>'))
        .map(|(name, _)| name)
        .find(|name| html::is_html(&name.to_lowercase()))
}

/// What follows each `&`: `#` and word characters.
fn references(text: &str) -> impl Iterator<Item = &str> {
    text.split('&').skip(1).filter_map(|rest| {
        let body = rest.strip_prefix('#').unwrap_or(rest);
        let end = body.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(body.len());
        (end > 0).then(|| &rest[..rest.len() - body.len() + end])
    })
}

fn is_reference(name: &str) -> bool {
    name == "apos"
        || !name.chars().all(char::is_alphabetic)
        || HTML4_ENTITIES.split(' ').any(|known| known == name)
}

fn looks_like_markup(text: &str) -> bool {
    text.split('<').skip(1).any(|rest| rest.starts_with(|c: char| c == '/' || c.is_ascii_alphabetic()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_in_plain_text_is_named() {
        assert_eq!(markup("AT&T and a < b"), None);
        assert_eq!(markup("<b>x</b>"), Some(Markup::EndTag("b".into())));
        assert_eq!(markup("R&amp;B"), Some(Markup::Reference("amp".into())));
        assert_eq!(markup("it&#8217;s"), Some(Markup::Reference("#8217".into())));
        assert_eq!(markup("x <b"), Some(Markup::Literal));
    }
}
