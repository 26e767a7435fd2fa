//! String work that knows no feeds: canonical addresses, plain text, words, dates, entities, slugs.

pub mod cut;
pub mod mail;
pub mod numbered;
pub mod plainly;
pub mod slug;
pub mod uri;
pub mod words;

pub use copydesk_model::text::{codes, dates, entities, escape, lines, plain, shown, tags, url};
