//! Many sources at once, fair to each host (rules, section 6): so many requests overall, so many
//! to one host, a pause between two, a host that asks for quiet gets it, and one deadline.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap, VecDeque};
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::mpsc;
use tokio::task::{Id, JoinError, JoinSet};
use tokio::time::{Instant, sleep_until};

use super::answer::{Address, Answer, Due, Outcome};
use super::client::Client;
use super::get;
use super::trouble::{Kind, Receipt};
use crate::model::Manners;

/// Answers that may wait for the reader; more would be memory, fewer would be standstill.
const WAITING_ANSWERS: usize = 8;

/// Hosts whose names are many and whose server is one (rule 6.1).
const SHARED_PLATFORMS: &[&str] = &[
    "reddit.com",
    "blogspot.com",
    "substack.com",
    "medium.com",
    "youtube.com",
    "wordpress.com",
    "tumblr.com",
    "github.io",
    "feedburner.com",
];

/// Asks every source that is due, in the order given as far as fairness allows. Answers come as
/// they come, exactly one for each source; who stops listening stops the fetching.
pub fn all(due: Vec<Due>, manners: Arc<Manners>, client: Client) -> mpsc::Receiver<Answer> {
    let (answers, receiver) = mpsc::channel(WAITING_ANSWERS);
    tokio::spawn(async move { Queue::new(due, &manners, client).run(answers).await });
    receiver
}

/// A source that waits for its turn.
struct Turn {
    due: Due,
    not_before: Instant,
    /// What came the first time, where this is the second (rule 4.4).
    before: Option<Answer>,
}

/// A source that is being asked.
struct Asked {
    lane: usize,
    due: Due,
    second: bool,
}

/// The sources of one host.
struct Lane {
    waiting: VecDeque<Turn>,
    busy: usize,
    most: usize,
    gap: Duration,
    free_at: Instant,
    /// Whether it stands in the heap of those that may go.
    queued: bool,
    refusals: u32,
    /// The host wants quiet, and for how long if it said so.
    held: Option<Option<Duration>>,
}

struct Queue {
    client: Client,
    lanes: Vec<Lane>,
    /// When a lane may send its next request, and which.
    ready: BinaryHeap<Reverse<(Instant, usize)>>,
    running: JoinSet<Answer>,
    under_way: HashMap<Id, Asked>,
    in_flight: usize,
    deadline: Instant,
}

impl Queue {
    fn new(due: Vec<Due>, manners: &Manners, client: Client) -> Self {
        let now = Instant::now();
        let mut lanes: Vec<Lane> = Vec::new();
        let mut by_host: HashMap<Option<String>, usize> = HashMap::new();
        for source in due {
            let host = host_key(&source.address);
            let local = host.is_none();
            let lane = *by_host.entry(host).or_insert_with(|| {
                let (most, gap) =
                    if local { (manners.in_flight, Duration::ZERO) } else { (manners.per_host, manners.gap) };
                lanes.push(Lane::new(most.max(1), gap, now));
                lanes.len() - 1
            });
            lanes[lane].waiting.push_back(Turn { due: source, not_before: now, before: None });
        }
        let mut queue = Self {
            client,
            lanes,
            ready: BinaryHeap::new(),
            running: JoinSet::new(),
            under_way: HashMap::new(),
            in_flight: manners.in_flight.max(1),
            deadline: now + manners.deadline,
        };
        (0..queue.lanes.len()).for_each(|lane| queue.enqueue(lane));
        queue
    }

    async fn run(mut self, answers: mpsc::Sender<Answer>) {
        while !(self.running.is_empty() && self.ready.is_empty()) {
            self.start_what_may_go();
            let room = self.running.len() < self.in_flight;
            let next = self.ready.peek().map(|Reverse((at, _))| *at);
            tokio::select! {
                biased;
                () = answers.closed() => return,
                () = sleep_until(self.deadline) => break,
                Some(done) = self.running.join_next_with_id() => {
                    if let Some(answer) = self.finished(done) && answers.send(answer).await.is_err() {
                        return;
                    }
                }
                () = sleep_until(next.unwrap_or(self.deadline)), if room && next.is_some() => {}
            }
        }
        self.give_up(&answers).await;
    }

    fn start_what_may_go(&mut self) {
        let now = Instant::now();
        while self.running.len() < self.in_flight {
            let Some(&Reverse((at, lane))) = self.ready.peek() else { return };
            if at > now {
                return;
            }
            self.ready.pop();
            self.lanes[lane].queued = false;
            self.start(lane, now);
        }
    }

