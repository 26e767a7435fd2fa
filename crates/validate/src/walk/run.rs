//! Walks a document once, holding each element against the tables of its vocabulary.

use std::borrow::Cow;

use super::super::check;
use super::super::construct;
use super::super::element::{Content, Context, Element};
use super::super::namespaces::Ns;
use super::super::rules;
use super::super::vocabulary;
use super::super::xml::{self, Event, FaultKind, Scanner, Tag};
use super::kept::title;
use super::scope::unbound;
use super::{Family, Frame, Walk};

impl<'a> Walk<'a> {
    /// Reads the document from `at` to its end or its first fault.
    pub(crate) fn run(&mut self, at: usize) {
        let mut scanner = Scanner::new(self.text, at);
        loop {
            let event = scanner.next();
            for (at, name) in scanner.skipped.drain(..) {
                vocabulary::rss::skipped_entity(self, at, &name);
            }
            let step = match event {
                Ok(Event::Eof) => return,
                Ok(Event::Doctype(doctype)) => {
                    vocabulary::rss::doctype(self, &doctype);
                    Ok(())
                }
                Ok(Event::Start(tag)) => self.start(tag),
                Ok(Event::End) => {
                    self.end();
                    Ok(())
                }
                Ok(Event::Text { text, at }) => {
                    self.characters(text, at);
                    Ok(())
                }
                Err(fault) => Err(fault),
            };
            if let Err(fault) = step {
                return self.stop(fault);
            }
        }
    }

    /// Says why the rest of the document is not read.
    fn stop(&mut self, fault: xml::Fault) {
        let limit = fault.kind == FaultKind::Limit;
        self.note(if limit { rules::VALIDATOR_LIMIT } else { rules::SAX_ERROR }, fault.at, fault.message);
    }

    fn start(&mut self, tag: Tag<'a>) -> Result<(), xml::Fault> {
        let mark = self.bindings.len();
        let root = self.stack.is_empty();
        if root {
            vocabulary::choose(self, tag.name);
        }
        for attribute in &tag.attributes {
            let prefix = match attribute.name.strip_prefix("xmlns") {
                Some("") => "",
                Some(prefix) => match prefix.strip_prefix(':') {
                    Some(prefix) => prefix,
                    None => continue,
                },
                None => continue,
            };
            self.bind(prefix, attribute.value.clone(), attribute.at)?;
        }
        let (space, name) = self.resolve(tag.name, true).ok_or_else(|| unbound(tag.at, tag.name))?;
        let (ns, uri) =
            space.map_or((Ns::Core, Cow::Borrowed("")), |binding| (binding.ns, binding.uri.clone()));
        let attributes = self.resolve_attributes(&tag)?;
        let language = attributes.iter().any(|attribute| {
            attribute.ns == Ns::Xml && attribute.name == "lang" && !attribute.value.is_empty()
        });
        let mut frame = Frame {
            ns,
            name,
            element: None,
            content: Content::Anything,
            at: tag.at,
            attributes,
            seen: Vec::new(),
            value: Cow::Borrowed(""),
            inked: false,
            value_at: None,
            links: Vec::new(),
            left: Vec::new(),
            language: language || self.parent().is_some_and(|parent| parent.language),
            body: None,
            reported: false,
            bindings: mark,
        };
        if root {
            vocabulary::root(self, &mut frame, &uri);
        } else {
            self.place(&mut frame, &uri);
        }
        self.look_at_attributes(&frame, uri.is_empty());
        if let Some(look) = frame.element.and_then(|element| element.start) {
            look(self, &frame);
        }
        construct::begin(self, &frame);
        self.stack.push(frame);
        Ok(())
    }

    /// Decides by its parent what an element is.
    fn place(&mut self, frame: &mut Frame<'a>, uri: &str) {
        if self.core.contains(&frame.ns) || (!uri.is_empty() && self.core_uri.as_deref() == Some(uri)) {
            frame.ns = Ns::Core;
        }
        match self.parent().map_or(Content::Anything, |parent| parent.content) {
            Content::Children(context) => self.place_child(frame, Some(context), uri),
            Content::Nothing => self.place_child(frame, None, uri),
            Content::Text(_) => self.place_in_text(frame, uri),
            Content::Anything => self.place_in_anything(frame, uri),
            Content::Rdf(literal) => vocabulary::rdf::place_extension(self, frame, literal),
            Content::Construct { .. } => construct::place(self, frame, uri),
            Content::Div(_) => construct::place_in_div(self, frame, uri),
            Content::HtmlBody => construct::place_in_body(self, frame),
            Content::Link => {}
        }
    }

    fn place_child(&mut self, frame: &mut Frame<'a>, context: Option<&'static Context>, uri: &str) {
        self.judge_language(frame);
        self.judge_attribute_characters(frame);
        let mut unknown = frame.ns == Ns::Unknown;
        if frame.ns == Ns::Itunes {
            vocabulary::itunes::turn_on(self, frame.at);
        }
        if uri.is_empty() && matches!(self.family, Family::Rdf | Family::Atom) && !self.stack.is_empty() {
            self.note(
                rules::UNDETERMINABLE_VOCABULARY,
                frame.at,
                format!("<{}> is in no namespace", frame.name),
            );
            unknown = true;
        }
        if unknown {
            if self.family == Family::Rdf {
                frame.content = Content::Rdf(false);
                vocabulary::rdf::place_extension(self, frame, false);
            }
        } else if let Some(element) = context.and_then(|context| context.find(frame.ns, frame.name)) {
            self.accept(frame, element, context);
        } else {
            self.refuse(frame);
        }
        // Only names of the tables are kept, so that there are not more than tables have.
        if frame.element.is_some()
            && !frame.name.contains('.')
            && let Some(parent) = self.stack.last_mut()
        {
            parent.count_child(frame.ns, frame.name);
        }
    }

