//! Hubs (WebSub, rule 3.9): asked by a run, answered by `copydesk serve`, believed by their signature alone.
use crate::origin;

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};

use origin::{Origin, Reply, Request, reply};
use ring::hmac;
use tempfile::TempDir;
use url::form_urlencoded;

/// 2016-08-24, a Wednesday.
const START: i64 = 1_472_000_000;
const HOUR: i64 = 3600;

/// A paper with a hub: what it has to say, and what was asked of the hub.
struct Paper {
    origin: Origin,
    items: Arc<Mutex<Vec<(&'static str, i64)>>>,
}

impl Paper {
    fn new(first: &'static str, hub_takes: bool) -> Self {
        let items = Arc::new(Mutex::new(vec![(first, START - 5 * HOUR)]));
        let told = Arc::clone(&items);
        let origin = Origin::start(move |request: &Request| match request.path.as_str() {
            "/hub" if hub_takes => reply(202, &[], b""),
            "/hub" => reply(403, &[], b"this feed is\n not ours"),
            // The first is the hub, the second the feed as the hub knows it.
            _ => {
                let link = "</hub>; rel=hub, <https://paper.example/feed.xml>; rel=\"self\"";
                feed(&told.lock().unwrap(), link, request)
            }
        });
        Self { origin, items }
    }

    /// How often the feed was asked for, and what the hub was asked.
    fn seen(&self) -> (usize, Vec<Vec<(String, String)>>) {
        let (asked, rest): (Vec<Request>, Vec<Request>) =
            self.origin.seen().into_iter().partition(|request| request.path == "/hub");
        let form = |request: &Request| form_urlencoded::parse(&request.body).into_owned().collect();
        (rest.len(), asked.iter().map(form).collect())
    }
}

fn feed(items: &[(&str, i64)], link: &str, request: &Request) -> Reply {
    let etag = format!("\"{}\"", items.len());
    let headers = [("ETag", etag.as_str()), ("Link", link)];
    if request.header("if-none-match") == Some(&etag) {
        return reply(304, &headers, b"");
    }
    let item = |(word, at): &(&str, i64)| {
        let at = chrono::DateTime::from_timestamp(*at, 0).unwrap().to_rfc2822();
        format!(
            "<item><title>{word}</title><guid>https://paper.example/{}</guid><pubDate>{at}</pubDate></item>",
            word.len()
        )
    };
    let items: String = items.iter().map(item).collect();
    let body = format!(
        "<rss version=\"2.0\"><channel><title>Paper</title><link>https://paper.example/</link><description>News</description>{items}</channel></rss>"
    );
    reply(200, &headers, body.as_bytes())
}

/// What a feed says of its hub decides where we send something: the fence holds there too (section 8).
#[test]
fn section_8_a_hub_at_a_closed_address_is_not_asked() {
    let inside = Origin::start(|_: &Request| reply(202, &[], b""));
    let link = format!("<{}>; rel=hub, <https://paper.example/feed.xml>; rel=self", inside.url("/hub"));
    let items = [("The crane fell into the basin", START - 5 * HOUR)];
    let origin = Origin::start(move |request: &Request| feed(&items, &link, request));
    let paper = Paper { origin, items: Arc::default() };
    let desk = Desk::of(&paper);
    let file = desk.0.path().join("copydesk.toml");
    let text = std::fs::read_to_string(&file).unwrap();
    // The paper alone may be asked, at its own port.
    let only = format!("\"{}\"", paper.origin.address);
    std::fs::write(&file, text.replace("\"127.0.0.1\"", &only)).unwrap();
    desk.run(START);
    assert_eq!((paper.seen().0, inside.seen().len()), (1, 0));
    let answer = desk.hub(START)["answer"].as_str().unwrap().to_owned();
    assert!(answer.contains("allow_addresses"), "{answer}");
}

struct Desk(TempDir);

impl Desk {
    fn of(paper: &Paper) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let text = format!(
            "[site]\ntitle = \"Desk\"\nhome = \"https://desk.example/\"\nbase_url = \"https://desk.example/feeds/\"\n\
             [fetch]\npush = true\ngap_seconds = 0\nallow_addresses = [\"127.0.0.1\"]\n\
             [[sources]]\nname = \"Paper\"\nfeed = \"{}\"\nhome = \"https://paper.example/\"\n",
            paper.origin.url("/feed")
        );
        std::fs::write(folder.path().join("copydesk.toml"), text).unwrap();
        Self(folder)
    }

    fn command(&self, arguments: &[&str], now: i64) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_copydesk"));
        command.args(arguments).current_dir(self.0.path()).env("SOURCE_DATE_EPOCH", now.to_string());
        command
    }

    fn run(&self, now: i64) {
        let output = self.command(&["run"], now).output().unwrap();
        assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), b"".as_slice()), "{output:?}");
    }

    fn hub(&self, now: i64) -> serde_json::Value {
        let output = self.command(&["status", "--json"], now).output().unwrap();
        let status: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        status["sources"][0]["hub"].clone()
    }

    fn serve(&self, now: i64) -> Served {
        let mut command = self.command(&["serve", "--listen", "127.0.0.1:0"], now);
        let mut child = command.stderr(Stdio::piped()).spawn().unwrap();
        let mut said = String::new();
        BufReader::new(child.stderr.take().unwrap()).read_line(&mut said).unwrap();
        let address = said.split("http://").nth(1).unwrap().trim_end().trim_end_matches('/').to_owned();
        Served { child, address }
    }
}

