//! Any article's page as a record: what it states of itself, and its text.
//!
//! The text is what `dom_smoothie` finds, compared with what the page states in JSON-LD or microdata;
//! the better is taken, and the page's furniture goes out of it. What cannot be decided stays: furniture
//! in an article is a blemish, a lost paragraph is a loss. Refused: pages past the bounds of `bounds`,
//! pages without a headline or a text.

mod blocks;
mod body;
mod bounds;
mod facts;
mod furniture;
mod gaps;
mod lead;
mod lines;
mod stated;
mod title;

use chrono::FixedOffset;
use dom_query::Document;

use super::page_text;
use super::record::{Body, Record, person};
use super::unreadable::Problem;
use crate::model::{Credit, CreditKind, Outlet};
use crate::text::{cut, plain, shown};

/// Characters of a text that stand for a headline where a page has none.
const LONGEST_TITLE: usize = 100;

/// The record of a page; `address` is where it was found, if that is known.
pub(super) fn record(
    text: &str,
    address: Option<&str>,
    offset: FixedOffset,
    outlets: &[Outlet],
) -> Result<Record, Problem> {
    if let Some(bound) = bounds::passed(text) {
        return Err(Problem::new(bound, "such a page is not read; save the article alone"));
    }
    let page = Document::from(shown::of_page(text).as_ref());
    let stated = stated::read(&page, address, offset);
    let title = stated.record.title.clone();
    let text = body::read(page, &stated, title.as_deref().unwrap_or_default(), outlets);
    let Some(text) = text else {
        return Err(Problem::new("a page without an article", "put the text into <article>"));
    };
    let unsigned = stated.record.published.is_none() && stated.record.authors.is_empty();
    if text.is_list && unsigned && !stated.is_article {
        return Err(Problem::new(
            "a page of other articles' headlines, and no article",
            "save the page of one article",
        ));
    }
    let mut record = stated.record;
    record.base = stated.base;
    record.title = title.or_else(|| first_words(&text.body));
    if record.title.is_none() {
        return Err(Problem::new("a page without a headline", "give it og:title, an <h1> or JSON-LD"));
    }
    record.body = Some(text.body);
    if record.authors.is_empty() {
        record.authors = text.authors.iter().map(|name| person(name)).collect();
    }
    record.credits.extend(text.credits);
    record.credits.extend(stated.lead.credits);
    let signed = record.authors.iter().filter_map(|one| one.name.clone());
    let agencies: Vec<String> = signed.filter(|name| page_text::is_agency(name)).collect();
    record.credits.extend(agencies.into_iter().map(|name| Credit {
        kind: CreditKind::Byline,
        evidence: name.clone(),
        name,
        url: None,
    }));
    record.sites = stated.sites;
    record.related.extend(text.related);
    record.dropped.extend(text.dropped);
    Ok(record)
}

/// The beginning of a text whose page names it nowhere.
fn first_words(body: &Body) -> Option<String> {
    let text = match body {
        Body::Html(html) => plain::of_html(html),
        Body::Text(text) | Body::Markdown(text) => text.clone(),
    };
    let line = text.lines().map(str::trim).find(|line| !line.is_empty())?;
    Some(cut::at_sentence(line, LONGEST_TITLE)).filter(|title| !title.is_empty())
}
