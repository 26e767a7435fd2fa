//! String work that knows no feeds: canonical addresses, plain text, words, dates, entities, slugs.

pub mod codes;
pub mod cut;
pub mod dates;
pub mod entities;
pub mod lines;
pub mod mail;
pub mod numbered;
pub mod plain;
pub mod plainly;
pub mod shown;
pub mod slug;
pub mod tags;
pub mod uri;
pub mod url;
pub mod words;
