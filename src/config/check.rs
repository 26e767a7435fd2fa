//! What is unwise in a configuration that can be used: what nobody will ever see, what leads nowhere,
//! what was left as the template has it. Asks nobody; what only the store knows is handed in.

use std::collections::{BTreeSet, HashSet};
use std::net::IpAddr;
use std::path::{Component, Path};

use toml_edit::Document;
use url::{Host, Url};

use super::place::of_key_in;
use super::{Desk, Source, TEMPLATE, desk, line, secret_parameter};
use crate::fetch::Address;
use crate::model::Filter;

/// What is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Line of the configuration, from 1; 0 where it stands nowhere, as with the environment.
    pub line: usize,
    /// For a person: what is wrong, and what to write instead.
    pub message: String,
}

/// What the store tells of a desk that has run.
pub struct Known<'a> {
    /// Entries in it.
    pub entries: u64,
    /// Slugs of the sections in which something stands.
    pub filled: HashSet<String>,
    /// Whether it has an entry of this address or id.
    pub has: &'a dyn Fn(&str) -> bool,
    /// Filters that match nothing of it, as messages call them.
    pub idle_filters: BTreeSet<String>,
    /// Replacements that do: the key of the source, and which of its.
    pub idle_rewrites: BTreeSet<(String, usize)>,
}

/// A table of the configuration, which of its kind, and a key of it.
type Place = (&'static str, usize, &'static str);

/// Everything that a person should look at, in the order of the file.
pub fn check(desk: &Desk, text: &str, known: Option<&Known<'_>>) -> Vec<Note> {
    let mut found = placeholders(desk);
    found.extend(base_url(desk));
    found.extend(publish(desk));
    found.extend(articles(desk));
    for (nth, source) in desk.sources.iter().enumerate() {
        found.extend(of_source(desk, source).into_iter().map(|(key, told)| (("sources", nth, key), told)));
    }
    for (nth, list) in desk.lists.iter().enumerate() {
        if let Some(told) = no_file(&list.address, "[[lists]]", &list.name) {
            found.push((("lists", nth, "url"), told));
        }
    }
    found.extend(sections(desk, known));
    if let Some(known) = known.filter(|known| known.entries > 0) {
        found.extend(decisions(desk, known));
        found.extend(idle(desk, known));
    }
    let document = Document::parse(text).ok();
    let line_of = |(table, nth, key): Place| {
        let at = document.as_ref().and_then(|document| of_key_in(document.as_table(), table, nth, key));
        at.map_or(0, |at| line(text, at))
    };
    let mut notes: Vec<Note> =
        found.into_iter().map(|(place, message)| Note { line: line_of(place), message }).collect();
    notes.sort_by_key(|note| note.line);
    notes
}

/// What says that nobody has filled the template in, if nobody has: it would be published, and sent to
/// every publisher as the address that reaches us.
pub fn is_template(desk: &Desk) -> Option<String> {
    let template = template()?;
    let is_same = desk.site.title == template.site.title && desk.site.base_url == template.site.base_url;
    is_same.then(|| {
        "[site] is as `copydesk init` wrote it, and would be published; write your title, home, base_url and contact".to_owned()
    })
}

fn template() -> Option<Desk> {
    desk(TEMPLATE, "template", ".".into()).ok()
}

fn placeholders(desk: &Desk) -> Vec<(Place, String)> {
    let Some(template) = template() else { return Vec::new() };
    let (ours, its) = (&desk.site, &template.site);
    let keys = [
        ("title", Some(&ours.title), Some(&its.title), "how readers know you"),
        ("home", Some(&ours.home), Some(&its.home), "the address of your site"),
        ("base_url", Some(&ours.base_url), Some(&its.base_url), "where readers reach the publish folder"),
        ("contact", ours.contact.as_ref(), its.contact.as_ref(), "a page or address that reaches you"),
    ];
    let left = keys.into_iter().filter(|(_, ours, its, _)| ours.is_some() && ours == its);
    left.map(|(key, ours, _, write)| {
        let value = ours.map_or("", String::as_str);
        (("site", 0, key), format!("[site] {key} = \"{value}\" is the template's; write {write}"))
    })
    .collect()
}

