//! `copydesk validate`: checks feeds against the specifications.
//!
//! Files are reported in the order given. Exit 0 all valid, 1 some invalid, 2 one could not be
//! read. Addresses are refused until fetching is wired to [`bytes_of`].

use std::io::{self, Read, Write};

use chrono::{DateTime, Utc};
use serde::Serialize;
use serde_json::{Value, json};

use super::{Common, Outcome, Stop, code};
use crate::model::{Finding, Level, Report};
use crate::validate;

/// Check feeds against the specifications.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Feeds to check; - reads standard input
    #[arg(value_name = "FILE", required = true)]
    files: Vec<String>,
    /// One JSON document a line for each file; the same as --format json
    #[arg(long)]
    json: bool,
    /// Warnings count as errors
    #[arg(long)]
    deny_warnings: bool,
    /// How findings are shown
    #[arg(long, value_enum, default_value_t = Format::Human, conflicts_with = "json")]
    format: Format,
}

/// How findings are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// Each finding at its place in the source
    Human,
    /// One JSON document a line for each file
    Json,
    /// One SARIF 2.1.0 document, for code scanning
    Sarif,
    /// Workflow commands of GitHub Actions
    Github,
}

/// Runs the command.
pub(super) fn run(args: &Args, _common: &Common) -> Outcome {
    let now = now();
    let format = if args.json { Format::Json } else { args.format };
    let mut out = io::BufWriter::new(io::stdout().lock());
    let (mut exit, mut results) = (code::DONE, Vec::new());
    for file in &args.files {
        let bytes = match bytes_of(file) {
            Ok(bytes) => bytes,
            Err(message) => {
                exit = code::UNUSABLE;
                // A closed stderr leaves nobody to tell.
                let _ = writeln!(io::stderr(), "copydesk: {file}: {message}");
                if format == Format::Json {
                    writeln!(out, "{}", json!({ "file": file, "error": message }))?;
                }
                continue;
            }
        };
        let report = validate::document(&bytes, now);
        match format {
            Format::Human => human(&mut out, file, &bytes, &report)?,
            Format::Json => writeln!(
                out,
                "{}",
                serde_json::to_string(&Line { file, report: &report }).map_err(Stop::failed)?
            )?,
            Format::Sarif => {
                results.extend(report.findings.iter().map(|finding| sarif_result(file, finding)))
            }
            Format::Github => github(&mut out, file, &report)?,
        }
        let denied = args.deny_warnings && !report.findings.is_empty();
        if (!report.valid || denied) && exit == code::DONE {
            exit = code::FAILED;
        }
    }
    if format == Format::Sarif {
        writeln!(out, "{}", sarif(results))?;
    }
    out.flush()?;
    Ok(exit)
}

/// The time taken as now: `SOURCE_DATE_EPOCH` where it is set.
fn now() -> DateTime<Utc> {
    let epoch = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|seconds| seconds.parse().ok());
    epoch
        .and_then(|seconds| DateTime::from_timestamp(seconds, 0))
        .unwrap_or_else(|| std::time::SystemTime::now().into())
}

/// The bytes of a file, of standard input, or (one day) of an address.
fn bytes_of(file: &str) -> Result<Vec<u8>, String> {
    if file == "-" {
        let mut bytes = Vec::new();
        return io::stdin()
            .read_to_end(&mut bytes)
            .map(|_| bytes)
            .map_err(|error| format!("cannot read standard input: {error}"));
    }
    if file.starts_with("http://") || file.starts_with("https://") {
        return fetched(file);
    }
    std::fs::read(file).map_err(|error| format!("cannot be read: {error}"))
}

/// Where fetching is to be wired in.
fn fetched(_url: &str) -> Result<Vec<u8>, String> {
    Err("addresses are not fetched yet; save the feed to a file, or pipe it in and name it -".to_owned())
}

#[derive(Serialize)]
struct Line<'a> {
    file: &'a str,
    #[serde(flatten)]
    report: &'a Report,
}

fn count(report: &Report, level: Level) -> usize {
    report.findings.iter().filter(|finding| finding.level == level).count()
}

fn human(out: &mut impl Write, file: &str, bytes: &[u8], report: &Report) -> io::Result<()> {
    write!(out, "{}", validate::picture(file, bytes, report))?;
    let verdict = if report.valid { "valid" } else { "not valid" };
    let plural = |count: usize, word: &str| format!("{count} {word}{}", if count == 1 { "" } else { "s" });
    let errors = plural(count(report, Level::Error), "error");
    writeln!(
        out,
        "{file}: {} ({}), {errors}, {}",
        verdict,
        report.format,
        plural(count(report, Level::Warning), "warning")
    )
}

/// `::error file=…,line=…,col=…,title=…::…`, escaped as GitHub's toolkit does.
fn github(out: &mut impl Write, file: &str, report: &Report) -> io::Result<()> {
    let message = |text: &str| text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    let property = |text: &str| message(text).replace(':', "%3A").replace(',', "%2C");
    for Finding { level, code, message: text, line, column } in &report.findings {
        let command = if *level == Level::Error { "error" } else { "warning" };
        writeln!(
            out,
            "::{command} file={},line={line},col={column},title={code}::{}",
            property(file),
            message(text)
        )?;
    }
    Ok(())
}

fn sarif_level(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
    }
}

fn sarif_result(file: &str, finding: &Finding) -> Value {
    json!({
        "ruleId": finding.code,
        "level": sarif_level(finding.level),
        "message": { "text": finding.message },
        "locations": [{ "physicalLocation": {
            "artifactLocation": { "uri": file },
            "region": { "startLine": finding.line, "startColumn": finding.column },
        }}],
    })
}

/// The whole log, with every rule that a result may name.
fn sarif(results: Vec<Value>) -> Value {
    let rules: Vec<Value> = validate::rules()
        .iter()
        .map(|rule| {
            json!({
                "id": rule.code,
                "shortDescription": { "text": rule.meaning },
                "help": { "text": format!("{} ({})", rule.remedy, rule.source) },
                "defaultConfiguration": { "level": sarif_level(rule.level) },
            })
        })
        .collect();
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": { "name": "copydesk", "version": env!("CARGO_PKG_VERSION"), "rules": rules } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    })
}
