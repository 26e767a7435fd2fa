//! Everybody who is connected: who may come in, who has to go.
//!
//! Promises that nobody is waited for longer than the limits say, and that a newcomer finds room as long
//! as somebody else does nothing.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use tokio::sync::Notify;

use super::limits::{Limits, one_client};
use super::mark::{Mark, Stage};

/// A download that stood still for a tenth of its time gives way to a newcomer when there is no room.
const SLOW: u32 = 10;

/// This part of all is sent away at once when there is no room.
const AT_ONCE: usize = 64;

/// Of the time for a header, who is refused has this part to take the answer.
const PARTING: u32 = 5;

/// Between two writes of one answer there are instants in which it looks done.
const SURE: Duration = Duration::from_millis(50);

/// The connections that are open.
pub(super) struct Crowd {
    clock: Instant,
    limits: Limits,
    inside: Mutex<Inside>,
    /// Somebody left.
    left: Notify,
}

#[derive(Default)]
struct Inside {
    marks: HashMap<u64, Arc<Mark>>,
    of_address: HashMap<IpAddr, usize>,
    next: u64,
}

/// A place among the connections, until it is dropped.
pub(super) struct Guest {
    crowd: Arc<Crowd>,
    place: u64,
    /// Counted for this address, if it is.
    address: Option<IpAddr>,
    /// What it is at.
    pub(super) mark: Arc<Mark>,
}

impl Crowd {
    /// Nobody yet.
    pub(super) fn new(limits: Limits) -> Arc<Self> {
        Arc::new(Self { clock: Instant::now(), limits, inside: Mutex::default(), left: Notify::new() })
    }

    /// Whether there is room.
    pub(super) fn has_room(&self) -> bool {
        self.lock().marks.len() < self.limits.connections
    }

    /// Completes when somebody leaves, or after a while.
    pub(super) async fn changes(&self) {
        // Who leaves between the look and the wait is noticed a little later.
        let _ = tokio::time::timeout(Duration::from_millis(20), self.left.notified()).await;
    }

    /// Lets somebody in; `None` if that address has too many inside already.
    pub(super) fn enter(self: &Arc<Self>, address: IpAddr) -> Option<Guest> {
        let address = (!self.limits.trusts(address)).then(|| one_client(address));
        let mut inside = self.lock();
        if let Some(address) = address {
            let count = inside.of_address.entry(address).or_insert(0);
            if *count >= self.limits.per_address {
                return None;
            }
            *count += 1;
        }
        let (mark, place) = (Arc::new(Mark::new(self.clock)), inside.next);
        inside.next += 1;
        inside.marks.insert(place, Arc::clone(&mark));
        Some(Guest { crowd: Arc::clone(self), place, address, mark })
    }

    /// Sends away those who have done nothing for longest: a few at once, so that a flood of newcomers is
    /// not held up by a look round for each.
    pub(super) fn make_room(&self) {
        let inside = self.lock();
        let may_go = |mark: &Arc<Mark>| {
            let (stage, since) = mark.look();
            let may = match stage {
                Stage::Busy => false,
                Stage::Sending => since > self.limits.stalled / SLOW,
                Stage::Head | Stage::Idle | Stage::Leaving => true,
            };
            // Who waits for nothing goes before who waits for an answer.
            may.then(|| ((stage == Stage::Sending, std::cmp::Reverse(since)), Arc::clone(mark)))
        };
        let mut idle: Vec<_> = inside.marks.values().filter_map(may_go).collect();
        idle.sort_unstable_by_key(|(order, _)| *order);
        for (_, mark) in idle.iter().take(self.limits.connections.div_ceil(AT_ONCE)) {
            mark.end();
        }
    }

    /// Sends away who takes longer than the limits allow.
    pub(super) fn sweep(&self) {
        for mark in self.lock().marks.values() {
            let (stage, since) = mark.look();
            let limit = match stage {
                Stage::Busy => continue,
                Stage::Head => self.limits.header,
                Stage::Sending => self.limits.stalled,
                Stage::Idle => self.limits.idle,
                Stage::Leaving => self.limits.header / PARTING,
            };
            if since > limit {
                mark.end();
            }
        }
    }

    /// Sends away who is not being answered; whether anybody is left.
    pub(super) fn say_goodbye(&self) -> bool {
        let inside = self.lock();
        for mark in inside.marks.values() {
            match mark.look() {
                (Stage::Head | Stage::Leaving, _) => mark.end(),
                (Stage::Idle, since) if since > SURE => mark.end(),
                _ => {}
            }
        }
        !inside.marks.is_empty()
    }

    /// Sends everybody away.
    pub(super) fn close(&self) {
        self.lock().marks.values().for_each(|mark| mark.end());
    }

    fn lock(&self) -> MutexGuard<'_, Inside> {
        self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Guest {
    fn drop(&mut self) {
        let mut inside = self.crowd.lock();
        inside.marks.remove(&self.place);
        if let Some(address) = self.address
            && let Some(count) = inside.of_address.get_mut(&address)
        {
            *count -= 1;
            if *count == 0 {
                inside.of_address.remove(&address);
            }
        }
        drop(inside);
        self.crowd.left.notify_one();
    }
}
