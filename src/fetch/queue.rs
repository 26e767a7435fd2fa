//! Many sources at once, fair to each host (rules, section 6): so many requests overall, so many
//! to one host and to one address, a pause between two, a host that asks for quiet gets it, and
//! one deadline.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap, VecDeque};
use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::mpsc;
use tokio::task::{Id, JoinError, JoinSet};
use tokio::time::{Instant, sleep_until};

use super::answer::{Address, Answer, Due, Outcome};
use super::client::Client;
use super::get;
use super::host::host;
use super::receipt::{Kind, Receipt};
use crate::model::Manners;

/// Answers that may wait for the reader; more would be memory, fewer would be standstill.
const WAITING_ANSWERS: usize = 8;

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
    waited: Duration,
}

/// Where the server of a lane stands: many names may be one small machine (rule 6.1).
#[derive(Clone)]
enum Door {
    /// This name has not been looked up yet.
    Unknown(String),
    /// It is being looked up.
    Sought,
    /// At this address, if it has one.
    Known(Option<IpAddr>),
}

/// What stands at one address.
#[derive(Default)]
struct Machine {
    busy: usize,
    /// Lanes that wait for a place.
    waiting: VecDeque<usize>,
}

/// The sources of one host.
struct Lane {
    /// Which, unless they are files.
    host: Option<String>,
    waiting: VecDeque<Turn>,
    busy: usize,
    most: usize,
    gap: Duration,
    free_at: Instant,
    door: Door,
    /// Whether it stands in the heap of those that may go, or waits before a door.
    queued: bool,
    refusals: u32,
    /// Answers that said the server is overloaded.
    overloads: u32,
    /// The host wants quiet, and for how long if it said so.
    held: Option<Option<Duration>>,
    /// Its connections, from the first request to the last.
    client: Option<Client>,
}

struct Queue {
    client: Client,
    lanes: Vec<Lane>,
    /// When a lane may send its next request, and which.
    ready: BinaryHeap<Reverse<(Instant, usize)>>,
    running: JoinSet<Answer>,
    under_way: HashMap<Id, Asked>,
    seeking: JoinSet<(usize, Option<IpAddr>)>,
    machines: HashMap<IpAddr, Machine>,
    in_flight: usize,
    began: Instant,
    deadline: Instant,
}

impl Queue {
    fn new(due: Vec<Due>, manners: &Manners, client: Client) -> Self {
        let now = Instant::now();
        let mut lanes: Vec<Lane> = Vec::new();
        let mut by_host: HashMap<Option<String>, usize> = HashMap::new();
        for source in due {
            let host = host(&source.address);
            let local = host.is_none();
            let lane = *by_host.entry(host.clone()).or_insert_with(|| {
                let (most, gap) =
                    if local { (manners.in_flight, Duration::ZERO) } else { (manners.per_host, manners.gap) };
                let free_at = host.as_deref().and_then(|host| client.pauses.over_at(host)).unwrap_or(now);
                lanes.push(Lane { host, ..Lane::new(most.max(1), gap, free_at, door(&source.address)) });
                lanes.len() - 1
            });
            lanes[lane].gap = lanes[lane].gap.max(source.switches.gap.unwrap_or_default());
            lanes[lane].waiting.push_back(Turn { due: source, not_before: now, before: None });
        }
        let mut queue = Self {
            client,
            lanes,
            ready: BinaryHeap::new(),
            running: JoinSet::new(),
            under_way: HashMap::new(),
            seeking: JoinSet::new(),
            machines: HashMap::new(),
            began: now,
            in_flight: manners.in_flight.max(1),
            deadline: now + manners.deadline,
        };
        (0..queue.lanes.len()).for_each(|lane| queue.enqueue(lane));
        queue
    }

