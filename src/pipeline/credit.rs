//! Whom an entry credits: what its record brought, what its feed and page declare, what its text says.

use crate::config::Desk;
use crate::credits::{self, Names, Outlets, Passage, same_outlet};
use crate::model::{Article, Credit, Entry, Outlet, Stored, Text, TextKind};
use crate::text::url;

/// The credits of an entry, one an outlet and fifty at most; the text's own words count before what is declared.
/// An address that was withdrawn is not named.
pub(crate) fn of(
    desk: &Desk,
    entry: &Stored,
    own: &str,
    title: &str,
    text: &str,
    names: &Names,
) -> Vec<Credit> {
    let home = desk.source(&entry.source).map(|source| source.home.clone());
    let home = if entry.is_own() { Some(desk.site.home.clone()) } else { home };
    let outlet = Outlet { name: own.to_owned(), home: home.filter(|home| !home.is_empty()) };
    let link = entry.entry.link.as_deref().filter(|_| entry.is_own());
    let said = names.find(&passage(&entry.entry, title, text));
    let said = said.into_iter().filter(|credit| !is_its_own(&credit.name, link, &[]));
    let all = entry.credits.iter().cloned().chain(said).chain(names.declared(&entry.entry, &outlet));
    let open = |mut credit: Credit| {
        credit.url = credit.url.filter(|address| !is_withdrawn(desk, address));
        credit
    };
    once(all.map(open), own)
}

/// The same of an article that is in no store.
pub(crate) fn of_article(article: &Article, own: &Outlet, names: &Names) -> Vec<Credit> {
    let entry = &article.entry;
    let title = entry.title.as_ref().map(Text::without_markup).unwrap_or_default();
    let text = body(entry);
    let said = names.find(&passage(entry, &title, &text));
    let said =
        said.into_iter().filter(|credit| !is_its_own(&credit.name, entry.link.as_deref(), &article.sites));
    once(article.credits.iter().cloned().chain(said).chain(names.declared(entry, own)), &own.name)
}

/// What the lines beside an article credit that its record does not name already. A picture's line
/// credits the picture.
pub(crate) fn beside(article: &Article, names: &Names) -> Vec<Credit> {
    let lines = article.dropped.iter().filter(|dropped| !dropped.is_picture);
    let link = article.entry.link.as_deref();
    let found = lines.take(MOST_LINES).flat_map(|dropped| names.beside(&dropped.text, link));
    let all = article.credits.iter().cloned().chain(found);
    once(all.filter(|credit| !is_its_own(&credit.name, link, &article.sites)), "")
}

/// Whether a name is that of the site which a page of our own stands on: as it calls itself, or as its
/// host is called. `LONDON (Northline)` at Northline credits nobody.
fn is_its_own(name: &str, link: Option<&str>, sites: &[String]) -> bool {
    let letters = |text: &str| {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>()
    };
    let host = link.and_then(url::domain).map(|host| letters(host.split('.').next().unwrap_or_default()));
    let own = letters(name);
    sites.iter().any(|site| same_outlet(name, site))
        || host.is_some_and(|host| host == own || own.len() >= SHORTEST_NAME && host.starts_with(&own))
}

/// A host may be called by the beginning of a name that is as long.
const SHORTEST_NAME: usize = 6;

/// Lines beside an article that are asked for credits.
const MOST_LINES: usize = 400;

/// A print of credits: another where another outlet is credited, or otherwise. None is 0.
pub(crate) fn print(credits: &[Credit]) -> i64 {
    let said = credits.iter().map(|credit| format!("{}\n{}\n", credit.name, credit.kind.name()));
    let said: String = said.collect();
    if said.is_empty() { 0 } else { xxhash_rust::xxh3::xxh3_64(said.as_bytes()).cast_signed() }
}

/// The longest text of an entry, without markup.
pub(crate) fn body(entry: &Entry) -> String {
    let texts = [&entry.summary, &entry.content];
    let longest = texts.into_iter().flatten().max_by_key(|text| text.value.len());
    longest.map(Text::without_markup).unwrap_or_default()
}

/// One credit an outlet, without the publication's own name.
fn once(all: impl Iterator<Item = Credit>, own: &str) -> Vec<Credit> {
    let (mut found, mut outlets): (Vec<Credit>, _) = (Vec::new(), Outlets::default());
    for credit in all.filter(|credit| !same_outlet(&credit.name, own)) {
        match outlets.place(&credit.name) {
            Some(place) => {
                let known = found.get_mut(place).filter(|known| known.url.is_none());
                known.into_iter().for_each(|known| known.url.clone_from(&credit.url));
            }
            None if found.len() < credits::MOST => found.push(credit),
            None => {}
        }
    }
    found
}

fn passage<'a>(entry: &'a Entry, title: &'a str, text: &'a str) -> Passage<'a> {
    let markup = |text: &&Text| text.kind == TextKind::Html;
    let html = entry.content.as_ref().or(entry.summary.as_ref()).filter(markup);
    Passage {
        title: Some(title),
        text,
        html: html.map(|text| text.value.as_str()),
        link: entry.link.as_deref(),
    }
}

fn is_withdrawn(desk: &Desk, address: &str) -> bool {
    let page = url::place(address);
    desk.withdrawals
        .iter()
        .any(|withdrawn| withdrawn.entry == address || page.is_some() && url::place(&withdrawn.entry) == page)
}
