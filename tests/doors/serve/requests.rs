//! Requests that nobody sends who means well, and those that few send.

use std::io::{BufReader, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use crate::serve::site::{Site, answer, site};

/// All that comes back for these bytes until the connection ends, or nothing more comes.
fn raw(site: &Site, bytes: &[u8]) -> String {
    let mut stream = TcpStream::connect(site.address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(5))).unwrap();
    // It may be refused before it is sent.
    let _ = stream.write_all(bytes);
    let _ = stream.shutdown(std::net::Shutdown::Write);
    let mut got = Vec::new();
    let _ = stream.read_to_end(&mut got);
    String::from_utf8_lossy(&got).into_owned()
}

fn status(answer: &str) -> u16 {
    answer.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(0)
}

#[test]
fn a_request_names_one_host_as_rfc_9112_asks() {
    let site = site();
    for (head, expected) in [
        ("GET / HTTP/1.1\r\nHost: desk.example\r\n", 200),
        ("GET / HTTP/1.1\r\nHost: desk.example:8080\r\n", 200),
        ("GET / HTTP/1.1\r\nHost: [::1]:8080\r\n", 200),
        ("GET / HTTP/1.1\r\nHost:\r\n", 200),
        ("GET / HTTP/1.0\r\n", 200),
        ("GET / HTTP/1.0\r\nHost: desk.example\r\n", 200),
        ("GET / HTTP/1.1\r\n", 400),
        ("OPTIONS * HTTP/1.1\r\n", 400),
        ("GET /nothing HTTP/1.1\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: desk.example\r\nHost: desk.example\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: desk.example\r\nhost: other.example\r\n", 400),
        ("GET / HTTP/1.0\r\nHost: a\r\nHost: b\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: desk.example/tv\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: a, b\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: me@desk.example\r\n", 400),
        ("GET http://desk.example/ HTTP/1.1\r\nHost: desk.example\r\n", 200),
        ("GET http://desk.example/tv/rss.xml HTTP/1.1\r\nHost: other.example\r\n", 200),
        ("GET http://desk.example/ HTTP/1.1\r\n", 400),
        ("GET ftp://desk.example/ HTTP/1.1\r\nHost: desk.example\r\n", 400),
        ("GET http://me@desk.example/ HTTP/1.1\r\nHost: desk.example\r\n", 400),
        ("GET * HTTP/1.1\r\nHost: desk.example\r\n", 400),
        ("OPTIONS * HTTP/1.1\r\nHost: desk.example\r\n", 204),
    ] {
        let got = raw(&site, format!("{head}\r\n").as_bytes());
        assert_eq!(status(&got), expected, "{head:?}: {got}");
        if expected == 400 {
            assert!(got.contains("connection: close"), "{got}");
        }
    }
}

#[test]
fn methods_are_refused_as_known_or_unknown() {
    let site = site();
    for (method, expected) in
        [("POST", 405), ("TRACE", 405), ("DELETE", 405), ("BREW", 501), ("get", 501), ("HEAD", 200)]
    {
        assert_eq!(site.ask(method, "/tv/rss.xml", &[]).status, expected, "{method}");
    }
    let head = "CONNECT desk.example:80 HTTP/1.1\r\nHost: desk.example:80\r\n\r\n";
    assert_eq!(status(&raw(&site, head.as_bytes())), 405);
}

#[test]
fn what_could_mean_two_things_is_refused() {
    let site = site();
    for head in [
        "Content-Length: 3\r\nContent-Length: 4\r\n",
        "Content-Length: 3, 4\r\n",
        "Content-Length: +3\r\n",
        "Content-Length: -1\r\n",
        "Content-Length: 0x3\r\n",
        "Content-Length: 99999999999999999999999\r\n",
        "Transfer-Encoding: chunked, identity\r\n",
        "Transfer-Encoding: gzip\r\n",
        "Content-Length : 3\r\n",
        "X-Folded: a\r\n b\r\n",
        "X-Null: a\0b\r\n",
        "X-Return: a\rb\r\n",
        ": nameless\r\n",
        "nothing at all\r\n",
    ] {
        let request = format!("POST /tv/rss.xml HTTP/1.1\r\nHost: d\r\n{head}\r\nabc");
        let got = raw(&site, request.as_bytes());
        assert_eq!(status(&got), 400, "{head:?}: {got}");
        assert_eq!(got.matches("HTTP/1.1 ").count(), 1, "{head:?}: {got}");
    }
    let old = "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n";
    assert_eq!(status(&raw(&site, old.as_bytes())), 400);
    for line in ["GET  / HTTP/1.1", "GET / HTTP/1.2", "GET / HTTP/2.0", "GET /", "GET / x HTTP/1.1", "\0"] {
        let got = raw(&site, format!("{line}\r\nHost: d\r\n\r\n").as_bytes());
        assert!(matches!(status(&got), 400 | 0), "{line:?}: {got}");
    }
}

