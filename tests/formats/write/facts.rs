//! What a document says of its entries, read back by other people's parsers.

use chrono::{DateTime, Utc};
use copydesk::model::{Entry, TextKind};
use serde_json::Value;

/// The facts that every format has words for.
#[derive(Debug, PartialEq, Default)]
pub(crate) struct Facts {
    pub(crate) title: String,
    pub(crate) link: String,
    pub(crate) published: Option<DateTime<Utc>>,
    pub(crate) updated: Option<DateTime<Utc>>,
    pub(crate) authors: Vec<String>,
    pub(crate) html: String,
    /// Feed address and title.
    pub(crate) source: Option<(String, String)>,
    pub(crate) via: Vec<String>,
    /// Address and source name.
    pub(crate) also: Vec<(String, String)>,
    pub(crate) rights: Option<String>,
    pub(crate) license: Option<String>,
    pub(crate) enclosures: Vec<String>,
}

pub(crate) fn of_model(entry: &Entry) -> Facts {
    let content = entry.content.as_ref().filter(|text| text.kind == TextKind::Html);
    let links = |rel: &str| entry.links.iter().filter(move |link| link.rel == rel).collect::<Vec<_>>();
    Facts {
        title: entry.title.as_ref().unwrap().value.clone(),
        link: entry.link.clone().unwrap(),
        published: entry.published,
        updated: entry.updated.or(entry.published),
        authors: authors(
            entry.authors.iter().filter_map(|person| person.name.clone()).collect(),
            entry.source.as_ref().and_then(|source| source.title.as_ref()),
        ),
        html: content.map(|text| text.value.clone()).unwrap_or_default(),
        source: entry
            .source
            .as_ref()
            .map(|source| (source.feed.clone().unwrap(), source.title.clone().unwrap())),
        via: links("via").iter().map(|link| link.href.clone()).collect(),
        also: links("related").iter().map(|link| (link.href.clone(), link.title.clone().unwrap())).collect(),
        rights: entry.rights.as_ref().map(|text| text.value.clone()),
        license: entry.license.clone(),
        enclosures: entry.enclosures.iter().map(|enclosure| enclosure.url.clone()).collect(),
    }
}

/// Where an entry of others names nobody, it is its source's.
fn authors(named: Vec<String>, source: Option<&String>) -> Vec<String> {
    if named.is_empty() { source.cloned().into_iter().collect() } else { named }
}

pub(crate) fn of_rss(document: &str) -> Vec<Facts> {
    rss::Channel::read_from(document.as_bytes()).unwrap().items.into_iter().map(of_item).collect()
}

fn of_item(item: rss::Item) -> Facts {
    let all = |prefix: &str, name: &str| {
        item.extensions.get(prefix).and_then(|map| map.get(name)).cloned().unwrap_or_default()
    };
    let links = |rel: &str| {
        all("atom", "link").into_iter().filter(|link| link.attrs["rel"] == rel).collect::<Vec<_>>()
    };
    let dc = item.dublin_core_ext.clone().unwrap_or_default();
    let published = item.pub_date.as_deref().map(|date| DateTime::parse_from_rfc2822(date).unwrap().to_utc());
    let changed = all("atom", "updated").first().and_then(|updated| updated.value.clone());
    let mail = item.author.iter().map(|author| author.split(['(', ')']).nth(1).unwrap().to_owned());
    let others = all("media", "content").into_iter().filter(|media| !media.attrs.contains_key("medium"));
    Facts {
        title: item.title.clone().unwrap_or_default(),
        link: item.link.clone().unwrap_or_default(),
        published,
        updated: changed.map(|time| time.parse().unwrap()).or(published),
        authors: authors(
            mail.chain(dc.creators).collect(),
            item.source.as_ref().and_then(|source| source.title.as_ref()),
        ),
        html: item.content.clone().or(item.description.clone()).unwrap_or_default(),
        source: item.source.clone().map(|source| (source.url, source.title.unwrap())),
        via: links("via").iter().map(|link| link.attrs["href"].clone()).collect(),
        also: links("related")
            .iter()
            .map(|link| (link.attrs["href"].clone(), link.attrs["title"].clone()))
            .collect(),
        rights: dc.rights.into_iter().next(),
        license: all("creativeCommons", "license").first().and_then(|license| license.value.clone()),
        enclosures: item
            .enclosure
            .iter()
            .map(|enclosure| enclosure.url.clone())
            .chain(others.map(|media| media.attrs["url"].clone()))
            .collect(),
    }
}

pub(crate) fn of_atom(document: &str) -> Vec<Facts> {
    atom_syndication::Feed::read_from(document.as_bytes())
        .unwrap()
        .entries
        .into_iter()
        .map(of_entry)
        .collect()
}

fn of_entry(entry: atom_syndication::Entry) -> Facts {
    let links = |rel: &str| entry.links.iter().filter(|link| link.rel == rel).cloned().collect::<Vec<_>>();
    let source = |source: &atom_syndication::Source| {
        let feed = source.links.iter().find(|link| link.rel == "self").unwrap();
        (feed.href.clone(), source.title.value.clone())
    };
    Facts {
        title: entry.title.value.clone(),
        link: links("alternate")[0].href.clone(),
        published: entry.published.map(|time| time.to_utc()),
        updated: Some(entry.updated.to_utc()),
        authors: entry.authors.iter().map(|person| person.name.clone()).collect(),
        html: entry.content.as_ref().and_then(|content| content.value.clone()).unwrap_or_default(),
        source: entry.source.as_ref().map(source),
        via: links("via").into_iter().map(|link| link.href).collect(),
        also: links("related").into_iter().map(|link| (link.href, link.title.unwrap())).collect(),
        rights: entry.rights.as_ref().map(|text| text.value.clone()),
        license: links("license").into_iter().next().map(|link| link.href),
        enclosures: links("enclosure").into_iter().map(|link| link.href).collect(),
    }
}

pub(crate) fn of_json(document: &str) -> Vec<Facts> {
    let document: Value = serde_json::from_str(document).unwrap();
    document["items"].as_array().unwrap().iter().map(of_json_item).collect()
}

fn of_json_item(item: &Value) -> Facts {
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let time = |value: &Value| value.as_str().map(|time| time.parse::<DateTime<Utc>>().unwrap());
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let own = &item["_copydesk"];
    let also = list(&own["also"]);
    let media: Vec<_> = list(&own["media"]).iter().map(|media| media["url"].clone()).collect();
    let attached = list(&item["attachments"]).into_iter().map(|file| file["url"].clone());
    Facts {
        title: text(&item["title"]).unwrap(),
        link: text(&item["url"]).unwrap(),
        published: time(&item["date_published"]),
        updated: time(&item["date_modified"]).or(time(&item["date_published"])),
        authors: list(&item["authors"]).iter().map(|author| text(&author["name"]).unwrap()).collect(),
        html: text(&item["content_html"]).unwrap_or_default(),
        source: text(&own["source"]["feed_url"]).zip(text(&own["source"]["title"])),
        via: list(&own["credits"]).iter().filter_map(|credit| text(&credit["url"])).collect(),
        also: also
            .iter()
            .map(|other| (text(&other["url"]).unwrap(), text(&other["name"]).unwrap()))
            .collect(),
        rights: text(&own["rights"]),
        license: text(&own["license"]),
        enclosures: attached.filter(|url| !media.contains(url)).map(|url| text(&url).unwrap()).collect(),
    }
}
