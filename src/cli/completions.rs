//! `copydesk completions`: what shells and `man` know of the command line, from its own definition.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use clap_complete::Shell;

use super::{Common, Outcome, Stop, code, manual};

/// Completions for a shell, or the man pages
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The shell; man for the man pages
    what: What,
    /// Write into this folder, under the names that shells and man look for
    #[arg(long, value_name = "DIR", required_if_eq("what", "man"))]
    into: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum What {
    Bash,
    Zsh,
    Fish,
    Man,
}

/// The command's name.
const NAME: &str = "copydesk";

/// Runs the command.
pub(super) fn run(args: &Args, _common: &Common) -> Outcome {
    let shell = match args.what {
        What::Bash => Some(Shell::Bash),
        What::Zsh => Some(Shell::Zsh),
        What::Fish => Some(Shell::Fish),
        What::Man => None,
    };
    let written = match (shell, &args.into) {
        (Some(shell), Some(folder)) => fs::create_dir_all(folder).and_then(|()| {
            clap_complete::generate_to(shell, &mut manual::command(), NAME, folder).map(|_| ())
        }),
        (Some(shell), None) => {
            let mut text = Vec::new();
            clap_complete::generate(shell, &mut manual::command(), NAME, &mut text);
            io::stdout().write_all(&text)?;
            Ok(())
        }
        (None, folder) => man(folder.as_deref().unwrap_or(Path::new("."))),
    };
    let shown = || args.into.as_deref().unwrap_or(Path::new(".")).display();
    written.map_err(|error| Stop::failed(format!("cannot write into {}: {error}", shown())))?;
    Ok(code::DONE)
}

/// A page for the whole, and one for each command.
fn man(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    // Where copydesk is built or run changes no page.
    clap_mangen::generate_to(manual::command(), folder)
}
