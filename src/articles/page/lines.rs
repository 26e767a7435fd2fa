//! Lines of a page's text that are no part of it, known by what they say and where they stand.

use std::collections::{HashMap, HashSet};

use dom_query::{NodeId, NodeRef};

use super::super::page_text::{self, Line, line};
use super::super::people;
use super::blocks::{folded, is_block};
use super::lead;
use crate::languages::Language;
use crate::model::{Credit, Dropped, Outlet};
use crate::text::plain::one_line;
use crate::text::{shown, url};

/// Lines of the head of a text, and of its foot.
const FIRST_LINES: usize = 8;
const LAST_LINES: usize = 3;
/// Characters of the cells of a table of data, on an average.
const LONGEST_CELL: usize = 120;
/// A longer line is no prompt.
const LONGEST_PROMPT: usize = 160;
/// Nodes of a line that is looked at.
const MOST_OF_LINE: usize = 60;
/// A longer line is a paragraph.
const SHORTEST_PROSE: usize = 90;

/// The text of a page and what was found beside it.
#[derive(Default)]
pub(super) struct Swept {
    pub(super) authors: Vec<String>,
    pub(super) credits: Vec<Credit>,
    pub(super) related: Vec<String>,
    pub(super) dropped: Vec<Dropped>,
}

/// What is known of a page when its text is swept.
pub(super) struct Known<'a> {
    pub(super) title: &'a str,
    /// Bylines and dates that the page shows.
    pub(super) shown: &'a [String],
    /// The line that sums the article up.
    pub(super) standfirst: Option<&'a str>,
    /// What it shows above its headline.
    pub(super) above: &'a [String],
    pub(super) authors: HashSet<String>,
    /// Names of authors, sections and the site, folded.
    pub(super) names: Vec<String>,
    pub(super) language: Option<&'static Language>,
    pub(super) outlets: &'a [Outlet],
}

