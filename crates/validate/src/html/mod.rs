//! Strict HTML: whether a fragment parses without a single parse error, and what it holds that
//! feed readers strip or refuse. Nothing is repaired: the first parse error ends the check.

mod css;
mod kinds;
mod names;
mod references;
mod tokens;
mod tree;

pub(super) use css::unsafe_parts;
pub(super) use names::{is_html, is_mathml, is_safe, is_svg, mathml_attribute, svg_attribute};
pub(super) use references::{HTML4_ENTITIES, decode};
pub(super) use tree::fragment;

/// What was found in a fragment.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Flaw {
    /// Byte offset in the fragment.
    pub(super) at: usize,
    /// What it is.
    pub(super) kind: FlawKind,
    /// For a person.
    pub(super) message: String,
}

/// Kinds of flaw, a rule each.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum FlawKind {
    /// A parse error, or an element that HTML does not have.
    NotHtml,
    /// An element that readers remove for safety.
    UnsafeElement,
    /// An attribute that runs script.
    UnsafeAttribute,
    /// A style that readers remove.
    UnsafeStyle,
}
