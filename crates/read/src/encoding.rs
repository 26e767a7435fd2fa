//! Bytes to text: which encoding a document is in, whatever it says.
//!
//! Order: byte order mark, zero bytes of UTF-16 and UTF-32, valid UTF-8, the HTTP charset, the XML
//! declaration, a guess. A declared encoding that the bytes contradict is passed over. EBCDIC and
//! UTF-7 are not read.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{CoderResult, Decoder, Encoding, ISO_2022_JP, UTF_8, UTF_16BE, UTF_16LE};

use super::repairs::{Mend, Repairs};
use copydesk_model::Hints;
use copydesk_model::text::entities;

/// How far an XML declaration is looked for.
const HEAD: usize = 512;
/// How much is looked at for a guess; more changes it rarely.
const SAMPLE: usize = 65_536;

/// A document whose encoding was found.
#[derive(Debug, Clone, Copy)]
pub(super) struct Encoded<'a> {
    bytes: &'a [u8],
    coding: Coding,
}

#[derive(Debug, Clone, Copy)]
enum Coding {
    Known(&'static Encoding),
    /// Which `encoding_rs` does not know.
    Utf32 {
        little: bool,
    },
}

/// Finds a document's encoding, noting what the declarations got wrong.
pub(super) fn find<'a>(bytes: &'a [u8], hints: &Hints<'_>, repairs: &mut Repairs) -> Encoded<'a> {
    if let Some(encoded) = utf32(bytes) {
        return encoded;
    }
    let http = hints.content_type.and_then(charset);
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return wide_by(encoding, &bytes[mark..], http.as_deref(), repairs);
    }
    if let Some(encoding) = wide(bytes) {
        return wide_by(encoding, bytes, http.as_deref(), repairs);
    }
    let declared = declaration(bytes);
    Encoded { bytes, coding: Coding::Known(narrow(bytes, [http.as_deref(), declared.as_deref()], repairs)) }
}

/// The encoding of bytes that are neither UTF-16 nor UTF-32, by what names it and what they are.
fn narrow(bytes: &[u8], labels: [Option<&str>; 2], repairs: &mut Repairs) -> &'static Encoding {
    let named: Vec<_> = labels.iter().flatten().filter_map(|label| known(label, repairs)).collect();
    if named.contains(&ISO_2022_JP) && bytes.contains(&0x1b) {
        return ISO_2022_JP;
    }
    if Encoding::utf8_valid_up_to(bytes) == bytes.len() {
        if !bytes.is_ascii() {
            contradict(&labels, UTF_8, repairs);
        }
        return UTF_8;
    }
    // UTF-16 was looked for above, and what is no UTF-8 as a whole may be it but for a few bytes.
    for encoding in named.into_iter().filter(|encoding| encoding.output_encoding() != UTF_8) {
        if !measured(encoding, bytes).1 {
            contradict(&labels, encoding, repairs);
            return encoding;
        }
    }
    let guess = guess(bytes);
    if labels.iter().flatten().next().is_none() {
        repairs.note(Mend::NoEncoding);
    }
    contradict(&labels, guess, repairs);
    guess
}

impl<'a> Encoded<'a> {
    /// Lower-case WHATWG label, or `utf-32le`, `utf-32be`.
    pub(super) fn label(&self) -> String {
        match self.coding {
            Coding::Known(encoding) => encoding.name().to_ascii_lowercase(),
            Coding::Utf32 { little } => if little { "utf-32le" } else { "utf-32be" }.to_owned(),
        }
    }

    /// Its length in bytes, as it came.
    pub(super) fn len(&self) -> usize {
        self.bytes.len()
    }

    /// The text, where the bytes are it already.
    pub(super) fn as_it_is(&self) -> Option<&'a str> {
        let Coding::Known(encoding) = self.coding else { return None };
        let ascii = || encoding.is_ascii_compatible() && encoding != ISO_2022_JP && self.bytes.is_ascii();
        let same = encoding == UTF_8 || ascii();
        same.then(|| std::str::from_utf8(self.bytes).ok()).flatten()
    }

    /// The whole text.
    pub(super) fn text(&self, repairs: &mut Repairs) -> Cow<'a, str> {
        if let Some(text) = self.as_it_is() {
            return Cow::Borrowed(text);
        }
        // Measured first: the room that `encoding_rs` asks for is for the worst case, up to four times
        // what is needed.
        let room = match self.coding {
            Coding::Known(encoding) => measured(encoding, self.bytes).0 + 64,
            Coding::Utf32 { .. } => self.bytes.len() / 4,
        };
        let mut text = String::with_capacity(room);
        self.decoder().next(self.bytes.len(), &mut text, repairs);
        Cow::Owned(text)
    }

    /// Decodes it a piece at a time.
    pub(super) fn decoder(&self) -> Pieces<'a> {
        let decoder = match self.coding {
            Coding::Known(encoding) => Some(encoding.new_decoder_without_bom_handling()),
            Coding::Utf32 { .. } => None,
        };
        Pieces { rest: self.bytes, decoder, little: matches!(self.coding, Coding::Utf32 { little: true }) }
    }
}

