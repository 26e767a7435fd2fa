//! Article records in, feeds and pages out: what is read of the one and written of the other.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod article_cli;
mod articles_bad;
mod articles_fixtures;
mod articles_fuzz;
mod articles_page_text;
mod articles_pages;
#[path = "../testing/origin.rs"]
#[expect(dead_code, reason = "other tests ask it for more")]
mod origin;
#[path = "../testing/random.rs"]
#[expect(dead_code, reason = "other tests ask it for more")]
mod random;
mod read_back;
mod read_command;
mod sample;
mod validate_cli;
mod write;
mod write_pages;
