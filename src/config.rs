//! `copydesk.toml`, key for key: what the file may say, and the [`Desk`] made of it.
//!
//! Unknown keys are refused with their line and the nearest known key. Paths are relative to the
//! file. Nothing here touches the network or the store.

use std::collections::{HashMap, HashSet};
use std::fs;
use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use thiserror::Error;
use xxhash_rust::xxh3::xxh3_64;

use crate::articles;
use crate::fetch::Address;
use crate::identity::Forgotten;
use crate::model::{
    Backlog, Filter, FutureDates, Images, Manners, Outlet, Proxies, Rewrite, Rights, Ruling, Secret, Section,
    Site, SourceKey, Switches, Withdrawal,
};
use crate::stories;
use crate::write;

mod address;
pub mod amend;
pub mod check;
pub mod edit;
mod environment;
mod filters;
mod flaw;
mod folder;
mod manners;
mod place;
mod podcast;
mod purged;
mod rulings;
mod secrets;
mod sections;
mod sense;
mod sources;
pub mod subscribe;
mod tables;
mod wording;

use flaw::Flaw;
pub use secrets::secret_parameter;
use tables::File;

/// The commented configuration that `copydesk init` writes.
pub const TEMPLATE: &str = include_str!("config/template.toml");

/// Slug of the section that holds every story.
pub const ALL: &str = "all";

/// Everything a run is told: the configuration, checked and resolved.
#[derive(Debug)]
pub struct Desk {
    /// Where the sources stand.
    pub places: OnceLock<Places>,
    /// Variables of the environment that look like ours and mean nothing, a line each for a person.
    pub unknown_variables: Vec<String>,
    /// Folder of the configuration; relative paths start here.
    pub root: PathBuf,
    /// The publishing site.
    pub site: Site,
    /// Path of the SQLite database.
    pub database: PathBuf,
    /// What is kept for how long.
    pub keep: Keep,
    /// Whether hubs are asked to tell of news: `copydesk serve` answers at the address of the publish folder.
    pub push: bool,
    /// Pages of entries that a run asks at most, for sources that cut their texts.
    pub pages_per_run: usize,
    /// Networks of proxies through which many clients reach `copydesk serve`.
    pub trusted_proxies: Vec<(IpAddr, u8)>,
    /// How we behave on the web.
    pub manners: Manners,
    /// The publish folder.
    pub publish: PathBuf,
    /// Where the feed for operators goes.
    pub operators: Operators,
    /// What is written for each section.
    pub formats: Vec<write::Format>,
    /// Which entries go to the fronts when they come all at once, where a source says nothing itself.
    pub backlog: Backlog,
    /// Which entries are in no output, whoever they are from.
    pub filters: Vec<Filter>,
    /// Where our own articles are.
    pub articles: Vec<articles::Rule>,
    /// The upstream feeds.
    pub sources: Vec<Source>,
    /// Lists of feeds that are followed; what they name joins `sources` when a run begins.
    pub lists: Vec<List>,
    /// Feeds that a list brought once and brings no more: known by name, not asked.
    pub former: Vec<Source>,
    /// The sections, in the order of the file, without `all`.
    pub sections: Vec<Section>,
    /// The section of every story.
    pub all: Section,
    /// How stories are matched.
    pub stories: stories::Settings,
    /// What the desk decided about stories itself, in the order of the file.
    pub rulings: Vec<Ruling>,
    /// What is to be in no output.
    pub withdrawals: Vec<Withdrawal>,
    /// What was purged and never comes back.
    pub forgotten: Forgotten,
}

impl Desk {
    /// The outlets known by name: every source.
    pub fn outlets(&self) -> Vec<Outlet> {
        let current: HashSet<&str> = self.sources.iter().map(|source| source.name.as_str()).collect();
        let names = |source: &Source| {
            let home = source.home.clone();
            // A name that another source has by now means that one.
            let former = source.former_names.iter().filter(|name| !current.contains(name.as_str()));
            let names: Vec<_> = [&source.name].into_iter().chain(former).cloned().collect();
            names.into_iter().map(move |name| Outlet { name, home: Some(home.clone()) })
        };
        self.sources.iter().flat_map(names).collect()
    }

    /// Gives the source with this key another, and a name of before by which texts may credit it.
    pub fn is_known_as(&mut self, key: &str, known: &SourceKey, name: &str) {
        for source in self.sources.iter_mut().filter(|source| source.key == *key) {
            source.key = known.clone();
            if source.name != name && !source.former_names.iter().any(|former| former == name) {
                source.former_names.push(name.to_owned());
            }
        }
        self.sources_changed();
    }

