//! What `copydesk.toml` may say, table for table, and how it becomes a [`Desk`].
//!
//! Defaults stand here and nowhere else.

use std::collections::BTreeSet;
use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::FixedOffset;
use serde::Deserialize;

use super::{ALL, Desk, Source};
use crate::articles;
use crate::fetch::Address;
use crate::model::{Manners, Rights, Section, Site};
use crate::stories;
use crate::text::slug::slug;
use crate::write;

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
    stories: stories::Settings,
    #[serde(default)]
    articles: Vec<ArticlesTable>,
    #[serde(default)]
    sources: Vec<SourceTable>,
    #[serde(default)]
    sections: Vec<SectionTable>,
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
}

fn english() -> String {
    "en".to_owned()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, default)]
struct StoreTable {
    url: String,
}

impl Default for StoreTable {
    fn default() -> Self {
        Self { url: "sqlite:copydesk.db".to_owned() }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, default)]
struct FetchTable {
    in_flight: usize,
    per_host: usize,
    gap_seconds: f64,
    deadline_seconds: u64,
    allow_addresses: Vec<String>,
    max_wire_mib: u64,
    max_body_mib: u64,
}

impl Default for FetchTable {
    fn default() -> Self {
        Self {
            in_flight: 32,
            per_host: 1,
            gap_seconds: 1.0,
            deadline_seconds: 540,
            allow_addresses: Vec::new(),
            max_wire_mib: 10,
            max_body_mib: 20,
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, default)]
struct PublishTable {
    to: PathBuf,
    formats: Vec<String>,
    credit_line: bool,
}

impl Default for PublishTable {
    fn default() -> Self {
        let formats = ["rss", "atom", "json", "html"].map(str::to_owned).to_vec();
        Self { to: PathBuf::from("feeds"), formats, credit_line: true }
    }
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
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SourceTable {
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
}

fn middle_rank() -> u32 {
    100
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SectionTable {
    slug: String,
    title: String,
    description: Option<String>,
    #[serde(default)]
    categories: Vec<String>,
    #[serde(default)]
    keywords: Vec<String>,
    #[serde(default)]
    languages: Vec<String>,
    #[serde(default = "front_size")]
    limit: usize,
    credit_line: Option<bool>,
}

fn front_size() -> usize {
    50
}

impl File {
    /// The desk that the file means, or what in it does not go together.
    pub(super) fn resolve(self, root: PathBuf) -> Result<Desk, String> {
        let credit_line = self.publish.credit_line;
        let sections = sections(self.sections, credit_line)?;
        let sources = sources(self.sources, &root, &sections)?;
        let site = site(self.site)?;
        let all = Section {
            slug: ALL.to_owned(),
            title: site.title.clone(),
            limit: sections.iter().map(|section| section.limit).max().unwrap_or_else(front_size),
            credit_line,
            ..Section::default()
        };
        Ok(Desk {
            database: database(&self.store.url, &root)?,
            manners: manners(self.fetch, &site)?,
            publish: root.join(self.publish.to),
            formats: formats(&self.publish.formats)?,
            articles: self.articles.into_iter().map(articles_rule).collect::<Result<_, _>>()?,
            sources,
            sections,
            all,
            stories: self.stories,
            site,
            root,
        })
    }
}

fn site(table: SiteTable) -> Result<Site, String> {
    let base = http_url("[site] base_url", &table.base_url)?;
    let home = http_url("[site] home", &table.home)?;
    let base_url = if base.path().ends_with('/') { base.to_string() } else { format!("{base}/") };
    Ok(Site {
        title: table.title,
        home: home.into(),
        base_url,
        language: table.language,
        contact: table.contact,
    })
}

fn http_url(key: &str, value: &str) -> Result<url::Url, String> {
    match url::Url::parse(value) {
        Ok(url) if matches!(url.scheme(), "http" | "https") && url.has_host() => Ok(url),
        _ => Err(format!(
            "{key} = \"{value}\" is no http or https address; write it in full, e.g. \"https://desk.example/\""
        )),
    }
}

fn database(url: &str, root: &Path) -> Result<PathBuf, String> {
    match url.strip_prefix("sqlite:") {
        Some(path) if !path.is_empty() => Ok(root.join(path)),
        _ => Err(format!("[store] url = \"{url}\" is not supported by this build; use \"sqlite:FILE\"")),
    }
}

fn manners(table: FetchTable, site: &Site) -> Result<Manners, String> {
    const MIB: u64 = 1 << 20;
    let contact = site.contact.as_deref().unwrap_or(&site.home);
    let ascii_title: String = site.title.chars().filter(|c| c.is_ascii_graphic() || *c == ' ').collect();
    if !table.gap_seconds.is_finite() || !(0.0..=86_400.0).contains(&table.gap_seconds) {
        return Err("[fetch] gap_seconds must lie between 0 and 86400".to_owned());
    }
    Ok(Manners {
        user_agent: format!("copydesk/{} (+{contact}; {ascii_title})", env!("CARGO_PKG_VERSION")),
        in_flight: table.in_flight.max(1),
        per_host: table.per_host.max(1),
        gap: Duration::from_secs_f64(table.gap_seconds),
        deadline: Duration::from_secs(table.deadline_seconds),
        allow_addresses: table
            .allow_addresses
            .iter()
            .map(|range| address_range(range))
            .collect::<Result<_, _>>()?,
        max_wire_bytes: table.max_wire_mib * MIB,
        max_body_bytes: table.max_body_mib * MIB,
    })
}

fn address_range(range: &str) -> Result<(IpAddr, u8), String> {
    let (network, bits) = range.split_once('/').unwrap_or((range, ""));
    let network: IpAddr = network.parse().map_err(|_| {
        format!("[fetch] allow_addresses: \"{range}\" is no address range; write e.g. \"10.1.0.0/16\"")
    })?;
    let whole = if network.is_ipv4() { 32 } else { 128 };
    match if bits.is_empty() { Ok(whole) } else { bits.parse::<u8>() } {
        Ok(bits) if bits <= whole => Ok((network, bits)),
        _ => Err(format!("[fetch] allow_addresses: \"{range}\" has no prefix length between 0 and {whole}")),
    }
}

fn formats(words: &[String]) -> Result<Vec<write::Format>, String> {
    let parse = |word: &String| {
        let known = write::Format::ALL.iter().find(|format| format.word() == word);
        known.copied().ok_or_else(|| {
            format!("[publish] formats: \"{word}\" is unknown; known are rss, atom, json, html")
        })
    };
    words.iter().map(parse).collect()
}

fn articles_rule(table: ArticlesTable) -> Result<articles::Rule, String> {
    let wrong = |what: &str, why: String| format!("[[articles]] path = \"{}\": {what}: {why}", table.path);
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
        ..articles::Rule::default()
    })
}

fn sections(tables: Vec<SectionTable>, credit_line: bool) -> Result<Vec<Section>, String> {
    let mut seen = BTreeSet::from([ALL.to_owned()]);
    let mut sections = Vec::with_capacity(tables.len());
    for table in tables {
        if slug(&table.slug) != table.slug || table.slug.is_empty() {
            return Err(format!(
                "[[sections]] slug = \"{}\": use lower-case letters, digits and hyphens",
                table.slug
            ));
        }
        if !seen.insert(table.slug.clone()) {
            return Err(format!(
                "[[sections]] slug = \"{}\" stands twice, or is \"{ALL}\", which is made anyway",
                table.slug
            ));
        }
        sections.push(Section {
            slug: table.slug,
            title: table.title,
            description: table.description,
            categories: table.categories,
            keywords: table.keywords,
            languages: table.languages,
            limit: table.limit.max(1),
            credit_line: table.credit_line.unwrap_or(credit_line),
        });
    }
    Ok(sections)
}

fn sources(tables: Vec<SourceTable>, root: &Path, sections: &[Section]) -> Result<Vec<Source>, String> {
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
        if let Some(slug) = source.sections.iter().find(|slug| !sections.iter().any(|s| s.slug == **slug)) {
            let known: Vec<&str> = sections.iter().map(|section| section.slug.as_str()).collect();
            let name = &source.name;
            return Err(format!(
                "[[sources]] \"{name}\": there is no section \"{slug}\"; known are {}",
                known.join(", ")
            ));
        }
        sources.push(source);
    }
    Ok(sources)
}

fn source(table: SourceTable, root: &Path) -> Result<Source, String> {
    let feed =
        table.feed.strip_prefix("feed:").map_or(table.feed.as_str(), |rest| rest.trim_start_matches("//"));
    let address = match url::Url::parse(feed) {
        Ok(url) if matches!(url.scheme(), "http" | "https") => Address::Http(url),
        // One letter is a Windows drive, not a scheme.
        Ok(url) if url.scheme().len() > 1 => {
            let (name, scheme) = (&table.name, url.scheme());
            return Err(format!(
                "[[sources]] \"{name}\": feed addresses are http, https or a path, not {scheme}:"
            ));
        }
        _ => Address::File(root.join(feed)),
    };
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
    Ok(Source {
        key: table.key.unwrap_or_else(|| slug(&table.name)),
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
    })
}

#[cfg(test)]
mod tests {
    use super::address_range;

    #[test]
    fn address_ranges_are_checked() {
        assert!(address_range("127.0.0.1/32").is_ok() && address_range("::1").is_ok());
        assert!(address_range("10.0.0.0/33").is_err() && address_range("ten/8").is_err());
    }
}
