//! Dublin Core: `dc` and `dcterms`. Who and what an entry is about may repeat, the rest may not.

use super::super::element::{Attribute, Check, Content, Element, Need, PLAIN, URI_REFERENCE, element};
use super::super::namespaces::Ns;
use super::super::rules;
use super::super::values::date::Iso;
use super::super::walk::{Family, Frame, Walk};

const fn dc(name: &'static str) -> Element {
    element(Ns::Dc, name, Content::Text(&[]))
}

const fn term(name: &'static str) -> Element {
    element(Ns::Dcterms, name, Content::Text(&[]))
}

const fn open_term(name: &'static str) -> Element {
    element(Ns::Dcterms, name, Content::Anything)
}

const fn date_term(name: &'static str) -> Element {
    element(Ns::Dcterms, name, W3CDTF).once()
}

/// A W3C date.
pub(super) const W3CDTF: Content = Content::Text(&[Check::Iso(Iso::W3cdtf)]);

/// `rdf:resource`, which RSS 1.0 asks for.
const RESOURCE: &[Attribute] = &[
    Attribute { ns: Ns::Rdf, name: "resource", need: Need::May, checks: &[URI_REFERENCE] },
    Attribute { ns: Ns::Dc, name: "title", need: Need::May, checks: &[] },
];

/// An element that refers to something by `rdf:resource`.
pub(super) const fn resource(ns: Ns, name: &'static str) -> Element {
    element(ns, name, Content::Text(&[])).attributes(RESOURCE).at_start(wants_resource)
}

fn wants_resource(walk: &mut Walk<'_>, frame: &Frame<'_>) {
    if walk.family == Family::Rdf && frame.attribute(Ns::Rdf, "resource").is_none() {
        walk.note(rules::MISSING_ATTRIBUTE, frame.at, format!("<{}> has no rdf:resource", frame.title()));
    }
}

/// What may stand anywhere.
pub(super) const ELEMENTS: &[Element] = &[
    dc("title").once(),
    dc("description").once(),
    dc("publisher").rivals(&[(Ns::Core, "webMaster", rules::DUPLICATE_SEMANTICS)]),
    dc("contributor"),
    dc("type").once(),
    dc("format").once(),
    dc("identifier"),
    dc("source").once().rivals(&[(Ns::Core, "source", rules::DUPLICATE_ITEM_SEMANTICS)]),
    element(Ns::Dc, "language", Content::Text(&[Check::Language])).once().rivals(&[(
        Ns::Core,
        "language",
        rules::DUPLICATE_SEMANTICS,
    )]),
    dc("relation"),
    dc("coverage"),
    element(Ns::Dc, "rights", Content::Text(&[PLAIN])).once().rivals(&[(
        Ns::Core,
        "copyright",
        rules::DUPLICATE_SEMANTICS,
    )]),
    term("alternative"),
    term("abstract").once(),
    resource(Ns::Dcterms, "tableOfContents").once(),
    date_term("created"),
    open_term("valid"),
    open_term("available"),
    date_term("issued"),
    date_term("modified").rivals(&[(Ns::Core, "lastBuildDate", rules::DUPLICATE_SEMANTICS)]),
    term("dateAccepted").once(),
    term("dateCopyrighted").once(),
    term("dateSubmitted").once(),
    element(Ns::Dcterms, "extent", Content::Text(&[Check::Positive, Check::NotBlank])).once(),
    resource(Ns::Dcterms, "isVersionOf"),
    resource(Ns::Dcterms, "hasVersion"),
    resource(Ns::Dcterms, "isReplacedBy"),
    resource(Ns::Dcterms, "replaces"),
    resource(Ns::Dcterms, "isRequiredBy"),
    resource(Ns::Dcterms, "requires"),
    resource(Ns::Dcterms, "isPartOf"),
    resource(Ns::Dcterms, "hasPart"),
    resource(Ns::Dcterms, "isReferencedBy"),
    resource(Ns::Dcterms, "references"),
    resource(Ns::Dcterms, "isFormatOf"),
    resource(Ns::Dcterms, "hasFormat"),
    resource(Ns::Dcterms, "conformsTo"),
    open_term("spatial"),
    open_term("temporal"),
    term("audience"),
    term("mediator").once(),
    open_term("accessRights"),
    open_term("accrualMethod"),
    open_term("accrualPeriodicity"),
    open_term("accrualPolicy"),
    open_term("bibliographicCitation"),
    open_term("educationLevel"),
    open_term("instructionalMethod"),
    open_term("license"),
    open_term("provenance"),
    open_term("rightsHolder"),
];

/// Who, about what and when: elements that Atom and RSS have their own for.
pub(super) const FREE: &[Element] = &[dc("creator"), dc("subject"), element(Ns::Dc, "date", W3CDTF).once()];
