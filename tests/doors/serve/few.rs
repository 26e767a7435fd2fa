//! The command where little is to be had: descriptors, memory.
#![cfg(target_os = "linux")]

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use crate::serve::site::ask;

/// Ends with the test, however it ends.
struct Served(Child);

impl Drop for Served {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// The command with so many descriptors; what it says first.
fn with_descriptors(count: usize, folder: &Path) -> (Served, String) {
    let script = format!("ulimit -n {count} && exec \"$0\" serve --listen 127.0.0.1:0 --folder \"$1\"");
    let mut child = Command::new("sh")
        .args(["-c", &script, env!("CARGO_BIN_EXE_copydesk")])
        .arg(folder)
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stderr = BufReader::new(child.stderr.take().unwrap());
    let mut line = String::new();
    stderr.read_line(&mut line).unwrap();
    // What it says later is not to stop it.
    std::thread::spawn(move || stderr.read_to_end(&mut Vec::new()));
    (Served(child), line)
}

fn address(line: &str) -> SocketAddr {
    line.trim().rsplit_once("http://").unwrap().1.trim_end_matches('/').parse().unwrap()
}

fn half_sent(address: SocketAddr) -> TcpStream {
    let mut stream = TcpStream::connect(address).unwrap();
    stream.write_all(b"GET / HTTP/1.1\r\nHost: d").unwrap();
    stream
}

#[test]
fn too_few_descriptors_are_a_sentence() {
    let folder = tempfile::tempdir().unwrap();
    for count in [8, 12, 20] {
        let (mut served, line) = with_descriptors(count, folder.path());
        assert!(line.contains("are needed; raise the limit"), "{count}: {line}");
        assert_eq!(served.0.wait().unwrap().code(), Some(1), "{count}");
    }
}

#[test]
fn with_few_descriptors_a_good_client_is_served_among_many_bad_ones() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("index.html"), b"hello").unwrap();
    for count in [64, 256] {
        let (_served, line) = with_descriptors(count, folder.path());
        let address = address(&line);
        let _crowd: Vec<TcpStream> = (0..300).map(|_| half_sent(address)).collect();
        for _ in 0..5 {
            assert_eq!(ask(address, "GET", "/", &[]).body, b"hello", "{count}");
        }
    }
}

/// Kilobytes of memory that the process has.
fn memory(served: &Served) -> u64 {
    let status = fs::read_to_string(format!("/proc/{}/status", served.0.id())).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
    line.trim().trim_end_matches(" kB").parse().unwrap()
}

#[test]
fn memory_does_not_grow_with_those_who_take_nothing() {
    let folder = tempfile::tempdir().unwrap();
    fs::File::create(folder.path().join("huge.bin")).unwrap().set_len(60 << 20).unwrap();
    let text = "<p>The crane fell into the basin.</p>\n".repeat(500_000 / 38);
    for number in 0..8 {
        fs::write(folder.path().join(format!("{number}.html")), format!("{number}{text}")).unwrap();
    }
    let (served, line) = with_descriptors(1024, folder.path());
    let address = address(&line);
    let stalled = |path: String| {
        let mut stream = TcpStream::connect(address).unwrap();
        let head = format!("GET {path} HTTP/1.1\r\nHost: d\r\n\r\n");
        // Three requests at once: none may be held in memory for the next.
        stream.write_all(head.repeat(3).as_bytes()).unwrap();
        stream
    };
    let mut crowd: Vec<TcpStream> = (0..20).map(|_| stalled("/huge.bin".to_owned())).collect();
    crowd.extend((0..64).map(|number| stalled(format!("/{}.html", number % 8))));
    for stream in &mut crowd {
        // All of them are being answered.
        stream.read_exact(&mut [0; 16]).unwrap();
    }
    std::thread::sleep(Duration::from_millis(300));
    let kilobytes = memory(&served);
    assert!(kilobytes < 64 << 10, "{kilobytes} kB");
}
