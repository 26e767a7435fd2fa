//! A source whose address leads for good to another site, where nothing of it is known: whoever bought
//! the domain may answer there. What comes waits for a person.

use chrono::{DateTime, Utc};

use super::{Filing, JUDGE, event};
use crate::config::Source;
use crate::fetch::{Address, Answer};
use crate::model::{Condition, Incoming, Key, KeyKind, KeyUse, Life, SourceState, Way};
use crate::pipeline::{Answered, Broken};
use crate::sources::visits;
use crate::store::Judge;
use crate::text::url;

/// Kinds of key that only the source itself can have given.
const ITS_OWN: [KeyKind; 3] = [KeyKind::Guid, KeyKind::Address, KeyKind::AddressAndTitle];

/// The registrable domain at which permanent redirects end, if it is none that is known of the source.
pub(super) fn foreign_site(source: &Source, before: &SourceState, answer: &Answer) -> Option<String> {
    let Address::Http(configured) = &source.address else { return None };
    let site = url::site(answer.moved_to()?)?;
    let moved = before.life.moved.as_ref().and_then(|moved| url::site(&moved.to));
    let known = [url::site(configured.as_str()), moved, before.life.trusted.clone()];
    (!known.contains(&Some(site.clone()))).then_some(site)
}

impl Filing<'_> {
    /// Whether an id or a link of these is one that the source had before.
    pub(super) fn knows(&self, incoming: &[Incoming]) -> Result<bool, Broken> {
        let keys = incoming.iter().flat_map(|one| &one.keys);
        let own = |key: &&Key| ITS_OWN.contains(&key.kind) && key.usage != KeyUse::Shared;
        Ok(self.store.knows_any(keys.filter(own))?)
    }

    /// Holds what came from a stranger, and believes nothing that its document says of the source.
    #[expect(clippy::too_many_arguments, reason = "what is known of an answer, each another thing")]
    pub(super) fn hold_stranger(
        &mut self,
        source: &Source,
        state: SourceState,
        before: &SourceState,
        answer: &Answer,
        (format, repairs): (&'static str, Vec<String>),
        incoming: &[Incoming],
        site: &str,
        at: DateTime<Utc>,
    ) -> Result<Answered, Broken> {
        let life = Life {
            answers: state.life.answers,
            end: state.life.end,
            full: state.life.full,
            stranger: Some(site.to_owned()),
            ..before.life.clone()
        };
        // The validators are those of its document, so that it is not sent again and again.
        let mut state = SourceState { life, ..state };
        (state.title, state.format) = (before.title.clone(), before.format.clone());
        (state.weak_guids, state.entries) = (before.weak_guids, before.entries);
        (state.said, state.repairs) = (before.said.clone(), before.repairs.clone());
        visits::succeeded(&mut state, "a stranger's feed", &answer.outcome, source.switches.eager, at);
        let mut held = Vec::new();
        for one in incoming {
            // A headline that is known is not given another's text.
            if !self.store.knows_any(&one.keys)? {
                held.push(one.clone());
            }
        }
        let ways = |new: &[&Incoming]| vec![Way::Held; new.len()];
        let judge = Judge { ways: Some(&ways), ..JUDGE };
        let filed = self.store.file(&source.key, Some(&state), &held, self.now, &judge)?;
        let mut events = self.moves(source, &mut state, answer, false, at);
        if before.life.stranger.as_deref() != Some(site) {
            let (name, key) = (&source.name, &source.key);
            let message = format!(
                "its address leads for good to another site, {site}, where no id and no link of it is known, so nothing from there is let in: look at it; if it is the same publisher, `copydesk source show \"{name}\" --release` lets it in; if not, take the source (key \"{key}\") out of the configuration"
            );
            events.push(event(source, Condition::Held, false, message, at));
        }
        self.tell(events)?;
        self.store.note(&state)?;
        Ok(Answered::Feed { format, filed, repairs, noticed: Vec::new() })
    }
}
