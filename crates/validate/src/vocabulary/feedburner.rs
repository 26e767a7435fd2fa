//! What FeedBurner adds to a channel or feed.

use super::super::check;
use super::super::element::{Check, Content, Element, FULL_URI, IRI, PLAIN, element, must};
use super::super::namespaces::Ns;
use super::super::rules;
use super::super::values::{quote, uri};
use super::super::walk::{Family, Frame, Walk};

const URL: Content = Content::Text(&[FULL_URI]);
const FLARE: &[super::super::element::Attribute] = &[must("href", &[Check::Look(flare)]), must("src", &[])];

/// In a channel or feed.
pub(super) const ELEMENTS: &[Element] = &[
    element(Ns::FeedBurner, "awareness", URL).once(),
    element(Ns::FeedBurner, "browserFriendly", Content::Text(&[PLAIN])).once(),
    element(Ns::FeedBurner, "emailServiceId", Content::Anything).once(),
    element(Ns::FeedBurner, "feedFlare", Content::Text(&[PLAIN])).attributes(FLARE),
    element(Ns::FeedBurner, "info", Content::Nothing).attributes(&[must("uri", &[IRI])]),
    element(Ns::FeedBurner, "feedburnerHostname", URL).once(),
];

/// Both addresses: references in Atom, absolute in RSS.
fn flare(walk: &mut Walk<'_>, frame: &Frame<'_>) {
    for name in ["href", "src"] {
        let Some(attribute) = frame.attribute(Ns::Core, name) else { continue };
        if walk.family == Family::Atom {
            check::value(walk, frame, &IRI, &name, &attribute.value, attribute.at);
        } else if !uri::is_full(&attribute.value) {
            walk.note(
                rules::CONTAINS_REL_REF,
                attribute.at,
                format!("{name}: {} is relative", quote(&attribute.value)),
            );
        }
    }
}
