//! One request and its answer.

use std::sync::Arc;
use std::time::{Duration, Instant};

use copydesk::fetch::{self, Address, Answer, Client, Document, Due, Kind, Outcome, Validators};
use copydesk::model::{Manners, Proxy, Secret, Switches};
use url::Url;

use crate::fetch::{client, due, failure, manners};
use crate::origin::{Origin, Reply, Request, raw, reply};

const FEED: &[u8] = b"<rss version=\"2.0\"><channel><title>News</title></channel></rss>";

async fn get(url: Url) -> Answer {
    fetch::one(&client(), &due("it", url)).await
}

async fn again(url: Url, validators: Validators) -> Answer {
    fetch::one(&client(), &Due { validators, ..due("it", url) }).await
}

fn document(answer: &Answer) -> &Document {
    match &answer.outcome {
        Outcome::Document(document) => document,
        other => panic!("{other:?}"),
    }
}

/// What comes of an origin that always answers the same.
async fn of(answer: impl Fn() -> Reply + Send + Sync + 'static) -> Answer {
    let origin = Origin::start(move |_| answer());
    get(origin.url("/feed")).await
}

#[tokio::test]
async fn section_1_the_request_says_who_asks_and_nothing_else() {
    let origin = Origin::start(|_| reply(200, &[("Set-Cookie", "a=b")], FEED));
    let client = client();
    for _ in 0..2 {
        fetch::one(&client, &due("it", origin.url("/feed?x=1#part"))).await;
    }
    for request in origin.seen() {
        assert_eq!(request.path, "/feed?x=1");
        assert_eq!(
            request.header("user-agent"),
            Some("copydesk/0 (+https://desk.example/about; Screen Desk)")
        );
        assert!(request.header("accept").unwrap().starts_with("application/atom+xml"));
        let mut names: Vec<_> = request.headers.iter().map(|(name, _)| name.as_str()).collect();
        names.sort_unstable();
        assert_eq!(names, ["accept", "accept-encoding", "host", "user-agent"]);
    }
}

#[tokio::test]
async fn rule_2_1_validators_come_back_byte_for_byte() {
    for etag in ["\"abc\"", "W/\"abc-gzip\"", "unquoted", "\"caf\u{e9}\"", "\"a, b\""] {
        let date = "Mon, 1 Jan 1990 00:00:00 +0000 or so";
        let origin = Origin::start(move |request: &Request| match request.header("if-none-match") {
            Some(_) => reply(304, &[], b""),
            None => reply(200, &[("ETag", etag), ("Last-Modified", date)], FEED),
        });
        let first = get(origin.url("/feed")).await;
        let second = again(origin.url("/feed"), document(&first).validators.clone()).await;
        assert!(matches!(second.outcome, Outcome::NotModified { .. }), "{second:?}");
        let sent = &origin.seen()[1];
        assert_eq!(sent.header("if-none-match"), Some(etag));
        assert_eq!(sent.header("if-modified-since"), Some(date));
    }
}

#[tokio::test]
async fn rule_2_3_a_new_answer_replaces_both_validators_absent_ones_included() {
    let origin = Origin::start(|_| reply(200, &[("ETag", "\"2\"")], FEED));
    let before = Validators {
        etag: Some("\"1\"".into()),
        last_modified: Some("yesterday".into()),
        url: origin.url("/feed").to_string(),
        ..Validators::default()
    };
    let answer = again(origin.url("/feed"), before).await;
    let after = &document(&answer).validators;
    assert_eq!((after.etag.as_deref(), after.last_modified.as_deref()), (Some("\"2\""), None));
}

#[tokio::test]
async fn rule_2_4_a_304_replaces_what_it_names_and_keeps_the_rest() {
    let origin = Origin::start(|_| reply(304, &[("ETag", "W/\"2\""), ("Cache-Control", "max-age=900")], b""));
    let before = Validators {
        etag: Some("\"1\"".into()),
        last_modified: Some("yesterday".into()),
        url: origin.url("/feed").to_string(),
        ..Validators::default()
    };
    let answer = again(origin.url("/feed"), before).await;
    let Outcome::NotModified { validators, fresh_for, .. } = answer.outcome else { panic!("{answer:?}") };
    assert_eq!(validators.etag.as_deref(), Some("W/\"2\""));
    assert_eq!(validators.last_modified.as_deref(), Some("yesterday"));
    assert_eq!(fresh_for, Some(Duration::from_secs(900)));
}

