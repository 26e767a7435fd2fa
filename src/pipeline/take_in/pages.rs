//! Full text for sources that cut theirs: the page of each new entry, asked once.
//!
//! Pages are asked as feeds are, through the same fence, with the same pauses and caps, within the same
//! deadline, and as the site's robots.txt (RFC 9309) allows. What a page gives lies beside what the feed
//! has; what gives nothing leaves that as it is and is told once.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::{DateTime, TimeDelta, Utc};
use tokio::runtime::Runtime;
use url::Url;

use crate::articles;
use crate::config::{Desk, Source};
use crate::fetch::{self, Address, Answer, Client, Document, Due, Kind, Outcome, Robots};
use crate::model::{Complaint, Condition, Manners, Outlet, Page, Rights, Switches, Text};
use crate::pipeline::{Broken, Halt, Network, complaints};
use crate::sources::soft;
use crate::store::{Asked, Quiet, Store, Wanted};
use crate::text::words;

/// How long a site's rules are kept (RFC 9309 2.4 asks for a day at most).
const RULES_COUNT: TimeDelta = TimeDelta::hours(24);
/// How long a site is left alone whose rules nobody could read.
const UNREAD_COUNTS: TimeDelta = TimeDelta::hours(1);
/// How long a host is left alone that says 429 and not for how long.
const QUIET: TimeDelta = TimeDelta::hours(1);
/// Bytes of a robots.txt on the wire.
const MOST_RULES: u64 = 1 << 20;
/// Pages of one transaction.
const TOGETHER: usize = 16;
/// Of the words of an entry's headline and summary a page has at least one in so many, or it is another page.
const ONE_WORD_IN: usize = 3;

/// What came of asking pages.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pages {
    /// Pages that were asked.
    pub asked: usize,
    /// Of them: those that gave a text.
    pub read: usize,
    /// Pages that the next runs will ask.
    pub waiting: u64,
    /// Why others gave none: source, address and reason, for a person.
    pub failed: Vec<String>,
}

/// What a page did not give, and why.
enum Nothing {
    /// It is asked again in the next run.
    Later,
    /// It is not asked again.
    Never(String),
}

/// Asks the pages that are wanted, as many as a run may. `began` is when the run's fetching did.
pub(in crate::pipeline) fn ask(
    network: &mut Network,
    desk: &Desk,
    store: &mut Store,
    began: Instant,
    now: DateTime<Utc>,
    halt: &Halt,
) -> Result<Pages, Broken> {
    let mut pages = Pages::default();
    let wanted = wanted(desk, store, now)?;
    if !wanted.is_empty() {
        let manners = network.manners();
        let (threads, client) = network.made()?;
        let mut asking =
            Asking { desk, store, manners, client, threads, began, now, halt, pages: &mut pages };
        asking.rules(&wanted)?;
        let failures = asking.pages(&wanted)?;
        pages.failed = failures.values().flatten().cloned().collect();
        tell(desk, store, &wanted, &failures, now)?;
    }
    pages.waiting = store.waiting_pages()?;
    Ok(pages)
}

/// What may be asked in this run: of sources that want it, on hosts that want no quiet.
fn wanted(desk: &Desk, store: &mut Store, now: DateTime<Utc>) -> Result<Vec<(Wanted, Url)>, Broken> {
    let quiet = store.quiet_hosts()?;
    let is_quiet = |url: &Url| {
        fetch::host(&Address::Http(url.clone()))
            .and_then(|host| quiet.get(&host))
            .is_some_and(|quiet| quiet.until > now)
    };
    let asks = |source: &Source| source.full_text && !source.paused && source.rights == Rights::Full;
    let mut all = Vec::new();
    for one in store.wanted_pages(now)? {
        if all.len() >= desk.pages_per_run {
            break;
        }
        if !desk.sources.iter().any(|source| *source.key == *one.source && asks(source)) {
            continue;
        }
        match Url::parse(&one.address)
            .ok()
            .filter(|url| matches!(url.scheme(), "http" | "https") && url.has_host())
        {
            Some(url) if !is_quiet(&url) => all.push((one, url)),
            Some(_) => {}
            None => store.keep_page(one.row, None, now)?,
        }
    }
    Ok(all)
}

/// A run's asking.
struct Asking<'a> {
    desk: &'a Desk,
    store: &'a mut Store,
    manners: Arc<Manners>,
    client: &'a Client,
    threads: &'a Runtime,
    began: Instant,
    now: DateTime<Utc>,
    halt: &'a Halt,
    pages: &'a mut Pages,
}

