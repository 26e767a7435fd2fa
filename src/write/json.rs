//! JSON Feed 1.1, with what it has no words for under `_copydesk`.
//!
//! `_copydesk` of the feed and of each item: `about` (the page that explains it), `source` (the
//! feed an entry was taken from), `credits`, `also` (others with the story), `rights`, `license`,
//! `media`.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use chrono::{DateTime, SecondsFormat, Utc};
use serde::Serialize;

use crate::model::{Also, Credit, CreditKind, Entry, Feed, Media, Person, Provenance, Said, Terms, TextKind};

use super::facts::{self, Notice, Whole};
use super::frame::{Format, Frame};
use super::safe;

type Str<'a> = Option<Cow<'a, str>>;

#[derive(Serialize)]
struct Document<'a> {
    version: &'static str,
    title: Cow<'a, str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    home_page_url: Str<'a>,
    feed_url: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Str<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    icon: Str<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    favicon: Str<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    authors: Vec<Author<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    hubs: Vec<Hub<'a>>,
    #[serde(rename = "_copydesk", skip_serializing_if = "Extension::is_empty")]
    copydesk: Extension<'a>,
    items: Vec<Item<'a>>,
}

#[derive(Serialize)]
struct Item<'a> {
    id: Cow<'a, str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Str<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    external_url: Str<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Str<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Str<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    content_html: Str<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    content_text: Str<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    image: Str<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_published: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_modified: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    authors: Vec<Author<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    tags: Vec<Cow<'a, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    attachments: Vec<Attachment<'a>>,
    #[serde(rename = "_copydesk", skip_serializing_if = "Extension::is_empty")]
    copydesk: Extension<'a>,
}

#[derive(Serialize)]
struct Author<'a> {
    name: Cow<'a, str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Str<'a>,
}

#[derive(Serialize)]
struct Hub<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    url: Cow<'a, str>,
}

#[derive(Serialize)]
struct Attachment<'a> {
    url: Cow<'a, str>,
    mime_type: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Str<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    size_in_bytes: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    duration_in_seconds: Option<u64>,
}

#[derive(Serialize)]
struct Extension<'a> {
    about: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<Source<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    credits: Vec<Credited<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    also: Vec<Other<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rights: Str<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    license: Str<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    comments: Str<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    media: Vec<Media>,
}

impl Extension<'_> {
    fn is_empty(&self) -> bool {
        let lists = self.credits.is_empty() && self.also.is_empty() && self.media.is_empty();
        lists
            && self.source.is_none()
            && self.rights.is_none()
            && self.license.is_none()
            && self.comments.is_none()
    }
}

#[derive(Serialize)]
struct Source<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Str<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Str<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    home_page_url: Str<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    feed_url: Str<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    updated: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rights: Str<'a>,
}

#[derive(Serialize)]
struct Credited<'a> {
    name: Cow<'a, str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Str<'a>,
    kind: CreditKind,
    evidence: Cow<'a, str>,
}

#[derive(Serialize)]
struct Other<'a> {
    name: Cow<'a, str>,
    url: Cow<'a, str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Str<'a>,
}

