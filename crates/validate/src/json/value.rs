//! A strict JSON reader (RFC 8259) that hands over one value after the other with its place, and
//! keeps none. Nesting is bounded.

use std::borrow::Cow;

/// A value as far as it is read when it is met: arrays and objects are entered, not yet read.
#[derive(Debug)]
pub(super) enum Token<'a> {
    Null,
    Bool,
    Number(f64),
    String(Cow<'a, str>),
    /// To be read by [`Parser::array`].
    Array,
    /// To be read by [`Parser::object`].
    Object,
}

const DEPTH: usize = 128;

/// What is read, or where and why the document is no JSON.
pub(super) type Parsed<T> = Result<T, (usize, String)>;

/// Reads a document from its beginning to its end.
pub(super) struct Parser<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
}

impl<'a> Parser<'a> {
    /// A reader of a whole document.
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, at: text.len() - text.trim_start_matches('\u{feff}').len(), depth: 0 }
    }

    /// The next value and where it begins. An array or object must be read or skipped at once.
    pub(super) fn value(&mut self) -> Parsed<(usize, Token<'a>)> {
        self.space();
        if self.depth > DEPTH {
            return self.fail("values nested too deep");
        }
        let at = self.at;
        let token = match self.peek() {
            Some(b'{') => Token::Object,
            Some(b'[') => Token::Array,
            Some(b'"') => Token::String(self.string()?),
            Some(b'-' | b'0'..=b'9') => self.number()?,
            Some(_) => self.word()?,
            None => return self.fail("the document ends where a value is expected"),
        };
        Ok((at, token))
    }

    /// Reads an array that was met; `each` must take one value.
    pub(super) fn array(&mut self, mut each: impl FnMut(&mut Self) -> Parsed<()>) -> Parsed<()> {
        self.list(b']', "expected \",\" or \"]\"", &mut each)
    }

    /// Reads an object that was met; `each` gets a member's name and place and must take its value.
    pub(super) fn object(
        &mut self,
        mut each: impl FnMut(&mut Self, &str, usize) -> Parsed<()>,
    ) -> Parsed<()> {
        self.list(b'}', "expected \",\" or \"}\"", &mut |parser| {
            parser.space();
            let at = parser.at;
            if parser.peek() != Some(b'"') {
                return parser.fail("expected the name of a member in quotation marks");
            }
            let name = parser.string()?;
            parser.space();
            if parser.peek() != Some(b':') {
                return parser.fail("expected \":\"");
            }
            parser.at += 1;
            each(parser, &name, at)
        })
    }

    fn list(
        &mut self,
        close: u8,
        expected: &str,
        each: &mut dyn FnMut(&mut Self) -> Parsed<()>,
    ) -> Parsed<()> {
        self.at += 1;
        self.depth += 1;
        self.space();
        let mut more = self.peek() != Some(close);
        while more {
            each(self)?;
            self.space();
            more = match self.peek() {
                Some(b',') => true,
                Some(b) if b == close => false,
                _ => return self.fail(expected),
            };
            self.at += usize::from(more);
        }
        self.at += 1;
        self.depth -= 1;
        Ok(())
    }

    /// Passes over what is left of a value that was met.
    pub(super) fn skip(&mut self, token: &Token<'_>) -> Parsed<()> {
        let pass = |parser: &mut Self| {
            let (_, token) = parser.value()?;
            parser.skip(&token)
        };
        match token {
            Token::Array => self.array(pass),
            Token::Object => self.object(|parser, _, _| pass(parser)),
            _ => Ok(()),
        }
    }

    /// Nothing may follow the document's value.
    pub(super) fn end(&mut self) -> Parsed<()> {
        self.space();
        if self.at < self.text.len() {
            return self.fail("something after the end of the document");
        }
        Ok(())
    }

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

    fn word(&mut self) -> Parsed<Token<'a>> {
        for (word, token) in [("true", Token::Bool), ("false", Token::Bool), ("null", Token::Null)] {
            if self.text[self.at..].starts_with(word) {
                self.at += word.len();
                return Ok(token);
            }
        }
        self.fail("expected a value")
    }

    fn number(&mut self) -> Parsed<Token<'a>> {
        let start = self.at;
        let rest = &self.text[start..];
        let end = rest.find(|c: char| !c.is_ascii_digit() && !"+-.eE".contains(c)).unwrap_or(rest.len());
        let digits = rest.trim_start_matches('-');
        let padded = digits.starts_with('0') && digits[1..].starts_with(|c: char| c.is_ascii_digit());
        match rest[..end].parse() {
            Ok(number) if !padded && !rest[..end].ends_with('.') => {
                self.at += end;
                Ok(Token::Number(number))
            }
            _ => self.fail("this is no number"),
        }
    }

    fn string(&mut self) -> Parsed<Cow<'a, str>> {
        self.at += 1;
        let mut out = Cow::Borrowed("");
        loop {
            let rest = &self.text[self.at..];
            let stop = rest.bytes().position(|b| matches!(b, b'"' | b'\\') || b < 0x20).unwrap_or(rest.len());
            out += &rest[..stop];
            self.at += stop;
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(out);
                }
                Some(b'\\') => {
                    let escaped = self.escape()?;
                    out.to_mut().push(escaped);
                }
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
    use super::Parser;

    fn reads(text: &str) -> bool {
        let mut parser = Parser::new(text);
        let read = parser.value().and_then(|(_, token)| parser.skip(&token));
        read.and_then(|()| parser.end()).is_ok()
    }

    #[test]
    fn strict_json_only() {
        for good in ["{}", "[1,-2.5e3,\"\\u00e4\\ud83d\\ude00\",null,true]", " {\"a\":[]} ", "[[],{}]"] {
            assert!(reads(good), "{good}");
        }
        for bad in [
            "",
            "{",
            "[1,]",
            "[,]",
            "{\"a\":1,}",
            "{a:1}",
            "01",
            "\"\\x\"",
            "\"\\ud83d\"",
            "[1] x",
            "1.",
            "[1 2]",
        ] {
            assert!(!reads(bad), "{bad}");
        }
        assert!(!reads(&"[".repeat(100_000)));
    }
}