    /// The filters that say whether an entry of a source, or of our own, is in any output: its own first.
    pub fn filters_of(&self, key: &str) -> impl Iterator<Item = &Filter> + Clone {
        let own = self.source(key).map(|source| source.filters.as_slice()).unwrap_or_default();
        own.iter().chain(&self.filters)
    }

    /// Whether any filter is configured.
    pub fn has_filters(&self) -> bool {
        !self.filters.is_empty()
            || self.sources.iter().any(|source| !source.filters.is_empty())
            || self.sections.iter().any(|section| !section.filters.is_empty())
    }

    /// The source with this key.
    pub fn source(&self, key: &str) -> Option<&Source> {
        let all = || self.sources.iter().chain(&self.former);
        let places = self.places.get_or_init(|| Places::of(&self.sources, &self.former));
        // Followed lists add sources; then the places are those of before.
        if places.sources != self.sources.len() || places.former != self.former.len() {
            return all().find(|source| source.key == *key);
        }
        let place = *places.by_key.get(key)?;
        self.sources.get(place).or_else(|| self.former.get(place - self.sources.len()))
    }

    /// Forgets where the sources stand, once some were added.
    pub fn sources_changed(&mut self) {
        self.places = OnceLock::new();
    }
}

/// Where each source stands, by its key: asked for every entry.
#[derive(Debug)]
pub struct Places {
    sources: usize,
    former: usize,
    by_key: HashMap<String, usize>,
}

impl Places {
    fn of(sources: &[Source], former: &[Source]) -> Self {
        let mut by_key = HashMap::new();
        for (place, source) in sources.iter().chain(former).enumerate() {
            by_key.entry(source.key.to_string()).or_insert(place);
        }
        Self { sources: sources.len(), former: former.len(), by_key }
    }
}

/// The feed of what operators should know. It lies outside the publish folder unless told otherwise.
#[derive(Debug, Clone, Default)]
pub struct Operators {
    /// The file; `None` for no such feed.
    pub path: Option<PathBuf>,
    /// Its public address, where it has one.
    pub url: Option<String>,
}

/// A configured upstream.
#[derive(Debug, Clone)]
pub struct Source {
    /// Its identity in the store and in ids; never changes with name or address if it is given.
    pub key: SourceKey,
    /// Name for people.
    pub name: String,
    /// Names that it had, by which texts may still credit it.
    pub former_names: Vec<String>,
    /// Whether it is not asked for now; what it gave stays.
    pub paused: bool,
    /// Where the feed is fetched.
    pub address: Address,
    /// The feed's public address, where the configuration gives it.
    pub url: Option<String>,
    /// The publisher's home page; without one, where the feed's address leads to.
    pub home: String,
    /// Whether the configuration says so.
    pub home_is_given: bool,
    /// Slugs of the sections that all of its entries belong to.
    pub sections: Vec<String>,
    /// Smaller leads before larger where nothing else decides.
    pub rank: u32,
    /// What may be shown of its entries.
    pub rights: Rights,
    /// Address of the licence its entries are under.
    pub licence: Option<String>,
    /// A line that the source asks for, shown with its entries.
    pub credit: Option<String>,
    /// Language of its entries where the feed does not say.
    pub language: Option<String>,
    /// How it is asked, where that differs from the rest.
    pub switches: Switches,
    /// Rights statement of its entries, where they have none.
    pub holder: Option<String>,
    /// Days from publication after which only the headline is shown.
    pub rights_days: Option<u32>,
    /// Which of its entries go to the fronts when they come all at once.
    pub backlog: Backlog,
    /// Which of its entries are kept out, by its own filters.
    pub filters: Vec<Filter>,
    /// What of its entries is called otherwise.
    pub rewrites: Vec<Rewrite>,
    /// What becomes of its entries that are dated ahead.
    pub future_dates: FutureDates,
    /// What becomes of its pictures and other media.
    pub images: Images,
    /// Whether it is taken although its feed asks to be imported nowhere else (`podcast:locked`).
    pub allow_locked: bool,
    /// Whether the page of each new entry is asked for its whole text.
    pub full_text: bool,
}

/// Which bodies of others' entries are kept; ids, dates and stories always are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Keep {
    /// Those of the last so many days; `None` for ever.
    pub days: Option<u32>,
    /// Those of so many entries of each source; `None` for all.
    pub entries: Option<usize>,
}