    fn start(&mut self, at: usize, now: Instant) {
        let lane = &mut self.lanes[at];
        if lane.held.is_some() {
            return;
        }
        let Some(Turn { due, before, .. }) = lane.waiting.pop_front() else { return };
        lane.busy += 1;
        lane.free_at = now + lane.gap;
        let (client, asked) = (self.client.clone(), due.clone());
        let task = self.running.spawn(async move { get::one(&client, &asked).await });
        self.under_way.insert(task.id(), Asked { lane: at, due, second: before.is_some() });
        self.enqueue(at);
    }

    /// Puts a lane among those that may go, if it has something to ask and a place to ask it.
    fn enqueue(&mut self, at: usize) {
        let lane = &mut self.lanes[at];
        let Some(first) = lane.waiting.front() else { return };
        if !lane.queued && lane.held.is_none() && lane.busy < lane.most {
            lane.queued = true;
            self.ready.push(Reverse((lane.free_at.max(first.not_before), at)));
        }
    }

    /// The answer to hand on; `None` where the source gets its second attempt first.
    fn finished(&mut self, done: Result<(Id, Answer), JoinError>) -> Option<Answer> {
        let id = done.as_ref().map_or_else(JoinError::id, |(id, _)| *id);
        let Asked { lane: at, due, second } = self.under_way.remove(&id)?;
        let answer = done.map(|(_, answer)| answer).unwrap_or_else(|error| {
            let outcome =
                Outcome::failed(Kind::Protocol, format!("our own mistake, please report it: {error}"));
            Answer { key: due.key.clone(), outcome, hops: Vec::new(), elapsed: Duration::ZERO }
        });
        let lane = &mut self.lanes[at];
        lane.busy -= 1;
        let mut handed_on = Some(answer);
        if let Some(Outcome::Failed(receipt)) = handed_on.as_ref().map(|answer| &answer.outcome) {
            lane.heed(receipt);
            if !second && asks_for_another(receipt) {
                let not_before = Instant::now() + self.client.patience.again;
                lane.waiting.push_back(Turn { due, not_before, before: handed_on.take() });
            }
        }
        lane.free_at = Instant::now() + lane.gap;
        self.enqueue(at);
        handed_on
    }

    /// Time is up, or all that is left belongs to hosts that want quiet.
    async fn give_up(&mut self, answers: &mpsc::Sender<Answer>) {
        self.running.abort_all();
        let not_reached = |due: Due, wait| Answer {
            key: due.key,
            outcome: Outcome::NotReached { wait },
            hops: Vec::new(),
            elapsed: Duration::ZERO,
        };
        let cut_off = self.under_way.drain().map(|(_, asked)| not_reached(asked.due, None));
        let unasked = self.lanes.iter_mut().flat_map(|lane| {
            let wait = lane.held.flatten();
            lane.waiting.drain(..).map(move |turn| turn.before.unwrap_or_else(|| not_reached(turn.due, wait)))
        });
        for answer in cut_off.chain(unasked) {
            if answers.send(answer).await.is_err() {
                return;
            }
        }
    }
}

/// Statuses that mean "not on this connection" or "not now" (rule 4.4); nothing else is retried.
fn asks_for_another(receipt: &Receipt) -> bool {
    matches!(receipt.kind, Kind::Status(408 | 421 | 425))
}

impl Lane {
    fn new(most: usize, gap: Duration, now: Instant) -> Self {
        Self {
            waiting: VecDeque::new(),
            busy: 0,
            most,
            gap,
            free_at: now,
            queued: false,
            refusals: 0,
            held: None,
        }
    }

    /// Draws the consequence of a failure for the rest of the host (rule 6.3 and section 4). One
    /// refusal may concern one feed of a platform, so it only slows the host down; a second, a
    /// challenge or a 429 concerns us.
    fn heed(&mut self, receipt: &Receipt) {
        match receipt.kind {
            Kind::Status(429) | Kind::Challenge => self.hold(receipt.retry_after),
            Kind::Status(402 | 403 | 451) => {
                self.refusals += 1;
                self.gap *= 4;
                if self.refusals > 1 {
                    self.hold(receipt.retry_after);
                }
            }
            _ => {}
        }
    }

    fn hold(&mut self, wait: Option<Duration>) {
        self.held = Some(self.held.flatten().max(wait));
    }
}

/// What counts as one host; `None` for local files.
fn host_key(address: &Address) -> Option<String> {
    let Address::Http(url) = address else { return None };
    let host = url.host_str().unwrap_or_default();
    let host = host.trim_end_matches('.').to_ascii_lowercase();
    let shared = SHARED_PLATFORMS.iter().find(|platform| {
        host.strip_suffix(**platform).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
    });
    Some(shared.map_or(host, |platform| (*platform).to_owned()))
}
