//! The way of an article: taken in, settled, put out. Read this file first.
//!
//! The three phases meet only in the store, so each can run alone, and a crash between them loses
//! nothing. A source or a record that fails is reported, never raised; only a broken world (store,
//! network client, publish folder) is an error. `now` is an argument: same input, same now, same bytes.

use chrono::{DateTime, TimeDelta, Utc};
use thiserror::Error;

use crate::config::Desk;
use crate::model::{Complaint, Condition, Event};
use crate::store::Store;
use crate::{fetch, publish, store};

mod adopt;
mod complaints;
mod credit;
mod discover;
mod due;
mod explain;
mod files;
mod filing;
mod halt;
pub mod hubs;
mod keep;
pub mod life;
mod lists;
mod look;
mod network;
mod operators;
mod own;
mod pages;
mod purge;
mod put_out;
mod recredit;
mod renamed;
mod reroute;
mod rewritten;
mod rulings;
mod settle;
mod soft;
mod take_in;
mod trial;
mod unmatched;
mod visits;

pub use discover::{Discovery, Found, FoundKind, discover, read_file};
pub use explain::{Account, CreditAccount, StoryAccount, account, find};
pub use halt::{Bell, Halt, bell};
pub use keep::keep;
pub use lists::{ListNote, join as join_lists};
pub use look::{Look, Looking};
pub use network::Network;
pub use operators::{Told, tell_operators};
pub use pages::{Pages, page};
pub use purge::{Meant, files as files_of, meant, purge};
pub use put_out::{Care, Held, Published, PutOut, Shrink, put_out};
pub use reroute::Rerouted;
pub use rulings::names;
pub use settle::{Settled, settle};
pub use take_in::{Answered, Scope, SourceNote, TakenIn, take_in};
pub use trial::{Change, SectionChange, Story, Tried, try_out};
pub use unmatched::{Unmatched, unmatched};

/// A broken world: nothing a source or a record could cause.
#[derive(Debug, Error)]
pub enum Broken {
    /// The database.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// The HTTP client can't be built.
    #[error(transparent)]
    Fetch(#[from] fetch::Error),
    /// The publish folder can't be used at all.
    #[error(transparent)]
    Publish(#[from] publish::Error),
    /// A print in the database can't be read or made.
    #[error(
        "the database holds an unreadable print: {0}; delete the database to build it anew from the sources"
    )]
    Print(#[from] postcard::Error),
    /// The system gives no threads.
    #[error("cannot start the network threads: {0}")]
    Threads(std::io::Error),
}

/// So long after the run before, the clock may as well be wrong.
const LEAP: TimeDelta = TimeDelta::days(35);

/// What a run did.
#[derive(Debug, Default)]
pub struct Report {
    /// The time of an earlier run whose clock was ahead, if what it dated was put right.
    pub healed: Option<DateTime<Utc>>,
    /// Followed lists of which a person should know something.
    pub lists: Vec<ListNote>,
    /// What came in.
    pub taken_in: TakenIn,
    /// What the pages of entries gave.
    pub pages: Pages,
    /// What became of it.
    pub settled: Settled,
    /// What went out.
    pub put_out: PutOut,
    /// What operators should know and have not been told yet.
    pub events: Vec<Event>,
    /// What became of the feed for operators.
    pub told: Told,
    /// Whether it was told to end early. What it did is kept; the next run goes on from there.
    pub halted: bool,
}

/// One pass; `desk` gets the sources that followed lists name. `watch` is told of every source that answered; `halt` ends it early.
pub fn run(
    desk: &mut Desk,
    store: &mut Store,
    scope: &Scope,
    care: &Care,
    now: DateTime<Utc>,
    halt: &Halt,
    watch: &dyn Fn(&SourceNote),
) -> Result<Report, Broken> {
    let began = std::time::Instant::now();
    let met = store.meet(now)?;
    let mut network = Network::new(&desk.manners);
    purge::follow(desk, store, now)?;
    renamed::recognise(desk, store, now)?;
    renamed::sections(desk, store, now)?;
    let lists = lists::follow(&mut network, desk, store, scope, now, halt)?;
    let mut report = Report { lists, healed: met.healed, ..Report::default() };
    if !halt.is_told() {
        report.taken_in = take_in::take_in_by(&mut network, desk, store, scope, now, halt, watch)?;
    }
    if !halt.is_told() {
        report.pages = pages::ask(&mut network, desk, store, began, now, halt)?;
    }
    if !halt.is_told() {
        report.settled = settle(desk, store, now, halt)?;
        let complaint = |one: &String| Complaint { subject: one.clone(), message: one.clone(), since: now };
        let complaints: Vec<Complaint> = report.settled.complaints.iter().map(complaint).collect();
        if !halt.is_told() {
            complaints::judge(store, Condition::Unfollowed, &complaints, now)?;
        }
    }
    if !halt.is_told() {
        report.put_out = put_out(desk, store, care, now, halt)?;
    }
    report.told = tell_operators(desk, store, now)?;
    if !halt.is_told()
        && complaints::judge(store, Condition::HeldBack, &complaints::of_putting_out(&report, now), now)?
    {
        report.told = tell_operators(desk, store, now)?;
    }
    report.events = unsaid(desk, store)?;
    if !halt.is_told() {
        hubs::subscribe(&mut network, desk, store, now, halt)?;
    }
    // After a leap nothing is dropped for its age: the clock may be ahead, and what is gone is gone.
    let is_leap = met.since_last.is_some_and(|since| since > LEAP);
    if !halt.is_told() && !is_leap {
        keep(desk, store, keep::A_RUN, now)?;
    }
    report.halted = halt.is_told();
    Ok(report)
}

/// Something of the desk itself that changed, to be told once.
fn changed(message: String, at: DateTime<Utc>) -> Event {
    let condition = Condition::Changed;
    Event { at, source: String::new(), name: String::new(), condition, over: false, message }
}

/// What no run has told yet, in the order of the configuration: answers come in any order.
fn unsaid(desk: &Desk, store: &Store) -> Result<Vec<Event>, Broken> {
    let mut events = store.unsaid()?;
    events.sort_by_key(|event| desk.sources.iter().position(|source| source.key == event.source));
    Ok(events)
}
