//! One run: the three phases in their order, and what stands around them.

use chrono::{DateTime, TimeDelta, Utc};

use super::take_in::{lists, pages, take_in_by};
use super::{
    Broken, Care, Halt, Network, Report, Scope, SourceNote, complaints, hubs, keep, purge, put_out, renamed,
    settle, tell_operators,
};
use crate::config::Desk;
use crate::model::{Complaint, Condition, Event};
use crate::store::Store;

/// So long after the run before, the clock may as well be wrong.
const LEAP: TimeDelta = TimeDelta::days(35);

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
        report.taken_in = take_in_by(&mut network, desk, store, scope, now, halt, watch)?;
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

/// What no run has told yet, in the order of the configuration: answers come in any order.
fn unsaid(desk: &Desk, store: &Store) -> Result<Vec<Event>, Broken> {
    let mut events = store.unsaid()?;
    events.sort_by_key(|event| desk.sources.iter().position(|source| source.key == event.source));
    Ok(events)
}
