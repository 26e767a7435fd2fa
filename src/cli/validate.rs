//! `copydesk validate`: checks feeds against the specifications.
//!
//! Files, addresses and standard input are reported in the order given; addresses are fetched
//! several at once. Exit 0 all valid, 1 some invalid, 2 one could not be read.

mod github;
mod inputs;
mod sarif;

use std::io::{self, IsTerminal, Write};

use serde::Serialize;
use serde_json::json;

use super::{Common, Outcome, code, now};
use crate::model::{Level, Report};
use crate::validate;
use inputs::{Inputs, Loaded};

/// Check feeds against the specifications
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Feeds to check: files, http(s) addresses, or - for standard input
    #[arg(value_name = "FILE|URL", required = true)]
    feeds: Vec<String>,
    /// One JSON document a line for each feed; the same as --format json
    #[arg(long, conflicts_with = "format")]
    json: bool,
    /// Warnings count as errors
    #[arg(long)]
    deny_warnings: bool,
    /// How findings are shown
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

/// How findings are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// Each finding at its place in the source
    Human,
    /// One JSON document a line for each feed
    Json,
    /// One SARIF 2.1.0 document, for code scanning
    Sarif,
    /// Workflow commands of GitHub Actions
    Github,
}

/// What is to be said of one feed.
struct Told {
    exit: u8,
    stdout: Vec<u8>,
    /// Why the feed could not be read; goes to stderr.
    trouble: Option<String>,
    results: Vec<serde_json::Value>,
}

/// Runs the command.
pub(super) fn run(args: &Args, common: &Common) -> Outcome {
    let now = now()?;
    let format = if args.json { Format::Json } else { args.format };
    let colours = io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none();
    let mut log = sarif::Log::default();
    let mut exit = code::DONE;
    let mut out = io::BufWriter::new(io::stdout().lock());
    let judge = |name: &str, loaded: Result<Loaded, String>| -> io::Result<Told> {
        let loaded = match loaded {
            Ok(loaded) => loaded,
            Err(trouble) => return unread(format, name, trouble),
        };
        let served = loaded.served();
        let report = validate::served(&loaded.bytes, &served, now);
        let mut told = Told { exit: code::DONE, stdout: Vec::new(), trouble: None, results: Vec::new() };
        match format {
            Format::Human => {
                let picture = validate::drawn(name, &loaded.bytes, &served, &report, colours);
                human(&mut told.stdout, name, &picture, &report)?;
            }
            Format::Json => {
                writeln!(told.stdout, "{}", serde_json::to_string(&Line { file: name, report: &report })?)?
            }
            Format::Sarif => told.results = sarif::results(name, &report),
            Format::Github => github::write(&mut told.stdout, name, &report)?,
        }
        let denied = args.deny_warnings && !report.findings.is_empty();
        told.exit = if report.valid && !denied { code::DONE } else { code::FAILED };
        Ok(told)
    };
    let mut inputs = Inputs::open(&args.feeds, common, judge)?;
    for (index, name) in args.feeds.iter().enumerate() {
        let told = inputs.told(index)?;
        exit = exit.max(told.exit);
        out.write_all(&told.stdout)?;
        if let Some(trouble) = told.trouble {
            // A closed stderr leaves nobody to tell.
            let _ = writeln!(io::stderr(), "copydesk: {name}: {trouble}");
            log.unread(name, &trouble);
        }
        log.results(told.results);
    }
    if format == Format::Sarif {
        writeln!(out, "{}", log.finish())?;
    }
    out.flush()?;
    Ok(exit)
}

/// What is said of a feed that could not be read.
fn unread(format: Format, name: &str, trouble: String) -> io::Result<Told> {
    let mut stdout = Vec::new();
    match format {
        Format::Json => writeln!(stdout, "{}", json!({ "file": name, "error": trouble }))?,
        Format::Github => github::write_unread(&mut stdout, name, &trouble)?,
        Format::Human | Format::Sarif => {}
    }
    Ok(Told { exit: code::UNUSABLE, stdout, trouble: Some(trouble), results: Vec::new() })
}

#[derive(Serialize)]
struct Line<'a> {
    file: &'a str,
    #[serde(flatten)]
    report: &'a Report,
}

fn human(out: &mut impl Write, name: &str, picture: &str, report: &Report) -> io::Result<()> {
    let count = |level| report.findings.iter().filter(|finding| finding.level == level).count();
    let plural = |count: usize, word: &str| format!("{count} {word}{}", if count == 1 { "" } else { "s" });
    let verdict = if report.valid { "valid" } else { "not valid" };
    write!(out, "{picture}{name}: {verdict} ({}), ", report.format)?;
    write!(out, "{}, {}", plural(count(Level::Error), "error"), plural(count(Level::Warning), "warning"))?;
    match report.omitted {
        0 => writeln!(out),
        more => writeln!(out, ", {more} more not shown"),
    }
}