/// What follows a request that has a body is no request to us: the connection ends behind the answer.
#[test]
fn behind_a_body_nothing_is_answered() {
    let site = site();
    let hidden = "GET /.secret HTTP/1.1\r\nHost: d\r\n\r\n";
    for head in [
        format!("Content-Length: {}\r\n", hidden.len()),
        "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n".to_owned(),
        "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n".to_owned(),
        "Transfer-Encoding: chunked\r\n".to_owned(),
    ] {
        for method in ["GET", "HEAD", "POST", "OPTIONS"] {
            let body = if head.contains("chunked") { "0\r\n\r\n" } else { "" };
            let request = format!("{method} / HTTP/1.1\r\nHost: d\r\n{head}\r\n{body}{hidden}");
            let got = raw(&site, request.as_bytes());
            assert_eq!(got.matches("HTTP/1.1 ").count(), 1, "{method} {head:?}: {got}");
            assert!(got.contains("connection: close"), "{got}");
        }
    }
}

#[test]
fn headers_are_bounded_in_number_and_size() {
    let site = site();
    let get = |rest: &str| status(&raw(&site, format!("GET / HTTP/1.1\r\nHost: d\r\n{rest}\r\n").as_bytes()));
    assert_eq!(get(&"X-Many: 1\r\n".repeat(90)), 200);
    assert_eq!(get(&"X-Many: 1\r\n".repeat(200)), 431);
    assert_eq!(get(&format!("X-Long: {}\r\n", "a".repeat(6_000))), 200);
    // It may be refused before all of it is sent; then the answer can be lost.
    assert!(matches!(get(&format!("X-Long: {}\r\n", "a".repeat(40_000))), 431 | 0));
    let long = format!("GET /{} HTTP/1.1\r\nHost: d\r\n\r\n", "a".repeat(40_000));
    assert!(matches!(status(&raw(&site, long.as_bytes())), 414 | 431 | 0));
}

#[test]
fn expectations_other_than_to_go_on_fail() {
    let site = site();
    assert_eq!(site.ask("GET", "/", &[("Expect", "100-continue")]).status, 200);
    assert_eq!(site.ask("GET", "/", &[("Expect", "a miracle")]).status, 417);
}

#[test]
fn a_range_is_passed_over_and_the_whole_is_given() {
    let site = site();
    let whole = site.get("/tv/rss.xml").body;
    for range in ["bytes=0-3", "bytes=5-", "bytes=-2", "bytes=900-901", "bytes=0-1,3-4", "lines=1-2"] {
        let got = site.ask("GET", "/tv/rss.xml", &[("Range", range)]);
        assert_eq!((got.status, &got.body), (200, &whole), "{range}");
    }
}

#[test]
fn requests_in_one_piece_are_answered_in_their_order() {
    let site = site();
    let ask = |path: &str, rest: &str| format!("GET {path} HTTP/1.1\r\nHost: d\r\n{rest}\r\n");
    let all = [
        ask("/tv/", ""),
        ask("/nothing", ""),
        ask("/feed.css", ""),
        ask("/tv/atom.xml", "Connection: close\r\n"),
    ];
    let got = raw(&site, all.concat().as_bytes());
    let places: Vec<usize> = ["tv/index.html", "<h1>Not Found</h1>", "feed.css", "tv/atom.xml"]
        .iter()
        .map(|body| got.rfind(body).unwrap())
        .collect();
    assert!(places.is_sorted(), "{got}");
    assert_eq!(got.matches("HTTP/1.1 ").count(), 4);
}

#[test]
fn who_says_all_and_closes_their_side_is_answered() {
    let site = site();
    let got = raw(&site, b"GET /tv/rss.xml HTTP/1.0\r\n\r\n");
    assert!(got.ends_with("<rss version=\"2.0\"/>"), "{got}");
}

