//! What `copydesk.toml` may say, table for table, and how it becomes a [`Desk`].
//!
//! Defaults stand here and in the files of the tables, and nowhere else.

use std::net::IpAddr;
use std::path::{Path, PathBuf};

use chrono::FixedOffset;
use serde::Deserialize;

use super::address::guess;
use super::filters::{FilterTable, of_desk};
use super::flaw::Flaw;
use super::folder::publish_folder;
use super::manners::{FetchTable, address_range, manners};
use super::purged::{PurgedTable, forgotten};
use super::rulings::{RulingTable, WithdrawalTable, rulings, withdrawals};
use super::sections::{PublishTable, SectionTable, common, formats, front_size, sections};
use super::sources::{ListTable, SourceTable, lists, sources};
use super::{ALL, Desk, Keep, Operators};
use crate::articles;
use crate::model::{Section, Site};
use crate::stories;
use crate::text::url::{is_http, shown, take_login, without_login};

/// The whole file.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct File {
    site: SiteTable,
    #[serde(default)]
    store: StoreTable,
    #[serde(default)]
    fetch: FetchTable,
    #[serde(default)]
    publish: PublishTable,
    #[serde(default)]
    operators: OperatorsTable,
    #[serde(default)]
    serve: ServeTable,
    #[serde(default)]
    stories: stories::Settings,
    #[serde(default)]
    articles: Vec<ArticlesTable>,
    #[serde(default)]
    sources: Vec<SourceTable>,
    #[serde(default)]
    lists: Vec<ListTable>,
    #[serde(default)]
    sections: Vec<SectionTable>,
    #[serde(default)]
    filters: Vec<FilterTable>,
    #[serde(default)]
    rulings: Vec<RulingTable>,
    #[serde(default)]
    withdrawals: Vec<WithdrawalTable>,
    #[serde(default)]
    purged: Vec<PurgedTable>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SiteTable {
    title: String,
    home: String,
    base_url: String,
    #[serde(default = "english")]
    language: String,
    contact: Option<String>,
    rights: Option<String>,
    logo: Option<String>,
    icon: Option<String>,
}

fn english() -> String {
    "en".to_owned()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, default)]
struct StoreTable {
    url: String,
    keep_days: u32,
    keep_entries: usize,
}

impl Default for StoreTable {
    fn default() -> Self {
        Self { url: "sqlite:copydesk.db".to_owned(), keep_days: 400, keep_entries: 0 }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, default)]
struct OperatorsTable {
    feed: PathBuf,
    url: Option<String>,
}

