//! Cleaned texts: each raw text is cleaned once, and kept in the store.

use std::collections::BTreeMap;

use xxhash_rust::xxh3::Xxh3;

use crate::model::Text;
use crate::read;
use crate::store::{self, Store};

/// Counted up when cleaning changes, so that kept texts are cleaned anew.
const CLEANER: u8 = 3;

/// The texts of one composing.
#[derive(Default)]
pub(super) struct Texts {
    fresh: BTreeMap<[u8; 16], String>,
}

impl Texts {
    /// The cleaned form of a text.
    pub(super) fn clean(&mut self, store: &Store, text: &Text) -> String {
        let hash = hash(text);
        // A text that can't be looked up is cleaned again; it costs time, nothing else.
        match self.fresh.get(&hash).cloned().or_else(|| store.cleaned(&hash).ok().flatten()) {
            Some(kept) => kept,
            None => self.fresh.entry(hash).or_insert(read::html::clean(text)).clone(),
        }
    }

    /// Keeps what was cleaned for the first time.
    pub(super) fn keep(self, store: &mut Store) -> Result<(), store::Error> {
        match self.fresh.is_empty() {
            true => Ok(()),
            false => store.keep_cleaned(&self.fresh.into_iter().collect::<Vec<_>>()),
        }
    }
}

fn hash(text: &Text) -> [u8; 16] {
    let mut hash = Xxh3::new();
    hash.update(&[CLEANER, text.kind as u8]);
    hash.update(text.base.as_deref().unwrap_or_default().as_bytes());
    hash.update(&[0]);
    hash.update(text.value.as_bytes());
    hash.digest128().to_le_bytes()
}