/// The document, indented, with a line end at the end.
pub(super) fn document(feed: &Feed, frame: &Frame<'_>) -> serde_json::Result<Vec<u8>> {
    let about = frame.about();
    let whole = Whole::of(feed);
    let document = Document {
        version: "https://jsonfeed.org/version/1.1",
        title: feed.title.as_ref().and_then(safe::plain).unwrap_or_else(|| safe::line(&frame.site.title)),
        home_page_url: safe::url(feed.link.as_deref().unwrap_or(&frame.site.home)),
        feed_url: frame.address(Format::Json),
        description: feed.subtitle.as_ref().and_then(safe::plain),
        icon: feed.logo.as_deref().and_then(safe::url),
        favicon: feed.icon.as_deref().and_then(safe::url),
        // They would be the authors of others' items that name none.
        authors: if whole.has_foreign {
            Vec::new()
        } else {
            feed.authors.iter().filter_map(author).collect()
        },
        hubs: feed.hubs.iter().filter_map(|hub| Some(Hub { kind: "WebSub", url: safe::url(hub)? })).collect(),
        copydesk: Extension {
            rights: feed.rights.as_ref().and_then(safe::plain),
            license: feed.license.as_deref().and_then(safe::url),
            ..empty(&about)
        },
        items: facts::entries(feed)
            .filter_map(|entry| item(entry, feed, &whole, &about))
            .chain(facts::notices(feed).map(|notice| in_place(notice, &about)))
            .collect(),
        language: feed.language.as_deref().and_then(safe::language),
    };
    let mut bytes = serde_json::to_vec_pretty(&document)?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn item<'a>(entry: &'a Entry, feed: &'a Feed, whole: &Whole<'_>, about: &'a str) -> Option<Item<'a>> {
    let summary = entry.summary.as_ref().and_then(safe::plain);
    let (content_html, content_text) = content(entry, summary.as_ref());
    let updated = facts::updated(entry).filter(|updated| Some(*updated) != facts::published(entry));
    let (url, external_url) = facts::pages(entry);
    // A note without a headline has none here (JSON Feed 1.1); what has no text either is known by one.
    let goes_untitled = entry.untitled && entry.content.as_ref().or(entry.summary.as_ref()).is_some();
    Some(Item {
        id: facts::id(entry)?,
        url,
        external_url,
        title: entry.title.as_ref().and_then(safe::plain).filter(|_| !goes_untitled),
        summary,
        content_html,
        content_text,
        image: entry.thumbnail.as_deref().and_then(safe::url),
        date_published: facts::published(entry).map(date),
        date_modified: updated.map(date),
        authors: authors(entry, feed, whole),
        tags: entry
            .categories
            .iter()
            .filter_map(|c| safe::label(c.label.as_deref().unwrap_or(&c.term)))
            .collect(),
        language: whole.other_language(entry),
        attachments: attachments(entry),
        copydesk: extension(entry, about),
    })
}

/// A notice in the place of what was withdrawn: JSON Feed has no deletions.
fn in_place<'a>(notice: Notice<'a>, about: &'a str) -> Item<'a> {
    Item {
        id: notice.id,
        title: Some(notice.title.into()),
        content_text: Some(notice.text),
        date_published: notice.when.map(date),
        external_url: None,
        url: None,
        summary: None,
        content_html: None,
        image: None,
        date_modified: None,
        authors: Vec::new(),
        tags: Vec::new(),
        language: None,
        attachments: Vec::new(),
        copydesk: empty(about),
    }
}

/// The full text; one of the two is required, so without a full text the summary, or the headline.
fn content<'a>(entry: &'a Entry, summary: Option<&Cow<'a, str>>) -> (Str<'a>, Str<'a>) {
    let full = entry.content.as_ref().filter(|content| !content.is_blank());
    match full {
        Some(content) if content.kind == TextKind::Html => (safe::html(content), None),
        Some(content) => (None, Some(safe::text(&content.value))),
        None => match entry.summary.as_ref().filter(|summary| summary.kind == TextKind::Html) {
            Some(html) => (safe::html(html), None),
            None => (None, summary.cloned().or_else(|| facts::headline(entry))),
        },
    }
}

/// Where nobody is named for the whole feed, our own items say themselves whose they are.
fn authors<'a>(entry: &'a Entry, feed: &'a Feed, whole: &Whole<'_>) -> Vec<Author<'a>> {
    let own: Vec<_> = facts::authors(entry).into_iter().map(named).collect();
    if own.is_empty() && whole.has_foreign {
        return feed.authors.iter().filter_map(author).collect();
    }
    own
}

fn author(person: &Person) -> Option<Author<'_>> {
    facts::byline(person).map(named)
}

