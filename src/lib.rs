//! copydesk: combined RSS, Atom and JSON feeds for newsrooms, in which every story appears
//! once, with credit to whoever reported it.
//!
//! The rooms stand in floors; a room imports only from floors below its own, and rooms on one
//! floor never import each other. `tests/architecture.rs` holds them to it.

// The door: commands and their printing.
pub mod cli;

// Introduces the rooms to each other.
pub mod config;
pub mod desk;
pub mod pipeline;
#[cfg(feature = "serve")]
pub mod serve;

// Desk work: pure functions over values.
pub mod compose;
pub mod credits;
pub mod identity;
pub mod sections;
pub mod sources;
pub mod stories;

// Formats: pure, bytes to model and back.
pub mod articles;
pub mod write;

// Doors to the world: the only I/O.
pub mod fetch;
pub mod publish;
pub mod store;

// Ground: imports nothing above.
pub mod model;
pub mod text;

// What other projects can take alone.
pub use copydesk_languages as languages;
pub use copydesk_read as read;
pub use copydesk_validate as validate;
pub use copydesk_validate::assert_valid_feed;
