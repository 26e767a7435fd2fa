//! A desk over files: its configuration, what its sources and its own folder hold, and its runs.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use chrono::{DateTime, TimeDelta, Utc};
use copydesk::model::Hints;
use copydesk::read;
use serde_json::Value;
use tempfile::TempDir;
use toml_edit::{ArrayOfTables, DocumentMut, Item, Table, value};

use super::random::Random;

/// Words that sections ask for, in headlines.
pub(crate) const TOPICS: [&str; 6] = ["Amber", "Fog", "Trams", "Herring", "Tolls", "Ice"];
/// Categories that sections ask for.
pub(crate) const CATEGORIES: [&str; 4] = ["coast", "money", "sport", "letters"];
/// Outlets; the last ones come later, and the second writes German.
const HOSTS: [&str; 7] = ["tern", "gull", "heron", "plover", "dunlin", "knot", "ruff"];
/// Outlets that are there on the first day.
const FIRST: usize = 5;
const SITE: &str = "# the desk\n[site]\ntitle = \"Quay Desk\"\nhome = \"https://desk.example/\"\n\
    base_url = \"https://desk.example/feeds/\"\n\n[publish]\nformats = [\"json\", \"atom\"]\narchive_size = 20\n\n\
    [[articles]]\npath = \"own/**/*\"\nurl = \"https://desk.example/{section}/{slug}\"\nsection = \"news\"\n\n\
    [[sections]]\nslug = \"news\"\ntitle = \"News\"\n\n[[sections]]\nslug = \"coast\"\ntitle = \"Coast\"\n\
    categories = [\"coast\"]\nlimit = 20\n\n[[sections]]\nslug = \"wire\"\ntitle = \"Wire\"\nkeywords = [\"amber\"]\n";

/// Something that happened, as a headline and a text of words that no other one has.
#[derive(Clone)]
pub(crate) struct Piece {
    pub(crate) event: usize,
    topic: &'static str,
    category: &'static str,
    text: String,
    published: DateTime<Utc>,
}

/// What an outlet's feed holds.
pub(crate) struct Outlet {
    pub(crate) host: &'static str,
    /// Its guids are no addresses, so that ids are made from its key.
    has_opaque_guids: bool,
    pub(crate) pieces: Vec<Piece>,
}

/// One of the desk's own articles.
#[derive(Clone)]
pub(crate) struct Own {
    pub(crate) file: String,
    pub(crate) section: Option<String>,
    pub(crate) piece: Piece,
    pub(crate) is_there: bool,
}

/// An entry of a published feed.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Shown {
    pub(crate) id: String,
    pub(crate) url: String,
    pub(crate) event: usize,
    pub(crate) published: String,
    pub(crate) modified: String,
}

/// The fronts, by folder.
pub(crate) type Fronts = BTreeMap<String, Vec<Shown>>;

/// The desk with all that is around it.
pub(crate) struct World {
    folder: TempDir,
    now: DateTime<Utc>,
    pub(crate) outlets: Vec<Outlet>,
    pub(crate) own: Vec<Own>,
    events: usize,
    /// Hosts that were asked.
    asked: BTreeSet<String>,
    /// Tables of sources that were taken out.
    pub(crate) attic: Vec<Table>,
    pub(crate) runs: usize,
    /// Events whose text was changed, and after how many runs.
    pub(crate) revised: BTreeMap<usize, usize>,
    /// Events that somebody was told would leave.
    pub(crate) leaving: BTreeSet<usize>,
    /// Events that rulings, withdrawals or sources that went may show under another id.
    pub(crate) disturbed: BTreeSet<usize>,
    /// By host: the key that a run said is to be written.
    pub(crate) advice: BTreeMap<String, String>,
    /// Events that are put into another section since the last poll, by whoever wrote them.
    pub(crate) moving: BTreeSet<usize>,
    /// Articles of ours whose file has another name than at first.
    pub(crate) moved: BTreeSet<usize>,
    /// Events that a ruling made one story, which stands where either of them leads.
    pub(crate) joined: BTreeSet<usize>,
    /// Ids that may never be seen again.
    pub(crate) purged: BTreeSet<String>,
}

