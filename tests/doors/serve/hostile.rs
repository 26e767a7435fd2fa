//! Clients that want to hold up the others: by saying half, by taking nothing, by being many.
//!
//! The limits are short here; that something ends is waited for generously, so that a busy machine fails nothing.

use std::fs;
use std::io::{self, Read, Write};
use std::net::TcpStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use copydesk::serve::{Callbacks, Limits};

use crate::serve::site::{Site, site_of, site_with};

const SHORT: Duration = Duration::from_millis(300);
const LONG: Duration = Duration::from_secs(600);
/// Nothing here takes so long, whatever else the machine does.
const PATIENCE: Duration = Duration::from_secs(30);

/// No limit that is not set can be the one that ended something.
fn patient() -> Limits {
    Limits { header: LONG, idle: LONG, stalled: LONG, body: LONG, ..Limits::default() }
}

fn connect(site: &Site) -> TcpStream {
    let stream = TcpStream::connect(site.address).unwrap();
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    stream
}

/// Waits until the other side has ended it; what came before.
fn end_of(mut stream: TcpStream) -> Vec<u8> {
    let mut got = Vec::new();
    match stream.read_to_end(&mut got) {
        Ok(_) => got,
        Err(error) if error.kind() == io::ErrorKind::ConnectionReset => got,
        Err(error) => panic!("it was not ended: {error}"),
    }
}

fn half_sent(site: &Site) -> TcpStream {
    let mut stream = connect(site);
    stream.write_all(b"GET /tv/rss.xml HTTP/1.1\r\nHost: desk.exa").unwrap();
    stream
}

/// Asks for a document and takes nothing of it.
fn stalled(site: &Site, path: &str) -> TcpStream {
    let mut stream = connect(site);
    stream.write_all(format!("GET {path} HTTP/1.1\r\nHost: d\r\n\r\n").as_bytes()).unwrap();
    stream
}

/// Larger than the buffers of both ends of a connection.
fn large(site: &Site, name: &str) -> u64 {
    const LENGTH: u64 = 64 << 20;
    fs::File::create(site.file(name)).unwrap().set_len(LENGTH).unwrap();
    LENGTH
}

#[test]
fn a_header_has_its_time_however_it_comes() {
    let site = site_with(Limits { header: SHORT, ..patient() });
    let began = Instant::now();
    let silent = connect(&site);
    let mut dribbling = half_sent(&site);
    let writer = dribbling.try_clone().unwrap();
    let dribble = std::thread::spawn(move || {
        while (&writer).write_all(b"a").is_ok() && began.elapsed() < PATIENCE {
            std::thread::sleep(Duration::from_millis(20));
        }
    });
    // The second header of a connection has no more time than the first.
    let mut second = connect(&site);
    second.write_all(b"HEAD / HTTP/1.1\r\nHost: d\r\n\r\n").unwrap();
    second.read_exact(&mut [0; 12]).unwrap();
    second.write_all(b"GET / HTT").unwrap();
    assert!(end_of(silent).is_empty());
    assert!(end_of(second).starts_with(b" OK"));
    let mut rest = Vec::new();
    // What is sent into a closed connection resets it.
    let _ = dribbling.read_to_end(&mut rest);
    assert!(rest.is_empty() && began.elapsed() > SHORT && began.elapsed() < PATIENCE);
    dribble.join().unwrap();
}

#[test]
fn an_idle_connection_ends_and_one_at_work_does_not() {
    let site = site_with(Limits { idle: SHORT, ..patient() });
    let mut stream = connect(&site);
    let began = Instant::now();
    // Longer than the limit in all, never between two requests.
    while began.elapsed() < SHORT * 3 {
        stream.write_all(b"HEAD / HTTP/1.1\r\nHost: d\r\n\r\n").unwrap();
        let mut piece = [0; 4096];
        let length = stream.read(&mut piece).unwrap();
        assert!(piece[..length].starts_with(b"HTTP/1.1 200"));
    }
    let quiet = Instant::now();
    assert!(end_of(stream).is_empty() && quiet.elapsed() > SHORT / 2);
}

#[test]
fn who_takes_nothing_is_sent_away_and_who_is_slow_gets_everything() {
    let site = site_with(Limits { stalled: SHORT, ..patient() });
    let length = large(&site, "tv/large.bin");
    let (stuck, mut slow) = (stalled(&site, "/tv/large.bin"), stalled(&site, "/tv/large.bin"));
    let mut taken = 0;
    let mut piece = vec![0; 1 << 20];
    loop {
        match slow.read(&mut piece).unwrap() {
            0 => break,
            some => taken += some as u64,
        }
        // Idle time does not count against who still takes something.
        if taken.is_multiple_of(7) {
            std::thread::sleep(SHORT / 20);
        }
        if taken >= length {
            break;
        }
    }
    assert!(taken >= length, "{taken}");
    std::thread::sleep(SHORT * 2);
    let got = end_of(stuck).len() as u64;
    assert!(got < length, "{got}");
}

