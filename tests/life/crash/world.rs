//! A world to crash in: a loopback origin whose feeds grow by the round, and desks that read it.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use tempfile::TempDir;

use crate::random::Random;

/// Upstream feeds of a desk.
pub(crate) const SOURCES: usize = 15;
/// Rounds that are still in a feed.
const KEPT: u64 = 2;
/// The clock of round 0; a round is three days, so that every source is due in each.
const EPOCH: u64 = 1_472_000_000;
const ROUND: u64 = 3 * 86_400;

/// The origin: feed `n` of the current round at `/n.xml`.
pub(crate) struct Origin {
    pub(crate) address: SocketAddr,
    round: Arc<AtomicU64>,
    /// Milliseconds before an answer.
    pub(crate) pause: Arc<AtomicU64>,
    /// Paths that were asked for and answered.
    asked: Arc<Mutex<Vec<String>>>,
}

impl Origin {
    pub(crate) fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let origin = Self {
            address: listener.local_addr().unwrap(),
            round: Arc::default(),
            pause: Arc::new(AtomicU64::new(5)),
            asked: Arc::default(),
        };
        let (round, pause) = (Arc::clone(&origin.round), Arc::clone(&origin.pause));
        let asked = Arc::clone(&origin.asked);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (round, pause) = (round.load(Ordering::SeqCst), pause.load(Ordering::SeqCst));
                let asked = Arc::clone(&asked);
                thread::spawn(move || answer(stream, round, Duration::from_millis(pause), &asked));
            }
        });
        origin
    }

    pub(crate) fn turn_to(&self, round: u64) {
        self.round.store(round, Ordering::SeqCst);
    }

    /// The paths asked for since the last call.
    pub(crate) fn asked(&self) -> Vec<String> {
        std::mem::take(&mut self.asked.lock().unwrap())
    }
}

/// Who is killed hangs up; that is no matter here.
fn answer(stream: TcpStream, round: u64, pause: Duration, asked: &Mutex<Vec<String>>) -> Option<()> {
    let mut lines = BufReader::new(&stream).lines();
    let path = lines.next()?.ok()?.split(' ').nth(1)?.to_owned();
    let matches = format!("if-none-match: \"{round}\"");
    let known = lines
        .map_while(Result::ok)
        .take_while(|line| !line.is_empty())
        .filter(|line| line.eq_ignore_ascii_case(&matches))
        .count();
    asked.lock().unwrap().push(path.clone());
    thread::sleep(pause);
    let number: usize = path.trim_matches(|c: char| !c.is_ascii_digit()).parse().ok()?;
    let (status, body) = match known {
        0 => ("200 OK", feed(number, round)),
        _ => ("304 Not Modified", String::new()),
    };
    let head = format!(
        "HTTP/1.1 {status}\r\nConnection: close\r\nETag: \"{round}\"\r\nContent-Type: application/rss+xml\r\nContent-Length: {}\r\n\r\n",
        body.len()
    );
    (&stream).write_all(format!("{head}{body}").as_bytes()).ok()
}

/// A feed of the last rounds. Every third feed carries the same news as the one before it, some
/// guids are shared by all feeds, and one entry of each round is revised in the next.
fn feed(number: usize, round: u64) -> String {
    let mut items = String::new();
    for past in round.saturating_sub(KEPT)..=round {
        for nth in 0..3 {
            let teller = if number % 3 == 1 { number - 1 } else { number };
            let (title, text) = news(past, teller * 10 + nth);
            let revised = if nth == 1 && past < round { " It was confirmed later." } else { "" };
            let guid = if nth == 2 { format!("{past}") } else { format!("{number}-{past}-{nth}") };
            let time = EPOCH + past * ROUND - 7_200 + (number * 60 + nth) as u64;
            let date = chrono::DateTime::from_timestamp(time.cast_signed(), 0).unwrap().to_rfc2822();
            items.push_str(&format!(
                "<item><title>{title}</title><link>https://s{number}.example/{past}/{nth}</link>\
                 <guid isPermaLink=\"false\">g{guid}</guid><pubDate>{date}</pubDate>\
                 <description>{text}{revised}</description></item>"
            ));
        }
    }
    format!(
        "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Source {number}</title>\
         <link>https://s{number}.example/</link><description>d</description>{items}</channel></rss>"
    )
}

