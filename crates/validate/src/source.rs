//! Bytes to text, strictly: what the document says of its encoding must be true of its bytes.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::rules;
use super::values::{Fault, quote};

/// A document as text.
pub(super) struct Source<'a> {
    pub(super) text: Cow<'a, str>,
    /// Whether it came as UTF-8.
    pub(super) utf8: bool,
    /// What was wrong with its encoding, and where.
    pub(super) faults: Vec<(usize, Fault)>,
}

/// Encodings that readers know, besides UTF-8 and UTF-16.
const COMMON: &[&str] = &[
    "US-ASCII",
    "ISO-8859-1",
    "EUC-JP",
    "ISO-8859-2",
    "ISO-8859-15",
    "ISO-8859-7",
    "KOI8-R",
    "SHIFT_JIS",
    "WINDOWS-1250",
    "WINDOWS-1251",
    "WINDOWS-1252",
    "WINDOWS-1254",
    "WINDOWS-1255",
    "WINDOWS-1256",
    "GB18030",
    "UTF-8",
    "UTF-16",
];

/// Decodes a document by its byte order mark, what its server says, or its declaration; UTF-8
/// where nothing is said (RFC 7303, 3).
pub(super) fn decode<'a>(bytes: &'a [u8], charset: Option<&str>) -> Source<'a> {
    let (encoding, declared) = match Encoding::for_bom(bytes) {
        Some((encoding, _)) => (encoding, None),
        None if bytes.starts_with(b"\x00<\x00?") => (UTF_16BE, None),
        None if bytes.starts_with(b"<\x00?\x00") => (UTF_16LE, None),
        None => {
            let declared = declaration(bytes);
            (declared.as_ref().and_then(|(name, _)| known(name)).unwrap_or(UTF_8), declared)
        }
    };
    let mut faults = Vec::new();
    if let Some((name, at)) = &declared {
        let upper = name.to_uppercase();
        if known(name).is_none() {
            faults.push((
                *at,
                Fault {
                    rule: rules::UNKNOWN_ENCODING,
                    message: format!("the encoding {} is not known", quote(name)),
                },
            ));
        } else if !COMMON.contains(&upper.as_str()) {
            faults.push((
                *at,
                Fault {
                    rule: rules::OBSCURE_ENCODING,
                    message: format!("few readers know the encoding {}", quote(name)),
                },
            ));
        }
    }
    let said = charset.and_then(|charset| Some((charset, known(charset)?)));
    faults.extend(said.and_then(|(charset, said)| mismatch(charset, said, encoding, declared.as_ref())));
    let marked = Encoding::for_bom(bytes).is_some();
    let (encoding, name) = match said {
        Some((charset, said)) if !marked && !is_json(bytes) => (said, Some(charset)),
        _ => (encoding, declared.as_ref().map(|(name, _)| name.as_str())),
    };
    let text = text(bytes, encoding, name, &mut faults);
    Source { text, utf8: encoding == UTF_8, faults }
}

/// JSON is UTF-8, whatever anybody says (RFC 8259, 8.1).
fn is_json(bytes: &[u8]) -> bool {
    bytes.trim_ascii_start().starts_with(b"{")
}

/// The server names another encoding than the document does, by its declaration or a byte order mark.
fn mismatch(
    charset: &str,
    said: &'static Encoding,
    encoding: &'static Encoding,
    declared: Option<&(String, usize)>,
) -> Option<(usize, Fault)> {
    let (own, at) = match declared {
        Some((name, at)) => (name.as_str(), *at),
        None if encoding == UTF_8 => return None,
        None => (encoding.name(), 0),
    };
    let same = own.eq_ignore_ascii_case(charset) || (said == UTF_8 && encoding == UTF_8);
    let message = format!("the server says {}, the document {}", quote(charset), quote(own));
    (!same).then_some((at, Fault { rule: rules::ENCODING_MISMATCH, message }))
}

/// The encoding of a name; those of Apple go without their `x-` as well.
fn known(name: &str) -> Option<&'static Encoding> {
    Encoding::for_label(name.as_bytes()).or_else(|| Encoding::for_label(format!("x-{name}").as_bytes()))
}

fn text<'a>(
    bytes: &'a [u8],
    encoding: &'static Encoding,
    declared: Option<&str>,
    faults: &mut Vec<(usize, Fault)>,
) -> Cow<'a, str> {
    // Browsers take Latin-1 for windows-1252; XML parsers do not.
    if declared.is_some_and(|name| {
        ["iso-8859-1", "latin1", "us-ascii", "ascii"].contains(&name.to_lowercase().as_str())
    }) && !bytes.is_ascii()
    {
        if declared.is_some_and(|name| name.to_lowercase().contains("ascii")) {
            let at = bytes.iter().position(|b| !b.is_ascii()).unwrap_or(0);
            faults.push((at, wrong("US-ASCII")));
        }
        return bytes.iter().map(|&b| char::from(b)).collect::<String>().into();
    }
    if encoding == UTF_8
        && let Err(error) = std::str::from_utf8(bytes)
    {
        faults.push((error.valid_up_to(), wrong("UTF-8")));
        return String::from_utf8_lossy(bytes);
    }
    let (text, _, malformed) = encoding.decode(bytes);
    if malformed {
        let at = text.find('\u{fffd}').unwrap_or(0);
        faults.push((at, wrong(encoding.name())));
    }
    text
}

fn wrong(encoding: &str) -> Fault {
    Fault {
        rule: rules::UNICODE_ERROR,
        message: format!("the bytes here are not {encoding}, which the document is said to be in"),
    }
}

/// The encoding of the XML declaration and where its name stands.
fn declaration(bytes: &[u8]) -> Option<(String, usize)> {
    let head = &bytes[..bytes.len().min(512)];
    let start = head.starts_with(b"<?xml").then_some(5)?;
    let end = memchr::memmem::find(head, b"?>")?;
    let at = start + memchr::memmem::find(&head[start..end], b"encoding")? + "encoding".len();
    let rest = std::str::from_utf8(&head[at..end]).ok()?;
    let value = rest.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let name = value[1..].split(quote).next()?;
    Some((name.to_owned(), at + rest.len() - value.len() + 1))
}
