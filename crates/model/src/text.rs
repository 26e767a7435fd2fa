//! String work that knows no feeds: addresses, plain text, dates, entities, what a browser shows.

pub mod codes;
pub mod dates;
pub mod entities;
pub mod lines;
pub mod plain;
pub mod shown;
pub mod tags;
pub mod url;
