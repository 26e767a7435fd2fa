//! The commands: one file each, with its arguments, one call and its printing. Nothing else prints.
//!
//! What is asked for goes to stdout, talk goes to stderr. Exit codes are those of [`code`].

use std::ffi::OsStr;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use chrono::{DateTime, Utc};
use clap::{FromArgMatches, Parser, Subcommand};

use crate::config::{self, Desk};
use crate::text::plainly::nearest;

mod add;
mod article;
mod backup;
mod check;
mod completions;
mod credits;
mod descriptors;
mod export;
mod help;
mod import;
mod init;
mod manual;
mod parse;
mod purge;
mod run;
mod section;
#[cfg(feature = "serve")]
mod serve;
mod signals;
mod source;
mod source_held;
mod status;
mod stories;
mod vacuum;
mod validate;
mod why;

/// Exit codes, part of the interface.
pub mod code {
    /// Done. A source that failed is reported, and is no failure of the run.
    pub const DONE: u8 = 0;
    /// Failed, or `validate` found an error.
    pub const FAILED: u8 = 1;
    /// Usage or configuration wrong, or input that can't be read.
    pub const UNUSABLE: u8 = 2;
    /// `run --strict` and a source failed, or `status --fail-on` found one.
    pub const SOURCE_FAILED: u8 = 3;
    /// A section was held back by the shrink guard.
    pub const HELD_BACK: u8 = 4;
    /// Another run holds the lock.
    pub const LOCKED: u8 = 75;
    // 130 and 143: SIGINT or SIGTERM ended the run at a safe point; see `signals`.
}

/// The configuration where none is named.
const DEFAULT: &str = "copydesk.toml";

/// What every command may be told.
#[derive(Debug, clap::Args)]
pub struct Common {
    /// The configuration
    #[arg(
        long,
        global = true,
        value_name = "FILE",
        default_value = DEFAULT,
        env = "COPYDESK_CONFIG"
    )]
    pub config: PathBuf,
    /// Say nothing but errors
    #[arg(short, long, global = true, conflicts_with = "verbose")]
    pub quiet: bool,
    /// Say more
    #[arg(short, long, global = true)]
    pub verbose: bool,
}

impl Common {
    /// Whether somebody named a configuration, rather than leaving it to the folder.
    fn is_config_named(&self) -> bool {
        let names =
            |argument: &OsStr| argument == "--config" || argument.to_string_lossy().starts_with("--config=");
        std::env::var_os("COPYDESK_CONFIG").is_some() || std::env::args_os().any(|argument| names(&argument))
    }
}

/// Combined feeds for newsrooms: every story once, with credit to whoever reported it.
#[derive(Debug, Parser)]
#[command(version, about, disable_help_subcommand = true)]
struct Line {
    #[command(flatten)]
    common: Common,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Run(run::Args),
    #[cfg(feature = "serve")]
    Serve(serve::Args),
    Init(init::Args),
    Add(add::Args),
    Import(import::Args),
    Export(export::Args),
    Vacuum(vacuum::Args),
    Backup(backup::Args),
    Source(source::Args),
    Section(section::Args),
    Purge(purge::Args),
    Status(status::Args),
    Check(check::Args),
    Why(why::Args),
    Parse(parse::Args),
    Stories(stories::Args),
    Credits(credits::Args),
    Article(article::Args),
    Validate(validate::Args),
    Completions(completions::Args),
    Help(help::Args),
}

/// The exit code of a command, or why it ended early.
pub type Outcome = Result<u8, Stop>;

/// Why a command ended early: what to tell the person, and the exit code.
#[derive(Debug)]
pub struct Stop {
    /// One of [`code`].
    pub code: u8,
    /// For a person, without a full stop at the end; empty to say nothing.
    pub message: String,
}

impl Stop {
    /// The work failed: exit code 1.
    pub fn failed(message: impl ToString) -> Self {
        Self { code: code::FAILED, message: message.to_string() }
    }

    /// Usage, configuration or input is wrong: exit code 2.
    pub fn unusable(message: impl ToString) -> Self {
        Self { code: code::UNUSABLE, message: message.to_string() }
    }
}

