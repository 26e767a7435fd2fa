//! The visible line at the end of a text, for people: the same in every format.

use std::borrow::Cow;

use crate::languages::Wording;
use crate::model::{Also, Credit};
use crate::text::{escape, url};

/// What the line says.
pub(super) struct Line<'a> {
    /// In which words.
    pub(super) words: &'static Wording,
    /// Who has the whole text, where this is a part of it.
    pub(super) read_on: Option<&'a str>,
    /// The page of the text.
    pub(super) page: Option<Cow<'a, str>>,
    /// Whom the text credits.
    pub(super) credits: &'a [Credit],
    /// Who else reports.
    pub(super) also: &'a [Also],
    /// A sentence that the source asks for.
    pub(super) asked: Option<&'a str>,
}

/// The visible line for people who read: where to read on, whom the text credits, who else reports.
pub(super) fn credit_line(line: &Line<'_>) -> String {
    let Line { words, read_on, page, credits, also, asked } = line;
    let mut sentences = Vec::new();
    if let (Some(name), Some(page)) = (read_on, page) {
        sentences.push(words.read_on.replace("{}", &anchor(name, Some(page))));
    }
    if !credits.is_empty() {
        let credits = credits.iter().map(|credit| (&*credit.name, credit.url.as_deref()));
        sentences.push(words.source.replace("{}", &list(credits, words)));
    }
    if !also.is_empty() {
        let others = also.iter().map(|other| (&*other.name, Some(other.url.as_str())));
        sentences.push(words.also.replace("{}", &list(others, words)));
    }
    sentences.extend(asked.map(|line| escape::attribute(line).into_owned()));
    if sentences.is_empty() { String::new() } else { format!("<p>{}</p>", sentences.join(" ")) }
}

/// `A`, `A and B`, `A, B and C`, each linked where its address is known.
fn list<'a>(items: impl Iterator<Item = (&'a str, Option<&'a str>)>, words: &Wording) -> String {
    let anchors: Vec<String> = items.map(|(name, address)| anchor(name, address)).collect();
    match anchors.split_last() {
        Some((last, rest)) if !rest.is_empty() => [&rest.join(words.comma), words.and, last].concat(),
        Some((last, _)) => last.clone(),
        None => String::new(),
    }
}

fn anchor(name: &str, address: Option<&str>) -> String {
    match address.filter(|address| url::is_web(address)) {
        Some(address) => {
            format!("<a href=\"{}\">{}</a>", escape::attribute(address), escape::attribute(name))
        }
        None => escape::attribute(name).into_owned(),
    }
}
