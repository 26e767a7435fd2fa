//! The doors, tried from outside with the real program: as the publisher of a feed, as the owner of a
//! followed list, and as whoever reads what a desk leaves behind.

use crate::origin;

use std::collections::BTreeMap;
use std::fs;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use origin::{Origin, Reply, Request, reply};
use tempfile::TempDir;

/// 2026-11-30, 09:00 UTC.
const NOW: i64 = 1_796_029_200;
const DAY: i64 = 86_400;

/// A desk in a folder, and everything that its commands said.
struct Desk {
    folder: TempDir,
    said: Mutex<String>,
}

impl Desk {
    fn new(fetch: &str, rest: &str) -> Self {
        let desk = Self { folder: tempfile::tempdir().unwrap(), said: Mutex::default() };
        desk.put(
            "copydesk.toml",
            &format!(
                "[site]\ntitle = \"Quay Desk\"\nhome = \"https://desk.example/\"\nbase_url = \"https://desk.example/feeds/\"\n\
                 [fetch]\nallow_addresses = [\"127.0.0.1\"]\n{fetch}\n{rest}"
            ),
        );
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn put(&self, name: &str, text: &str) {
        fs::create_dir_all(self.path(name).parent().unwrap()).unwrap();
        fs::write(self.path(name), text).unwrap();
    }

    fn run(&self, args: &[&str], now: i64, variables: &[(&str, &str)]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_copydesk"));
        command.current_dir(self.folder.path()).args(args).env("SOURCE_DATE_EPOCH", now.to_string());
        for name in ["http_proxy", "https_proxy", "all_proxy", "ALL_PROXY", "HTTPS_PROXY"] {
            command.env_remove(name);
        }
        let output = command.envs(variables.iter().copied()).output().unwrap();
        let both = [&output.stdout, &output.stderr].map(|bytes| String::from_utf8_lossy(bytes).into_owned());
        self.said.lock().unwrap().push_str(&both.concat());
        output
    }

    fn said(&self) -> String {
        self.said.lock().unwrap().clone()
    }

    /// Every file but those that a person wrote, with what was said.
    fn left(&self, theirs: &[&str]) -> BTreeMap<String, Vec<u8>> {
        let mut all = BTreeMap::from([("<said>".to_owned(), self.said().into_bytes())]);
        gather(self.folder.path(), self.folder.path(), &mut all);
        all.retain(|name, _| !theirs.contains(&name.as_str()));
        all
    }

    /// Where a text stands in what is left.
    fn places_of(&self, text: &str, theirs: &[&str]) -> Vec<String> {
        let has = |bytes: &Vec<u8>| bytes.windows(text.len()).any(|part| part == text.as_bytes());
        self.left(theirs).into_iter().filter(|(_, bytes)| has(bytes)).map(|(name, _)| name).collect()
    }
}

fn gather(root: &Path, folder: &Path, all: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => gather(root, &path, all),
            false => {
                let name = path.strip_prefix(root).unwrap().to_string_lossy().into_owned();
                all.insert(name, fs::read(&path).unwrap());
            }
        }
    }
}

fn feed(title: &str, items: &[&str], more: &str) -> Vec<u8> {
    let item = |link: &&str| {
        format!(
            "<item><title>The crane at {link} fell</title><link>{link}</link><description>It fell.</description></item>"
        )
    };
    let items: String = items.iter().map(item).collect();
    format!(
        "<rss version='2.0' xmlns:atom='http://www.w3.org/2005/Atom'><channel><title>{title}</title>\
         <link>https://paper.example/</link><description>d</description>{more}{items}</channel></rss>"
    )
    .into_bytes()
}

fn xml(body: &[u8]) -> Reply {
    reply(200, &[("Content-Type", "application/rss+xml")], body)
}

/// Whatever a secret may be: each kind of it has a word of its own.
const SECRETS: &[&str] = &[
    "MARKERaddress",
    "MARKERlogin",
    "MARKERtoken",
    "MARKERcookie",
    "MARKERproxy",
    "MARKERkey",
    "MARKERpath0000",
    "MARKERlist",
    "MARKERenvironment",
    "MARKERfile",
    "MARKERusual",
    "MARKERhome",
];