/// A reader that closed the pipe has had enough: that is success (as `head` expects).
impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self { code: code::DONE, message: String::new() },
            _ => Self::failed(format!("cannot write the output: {error}")),
        }
    }
}

/// The desk of the configuration that was named.
fn desk(common: &Common) -> Result<Desk, Stop> {
    let desk = config::load(&common.config).map_err(Stop::unusable)?;
    if !common.quiet {
        for unknown in &desk.unknown_variables {
            writeln!(io::stderr(), "copydesk: {unknown}")?;
        }
    }
    Ok(desk)
}

/// The time taken as now: `SOURCE_DATE_EPOCH` (seconds since 1970) for reproducible output, else the clock.
fn now() -> Result<DateTime<Utc>, Stop> {
    let Ok(epoch) = std::env::var("SOURCE_DATE_EPOCH") else { return Ok(Utc::now()) };
    let seconds = epoch.parse().ok().and_then(|seconds| DateTime::from_timestamp(seconds, 0));
    seconds.ok_or_else(|| {
        Stop::unusable(format!("SOURCE_DATE_EPOCH=\"{epoch}\" is no number of seconds since 1970"))
    })
}

/// A time as people say it, seen from now: `3 hours ago`, `in 20 minutes`.
fn ago(time: DateTime<Utc>, now: DateTime<Utc>) -> String {
    let seconds = (now - time).num_seconds();
    let counted = |count: u64, one, many| counted(usize::try_from(count).unwrap_or(usize::MAX), one, many);
    let time = match seconds.unsigned_abs() {
        seconds @ 0..120 => counted(seconds, "second", "seconds"),
        seconds @ 120..7_200 => counted(seconds / 60, "minute", "minutes"),
        seconds @ 7_200..172_800 => counted(seconds / 3_600, "hour", "hours"),
        seconds => counted(seconds / 86_400, "day", "days"),
    };
    if seconds >= 0 { format!("{time} ago") } else { format!("in {time}") }
}

/// A number with its noun.
fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// What somebody may have meant by a name that nobody has; else how to find the names.
fn meant<'a>(name: &str, known: impl IntoIterator<Item = &'a str>, else_look: &str) -> String {
    match nearest(name, known) {
        Some(near) => format!("did you mean \"{near}\"?"),
        None => else_look.to_owned(),
    }
}

/// Parses the command line, runs the command and says what went wrong.
pub fn main() -> ExitCode {
    let line = Line::from_arg_matches(&manual::command().get_matches()).unwrap_or_else(|error| error.exit());
    let common = &line.common;
    let outcome = match &line.command {
        Command::Run(args) => run::run(args, common),
        #[cfg(feature = "serve")]
        Command::Serve(args) => serve::run(args, common),
        Command::Init(args) => init::run(args, common),
        Command::Add(args) => add::run(args, common),
        Command::Import(args) => import::run(args, common),
        Command::Export(args) => export::run(args, common),
        Command::Vacuum(args) => vacuum::run(args, common),
        Command::Backup(args) => backup::run(args, common),
        Command::Purge(args) => purge::run(args, common),
        Command::Section(args) => section::run(args, common),
        Command::Source(args) => source::run(args, common),
        Command::Status(args) => status::run(args, common),
        Command::Check(args) => check::run(args, common),
        Command::Why(args) => why::run(args, common),
        Command::Parse(args) => parse::run(args, common),
        Command::Stories(args) => stories::run(args, common),
        Command::Credits(args) => credits::run(args, common),
        Command::Article(args) => article::run(args, common),
        Command::Validate(args) => validate::run(args, common),
        Command::Completions(args) => completions::run(args, common),
        Command::Help(args) => help::run(args, common),
    };
    match outcome {
        Ok(code) => ExitCode::from(code),
        Err(stop) => {
            if !stop.message.is_empty() {
                // A closed stderr leaves nobody to tell.
                let _ = writeln!(io::stderr(), "copydesk: {}", stop.message);
            }
            ExitCode::from(stop.code)
        }
    }
}
