//! What becomes of an answer: read, identified and filed, with what is now known of its source.

use chrono::{DateTime, TimeDelta, Utc};

use super::due::Round;
use super::take_in::moment;
use super::{Answered, Broken, SourceNote, TakenIn, life, soft, visits};
use crate::config::{Desk, Source};
use crate::fetch::moves::{self, Move};
use crate::fetch::{self, Address, Answer, Document, Outcome, Receipt};
use crate::identity::{self, Origin};
use crate::model::{Condition, Entry, Event, Feed, Hints, Incoming, Moved, Provenance, Reading, Text};
use crate::read;
use crate::store::{Filed, Judge, Quiet, SourceState, Store};

/// Entries of a document that are taken, the newest first (rule 7.7).
const MOST_ENTRIES: usize = 500;
/// What a source does habitually is told again after so long.
const NOTICED_AGAIN: TimeDelta = TimeDelta::days(30);
/// The name under which a migration of ids is remembered as told.
const MIGRATION: &str = "migration";
/// A document in which so many known entries come under other ids has migrated.
const MIGRATED: usize = 3;
/// The name under which a trouble of our own network is remembered among the hosts.
const OURSELVES: &str = "*";

/// What a podcast says that wants to be imported nowhere else.
const LOCKED: &str = "its publisher asks that it be imported nowhere else (podcast:locked); with a permission, set allow_locked = true for this source";

/// The repair that says that reading dropped shared guids.
const SHARED_GUID: &str = "shared-id";

/// Repairs that mean that the document is not well-formed.
const BROKEN: &[&str] = &[
    "leading-bytes",
    "control-character",
    "bare-ampersand",
    "bare-less-than",
    "named-entity",
    "bad-reference",
    "undeclared-prefix",
    "unquoted-attribute",
    "doubled-attribute",
    "broken-tag",
    "mismatched-end-tag",
    "unclosed-element",
    "unclosed-section",
    "truncated",
    "json-syntax",
    "undecodable-bytes",
];