/// An origin that shows in each answer all that it was asked with, as a careless or a spiteful server does.
fn echo() -> Origin {
    Origin::start(|request: &Request| {
        let asked: String = request.headers.iter().map(|(name, value)| format!("{name}={value} ")).collect();
        let (path, query) = request.path.split_once('?').unwrap_or((&request.path, ""));
        let here = format!("/f/x?{query}");
        match path {
            "/list" => reply(200, &[], format!("<opml><body><outline text='L' xmlUrl='http://u:MARKERlist@{}/f/listed'/></body></opml>", request.header("host").unwrap()).as_bytes()),
            path if path.ends_with("moved") => reply(301, &[("Location", &here)], b""),
            path if path.ends_with("wrong") => reply(302, &[("Location", &format!("ftp://x/{query}{path}"))], b""),
            path if path.ends_with("page") => {
                reply(200, &[("Content-Type", "text/html")], format!("<html><head><title>No {path} {query} {asked}</title><link rel=alternate type=application/rss+xml href='{path}?{query}'>").as_bytes())
            }
            path if path.ends_with("500") => reply(500, &[], asked.as_bytes()),
            path => {
                let own = format!("<atom:link rel='self' href='{}'/><atom:link rel='hub' href='/hub?{query}'/>", request.path.replace('&', "&amp;"));
                xml(&feed(&format!("Paper {asked} {query}").replace(['<', '&'], " "), &[&format!("https://paper.example{}", path.len())], &own))
            }
        }
    })
}

#[test]
fn no_secret_is_in_any_output_log_error_database_export_status_or_published_file() {
    let origin = echo();
    let at = |path: &str| origin.url(path).to_string();
    let with_login =
        |path: &str, password: &str| at(path).replace("http://", &format!("http://user:{password}@"));
    let mut sources = String::new();
    let mut source = |name: &str, feed: &str, more: &str| {
        sources.push_str(&format!(
            "[[sources]]\nname = \"{name}\"\nfeed = \"{feed}\"\nrights = \"full\"\n{more}\n"
        ));
    };
    for end in ["ok", "moved", "wrong", "page", "500"] {
        let public = "url = \"https://paper.example/feed\"";
        source(&format!("Address {end}"), &with_login(&format!("/f/a-{end}"), "MARKERaddress"), "");
        source(&format!("Login {end}"), &at(&format!("/f/l-{end}")), "login = \"me:MARKERlogin\"");
        source(&format!("Token {end}"), &at(&format!("/f/t-{end}")), "token = \"MARKERtoken\"");
        source(&format!("Cookie {end}"), &at(&format!("/f/c-{end}")), "cookie = \"sid=MARKERcookie\"");
        source(&format!("Key {end}"), &at(&format!("/f/k-{end}?key=MARKERkey&x=1")), public);
        source(&format!("Path {end}"), &at(&format!("/MARKERpath0000/k-{end}")), public);
        source(&format!("Env {end}"), &at(&format!("/f/e-{end}")), "token = \"env:QUAY_SECRET\"");
        source(&format!("File {end}"), &at(&format!("/f/f-{end}")), "token = \"file:secret.txt\"");
    }
    source("Given", &at("/f/given"), "");
    source(
        "Home",
        &at("/f/home"),
        "home = \"https://u:MARKERhome@paper.example/\"\nurl = \"https://u:MARKERhome@paper.example/h\"",
    );
    source("Proxied", "http://far.example/f", "proxy = \"http://u:MARKERproxy@127.0.0.1:9\"");
    source("Socks", "http://far.example/s", "proxy = \"socks5h://u:MARKERproxy@127.0.0.1:9\"");
    source("No proxy", "http://far.example/s", "proxy = \"no such MARKERproxy\"");
    let list = format!("[[lists]]\nname = \"Roll\"\nurl = \"{}\"\n", with_login("/list", "MARKERlist"));
    let desk = Desk::new("gap_seconds = 0\npush = true", &format!("{sources}{list}"));
    desk.put("secret.txt", "MARKERfile\n");
    let variables = [
        ("QUAY_SECRET", "MARKERenvironment"),
        ("COPYDESK_SOURCE_GIVEN_TOKEN", "MARKERenvironment"),
        ("https_proxy", "http://u:MARKERusual@127.0.0.1:9"),
    ];
    for (day, args) in
        [&["-v", "run", "--all", "--json"][..], &["run"], &["-v", "run", "--force"], &["-v", "run", "--all"]]
            .into_iter()
            .enumerate()
    {
        let output = desk.run(args, NOW + DAY * 8 * day as i64, &variables);
        assert_eq!(output.status.code(), Some(0), "{}", desk.said());
    }
    let address = with_login("/f/a-ok", "MARKERaddress");
    let page = with_login("/f/a-page", "MARKERaddress");
    let listed = with_login("/list", "MARKERlist");
    for args in [
        &["status"][..],
        &["status", "--json"],
        &["export"],
        &["why", "https://paper.example/7"],
        &["validate", &address, &page],
        &["validate", "--json", &address],
        &["add", "--dry", &address],
        &["-v", "add", &page],
        &["import", "--dry-run", &listed],
        &["backup", "copy.db"],
    ] {
        desk.run(args, NOW + DAY * 40, &variables);
    }
    // All of it was sent where it belongs, or nothing was tried.
    let seen = format!("{:?}", origin.seen());
    for sent in
        ["MARKERtoken", "MARKERcookie", "MARKERkey", "MARKERpath0000", "MARKERenvironment", "MARKERfile"]
    {
        assert!(seen.contains(sent), "{sent} was not sent");
    }
    assert!(seen.contains("Basic dXNlcjpNQVJLRVJhZGRyZXNz") && seen.contains("Basic bWU6TUFSS0VSbG9naW4="));
    for secret in SECRETS {
        let places = desk.places_of(secret, &["copydesk.toml", "secret.txt"]);
        assert!(places.is_empty(), "{secret} stands in {places:?}\n{}", desk.said());
    }
}

