//! JSON Feed 1.0 and 1.1 (jsonfeed.org). JSON itself is read here as well, for its places.

mod feed;
mod value;

use super::rules;
use super::walk::Walk;

/// Validates the document of a walk as JSON Feed.
pub(super) fn read(walk: &mut Walk<'_>) {
    match value::parse(walk.text) {
        Ok(value) => feed::check(walk, &value),
        Err((at, message)) => walk.note(rules::JSON_SYNTAX, at, message),
    }
}
