//! The publish folder. A document is compared, written beside its place, forced to disk and
//! renamed into it; a killed run leaves at most a temporary file, which the next one removes.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use super::place;
use crate::model::Stamp;

/// Names of temporary files begin and end with these, and no document's does.
const TEMPORARY: (&str, &str) = (".copydesk-", ".tmp");

/// How deep leftovers are looked for; documents lie two folders deep.
const DEEPEST: usize = 6;

/// A document could not be published. What was there before is still there, whole.
#[derive(Debug, thiserror::Error)]
#[error("cannot publish {}: {source}; {}", place.display(), remedy(source))]
pub struct Error {
    /// The document or folder that it is about.
    pub place: PathBuf,
    /// What the system said.
    #[source]
    pub source: io::Error,
}

/// What became of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Receipt {
    /// It was there already, byte for byte; it was not touched.
    Unchanged,
    /// It is there now.
    Written,
}

/// A folder to publish into.
#[derive(Debug)]
pub struct Folder {
    root: PathBuf,
    /// Folders with renames that are not yet forced to disk.
    unsynced: Mutex<BTreeSet<PathBuf>>,
    /// Whether it is only looked at: receipts say what would be done, and nothing is.
    is_looked_at: bool,
}

impl Folder {
    /// Opens the folder, makes it where it is missing, and removes what a killed run left.
    pub fn open(path: impl AsRef<Path>) -> Result<Self, Error> {
        let path = path.as_ref();
        let at = |source| Error { place: path.to_path_buf(), source };
        fs::create_dir_all(path).map_err(at)?;
        let root = path.canonicalize().map_err(at)?;
        remove_leftovers(&root, DEEPEST);
        Ok(Self { root, unsynced: Mutex::default(), is_looked_at: false })
    }

    /// The folder as it is, which may not be there; nothing in it is changed.
    pub fn look_at(path: impl AsRef<Path>) -> Self {
        let root = path.as_ref().canonicalize().unwrap_or_else(|_| path.as_ref().to_path_buf());
        Self { root, unsynced: Mutex::default(), is_looked_at: true }
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.root
    }

    /// Puts a document to its place, unless it is there already byte for byte. `relative` has
    /// `/` between its parts and may not lead outside, neither by `..` nor by a link.
    pub fn put(&self, relative: &str, bytes: &[u8]) -> Result<Receipt, Error> {
        self.attempt_put(relative, bytes).map_err(|source| self.error(relative, source))
    }

    /// The stamp of a document; `None` where there is none, or a link in its place.
    pub fn stamp(&self, relative: &str) -> Option<Stamp> {
        let there = place::existing(&self.root, relative).ok()?.symlink_metadata().ok()?;
        let modified = there.modified().ok()?.duration_since(std::time::UNIX_EPOCH).ok()?;
        let stamp = Stamp { length: there.len(), modified: i64::try_from(modified.as_nanos()).ok()? };
        Some(stamp).filter(|_| there.is_file())
    }

    /// The bytes of a document; `None` where there is none that can be read.
    pub fn read(&self, relative: &str) -> Option<Vec<u8>> {
        self.stamp(relative)?;
        fs::read(place::existing(&self.root, relative).ok()?).ok()
    }

    /// Removes a document; whether there was one. Folders stay.
    pub fn remove(&self, relative: &str) -> Result<bool, Error> {
        if self.is_looked_at {
            return Ok(self.stamp(relative).is_some());
        }
        let removed = place::existing(&self.root, relative).and_then(|path| {
            fs::remove_file(&path)?;
            self.note(&path);
            Ok(())
        });
        match removed {
            Ok(()) => Ok(true),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
            Err(source) => Err(self.error(relative, source)),
        }
    }

    /// Forces the new names to disk, so that a power cut after it takes nothing back. Once for
    /// many documents: each is safe by itself, this only makes the latest ones stay.
    pub fn sync(&self) -> Result<(), Error> {
        let folders = std::mem::take(&mut *self.unsynced.lock().unwrap_or_else(PoisonError::into_inner));
        for folder in folders {
            File::open(&folder)
                .and_then(|f| f.sync_all())
                .map_err(|source| Error { place: folder, source })?;
        }
        Ok(())
    }

