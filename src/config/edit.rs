//! Changes to `copydesk.toml` that leave its comments, order and spelling alone.
//!
//! What is written was parsed and checked like any configuration first, and replaces the file in
//! one step: at any instant it is whole, the old one or the new one.

use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;
use std::fs;
use std::io::Write;
use std::path::Path;

use toml_edit::{ArrayOfTables, DocumentMut, Item, Table, value};

use super::{Desk, Source, Unusable, desk};
use crate::model::{Decision, Rights, Ruling, SourceKey, Withdrawal};
use crate::text;
use crate::text::numbered::first_free;
use crate::text::slug;

/// A source to be added.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NewSource {
    /// Name for people.
    pub name: String,
    /// Address of the feed, without a login.
    pub feed: String,
    /// User and password, `user:password`, where it needs them.
    pub login: Option<String>,
    /// The publisher's page.
    pub home: Option<String>,
    /// Slugs of its sections.
    pub sections: Vec<String>,
    /// What may be shown; the default where it is not said.
    pub rights: Option<Rights>,
    /// Language where the feed does not say.
    pub language: Option<String>,
}

/// A section to be added.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NewSection {
    /// Folder name.
    pub slug: String,
    /// Title for people.
    pub title: String,
}

/// The feeds that a desk has already: canonical addresses, and what each is called.
pub fn known(sources: &[Source]) -> BTreeMap<String, String> {
    let addresses = |source: &Source| {
        let asked = match &source.address {
            crate::fetch::Address::Http(_) => Some(source.address.shown()),
            crate::fetch::Address::File(_) => None,
        };
        [source.public_address(), asked]
    };
    let named = |source: &Source| {
        let name = source.name.clone();
        addresses(source).into_iter().flatten().map(move |address| (canonical(&address), name.clone()))
    };
    sources.iter().flat_map(named).collect()
}

/// Two addresses of one feed are one string, whichever scheme they are asked by.
pub fn canonical(address: &str) -> String {
    let meant = text::url::web(address).map_or_else(|_| address.to_owned(), String::from);
    let canonical = text::url::canonical(&meant).unwrap_or(meant);
    canonical.split_once("://").map_or(canonical.clone(), |(_, rest)| rest.to_owned())
}

/// Adds sections and sources to a configuration and puts it in the place of the old one.
pub fn add(path: &Path, sections: &[NewSection], sources: &[NewSource]) -> Result<Desk, Unusable> {
    let shown = path.display().to_string();
    let unreadable = |reason| Unusable::Unreadable { path: shown.clone(), reason };
    // A link stays a link: what it leads to is replaced.
    let place = path.canonicalize().map_err(unreadable)?;
    let old = fs::read_to_string(&place).map_err(unreadable)?;
    let root = super::root(path);
    let taken =
        desk(&old, &shown, root.clone())?.sources.into_iter().map(|source| source.key.into()).collect();
    let new = added(&old, taken, sections, sources)
        .map_err(|message| Unusable::Contradiction { path: shown.clone(), message })?;
    let desk = desk(&new, &shown, root)?;
    replace(&place, &new).map_err(|reason| Unusable::Unwritable { path: shown, reason })?;
    Ok(desk)
}

/// Adds a ruling, with a remark for people, and puts the configuration in the place of the old one.
pub fn rule(path: &Path, ruling: &Ruling, remark: &str) -> Result<Desk, Unusable> {
    let mut table = Table::new();
    match &ruling.decision {
        Decision::Join(entries) => table["join"] = value(entries.iter().collect::<toml_edit::Array>()),
        Decision::Split(entry) => table["split"] = value(entry),
        Decision::Lead(entry) => table["lead"] = value(entry),
    }
    add_table(path, "rulings", table, ruling.reason.as_deref(), remark)
}

/// Adds a withdrawal, with a remark for people.
pub fn withdraw(path: &Path, withdrawal: &Withdrawal, remark: &str) -> Result<Desk, Unusable> {
    let mut table = Table::new();
    table["entry"] = value(&withdrawal.entry);
    if withdrawal.whole_story {
        table["whole_story"] = value(true);
    }
    if let Some(notice) = &withdrawal.notice {
        table["notice"] = value(notice);
    }
    add_table(path, "withdrawals", table, withdrawal.reason.as_deref(), remark)
}