/// Takes lines out of a text that are no part of it. Credits among them are kept, headlines of other
/// articles are named.
pub(super) fn lines(root: &NodeRef<'_>, known: &Known<'_>) -> Swept {
    let mut swept = Swept::default();
    captions(root, &mut swept);
    let blocks: Vec<NodeRef<'_>> = root.descendants_it().filter(is_leaf_block).collect();
    let title = folded(known.title);
    let shown: HashSet<String> = known.shown.iter().map(|text| folded(text)).collect();
    let above: HashSet<String> = known.above.iter().map(|text| folded(text)).collect();
    let is_shown = |text: &str, own: &str, place: usize, first: usize| {
        text.chars().count() < 200 && shown.contains(own)
            || is_byline(text, place, known)
            || place < first && lead::is_of_page(text, &known.names, known.language)
    };
    let mut around = vec![*root];
    while let Some(inner) = around.last().and_then(|node| node.children_it(false).find(NodeRef::is_element))
        && is_block(&inner)
    {
        around.push(inner);
    }
    for block in around.iter().chain(blocks.iter().take(FIRST_LINES / 2)) {
        broken(block, |text, own| own == title || is_shown(text, own, 0, 1), &mut swept);
    }
    let mut tables = Tables::default();
    // A datum belongs to the page where no paragraph stands before it.
    let is_prose = |block: &NodeRef<'_>| block.text().trim().chars().count() > SHORTEST_PROSE;
    let is_standfirst =
        |block: &NodeRef<'_>| known.standfirst.is_some_and(|text| folded(text) == folded(&block.text()));
    let first_prose = blocks.iter().position(|block| is_prose(block) && !is_standfirst(block)).unwrap_or(0);
    let first_prose = first_prose.min(FIRST_LINES);
    let clocks = blocks.iter().filter(|block| page_text::is_clock(&one_line(&block.text()))).count();
    let has_entries = clocks >= page_text::FEWEST_ENTRIES;
    let last_prose = blocks.iter().rposition(is_prose).unwrap_or(blocks.len());
    for (place, block) in blocks.iter().enumerate() {
        let text = one_line(&block.text());
        // Times of the day head the entries of a report as it went on, the first one too.
        if text.is_empty() || has_entries && page_text::is_clock(&text) {
            continue;
        }
        let own = folded(&text);
        let heading = is_heading(block);
        let repeats = own == title && (heading || place < 4);
        let is_datum = tables.is_datum(block);
        let why = if repeats {
            "it repeats the headline"
        } else if is_datum && place >= first_prose && !is_term(block) {
            continue;
        } else if is_shown(&text, &own, place, first_prose)
            || is_datum && place < first_prose && page_text::is_dated(&text)
        {
            "it names the author or the date"
        } else if place < FIRST_LINES && above.contains(&own) {
            "it stands above the headline"
        } else if is_datum && !(is_term(block) && is_link(block, &text)) {
            continue;
        } else {
            match line(&text, known.outlets) {
                Line::Credit(mut credits) => {
                    address(&mut credits, block);
                    swept.credits.extend(credits);
                    "it credits a source"
                }
                Line::Teaser(title) => {
                    swept.related.extend(Some(title).filter(|title| !title.is_empty()));
                    "it announces another article"
                }
                Line::Noise => "it is the page's own",
                Line::Time if is_counter(&text) || block.has_name("pre") => "it is the page's own",
                // A time among paragraphs is the text's: of a list, a chronicle, a report as it went on.
                Line::Time if heading && place > 0 || is_item(block) => continue,
                Line::Time if place < first_prose || place > last_prose => "it is the page's own",
                Line::Time => continue,
                Line::Text if is_link(block, &text) => {
                    swept.related.push(text.clone());
                    "it leads to another article"
                }
                Line::Text
                    if !is_quoted(block)
                        && is_page_s(&text, place, blocks.len(), place < first_prose, known) =>
                {
                    "it is the page's own"
                }
                Line::Text if is_caption(block, &text) => "it is a picture's caption",
                Line::Text if signature(&text, place, blocks.len(), known) => {
                    swept.authors.extend(people::names(&text));
                    "it names the author or the date"
                }
                Line::Text => continue,
            }
        };
        let is_picture = page_text::is_picture(&text);
        swept.dropped.push(Dropped { line: place + 1, text, why, is_picture });
        block.remove_from_parent();
    }
    empty(root);
    unbox(root);
    swept
}

/// Takes lines of a paragraph's beginning away that are divided by `<br>` alone.
fn broken(block: &NodeRef<'_>, is_of_page: impl Fn(&str, &str) -> bool, swept: &mut Swept) {
    for _ in 0..FIRST_LINES {
        let children: Vec<NodeRef<'_>> = block.children_it(false).take(MOST_OF_LINE).collect();
        let Some(end) = children.iter().position(|child| child.has_name("br") || is_block(child)) else {
            return;
        };
        let is_break = children[end].has_name("br");
        let text =
            one_line(&children[..end].iter().map(|child| child.text().to_string()).collect::<String>());
        let own = folded(&text);
        if own.is_empty() && !is_break
            || !own.is_empty() && !is_of_page(&text, &own)
            || children[..end].iter().any(holds_picture)
        {
            return;
        }
        children[..end + usize::from(is_break)].iter().for_each(NodeRef::remove_from_parent);
        if !text.is_empty() {
            let why = "it names the author or the date";
            swept.dropped.push(Dropped { line: 1, text, why, is_picture: false });
        }
    }
}

fn holds_picture(node: &NodeRef<'_>) -> bool {
    node.has_name("img") || node.descendants_it().any(|inner| inner.has_name("img"))
}

