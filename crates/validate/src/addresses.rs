//! The addresses in HTML that a feed carries: links and images must be absolute, for an item
//! has no page that they could be relative to.

use super::html::decode;
use super::rules;
use super::values::uri::{is_uri_char, name};
use super::values::{Fault, quote};

/// Notes a fault for each relative address of `<a href>` (as first attribute) and `<img src>`.
pub(super) fn relative(html: &str, note: &mut dyn FnMut(usize, Fault)) {
    for at in memchr::memchr_iter(b'<', html.as_bytes()) {
        let tag = start_of(&html[at + 1..]);
        let value = match tag.as_bytes() {
            [b'a' | b'A', blank, ..] if blank.is_ascii_whitespace() => anchor(&tag[1..]),
            [b'i' | b'I', b'm' | b'M', b'g' | b'G', blank, ..] if blank.is_ascii_whitespace() => {
                image(&tag[3..])
            }
            _ => None,
        };
        let Some(value) = value else { continue };
        if let Some(fault) = judge(decode(value).trim()) {
            note(at, fault);
        }
    }
}

/// A tag is looked at as far as this, so that one that never ends costs no more.
const WINDOW: usize = 4096;

fn start_of(tag: &str) -> &str {
    let mut end = tag.len().min(WINDOW);
    while !tag.is_char_boundary(end) {
        end -= 1;
    }
    &tag[..end]
}

fn judge(address: &str) -> Option<Fault> {
    let scheme = address.split(':').next().filter(|scheme| scheme.len() < address.len());
    if scheme
        .is_some_and(|scheme| !scheme.is_empty() && scheme.chars().all(|c| c.is_alphanumeric() || c == '_'))
    {
        return None;
    }
    Some(match address.chars().find(|&c| c.is_ascii() && !is_uri_char(c)) {
        Some(bad) => Fault {
            rule: rules::INVALID_URI_CHAR,
            message: format!("the address {} holds {}", quote(address), name(bad)),
        },
        None => Fault {
            rule: rules::CONTAINS_REL_REF,
            message: format!("the address {} is relative", quote(address)),
        },
    })
}

fn anchor(rest: &str) -> Option<&str> {
    let rest = rest.trim_start();
    rest.get(..5).filter(|start| start.eq_ignore_ascii_case("href="))?;
    value(&rest[5..])
}

/// The last `src` of the tag.
fn image(rest: &str) -> Option<&str> {
    let tag = &rest[..memchr::memchr(b'>', rest.as_bytes())?];
    let mut end = tag.len();
    loop {
        let at = tag.as_bytes()[..end].windows(4).rposition(|window| window.eq_ignore_ascii_case(b"src="))?;
        if let Some(value) = value(&rest[at + 4..]) {
            return Some(value);
        }
        end = at + 3;
    }
}

/// A quoted value, or a bare word, followed by a blank or the end of the tag.
fn value(rest: &str) -> Option<&str> {
    let (value, after) = match rest.chars().next()? {
        quote @ ('"' | '\'') => rest[1..].split_once(quote)?,
        _ => rest.split_at(rest.find(|c: char| !c.is_alphanumeric() && c != '_' && c != '-')?),
    };
    let closed = after.starts_with(|c: char| c == '>' || c.is_whitespace());
    (closed && !value.contains('\n')).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_without_scheme_are_faults() {
        let codes = |html: &str| {
            let mut codes = Vec::new();
            relative(html, &mut |_, fault| codes.push(fault.rule.code));
            codes
        };
        assert_eq!(
            codes(r#"<a href="https://a.example/">x</a><a href="mailto:x">y</a>"#),
            Vec::<&str>::new()
        );
        assert_eq!(
            codes(r#"<a href="/x">x</a><img alt="" src="y.png">"#),
            ["contains-rel-ref", "contains-rel-ref"]
        );
        assert_eq!(codes(r#"<a class="x" href="/x">x</a>"#), Vec::<&str>::new());
        assert_eq!(codes(r#"<img src="a b.png" />"#), ["invalid-uri-char"]);
    }
}
