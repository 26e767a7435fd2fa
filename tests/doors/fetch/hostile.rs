//! A hostile server, through whole runs of the real program: each trick ends in time with its
//! outcome, the other source is published, and memory stays within bounds. The same table stands in
//! docs/fetching.md, and the test reads it there.

use std::io::Write;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::fetch::desk::feed;
use crate::origin::{Origin, Reply, Request, raw, reply};

/// Memory above that of a run with nothing hostile, KiB.
const MOST_KIB: u64 = 64 * 1024;
/// Everything must be over by then; one fetch may take twelve seconds.
const LONGEST: Duration = Duration::from_secs(120);

type Trick = (&'static str, &'static str, Arc<dyn Fn() -> Reply + Send + Sync>);

fn trick(
    name: &'static str,
    outcome: &'static str,
    reply: impl Fn() -> Reply + Send + Sync + 'static,
) -> Trick {
    (name, outcome, Arc::new(reply))
}

fn encoded(encoding: &'static str, body: Vec<u8>) -> impl Fn() -> Reply + Send + Sync {
    move || reply(200, &[("Content-Encoding", encoding), ("Content-Type", "application/rss+xml")], &body)
}

/// So many spaces, as a feed would have them.
fn blanks(mib: usize) -> Vec<u8> {
    let mut bytes = b"<rss version=\"2.0\"><channel><title>".to_vec();
    bytes.resize(bytes.len() + (mib << 20), b' ');
    bytes
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut w = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    w.write_all(bytes).unwrap();
    w.finish().unwrap()
}

fn deflate(bytes: &[u8]) -> Vec<u8> {
    let mut w = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    w.write_all(bytes).unwrap();
    w.finish().unwrap()
}

/// The head of a feed and 64 MiB of blanks in 96 bytes; the encoder is none of our packages.
const BROTLI: &str = "cfffff7ff81d07762cb385926021be7fd4203c3e73124646ae445cba91576a794c2370c313c6d09f272523b7bcff07fe\
    ffffc32f0110870500baf7fffcffff875f02200e8b0074effff9ffff0fbf04401c1600e8deff8708007e098028220028";

fn brotli_bomb() -> Vec<u8> {
    let digits: Vec<u8> = BROTLI.bytes().collect();
    let byte = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap();
    digits.chunks(2).map(byte).collect()
}

fn endless(
    head: &'static [u8],
    piece: Vec<u8>,
    count: usize,
    pause: Duration,
) -> impl Fn() -> Reply + Send + Sync {
    move || {
        let pieces = (0..count).map(|_| (pause, piece.clone()));
        std::iter::once((Duration::ZERO, head.to_vec())).chain(pieces).collect()
    }
}

fn attributes(mib: usize) -> Vec<u8> {
    let mut bytes = b"<rss version=\"2.0\"><channel ".to_vec();
    let mut n = 0;
    while bytes.len() < mib << 20 {
        bytes.extend_from_slice(format!("a{n}=\"{n}\" ").as_bytes());
        n += 1;
    }
    bytes.extend_from_slice(b"><title>T</title></channel></rss>");
    bytes
}

