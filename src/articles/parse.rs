//! Bytes of a record file to articles: which form the file has, its sidecar, its defaults.

use chrono::{DateTime, Utc};

use super::article::{Place, article};
use super::json::Found;
use super::record::Record;
use super::unreadable::{Problem, Unreadable};
use super::{Rule, decode, json, markdown, page, page_text, sidecar};
use crate::model::{Article, Hints, Outlet};

/// The forms of article records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// The text of a page, as a clipboard gives it.
    PageText,
    /// Markdown with front matter.
    Markdown,
    /// An HTML page.
    Html,
    /// A flat record, schema.org or ninjs; one object or a list.
    Json,
    /// The same, one object a line.
    Lines,
}

/// Names of forms on the command line; endings of file names are names too.
const NAMES: [(&str, Form); 5] = [
    ("page-text", Form::PageText),
    ("markdown", Form::Markdown),
    ("html", Form::Html),
    ("json", Form::Json),
    ("ndjson", Form::Lines),
];

impl Form {
    /// The form of this name, or of files that end so.
    pub fn named(name: &str) -> Option<Self> {
        let name = name.trim_start_matches('.').to_ascii_lowercase();
        let all = NAMES.iter().chain(&ENDINGS).filter(|(known, _)| !known.is_empty());
        all.into_iter().find(|(known, _)| *known == name).map(|&(_, form)| form)
    }

    /// The names that [`Form::named`] takes first.
    pub fn names() -> impl Iterator<Item = &'static str> {
        NAMES.iter().map(|(name, _)| *name)
    }
}

/// Endings of file names, and the form each stands for. A name without an ending is page text.
const ENDINGS: [(&str, Form); 12] = [
    ("txt", Form::PageText),
    ("text", Form::PageText),
    ("", Form::PageText),
    ("md", Form::Markdown),
    ("markdown", Form::Markdown),
    ("html", Form::Html),
    ("htm", Form::Html),
    ("xhtml", Form::Html),
    ("json", Form::Json),
    ("jsonld", Form::Json),
    ("ndjson", Form::Lines),
    ("jsonl", Form::Lines),
];

/// The articles of one file. Pure.
///
/// `path` is shown in messages and identifies a record that gives no id; its ending tells the
/// form. `sidecar` is the text of `NAME.toml`, which wins over what the record says. The time of
/// publication comes from the sidecar, the record, the rule, else `file_time`; a date mentioned
/// in the text is never it. NDJSON and JSON lists give several articles, in their order.
pub fn parse(
    path: &str,
    bytes: &[u8],
    sidecar: Option<&str>,
    file_time: Option<DateTime<Utc>>,
    rule: &Rule,
    known: &[Outlet],
) -> Vec<Result<Article, Unreadable>> {
    parse_as(None, path, bytes, sidecar, file_time, rule, known)
}

/// The same, in a form that somebody named instead of the ending.
pub(super) fn parse_as(
    form: Option<Form>,
    path: &str,
    bytes: &[u8],
    sidecar: Option<&str>,
    file_time: Option<DateTime<Utc>>,
    rule: &Rule,
    known: &[Outlet],
) -> Vec<Result<Article, Unreadable>> {
    let place = Place { path, key: path, file_time, rule, known };
    match found(bytes, form, &place) {
        Err(problem) => vec![Err(problem.within(path))],
        Ok(records) => with_sidecar(records, sidecar, &place),
    }
}

/// The path in messages about records that have no file.
pub const PIPED: &str = "-";

/// The articles of NDJSON that has no file, such as standard input: `path` is `-` in messages.
pub fn ndjson(bytes: &[u8], rule: &Rule, known: &[Outlet]) -> Vec<Result<Article, Unreadable>> {
    let place = Place { path: PIPED, key: PIPED, file_time: None, rule, known };
    match decode::text(bytes) {
        Err(problem) => vec![Err(problem.within(PIPED))],
        Ok(text) => articles(json::lines(&text, rule.offset()), &place),
    }
}

