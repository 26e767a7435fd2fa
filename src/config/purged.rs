//! `[[purged]]`: prints of what `copydesk purge` took out, so that it never comes back, also after a lost
//! database.

use serde::Deserialize;

use super::Source;
use super::flaw::Flaw;
use crate::identity::Forgotten;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PurgedTable {
    hash: Vec<String>,
    /// For people: what was purged.
    #[serde(default)]
    #[expect(dead_code, reason = "for people")]
    what: String,
}

/// What is forgotten; a source that is must not be asked.
pub(super) fn forgotten(tables: Vec<PurgedTable>, sources: &[Source]) -> Result<Forgotten, Flaw> {
    let mut all = Vec::new();
    for (nth, table) in tables.into_iter().enumerate() {
        for hash in table.hash {
            if hash.len() != 64 || !hash.chars().all(|c| c.is_ascii_digit() || ('a'..='f').contains(&c)) {
                return Err(Flaw::in_key("purged", nth, "hash")(format!(
                    "[[purged]] hash = \"{hash}\" is no SHA-256 (64 digits 0 to f); `copydesk purge` writes these lines"
                )));
            }
            all.push(hash);
        }
    }
    let forgotten = Forgotten::new(all);
    for (nth, source) in sources.iter().enumerate() {
        if forgotten.has_source(&source.key, source.public_address().as_deref()) {
            return Err(Flaw::in_key("sources", nth, "name")(format!(
                "[[sources]] \"{}\" was purged; take it out, or, if it may come back, take its [[purged]] (what = \"source\") away",
                source.name
            )));
        }
    }
    Ok(forgotten)
}
