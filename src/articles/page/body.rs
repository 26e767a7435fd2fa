//! The text of a page: what `dom_smoothie` finds, what the page marks, what it states; the better of them.

use std::collections::HashSet;

use dom_query::{Document, NodeRef};
use dom_smoothie::{Config, Readability};

use super::blocks::folded;
use super::lines::{self, Known, Swept};
use super::stated::Stated;
use super::{furniture, gaps};
use crate::articles::record::Body;
use crate::languages;
use crate::model::{Credit, Dropped, Outlet};
use crate::text::{plain, words};

/// Shorter texts of an answer make the extractor try again with looser rules, but for pages that
/// have hardly more.
const SHORT: usize = 500;
/// Fewer characters are no text.
const SHORTEST: usize = 20;
/// Fewer headlines that lead elsewhere make no list of articles, and longer texts are no teasers.
const FEWEST_TEASERS: usize = 5;
const LONGEST_TEASER: usize = 250;

/// A page's text.
pub(super) struct Found {
    pub(super) body: Body,
    /// It is headlines of other articles with a few words each.
    pub(super) is_list: bool,
    pub(super) authors: Vec<String>,
    pub(super) credits: Vec<Credit>,
    pub(super) related: Vec<String>,
    pub(super) dropped: Vec<Dropped>,
}

/// One answer.
struct Answer {
    html: String,
    words: Vec<u32>,
    is_list: bool,
    swept: Swept,
}

/// The text of the page, if it has one.
pub(super) fn read(page: Document, stated: &Stated, title: &str, outlets: &[Outlet]) -> Option<Found> {
    let prose = furniture::boxes(&page);
    let record = &stated.record;
    let authors: HashSet<String> =
        record.authors.iter().filter_map(|one| one.name.as_deref()).map(folded).collect();
    let names = record.sections.iter().chain(&stated.sites).map(|name| folded(name));
    let known = Known {
        title,
        shown: &stated.shown,
        standfirst: stated.lead.standfirst.as_deref(),
        above: &stated.lead.above,
        names: names.chain(authors.iter().cloned()).collect(),
        authors,
        language: record.language.as_deref().and_then(languages::by_code),
        outlets,
    };
    let marked = marked(&page, &known);
    let found = extracted(page, prose, &known);
    let best = better(found, marked);
    let written = stated.body().map(|body| (body, bag(&text_of(body))));
    match (best, written) {
        (Some(answer), Some((body, words))) if is_better(&words, &answer.words) => {
            Some(found_in(body.clone(), false, answer.swept))
        }
        (Some(answer), _) => Some(found_in(Body::Html(answer.html), answer.is_list, answer.swept)),
        (None, Some((body, words))) if !words.is_empty() => {
            Some(found_in(body.clone(), false, Swept::default()))
        }
        (None, _) => None,
    }
}

fn found_in(body: Body, is_list: bool, swept: Swept) -> Found {
    let Swept { authors, credits, related, dropped } = swept;
    Found { body, is_list, authors, credits, related, dropped }
}

fn text_of(body: &Body) -> String {
    match body {
        Body::Html(html) => plain::of_html(html),
        Body::Text(text) | Body::Markdown(text) => text.clone(),
    }
}

/// What the extractor finds.
fn extracted(page: Document, prose: usize, known: &Known<'_>) -> Option<Answer> {
    let before = page.clone();
    let char_threshold = (prose / 2).clamp(SHORTEST, SHORT);
    let config = Config { disable_json_ld: true, char_threshold, keep_classes: true, ..Config::default() };
    let mut reader = Readability::with_document(page, None, Some(config)).ok()?;
    reader.parse().ok()?;
    let root = reader.doc.select_single("#readability-page-1");
    let root = root.nodes().first()?;
    gaps::fill(root, &before);
    answer(root, known)
}

