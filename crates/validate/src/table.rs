//! What a vocabulary's tables are made of: elements, their attributes, their place, the checks on
//! their values. Plain data that knows nothing of documents: `L` is what looks at an element where a
//! value is not enough.

use super::namespaces::Ns;
use super::rules::{self, Rule};
use super::values::date::Iso;
use super::values::uri::Form;

/// An element where it is allowed.
#[derive(Clone, Copy)]
pub(super) struct Element<L: 'static> {
    pub(super) ns: Ns,
    pub(super) name: &'static str,
    pub(super) content: Content<L>,
    /// What a second one in the same parent breaks.
    pub(super) once: Option<&'static Rule>,
    pub(super) attributes: &'static [Attribute<L>],
    /// Elements that say the same; beside one of them, the rule is broken.
    pub(super) rivals: &'static [Rival],
    /// Looks at the start tag, its attributes and its parent.
    pub(super) start: Option<L>,
    /// Looks at the whole element once it is over.
    pub(super) end: Option<L>,
}

/// An element of the same parent that says the same.
pub(super) type Rival = (Ns, &'static str, &'static Rule);

/// What may stand inside an element.
#[derive(Clone, Copy)]
pub(super) enum Content<L: 'static> {
    /// Neither text nor elements.
    Nothing,
    /// Text that passes the checks.
    Text(&'static [Check<L>]),
    /// Elements of a context.
    Children(&'static Context<L>),
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
pub(super) struct Context<L: 'static> {
    pub(super) elements: &'static [&'static [Element<L>]],
    /// Elements that must be there, and what their absence breaks.
    pub(super) required: &'static [Rival],
    /// Looks at each child that may stand here, before it is counted.
    pub(super) child: Option<L>,
}

/// An attribute that an element may have.
#[derive(Clone, Copy)]
pub(super) struct Attribute<L: 'static> {
    pub(super) ns: Ns,
    pub(super) name: &'static str,
    pub(super) need: Need,
    pub(super) checks: &'static [Check<L>],
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
pub(super) enum Check<L> {
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
    Look(L),
}

/// An element of the parent's own vocabulary that holds text.
pub(super) const fn text<L: Copy>(name: &'static str, checks: &'static [Check<L>]) -> Element<L> {
    element(Ns::Core, name, Content::Text(checks))
}

/// An element of the parent's own vocabulary that holds elements.
pub(super) const fn parent<L: Copy>(name: &'static str, context: &'static Context<L>) -> Element<L> {
    element(Ns::Core, name, Content::Children(context))
}

/// Any element.
pub(super) const fn element<L: Copy>(ns: Ns, name: &'static str, content: Content<L>) -> Element<L> {
    Element { ns, name, content, once: None, attributes: &[], rivals: &[], start: None, end: None }
}

/// An optional attribute of no namespace.
pub(super) const fn may<L: Copy>(name: &'static str, checks: &'static [Check<L>]) -> Attribute<L> {
    Attribute { ns: Ns::Core, name, need: Need::May, checks }
}

/// A required attribute of no namespace.
pub(super) const fn must<L: Copy>(name: &'static str, checks: &'static [Check<L>]) -> Attribute<L> {
    Attribute { ns: Ns::Core, name, need: Need::Must, checks }
}

impl<L: Copy> Element<L> {
    /// At most one in its parent.
    pub(super) const fn once(self) -> Self {
        Self { once: Some(rules::DUPLICATE_ELEMENT), ..self }
    }

    /// At most one in its parent, with a rule of its own.
    pub(super) const fn once_by(self, rule: &'static Rule) -> Self {
        Self { once: Some(rule), ..self }
    }

    pub(super) const fn attributes(self, attributes: &'static [Attribute<L>]) -> Self {
        Self { attributes, ..self }
    }

    pub(super) const fn rivals(self, rivals: &'static [Rival]) -> Self {
        Self { rivals, ..self }
    }

    pub(super) const fn at_start(self, look: L) -> Self {
        Self { start: Some(look), ..self }
    }

    pub(super) const fn at_end(self, look: L) -> Self {
        Self { end: Some(look), ..self }
    }
}

impl<L: Copy> Context<L> {
    pub(super) const fn new(elements: &'static [&'static [Element<L>]]) -> Self {
        Self { elements, required: &[], child: None }
    }

    pub(super) const fn required(self, required: &'static [Rival]) -> Self {
        Self { required, ..self }
    }

    pub(super) const fn each_child(self, child: L) -> Self {
        Self { child: Some(child), ..self }
    }

    /// The element of this name, if it may stand here.
    pub(super) fn find(&self, ns: Ns, name: &str) -> Option<&'static Element<L>> {
        // Qualified Dublin Core: dc:date.issued is a dc:date.
        let name = if ns == Ns::Dc { name.split('.').next().unwrap_or(name) } else { name };
        self.elements
            .iter()
            .flat_map(|list| list.iter())
            .find(|element| element.ns == ns && element.name == name)
    }
}

impl<L> Check<L> {
    /// Whether the value is text for people, which holds no elements in any format.
    pub(super) fn is_prose(&self) -> bool {
        matches!(self, Check::Plain(_) | Check::Html | Check::Prose)
    }

    /// Whether the check looks at blanks around the value.
    pub(super) fn wants_raw(&self) -> bool {
        matches!(
            self,
            Check::NoSpaceAround
                | Check::Html
                | Check::OneOfAnyCase(
                    _,
                    rules::Rule { code: "invalid-true-false" | "invalid-yes-no-clean", .. }
                )
        )
    }
}