impl Keep {
    /// For a person, as what follows a number of entries; empty where everything is kept.
    pub fn in_words(self) -> String {
        match (self.days, self.entries) {
            (None, None) => " (all are kept: keep_days and keep_entries in [store] are 0)".to_owned(),
            (Some(days), None) => format!(" (older than {days} days)"),
            (None, Some(entries)) => format!(" (beyond {entries} of their source)"),
            (Some(days), Some(entries)) => {
                format!(" (older than {days} days, or beyond {entries} of their source)")
            }
        }
    }
}

/// A list of feeds that is followed.
#[derive(Debug, Clone)]
pub struct List {
    /// Its identity in the store and in ids.
    pub key: SourceKey,
    /// Name for people.
    pub name: String,
    /// Where the list is.
    pub address: Address,
    /// How it is asked: with the login that stood in its address.
    pub switches: Switches,
    /// Slugs of the sections that all of its feeds belong to.
    pub sections: Vec<String>,
    /// As of a source, for all of its feeds.
    pub rank: u32,
    /// As of a source, for all of its feeds.
    pub rights: Rights,
}

impl Source {
    /// Its address as a person may see it: where `url` is given and the address has something to hide,
    /// only that.
    pub fn shown_address(&self) -> String {
        match &self.url {
            Some(url) if self.switches.veil.hides_address() => url.clone(),
            _ => self.address.shown(),
        }
    }

    /// What the store knows its address by: another address, or another key in it, is another text.
    pub fn known_as(&self) -> String {
        match self.switches.veil.hides_address() {
            true => {
                let print = xxh3_64(self.address.shown().as_bytes()) >> 32;
                format!("{}#{print:08x}", self.shown_address())
            }
            false => self.address.shown(),
        }
    }

    /// The feed's public address, as far as the configuration tells.
    pub fn public_address(&self) -> Option<String> {
        self.url.clone().or_else(|| match &self.address {
            Address::Http(_) => Some(self.address.shown()),
            Address::File(_) => None,
        })
    }
}

/// Why a configuration can't be used.
#[derive(Debug, Error)]
pub enum Unusable {
    /// The file can't be read.
    #[error("cannot read the configuration {path}: {reason}; {}", match reason.kind() {
        std::io::ErrorKind::NotFound => "`copydesk init` writes a new one, --config names another",
        std::io::ErrorKind::PermissionDenied => "give the user that runs copydesk the right to read it",
        _ => "it must be a file with text in UTF-8",
    })]
    Unreadable {
        /// As given.
        path: String,
        /// What the system says.
        reason: std::io::Error,
    },
    /// The file can't be replaced by its new version; the old one is as it was.
    #[error("cannot write the configuration {path}: {reason}; it was left as it is")]
    Unwritable {
        /// As given.
        path: String,
        /// What the system says.
        reason: std::io::Error,
    },
    /// The file is no TOML, or says something it may not.
    #[error("{path}:{line}: {message}")]
    Wrong {
        /// As given.
        path: String,
        /// Line, from 1.
        line: usize,
        /// What is wrong and how to mend it.
        message: String,
    },
    /// The file is well-formed, but two of its parts do not go together.
    #[error("{path}: {message}")]
    Contradiction {
        /// As given.
        path: String,
        /// What is wrong and how to mend it.
        message: String,
    },
}

/// Reads and checks a configuration, with what the environment says above it.
pub fn load(path: &Path) -> Result<Desk, Unusable> {
    let shown = path.display().to_string();
    let text =
        fs::read_to_string(path).map_err(|reason| Unusable::Unreadable { path: shown.clone(), reason })?;
    let variables = std::env::vars_os()
        .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
        .collect();
    let overlaid = environment::overlay(&text, &variables, &|path| fs::read_to_string(path))
        .map_err(|message| Unusable::Contradiction { path: shown.clone(), message })?;
    let mut desk = desk(&overlaid.text, &shown, root(path))?;
    desk.unknown_variables = overlaid.unknown;
    desk.manners.proxies = proxies(&|name| std::env::var(name).ok());
    Ok(desk)
}

/// Where the relative paths of a configuration start.
fn root(path: &Path) -> PathBuf {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => PathBuf::from("."),
    }
}

