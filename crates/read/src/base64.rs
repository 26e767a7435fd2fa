//! Base64 as Atom 0.3 has it (`mode="base64"`), forgiving of white space and padding.

/// The text in a base64 string; `None` where it holds no text.
pub(super) fn decode(encoded: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(encoded.len() / 4 * 3);
    let (mut bits, mut count) = (0_u32, 0);
    for byte in encoded.bytes().filter(|byte| !byte.is_ascii_whitespace()) {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            b'=' => break,
            _ => return None,
        };
        bits = bits << 6 | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count) as u8);
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn text_comes_out_and_anything_else_does_not() {
        assert_eq!(decode("RXhhbXBs\n ZSA8Yj4=").as_deref(), Some("Example <b>"));
        assert_eq!(decode("no base64!"), None);
        assert_eq!(decode("/w=="), None);
    }
}