#[test]
fn list_from_outside_names_no_file_whatever_it_calls_it() {
    let desk = Desk::new("gap_seconds = 0", "");
    let file = desk.path("private.atom").display().to_string();
    let names: Vec<String> = [
        "feed://PATH",
        "feed:PATH",
        "feed:file://PATH",
        "FEED://PATH",
        "file://PATH",
        "PATH",
        "private.atom",
        "./private.atom",
        "feed:private.atom",
        "http:PATH",
        "//PATH",
    ]
    .map(|name| name.replace("PATH", &file))
    .into();
    let count = names.len();
    let lines: String = names.iter().map(|name| format!("<outline text='x' xmlUrl='{name}'/>")).collect();
    let includes: String =
        names.iter().map(|name| format!("<outline type='include' text='i' url='{name}'/>")).collect();
    let list = format!("<opml><body>{lines}{includes}</body></opml>");
    let served = list.clone();
    let origin = Origin::start(move |_| reply(200, &[], served.as_bytes()));
    let conf = fs::read_to_string(desk.path("copydesk.toml")).unwrap();
    desk.put("copydesk.toml", &format!("{conf}[[lists]]\nname = \"Roll\"\nurl = \"{}\"\n", origin.url("/l")));
    desk.put(
        "private.atom",
        &String::from_utf8(feed("MARKER", &["https://paper.example/MARKER"], "")).unwrap(),
    );
    desk.put("list.opml", &list);
    desk.run(&["-v", "run", "--all"], NOW, &[]);
    desk.run(&["import", "list.opml"], NOW, &[]);
    desk.run(&["import", origin.url("/l").as_str()], NOW, &[]);
    desk.run(&["run", "--all"], NOW + DAY, &[]);
    desk.run(&["status"], NOW + DAY, &[]);
    assert_eq!(desk.places_of("MARKER", &["private.atom"]), Vec::<String>::new());
    assert!(desk.said().matches("is no http or https address").count() >= 3 * count, "{}", desk.said());
    // An older copydesk may have taken one: it is a source no more.
    let database = rusqlite::Connection::open(desk.path("copydesk.db")).unwrap();
    let sql = "INSERT INTO listed (list, key, name, address, folders, dropped, place) VALUES ('roll', 'roll/x', 'x', ?1, '[]', 0, 0)";
    database.execute(sql, [format!("feed://{file}")]).unwrap();
    drop(database);
    desk.run(&["-v", "run", "--all"], NOW + 2 * DAY, &[]);
    assert_eq!(desk.places_of("MARKER", &["private.atom"]), Vec::<String>::new());
}

