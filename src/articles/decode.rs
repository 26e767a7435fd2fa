//! Bytes of a record to text. Refuses what is no text at all.

use super::unreadable::Problem;

/// The text of a record: UTF-8, UTF-16 with a byte order mark, else the encoding the bytes look
/// like. Line ends become `\n`.
pub(super) fn text(bytes: &[u8]) -> Result<String, Problem> {
    let decoded = match encoding_rs::Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding.decode(bytes).0.into_owned(),
        None => without_mark(bytes)?,
    };
    if decoded.trim().is_empty() {
        return Err(Problem::new("the file is empty", "fill it or remove it"));
    }
    Ok(decoded.replace("\r\n", "\n").replace('\r', "\n"))
}

/// The same of an HTML page, which may name its encoding; so may the server that sent it. UTF-8 that is
/// valid is UTF-8, whatever they say.
pub(super) fn page(bytes: &[u8], content_type: Option<&str>) -> Result<String, Problem> {
    let is_plain = encoding_rs::Encoding::for_bom(bytes).is_some() || std::str::from_utf8(bytes).is_ok();
    let labels = [content_type.and_then(charset), declared(bytes)];
    let named =
        labels.into_iter().flatten().find_map(|label| encoding_rs::Encoding::for_label(label.as_bytes()));
    match named.filter(|encoding| !is_plain && *encoding != encoding_rs::UTF_8) {
        Some(encoding) => {
            let (decoded, _, broken) = encoding.decode(bytes);
            if broken { text(bytes) } else { Ok(decoded.replace("\r\n", "\n").replace('\r', "\n")) }
        }
        None => text(bytes),
    }
}

/// How far the declaration of a page is looked for (WHATWG HTML asks for the first 1,024 bytes; many are late).
const HEAD: usize = 4_096;

fn declared(bytes: &[u8]) -> Option<String> {
    charset(&String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]))
}

fn charset(text: &str) -> Option<String> {
    let lower = text.to_ascii_lowercase();
    let after = lower.split_once("charset")?.1.trim_start().strip_prefix('=')?;
    let label = after.trim_start().trim_start_matches(['"', '\'']);
    let end = label
        .find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_' | ':' | '.'))
        .unwrap_or(label.len());
    (end > 0).then(|| label[..end].to_owned())
}

fn without_mark(bytes: &[u8]) -> Result<String, Problem> {
    if is_binary(bytes) {
        return Err(Problem::new(
            format!("the file is no text: {}", kind_of(bytes)),
            "let the pattern of [[articles]] match article records only",
        ));
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(text.to_owned());
    }
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    Ok(detector.guess(None, chardetng::Utf8Detection::Deny).decode(bytes).0.into_owned())
}

/// A NUL, or more than one control character in a hundred bytes: no desk writes that.
fn is_binary(bytes: &[u8]) -> bool {
    let control = |&&byte: &&u8| byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0c | 0x1b);
    bytes.contains(&0) || bytes.iter().filter(control).count() > 1 + bytes.len() / 100
}

/// Names of the kinds of file that most often lie beside articles.
fn kind_of(bytes: &[u8]) -> &'static str {
    const MAGIC: [(&[u8], &str); 6] = [
        (b"\x89PNG", "a PNG image"),
        (b"\xff\xd8\xff", "a JPEG image"),
        (b"GIF8", "a GIF image"),
        (b"%PDF", "a PDF"),
        (b"PK\x03\x04", "a ZIP archive or office document"),
        (b"\x1f\x8b", "gzip data"),
    ];
    MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)).map_or("binary data", |&(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn old_encodings_are_recognised() {
        assert_eq!(text(b"Caf\xe9 au lait, tr\xe8s bon\r\n").unwrap(), "Caf\u{e9} au lait, tr\u{e8}s bon\n");
        assert_eq!(text(b"\xef\xbb\xbfBom").unwrap(), "Bom");
        assert_eq!(text(b"\xff\xfeH\0i\0").unwrap(), "Hi");
    }

    #[test]
    fn a_page_says_its_encoding_and_is_believed_where_its_bytes_are_not_utf_8() {
        let page = |bytes: &[u8], header: Option<&str>| super::page(bytes, header).unwrap();
        let cyrillic = b"<meta charset=windows-1251><p>\xcf\xf0\xe8\xe2\xe5\xf2";
        assert!(page(cyrillic, None).ends_with("\u{41f}\u{440}\u{438}\u{432}\u{435}\u{442}"));
        assert!(page(b"<p>\xcf", Some("text/html; charset=\"windows-1251\"")).ends_with('\u{41f}'));
        assert!(page("<meta charset=windows-1251><p>\u{e9}".as_bytes(), None).ends_with('\u{e9}'));
    }

    #[test]
    fn binary_and_empty_files_are_refused_by_name() {
        assert!(text(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").unwrap_err().seen.contains("PNG"));
        assert!(text(b"  \n ").unwrap_err().seen.contains("empty"));
        assert!(text(&[1, 2, 3, 4, 5, 6]).is_err());
    }
}
