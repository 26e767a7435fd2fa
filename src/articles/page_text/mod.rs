//! Page text: the plain dump of an article's page, as a clipboard or an old archive gives it.
//!
//! Headline first, or below a kicker and the bars of the page; then the body with the page's furniture in between: captions, teasers,
//! `Source: X`, headlines of other articles, `More in X`. Out comes a record whose body is the
//! body alone. What cannot be decided stays in the body: furniture in an article is a blemish,
//! a lost paragraph is a loss. The closing paragraph on availability ("… is on Netflix now") is
//! written for the article and often holds its facts, so it is body too. No date is ever read
//! from the text.

mod credit;
mod foot;
mod furniture;
mod glue;
mod head;
mod headline;
mod lines;
mod lists;
mod look;
mod middle;
mod part;
mod people;
mod shape;
mod sift;
mod times;

use chrono::FixedOffset;

use super::record::{Body, Record, person};
use super::unreadable::Problem;
use crate::model::{Credit, Dropped, Outlet};
use crate::text::escape;
use lines::Numbered;
use look::Look;
use part::Part;
use sift::Sifted;

/// The record of a page's text. Times without a zone are at `offset`.
pub(super) fn record(text: &str, offset: FixedOffset, known: &[Outlet]) -> Result<Record, Problem> {
    let lines = glue::unglued(&lines::of(text), known);
    let above = headline::find(&lines, known, sift::language(&lines));
    let (above, lines) = lines.split_at(above);
    let Some((headline, lines)) = lines.split_first() else {
        return Err(Problem::new("no headline", "put the headline on the first line"));
    };
    let sifted = sift::sift(&headline.text, lines, known);
    let mut page =
        Page { lines, sifted: &sifted, offset, known, opening: Vec::new(), record: Record::default() };
    let from = page.head(&headline.text);
    let middle = middle::read(lines, &sifted, from, sifted.article.1);
    for (at, look) in middle.dropped {
        page.drop(at, look);
    }
    page.foot();
    let mut parts = [std::mem::take(&mut page.opening), middle.parts].concat();
    page.without_notes(&mut parts);
    if parts.is_empty() {
        return Err(Problem::new("a headline and no paragraph", "put the text below the headline"));
    }
    let mut record = page.record;
    record.dropped.extend(above.iter().map(|line| Dropped {
        line: line.at,
        text: line.text.clone(),
        why: "above the headline",
        is_picture: false,
    }));
    record.dropped.sort_by_key(|dropped| dropped.line);
    record.title = Some(headline.text.clone());
    record.body = Some(Body::Html(html(&parts)));
    Ok(record)
}

/// Lines below the headline that a deck stands in.
const LAST_DECK: usize = 3;

/// Fewer words below a name are what its bearer is, and no deck.
const SHORTEST_BELOW_NAME: usize = 9;

/// A longer one is a paragraph, and a name below it a head.
const LONGEST_SIGNED_DECK: usize = 240;

/// Lines below the headline that the date of publication stands in: above the text, or below its deck.
const LAST_DATE: usize = 8;

/// A page while its record is made.
struct Page<'a> {
    lines: &'a [Numbered],
    sifted: &'a Sifted,
    offset: FixedOffset,
    known: &'a [Outlet],
    /// Sentences above the bars of the page.
    opening: Vec<Part>,
    record: Record,
}

