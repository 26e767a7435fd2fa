//! Page text: the plain dump of an article's page, as a clipboard or an old archive gives it.
//!
//! Headline first; then the body with the page's furniture in between: captions, teasers,
//! `Source: X`, headlines of other articles, `More in X`. Out comes a record whose body is the
//! body alone. What cannot be decided stays in the body: furniture in an article is a blemish,
//! a lost paragraph is a loss. The closing paragraph on availability ("… is on Netflix now") is
//! written for the article and often holds its facts, so it is body too. No date is ever read
//! from the text.

mod credit;
mod foot;
mod glue;
mod head;
mod lines;
mod middle;
mod shape;

use super::article::escape;
use super::record::{Body, Record};
use super::unreadable::Problem;
use crate::model::{Credit, Outlet};

/// What the body is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Paragraph(String),
    Heading(String),
    Item(String),
}

/// The record of a page's text.
pub(super) fn record(text: &str, known: &[Outlet]) -> Result<Record, Problem> {
    let lines = glue::unglued(&lines::of(text), known);
    let Some((headline, rest)) = lines.split_first() else {
        return Err(Problem::new("no headline", "put the headline on the first line"));
    };
    let foot = foot::cut(rest, known);
    let head = head::cut(headline, foot.before);
    let middle = middle::read(head.after, known);
    if middle.parts.is_empty() {
        return Err(Problem::new("a headline and no paragraph", "put the text below the headline"));
    }
    let mut credits = middle.credits;
    credit::add(&mut credits, foot.credits);
    Ok(Record {
        title: Some(headline.clone()),
        summary: head.deck,
        body: Some(Body::Html(html(&middle.parts))),
        authors: head.authors,
        sections: foot.section.into_iter().collect(),
        credits,
        related: middle.related.into_iter().chain(foot.related).collect(),
        ..Record::default()
    })
}

fn html(parts: &[Part]) -> String {
    let mut out = String::new();
    let mut in_list = false;
    for part in parts {
        let is_item = matches!(part, Part::Item(_));
        if is_item != in_list {
            out.push_str(if is_item { "<ul>\n" } else { "</ul>\n" });
            in_list = is_item;
        }
        match part {
            Part::Paragraph(text) => out.push_str(&format!("<p>{}</p>\n", escape(text))),
            Part::Heading(text) => out.push_str(&format!("<h2>{}</h2>\n", escape(text))),
            Part::Item(text) => out.push_str(&format!("<li>{}</li>\n", escape(text))),
        }
    }
    out.push_str(if in_list { "</ul>" } else { "" });
    out.trim_end().to_owned()
}

/// What a line of any page is, whatever stands beside it.
pub(super) enum Line {
    /// It names sources.
    Credit(Vec<Credit>),
    /// It announces another article.
    Teaser(String),
    /// It is the page's own.
    Noise,
    /// None of these.
    Text,
}

/// What a line is by its words alone.
pub(super) fn line(text: &str, known: &[Outlet]) -> Line {
    if let Some(credits) = credit::of_line(text, known) {
        return Line::Credit(credits);
    }
    if let Some(title) = shape::teaser(text) {
        return Line::Teaser(title.to_owned());
    }
    if shape::is_noise(text) || shape::is_picture_line(text) { Line::Noise } else { Line::Text }
}
