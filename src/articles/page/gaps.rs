//! Paragraphs that an extractor leaves out though they look like those it takes: of a text that is cut
//! into boxes of its own it keeps some. Where most of those that stand in like boxes were taken, the
//! rest are put back in their places.

use std::collections::HashMap;

use dom_query::{Document, NodeId, NodeRef};

use super::blocks::folded;
use crate::text::plain::one_line;

/// Shorter paragraphs tell nothing of what is around them.
const SHORTEST: usize = 40;
/// So many boxes alike must have been taken, and of all alike one in so many.
const FEWEST: usize = 2;
const ONE_IN: usize = 3;

/// A paragraph of the page.
struct Block<'a> {
    node: NodeRef<'a>,
    text: String,
    /// Its own name and class, those of the two elements around it, and the article it lies in: another
    /// article's paragraphs look alike, too.
    look: (String, Option<NodeId>),
}

/// Puts back into `found` what of `page` looks like what is there.
pub(super) fn fill(found: &NodeRef<'_>, page: &Document) {
    let mut taken: HashMap<String, NodeRef<'_>> = HashMap::new();
    for node in found.descendants_it().filter(is_paragraph) {
        taken.entry(folded(&node.text())).or_insert(node);
    }
    let blocks = blocks(page);
    let mut looks: HashMap<&(String, Option<NodeId>), (usize, usize)> = HashMap::new();
    for block in &blocks {
        let (all, kept) = looks.entry(&block.look).or_default();
        *all += 1;
        *kept += usize::from(taken.contains_key(&block.text));
    }
    let is_alike = |block: &Block<'_>| {
        let (all, kept) = looks.get(&block.look).copied().unwrap_or_default();
        kept >= FEWEST && kept * ONE_IN >= all
    };
    let mut waiting = Vec::new();
    let mut before: Option<NodeRef<'_>> = None;
    for block in &blocks {
        if let Some(node) = taken.get(&block.text) {
            // Those before the first that was taken stand before it.
            waiting.drain(..).for_each(|html: String| node.before_html(html));
            before = Some(*node);
        } else if is_alike(block) {
            let html = format!("<p>{}</p>", block.node.inner_html());
            match before {
                None => waiting.push(html),
                Some(place) => {
                    place.after_html(html);
                    before = place.next_element_sibling();
                }
            }
        }
    }
}

fn blocks(page: &Document) -> Vec<Block<'_>> {
    let Some(body) = page.body() else { return Vec::new() };
    let mut all = Vec::new();
    for node in body.descendants_it().filter(is_paragraph) {
        let text = one_line(&node.text());
        let linked: usize =
            node.descendants_it().filter(|inner| inner.has_name("a")).map(|link| link.text().len()).sum();
        if text.len() >= SHORTEST && linked * 2 < text.len() {
            all.push(Block { node, text: folded(&text), look: look(&node) });
        }
    }
    all
}

fn is_paragraph(node: &NodeRef<'_>) -> bool {
    node.has_name("p")
}

fn look(node: &NodeRef<'_>) -> (String, Option<NodeId>) {
    let said = |node: &NodeRef<'_>| {
        let name = node.node_name().unwrap_or_default();
        let class = node.attr("class").unwrap_or_default();
        let data = node.attr("data-component").unwrap_or_default();
        format!("{name}.{}.{data}", class.chars().take(80).collect::<String>())
    };
    let around = node.ancestors_it(Some(2)).map(|above| said(&above)).collect::<Vec<_>>();
    let article = node.ancestors_it(None).find(|above| above.has_name("article") || above.has_name("main"));
    (format!("{} {}", said(node), around.join(" ")), article.map(|article| article.id))
}
