//! Markdown with TOML (`+++`) or YAML (`---`) front matter.

use chrono::FixedOffset;
use pulldown_cmark::{Options, Parser, html};

use super::record::{Body, Record};
use super::sidecar;
use super::unreadable::Problem;
use crate::text::shown;

/// The record of a Markdown file. Without a title in the front matter, a first line `# Title` is it.
pub(super) fn record(text: &str, offset: FixedOffset) -> Result<Record, Problem> {
    let (head, body) = match (fenced(text, "+++")?, fenced(text, "---")?) {
        (Some((head, body)), _) => (sidecar::toml(head, offset).map_err(|problem| problem.below(1))?, body),
        (_, Some((head, body))) => (sidecar::yaml(head, offset).map_err(|problem| problem.below(1))?, body),
        _ => (Record::default(), text),
    };
    let (title, body) = heading(body, head.title.is_none());
    let found = Record { title, body: Some(Body::Markdown(body.to_owned())), ..Record::default() };
    Ok(head.over(found))
}

/// Front matter between two lines of `fence`, and what follows it.
fn fenced<'a>(text: &'a str, fence: &str) -> Result<Option<(&'a str, &'a str)>, Problem> {
    let Some(rest) =
        text.strip_prefix(fence).and_then(|rest| rest.trim_start_matches([' ', '\t']).strip_prefix('\n'))
    else {
        return Ok(None);
    };
    let mut at = 0;
    for line in rest.split_inclusive('\n') {
        if line.trim_end() == fence {
            return Ok(Some((&rest[..at], &rest[at + line.len()..])));
        }
        at += line.len();
    }
    let seen = format!("the front matter opens with {fence} and never ends");
    Err(Problem::new(seen, format!("close it with a line {fence}")).at(Some(1)))
}

fn heading(body: &str, wanted: bool) -> (Option<String>, &str) {
    let start = body.trim_start();
    let (line, rest) = start.split_once('\n').unwrap_or((start, ""));
    match line.strip_prefix("# ") {
        Some(title) if wanted => (Some(title.trim().trim_end_matches('#').trim_end().to_owned()), rest),
        _ => (None, body),
    }
}

/// Where more signs of footnotes stand, they are text: each costs seventy times its bytes.
const MOST_FOOTNOTES: usize = 5_000;

/// CommonMark, with tables, footnotes, strike-through and tasks, as HTML.
pub(super) fn to_html(text: &str) -> String {
    let text = shown::surrogates(text);
    let text = text.as_ref();
    let mut options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS;
    if memchr::memmem::find_iter(text.as_bytes(), "[^").nth(MOST_FOOTNOTES).is_some() {
        options.remove(Options::ENABLE_FOOTNOTES);
    }
    let mut out = String::with_capacity(text.len() + text.len() / 2);
    html::push_html(&mut out, Parser::new_ext(text, options));
    out.trim_end().to_owned()
}
