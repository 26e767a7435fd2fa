//! Where credits are looked for.

use super::linked::Linked;
use super::names::Names;
use super::tokens::Line;

/// A line with what rules need to know of its page.
pub(super) struct Place<'p> {
    pub(super) line: &'p Line<'p>,
    pub(super) page: &'p Linked,
    pub(super) names: &'p Names,
}