impl World {
    pub(crate) fn new(random: &mut Random) -> Self {
        let outlets = HOSTS.iter().enumerate().map(|(at, host)| Outlet {
            host,
            has_opaque_guids: at % 3 == 0,
            pieces: Vec::new(),
        });
        let mut world = Self {
            folder: tempfile::tempdir().unwrap(),
            // 2026-11-25, 10:00.
            now: DateTime::from_timestamp(1_795_600_800, 0).unwrap(),
            outlets: outlets.collect(),
            own: Vec::new(),
            events: 0,
            asked: BTreeSet::new(),
            attic: Vec::new(),
            runs: 0,
            advice: BTreeMap::new(),
            revised: BTreeMap::new(),
            leaving: BTreeSet::new(),
            disturbed: BTreeSet::new(),
            moved: BTreeSet::new(),
            moving: BTreeSet::new(),
            joined: BTreeSet::new(),
            purged: BTreeSet::new(),
        };
        fs::create_dir(world.path("own")).unwrap();
        let sources: String = HOSTS[..FIRST].iter().map(|host| source(host)).collect();
        fs::write(world.path("copydesk.toml"), format!("{SITE}{sources}")).unwrap();
        (0..12).for_each(|_| world.write_own(random));
        world.news(random);
        world
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The folder, which stays when the test ends.
    pub(crate) fn keep(&mut self) -> PathBuf {
        self.folder.disable_cleanup(true);
        self.path("")
    }

    pub(crate) fn pass(&mut self, hours: i64) {
        self.now += TimeDelta::hours(hours);
    }

    /// What is in the configuration now.
    pub(crate) fn configuration(&self) -> DocumentMut {
        fs::read_to_string(self.path("copydesk.toml")).unwrap().parse().unwrap()
    }

    /// A person edits the configuration.
    pub(crate) fn edit(&self, change: impl FnOnce(&mut DocumentMut)) {
        let mut document = self.configuration();
        change(&mut document);
        fs::write(self.path("copydesk.toml"), document.to_string()).unwrap();
    }

    /// Slugs of the configuration.
    pub(crate) fn sections(&self) -> Vec<String> {
        tables(&self.configuration(), "sections").iter().map(|table| text(table, "slug")).collect()
    }

    /// Hosts of the sources in the configuration, with their names and whether they are asked.
    pub(crate) fn sources(&self) -> Vec<(String, String, bool)> {
        let of = |table: &Table| (host(table), text(table, "name"), !table.contains_key("paused"));
        tables(&self.configuration(), "sources").iter().map(of).collect()
    }

    /// Hosts that have no source yet.
    pub(crate) fn unknown_hosts(&self) -> Vec<&'static str> {
        let known: Vec<String> = self.sources().into_iter().map(|(host, ..)| host).collect();
        let left = |at: &&&str| {
            !known.contains(&(**at).to_owned()) && !self.attic.iter().any(|table| host(table) == ***at)
        };
        HOSTS.iter().filter(left).copied().collect()
    }

    /// The events that an outlet told.
    pub(crate) fn told_by(&self, host: &str) -> BTreeSet<usize> {
        let of = self.outlets.iter().filter(|outlet| outlet.host == host);
        of.flat_map(|outlet| outlet.pieces.iter().map(|piece| piece.event)).collect()
    }

    fn piece(&mut self, random: &mut Random, german: bool) -> Piece {
        self.events += 1;
        let published = self.now - TimeDelta::minutes(i64::try_from(60 + random.below(3 * 24 * 60)).unwrap());
        let (topic, category) = (*random.one(&TOPICS), *random.one(&CATEGORIES));
        Piece { event: self.events, topic, category, text: prose(random, german), published }
    }