/// Headline and text of a piece of news, the same for the same numbers.
fn news(round: u64, number: usize) -> (String, String) {
    const WORDS: &[&str] = &[
        "harbour",
        "council",
        "bridge",
        "orchestra",
        "museum",
        "storm",
        "election",
        "railway",
        "festival",
        "hospital",
        "library",
        "striker",
        "budget",
        "valley",
        "engine",
        "theatre",
        "verdict",
        "school",
        "market",
        "satellite",
        "glacier",
        "novel",
        "airport",
        "dairy",
        "tunnel",
        "coach",
        "island",
        "tax",
    ];
    let mut random = Random::of(round * 100_003 + number as u64);
    let mut words = |count: usize| {
        let one = |_| format!("{}{}", random.one(WORDS), random.below(40));
        (0..count).map(one).collect::<Vec<_>>().join(" ")
    };
    let title = words(6);
    let text = (0..6).map(|_| format!("{}.", words(14))).collect::<Vec<_>>().join(" ");
    (title, text)
}

/// A desk in a folder of its own.
pub(crate) struct Desk(pub(crate) TempDir);

impl Desk {
    pub(crate) fn new(origin: &Origin) -> Self {
        let desk = Self(tempfile::tempdir().unwrap());
        fs::create_dir(desk.path("own")).unwrap();
        fs::write(desk.path("copydesk.toml"), configuration(origin)).unwrap();
        desk
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Our own article of a round.
    pub(crate) fn write_article(&self, round: u64) {
        let (title, text) = news(round, 7_000);
        let date =
            chrono::DateTime::from_timestamp((EPOCH + round * ROUND - 3_600).cast_signed(), 0).unwrap();
        let article = format!("+++\ntitle = \"{title}\"\npublished = {}\n+++\n\n{text}\n", date.to_rfc3339());
        fs::write(self.path(&format!("own/{round}.md")), article).unwrap();
    }

    pub(crate) fn command(&self, round: u64) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_copydesk"));
        let epoch = (EPOCH + round * ROUND).to_string();
        command.arg("--config").arg(self.path("copydesk.toml")).arg("run").env("SOURCE_DATE_EPOCH", epoch);
        command
    }

    pub(crate) fn start(&self, round: u64) -> Child {
        self.command(round).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
    }

    /// A run that must be silent and succeed.
    pub(crate) fn run(&self, round: u64) {
        let output = self.command(round).output().unwrap();
        assert_eq!((output.status.code(), said(&output).as_str()), (Some(0), ""));
    }

    /// A run after trouble: it succeeds, and says what is over and nothing else; the next is silent.
    pub(crate) fn recover(&self, round: u64) {
        let output = self.command(round).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        let is_over = |line: &str| line.contains("no longer") || line.contains("succeed again");
        assert!(said(&output).lines().all(is_over), "{}", said(&output));
        self.run(round);
    }

    /// Every published document by its path in the folder.
    pub(crate) fn published(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut all = BTreeMap::new();
        collect(&self.path("feeds"), &self.path("feeds"), &mut all);
        all
    }

    /// The database as a crash leaves it, opened at another place: looking mends nothing.
    pub(crate) fn database(&self) -> Remains {
        let folder = tempfile::tempdir().unwrap();
        for name in ["copydesk.db", "copydesk.db-wal"] {
            if self.path(name).exists() {
                fs::copy(self.path(name), folder.path().join(name)).unwrap();
            }
        }
        let connection = rusqlite::Connection::open(folder.path().join("copydesk.db")).unwrap();
        Remains { connection, _folder: folder }
    }
}

