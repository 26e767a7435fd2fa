//! `copydesk vacuum`: drops what need not be kept, and makes the database small again.

use std::io::{self, Write};
use std::path::Path;

use super::{Common, Outcome, Stop, code, now};
use crate::pipeline;
use crate::store::{self, Store};

/// Drop bodies that are kept no longer, and make the database small again
#[derive(Debug, clap::Args)]
pub(super) struct Args {}

/// Runs the command.
pub(super) fn run(_args: &Args, common: &Common) -> Outcome {
    let desk = super::desk(common)?;
    if !desk.database.exists() {
        return Err(Stop::unusable(format!(
            "there is no database {} yet; `copydesk run` makes it",
            desk.database.display()
        )));
    }
    let _lock = store::lock(&desk.database).map_err(|error| match error {
        store::Error::Locked(_) => {
            Stop { code: code::LOCKED, message: "a run is under way; try again when it has ended".to_owned() }
        }
        other => Stop::failed(other),
    })?;
    let mut store = Store::open(&desk.database).map_err(Stop::unusable)?;
    let before = size(&desk.database);
    let dropped = pipeline::keep(&desk, &mut store, usize::MAX, now()?).map_err(Stop::failed)?;
    store.vacuum().map_err(Stop::failed)?;
    drop(store);
    let after = size(&desk.database);
    if !common.quiet {
        writeln!(
            io::stdout(),
            "{dropped} entries lost their bodies{}; {} freed, the database has {} now",
            desk.keep.in_words(),
            in_units(before.saturating_sub(after)),
            in_units(after)
        )?;
    }
    Ok(code::DONE)
}

/// Bytes of the database and of what is not yet written into it.
fn size(database: &Path) -> u64 {
    let log = database.with_extension("db-wal");
    let bytes = |path: &Path| path.metadata().map_or(0, |data| data.len());
    bytes(database) + bytes(&log)
}

fn in_units(bytes: u64) -> String {
    match bytes {
        0..10_000 => format!("{bytes} bytes"),
        10_000..10_000_000 => format!("{} kB", bytes / 1_000),
        _ => format!("{} MB", bytes / 1_000_000),
    }
}
