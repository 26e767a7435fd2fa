//! What stands on a page beside its article: boxes known by their element, role or class, lines known
//! by what they say.

use std::collections::{HashMap, HashSet};

use dom_query::{Document, NodeId, NodeRef};

use super::super::page_text::{self, Line, line};
use super::super::people;
use crate::model::{Credit, Dropped, Outlet};
use crate::text::plain::one_line;
use crate::text::shown;

/// Elements that are never part of a text.
#[rustfmt::skip]
const ELEMENTS: [&str; 22] = [
    "script", "style", "noscript", "template", "nav", "button", "dialog", "svg", "math", "select", "textarea", "input",
    "iframe", "object", "embed", "link", "meta", "amp-ad", "amp-social-share", "amp-sidebar", "amp-embed", "canvas",
];

/// Words of a class or an id that say so.
#[rustfmt::skip]
const WORDS: [&str; 93] = [
    "share", "shares", "sharing", "sharebar", "sharedaddy", "sharebuttons", "addthis", "addtoany", "social", "socials", "socialmedia",
    "newsletter", "newsletters", "nl", "subscribe", "subscription", "signup", "register", "related", "relateds", "relatedposts",
    "relatedarticles", "recommended", "recommendation", "recommendations", "recommends", "recirc", "recirculation", "readmore", "readalso", "readnext",
    "interstitial", "mostread", "mostpopular", "popular", "trending", "outbrain", "taboola", "zergnet", "plista", "teaser",
    "teasers", "promo", "promobox", "promotion", "comments", "comment", "disqus", "breadcrumb", "breadcrumbs", "tags", "taglist", "keywords",
    "advert", "advertisement", "advertising", "ad", "ads", "adbox", "adslot", "sponsored", "sponsor", "banner", "cookie", "cookies",
    "consent", "gdpr", "caption", "captions", "figcaption", "byline", "bylines", "dateline", "timestamp", "pagination", "pager", "navigation",
    "menu", "sidebar", "copyright", "donate", "donation", "cta", "poll", "breaking", "hidden", "toolbar", "jp", "outstream", "werbung", "anzeige", "popup", "modal",
];

/// A word that marks more of a page's prose than this part of a hundred marks no furniture there.
const MOST_OF_PROSE: usize = 25;
/// Of what readers wrote there may be more than of the article.
const READERS: [&str; 2] = ["comments", "disqus"];
const MOST_OF_READERS: usize = 70;

/// The text of a page and what was found beside it.
#[derive(Default)]
pub(super) struct Swept {
    pub(super) credits: Vec<Credit>,
    pub(super) related: Vec<String>,
    pub(super) dropped: Vec<Dropped>,
}

