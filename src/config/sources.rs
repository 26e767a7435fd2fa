//! `[[sources]]` and `[[lists]]`: the upstream feeds, and what each needs of its own.

use std::collections::{BTreeSet, HashSet};
use std::path::Path;

use serde::Deserialize;
use toml::Spanned;

use super::filters::{FilterTable, RewriteTable, of_source, rewrites};
use super::flaw::Flaw;
use super::manners::pause;
use super::secrets::veil;
use super::tables::http_url;
use super::{List, Source};
use crate::fetch::Address;
use crate::model::{
    Backlog, FutureDates, Images, OWN, Proxy, Rights, Secret, Section, SourceKey, Switches, Veil,
};
use crate::text::plainly::nearest;
use crate::text::slug;
use crate::text::url::{take_login, web, without_login};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SourceTable {
    name: Spanned<String>,
    key: Option<Spanned<String>>,
    #[serde(default)]
    formerly: Vec<String>,
    #[serde(default)]
    paused: bool,
    feed: Spanned<String>,
    url: Option<String>,
    home: Option<String>,
    #[serde(default)]
    sections: Vec<String>,
    #[serde(default = "middle_rank")]
    rank: u32,
    #[serde(default)]
    rights: Rights,
    licence: Option<String>,
    credit: Option<String>,
    language: Option<String>,
    login: Option<String>,
    token: Option<String>,
    cookie: Option<String>,
    #[serde(default = "yes")]
    http2: bool,
    #[serde(default)]
    insecure: bool,
    proxy: Option<String>,
    #[serde(default)]
    eager: bool,
    gap_seconds: Option<f64>,
    max_wire_mib: Option<u64>,
    holder: Option<String>,
    rights_days: Option<u32>,
    #[serde(default)]
    filters: Vec<FilterTable>,
    #[serde(default)]
    rewrite: Vec<RewriteTable>,
    backlog: Option<usize>,
    backlog_days: Option<u32>,
    burst: Option<usize>,
    #[serde(default)]
    future_dates: FutureDates,
    #[serde(default)]
    images: ImagesWord,
    #[serde(default)]
    allow_locked: bool,
    #[serde(default)]
    full_text: bool,
}

/// `images`: a word, or as it was before there were words.
#[derive(Deserialize)]
#[serde(untagged)]
enum ImagesWord {
    Switch(bool),
    Word(String),
}

impl Default for ImagesWord {
    fn default() -> Self {
        Self::Switch(true)
    }
}

impl ImagesWord {
    fn meant(&self) -> Result<Images, String> {
        match self {
            Self::Switch(true) => Ok(Images::Link),
            Self::Switch(false) => Ok(Images::Hide),
            Self::Word(word) => match word.as_str() {
                "link" => Ok(Images::Link),
                "hide" => Ok(Images::Hide),
                _ => Err(format!("images = \"{word}\" is unknown; known are \"link\" and \"hide\"")),
            },
        }
    }
}

