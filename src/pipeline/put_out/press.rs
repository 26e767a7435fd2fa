//! The press: judges documents, puts them in place, and keeps their receipts and stamps.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::Published;
use crate::model::{Level, Stamp};
use crate::publish::{Folder, Receipt};
use crate::validate;
use crate::write;

/// Stamps by path; `None` for a document that was taken away.
pub(super) type Stamps = BTreeMap<String, Option<Stamp>>;

/// One run's press.
pub(super) struct Press {
    pub(super) folder: Folder,
    known: BTreeMap<String, Stamp>,
    stamps: Stamps,
    documents: Vec<(String, Published)>,
    unjudged: bool,
    now: DateTime<Utc>,
}

impl Press {
    pub(super) fn new(
        folder: Folder,
        known: BTreeMap<String, Stamp>,
        unjudged: bool,
        now: DateTime<Utc>,
    ) -> Self {
        Self { folder, known, stamps: BTreeMap::new(), documents: Vec::new(), unjudged, now }
    }

    /// Whether the documents lie there as this program left them.
    pub(super) fn has_all(&self, paths: &[String]) -> bool {
        paths.iter().all(|path| {
            let kept = self.stamps.get(path).copied().unwrap_or_else(|| self.known.get(path).copied());
            kept.is_some() && self.folder.stamp(path) == kept
        })
    }

    /// Whether there is a receipt for each of these already.
    pub(super) fn is_done_with(&self, paths: &[String]) -> bool {
        paths.iter().all(|path| self.stamps.contains_key(path))
    }

    /// Receipts for documents that are as they were.
    pub(super) fn leave(&mut self, paths: Vec<String>) {
        self.documents.extend(paths.into_iter().map(|path| (path, Published::Unchanged)));
    }

    /// A document replaces the old one only if it is free of errors; whether it is in place now.
    pub(super) fn put(
        &mut self,
        path: &str,
        document: Result<Vec<u8>, write::Error>,
        is_judged: bool,
    ) -> bool {
        let published = match document {
            Ok(bytes) => self.judge_and_put(path, &bytes, is_judged && !self.unjudged),
            Err(error) => Published::HeldBack(format!("{error}; the old one stays")),
        };
        let is_in_place = !matches!(published, Published::HeldBack(_));
        if is_in_place {
            self.stamps.insert(path.to_owned(), self.folder.stamp(path));
        }
        self.documents.push((path.to_owned(), published));
        is_in_place
    }

    /// Takes a document away; whether there is none now.
    pub(super) fn remove(&mut self, path: &str) -> bool {
        self.stamps.insert(path.to_owned(), None);
        let removed = match self.folder.remove(path) {
            Ok(true) => Published::Written,
            Ok(false) => return true,
            Err(error) => Published::HeldBack(error.to_string()),
        };
        let is_gone = removed == Published::Written;
        self.documents.push((path.to_owned(), removed));
        is_gone
    }

    fn judge_and_put(&self, path: &str, bytes: &[u8], is_judged: bool) -> Published {
        match is_judged.then(|| first_error(bytes, self.now)).flatten() {
            Some(error) => Published::HeldBack(format!("it would be invalid: {error}; the old one stays")),
            None => match self.folder.put(path, bytes) {
                Ok(Receipt::Unchanged) => Published::Unchanged,
                Ok(Receipt::Written) => Published::Written,
                Err(error) => Published::HeldBack(error.to_string()),
            },
        }
    }

    /// The receipts, and the stamps that are new.
    pub(super) fn finish(self) -> (Vec<(String, Published)>, Stamps) {
        let Self { known, mut stamps, documents, .. } = self;
        stamps.retain(|path, stamp| known.get(path) != stamp.as_ref());
        (documents, stamps)
    }
}

fn first_error(bytes: &[u8], now: DateTime<Utc>) -> Option<String> {
    let report = validate::own(bytes, now);
    let error = report.findings.into_iter().find(|finding| finding.level == Level::Error)?;
    Some(format!("line {}: {} ({})", error.line, error.message, error.code))
}
