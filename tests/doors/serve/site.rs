//! A folder that is served, in this process or by the command, and clients.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::sync::Arc;

use copydesk::serve::{Callbacks, Limits};
use tempfile::TempDir;
use tokio::sync::oneshot;

pub(crate) const RSS: &[u8] = b"<?xml version=\"1.0\"?><rss version=\"2.0\"/>";

pub(crate) struct Site {
    pub(crate) folder: TempDir,
    pub(crate) address: SocketAddr,
    pub(crate) stop: Option<oneshot::Sender<()>>,
    pub(crate) ended: std::thread::JoinHandle<()>,
}

pub(crate) struct Got {
    pub(crate) status: u16,
    pub(crate) headers: BTreeMap<String, String>,
    pub(crate) body: Vec<u8>,
}

impl Got {
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", String::as_str)
    }
}

/// A folder with one document of each kind, served on loopback.
pub(crate) fn site() -> Site {
    site_with(Limits::default())
}

pub(crate) fn site_with(limits: Limits) -> Site {
    site_of(limits, None)
}

pub(crate) fn site_of(limits: Limits, callbacks: Option<Arc<dyn Callbacks>>) -> Site {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("feeds");
    fs::create_dir_all(root.join("tv/archive")).unwrap();
    fs::create_dir_all(root.join("archive")).unwrap();
    fs::create_dir_all(root.join(".hidden")).unwrap();
    fs::create_dir_all(root.join("us tv")).unwrap();
    for name in [
        "index.html",
        "index.opml",
        "feed.css",
        "sitemap-news.xml",
        "tv/rss.xml",
        "tv/atom.xml",
        "tv/feed.json",
        "tv/index.html",
        "tv/archive/0001.atom.xml",
        "archive/rss.xml",
        "us tv/index.html",
        ".hidden/rss.xml",
        ".secret",
    ] {
        fs::write(root.join(name), if name == "tv/rss.xml" { RSS } else { name.as_bytes() }).unwrap();
    }
    fs::write(folder.path().join("outside.xml"), b"not yours").unwrap();
    let (address_out, address_in) = std::sync::mpsc::channel();
    let (stop, stopped) = oneshot::channel();
    let ended = std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
            address_out.send(listener.local_addr().unwrap()).unwrap();
            let shutdown = async { drop(stopped.await) };
            let announced = copydesk::serve::Announced {
                base_url: Some("https://desk.example/feeds/".into()),
                hubs: vec!["https://hub.example/".into()],
                ..Default::default()
            };
            copydesk::serve::run(&root, announced, callbacks, listener, limits, shutdown).await.unwrap();
        });
    });
    Site { folder, address: address_in.recv().unwrap(), stop: Some(stop), ended }
}

impl Site {
    pub(crate) fn ask(&self, method: &str, path: &str, headers: &[(&str, &str)]) -> Got {
        ask(self.address, method, path, headers)
    }

    pub(crate) fn get(&self, path: &str) -> Got {
        self.ask("GET", path, &[])
    }

    pub(crate) fn file(&self, name: &str) -> std::path::PathBuf {
        self.folder.path().join("feeds").join(name)
    }
}

pub(crate) fn ask(address: SocketAddr, method: &str, path: &str, headers: &[(&str, &str)]) -> Got {
    let mut stream = TcpStream::connect(address).unwrap();
    let mut request = format!("{method} {path} HTTP/1.1\r\nHost: desk.example\r\nConnection: close\r\n");
    for (name, value) in headers {
        request.push_str(&format!("{name}: {value}\r\n"));
    }
    stream.write_all(format!("{request}\r\n").as_bytes()).unwrap();
    answer(&mut BufReader::new(stream))
}

/// One answer that ends with its connection.
pub(crate) fn answer(reader: &mut impl BufRead) -> Got {
    let mut line = String::new();
    reader.read_line(&mut line).unwrap();
    let status = line.split(' ').nth(1).unwrap().parse().unwrap();
    let mut headers = BTreeMap::new();
    loop {
        line.clear();
        reader.read_line(&mut line).unwrap();
        let Some((name, value)) = line.trim_end().split_once(": ") else { break };
        let name = name.to_ascii_lowercase();
        let before = headers.remove(&name).map(|before: String| before + ", ").unwrap_or_default();
        headers.insert(name, before + value);
    }
    let mut body = Vec::new();
    reader.read_to_end(&mut body).unwrap();
    Got { status, headers, body }
}

/// Starts the command; what it said first, and the process.
pub(crate) fn command(folder: &Path) -> (std::process::Child, BufReader<std::process::ChildStderr>, String) {
    let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_copydesk"))
        .args(["serve", "--listen", "127.0.0.1:0", "--folder"])
        .arg(folder)
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    let mut stderr = BufReader::new(child.stderr.take().unwrap());
    let mut line = String::new();
    stderr.read_line(&mut line).unwrap();
    (child, stderr, line)
}
