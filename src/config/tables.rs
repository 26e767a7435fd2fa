//! What `copydesk.toml` may say, table for table, and how it becomes a [`Desk`].
//!
//! Defaults stand here and nowhere else.

use std::collections::BTreeSet;
use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::FixedOffset;
use serde::Deserialize;

use super::podcast::{PodcastTable, podcast};
use super::rulings::{RulingTable, WithdrawalTable, rulings, withdrawals};
use super::{ALL, Desk, Keep, List, Operators, Source};
use crate::articles;
use crate::fetch::Address;
use crate::model::{FutureDates, Manners, Proxy, Rights, Secret, Section, Site, Switches};
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
    operators: OperatorsTable,
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
    rulings: Vec<RulingTable>,
    #[serde(default)]
    withdrawals: Vec<WithdrawalTable>,
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
struct FetchTable {
    in_flight: usize,
    per_host: usize,
    gap_seconds: f64,
    timeout_seconds: u64,
    deadline_seconds: u64,
    allow_addresses: Vec<String>,
    max_wire_mib: u64,
    max_body_mib: u64,
    max_held_mib: u64,
    push: bool,
}

impl Default for FetchTable {
    fn default() -> Self {
        Self {
            in_flight: 32,
            per_host: 1,
            gap_seconds: 1.0,
            timeout_seconds: 60,
            deadline_seconds: 540,
            allow_addresses: Vec::new(),
            max_wire_mib: 10,
            max_body_mib: 20,
            max_held_mib: 40,
            push: false,
        }
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

#[derive(Deserialize)]
#[serde(deny_unknown_fields, default)]
struct PublishTable {
    to: PathBuf,
    formats: Vec<String>,
    credit_line: bool,
    hubs: Vec<String>,
    per_source: usize,
    max_kib: usize,
    archive_size: usize,
    shrink_guard: f64,
}

impl Default for PublishTable {
    fn default() -> Self {
        let formats = ["rss", "atom", "json", "html"].map(str::to_owned).to_vec();
        Self {
            to: PathBuf::from("feeds"),
            formats,
            credit_line: true,
            hubs: Vec::new(),
            per_source: 0,
            max_kib: 512,
            archive_size: 100,
            shrink_guard: 0.5,
        }
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
struct ListTable {
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
    language: Option<String>,
    per_source: Option<usize>,
    max_kib: Option<usize>,
    shrink_guard: Option<f64>,
    podcast: Option<PodcastTable>,
}

fn front_size() -> usize {
    50
}

impl File {
    /// The desk that the file means, or what in it does not go together.
    pub(super) fn resolve(self, root: PathBuf) -> Result<Desk, String> {
        let sections = sections(self.sections, &self.publish)?;
        let sources = sources(self.sources, &root, &sections)?;
        let rulings = rulings(self.rulings)?;
        let site = site(self.site, &self.publish.hubs)?;
        let limit = sections.iter().map(|section| section.limit).max().unwrap_or_else(front_size);
        let all =
            Section { slug: ALL.to_owned(), title: site.title.clone(), ..common(&self.publish, limit)? };
        Ok(Desk {
            database: database(&self.store.url, &root)?,
            keep: Keep {
                days: Some(self.store.keep_days).filter(|days| *days > 0),
                entries: Some(self.store.keep_entries).filter(|entries| *entries > 0),
            },
            push: self.fetch.push,
            manners: manners(self.fetch, &site)?,
            publish: root.join(self.publish.to),
            operators: operators(self.operators, &root)?,
            formats: formats(&self.publish.formats)?,
            articles: self.articles.into_iter().map(articles_rule).collect::<Result<_, _>>()?,
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
            site,
            root,
        })
    }
}

/// What `[publish]` says for every section.
fn common(publish: &PublishTable, limit: usize) -> Result<Section, String> {
    Ok(Section {
        limit,
        credit_line: publish.credit_line,
        per_source: publish.per_source,
        max_bytes: publish.max_kib * 1024,
        // What waits for an archive stands in the front, which must not grow far beyond its limit.
        archive_size: publish.archive_size.min(limit),
        shrink_guard: share("[publish]", publish.shrink_guard)?,
        ..Section::default()
    })
}

fn share(place: &str, shrink_guard: f64) -> Result<f64, String> {
    match (0.0..=1.0).contains(&shrink_guard) {
        true => Ok(shrink_guard),
        false => Err(format!(
            "{place} shrink_guard = {shrink_guard}: write the share of its stories that a section may lose at once, 0 to 1"
        )),
    }
}

fn site(table: SiteTable, hubs: &[String]) -> Result<Site, String> {
    let base = http_url("[site] base_url", &table.base_url)?;
    let home = http_url("[site] home", &table.home)?;
    let base_url = if base.path().ends_with('/') { base.to_string() } else { format!("{base}/") };
    Ok(Site {
        title: table.title,
        home: home.into(),
        base_url,
        language: table.language,
        contact: table.contact,
        hubs: hubs
            .iter()
            .map(|hub| Ok(http_url("[publish] hubs", hub)?.into()))
            .collect::<Result<_, String>>()?,
        rights: table.rights.filter(|rights| !rights.trim().is_empty()),
        logo: picture("[site] logo", table.logo.as_deref())?,
        icon: picture("[site] icon", table.icon.as_deref())?,
    })
}

fn picture(key: &str, address: Option<&str>) -> Result<Option<String>, String> {
    address.map(|address| http_url(key, address).map(Into::into)).transpose()
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
    let (mut allow_addresses, mut allow_hosts) = (Vec::new(), Vec::new());
    for allowed in &table.allow_addresses {
        match allowed_host(allowed) {
            Some(host) => allow_hosts.push(host),
            None => allow_addresses.push(address_range(allowed)?),
        }
    }
    Ok(Manners {
        user_agent: format!("copydesk/{} (+{contact}; {ascii_title})", env!("CARGO_PKG_VERSION")),
        in_flight: table.in_flight.max(1),
        per_host: table.per_host.max(1),
        gap: pause("[fetch] gap_seconds", table.gap_seconds)?,
        timeout: Duration::from_secs(table.timeout_seconds.max(1)),
        deadline: Duration::from_secs(table.deadline_seconds),
        allow_addresses,
        allow_hosts,
        max_wire_bytes: table.max_wire_mib * MIB,
        max_body_bytes: table.max_body_mib * MIB,
        max_held_bytes: table.max_held_mib * MIB,
        ..Manners::default()
    })
}

fn pause(key: &str, seconds: f64) -> Result<Duration, String> {
    if !seconds.is_finite() || !(0.0..=86_400.0).contains(&seconds) {
        return Err(format!("{key} must lie between 0 and 86400"));
    }
    Ok(Duration::from_secs_f64(seconds))
}

/// `intra.example:8080` or `127.0.0.1:9000`: one host at one port (rule 8.6).
fn allowed_host(text: &str) -> Option<(String, u16)> {
    let (host, port) = text.rsplit_once(':')?;
    let bare = host.trim_start_matches('[').trim_end_matches(']');
    let is_host = !bare.is_empty() && (!host.contains(':') || host.starts_with('['));
    is_host.then_some(())?;
    Some((bare.to_ascii_lowercase(), port.parse().ok()?))
}

fn address_range(range: &str) -> Result<(IpAddr, u8), String> {
    let (network, bits) = range.split_once('/').unwrap_or((range, ""));
    let network: IpAddr = network.parse().map_err(|_| {
        format!(
            "[fetch] allow_addresses: \"{range}\" is no address range; write e.g. \"10.1.0.0/16\", or a host and its port, e.g. \"intra.example:8080\""
        )
    })?;
    let whole = if network.is_ipv4() { 32 } else { 128 };
    match if bits.is_empty() { Ok(whole) } else { bits.parse::<u8>() } {
        Ok(bits) if bits <= whole => Ok((network, bits)),
        _ => Err(format!("[fetch] allow_addresses: \"{range}\" has no prefix length between 0 and {whole}")),
    }
}

/// Where the feed for operators goes: never into the publish folder by accident.
fn operators(table: OperatorsTable, root: &Path) -> Result<Operators, String> {
    if let Some(url) = &table.url {
        http_url("[operators] url", url)?;
    }
    let path = Some(root.join(&table.feed)).filter(|_| !table.feed.as_os_str().is_empty());
    Ok(Operators { path, url: table.url })
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

fn sections(tables: Vec<SectionTable>, publish: &PublishTable) -> Result<Vec<Section>, String> {
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
        let common = common(publish, table.limit.max(1))?;
        let place = format!("[[sections]] slug = \"{}\":", table.slug);
        let shrink_guard = table.shrink_guard.map(|guard| share(&place, guard)).transpose()?;
        sections.push(Section {
            slug: table.slug,
            title: table.title,
            description: table.description,
            categories: table.categories,
            keywords: table.keywords,
            languages: table.languages,
            credit_line: table.credit_line.unwrap_or(common.credit_line),
            language: table.language,
            per_source: table.per_source.unwrap_or(common.per_source),
            max_bytes: table.max_kib.map_or(common.max_bytes, |kib| kib * 1024),
            shrink_guard: shrink_guard.unwrap_or(common.shrink_guard),
            podcast: table.podcast.map(|table| podcast(table, &place)).transpose()?,
            ..common
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

fn lists(tables: Vec<ListTable>, root: &Path, sections: &[Section]) -> Result<Vec<List>, String> {
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

#[cfg(test)]
mod tests {
    use super::{address_range, allowed_host};

    #[test]
    fn rule_8_6_a_host_with_its_port_is_told_from_a_network() {
        assert_eq!(allowed_host("Intra.example:8080"), Some(("intra.example".into(), 8080)));
        assert_eq!(allowed_host("[::1]:8080"), Some(("::1".into(), 8080)));
        for network in ["10.0.0.0/8", "::1", "fe80::/10", "127.0.0.1", "host:port"] {
            assert_eq!(allowed_host(network), None, "{network}");
        }
    }

    #[test]
    fn address_ranges_are_checked() {
        assert!(address_range("127.0.0.1/32").is_ok() && address_range("::1").is_ok());
        assert!(address_range("10.0.0.0/33").is_err() && address_range("ten/8").is_err());
    }
}
