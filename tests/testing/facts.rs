//! What must hold of a published section, read back from its three feeds by other readers than
//! our own: `rss`, `atom_syndication` and plain JSON.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::upstream::escape;

/// One outlet's report of the story.
pub(crate) struct Report {
    pub(crate) source: String,
    pub(crate) url: String,
    pub(crate) title: String,
}

/// What a section must show.
pub(crate) struct Expected {
    /// The desk's own headline, which leads the story.
    pub(crate) headline: String,
    /// The report that the desk's article credits.
    pub(crate) credited: Report,
    /// The others that tell the story.
    pub(crate) also: Vec<Report>,
    /// Headlines of news that is not the story.
    pub(crate) separate: Vec<String>,
}

/// An item as any of the three formats gives it.
struct Shown {
    title: String,
    link: String,
    content: String,
    via: Vec<String>,
    /// Title and address.
    related: BTreeSet<(String, String)>,
}

/// Asserts the facts of the story in every format of a section's folder.
pub(crate) fn hold(folder: &Path, expected: &Expected, case: &str) {
    for (format, items) in [("rss", rss(folder)), ("atom", atom(folder)), ("json", json(folder))] {
        let case = format!("{case}, {format}");
        told_once(&items, expected, &case);
        for title in &expected.separate {
            let times = items.iter().filter(|item| item.title == *title).count();
            assert_eq!(times, 1, "{case}: \"{title}\" is no part of the story and appears {times} times");
        }
    }
}

fn told_once(items: &[Shown], expected: &Expected, case: &str) {
    let led: Vec<&Shown> = items.iter().filter(|item| item.title == expected.headline).collect();
    assert_eq!(led.len(), 1, "{case}: \"{}\" leads the story once", expected.headline);
    let reports = expected.also.iter().chain([&expected.credited]);
    for report in reports {
        let again = items.iter().find(|item| item.title == report.title || item.link == report.url);
        assert!(again.is_none(), "{case}: {}'s report appears besides", report.source);
    }
    let story = led[0];
    assert_eq!(story.via, [expected.credited.url.as_str()], "{case}: via is the report credited");
    let others = expected.also.iter().map(|report| (report.source.clone(), report.url.clone()));
    assert_eq!(story.related, others.collect(), "{case}: related are the others, by their sources' names");
    credit_line(&story.content, expected, case);
}

/// The line for a person: `Source: X` and `Also reported by Y, Z`, each linked to its report.
fn credit_line(content: &str, expected: &Expected, case: &str) {
    let (_, line) =
        content.rsplit_once("Source:").unwrap_or_else(|| panic!("{case}: no credit line in {content}"));
    let (source, also) =
        line.split_once("Also reported by").unwrap_or_else(|| panic!("{case}: nobody else in {line}"));
    for (part, report) in
        [(source, &expected.credited)].into_iter().chain(expected.also.iter().map(|report| (also, report)))
    {
        let name = format!(">{}</a>", escape(&report.source));
        let href = format!("href=\"{}\"", escape(&report.url));
        assert!(
            part.contains(&name) && part.contains(&href),
            "{case}: {} is not linked in {part}",
            report.source
        );
    }
}

fn read(folder: &Path, name: &str) -> String {
    let path = folder.join(name);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn rss(folder: &Path) -> Vec<Shown> {
    let channel = rss::Channel::read_from(read(folder, "rss.xml").as_bytes()).unwrap();
    let shown = channel.items().iter().map(|item| {
        let links =
            item.extensions().get("atom").and_then(|map| map.get("link")).cloned().unwrap_or_default();
        let attribute = |link: &rss::extension::Extension, name: &str| {
            link.attrs().get(name).cloned().unwrap_or_default()
        };
        let of = |rel: &str| links.iter().filter(|link| attribute(link, "rel") == rel).collect::<Vec<_>>();
        Shown {
            title: item.title().unwrap_or_default().to_owned(),
            link: item.link().unwrap_or_default().to_owned(),
            content: item.content().or(item.description()).unwrap_or_default().to_owned(),
            via: of("via").iter().map(|link| attribute(link, "href")).collect(),
            related: of("related")
                .iter()
                .map(|link| (attribute(link, "title"), attribute(link, "href")))
                .collect(),
        }
    });
    shown.collect()
}

fn atom(folder: &Path) -> Vec<Shown> {
    let feed = atom_syndication::Feed::read_from(read(folder, "atom.xml").as_bytes()).unwrap();
    let shown = feed.entries().iter().map(|entry| {
        let of = |rel: &str| entry.links().iter().filter(|link| link.rel() == rel).collect::<Vec<_>>();
        let content = entry.content().and_then(|content| content.value());
        let related = of("related").into_iter();
        Shown {
            title: entry.title().as_str().to_owned(),
            link: of("alternate").first().map(|link| link.href().to_owned()).unwrap_or_default(),
            content: content.or(entry.summary().map(|text| text.as_str())).unwrap_or_default().to_owned(),
            via: of("via").iter().map(|link| link.href().to_owned()).collect(),
            related: related
                .map(|link| (link.title().unwrap_or_default().to_owned(), link.href().to_owned()))
                .collect(),
        }
    });
    shown.collect()
}

fn json(folder: &Path) -> Vec<Shown> {
    let feed: serde_json::Value = serde_json::from_str(&read(folder, "feed.json")).unwrap();
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let list = |value: &serde_json::Value| value.as_array().cloned().unwrap_or_default();
    let shown = list(&feed["items"]).into_iter().map(|item| {
        let ours = &item["_copydesk"];
        Shown {
            title: text(&item["title"]),
            link: text(&item["url"]),
            content: text(&item["content_html"]),
            via: list(&ours["credits"])
                .iter()
                .map(|credit| text(&credit["url"]))
                .filter(|url| !url.is_empty())
                .collect(),
            related: list(&ours["also"])
                .iter()
                .map(|also| (text(&also["name"]), text(&also["url"])))
                .collect(),
        }
    });
    shown.collect()
}

/// Every file below a folder: its bytes, and when it was written.
pub(crate) fn snapshot(folder: &Path) -> BTreeMap<PathBuf, (Vec<u8>, SystemTime)> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(snapshot(&path));
        } else {
            let written = path.metadata().unwrap().modified().unwrap();
            found.insert(path.clone(), (fs::read(&path).unwrap(), written));
        }
    }
    found
}