/// Proxies as the environment has them (rule 8.9). The lower-case names win, as everywhere;
/// `HTTP_PROXY` is not read, since a CGI script's client could set it.
fn proxies(variable: &dyn Fn(&str) -> Option<String>) -> Proxies {
    let first = |names: &[&str]| {
        names.iter().filter_map(|name| variable(name)).find(|value| !value.trim().is_empty())
    };
    Proxies {
        http: first(&["http_proxy", "all_proxy", "ALL_PROXY"]).map(Secret::new),
        https: first(&["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"]).map(Secret::new),
        not_for: first(&["no_proxy", "NO_PROXY"]).unwrap_or_default(),
    }
}

/// A desk from the text of a configuration; `shown` names it in messages, `root` resolves its paths.
pub fn desk(text: &str, shown: &str, root: PathBuf) -> Result<Desk, Unusable> {
    let file: File = toml::from_str(text).map_err(|error| wrong(&error, text, shown))?;
    let told = |Flaw { at, key, message }| {
        let place = || key.and_then(|(table, nth, key)| place::of_key(text, table, nth, key));
        match at.or_else(place) {
            Some(at) => Unusable::Wrong { path: shown.to_owned(), line: line(text, at), message },
            None => Unusable::Contradiction { path: shown.to_owned(), message },
        }
    };
    sense::check(text).map_err(told)?;
    file.resolve(root).map_err(told)
}

/// The line of a place in a text, from 1.
fn line(text: &str, at: usize) -> usize {
    text.as_bytes()[..at.min(text.len())].iter().filter(|&&byte| byte == b'\n').count() + 1
}