impl Default for OperatorsTable {
    fn default() -> Self {
        Self { feed: PathBuf::from("operators.atom"), url: None }
    }
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct ServeTable {
    trusted_proxies: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ArticlesTable {
    path: String,
    url: Option<String>,
    section: Option<String>,
    author: Option<String>,
    language: Option<String>,
    utc_offset: Option<String>,
    #[serde(default)]
    when_deleted: WhenDeleted,
}

/// What becomes of an article whose file is deleted.
#[derive(Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum WhenDeleted {
    #[default]
    Withdraw,
    Keep,
}

impl File {
    /// The desk that the file means, or what in it does not go together.
    pub(super) fn resolve(self, root: PathBuf) -> Result<Desk, Flaw> {
        let mut sections = sections(self.sections, &self.publish)?;
        let backlog = self.publish.backlog();
        let sources = sources(self.sources, &root, &sections, backlog)?;
        let filters = of_desk(self.filters, &sources, &mut sections, !self.lists.is_empty())?;
        let forgotten = forgotten(self.purged, &sources)?;
        let rulings = rulings(self.rulings)?;
        let site = site(self.site, &self.publish)?;
        let limit = sections.iter().map(|section| section.limit).max().unwrap_or_else(front_size);
        let all = Section {
            slug: ALL.to_owned(),
            title: site.title.clone(),
            ..common(&self.publish, limit).map_err(Flaw::in_key("publish", 0, "shrink_guard"))?
        };
        let database = database(&self.store.url, &root).map_err(Flaw::in_key("store", 0, "url"))?;
        let patterns: Vec<&str> = self.articles.iter().map(|table| table.path.as_str()).collect();
        let publish = publish_folder(&self.publish.to, &root, &database, &patterns)?;
        Ok(Desk {
            database,
            keep: Keep {
                days: Some(self.store.keep_days).filter(|days| *days > 0),
                entries: Some(self.store.keep_entries).filter(|entries| *entries > 0),
            },
            push: self.fetch.push,
            pages_per_run: self.fetch.pages_per_run,
            backlog,
            filters,
            trusted_proxies: trusted_proxies(&self.serve).map_err(Flaw::in_key(
                "serve",
                0,
                "trusted_proxies",
            ))?,
            manners: manners(self.fetch, &site)?,
            publish,
            operators: operators(self.operators, &root).map_err(Flaw::in_key("operators", 0, "url"))?,
            formats: formats(&self.publish.formats).map_err(Flaw::in_key("publish", 0, "formats"))?,
            articles: self.articles.into_iter().enumerate().map(articles_rule).collect::<Result<_, _>>()?,
            lists: lists(self.lists, &root, &sections)?,
            former: Vec::new(),
            places: std::sync::OnceLock::new(),
            unknown_variables: Vec::new(),
            sources,
            sections,
            all,
            stories: self.stories,
            withdrawals: withdrawals(self.withdrawals, &rulings)?,
            rulings,
            forgotten,
            site,
            root,
        })
    }
}

fn site(table: SiteTable, publish: &PublishTable) -> Result<Site, Flaw> {
    let base = http_url("[site] base_url", &table.base_url).map_err(Flaw::in_key("site", 0, "base_url"))?;
    let home = http_url("[site] home", &table.home).map_err(Flaw::in_key("site", 0, "home"))?;
    let base_url = if base.path().ends_with('/') { base.to_string() } else { format!("{base}/") };
    Ok(Site {
        title: table.title,
        home: home.into(),
        base_url,
        language: table.language,
        contact: table.contact.as_deref().map(without_login),
        hubs: publish
            .hubs
            .iter()
            .map(|hub| Ok(http_url("[publish] hubs", hub)?.into()))
            .collect::<Result<_, String>>()
            .map_err(Flaw::in_key("publish", 0, "hubs"))?,
        rights: table.rights.filter(|rights| !rights.trim().is_empty()),
        logo: picture("[site] logo", table.logo.as_deref()).map_err(Flaw::in_key("site", 0, "logo"))?,
        icon: picture("[site] icon", table.icon.as_deref()).map_err(Flaw::in_key("site", 0, "icon"))?,
        mail: publish.mail,
        clean_links: publish.clean_links,
    })
}

fn picture(key: &str, address: Option<&str>) -> Result<Option<String>, String> {
    address.map(|address| http_url(key, address).map(Into::into)).transpose()
}

pub(super) fn http_url(key: &str, value: &str) -> Result<url::Url, String> {
    match url::Url::parse(value) {
        // What these say is published: a login is no part of it.
        Ok(mut url) if is_http(&url) => {
            take_login(&mut url);
            Ok(url)
        }
        _ => {
            let remedy = match guess(value.trim()) {
                Some(meant) => format!("did you mean \"{meant}\"?"),
                None => "write it in full, e.g. \"https://desk.example/\"".to_owned(),
            };
            Err(format!("{key} = \"{}\" is no http or https address; {remedy}", shown(value)))
        }
    }
}

fn database(url: &str, root: &Path) -> Result<PathBuf, String> {
    match url.strip_prefix("sqlite:") {
        Some(path) if !path.is_empty() => Ok(root.join(path)),
        _ => Err(format!("[store] url = \"{url}\" is not supported by this build; use \"sqlite:FILE\"")),
    }
}

fn trusted_proxies(table: &ServeTable) -> Result<Vec<(IpAddr, u8)>, String> {
    let network = |range: &String| {
        address_range(range).map_err(|why| {
            format!("[serve] trusted_proxies: {why}; write e.g. \"10.1.0.0/16\" or \"192.0.2.7\"")
        })
    };
    table.trusted_proxies.iter().map(network).collect()
}

/// Where the feed for operators goes: never into the publish folder by accident.
fn operators(table: OperatorsTable, root: &Path) -> Result<Operators, String> {
    let url = table.url.map(|url| http_url("[operators] url", &url)).transpose()?;
    let path = Some(root.join(&table.feed)).filter(|_| !table.feed.as_os_str().is_empty());
    Ok(Operators { path, url: url.map(Into::into) })
}

fn articles_rule((nth, table): (usize, ArticlesTable)) -> Result<articles::Rule, Flaw> {
    let wrong = |key: &'static str, why: String| {
        Flaw::in_key("articles", nth, key)(format!("[[articles]] path = \"{}\": {key}: {why}", table.path))
    };
    if let Some(pattern) = &table.url {
        articles::check_pattern(pattern).map_err(|why| wrong("url", why))?;
    }
    let offset = |text: &String| text.parse::<FixedOffset>();
    let utc_offset = table.utc_offset.as_ref().map(offset).transpose();
    let utc_offset = utc_offset.map_err(|_| wrong("utc_offset", "write it like \"+01:00\"".to_owned()))?;
    Ok(articles::Rule {
        pattern: table.path,
        url: table.url,
        section: table.section,
        author: table.author,
        language: table.language,
        utc_offset,
        keeps_deleted: table.when_deleted == WhenDeleted::Keep,
        ..articles::Rule::default()
    })
}
