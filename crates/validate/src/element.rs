//! What a vocabulary's tables are made of: elements, their attributes, their place, the checks on
//! their values. Plain data; [`super::walk`] holds documents against it.

use super::namespaces::Ns;
use super::rules::{self, Rule};
use super::values::date::Iso;
use super::values::uri::Form;
use super::walk::{Frame, Walk};

/// An element where it is allowed.
#[derive(Clone, Copy)]
pub(super) struct Element {
    pub(super) ns: Ns,
    pub(super) name: &'static str,
    pub(super) content: Content,
    /// What a second one in the same parent breaks.
    pub(super) once: Option<&'static Rule>,
    pub(super) attributes: &'static [Attribute],
    /// Elements that say the same; beside one of them, the rule is broken.
    pub(super) rivals: &'static [Rival],
    /// Looks at the start tag, its attributes and its parent.
    pub(super) start: Option<Look>,
    /// Looks at the whole element once it is over.
    pub(super) end: Option<Look>,
}

/// A check that needs more than a value.
pub(super) type Look = fn(&mut Walk<'_>, &Frame<'_>);

/// An element of the same parent that says the same.
pub(super) type Rival = (Ns, &'static str, &'static Rule);

/// What may stand inside an element.
#[derive(Clone, Copy)]
pub(super) enum Content {
    /// Neither text nor elements.
    Nothing,
    /// Text that passes the checks.
    Text(&'static [Check]),
    /// Elements of a context.
    Children(&'static Context),
    /// Whatever; nobody looks.
    Anything,
    /// An Atom text construct (RFC 4287, 3.1); `media` says that media types are allowed as well.
    Construct { media: bool },
    /// Nothing, but what stands there is only warned of (`atom:link`).
    Link,
    /// XHTML inside a text construct; true once it holds an element.
    Div(bool),
    /// XHTML as an RSS body.
    HtmlBody,
    /// An extension of RSS 1.0, which must be RDF; true if its content is a literal.
    Rdf(bool),
}

/// The elements that a parent may have.
pub(super) struct Context {
    pub(super) elements: &'static [&'static [Element]],
    /// Elements that must be there, and what their absence breaks.
    pub(super) required: &'static [Rival],
    /// Called for each child that belongs to the vocabulary of the parent.
    pub(super) child: Option<fn(&mut Walk<'_>, &str, usize)>,
}

/// An attribute that an element may have.
#[derive(Clone, Copy)]
pub(super) struct Attribute {
    pub(super) ns: Ns,
    pub(super) name: &'static str,
    pub(super) need: Need,
    pub(super) checks: &'static [Check],
}

/// Whether an attribute must be there.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Need {
    /// It may be missing.
    May,
    /// It may be missing or empty.
    MayBeEmpty,
    /// It must be there.
    Must,
    /// It must be there and hold something.
    MustBeFilled,
}

/// A check on a value.
#[derive(Clone, Copy)]
pub(super) enum Check {
    /// An address; the rule is for a value of another shape.
    Uri(Form, &'static Rule),
    /// An http address with a dotted host.
    Http,
    /// An absolute address in its canonical form.
    Canonical,
    Rfc822,
    /// A date that must be plausible too.
    Iso(Iso),
    /// A date that may lie anywhere.
    IsoAnytime(Iso),
    Language,
    Mime(&'static Rule),
    Contact,
    ContactWithName,
    Address,
    /// No mail address in angle brackets.
    NoAddress,
    Positive,
    NonNegative,
    Integer,
    Decimal,
    SignedDecimal,
    Integers(&'static Rule),
    OneOf(&'static [&'static str], &'static Rule),
    OneOfAnyCase(&'static [&'static str], &'static Rule),
    NotBlank,
    AttributeNotBlank,
    NoSpaceAround,
    /// At most so many characters.
    AtMost(usize),
    /// No markup; the rule is for markup.
    Plain(&'static Rule),
    /// HTML that needs no repair, with absolute addresses.
    Html,
    /// Text for people; another check of the element looks at it.
    Prose,
    Duration,
    Latitude,
    Longitude,
    Point,
    Points,
    PlayTime,
    /// Whatever needs more than the value.
    Look(Look),
}

pub(super) const FULL_URI: Check = Check::Uri(Form::Full, rules::INVALID_FULL_LINK);
pub(super) const URI_REFERENCE: Check = Check::Uri(Form::Reference, rules::INVALID_LINK);
pub(super) const IRI: Check = Check::Uri(Form::Iri, rules::INVALID_IRI);
pub(super) const PLAIN: Check = Check::Plain(rules::CONTAINS_HTML);

/// An element of the parent's own vocabulary that holds text.
pub(super) const fn text(name: &'static str, checks: &'static [Check]) -> Element {
    element(Ns::Core, name, Content::Text(checks))
}

/// An element of the parent's own vocabulary that holds elements.
pub(super) const fn parent(name: &'static str, context: &'static Context) -> Element {
    element(Ns::Core, name, Content::Children(context))
}

/// Any element.
pub(super) const fn element(ns: Ns, name: &'static str, content: Content) -> Element {
    Element { ns, name, content, once: None, attributes: &[], rivals: &[], start: None, end: None }
}

/// An optional attribute of no namespace.
pub(super) const fn may(name: &'static str, checks: &'static [Check]) -> Attribute {
    Attribute { ns: Ns::Core, name, need: Need::May, checks }
}

/// A required attribute of no namespace.
pub(super) const fn must(name: &'static str, checks: &'static [Check]) -> Attribute {
    Attribute { ns: Ns::Core, name, need: Need::Must, checks }
}

impl Element {
    /// At most one in its parent.
    pub(super) const fn once(self) -> Self {
        Self { once: Some(rules::DUPLICATE_ELEMENT), ..self }
    }

    /// At most one in its parent, with a rule of its own.
    pub(super) const fn once_by(self, rule: &'static Rule) -> Self {
        Self { once: Some(rule), ..self }
    }

    pub(super) const fn attributes(self, attributes: &'static [Attribute]) -> Self {
        Self { attributes, ..self }
    }

    pub(super) const fn rivals(self, rivals: &'static [Rival]) -> Self {
        Self { rivals, ..self }
    }

    pub(super) const fn at_start(self, look: Look) -> Self {
        Self { start: Some(look), ..self }
    }

    pub(super) const fn at_end(self, look: Look) -> Self {
        Self { end: Some(look), ..self }
    }
}

impl Context {
    pub(super) const fn new(elements: &'static [&'static [Element]]) -> Self {
        Self { elements, required: &[], child: None }
    }

    pub(super) const fn required(self, required: &'static [Rival]) -> Self {
        Self { required, ..self }
    }

    pub(super) const fn each_child(self, child: fn(&mut Walk<'_>, &str, usize)) -> Self {
        Self { child: Some(child), ..self }
    }

    /// The element of this name, if it may stand here.
    pub(super) fn find(&self, ns: Ns, name: &str) -> Option<&'static Element> {
        // Qualified Dublin Core: dc:date.issued is a dc:date.
        let name = if ns == Ns::Dc { name.split('.').next().unwrap_or(name) } else { name };
        self.elements
            .iter()
            .flat_map(|list| list.iter())
            .find(|element| element.ns == ns && element.name == name)
    }
}
