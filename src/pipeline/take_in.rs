//! Taking in: every source that is due and every article record, filed as it came.
//!
//! Answers stream from the network threads and are read and filed here, one transaction a source;
//! no document waits for another, and memory does not grow with the number of sources.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use tokio::sync::mpsc::Receiver;

use super::{Broken, Halt, visits};
use crate::articles;
use crate::config::{ALL, Desk, Source};
use crate::fetch::{self, Address, Answer, Document, Due, Outcome};
use crate::identity::{self, Origin};
use crate::model::{Article, Entry, Hints, OWN, Text};
use crate::read;
use crate::sections;
use crate::store::{Filed, Judge, SourceState, Store};

/// A cron job is never quite on time: a source that is due within this time is asked now (rule 3.8).
const TOLERANCE: TimeDelta = TimeDelta::minutes(5);

/// How the repair begins that says that reading dropped shared guids.
const SHARED_GUID: &str = "shared-id";

/// What a run is to take in.
#[derive(Debug, Clone, Default)]
pub struct Scope {
    /// Every source, due or not.
    pub all: bool,
    /// Only the source with this key or name.
    pub only: Option<String>,
    /// More article records, as NDJSON.
    pub records: Option<Vec<u8>>,
}

/// What came in.
#[derive(Debug, Default)]
pub struct TakenIn {
    /// Our own articles.
    pub articles: Filed,
    /// Records that could not be used, each with place and remedy.
    pub unreadable: Vec<String>,
    /// Every source that was asked.
    pub sources: Vec<SourceNote>,
    /// Sources that were not due.
    pub not_due: usize,
}

/// What became of asking one source.
#[derive(Debug, Clone)]
pub struct SourceNote {
    /// Its key.
    pub key: String,
    /// Its name.
    pub name: String,
    /// What it answered.
    pub answered: Answered,
}

/// What a source answered.
#[derive(Debug, Clone)]
pub enum Answered {
    /// A feed.
    Feed {
        /// Its format.
        format: &'static str,
        /// What was filed.
        filed: Filed,
        /// What had to be mended.
        repairs: Vec<String>,
        /// What is odd about its ids and versions, and what was done about it: a line an event.
        noticed: Vec<String>,
    },
    /// That nothing changed.
    NotModified,
    /// Nothing usable, and why.
    Failed(String),
    /// It was not asked: the time for fetching was up.
    NotReached,
}

/// Every source that is due and every article record, filed as it came.
pub fn take_in(
    desk: &Desk,
    store: &mut Store,
    scope: &Scope,
    now: DateTime<Utc>,
    halt: &Halt,
    watch: &dyn Fn(&SourceNote),
) -> Result<TakenIn, Broken> {
    let mut taken = TakenIn::default();
    take_articles(desk, store, scope, now, &mut taken)?;
    let due = due(desk, store, scope, now)?;
    taken.not_due = desk.sources.len() - due.len();
    if due.is_empty() {
        return Ok(taken);
    }
    let threads = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .map_err(Broken::Threads)?;
    let client = fetch::client(&desk.manners)?;
    let mut answers = threads.block_on(async { fetch::all(due, Arc::new(desk.manners.clone()), client) });
    while let Some(answer) = threads.block_on(next(&mut answers, halt)) {
        let Some(source) = desk.source(&answer.key) else { continue };
        let note = SourceNote {
            key: source.key.clone(),
            name: source.name.clone(),
            answered: file_answer(desk, store, source, answer, now)?,
        };
        watch(&note);
        taken.sources.push(note);
    }
    // A name that does not resolve may hang in the system; nobody waits for it.
    threads.shutdown_background();
    // Answers come in any order; the report does not.
    taken.sources.sort_by_key(|note| desk.sources.iter().position(|source| source.key == note.key));
    Ok(taken)
}

/// The next answer. Once the run is told to end, nobody is asked any more; answers that are here
/// already are still given, so that nobody is asked for them again.
async fn next(answers: &mut Receiver<Answer>, halt: &Halt) -> Option<Answer> {
    let mut told = halt.clone();
    tokio::select! {
        biased;
        () = told.told() => {
            answers.close();
            answers.try_recv().ok()
        }
        answer = answers.recv() => answer,
    }
}

