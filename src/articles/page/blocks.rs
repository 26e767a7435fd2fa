//! Blocks of a page, and words without what stands around them.

use dom_query::NodeRef;

/// Whether an element is a block of a page.
#[rustfmt::skip]
pub(super) fn is_block(node: &NodeRef<'_>) -> bool {
    node.node_name().is_some_and(|name| matches!(name.as_ref(), "p" | "div" | "li" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6"
        | "td" | "th" | "dd" | "dt" | "section" | "article" | "aside" | "blockquote" | "pre" | "ul" | "ol" | "table" | "tr"
        | "figure" | "header" | "footer" | "address" | "dl" | "tbody" | "main"))
}

/// Letters and digits in lower case.
pub(super) fn folded(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
