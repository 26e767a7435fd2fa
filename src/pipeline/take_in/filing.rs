//! What becomes of an answer: read, identified and filed, with what is now known of its source.

mod address;
mod edit;
mod first;
mod note;
mod odd;
mod stranger;

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};

pub(super) use edit::JUDGE;
pub(super) use first::added;

use super::due::Round;
use super::{Answered, SourceNote, TakenIn, moment};
use crate::config::{Desk, Source};
use crate::fetch::{self, Address, Answer, Document, Outcome, Receipt};
use crate::identity::{self, Origin};
use crate::model::{Condition, Event, Feed, Hints, Incoming, Mend, Provenance, Reading, SourceState};
use crate::pipeline::{Broken, hubs};
use crate::read;
use crate::sources::{life, soft, visits};
use crate::store::{Judge, Quiet, Store};

/// Entries of a document that are taken, the newest first (rule 7.7).
const MOST_ENTRIES: usize = 500;
/// The name under which a trouble of our own network is remembered among the hosts.
const OURSELVES: &str = "*";

/// What a podcast says that wants to be imported nowhere else.
const LOCKED: &str = "its publisher asks that it be imported nowhere else (podcast:locked); with a permission, set allow_locked = true for this source";

/// A run's filing: where answers go.
pub(super) struct Filing<'a> {
    pub(super) desk: &'a Desk,
    pub(super) store: &'a mut Store,
    pub(super) round: &'a mut Round,
    pub(super) now: DateTime<Utc>,
    pub(super) watch: &'a dyn Fn(&SourceNote),
    pub(super) taken: &'a mut TakenIn,
    /// Keys of the sources that came to the desk after it had published, and never answered before.
    pub(super) added: BTreeSet<String>,
}

