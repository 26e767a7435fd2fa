//! String work that knows no feeds: canonical addresses, plain text, words, dates, slugs.

pub mod plain;
pub mod slug;
pub mod url;