/// The sources to ask now, longest overdue first.
fn due(desk: &Desk, store: &Store, scope: &Scope, now: DateTime<Utc>) -> Result<Vec<Due>, Broken> {
    let mut due = Vec::new();
    for source in &desk.sources {
        let state = store.source(&source.key)?;
        let wanted = match &scope.only {
            Some(only) => *only == source.key || *only == source.name,
            None => scope.all || is_due(source, state.as_ref(), now),
        };
        if wanted {
            let since = state.as_ref().and_then(|state| state.next_visit);
            due.push((
                since,
                Due {
                    key: source.key.clone(),
                    address: source.address.clone(),
                    validators: visits::validators(state),
                },
            ));
        }
    }
    due.sort_by_key(|(since, _)| *since);
    Ok(due.into_iter().map(|(_, due)| due).collect())
}

fn is_due(source: &Source, state: Option<&SourceState>, now: DateTime<Utc>) -> bool {
    // A look at a local file costs nothing and bothers nobody.
    let Some(state) = state.filter(|_| matches!(source.address, Address::Http(_))) else { return true };
    state.address != shown(&source.address)
        || (!state.retired && state.next_visit.is_none_or(|visit| visit <= now + TOLERANCE))
}

fn shown(address: &Address) -> String {
    match address {
        Address::Http(url) => url.to_string(),
        Address::File(path) => path.display().to_string(),
    }
}

/// Files what a source answered, together with what is now known of the source.
fn file_answer(
    desk: &Desk,
    store: &mut Store,
    source: &Source,
    answer: Answer,
    now: DateTime<Utc>,
) -> Result<Answered, Broken> {
    let mut state = store.source(&source.key)?.unwrap_or_default();
    state.key.clone_from(&source.key);
    state.address = shown(&source.address);
    state.asked = Some(now);
    let answered = match answer.outcome {
        // It keeps its due time and comes first next time (rule 6.4).
        Outcome::NotReached { .. } => return Ok(Answered::NotReached),
        Outcome::Document(document) => return file_document(desk, store, source, state, document, now),
        Outcome::NotModified { ref validators, fresh_for } => {
            visits::keep(&mut state, validators.clone());
            visits::refresh(&mut state, fresh_for);
            visits::succeeded(&mut state, "not modified", &answer.outcome, now);
            Answered::NotModified
        }
        Outcome::Failed(receipt) => {
            visits::failed(&mut state, &receipt, now);
            Answered::Failed(receipt.message)
        }
    };
    store.note(&state)?;
    Ok(answered)
}

fn file_document(
    desk: &Desk,
    store: &mut Store,
    source: &Source,
    mut state: SourceState,
    document: Document,
    now: DateTime<Utc>,
) -> Result<Answered, Broken> {
    let public = source.url.clone().or_else(|| match source.address {
        Address::Http(_) => Some(document.url.clone()),
        Address::File(_) => None,
    });
    let hints = Hints { base_url: public.as_deref(), content_type: document.content_type.as_deref() };
    let reading = match read::feed(&document.bytes, &hints) {
        Ok(reading) => reading,
        Err(reason) => {
            // Validators of a document that is no feed would vouch for nothing: the old ones stay.
            visits::nonsense(&mut state, &reason.to_string(), now);
            store.note(&state)?;
            return Ok(Answered::Failed(reason.to_string()));
        }
    };
    let mut feed = reading.feed;
    let dropped = reading.repairs.iter().any(|repair| repair.0.starts_with(SHARED_GUID));
    let became_weak = !state.weak_guids && identity::guids_are_weak(&feed, dropped);
    state.weak_guids |= became_weak;
    if feed.language.is_none() {
        feed.language.clone_from(&source.language);
    }
    let repairs: Vec<String> = reading.repairs.into_iter().map(|repair| repair.0).collect();
    visits::keep(&mut state, document.validators.clone());
    visits::learn(&mut state, &feed, document.fresh_for);
    state.format = Some(reading.format.name().to_owned());
    state.title = feed.title.as_ref().map(Text::without_markup);
    state.entries = u32::try_from(feed.entries.len()).unwrap_or(u32::MAX);
    state.repairs.clone_from(&repairs);
    let address = public
        .as_deref()
        .filter(|_| source.url.is_some())
        .or(feed.self_link.as_deref())
        .or(public.as_deref());
    let provenance = identity::provenance(&feed, &source.name, &source.home, address);
    let host = host(desk);
    let origin = Origin {
        source: &source.key,
        host: &host,
        weak_guids: state.weak_guids,
        provenance: &provenance,
        dated: document.last_modified.filter(|_| feed.updated.is_none() && feed.published.is_none()),
    };
    let incoming = identity::of_feed(&mut feed, &origin, now);
    visits::learn_pace(&mut state, &incoming);
    visits::succeeded(&mut state, "a feed", &Outcome::Document(document), now);
    let filed = store.file(&source.key, Some(&state), &incoming, now, &JUDGE)?;
    let noticed = noticed(&filed, became_weak);
    Ok(Answered::Feed { format: reading.format.name(), filed, repairs, noticed })
}

