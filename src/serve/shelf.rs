//! The documents at hand: what was asked for lately, with its validators and its compressed form.
//!
//! Promises that a document is read and compressed once for each of its versions, that a new version is
//! given out at once, and that memory and open files stay within bounds whatever is asked for.

use std::collections::HashMap;
use std::io;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::Semaphore;

use super::announced::Announced;
use super::document::{self, Document};
use super::limits::Limits;
use super::place::{self, Place};
use super::twin::Twins;

/// Documents that are being read or compressed at once; who asks for another one waits.
const AT_WORK: usize = 4;
/// Documents that are too large for memory and stay open.
const OPEN: usize = 8;

/// The folder, and what is kept of it.
pub(super) struct Shelf {
    root: PathBuf,
    announced: Announced,
    kept_bytes: usize,
    kept_document: u64,
    kept: Mutex<Kept>,
    work: Semaphore,
    twins: Twins,
}

#[derive(Default)]
struct Kept {
    by_name: HashMap<String, Slot>,
    bytes: usize,
    open: usize,
    turn: u64,
}

struct Slot {
    document: Arc<Document>,
    /// Where it is looked for again, links not resolved.
    place: Arc<PathBuf>,
    used: u64,
    weight: usize,
}

/// What a path leads to.
pub(super) enum Found {
    Document(Arc<Document>),
    /// A folder that was asked for without the slash at its end: its last part.
    Folder(String),
    Nothing,
}

impl Shelf {
    /// The shelf of a folder. `root` is canonical.
    pub(super) fn new(root: PathBuf, announced: Announced, limits: &Limits) -> Self {
        Self {
            root,
            announced,
            kept_bytes: limits.kept_bytes,
            kept_document: limits.kept_document,
            kept: Mutex::default(),
            work: Semaphore::new(AT_WORK),
            twins: Twins::default(),
        }
    }

    /// What the path of a request leads to.
    pub(super) async fn find(self: &Arc<Self>, path: &str) -> io::Result<Found> {
        // Most are asked for by their very name.
        if let Some(document) = self.at_hand(path) {
            return Ok(Found::Document(document));
        }
        let Some(name) = place::name(path) else { return Ok(Found::Nothing) };
        let _turn = self.work.acquire().await.map_err(io::Error::other)?;
        // Somebody else may have fetched it meanwhile.
        if let Some(document) = self.at_hand(&name) {
            return Ok(Found::Document(document));
        }
        let (shelf, name) = (Arc::clone(self), name.into_owned());
        tokio::task::spawn_blocking(move || shelf.fetch(name)).await.map_err(io::Error::other)?
    }

    /// The document in gzip; see [`Document::pressed`].
    pub(super) async fn pressed(
        &self,
        document: &Arc<Document>,
        path: &str,
    ) -> io::Result<(hyper::HeaderMap, document::Kept)> {
        let (headers, bytes, is_new) = match document.is_pressed() {
            true => document.pressed().await?,
            false => {
                let _turn = self.work.acquire().await.map_err(io::Error::other)?;
                document.pressed().await?
            }
        };
        if is_new && let Some(name) = place::name(path) {
            self.kept().weigh(&name);
            self.make_room();
        }
        Ok((headers, bytes))
    }

    /// A document that is kept, if the folder still has that version. One look at the file, no reading.
    fn at_hand(&self, name: &str) -> Option<Arc<Document>> {
        let (document, place) = {
            let mut kept = self.kept();
            kept.turn += 1;
            let turn = kept.turn;
            let slot = kept.by_name.get_mut(name)?;
            slot.used = turn;
            (Arc::clone(&slot.document), Arc::clone(&slot.place))
        };
        document.is_at(&place).then_some(document)
    }

    fn fetch(&self, name: String) -> io::Result<Found> {
        let found = place::find(&self.root, &name);
        let opened = match &found {
            Place::Document(file) => {
                Document::open(file, &name, &self.announced, self.kept_document, &self.twins)
            }
            Place::Folder(last) => return Ok(Found::Folder(last.clone())),
            Place::Nothing => Err(io::ErrorKind::NotFound.into()),
        };
        match opened {
            Ok(document) => {
                let document = Arc::new(document);
                let place = Arc::new(place::plain(&self.root, &name));
                let document = self.kept().put(name, document, place);
                self.make_room();
                Ok(Found::Document(document))
            }
            // Never there, or removed between the look and the reading.
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                self.kept().take(&name);
                Ok(Found::Nothing)
            }
            Err(error) => Err(error),
        }
    }

    /// Lets go of what was not asked for for longest, a quarter at a time.
    fn make_room(&self) {
        let mut kept = self.kept();
        if kept.bytes <= self.kept_bytes && kept.open <= OPEN {
            return;
        }
        let mut by_use: Vec<(u64, bool, String)> = kept
            .by_name
            .iter()
            .map(|(name, slot)| (slot.used, slot.document.is_open(), name.clone()))
            .collect();
        by_use.sort_unstable();
        for (_, is_open, name) in by_use {
            let is_heavy = kept.bytes > self.kept_bytes / 4 * 3 && kept.bytes > 0;
            if is_heavy || is_open && kept.open > OPEN {
                kept.take(&name);
            }
        }
    }

    /// Bytes in memory and files open, as counted.
    #[cfg(test)]
    pub(super) fn holds(&self) -> (usize, usize) {
        let kept = self.kept();
        (kept.bytes, kept.open)
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Kept {
    /// Puts a document there, unless somebody else has put the same there meanwhile; the one that is there.
    fn put(&mut self, name: String, document: Arc<Document>, place: Arc<PathBuf>) -> Arc<Document> {
        if let Some(slot) = self.by_name.get(&name).filter(|slot| slot.document.is_same(&document)) {
            return Arc::clone(&slot.document);
        }
        self.take(&name);
        let weight = document.weight();
        self.bytes += weight;
        self.open += usize::from(document.is_open());
        self.turn += 1;
        let there = Arc::clone(&document);
        self.by_name.insert(name, Slot { document, place, used: self.turn, weight });
        there
    }

    fn take(&mut self, name: &str) {
        if let Some(slot) = self.by_name.remove(name) {
            self.bytes -= slot.weight;
            self.open -= usize::from(slot.document.is_open());
        }
    }

    /// Its compressed form was made meanwhile.
    fn weigh(&mut self, name: &str) {
        if let Some(slot) = self.by_name.get_mut(name) {
            let weight = slot.document.weight();
            self.bytes = self.bytes - slot.weight + weight;
            slot.weight = weight;
        }
    }
}