fn yes() -> bool {
    true
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ListTable {
    name: Spanned<String>,
    key: Option<Spanned<String>>,
    url: Spanned<String>,
    #[serde(default)]
    sections: Vec<String>,
    #[serde(default = "middle_rank")]
    rank: u32,
    #[serde(default)]
    rights: Rights,
}

fn middle_rank() -> u32 {
    100
}

pub(super) fn sources(
    tables: Vec<SourceTable>,
    root: &Path,
    sections: &[Section],
    backlog: Backlog,
) -> Result<Vec<Source>, Flaw> {
    let known = slugs(sections);
    let mut seen = BTreeSet::new();
    let mut sources = Vec::with_capacity(tables.len());
    for (nth, table) in tables.into_iter().enumerate() {
        let name = table.name.clone();
        let source = written(table, nth, root, backlog)?;
        if !seen.insert(source.key.clone()) {
            let (shown, key) = (&source.name, &source.key);
            return Err(Flaw::of(
                &name,
                format!(
                    "[[sources]] \"{shown}\" has the same key \"{key}\" as another; give one of them `key = \"…\"`"
                ),
            ));
        }
        all_known(&format!("[[sources]] \"{}\"", source.name), &source.sections, &known, sections)
            .map_err(Flaw::in_key("sources", nth, "sections"))?;
        sources.push(source);
    }
    Ok(sources)
}

/// The slugs of the sections, each to be found at once.
fn slugs(sections: &[Section]) -> HashSet<&str> {
    sections.iter().map(|section| section.slug.as_str()).collect()
}

fn all_known(
    whose: &str,
    named: &[String],
    known: &HashSet<&str>,
    sections: &[Section],
) -> Result<(), String> {
    let unknown = named.iter().find(|slug| !known.contains(slug.as_str()));
    let Some(slug) = unknown else { return Ok(()) };
    let known: Vec<&str> = sections.iter().map(|section| section.slug.as_str()).collect();
    let renamed = sections.iter().find(|section| section.formerly.contains(slug));
    let hint = match (nearest(slug, known.iter().copied()), known.is_empty()) {
        _ if renamed.is_some() => {
            format!("it is called \"{}\" now", renamed.map_or("", |section| section.slug.as_str()))
        }
        (Some(near), _) => format!("did you mean \"{near}\"?"),
        (None, false) => format!("known are {}", known.join(", ")),
        (None, true) => format!("write one: [[sections]] with slug = \"{slug}\" and a title"),
    };
    Err(format!("{whose}: there is no section \"{slug}\"; {hint}"))
}

pub(super) fn lists(tables: Vec<ListTable>, root: &Path, sections: &[Section]) -> Result<Vec<List>, Flaw> {
    let mut seen = BTreeSet::new();
    let known = slugs(sections);
    let list = |(nth, table): (usize, ListTable)| {
        let whose = format!("[[lists]] \"{}\"", table.name.get_ref());
        let key = key(&whose, &table.name, table.key.as_ref())?;
        if !seen.insert(key.clone()) {
            return Err(Flaw::of(
                &table.name,
                format!("{whose} has the same key \"{key}\" as another list; give one of them `key = \"…\"`"),
            ));
        }
        all_known(&whose, &table.sections, &known, sections)
            .map_err(Flaw::in_key("lists", nth, "sections"))?;
        let (address, login) = super::address::address(table.url.get_ref(), root)
            .map_err(|why| Flaw::of(&table.url, format!("{whose}: url: {why}")))?;
        let asked = Switches { login, ..Switches::default() };
        Ok(List {
            key,
            name: table.name.into_inner(),
            switches: Switches { veil: veil(&address, None, &asked), ..asked },
            address,
            sections: table.sections,
            rank: table.rank,
            rights: table.rights,
        })
    };
    tables.into_iter().enumerate().map(list).collect()
}

/// The key of a source or a list: the one that is given, else one from its name.
fn key(whose: &str, name: &Spanned<String>, given: Option<&Spanned<String>>) -> Result<SourceKey, Flaw> {
    let (place, text) = match given {
        Some(given) => (given, given.get_ref().clone()),
        // Whoever is called Own is still somebody else.
        None => (
            name,
            match slug::key(name.get_ref()) {
                own if own == OWN => format!("source-{own}"),
                other => other,
            },
        ),
    };
    let remedy = if given.is_some() { "give it another `key`" } else { "give it `key = \"…\"`" };
    SourceKey::new(text).map_err(|why| Flaw::of(place, format!("{whose}: {why}; {remedy}")))
}

impl Source {
    /// A source of which only key, name and address are known: everything else as where the
    /// configuration says nothing. The address came from outside, so it is never a path.
    pub fn plain(key: SourceKey, name: &str, feed: &str, backlog: Backlog) -> Result<Self, String> {
        let mut url = web(feed)?;
        // A list is kept in the database; a login in it is not.
        take_login(&mut url);
        let mut written = toml_edit::DocumentMut::new();
        (written["name"], written["feed"]) = (toml_edit::value(name), toml_edit::value(url.as_str()));
        let table = toml::from_str(&written.to_string()).map_err(|error| error.to_string())?;
        source(table, key, Address::Http(url), Switches::default(), backlog).map_err(|(_, message)| message)
    }
}

/// The key of a source in which something is wrong, and what.
type Wrong = (&'static str, String);

/// A source as the configuration has it.
fn written(mut table: SourceTable, nth: usize, root: &Path, backlog: Backlog) -> Result<Source, Flaw> {
    let whose = format!("[[sources]] \"{}\"", table.name.get_ref());
    let key = key(&whose, &table.name, table.key.as_ref())?;
    let (address, login) = super::address::address(table.feed.get_ref(), root)
        .map_err(|why| Flaw::of(&table.feed, format!("{whose}: feed: {why}")))?;
    let wrong = |(key, message): (&'static str, String)| Flaw::in_key("sources", nth, key)(message);
    let mut switches = switches(&table, root).map_err(wrong)?;
    switches.login = switches.login.or(login);
    let filters = of_source(std::mem::take(&mut table.filters), table.name.get_ref())?;
    let rewrites = rewrites(std::mem::take(&mut table.rewrite), table.name.get_ref())?;
    let source = source(table, key, address, switches, backlog).map_err(wrong)?;
    Ok(Source { filters, rewrites, ..source })
}

fn source(
    table: SourceTable,
    key: SourceKey,
    address: Address,
    switches: Switches,
    backlog: Backlog,
) -> Result<Source, Wrong> {
    let url = table.url.as_deref().map(published);
    let switches = Switches { veil: veil(&address, url.as_deref(), &switches), ..switches };
    let public = url.clone().or_else(|| match &address {
        Address::Http(url) => Some(url.to_string()),
        Address::File(_) => None,
    });
    let home = match (&table.home, &public) {
        (Some(home), _) => http_url(&format!("[[sources]] \"{}\": home", table.name.get_ref()), home)
            .map_err(|why| ("home", why))?
            .to_string(),
        (None, Some(url)) => {
            url::Url::parse(url).and_then(|url| url.join("/")).map(String::from).unwrap_or_default()
        }
        (None, None) => String::new(),
    };
    let home_is_given = table.home.is_some();
    let images = table
        .images
        .meant()
        .map_err(|why| ("images", format!("[[sources]] \"{}\": {why}", table.name.get_ref())))?;
    if table.full_text && table.rights != Rights::Full {
        let whose = table.name.get_ref();
        return Err((
            "full_text",
            format!(
                "[[sources]] \"{whose}\": full_text = true publishes whole articles and needs rights = \"full\", which say that you may"
            ),
        ));
    }
    Ok(Source {
        key,
        switches,
        name: table.name.into_inner(),
        former_names: table.formerly,
        paused: table.paused,
        address,
        url,
        home,
        sections: table.sections,
        rank: table.rank,
        rights: table.rights,
        licence: table.licence,
        credit: table.credit,
        language: table.language,
        holder: table.holder,
        rights_days: table.rights_days,
        filters: Vec::new(),
        rewrites: Vec::new(),
        backlog: Backlog {
            newest: table.backlog.unwrap_or(backlog.newest),
            days: table.backlog_days.unwrap_or(backlog.days),
            burst: table.burst.unwrap_or(backlog.burst),
        },
        future_dates: table.future_dates,
        images,
        home_is_given,
        allow_locked: table.allow_locked,
        full_text: table.full_text,
    })
}

/// An address that is published: without a login.
fn published(text: &str) -> String {
    without_login(text.trim())
}

/// How a source is asked, where it differs from the rest.
fn switches(table: &SourceTable, root: &Path) -> Result<Switches, Wrong> {
    let wrong = |key: &'static str, why: String| {
        (key, format!("[[sources]] \"{}\": {key}: {why}", table.name.get_ref()))
    };
    let secret = |key: &'static str, text: &Option<String>| {
        text.as_deref().map(|text| secret(text, root).map_err(|why| wrong(key, why))).transpose()
    };
    let gap = table.gap_seconds.map(|gap| pause("gap_seconds", gap)).transpose();
    let proxy = match secret("proxy", &table.proxy)? {
        None => Proxy::AsUsual,
        Some(none) if matches!(none.reveal(), "" | "none") => Proxy::None,
        Some(address) => Proxy::Through(address),
    };
    Ok(Switches {
        login: secret("login", &table.login)?,
        token: secret("token", &table.token)?,
        cookie: secret("cookie", &table.cookie)?,
        http1: !table.http2,
        insecure: table.insecure,
        proxy,
        eager: table.eager,
        gap: gap.map_err(|why| wrong("gap_seconds", why))?,
        max_wire_bytes: table.max_wire_mib.map(|mib| mib << 20),
        veil: Veil::default(),
    })
}

/// A secret as it stands, `env:NAME` from the environment, or `file:PATH`, first line.
fn secret(text: &str, root: &Path) -> Result<Secret, String> {
    if let Some(name) = text.strip_prefix("env:") {
        let value = std::env::var(name).map_err(|_| format!("the environment has no {name}"))?;
        return Ok(Secret::new(value));
    }
    let Some(path) = text.strip_prefix("file:") else { return Ok(Secret::new(text)) };
    let content =
        std::fs::read_to_string(root.join(path)).map_err(|why| format!("cannot read {path}: {why}"))?;
    Ok(Secret::new(content.lines().next().unwrap_or_default().trim()))
}