/// What is odd about a source's ids and versions, one line an event however many entries it touches.
fn noticed(filed: &Filed, became_weak: bool) -> Vec<String> {
    let mut lines = Vec::new();
    if became_weak {
        lines.push("it gives several items one guid; its guids count for nothing from now on, entries are recognised by address and content".to_owned());
    }
    if filed.changed_ids > 0 {
        lines.push(format!(
            "it changed the ids of {} entries that are known; they were recognised, keep the ids they were published under and are not new",
            filed.changed_ids
        ));
    }
    if filed.reused_guids > 0 {
        lines.push(format!(
            "it gave {} guids to other entries; these guids count for nothing from now on",
            filed.reused_guids
        ));
    }
    if filed.frozen > 0 {
        lines.push(format!(
            "{} of its entries go back and forth between versions; they stay as they are until something new comes",
            filed.frozen
        ));
    }
    lines
}

/// Authority of our `tag:` URIs.
fn host(desk: &Desk) -> String {
    let base = ::url::Url::parse(&desk.site.base_url).ok();
    base.and_then(|url| url.host_str().map(str::to_owned)).unwrap_or_default()
}

/// What the store asks when it files.
const JUDGE: Judge<'static> = Judge { differs: &differs, same: &identity::is_same };

/// Whether two versions differ in what would be published, cleaned.
fn differs(old: &Entry, new: &Entry) -> bool {
    let cleaned = |text: &Option<Text>| text.as_ref().map(read::html::clean);
    old.title != new.title
        || old.link != new.link
        || old.enclosures != new.enclosures
        || (old.summary != new.summary && cleaned(&old.summary) != cleaned(&new.summary))
        || (old.content != new.content && cleaned(&old.content) != cleaned(&new.content))
}

fn take_articles(
    desk: &Desk,
    store: &mut Store,
    scope: &Scope,
    now: DateTime<Utc>,
    taken: &mut TakenIn,
) -> Result<(), Broken> {
    let outlets = desk.outlets();
    let mut read = articles::load(&desk.root, &desk.articles, &outlets);
    if let Some(bytes) = &scope.records {
        let rule = desk.articles.first().cloned().unwrap_or_default();
        read.extend(articles::ndjson(bytes, &rule, &outlets));
    }
    let host = host(desk);
    let mut keys = BTreeSet::new();
    let mut incoming = Vec::new();
    for article in read {
        match article {
            Ok(article) if !keys.insert(article.key.clone()) => {
                let Article { path, key, .. } = article;
                taken
                    .unreadable
                    .push(format!("{path}: another record has the id \"{key}\" already; left out"));
            }
            Ok(mut article) => {
                give_address(desk, store, &mut article)?;
                incoming.push(identity::of_article(article, &host, now));
            }
            Err(unreadable) => taken.unreadable.push(unreadable.to_string()),
        }
    }
    taken.articles = store.file(OWN, None, &incoming, now, &JUDGE)?;
    Ok(())
}

/// An article without an address gets one by its rule's pattern, once and for ever.
fn give_address(desk: &Desk, store: &mut Store, article: &mut Article) -> Result<(), Broken> {
    let Some(pattern) = &article.address_pattern else { return Ok(()) };
    if article.entry.link.is_some() {
        return Ok(());
    }
    let named = article.sections.iter().find_map(|name| sections::named(name, &desk.sections));
    let section = named.map_or(ALL, |section| section.slug.as_str());
    let address = store.address(&article.key, &|nth| articles::address(pattern, article, section, nth))?;
    article.entry.link = Some(address);
    Ok(())
}
