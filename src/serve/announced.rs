//! What a folder says of itself.

use super::moved::Moved;

/// What every feed says of itself in its headers (WebSub 1.0, section 4), and what moved.
#[derive(Debug, Clone, Default)]
pub struct Announced {
    /// Public address of the folder; without it feeds do not name themselves.
    pub base_url: Option<String>,
    /// Hubs that tell of changes.
    pub hubs: Vec<String>,
    /// Folders that have another name now.
    pub moved: Moved,
}
