//! Somebody who polls a document after every run, and remembers what a reading program does.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::world::event_of;

/// What is known of one entry.
struct Known {
    event: usize,
    /// Headline and content.
    content: (String, String),
    /// `date_modified` as it stood.
    modified: String,
    /// It was in the document when last seen.
    there: bool,
}

/// The subscriber of one document.
#[derive(Default)]
pub(crate) struct Subscriber {
    known: BTreeMap<String, Known>,
    /// For each address: the ids under which it came.
    addresses: BTreeMap<String, BTreeSet<String>>,
    /// What must not happen.
    pub(crate) complaints: Vec<String>,
    /// Entries that were shown as changed, with a change of content.
    pub(crate) changes: usize,
    /// Pairs of events that were shown as one story.
    pub(crate) mixed: BTreeSet<(usize, usize)>,
}

impl Subscriber {
    /// Reads the document as it is now; `run` says when.
    pub(crate) fn poll(&mut self, items: &[Value], run: usize) {
        let mut complain = |what: String| self.complaints.push(format!("run {run}: {what}"));
        let mut told: BTreeMap<&str, usize> = BTreeMap::new();
        for known in self.known.values_mut() {
            known.there = false;
        }
        for item in items {
            let text = |name: &str| item[name].as_str().unwrap_or_default().to_owned();
            let (id, url) = (text("id"), text("url"));
            *told.entry(item["id"].as_str().unwrap_or_default()).or_default() += 1;
            let Some(event) = event_of(&url) else {
                complain(format!("{id} has an unknown address {url}"));
                continue;
            };
            let also = item["_copydesk"]["also"].as_array().into_iter().flatten();
            let others = also.filter_map(|other| event_of(other["url"].as_str()?));
            self.mixed.extend(others.filter(|other| *other != event).map(|other| (event, other)));
            let content = (text("title"), text("content_html"));
            let modified = text("date_modified");
            self.addresses.entry(piece(&url)).or_default().insert(id.clone());
            match self.known.get_mut(&id) {
                Some(known) => {
                    if known.event != event {
                        complain(format!("{id} was event {} and is now {event}", known.event));
                    }
                    // Credits and those who also report are no content of the entry.
                    if known.modified != modified {
                        if own_words(&known.content) == own_words(&content) {
                            complain(format!(
                                "{id} is unread again without a change: {} then {modified}",
                                known.modified
                            ));
                        }
                        self.changes += 1;
                    }
                    (known.content, known.modified, known.there) = (content, modified, true);
                }
                None => {
                    self.known.insert(id, Known { event, content, modified, there: true });
                }
            }
        }
        for (id, times) in told.iter().filter(|(_, times)| **times > 1) {
            complain(format!("{id} stands {times} times in the document"));
        }
    }

    /// Ids that one piece had, where it had several.
    pub(crate) fn renamed(&self) -> Vec<&BTreeSet<String>> {
        self.addresses.values().filter(|ids| ids.len() > 1).collect()
    }

    /// The events that came under several ids: those ids, and how many events came at all.
    pub(crate) fn twice(&self) -> (BTreeMap<usize, Vec<&str>>, usize) {
        let mut ids: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
        for (id, known) in &self.known {
            ids.entry(known.event).or_default().push(id);
        }
        let all = ids.len();
        ids.retain(|_, ids| ids.len() > 1);
        (ids, all)
    }
}

/// The part of an address that names the piece in all its forms.
fn piece(url: &str) -> String {
    let mark =
        url.match_indices("/e").find(|(at, _)| event_of(&url[*at..]).is_some()).map_or(0, |(at, _)| at);
    url[mark..].trim_end_matches(".html").split('?').next().unwrap_or_default().to_owned()
}

/// Headline and text without the line that copydesk puts below.
fn own_words((title, html): &(String, String)) -> (String, String) {
    let line =
        ["<p>Source: <a", "<p>Also reported by <a"].iter().filter_map(|opening| html.rfind(opening)).min();
    (title.clone(), html[..line.unwrap_or(html.len())].to_owned())
}
