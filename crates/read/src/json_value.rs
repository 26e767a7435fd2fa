//! JSON as publishers write it: strict where it is JSON, forgiving where it almost is.
//!
//! Trailing commas, raw line breaks in strings, unknown escapes and comments are passed over; a
//! document that was cut off ends where it ends. Strings are borrowed where they hold no escape.

use std::borrow::Cow;

use memchr::memchr2;

/// Values nested deeper are read as `null`.
const MAX_DEPTH: usize = 128;

/// A JSON value.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Json<'a> {
    Null,
    Bool(bool),
    /// As written: an id may have more digits than a number of a program.
    Number(&'a str),
    Text(Cow<'a, str>),
    List(Vec<Json<'a>>),
    /// Members in document order.
    Object(Vec<(Cow<'a, str>, Json<'a>)>),
}

impl<'a> Json<'a> {
    /// Takes a member of an object out, by its name; `null` counts as absent.
    pub(super) fn take(&mut self, name: &str) -> Option<Json<'a>> {
        let Self::Object(members) = self else { return None };
        let found = members.iter_mut().find(|(known, _)| known == name)?;
        Some(std::mem::replace(&mut found.1, Self::Null)).filter(|value| *value != Self::Null)
    }

    /// Whether an object has a member.
    pub(super) fn has(&self, name: &str) -> bool {
        matches!(self, Self::Object(members) if members.iter().any(|(known, _)| known == name))
    }
}

/// Reads the value of a member of an object in a way of its own, or leaves it.
type Special<'f, 'a> = &'f mut dyn FnMut(&mut Reader<'a>, &str) -> Option<Json<'a>>;

/// Reads a document.
#[derive(Debug)]
pub(super) struct Reader<'a> {
    text: &'a str,
    at: usize,
    /// Whether anything was not JSON.
    pub(super) mended: bool,
    /// Whether the document ended too early.
    pub(super) cut: bool,
}

