//! What a desk does with its configuration, its sources and its articles, run after run.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod changes;
mod command_line;
mod composing;
mod credits;
mod credits_hostile;
mod credits_published;
mod credits_world;
mod environment;
mod filters;
mod full_text;
#[cfg(feature = "serve")]
mod hubs;
mod identity;
mod keeping;
#[path = "../testing/newsroom.rs"]
mod newsroom;
#[path = "../testing/origin.rs"]
mod origin;
mod podcast;
mod published;
mod publishing;
mod purged;
mod put_out;
#[path = "../testing/quay.rs"]
mod quay;
mod rearranged;
mod recall;
mod rulings;
mod run;
mod settle;
mod sources;
mod store_versions;
mod stories;
mod why;
