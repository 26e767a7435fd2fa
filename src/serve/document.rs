//! One published document as it stands in the folder: its validators, its headers, its bytes, and its
//! compressed form, each made once for everybody who asks.

use std::fs::{File, Metadata};
use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use hyper::HeaderMap;
use hyper::body::Bytes;
use tokio::sync::OnceCell;
use xxhash_rust::xxh3::Xxh3Default;

use super::announced::Announced;
use super::headers::{self, Form};
use super::mark::Mark;
use super::twin::{Twin, Twins};
use super::{body, kinds, pressed};

/// A file that changed so shortly before it was read may change again without looking other.
const FRESH: Duration = Duration::from_millis(50);

/// A document, as it was when it was opened.
pub(super) struct Document {
    stamp: Stamp,
    is_settled: bool,
    bytes: Source,
    length: u64,
    pub(super) modified: SystemTime,
    pub(super) media_type: &'static str,
    plain: Form,
    /// Where it is given out in gzip too.
    gzip: Option<Form>,
    pressed: OnceCell<Kept>,
    twins: Twins,
}

enum Source {
    /// Small enough to be kept.
    Memory(Kept),
    /// Open, so that it stays this version although another takes its place.
    File(Arc<File>),
}

/// Bytes that everybody shares.
#[derive(Clone)]
pub(super) struct Kept {
    bytes: Bytes,
    twin: Option<Arc<Twin>>,
}

impl Kept {
    fn of(bytes: Vec<u8>, twins: &Twins) -> Self {
        let bytes = Bytes::from(bytes);
        Self { twin: Twin::of(&bytes, twins), bytes }
    }

    fn weight(&self) -> usize {
        self.bytes.len() * if self.twin.is_some() { 2 } else { 1 }
    }

    /// As the body of an answer.
    pub(super) fn give(&self, mark: &Mark) -> body::Body {
        mark.sends(self.twin.clone());
        self.bytes.clone().into()
    }
}

/// What tells one version of a file from another without reading it.
#[derive(Debug, PartialEq, Eq)]
struct Stamp {
    length: u64,
    modified: Option<SystemTime>,
    #[cfg(unix)]
    inode: (u64, u64, i64, i64),
}

impl Stamp {
    fn of(file: &Metadata) -> Self {
        #[cfg(unix)]
        use std::os::unix::fs::MetadataExt;
        Self {
            length: file.len(),
            modified: file.modified().ok(),
            #[cfg(unix)]
            inode: (file.dev(), file.ino(), file.ctime(), file.ctime_nsec()),
        }
    }
}

impl Document {
    /// Opens a document. Its validators, its time and its bytes are all of that one open file.
    pub(super) fn open(
        path: &Path,
        asked: &str,
        announced: &Announced,
        keep: u64,
        twins: &Twins,
    ) -> io::Result<Self> {
        let opened = SystemTime::now();
        let mut file = File::open(path)?;
        let about = file.metadata()?;
        let modified = about.modified()?;
        let media_type = kinds::media_type(&path.file_name().unwrap_or_default().to_string_lossy());
        let (bytes, hash, length) = if about.len() <= keep {
            let mut bytes = Vec::with_capacity(usize::try_from(about.len()).unwrap_or_default() + 1);
            // It may be growing meanwhile.
            Read::by_ref(&mut file).take(keep + 1).read_to_end(&mut bytes)?;
            let (hash, length) = (xxhash_rust::xxh3::xxh3_128(&bytes), bytes.len() as u64);
            (Source::Memory(Kept::of(bytes, twins)), hash, length)
        } else {
            let hash = hash(&mut file, about.len())?;
            (Source::File(Arc::new(file)), hash, about.len())
        };
        let gzip = pressed::is_worth_it(length, media_type);
        let form = |gzip| headers::form(hash, length, gzip, modified, media_type, asked, announced);
        Ok(Self {
            is_settled: opened.duration_since(changed(&about, modified)).is_ok_and(|age| age > FRESH),
            stamp: Stamp::of(&about),
            bytes,
            length,
            modified,
            media_type,
            plain: form(false),
            gzip: gzip.then(|| form(true)),
            pressed: OnceCell::new(),
            twins: twins.clone(),
        })
    }