#[test]
fn a_document_that_is_meant_must_be_the_one_that_is_there() {
    let site = site();
    let first = site.get("/tv/rss.xml");
    let (etag, date) = (first.header("etag"), first.header("last-modified"));
    let weak = format!("W/{etag}");
    let old = "Sun, 06 Nov 1994 08:49:37 GMT";
    let cases: &[(&[(&str, &str)], u16)] = &[
        (&[("If-Match", etag)], 200),
        (&[("If-Match", "*")], 200),
        (&[("If-Match", "\"another\"")], 412),
        (&[("If-Match", &weak)], 412),
        (&[("If-Unmodified-Since", date)], 200),
        (&[("If-Unmodified-Since", old)], 412),
        (&[("If-Unmodified-Since", "some day")], 200),
        (&[("If-Match", etag), ("If-Unmodified-Since", old)], 200),
        (&[("If-Match", "\"another\""), ("If-None-Match", etag)], 412),
        (&[("If-Match", etag), ("If-None-Match", etag)], 304),
        (&[("If-Unmodified-Since", old), ("If-Modified-Since", date)], 412),
    ];
    for (conditions, expected) in cases {
        for method in ["GET", "HEAD"] {
            let got = site.ask(method, "/tv/rss.xml", conditions);
            assert_eq!(got.status, *expected, "{method} {conditions:?}");
        }
        // Where there is no document, nothing depends on it.
        assert_eq!(site.ask("GET", "/nothing", conditions).status, 404);
        assert_eq!(site.ask("POST", "/tv/rss.xml", conditions).status, 405);
    }
}

#[test]
fn a_connection_is_kept_for_the_next_request() {
    let site = site();
    let stream = TcpStream::connect(site.address).unwrap();
    let mut reader = BufReader::new(stream.try_clone().unwrap());
    for _ in 0..3 {
        (&stream).write_all(b"HEAD /tv/ HTTP/1.1\r\nHost: d\r\n\r\n").unwrap();
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            let mut byte = [0];
            reader.read_exact(&mut byte).unwrap();
            head.push(byte[0]);
        }
        assert!(head.starts_with(b"HTTP/1.1 200"));
    }
    (&stream).write_all(b"GET /tv/ HTTP/1.1\r\nHost: d\r\nConnection: close\r\n\r\n").unwrap();
    assert_eq!(answer(&mut reader).body, b"tv/index.html");
}

/// Large documents go another way to the client than small ones; what arrives is the same.
#[test]
fn large_documents_come_whole_in_both_forms_one_behind_the_other() {
    let site = site();
    let mut number = 7_u64;
    let mut text = |length: usize| {
        let mut text = String::with_capacity(length);
        while text.len() < length {
            number = number.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            text.push_str(&format!("{number:016x}"));
        }
        text.into_bytes()
    };
    // More than there are twins for, and one that is too large for memory.
    let lengths = [[300_000; 6], [2_000_000, 20_000, 300_000, 300_000, 300_000, 300_000]].concat();
    let texts: Vec<Vec<u8>> = lengths.into_iter().map(&mut text).collect();
    for (place, text) in texts.iter().enumerate() {
        std::fs::write(site.file(&format!("tv/{place}.xml")), text).unwrap();
    }
    for gzip in ["", "Accept-Encoding: gzip\r\n"] {
        let ask = |place: usize| format!("GET /tv/{place}.xml HTTP/1.1\r\nHost: d\r\n{gzip}\r\n");
        let stream = TcpStream::connect(site.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
        let all: String = (0..texts.len()).map(ask).collect();
        (&stream).write_all(all.as_bytes()).unwrap();
        // Nothing is taken for a while: all buffers on the way are full.
        std::thread::sleep(Duration::from_millis(100));
        let mut reader = BufReader::with_capacity(1000, stream);
        for (place, text) in texts.iter().enumerate() {
            let mut head = String::new();
            while !head.ends_with("\r\n\r\n") {
                assert!(std::io::BufRead::read_line(&mut reader, &mut head).unwrap() > 0);
            }
            let length = head.split("content-length: ").nth(1).unwrap().split('\r').next().unwrap();
            let mut body = vec![0; length.parse().unwrap()];
            reader.read_exact(&mut body).unwrap();
            if !gzip.is_empty() {
                let mut plain = Vec::new();
                flate2::read::GzDecoder::new(&body[..]).read_to_end(&mut plain).unwrap();
                body = plain;
            }
            assert!(body == *text, "{place} {gzip}");
        }
    }
}
