//! Lists of which most entries have one or two.

/// Adds to such a list: it grows by a quarter, not to four and by
/// twice as much.
pub(super) fn add<T>(list: &mut Vec<T>, one: T) {
    if list.len() == list.capacity() {
        list.reserve_exact(list.len() / 4 + 1);
    }
    list.push(one);
}
