//! Which parts of a `style` attribute feed readers remove. Anything not plainly harmless counts.

/// So many parts of a style are named.
const MOST: usize = 20;

/// Properties that cannot hide, cover or fetch anything.
const HARMLESS: &str = " azimuth background background-color border border-bottom border-bottom-color \
    border-bottom-style border-bottom-width border-collapse border-color border-left border-left-color \
    border-left-style border-left-width border-right border-right-color border-right-style border-right-width \
    border-spacing border-style border-top border-top-color border-top-style border-top-width border-width clear \
    color cursor direction display elevation float font font-family font-size font-style font-variant font-weight \
    height letter-spacing line-height list-style-type margin margin-bottom margin-left margin-right margin-top \
    overflow padding padding-bottom padding-left padding-right padding-top pause pause-after pause-before pitch \
    pitch-range richness speak speak-header speak-numeral speak-punctuation speech-rate stress text-align \
    text-decoration text-indent unicode-bidi vertical-align voice-family volume white-space width ";

/// Keywords allowed in the values of box properties.
const KEYWORDS: &str = " aqua auto black block blue bold both bottom brown center collapse dashed dotted fuchsia gray \
    green !important italic left lime maroon medium none navy normal nowrap olive pointer purple red right solid \
    silver teal top transparent underline white yellow ";

/// The properties or values that are not known to be harmless; the whole style if it cannot be read.
pub(crate) fn unsafe_parts(style: &str) -> Vec<String> {
    if !plain_characters(style) {
        return vec![style.to_owned()];
    }
    let mut parts = Vec::new();
    for declaration in style.split_terminator(';') {
        let (property, value) = match declaration.split_once(':') {
            Some((property, value)) if is_property(property.trim()) && !value.contains(':') => {
                (property, value)
            }
            _ if declaration.trim().is_empty() && style.trim_end().ends_with(declaration.trim()) => continue,
            _ => return vec![style.to_owned()],
        };
        note_unsafe(&property.trim().to_lowercase(), &value.to_lowercase(), &mut parts);
    }
    parts
}

fn note_unsafe(property: &str, value: &str, parts: &mut Vec<String>) {
    let mut note = |part: &str| {
        if parts.len() < MOST && !parts.iter().any(|known| known == part) {
            parts.push(part.to_owned());
        }
    };
    if !listed(HARMLESS, property) {
        note(property);
    } else if matches!(property.split('-').next(), Some("background" | "border" | "margin" | "padding")) {
        value
            .split_whitespace()
            .filter(|word| !listed(KEYWORDS, word) && !harmless_value(word))
            .for_each(note);
    }
}

fn listed(list: &str, word: &str) -> bool {
    !word.contains(' ') && list.contains(&format!(" {word} "))
}

fn is_property(name: &str) -> bool {
    !name.is_empty() && name.chars().all(|c| c == '-' || is_word(c))
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Only words, numbers, hyphened words, quoted words and lists of whole numbers in brackets.
fn plain_characters(style: &str) -> bool {
    let mut rest = style;
    while let Some(c) = rest.chars().next() {
        let mut after = rest.chars();
        after.next();
        let hyphened = after.next() == Some('-') && after.next().is_some_and(is_word);
        let taken = match c {
            _ if is_word(c) && hyphened => Some(rest.len() - after.as_str().len()),
            '\'' | '"' => quoted(rest, c, |c| c.is_whitespace() || is_word(c)),
            '(' => quoted(rest, ')', |c| c.is_whitespace() || c.is_ascii_digit() || c == ','),
            ':' | ',' | ';' | '#' | '%' | '.' | '!' => Some(1),
            c if c.is_ascii_alphanumeric() || c.is_whitespace() => Some(c.len_utf8()),
            _ => None,
        };
        match taken {
            Some(length) => rest = &rest[length..],
            None => return false,
        }
    }
    true
}

/// The length up to `close` when at least one character and only allowed ones stand between.
fn quoted(rest: &str, close: char, allowed: impl Fn(char) -> bool) -> Option<usize> {
    let end = rest[1..].find(close)? + 1;
    let inside = &rest[1..end];
    (!inside.is_empty() && inside.chars().all(allowed)).then_some(end + 1)
}

/// A colour or a length of at most three digits.
fn harmless_value(word: &str) -> bool {
    if let Some(hex) = word.strip_prefix('#') {
        return !hex.is_empty() && hex.bytes().all(|b| b.is_ascii_hexdigit());
    }
    if let Some(rgb) = word.strip_prefix("rgb(") {
        let body = rgb.strip_suffix(')').unwrap_or(rgb);
        return body.contains(',') && body.bytes().all(|b| b.is_ascii_digit() || b == b',' || b == b'%');
    }
    let digits = word.trim_end_matches(')');
    let digits = ["cm", "em", "ex", "in", "mm", "pc", "pt", "px", "%", ","]
        .iter()
        .find_map(|unit| digits.strip_suffix(unit))
        .unwrap_or(digits);
    length(digits)
}

/// `\d?\.?\d?\d`
fn length(digits: &str) -> bool {
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let numeric = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    let shape = if digits.contains('.') {
        whole.len() <= 1 && (1..=2).contains(&part.len())
    } else {
        (1..=3).contains(&whole.len())
    };
    shape && numeric(whole) && numeric(part)
}

#[cfg(test)]
mod tests {
    use super::unsafe_parts;

    #[test]
    fn plain_styles_are_harmless() {
        for style in [
            "",
            "color: red",
            "margin: 0 12px 0.5em auto;",
            "border-left: 1px solid #ccc;",
            "color:rgb(1, 2, 3)",
        ] {
            assert_eq!(unsafe_parts(style), Vec::<String>::new(), "{style}");
        }
    }

    #[test]
    fn anything_that_fetches_or_covers_is_named() {
        assert_eq!(unsafe_parts("position: absolute; top: 0"), ["position", "top"]);
        assert_eq!(unsafe_parts("margin: 1000px"), ["1000px"]);
        assert_eq!(unsafe_parts("background: url(x)"), ["background: url(x)"]);
        assert_eq!(unsafe_parts("color"), ["color"]);
    }
}
