//! Every type that crosses from room to room. Plain data: no I/O, no clock, no rules.
//!
//! Times are UTC. Absent is `None` or empty, never a made-up value. Texts keep what the
//! publisher sent; cleaning happens on the way out, in one place ([`crate::read::html`]).

mod article;
mod filing;
mod filter;
mod life;
mod ruling;
mod settings;
mod source_key;
mod source_state;
mod story;
mod veil;

pub use copydesk_model::*;

pub use article::{Article, Dropped, Status};
pub use filing::{FrontStory, Incoming, Key, KeyKind, KeyUse, OWN, Page, Placement, Stamp, Stored, Way};
pub use filter::{Action, Filter, Part, Pattern, Rewrite, Span, When};
pub use life::{Complaint, Condition, Event, Hub, Life, Moved, Trouble, Visit, Watch};
pub use ruling::{Decision, Ruling, Withdrawal};
pub use settings::{
    Backlog, CALLED_AT, FutureDates, Images, Manners, Proxies, Proxy, Rights, Secret, Section, Site, Switches,
};
pub use source_key::{LIST, SourceKey};
pub use source_state::SourceState;
pub use story::{Filing, Relation, StoryRecord};
pub use veil::{HIDDEN, Veil};