/// Everything said on both outputs.
pub(crate) fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

fn collect(root: &Path, folder: &Path, all: &mut BTreeMap<PathBuf, Vec<u8>>) {
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => collect(root, &path, all),
            false => drop(all.insert(path.strip_prefix(root).unwrap().to_owned(), fs::read(&path).unwrap())),
        }
    }
}

fn configuration(origin: &Origin) -> String {
    let mut text = String::from(
        "[site]\ntitle = \"Desk\"\nhome = \"https://desk.example/\"\nbase_url = \"https://desk.example/feeds/\"\n\
         [fetch]\nin_flight = 4\nper_host = 4\ngap_seconds = 0\nallow_addresses = [\"127.0.0.1\"]\n\
         [[articles]]\npath = \"own/*\"\nurl = \"https://desk.example/{section}/{slug}\"\nsection = \"even\"\n\
         [[sections]]\nslug = \"even\"\ntitle = \"Even\"\n[[sections]]\nslug = \"odd\"\ntitle = \"Odd\"\n",
    );
    for number in 0..SOURCES {
        let section = if number % 2 == 0 { "even" } else { "odd" };
        text.push_str(&format!(
            "[[sources]]\nname = \"Source {number}\"\nfeed = \"http://{}/{number}.xml\"\n\
             url = \"https://s{number}.example/feed\"\nsections = [\"{section}\"]\n",
            origin.address
        ));
    }
    text
}

/// A copy of the database that a run left behind.
pub(crate) struct Remains {
    connection: rusqlite::Connection,
    _folder: TempDir,
}

impl Remains {
    pub(crate) fn is_whole(&self) -> bool {
        let verdict: String =
            self.connection.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
        verdict == "ok"
    }

    fn numbers(&self, sql: &str) -> i64 {
        // Before the first migration there are no tables, and nothing in them.
        self.connection.query_row(sql, [], |row| row.get(0)).unwrap_or(0)
    }

    /// Paths of the sources whose answers of a round were filed.
    pub(crate) fn filed(&self, round: u64) -> Vec<String> {
        let sql = "SELECT substr(key, 8) FROM sources WHERE asked >= ?1";
        let Ok(mut query) = self.connection.prepare(sql) else { return Vec::new() };
        let asked = ((EPOCH + round * ROUND) * 1_000).cast_signed();
        let rows = query.query_map([asked], |row| row.get::<_, String>(0)).unwrap();
        rows.map(|key| format!("/{}.xml", key.unwrap())).collect()
    }

    pub(crate) fn unsettled(&self) -> i64 {
        self.numbers("SELECT count(*) FROM entries WHERE settled = 0")
            + self.numbers("SELECT count(*) FROM stories WHERE unled = 1 OR led_since IS NULL")
    }

    /// Everything that lasts, without the numbers of rows, which depend on who answered first.
    pub(crate) fn contents(&self) -> Vec<String> {
        const TABLES: &[&str] = &[
            "SELECT json_array(source, id, guid, url, entry, provenance, published, updated, first_seen,
             sections, credits, withdrawn, settled, story, (SELECT filing FROM filings WHERE filings.row = stored.row))
             FROM stored",
            "SELECT json_array(id, published, led_since, unled, (SELECT id FROM entries WHERE row = lead))
             FROM stories",
            "SELECT json_array(id, section, rule) FROM placements JOIN entries USING (row)",
            // When exactly it answered, and so when it is asked next, is the clock's and no two runs'.
            "SELECT json_array(key, etag, failures, entries) FROM sources",
            "SELECT json_array(address, key) FROM addresses",
        ];
        let mut all = Vec::new();
        for sql in TABLES {
            let mut query = self.connection.prepare(sql).unwrap();
            let rows = query.query_map([], |row| row.get::<_, String>(0)).unwrap();
            all.extend(rows.map(Result::unwrap));
        }
        all.sort();
        all
    }
}
