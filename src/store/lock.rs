//! The lock that keeps runs apart, and in its file why the last run failed.
//!
//! The kernel frees the lock however a process ends. The reason of a failure lies here and not in
//! the database, since that is what may have failed.

use std::fs::{self, File};
use std::io::{Read, Seek, Write};
use std::path::Path;

use chrono::{DateTime, Utc};

use super::Error;

/// Bytes of the file: it has its room on the disk before the disk is full.
const ROOM: usize = 2048;

/// Of them: the last line, the process that holds the lock.
const HOLDER: usize = 16;

/// The process that holds a lock, or held it last, as far as its file tells.
pub fn holder(lock: &Path) -> Option<u32> {
    fs::read_to_string(lock).ok()?.lines().last()?.trim().parse().ok()
}

/// Holds off other runs for as long as it lives.
#[derive(Debug)]
pub struct Lock {
    file: File,
    /// Since when runs have failed, and why.
    failing: Option<(DateTime<Utc>, String)>,
}

/// Takes the lock that belongs to a database, or says that another run holds it.
pub fn lock(database: &Path) -> Result<Lock, Error> {
    let path = database.with_extension("lock");
    let unopenable = |error: std::io::Error| Error::Unopenable {
        path: path.display().to_string(),
        reason: error.to_string(),
    };
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        fs::create_dir_all(folder).map_err(unopenable)?;
    }
    let file = File::options()
        .create(true)
        .read(true)
        .write(true)
        .truncate(false)
        .open(&path)
        .map_err(unopenable)?;
    match file.try_lock() {
        Ok(()) => Ok(Lock::new(file)),
        Err(fs::TryLockError::WouldBlock) => Err(Error::Locked(path)),
        Err(fs::TryLockError::Error(error)) => Err(unopenable(error)),
    }
}

impl Lock {
    fn new(mut file: File) -> Self {
        let mut text = String::new();
        // A file that cannot be read tells nothing; then a failure is told once more.
        let read = (&mut file).take(ROOM as u64).read_to_string(&mut text);
        let failing = read.ok().and_then(|_| {
            let (since, why) = text.lines().next()?.split_once(": ")?;
            Some((since.parse().ok()?, why.to_owned()))
        });
        let mut lock = Self { file, failing };
        let first = text.lines().next().filter(|_| lock.failing.is_some()).unwrap_or_default();
        // Also that the file has its room, and tells others whose run it is.
        lock.write(first).ok();
        lock
    }

    /// Remembers that this run failed. Whether that is news: the run before did not fail, or not
    /// for this reason.
    pub fn failed(&mut self, why: &str, now: DateTime<Utc>) -> bool {
        let why: String = why.chars().map(|c| if c == '\n' { ' ' } else { c }).collect();
        let why = &why[..why.floor_char_boundary(ROOM - 64)];
        let is_news = self.failing.as_ref().is_none_or(|(_, known)| known != why);
        let since = self.failing.as_ref().map_or(now, |(since, _)| *since);
        let is_kept = !is_news || self.write(&format!("{}: {why}", since.to_rfc3339())).is_ok();
        self.failing = Some((since, why.to_owned()));
        is_news || !is_kept
    }

    /// Remembers that this run succeeded. Since when runs had failed, if they had.
    pub fn succeeded(&mut self) -> Option<DateTime<Utc>> {
        let (since, _) = self.failing.take()?;
        // Should it fail, the success is told again: better than a failure that is not.
        self.write("").ok();
        Some(since)
    }

    fn write(&mut self, text: &str) -> std::io::Result<()> {
        let mut bytes = text.as_bytes().to_vec();
        bytes.resize(ROOM - HOLDER, b'\n');
        bytes.extend(format!("{:>width$}\n", std::process::id(), width = HOLDER - 1).bytes());
        self.file.rewind()?;
        self.file.write_all(&bytes)?;
        self.file.sync_data()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(hours: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(3600 * hours, 0).unwrap()
    }

    #[test]
    fn failure_of_runs_is_news_once_over_runs() {
        let folder = tempfile::tempdir().unwrap();
        let database = folder.path().join("x.db");
        let lock = || lock(&database).unwrap();
        assert_eq!(lock().succeeded(), None);
        assert_eq!(holder(&database.with_extension("lock")), Some(std::process::id()));
        assert!(lock().failed("the disk is full:\nmake room", at(0)));
        assert!(!lock().failed("the disk is full:\nmake room", at(1)));
        assert!(lock().failed("no right to write", at(2)));
        assert!(!lock().failed("no right to write", at(3)));
        assert_eq!(lock().succeeded(), Some(at(0)));
        assert_eq!(lock().succeeded(), None);
        assert!(lock().failed(&"ü".repeat(5000), at(5)));
        assert!(!lock().failed(&"ü".repeat(5000), at(6)));
    }
}
