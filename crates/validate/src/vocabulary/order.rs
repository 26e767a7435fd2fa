//! Items belong behind what a channel says of itself.

use super::super::rules;
use super::super::walk::Walk;

/// Reports each item that something of the channel follows, once.
pub(super) fn misplaced(walk: &mut Walk<'_>) {
    for at in std::mem::take(&mut walk.memory.items) {
        walk.note(rules::MISPLACED_ITEM, at, "an item before an element of the channel");
    }
}