/// What of a document is not decoded yet.
pub(super) struct Pieces<'a> {
    rest: &'a [u8],
    /// None for UTF-32.
    decoder: Option<Decoder>,
    little: bool,
}

impl Pieces<'_> {
    /// Decodes the next so many bytes behind the text that is there; whether these were the last.
    pub(super) fn next(&mut self, bytes: usize, text: &mut String, repairs: &mut Repairs) -> bool {
        let (piece, rest) = self.rest.split_at((bytes & !3).min(self.rest.len()));
        // What is left over of a length that four does not divide belongs to the last piece.
        let (mut piece, rest) = if rest.len() < 4 { (self.rest, &[][..]) } else { (piece, rest) };
        self.rest = rest;
        let Some(decoder) = &mut self.decoder else {
            text.extend(utf32_text(piece, self.little));
            return rest.is_empty();
        };
        loop {
            let (result, read, broken) = decoder.decode_to_string(piece, text, rest.is_empty());
            if broken {
                repairs.note_once(Mend::BadBytes);
            }
            piece = &piece[read..];
            if result == CoderResult::InputEmpty {
                return rest.is_empty();
            }
            text.reserve_exact(1024.max(piece.len()));
        }
    }
}

/// How many bytes the text has in UTF-8, and whether some of these mean nothing.
fn measured(encoding: &'static Encoding, bytes: &[u8]) -> (usize, bool) {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut piece = [0; 8192];
    let (mut rest, mut length, mut broken) = (bytes, 0, false);
    loop {
        let (result, read, written, bad) = decoder.decode_to_utf8(rest, &mut piece, true);
        length += written;
        broken |= bad;
        rest = &rest[read..];
        if result == CoderResult::InputEmpty {
            return (length, broken);
        }
    }
}

/// What the first bytes decided, and whether the declaration behind them says otherwise.
fn wide_by<'a>(
    encoding: &'static Encoding,
    bytes: &'a [u8],
    http: Option<&str>,
    repairs: &mut Repairs,
) -> Encoded<'a> {
    let head = encoding.decode_without_bom_handling(&bytes[..bytes.len().min(2 * HEAD)]).0;
    let declared = declaration(head.as_bytes());
    contradict(&[http, declared.as_deref()], encoding, repairs);
    Encoded { bytes, coding: Coding::Known(encoding) }
}

/// Mostly UTF-8 with a few wrong bytes stays UTF-8; else what `chardetng` thinks.
fn guess(bytes: &[u8]) -> &'static Encoding {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    if mostly_utf8(bytes) {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(sample, true);
    detector.guess(None, Utf8Detection::Deny)
}

/// Whether four of five characters beyond ASCII are well-formed UTF-8.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad, mut rest) = (0_usize, 0_usize, &bytes[..bytes.len().min(4 * SAMPLE)]);
    while !rest.is_empty() {
        let valid = Encoding::utf8_valid_up_to(rest);
        good += rest[..valid].iter().filter(|byte| **byte >= 0xc0).count();
        bad += usize::from(valid < rest.len());
        rest = rest.get(valid + 1..).unwrap_or_default();
    }
    good > 4 * bad
}

/// Notes a declaration that names another encoding than the one found.
fn contradict(labels: &[Option<&str>], found: &'static Encoding, repairs: &mut Repairs) {
    let named = labels.iter().flatten().filter_map(|label| Encoding::for_label(label.as_bytes()));
    // `utf-16` stands for either order of bytes.
    let kind = |encoding: &'static Encoding| if encoding == UTF_16BE { UTF_16LE } else { encoding };
    if named.map(kind).any(|encoding| encoding != kind(found)) {
        repairs.note(Mend::WrongEncoding);
    }
}

fn known(label: &str, repairs: &mut Repairs) -> Option<&'static Encoding> {
    let found = Encoding::for_label_no_replacement(label.as_bytes()).or_else(|| by_other_name(label));
    if found.is_none() {
        repairs.note(Mend::UnknownEncoding);
    }
    found
}

/// Names that Python and Java know and the web does not.
fn by_other_name(label: &str) -> Option<&'static Encoding> {
    let plain: String =
        label.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
    let other = match plain.as_str() {
        "utf8" | "u8" | "utf" | "cp65001" => "utf-8",
        "ascii" | "usascii" | "latin" | "l1" | "iso88591" => "windows-1252",
        "shiftjis" | "sjis" | "cp932" | "932" | "mskanji" | "ms932" | "windows31j" | "shiftjis2004" => {
            "shift_jis"
        }
        "iso2022jp" | "csiso2022jp" | "iso2022jp1" | "iso2022jp2" => "iso-2022-jp",
        "eucjp" | "ujis" | "ujisx0208" => "euc-jp",
        "euckr" | "korean" | "cp949" | "949" | "uhc" | "ms949" | "ksc5601" | "ksc56011987" | "ksx1001" => {
            "euc-kr"
        }
        "gb18030" | "gb180302000" => "gb18030",
        "gbk" | "cp936" | "ms936" | "936" | "gb2312" | "euccn" | "hzgb2312" => "gbk",
        "big5" | "big5tw" | "big5hkscs" | "hkscs" | "cp950" | "950" | "ms950" => "big5",
        "koi8" | "koi8r" => "koi8-r",
        "koi8u" => "koi8-u",
        "mac" | "macroman" => "macintosh",
        "maccyrillic" => "x-mac-cyrillic",
        "tis620" | "cp874" | "iso885911" | "thai" => "windows-874",
        other => {
            let page = other.strip_prefix("cp").or_else(|| other.strip_prefix("windows"))?;
            return Encoding::for_label(format!("windows-{page}").as_bytes());
        }
    };
    Encoding::for_label(other.as_bytes())
}

