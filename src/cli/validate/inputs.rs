//! The feeds that `validate` is given: files, standard input, addresses.
//!
//! Addresses go through the guarded client of `fetch`, all at once as far as its manners allow.
//! Each is judged as it comes and its document dropped, so that memory does not grow with their
//! number; what is to be said of it waits for its turn.

use std::collections::HashMap;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;

use tokio::sync::mpsc::Receiver;
use url::Url;

use super::super::descriptors::{self, NEEDED};
use super::super::{Common, Stop};
use super::Told;
use crate::config;
use crate::fetch::{self, Address, Answer, Due, Outcome};
use crate::model::Manners;
use crate::text::url::without_login;
use crate::validate::{LARGEST, Served};

/// A document, and what its server said.
pub(super) struct Loaded {
    pub(super) bytes: Vec<u8>,
    content_type: Option<String>,
    /// Where it was asked for and where it was found.
    addresses: Vec<String>,
}

impl Loaded {
    /// What its server said; nothing for a file.
    pub(super) fn served(&self) -> Served<'_> {
        Served { content_type: self.content_type.as_deref(), addresses: &self.addresses }
    }
}

/// The feeds in their order.
pub(super) struct Inputs<'a, J> {
    names: &'a [String],
    judge: J,
    answers: Option<Answers>,
    waiting: HashMap<usize, Told>,
}

/// Answers on their way.
struct Answers {
    receiver: Receiver<Answer>,
    /// Kept until the last answer is here.
    threads: Option<tokio::runtime::Runtime>,
}

impl Drop for Answers {
    fn drop(&mut self) {
        // A name that does not resolve may hang in the system; nobody waits for it.
        if let Some(threads) = self.threads.take() {
            threads.shutdown_background();
        }
    }
}

impl<'a, J: Fn(&str, Result<Loaded, String>) -> io::Result<Told>> Inputs<'a, J> {
    /// Begins to fetch what is an address; `judge` says what there is to say of each feed.
    pub(super) fn open(names: &'a [String], common: &Common, judge: J) -> Result<Self, Stop> {
        let mut due = Vec::new();
        let mut waiting = HashMap::new();
        for (index, name) in names.iter().enumerate().filter(|(_, name)| is_address(name)) {
            match Url::parse(name) {
                Ok(url) => due.push(Due::new(index.to_string(), Address::Http(url))),
                Err(error) => {
                    waiting.insert(index, judge(&label(name), Err(format!("is no address: {error}")))?);
                }
            }
        }
        let answers = if due.is_empty() { None } else { Some(ask(due, common)?) };
        Ok(Self { names, judge, answers, waiting })
    }

    /// What is to be said of a feed; ask in order, and once for each.
    pub(super) fn told(&mut self, index: usize) -> Result<Told, Stop> {
        if !is_address(&self.names[index]) {
            return Ok((self.judge)(&self.names[index], read(&self.names[index]))?);
        }
        loop {
            if let Some(told) = self.waiting.remove(&index) {
                return Ok(told);
            }
            let Some(answer) = self.answers.as_mut().and_then(|answers| answers.receiver.blocking_recv())
            else {
                return Ok((self.judge)(&label(&self.names[index]), Err("was not fetched".to_owned()))?);
            };
            let Some(come) = answer.key.parse().ok().filter(|come: &usize| *come < self.names.len()) else {
                continue;
            };
            let name = label(&self.names[come]);
            let told = (self.judge)(&name, loaded(&name, answer.outcome))?;
            self.waiting.insert(come, told);
        }
    }
}

/// What a feed is called: an address without the login that is only for its server.
fn label(name: &str) -> String {
    if is_address(name) { without_login(name) } else { name.to_owned() }
}

fn is_address(name: &str) -> bool {
    let scheme = name.split_once("://").map_or("", |(scheme, _)| scheme);
    scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https")
}

fn ask(due: Vec<Due>, common: &Common) -> Result<Answers, Stop> {
    let manners = manners(&common.config)?;
    let client = fetch::client(&manners).map_err(Stop::failed)?;
    descriptors::need(NEEDED).map_err(Stop::failed)?;
    let threads = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .map_err(|error| Stop::failed(format!("cannot start the threads that fetch: {error}")))?;
    let receiver = threads.block_on(async { fetch::all(due, Arc::new(manners), client) });
    Ok(Answers { receiver, threads: Some(threads) })
}

/// Those of the configuration; without one, such as suit a person who waits.
fn manners(config: &Path) -> Result<Manners, Stop> {
    if config != Path::new("copydesk.toml") || config.exists() {
        return Ok(config::load(config).map_err(Stop::unusable)?.manners);
    }
    Ok(Manners {
        user_agent: format!("copydesk/{} (validate)", env!("CARGO_PKG_VERSION")),
        in_flight: 8,
        max_wire_bytes: LARGEST as u64 + 1,
        max_body_bytes: LARGEST as u64 + 1,
        ..Manners::default()
    })
}

fn loaded(name: &str, outcome: Outcome) -> Result<Loaded, String> {
    match outcome {
        Outcome::Document(document) => Ok(Loaded {
            bytes: document.bytes,
            content_type: document.content_type,
            addresses: vec![name.to_owned(), document.url],
        }),
        Outcome::Failed(receipt) => Err(format!("cannot be fetched: {}", receipt.message)),
        Outcome::NotModified { .. } => Err("answered \"not modified\" to a plain request".to_owned()),
        Outcome::NotReached { .. } => Err("was not asked: its host wants to be left alone, or [fetch] \
            deadline_seconds was up; try again later"
            .to_owned()),
    }
}

/// The bytes of a file or of standard input, as far as they are looked at.
fn read(name: &str) -> Result<Loaded, String> {
    let mut bytes = Vec::new();
    let most = LARGEST as u64 + 1;
    let read = match name {
        "-" => io::stdin().lock().take(most).read_to_end(&mut bytes),
        path => File::open(path).and_then(|file| file.take(most).read_to_end(&mut bytes)),
    };
    match read {
        Ok(_) => Ok(Loaded { bytes, content_type: None, addresses: Vec::new() }),
        Err(error) if name == "-" => Err(format!("cannot read standard input: {error}")),
        Err(error) => Err(format!("cannot be read: {error}")),
    }
}