#[tokio::test]
async fn rule_2_5_validators_are_not_sent_elsewhere_nor_under_another_name() {
    let origin = Origin::start(|_| reply(200, &[("ETag", "\"1\"")], FEED));
    let known = document(&get(origin.url("/feed")).await).validators.clone();
    again(origin.url("/other"), known.clone()).await;
    let renamed =
        fetch::client(&copydesk::model::Manners { user_agent: "copydesk/1".into(), ..manners() }).unwrap();
    fetch::one(&renamed, &Due { validators: known, ..due("it", origin.url("/feed")) }).await;
    assert!(origin.seen().iter().all(|request| request.header("if-none-match").is_none()));
}

#[tokio::test]
async fn rule_2_5_across_a_redirect_the_condition_goes_only_where_it_came_from() {
    let origin = Origin::start(|request: &Request| match request.path.as_str() {
        "/old" => reply(302, &[("Location", "/new")], b""),
        _ if request.header("if-none-match").is_some() => reply(304, &[], b""),
        _ => reply(200, &[("ETag", "\"new\"")], FEED),
    });
    let first = get(origin.url("/old")).await;
    let known = document(&first).validators.clone();
    assert_eq!(known.url, origin.url("/new").to_string());
    let second = again(origin.url("/old"), known).await;
    assert!(matches!(second.outcome, Outcome::NotModified { .. }), "{second:?}");
    let conditional: Vec<_> =
        origin.seen().iter().map(|r| (r.path.clone(), r.header("if-none-match").is_some())).collect();
    let expected = [("/old", false), ("/new", false), ("/old", false), ("/new", true)];
    assert_eq!(conditional, expected.map(|(path, yes)| (path.to_owned(), yes)));
}

#[tokio::test]
async fn section_4_a_304_that_nobody_asked_for_is_a_failure() {
    assert_eq!(failure(&of(|| reply(304, &[], b"")).await).0, Kind::Status(304));
}

#[tokio::test]
async fn section_4_every_status_without_a_document_is_a_receipt_with_its_number() {
    for status in [
        204, 205, 206, 226, 400, 401, 402, 403, 404, 405, 406, 408, 410, 413, 421, 429, 451, 500, 502, 503,
        522,
    ] {
        let answer = of(move || reply(status, &[], if status == 204 { b"" } else { FEED })).await;
        let (kind, message) = failure(&answer);
        assert_eq!(kind, Kind::Status(status));
        assert!(message.contains(&status.to_string()), "{message}");
    }
}

#[tokio::test]
async fn rule_4_3_retry_after_is_handed_on() {
    for (value, seconds) in [("3600", Some(3600)), ("later", None)] {
        let answer = of(move || reply(429, &[("Retry-After", value)], b"")).await;
        let Outcome::Failed(receipt) = answer.outcome else { panic!("{answer:?}") };
        assert_eq!(receipt.retry_after, seconds.map(Duration::from_secs), "{value}");
    }
}

#[tokio::test]
async fn section_4_a_challenge_is_told_from_a_plain_refusal() {
    let answer =
        of(|| reply(403, &[("cf-mitigated", "challenge"), ("Content-Type", "text/html")], b"<html>")).await;
    assert_eq!(failure(&answer).0, Kind::Challenge);
}

#[tokio::test]
async fn rule_5_2_a_move_is_permanent_only_if_every_hop_is() {
    for (statuses, permanent) in
        [([301, 308], true), ([301, 302], false), ([307, 308], false), ([303, 301], false)]
    {
        let origin = Origin::start(move |request: &Request| match request.path.as_str() {
            "/1" => reply(statuses[0], &[("Location", "/2")], b""),
            "/2" => reply(statuses[1], &[("Location", "3")], b"moved"),
            _ => reply(200, &[], FEED),
        });
        let answer = get(origin.url("/1")).await;
        assert_eq!(document(&answer).url, origin.url("/3").to_string());
        assert_eq!(answer.hops.iter().map(|hop| hop.status).collect::<Vec<_>>(), statuses);
        assert_eq!(answer.moved_to().is_some(), permanent, "{statuses:?}");
    }
}

