//! A folder of published documents, replaced atomically and only when changed.
//!
//! At any instant each document is whole, the old one or the new one. What is not changed keeps
//! its bytes and its mtime. Nothing is ever written outside the folder.

mod folder;
mod place;

pub use folder::{Error, Folder, Receipt, file};
