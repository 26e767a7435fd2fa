//! Whom an entry credits: what its record brought, what its feed and page declare, what its text says.

use crate::config::Desk;
use crate::credits::{self, Names, Outlets, Passage, same_outlet};
use crate::model::{Article, Credit, Entry, Outlet, Stored, Text, TextKind};
use crate::text::url;

/// The credits of an entry, one an outlet and fifty at most; the text's own words count before what is declared.
/// An address that was withdrawn is not named.
pub(super) fn of(
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
    let said = names.find(&passage(&entry.entry, title, text));
    let all = entry.credits.iter().cloned().chain(said).chain(names.declared(&entry.entry, &outlet));
    let open = |mut credit: Credit| {
        credit.url = credit.url.filter(|address| !is_withdrawn(desk, address));
        credit
    };
    once(all.map(open), own)
}

/// The same of an entry that is in no store.
pub(super) fn of_entry(entry: &Entry, recorded: &[Credit], own: &Outlet, names: &Names) -> Vec<Credit> {
    let title = entry.title.as_ref().map(Text::without_markup).unwrap_or_default();
    let text = body(entry);
    let said = names.find(&passage(entry, &title, &text));
    once(recorded.iter().cloned().chain(said).chain(names.declared(entry, own)), &own.name)
}

/// What the lines beside an article credit that its record does not name already. A picture's line
/// credits the picture.
pub(super) fn beside(article: &Article, names: &Names) -> Vec<Credit> {
    let lines = article.dropped.iter().filter(|dropped| !dropped.is_picture);
    let link = article.entry.link.as_deref();
    let found = lines.take(MOST_LINES).flat_map(|dropped| names.beside(&dropped.text, link));
    once(article.credits.iter().cloned().chain(found), "")
}

/// Lines beside an article that are asked for credits.
const MOST_LINES: usize = 400;

/// A print of credits: another where another outlet is credited, or otherwise. None is 0.
pub(super) fn print(credits: &[Credit]) -> i64 {
    let said = credits.iter().map(|credit| format!("{}\n{}\n", credit.name, credit.kind.name()));
    let said: String = said.collect();
    if said.is_empty() { 0 } else { xxhash_rust::xxh3::xxh3_64(said.as_bytes()).cast_signed() }
}

/// The longest text of an entry, without markup.
pub(super) fn body(entry: &Entry) -> String {
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