/// A run's filing: where answers go.
pub(super) struct Filing<'a> {
    pub(super) desk: &'a Desk,
    pub(super) store: &'a mut Store,
    pub(super) round: &'a mut Round,
    pub(super) now: DateTime<Utc>,
    pub(super) watch: &'a dyn Fn(&SourceNote),
    pub(super) taken: &'a mut TakenIn,
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
    fn state(&self, source: &Source) -> Result<SourceState, Broken> {
        let address = source.address.shown();
        let known = self.store.source(&source.key)?.unwrap_or_default();
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
        state.key.clone_from(&source.key);
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
        if is_check && self.check_of_old(&mut state, answer, at)? {
            return Ok(Answered::NotReached);
        }
        state.asked = Some(at);
        if answer.forced {
            state.life.forced = Some(at);
        }
        note_end(&mut state, answer, at, &self.round.ends);
        match &answer.outcome {
            Outcome::Document(document) => self.document(source, state, answer, document, is_first, at),
            Outcome::NotModified { validators, fresh_for } => {
                visits::keep(&mut state, validators.clone());
                visits::refresh(&mut state, *fresh_for);
                state.life.remember(at, "304");
                visits::succeeded(&mut state, "not modified", &answer.outcome, source.switches.eager, at);
                let mut events = self.moves(source, &mut state, answer, true, at);
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
        let repairs: Vec<String> = repairs.into_iter().map(|repair| repair.0).collect();
        if feed.language.is_none() {
            feed.language.clone_from(&source.language);
        }
        let dropped = repairs.iter().any(|repair| is(repair, SHARED_GUID));
        let became_weak = !state.weak_guids && identity::guids_are_weak(&feed, dropped);
        state.weak_guids |= became_weak;
        let before = state.clone();
        note_document(&mut state, &feed, document, &repairs, at);
        state.format = Some(format.name().to_owned());
        let deleted = identity::taken_back(&mut feed, &source.key, state.weak_guids);
        // What a document that is cut short or long does not list is not gone.
        let lists_all = feed.complete
            && (1..MOST_ENTRIES).contains(&feed.entries.len())
            && !repairs.iter().any(|repair| is(repair, "truncated"));
        let incoming = self.incoming(source, &state, document, public.as_deref(), &mut feed);
        visits::learn_pace(&mut state, &incoming);
        visits::succeeded(&mut state, "a feed", &answer.outcome, source.switches.eager, at);
        // Rather told twice, if a crash comes between, than not at all.
        let events = life::judge(&mut state, &source.name, is_first, at);
        self.tell(events)?;
        let filed = self.store.file(&source.key, Some(&state), &incoming, self.now, &JUDGE)?;
        self.store.recall(&deleted, self.now)?;
        if lists_all {
            self.store.recall_unlisted(&source.key, &incoming, self.now)?;
        }
        let same = is_first || filed.new < incoming.len() || before.title == state.title;
        let mut after = state.clone();
        let mut events = self.moves(source, &mut after, answer, same, at);
        let noticed = news(noticed(&filed, became_weak), &mut after, at);
        events.extend(
            migrated(source, &before, &incoming, &filed, at).filter(|_| is_news(&mut after, MIGRATION, at)),
        );
        self.look_at_validators(source, &mut after, &before, document, &filed, at);
        if after != state {
            events.extend(life::judge(&mut after, &source.name, is_first, at));
            self.tell(events)?;
            self.store.note(&after)?;
        }
        Ok(Answered::Feed { format: format.name(), filed, repairs, noticed })
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
        let provenance: Provenance = identity::provenance(feed, &source.name, &source.home, address);
        let host = host(self.desk);
        let origin = Origin {
            source: &source.key,
            host: &host,
            weak_guids: state.weak_guids,
            provenance: &provenance,
            dated: document.last_modified.filter(|_| feed.updated.is_none() && feed.published.is_none()),
            future: source.future_dates,
        };
        newest(identity::of_feed(feed, &origin, self.now))
    }

    /// Rule 5.3: what follows from a visit for the source's address. `same`: the end of the
    /// redirects shares entries or title with what the source had.
    fn moves(
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
            Move::Adopt { to, why } => (to, why),
        };
        // A watched move whose old address is gone: the new one is asked in the next run.
        if state.life.trouble.take().is_some() {
            state.next_visit = Some(at);
            state.life.not_before = None;
            (state.failures, state.failing_since, state.was_gone, state.retired) = (0, None, false, false);
        }
        let from = source.address.shown();
        let message = format!(
            "it has moved from {from} to {to} ({why}), and is asked there from now on; its items are the same; write the new address into the configuration when you like"
        );
        state.life.watch = None;
        state.life.moved = Some(Moved { from, to, at, why: why.to_owned(), checked: false });
        vec![event(source, Condition::Moved, false, message, at)]
    }

    /// Rule 5.5: the old address was asked again, a month after a move. Whether the answer is of
    /// no further use.
    fn check_of_old(
        &mut self,
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
                moved.from, moved.to
            );
            state.life.moved = None;
            if let Some(source) = self.desk.source(&answer.key) {
                self.tell(vec![event(source, Condition::MovedBack, false, message, at)])?;
            }
        }
        Ok(false)
    }

    /// Rule 2.8: an unconditional probe that brings news shows that the validators lie; validators
    /// that change with the news are in order.
    fn look_at_validators(
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
        match (self.round.probes.contains(&source.key), news, same) {
            (true, true, true) => {
                state.life.stuck_since.get_or_insert(at);
            }
            (_, true, false) => state.life.stuck_since = None,
            _ => {}
        }
    }
}

fn event(source: &Source, condition: Condition, over: bool, message: String, at: DateTime<Utc>) -> Event {
    Event { at, source: source.key.clone(), name: source.name.clone(), condition, over, message }
}

/// Where the redirects ended, and since when they lead elsewhere.
fn note_end(
    state: &mut SourceState,
    answer: &Answer,
    at: DateTime<Utc>,
    ends: &std::collections::HashMap<String, String>,
) {
    let end = match &answer.outcome {
        Outcome::Document(document) => &document.url,
        Outcome::NotModified { validators, .. } => &validators.url,
        _ => return,
    };
    let host = |url: &str| url::Url::parse(url).ok().and_then(|url| url.host_str().map(str::to_owned));
    let is_elsewhere =
        !answer.hops.is_empty() && answer.moved_to().is_none() && host(end) != host(&state.address);
    state.life.elsewhere_since = is_elsewhere.then(|| state.life.elsewhere_since.unwrap_or(at));
    state.life.end = Some(end.clone());
    state.life.same_as = ends.get(end).filter(|key| **key != state.key).cloned();
}

/// What a document says of its source.
fn note_document(
    state: &mut SourceState,
    feed: &Feed,
    document: &Document,
    repairs: &[String],
    at: DateTime<Utc>,
) {
    let is_cut = repairs.iter().any(|repair| is(repair, "truncated"));
    // A document that is cut short must not be confirmed by its validators (rule 2.3).
    if !is_cut {
        visits::keep(state, document.validators.clone());
    }
    visits::learn(state, feed, document.fresh_for);
    state.title = feed.title.as_ref().map(Text::without_markup);
    state.entries = u32::try_from(feed.entries.len()).unwrap_or(u32::MAX);
    state.repairs = repairs.to_vec();
    let life = &mut state.life;
    life.remember(at, "200");
    life.full = Some(at);
    if feed.entries.is_empty() {
        life.empty = life.empty.saturating_add(1);
    } else {
        (life.empty, life.usual) = (0, state.entries);
    }
    let is_broken = repairs.iter().any(|repair| BROKEN.iter().any(|name| is(repair, name)));
    let is_finished = feed.expired || feed.expires.is_some_and(|from| from <= at);
    life.finished_since = is_finished.then(|| life.finished_since.unwrap_or(at));
    life.broken_since = is_broken.then(|| life.broken_since.unwrap_or(at));
    life.hint = hint(feed, &document.url);
}

