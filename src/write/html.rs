//! The pages for people: a section's, and the index of all sections.
//!
//! Templates with every value escaped, one style in the page, no script. Only plain text of the
//! entries is shown, never their HTML.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use chrono::{DateTime, SecondsFormat, Utc};
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, Output, State, Value, escape_formatter};
use serde::Serialize;

use crate::languages::{self, Wording};
use crate::model::{Also, Credit, Entry, Feed, Site, Text, TextKind};
use crate::text::{cut, plain, url};

use super::card::SectionCard;
use super::error::Error;
use super::frame::{Format, Frame, path};
use super::{facts, facts::Whole, safe};

/// Characters of an entry's opening.
const OPENING: usize = 320;

/// The compiled templates; constant, since they are part of the program.
static TEMPLATES: LazyLock<Result<Environment<'static>, minijinja::Error>> = LazyLock::new(|| {
    let mut templates = Environment::new();
    templates.set_formatter(escaped);
    templates.add_template("section.html", include_str!("section.html"))?;
    templates.add_template("index.html", include_str!("index.html"))?;
    Ok(templates)
});

/// Every string is escaped. Unlike minijinja's own, this leaves `/` as it is: addresses stay readable.
fn escaped(out: &mut Output<'_>, state: &mut State<'_, '_>, value: &Value) -> Result<(), minijinja::Error> {
    match value.as_str() {
        Some(text) if !value.is_safe() && *state.auto_escape() == AutoEscape::Html => {
            out.write_str(&quick_xml::escape::escape(text)).map_err(minijinja::Error::from)
        }
        _ => escape_formatter(out, state, value),
    }
}

fn render(name: &'static str, page: impl Serialize) -> Result<Vec<u8>, Error> {
    let broken = |error: &minijinja::Error| Error::of(name)(std::io::Error::other(error.to_string()));
    let templates = TEMPLATES.as_ref().map_err(broken)?;
    let rendered = templates.get_template(name).and_then(|template| template.render(Serde(page)));
    rendered.map(String::into_bytes).map_err(Error::of(name))
}

#[derive(Serialize)]
struct SectionPage<'a> {
    #[serde(flatten)]
    top: Top<'a>,
    title: Cow<'a, str>,
    description: Option<Cow<'a, str>>,
    address: String,
    root: &'static str,
    feeds: Vec<FeedLink>,
    hubs: Vec<Cow<'a, str>>,
    robots: String,
    sections: Vec<Tab<'a>>,
    updated: Option<Time>,
    rights: Option<Cow<'a, str>>,
    stories: Vec<Story<'a>>,
}

#[derive(Serialize)]
struct IndexPage<'a> {
    #[serde(flatten)]
    top: Top<'a>,
    sections: Vec<Card<'a>>,
}

/// Pages carry foreign text, and may be served by anybody: nothing in them may run, whatever was missed.
const POLICY: &str = "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' http: https: data:; \
    media-src http: https:; base-uri 'none'; form-action 'none'";

/// What both pages have.
#[derive(Serialize)]
struct Top<'a> {
    /// What is written around stories, each phrase divided where names or times stand in it.
    words: BTreeMap<String, Vec<String>>,
    policy: Value,
    style: Value,
    language: String,
    /// Where the language is written from the right.
    direction: Option<&'static str>,
    site: Cow<'a, str>,
    home: Option<Cow<'a, str>>,
    generator: &'static str,
}

#[derive(Serialize)]
struct Tab<'a> {
    title: Cow<'a, str>,
    href: String,
    current: bool,
}

#[derive(Serialize)]
struct FeedLink {
    title: &'static str,
    mime: &'static str,
    href: String,
    address: String,
}

#[derive(Serialize)]
struct Time {
    machine: String,
    person: String,
}

#[derive(Serialize)]
struct Story<'a> {
    title: Cow<'a, str>,
    href: Option<Cow<'a, str>>,
    language: Option<String>,
    source: Option<Named<'a>>,
    authors: String,
    time: Option<Time>,
    changed: Option<Time>,
    opening: Option<String>,
    picture: Option<Picture<'a>>,
    /// The recording that can be heard on the page.
    sound: Option<Cow<'a, str>>,
    files: Vec<File<'a>>,
    credits: Vec<Named<'a>>,
    also: Vec<Named<'a>>,
    /// The other page of a link blog's entry, by its host: what it comments on, or the comment.
    elsewhere: Option<Named<'a>>,
    license: Option<Cow<'a, str>>,
}

#[derive(Serialize)]
struct Named<'a> {
    name: Cow<'a, str>,
    href: Option<Cow<'a, str>>,
    title: Option<Cow<'a, str>>,
}

#[derive(Serialize)]
struct Picture<'a> {
    href: Cow<'a, str>,
    alt: Cow<'a, str>,
}

#[derive(Serialize)]
struct File<'a> {
    href: Cow<'a, str>,
    kind: &'static str,
}

#[derive(Serialize)]
struct Card<'a> {
    title: Cow<'a, str>,
    href: Option<String>,
    description: Option<Cow<'a, str>>,
    feeds: Vec<FeedLink>,
    updated: Option<Time>,
    headlines: Vec<Named<'a>>,
    sources: Vec<Named<'a>>,
}

