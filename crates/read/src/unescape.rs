//! Character references in text and attributes: XML's five, numbers, and HTML's names.
//!
//! A `&` that starts no reference stands for itself. Nothing that a document declares is looked
//! up, so there is nothing to recurse into.

use std::borrow::Cow;

use memchr::memchr;

use super::repairs::{Mend, Repairs};
use copydesk_model::text::entities;

/// The text with its references resolved. `offset` is where it starts in the document, for repairs.
pub(super) fn unescape<'a>(text: &'a str, offset: usize, repairs: &mut Repairs) -> Cow<'a, str> {
    let bytes = text.as_bytes();
    let Some(first) = memchr(b'&', bytes) else { return Cow::Borrowed(text) };
    let mut out = String::with_capacity(text.len());
    out.push_str(&text[..first]);
    let mut at = first;
    while at < bytes.len() {
        let length = reference(&text[at..], offset + at, &mut out, repairs);
        let start = at + length;
        at = memchr(b'&', &bytes[start..]).map_or(bytes.len(), |found| start + found);
        out.push_str(&text[start..at]);
    }
    Cow::Owned(out)
}

/// Resolves the reference at the start of `text` into `out`; how many bytes it took.
#[inline]
fn reference(text: &str, offset: usize, out: &mut String, repairs: &mut Repairs) -> usize {
    let rest = &text.as_bytes()[1..];
    let (c, length) = match rest {
        [b'l', b't', b';', ..] => ('<', 4),
        [b'g', b't', b';', ..] => ('>', 4),
        [b'a', b'm', b'p', b';', ..] => ('&', 5),
        [b'q', b'u', b'o', b't', b';', ..] => ('"', 6),
        [b'a', b'p', b'o', b's', b';', ..] => ('\'', 6),
        [b'#', ..] => return numeric(text, offset, out, repairs),
        _ => return named(text, offset, out, repairs),
    };
    out.push(c);
    length
}

/// `&#…;` or `&#x…;`. A reference to a control character is dropped; one to nothing stays text.
fn numeric(text: &str, offset: usize, out: &mut String, repairs: &mut Repairs) -> usize {
    let bytes = text.as_bytes();
    let (radix, start) = if matches!(bytes.get(2), Some(b'x' | b'X')) { (16, 3) } else { (10, 2) };
    let digits = bytes[start..].iter().take(10).take_while(|byte| (**byte as char).is_digit(radix)).count();
    let end = start + digits;
    let number = u32::from_str_radix(&text[start..end], radix).ok();
    let Some(c) = number.and_then(entities::numbered) else {
        if let Some((c, length)) = entities::pair(text) {
            repairs.at(Mend::BadReference, offset);
            out.push(c);
            return length;
        }
        repairs.at(Mend::BadReference, offset);
        out.push('&');
        return 1;
    };
    if c.is_control() && !matches!(c, '\t' | '\n' | '\r') {
        repairs.at(Mend::BadReference, offset);
    } else {
        out.push(c);
    }
    if bytes.get(end) == Some(&b';') {
        return end + 1;
    }
    repairs.at(Mend::BadReference, offset);
    end
}

/// A name that HTML knows, or a `&` that stands for itself.
#[cold]
fn named(text: &str, offset: usize, out: &mut String, repairs: &mut Repairs) -> usize {
    let name = text[1..].bytes().take(entities::LONGEST + 1).take_while(u8::is_ascii_alphanumeric).count();
    if text.as_bytes().get(1 + name) == Some(&b';')
        && let Some(characters) = entities::named(&text[1..=name])
    {
        repairs.at(Mend::NamedEntity, offset);
        out.push_str(&characters);
        return name + 2;
    }
    repairs.at(Mend::BareAmpersand, offset);
    out.push('&');
    1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> String {
        unescape(text, 0, &mut Repairs::new()).into_owned()
    }

    #[test]
    fn references_are_resolved_once() {
        assert_eq!(plain("&lt;b&gt; &amp;amp; &quot;&apos;&#65;&#x42;"), "<b> &amp; \"'AB");
        assert_eq!(plain("caf&eacute; &#146;"), "café \u{2019}");
        for pair in ["&#55357;&#56832;", "&#xD83D;&#xde00;", "&#55357;&#xDE00;", "&#x1F600;"] {
            assert_eq!(plain(pair), "\u{1f600}", "{pair}");
        }
    }

    #[test]
    fn ampersands_that_start_nothing_stay() {
        for text in [
            "AT&T",
            "a & b",
            "&",
            "&;",
            "&#;",
            "&#xzz;",
            "&#55357; &#56832;",
            "&#56832;&#55357;",
            "&nosuch;",
            "?a=1&b=2",
            "&#1114112;",
        ] {
            assert_eq!(plain(text), text);
        }
    }
}