impl Page<'_> {
    /// Reads what stands above the article; where its body begins.
    fn head(&mut self, headline: &str) -> usize {
        let (first, end) = self.sifted.article;
        for at in 0..first {
            match self.sifted.looks[at] {
                Look::Short => self.above(at, headline),
                // A sentence is the text's wherever it stands: a standfirst above the page's bars.
                Look::Prose if sift::is_sentence(&self.lines[at].text) => {
                    self.opening.push(Part::Paragraph(self.lines[at].text.clone()));
                }
                look => self.drop(at, look),
            }
        }
        // In a dump of few lines a deck or a caption may stand just before the first paragraph.
        let mut from = first;
        while from < end
            && self.sifted.looks[from] == Look::Prose
            && head::is_caption(&self.lines[from].text, headline)
        {
            self.drop(from, Look::Picture);
            from += 1;
        }
        if self.is_signed_deck(from, end) {
            self.opening.push(Part::Paragraph(self.lines[from].text.clone()));
            self.record.authors = people::people(&self.lines[from + 1].text).unwrap_or_default();
            self.drop(from + 1, Look::Byline);
            from += 2;
        }
        from
    }

    /// Whether a deck that ends with a full stop stands at `from` and who wrote the text below it: one
    /// such line of names alone and no other, of whom the text does not tell.
    fn is_signed_deck(&self, from: usize, end: usize) -> bool {
        let looks = &self.sifted.looks;
        let line = |at: usize| self.lines[at].text.as_str();
        let is_name = |at: usize| {
            looks[at] == Look::Short && (people::is_alone(line(at)) || people::are_alone(line(at)))
        };
        if !self.record.authors.is_empty()
            || from > LAST_DECK
            || from + 2 >= end
            || looks[from] != Look::Prose
            || shape::weight(line(from)) > LONGEST_SIGNED_DECK
            || !is_name(from + 1)
            || (from + 2..end).any(is_name)
        {
            return false;
        }
        // Whom the text is about stands above it as a head.
        let last = |name: &str| name.split_whitespace().next_back().map(str::to_owned);
        let names = people::people(line(from + 1)).unwrap_or_default();
        let lasts: Vec<String> =
            names.iter().filter_map(|person| person.name.as_deref().and_then(last)).collect();
        let told = |at: usize| lasts.iter().any(|name| line(at).contains(name.as_str()));
        !lasts.is_empty()
            && matches!(looks[from + 2], Look::Prose | Look::Time)
            && !told(from)
            && !(from + 2..end).any(told)
    }

    /// `Source:`, alone on the line before.
    fn is_named_source(&self, at: usize) -> bool {
        at > 0 && credit::is_label(&self.lines[at - 1].text)
    }

    /// A few words above the article: whose it is, what it is about, or the page's.
    fn above(&mut self, at: usize, headline: &str) {
        let line = &self.lines[at].text;
        let behind_label = at > 0 && self.is_label(at - 1);
        let alone = people::is_alone(line) && self.is_credited_alone(at)
            || people::are_alone(line) && self.is_dated(at);
        if self.record.authors.is_empty()
            && self.is_dated(at)
            && let Some(authors) = people::packed(line)
        {
            self.record.authors = authors;
            self.drop(at, Look::Byline);
        } else if self.record.authors.is_empty()
            && (behind_label || alone)
            && let Some(authors) = people::people(line)
        {
            self.record.authors = authors;
            self.drop(at, Look::Byline);
        } else if self.record.authors.is_empty() && people::is_agency(line) {
            self.record.authors = vec![person(line)];
            self.drop(at, Look::Byline);
        } else if self.record.summary.is_none()
            && self.is_high(at)
            && head::is_deck(line, headline)
            && !self.is_office(at)
        {
            self.record.summary = Some(line.clone());
        } else {
            let caption = head::is_caption(line, headline);
            self.drop(at, if caption { Look::Picture } else { Look::Short });
        }
    }

    /// Whether few lines stand above but bylines, dates and the page's own.
    fn is_high(&self, at: usize) -> bool {
        let others =
            || self.sifted.looks[..at].iter().filter(|look| matches!(look, Look::Byline | Look::Time));
        at < LAST_DECK * 2 && at < LAST_DECK + others().count()
    }

    /// `von`, alone on its line.
    fn is_label(&self, at: usize) -> bool {
        let line = self.lines[at].text.to_lowercase();
        furniture::lists(self.sifted.language, |page| page.bylines)
            .any(|label| label == line.trim_matches([':', ' ']))
    }

    /// A name beside a date, or alone in the head: not under a picture.
    fn is_credited_alone(&self, at: usize) -> bool {
        self.is_dated(at) || !(at > 0 && self.sifted.looks[at - 1] == Look::Picture)
    }

    /// Whether a date stands on the line before or behind.
    fn is_dated(&self, at: usize) -> bool {
        let dated = |at: usize| self.sifted.looks.get(at) == Some(&Look::Time);
        dated(at + 1) || at > 0 && dated(at - 1)
    }

    /// What somebody is, below their name: `Surgeon and deputy mayor of La Souterraine`.
    fn is_office(&self, at: usize) -> bool {
        at > 0
            && !self.record.authors.is_empty()
            && people::is_alone(&self.lines[at - 1].text)
            && shape::words(&self.lines[at].text) < SHORTEST_BELOW_NAME
    }

    /// Takes the notes on who wrote it from the end: `Anna Lind is a columnist.`
    fn without_notes(&mut self, parts: &mut Vec<Part>) {
        while let Some(Part::Paragraph(text)) = parts.last()
            && parts.len() > 1
            && people::is_note(text, &self.record.authors)
        {
            let at = self.lines.iter().rposition(|line| line.text == *text);
            parts.pop();
            if let Some(at) = at {
                self.drop_as(at, "on who wrote it");
            }
        }
    }

    /// Reads what stands below the article.
    fn foot(&mut self) {
        let (first, end) = self.sifted.article;
        let from = end.max(first);
        for at in from..self.lines.len() {
            let line = &self.lines[at].text;
            match self.sifted.looks[at] {
                _ if foot::section(line).is_some() => {
                    self.record.sections = foot::section(line).map(str::to_owned).into_iter().collect();
                    self.drop_as(at, "the section");
                }
                Look::Short | Look::Prose | Look::Again => self.below(at, from),
                look => self.drop(at, look),
            }
        }
    }

    fn below(&mut self, at: usize, first: usize) {
        let line = &self.lines[at].text;
        if at == first && self.record.authors.is_empty() && people::is_name(line) {
            self.record.authors = people::people(line).unwrap_or_default();
            return self.drop(at, Look::Byline);
        }
        let teased = at > 0 && shape::teaser(&self.lines[at - 1].text) == Some("");
        if teased || !shape::is_picture_line(line) {
            foot::relate(&mut self.record.related, line);
        }
        let short = self.sifted.looks[at] == Look::Short;
        self.drop_as(at, if short { "below the article" } else { Look::Prose.why() });
    }

    /// Leaves a line out and keeps what it says: a credit, a date, a name, another headline.
    fn drop(&mut self, at: usize, look: Look) {
        let line = &self.lines[at].text;
        match look {
            Look::Credit => {
                let credits = credit::of_line(line, self.known).unwrap_or_default();
                credit::add(&mut self.record.credits, credits);
            }
            Look::Byline if self.record.authors.is_empty() && at < self.sifted.article.0.max(4) => {
                self.record.authors = people::byline(line, self.sifted.language).unwrap_or_default();
            }
            Look::Time if self.record.published.is_none() && at < self.sifted.article.0.max(LAST_DATE) => {
                self.record.published = times::published(line, self.sifted.language, self.offset);
                self.record.is_page_date = true;
            }
            Look::Teaser => {
                let title = shape::teaser(line).filter(|title| !title.is_empty()).unwrap_or(line);
                if shape::teaser(line) != Some("") && !self.is_teaser_label(at) {
                    foot::relate(&mut self.record.related, title);
                }
            }
            _ => {}
        }
        self.drop_as(at, look.why());
    }

    /// A label of others' headlines is no headline itself.
    fn is_teaser_label(&self, at: usize) -> bool {
        lists::is_teaser_label(&self.lines[at].text, self.sifted.language)
    }

    fn drop_as(&mut self, at: usize, why: &'static str) {
        let Numbered { at: line, text } = &self.lines[at];
        self.record.dropped.push(Dropped {
            line: *line,
            text: text.clone(),
            why,
            is_picture: why == Look::Picture.why(),
        });
        if self.is_named_source(at) {
            let line = format!("{} {text}", self.lines[at - 1].text.trim_end_matches(':').to_owned() + ":");
            credit::add(&mut self.record.credits, credit::of_line(&line, self.known).unwrap_or_default());
        }
    }
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
            Part::Paragraph(text) => out.push_str(&format!("<p>{}</p>\n", escape::text(text))),
            Part::Heading(text) => out.push_str(&format!("<h2>{}</h2>\n", escape::text(text))),
            Part::Item(text) => out.push_str(&format!("<li>{}</li>\n", escape::text(text))),
        }
    }
    out.push_str(if in_list { "</ul>" } else { "" });
    out.trim_end().to_owned()
}

pub(super) use furniture::is_furniture;
pub(super) use people::{is_agency, is_name};
pub(super) use sift::is_picture;
pub(super) use times::{FEWEST_ENTRIES, is_clock, is_dated, is_time, names_month};

/// What a line of any page is, whatever stands beside it.
pub(super) enum Line {
    /// It names sources.
    Credit(Vec<Credit>),
    /// It announces another article.
    Teaser(String),
    /// It is the page's own.
    Noise,
    /// It is a date, a time, a number or signs, and says nothing of what.
    Time,
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
    if shape::is_bare(text) {
        return Line::Time;
    }
    if shape::is_noise(text) || shape::is_picture_line(text) { Line::Noise } else { Line::Text }
}