    fn attempt_put(&self, relative: &str, bytes: &[u8]) -> io::Result<Receipt> {
        if self.is_looked_at {
            let is_there = self.read(relative).is_some_and(|there| there == bytes);
            return Ok(if is_there { Receipt::Unchanged } else { Receipt::Written });
        }
        let path = place::prepared(&self.root, relative)?;
        let receipt = replace(&path, bytes)?;
        if receipt == Receipt::Written {
            self.note(&path);
        }
        Ok(receipt)
    }

    fn note(&self, path: &Path) {
        if let Some(folder) = path.parent() {
            self.unsynced.lock().unwrap_or_else(PoisonError::into_inner).insert(folder.to_path_buf());
        }
    }

    fn error(&self, relative: &str, source: io::Error) -> Error {
        Error { place: self.root.join(relative.trim_start_matches('/')), source }
    }
}

/// Puts one document that lies in no publish folder to its place, whole or not at all. Its folder
/// is made where it is missing.
pub fn file(path: &Path, bytes: &[u8]) -> Result<Receipt, Error> {
    let at = |source| Error { place: path.to_path_buf(), source };
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        fs::create_dir_all(folder).map_err(at)?;
    }
    replace(path, bytes).map_err(at)
}

fn replace(path: &Path, bytes: &[u8]) -> io::Result<Receipt> {
    if is_same(path, bytes)? {
        return Ok(Receipt::Unchanged);
    }
    let mut temporary = temporary_beside(path)?;
    temporary.write_all(bytes)?;
    temporary.as_file().sync_all()?;
    temporary.persist(path).map_err(|error| error.error)?;
    Ok(Receipt::Written)
}

/// Whether the place holds exactly these bytes as a plain file. A link is replaced, never followed.
fn is_same(path: &Path, bytes: &[u8]) -> io::Result<bool> {
    let there = match path.symlink_metadata() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
        there => there?,
    };
    if there.is_dir() {
        return Err(io::Error::new(io::ErrorKind::IsADirectory, "there is a folder of that name"));
    }
    if !there.is_file() || there.len() != bytes.len() as u64 {
        return Ok(false);
    }
    // Who can't be read is replaced, if the folder allows it.
    let mut old = Vec::with_capacity(bytes.len());
    let read = File::open(path).and_then(|file| file.take(there.len() + 1).read_to_end(&mut old));
    Ok(read.is_ok() && old == bytes)
}

/// A new file in the same folder, so that the rename is one step; readable for everyone that the
/// umask allows.
fn temporary_beside(path: &Path) -> io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(TEMPORARY.0).suffix(TEMPORARY.1);
    #[cfg(unix)]
    let permissions = std::os::unix::fs::PermissionsExt::from_mode(0o666);
    #[cfg(unix)]
    builder.permissions(permissions);
    builder.tempfile_in(path.parent().unwrap_or(Path::new(".")))
}

/// Removes temporary files of runs that were killed. What can't be removed harms nobody.
fn remove_leftovers(folder: &Path, depth: usize) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let name = name.to_string_lossy();
        match entry.file_type() {
            Ok(kind) if kind.is_dir() && depth > 0 => remove_leftovers(&entry.path(), depth - 1),
            Ok(kind) if kind.is_file() && name.starts_with(TEMPORARY.0) && name.ends_with(TEMPORARY.1) => {
                // Nobody misses it, and the next run tries again.
                let _ = fs::remove_file(entry.path());
            }
            _ => {}
        }
    }
}

/// What a person can do about it.
fn remedy(error: &io::Error) -> &'static str {
    match error.kind() {
        io::ErrorKind::PermissionDenied => {
            "give the user that runs copydesk the right to write there, or set another `to` in [publish]"
        }
        io::ErrorKind::ReadOnlyFilesystem => {
            "the file system is read-only: remount it, or set another `to` in [publish]"
        }
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            "the disk is full: make room and run again"
        }
        io::ErrorKind::NotFound => "the folder has vanished: run again, or look at `to` in [publish]",
        io::ErrorKind::InvalidInput => "documents go only to plain places inside `to` in [publish]",
        io::ErrorKind::IsADirectory | io::ErrorKind::NotADirectory => "move away what is in its place",
        _ => "look at `to` in [publish]",
    }
}