fn add_table(
    path: &Path,
    list: &str,
    mut table: Table,
    reason: Option<&str>,
    remark: &str,
) -> Result<Desk, Unusable> {
    if let Some(reason) = reason {
        table["reason"] = value(reason);
    }
    change(path, |document| {
        push(document, list, table)?;
        let remark: String = remark.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        if let Some(last) = document[list].as_array_of_tables_mut().and_then(|tables| {
            let last = tables.len().checked_sub(1)?;
            tables.get_mut(last)
        }) {
            last.decor_mut().set_prefix(format!("\n# {remark}\n"));
        }
        Ok(())
    })
}

/// Changes a configuration and puts it in the place of the old one, if it can still be used.
pub(super) fn change(
    path: &Path,
    change: impl FnOnce(&mut DocumentMut) -> Result<(), String>,
) -> Result<Desk, Unusable> {
    let shown = path.display().to_string();
    let unreadable = |reason| Unusable::Unreadable { path: shown.clone(), reason };
    let place = path.canonicalize().map_err(unreadable)?;
    let old = fs::read_to_string(&place).map_err(unreadable)?;
    let wrong = |message| Unusable::Contradiction { path: shown.clone(), message };
    let mut document: DocumentMut = old.parse().map_err(|error| wrong(format!("{error}")))?;
    change(&mut document).map_err(wrong)?;
    let new = document.to_string();
    let desk = desk(&new, &shown, super::root(path))?;
    replace(&place, &new).map_err(|reason| Unusable::Unwritable { path: shown, reason })?;
    Ok(desk)
}

/// The text of a configuration with sections and sources added; `taken` are the keys it has.
fn added(
    text: &str,
    mut taken: BTreeSet<String>,
    sections: &[NewSection],
    sources: &[NewSource],
) -> Result<String, String> {
    let mut document: DocumentMut = text.parse().map_err(|error| format!("{error}"))?;
    for section in sections {
        let mut table = Table::new();
        table["slug"] = value(&section.slug);
        table["title"] = value(&section.title);
        push(&mut document, "sections", table)?;
    }
    for source in sources {
        let mut table = Table::new();
        table["name"] = value(&source.name);
        let key = free_key(source, &taken);
        if key != slug::key(&source.name) {
            table["key"] = value(&key);
        }
        taken.insert(key);
        table["feed"] = value(&source.feed);
        if let Some(login) = &source.login {
            table["login"] = value(login);
        }
        if let Some(home) = &source.home {
            table["home"] = value(home);
        }
        if !source.sections.is_empty() {
            table["sections"] = value(source.sections.iter().collect::<toml_edit::Array>());
        }
        if let Some(rights) = source.rights {
            table["rights"] = value(rights.word());
        }
        if let Some(language) = &source.language {
            table["language"] = value(language);
        }
        push(&mut document, "sources", table)?;
    }
    Ok(document.to_string())
}

pub(super) fn push(document: &mut DocumentMut, list: &str, mut table: Table) -> Result<(), String> {
    table.decor_mut().set_prefix("\n");
    let item = document.entry(list).or_insert(Item::ArrayOfTables(ArrayOfTables::new()));
    if let Some(tables) = item.as_array_of_tables_mut() {
        tables.push(table);
    } else if let Some(array) = item.as_array_mut() {
        array.push(table.into_inline_table());
    } else {
        return Err(format!("`{list}` is no list of tables; write [[{list}]]"));
    }
    Ok(())
}

/// A key that no other source has: from the name, else with the host, else with a number.
fn free_key(source: &NewSource, taken: &BTreeSet<String>) -> String {
    let has_letters = source.name.chars().any(char::is_alphanumeric);
    // Of a name without letters the host tells more.
    let name = if has_letters { slug::key(&source.name) } else { String::new() };
    let host = slug::slug(&text::url::domain(&source.feed).unwrap_or_default());
    let both = slug::key(&format!("{name} {host}"));
    let numbered = |number: u32| format!("{both}-{number}");
    let is_free = |key: &String| SourceKey::new(key.as_str()).is_ok() && !taken.contains(key);
    [name, both.clone()].into_iter().find(is_free).unwrap_or_else(|| {
        let free = first_free(2, |number| Ok::<_, Infallible>(!is_free(&numbered(number))));
        free.map(numbered).unwrap_or_default()
    })
}

