//! `copydesk article`: what is read from article records, and what was left out of them.
//!
//! One line of JSON for each record, in the order of the files. It is a run's own reading: where a
//! configuration is there, its outlets are known and the rule that finds a file gives its defaults.

use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use comfy_table::{Attribute, Cell, Color, ContentArrangement, Table, presets};
use serde::Serialize;

use super::{Common, Outcome, Stop, code};
use crate::articles::Form;
use crate::model::{Article, Credit, Dropped, Text};
use crate::pipeline::{Look, Looking};
use crate::read;

/// What is read from article records.
///
/// For each record one JSON line: {"file", "ok", "title", "text", …, "credits", "dropped"}. One that
/// cannot be read costs the others nothing, and makes the exit code 2.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The form of the records, where their names do not tell it: page-text, html, markdown, json, ndjson
    #[arg(long, value_name = "FORM", value_parser = form)]
    format: Option<Form>,
    /// Address of the record itself
    #[arg(long, value_name = "URL")]
    url: Option<String>,
    /// A table for people instead of JSON
    #[arg(long)]
    table: bool,
    /// Article records; https://… asks one page, as its site's robots.txt allows
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
}

fn form(name: &str) -> Result<Form, String> {
    let known = || Form::names().collect::<Vec<_>>().join(", ");
    Form::named(name).ok_or_else(|| format!("known are {}", known()))
}

/// One line of output; what is absent is left out.
#[derive(Debug, Default, Serialize)]
struct Answer {
    file: String,
    ok: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    published: Option<DateTime<Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    updated: Option<DateTime<Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    authors: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    section: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    html: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    image: Option<String>,
    credits: Vec<Credit>,
    dropped: Vec<Line>,
}

/// A line that was left out.
#[derive(Debug, Serialize)]
struct Line {
    line: usize,
    text: String,
    why: &'static str,
}

/// Runs the command.
pub(super) fn run(args: &Args, common: &Common) -> Outcome {
    // Without a configuration records are read all the same; a broken one is told.
    let desk = common.config.exists().then(|| super::desk(common)).transpose()?;
    if let Some(url) = &args.url
        && !url::Url::parse(url).is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.has_host())
    {
        return Err(Stop::unusable(format!(
            "--url {url} is no web address; write it in full, with https://"
        )));
    }
    let looking = Looking::new(desk.as_ref());
    let stdout = io::stdout();
    let colours = stdout.is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|set| set.is_empty());
    let mut out = BufWriter::new(stdout.lock());
    let mut outcome = code::DONE;
    for file in &args.files {
        if let Some(url) = on_the_web(file) {
            let look = looking.on_the_web(&url).map_err(Stop::failed)?;
            if look.is_err() {
                outcome = code::UNUSABLE;
            }
            write(&mut out, &answer(file, look), args.table, colours)?;
            continue;
        }
        for look in looking.at(file, args.format, args.url.as_deref()) {
            if look.is_err() {
                outcome = code::UNUSABLE;
            }
            write(&mut out, &answer(file, look), args.table, colours)?;
        }
    }
    out.flush()?;
    Ok(outcome)
}

fn write(out: &mut impl Write, answer: &Answer, as_table: bool, colours: bool) -> io::Result<()> {
    if as_table {
        return writeln!(out, "{}", table(answer, colours));
    }
    serde_json::to_writer(&mut *out, answer)?;
    out.write_all(b"\n")
}

/// The address, where a page on the web is named instead of a file.
fn on_the_web(file: &Path) -> Option<url::Url> {
    let text = file.to_str()?;
    let begins = text.get(..8).is_some_and(|begin| {
        let begin = begin.to_ascii_lowercase();
        begin.starts_with("http://") || begin == "https://"
    });
    begins.then(|| url::Url::parse(text).ok()).flatten().filter(url::Url::has_host)
}

fn answer<E: std::fmt::Display>(file: &Path, look: Result<Look, E>) -> Answer {
    let file = file.to_string_lossy().into_owned();
    match look {
        Ok(Look { article, credits }) => Answer { file, ok: true, credits, ..of_article(article) },
        Err(why) => Answer { file, error: Some(why.to_string()), ..Answer::default() },
    }
}

fn of_article(article: Article) -> Answer {
    let Article { entry, sections, dropped, .. } = article;
    let authors: Vec<String> = entry.authors.iter().filter_map(|author| author.name.clone()).collect();
    let html = entry.content.as_ref().map(read::html::clean);
    Answer {
        title: entry.title.as_ref().map(Text::without_markup),
        published: entry.published,
        updated: entry.updated,
        authors: (!authors.is_empty()).then_some(authors),
        section: sections.into_iter().next(),
        language: entry.language.as_deref().map(str::to_owned),
        summary: entry.summary.as_ref().map(Text::without_markup),
        text: entry.content.as_ref().map(Text::without_markup),
        html,
        image: entry.thumbnail.clone(),
        url: entry.link,
        dropped: dropped.into_iter().map(Line::from).collect(),
        ..Answer::default()
    }
}

impl From<Dropped> for Line {
    fn from(Dropped { line, text, why, .. }: Dropped) -> Self {
        Self { line, text, why }
    }
}

/// A record for people: what it is, then each line that was left out with why.
fn table(answer: &Answer, colours: bool) -> String {
    let mut table = Table::new();
    table.load_style(presets::UTF8_HORIZONTAL_ONLY).set_content_arrangement(ContentArrangement::Dynamic);
    if !colours {
        // Without colours, and still as wide as the terminal.
        let width = table.width();
        table.force_no_tty();
        if let Some(width) = width {
            table.set_width(width);
        }
    }
    let head = |text: &str| Cell::new(text).add_attribute(Attribute::Bold).fg(Color::Cyan);
    table.set_header([head(""), head(&harmless(&answer.file))]);
    for (name, value) in facts(answer) {
        table.add_row([name.to_owned(), harmless(&value)]);
    }
    for credit in &answer.credits {
        let words = format!("{} ({}): {}", credit.name, credit.kind.name(), credit.evidence);
        table.add_row(["credit".to_owned(), harmless(&words)]);
    }
    for line in &answer.dropped {
        table.add_row([format!("line {}, {}", line.line, line.why), harmless(&line.text)]);
    }
    table.to_string()
}

fn facts(answer: &Answer) -> Vec<(&'static str, String)> {
    let time = |time: Option<DateTime<Utc>>| time.map(|time| time.to_rfc3339());
    let paragraphs = answer.text.as_ref().map(|text| {
        let count = text.lines().count();
        let begin: String = text.chars().take(300).collect();
        format!("{count} paragraphs: {begin}")
    });
    let all = [
        ("error", answer.error.clone()),
        ("title", answer.title.clone()),
        ("url", answer.url.clone()),
        ("published", time(answer.published)),
        ("updated", time(answer.updated)),
        ("authors", answer.authors.as_ref().map(|authors| authors.join(", "))),
        ("section", answer.section.clone()),
        ("language", answer.language.clone()),
        ("summary", answer.summary.clone()),
        ("text", paragraphs),
        ("image", answer.image.clone()),
    ];
    all.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
}

/// On one line, without characters that a terminal takes for commands.
fn harmless(text: &str) -> String {
    let text = text.replace(|c: char| c.is_control(), " ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
