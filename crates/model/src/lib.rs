//! What a feed is, whatever format it came in or goes out as. Plain data: no I/O, no clock.
//!
//! Times are UTC. Absent is `None` or empty, never a made-up value. Texts keep what the
//! publisher sent; cleaning happens on the way out, in one place (`copydesk_read::html`).

mod aside;
mod credit;
mod entry;
mod feed;
mod finding;
mod flat;
mod format;
mod mend;
mod outline;
mod parts;
mod podcast;
mod prose;
mod shared;
pub mod text;

pub use aside::{Aside, Nothing};
pub use credit::{Also, Credit, CreditKind, Outlet};
pub use entry::{Composed, Detail, Entry, Rare, Seldom};
pub use feed::{Deleted, Feed, Hints, Reading};
pub use finding::{Finding, Level, Report};
pub use format::Format;
pub use mend::{Mend, Repair};
pub use outline::{Outline, Subscription, Subscriptions};
pub use parts::{
    Category, Enclosure, Link, Media, Naming, Person, Provenance, Reach, Record, Said, Target, Terms,
};
pub use podcast::{APPLE, CATEGORIES, Categories, Podcast, subcategories};
pub use prose::{Text, TextKind};
pub use shared::Shared;