#[tokio::test]
async fn rule_5_1_a_circle_and_a_sixth_hop_are_refused_and_a_fifth_is_not() {
    let origin = Origin::start(|request: &Request| {
        let n: u32 = request.path.rsplit('/').next().unwrap().parse().unwrap();
        match request.path.as_str() {
            "/circle/1" => reply(302, &[("Location", "/circle/2")], b""),
            "/circle/2" => reply(302, &[("Location", "/circle/1")], b""),
            _ if n == 0 => reply(200, &[], FEED),
            _ => reply(302, &[("Location", &format!("/{}", n - 1))], b""),
        }
    });
    assert_eq!(failure(&get(origin.url("/circle/1")).await).0, Kind::RedirectLoop);
    assert_eq!(failure(&get(origin.url("/6")).await).0, Kind::RedirectLoop);
    assert_eq!(document(&get(origin.url("/5")).await).bytes, FEED);
}

#[tokio::test]
async fn rule_5_1_a_redirect_without_or_to_a_senseless_place_is_refused() {
    assert_eq!(failure(&of(|| reply(301, &[], b"")).await).0, Kind::BadRedirect);
    assert_eq!(failure(&of(|| reply(301, &[("Location", "http://[")], b"")).await).0, Kind::BadRedirect);
}

#[tokio::test]
async fn rule_8_1_a_redirect_inside_is_refused_before_it_is_dialled() {
    let inside = [
        "http://10.0.0.1/",
        "http://[::1]:8080/",
        "http://0x0a.2:8080/",
        "ftp://example.com/",
        "file:///etc/passwd",
    ];
    for target in inside {
        let answer = of(move || reply(302, &[("Location", target)], b"")).await;
        let (kind, message) = failure(&answer);
        assert_eq!(kind, Kind::ForbiddenAddress, "{target}: {message}");
    }
}

#[tokio::test]
async fn rule_8_1_a_name_that_leads_inside_is_refused_in_the_resolver() {
    let origin = Origin::start(|_| reply(200, &[], FEED));
    let closed =
        fetch::client(&copydesk::model::Manners { allow_addresses: Vec::new(), ..manners() }).unwrap();
    let url: Url = format!("http://localhost:{}/", origin.address.port()).parse().unwrap();
    let answer = fetch::one(&closed, &due("it", url)).await;
    assert_eq!(failure(&answer).0, Kind::ForbiddenAddress, "{answer:?}");
    assert!(origin.seen().is_empty());
}

#[tokio::test]
async fn rule_1_9_a_login_goes_to_its_host_as_a_header_and_nowhere_else() {
    let stranger = Origin::start(|_| reply(200, &[], FEED));
    let target = stranger.url("/feed").to_string();
    let origin = Origin::start(move |_| reply(302, &[("Location", &target)], b""));
    let mut url = origin.url("/feed");
    url.set_username("desk%40news").unwrap();
    url.set_password(Some("se+cret&1")).unwrap();
    let answer = get(url).await;
    assert_eq!(document(&answer).bytes, FEED);
    // "desk@news:se+cret&1"
    assert_eq!(origin.seen()[0].header("authorization"), Some("Basic ZGVza0BuZXdzOnNlK2NyZXQmMQ=="));
    assert_eq!(stranger.seen()[0].header("authorization"), None);
    assert!(!format!("{answer:?}").contains("cret"));
}

#[tokio::test]
async fn a_name_without_address_and_a_closed_port_are_told_apart() {
    let unknown = get("http://no-such-name.invalid/".parse().unwrap()).await;
    assert_eq!(failure(&unknown).0, Kind::Dns, "{unknown:?}");
    let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let closed = get(format!("http://127.0.0.1:{port}/").parse().unwrap()).await;
    assert_eq!(failure(&closed).0, Kind::Connection, "{closed:?}");
}

#[tokio::test]
async fn what_is_no_tls_is_a_tls_failure() {
    let origin = Origin::start(|_| raw(b"HTTP/1.1 200 OK\r\n\r\nplain"));
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    std::thread::spawn(move || {
        use std::io::Write;
        for mut stream in listener.incoming().flatten() {
            let _ = stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n");
            std::thread::sleep(Duration::from_millis(200));
        }
    });
    let answer = get(format!("https://127.0.0.1:{port}/").parse().unwrap()).await;
    assert_eq!(failure(&answer).0, Kind::Tls, "{answer:?}");
    assert!(origin.seen().is_empty());
}

