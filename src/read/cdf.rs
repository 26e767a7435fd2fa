//! Channel Definition Format (Microsoft, 1997): facts stand in attributes, the rest is as in RSS.

use super::draft::Draft;
use super::find;
use crate::model::Link;

/// `HREF` of a channel or an item: its page.
pub(super) fn link(draft: &mut Draft, href: String) {
    draft.link_to(Link::new("alternate", href.clone()));
    draft.link.offer_ranked(find::LINK.len(), Some(href));
}
