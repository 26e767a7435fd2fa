//! `copydesk parse`: any feed as normalised JSON.

use std::fs::File;
use std::io::{self, BufWriter, IsTerminal, Read, Write};
use std::path::PathBuf;

use comfy_table::{Attribute, Cell, Color, ContentArrangement, Table, presets};
use serde::Serialize;

use super::{Common, Outcome, Stop, code};
use crate::model::{Entry, Feed, Hints, Reading, Text, TextKind};
use crate::read;
use crate::text::plain;

/// Any feed as normalised JSON.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Address the feed was fetched from; relative addresses are resolved against it
    #[arg(long, value_name = "URL")]
    base_url: Option<String>,
    /// HTTP Content-Type the feed was served with
    #[arg(long, value_name = "CT")]
    content_type: Option<String>,
    /// A table for people instead of JSON
    #[arg(long)]
    table: bool,
    /// The feed, or - for standard input
    file: PathBuf,
}

/// The document on stdout.
#[derive(Serialize)]
struct Output<'a> {
    format: &'static str,
    encoding: &'a str,
    repairs: &'a [crate::model::Repair],
    feed: &'a Feed,
    entries: &'a [Entry],
}

/// Runs the command.
pub(super) fn run(args: &Args, _common: &Common) -> Outcome {
    let bytes = bytes(&args.file)?;
    let hints = Hints { base_url: args.base_url.as_deref(), content_type: args.content_type.as_deref() };
    let mut reading =
        read::feed(&bytes, &hints).map_err(|why| Stop::failed(format!("{}: {why}", args.file.display())))?;
    clean(&mut reading.feed);
    let stdout = io::stdout();
    let terminal = stdout.is_terminal();
    let colours = terminal && std::env::var_os("NO_COLOR").is_none_or(|set| set.is_empty());
    let mut out = BufWriter::new(stdout.lock());
    if args.table {
        writeln!(out, "{}", table(&reading, colours))?;
    } else {
        print(&reading, terminal, colours, &mut out)?;
    }
    out.flush()?;
    Ok(code::DONE)
}

fn bytes(file: &PathBuf) -> Result<Vec<u8>, Stop> {
    let mut bytes = Vec::new();
    let read = match file.to_str() {
        Some("-") => io::stdin().read_to_end(&mut bytes),
        _ => File::open(file).and_then(|mut file| file.read_to_end(&mut bytes)),
    };
    read.map_err(|error| Stop::unusable(format!("cannot read {}: {error}", file.display())))?;
    Ok(bytes)
}

/// Texts go out through the one door; links are all listed.
fn clean(feed: &mut Feed) {
    let cleaned = |text: &mut Text| {
        if text.kind == TextKind::Html {
            text.value = read::html::clean(text);
        }
        text.base = None;
    };
    feed.texts().for_each(cleaned);
    feed.entries.iter_mut().flat_map(Entry::texts).for_each(cleaned);
    feed.entries.iter_mut().for_each(|entry| entry.links = entry.all_links());
}

/// One line for programs, indented for a terminal.
fn print(reading: &Reading, terminal: bool, colours: bool, out: &mut impl Write) -> Result<(), Stop> {
    let Reading { format, encoding, repairs, feed } = reading;
    let output = Output { format: format.name(), encoding, repairs, feed, entries: &feed.entries };
    if terminal {
        let text = serde_json::to_string_pretty(&output).map_err(io::Error::from)?;
        let shown = |line: &str| if colours { coloured(line) } else { line.to_owned() };
        text.lines().try_for_each(|line| writeln!(out, "{}", shown(line)))?;
    } else {
        serde_json::to_writer(&mut *out, &output).map_err(io::Error::from)?;
        writeln!(out)?;
    }
    Ok(())
}

/// A line of pretty JSON with its member's name in colour.
fn coloured(line: &str) -> String {
    let indent = line.len() - line.trim_start().len();
    match line.trim_start().split_once("\": ") {
        Some((name, rest)) if name.starts_with('"') => {
            format!("{}\u{1b}[36m{name}\"\u{1b}[0m: {rest}", &line[..indent])
        }
        _ => line.to_owned(),
    }
}

/// The feed at a glance: what it is, then a line an entry.
fn table(reading: &Reading, colours: bool) -> String {
    let feed = &reading.feed;
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
    table.set_header(["Published", "Title", "Link"].map(head));
    for entry in &feed.entries {
        let when = entry.published.or(entry.updated);
        let when = when.map(|when| when.format("%Y-%m-%d %H:%M").to_string()).unwrap_or_default();
        let title = line(entry.title.as_ref().or(entry.summary.as_ref()));
        table.add_row([when, title, harmless(entry.link.as_deref().unwrap_or_default())]);
    }
    let title = line(feed.title.as_ref());
    let entries = match feed.entries.len() {
        1 => "1 entry".to_owned(),
        count => format!("{count} entries"),
    };
    let mut out = format!("{title}\n{} ({}), {entries}\n", reading.format.name(), reading.encoding);
    for repair in &reading.repairs {
        out.push_str(&format!("mended: {repair}\n"));
    }
    out + &table.to_string()
}

/// The first words of a text, on one line.
fn line(text: Option<&Text>) -> String {
    let plain = text.map(|text| match text.kind {
        TextKind::Html => plain::of_html(&text.value),
        TextKind::Text => text.value.clone(),
    });
    let line = harmless(&plain.unwrap_or_default());
    if line.chars().count() > 90 { line.chars().take(89).chain(['…']).collect() } else { line }
}

/// On one line, without characters that a terminal takes for commands.
fn harmless(text: &str) -> String {
    let text = text.replace(|c: char| c.is_control(), " ");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