fn wrong(error: &toml::de::Error, text: &str, shown: &str) -> Unusable {
    let at = error.span().map_or(0, |span| span.start);
    Unusable::Wrong {
        path: shown.to_owned(),
        line: line(text, at),
        message: wording::in_words(error.message(), place::key_at(text, at)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SITE: &str =
        "[site]\ntitle = \"D\"\nhome = \"https://d.example\"\nbase_url = \"https://d.example/f\"\n";

    fn message(text: &str) -> String {
        desk(text, "copydesk.toml", PathBuf::from(".")).unwrap_err().to_string()
    }

    #[test]
    fn unknown_key_is_refused_with_line_and_nearest_key() {
        let message = message(&format!("{SITE}[fetch]\nin_fligt = 3\n"));
        assert!(message.starts_with("copydesk.toml:6: [fetch]: unknown key `in_fligt`"), "{message}");
        assert!(message.ends_with("did you mean `in_flight`?"), "{message}");
    }

    #[test]
    fn every_mistake_is_told_with_line_key_and_what_to_write() {
        let missing = message("[store]\n");
        assert!(
            missing.contains("there is no [site]") && missing.contains("\ntitle = \"My Desk\"\n"),
            "{missing}"
        );
        for (text, line, told) in [
            ("[sources]\nname = \"A\"\n", 5, "write [[sources]] for [sources]"),
            ("[[store]]\n", 5, "write [store] for [[store]]"),
            ("[section]\ntitle = \"A\"\n", 5, "unknown table `section`; did you mean [[sections]]?"),
            ("[[source]]\nname = \"A\"\n", 5, "unknown table `source`; did you mean [[sources]]?"),
            ("[stores]\n", 5, "unknown table `stores`; did you mean [store]?"),
            ("[zebra]\n", 5, "unknown table `zebra`; known here: [site], [store], "),
            (
                "[[sources]]\nname = \"A\"\n",
                5,
                "[[sources]]: `feed` is missing; write e.g. feed = \"https://",
            ),
            (
                "[[sections]]\nslug = \"a\"\ntitle = \"A\"\nlimit = \"many\"\n",
                8,
                "[[sections]] limit: the text \"many\" stands where a whole number",
            ),
            (
                "[fetch]\npush = 1\n",
                6,
                "[fetch] push: the number 1 stands where true or false belongs; write e.g. push = false",
            ),
            (
                "[[sources]]\nname = \"A\"\nfeed = \"f\"\nsections = \"news\"\n",
                8,
                "[[sources]] sections: the text \"news\" stands where a list in brackets belongs; write e.g. sections = [\"news\"]",
            ),
            (
                "[[sources]]\nname = \"A\"\nfeed = \"f\"\nrights = \"al\"\n",
                8,
                "[[sources]] rights: unknown word `al`",
            ),
            ("[[sources]]\nname = \"A\"\nfeed = \"f\"\nimages = 3\n", 8, "[[sources]] images: "),
            ("[publish]\nformats = [\"rs\"]\n", 6, "did you mean \"rss\"?"),
            (
                "[[sources]]\nname = \"A\"\nfeed = \"f\"\nsections = [\"nwes\"]\n[[sections]]\nslug = \"news\"\ntitle = \"N\"\n",
                8,
                "did you mean \"news\"?",
            ),
            ("[[sections]]\nslug = \"all\"\ntitle = \"N\"\n", 6, "is made anyway"),
            ("[publish]\nhubs = [\"hub.example/x\"]\n", 6, "did you mean \"https://hub.example/x\"?"),
            ("[store]\nurl = \"mysql:x\"\n", 6, "[store] url"),
            ("[operators]\nurl = \"x\"\n", 6, "[operators] url"),
            ("[[rulings]]\nsplit = \"\"\n", 5, "[[rulings]] 1"),
            ("[[articles]]\npath = \"a/*\"\nutc_offset = \"noon\"\n", 7, "utc_offset"),
        ] {
            let told_all = message(&format!("{SITE}{text}"));
            assert!(
                told_all.starts_with(&format!("copydesk.toml:{line}: ")) && told_all.contains(told),
                "{told_all}"
            );
        }
    }

    #[test]
    fn no_value_of_another_kind_is_answered_in_the_words_of_a_program() {
        let mut header = "";
        let mut tried = 0;
        for line in TEMPLATE.lines().map(|line| line.strip_prefix("# ").unwrap_or(line)) {
            if line.starts_with('[') {
                header = line;
            }
            let Some((key, _)) = line.split_once(" = ").filter(|(key, _)| !key.contains(' ')) else {
                continue;
            };
            for value in ["\"many\"", "1.5", "-3", "true", "[]", "[[1]]", "{}", "{ a = 1 }"] {
                let text = match header {
                    "[site]" => format!("[site]\n{key} = {value}\n"),
                    header => format!("{SITE}{header}\n{key} = {value}\n"),
                };
                let Err(error) = desk(&text, "copydesk.toml", PathBuf::from(".")) else { continue };
                let told = error.to_string();
                tried += 1;
                let words = [
                    "usize",
                    "u64",
                    "u32",
                    "f64",
                    "sequence",
                    "a map",
                    "bool",
                    "variant",
                    "enum",
                    "struct",
                    "invalid type",
                    "field",
                ];
                assert!(!words.iter().any(|word| told.contains(word)), "{text}{told}");
                let place = told.strip_prefix("copydesk.toml:").and_then(|rest| rest.split_once(": "));
                assert!(place.is_some_and(|(line, _)| line.parse::<usize>().is_ok()), "{text}{told}");
                assert!(
                    told.contains(key) || told.contains("is missing") || told.contains(header),
                    "{text}{told}"
                );
            }
        }
        assert!(tried > 200, "{tried}");
    }

    #[test]
    fn source_in_an_unknown_section_is_refused() {
        let text = format!("{SITE}[[sources]]\nname = \"A\"\nfeed = \"a.xml\"\nsections = [\"tv\"]\n");
        assert!(message(&text).contains("there is no section \"tv\""));
    }

    #[test]
    fn two_sources_of_one_name_need_a_key() {
        let one = "[[sources]]\nname = \"A b\"\nfeed = \"a.xml\"\n";
        assert!(message(&format!("{SITE}{one}{one}")).contains("same key \"a-b\""));
    }

    #[test]
    fn base_url_gets_its_slash() {
        let desk = desk(SITE, "c", PathBuf::from("/x")).unwrap();
        assert_eq!(desk.site.base_url, "https://d.example/f/");
        assert_eq!(desk.database, PathBuf::from("/x/copydesk.db"));
    }

    #[test]
    fn proxies_that_are_trusted_are_networks() {
        let of = |range: &str| {
            desk(&format!("{SITE}[serve]\ntrusted_proxies = [\"{range}\"]\n"), "c", PathBuf::from("."))
        };
        assert_eq!(of("10.1.0.0/16").unwrap().trusted_proxies, [("10.1.0.0".parse().unwrap(), 16)]);
        assert_eq!(of("::1").unwrap().trusted_proxies, [("::1".parse().unwrap(), 128)]);
        for wrong in ["proxy.example", "10.1.0.0/33", "10.1.0.0:80"] {
            let message = of(wrong).unwrap_err().to_string();
            assert!(message.contains("[serve] trusted_proxies") && message.contains(wrong), "{message}");
        }
    }

    #[test]
    fn template_is_a_valid_configuration() {
        desk(TEMPLATE, "template", PathBuf::from(".")).unwrap();
    }
}
