//! A small desk whose configuration, files and feeds change between real runs.

#![allow(dead_code, reason = "each test program uses its part")]

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use copydesk::model::{Feed, Hints};
use copydesk::read;
use tempfile::TempDir;

/// 2026-11-25, 10:00.
pub(crate) const NOW: i64 = 1_795_600_800;
pub(crate) const HOUR: i64 = 3_600;

pub(crate) const NEWS: &str = "[[sections]]\nslug = \"news\"\ntitle = \"News\"\n";
pub(crate) const COAST: &str = "[[sections]]\nslug = \"coast\"\ntitle = \"Coast\"\n";

pub(crate) struct Desk(TempDir);

impl Desk {
    pub(crate) fn new(rest: &str) -> Self {
        let desk = Self(tempfile::tempdir().unwrap());
        fs::create_dir(desk.path("own")).unwrap();
        desk.wire("tern", &["Report on amber", "Letter from the coast", "A note on dredging"]);
        desk.wire("gull", &["Budget of the harbour", "Trams stand still"]);
        desk.configure(rest);
        desk
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub(crate) fn put(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).unwrap();
    }

    pub(crate) fn configure(&self, rest: &str) {
        let head = "[site]\ntitle = \"Quay Desk\"\nhome = \"https://desk.example/\"\n\
            base_url = \"https://desk.example/feeds/\"\n\
            [[articles]]\npath = \"own/**/*\"\nurl = \"https://desk.example/{section}/{slug}\"\nsection = \"news\"\n";
        self.put("copydesk.toml", &format!("{head}{rest}"));
    }

    pub(crate) fn wire(&self, host: &str, titles: &[&str]) {
        let item = |(nth, title): (usize, &&str)| {
            let about = title.to_lowercase();
            format!(
                "<item><title>{title}</title><link>https://{host}.example/{nth}</link><guid>https://{host}.example/{nth}</guid>\
                 <pubDate>Wed, 25 Nov 2026 0{nth}:00:00 GMT</pubDate><description>All about {about}, by {host}.</description></item>"
            )
        };
        let items: String = titles.iter().enumerate().map(item).collect();
        self.put(
            &format!("{host}.xml"),
            &format!("<rss version=\"2.0\"><channel><title>{host}</title><link>https://{host}.example/</link><description>d</description>{items}</channel></rss>"),
        );
    }

    pub(crate) fn run(&self, hours: i64, arguments: &[&str]) -> String {
        let output = self.command(hours, &[&["run", "--all"], arguments].concat());
        assert_eq!(output.status.code(), Some(0), "{output:?}");
        String::from_utf8(output.stderr).unwrap()
    }

    pub(crate) fn command(&self, hours: i64, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_copydesk"));
        command.arg("--config").arg(self.path("copydesk.toml")).args(arguments);
        command.env("SOURCE_DATE_EPOCH", (NOW + hours * HOUR).to_string()).output().unwrap()
    }

    pub(crate) fn feed(&self, section: &str) -> Feed {
        let bytes = fs::read(self.path(&format!("feeds/{section}/atom.xml"))).unwrap();
        read::feed(&bytes, &Hints::default()).unwrap().feed
    }

    pub(crate) fn titles(&self, section: &str) -> Vec<String> {
        let title = |entry: &copydesk::model::Entry| entry.title.as_ref().unwrap().value.clone();
        self.feed(section).entries.iter().map(title).collect()
    }

    /// Id and time of the last edit, by headline.
    pub(crate) fn known(&self, section: &str) -> BTreeMap<String, (String, i64)> {
        let entries = self.feed(section).entries.into_iter();
        entries
            .map(|entry| {
                let updated = entry.updated.unwrap().timestamp();
                (entry.title.as_ref().unwrap().value.clone(), (entry.id.clone().unwrap(), updated))
            })
            .collect()
    }
}

pub(crate) fn source(name: &str, feed: &str, rest: &str) -> String {
    format!(
        "[[sources]]\nname = \"{name}\"\nfeed = \"{feed}.xml\"\nurl = \"https://{feed}.example/feed\"\n\
         home = \"https://{feed}.example/\"\nrights = \"full\"\n{rest}\n"
    )
}

pub(crate) fn tern(rest: &str) -> String {
    source("Tern", "tern", rest)
}
