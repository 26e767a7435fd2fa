//! A strict JSON reader (RFC 8259) that keeps the place of every value. Nesting is bounded.

/// A value and where it begins.
#[derive(Debug)]
pub(super) struct Value {
    pub(super) at: usize,
    pub(super) kind: Kind,
}

/// The kinds of value.
#[derive(Debug)]
pub(super) enum Kind {
    Null,
    Bool,
    Number(f64),
    String(String),
    Array(Vec<Value>),
    /// Members in order: name, where the name begins, value.
    Object(Vec<(String, usize, Value)>),
}

const DEPTH: usize = 128;

type Parsed<T> = Result<T, (usize, String)>;

/// Parses a whole document.
pub(super) fn parse(text: &str) -> Parsed<Value> {
    let mut parser = Parser { text, at: text.len() - text.trim_start_matches('\u{feff}').len() };
    parser.space();
    let value = parser.value(0)?;
    parser.space();
    if parser.at < text.len() {
        return parser.fail("something after the end of the document");
    }
    Ok(value)
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
}

impl Parser<'_> {
    fn fail<T>(&self, what: &str) -> Parsed<T> {
        Err((self.at, what.to_owned()))
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn value(&mut self, depth: usize) -> Parsed<Value> {
        if depth > DEPTH {
            return self.fail("values nested too deep");
        }
        let at = self.at;
        let kind = match self.peek() {
            Some(b'{') => self.object(depth)?,
            Some(b'[') => self.array(depth)?,
            Some(b'"') => Kind::String(self.string()?),
            Some(b'-' | b'0'..=b'9') => self.number()?,
            Some(_) => self.word()?,
            None => return self.fail("the document ends where a value is expected"),
        };
        Ok(Value { at, kind })
    }

    fn word(&mut self) -> Parsed<Kind> {
        for (word, kind) in [("true", Kind::Bool), ("false", Kind::Bool), ("null", Kind::Null)] {
            if self.text[self.at..].starts_with(word) {
                self.at += word.len();
                return Ok(kind);
            }
        }
        self.fail("expected a value")
    }

    fn number(&mut self) -> Parsed<Kind> {
        let start = self.at;
        let rest = &self.text[start..];
        let end = rest.find(|c: char| !c.is_ascii_digit() && !"+-.eE".contains(c)).unwrap_or(rest.len());
        let digits = rest.trim_start_matches('-');
        let padded = digits.starts_with('0') && digits[1..].starts_with(|c: char| c.is_ascii_digit());
        match rest[..end].parse() {
            Ok(number) if !padded && !rest[..end].ends_with('.') => {
                self.at += end;
                Ok(Kind::Number(number))
            }
            _ => self.fail("this is no number"),
        }
    }

    fn array(&mut self, depth: usize) -> Parsed<Kind> {
        let mut items = Vec::new();
        self.at += 1;
        self.space();
        if self.peek() == Some(b']') {
            self.at += 1;
            return Ok(Kind::Array(items));
        }
        loop {
            self.space();
            items.push(self.value(depth + 1)?);
            self.space();
            match self.peek() {
                Some(b',') => self.at += 1,
                Some(b']') => {
                    self.at += 1;
                    return Ok(Kind::Array(items));
                }
                _ => return self.fail("expected \",\" or \"]\""),
            }
        }
    }

    fn object(&mut self, depth: usize) -> Parsed<Kind> {
        let mut members = Vec::new();
        self.at += 1;
        self.space();
        if self.peek() == Some(b'}') {
            self.at += 1;
            return Ok(Kind::Object(members));
        }
        loop {
            self.space();
            let at = self.at;
            if self.peek() != Some(b'"') {
                return self.fail("expected the name of a member in quotation marks");
            }
            let name = self.string()?;
            self.space();
            if self.peek() != Some(b':') {
                return self.fail("expected \":\"");
            }
            self.at += 1;
            self.space();
            members.push((name, at, self.value(depth + 1)?));
            self.space();
            match self.peek() {
                Some(b',') => self.at += 1,
                Some(b'}') => {
                    self.at += 1;
                    return Ok(Kind::Object(members));
                }
                _ => return self.fail("expected \",\" or \"}\""),
            }
        }
    }

    fn string(&mut self) -> Parsed<String> {
        self.at += 1;
        let mut out = String::new();
        loop {
            let rest = &self.text[self.at..];
            let stop = rest.bytes().position(|b| matches!(b, b'"' | b'\\') || b < 0x20).unwrap_or(rest.len());
            out.push_str(&rest[..stop]);
            self.at += stop;
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(out);
                }
                Some(b'\\') => out.push(self.escape()?),
                Some(_) => return self.fail("a control character in a string must be escaped"),
                None => return self.fail("a string that is never closed"),
            }
        }
    }

    fn escape(&mut self) -> Parsed<char> {
        let c = match self.text.as_bytes().get(self.at + 1) {
            Some(b'n') => '\n',
            Some(b't') => '\t',
            Some(b'r') => '\r',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(&b @ (b'"' | b'\\' | b'/')) => char::from(b),
            Some(b'u') => return self.unicode(),
            _ => return self.fail("an escape that JSON does not have"),
        };
        self.at += 2;
        Ok(c)
    }

    fn unicode(&mut self) -> Parsed<char> {
        let unit = |at: usize| {
            let hex = self.text.get(at..at + 4).filter(|hex| hex.bytes().all(|b| b.is_ascii_hexdigit()))?;
            u32::from_str_radix(hex, 16).ok()
        };
        let Some(high) = unit(self.at + 2) else { return self.fail("\\u needs four hexadecimal digits") };
        if !(0xD800..0xDC00).contains(&high) {
            let Some(c) = char::from_u32(high) else { return self.fail("half of a surrogate pair") };
            self.at += 6;
            return Ok(c);
        }
        let low = self
            .text
            .get(self.at + 6..self.at + 8)
            .filter(|next| *next == "\\u")
            .and_then(|_| unit(self.at + 8));
        match low.filter(|low| (0xDC00..0xE000).contains(low)) {
            Some(low) => {
                self.at += 12;
                Ok(char::from_u32(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00)).unwrap_or('\u{fffd}'))
            }
            None => self.fail("half of a surrogate pair"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn strict_json_only() {
        for good in ["{}", "[1,-2.5e3,\"\\u00e4\\ud83d\\ude00\",null,true]", " {\"a\":[]} "] {
            assert!(parse(good).is_ok(), "{good}");
        }
        for bad in ["", "{", "[1,]", "{a:1}", "01", "\"\\x\"", "\"\\ud83d\"", "[1] x", "1."] {
            assert!(parse(bad).is_err(), "{bad}");
        }
        assert!(parse(&"[".repeat(100_000)).is_err());
    }
}
