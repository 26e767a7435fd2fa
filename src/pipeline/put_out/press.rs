//! The press: judges documents, puts them in place, and keeps their receipts and stamps.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::Published;
use crate::model::{Entry, Feed, Level, Stamp};
use crate::pipeline::trial::Trial;
use crate::publish::{Folder, Receipt};
use crate::validate;
use crate::write::{self, Format, Frame};

/// Stamps by path; `None` for a document that was taken away.
pub(super) type Stamps = BTreeMap<String, Option<Stamp>>;

/// One run's press.
pub(super) struct Press {
    pub(super) folder: Folder,
    known: BTreeMap<String, Stamp>,
    stamps: Stamps,
    documents: Vec<(String, Published)>,
    /// What documents went without, by path.
    left_out: Vec<(String, String)>,
    unjudged: bool,
    now: DateTime<Utc>,
    /// Where documents are only compared with what is published: what would change in each section.
    pub(super) trial: Option<Trial>,
}

impl Press {
    pub(super) fn new(
        folder: Folder,
        known: BTreeMap<String, Stamp>,
        unjudged: bool,
        now: DateTime<Utc>,
    ) -> Self {
        Self {
            folder,
            known,
            stamps: BTreeMap::new(),
            documents: Vec::new(),
            left_out: Vec::new(),
            unjudged,
            now,
            trial: None,
        }
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

    /// Whether the document was as it is in this run.
    pub(super) fn is_unchanged(&self, path: &str) -> bool {
        self.documents.iter().any(|(one, published)| one == path && *published == Published::Unchanged)
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
            Ok(bytes) => {
                if let Some(trial) = &mut self.trial {
                    trial.note(path, self.folder.read(path).as_deref(), &bytes);
                }
                self.judge_and_put(path, &bytes, is_judged && !self.unjudged)
            }
            Err(error) => Published::HeldBack(format!("{error}; the old one stays")),
        };
        let is_in_place = !matches!(published, Published::HeldBack(_));
        if is_in_place {
            self.stamps.insert(path.to_owned(), self.folder.stamp(path));
        }
        self.documents.push((path.to_owned(), published));
        is_in_place
    }

    /// A feed's document. Where an entry would make it invalid, it goes without that entry, which is told:
    /// one odd value never stops a document. Whether it is in place with all of them.
    pub(super) fn put_feed(&mut self, format: Format, feed: &Feed, frame: &Frame<'_>) -> bool {
        let path = frame.path(format);
        let written = |feed: &Feed| write::feed(format, feed, frame);
        let is_judged = format.is_feed() && !self.unjudged;
        let document = written(feed);
        let error =
            document.as_ref().ok().filter(|_| is_judged).and_then(|bytes| first_error(bytes, self.now));
        let Some(error) = error else { return self.put(&path, document, false) };
        let wrong = |feed: &Feed| match written(feed) {
            Ok(bytes) => first_error(&bytes, self.now),
            Err(error) => Some(error.to_string()),
        };
        let (sound, faulty) = without_faulty(feed, &wrong);
        if faulty.is_empty() {
            return self.put(&path, document, true);
        }
        if self.put(&path, written(&sound), true) {
            let (count, first) = (faulty.len(), &faulty[0]);
            self.left_out.push((
                path,
                format!("{count} entries would make it invalid and were left out, the first of them {first}: {error}"),
            ));
        }
        false
    }

    /// Takes a document away; whether there is none now.
    pub(super) fn remove(&mut self, path: &str) -> bool {
        self.stamps.insert(path.to_owned(), None);
        if let Some(trial) = &mut self.trial {
            trial.note(path, self.folder.read(path).as_deref(), &[]);
        }
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

    /// What documents had to go without, by path.
    pub(super) fn left_out(&mut self) -> Vec<(String, String)> {
        std::mem::take(&mut self.left_out)
    }

    /// The receipts, and the stamps that are new.
    pub(super) fn finish(self) -> (Vec<(String, Published)>, Stamps) {
        let Self { known, mut stamps, documents, .. } = self;
        stamps.retain(|path, stamp| known.get(path) != stamp.as_ref());
        (documents, stamps)
    }
}

/// A feed without the entries that are wrong by themselves, and the ids of those. Where it is the feed
/// itself that is wrong, nothing helps and nothing is left out.
fn without_faulty(feed: &Feed, wrong: &dyn Fn(&Feed) -> Option<String>) -> (Feed, Vec<String>) {
    let with = |entries: Vec<Entry>| Feed { entries, ..feed.clone() };
    if wrong(&with(Vec::new())).is_some() {
        return (feed.clone(), Vec::new());
    }
    let (sound, faulty): (Vec<Entry>, Vec<Entry>) =
        feed.entries.iter().cloned().partition(|entry| wrong(&with(vec![entry.clone()])).is_none());
    (with(sound), faulty.into_iter().map(|entry| entry.id.unwrap_or_default()).collect())
}

fn first_error(bytes: &[u8], now: DateTime<Utc>) -> Option<String> {
    let report = validate::own(bytes, now);
    let error = report.findings.into_iter().find(|finding| finding.level == Level::Error)?;
    Some(format!("line {}: {} ({})", error.line, error.message, error.code))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_that_is_wrong_is_left_out_and_a_feed_that_is_wrong_is_left_alone() {
        let entry = |id: &str| Entry { id: Some(id.to_owned()), ..Entry::default() };
        let feed = Feed { entries: ["a", "odd", "b"].map(entry).to_vec(), ..Feed::default() };
        let odd = |feed: &Feed| {
            let is_odd = feed.entries.iter().any(|entry| entry.id.as_deref() == Some("odd"));
            is_odd.then(|| "odd".to_owned())
        };
        let (sound, faulty) = without_faulty(&feed, &odd);
        assert_eq!((sound.entries.len(), faulty), (2, vec!["odd".to_owned()]));
        let (same, faulty) = without_faulty(&feed, &|_| Some("the title".to_owned()));
        assert_eq!((same.entries.len(), faulty.len()), (3, 0));
    }
}