    /// What is new in the world since the last run.
    pub(crate) fn news(&mut self, random: &mut Random) {
        for at in 0..self.outlets.len() {
            for _ in 0..1 + random.below(2) {
                let piece = self.piece(random, at == 1);
                // Some of it another outlet copies.
                if random.below(4) == 0 {
                    let other = (at + 2 + random.below(4)) % HOSTS.len();
                    let published = piece.published + TimeDelta::minutes(30);
                    self.outlets[other].pieces.push(Piece { published, ..piece.clone() });
                }
                self.outlets[at].pieces.push(piece);
            }
        }
        // And some of it is corrected.
        let at = random.below(self.outlets.len());
        let piece = self.outlets[at].pieces.last_mut().unwrap();
        if random.below(3) == 0 {
            piece.text.push_str(" A figure was put right.");
            self.revised.insert(piece.event, self.runs);
        }
        if random.below(2) == 0 {
            self.write_own(random);
        }
        for outlet in &self.outlets {
            let file = self.file_of(outlet.host).unwrap_or_else(|| format!("{}.xml", outlet.host));
            fs::write(self.path(&file), rss(outlet)).unwrap();
        }
    }

    /// Whether a run has asked this source.
    pub(crate) fn has_answered(&self, host_of: &str) -> bool {
        self.asked.contains(host_of)
    }

    /// The sources of now have been asked.
    pub(crate) fn were_asked(&mut self) {
        let sources = self.sources().into_iter().filter(|(.., is_asked)| *is_asked);
        self.asked.extend(sources.map(|(host, ..)| host));
    }

    /// The file at which a source is asked.
    pub(crate) fn file_of(&self, host_of: &str) -> Option<String> {
        let document = self.configuration();
        let found = tables(&document, "sources")
            .iter()
            .find(|table| host(table) == host_of)
            .map(|table| text(table, "feed"));
        found.or_else(|| {
            self.attic.iter().find(|table| host(table) == host_of).map(|table| text(table, "feed"))
        })
    }

    fn write_own(&mut self, random: &mut Random) {
        let piece = self.piece(random, false);
        let file = format!("own/piece-{}.md", piece.event);
        let own = Own { file, section: None, piece, is_there: true };
        self.save(&own);
        self.own.push(own);
    }

    /// Writes the file of an article.
    pub(crate) fn save(&self, own: &Own) {
        let Piece { event, topic, category, text, published } = &own.piece;
        let section = own.section.as_ref().map(|slug| format!("section = \"{slug}\"\n")).unwrap_or_default();
        let head = format!(
            "title = \"{topic} at the quay e{event}\"\npublished = \"{}\"\ncategories = [\"{category}\"]\n{section}",
            published.to_rfc3339()
        );
        let path = self.path(&own.file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, format!("+++\n{head}+++\n\n{text}\n")).unwrap();
    }

    pub(crate) fn revise(own: &mut Own) {
        own.piece.text = own.piece.text.replacen("the", "this", 1);
    }

    /// What a command says, and its exit code.
    pub(crate) fn command(&self, arguments: &[&str]) -> (Option<i32>, String) {
        self.command_in(self.folder.path(), arguments)
    }