impl<'a> Reader<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, at: 0, mended: false, cut: false }
    }

    /// The value at the start of the document; `None` where there is none. The values of its list
    /// `name` are given away one by one as they are read, so that only one is in memory at a time, each
    /// with whether the document ends in it.
    pub(super) fn document(&mut self, name: &str, each: &mut dyn FnMut(Json<'a>, bool)) -> Option<Json<'a>> {
        self.blank();
        let value = match self.peek() {
            Some(b'{') => Some(self.object(0, &mut |reader, member| {
                reader.blank();
                let given = member == name && reader.peek() == Some(b'[');
                given.then(|| {
                    reader.list(1, each);
                    Json::List(Vec::new())
                })
            })),
            _ => self.value(0),
        };
        self.blank();
        self.mended |= self.at < self.text.len();
        value
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Skips white space and comments.
    fn blank(&mut self) {
        let bytes = self.text.as_bytes();
        loop {
            while self.peek().is_some_and(|byte| byte.is_ascii_whitespace()) {
                self.at += 1;
            }
            if !bytes[self.at..].starts_with(b"//") {
                return;
            }
            self.mended = true;
            self.at += memchr::memchr(b'\n', &bytes[self.at..]).unwrap_or(bytes.len() - self.at);
        }
    }

    fn value(&mut self, depth: usize) -> Option<Json<'a>> {
        self.blank();
        match self.peek()? {
            b'{' => Some(self.object(depth, &mut |_, _| None)),
            b'[' => {
                let mut values = Vec::new();
                self.list(depth, &mut |value, _| values.push(value));
                Some(Json::List(values))
            }
            b'"' => Some(Json::Text(self.string())),
            byte if byte.is_ascii_digit() || byte == b'-' => Some(self.number()),
            byte if byte.is_ascii_alphabetic() => Some(self.word()),
            _ => None,
        }
    }

    /// An object; `special` may read a member's value in its own way.
    fn object(&mut self, depth: usize, special: Special<'_, 'a>) -> Json<'a> {
        let mut members = Vec::new();
        self.at += 1;
        while self.more(b'}') {
            let name = match self.peek() {
                Some(b'"') => self.string(),
                _ => {
                    self.mended = true;
                    self.at += self.text[self.at..].chars().next().map_or(0, char::len_utf8);
                    continue;
                }
            };
            self.blank();
            if self.peek() != Some(b':') {
                self.mended = true;
                continue;
            }
            self.at += 1;
            let value = special(self, &name).unwrap_or_else(|| self.nested(depth));
            members.push((name, value));
        }
        Json::Object(members)
    }

    fn list(&mut self, depth: usize, each: &mut dyn FnMut(Json<'a>, bool)) {
        self.at += 1;
        while self.more(b']') {
            let before = self.at;
            let value = self.nested(depth);
            if self.at == before {
                self.mended = true;
                self.at += self.text[self.at..].chars().next().map_or(0, char::len_utf8);
            } else {
                each(value, self.cut);
            }
        }
    }

    fn nested(&mut self, depth: usize) -> Json<'a> {
        if depth < MAX_DEPTH {
            return self.value(depth + 1).unwrap_or(Json::Null);
        }
        self.mended = true;
        self.skip_nested();
        Json::Null
    }

    /// Passes over a value without building it, however deep it is.
    fn skip_nested(&mut self) {
        let mut depth = 0_usize;
        while let Some(byte) = self.peek() {
            match byte {
                b'"' => {
                    self.string();
                    continue;
                }
                b'{' | b'[' => depth += 1,
                b'}' | b']' if depth == 0 => return,
                b'}' | b']' => depth -= 1,
                b',' if depth == 0 => return,
                _ => {}
            }
            self.at += 1;
        }
    }

    /// Whether another member follows; passes over commas and the end.
    fn more(&mut self, end: u8) -> bool {
        let mut commas = 0;
        loop {
            self.blank();
            match self.peek() {
                Some(b',') => commas += 1,
                Some(byte) if byte == end => {
                    self.mended |= commas > 0;
                    self.at += 1;
                    return false;
                }
                Some(_) => {
                    self.mended |= commas > 1;
                    return true;
                }
                None => {
                    self.cut = true;
                    return false;
                }
            }
            self.at += 1;
        }
    }

    fn number(&mut self) -> Json<'a> {
        let rest = &self.text[self.at..];
        let length =
            rest.find(|c: char| !matches!(c, '0'..='9' | '-' | '+' | '.' | 'e' | 'E')).unwrap_or(rest.len());
        self.at += length;
        let written = &rest[..length];
        match written.parse::<f64>() {
            Ok(_) => Json::Number(written),
            Err(_) => Json::Text(Cow::Borrowed(written)),
        }
    }

    fn word(&mut self) -> Json<'a> {
        let rest = &self.text[self.at..];
        let length = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
        self.at += length;
        match &rest[..length] {
            "true" => Json::Bool(true),
            "false" => Json::Bool(false),
            "null" => Json::Null,
            _ => {
                self.mended = true;
                Json::Null
            }
        }
    }

    fn string(&mut self) -> Cow<'a, str> {
        let bytes = self.text.as_bytes();
        let start = self.at + 1;
        let mut out = String::new();
        let mut from = start;
        loop {
            let Some(found) = memchr2(b'"', b'\\', &bytes[from..]) else {
                (self.cut, self.at) = (true, bytes.len());
                out.push_str(&self.text[from..]);
                return Cow::Owned(out);
            };
            let at = from + found;
            if bytes[at] == b'"' {
                self.at = at + 1;
                if out.is_empty() {
                    return Cow::Borrowed(&self.text[from..at]);
                }
                out.push_str(&self.text[from..at]);
                return Cow::Owned(out);
            }
            out.push_str(&self.text[from..at]);
            from = self.escape(at + 1, &mut out);
        }
    }

    /// Resolves the escape whose letter stands at `at`; where it ends.
    fn escape(&mut self, at: usize, out: &mut String) -> usize {
        let c = match self.text.as_bytes().get(at) {
            Some(b'n') => '\n',
            Some(b't') => '\t',
            Some(b'r') => '\r',
            Some(b'b' | b'f') => ' ',
            Some(b'u') => return self.code_point(at + 1, out),
            Some(b'"' | b'\\' | b'/') => char::from(self.text.as_bytes()[at]),
            Some(_) => {
                self.mended = true;
                return at;
            }
            None => return at,
        };
        out.push(c);
        at + 1
    }

    fn code_point(&mut self, at: usize, out: &mut String) -> usize {
        let four = |at: usize| self.text.get(at..at + 4).and_then(|hex| u32::from_str_radix(hex, 16).ok());
        let Some(first) = four(at) else {
            self.mended = true;
            return at;
        };
        let pair = self.text.get(at + 4..at + 6) == Some("\\u");
        if let (0xd800..=0xdbff, true, Some(second @ 0xdc00..=0xdfff)) = (first, pair, four(at + 6)) {
            out.extend(char::from_u32(0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00)));
            return at + 10;
        }
        let c = char::from_u32(first).filter(|c| !c.is_control() || c.is_whitespace());
        self.mended |= c.is_none();
        out.extend(c);
        at + 4
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Json<'_>, bool, bool) {
        let mut reader = Reader::new(text);
        let value = reader.document("items", &mut |_, _| ()).unwrap_or(Json::Null);
        (value, reader.mended, reader.cut)
    }

    fn text(text: &str) -> Json<'_> {
        Json::Text(Cow::Borrowed(text))
    }

    #[test]
    fn json_is_read_as_json() {
        let (value, mended, cut) = read(r#" {"a": [1, -2.5e1, true, null, "x\u00e9\ud83d\ude00\n"]} "#);
        let list =
            vec![Json::Number("1"), Json::Number("-2.5e1"), Json::Bool(true), Json::Null, text("xé😀\n")];
        assert_eq!((value, mended, cut), (Json::Object(vec![("a".into(), Json::List(list))]), false, false));
    }

    #[test]
    fn what_was_read_before_the_cut_stays() {
        let (value, _, cut) = read(r#"{"a": "b", "c": ["d"#);
        let list = Json::List(vec![text("d")]);
        assert_eq!(value, Json::Object(vec![("a".into(), text("b")), ("c".into(), list)]));
        assert!(cut);
    }

    #[test]
    fn almost_json_is_read_and_noted() {
        for almost in ["{\"a\": 1,}", "{\"a\": 1 // one\n}", "{\"a\": 1} x", "{\"a\" \"b\": 1, \"a\": 1}"] {
            let (value, mended, _) = read(almost);
            assert!(value.has("a") && mended, "{almost}: {value:?}");
        }
    }

    #[test]
    fn depth_is_bounded() {
        assert!(read(&"[".repeat(1 << 20)).2);
        assert!(read(&"{\"a\":".repeat(1 << 18)).2);
    }
}