/// The charset of a `Content-Type` header.
fn charset(content_type: &str) -> Option<String> {
    let lower = content_type.to_ascii_lowercase();
    let after = lower.split_once("charset")?.1.trim_start().strip_prefix('=')?;
    let label = after.split(';').next()?.trim().trim_matches(['"', '\'']).trim();
    (!label.is_empty()).then(|| label.to_owned())
}

/// The encoding that an XML declaration names, looked for anywhere near the start.
fn declaration(bytes: &[u8]) -> Option<String> {
    let head = &bytes[..bytes.len().min(HEAD)];
    let start = memchr::memmem::find(head, b"<?xml")?;
    let head = &head[start..];
    let head = &head[..memchr::memmem::find(head, b"?>").unwrap_or(head.len())];
    let after = &head[memchr::memmem::find(head, b"encoding")? + 8..];
    let text = String::from_utf8_lossy(after);
    let text = text.trim_start().strip_prefix('=')?.trim_start();
    let quote = text.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let label = text[1..].split(quote).next()?.trim();
    (!label.is_empty()).then(|| label.to_owned())
}

/// UTF-16 without a byte order mark, seen by the zero bytes of its first characters.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    match bytes {
        [0, b'<' | b'{' | b'\n' | b' ', 0, ..] => Some(UTF_16BE),
        [b'<' | b'{' | b'\n' | b' ', 0, _, 0, ..] => Some(UTF_16LE),
        _ => None,
    }
}

/// UTF-32, by its mark or the zero bytes of its first character.
fn utf32(bytes: &[u8]) -> Option<Encoded<'_>> {
    let (little, skip) = match bytes {
        [0xff, 0xfe, 0, 0, ..] => (true, 4),
        [0, 0, 0xfe, 0xff, ..] => (false, 4),
        [b'<' | b'{' | b'\n' | b' ', 0, 0, 0, ..] => (true, 0),
        [0, 0, 0, b'<' | b'{' | b'\n' | b' ', ..] => (false, 0),
        _ => return None,
    };
    Some(Encoded { bytes: &bytes[skip..], coding: Coding::Utf32 { little } })
}

fn utf32_text(bytes: &[u8], little: bool) -> impl Iterator<Item = char> + '_ {
    let read = if little { u32::from_le_bytes } else { u32::from_be_bytes };
    let points = bytes.chunks_exact(4).map(move |four| read([four[0], four[1], four[2], four[3]]));
    points.map(|point| char::from_u32(point).unwrap_or('\u{fffd}'))
}

/// The text without characters that XML forbids (XML 1.0 2.2). The controls of Latin-1, which nobody
/// means, are windows-1252 that was taken for Latin-1, and become what they were.
pub(super) fn without_controls<'a>(text: Cow<'a, str>, repairs: &mut Repairs) -> Cow<'a, str> {
    if !has_controls(text.as_bytes()) {
        return text;
    }
    repairs.note_once(Mend::ControlCharacter);
    Cow::Owned(text.chars().filter_map(meant).collect())
}

fn meant(c: char) -> Option<char> {
    match c {
        '\t' | '\n' | '\r' => Some(c),
        '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => None,
        '\u{80}'..='\u{9f}' => entities::numbered(c as u32),
        _ => Some(c),
    }
}

/// Looks at blocks without branching, so that the compiler makes vector code of it.
fn has_controls(bytes: &[u8]) -> bool {
    bytes.chunks(4096).any(|block| {
        block.iter().fold(false, |found, &byte| {
            found | ((byte < 0x20) & (byte != b'\n') & (byte != b'\r') & (byte != b'\t'))
        })
    }) || has_noncharacter(bytes)
        || memchr::memchr_iter(0xc2, bytes).any(|at| matches!(bytes.get(at + 1), Some(0x80..=0x9f)))
}

/// U+FFFE and U+FFFF, which are EF BF BE and EF BF BF.
fn has_noncharacter(bytes: &[u8]) -> bool {
    memchr::memmem::find_iter(bytes, b"\xef\xbf")
        .any(|at| bytes.get(at + 2).is_some_and(|byte| *byte >= 0xbe))
}