fn tricks() -> Vec<Trick> {
    const CHUNKED: &[u8] = b"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n<rss>";
    let bomb = blanks(64);
    let small = gzip(&bomb);
    let mib = || vec![b'x'; 1 << 20];
    vec![
        trick("bomb in gzip", "bomb", encoded("gzip", small.clone())),
        trick("bomb in gzip, nested", "bomb", encoded("gzip, gzip", gzip(&small))),
        trick("bomb in gzip under identity", "bomb", {
            let body = small.clone();
            move || reply(200, &[], &body)
        }),
        trick("bomb in deflate", "bomb", encoded("deflate", deflate(&bomb))),
        trick("bomb in zstd", "bomb", encoded("zstd", zstd::stream::encode_all(&bomb[..], 3).unwrap())),
        trick(
            "bomb in zstd in gzip",
            "bomb",
            encoded("zstd, gzip", gzip(&zstd::stream::encode_all(&bomb[..], 3).unwrap())),
        ),
        trick("bomb in br", "bomb", encoded("br", brotli_bomb())),
        trick("bomb in br in gzip", "bomb", encoded("br, gzip", gzip(&brotli_bomb()))),
        trick("encoded three times over", "bomb", encoded("gzip, gzip, gzip", gzip(&gzip(&small)))),
        trick("encoding that nobody undoes", "encoding", encoded("compress", b"<rss>".to_vec())),
        trick(
            "endless header",
            "protocol",
            endless(
                b"HTTP/1.1 200 OK\r\n",
                b"X-Filler: yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy\r\n".repeat(100),
                5000,
                Duration::ZERO,
            ),
        ),
        trick(
            "header at a byte a second",
            "timeout",
            endless(b"HTTP/1.1 200 OK\r\nX-Slow: ", b"y".to_vec(), 90, Duration::from_secs(1)),
        ),
        trick("endless body", "too-large", endless(CHUNKED, mib(), 400, Duration::ZERO)),
        trick(
            "body at a byte a second",
            "timeout",
            endless(CHUNKED, b"y".to_vec(), 90, Duration::from_secs(1)),
        ),
        trick("redirect loop", "redirect-loop", || reply(302, &[("Location", "/redirect-loop")], b"")),
        trick("redirect to a private address", "forbidden-address", || {
            reply(302, &[("Location", "http://10.0.0.1/")], b"")
        }),
        trick("redirect to the cloud's metadata", "forbidden-address", || {
            reply(301, &[("Location", "http://169.254.169.254/latest/")], b"")
        }),
        trick("redirect to IPv4 in IPv6", "forbidden-address", || {
            reply(301, &[("Location", "http://[::ffff:10.0.0.1]/")], b"")
        }),
        trick("redirect to a number that is an address", "forbidden-address", || {
            reply(301, &[("Location", "http://0x0a000001/")], b"")
        }),
        trick("redirect to a port of a database", "forbidden-address", || {
            reply(301, &[("Location", "http://127.0.0.1:5432/")], b"")
        }),
        trick("redirect to a file", "forbidden-address", || {
            reply(301, &[("Location", "file:///etc/passwd")], b"")
        }),
        trick("100 MB of attributes", "too-large", {
            let body = attributes(100);
            move || reply(200, &[], &body)
        }),
        trick("9 MB of attributes", "200", {
            let body = attributes(9);
            move || reply(200, &[], &body)
        }),
        trick("length too long", "truncated", || {
            raw(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n<rss>")
        }),
        trick("length too short", "200", || {
            raw(&[b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n".as_slice(), &feed(&["one"])].concat())
        }),
        trick("length of 90 GB", "too-large", || {
            raw(b"HTTP/1.1 200 OK\r\nContent-Length: 96636764160\r\n\r\n<rss>")
        }),
        trick("two lengths", "protocol", || {
            raw(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n<rss>")
        }),
        trick("chunk of 2^64", "truncated", || {
            raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff1\r\n<rss>")
        }),
        trick("an image that says it is RSS", "no-feed", || {
            reply(200, &[("Content-Type", "application/rss+xml")], b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
        }),
        trick("RSS that says it is an image", "200", || {
            reply(200, &[("Content-Type", "image/png")], &feed(&["two"]))
        }),
        trick("a thousand cookies", "200", || {
            let cookie = "a".repeat(200);
            let cookies: Vec<(&str, &str)> = (0..80).map(|_| ("Set-Cookie", cookie.as_str())).collect();
            reply(200, &cookies, &feed(&["three"]))
        }),
        trick("HTTP/0.9", "protocol", || raw(b"<rss version=\"2.0\"></rss>")),
        trick("no HTTP at all", "protocol", || raw(&[0xff; 4096])),
        trick("silence", "timeout", || vec![(Duration::from_secs(100), b"late".to_vec())]),
        trick("entities within entities", "200", || {
            let mut dtd = String::from("<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a0 \"ha\">");
            for n in 1..30 {
                dtd.push_str(&format!("<!ENTITY a{n} \"&a{0};&a{0};&a{0};&a{0};\">", n - 1));
            }
            let text = String::from_utf8(feed(&["four"])).unwrap().replace("News", "&a29;");
            reply(200, &[], (dtd + "]>" + &text).as_bytes())
        }),
    ]
}

/// A desk in a folder, whose first source is a good one.
fn write_desk(folder: &Path, good: &Origin, tricks: &[(&str, url::Url)]) {
    let mut text = String::from(
        "[site]\ntitle = \"Desk\"\nhome = \"https://desk.example/\"\nbase_url = \"https://desk.example/feeds/\"\n\
         [fetch]\nper_host = 64\nin_flight = 64\ngap_seconds = 0\ntimeout_seconds = 12\nallow_addresses = [\"127.0.0.0/8\"]\n",
    );
    text.push_str(&format!("[[sources]]\nname = \"Good\"\nfeed = \"{}\"\n", good.url("/feed")));
    for (name, url) in tricks {
        text.push_str(&format!("[[sources]]\nname = \"{name}\"\nfeed = \"{url}\"\n"));
    }
    std::fs::write(folder.join("copydesk.toml"), text).unwrap();
}

fn start(folder: &Path, arguments: &[&str]) -> Child {
    Command::new(env!("CARGO_BIN_EXE_copydesk"))
        .arg("--config")
        .arg(folder.join("copydesk.toml"))
        .args(arguments)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// The most memory that a run held, KiB; it must end in time.
fn peak_of(mut run: Child) -> u64 {
    let began = Instant::now();
    let mut peak = 0;
    loop {
        let status = std::fs::read_to_string(format!("/proc/{}/status", run.id())).unwrap_or_default();
        let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap_or_default();
        peak = peak.max(line.split_whitespace().nth(1).and_then(|kib| kib.parse().ok()).unwrap_or(0));
        if run.try_wait().unwrap().is_some() {
            return peak;
        }
        if began.elapsed() > LONGEST {
            run.kill().unwrap();
            panic!("the run hangs");
        }
        std::thread::sleep(Duration::from_millis(2));
    }
}

#[test]
#[cfg(target_os = "linux")]
fn every_trick_of_a_hostile_server_ends_in_its_outcome_within_bounds_of_time_and_memory() {
    let good = Origin::start(|_| reply(200, &[], &feed(&["good"])));
    let tricks = tricks();
    let path = |name: &str| format!("/{}", name.replace(|c: char| !c.is_ascii_alphanumeric(), "-"));
    let served = tricks.clone();
    let hostile = Origin::start_on("127.0.0.2", move |request: &Request| {
        let trick = served.iter().find(|(name, ..)| path(name) == request.path);
        trick.map_or_else(|| reply(404, &[], b""), |(_, _, answer)| answer())
    });
    let folder = tempfile::tempdir().unwrap();
    write_desk(folder.path(), &good, &[]);
    let idle = peak_of(start(folder.path(), &["run"]));
    let sources: Vec<(&str, url::Url)> =
        tricks.iter().map(|(name, ..)| (*name, hostile.url(&path(name)))).collect();
    write_desk(folder.path(), &good, &sources);
    let peak = peak_of(start(folder.path(), &["run", "--all"]));
    assert!(peak < idle + MOST_KIB, "{peak} KiB, {idle} when idle");
    let status = start(folder.path(), &["status", "--json"]).wait_with_output().unwrap();
    let status: serde_json::Value = serde_json::from_slice(&status.stdout).unwrap();
    let table = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/fetching.md")).unwrap();
    for (name, outcome, _) in &tricks {
        let source =
            status["sources"].as_array().unwrap().iter().find(|source| source["name"] == *name).unwrap();
        let seen = source["answers"].as_array().unwrap().last().map(|answer| answer["what"].clone());
        assert_eq!(seen.as_ref().and_then(|what| what.as_str()), Some(*outcome), "{name}: {source}");
        assert!(
            table.contains(&format!("| {name} | `{outcome}` |")),
            "docs/fetching.md lacks {name}: {outcome}"
        );
    }
    let published = std::fs::read_to_string(folder.path().join("feeds/all/atom.xml")).unwrap();
    assert!(published.contains("told by good"), "a hostile source cost another its place");
    assert!(!published.contains("haha"), "an entity was expanded");
}