#[tokio::test]
async fn rule_1_8_a_cookie_lives_as_long_as_its_chain_of_redirects_and_goes_to_its_host_only() {
    let stranger = Origin::start(|_| reply(200, &[], FEED));
    let elsewhere = stranger.url("/end").to_string();
    let origin =
        Origin::start(move |request: &Request| match (request.path.as_str(), request.header("cookie")) {
            ("/feed", None) => {
                reply(302, &[("Location", "/feed"), ("Set-Cookie", "seen=1; Path=/; HttpOnly")], b"")
            }
            ("/feed", Some("seen=1")) => reply(302, &[("Location", &elsewhere), ("Set-Cookie", "b=2")], b""),
            _ => reply(500, &[], b""),
        });
    let client = client();
    for _ in 0..2 {
        let answer = fetch::one(&client, &due("it", origin.url("/feed"))).await;
        assert_eq!(document(&answer).bytes, FEED);
    }
    let sent: Vec<_> = origin.seen().iter().map(|r| r.header("cookie").map(str::to_owned)).collect();
    assert_eq!(sent, [None, Some("seen=1".into()), None, Some("seen=1".into())]);
    assert!(stranger.seen().iter().all(|request| request.header("cookie").is_none()));
}

#[tokio::test]
async fn rule_1_9_secrets_of_a_source_go_to_its_host_and_nowhere_else() {
    let stranger = Origin::start(|_| reply(200, &[], FEED));
    let target = stranger.url("/feed").to_string();
    let origin = Origin::start(move |_| reply(302, &[("Location", &target)], b""));
    let secret = |text: &str| Some(Secret::new(text));
    for (switches, name, value) in [
        (Switches { token: secret("t0p"), ..Switches::default() }, "authorization", "Bearer t0p"),
        (
            Switches { login: secret("desk:pass:word"), ..Switches::default() },
            "authorization",
            "Basic ZGVzazpwYXNzOndvcmQ=",
        ),
        (Switches { cookie: secret("session=t0p"), ..Switches::default() }, "cookie", "session=t0p"),
    ] {
        let due = Due { switches: switches.into(), ..due("it", origin.url("/feed")) };
        let answer = fetch::one(&client(), &due).await;
        assert_eq!(document(&answer).bytes, FEED);
        assert_eq!(origin.seen().last().unwrap().header(name), Some(value));
        assert!(!format!("{due:?}{answer:?}").contains("t0p"), "secrets are not shown");
    }
    for request in stranger.seen() {
        assert!(request.header("authorization").is_none() && request.header("cookie").is_none());
    }
}

#[tokio::test]
async fn rule_2_5_another_login_drops_the_validators() {
    let origin = Origin::start(|_| reply(200, &[("ETag", "\"1\"")], FEED));
    let with = |token: &str| Arc::new(Switches { token: Some(Secret::new(token)), ..Switches::default() });
    let first = Due { switches: with("one"), ..due("it", origin.url("/feed")) };
    let validators = document(&fetch::one(&client(), &first).await).validators.clone();
    for (token, conditional) in [("one", true), ("two", false)] {
        let due =
            Due { switches: with(token), validators: validators.clone(), ..due("it", origin.url("/feed")) };
        fetch::one(&client(), &due).await;
        assert_eq!(origin.seen().last().unwrap().header("if-none-match").is_some(), conditional, "{token}");
    }
}

#[tokio::test]
async fn rule_1_11_a_forced_request_passes_caches_and_has_no_condition() {
    let origin = Origin::start(|_| reply(200, &[("ETag", "\"1\"")], FEED));
    let forced = Due { forced: true, ..due("it", origin.url("/feed")) };
    assert!(fetch::one(&client(), &forced).await.forced);
    assert_eq!(origin.seen()[0].header("cache-control"), Some("no-cache"));
}

