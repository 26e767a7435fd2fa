//! `[[sources]]` and `[[lists]]`: the upstream feeds, and what each needs of its own.

use std::collections::BTreeSet;
use std::path::Path;

use serde::Deserialize;

use super::manners::pause;
use super::tables::http_url;
use super::{List, Source};
use crate::fetch::Address;
use crate::model::{FutureDates, Proxy, Rights, Secret, Section, Switches};
use crate::text::slug::slug;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SourceTable {
    name: String,
    key: Option<String>,
    feed: String,
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
    future_dates: FutureDates,
    #[serde(default = "yes")]
    images: bool,
    #[serde(default)]
    allow_locked: bool,
}

fn yes() -> bool {
    true
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ListTable {
    name: String,
    key: Option<String>,
    url: String,
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
) -> Result<Vec<Source>, String> {
    let mut seen = BTreeSet::new();
    let mut sources = Vec::with_capacity(tables.len());
    for table in tables {
        let source = source(table, root)?;
        if !seen.insert(source.key.clone()) {
            let (name, key) = (&source.name, &source.key);
            return Err(format!(
                "[[sources]] \"{name}\" has the same key \"{key}\" as another; give one of them `key = \"…\"`"
            ));
        }
        all_known(&format!("[[sources]] \"{}\"", source.name), &source.sections, sections)?;
        sources.push(source);
    }
    Ok(sources)
}

fn all_known(whose: &str, slugs: &[String], sections: &[Section]) -> Result<(), String> {
    let unknown = slugs.iter().find(|slug| !sections.iter().any(|section| section.slug == **slug));
    let Some(slug) = unknown else { return Ok(()) };
    let known: Vec<&str> = sections.iter().map(|section| section.slug.as_str()).collect();
    Err(format!("{whose}: there is no section \"{slug}\"; known are {}", known.join(", ")))
}

pub(super) fn lists(tables: Vec<ListTable>, root: &Path, sections: &[Section]) -> Result<Vec<List>, String> {
    let mut seen = BTreeSet::new();
    let list = |table: ListTable| {
        let whose = format!("[[lists]] \"{}\"", table.name);
        let key = table.key.unwrap_or_else(|| slug(&table.name));
        if key.is_empty() || !seen.insert(key.clone()) {
            return Err(format!("{whose} has no key of its own; give it `key = \"…\"`"));
        }
        all_known(&whose, &table.sections, sections)?;
        Ok(List {
            key,
            name: table.name,
            address: address(&whose, &table.url, root)?,
            sections: table.sections,
            rank: table.rank,
            rights: table.rights,
        })
    };
    tables.into_iter().map(list).collect()
}

/// An address or a path, as the configuration may say either.
fn address(whose: &str, text: &str, root: &Path) -> Result<Address, String> {
    let text = text.strip_prefix("feed:").map_or(text, |rest| rest.trim_start_matches("//"));
    match url::Url::parse(text) {
        Ok(url) if matches!(url.scheme(), "http" | "https") => Ok(Address::Http(url)),
        // One letter is a Windows drive, not a scheme.
        Ok(url) if url.scheme().len() > 1 => {
            Err(format!("{whose}: feed addresses are http, https or a path, not {}:", url.scheme()))
        }
        _ => Ok(Address::File(root.join(text))),
    }
}

impl Source {
    /// A source of which only name and address are known: everything else as where the
    /// configuration says nothing.
    pub fn plain(name: &str, feed: &str) -> Result<Self, String> {
        let table = serde_json::json!({"name": name, "feed": feed});
        let table = serde_json::from_value(table).map_err(|error| error.to_string())?;
        source(table, Path::new("."))
    }
}

fn source(table: SourceTable, root: &Path) -> Result<Source, String> {
    let address = address(&format!("[[sources]] \"{}\"", table.name), &table.feed, root)?;
    let public = table.url.clone().or_else(|| match &address {
        Address::Http(url) => Some(url.to_string()),
        Address::File(_) => None,
    });
    let home = match (&table.home, &public) {
        (Some(home), _) => http_url(&format!("[[sources]] \"{}\": home", table.name), home)?.to_string(),
        (None, Some(url)) => {
            url::Url::parse(url).and_then(|url| url.join("/")).map(String::from).unwrap_or_default()
        }
        (None, None) => String::new(),
    };
    let switches = switches(&table, root)?;
    Ok(Source {
        key: table.key.unwrap_or_else(|| slug(&table.name)),
        switches,
        name: table.name,
        address,
        url: table.url,
        home,
        sections: table.sections,
        rank: table.rank,
        rights: table.rights,
        licence: table.licence,
        credit: table.credit,
        language: table.language,
        holder: table.holder,
        rights_days: table.rights_days,
        future_dates: table.future_dates,
        images: table.images,
        allow_locked: table.allow_locked,
    })
}

/// How a source is asked, where it differs from the rest.
fn switches(table: &SourceTable, root: &Path) -> Result<Switches, String> {
    let wrong = |key: &str, why: String| format!("[[sources]] \"{}\": {key}: {why}", table.name);
    let secret = |key: &str, text: &Option<String>| {
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