impl Asking<'_> {
    /// Reads the robots.txt of every site that is not known.
    fn rules(&mut self, wanted: &[(Wanted, Url)]) -> Result<(), Broken> {
        self.store.forget_robots(self.now)?;
        let known = self.store.rules_of_robots(self.now)?;
        let mut due: BTreeMap<String, Due> = BTreeMap::new();
        for (one, url) in wanted {
            let origin = origin(url);
            if let (false, Ok(address)) = (known.contains_key(&origin), url.join("/robots.txt")) {
                let switches =
                    Switches { max_wire_bytes: Some(MOST_RULES), ..self.switches(&one.source, url) };
                due.entry(origin.clone()).or_insert_with(|| page_due(origin, address, switches));
            }
        }
        for answer in self.answers(due.into_values().collect()) {
            if let Some(asked) = asked(&answer, self.now) {
                self.store.keep_robots(&answer.key, &asked)?;
            }
            self.note_host(&answer.key, &answer)?;
        }
        Ok(())
    }

    /// Asks the pages that the rules allow; what gave nothing, by source.
    fn pages(&mut self, wanted: &[(Wanted, Url)]) -> Result<BTreeMap<String, Vec<String>>, Broken> {
        let known = self.store.rules_of_robots(self.now)?;
        let rules: HashMap<&str, Robots> = known
            .iter()
            .filter_map(|(origin, asked)| {
                Some((origin.as_str(), Robots::read(asked.rules.as_ref()?.as_bytes())))
            })
            .collect();
        let mut failures: BTreeMap<String, Vec<String>> = BTreeMap::new();
        let mut due = Vec::new();
        let by_row: HashMap<String, &(Wanted, Url)> =
            wanted.iter().map(|one| (one.0.row.to_string(), one)).collect();
        for (one, url) in wanted {
            // A site whose rules nobody could read waits.
            let Some(robots) = rules.get(origin(url).as_str()) else { continue };
            if robots.allows(url) {
                let mut switches = self.switches(&one.source, url);
                let delay = robots.delay.map(Duration::from_secs_f64);
                switches.gap = switches.gap.max(delay);
                due.push(page_due(one.row.to_string(), url.clone(), switches));
            } else {
                self.store.keep_page(one.row, None, self.now)?;
                let why = format!("{url}: its robots.txt asks us not to");
                failures.entry(one.source.clone()).or_default().push(why);
            }
        }
        let outlets = self.desk.outlets();
        let mut together = 0;
        for answer in self.answers(due) {
            let Some((one, url)) = by_row.get(&answer.key) else { continue };
            if together == 0 {
                self.store.begin_batch()?;
            }
            match self.read(one, url, &answer, &rules, &outlets)? {
                Ok(page) => {
                    self.store.keep_page(one.row, Some(&page), self.now)?;
                    self.pages.read += 1;
                }
                Err(Nothing::Later) => {}
                Err(Nothing::Never(why)) => {
                    self.store.keep_page(one.row, None, self.now)?;
                    failures.entry(one.source.clone()).or_default().push(format!("{url}: {why}"));
                }
            }
            self.note_host(&origin(url), &answer)?;
            together = (together + 1) % TOGETHER;
            if together == 0 {
                self.store.end_batch()?;
            }
        }
        self.store.end_batch()?;
        Ok(failures)
    }

    /// What an answer gives, or why it gives nothing.
    fn read(
        &mut self,
        one: &Wanted,
        url: &Url,
        answer: &Answer,
        rules: &HashMap<&str, Robots>,
        outlets: &[Outlet],
    ) -> Result<Result<Page, Nothing>, Broken> {
        let document = match &answer.outcome {
            Outcome::Document(document) => document,
            Outcome::NotReached { .. } | Outcome::NotModified { .. } => return Ok(Err(Nothing::Later)),
            Outcome::Failed(receipt) => {
                self.pages.asked += 1;
                return Ok(Err(match receipt.kind {
                    Kind::Status(429 | 503) | Kind::Busy => Nothing::Later,
                    _ => Nothing::Never(receipt.message.clone()),
                }));
            }
        };
        self.pages.asked += 1;
        let Ok(end) = Url::parse(&document.url) else {
            return Ok(Err(Nothing::Never("it led to no address".into())));
        };
        // Another site has rules of its own, which are read first.
        if origin(&end) != origin(url)
            && !rules.get(origin(&end).as_str()).is_some_and(|robots| robots.allows(&end))
        {
            if one.led {
                return Ok(Err(Nothing::Never(format!("it leads to {end}, and on"))));
            }
            self.store.page_is_at(one.row, end.as_str())?;
            return Ok(Err(Nothing::Later));
        }
        let Some(entry) = self.store.entry(one.row)? else {
            return Ok(Err(Nothing::Never("its entry is gone".into())));
        };
        let had = [&entry.entry.summary, &entry.entry.content]
            .into_iter()
            .flatten()
            .map(Text::without_markup)
            .max_by_key(String::len)
            .unwrap_or_default();
        let title = entry.entry.title.as_ref().map(Text::without_markup).unwrap_or_default();
        Ok(text(document, outlets).and_then(|page| fitting(page, &title, &had)).map_err(Nothing::Never))
    }

    /// The answers to requests, as they come, within what is left of the deadline.
    fn answers(&self, due: Vec<Due>) -> impl Iterator<Item = Answer> + use<> {
        let left = self.manners.deadline.saturating_sub(self.began.elapsed());
        let manners = Arc::new(Manners { deadline: left, ..(*self.manners).clone() });
        let (client, halt) = (self.client.clone(), self.halt.clone());
        let handle = self.threads.handle().clone();
        let mut answers = match due.is_empty() || halt.is_told() {
            true => None,
            false => Some(handle.block_on(async { fetch::all(due, manners, client) })),
        };
        std::iter::from_fn(move || handle.block_on(super::next(answers.as_mut()?, &halt)))
    }

    /// How a page of a source is asked. Secrets are for the site they were given for.
    fn switches(&self, source: &str, url: &Url) -> Switches {
        let Some(source) = self.desk.source(source) else { return Switches::default() };
        let same = matches!(&source.address, Address::Http(feed) if feed.origin() == url.origin());
        let switches = Switches { max_wire_bytes: None, eager: false, ..source.switches.clone() };
        match same {
            true => switches,
            false => Switches { login: None, token: None, cookie: None, insecure: false, ..switches },
        }
    }

    /// A host that wants quiet gets it from feeds and pages alike.
    fn note_host(&mut self, origin: &str, answer: &Answer) -> Result<(), Broken> {
        let Outcome::Failed(receipt) = &answer.outcome else { return Ok(()) };
        let host = Url::parse(origin).ok().and_then(|url| fetch::host(&Address::Http(url)));
        if let (Kind::Status(429), Some(host)) = (receipt.kind, host) {
            let told = receipt.retry_after.and_then(|wait| TimeDelta::from_std(wait).ok());
            let until = self.now.checked_add_signed(told.unwrap_or_default().max(QUIET)).unwrap_or(self.now);
            self.store.note_host(&host, Some(Quiet { refusals: 1, until }))?;
        }
        Ok(())
    }
}