    fn command_in(&self, folder: &Path, arguments: &[&str]) -> (Option<i32>, String) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_copydesk"));
        command.arg("--config").arg(folder.join("copydesk.toml")).args(arguments);
        let output = command.env("SOURCE_DATE_EPOCH", self.now.timestamp().to_string()).output().unwrap();
        let said = [output.stdout, output.stderr].concat();
        (output.status.code(), String::from_utf8_lossy(&said).into_owned())
    }

    /// The fronts as a subscriber finds them.
    pub(crate) fn fronts(&self) -> Fronts {
        fronts(&self.path("feeds"))
    }

    /// The fronts that the same configuration makes of the same files without the database, with what is
    /// published or without.
    pub(crate) fn anew(&self, with_published: bool) -> (Fronts, BTreeMap<String, BTreeSet<usize>>) {
        let folder = tempfile::tempdir().unwrap();
        copy(self.folder.path(), folder.path(), &|name| {
            !name.starts_with("copydesk.db") && (with_published || name != "feeds")
        });
        // Whoever loses the database has done what was said before; and it has never heard of what a
        // source told that is not asked.
        let mut document = self.configuration();
        for table in all(&mut document, "sources").iter_mut() {
            table.remove("paused");
            if let Some(key) = self.advice.get(&host(table)).filter(|_| !table.contains_key("key")) {
                table.insert("key", value(key));
            }
        }
        fs::write(folder.path().join("copydesk.toml"), document.to_string()).unwrap();
        let (code, said) = self.command_in(folder.path(), &["run", "--all"]);
        assert_eq!(code, Some(0), "the fresh database: {said}");
        let feeds = folder.path().join("feeds");
        let archived = self
            .sections()
            .iter()
            .map(String::as_str)
            .chain(["all"])
            .map(|slug| (slug.to_owned(), archived(&feeds.join(slug))))
            .collect();
        (fronts(&feeds), archived)
    }

    /// The events in the archives of a folder, or of the one that it leads to.
    pub(crate) fn archived(&self, folder: &str) -> BTreeSet<usize> {
        archived(&self.path("feeds").join(self.successor(folder)))
    }

    /// The section to which a folder belongs.
    pub(crate) fn successor(&self, folder: &str) -> String {
        let sections = tables(&self.configuration(), "sections");
        let leads = |table: &&Table| names(table, "formerly").iter().any(|old| old == folder);
        let is_there = sections.iter().any(|table| text(table, "slug") == folder);
        let leads = sections.iter().find(leads).filter(|_| !is_there);
        leads.map_or(folder.to_owned(), |table| text(table, "slug"))
    }

    /// How many stories the feed in a folder has at most.
    pub(crate) fn limit(&self, folder: &str) -> usize {
        let document = self.configuration();
        let slug = self.successor(folder);
        let is_meant = |table: &&Table| folder == "all" || text(table, "slug") == slug;
        let limit = |table: Table| {
            let limit = table.get("limit").and_then(Item::as_integer).unwrap_or(50);
            usize::try_from(limit).unwrap()
        };
        // That of all stories is as long as the longest.
        let sections = tables(&document, "sections");
        sections.iter().filter(is_meant).cloned().map(limit).max().unwrap_or(50)
    }
}

/// The tables `[[name]]`, to be changed.
pub(crate) fn all<'a>(document: &'a mut DocumentMut, name: &str) -> &'a mut ArrayOfTables {
    let tables = document.entry(name).or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()));
    tables.as_array_of_tables_mut().unwrap()
}

/// The tables `[[name]]`.
pub(crate) fn tables(document: &DocumentMut, name: &str) -> Vec<Table> {
    let tables = document.get(name).and_then(Item::as_array_of_tables);
    tables.into_iter().flatten().cloned().collect()
}

pub(crate) fn text(table: &Table, key: &str) -> String {
    table.get(key).and_then(Item::as_str).unwrap_or_default().to_owned()
}

pub(crate) fn names(table: &Table, key: &str) -> Vec<String> {
    let array = table.get(key).and_then(Item::as_array);
    array.into_iter().flatten().filter_map(|one| one.as_str().map(str::to_owned)).collect()
}

/// A source's host, which no edit changes.
pub(crate) fn host(table: &Table) -> String {
    let url = text(table, "url");
    url.trim_start_matches("https://").split('.').next().unwrap_or_default().to_owned()
}

/// The `[[sources]]` of a host as a person first writes it.
pub(crate) fn source(host: &str) -> String {
    let (section, language) = match host {
        "gull" => ("coast", "de"),
        "heron" => ("wire", "en"),
        _ => ("news", "en"),
    };
    let name = host[..1].to_uppercase() + &host[1..];
    format!(
        "\n# about {host}\n[[sources]]\nname = \"{name} Post\"\nfeed = \"{host}.xml\"\nurl = \"https://{host}.example/feed\"\n\
         home = \"https://{host}.example/\"\nrights = \"full\"\nlanguage = \"{language}\"\nsections = [\"{section}\"]\n"
    )
}

