//! The command line as a whole, and what `--help` says below it: examples, exit codes, the page to read on.
//! Completions and man pages are made of the same definition.

use clap::{Command, CommandFactory};

use super::Line;

/// What is said of one command below its options.
struct About {
    command: &'static str,
    /// What to type, and what it does.
    examples: [(&'static str, &'static str); 2],
    /// Exit codes besides those of every command.
    codes: &'static [(u8, &'static str)],
    /// A page of the manual, as `copydesk help` knows it.
    page: &'static str,
}

const PAGES: &[About] = &[
    About {
        command: "run",
        examples: [
            ("copydesk run", "what is due, silently: for cron"),
            ("copydesk run --source Dawn -v", "one source, with a table"),
        ],
        codes: &[
            (1, "failed, or a document was held back"),
            (3, "with --strict: a source failed"),
            (4, "the shrink guard held a section back"),
            (75, "another run holds the lock"),
        ],
        page: "running",
    },
    About {
        command: "serve",
        examples: [
            ("copydesk serve", "at http://127.0.0.1:8080/"),
            ("copydesk serve --refresh 10", "with a run every ten minutes"),
        ],
        codes: &[(1, "the address cannot be listened at")],
        page: "serving",
    },
    About {
        command: "init",
        examples: [
            ("copydesk init", "writes copydesk.toml here"),
            ("copydesk --config desk.toml init", "writes another file"),
        ],
        codes: &[(2, "the file is there already")],
        page: "running",
    },
    About {
        command: "add",
        examples: [
            ("copydesk add bbc.co.uk/news", "finds its feeds and asks which"),
            ("copydesk add --first --section tv https://telly.example/", "takes the first"),
        ],
        codes: &[(2, "nothing was found, or there is a choice to make")],
        page: "fetching",
    },
    About {
        command: "import",
        examples: [
            ("copydesk import list.opml", "folders become sections"),
            ("copydesk import --dry-run list.opml", "says what it would add"),
        ],
        codes: &[(2, "the list cannot be read")],
        page: "running",
    },
    About {
        command: "export",
        examples: [
            ("copydesk export > list.opml", "every source"),
            ("copydesk export --section tv", "those of one section"),
        ],
        codes: &[],
        page: "running",
    },
    About {
        command: "source",
        examples: [
            ("copydesk source show Dawn --held", "what of Dawn waits for a person"),
            ("copydesk source show Dawn --release", "lets it in with the next run"),
        ],
        codes: &[(75, "a run holds the lock")],
        page: "filters",
    },
    About {
        command: "vacuum",
        examples: [
            ("copydesk vacuum", "gives free pages back to the disk"),
            ("copydesk -q vacuum", "says nothing"),
        ],
        codes: &[(75, "a run holds the lock")],
        page: "running",
    },
    About {
        command: "backup",
        examples: [
            ("copydesk backup desk.backup", "one consistent file"),
            ("copydesk -q backup desk.backup", "says nothing: for cron"),
        ],
        codes: &[(1, "the copy cannot be written")],
        page: "running",
    },
    About {
        command: "status",
        examples: [
            ("copydesk status", "failures first"),
            ("copydesk status --fail-on bad", "for monitoring"),
        ],
        codes: &[(3, "with --fail-on: a source is bad")],
        page: "running",
    },
    About {
        command: "check",
        examples: [("copydesk check", "a line a finding"), ("copydesk check --json", "for programs")],
        codes: &[(2, "something is to be mended")],
        page: "running",
    },
    About {
        command: "why",
        examples: [
            ("copydesk why https://telly.example/a", "what became of it"),
            ("copydesk why --json URL", "for programs"),
        ],
        codes: &[(1, "no entry has this address or id")],
        page: "matching",
    },
    About {
        command: "parse",
        examples: [
            ("copydesk parse feed.xml", "as JSON"),
            ("copydesk parse --table -", "standard input, as a table"),
        ],
        codes: &[(1, "it is no feed"), (2, "it cannot be read")],
        page: "repairs",
    },
    About {
        command: "stories",
        examples: [
            ("copydesk stories records.ndjson", "which tell the same story"),
            ("copydesk stories --split URL", "this one is none of it"),
        ],
        codes: &[],
        page: "matching",
    },
    About {
        command: "credits",
        examples: [
            ("copydesk credits records.ndjson", "whom each text names"),
            ("copydesk credits - < records.ndjson", "standard input"),
        ],
        codes: &[(2, "a record could not be read")],
        page: "credits",
    },
    About {
        command: "article",
        examples: [
            ("copydesk article page.txt", "what is read from a record"),
            ("copydesk article --table articles/*", "as a table"),
        ],
        codes: &[(2, "a file could not be read")],
        page: "article-records",
    },
    About {
        command: "validate",
        examples: [
            ("copydesk validate feeds/all/rss.xml", "findings at their places"),
            ("copydesk validate --json https://telly.example/feed", "for programs"),
        ],
        codes: &[(1, "a document is not valid"), (2, "something could not be read")],
        page: "validate",
    },
    About {
        command: "completions",
        examples: [
            ("copydesk completions bash > /etc/bash_completion.d/copydesk", "for everybody"),
            ("copydesk completions man --into man1", "the man pages"),
        ],
        codes: &[],
        page: "running",
    },
    About {
        command: "help",
        examples: [("copydesk help running", "a page of the manual"), ("copydesk help run", "one command")],
        codes: &[(2, "there is no such topic")],
        page: "running",
    },
];

/// The whole command line.
pub(super) fn command() -> Command {
    PAGES.iter().fold(Line::command(), |line, about| match line.find_subcommand(about.command) {
        Some(_) => line.mut_subcommand(about.command, |command| command.after_help(below(about))),
        // Built without it.
        None => line,
    })
}

fn below(about: &About) -> String {
    let mut text = "Examples:\n".to_owned();
    let width = about.examples.iter().map(|(typed, _)| typed.len()).max().unwrap_or_default();
    for (typed, does) in about.examples {
        text += &format!("  {typed:width$}  {does}\n");
    }
    let common = [(0, "done"), (1, "failed"), (2, "usage, configuration or input is wrong")];
    let is_said = |code: u8| about.codes.iter().any(|(said, _)| *said == code);
    let mut codes: Vec<(u8, &str)> = common.into_iter().filter(|(code, _)| !is_said(*code)).collect();
    codes.extend(about.codes);
    codes.sort_unstable();
    text += "\nExit codes:\n";
    for (code, means) in codes {
        text += &format!("  {code:<3} {means}\n");
    }
    text + &format!("\nManual: copydesk help {0} (docs/{0}.md)", about.page)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::help;

    #[test]
    fn every_command_has_two_examples_exit_codes_and_a_page_that_is_there() {
        let mut line = command();
        line.build();
        for one in line.get_subcommands() {
            let name = one.get_name();
            let about = PAGES.iter().find(|about| about.command == name).unwrap_or_else(|| panic!("{name}"));
            assert!(help::page(about.page).is_some(), "{name}: {}", about.page);
            let below = one.get_after_help().unwrap().to_string();
            assert!(below.contains("Examples:") && below.contains("Exit codes:"), "{name}");
            for (typed, _) in about.examples {
                let words: Vec<&str> = typed.split(['>', '<']).next().unwrap().split_whitespace().collect();
                let parsed = command().try_get_matches_from(&words);
                assert!(parsed.is_ok(), "{typed}: {}", parsed.unwrap_err());
            }
        }
    }
}
