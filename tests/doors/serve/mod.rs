//! The published folder over HTTP.

mod few;
mod hostile;
mod requests;
mod site;

use std::fs;
use std::io::Read;
use std::net::{SocketAddr, TcpStream};
use std::time::{Duration, Instant, UNIX_EPOCH};

use site::{Got, RSS, ask, command, site};

#[test]
fn every_document_has_its_type() {
    let site = site();
    for (path, media_type) in [
        ("/tv/rss.xml", "application/rss+xml; charset=utf-8"),
        ("/tv/atom.xml", "application/atom+xml; charset=utf-8"),
        ("/tv/feed.json", "application/feed+json; charset=utf-8"),
        ("/tv/archive/0001.atom.xml", "application/atom+xml; charset=utf-8"),
        ("/", "text/html; charset=utf-8"),
        ("/tv/", "text/html; charset=utf-8"),
        ("/us%20tv/", "text/html; charset=utf-8"),
        ("/feed.css", "text/css; charset=utf-8"),
        ("/index.opml", "text/x-opml; charset=utf-8"),
        ("/sitemap-news.xml", "application/xml; charset=utf-8"),
    ] {
        let got = site.get(path);
        assert_eq!((got.status, got.header("content-type")), (200, media_type), "{path}");
        assert_eq!(got.header("x-content-type-options"), "nosniff");
        assert_eq!(got.header("access-control-allow-origin"), "*");
        assert!(got.header("content-security-policy").contains("default-src 'none'"));
        assert!(got.header("cache-control").contains("max-age="));
    }
}

#[test]
fn a_document_comes_with_its_bytes_length_and_validators() {
    let site = site();
    let file = fs::File::options().write(true).open(site.file("tv/rss.xml")).unwrap();
    file.set_modified(UNIX_EPOCH + Duration::from_millis(784_111_777_900)).unwrap();
    let got = site.get("/tv/rss.xml?utm=1");
    assert_eq!(got.body, RSS);
    assert_eq!(got.header("content-length"), RSS.len().to_string());
    assert_eq!(got.header("last-modified"), "Sun, 06 Nov 1994 08:49:37 GMT");
    let etag = got.header("etag");
    assert!(etag.starts_with('"') && etag.ends_with('"'), "{etag}");
    assert_ne!(etag, site.get("/tv/atom.xml").header("etag"));
}

#[test]
fn feeds_name_themselves_and_their_hub_and_are_not_for_indexing() {
    let site = site();
    for path in ["tv/rss.xml", "tv/feed.json", "tv/archive/0001.atom.xml"] {
        let got = site.get(&format!("/{path}?from=a-reader"));
        let own =
            format!("<https://desk.example/feeds/{path}>; rel=\"self\", <https://hub.example/>; rel=\"hub\"");
        assert_eq!((got.header("link"), got.header("x-robots-tag")), (own.as_str(), "noindex"), "{path}");
    }
    for path in ["/tv/", "/feed.css", "/none"] {
        let got = site.get(path);
        assert_eq!((got.header("link"), got.header("x-robots-tag")), ("", ""), "{path}");
    }
}

#[test]
fn archives_may_be_kept_for_a_day_and_what_changes_for_a_quarter_of_an_hour() {
    let site = site();
    for (path, age) in [
        ("/tv/atom.xml", "max-age=900,"),
        ("/tv/archive/0001.atom.xml", "max-age=86400,"),
        ("/archive/rss.xml", "max-age=900,"),
    ] {
        assert!(site.get(path).header("cache-control").contains(age), "{path}");
    }
}

#[test]
fn head_is_get_without_a_body() {
    let site = site();
    let (get, head) = (site.get("/tv/rss.xml"), site.ask("HEAD", "/tv/rss.xml", &[]));
    assert!(head.body.is_empty());
    let without_date = |got: &Got| {
        got.headers
            .iter()
            .filter(|(n, _)| *n != "date")
            .map(|(n, v)| (n.clone(), v.clone()))
            .collect::<Vec<_>>()
    };
    assert_eq!(without_date(&get), without_date(&head));
}

#[test]
fn who_has_it_is_told_so() {
    let site = site();
    let first = site.get("/tv/rss.xml");
    let (etag, date) = (first.header("etag"), first.header("last-modified"));
    let list = format!("\"other\", W/{etag}");
    for condition in [
        ("If-None-Match", etag),
        ("If-None-Match", &list),
        ("If-None-Match", "*"),
        ("If-Modified-Since", date),
    ] {
        let got = site.ask("GET", "/tv/rss.xml", &[condition]);
        assert_eq!(got.status, 304, "{condition:?}");
        assert!(got.body.is_empty());
        assert_eq!(got.header("etag"), etag);
        assert!(!got.header("cache-control").is_empty() && !got.header("date").is_empty());
    }
}

#[test]
fn a_tag_that_differs_beats_a_date_that_does_not() {
    let site = site();
    let date = site.get("/tv/rss.xml").header("last-modified").to_owned();
    let got = site.ask("GET", "/tv/rss.xml", &[("If-None-Match", "\"old\""), ("If-Modified-Since", &date)]);
    assert_eq!(got.status, 200);
    for date in ["Sun, 06 Nov 1994 08:49:37 GMT", "yesterday"] {
        assert_eq!(site.ask("GET", "/tv/rss.xml", &[("If-Modified-Since", date)]).status, 200, "{date}");
    }
}

#[test]
fn a_changed_document_has_another_tag_and_the_same_bytes_the_same() {
    let site = site();
    let first = site.get("/tv/rss.xml").header("etag").to_owned();
    fs::write(site.file("tv/rss.xml"), b"<rss/>").unwrap();
    assert_eq!(site.ask("GET", "/tv/rss.xml", &[("If-None-Match", &first)]).body, b"<rss/>");
    fs::write(site.file("tv/rss.xml"), RSS).unwrap();
    assert_eq!(site.get("/tv/rss.xml").header("etag"), first);
}

