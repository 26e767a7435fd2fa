//! How sources come to a desk: found on a page, imported from a list, followed with one.

mod add;
mod lists;

use std::path::PathBuf;
use std::process::{Command, Output};

use crate::origin::{Origin, Reply, reply};
use tempfile::TempDir;

/// 2016-08-24.
const NOW: &str = "1472000000";

/// A configuration with a comment on every line that could lose one.
const CONFIGURATION: &str = "# the desk\n[site] # ours\ntitle = 'Desk'\nhome = \"https://desk.example/\"\n\
    base_url = \"https://desk.example/feeds/\"\n\n[fetch]\ngap_seconds = 0 # quick\nallow_addresses = [\"127.0.0.1\"]\n\n\
    # what we publish\n[[sections]]\nslug = \"tv\"\ntitle = \"TV News\" # all of it\n# the end\n";

struct Desk(TempDir);

impl Desk {
    fn new(configuration: &str) -> Self {
        let desk = Self(tempfile::tempdir().unwrap());
        desk.put("copydesk.toml", configuration);
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn put(&self, name: &str, text: &str) {
        std::fs::write(self.path(name), text).unwrap();
    }

    fn configuration(&self) -> String {
        std::fs::read_to_string(self.path("copydesk.toml")).unwrap()
    }

    fn command(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_copydesk"));
        command.arg("--config").arg(self.path("copydesk.toml")).args(arguments);
        command.current_dir(self.0.path()).env("SOURCE_DATE_EPOCH", NOW).output().unwrap()
    }

    /// What a command that must succeed says on stdout.
    fn succeed(&self, arguments: &[&str]) -> String {
        let output = self.command(arguments);
        assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", said(&output));
        String::from_utf8(output.stdout).unwrap()
    }

    /// What a command that must be refused says on stderr.
    fn refused(&self, arguments: &[&str]) -> String {
        let output = self.command(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {}", said(&output));
        String::from_utf8(output.stderr).unwrap()
    }

    /// Name, address and sections of every configured source, as an export tells them.
    fn sources(&self) -> Vec<(String, String, Vec<String>)> {
        let desk = copydesk::config::load(&self.path("copydesk.toml")).unwrap();
        let line = |source: copydesk::config::Source| {
            let address = source.public_address().unwrap_or_default();
            (source.name, address, source.sections)
        };
        desk.sources.into_iter().map(line).collect()
    }
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// Every line of the first text stands in the second, in the same order.
fn must_keep_every_line(old: &str, new: &str) {
    let mut waiting = old.lines().peekable();
    for line in new.lines() {
        if waiting.peek() == Some(&line) {
            waiting.next();
        }
    }
    assert_eq!(waiting.next(), None, "lost or moved in:\n{new}");
}

fn feed(title: &str, links: &[&str]) -> Reply {
    let item = |link: &&str| {
        format!("<item><title>t</title><link>{link}</link><pubDate>17 Aug 2016 00:53:20 GMT</pubDate></item>")
    };
    let items: String = links.iter().map(item).collect();
    let text = format!(
        "<rss version='2.0'><channel><title>{title}</title><link>https://s.example/</link><description>d</description>{items}</channel></rss>"
    );
    reply(200, &[("Content-Type", "application/rss+xml")], text.as_bytes())
}

fn page(body: &str) -> Reply {
    reply(200, &[("Content-Type", "text/html")], format!("<!doctype html><html>{body}</html>").as_bytes())
}

fn not_found() -> Reply {
    reply(404, &[], b"no")
}
