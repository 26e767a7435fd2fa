//! What a body is made of.

/// What the body is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part {
    Paragraph(String),
    Heading(String),
    Item(String),
}
