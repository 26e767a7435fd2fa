//! `copydesk backup`: the whole database in one file, also while a run is under way.

use std::io::{self, Write};
use std::path::PathBuf;

use super::{Common, Outcome, Stop, code};
use crate::store::Store;

/// Copy the database into one file, also while a run is under way
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The copy; an older one is replaced once the new one is whole
    file: PathBuf,
}

/// Runs the command.
pub(super) fn run(args: &Args, common: &Common) -> Outcome {
    let desk = super::desk(common)?;
    let database = desk.database.display();
    if !desk.database.exists() {
        return Err(Stop::unusable(format!("there is no database {database} yet; `copydesk run` makes it")));
    }
    let same = |path: &PathBuf| {
        path.canonicalize().is_ok_and(|path| desk.database.canonicalize().is_ok_and(|own| own == path))
    };
    if same(&args.file) {
        return Err(Stop::unusable(format!(
            "{} is the database itself; name another file",
            args.file.display()
        )));
    }
    let store = Store::open(&desk.database).map_err(Stop::unusable)?;
    let failed = |error: &dyn std::fmt::Display| {
        Stop::failed(format!("no copy in {}: {error}; an older one is as it was", args.file.display()))
    };
    let folder = args.file.parent().filter(|folder| !folder.as_os_str().is_empty());
    // Beside its place, so that the rename is one step; removed if anything fails.
    let space = tempfile::Builder::new()
        .prefix(".copydesk-")
        .tempdir_in(folder.unwrap_or(std::path::Path::new(".")))
        .map_err(|error| failed(&error))?;
    let copy = space.path().join("copy.db");
    store.copy_to(&copy).map_err(|error| failed(&error))?;
    std::fs::File::open(&copy).and_then(|file| file.sync_all()).map_err(|error| failed(&error))?;
    std::fs::rename(&copy, &args.file).map_err(|error| failed(&error))?;
    if common.verbose {
        writeln!(io::stdout(), "copied {database} to {}", args.file.display())?;
    }
    Ok(code::DONE)
}
