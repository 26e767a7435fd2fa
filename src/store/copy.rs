//! A copy of a database to try things in; the database itself is only read.

use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use super::{Error, Store};

impl Store {
    /// A store at `file` that begins as a copy of the database `of`. Where that is not there yet, it begins
    /// as nothing.
    pub fn copy_of(of: &Path, file: &Path) -> Result<Self, Error> {
        if of.exists() {
            let mut log = of.as_os_str().to_owned();
            log.push("-wal");
            // Where nobody writes there is no log; asked otherwise, SQLite would make one beside it.
            let how = if Path::new(&log).exists() { "mode=ro" } else { "immutable=1" };
            let path: String = of
                .to_string_lossy()
                .chars()
                .map(|c| match c {
                    '?' => "%3f".to_owned(),
                    '#' => "%23".to_owned(),
                    '%' => "%25".to_owned(),
                    c => c.to_string(),
                })
                .collect();
            let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
            let reason = |error: rusqlite::Error| Error::Unopenable {
                path: of.display().to_string(),
                reason: error.to_string(),
            };
            let from = Connection::open_with_flags(format!("file:{path}?{how}"), flags).map_err(reason)?;
            super::schema::refuse_newer(&from)?;
            from.execute("VACUUM INTO ?1", [file.to_string_lossy()])?;
        }
        Self::open(file)
    }
}