#[tokio::test]
async fn rule_4_3_a_redirect_that_asks_for_patience_gets_it() {
    let origin = Origin::start(|request: &Request| match request.path.as_str() {
        "/old" => reply(302, &[("Location", "/new"), ("Retry-After", "120")], b""),
        _ => reply(200, &[], FEED),
    });
    let answer = get(origin.url("/old")).await;
    let Outcome::Failed(receipt) = answer.outcome else { panic!("{answer:?}") };
    assert_eq!((receipt.kind, receipt.retry_after), (Kind::Status(302), Some(Duration::from_secs(120))));
    assert_eq!(origin.seen().len(), 1);
}

#[tokio::test]
async fn rule_8_9_a_proxy_is_asked_for_public_names_and_never_for_what_lies_inside() {
    let proxy = Origin::start(|_| reply(200, &[], FEED));
    let through = Proxy::Through(Secret::new(format!("http://{}", proxy.address)));
    let switches = Arc::new(Switches { proxy: through, ..Switches::default() });
    let ask = |url: &str| {
        let due = Due { switches: Arc::clone(&switches), ..due("it", url.parse().unwrap()) };
        async move { fetch::one(&client(), &due).await }
    };
    // Addresses of documentation and of machines inside, and a name that leads inside.
    for inside in ["http://10.0.0.1/", "http://192.0.2.1/feed", "http://169.254.169.254/latest/"] {
        assert_eq!(failure(&ask(inside).await).0, Kind::ForbiddenAddress, "{inside}");
    }
    // A name that nobody here knows could lead anywhere behind the proxy.
    assert_eq!(failure(&ask("http://no-such-name.invalid/").await).0, Kind::Dns);
    assert!(proxy.seen().is_empty());
    let public = ask("http://8.8.8.8/feed").await;
    assert_eq!(document(&public).bytes, FEED);
    assert_eq!(proxy.seen()[0].path, "http://8.8.8.8/feed");
}

#[tokio::test]
async fn rule_8_6_a_host_that_is_allowed_at_a_port_is_asked_there_though_it_lies_inside() {
    let origin = Origin::start(|_| reply(200, &[], FEED));
    let port = origin.address.port();
    let hosts = vec![("localhost".to_owned(), port)];
    let manners = Manners { allow_addresses: Vec::new(), allow_hosts: hosts, ..manners() };
    let client = fetch::client(&manners).unwrap();
    let url = |host: &str| format!("http://{host}:{port}/").parse().unwrap();
    let answer = fetch::one(&client, &due("it", url("localhost"))).await;
    assert_eq!(document(&answer).bytes, FEED);
    let other = fetch::one(&client, &due("it", url("127.0.0.1"))).await;
    assert_eq!(failure(&other).0, Kind::ForbiddenAddress);
}

/// A fetch that must end in time, and as what.
async fn ends(kind: Kind, answer: impl Fn() -> Reply + Send + Sync + 'static) {
    let began = Instant::now();
    let got = of(answer).await;
    assert_eq!(failure(&got).0, kind, "{got:?}");
    assert!(began.elapsed() < Duration::from_secs(30), "took {:?}", began.elapsed());
}

#[tokio::test]
async fn rule_7_1_silence_a_standstill_and_a_drip_end_in_time() {
    ends(Kind::Timeout, || vec![(Duration::from_secs(8), b"HTTP/1.1 200 OK\r\n\r\n".to_vec())]).await;
    let head = b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n<rss>".to_vec();
    let standstill = head.clone();
    ends(Kind::Timeout, move || {
        vec![(Duration::ZERO, standstill.clone()), (Duration::from_secs(8), b"x".to_vec())]
    })
    .await;
    ends(Kind::Timeout, move || {
        let drips = (0..80).map(|_| (Duration::from_millis(100), b"x".to_vec()));
        std::iter::once((Duration::ZERO, head.clone())).chain(drips).collect()
    })
    .await;
}

#[tokio::test]
async fn rule_7_1_an_endless_header_ends() {
    ends(Kind::Protocol, || {
        let line = format!("X-Filler: {}\r\n", "x".repeat(8000)).into_bytes();
        std::iter::once((Duration::ZERO, b"HTTP/1.1 200 OK\r\n".to_vec()))
            .chain((0..2000).map(|_| (Duration::ZERO, line.clone())))
            .collect()
    })
    .await;
    ends(Kind::Timeout, || {
        std::iter::once((Duration::ZERO, b"HTTP/1.1 200 OK\r\n".to_vec()))
            .chain((0..80).map(|i| (Duration::from_millis(100), format!("X-{i}: y\r\n").into_bytes())))
            .collect()
    })
    .await;
}

