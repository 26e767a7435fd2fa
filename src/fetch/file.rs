//! A source in a local file. Its size and times are its validator, so that an unchanged file is
//! not read twice. Only plain files: a pipe or a device could hang or never end.

use std::fs::{File, Metadata};
use std::io::{self, Read};
use std::path::Path;
use std::time::UNIX_EPOCH;

use super::answer::{Document, Held, Outcome, Validators};
use super::receipt::Kind;

/// Reads the file, unless it is as it was.
pub(super) fn read(path: &Path, before: &Validators, max_bytes: u64) -> Outcome {
    match attempt(path, before, max_bytes) {
        Ok(outcome) => outcome,
        Err(error) => {
            let message = format!("{} can't be read: {error}; look at `feed` of the source", path.display());
            Outcome::failed(Kind::File, message)
        }
    }
}

fn attempt(path: &Path, before: &Validators, max_bytes: u64) -> io::Result<Outcome> {
    let metadata = std::fs::metadata(path)?;
    if !metadata.is_file() {
        return Err(io::Error::other("not a plain file"));
    }
    let validators = validators(path, &metadata)?;
    if *before == validators {
        return Ok(Outcome::NotModified { validators, fresh_for: None, robots: None });
    }
    let mut bytes = Vec::with_capacity(metadata.len().min(max_bytes) as usize);
    File::open(path)?.take(max_bytes + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > max_bytes {
        let message =
            format!("{} is larger than {max_bytes} bytes; nothing was taken from it", path.display());
        return Ok(Outcome::failed(Kind::TooLarge, message));
    }
    Ok(Outcome::Document(Document {
        bytes,
        content_type: None,
        url: path.display().to_string(),
        validators,
        fresh_for: None,
        robots: None,
        hub: None,
        self_link: None,
        date: None,
        last_modified: metadata.modified().ok().map(Into::into),
        held: Held::default(),
    }))
}

fn validators(path: &Path, metadata: &Metadata) -> io::Result<Validators> {
    let modified = metadata.modified()?.duration_since(UNIX_EPOCH).unwrap_or_default();
    Ok(Validators {
        etag: Some(format!("{}-{}{}", modified.as_nanos(), metadata.len(), identity(metadata))),
        last_modified: None,
        url: path.display().to_string(),
        asked_as: String::new(),
    })
}

/// What tells a replaced file from the old one although somebody set its time back.
#[cfg(unix)]
fn identity(metadata: &Metadata) -> String {
    use std::os::unix::fs::MetadataExt;
    format!("-{}-{}.{}", metadata.ino(), metadata.ctime(), metadata.ctime_nsec())
}

#[cfg(not(unix))]
fn identity(_: &Metadata) -> String {
    String::new()
}