/// What an answer says of a site's rules; nothing if it was not asked.
fn asked(answer: &Answer, now: DateTime<Utc>) -> Option<Asked> {
    let kept = |robots: &Robots| Asked { rules: Some(robots.kept()), until: now + RULES_COUNT };
    match &answer.outcome {
        Outcome::Document(document) => Some(kept(&Robots::read(&document.bytes))),
        // Who has no such file asks for nothing (RFC 9309 2.3.1.3).
        Outcome::Failed(receipt) if matches!(receipt.kind, Kind::Status(400..=428 | 430..=499)) => {
            Some(kept(&Robots::default()))
        }
        Outcome::Failed(_) => Some(Asked { rules: None, until: now + UNREAD_COUNTS }),
        Outcome::NotModified { .. } | Outcome::NotReached { .. } => None,
    }
}

/// The text of a page as our own records' pages are read.
fn text(document: &Document, outlets: &[Outlet]) -> Result<Page, String> {
    if let Some(gate) = soft::gate(&document.bytes) {
        return Err(gate);
    }
    let hints =
        crate::model::Hints { base_url: Some(&document.url), content_type: document.content_type.as_deref() };
    let mut article = articles::web_page(&document.bytes, &hints, outlets)?;
    articles::resolve(&mut article, &document.url);
    let credits = std::mem::take(&mut article.credits);
    let content = article.entry.detail.take().content;
    content.map(|text| Page { text, credits }).ok_or_else(|| "a page without an article".to_owned())
}