fn base_url(desk: &Desk) -> Option<(Place, String)> {
    let url = Url::parse(&desk.site.base_url).ok()?;
    let last = url.path().trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    let is_file = [".xml", ".html", ".json", ".atom", ".rss", ".opml"].iter().any(|end| last.ends_with(end));
    let is_here = match url.host()? {
        Host::Ipv4(host) => IpAddr::V4(host).is_loopback(),
        Host::Ipv6(host) => IpAddr::V6(host).is_loopback(),
        Host::Domain(name) => name == "localhost",
    };
    let shown = &desk.site.base_url;
    let why = match () {
        () if url.query().is_some() || url.fragment().is_some() => {
            "has something behind ? or #, and documents are found below it; write it without".to_owned()
        }
        () if is_file => "ends in a document; write the folder in which all/ and the sections lie".to_owned(),
        () if is_here && url.path() != "/" => format!(
            "leads below \"{}\", and `copydesk serve` serves the publish folder at \"/\"; write it without the path",
            url.path()
        ),
        () => return None,
    };
    Some((("site", 0, "base_url"), format!("[site] base_url = \"{shown}\" {why}")))
}

fn publish(desk: &Desk) -> Option<(Place, String)> {
    let folder = &desk.publish;
    let shown = folder.display();
    let parent = folder.ancestors().skip(1).find(|parent| parent.exists() || parent.as_os_str().is_empty());
    let why = match () {
        () if folder.exists() && !folder.is_dir() => "is a file; name a folder",
        () if !folder.exists() && parent.is_some_and(Path::is_file) => "lies below a file; name a folder",
        () if is_read_only(folder) => "may not be written; give the user that runs copydesk the right to",
        () => return None,
    };
    Some((("publish", 0, "to"), format!("[publish] to: {shown} {why}")))
}

fn is_read_only(folder: &Path) -> bool {
    folder.metadata().is_ok_and(|known| known.permissions().readonly())
}