fn named(byline: facts::Byline<'_>) -> Author<'_> {
    let mail = || byline.email.map(|email| format!("mailto:{email}").into());
    Author { url: byline.uri.or_else(mail), name: byline.name }
}

/// Enclosures, then the media that are no enclosure.
fn attachments(entry: &Entry) -> Vec<Attachment<'_>> {
    let media: HashMap<_, _> = entry.media.iter().map(|media| (media.url.as_str(), media)).collect();
    let enclosed: HashSet<_> = entry.enclosures.iter().map(|file| file.url.as_str()).collect();
    let files = facts::enclosures(entry).map(|(file, url)| {
        let media = media.get(file.url.as_str()).copied();
        attachment(url, file.mime.as_deref(), file.length, media)
    });
    let others = entry.media.iter().filter(|media| !enclosed.contains(media.url.as_str()));
    let others = others.filter_map(|media| {
        let url = safe::url(&media.url)?;
        Some(attachment(url, media.mime.as_deref(), media.length, Some(media)))
    });
    files.chain(others).collect()
}

fn attachment<'a>(
    url: Cow<'a, str>,
    mime: Option<&'a str>,
    size: Option<u64>,
    media: Option<&'a Media>,
) -> Attachment<'a> {
    let duration = media.and_then(|media| media.duration_seconds);
    Attachment {
        mime_type: facts::mime(mime, &url),
        title: media.and_then(|media| media.title.as_deref()).and_then(safe::word),
        size_in_bytes: size.filter(|&size| size > 0),
        duration_in_seconds: duration.and_then(facts::whole_seconds),
        url,
    }
}

fn empty(about: &str) -> Extension<'_> {
    Extension {
        about,
        source: None,
        credits: Vec::new(),
        also: Vec::new(),
        rights: None,
        license: None,
        comments: None,
        media: Vec::new(),
    }
}

fn extension<'a>(entry: &'a Entry, about: &'a str) -> Extension<'a> {
    Extension {
        source: entry.source.as_deref().map(source),
        credits: entry.credits.iter().filter_map(credit).collect(),
        also: entry.also.iter().filter_map(other).collect(),
        rights: entry.rights.as_ref().and_then(safe::plain),
        license: facts::license(entry),
        comments: entry.comments.as_deref().and_then(safe::url),
        media: entry.media.iter().filter_map(safe_media).collect(),
        ..empty(about)
    }
}

/// The model's own shape of a media object, every text in it safe.
fn safe_media(media: &Media) -> Option<Media> {
    let line = |text: &Option<String>| text.as_deref().and_then(safe::word).map(Cow::into_owned);
    let credits = media.credits.iter();
    let terms = Terms {
        credits: credits.map(|(role, name)| (safe::line(role).into(), safe::line(name).into())).collect(),
        copyright: line(&media.copyright),
        rating: line(&media.rating),
        restriction: line(&media.restriction),
    };
    let said = Said { title: line(&media.title), description: line(&media.description), terms: terms.into() };
    Some(Media {
        url: safe::url(&media.url)?.into_owned(),
        mime: media.mime.as_deref().and_then(safe::mime).map(Into::into),
        medium: line(&media.medium),
        said: said.into(),
        duration_seconds: media.duration_seconds.filter(|seconds| seconds.is_finite()),
        ..*media
    })
}

fn source(source: &Provenance) -> Source<'_> {
    Source {
        id: source.id.as_deref().and_then(facts::identifier),
        title: facts::source_title(source),
        home_page_url: source.link.as_deref().and_then(safe::url),
        feed_url: facts::source_feed(source),
        updated: safe::time(source.updated).map(date),
        rights: source.rights.as_ref().and_then(safe::plain),
    }
}

fn credit(credit: &Credit) -> Option<Credited<'_>> {
    Some(Credited {
        name: safe::label(&credit.name)?,
        url: credit.url.as_deref().and_then(safe::url),
        kind: credit.kind,
        evidence: safe::line(&credit.evidence),
    })
}

fn other(also: &Also) -> Option<Other<'_>> {
    let (name, url) = (safe::label(&also.name)?, safe::url(&also.url)?);
    Some(Other { name, url, title: also.title.as_deref().and_then(safe::word) })
}

fn date(time: DateTime<Utc>) -> String {
    time.to_rfc3339_opts(SecondsFormat::Secs, true)
}
