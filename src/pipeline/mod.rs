//! The way of an article: taken in, settled, put out. Read this file first.
//!
//! The three phases meet only in the store, so each can run alone, and a crash between them loses
//! nothing. A source or a record that fails is reported, never raised; only a broken world (store,
//! network client, publish folder) is an error. `now` is an argument: same input, same now, same bytes.

mod broken;
mod complaints;
mod credit;
mod halt;
pub mod hubs;
mod keep;
mod network;
mod operators;
mod purge;
mod put_out;
mod renamed;
mod report;
pub(crate) mod rewritten;
mod run;
pub(crate) mod settle;
mod take_in;
mod trial;

pub use broken::Broken;
pub use halt::{Bell, Halt, bell};
pub use keep::keep;
pub use network::Network;
pub use operators::{Told, tell_operators};
pub use purge::{Meant, files as files_of, meant, purge};
pub use put_out::{Care, Held, Published, PutOut, Shrink, put_out};
pub use report::Report;
pub use run::run;
pub use settle::{Rerouted, Settled, names, settle};
pub use take_in::{
    Answered, Discovery, Found, FoundKind, ListNote, Look, Looking, Pages, Scope, SourceNote, TakenIn,
    discover, join_lists, page, read_file, take_in,
};
pub use trial::{Change, SectionChange, Story, Tried, try_out};

use report::changed;
