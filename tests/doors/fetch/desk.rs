//! A desk with sources on a loopback origin, a store of its own and a clock that only a test moves.

use std::ops::Deref;
use std::path::Path;

use chrono::{DateTime, TimeDelta, Utc};
use copydesk::config;
use copydesk::model::Event;
use copydesk::model::SourceState;
use copydesk::pipeline::{self, Answered, Care, Halt, Scope, TakenIn};
use copydesk::store::Store;
use url::Url;

/// A desk; the store is forgotten with it.
pub(crate) struct Desk {
    desk: config::Desk,
    pub(crate) store: Store,
    pub(crate) now: DateTime<Utc>,
}

impl Desk {
    /// A desk with one source of each name, at these addresses.
    pub(crate) fn of(sources: &[(&str, Url)]) -> Self {
        Self::with(sources, "", "")
    }

    /// The same with more keys in `[fetch]`, and for each source.
    pub(crate) fn with(sources: &[(&str, Url)], fetch: &str, each: &str) -> Self {
        let mut text = format!(
            "[site]\ntitle = \"Desk\"\nhome = \"https://desk.example/\"\nbase_url = \"https://desk.example/feeds/\"\n\
             [fetch]\nper_host = 4\ngap_seconds = 0\nallow_addresses = [\"127.0.0.0/8\"]\n{fetch}\n"
        );
        for (name, url) in sources {
            text.push_str(&format!("[[sources]]\nname = \"{name}\"\nfeed = \"{url}\"\n{each}\n"));
        }
        let desk = config::desk(&text, "copydesk.toml", ".".into()).unwrap();
        Self { desk, store: Store::in_memory().unwrap(), now: "2026-03-02T00:00:07Z".parse().unwrap() }
    }

    /// The same store under another configuration.
    pub(crate) fn reconfigure(&mut self, sources: &[(&str, Url)], each: &str) {
        let publish = self.desk.publish.clone();
        self.desk = Self::with(sources, "", each).desk;
        self.desk.publish = publish;
    }

    /// Moves the clock.
    pub(crate) fn wait(&mut self, time: TimeDelta) {
        self.now += time;
    }

    /// A run of what is due.
    pub(crate) fn run(&mut self) -> Run {
        self.run_as(&Scope::default())
    }

    /// A run as told.
    pub(crate) fn run_as(&mut self, scope: &Scope) -> Run {
        let taken =
            pipeline::take_in(&self.desk, &mut self.store, scope, self.now, &Halt::default(), &|_| {});
        let events = self.store.unsaid().unwrap();
        self.store.all_is_said().unwrap();
        Run { taken: taken.unwrap(), events }
    }

    /// Settles and publishes what came, into a folder.
    pub(crate) fn put_out(&mut self, folder: &Path) {
        self.desk.publish = folder.to_owned();
        let (now, halt) = (self.now, Halt::default());
        pipeline::settle(&self.desk, &mut self.store, now, &halt).unwrap();
        pipeline::put_out(&self.desk, &mut self.store, &Care::default(), now, &halt).unwrap();
    }

    /// Moves the clock to the time at which the source is due, and runs.
    pub(crate) fn run_when_due(&mut self, key: &str) -> Run {
        let state = self.state(key);
        self.now =
            self.now.max(state.next_visit.max(state.life.not_before).max(state.life.held_until).unwrap());
        self.run()
    }

    /// What is remembered of a source.
    pub(crate) fn state(&self, key: &str) -> SourceState {
        self.store.source(key).unwrap().unwrap()
    }

    /// How long from now until the source is asked again.
    pub(crate) fn next(&self, key: &str) -> TimeDelta {
        self.state(key).next_visit.unwrap() - self.now
    }
}

/// What came in, and what operators are told of it.
pub(crate) struct Run {
    pub(crate) taken: TakenIn,
    pub(crate) events: Vec<Event>,
}

impl Deref for Run {
    type Target = TakenIn;

    fn deref(&self) -> &TakenIn {
        &self.taken
    }
}

/// The words of a run's events: `failing`, `-failing` where it is over.
pub(crate) fn events(run: &Run) -> Vec<String> {
    let word = |event: &Event| format!("{}{}", if event.over { "-" } else { "" }, event.condition.word());
    run.events.iter().map(word).collect()
}

/// What the run says a source answered, in a word.
pub(crate) fn answer(taken: &TakenIn, key: &str) -> &'static str {
    match taken.sources.iter().find(|note| note.key == key).map(|note| &note.answered) {
        Some(Answered::Feed { .. }) => "feed",
        Some(Answered::NotModified) => "not modified",
        Some(Answered::Failed(_)) => "failed",
        Some(Answered::NotReached) => "not reached",
        Some(Answered::Waiting(_)) => "waiting",
        Some(Answered::Offline(_)) => "offline",
        None => "not due",
    }
}

/// A feed with an item for each of these words.
pub(crate) fn feed(words: &[&str]) -> Vec<u8> {
    let item = |(n, word): (usize, &&str)| {
        format!(
            "<item><title>{word} is a piece of news of some length, told by {word}</title>\
             <link>https://paper.example/{word}</link><guid>https://paper.example/{word}</guid>\
             <pubDate>Sun, 01 Mar 2026 {:02}:00:00 GMT</pubDate></item>",
            n % 24
        )
    };
    let items: String = words.iter().enumerate().map(item).collect();
    format!(
        "<rss version=\"2.0\"><channel><title>Paper</title><link>https://paper.example/</link>\
         <description>News</description>{items}</channel></rss>"
    )
    .into_bytes()
}