struct Served {
    child: Child,
    address: String,
}

impl Served {
    /// Status and body of an answer.
    fn ask(&self, method: &str, path: &str, signature: &str, body: &str) -> (u16, String) {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        let length = body.len();
        write!(stream, "{method} /{path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: {length}\r\nX-Hub-Signature: {signature}\r\n\r\n{body}").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        (head.split(' ').nth(1).unwrap().parse().unwrap(), body.to_owned())
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill().and_then(|()| self.child.wait());
    }
}

fn value<'a>(form: &'a [(String, String)], name: &str) -> &'a str {
    form.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value)
}

fn signed(secret: &str, body: &str) -> String {
    let tag = hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, secret.as_bytes()), body.as_bytes());
    format!("sha256={}", tag.as_ref().iter().map(|byte| format!("{byte:02x}")).collect::<String>())
}

#[test]
fn rule_3_9_a_hub_that_confirmed_spares_the_source_until_it_rings_or_misses_something() {
    let paper = Paper::new("The crane fell into the basin", true);
    let desk = Desk::of(&paper);
    desk.run(START);
    let (visits, asked) = paper.seen();
    assert_eq!((visits, asked.len()), (1, 1));
    let form = &asked[0];
    assert_eq!(value(form, "hub.mode"), "subscribe");
    assert_eq!(value(form, "hub.topic"), "https://paper.example/feed.xml");
    let name = value(form, "hub.callback").strip_prefix("https://desk.example/feeds/_hub/").unwrap();
    let secret = value(form, "hub.secret");
    assert!(
        name.len() >= 32 && secret.len() >= 64 && !value(form, "hub.lease_seconds").is_empty(),
        "{form:?}"
    );

    let served = desk.serve(START + 60);
    let call = |name: &str, query: &str| served.ask("GET", &format!("_hub/{name}?{query}"), "", "");
    let topic = "hub.topic=https%3A%2F%2Fpaper.example%2Ffeed.xml";
    let meant = format!("hub.mode=subscribe&{topic}&hub.challenge=a%2Bb&hub.lease_seconds=864000");
    assert_eq!(call("stranger", &meant).0, 404);
    assert_eq!(call(name, &meant.replace("paper", "other")).0, 404, "nobody asked for that one");
    assert_eq!(call(name, &meant.replace("subscribe", "unsubscribe")).0, 404);
    assert_eq!(desk.hub(START + 60)["trusted"], false);
    assert_eq!(call(name, &meant), (200, "a+b".to_owned()));
    assert!(!desk.hub(START + 60)["ends"].is_null());
    assert_eq!(served.ask("PUT", &format!("_hub/{name}"), "", "").0, 405);

    let notice = "<rss/>";
    let tell = |name: &str, signature: &str| served.ask("POST", &format!("_hub/{name}"), signature, notice).0;
    assert_eq!(tell("stranger", &signed(secret, notice)), 410);
    assert_eq!(tell(name, &signed("guessed", notice)), 202, "it is not told whether it is believed");
    assert_eq!(tell(name, ""), 202);
    desk.run(START + 600);
    assert_eq!(paper.seen().0, 1);
    assert!(desk.hub(START + 600)["answer"].as_str().unwrap().contains("not signed"));
    assert_eq!(tell(name, &signed(secret, notice)), 202);
    assert_eq!(desk.hub(START + 600)["trusted"], true);
    paper.items.lock().unwrap().push(("Divers look at the fallen crane", START + 600));
    desk.run(START + 700);
    assert_eq!(paper.seen().0, 2);
    // An hour was the pace without it.
    desk.run(START + 5 * HOUR);
    assert_eq!(paper.seen().0, 2, "once a notice");

    // A day later there is something that nobody told of: back to the old pace, and the hub is asked anew.
    paper.items.lock().unwrap().push(("The harbour opens again after the fall", START + 10 * HOUR));
    desk.run(START + 29 * HOUR);
    assert_eq!((paper.seen().0, paper.seen().1.len()), (3, 2));
    assert_eq!(desk.hub(START + 29 * HOUR)["trusted"], false);
    // Half of the five and ten hours between its entries, and some.
    desk.run(START + 34 * HOUR);
    assert_eq!((paper.seen().0, paper.seen().1.len()), (4, 2));

    // Who no longer wants to be told says so at the next call.
    let file = desk.0.path().join("copydesk.toml");
    let text = std::fs::read_to_string(&file).unwrap();
    std::fs::write(&file, text.replace("push = true", "push = false")).unwrap();
    desk.run(START + 35 * HOUR);
    assert_eq!(tell(name, &signed(secret, notice)), 410);
}

#[test]
fn a_hub_that_refuses_is_asked_again_the_next_day_and_the_source_as_ever() {
    let paper = Paper::new("The crane fell into the basin", false);
    let desk = Desk::of(&paper);
    desk.run(START);
    assert_eq!(desk.hub(START)["answer"], "answered 403: this feed is not ours");
    desk.run(START + 2 * HOUR);
    assert_eq!((paper.seen().0, paper.seen().1.len()), (2, 1));
    desk.run(START + 25 * HOUR);
    assert_eq!((paper.seen().0, paper.seen().1.len()), (3, 2));
    // It is the same subscription.
    let asked = paper.seen().1;
    assert_eq!(value(&asked[0], "hub.callback"), value(&asked[1], "hub.callback"));
}
