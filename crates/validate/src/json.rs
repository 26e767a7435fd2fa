//! JSON Feed 1.0 and 1.1 (jsonfeed.org). JSON itself is read here as well, for its
//! places: one value after the other, so that memory does not grow with the document.

mod feed;
mod value;

use super::rules;
use super::walk::Walk;

/// Validates the document of a walk as JSON Feed.
pub(super) fn read(walk: &mut Walk<'_>) {
    let mut parser = value::Parser::new(walk.text);
    if let Err((at, message)) = feed::check(walk, &mut parser) {
        walk.note(rules::JSON_SYNTAX, at, message);
    }
}