impl Filing<'_> {
    /// Files an answer for its source, and for the others of the same address.
    pub(super) fn answer(&mut self, answer: &Answer) -> Result<(), Broken> {
        let desk = self.desk;
        self.host(answer)?;
        let shared = self.round.shared.remove(&answer.key).unwrap_or_default();
        for key in std::iter::once(&answer.key).chain(&shared) {
            let Some(source) = desk.source(key) else { continue };
            let answered = self.file(source, answer)?;
            let note = source.note(answered);
            (self.watch)(&note);
            self.taken.sources.push(note);
        }
        Ok(())
    }

    /// Nobody answered: the sources keep their times, and one message says so.
    pub(super) fn offline(&mut self, answers: &[Answer]) -> Result<(), Broken> {
        for answer in answers {
            let (Some(source), Outcome::Failed(receipt)) = (self.desk.source(&answer.key), &answer.outcome)
            else {
                continue;
            };
            let mut state = self.state(source)?;
            state.asked = Some(self.now);
            state.life.remember(self.now, "offline");
            self.store.note(&state)?;
            let note = source.note(Answered::Offline(receipt.message.clone()));
            (self.watch)(&note);
            self.taken.sources.push(note);
        }
        let known = self.round.hosts.contains_key(OURSELVES);
        self.store.note_host(OURSELVES, Some(Quiet { refusals: 1, until: self.now }))?;
        if !known {
            let message = format!(
                "none of {} sources could be reached, so no source is blamed; all are asked again in the next run; look at the network and the name server of this machine",
                answers.len()
            );
            self.tell(vec![self.ours(false, message)])?;
        }
        Ok(())
    }

    fn ours(&self, over: bool, message: String) -> Event {
        Event {
            at: self.now,
            source: String::new(),
            name: String::new(),
            condition: Condition::Offline,
            over,
            message,
        }
    }

    fn tell(&mut self, events: Vec<Event>) -> Result<(), Broken> {
        Ok(self.store.tell(&events)?)
    }

    /// What is remembered of a source; nothing, if it is asked at another address than then.
    fn state(&mut self, source: &Source) -> Result<SourceState, Broken> {
        let address = source.known_as();
        let known = match self.round.states.remove(&*source.key) {
            Some(known) => known,
            // It is new, or this is its second answer.
            None => self.store.source(&source.key)?.unwrap_or_default(),
        };
        let mut state = match known.address == address || known.address.is_empty() {
            true => known,
            // Guids, pace and entries are the source's, wherever it is; the rest belongs to the address.
            false => SourceState {
                weak_guids: known.weak_guids,
                pace_seconds: known.pace_seconds,
                last_new: known.last_new,
                title: known.title,
                ..SourceState::default()
            },
        };
        state.key = source.key.to_string();
        state.address = address;
        Ok(state)
    }

    /// Remembers what the answer says about its host (section 4: a 429 is about the host).
    fn host(&mut self, answer: &Answer) -> Result<(), Broken> {
        let Some(host) = self.desk.source(&answer.key).and_then(|source| fetch::host(&source.address)) else {
            return Ok(());
        };
        match &answer.outcome {
            Outcome::Failed(receipt) if receipt.kind == fetch::Kind::Status(429) => {
                let at = moment(self.now, answer);
                let known = self.round.hosts.get(&host).copied();
                // Several of one run are one refusal.
                let (refusals, least) = match known {
                    Some(quiet) if quiet.until > at => (quiet.refusals, quiet.until),
                    quiet => (quiet.map_or(0, |quiet| quiet.refusals).saturating_add(1), at),
                };
                let hour = TimeDelta::hours(1) * 2i32.saturating_pow((refusals - 1).min(4));
                let told = receipt.retry_after.and_then(|wait| TimeDelta::from_std(wait).ok());
                let wait = hour.min(TimeDelta::days(1)).max(told.unwrap_or_default());
                let until = at.checked_add_signed(wait).unwrap_or(at).max(least);
                let quiet = Quiet { refusals, until };
                self.store.note_host(&host, Some(quiet))?;
                self.round.hosts.insert(host, quiet);
            }
            Outcome::Document(_) | Outcome::NotModified { .. } => {
                if self.round.hosts.remove(&host).is_some() {
                    self.store.note_host(&host, None)?;
                }
                if self.round.hosts.remove(OURSELVES).is_some() {
                    self.store.note_host(OURSELVES, None)?;
                    self.tell(vec![self.ours(true, "sources can be reached again".to_owned())])?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// Files an answer, together with what is now known of the source.
    fn file(&mut self, source: &Source, answer: &Answer) -> Result<Answered, Broken> {
        let at = moment(self.now, answer);
        let mut state = self.state(source)?;
        let is_first = state.answered.is_none();
        if let Outcome::NotReached { wait } = &answer.outcome {
            // It keeps its due time and comes first next time (rule 6.4), after what its host asked for.
            if let Some(wait) = wait.and_then(|wait| TimeDelta::from_std(wait).ok()) {
                state.life.held_until = at.checked_add_signed(wait);
                self.store.note(&state)?;
            }
            return Ok(Answered::NotReached);
        }
        let is_check = self.round.checks.contains(&answer.key);
        if is_check && self.check_of_old(source, &mut state, answer, at)? {
            return Ok(Answered::NotReached);
        }
        state.asked = Some(at);
        if answer.forced {
            state.life.forced = Some(at);
        }
        note::end(&mut state, answer, at, &self.round.ends);
        match &answer.outcome {
            Outcome::Document(document) => self.document(source, state, answer, document, is_first, at),
            Outcome::NotModified { validators, fresh_for, robots } => {
                visits::keep(&mut state, validators.clone());
                visits::refresh(&mut state, *fresh_for);
                if let Some(robots) = robots {
                    state.life.robots.clone_from(robots);
                }
                state.life.remember(at, "304");
                visits::succeeded(&mut state, "not modified", &answer.outcome, source.switches.eager, at);
                let same = state.life.stranger.is_none();
                let mut events = self.moves(source, &mut state, answer, same, at);
                events.extend(life::judge(&mut state, &source.name, is_first, at));
                self.tell(events)?;
                self.store.note(&state)?;
                Ok(Answered::NotModified)
            }
            Outcome::Failed(receipt) => self.failed(source, state, answer, receipt, is_first, at),
            Outcome::NotReached { .. } => Ok(Answered::NotReached),
        }
    }

    fn failed(
        &mut self,
        source: &Source,
        mut state: SourceState,
        answer: &Answer,
        receipt: &Receipt,
        is_first: bool,
        at: DateTime<Utc>,
    ) -> Result<Answered, Broken> {
        let host = fetch::host(&source.address).and_then(|host| self.round.hosts.get(&host));
        let refusals = host.map_or(1, |quiet| quiet.refusals);
        state.life.remember(at, &receipt.kind.word());
        visits::failed(&mut state, receipt, source.switches.eager, refusals, at);
        let mut events = self.moves(source, &mut state, answer, false, at);
        events.extend(life::judge(&mut state, &source.name, is_first, at));
        self.tell(events)?;
        self.store.note(&state)?;
        Ok(Answered::Failed(receipt.message.clone()))
    }

    fn nonsense(
        &mut self,
        source: &Source,
        mut state: SourceState,
        reason: String,
        is_first: bool,
        at: DateTime<Utc>,
    ) -> Result<Answered, Broken> {
        let reason = source.switches.veil.over(reason);
        // Validators of a document that is no feed would vouch for nothing: the old ones stay.
        state.life.remember(at, "no-feed");
        visits::nonsense(&mut state, &reason, source.switches.eager, at);
        let events = life::judge(&mut state, &source.name, is_first, at);
        self.tell(events)?;
        self.store.note(&state)?;
        Ok(Answered::Failed(reason))
    }

    fn document(
        &mut self,
        source: &Source,
        mut state: SourceState,
        answer: &Answer,
        document: &Document,
        is_first: bool,
        at: DateTime<Utc>,
    ) -> Result<Answered, Broken> {
        let public = source.url.clone().or_else(|| match source.address {
            Address::Http(_) => Some(document.url.clone()),
            Address::File(_) => None,
        });
        let hints = Hints { base_url: public.as_deref(), content_type: document.content_type.as_deref() };
        let reading = match read::feed(&document.bytes, &hints) {
            Ok(reading) => reading,
            Err(reason) => {
                let reason = soft::told(document, &reason.to_string());
                return self.nonsense(source, state, reason, is_first, at);
            }
        };
        if let Some(reason) = soft::notice(&reading.feed) {
            return self.nonsense(source, state, reason, is_first, at);
        }
        if reading.feed.locked && !source.allow_locked {
            return self.nonsense(source, state, LOCKED.to_owned(), is_first, at);
        }
        let Reading { format, repairs, mut feed, .. } = reading;
        let veil = &source.switches.veil;
        let told: Vec<String> = repairs.iter().map(|repair| veil.over(repair.to_string())).collect();
        if feed.language.is_none() {
            feed.language.clone_from(&source.language);
        }
        let dropped = repairs.iter().any(|repair| repair.kind == Mend::SharedGuid);
        let became_weak = !state.weak_guids && identity::guids_are_weak(&feed, dropped);
        state.weak_guids |= became_weak;
        let before = state.clone();
        note::document(&mut state, &feed, document, &repairs, veil, at);
        state.format = Some(format.name().to_owned());
        let deleted = identity::taken_back(&mut feed, &source.key, state.weak_guids);
        // What a document that is cut short or long does not list is not gone.
        let lists_all = feed.complete
            && (1..MOST_ENTRIES).contains(&feed.entries.len())
            && !repairs.iter().any(|repair| repair.kind == Mend::Truncated);
        let mut incoming = self.incoming(source, &state, document, public.as_deref(), &mut feed);
        let foreign = stranger::foreign_site(source, &before, answer).filter(|_| !is_first);
        if let Some(site) = foreign.as_deref()
            && !self.knows(&incoming)?
        {
            return self.hold_stranger(
                source,
                state,
                &before,
                answer,
                (format.name(), told),
                &incoming,
                site,
                at,
            );
        }
        state.life.stranger = None;
        if !incoming.is_empty() {
            state.life.dates = Some(incoming.iter().any(|one| !one.undated));
        }
        if is_first {
            first::date_behind(&mut incoming);
        }
        visits::learn_pace(&mut state, &incoming);
        visits::succeeded(&mut state, "a feed", &answer.outcome, source.switches.eager, at);
        // Rather told twice, if a crash comes between, than not at all.
        let events = life::judge(&mut state, &source.name, is_first, at);
        self.tell(events)?;
        // Before the validators are kept: after them the document might never come again.
        self.store.recall(&deleted, self.now)?;
        if lists_all {
            self.store.recall_unlisted(&source.key, &incoming, self.now)?;
        }
        let is_added = is_first && self.added.contains(&*source.key);
        let ways = |new: &[&Incoming]| match is_first {
            true if is_added => first::ways(self.desk, source, new, self.now),
            true => Vec::new(),
            false => first::burst(source.backlog.burst, &before, new),
        };
        let judge = Judge { ways: Some(&ways), dates_behind: is_first, ..JUDGE };
        let filed = self.store.file(&source.key, Some(&state), &incoming, self.now, &judge)?;
        if source.full_text && filed.new > 0 {
            self.store.want_pages(&source.key, self.now)?;
        }
        let same = is_first || filed.new < incoming.len() || foreign.is_none() && before.title == state.title;
        let mut after = state.clone();
        let mut events = self.moves(source, &mut after, answer, same, at);
        events.extend(first::told(source, &filed, at));
        let noticed = odd::news(odd::noticed(&filed, became_weak), &mut after, at);
        events.extend(
            odd::migrated(source, &before, &incoming, &filed, at)
                .filter(|_| odd::is_news(&mut after, odd::MIGRATION, at)),
        );
        if self.desk.push
            && filed.new > 0
            && let Some(push) = self.store.push(&source.key)?
            && let Some(newest) = after.last_new
            && before.life.answers.last().is_some_and(|visit| hubs::has_missed(&push, visit.at, newest, at))
        {
            self.store.push_missed(&source.key, at)?;
        }
        self.look_at_validators(source, &mut after, &before, document, &filed, at);
        if after != state || !events.is_empty() {
            events.extend(life::judge(&mut after, &source.name, is_first, at));
            self.tell(events)?;
            self.store.note(&after)?;
        }
        Ok(Answered::Feed { format: format.name(), filed, repairs: told, noticed })
    }

    fn incoming(
        &self,
        source: &Source,
        state: &SourceState,
        document: &Document,
        public: Option<&str>,
        feed: &mut Feed,
    ) -> Vec<Incoming> {
        let address = public.filter(|_| source.url.is_some()).or(feed.self_link.as_deref()).or(public);
        // Where nobody says which page is the source's, its feed knows better than its address.
        let told = feed.link.as_deref().is_some_and(crate::text::url::is_web);
        let home = if source.home_is_given || !told { &*source.home } else { "" };
        let mut provenance: Provenance = identity::provenance(feed, &source.name, home, address);
        for part in [&mut provenance.id, &mut provenance.feed].into_iter().flatten() {
            *part = source.switches.veil.over(std::mem::take(part));
        }
        let host = host(self.desk);
        let origin = Origin {
            source: &source.key,
            host: &host,
            weak_guids: state.weak_guids,
            provenance: &provenance,
            dated: document.last_modified.filter(|_| feed.updated.is_none() && feed.published.is_none()),
            future: source.future_dates,
        };
        let mut incoming = identity::of_feed(feed, &origin, self.now);
        self.desk.forgotten.sift(&mut incoming);
        newest(incoming)
    }
}

fn event(source: &Source, condition: Condition, over: bool, message: String, at: DateTime<Utc>) -> Event {
    Event { at, source: source.key.to_string(), name: source.name.clone(), condition, over, message }
}

/// Rule 7.7: the newest so many, in the order of the document.
fn newest(mut incoming: Vec<Incoming>) -> Vec<Incoming> {
    if incoming.len() > MOST_ENTRIES {
        let mut times: Vec<DateTime<Utc>> = incoming.iter().map(|one| one.published).collect();
        times.sort_unstable_by(|a, b| b.cmp(a));
        let oldest = times[MOST_ENTRIES - 1];
        incoming.retain(|one| one.published >= oldest);
        // Those of one moment are taken in the order of the document.
        incoming.truncate(MOST_ENTRIES);
    }
    incoming
}

/// Authority of our `tag:` URIs.
pub(super) fn host(desk: &Desk) -> String {
    let base = ::url::Url::parse(&desk.site.base_url).ok();
    base.and_then(|url| url.host_str().map(str::to_owned)).unwrap_or_default()
}