/// The article of a page that was asked for on the web, by its bytes and what the answer said of them;
/// or why there is none.
pub fn web_page(bytes: &[u8], hints: &Hints<'_>, known: &[Outlet]) -> Result<Article, String> {
    let rule = Rule::default();
    let path = hints.base_url.unwrap_or_default();
    let place = Place { path, key: path, file_time: None, rule: &rule, known };
    let text = decode::page(bytes, hints.content_type);
    let record = text.and_then(|text| page::record(&text, hints.base_url, rule.offset(), known));
    record.and_then(|record| article(record, &place)).map_err(|problem| problem.seen)
}

fn found(bytes: &[u8], named: Option<Form>, place: &Place<'_>) -> Result<Vec<Found>, Problem> {
    let form = named.map_or_else(|| form(place.path), Ok)?;
    let text = if form == Form::Html { decode::page(bytes, None) } else { decode::text(bytes) }?;
    let offset = place.rule.offset();
    let one =
        |record: Result<Record, Problem>| Ok(vec![Found { line: None, listed: false, record: Ok(record?) }]);
    match form {
        Form::PageText => one(page_text::record(&text, offset, place.known)),
        Form::Markdown => one(markdown::record(&text, offset)),
        Form::Html => one(page::record(&text, None, offset, place.known)),
        Form::Json => json::records(&text, offset),
        Form::Lines => Ok(json::lines(&text, offset)),
    }
}

fn form(path: &str) -> Result<Form, Problem> {
    let name = path.rsplit('/').next().unwrap_or(path);
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    let found = ENDINGS.iter().find(|(known, _)| *known == ending).map(|&(_, form)| form);
    found.ok_or_else(|| {
        let known =
            ENDINGS.iter().filter(|(known, _)| !known.is_empty()).map(|(known, _)| format!(".{known}"));
        let remedy =
            format!("name it {}, or let the pattern pass it by", known.collect::<Vec<_>>().join(" "));
        Problem::new(format!("no form of article record ends in .{ending}"), remedy)
    })
}

fn with_sidecar(
    records: Vec<Found>,
    text: Option<&str>,
    place: &Place<'_>,
) -> Vec<Result<Article, Unreadable>> {
    let Some(text) = text else { return articles(records, place) };
    let name = sidecar::sidecar_name(place.path);
    if records.iter().any(|found| found.listed) {
        let problem = Problem::new("a sidecar beside a file of several records", "say it in the records");
        let mut all = articles(records, place);
        all.push(Err(problem.within(&name)));
        return all;
    }
    match sidecar::toml(text, place.rule.offset()) {
        // Without its sidecar an article might lose its date, its embargo or its withdrawal.
        Err(problem) => vec![Err(problem.within(&name))],
        Ok(aside) => {
            let over = |found: Found| Found {
                record: found.record.map(|record| aside.clone().over(record)),
                ..found
            };
            articles(records.into_iter().map(over).collect(), place)
        }
    }
}

fn articles(records: Vec<Found>, place: &Place<'_>) -> Vec<Result<Article, Unreadable>> {
    let made = records.into_iter().map(|Found { line, listed, record }| {
        let record = record.map_err(|problem| problem.at(line).within(place.path))?;
        let key = if listed { key_among(&record, place.path, line) } else { place.key.to_owned() };
        let made = article(record, &Place { key: &key, ..*place });
        made.map_err(|problem| problem.at(line).within(place.path))
    });
    made.collect()
}

/// What identifies one record of several that gives no id: its address, else its headline. Its
/// line would not do: it moves when another record is put before it.
fn key_among(record: &Record, path: &str, line: Option<usize>) -> String {
    let title = record.title.as_deref().map(crate::text::slug::slug).filter(|slug| !slug.is_empty());
    let line = || line.unwrap_or(0).to_string();
    record.url.clone().unwrap_or_else(|| format!("{path}#{}", title.unwrap_or_else(line)))
}