#[test]
fn browser_gets_a_feed_as_xml_so_that_its_stylesheet_is_drawn() {
    let site = site();
    let opened = |path: &str| site.ask("GET", path, &[("Sec-Fetch-Dest", "document")]);
    for path in ["/tv/rss.xml", "/tv/atom.xml"] {
        let (looked, read) = (opened(path), site.get(path));
        assert_eq!(looked.header("content-type"), "application/xml; charset=utf-8");
        assert_eq!((&looked.body, looked.header("etag")), (&read.body, read.header("etag")));
    }
    assert_eq!(opened("/tv/feed.json").header("content-type"), "application/feed+json; charset=utf-8");
    assert_eq!(opened("/tv/").header("vary"), "Accept-Encoding");
}

#[test]
fn who_takes_gzip_gets_it_under_a_tag_of_its_own() {
    let site = site();
    let text = b"<item>Filming follows The Defenders</item>\n".repeat(100);
    fs::write(site.file("tv/rss.xml"), &text).unwrap();
    let plain = site.get("/tv/rss.xml");
    let got = site.ask("GET", "/tv/rss.xml", &[("Accept-Encoding", "gzip, br")]);
    assert_eq!((got.header("content-encoding"), plain.header("content-encoding")), ("gzip", ""));
    let vary = "Accept-Encoding, Sec-Fetch-Dest";
    assert_eq!((got.header("vary"), plain.header("vary")), (vary, vary));
    assert_eq!(got.header("content-length"), got.body.len().to_string());
    let mut unpressed = Vec::new();
    flate2::read::GzDecoder::new(got.body.as_slice()).read_to_end(&mut unpressed).unwrap();
    assert_eq!(unpressed, text);
    let tag = got.header("etag");
    assert_ne!(tag, plain.header("etag"));
    let again = [("Accept-Encoding", "gzip"), ("If-None-Match", tag)];
    assert_eq!(site.ask("GET", "/tv/rss.xml", &again).status, 304);
    assert_eq!(site.ask("GET", "/tv/rss.xml", &again[1..]).status, 200);
}

#[test]
fn a_folder_without_its_slash_is_redirected_to_it() {
    let site = site();
    let got = site.get("/tv?x=1");
    assert_eq!((got.status, got.header("location")), (308, "./tv/?x=1"));
    assert_eq!(site.get("/us%20tv").header("location"), "./us%20tv/");
    assert_eq!(site.get("/tv/archive/").status, 404);
}

#[cfg(unix)]
#[test]
fn what_is_outside_hidden_or_not_there_is_not_found() {
    let site = site();
    std::os::unix::fs::symlink(site.folder.path().join("outside.xml"), site.file("tv/link.xml")).unwrap();
    std::os::unix::fs::symlink(site.folder.path(), site.file("up")).unwrap();
    std::os::unix::fs::symlink(site.file(".secret"), site.file("tv/open.xml")).unwrap();
    for path in [
        "/nothing.xml",
        "/tv/rss.xml/",
        "/../outside.xml",
        "/tv/../../outside.xml",
        "/%2e%2e/outside.xml",
        "/tv/..%2f..%2foutside.xml",
        "/tv/link.xml",
        "/up/outside.xml",
        "/up",
        "/.secret",
        "/.hidden/rss.xml",
        "/tv/open.xml",
        "//tv/",
        "/tv//rss.xml",
        "/%00",
        "/tv%5crss.xml",
    ] {
        let got = site.get(path);
        assert_eq!(got.status, 404, "{path}");
        assert!(String::from_utf8_lossy(&got.body).contains("<h1>Not Found</h1>"));
    }
}

#[test]
fn other_methods_are_refused_with_those_that_are_not() {
    let site = site();
    for method in ["POST", "PUT", "DELETE", "PATCH"] {
        let got = site.ask(method, "/tv/rss.xml", &[]);
        assert_eq!((got.status, got.header("allow")), (405, "GET, HEAD, OPTIONS"), "{method}");
    }
    let got = site.ask("OPTIONS", "/tv/rss.xml", &[]);
    assert_eq!((got.status, got.header("access-control-allow-methods")), (204, "GET, HEAD, OPTIONS"));
}

#[test]
fn told_to_stop_it_ends_although_a_connection_is_open() {
    let mut site = site();
    assert_eq!(site.get("/").status, 200);
    let idle = TcpStream::connect(site.address).unwrap();
    let began = Instant::now();
    site.stop.take().unwrap().send(()).unwrap();
    site.ended.join().unwrap();
    assert!(began.elapsed() < Duration::from_secs(7));
    drop(idle);
}

#[cfg(unix)]
#[test]
fn the_command_says_where_it_listens_and_ends_well_on_sigterm() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("index.html"), b"hello").unwrap();
    let (mut child, _stderr, line) = command(folder.path());
    let address: SocketAddr =
        line.trim().rsplit_once("http://").unwrap().1.trim_end_matches('/').parse().unwrap();
    assert_eq!(ask(address, "GET", "/", &[]).body, b"hello");
    let kill = std::process::Command::new("kill").args(["-TERM", &child.id().to_string()]).status().unwrap();
    assert!(kill.success());
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn the_command_refuses_what_is_no_folder() {
    let folder = tempfile::tempdir().unwrap();
    let (mut child, _stderr, line) = command(&folder.path().join("nothing"));
    assert!(line.contains("nothing is no folder"), "{line}");
    assert_eq!(child.wait().unwrap().code(), Some(2));
}
