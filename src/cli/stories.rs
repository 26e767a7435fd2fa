//! `copydesk stories`: group article records into stories.
//!
//! With `--join`, `--split`, `--lead` or `--withdraw` it rules instead: the ruling is written into
//! the configuration, where it outlives the store, and holds from the next run on.
//!
//! Records are settled in order of `published`; one without a time keeps its place behind the
//! line before it. Lines that cannot be read are named on stderr; the others are answered.

use std::collections::HashMap;
use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Write};

use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::Value;

use super::{Common, Outcome, Stop, code};
use crate::model::{Filing, StoryRecord};
use crate::stories::{Settings, Window};
use crate::text::dates;
use crate::text::plainly::plainly;

mod ruling;

/// Group article records into stories, or rule about the stories of the desk.
#[derive(Debug, clap::Args)]
#[command(group(clap::ArgGroup::new("what").required(true).args(["file", "join", "split", "lead", "withdraw"])))]
pub(super) struct Args {
    /// Article records, one JSON object a line; - for standard input
    file: Option<String>,
    /// These entries tell one story; each by address, id or guid
    #[arg(long, num_args = 2.., value_name = "ENTRY")]
    join: Vec<String>,
    /// This entry tells a story of its own
    #[arg(long, value_name = "ENTRY")]
    split: Option<String>,
    /// This entry leads its story
    #[arg(long, value_name = "ENTRY")]
    lead: Option<String>,
    /// This entry is to be in no output
    #[arg(long, value_name = "ENTRY")]
    withdraw: Option<String>,
    /// Withdraw its whole story, whoever tells it
    #[arg(long, conflicts_with_all = ["file", "join", "split", "lead"])]
    whole_story: bool,
    /// What readers of RSS and JSON Feed, which know no deletions, are told in its place
    #[arg(long, value_name = "TEXT", requires = "withdraw")]
    notice: Option<String>,
    /// Why, for whoever reads the configuration later
    #[arg(long, value_name = "TEXT", conflicts_with = "file")]
    reason: Option<String>,
    /// Add the evidence, in words with figures, to each answer
    #[arg(long)]
    why: bool,
}

/// One line of output.
#[derive(Serialize)]
struct Answer<'a> {
    id: &'a str,
    story: &'a str,
    relation: &'static str,
    similarity: f64,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    evidence: &'a [String],
}

/// Runs the command.
pub(super) fn run(args: &Args, common: &Common) -> Outcome {
    let Some(file) = &args.file else { return ruling::run(args, common) };
    let unreadable = |error: io::Error| Stop::unusable(format!("{file}: {error}"));
    let input: Box<dyn BufRead> = match file.as_str() {
        "-" => Box::new(BufReader::new(io::stdin())),
        path => Box::new(BufReader::new(File::open(path).map_err(unreadable)?)),
    };
    let (records, bad) = read(input).map_err(unreadable)?;
    for message in &bad {
        // A closed stderr leaves nobody to tell.
        let _ = writeln!(io::stderr(), "copydesk: {file}: {message}");
    }
    let (filings, joined) = settle(&records, Settings { explain: args.why, ..stated(common)? });
    answer(&records, &filings, &joined)?;
    Ok(if bad.is_empty() { code::DONE } else { code::UNUSABLE })
}

/// The settings of the configuration that was named; without one the defaults, whatever lies in the folder.
fn stated(common: &Common) -> Result<Settings, Stop> {
    if common.is_config_named() { Ok(super::desk(common)?.stories) } else { Ok(Settings::default()) }
}

/// The records of all lines that can be read, and a message for each of the others.
fn read(input: impl BufRead) -> io::Result<(Vec<StoryRecord>, Vec<String>)> {
    let (mut records, mut bad) = (Vec::new(), Vec::new());
    for (at, line) in input.split(b'\n').enumerate() {
        let line = line?;
        if line.trim_ascii().is_empty() {
            continue;
        }
        match record(&line) {
            Ok(record) if record.id.is_empty() => bad.push(format!("line {}: no id; line skipped", at + 1)),
            Ok(record) => records.push(record),
            Err(error) => bad.push(format!("line {}: {error}; line skipped", at + 1)),
        }
    }
    Ok((records, bad))
}

/// The record of a line. A time is whatever the reader of feeds takes for one.
fn record(line: &[u8]) -> Result<StoryRecord, String> {
    let mut fields: serde_json::Map<String, Value> =
        serde_json::from_slice(line).map_err(|error| plainly(&error.to_string()))?;
    let published = match fields.remove("published") {
        None | Some(Value::Null) => None,
        Some(value) => {
            Some(time(&value).ok_or_else(|| format!("published: {value} is no date that can be read"))?)
        }
    };
    let strings = ["id", "url", "title", "text", "source", "language"];
    if let Some((key, value)) = fields.iter().find(|(key, value)| {
        strings.contains(&key.as_str()) && !matches!(value, Value::String(_) | Value::Null)
    }) {
        return Err(format!("{key}: {value} is no text in quotation marks"));
    }
    // What is null is absent.
    fields.retain(|_, value| !value.is_null());
    let record =
        serde_json::from_value(Value::Object(fields)).map_err(|error| plainly(&error.to_string()))?;
    Ok(StoryRecord { published, ..record })
}

/// The instant of a date in any form that feeds have, or of a Unix time.
fn time(value: &Value) -> Option<DateTime<Utc>> {
    match value {
        Value::String(text) => dates::parse(text),
        Value::Number(number) => dates::parse(&number.to_string()),
        _ => None,
    }
}

/// Which stories were found to be part of others, once all was settled.
#[derive(Default)]
struct Joined(HashMap<String, String>);

impl Joined {
    fn root<'s>(&'s self, mut story: &'s str) -> &'s str {
        while let Some(into) = self.0.get(story) {
            story = into;
        }
        story
    }

    fn join(&mut self, from: &str, to: &str) {
        let (from, to) = (self.root(from).to_owned(), self.root(to).to_owned());
        if from != to {
            self.0.insert(from, to);
        }
    }
}

/// Every record's filing, in input order.
fn settle(records: &[StoryRecord], settings: Settings) -> (Vec<Filing>, Joined) {
    let mut latest: Option<DateTime<Utc>> = None;
    let times = records.iter().map(|record| {
        latest = record.published.or(latest);
        latest
    });
    let mut order: Vec<(Option<DateTime<Utc>>, usize)> = times.zip(0..).collect();
    order.sort_unstable();
    let mut window = Window::new(settings);
    let mut filings: Vec<(usize, Filing)> =
        order.into_iter().map(|(_, at)| (at, window.file(&records[at]))).collect();
    let mut joined = Joined::default();
    for (_, filing) in &filings {
        filing.merges.iter().for_each(|merged| joined.join(merged, &filing.story));
    }
    filings.sort_unstable_by_key(|(at, _)| *at);
    (filings.into_iter().map(|(_, filing)| filing).collect(), joined)
}

fn answer(records: &[StoryRecord], filings: &[Filing], joined: &Joined) -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    for (record, filing) in records.iter().zip(filings) {
        let answer = Answer {
            id: &record.id,
            story: joined.root(&filing.story),
            relation: filing.relation.name(),
            similarity: (filing.similarity * 1000.0).round() / 1000.0,
            evidence: &filing.evidence,
        };
        serde_json::to_writer(&mut out, &answer)?;
        out.write_all(b"\n")?;
    }
    out.flush()
}