/// Replaces a file in one step; it keeps its permissions.
fn replace(place: &Path, text: &str) -> std::io::Result<()> {
    let folder = place.parent().unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new().prefix(".copydesk-").suffix(".tmp").tempfile_in(folder)?;
    file.write_all(text.as_bytes())?;
    file.as_file().set_permissions(fs::metadata(place)?.permissions())?;
    file.as_file().sync_all()?;
    file.persist(place).map_err(|error| error.error)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const OLD: &str = "# ours\n[site] # here\ntitle = 'D'   # odd spacing\nhome = \"https://d.example\"\n\
        base_url = \"https://d.example/f\"\n\n# about A\n[[sources]]\nname = \"A\"\nfeed = \"https://a.example/f\" # asked\n\n\
        # about the section\n[[sections]]\nslug = \"tv\"\ntitle = \"TV\"\n# the end\n";

    fn source(name: &str, feed: &str) -> NewSource {
        NewSource { name: name.into(), feed: feed.into(), ..NewSource::default() }
    }

    fn added_to(text: &str, sections: &[NewSection], sources: &[NewSource]) -> String {
        let taken =
            desk(text, "t", ".".into()).unwrap().sources.into_iter().map(|one| one.key.into()).collect();
        added(text, taken, sections, sources).unwrap()
    }

    #[test]
    fn every_line_and_comment_stays_where_it_was() {
        let new = added_to(OLD, &[], &[source("B \"b\"", "https://b.example/f")]);
        let kept: Vec<&str> = new.lines().filter(|line| !line.is_empty()).collect();
        let mut old = OLD.lines().filter(|line| !line.is_empty());
        let mut waiting = old.next();
        for line in kept {
            if Some(line) == waiting {
                waiting = old.next();
            }
        }
        assert_eq!(waiting, None, "{new}");
        let desk = desk(&new, "t", ".".into()).unwrap();
        assert_eq!(desk.sources[1].name, "B \"b\"");
        assert!(
            new.contains("[[sources]]\nname = 'B \"b\"'") || new.contains("name = \"B \\\"b\\\"\""),
            "{new}"
        );
    }

    #[test]
    fn template_takes_sources_and_sections() {
        let section = NewSection { slug: "film".into(), title: "Film".into() };
        let film = NewSource { sections: vec!["film".into()], ..source("F", "https://f.example/x") };
        let new = added_to(super::super::TEMPLATE, &[section], &[film]);
        assert!(new.starts_with(super::super::TEMPLATE.trim_end()), "{new}");
        let desk = desk(&new, "t", ".".into()).unwrap();
        assert_eq!((desk.sections.len(), desk.sources[0].sections[0].as_str()), (2, "film"));
    }

    #[test]
    fn names_that_are_taken_get_a_key_of_their_own() {
        let new = added_to(
            OLD,
            &[],
            &[
                source("A", "https://b.example/f"),
                source("A", "https://b.example/g"),
                source("?", "https://c.example/"),
            ],
        );
        let keys: Vec<String> =
            desk(&new, "t", ".".into()).unwrap().sources.into_iter().map(|one| one.key.into()).collect();
        assert_eq!(keys, ["a", "a-b-example", "a-b-example-2", "c-example"]);
    }

    #[test]
    fn inline_lists_grow_too() {
        let old = "sources = [{ name = \"A\", feed = \"a.xml\" }]\n[site]\ntitle = \"D\"\nhome = \"https://d.example\"\nbase_url = \"https://d.example/f\"\n";
        let new = added_to(old, &[], &[source("B", "https://b.example/f")]);
        assert_eq!(desk(&new, "t", ".".into()).unwrap().sources.len(), 2);
    }

    #[test]
    fn one_feed_is_known_by_any_of_its_addresses() {
        let known = known(&desk(OLD, "t", ".".into()).unwrap().sources);
        let has = |address: &str| known.contains_key(&canonical(address));
        assert!(has("http://www.a.example/f#x") && has("https://a.example/f?utm_source=x"));
        assert!(!has("https://a.example/g"));
    }
}
