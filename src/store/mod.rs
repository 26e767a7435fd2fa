//! What is remembered between runs: sources, entries, stories, in one SQLite file.
//!
//! One writer; every write is a short transaction and none waits for the network. A crash leaves
//! the last whole transaction. Rooms above decide; the store keeps and finds.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, TransactionBehavior};
use thiserror::Error;

mod archives;
mod batch;
mod clock;
mod copy;
mod crediting;
mod entries;
mod fronts;
mod holdings;
mod keeping;
mod listed;
mod lock;
mod marks;
mod pages;
mod purging;
mod pushes;
mod recall;
mod recognise;
mod records;
mod rounds;
mod routing;
mod rulings;
mod schema;
mod sources;
mod standings;
mod stories;
mod texts;

pub use archives::{ArchiveState, Closed};
pub use batch::Reading;
pub use clock::Met;
pub use entries::{Filed, IsSame, Judge, Unsettled, Ways};
pub use fronts::FrontState;
pub use holdings::Holdings;
pub use keeping::Keeping;
pub use listed::Listed;
pub use lock::{Lock, holder, lock};
pub use marks::Mark;
pub use pages::{Asked, Wanted};
pub use purging::{Purge, Stripped};
pub use pushes::Push;
pub use records::KnownRecord;
pub use rounds::Quiet;
pub use routing::{Routed, Rules};
pub use rulings::Withdrawn;
pub use schema::VERSION;
pub use standings::Standing;
pub use stories::{KnownPrint, Settlement, Teller, Unled};

/// Why the store can't be used.
#[derive(Debug, Error)]
pub enum Error {
    /// The file can't be opened or made.
    #[error(
        "cannot open the database {path}: {reason}; [store] url says where it is, and its folder must be writable"
    )]
    Unopenable {
        /// The file.
        path: String,
        /// What the system says.
        reason: String,
    },
    /// The database was written by a newer copydesk.
    #[error(
        "the database has version {found}, this copydesk knows versions up to {known}; use the newer copydesk, or another [store] url; nothing was changed"
    )]
    Newer {
        /// Version found.
        found: u32,
        /// Newest version known.
        known: u32,
    },
    /// Another run is under way.
    #[error("another run holds the lock {0}")]
    Locked(PathBuf),
    /// SQLite failed: full disk, damaged file, …
    #[error("the database failed: {0}; {remedy}; nothing of this step was kept, what was published stays", remedy = remedy(.0))]
    Database(#[from] rusqlite::Error),
    /// A row does not hold what was written.
    #[error("the database holds something unreadable: {0}")]
    Damaged(#[from] serde_json::Error),
}

/// An open database.
#[derive(Debug)]
pub struct Store {
    connection: Connection,
}

impl Store {
    /// Opens or makes the database and brings it up to date.
    pub fn open(path: &Path) -> Result<Self, Error> {
        let unopenable = |reason: String| Error::Unopenable { path: path.display().to_string(), reason };
        if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            fs::create_dir_all(folder).map_err(|error| unopenable(error.to_string()))?;
        }
        free_side_files(path);
        let connection = Connection::open(path).map_err(|error| unopenable(error.to_string()))?;
        Self::over(connection).map_err(|error| match error {
            Error::Database(error) => unopenable(format!("{error}; {}", remedy(&error))),
            other => other,
        })
    }

    /// Forces to disk what was committed. A commit alone survives a crash of copydesk, not one of
    /// the machine; it costs less to wait for the disk once than at every commit.
    pub fn sync(&self) -> Result<(), Error> {
        // A reader in the way leaves part of it for later, which is no error.
        let checkpoint = "PRAGMA wal_checkpoint(PASSIVE)";
        Ok(self.connection.query_row(checkpoint, [], |_| Ok(()))?)
    }

    /// A store that is forgotten when it is dropped.
    pub fn in_memory() -> Result<Self, Error> {
        Self::over(Connection::open_in_memory()?)
    }

    fn over(mut connection: Connection) -> Result<Self, Error> {
        connection.busy_timeout(std::time::Duration::from_secs(10))?;
        schema::refuse_newer(&connection)?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "NORMAL")?;
        connection.pragma_update(None, "cache_size", -32_000)?;
        // The same plan whatever is bound: otherwise SQLite plans anew at each execution of every
        // statement whose plan could depend on a value, a sixth of all work when filing.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
        // Pages that change often are copied into the database once in 32 MB of log, not in 4.
        connection.pragma_update(None, "wal_autocheckpoint", 8_000)?;
        // Not below that: the log would be cut and grow again at every turn.
        connection.pragma_update(None, "journal_size_limit", 40 << 20)?;
        connection.set_prepared_statement_cache_capacity(64);
        // A run that has read cannot write any more once somebody else has: `copydesk serve` notes what
        // hubs tell. So whoever will write says so first.
        connection.set_transaction_behavior(TransactionBehavior::Immediate);
        schema::migrate(&mut connection)?;
        Ok(Self { connection })
    }
}

/// What a person can do about it.
fn remedy(error: &rusqlite::Error) -> &'static str {
    use rusqlite::ErrorCode::{
        CannotOpen, DatabaseBusy, DatabaseCorrupt, DatabaseLocked, DiskFull, NotADatabase, PermissionDenied,
        ReadOnly, SystemIoFailure,
    };
    match error.sqlite_error_code() {
        Some(DatabaseBusy | DatabaseLocked) => {
            "another program has been writing to it for more than ten seconds: end that program and run again"
        }
        Some(DiskFull) => "the disk is full: make room and run again",
        Some(ReadOnly | PermissionDenied | CannotOpen) => {
            "give the user that runs copydesk the right to write the file, those beside it (-wal, -shm) and their folder"
        }
        Some(SystemIoFailure) => "look at the disk (is it full or failing?) and run again",
        Some(DatabaseCorrupt | NotADatabase) => {
            "put a backup in its place, or move it away: it is built anew from the sources"
        }
        _ => "run again, and report it if it stays",
    }
}

/// SQLite makes the files beside a database with the rights of the database. Those that were made while
/// it could not be written stay so when it can be again, and every run would fail on them.
fn free_side_files(database: &Path) {
    let Some(rights) = fs::metadata(database).ok().map(|known| known.permissions()) else { return };
    if rights.readonly() {
        return;
    }
    for end in ["-wal", "-shm"] {
        let mut beside = database.as_os_str().to_owned();
        beside.push(end);
        let is_stuck = fs::metadata(&beside).is_ok_and(|known| known.permissions().readonly());
        if is_stuck {
            // If it cannot be mended, the database says what is wrong.
            fs::set_permissions(&beside, rights.clone()).ok();
        }
    }
}

/// Times are kept as milliseconds since 1970, UTC.
fn millis(time: DateTime<Utc>) -> i64 {
    time.timestamp_millis()
}

/// The reverse of [`millis`]; a time that no calendar has becomes 1970.
fn time(millis: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(millis).unwrap_or_default()
}
