//! `copydesk help`: a command, or a page of the manual, which is in the program.

use std::io::{self, Write};

use super::{Common, Outcome, Stop, code, manual, meant};
use crate::config::TEMPLATE;

/// A page of the manual, or the help of a command
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// A command or a topic; without one, what there is
    #[arg(value_name = "TOPIC")]
    topic: Option<String>,
}

/// The pages: name, what it is about, text.
const PAGES: &[(&str, &str, &str)] = &[
    ("running", "cron, what is told, secrets, backup", include_str!("../../docs/running.md")),
    ("configuration", "copydesk.toml, key for key", TEMPLATE),
    ("article-records", "our own articles, in every form", include_str!("../../docs/article-records.md")),
    ("fetching", "how sources are asked", include_str!("../../docs/fetching.md")),
    ("identity", "what an entry's id is", include_str!("../../docs/identity.md")),
    ("matching", "which entries tell one story, and why", include_str!("../../docs/matching.md")),
    ("credits", "who is named as the source of a text", include_str!("../../docs/credits.md")),
    (
        "filters",
        "what is kept out, what is called otherwise, what waits",
        include_str!("../../docs/filters.md"),
    ),
    ("composing", "what is published, and how", include_str!("../../docs/composing.md")),
    ("repairs", "what is read of broken feeds", include_str!("../../docs/repairs.md")),
    ("serving", "what `copydesk serve` promises", include_str!("../../docs/serving.md")),
    ("validate", "the rules of `copydesk validate`", include_str!("../../docs/validate.md")),
];

/// The text of a page.
pub(super) fn page(topic: &str) -> Option<&'static str> {
    PAGES.iter().find(|(name, ..)| *name == topic).map(|(.., text)| *text)
}

/// Runs the command.
pub(super) fn run(args: &Args, _common: &Common) -> Outcome {
    let mut out = io::stdout().lock();
    let mut line = manual::command();
    let Some(topic) = &args.topic else {
        writeln!(out, "{}\nTopics of `copydesk help`:", line.render_help())?;
        for (name, about, _) in PAGES {
            writeln!(out, "  {name:16} {about}")?;
        }
        return Ok(code::DONE);
    };
    line.build();
    if let Some(command) = line.find_subcommand_mut(topic) {
        writeln!(out, "{}", command.render_long_help())?;
        return Ok(code::DONE);
    }
    let Some(text) = page(topic) else {
        let commands: Vec<String> = line.get_subcommands().map(|one| one.get_name().to_owned()).collect();
        let known = PAGES.iter().map(|(name, ..)| *name).chain(commands.iter().map(String::as_str));
        let hint = meant(topic, known, "`copydesk help` lists what there is");
        return Err(Stop::unusable(format!("there is no topic \"{topic}\"; {hint}")));
    };
    writeln!(out, "{}", text.trim_end())?;
    Ok(code::DONE)
}