fn is(repair: &str, name: &str) -> bool {
    repair.split(':').next() == Some(name)
}

/// Another address that the publisher names for the feed (rule 5.7).
fn hint(feed: &Feed, url: &str) -> Option<String> {
    let is_other = |named: &&String| named.trim_end_matches('/') != url.trim_end_matches('/');
    feed.moved_to.as_ref().filter(is_other).cloned()
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

/// Whether known entries came under other ids, or all of them as if they were new.
fn migrated(
    source: &Source,
    before: &SourceState,
    incoming: &[Incoming],
    filed: &Filed,
    at: DateTime<Utc>,
) -> Option<Event> {
    let many = |count: usize| count >= MIGRATED && count * 2 >= incoming.len();
    let message = if many(filed.changed_ids) {
        format!(
            "{} of {} entries came under other ids and were recognised by address and title; their published ids stay",
            filed.changed_ids,
            incoming.len()
        )
    } else {
        let old = |one: &&Incoming| before.last_new.is_some_and(|last| one.published <= last);
        let aged = incoming.iter().filter(old).count();
        if !(filed.new == incoming.len() && many(aged)) {
            return None;
        }
        format!(
            "all of its {} entries came under other ids, and {aged} of them are older than what was known; if readers see pieces twice, this is why",
            incoming.len()
        )
    };
    Some(event(source, Condition::MigratedIds, false, message, at))
}

/// Authority of our `tag:` URIs.
pub(super) fn host(desk: &Desk) -> String {
    let base = ::url::Url::parse(&desk.site.base_url).ok();
    base.and_then(|url| url.host_str().map(str::to_owned)).unwrap_or_default()
}

/// Whether this has not been told of a source lately; remembers that it is now.
fn is_news(state: &mut SourceState, what: &str, at: DateTime<Utc>) -> bool {
    let known = state.life.noticed.get(what);
    let is_news = known.is_none_or(|told| at - *told >= NOTICED_AGAIN);
    if is_news {
        state.life.noticed.insert(what.to_owned(), at);
    }
    is_news
}

/// A source with a habit of changing its ids does so in every document; that is told now and then.
fn news(noticed: Vec<(&'static str, String)>, state: &mut SourceState, at: DateTime<Utc>) -> Vec<String> {
    noticed.into_iter().filter(|(what, _)| is_news(state, what, at)).map(|(_, line)| line).collect()
}

/// What is odd about a source's ids and versions, one line an event however many entries it touches.
fn noticed(filed: &Filed, became_weak: bool) -> Vec<(&'static str, String)> {
    let mut lines = Vec::new();
    if became_weak {
        lines.push(("weak guids", "it gives several items one guid; its guids count for nothing from now on, entries are recognised by address and content".to_owned()));
    }
    if filed.changed_ids > 0 {
        lines.push(("changed ids", format!(
            "it changed the ids of {} entries that are known; they were recognised, keep the ids they were published under and are not new",
            filed.changed_ids
        )));
    }
    if filed.reused_guids > 0 {
        lines.push((
            "reused guids",
            format!(
                "it gave {} guids to other entries; these guids count for nothing from now on",
                filed.reused_guids
            ),
        ));
    }
    if filed.frozen > 0 {
        lines.push(("frozen", format!(
            "{} of its entries go back and forth between versions; they stay as they are until something new comes",
            filed.frozen
        )));
    }
    lines
}

/// What the store asks when it files.
pub(super) const JUDGE: Judge<'static> = Judge { differs: &differs, same: &identity::is_same };

/// Whether two versions differ in what would be published, cleaned. Another form of the same address
/// is no change.
fn differs(old: &Entry, new: &Entry) -> bool {
    let cleaned = |text: &Option<Text>| text.as_ref().map(read::html::clean);
    let page = |entry: &Entry| {
        let link = entry.link.as_deref();
        link.map(|link| crate::text::url::place(link).unwrap_or_else(|| link.to_owned()))
    };
    old.title != new.title
        || page(old) != page(new)
        || old.enclosures != new.enclosures
        || (old.summary != new.summary && cleaned(&old.summary) != cleaned(&new.summary))
        || (old.content != new.content && cleaned(&old.content) != cleaned(&new.content))
}