/// The page, if it is the entry's and says more than the feed does.
fn fitting(page: Page, title: &str, had: &str) -> Result<Page, String> {
    let whole = page.text.without_markup();
    if whole.chars().count() <= had.chars().count() {
        return Err("it has no more text than the feed".to_owned());
    }
    let known = significant(&whole);
    let wanted = significant(&format!("{title} {had}"));
    let found = wanted.iter().filter(|word| known.binary_search(word).is_ok()).count();
    if wanted.len() >= ONE_WORD_IN && found * ONE_WORD_IN < wanted.len() {
        return Err("it tells something else than its entry (a login, a notice, a front page?)".to_owned());
    }
    Ok(page)
}

/// The longer words of a text, each once, in order.
fn significant(text: &str) -> Vec<u32> {
    let all = text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 3);
    let mut all: Vec<u32> = all.map(|word| words::hash(&word.to_lowercase())).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// Tells once, a source, that its pages give nothing; and that they do again.
fn tell(
    desk: &Desk,
    store: &mut Store,
    wanted: &[(Wanted, Url)],
    failures: &BTreeMap<String, Vec<String>>,
    now: DateTime<Utc>,
) -> Result<(), Broken> {
    let name = |key: &str| desk.source(key).map_or_else(|| key.to_owned(), |source| source.name.clone());
    let asked: Vec<String> = wanted.iter().map(|(one, _)| name(&one.source)).collect();
    let mut standing: Vec<Complaint> = store
        .complaints(Condition::NoPages)?
        .into_iter()
        .filter(|one| !asked.contains(&one.subject))
        .collect();
    for (source, whys) in failures {
        let subject = name(source);
        let first = whys.first().map(String::as_str).unwrap_or_default();
        let more = match whys.len() {
            0 | 1 => String::new(),
            count => format!(" (and {} more)", count - 1),
        };
        let message = format!(
            "{subject}: no full text from {first}{more}; what the feed has is shown; if it stays so, take full_text from this source"
        );
        standing.push(Complaint { subject, message, since: now });
    }
    complaints::judge(store, Condition::NoPages, &standing, now)?;
    Ok(())
}

/// One page, asked by a person: as a run would ask it, robots.txt included.
pub fn page(url: &Url, manners: &Manners) -> Result<Result<Document, String>, Broken> {
    let mut network = Network::new(manners);
    let (threads, client) = network.made()?;
    let one = |url: Url| {
        let due = page_due(String::new(), url, Switches::default());
        threads.block_on(fetch::in_turn(client, &due))
    };
    let rules = url.join("/robots.txt").ok().map(&one);
    let rules = rules.and_then(|answer| asked(&answer, DateTime::UNIX_EPOCH));
    let robots = rules.and_then(|asked| asked.rules).map(|rules| Robots::read(rules.as_bytes()));
    Ok(match robots {
        None => Err("the robots.txt of its site cannot be read, so nothing is asked there".to_owned()),
        Some(robots) if !robots.allows(url) => Err("the robots.txt of its site asks us not to".to_owned()),
        Some(_) => match one(url.clone()).outcome {
            Outcome::Document(document) => Ok(document),
            Outcome::Failed(receipt) => Err(receipt.message),
            Outcome::NotModified { .. } | Outcome::NotReached { .. } => Err("it gave nothing".to_owned()),
        },
    })
}

fn page_due(key: String, url: Url, switches: Switches) -> Due {
    Due { switches: Arc::new(switches), page: true, ..Due::new(key, Address::Http(url)) }
}

/// Scheme, host and port: what one robots.txt is for.
fn origin(url: &Url) -> String {
    url.origin().ascii_serialization()
}

#[cfg(test)]
mod tests {
    use super::fitting;
    use crate::model::{Page, Text};

    fn fits(page: &str, title: &str, had: &str) -> bool {
        fitting(Page { text: Text::html(page), credits: Vec::new() }, title, had).is_ok()
    }

    #[test]
    fn a_page_that_says_less_or_something_else_is_not_taken() {
        let title = "Ferry to Stone Island runs on";
        let had = "The ferry to Stone Island will keep running through the winter.";
        assert!(fits(
            &format!("<p>{had}</p><p>The county said so on Sunday, after four hundred had signed.</p>"),
            title,
            had
        ));
        assert!(!fits("<p>The ferry runs.</p>", title, had));
        assert!(!fits(
            "<p>We value your privacy. Please accept our cookies and those of our 843 partners to go on reading.</p>",
            title,
            had
        ));
    }
}