/// The page of a section.
pub(super) fn section(feed: &Feed, frame: &Frame<'_>) -> Result<Vec<u8>, Error> {
    let language = feed.language.as_deref().or(Some(&frame.site.language)).and_then(safe::language);
    let whole =
        Whole { language: feed.language.as_deref().or(Some(&frame.site.language)), ..Whole::of(feed) };
    let tag = language.clone().unwrap_or_default();
    // What was never published has no last change, though a feed has to name one.
    let is_empty = feed.entries.is_empty() && feed.deleted.is_empty();
    let page = SectionPage {
        top: top(frame.site, language.as_deref(), &tag),
        root: frame.root(),
        title: feed.title.as_ref().and_then(safe::plain).unwrap_or_else(|| safe::line(&frame.site.title)),
        description: feed.subtitle.as_ref().and_then(safe::plain),
        address: frame.address(Format::Html),
        feeds: feed_links(
            frame.site,
            frame.slug,
            frame.formats,
            if frame.archive.own.is_some() { "../" } else { "" },
        ),
        hubs: feed.hubs.iter().filter_map(|hub| safe::url(hub)).collect(),
        robots: frame.robots.join(", "),
        sections: frame
            .sections
            .iter()
            .map(|place| Tab {
                title: safe::line(place.title),
                href: format!("{}{}", frame.root(), path(place.slug, Format::Html, None)),
                current: place.slug == frame.slug,
            })
            .collect(),
        updated: whole.newest.filter(|_| !is_empty).map(|newest| time(newest, &tag)),
        rights: feed.rights.as_ref().and_then(safe::plain),
        stories: facts::entries(feed).filter_map(|entry| story(entry, &whole, &tag)).collect(),
    };
    render("section.html", page)
}

/// `feeds/index.html`: the sections, their feeds and sources, and what `_copydesk` means.
///
/// # Errors
/// None for any cards; see [`Error`].
pub fn index(site: &Site, sections: &[SectionCard]) -> Result<Vec<u8>, Error> {
    let language = safe::language(&site.language);
    let page = IndexPage {
        top: top(site, language.as_deref(), &site.language),
        sections: sections.iter().map(|card| index_card(site, card)).collect(),
    };
    render("index.html", page)
}

fn top<'a>(site: &'a Site, language: Option<&str>, tag: &str) -> Top<'a> {
    Top {
        words: words(tag),
        policy: Value::from_safe_string(POLICY.to_owned()),
        style: Value::from_safe_string(include_str!("page.css").to_owned()),
        language: language.unwrap_or("en").to_owned(),
        direction: is_from_the_right(language.unwrap_or("en")).then_some("rtl"),
        site: safe::line(&site.title),
        home: safe::url(&site.home),
        generator: facts::GENERATOR,
    }
}

/// Whether a language is written from the right, by its code and the script that its tag names.
fn is_from_the_right(tag: &str) -> bool {
    const LANGUAGES: &[&str] = &[
        "ar", "he", "fa", "ur", "ps", "sd", "ug", "ckb", "yi", "dv", "arc", "syr", "nqo", "lrc", "mzn", "glk",
    ];
    let tag = tag.to_ascii_lowercase();
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default();
    match parts.find(|part| part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_alphabetic())) {
        Some(script) => ["arab", "hebr", "syrc", "thaa", "nkoo", "adlm"].contains(&script),
        None => LANGUAGES.contains(&language),
    }
}

fn words(tag: &str) -> BTreeMap<String, Vec<String>> {
    let phrases = serde_json::to_value(languages::wording(tag)).unwrap_or_default();
    let phrases = phrases.as_object().into_iter().flatten();
    let pieces = |phrase: &str| phrase.split("{}").map(str::to_owned).collect();
    let phrase = |(name, phrase): (&String, &serde_json::Value)| {
        let phrase = phrase.as_str().unwrap_or_default();
        // Sentences in a text, lines on a page.
        let is_line = matches!(name.as_str(), "source" | "also");
        let phrase = if is_line { phrase.trim_end_matches(['.', '\u{3002}', '\u{964}']) } else { phrase };
        (name.clone(), pieces(phrase))
    };
    phrases.map(phrase).collect()
}

fn index_card<'a>(site: &Site, card: &'a SectionCard) -> Card<'a> {
    let named = |name: &'a str, href: Option<&'a str>| {
        Some(Named { name: safe::word(name)?, href: href.and_then(safe::url), title: None })
    };
    Card {
        title: safe::line(&card.title),
        href: card.formats.contains(&Format::Html).then(|| path(&card.slug, Format::Html, None)),
        description: card.description.as_deref().and_then(safe::word),
        feeds: feed_links(site, &card.slug, &card.formats, &format!("{}/", card.slug)),
        updated: safe::time(card.updated).map(|updated| time(updated, &site.language)),
        headlines: card.headlines.iter().filter_map(|(title, href)| named(title, href.as_deref())).collect(),
        sources: card
            .sources
            .iter()
            .filter_map(|source| named(&source.name, source.home.as_deref()))
            .collect(),
    }
}

