//! Taking in: every source that is due and every article record, filed as it came.
//!
//! Answers stream from the network threads and are read and filed here, one transaction a source;
//! no document waits for another, and memory does not grow with the number of sources.

mod adopt;
mod discover;
mod due;
mod files;
mod filing;
pub(super) mod lists;
mod look;
mod own;
pub(super) mod pages;

pub use discover::{Discovery, Found, FoundKind, discover, read_file};
pub use lists::{ListNote, join as join_lists};
pub use look::{Look, Looking};
pub use pages::{Pages, page};

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};
use tokio::sync::mpsc::Receiver;

use due::Round;
use filing::Filing;
pub(super) use own::take_articles;

use super::{Broken, Halt, Network};
use crate::config::{Desk, Source};
use crate::fetch::{self, Address, Answer, Outcome};
use crate::store::{Filed, Store};

/// Answers that wait already are kept in one transaction, so many at most.
const TOGETHER: usize = 32;

/// What a run is to take in.
#[derive(Debug, Clone, Default)]
pub struct Scope {
    /// Every source, due or not.
    pub all: bool,
    /// Only the source with this key or name.
    pub only: Option<String>,
    /// Without condition, past every cache; once a day for each source, otherwise as usual.
    pub force: bool,
    /// More article records, as NDJSON.
    pub records: Option<Vec<u8>>,
    /// Drop every feed that a followed list lacks, however many.
    pub drop_listed: bool,
    /// Withdraw our own articles whose files are gone, however many.
    pub allow_deleted: bool,
}

/// What came in.
#[derive(Debug, Default)]
pub struct TakenIn {
    /// Our own articles.
    pub articles: Filed,
    /// Records that could not be used, each with place and remedy.
    pub unreadable: Vec<String>,
    /// What of a record could not be used as it stood, and what was taken instead.
    pub repaired: Vec<String>,
    /// Of the unreadable: those that were handed to this run alone.
    pub piped: Vec<String>,
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
    /// It was not asked: the time for fetching was up, or its host had asked for quiet.
    NotReached,
    /// It was wanted, and not asked: it or its host asked to be left alone until then.
    Waiting(DateTime<Utc>),
    /// Nothing, like everybody: the trouble is with our own network.
    Offline(String),
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
    take_in_by(&mut Network::new(&desk.manners), desk, store, scope, now, halt, watch)
}

/// The same by a network that others of the run use too.
pub(super) fn take_in_by(
    network: &mut Network,
    desk: &Desk,
    store: &mut Store,
    scope: &Scope,
    now: DateTime<Utc>,
    halt: &Halt,
    watch: &dyn Fn(&SourceNote),
) -> Result<TakenIn, Broken> {
    let mut taken = TakenIn::default();
    take_articles(desk, store, scope, now, halt, &mut taken)?;
    if halt.is_told() {
        return Ok(taken);
    }
    let mut round = due::round(desk, store, scope, now)?;
    taken.not_due = round.not_due;
    for (key, until) in std::mem::take(&mut round.waiting) {
        taken.sources.extend(desk.source(&key).map(|source| source.note(Answered::Waiting(until))));
    }
    if !round.due.is_empty() {
        ask(network, desk, store, round, now, halt, watch, &mut taken)?;
    }
    // Answers come in any order; the report does not.
    let places: HashMap<&str, usize> =
        desk.sources.iter().enumerate().map(|(place, source)| (source.key.as_str(), place)).collect();
    taken.sources.sort_by_key(|note| places.get(note.key.as_str()).copied());
    Ok(taken)
}

#[expect(clippy::too_many_arguments, reason = "one call, and each is another thing")]
fn ask(
    network: &mut Network,
    desk: &Desk,
    store: &mut Store,
    mut round: Round,
    now: DateTime<Utc>,
    halt: &Halt,
    watch: &dyn Fn(&SourceNote),
    taken: &mut TakenIn,
) -> Result<(), Broken> {
    let manners = network.manners();
    let (threads, client) = network.made()?;
    let due = std::mem::take(&mut round.due);
    let mut answers = threads.block_on(async { fetch::all(due, manners, client.clone()) });
    let added = filing::added(desk, store)?;
    let mut desk_work = Filing { desk, store, round: &mut round, now, watch, taken, added };
    let mut doubtful = Doubtful::default();
    let mut together = 0;
    while let Some(answer) = threads.block_on(next(&mut answers, halt)) {
        let Some(source) = desk.source(&answer.key) else { continue };
        desk_work.store.begin_batch()?;
        for answer in doubtful.sift(source, answer) {
            desk_work.answer(&answer)?;
        }
        together += 1;
        // A run that is killed loses what is in memory. Nothing waits there for others to come.
        if answers.is_empty() || together == TOGETHER {
            desk_work.store.end_batch()?;
            together = 0;
        }
    }
    desk_work.store.begin_batch()?;
    match doubtful.verdict() {
        Verdict::Theirs(answers) => answers.iter().try_for_each(|answer| desk_work.answer(answer))?,
        Verdict::Ours(answers) => desk_work.offline(&answers)?,
    }
    Ok(desk_work.store.end_batch()?)
}

/// Failures that may be our own network's, for as long as no host has answered: if every host
/// fails, nobody is to be blamed (rules, section 4, last row).
#[derive(Default)]
struct Doubtful {
    somebody_answered: bool,
    waiting: Vec<Answer>,
    hosts: std::collections::HashSet<Option<String>>,
}

enum Verdict {
    Theirs(Vec<Answer>),
    Ours(Vec<Answer>),
}

impl Doubtful {
    /// The answers that can be believed now that this one came.
    fn sift(&mut self, source: &Source, answer: Answer) -> Vec<Answer> {
        let is_local = matches!(source.address, Address::File(_));
        let is_doubtful = match &answer.outcome {
            Outcome::Failed(receipt) => receipt.kind.may_be_ours() && answer.hops.is_empty(),
            _ => false,
        };
        match &answer.outcome {
            _ if is_local || self.somebody_answered => vec![answer],
            Outcome::NotReached { .. } => vec![answer],
            _ if is_doubtful => {
                self.hosts.insert(fetch::host(&source.address));
                self.waiting.push(answer);
                Vec::new()
            }
            _ => {
                self.somebody_answered = true;
                let mut believed = std::mem::take(&mut self.waiting);
                believed.push(answer);
                believed
            }
        }
    }

    /// One host alone proves nothing about our network.
    fn verdict(self) -> Verdict {
        match self.hosts.len() > 1 && !self.somebody_answered {
            true => Verdict::Ours(self.waiting),
            false => Verdict::Theirs(self.waiting),
        }
    }
}

/// The next answer. Once the run is told to end, nobody is asked any more; answers that are here
/// already are still given, so that nobody is asked for them again.
pub(super) async fn next(answers: &mut Receiver<Answer>, halt: &Halt) -> Option<Answer> {
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

impl Source {
    /// What became of asking it.
    pub(super) fn note(&self, answered: Answered) -> SourceNote {
        SourceNote { key: self.key.to_string(), name: self.name.clone(), answered }
    }
}

/// When an answer came, as precisely as the schedule needs it: a run may take minutes.
pub(super) fn moment(now: DateTime<Utc>, answer: &Answer) -> DateTime<Utc> {
    TimeDelta::from_std(answer.waited).ok().and_then(|waited| now.checked_add_signed(waited)).unwrap_or(now)
}
