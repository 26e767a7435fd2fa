//! What is judged of every element alike: its attributes, its language, its characters.

use super::super::check;
use super::super::element::{Attribute, Content, Need};
use super::super::namespaces::Ns;
use super::super::rules;
use super::super::values::uri::{self, Form};
use super::super::values::{language, quote};
use super::kept::{NamedAttribute, title};
use super::{Family, Frame, Walk};

impl<'a> Walk<'a> {
    /// Language and characters of the root's attributes.
    pub(crate) fn judge_root(&mut self, frame: &Frame<'a>) {
        self.judge_language(frame);
        self.judge_attribute_characters(frame);
    }

    pub(super) fn judge_language(&mut self, frame: &Frame<'a>) {
        for attribute in
            frame.attributes.iter().filter(|attribute| attribute.ns == Ns::Xml && attribute.name == "lang")
        {
            if !attribute.value.is_empty() && !language(&attribute.value) {
                self.note(
                    rules::INVALID_LANGUAGE,
                    attribute.at,
                    format!("xml:lang: {} is no language", quote(&attribute.value)),
                );
            }
            // The validator's own way: a language on a child speaks for the parent as well.
            if let Some(parent) = self.stack.last_mut() {
                parent.language |= !attribute.value.is_empty();
            }
        }
    }

    pub(crate) fn judge_attribute_characters(&mut self, frame: &Frame<'a>) {
        for attribute in &frame.attributes {
            if let Some(bad) = bad_character(&attribute.value) {
                self.note(
                    rules::BAD_CHARACTERS,
                    attribute.at,
                    format!("the attribute {} holds U+{:04X}", attribute.name, u32::from(bad)),
                );
            }
        }
    }

    pub(super) fn look_at_attributes(&mut self, frame: &Frame<'a>, bare: bool) {
        if let Some(base) = frame.attribute(Ns::Xml, "base") {
            let verdict = uri::check(&base.value, Form::Iri, rules::INVALID_IRI);
            self.note_fault(&"xml:base", base.at, verdict);
        }
        let table = frame.element.map_or(&[][..], |element| element.attributes);
        let lenient = matches!(
            frame.content,
            Content::Anything | Content::Div(_) | Content::HtmlBody | Content::Rdf(_)
        );
        if !lenient || frame.element.is_some_and(|element| !element.attributes.is_empty()) {
            for attribute in &frame.attributes {
                self.judge_attribute(frame, table, attribute, bare);
            }
        }
        for wanted in table {
            self.look_at_attribute(frame, wanted);
        }
    }

    fn judge_attribute(
        &mut self,
        frame: &Frame<'a>,
        table: &[Attribute],
        attribute: &NamedAttribute<'a>,
        bare: bool,
    ) {
        let standard = attribute.ns == Ns::Xml && matches!(attribute.name, "base" | "id" | "lang" | "space");
        let known = table.iter().any(|row| row.ns == attribute.ns && row.name == attribute.name);
        let rdf = self.family == Family::Rdf
            && matches!(frame.content, Content::Text(_))
            && attribute.ns == Ns::Rdf
            && matches!(attribute.name, "parseType" | "datatype" | "resource");
        if standard || known || rdf {
            return;
        }
        let name = title(attribute.ns, attribute.name);
        if attribute.ns != Ns::Unknown {
            self.note(
                rules::UNEXPECTED_ATTRIBUTE,
                attribute.at,
                format!("<{}> has no attribute {name}", frame.title()),
            );
        } else if bare && self.family == Family::Rss {
            self.note(
                rules::USE_OF_EXTENSION_ATTR,
                attribute.at,
                format!("the attribute {name} on <{}>", frame.title()),
            );
        }
    }

    fn look_at_attribute(&mut self, frame: &Frame<'a>, wanted: &Attribute) {
        let name = || title(wanted.ns, wanted.name);
        let Some(attribute) = frame.attribute(wanted.ns, wanted.name) else {
            if matches!(wanted.need, Need::Must | Need::MustBeFilled) {
                self.note(
                    rules::MISSING_ATTRIBUTE,
                    frame.at,
                    format!("<{}> has no {}", frame.title(), name()),
                );
            }
            return;
        };
        if attribute.value.is_empty() && matches!(wanted.need, Need::MayBeEmpty | Need::MustBeFilled) {
            if wanted.need == Need::MustBeFilled {
                self.note(
                    rules::MISSING_ATTRIBUTE,
                    attribute.at,
                    format!("<{} {}> is empty", frame.title(), name()),
                );
            }
            return;
        }
        if !wanted.checks.is_empty() {
            let subject = frame.subject_of(wanted.ns, wanted.name);
            for check in wanted.checks {
                check::value(self, frame, check, &subject, &attribute.value, attribute.at);
            }
        }
    }

    pub(super) fn judge_text(&mut self, index: usize, at: usize) {
        let frame = &self.stack[index];
        let rule = match frame.content {
            Content::Nothing | Content::Children(_) => rules::UNEXPECTED_TEXT,
            Content::Construct { .. }
                if !frame.seen.is_empty() || frame.attribute(Ns::Core, "src").is_some() =>
            {
                rules::UNEXPECTED_TEXT
            }
            Content::Link => rules::ATOM_LINK_NOT_EMPTY,
            _ => return,
        };
        if !std::mem::replace(&mut self.stack[index].reported, true) {
            let title = self.stack[index].title();
            self.note(rule, at, format!("text inside <{title}>"));
        }
    }

    pub(super) fn judge_characters(&mut self, index: usize, text: &str, at: usize) {
        if text.is_ascii() {
            return;
        }
        let frame = &self.stack[index];
        let opaque = matches!(frame.content, Content::Anything);
        let found = match bad_character(text) {
            Some(bad) => format!("holds U+{:04X}", u32::from(bad)),
            None if !opaque && doubly_encoded(text) => "holds text that was encoded twice".to_owned(),
            None => return,
        };
        let message = format!("<{}> {found}", frame.title());
        if !std::mem::replace(&mut self.stack[index].reported, true) {
            self.note(rules::BAD_CHARACTERS, at, message);
        }
    }
}

/// C1 controls and the replacement character: marks of text read in the wrong encoding.
fn bad_character(text: &str) -> Option<char> {
    if text.is_ascii() {
        return None;
    }
    let bytes = text.as_bytes();
    let at = memchr::memchr2_iter(0xC2, 0xEF, bytes)
        .find(|&at| matches!(&bytes[at..], [0xC2, 0x80..=0x9F, ..] | [0xEF, 0xBF, 0xBD, ..]))?;
    text[at..].chars().next()
}

/// Whether a line of the text is UTF-8 that was read as Latin-1 and encoded once more.
fn doubly_encoded(text: &str) -> bool {
    let suspicious = |line: &str| {
        let mut before = ' ';
        line.chars().any(|c| {
            let hit = matches!(c, '\u{80}'..='\u{bf}') && matches!(before, '\u{c2}' | '\u{c3}');
            before = c;
            hit
        })
    };
    let bytes = text.as_bytes();
    let mark = |at: usize| matches!(&bytes[at..], [0xC3, 0x82 | 0x83, 0xC2, ..]);
    if !memchr::memchr_iter(0xC3, bytes).any(mark) {
        return false;
    }
    text.split('\n').any(|line| {
        let latin = || line.chars().map(|c| u8::try_from(u32::from(c)).ok()).collect::<Option<Vec<u8>>>();
        suspicious(line) && latin().is_some_and(|bytes| std::str::from_utf8(&bytes).is_ok())
    })
}