/// The links are relative, so that a copy of the folder works anywhere; the addresses are public.
fn feed_links(site: &Site, slug: &str, formats: &[Format], folder: &str) -> Vec<FeedLink> {
    let feeds = Format::ALL.into_iter().filter(|format| format.is_feed() && formats.contains(format));
    feeds
        .map(|format| FeedLink {
            title: format.title(),
            mime: format.mime(),
            href: format!("{folder}{}", format.file_name()),
            address: format!("{}{}", site.base_url, path(slug, format, None)),
        })
        .collect()
}

fn story<'a>(entry: &'a Entry, whole: &Whole<'_>, tag: &str) -> Option<Story<'a>> {
    let words = languages::wording(tag);
    // A feed that names itself as the author of its entries stands over them already.
    let source = entry.source.as_deref().and_then(facts::source_title);
    let people = entry.authors.iter().filter_map(facts::name);
    let authors: Vec<_> = people.filter(|name| Some(name) != source.as_ref()).collect();
    let published = facts::published(entry);
    let changed = facts::updated(entry).zip(published).filter(|(updated, published)| updated > published);
    let license = facts::license(entry);
    Some(Story {
        title: facts::headline(entry)?,
        href: facts::address(entry),
        language: whole.other_language(entry),
        source: entry.source.as_ref().and_then(|source| {
            let href = source.link.as_deref().and_then(safe::url);
            Some(Named { name: facts::source_title(source)?, href, title: None })
        }),
        authors: authors.join(", "),
        time: published.map(|published| time(published, tag)),
        changed: changed.map(|(updated, _)| time(updated, tag)),
        opening: opening(entry),
        picture: picture(entry),
        sound: facts::enclosures(entry)
            .find(|(file, href)| facts::mime(file.mime.as_deref(), href).starts_with("audio/"))
            .map(|(_, href)| href),
        files: facts::enclosures(entry)
            .map(|(file, href)| File { kind: kind(facts::mime(file.mime.as_deref(), &href), words), href })
            .collect(),
        credits: entry.credits.iter().filter_map(credit).collect(),
        also: entry.also.iter().filter_map(also).collect(),
        elsewhere: elsewhere(entry),
        license,
    })
}

/// Of the two pages of an entry that comments on another page, the one that its headline does not lead to.
fn elsewhere(entry: &Entry) -> Option<Named<'_>> {
    let headline = facts::address(entry);
    let (page, about) = facts::pages(entry);
    let href = [page, about].into_iter().flatten().find(|page| Some(page) != headline.as_ref())?;
    let name = url::domain(&href)?.into();
    Some(Named { name, href: Some(href), title: None })
}

/// The summary, else the first paragraph, as plain text.
fn opening(entry: &Entry) -> Option<String> {
    let first = |content: &Text| match content.kind {
        TextKind::Html => {
            let end = content.value.find("</p>").unwrap_or(content.value.len());
            plain::of_html(&content.value[..end])
        }
        TextKind::Text => content.value.split("\n\n").next().unwrap_or_default().to_owned(),
    };
    let summary = entry.summary.as_ref().and_then(safe::plain).map(Cow::into_owned);
    let text = summary.or_else(|| entry.content.as_ref().map(first))?;
    safe::word(&text).map(|text| cut::at_word(&text, OPENING))
}

fn picture(entry: &Entry) -> Option<Picture<'_>> {
    let href = safe::url(entry.thumbnail.as_deref()?)?;
    let known = entry.media.iter().find(|media| Some(media.url.as_str()) == entry.thumbnail.as_deref());
    // Without a description the picture decorates: an empty text keeps screen readers from spelling its address.
    let alt = known.and_then(|media| media.description.as_deref()).and_then(safe::word).unwrap_or_default();
    Some(Picture { href, alt })
}

fn kind(mime: &str, words: &'static Wording) -> &'static str {
    match mime.split('/').next() {
        Some("audio") => words.audio,
        Some("video") => words.video,
        Some("image") => words.picture,
        _ => words.file,
    }
}

fn credit(credit: &Credit) -> Option<Named<'_>> {
    Some(Named {
        name: safe::label(&credit.name)?,
        href: credit.url.as_deref().and_then(safe::url),
        title: None,
    })
}

fn also(also: &Also) -> Option<Named<'_>> {
    let href = Some(safe::url(&also.url)?);
    Some(Named { name: safe::label(&also.name)?, href, title: also.title.as_deref().and_then(safe::word) })
}

fn time(time: DateTime<Utc>, tag: &str) -> Time {
    let machine = time.to_rfc3339_opts(SecondsFormat::Secs, true);
    Time { machine, person: languages::date(tag, time) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_run_as_their_language_is_written() {
        for (tag, from_the_right) in [
            ("ar", true),
            ("he-IL", true),
            ("fa", true),
            ("pa-Arab", true),
            ("az-Arab-IR", true),
            ("ku-Latn", false),
            ("ar-Latn", false),
            ("en", false),
            ("de-AT", false),
            ("zh-Hant", false),
        ] {
            assert_eq!(is_from_the_right(tag), from_the_right, "{tag}");
        }
    }
}