    fn accept(
        &mut self,
        frame: &mut Frame<'a>,
        element: &'static Element,
        context: Option<&'static Context>,
    ) {
        frame.element = Some(element);
        frame.content = element.content;
        if let Some(child) = context.and_then(|context| context.child) {
            child(self, frame);
        }
        let Some(parent) = self.stack.last() else { return };
        let mut broken = Vec::new();
        if let Some(rule) = element.once
            && parent.has(frame.ns, frame.name)
        {
            broken.push((rule, format!("a second <{}> in <{}>", frame.title(), parent.title())));
        }
        for (ns, name, rule) in element.rivals {
            if parent.has(*ns, name) && !frame.name.contains('.') {
                broken.push((*rule, format!("<{}> beside <{}>", frame.title(), title(*ns, name))));
            }
        }
        for (rule, message) in broken {
            self.note(rule, frame.at, message);
        }
    }

    /// An element that the parent does not know.
    fn refuse(&mut self, frame: &mut Frame<'a>) {
        let parent = self.parent().map_or_else(|| "document".to_owned(), Frame::title);
        if frame.ns == Ns::Xhtml {
            self.note(rules::MISPLACED_XHTML_CONTENT, frame.at, format!("<{}> in <{parent}>", frame.title()));
        } else if frame.ns == Ns::Podcast {
            // The namespace grows by the year.
            frame.content = Content::Anything;
        } else if let Some(element) = vocabulary::questionable(self, frame) {
            frame.element = Some(element);
            frame.content = element.content;
            self.note(rules::QUESTIONABLE_USAGE, frame.at, format!("<{}> in <{parent}>", frame.title()));
        } else {
            self.note(
                rules::UNDEFINED_ELEMENT,
                frame.at,
                format!("<{parent}> has no element <{}>", frame.title()),
            );
        }
    }

    fn place_in_text(&mut self, frame: &mut Frame<'a>, uri: &str) {
        if self.family == Family::Rdf {
            return vocabulary::rdf::place_in_text(self, frame, uri);
        }
        let parent = self.parent().map_or_else(String::new, Frame::title);
        self.note(
            rules::UNDEFINED_ELEMENT,
            frame.at,
            format!("<{parent}> holds text, not elements such as <{}>", frame.title()),
        );
        if let Some(parent) = self.stack.last_mut() {
            parent.mix(frame.ns, frame.name);
        }
    }

    fn place_in_anything(&mut self, frame: &Frame<'a>, uri: &str) {
        let extension = self.parent().is_some_and(|parent| parent.ns != Ns::Core);
        if uri.is_empty() && self.family == Family::Rss && extension {
            self.note(rules::NOT_IN_A_NAMESPACE, frame.at, format!("<{}> is in no namespace", frame.name));
        }
        self.judge_attribute_characters(frame);
    }

    fn characters(&mut self, text: Cow<'a, str>, at: usize) {
        let Some(index) = self.stack.len().checked_sub(1) else { return };
        let inked = text.bytes().any(|b| !b.is_ascii_whitespace()) && !text.trim().is_empty();
        if inked {
            self.judge_characters(index, &text, at);
            self.judge_text(index, at);
            construct::text(self, index, at);
        }
        let frame = &mut self.stack[index];
        if !matches!(
            frame.content,
            Content::Text(_) | Content::Construct { .. } | Content::Div(_) | Content::Rdf(_)
        ) {
            return;
        }
        frame.inked |= inked;
        if frame.value_at.is_none() {
            frame.value_at = Some(at);
        }
        if frame.value.is_empty() {
            frame.value = text;
        } else {
            frame.value.to_mut().push_str(&text);
        }
    }

    fn end(&mut self) {
        let Some(frame) = self.stack.pop() else { return };
        match frame.content {
            Content::Text(checks) => {
                let (subject, place) = (frame.subject(), frame.value_place());
                for check in checks {
                    let value = if check.wants_raw() { &frame.value } else { frame.value.trim() };
                    check::value(self, &frame, check, &subject, value, place);
                }
            }
            Content::Children(context) => {
                for (ns, name, rule) in context.required {
                    if !frame.has(*ns, name) {
                        self.note(
                            rule,
                            frame.at,
                            format!("<{}> has no <{}>", frame.title(), title(*ns, name)),
                        );
                    }
                }
            }
            Content::Construct { .. } => construct::finish(self, &frame),
            Content::Div(mixed) => construct::finish_div(self, &frame, mixed),
            Content::Rdf(literal) => vocabulary::rdf::finish_extension(self, &frame, literal),
            _ => {}
        }
        if let Some(look) = frame.element.and_then(|element| element.end) {
            look(self, &frame);
        }
        self.bindings.truncate(frame.bindings);
    }
}