/// Takes out of a page what is no part of any text, before an article is looked for; how many characters
/// of prose it has.
pub(super) fn boxes(page: &Document) -> usize {
    let Some(body) = page.body() else { return 0 };
    let (mut gone, mut marked): (Vec<NodeRef<'_>>, Vec<(NodeRef<'_>, &'static str)>) =
        (Vec::new(), Vec::new());
    let prose = prose(&body);
    let total: usize = prose.values().sum();
    for node in body.descendants_it().filter(NodeRef::is_element).collect::<Vec<_>>() {
        let name = node.node_name().unwrap_or_default();
        if name.as_ref() == "button" && is_within_text(&node) {
            node.rename("span");
        } else if ELEMENTS.contains(&name.as_ref()) || is_hidden(&node) {
            gone.push(node);
        } else if is_within_text(&node) {
            continue;
        } else if !matches!(name.as_ref(), "article" | "main" | "body" | "p" | "h1")
            && let Some(word) = word(&node)
        {
            marked.push((node, word));
        }
    }
    let mut by_word: HashMap<&str, usize> = HashMap::new();
    let of = |node: &NodeRef<'_>| prose_within(node, &prose);
    // A teaser leads somewhere; what is called so and leads nowhere is the beginning of the text.
    marked.retain(|(node, word)| {
        !matches!(*word, "teaser" | "promo")
            || of(node) < 200
            || node.descendants_it().any(|inner| inner.has_name("a"))
    });
    for (node, word) in &marked {
        *by_word.entry(word).or_default() += of(node);
    }
    let most = |word: &str| if READERS.contains(&word) { MOST_OF_READERS } else { MOST_OF_PROSE };
    let is_furniture = |word: &str| by_word.get(word).copied().unwrap_or(0) * 100 <= total * most(word);
    let marked =
        marked.into_iter().filter(|(_, word)| is_furniture(word)).map(|(node, word)| (node, most(word)));
    for (node, most) in gone.into_iter().map(|node| (node, MOST_OF_PROSE)).chain(marked) {
        if of(&node) * 100 <= total * most {
            node.remove_from_parent();
        } else {
            // A text behind a wall is hidden until a script shows it.
            node.remove_attrs(&["hidden", "style", "aria-hidden"]);
        }
    }
    // The tree must not be looked at while it is changed.
    let walled = |node: &NodeRef<'_>| node.has_name("p") && node.has_attr("aria-hidden");
    for node in body.descendants_it().filter(walled).collect::<Vec<_>>() {
        node.remove_attr("aria-hidden");
    }
    total
}

/// Whether an element stands in a paragraph with words beside it.
fn is_within_text(node: &NodeRef<'_>) -> bool {
    let Some(parent) = node.parent() else { return false };
    let inside = matches!(
        parent.node_name().unwrap_or_default().as_ref(),
        "p" | "li" | "a" | "em" | "strong" | "span" | "h2" | "h3" | "b" | "i"
    );
    inside && parent.children_it(false).any(|beside| beside.is_text() && beside.text().trim().len() > 3)
}

/// The length of each paragraph's own text outside links.
fn prose(body: &NodeRef<'_>) -> HashMap<NodeId, usize> {
    let mut found = HashMap::new();
    for node in body.descendants_it().filter(NodeRef::is_text) {
        let Some(parent) = node.parent() else { continue };
        if matches!(
            parent.node_name().unwrap_or_default().as_ref(),
            "a" | "script" | "style" | "option" | "button" | "label"
        ) {
            continue;
        }
        let text = node.text();
        let length = text.trim().len();
        // Shorter pieces are labels and names.
        if length >= 40 {
            found.insert(node.id, length);
        }
    }
    found
}

fn prose_within(node: &NodeRef<'_>, prose: &HashMap<NodeId, usize>) -> usize {
    node.descendants_it().filter_map(|inner| prose.get(&inner.id)).sum()
}

fn is_hidden(node: &NodeRef<'_>) -> bool {
    let is = |name: &str, value: &str| node.attr(name).is_some_and(|found| found.eq_ignore_ascii_case(value));
    let style =
        node.attr("style").map(|style| style.to_ascii_lowercase().replace(' ', "")).unwrap_or_default();
    node.has_attr("hidden")
        || style.contains("display:none")
        || style.contains("visibility:hidden")
        || is("role", "navigation")
        || is("role", "dialog")
        || is("role", "menu")
        || is("role", "search")
}

/// The word of its class or id that marks an element as furniture.
fn word(node: &NodeRef<'_>) -> Option<&'static str> {
    let names = ["class", "id", "data-component", "data-testid"]
        .map(|key| node.attr(key).unwrap_or_default().to_string())
        .join(" ");
    let parts = words(&names);
    let direct = parts.iter().find_map(|part| WORDS.iter().find(|word| *word == part).copied());
    let pairs = || {
        parts.windows(2).find_map(|two| match [two[0].as_str(), two[1].as_str()] {
            ["read" | "see" | "more", "more" | "also" | "on" | "next" | "stories" | "news"] => {
                Some("readmore")
            }
            ["most", "read" | "popular" | "viewed"] => Some("mostread"),
            ["author", "bio" | "box" | "info" | "card"] | ["about", "author"] => Some("byline"),
            ["sign", "up"] => Some("signup"),
            _ => None,
        })
    };
    direct.or_else(pairs)
}

/// `articleShare-buttons` as `article`, `share`, `buttons`.
fn words(names: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut before = ' ';
    for c in names.chars().take(400) {
        let begins = !before.is_alphanumeric() || c.is_uppercase() && before.is_lowercase();
        if c.is_alphanumeric() {
            if begins || out.is_empty() {
                out.push(String::new());
            }
            if let Some(last) = out.last_mut() {
                last.extend(c.to_lowercase());
            }
        }
        before = c;
    }
    out
}

/// What is known of a page when its text is swept.
pub(super) struct Known<'a> {
    pub(super) title: &'a str,
    /// Bylines and dates that the page shows.
    pub(super) shown: &'a [String],
    pub(super) authors: HashSet<String>,
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
    for (place, block) in blocks.iter().enumerate() {
        let text = one_line(&block.text());
        if text.is_empty() {
            continue;
        }
        let own = folded(&text);
        let heading = block
            .node_name()
            .is_some_and(|name| matches!(<str as AsRef<[u8]>>::as_ref(&name), [b'h', b'1'..=b'6']));
        let repeats = own == title && (heading || place < 4);
        let why = if repeats {
            "it repeats the headline"
        } else if text.chars().count() < 200 && shown.contains(&own) || is_byline(&text, place, known) {
            "it names the author or the date"
        } else {
            match line(&text, known.outlets) {
                Line::Credit(credits) => {
                    swept.credits.extend(credits);
                    "it credits a source"
                }
                Line::Teaser(title) => {
                    swept.related.extend(Some(title).filter(|title| !title.is_empty()));
                    "it announces another article"
                }
                Line::Noise => "it is the page's own",
                Line::Text if is_link(block, &text) => {
                    swept.related.push(text.clone());
                    "it leads to another article"
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

#[rustfmt::skip]
fn is_block(node: &NodeRef<'_>) -> bool {
    node.node_name().is_some_and(|name| matches!(name.as_ref(), "p" | "div" | "li" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6"
        | "td" | "th" | "dd" | "dt" | "section" | "article" | "aside" | "blockquote" | "pre" | "ul" | "ol" | "table" | "tr"
        | "figure" | "header" | "footer" | "address" | "dl" | "tbody" | "main"))
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
        && !text.ends_with(['.', '\u{3002}', '\u{201d}', '"', ':', ','])
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

pub(super) fn folded(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
