//! The validator keeps its promises: by the book, on hostile documents, rule by rule.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod by_the_book;
mod hostile;
#[path = "../../../../tests/testing/pace.rs"]
mod pace;
#[path = "../../../../tests/testing/random.rs"]
#[expect(dead_code, reason = "other tests use more of it")]
mod random;
mod rules;
