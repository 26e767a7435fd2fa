//! When each host may be asked again: the one memory of it for everything that a run does, so that a
//! list and a feed of one host are as far apart as two of its feeds.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::time::{Instant, sleep_until};

/// Longer than this nobody waits outside the queue.
const LONGEST: Duration = Duration::from_secs(30);

/// The pauses under way. Clones share them.
#[derive(Debug, Clone, Default)]
pub(super) struct Pauses(Arc<Mutex<HashMap<String, Instant>>>);

impl Pauses {
    /// From when on a host may be asked, if it was asked already.
    pub(super) fn over_at(&self, host: &str) -> Option<Instant> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(host).copied()
    }

    /// Remembers that a host is to be left alone until then, if that is not longer so anyway.
    pub(super) fn leave(&self, host: &str, until: Instant) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let known = known.entry(host.to_owned()).or_insert(until);
        *known = (*known).max(until);
    }

    /// Waits until a host may be asked; whether it may then.
    pub(super) async fn wait(&self, host: &str) -> bool {
        let Some(at) = self.over_at(host) else { return true };
        if at > Instant::now() + LONGEST {
            return false;
        }
        sleep_until(at).await;
        true
    }
}
