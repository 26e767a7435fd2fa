//! What stands in an element as one value: its text, or its markup put right.

use std::borrow::Cow;

use super::{Cursor, Element, Value};
use crate::outline::Run;
use crate::repairs::Mend;
use crate::scan::{Event, Tag};
use crate::unescape::unescape;
use copydesk_model::text::{escape, plain};

impl<'a> Cursor<'a> {
    /// Passes over the rest of an element.
    pub(crate) fn skip(&mut self, element: &Element) {
        while self.open.len() >= element.depth && !self.cut && self.waiting.is_none() {
            self.step();
        }
    }

    /// The text of an element, its references resolved, and whether it is markup because elements
    /// stood in it unescaped. A child named in `stops` was meant to follow, not to be part of it.
    pub(crate) fn value(&mut self, element: &Element, stops: &[&str]) -> Value<'a> {
        let mut text = Cow::Borrowed("");
        while self.open.len() >= element.depth {
            match self.advance() {
                Event::Text(raw) => {
                    let piece = self.resolved(raw);
                    append(&mut text, piece);
                }
                Event::Cdata(piece) => append(&mut text, Cow::Borrowed(piece)),
                Event::Start(tag) if stops.iter().any(|stop| stop.eq_ignore_ascii_case(tag.name)) => {
                    let next = self.enter(tag);
                    self.reopen(element, next);
                    break;
                }
                Event::Start(tag) => {
                    let before =
                        if text.trim().is_empty() { String::new() } else { escape::text(&text).into_owned() };
                    let text = self.markup_from(element, before, Some(tag), stops);
                    return Value { text, markup: true };
                }
                Event::Eof => break,
                Event::End(_) => {}
            }
        }
        let text = trimmed(text);
        if text.starts_with("<![")
            && let Some(inside) = plain::without_sections(&text)
        {
            self.mend(Mend::DoubleEscaped);
            return Value { text: Cow::Owned(inside), markup: false };
        }
        Value { text, markup: false }
    }

    /// HTML that should be escaped and partly is not: references are resolved, elements kept.
    pub(crate) fn mixed(&mut self, element: &Element) -> Value<'a> {
        let value = self.value(element, &[]);
        if !value.markup {
            return value;
        }
        let offset = self.scanner.offset();
        let text = unescape(&value.text, offset, &mut self.scanner.repairs).into_owned();
        Value { text: Cow::Owned(text), markup: true }
    }

    /// The markup inside an element as HTML: XHTML's empty elements and CDATA sections are written
    /// out, prefixes dropped.
    pub(crate) fn markup(&mut self, element: &Element) -> Cow<'a, str> {
        self.markup_from(element, String::new(), None, &[])
    }

    /// An empty element ends at once; HTML wants the end tag written out.
    fn end_of_empty(&mut self, out: &mut Run<'a>, tag: Tag<'a>) {
        if !tag.empty || !self.ends_at_once {
            return;
        }
        self.ends_at_once = false;
        self.close_to(self.open.len() - 1);
        out.end_of_empty(tag);
    }

    fn markup_from(
        &mut self,
        element: &Element,
        before: String,
        first: Option<Tag<'a>>,
        stops: &[&str],
    ) -> Cow<'a, str> {
        let mut out = Run::new(self.scanner.document(), before);
        if let Some(tag) = first {
            self.push(tag);
            out.tag(tag, self.scanner.offset());
            self.end_of_empty(&mut out, tag);
        }
        while self.open.len() >= element.depth {
            match self.advance() {
                Event::Text(raw) => out.raw(raw, self.scanner.offset_of(raw)),
                Event::Cdata(piece) => out.push(&escape::text(piece)),
                Event::Start(tag) if stops.iter().any(|stop| stop.eq_ignore_ascii_case(tag.name)) => {
                    let next = self.enter(tag);
                    self.reopen(element, next);
                    break;
                }
                Event::Start(tag) => {
                    self.push(tag);
                    out.tag(tag, self.scanner.offset());
                    self.end_of_empty(&mut out, tag);
                }
                Event::End(name) if self.open.len() >= element.depth => {
                    out.end(name, self.scanner.offset_of(name), self.scanner.offset());
                }
                Event::End(_) => {}
                Event::Eof => break,
            }
        }
        trimmed(out.finish())
    }
}

fn append<'a>(text: &mut Cow<'a, str>, piece: Cow<'a, str>) {
    if text.trim_ascii().is_empty() {
        *text = piece;
    } else if !piece.is_empty() {
        text.to_mut().push_str(&piece);
    }
}

fn trimmed(text: Cow<'_, str>) -> Cow<'_, str> {
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim()),
        Cow::Owned(text) if text.trim().len() == text.len() => Cow::Owned(text),
        Cow::Owned(text) => Cow::Owned(text.trim().to_owned()),
    }
}