    /// Whether the file at that place is this version still.
    pub(super) fn is_at(&self, path: &Path) -> bool {
        self.is_settled && std::fs::metadata(path).is_ok_and(|there| Stamp::of(&there) == self.stamp)
    }

    /// Whether the other one is of the same version, read later.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        self.is_settled && self.stamp == other.stamp
    }

    /// Whether it holds a descriptor.
    pub(super) fn is_open(&self) -> bool {
        matches!(self.bytes, Source::File(_))
    }

    /// Bytes in memory, about.
    pub(super) fn weight(&self) -> usize {
        const HEADERS: usize = 4 << 10;
        let kept = match &self.bytes {
            Source::Memory(kept) => kept.weight(),
            Source::File(_) => 0,
        };
        HEADERS + kept + self.pressed.get().map_or(0, Kept::weight)
    }

    /// The form for who takes gzip, or does not: its headers, and whether it is in gzip.
    pub(super) fn form(&self, takes_gzip: bool) -> (&Form, bool) {
        match &self.gzip {
            Some(form) if takes_gzip => (form, true),
            _ => (&self.plain, false),
        }
    }

    /// The bytes as they are.
    pub(super) fn body(&self, mark: &Arc<Mark>) -> body::Body {
        match &self.bytes {
            Source::Memory(kept) => kept.give(mark),
            Source::File(file) => body::Body::of_file(Arc::clone(file), self.length, Arc::clone(mark)),
        }
    }

    /// Whether its compressed form is there.
    pub(super) fn is_pressed(&self) -> bool {
        self.pressed.initialized()
    }

    /// The bytes in gzip, with their headers; whether they were made just now. Who asks meanwhile waits.
    pub(super) async fn pressed(self: &Arc<Self>) -> io::Result<(HeaderMap, Kept, bool)> {
        let mut is_new = false;
        let bytes = self.pressed.get_or_try_init(|| {
            is_new = true;
            let document = Arc::clone(self);
            async move {
                let pressing = tokio::task::spawn_blocking(move || {
                    let pressed = match &document.bytes {
                        Source::Memory(kept) => pressed::pressed(&mut &kept.bytes[..]),
                        Source::File(file) => {
                            pressed::pressed(&mut Whole { file, at: 0, end: document.length })
                        }
                    };
                    pressed.map(|bytes| Kept::of(bytes, &document.twins))
                });
                pressing.await.map_err(io::Error::other)?
            }
        });
        let kept = bytes.await?.clone();
        let mut headers = self.form(true).0.whole.clone();
        headers.insert(hyper::header::CONTENT_LENGTH, kept.bytes.len().into());
        Ok((headers, kept, is_new))
    }
}

/// A file from its beginning, whoever else reads it.
struct Whole<'a> {
    file: &'a File,
    at: u64,
    end: u64,
}

impl Read for Whole<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let wanted = (self.end - self.at).min(buffer.len() as u64);
        if wanted == 0 {
            return Ok(0);
        }
        let piece = body::read(self.file, self.at, wanted)?;
        buffer[..piece.len()].copy_from_slice(&piece);
        self.at += piece.len() as u64;
        Ok(piece.len())
    }
}

/// When anything about the file changed last; the time of its bytes can be set, this one can't.
fn changed(about: &Metadata, modified: SystemTime) -> SystemTime {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        let seconds = Duration::from_secs(u64::try_from(about.ctime()).unwrap_or_default());
        let rest = Duration::from_nanos(u64::try_from(about.ctime_nsec()).unwrap_or_default());
        SystemTime::UNIX_EPOCH.checked_add(seconds + rest).unwrap_or(modified)
    }
    #[cfg(not(unix))]
    {
        let _ = about;
        modified
    }
}

fn hash(file: &mut File, length: u64) -> io::Result<u128> {
    let mut hash = Xxh3Default::new();
    let mut piece = vec![0; 128 << 10];
    let mut file = file.take(length);
    loop {
        match file.read(&mut piece)? {
            0 => return Ok(hash.digest128()),
            length => hash.update(&piece[..length]),
        }
    }
}