#[test]
fn clock_that_was_ten_years_ahead_for_one_run_leaves_nothing_behind() {
    for first in [true, false] {
        let origin = Origin::start(|request: &Request| match request.header("if-none-match") {
            Some("\"1\"") => reply(304, &[("ETag", "\"1\"")], b""),
            _ => {
                let body = feed("Paper", &["https://paper.example/1", "https://paper.example/2"], "");
                reply(200, &[("ETag", "\"1\""), ("Content-Type", "application/rss+xml")], &body)
            }
        });
        let list = Origin::start(|_| {
            reply(200, &[], b"<opml><body><outline text='F' xmlUrl='https://f.invalid/f'/></body></opml>")
        });
        let rest = format!(
            "[[sources]]\nname = \"Paper\"\nfeed = \"{}\"\nrights_days = 30\n[[lists]]\nname = \"Roll\"\nurl = \"{}\"\n\
             [[articles]]\npath = \"own/*.json\"\nurl = \"https://desk.example/{{slug}}\"\n",
            origin.url("/f"),
            list.url("/l")
        );
        let desk = Desk::new("gap_seconds = 0", &rest);
        desk.put(
            "own/one.json",
            r#"{"title": "The ferry is late", "text": "It is late.", "published": "2026-11-29T08:00:00Z"}"#,
        );
        desk.put(
            "own/later.json",
            r#"{"title": "The new bridge opens", "text": "It opens.", "published": "2027-05-01T08:00:00Z"}"#,
        );
        if !first {
            for day in -3..0 {
                desk.run(&["run"], NOW + day * DAY, &[]);
            }
        }
        desk.run(&["run"], NOW + 3650 * DAY, &[]);
        let (asked, lists) = (origin.seen().len(), list.seen().len());
        let output = desk.run(&["run"], NOW, &[]);
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(0), "{told}");
        assert!(told.contains("the clock of an earlier run was ahead (27 November 2036)"), "{told}");
        assert_eq!((origin.seen().len(), list.seen().len()), (asked + 1, lists + 1), "asked at once: {told}");
        // The bridge is announced for a day that has not come.
        assert_eq!(
            desk.places_of("new bridge opens", &["own/later.json", "copydesk.db", "copydesk.db-wal"]),
            Vec::<String>::new()
        );
        let published: Vec<String> = desk.places_of("2036-", &["<said>", "copydesk.db", "copydesk.db-wal"]);
        assert_eq!(published, Vec::<String>::new(), "first: {first}");
        let database = rusqlite::Connection::open(desk.path("copydesk.db")).unwrap();
        for (table, column) in times(&database) {
            let ahead = (NOW + 3000 * DAY) * 1000;
            let sql = format!(
                "SELECT count(*) FROM {table} WHERE typeof({column}) = 'integer' AND {column} > {ahead} AND {column} < {}",
                ahead * 3
            );
            let count: i64 = database.query_row(&sql, [], |row| row.get(0)).unwrap();
            assert_eq!(count, 0, "{table}.{column}");
            let sql = format!("SELECT count(*) FROM {table} WHERE {column} LIKE '%2036-1%'");
            let count: i64 = database.query_row(&sql, [], |row| row.get(0)).unwrap();
            assert_eq!(count, 0, "{table}.{column}");
        }
        drop(database);
        // And then all is as ever.
        let told = desk.run(&["run"], NOW + 3600, &[]);
        assert!(!String::from_utf8_lossy(&told.stderr).contains("clock"), "{}", desk.said());
        let before = fs::read(desk.path("feeds/all/atom.xml")).unwrap();
        desk.run(&["run"], NOW + 7200, &[]);
        assert!(fs::read(desk.path("feeds/all/atom.xml")).unwrap() == before);
    }
}

/// Every column of every table but those that hold prints.
fn times(database: &rusqlite::Connection) -> Vec<(String, String)> {
    let sql = "SELECT tables.name, columns.name FROM sqlite_schema AS tables, pragma_table_info(tables.name) AS columns
        WHERE tables.type = 'table' AND columns.name NOT IN ('print', 'key', 'hash', 'fingerprint', 'modified', 'versions')";
    let mut query = database.prepare(sql).unwrap();
    query.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap().map(Result::unwrap).collect()
}

