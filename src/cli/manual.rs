//! The command line as a whole, and what `--help` says below it: examples, exit codes, the page to read on.
//! Completions and man pages are made of the same definition.

use clap::{Command, CommandFactory};

use super::Line;

/// What is said of one command below its options.
struct About {
    /// Its name; that of one within another stands behind a blank.
    command: &'static str,
    /// What to type, and what it does.
    examples: [(&'static str, &'static str); 2],
    /// Exit codes besides those of every command.
    codes: &'static [(u8, &'static str)],
    /// A page of the manual, as `copydesk help` knows it.
    page: &'static str,
}

const SOURCE_CODES: &[(u8, &str)] =
    &[(2, "no source is called so, or several are, or it stands in a followed list")];

const NO_SECTION: &[(u8, &str)] = &[(2, "there is no such section, or the new slug is taken")];

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
            ("copydesk export --to lists/", "in parts, where one file would be too large"),
        ],
        codes: &[(2, "the list is too large for one file, or cannot be written")],
        page: "running",
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
        command: "source",
        examples: [
            ("copydesk source show Dawn", "what it is, and what is stored of it"),
            ("copydesk source rename Dawn \"The Dawn\"", "its ids stay"),
        ],
        codes: &[(2, "no source is called so, or several are")],
        page: "running",
    },
    About {
        command: "source rename",
        examples: [
            ("copydesk source rename Dawn \"The Dawn\"", "texts may credit it by either name"),
            ("copydesk source rename dawn-2 \"Dawn, sport\"", "of two of one name, by its key"),
        ],
        codes: SOURCE_CODES,
        page: "running",
    },
    About {
        command: "source move",
        examples: [
            ("copydesk source move Dawn https://dawn.example/feed", "key, entries and ids stay"),
            ("copydesk source move dawn dawn.xml", "to a file"),
        ],
        codes: SOURCE_CODES,
        page: "running",
    },
    About {
        command: "source pause",
        examples: [
            ("copydesk source pause Dawn", "what it gave stays"),
            ("copydesk -q source pause dawn", "says nothing"),
        ],
        codes: SOURCE_CODES,
        page: "running",
    },
    About {
        command: "source resume",
        examples: [
            ("copydesk source resume Dawn", "asked from the next run on"),
            ("copydesk -q source resume dawn", "says nothing"),
        ],
        codes: SOURCE_CODES,
        page: "running",
    },
    About {
        command: "source remove",
        examples: [
            ("copydesk source remove Dawn", "its entries leave the feeds"),
            ("copydesk source remove dawn-2", "of two of one name, by its key"),
        ],
        codes: SOURCE_CODES,
        page: "running",
    },
    About {
        command: "source show",
        examples: [
            ("copydesk source show Dawn --held", "what of it waits for a person; --release lets it in"),
            ("copydesk source show --json https://dawn.example/feed", "by its address, for programs"),
        ],
        codes: &[(2, "no source is called so, or several are")],
        page: "running",
    },
    About {
        command: "section",
        examples: [
            ("copydesk section rename tv screen", "the old addresses lead on for a year"),
            ("copydesk section remove tv", "its stories stay in all"),
        ],
        codes: NO_SECTION,
        page: "running",
    },
    About {
        command: "section rename",
        examples: [
            ("copydesk section rename tv screen --title Screen", "with another title"),
            ("copydesk section rename tv screen --until ever", "the old addresses lead on for ever"),
        ],
        codes: NO_SECTION,
        page: "running",
    },
    About {
        command: "section remove",
        examples: [
            ("copydesk section remove tv", "its stories stay in all"),
            ("copydesk -q section remove tv", "says nothing"),
        ],
        codes: NO_SECTION,
        page: "running",
    },
    About {
        command: "purge",
        examples: [
            ("copydesk purge --entry https://dawn.example/a", "says what goes, and asks"),
            ("copydesk purge --author \"Ann Ferry\" --yes", "without asking"),
        ],
        codes: &[
            (1, "failed, or a document still has it"),
            (2, "nobody is there to ask, or what is named is several"),
            (75, "a run holds the lock"),
        ],
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
    PAGES.iter().fold(Line::command(), |line, about| match about.command.split_once(' ') {
        None => with_help(line, about.command, about),
        Some((outer, inner)) if line.find_subcommand(outer).is_some() => {
            line.mut_subcommand(outer, |command| with_help(command, inner, about))
        }
        Some(_) => line,
    })
}

fn with_help(outer: Command, name: &str, about: &About) -> Command {
    match outer.find_subcommand(name) {
        Some(_) => outer.mut_subcommand(name, |command| command.after_help(below(about))),
        // Built without it.
        None => outer,
    }
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
        let nested = |outer: &Command| -> Vec<(String, Command)> {
            let inner = outer.get_subcommands().filter(|one| one.get_name() != "help");
            inner.map(|one| (format!("{} {}", outer.get_name(), one.get_name()), one.clone())).collect()
        };
        let own = line.get_subcommands().map(|one| (one.get_name().to_owned(), one.clone()));
        for (name, one) in own.chain(line.get_subcommands().flat_map(nested)) {
            let about = PAGES.iter().find(|about| about.command == name).unwrap_or_else(|| panic!("{name}"));
            assert!(help::page(about.page).is_some(), "{name}: {}", about.page);
            let below = one.get_after_help().unwrap().to_string();
            assert!(below.contains("Examples:") && below.contains("Exit codes:"), "{name}");
            for (typed, _) in about.examples {
                let typed_alone = typed.split(['>', '<']).next().unwrap();
                // What stands in quotes is one word to a shell.
                let words = typed_alone.split('"').enumerate().flat_map(|(nth, part)| match nth % 2 {
                    0 => part.split_whitespace().collect(),
                    _ => vec![part],
                });
                let words: Vec<&str> = words.collect();
                let parsed = command().try_get_matches_from(&words);
                assert!(parsed.is_ok(), "{typed}: {}", parsed.unwrap_err());
            }
        }
    }
}
