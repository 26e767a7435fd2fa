//! `[[filters]]`, `filters` of sources and sections, and `rewrite`: what is kept out or called otherwise.

use serde::Deserialize;
use toml::Spanned;

use super::Source;
use super::flaw::Flaw;
use crate::model::{Action, Filter, OWN, Part, Pattern, Rewrite, Section, When};
use crate::text::plainly::nearest;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FilterTable {
    name: Option<String>,
    drop: Option<Spanned<WhenTable>>,
    keep: Option<Spanned<WhenTable>>,
    only: Option<Spanned<WhenTable>>,
    #[serde(default)]
    sources: Vec<Spanned<String>>,
    #[serde(default)]
    sections: Vec<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WhenTable {
    #[serde(default)]
    title: Vec<Spanned<String>>,
    #[serde(default)]
    text: Vec<Spanned<String>>,
    #[serde(default)]
    author: Vec<Spanned<String>>,
    #[serde(default)]
    category: Vec<Spanned<String>>,
    #[serde(default)]
    address: Vec<Spanned<String>>,
    #[serde(default)]
    language: Vec<Spanned<String>>,
    older_days: Option<u32>,
    media: Option<bool>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RewriteTable {
    #[serde(rename = "in")]
    part: Spanned<String>,
    find: Spanned<String>,
    replace: String,
}

/// Whose a filter is.
#[derive(Clone, Copy)]
enum Whose<'a> {
    Desk,
    Source(&'a str),
    Section(&'a str),
}

impl Whose<'_> {
    fn called(self) -> String {
        match self {
            Self::Desk => "[[filters]]".to_owned(),
            Self::Source(name) => format!("filters of the source \"{name}\""),
            Self::Section(slug) => format!("filters of the section \"{slug}\""),
        }
    }
}

/// The filters of a source.
pub(super) fn of_source(tables: Vec<FilterTable>, name: &str) -> Result<Vec<Filter>, Flaw> {
    let filter = |(nth, table)| Ok(filter(table, nth, Whose::Source(name))?.0);
    tables.into_iter().enumerate().map(filter).collect()
}

/// The filters of a section.
pub(super) fn of_section(tables: Vec<FilterTable>, slug: &str) -> Result<Vec<Filter>, Flaw> {
    let filter = |(nth, table)| Ok(filter(table, nth, Whose::Section(slug))?.0);
    tables.into_iter().enumerate().map(filter).collect()
}

/// Those of the whole desk; what names sections is theirs from here on. `open`: sources may come that
/// only a list names.
pub(super) fn of_desk(
    tables: Vec<FilterTable>,
    sources: &[Source],
    sections: &mut [Section],
    open: bool,
) -> Result<Vec<Filter>, Flaw> {
    let mut filters = Vec::new();
    for (nth, table) in tables.into_iter().enumerate() {
        for name in table.sources.iter().filter(|_| !open) {
            let is_known = |source: &Source| source.key == **name.get_ref() || source.name == *name.get_ref();
            if name.get_ref() != OWN && !sources.iter().any(is_known) {
                let names = sources.iter().flat_map(|source| [source.name.as_str(), source.key.as_str()]);
                let hint = hint(name.get_ref(), names, "write the name of a source");
                return Err(Flaw::of(
                    name,
                    format!("[[filters]] sources: there is no source \"{}\"; {hint}", name.get_ref()),
                ));
            }
        }
        let (filter, slugs) = filter(table, nth, Whose::Desk)?;
        for slug in &slugs {
            let Some(section) = sections.iter_mut().find(|section| section.slug == *slug.get_ref()) else {
                let known = sections.iter().map(|section| section.slug.as_str());
                let hint = hint(slug.get_ref(), known, "write the slug of a section");
                return Err(Flaw::of(
                    slug,
                    format!("[[filters]] sections: there is no section \"{}\"; {hint}", slug.get_ref()),
                ));
            };
            section.filters.push(filter.clone());
        }
        if slugs.is_empty() {
            filters.push(filter);
        }
    }
    Ok(filters)
}

fn hint<'a>(name: &str, known: impl IntoIterator<Item = &'a str>, else_do: &str) -> String {
    match nearest(name, known) {
        Some(near) => format!("did you mean \"{near}\"?"),
        None => else_do.to_owned(),
    }
}

/// A filter, and the sections that it names.
fn filter(table: FilterTable, nth: usize, whose: Whose<'_>) -> Result<(Filter, Vec<Spanned<String>>), Flaw> {
    let called = whose.called();
    let nth = nth + 1;
    if !matches!(whose, Whose::Desk)
        && let Some(named) = table.sources.first().or(table.sections.first())
    {
        return Err(Flaw::of(
            named,
            format!(
                "{called} {nth}: it says already what it is about; `sources` and `sections` stand in [[filters]]"
            ),
        ));
    }
    let given = [(Action::Drop, table.drop), (Action::Keep, table.keep), (Action::Only, table.only)];
    let mut given = given.into_iter().filter_map(|(action, when)| Some((action, when?)));
    let (action, when) = match (given.next(), given.next()) {
        (Some(one), None) => one,
        (Some((first, _)), Some((second, when))) => {
            return Err(Flaw::of(
                &when,
                format!(
                    "{called} {nth} says {} and {}; write a filter for each",
                    first.word(),
                    second.word()
                ),
            ));
        }
        (None, _) => {
            let (place, at) = match whose {
                Whose::Desk => ("filters", nth - 1),
                Whose::Source(_) => ("sources", 0),
                Whose::Section(_) => ("sections", 0),
            };
            return Err(Flaw::in_key(place, at, "filters")(format!(
                "{called} {nth} says nothing; write e.g. drop = {{ title = [\"sponsored\"] }}"
            )));
        }
    };
    let at = when.span().start;
    let word = action.word();
    let when = when_of(when.into_inner(), &format!("{called} {nth} {word}"))?;
    if when == When::default() {
        return Err(Flaw {
            at: Some(at),
            key: None,
            message: format!(
                "{called} {nth}: {word} names nothing, which is everything; write e.g. {word} = {{ title = [\"sponsored\"] }}"
            ),
        });
    }
    let called = match table.name.filter(|name| !name.trim().is_empty()) {
        Some(name) => format!("{called} {nth} \"{}\"", name.trim()),
        None => format!("{called} {nth}"),
    };
    let sources = table.sources.into_iter().map(Spanned::into_inner).collect();
    Ok((Filter { name: called, action, sources, when }, table.sections))
}

fn when_of(table: WhenTable, called: &str) -> Result<When, Flaw> {
    let patterns = |key: &str, written: Vec<Spanned<String>>| {
        written.iter().map(|one| pattern(one, &format!("{called} {key}"))).collect::<Result<Vec<_>, _>>()
    };
    let is_tag = |tag: &Spanned<String>| match super::sense::is_tag(tag.get_ref()) {
        true => Ok(tag.get_ref().clone()),
        false => Err(Flaw::of(
            tag,
            format!("{called} language: \"{}\" is no language tag; write e.g. \"en\"", tag.get_ref()),
        )),
    };
    Ok(When {
        title: patterns("title", table.title)?,
        text: patterns("text", table.text)?,
        author: patterns("author", table.author)?,
        category: patterns("category", table.category)?,
        address: patterns("address", table.address)?,
        language: table.language.iter().map(is_tag).collect::<Result<_, _>>()?,
        older_days: table.older_days,
        media: table.media,
    })
}

fn pattern(written: &Spanned<String>, called: &str) -> Result<Pattern, Flaw> {
    Pattern::new(written.get_ref()).map_err(|why| Flaw::of(written, format!("{called}: {why}")))
}

/// What of a source is called otherwise.
pub(super) fn rewrites(tables: Vec<RewriteTable>, name: &str) -> Result<Vec<Rewrite>, Flaw> {
    let rewrite = |table: RewriteTable| {
        let called = format!("rewrite of the source \"{name}\"");
        let part = match table.part.get_ref().as_str() {
            "title" => Part::Title,
            "author" => Part::Author,
            "category" => Part::Category,
            other => {
                let hint =
                    hint(other, ["title", "author", "category"], "known are title, author and category");
                return Err(Flaw::of(&table.part, format!("{called}: in = \"{other}\" is unknown; {hint}")));
            }
        };
        let find = pattern(&table.find, &format!("{called}: find"))?;
        Ok(Rewrite { part, find, with: table.replace })
    };
    tables.into_iter().map(rewrite).collect()
}