/// `1 / 5`: which picture of how many.
fn is_counter(text: &str) -> bool {
    let parts: Vec<&str> = text.split(['/', '\u{2044}']).map(str::trim).collect();
    parts.len() == 2
        && parts.iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Whether a line's words say that it belongs to the page, in its language and in English; one that could
/// begin a sentence says so only at the ends of the text.
fn is_page_s(text: &str, place: usize, count: usize, is_head: bool, known: &Known<'_>) -> bool {
    const NETWORKS: [&str; 22] = [
        "facebook",
        "linkedin",
        "x",
        "twitter",
        "whatsapp",
        "email",
        "e-mail",
        "link",
        "telegram",
        "pinterest",
        "reddit",
        "messenger",
        "line",
        "threads",
        "bluesky",
        "mastodon",
        "flipboard",
        "pocket",
        "tumblr",
        "viber",
        "xing",
        "vk",
    ];
    let ends = place < FIRST_LINES || place + LAST_LINES > count;
    let lower = text.to_lowercase();
    let number =
        text.trim_end_matches(['K', 'k', 'M']).chars().all(|c| c.is_numeric() || matches!(c, '.' | ','));
    ends && NETWORKS.contains(&lower.as_str())
        || number && is_head
        || (ends || text.split_whitespace().count() < 10 && !text.ends_with(['?', '\u{ff1f}']))
            && text.chars().count() < LONGEST_PROMPT
            && people::without_by(text).len() == text.len()
            && page_text::is_furniture(text, known.language)
}

/// Whether a line says of a picture who took it: `The hall. Foto: Jo Doe`.
fn is_caption(block: &NodeRef<'_>, text: &str) -> bool {
    text.chars().count() < LONGEST_PROMPT && !is_item(block) && page_text::is_picture(text)
}

/// Whether a block is somebody's words, quoted whole.
fn is_quoted(block: &NodeRef<'_>) -> bool {
    block.has_name("blockquote") || block.ancestors_it(Some(3)).any(|above| above.has_name("blockquote"))
}

/// Whether the last line of a text whose author nobody names is a name.
fn signature(text: &str, place: usize, count: usize, known: &Known<'_>) -> bool {
    known.authors.is_empty()
        && place + LAST_LINES > count
        && place > 2
        && page_text::is_name(text.trim_start_matches(['\u{2014}', '\u{2013}', '-', ' ']))
}

fn is_heading(node: &NodeRef<'_>) -> bool {
    node.node_name().is_some_and(|name| matches!(<str as AsRef<[u8]>>::as_ref(&name), [b'h', b'1'..=b'6']))
}

/// Whether a block is an item of a list or stands in one.
fn is_item(block: &NodeRef<'_>) -> bool {
    block.has_name("li") || block.parent().is_some_and(|parent| parent.has_name("li"))
}

/// Whether a block is of a list of terms, which may be one of other articles.
fn is_term(block: &NodeRef<'_>) -> bool {
    block.has_name("dt") || block.has_name("dd")
}

/// Gives credits the addresses that their line leads to.
fn address(credits: &mut [Credit], block: &NodeRef<'_>) {
    let links: Vec<(String, String)> = block
        .descendants_it()
        .filter(|node| node.has_name("a"))
        .filter_map(|link| Some((folded(&link.text()), link.attr("href")?.trim().to_owned())))
        .filter(|(text, address)| url::is_web(address) && !text.is_empty())
        .take(credits.len() * 2)
        .collect();
    let alone = credits.len() == 1 && links.len() == 1;
    for credit in credits.iter_mut().filter(|credit| credit.url.is_none()) {
        let name = folded(&credit.name);
        let names = |text: &str| text == name || text.contains(&name) || name.contains(text);
        let found = links.iter().find(|(text, _)| alone || names(text));
        credit.url = found.map(|(_, address)| address.clone());
    }
}

/// Which tables of a text hold data: a page may be laid out by tables, too.
#[derive(Default)]
struct Tables(HashMap<NodeId, bool>);

impl Tables {
    /// Whether a block is a datum: in a table of many short cells, or in a list of terms.
    fn is_datum(&mut self, block: &NodeRef<'_>) -> bool {
        let around = || std::iter::once(*block).chain(block.ancestors_it(Some(3)));
        if around().any(|node| node.has_name("dt") || node.has_name("dd")) {
            return true;
        }
        let Some(cell) = around().find(|node| node.has_name("td") || node.has_name("th")) else {
            return false;
        };
        let Some(table) = cell.ancestors_it(None).find(|node| node.has_name("table")) else { return false };
        *self.0.entry(table.id).or_insert_with(|| {
            let (mut cells, mut rows) = (0, 0);
            for node in table.descendants_it() {
                cells += usize::from(node.has_name("td") || node.has_name("th"));
                rows += usize::from(node.has_name("tr"));
            }
            let length = table.text().chars().count();
            rows > 1 && cells >= rows * 2 && length < cells * LONGEST_CELL || rows == 1 && cells > 2
        })
    }
}

/// A caption says what a picture shows; it goes where those look who do not see the picture.
fn captions(root: &NodeRef<'_>, swept: &mut Swept) {
    for caption in root.descendants_it().filter(|node| node.has_name("figcaption")).collect::<Vec<_>>() {
        let text = one_line(&caption.text());
        let figure = caption.ancestors_it(Some(3)).find(|node| node.has_name("figure"));
        let picture = figure.and_then(|figure| figure.descendants_it().find(|node| node.has_name("img")));
        if let Some(picture) = picture
            && !text.is_empty()
            && !picture.has_attr("title")
        {
            picture.set_attr("title", &text);
        }
        swept.dropped.push(Dropped { line: 0, text, why: "it is a picture's caption", is_picture: true });
        caption.remove_from_parent();
    }
}

/// A block that holds no other.
fn is_leaf_block(node: &NodeRef<'_>) -> bool {
    is_block(node) && !node.descendants_it().any(|inner| is_block(&inner))
}

/// Whether a block is nothing but a link to another page.
fn is_link(block: &NodeRef<'_>, text: &str) -> bool {
    let linked: usize = block
        .descendants_it()
        .filter(|node| node.has_name("a") && node.has_attr("href"))
        .map(|link| one_line(&link.text()).chars().count())
        .sum();
    let length = text.chars().count();
    let embedded = || block.descendants_it().any(|node| node.has_attr(shown::EMBEDDED));
    linked * 10 >= length * 8
        && !embedded()
        && length < 200
        && !block.has_name("td")
        && (text.ends_with("...") || !text.ends_with(['.', '\u{3002}', '\u{201d}', '"', ':', ',']))
}

/// Whether a line among the first names nobody but the authors.
fn is_byline(text: &str, place: usize, known: &Known<'_>) -> bool {
    let count = text.split_whitespace().count();
    if place > 6 || count > 16 || text.chars().count() > 120 {
        return false;
    }
    let names = people::names(text);
    let says_by = people::without_by(text).len() < text.trim().len();
    !names.is_empty()
        && (known.authors.is_empty() && says_by && count <= 6 && !text.ends_with('.')
            || names.iter().any(|name| known.authors.contains(&folded(name)))
                && (says_by || names.iter().all(|name| known.authors.contains(&folded(name)))))
}

/// Takes the boxes away around what is left: they mean nothing outside of their page.
fn unbox(root: &NodeRef<'_>) {
    let is_box = |node: &NodeRef<'_>| {
        node.node_name().is_some_and(|name| {
            matches!(name.as_ref(), "div" | "section" | "article" | "main" | "header" | "footer")
        })
    };
    let boxes: Vec<NodeRef<'_>> = root.descendants_it().filter(is_box).collect();
    for node in boxes.iter().rev() {
        let words = node.children_it(false).any(|inner| inner.is_text() && !inner.text().trim().is_empty());
        let parts = node.children_it(false).any(|inner| is_block(&inner));
        match (words, parts) {
            (_, false) if node.children_it(false).any(|inner| !inner.text().trim().is_empty()) => {
                node.rename("p")
            }
            (false, _) => {
                node.children().iter().for_each(|inner| node.insert_before(inner));
                node.remove_from_parent();
            }
            (true, _) => {}
        }
    }
}

/// Takes out what is left empty.
fn empty(root: &NodeRef<'_>) {
    let all: Vec<NodeRef<'_>> = root.descendants_it().filter(NodeRef::is_element).collect();
    for node in all.iter().rev() {
        let holds = |inner: NodeRef<'_>| {
            inner.is_element() && !inner.has_name("br") || inner.is_text() && !inner.text().trim().is_empty()
        };
        if is_block(node) && !node.children_it(false).any(holds) {
            node.remove_from_parent();
        }
    }
}
