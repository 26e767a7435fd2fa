//! Plain text as HTML says it: the one place where characters that mean markup are escaped.

use std::borrow::Cow;

/// Text for the inside of an element.
///
/// ```
/// use copydesk_model::text::escape;
/// assert_eq!(escape::text("1 < 2 & \"so\""), "1 &lt; 2 &amp; \"so\"");
/// assert_eq!(escape::attribute("1 < 2 & \"so\""), "1 &lt; 2 &amp; &quot;so&quot;");
/// ```
pub fn text(plain: &str) -> Cow<'_, str> {
    escaped(plain, &['&', '<', '>'], push_text)
}

/// Text for a quoted attribute, or the inside of an element.
pub fn attribute(plain: &str) -> Cow<'_, str> {
    escaped(plain, &['&', '<', '>', '"'], push_attribute)
}

/// Adds what [`text`] makes of it.
pub fn push_text(plain: &str, out: &mut String) {
    plain.chars().for_each(|c| match c {
        '&' => out.push_str("&amp;"),
        '<' => out.push_str("&lt;"),
        '>' => out.push_str("&gt;"),
        _ => out.push(c),
    });
}

/// Adds what [`attribute`] makes of it.
pub fn push_attribute(plain: &str, out: &mut String) {
    let mut rest = plain;
    while let Some((before, behind)) = rest.split_once('"') {
        push_text(before, out);
        out.push_str("&quot;");
        rest = behind;
    }
    push_text(rest, out);
}

fn escaped<'t>(plain: &'t str, signs: &[char], push: fn(&str, &mut String)) -> Cow<'t, str> {
    if !plain.contains(signs) {
        return Cow::Borrowed(plain);
    }
    let mut out = String::with_capacity(plain.len() + 16);
    push(plain, &mut out);
    Cow::Owned(out)
}
