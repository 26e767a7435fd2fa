//! HTML's named character references (WHATWG HTML, section 13.5), looked up by name.
//!
//! The table is `entities.txt`: a line each, sorted by name in byte order, with the code points in
//! hexadecimal. Names are taken with their exact case, without `&` and `;`.

use std::borrow::Cow;

use memchr::memchr;

const TABLE: &str = include_str!("entities.txt");

/// The longest name in the table, in bytes.
pub const LONGEST: usize = 31;

/// The characters a named reference stands for, e.g. `eacute` → `é`; `None` for an unknown name.
pub fn named(name: &str) -> Option<String> {
    if let Some(character) = usual(name) {
        return Some(character.to_owned());
    }
    let (mut low, mut high) = (0, TABLE.len());
    while low < high {
        let middle = low + (high - low) / 2;
        let start = TABLE.get(..middle)?.rfind('\n').map_or(0, |at| at + 1);
        let end = start + TABLE.get(start..)?.find('\n')?;
        let (key, points) = TABLE.get(start..end)?.split_once(' ')?;
        match key.cmp(name) {
            std::cmp::Ordering::Less => low = end + 1,
            std::cmp::Ordering::Greater => high = start,
            std::cmp::Ordering::Equal => return points.split('+').map(code_point).collect(),
        }
    }
    None
}

/// The names that nearly all references have: the rest is searched for.
fn usual(name: &str) -> Option<&'static str> {
    Some(match name {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        "nbsp" => "\u{a0}",
        "rsquo" => "\u{2019}",
        "lsquo" => "\u{2018}",
        "rdquo" => "\u{201d}",
        "ldquo" => "\u{201c}",
        "ndash" => "\u{2013}",
        "mdash" => "\u{2014}",
        "hellip" => "\u{2026}",
        _ => return None,
    })
}

/// What a numeric reference stands for. As in HTML (WHATWG HTML 13.2.5.80), 128 to 159 mean what they
/// mean in windows-1252; zero, surrogates and what lies beyond Unicode have no meaning.
pub fn numbered(number: u32) -> Option<char> {
    match number {
        0 => None,
        0x80..=0x9f => Some(WINDOWS_1252[number as usize - 0x80]),
        _ => char::from_u32(number),
    }
}

/// The character that two references make together, at the start of a text, and how long they are: halves of
/// one outside the first plane, as UTF-16 has it (`&#55357;&#56832;`).
pub fn pair(text: &str) -> Option<(char, usize)> {
    let (high, length) = half(text)?;
    let (low, more) = half(&text[length..])?;
    let fits = (0xd800..0xdc00).contains(&high) && (0xdc00..0xe000).contains(&low);
    let c = fits.then(|| 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00)).and_then(char::from_u32)?;
    Some((c, length + more))
}

/// The number of a reference at the start of a text, and its length.
fn half(text: &str) -> Option<(u32, usize)> {
    let rest = text.strip_prefix("&#")?;
    let (radix, digits) = match rest.strip_prefix(['x', 'X']) {
        Some(digits) => (16, digits),
        None => (10, rest),
    };
    let length = digits.bytes().take(7).take_while(|byte| (*byte as char).is_digit(radix)).count();
    let behind = text.len() - digits.len() + length;
    let number = u32::from_str_radix(&digits[..length], radix).ok()?;
    Some((number, behind + usize::from(text[behind..].starts_with(';'))))
}

fn code_point(hex: &str) -> Option<char> {
    char::from_u32(u32::from_str_radix(hex, 16).ok()?)
}

/// The characters of windows-1252 from 0x80 to 0x9f; its five holes stay what they are.
const WINDOWS_1252: [char; 32] = [
    '\u{20ac}', '\u{81}', '\u{201a}', '\u{192}', '\u{201e}', '\u{2026}', '\u{2020}', '\u{2021}', '\u{2c6}',
    '\u{2030}', '\u{160}', '\u{2039}', '\u{152}', '\u{8d}', '\u{17d}', '\u{8f}', '\u{90}', '\u{2018}',
    '\u{2019}', '\u{201c}', '\u{201d}', '\u{2022}', '\u{2013}', '\u{2014}', '\u{2dc}', '\u{2122}', '\u{161}',
    '\u{203a}', '\u{153}', '\u{9d}', '\u{17e}', '\u{178}',
];

/// The text with HTML's character references decoded, once.
pub fn unescape(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let Some(first) = memchr(b'&', bytes) else { return Cow::Borrowed(text) };
    let mut out = String::with_capacity(text.len());
    out.push_str(&text[..first]);
    let mut at = first;
    while at < bytes.len() {
        let start = match reference(&text[at..]) {
            Some((characters, length)) => {
                out.push_str(&characters);
                at + length
            }
            None => {
                out.push('&');
                at + 1
            }
        };
        at = memchr(b'&', &bytes[start..]).map_or(bytes.len(), |found| start + found);
        out.push_str(&text[start..at]);
    }
    Cow::Owned(out)
}

/// What the reference at the start of `text` stands for, and its length in bytes.
fn reference(text: &str) -> Option<(String, usize)> {
    let bytes = text.as_bytes();
    if bytes.get(1) == Some(&b'#') {
        let (radix, start) = if matches!(bytes.get(2), Some(b'x' | b'X')) { (16, 3) } else { (10, 2) };
        let digits =
            bytes[start..].iter().take(8).take_while(|byte| (**byte as char).is_digit(radix)).count();
        let end = start + digits;
        let Some(c) = numbered(u32::from_str_radix(&text[start..end], radix).ok()?) else {
            return pair(text).map(|(c, length)| (c.to_string(), length));
        };
        return Some((c.to_string(), end + usize::from(bytes.get(end) == Some(&b';'))));
    }
    let name = bytes[1..].iter().take(LONGEST).take_while(|byte| byte.is_ascii_alphanumeric()).count();
    if bytes.get(1 + name) != Some(&b';') {
        return None;
    }
    named(&text[1..=name]).map(|characters| (characters, name + 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_of_the_table_is_found() {
        for line in TABLE.lines() {
            let (name, points) = line.split_once(' ').unwrap();
            let meant: Option<String> = points.split('+').map(code_point).collect();
            assert_eq!(named(name), meant, "{name}");
            assert!(name.len() <= LONGEST, "{name}");
        }
    }

    #[test]
    fn names_keep_their_case_and_unknown_names_are_none() {
        assert_eq!(named("eacute").as_deref(), Some("é"));
        assert_eq!(named("Eacute").as_deref(), Some("É"));
        assert_eq!(named("NotEqualTilde").as_deref(), Some("\u{2242}\u{338}"));
        for unknown in ["", "eacut", "eacutee", "zzz", "é", "A"] {
            assert_eq!(named(unknown), None, "{unknown}");
        }
    }

    #[test]
    fn numbers_of_windows_1252_mean_its_characters() {
        assert_eq!(numbered(146), Some('\u{2019}'));
        assert_eq!(numbered(0), None);
        assert_eq!(numbered(0xd800), None);
        assert_eq!(numbered(0x1f600), Some('\u{1f600}'));
    }
}
