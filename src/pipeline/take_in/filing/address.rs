//! What follows from an answer for the address that is asked, and for its validators (rules 2.8, 5.3, 5.5).

use chrono::{DateTime, Utc};

use super::{Filing, event};
use crate::config::Source;
use crate::fetch::{Address, Answer, Document, Outcome};
use crate::model::{Condition, Event, HIDDEN, Moved, SourceState};
use crate::pipeline::Broken;
use crate::sources::moves::{self, Move};
use crate::store::Filed;

impl Filing<'_> {
    /// Rule 5.3: what follows from a visit for the source's address. `same`: the end of the
    /// redirects shares entries or title with what the source had.
    pub(super) fn moves(
        &self,
        source: &Source,
        state: &mut SourceState,
        answer: &Answer,
        same: bool,
        at: DateTime<Utc>,
    ) -> Vec<Event> {
        let Address::Http(configured) = &source.address else { return Vec::new() };
        let old = match &state.life.moved {
            // The old address, asked once more, still leads to the new one.
            Some(moved) if answer.moved_to() == Some(&moved.to) => return Vec::new(),
            Some(moved) => url::Url::parse(&moved.to).unwrap_or_else(|_| configured.clone()),
            None => configured.clone(),
        };
        let (to, why) = match moves::judge(&old, answer, same, state.life.watch.as_ref(), at) {
            Move::None => {
                state.life.watch = None;
                return Vec::new();
            }
            Move::Watching(watch) => {
                state.life.watch = Some(watch);
                return Vec::new();
            }
            // What is hidden is nowhere kept, so it cannot be asked there: the redirect is followed.
            Move::Adopt { to, .. } if to.contains(HIDDEN) => return Vec::new(),
            Move::Adopt { to, why } => (to, why),
        };
        // A watched move whose old address is gone: the new one is asked in the next run.
        if state.life.trouble.take().is_some() {
            state.next_visit = Some(at);
            state.life.not_before = None;
            (state.failures, state.failing_since, state.was_gone, state.retired) = (0, None, false, false);
        }
        let from = source.known_as();
        let message = format!(
            "it has moved from {} to {to} ({why}), and is asked there from now on; its items are the same; write the new address into the configuration when you like",
            source.shown_address()
        );
        state.life.watch = None;
        state.life.moved = Some(Moved { from, to, at, why: why.to_owned(), checked: false });
        vec![event(source, Condition::Moved, false, message, at)]
    }

    /// Rule 5.5: the old address was asked again, a month after a move. Whether the answer is of
    /// no further use.
    pub(super) fn check_of_old(
        &mut self,
        source: &Source,
        state: &mut SourceState,
        answer: &Answer,
        at: DateTime<Utc>,
    ) -> Result<bool, Broken> {
        let answers = matches!(answer.outcome, Outcome::Document(_) | Outcome::NotModified { .. });
        let Some(moved) = state.life.moved.as_mut() else { return Ok(false) };
        moved.checked = true;
        if !answers {
            // The old address is gone or fails, as is to be expected. The new one is asked next time.
            self.store.note(state)?;
            return Ok(true);
        }
        if answer.hops.is_empty() {
            let message = format!(
                "its old address {} answers again, and is asked again instead of {}",
                source.shown_address(),
                moved.to
            );
            state.life.moved = None;
            {
                self.tell(vec![event(source, Condition::MovedBack, false, message, at)])?;
            }
        }
        Ok(false)
    }

    /// Rule 2.8: an unconditional probe that brings news shows that the validators lie; validators
    /// that change with the news are in order.
    pub(super) fn look_at_validators(
        &self,
        source: &Source,
        state: &mut SourceState,
        before: &SourceState,
        document: &Document,
        filed: &Filed,
        at: DateTime<Utc>,
    ) {
        let news = filed.new + filed.revised > 0;
        let same = (&document.validators.etag, &document.validators.last_modified)
            == (&before.etag, &before.last_modified);
        match (self.round.probes.contains(source.key.as_str()), news, same) {
            (true, true, true) => {
                state.life.stuck_since.get_or_insert(at);
            }
            (_, true, false) => state.life.stuck_since = None,
            _ => {}
        }
    }
}
