//! Every type that crosses from room to room. Plain data: no I/O, no clock, no rules.
//!
//! Times are UTC. Absent is `None` or empty, never a made-up value. Texts keep what the
//! publisher sent; cleaning happens on the way out, in one place ([`crate::read::html`]).

mod article;
mod aside;
mod credit;
mod entry;
mod feed;
mod filing;
mod filter;
mod finding;
mod flat;
mod life;
mod outline;
mod parts;
mod podcast;
mod ruling;
mod settings;
mod shared;
mod source_key;
mod story;
mod veil;

pub use article::{Article, Dropped, Status};
pub use aside::{Aside, Nothing};
pub use credit::{Credit, CreditKind, Outlet};
pub use entry::{Composed, Detail, Entry, Rare, Seldom};
pub use feed::{Deleted, Feed, Format, Hints, Reading, Repair, Text, TextKind};
pub use filing::{FrontStory, Incoming, Key, KeyKind, KeyUse, OWN, Page, Placement, Stamp, Stored, Way};
pub use filter::{Action, Filter, Part, Pattern, Rewrite, Span, When};
pub use finding::{Finding, Level, Report};
pub use life::{Complaint, Condition, Event, Hub, Life, Moved, Trouble, Visit, Watch};
pub use outline::{Outline, Subscription, Subscriptions};
pub use parts::{
    Category, Enclosure, Link, Media, Naming, Person, Provenance, Reach, Record, Said, Target, Terms,
};
pub use podcast::{APPLE, CATEGORIES, Categories, Podcast, subcategories};
pub use ruling::{Decision, Ruling, Withdrawal};
pub use settings::{
    Backlog, CALLED_AT, FutureDates, Images, Manners, Proxies, Proxy, Rights, Secret, Section, Site, Switches,
};
pub use shared::Shared;
pub use source_key::{LIST, SourceKey};
pub use story::{Also, Filing, Relation, StoryRecord};
pub use veil::{HIDDEN, Veil};
