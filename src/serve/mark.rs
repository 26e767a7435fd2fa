//! What one connection is at, and since when. Written at every step of it, read by who looks for those
//! that take too long: without a lock, and without a timer for each.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::{Duration, Instant};

use tokio::task::AbortHandle;

use super::twin::Twin;

/// What a connection is at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    /// A header is awaited, or under way.
    Head,
    /// We are at work on an answer.
    Busy,
    /// There is more to send than the client takes.
    Sending,
    /// Everything is said; the next request may come.
    Idle,
    /// Nothing more will be answered; what is still on its way is let run out.
    Leaving,
}

const STAGES: [Stage; 5] = [Stage::Head, Stage::Busy, Stage::Sending, Stage::Idle, Stage::Leaving];

/// Below the milliseconds stands the stage.
const BITS: u32 = 3;

/// The mark of one connection.
pub(super) struct Mark {
    clock: Instant,
    /// Milliseconds of `clock`, and the stage below them.
    word: AtomicU64,
    /// More of the answer is being read from a file.
    is_streaming: AtomicBool,
    /// The document that is being given out, where the system may send it.
    twin: Mutex<Option<Arc<Twin>>>,
    /// Ends the connection.
    end: OnceLock<AbortHandle>,
}

impl Mark {
    /// A connection that has just been taken.
    pub(super) fn new(clock: Instant) -> Self {
        let mark = Self {
            clock,
            word: AtomicU64::new(0),
            is_streaming: AtomicBool::new(false),
            twin: Mutex::default(),
            end: OnceLock::new(),
        };
        mark.is_at(Stage::Head);
        mark
    }

    /// The stage begins now.
    pub(super) fn is_at(&self, stage: Stage) {
        let now = u64::try_from(self.clock.elapsed().as_millis()).unwrap_or(u64::MAX >> BITS);
        self.word.store(now << BITS | stage as u64, Ordering::Relaxed);
    }

    /// Bytes came from the client.
    pub(super) fn hears(&self) {
        if self.look().0 == Stage::Idle {
            self.is_at(Stage::Head);
        }
    }

    /// The client took bytes.
    pub(super) fn gives(&self) {
        self.is_at(if self.is_streaming.load(Ordering::Relaxed) { Stage::Sending } else { Stage::Idle });
    }

    /// The client takes nothing more for now; how long it has been so far goes on.
    pub(super) fn waits(&self) {
        let word = self.word.load(Ordering::Relaxed);
        self.word.store(word >> BITS << BITS | Stage::Sending as u64, Ordering::Relaxed);
    }

    /// Whether more of the answer is to be read.
    pub(super) fn streams(&self, is_streaming: bool) {
        self.is_streaming.store(is_streaming, Ordering::Relaxed);
    }

    /// What is given out next, where the system may send it.
    pub(super) fn sends(&self, twin: Option<Arc<Twin>>) {
        *self.twin.lock().unwrap_or_else(PoisonError::into_inner) = twin;
    }

    /// See [`Mark::sends`].
    pub(super) fn twin(&self) -> Option<Arc<Twin>> {
        self.twin.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The stage, and for how long it has lasted (for [`Stage::Sending`]: since a byte was taken).
    pub(super) fn look(&self) -> (Stage, Duration) {
        let word = self.word.load(Ordering::Relaxed);
        let since = Duration::from_millis(word >> BITS);
        let stage = STAGES.get(word as usize & ((1 << BITS) - 1)).copied();
        (stage.unwrap_or(Stage::Busy), self.clock.elapsed().saturating_sub(since))
    }

    /// Who to tell when the connection is to end.
    pub(super) fn ends_by(&self, handle: AbortHandle) {
        // Set once, right after the task began.
        let _ = self.end.set(handle);
    }

    /// Ends the connection; what it holds is free soon after.
    pub(super) fn end(&self) {
        if let Some(end) = self.end.get() {
            end.abort();
        }
    }
}