/// Words that only this text has, in sentences of a language.
fn prose(random: &mut Random, german: bool) -> String {
    const SYLLABLES: [&str; 16] = [
        "ba", "ko", "mi", "ru", "ste", "lan", "dor", "vi", "gra", "pel", "tun", "ske", "wol", "fen", "hi",
        "zo",
    ];
    let mut word = || (0..4).map(|_| *random.one(&SYLLABLES)).collect::<String>();
    let mut sentence = || match german {
        true => format!("Der {} und die {} wurden von dem {} nicht mehr gesehen.", word(), word(), word()),
        false => {
            format!("It was the {} that had been with the {} when they said {}.", word(), word(), word())
        }
    };
    (0..6).map(|_| sentence()).collect::<Vec<_>>().join(" ")
}

fn rss(outlet: &Outlet) -> String {
    let host = outlet.host;
    let item = |piece: &Piece| {
        let Piece { event, topic, category, text, published } = piece;
        let link = format!("https://{host}.example/e{event}");
        let guid = match outlet.has_opaque_guids {
            true => format!("<guid isPermaLink=\"false\">e{event}</guid>"),
            false => format!("<guid>{link}</guid>"),
        };
        format!(
            "<item><title>{topic} of the day e{event}</title><link>{link}</link>{guid}<category>{category}</category>\
             <pubDate>{}</pubDate><description>{text}</description></item>\n",
            published.to_rfc2822()
        )
    };
    let items: String = outlet.pieces.iter().rev().map(item).collect();
    format!(
        "<rss version=\"2.0\"><channel><title>{host}</title><link>https://{host}.example/</link><description>d</description>\n{items}</channel></rss>"
    )
}

/// The event that a headline is about.
fn event_of(title: &str) -> usize {
    title.rsplit(" e").next().and_then(|number| number.parse().ok()).unwrap_or_else(|| panic!("{title:?}"))
}

fn fronts(folder: &Path) -> Fronts {
    let shown = |item: &Value| {
        let text = |name: &str| item[name].as_str().unwrap_or_default().to_owned();
        let event = event_of(&text("title"));
        Shown {
            id: text("id"),
            url: text("url"),
            event,
            published: text("date_published"),
            modified: text("date_modified"),
        }
    };
    let mut fronts = Fronts::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let Ok(bytes) = fs::read(entry.path().join("feed.json")) else { continue };
        let document: Value = serde_json::from_slice(&bytes).unwrap();
        let items = document["items"].as_array().unwrap().iter().map(shown).collect();
        fronts.insert(entry.file_name().into_string().unwrap(), items);
    }
    fronts
}

/// The events in the archives of a section.
fn archived(section: &Path) -> BTreeSet<usize> {
    let documents =
        fs::read_dir(section.join("archive")).into_iter().flatten().map(|entry| entry.unwrap().path());
    let documents = documents.filter(|path| path.to_string_lossy().ends_with(".atom.xml"));
    let read = |path: PathBuf| read::feed(&fs::read(path).unwrap(), &Hints::default()).unwrap().feed;
    documents.flat_map(|path| read(path).entries).map(|entry| event_of(&entry.title.unwrap().value)).collect()
}

fn copy(from: &Path, to: &Path, is_wanted: &dyn Fn(&str) -> bool) {
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let name = entry.file_name().into_string().unwrap();
        if !is_wanted(&name) {
            continue;
        }
        if entry.path().is_dir() {
            fs::create_dir(to.join(&name)).unwrap();
            copy(&entry.path(), &to.join(&name), is_wanted);
        } else {
            fs::copy(entry.path(), to.join(&name)).unwrap();
        }
    }
}
