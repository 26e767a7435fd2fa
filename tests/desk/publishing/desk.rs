//! A small desk in a folder of its own: one section, the sources that a test gives it.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

/// 2026-11-25, 10:00 UTC.
pub(crate) const NOW: i64 = 1_795_600_800;

pub(crate) struct Desk(TempDir);

impl Desk {
    /// A desk whose configuration has these lines besides; `{}` under `[site]`, `[publish]`.
    pub(crate) fn new(publish: &str, section: &str) -> Self {
        let desk = Self(tempfile::tempdir().unwrap());
        fs::create_dir(desk.path("own")).unwrap();
        desk.put(
            "copydesk.toml",
            &format!(
                "[site]\ntitle = \"Quay Desk\"\nhome = \"https://desk.example/\"\nbase_url = \"https://desk.example/feeds/\"\n\
                 [publish]\n{publish}\n\
                 [[articles]]\npath = \"own/*\"\nurl = \"https://desk.example/{{section}}/{{slug}}\"\nsection = \"news\"\n\
                 [[sections]]\nslug = \"news\"\ntitle = \"News\"\n{section}\n"
            ),
        );
        desk
    }

    /// Adds a source of this name with a document and further lines.
    pub(crate) fn source(&self, name: &str, lines: &str, document: &str) -> &Self {
        let key = name.to_lowercase().replace(|c: char| !c.is_alphanumeric(), "-");
        self.put(&format!("{key}.xml"), document);
        let mut toml = self.text("copydesk.toml");
        toml.push_str(&format!(
            "[[sources]]\nname = \"{name}\"\nfeed = \"{key}.xml\"\nurl = \"https://{key}.example/feed\"\nsections = [\"news\"]\n{lines}\n"
        ));
        self.put("copydesk.toml", &toml);
        self
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    pub(crate) fn put(&self, name: &str, text: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub(crate) fn text(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap_or_default()
    }

    /// One run, so many seconds after [`NOW`].
    pub(crate) fn run_later(&self, seconds: i64) -> Output {
        let command = env!("CARGO_BIN_EXE_copydesk");
        let output = Command::new(command)
            .arg("--config")
            .arg(self.path("copydesk.toml"))
            .args(["run", "--all"])
            .env("SOURCE_DATE_EPOCH", (NOW + seconds).to_string())
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        output
    }

    pub(crate) fn run(&self) -> String {
        let output = self.run_later(0);
        String::from_utf8_lossy(&output.stderr).into_owned()
    }

    /// The three feeds of the section, as text.
    pub(crate) fn feeds(&self) -> [String; 3] {
        ["rss.xml", "atom.xml", "feed.json"].map(|name| self.text(&format!("feeds/news/{name}")))
    }

    pub(crate) fn page(&self) -> String {
        self.text("feeds/news/index.html")
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.text("feeds/news/feed.json")).unwrap()
    }

    pub(crate) fn items(&self) -> Vec<Value> {
        self.json()["items"].as_array().unwrap().clone()
    }

    /// The item with this headline.
    pub(crate) fn item(&self, title: &str) -> Value {
        let items = self.items();
        let found = items.iter().find(|item| item["title"] == title);
        found.unwrap_or_else(|| panic!("no {title} in {items:?}")).clone()
    }
}

/// An RSS document.
pub(crate) fn rss(items: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?><rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" \
         xmlns:media=\"http://search.yahoo.com/mrss/\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:itunes=\"http://www.itunes.com/dtds/podcast-1.0.dtd\"><channel><title>Source</title>\
         <link>https://home.example/start</link><description>d</description>{items}</channel></rss>"
    )
}

/// An item of an RSS document, of this morning.
pub(crate) fn item(number: usize, title: &str, rest: &str) -> String {
    format!(
        "<item><title>{title}</title><link>https://home.example/{number}</link><guid isPermaLink=\"false\">g{number}</guid>\
         <pubDate>Wed, 25 Nov 2026 0{}:{:02}:00 GMT</pubDate>{rest}</item>",
        1 + number / 60 % 8,
        number % 60
    )
}