    async fn run(mut self, answers: mpsc::Sender<Answer>) {
        while !(self.running.is_empty() && self.ready.is_empty() && self.seeking.is_empty()) {
            self.start_what_may_go();
            let room = self.has_room();
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
                Some(found) = self.seeking.join_next() => self.found(found),
                () = sleep_until(next.unwrap_or(self.deadline)), if room && next.is_some() => {}
            }
        }
        self.give_up(&answers).await;
    }

    fn start_what_may_go(&mut self) {
        let now = Instant::now();
        while self.has_room() {
            let Some(&Reverse((at, lane))) = self.ready.peek() else { return };
            if at > now {
                return;
            }
            self.ready.pop();
            self.lanes[lane].queued = false;
            self.start(lane, now);
        }
    }

    fn has_room(&self) -> bool {
        self.running.len() + self.seeking.len() < self.in_flight
    }

    fn start(&mut self, at: usize, now: Instant) {
        let lane = &mut self.lanes[at];
        if lane.held.is_some() || lane.waiting.is_empty() {
            return;
        }
        match lane.door.clone() {
            Door::Sought => return,
            Door::Unknown(name) => {
                lane.door = Door::Sought;
                let resolver = self.client.resolver.clone();
                // Of several addresses the smallest stands for the machine: their order changes.
                let seek = async move {
                    (at, resolver.addresses(&name).await.ok().and_then(|all| all.into_iter().min()))
                };
                self.seeking.spawn(seek);
                return;
            }
            Door::Known(Some(ip)) => {
                let machine = self.machines.entry(ip).or_default();
                if machine.busy >= lane.most {
                    lane.queued = true;
                    machine.waiting.push_back(at);
                    return;
                }
                machine.busy += 1;
            }
            Door::Known(None) => {}
        }
        let Some(Turn { due, before, .. }) = lane.waiting.pop_front() else { return };
        lane.busy += 1;
        lane.free_at = now + lane.gap;
        let client = lane.client.get_or_insert_with(|| self.client.apart()).clone();
        let asked = due.clone();
        let task = self.running.spawn(async move { get::one(&client, &asked).await });
        let asked = Asked { lane: at, due, second: before.is_some(), waited: now - self.began };
        self.under_way.insert(task.id(), asked);
        self.enqueue(at);
    }

    /// A lane knows where its server is, and may go.
    fn found(&mut self, found: Result<(usize, Option<IpAddr>), JoinError>) {
        let Ok((at, address)) = found else { return };
        self.lanes[at].door = Door::Known(address);
        self.enqueue(at);
    }

    /// A request to a machine is over: who waits before its door is next.
    fn leave(&mut self, at: usize) {
        let Door::Known(Some(ip)) = self.lanes[at].door else { return };
        let Some(machine) = self.machines.get_mut(&ip) else { return };
        machine.busy -= 1;
        let mut waiting = std::mem::take(&mut machine.waiting);
        while let Some(next) = waiting.pop_front() {
            self.lanes[next].queued = false;
            self.enqueue(next);
            if self.lanes[next].queued {
                break;
            }
        }
        self.machines.entry(ip).or_default().waiting = waiting;
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
        let Asked { lane: at, due, second, waited } = self.under_way.remove(&id)?;
        let mut answer = done.map(|(_, answer)| answer).unwrap_or_else(|error| {
            let outcome =
                Outcome::failed(Kind::Protocol, format!("our own mistake, please report it: {error}"));
            unasked(due.key.clone(), outcome)
        });
        answer.waited = waited;
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
        if let Some(host) = &lane.host {
            self.client.pauses.leave(host, lane.free_at);
        }
        if lane.busy == 0 && (lane.waiting.is_empty() || lane.held.is_some()) {
            lane.client = None;
        }
        self.leave(at);
        self.enqueue(at);
        handed_on
    }

    /// Time is up, or all that is left belongs to hosts that want quiet.
    async fn give_up(&mut self, answers: &mpsc::Sender<Answer>) {
        self.running.abort_all();
        let not_reached = |due: Due, wait| unasked(due.key, Outcome::NotReached { wait });
        let cut_off = self.under_way.drain().map(|(_, asked)| not_reached(asked.due, None));
        let waiting = self.lanes.iter_mut().flat_map(|lane| {
            let wait = lane.held.flatten();
            lane.waiting.drain(..).map(move |turn| turn.before.unwrap_or_else(|| not_reached(turn.due, wait)))
        });
        for answer in cut_off.chain(waiting) {
            if answers.send(answer).await.is_err() {
                return;
            }
        }
    }
}

fn unasked(key: String, outcome: Outcome) -> Answer {
    Answer { key, outcome, hops: Vec::new(), forced: false, waited: Duration::ZERO, elapsed: Duration::ZERO }
}

/// Statuses that mean "not on this connection" or "not now" (rule 4.4); nothing else is retried.
fn asks_for_another(receipt: &Receipt) -> bool {
    matches!(receipt.kind, Kind::Status(408 | 421 | 425))
}

impl Lane {
    fn new(most: usize, gap: Duration, free_at: Instant, door: Door) -> Self {
        Self {
            host: None,
            waiting: VecDeque::new(),
            busy: 0,
            most,
            gap,
            free_at,
            door,
            queued: false,
            refusals: 0,
            overloads: 0,
            held: None,
            client: None,
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
            // One feed may be out of order; two mean the server.
            Kind::Status(503) => {
                self.overloads += 1;
                if self.overloads > 1 {
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

fn door(address: &Address) -> Door {
    let Address::Http(url) = address else { return Door::Known(None) };
    match url.host() {
        Some(url::Host::Domain(name)) => Door::Unknown(name.to_owned()),
        Some(url::Host::Ipv4(ip)) => Door::Known(Some(ip.into())),
        Some(url::Host::Ipv6(ip)) => Door::Known(Some(ip.into())),
        None => Door::Known(None),
    }
}