#[test]
fn pause_between_two_requests_to_a_host_holds_between_phases() {
    let origin = Origin::start(|request: &Request| match request.path.as_str() {
        "/list" => {
            let host = request.header("host").unwrap();
            let line = format!(
                "<opml><body><outline text='A' xmlUrl='http://{host}/a'/><outline type='include' text='i' url='/more'/></body></opml>"
            );
            reply(200, &[], line.as_bytes())
        }
        "/more" => {
            reply(200, &[], b"<opml><body><outline text='B' xmlUrl='https://b.example/f'/></body></opml>")
        }
        _ => {
            let hub = format!("<atom:link rel='hub' href='http://{}/hub'/>", request.header("host").unwrap());
            xml(&feed("Paper", &["https://paper.example/1"], &hub))
        }
    });
    let list = format!("[[lists]]\nname = \"Roll\"\nurl = \"{}\"\n", origin.url("/list"));
    let desk = Desk::new("gap_seconds = 1\npush = true", &list);
    desk.run(&["run", "--all"], NOW, &[]);
    let seen = origin.seen();
    let paths: Vec<&str> = seen.iter().map(|request| request.path.as_str()).collect();
    assert_eq!(paths, ["/list", "/a", "/hub"], "{}", desk.said());
    desk.run(&["import", origin.url("/list").as_str()], NOW, &[]);
    let seen = origin.seen();
    for pair in [&seen[0..2], &seen[1..3], &seen[3..5]] {
        let gap = pair[1].at - pair[0].at;
        assert!(gap >= Duration::from_millis(950), "{} after {}: {gap:?}", pair[1].path, pair[0].path);
    }
}

/// A SOCKS5 proxy that takes every name for the origin; the names that it was asked for.
fn socks(to: std::net::SocketAddr) -> (std::net::SocketAddr, Arc<Mutex<Vec<String>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let (address, names) = (listener.local_addr().unwrap(), Arc::new(Mutex::new(Vec::new())));
    let log = Arc::clone(&names);
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let log = Arc::clone(&log);
            thread::spawn(move || one_through(stream, to, &log));
        }
    });
    (address, names)
}

fn one_through(mut near: TcpStream, to: std::net::SocketAddr, log: &Mutex<Vec<String>>) -> Option<()> {
    let mut head = [0; 2];
    near.read_exact(&mut head).ok()?;
    near.read_exact(&mut vec![0; usize::from(head[1])]).ok()?;
    near.write_all(&[5, 0]).ok()?;
    let mut ask = [0; 4];
    near.read_exact(&mut ask).ok()?;
    let name = match ask[3] {
        1 => {
            let mut ip = [0; 4];
            near.read_exact(&mut ip).ok()?;
            std::net::Ipv4Addr::from(ip).to_string()
        }
        _ => {
            let mut length = [0; 1];
            near.read_exact(&mut length).ok()?;
            let mut name = vec![0; usize::from(length[0])];
            near.read_exact(&mut name).ok()?;
            String::from_utf8_lossy(&name).into_owned()
        }
    };
    near.read_exact(&mut [0; 2]).ok()?;
    log.lock().unwrap().push(name);
    near.write_all(&[5, 0, 0, 1, 0, 0, 0, 0, 0, 0]).ok()?;
    let mut far = TcpStream::connect(to).ok()?;
    let (mut back, mut there) = (near.try_clone().ok()?, far.try_clone().ok()?);
    thread::spawn(move || std::io::copy(&mut near, &mut there));
    std::io::copy(&mut far, &mut back).ok()?;
    back.shutdown(std::net::Shutdown::Both).ok()
}