#[tokio::test]
async fn rule_7_3_too_much_is_refused_early_if_announced_and_at_the_limit_if_not() {
    ends(Kind::TooLarge, || raw(b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n<rss>")).await;
    ends(Kind::TooLarge, || {
        let chunk = vec![b'x'; 1 << 20];
        std::iter::once((Duration::ZERO, b"HTTP/1.1 200 OK\r\n\r\n".to_vec()))
            .chain((0..30).map(|_| (Duration::ZERO, chunk.clone())))
            .collect()
    })
    .await;
}

#[tokio::test]
async fn rule_7_3_a_gzip_bomb_is_refused() {
    use std::io::Write;
    let mut w = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    w.write_all(&vec![b' '; 3 << 19]).unwrap();
    let bomb = w.finish().unwrap();
    ends(Kind::Bomb, move || reply(200, &[("Content-Encoding", "gzip")], &bomb)).await;
}

#[tokio::test]
async fn a_body_shorter_than_announced_or_an_unfinished_chunk_is_truncated() {
    ends(Kind::Truncated, || raw(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n<rss>")).await;
    ends(Kind::Truncated, || raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<rss>\r\n"))
        .await;
}

#[tokio::test]
async fn what_is_not_http_is_refused() {
    ends(Kind::Protocol, || raw(b"SSH-2.0-OpenSSH\r\n\r\n")).await;
    ends(Kind::Protocol, || raw(b"<rss>http 0.9</rss>")).await;
}

#[tokio::test]
async fn a_document_brings_what_the_answer_said_about_it() {
    let answer = of(|| {
        let headers = [
            ("Content-Type", "text/xml; charset=koi8-r"),
            ("Cache-Control", "max-age=600"),
            ("Date", "Sun, 06 Nov 1994 08:49:37 GMT"),
            ("Last-Modified", "Sun, 06 Nov 1994 08:00:00 GMT"),
        ];
        reply(200, &headers, FEED)
    })
    .await;
    let document = document(&answer);
    assert_eq!(document.bytes, FEED);
    assert_eq!(document.content_type.as_deref(), Some("text/xml; charset=koi8-r"));
    assert_eq!(document.fresh_for, Some(Duration::from_secs(600)));
    assert_eq!(document.date.unwrap().to_rfc3339(), "1994-11-06T08:49:37+00:00");
    assert_eq!(document.last_modified.unwrap().to_rfc3339(), "1994-11-06T08:00:00+00:00");
}

fn file(client: &Client, path: &std::path::Path, validators: Validators) -> impl Future<Output = Answer> {
    let address = Address::File(path.into());
    let due = Due { address, validators, ..due("file", Url::parse("http://unused.example/").unwrap()) };
    let client = client.clone();
    async move { fetch::one(&client, &due).await }
}

#[tokio::test]
async fn an_unchanged_file_is_not_read_twice_and_a_changed_one_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("feed.xml");
    std::fs::write(&path, FEED).unwrap();
    let client = client();
    let first = file(&client, &path, Validators::default()).await;
    let known = document(&first).validators.clone();
    assert_eq!(document(&first).bytes, FEED);
    let second = file(&client, &path, known.clone()).await;
    assert!(matches!(second.outcome, Outcome::NotModified { .. }), "{second:?}");
    std::fs::write(&path, b"<rss/>").unwrap();
    assert_eq!(document(&file(&client, &path, known).await).bytes, b"<rss/>");
}

#[tokio::test]
async fn a_missing_file_a_folder_and_a_device_are_receipts() {
    let client = client();
    let folder = tempfile::tempdir().unwrap();
    for path in [folder.path().join("missing.xml"), folder.path().into(), "/dev/zero".into()] {
        let answer = file(&client, &path, Validators::default()).await;
        let (kind, message) = failure(&answer);
        assert_eq!(kind, Kind::File);
        assert!(message.contains(&path.display().to_string()), "{message}");
    }
}
