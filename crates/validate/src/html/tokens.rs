//! The tokenizer of WHATWG HTML 13.2.5, as far as it goes without a parse error.

use super::references::reference;

/// A tag as written.
#[derive(Debug)]
pub(super) struct Tag<'a> {
    /// The name, in any case.
    pub(super) name: &'a str,
    /// `</…>`
    pub(super) end: bool,
    /// `/>`
    pub(super) self_closing: bool,
    /// Names and raw values.
    pub(super) attributes: Vec<(&'a str, &'a str)>,
    /// Where it begins.
    pub(super) at: usize,
}

/// What the tree needs to know of the text.
#[derive(Debug)]
pub(super) enum Token<'a> {
    /// A tag.
    Tag(Tag<'a>),
    /// Text that is not all white space.
    Text(usize),
    /// The end.
    Eof,
}

/// A parse error: where, and what for a person.
pub(super) type Flawed = (usize, String);

/// Splits a fragment into tokens.
pub(super) struct Tokens<'a> {
    text: &'a str,
    pub(super) at: usize,
}

fn space(b: u8) -> bool {
    matches!(b, b' ' | b'\t' | b'\n' | b'\r' | b'\x0c')
}

impl<'a> Tokens<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    fn bytes(&self) -> &'a [u8] {
        self.text.as_bytes()
    }

    fn peek(&self) -> Option<u8> {
        self.bytes().get(self.at).copied()
    }

    fn err<T>(&self, what: impl Into<String>) -> Result<T, Flawed> {
        Err((self.at, what.into()))
    }

    /// The next token. White space and comments are passed over.
    pub(super) fn next(&mut self) -> Result<Token<'a>, Flawed> {
        loop {
            let start = self.at;
            match self.peek() {
                None => return Ok(Token::Eof),
                Some(b'<') => {
                    if let Some(tag) = self.markup()? {
                        return Ok(Token::Tag(tag));
                    }
                }
                Some(_) => {
                    if self.text_run()? {
                        return Ok(Token::Text(start));
                    }
                }
            }
        }
    }

    /// Passes text up to the next `<`; true if it was more than white space.
    fn text_run(&mut self) -> Result<bool, Flawed> {
        let mut inked = false;
        loop {
            let rest = &self.bytes()[self.at..];
            let stop = memchr::memchr2(b'<', b'&', rest).unwrap_or(rest.len());
            check_characters(self.text, self.at, self.at + stop)?;
            inked = inked || rest[..stop].iter().any(|&b| !space(b));
            self.at += stop;
            if self.peek() != Some(b'&') {
                return Ok(inked);
            }
            inked = true;
            self.at += reference(&self.text[self.at..], None).map_err(|what| (self.at, what))?;
        }
    }

    /// Passes the text of `<textarea>`, `<style>` and the like up to its end tag.
    pub(super) fn raw_text(&mut self, name: &str, references: bool) -> Result<(), Flawed> {
        let start = self.at;
        loop {
            let rest = &self.bytes()[self.at..];
            let Some(stop) = memchr::memchr2(b'<', b'&', rest) else {
                return Err((start, format!("<{name}> is never closed")));
            };
            self.at += stop;
            let after = &self.bytes()[self.at..];
            if after[0] == b'&' {
                let length = if references {
                    reference(&self.text[self.at..], None).map_err(|what| (self.at, what))?
                } else {
                    1
                };
                self.at += length;
            } else if after.len() > name.len() + 2
                && after[1] == b'/'
                && after[2..name.len() + 2].eq_ignore_ascii_case(name.as_bytes())
                && (space(after[name.len() + 2]) || matches!(after[name.len() + 2], b'>' | b'/'))
            {
                return Ok(());
            } else {
                self.at += 1;
            }
        }
    }

    fn markup(&mut self) -> Result<Option<Tag<'a>>, Flawed> {
        let start = self.at;
        match self.bytes().get(start + 1) {
            Some(b'!') => self.declaration().map(|()| None),
            Some(b'/') if self.bytes().get(start + 2).is_some_and(u8::is_ascii_alphabetic) => {
                self.at += 2;
                self.tag(start, true).map(Some)
            }
            Some(b) if b.is_ascii_alphabetic() => {
                self.at += 1;
                self.tag(start, false).map(Some)
            }
            Some(b'?') => self.err("\"<?\" begins nothing in HTML"),
            _ => self.err("\"<\" that begins no tag; write it as \"&lt;\""),
        }
    }

    fn declaration(&mut self) -> Result<(), Flawed> {
        let rest = &self.text[self.at..];
        if rest.get(..9).is_some_and(|word| word.eq_ignore_ascii_case("<!doctype")) {
            return self.err("a doctype inside a fragment");
        }
        let Some(body) = rest.strip_prefix("<!--") else {
            return self.err("\"<!\" that begins no comment");
        };
        if body.starts_with('>') || body.starts_with("->") {
            return self.err("a comment that closes at once");
        }
        match body.find("--") {
            Some(end) if body[end + 2..].starts_with('>') => {
                check_characters(self.text, self.at, self.at + 4 + end)?;
                self.at += 4 + end + 3;
                Ok(())
            }
            Some(_) => self.err("\"--\" inside a comment"),
            None => self.err("a comment that is never closed"),
        }
    }

    fn skip_space(&mut self) -> bool {
        let rest = &self.bytes()[self.at..];
        let blank = rest.iter().take_while(|&&b| space(b)).count();
        self.at += blank;
        blank > 0
    }

    fn take_until(&mut self, stop: impl Fn(u8) -> bool) -> &'a str {
        let start = self.at;
        let rest = &self.bytes()[start..];
        self.at += rest.iter().position(|&b| stop(b)).unwrap_or(rest.len());
        &self.text[start..self.at]
    }

    fn tag(&mut self, at: usize, end: bool) -> Result<Tag<'a>, Flawed> {
        let name = self.take_until(|b| space(b) || matches!(b, b'/' | b'>'));
        let mut tag = Tag { name, end, self_closing: false, attributes: Vec::new(), at };
        loop {
            self.skip_space();
            match self.peek() {
                None => return Err((at, format!("the tag <{name} is never closed"))),
                Some(b'>') => {
                    self.at += 1;
                    break;
                }
                Some(b'/') => {
                    if self.bytes().get(self.at + 1) != Some(&b'>') {
                        return self.err("\"/\" inside a tag");
                    }
                    tag.self_closing = true;
                    self.at += 2;
                    break;
                }
                Some(_) => {
                    let attribute = self.attribute()?;
                    if tag.attributes.iter().any(|(name, _)| name.eq_ignore_ascii_case(attribute.0)) {
                        return Err((at, format!("<{name}> has the attribute {} twice", attribute.0)));
                    }
                    tag.attributes.push(attribute);
                    if tag.attributes.len() > 200 {
                        return Err((at, format!("<{name}> has more than 200 attributes")));
                    }
                }
            }
        }
        if end && (tag.self_closing || !tag.attributes.is_empty()) {
            return Err((at, format!("the end tag </{name}> holds more than a name")));
        }
        Ok(tag)
    }

    fn attribute(&mut self) -> Result<(&'a str, &'a str), Flawed> {
        let start = self.at;
        let name = self.take_until(|b| space(b) || matches!(b, b'/' | b'>' | b'='));
        if name.is_empty() || name.contains(['"', '\'', '<']) {
            return Err((
                start,
                "a quotation mark, \"=\" or \"<\" where an attribute's name should be".to_owned(),
            ));
        }
        let after_name = self.at;
        self.skip_space();
        if self.peek() != Some(b'=') {
            self.at = after_name;
            return Ok((name, ""));
        }
        self.at += 1;
        self.skip_space();
        match self.peek() {
            Some(quote @ (b'"' | b'\'')) => {
                self.at += 1;
                let value = self.value(Some(quote), |b| b == quote)?;
                self.at += 1;
                match self.peek() {
                    Some(b) if space(b) || matches!(b, b'>' | b'/') => Ok((name, value)),
                    _ => self.err("no blank between two attributes"),
                }
            }
            None | Some(b'>' | b'=' | b'<' | b'`') => self.err(format!("the attribute {name} has no value")),
            Some(_) => {
                let value = self.value(Some(b'>'), |b| space(b) || b == b'>')?;
                if value.contains(['"', '\'', '=', '<', '`']) {
                    return Err((start, format!("the value of {name} needs quotes")));
                }
                Ok((name, value))
            }
        }
    }

    /// Reads a value and checks its references.
    fn value(&mut self, quote: Option<u8>, stop: impl Fn(u8) -> bool) -> Result<&'a str, Flawed> {
        let start = self.at;
        let value = self.take_until(stop);
        if self.peek().is_none() {
            return Err((start, "an attribute's value that is never closed".to_owned()));
        }
        check_characters(self.text, start, self.at)?;
        let mut from = 0;
        while let Some(amp) = memchr::memchr(b'&', &value.as_bytes()[from..]) {
            from += amp;
            from += reference(&self.text[start + from..], quote).map_err(|what| (start + from, what))?;
        }
        Ok(value)
    }
}

/// Control characters are parse errors wherever they stand.
fn check_characters(text: &str, from: usize, to: usize) -> Result<(), Flawed> {
    let bytes = &text.as_bytes()[from..to];
    let control = |&i: &usize| match bytes[i] {
        0x7F => true,
        0xC2 => matches!(bytes.get(i + 1), Some(0x80..=0x9F)),
        _ => matches!(bytes.get(i + 1..i + 3), Some([0xB7, 0x90..=0xAF] | [0xBF, 0xBE..=0xBF])),
    };
    match memchr::memchr3_iter(0x7F, 0xC2, 0xEF, bytes).find(control) {
        Some(found) => Err((from + found, "a control character".to_owned())),
        None => Ok(()),
    }
}