#[test]
fn a_newcomer_finds_room_among_those_who_do_nothing() {
    let site = site_with(Limits { connections: 8, ..patient() });
    let mut crowd: Vec<TcpStream> = (0..20).map(|_| half_sent(&site)).collect();
    crowd.extend((0..20).map(|_| connect(&site)));
    for _ in 0..5 {
        assert_eq!(site.get("/tv/rss.xml").status, 200);
    }
    // Who keeps a connection that is not used has done something, and goes before nobody.
    let ended = crowd.iter().filter(|stream| {
        stream.set_nonblocking(true).unwrap();
        !matches!((&mut &**stream).read(&mut [0]), Err(error) if error.kind() == io::ErrorKind::WouldBlock)
    });
    assert!(ended.count() >= 40 - 8);
}

#[test]
fn a_newcomer_finds_room_among_downloads_that_stand_still() {
    let site = site_with(Limits { connections: 4, stalled: PATIENCE, ..patient() });
    large(&site, "tv/large.bin");
    let _crowd: Vec<TcpStream> = (0..4).map(|_| stalled(&site, "/tv/large.bin")).collect();
    let began = Instant::now();
    assert_eq!(site.get("/tv/rss.xml").status, 200);
    assert!(began.elapsed() < PATIENCE / 2);
}

#[test]
fn one_address_holds_its_share_and_a_proxy_any_number() {
    let limits = Limits { per_address: 3, trusted: Vec::new(), ..patient() };
    let site = site_with(limits);
    let mut held: Vec<TcpStream> = (0..3).map(|_| half_sent(&site)).collect();
    // They are inside once the door has seen them; then the next one is refused.
    let refused = (0..500).any(|_| {
        let got = end_of(stalled_closing(&site));
        let is_refused = got.starts_with(b"HTTP/1.1 429") || got.is_empty();
        assert!(is_refused || got.starts_with(b"HTTP/1.1 200"));
        is_refused
    });
    assert!(refused);
    held.clear();
    let served = (0..500).any(|_| end_of(stalled_closing(&site)).starts_with(b"HTTP/1.1 200"));
    assert!(served);
    let site = site_with(Limits { per_address: 3, ..patient() });
    let _held: Vec<TcpStream> = (0..30).map(|_| half_sent(&site)).collect();
    assert_eq!(site.get("/").status, 200);
}

fn stalled_closing(site: &Site) -> TcpStream {
    let mut stream = connect(site);
    // Who is refused may be so before this is sent.
    let _ = stream.write_all(b"GET / HTTP/1.1\r\nHost: d\r\nConnection: close\r\n\r\n");
    stream
}

/// Knows one name, and counts what it hears.
#[derive(Default)]
struct Hub(AtomicUsize);

impl Callbacks for Hub {
    fn is_called(&self, name: &str) -> io::Result<bool> {
        Ok(name == "known")
    }

    fn confirm(&self, _: &str, _: &str) -> io::Result<Option<String>> {
        Ok(Some("yes".to_owned()))
    }

    fn hear(&self, _: &str, _: &str, body: &[u8]) -> io::Result<bool> {
        self.0.fetch_add(body.len(), Ordering::Relaxed);
        Ok(true)
    }
}

fn notice(site: &Site, name: &str, length: usize) -> TcpStream {
    let mut stream = connect(site);
    let head = format!("POST /_hub/{name} HTTP/1.1\r\nHost: d\r\nContent-Length: {length}\r\n\r\n");
    stream.write_all(head.as_bytes()).unwrap();
    stream
}

#[test]
fn a_notice_has_its_time_and_others_are_served_meanwhile() {
    let hub = Arc::new(Hub::default());
    let site = site_of(Limits { body: SHORT, ..patient() }, Some(Arc::clone(&hub) as Arc<dyn Callbacks>));
    let slow: Vec<TcpStream> = (0..20).map(|_| notice(&site, "known", 1000)).collect();
    assert_eq!(site.get("/tv/rss.xml").status, 200);
    for stream in slow {
        let got = String::from_utf8(end_of(stream)).unwrap();
        // Few are heard at once; the others are told to come again.
        assert!(got.starts_with("HTTP/1.1 408") || got.starts_with("HTTP/1.1 503"), "{got}");
    }
    assert!(end_of(notice(&site, "unknown", 1000)).starts_with(b"HTTP/1.1 410"));
    assert!(end_of(notice(&site, "known", 21 << 20)).starts_with(b"HTTP/1.1 4"));
    assert_eq!(hub.0.load(Ordering::Relaxed), 0);
    let mut heard = notice(&site, "known", 5);
    heard.write_all(b"hello").unwrap();
    assert!(end_of(heard).starts_with(b"HTTP/1.1 202"));
    assert_eq!(hub.0.load(Ordering::Relaxed), 5);
}

#[test]
fn told_to_stop_it_ends_whatever_clients_do() {
    let mut site = site_with(Limits { last_call: Duration::from_secs(1), ..patient() });
    large(&site, "tv/large.bin");
    let _half: Vec<TcpStream> = (0..10).map(|_| half_sent(&site)).collect();
    let _stuck: Vec<TcpStream> = (0..5).map(|_| stalled(&site, "/tv/large.bin")).collect();
    let _silent: Vec<TcpStream> = (0..10).map(|_| connect(&site)).collect();
    assert_eq!(site.get("/").status, 200);
    let began = Instant::now();
    site.stop.take().unwrap().send(()).unwrap();
    site.ended.join().unwrap();
    assert!(began.elapsed() < Duration::from_secs(5), "{:?}", began.elapsed());
}
