//! String work that knows no feeds: addresses, plain text, dates, entities, what a browser shows.

mod blocks;
mod bytes;
pub mod codes;
pub mod dates;
pub mod entities;
pub mod escape;
mod fold;
pub mod lines;
pub mod plain;
pub mod shown;
pub mod tags;
pub mod url;