/// What the page marks as the text by microdata, all parts of it.
fn marked(page: &Document, known: &Known<'_>) -> Option<Answer> {
    let parts = page.select("[itemprop~=articleBody]");
    let outer = |node: &&NodeRef<'_>| {
        !node.ancestors_it(None).any(|above| {
            above
                .attr("itemprop")
                .is_some_and(|names| names.split_whitespace().any(|name| name == "articleBody"))
        })
    };
    let html: Vec<String> =
        parts.nodes().iter().filter(outer).map(|node| node.inner_html().to_string()).collect();
    if html.is_empty() {
        return None;
    }
    let part = Document::from(format!("<div id=whole>{}</div>", html.join("\n")));
    let root = part.select_single("#whole");
    answer(root.nodes().first()?, known)
}

fn answer(root: &NodeRef<'_>, known: &Known<'_>) -> Option<Answer> {
    let is_list = is_list(root);
    let swept = lines::lines(root, known);
    let html = tidy(&root.inner_html());
    let text = plain::of_html(&html);
    (text.chars().count() >= SHORTEST).then(|| Answer { html, words: bag(&text), is_list, swept })
}

/// Whether a text is the headlines of other articles, each leading there, and hardly a paragraph.
fn is_list(root: &NodeRef<'_>) -> bool {
    let leads = |node: &NodeRef<'_>| {
        node.descendants_it().any(|inner| inner.has_name("a"))
            || node.ancestors_it(Some(3)).any(|above| above.has_name("a"))
    };
    let (mut headlines, mut linked, mut paragraphs, mut before) = (0, 0, 0, 0);
    for node in root.descendants_it() {
        match node.node_name().unwrap_or_default().as_ref() {
            "h2" | "h3" | "h4" | "h5" => {
                headlines += 1;
                linked += usize::from(leads(&node));
            }
            "p" => {
                let length = node.text().trim().chars().count();
                paragraphs += usize::from(length > LONGEST_TEASER);
                before += if linked == 0 { length } else { 0 };
            }
            _ => {}
        }
    }
    before < LONGEST_TEASER
        && linked >= FEWEST_TEASERS
        && linked * 4 >= headlines * 3
        && paragraphs * 3 < linked
}

/// HTML without blank lines and indentation, unless they may mean something.
fn tidy(html: &str) -> String {
    if html.contains("<pre") || html.contains("<textarea") {
        return html.trim().to_owned();
    }
    html.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// The words of a text, in order of their hashes.
fn bag(text: &str) -> Vec<u32> {
    let mut all: Vec<u32> = Vec::new();
    for line in text.lines() {
        for word in line.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
            all.push(words::hash(&word.to_lowercase()));
        }
    }
    all.sort_unstable();
    all
}

/// How many words two bags share.
fn common(a: &[u32], b: &[u32]) -> usize {
    let (mut i, mut j, mut count) = (0, 0, 0);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        match x.cmp(y) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => (i, j, count) = (i + 1, j + 1, count + 1),
        }
    }
    count
}

/// Whether an answer lacks a good part of what another has.
fn is_missing(answer: &[u32], other: &[u32]) -> bool {
    common(answer, other) * 10 < other.len() * 8 && other.len() * 10 > answer.len() * 9
}

/// Whether what a page states is to be taken instead of what was found on it, although it has lost its
/// markup: where that is another text, or lacks much of it.
fn is_better(stated: &[u32], found: &[u32]) -> bool {
    let shared = common(stated, found);
    let other = shared * 10 < stated.len() * 4 && stated.len() > 60;
    let short = shared * 10 < stated.len() * 8 && stated.len() * 10 > found.len() * 13;
    other || short
}

fn better(found: Option<Answer>, marked: Option<Answer>) -> Option<Answer> {
    match (found, marked) {
        (Some(found), Some(marked)) if is_missing(&found.words, &marked.words) => Some(marked),
        (None, marked) => marked,
        (found, _) => found,
    }
}
