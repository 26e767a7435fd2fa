//! Long lives: a story under invented names, a month of news, a year of edits, runs that are killed.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod crash;
mod month;
#[path = "../testing/newsroom.rs"]
#[expect(dead_code, reason = "tests of the desk ask it for more")]
mod newsroom;
mod story;
#[path = "../testing/mod.rs"]
mod testing;
mod year;

use testing::random;
