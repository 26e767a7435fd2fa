//! A desk over local files that runs in this process with a clock of its own, and what it publishes.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use chrono::{DateTime, TimeDelta, Utc};
use copydesk::config::{self, Desk};
use copydesk::pipeline::{self, Answered, Care, Report, Scope, bell};
use copydesk::store::Store;
use serde_json::Value;

const SITE: &str = "[site]\ntitle = \"Desk\"\nhome = \"https://desk.example/\"\nbase_url = \"https://desk.example/feeds/\"\n\
    [publish]\nformats = [\"json\", \"atom\"]\n\
    [[articles]]\npath = \"own/*\"\nurl = \"https://desk.example/{section}/{slug}\"\nsection = \"news\"\n\
    [[sections]]\nslug = \"news\"\ntitle = \"News\"\n";

/// A desk in a folder of its own.
pub(crate) struct Newsroom {
    folder: tempfile::TempDir,
    configuration: String,
    now: DateTime<Utc>,
}

/// An item of an upstream feed.
#[derive(Clone)]
pub(crate) struct Item {
    pub(crate) guid: String,
    pub(crate) link: String,
    pub(crate) title: String,
    pub(crate) html: String,
    pub(crate) published: DateTime<Utc>,
    /// More elements, as they stand in RSS.
    pub(crate) more: String,
}

impl Newsroom {
    /// A desk whose sources are `NAME` at `NAME.xml`, each with its home at `https://NAME.example/`.
    pub(crate) fn new(sources: &[&str]) -> Self {
        let mut configuration = SITE.to_owned();
        for name in sources {
            configuration.push_str(&format!(
                "[[sources]]\nname = \"{name}\"\nkey = \"{key}\"\nfeed = \"{key}.xml\"\nurl = \"https://{key}.example/feed\"\n\
                 home = \"https://{key}.example/\"\nsections = [\"news\"]\nrights = \"full\"\n",
                key = key(name)
            ));
        }
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("own")).unwrap();
        let now = DateTime::from_timestamp(1_472_000_000, 0).unwrap();
        let desk = Self { folder, configuration: String::new(), now };
        desk.with(&configuration)
    }

    /// The same desk with more configuration.
    pub(crate) fn with(mut self, more: &str) -> Self {
        self.configuration.push_str(more);
        self.put("copydesk.toml", &self.configuration);
        self
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn put(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).unwrap();
    }

    /// The feed of a source from now on.
    pub(crate) fn feed(&self, name: &str, items: &[Item]) {
        self.put(&format!("{}.xml", key(name)), &rss(name, items));
    }

    pub(crate) fn now(&self) -> DateTime<Utc> {
        self.now
    }

    pub(crate) fn pass(&mut self, minutes: i64) {
        self.now += TimeDelta::minutes(minutes);
    }

    pub(crate) fn desk(&self) -> Desk {
        config::load(&self.path("copydesk.toml")).unwrap_or_else(|error| panic!("{error}"))
    }

    pub(crate) fn store(&self) -> Store {
        Store::open(&self.path("copydesk.db")).unwrap()
    }

    /// One pass, half an hour after the last one.
    pub(crate) fn run(&mut self) -> Report {
        self.pass(30);
        let scope = Scope { all: true, ..Scope::default() };
        pipeline::run(
            &mut self.desk(),
            &mut self.store(),
            &scope,
            &Care::default(),
            self.now,
            &bell().1,
            &|_| {},
        )
        .unwrap()
    }

    /// A command of the program, at the present time of the desk.
    pub(crate) fn command(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_copydesk"))
            .arg("--config")
            .arg(self.path("copydesk.toml"))
            .args(arguments)
            .env("SOURCE_DATE_EPOCH", self.now.timestamp().to_string())
            .output()
            .unwrap()
    }

    /// What a command prints, which must succeed.
    pub(crate) fn says(&self, arguments: &[&str]) -> String {
        let output = self.command(arguments);
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        assert!(output.status.success(), "{arguments:?}: {said}{}", String::from_utf8_lossy(&output.stderr));
        said
    }

    /// The items of a section's JSON feed.
    pub(crate) fn items(&self, section: &str) -> Vec<Value> {
        let text = fs::read(self.path(&format!("feeds/{section}/feed.json"))).unwrap();
        let mut feed: Value = serde_json::from_slice(&text).unwrap();
        feed["items"].as_array_mut().map(std::mem::take).unwrap_or_default()
    }

    pub(crate) fn ids(&self) -> Vec<String> {
        self.items("all").iter().map(|item| item["id"].as_str().unwrap().to_owned()).collect()
    }

    pub(crate) fn titles(&self) -> Vec<String> {
        self.items("all").iter().map(|item| item["title"].as_str().unwrap().to_owned()).collect()
    }

    /// Whether a text stands anywhere in what is published.
    pub(crate) fn publishes(&self, text: &str) -> bool {
        contains(&self.path("feeds"), text)
    }
}

fn contains(folder: &Path, text: &str) -> bool {
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).any(|path| match path.is_dir() {
        true => contains(&path, text),
        false => String::from_utf8_lossy(&fs::read(&path).unwrap()).contains(text),
    })
}

/// What was noticed about the sources of a run.
pub(crate) fn noticed(report: &Report) -> Vec<String> {
    let of = |answered: &Answered| match answered {
        Answered::Feed { noticed, .. } => noticed.clone(),
        other => vec![format!("{other:?}")],
    };
    report.taken_in.sources.iter().flat_map(|note| of(&note.answered)).collect()
}

/// The key of a source that is called so.
pub(crate) fn key(name: &str) -> String {
    name.to_lowercase().replace(' ', "-")
}

impl Item {
    /// An item of a source with a text of its own; `at` is its time.
    pub(crate) fn new(source: &str, number: usize, title: &str, at: DateTime<Utc>) -> Self {
        Self {
            guid: format!("{}-{number}", key(source)),
            link: format!("https://{}.example/news/{number}", key(source)),
            title: title.to_owned(),
            html: format!(
                "<p>{title}. So much was said on the day, and number {number} on the list has the details of it all.</p>"
            ),
            published: at,
            more: String::new(),
        }
    }
}

/// An RSS document.
pub(crate) fn rss(name: &str, items: &[Item]) -> String {
    let escape = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let items = items.iter().map(|item| {
        let guid = match item.guid.as_str() {
            "" => String::new(),
            guid => format!("<guid isPermaLink=\"false\">{}</guid>", escape(guid)),
        };
        format!(
            "<item><title>{}</title><link>{}</link>{guid}<pubDate>{}</pubDate><description>{}</description>{}</item>\n",
            escape(&item.title),
            escape(&item.link),
            item.published.to_rfc2822(),
            escape(&item.html),
            item.more
        )
    });
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:atom=\"http://www.w3.org/2005/Atom\"><channel><title>{name}</title><link>https://{}.example/</link>\
         <description>d</description>\n{}</channel></rss>\n",
        key(name),
        items.collect::<String>()
    )
}