#[test]
fn socks_proxies_work_with_names_and_with_addresses() {
    let origin = Origin::start(|_| xml(&feed("Paper", &["https://paper.example/1"], "")));
    let (proxy, names) = socks(origin.address);
    for (scheme, asked) in [("socks5h", "localhost"), ("socks5", "127.0.0.1")] {
        let source = format!(
            "[[sources]]\nname = \"Far\"\nfeed = \"http://localhost:8080/f\"\nproxy = \"{scheme}://{proxy}\"\n"
        );
        let desk = Desk::new("gap_seconds = 0", &source);
        let output = desk.run(&["-v", "run", "--all"], NOW, &[]);
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{scheme}");
        assert!(fs::read_to_string(desk.path("feeds/all/rss.xml")).unwrap().contains("paper.example/1"));
        assert_eq!(names.lock().unwrap().pop().as_deref(), Some(asked), "{scheme}");
    }
    assert_eq!(origin.seen().len(), 2);
}

#[cfg(unix)]
#[test]
fn too_few_descriptors_end_in_a_message_and_never_in_a_panic() {
    let origin = Origin::start(|_| xml(&feed("Paper", &["https://paper.example/1"], "")));
    let source = format!("[[sources]]\nname = \"P\"\nfeed = \"{}\"\n", origin.url("/f"));
    let began = Instant::now();
    for count in [5, 6, 7, 8, 9, 10, 12, 16, 20] {
        // A desk of its own each time: what was told once is told no more.
        let desk = Desk::new("gap_seconds = 0", &source);
        let script = format!("ulimit -n {count}; exec \"$0\" run --all");
        let output = Command::new("bash")
            .args(["-c", &script, env!("CARGO_BIN_EXE_copydesk")])
            .current_dir(desk.folder.path())
            .output()
            .unwrap();
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        // Without room for its libraries a program does not begin.
        if told.contains("loading shared libraries") {
            continue;
        }
        assert!(!told.contains("panicked"), "{count}: {told}");
        // How many it takes differs by machine: what has enough of them does the whole work.
        if output.status.success() {
            assert_eq!(told, "", "{count}");
            assert!(fs::read_to_string(desk.path("feeds/all/rss.xml")).unwrap().contains("paper.example/1"));
            continue;
        }
        assert!(matches!(output.status.code(), Some(1 | 2)), "{count}: {:?} {told}", output.status);
        assert!(told.contains("open"), "{count}: {told}");
    }
    assert!(began.elapsed() < Duration::from_secs(60));
}

#[cfg(unix)]
#[test]
fn files_beside_a_database_that_can_be_written_again_can_be_too() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new("", "");
    desk.run(&["run"], NOW, &[]);
    let beside = desk.path("copydesk.db-shm");
    fs::write(&beside, "").unwrap();
    fs::set_permissions(&beside, PermissionsExt::from_mode(0o444)).unwrap();
    let output = desk.run(&["run"], NOW + DAY, &[]);
    assert_eq!((output.status.code(), desk.said().as_str()), (Some(0), ""));
    let is_stuck = fs::metadata(&beside).is_ok_and(|known| known.permissions().readonly());
    assert!(!is_stuck);
}

#[test]
fn hub_over_plain_http_is_told_no_secret_unless_it_is_allowed() {
    for (allowed, told) in [(true, 1), (false, 0)] {
        let origin = Origin::start(|request: &Request| {
            let port = request.header("host").unwrap().rsplit(':').next().unwrap().to_owned();
            let hub = format!("<atom:link rel='hub' href='http://me:MARKER@localhost:{port}/hub'/>");
            xml(&feed("Paper", &["https://paper.example/1"], &hub))
        });
        let source = format!("[[sources]]\nname = \"P\"\nfeed = \"{}\"\n", origin.url("/f"));
        let desk = Desk::new("gap_seconds = 0\npush = true", &source);
        if !allowed {
            // The feed's place alone, by its name.
            let conf = fs::read_to_string(desk.path("copydesk.toml")).unwrap();
            desk.put("copydesk.toml", &conf.replace("\"127.0.0.1\"", &format!("\"{}\"", origin.address)));
        }
        desk.run(&["run", "--all"], NOW, &[]);
        desk.run(&["status"], NOW, &[]);
        let asked = origin.seen().iter().filter(|request| request.path == "/hub").count();
        assert_eq!(
            (asked, desk.said().contains("goes over https only")),
            (told, !allowed),
            "{}",
            desk.said()
        );
        assert_eq!(desk.places_of("MARKER", &[]), Vec::<String>::new());
    }
}