/// Patterns of articles that lead nowhere.
fn articles(desk: &Desk) -> Vec<(Place, String)> {
    let mut found = Vec::new();
    for (nth, rule) in desk.articles.iter().enumerate() {
        let is_plain = |part: &Component<'_>| !part.as_os_str().to_string_lossy().contains(['*', '?', '[']);
        let whole = desk.root.join(&rule.pattern);
        let base: std::path::PathBuf = whole.components().take_while(is_plain).collect();
        if !base.exists() {
            let told = format!(
                "[[articles]] path = \"{}\" matches nothing: there is no {}; make it, or mend the path",
                rule.pattern,
                base.display()
            );
            found.push((("articles", nth, "path"), told));
        }
        let known = |name: &String| {
            desk.sections.iter().any(|section| {
                section.slug == *name || section.title == *name || section.categories.contains(name)
            })
        };
        if let Some(section) = rule.section.as_ref().filter(|name| !known(name)) {
            let told = format!(
                "[[articles]] section = \"{section}\" is none; write the slug of one: {}",
                slugs(desk)
            );
            found.push((("articles", nth, "section"), told));
        }
    }
    found
}

fn slugs(desk: &Desk) -> String {
    let slugs: Vec<&str> = desk.sections.iter().map(|section| section.slug.as_str()).collect();
    slugs.join(", ")
}

fn no_file(address: &Address, table: &str, name: &str) -> Option<String> {
    let Address::File(path) = address else { return None };
    let what = match () {
        () if path.is_file() => return None,
        () if path.exists() => "is no file",
        () => "is not there",
    };
    let path = path.display();
    Some(format!(
        "{table} \"{name}\": {path} {what}; mend the path, or write the address in full with https://"
    ))
}

fn of_source(desk: &Desk, source: &Source) -> Vec<(&'static str, String)> {
    let name = &source.name;
    let mut found = Vec::new();
    found.extend(no_file(&source.address, "[[sources]]", name).map(|told| ("feed", told)));
    let sorts =
        desk.sections.iter().any(|section| !section.categories.is_empty() || !section.keywords.is_empty());
    if source.sections.is_empty() && !sorts && !desk.sections.is_empty() {
        found.push((
            "sections",
            format!("[[sources]] \"{name}\" is in no section, and no section asks for categories or keywords; write sections = […] with one of {}", slugs(desk)),
        ));
    }
    if let Some(parameter) = secret_parameter(&source.address).filter(|_| source.url.is_none()) {
        found.push((
            "feed",
            format!("[[sources]] \"{name}\": its address has a key in it ({parameter}=…), which is published; write url = \"…\", an address without the key that is shown instead"),
        ));
    }
    found
}

/// Sections into which nothing can come, or nothing has.
fn sections(desk: &Desk, known: Option<&Known<'_>>) -> Vec<(Place, String)> {
    let fed: HashSet<&str> = desk
        .sources
        .iter()
        .flat_map(|source| &source.sections)
        .chain(desk.lists.iter().flat_map(|list| &list.sections))
        .chain(desk.articles.iter().filter_map(|rule| rule.section.as_ref()))
        .map(String::as_str)
        .collect();
    let mut found = Vec::new();
    for (nth, section) in desk.sections.iter().enumerate() {
        let (slug, is_ruled) =
            (&section.slug, !section.categories.is_empty() || !section.keywords.is_empty());
        let is_filled = known.is_some_and(|known| known.filled.contains(slug));
        let is_fed = fed.contains(slug.as_str()) || fed.contains(section.title.as_str());
        // Records and lists may name a section by themselves.
        let may_be_named = !desk.articles.is_empty() || !desk.lists.is_empty();
        if is_filled || is_fed {
            continue;
        }
        if !is_ruled && !may_be_named {
            found.push((
                ("sections", nth, "slug"),
                format!("[[sections]] \"{slug}\": nothing can reach it; write sections = [\"{slug}\"] in a source, or give the section categories or keywords"),
            ));
        } else if let Some(entries) = known.map(|known| known.entries).filter(|count| is_ruled && *count > 0)
        {
            let key = if section.categories.is_empty() { "keywords" } else { "categories" };
            found.push((
                ("sections", nth, key),
                format!("[[sections]] \"{slug}\": its rules match nothing among {entries} entries; write other categories or keywords, or name it in a source"),
            ));
        }
    }
    found
}

/// Rulings and withdrawals of what is not there.
fn decisions(desk: &Desk, known: &Known<'_>) -> Vec<(Place, String)> {
    let mut found = Vec::new();
    for (nth, ruling) in desk.rulings.iter().enumerate() {
        let key = ruling.decision.name();
        for entry in ruling.decision.entries().iter().filter(|entry| !(known.has)(entry)) {
            found.push((
                ("rulings", nth, key),
                format!("[[rulings]] {key}: no entry has the address or id \"{entry}\"; mend it, or take the ruling away"),
            ));
        }
    }
    for (nth, withdrawal) in desk.withdrawals.iter().enumerate() {
        let entry = &withdrawal.entry;
        if !(known.has)(entry) {
            found.push((
                ("withdrawals", nth, "entry"),
                format!("[[withdrawals]] entry: no entry has the address or id \"{entry}\"; mend it, unless it is yet to come"),
            ));
        }
    }
    found
}

/// Filters and replacements that match nothing: a slip of the pen looks like a rule that works.
fn idle(desk: &Desk, known: &Known<'_>) -> Vec<(Place, String)> {
    let mut found = Vec::new();
    let remedy = "mend it, or leave it for what is yet to come; `copydesk run --dry-run` tries a change";
    let is_idle = |filter: &&Filter| known.idle_filters.contains(&filter.name);
    let told = |filter: &Filter| {
        let Filter { name, .. } = filter;
        format!("{name} matches nothing of what is stored ({}); {remedy}", filter.in_words())
    };
    let mut said = BTreeSet::new();
    for filter in desk.filters.iter().filter(is_idle) {
        found.push((of_filter(filter).unwrap_or(("filters", 0, "drop")), told(filter)));
    }
    for (nth, section) in desk.sections.iter().enumerate() {
        // One of [[filters]] may be that of several sections.
        for filter in section.filters.iter().filter(is_idle).filter(|one| said.insert(one.name.clone())) {
            found.push((of_filter(filter).unwrap_or(("sections", nth, "filters")), told(filter)));
        }
    }
    for (nth, source) in desk.sources.iter().enumerate() {
        for filter in source.filters.iter().filter(is_idle) {
            found.push((("sources", nth, "filters"), told(filter)));
        }
        for (which, rewrite) in source.rewrites.iter().enumerate() {
            if known.idle_rewrites.contains(&(source.key.to_string(), which)) {
                found.push((
                    ("sources", nth, "rewrite"),
                    format!(
                        "rewrite of the source \"{}\": find = {:?} matches nothing of what is stored; {remedy}",
                        source.name, rewrite.find
                    ),
                ));
            }
        }
    }
    found
}

/// Where one of [[filters]] stands, which its name counts.
fn of_filter(filter: &Filter) -> Option<Place> {
    let nth: usize = filter.name.strip_prefix("[[filters]] ")?.split(' ').next()?.parse().ok()?;
    Some(("filters", nth.checked_sub(1)?, filter.action.word()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SITE: &str =
        "[site]\ntitle = \"D\"\nhome = \"https://d.example\"\nbase_url = \"https://d.example/f\"\n";

    fn told(text: &str) -> Vec<(usize, String)> {
        let desk = desk(text, "c", "/nowhere".into()).unwrap();
        let has = |entry: &str| entry == "known";
        let known = Known {
            entries: 7,
            filled: HashSet::from(["full".to_owned()]),
            has: &has,
            idle_filters: ["[[filters]] 2", "filters of the source \"T\" 1"].map(str::to_owned).into(),
            idle_rewrites: [("t".to_owned(), 1)].into(),
        };
        check(&desk, text, Some(&known)).into_iter().map(|note| (note.line, note.message)).collect()
    }

    #[test]
    fn what_is_unwise_is_told_with_line_and_remedy() {
        for (text, line, words) in [
            (
                "[[sections]]\nslug = \"a\"\ntitle = \"A\"\n",
                6,
                "nothing can reach it; write sections = [\"a\"]",
            ),
            (
                "[[sections]]\nslug = \"a\"\ntitle = \"A\"\nkeywords = [\"q\"]\n",
                8,
                "match nothing among 7 entries",
            ),
            (
                "[[sections]]\nslug = \"full\"\ntitle = \"A\"\n[[sources]]\nname = \"T\"\nfeed = \"https://t.example/\"\n",
                8,
                "is in no section",
            ),
            ("[[sources]]\nname = \"T\"\nfeed = \"gone.xml\"\n", 7, "gone.xml is not there"),
            (
                "[[sources]]\nname = \"T\"\nfeed = \"https://t.example/?token=abc\"\n",
                7,
                "has a key in it (token=…)",
            ),
            ("[[lists]]\nname = \"T\"\nurl = \"gone.opml\"\n", 7, "gone.opml is not there"),
            ("[[articles]]\npath = \"none/**/*\"\n", 6, "there is no /nowhere/none"),
            ("[[withdrawals]]\nentry = \"other\"\n", 6, "no entry has the address or id \"other\""),
            ("[[rulings]]\njoin = [\"known\", \"other\"]\n", 6, "\"other\""),
            (
                "[[filters]]\ndrop = { title = [\"a\"] }\n[[filters]]\nkeep = { title = [\"b\"] }\n",
                8,
                "[[filters]] 2 matches nothing of what is stored (keep = { title = [\"b\"] })",
            ),
            (
                "[[sources]]\nname = \"T\"\nfeed = \"https://t.example/\"\nfilters = [{ drop = { title = [\"a\"] } }]\n",
                8,
                "filters of the source \"T\" 1 matches nothing",
            ),
            (
                "[[sources]]\nname = \"T\"\nfeed = \"https://t.example/\"\nrewrite = [{ in = \"title\", find = \"a\", replace = \"\" }, { in = \"title\", find = \"b\", replace = \"\" }]\n",
                8,
                "find = \"b\" matches nothing",
            ),
        ] {
            let notes = told(&format!("{SITE}{text}"));
            assert!(
                matches!(&notes[..], [(at, one)] if *at == line && one.contains(words)),
                "{words}: {notes:?}"
            );
        }
        assert_eq!(told(SITE), []);
    }

    #[test]
    fn what_is_the_templates_and_where_base_url_leads() {
        let notes = told(TEMPLATE);
        let keys = ["title", "home", "base_url", "contact"];
        assert!(
            keys.iter().all(|key| notes.iter().any(|(_, one)| one.starts_with(&format!("[site] {key} = ")))),
            "{notes:?}"
        );
        assert!(is_template(&desk(TEMPLATE, "c", ".".into()).unwrap()).is_some());
        assert!(is_template(&desk(SITE, "c", ".".into()).unwrap()).is_none());
        for (base, words) in [
            ("http://localhost:8080/feeds/", "write it without the path"),
            ("https://d.example/rss.xml", "ends in a document"),
            ("https://d.example/?x=1", "behind ? or #"),
        ] {
            let notes = told(&SITE.replace("https://d.example/f", base));
            assert!(notes.len() == 1 && notes[0].0 == 4 && notes[0].1.contains(words), "{notes:?}");
        }
    }
}
