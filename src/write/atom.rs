//! Atom 1.0 (RFC 4287), with `source` of every entry that was taken from elsewhere.
//!
//! The bytes are `atom_syndication`'s.

use std::borrow::Cow;

use atom_syndication as atom;
use atom_syndication::FixedDateTime;
use chrono::{DateTime, Utc};

use crate::model::{Category, Entry, Feed, Link, Person, Provenance, Text, TextKind};
use crate::text::escape;

use super::extension::{self, Element, add_to_atom};
use super::frame::{self, Format, Frame};
use super::{facts, facts::Whole, podcast, safe};

/// Relations that an entry's links keep, besides the page itself, enclosures and the licence.
const RELS: [&str; 4] = ["via", "related", "replies", "payment"];

/// The feed as Atom, as far as the feed alone tells: `self` is [`Feed::self_link`], and links to
/// other formats are missing.
pub fn as_atom(feed: &Feed) -> atom::Feed {
    atom_feed(feed, None)
}

/// The feed, with the links of its frame.
pub(super) fn atom_feed(feed: &Feed, frame: Option<&Frame<'_>>) -> atom::Feed {
    let whole = Whole::of(feed);
    let links = frame::links(feed, frame, Format::Atom);
    let own = links.iter().find(|link| link.rel == "self").map(|link| link.href.clone());
    let title = feed.title.as_ref().and_then(|title| text(title, None));
    let site_title = || frame.map(|frame| frame.site.title.as_str().into());
    let mut out = atom::Feed {
        id: feed.id.as_deref().and_then(safe::absolute).map(Cow::into_owned).or(own).unwrap_or_default(),
        title: title.or_else(site_title).unwrap_or_default(),
        subtitle: feed.subtitle.as_ref().and_then(|subtitle| text(subtitle, None)),
        updated: fixed(whole.newest),
        links: links
            .iter()
            .chain(&last_page(&links))
            .map(|link| atom_link(link, link.href.as_str().into()))
            .collect(),
        categories: feed.categories.iter().filter_map(category).collect(),
        contributors: feed.contributors.iter().filter_map(person).collect(),
        generator: Some(atom::Generator { value: facts::GENERATOR.to_owned(), ..Default::default() }),
        icon: feed.icon.as_deref().and_then(safe::url).map(Cow::into_owned),
        logo: feed.logo.as_deref().and_then(safe::url).map(Cow::into_owned),
        rights: feed.rights.as_ref().and_then(|rights| text(rights, None)),
        lang: feed.language.as_deref().and_then(safe::language),
        entries: facts::entries(feed).map(|entry| atom_entry(entry, &whole)).collect(),
        ..atom::Feed::default()
    };
    out.authors = feed.authors.iter().filter_map(person).collect();
    if out.authors.is_empty() {
        // RFC 4287 4.1.1: a feed has an author, unless every entry has.
        let uri = frame.and_then(|frame| safe::url(&frame.site.home)).map(Cow::into_owned);
        let name = frame.map_or(out.title.value.clone(), |frame| frame.site.title.clone());
        out.authors.push(atom::Person { name, uri, ..Default::default() });
    }
    add_extensions(&mut out, feed, frame);
    out
}

/// The page once more, behind the other formats: some readers take the first alternate for it, others
/// the last. Without a type, since two of one type are an error (RFC 4287 4.1.1).
fn last_page(links: &[Link]) -> Option<Link> {
    let mut alternates = links.iter().filter(|link| link.rel == "alternate");
    let page = alternates.next().filter(|page| page.mime.as_deref() == Some(Format::Html.mime()))?;
    alternates.next_back().map(|_| Link { mime: None, ..page.clone() })
}

/// RFC 5005 marks, RFC 6721 tombstones, and the namespaces of everything used.
fn add_extensions(out: &mut atom::Feed, feed: &Feed, frame: Option<&Frame<'_>>) {
    if feed.complete {
        add_to_atom(&mut out.extensions, Element::new("fh:complete", ""));
    }
    if feed.archive || frame.is_some_and(|frame| frame.archive.own.is_some()) {
        add_to_atom(&mut out.extensions, Element::new("fh:archive", ""));
    }
    tombstones(feed).for_each(|tombstone| add_to_atom(&mut out.extensions, tombstone));
    podcast::guid(feed).into_iter().for_each(|guid| add_to_atom(&mut out.extensions, guid));
    let of_entries = out.entries.iter().flat_map(|entry| entry.extensions.keys());
    out.namespaces = extension::declared(out.extensions.keys().chain(of_entries));
}

/// RFC 6721 tombstones.
fn tombstones(feed: &Feed) -> impl Iterator<Item = Element> + '_ {
    let newest = facts::newest(feed);
    feed.deleted.iter().filter_map(move |deleted| {
        let when = safe::time(deleted.when).or(newest)?.to_rfc3339();
        let id = facts::identifier(&deleted.id)?;
        let tombstone = Element::new("at:deleted-entry", "").with("ref", Some(id)).with("when", Some(when));
        Some(match deleted.comment.as_deref().and_then(safe::word) {
            Some(comment) => tombstone.holding(Element::new("at:comment", comment)),
            None => tombstone,
        })
    })
}

fn atom_entry(entry: &Entry, whole: &Whole<'_>) -> atom::Entry {
    let language = whole.other_language(entry);
    let language = language.as_deref();
    let headline = || facts::headline(entry).map(|line| plain_text(line, None));
    let content = entry.content.as_ref().and_then(|content| html_content(content, language));
    let summary = entry.summary.as_ref().and_then(|summary| text(summary, language));
    // An entry of which only the headline may be shown would have no text at all.
    let summary = summary.or_else(|| headline().filter(|_| content.is_none()));
    // RFC 4287 4.1.2: without a page to go to, an entry has content.
    let is_nowhere = content.is_none() && facts::address(entry).is_none();
    let (summary, content) = match summary {
        Some(text) if is_nowhere => (None, Some(as_content(text))),
        summary => (summary, content),
    };
    let title = entry.title.as_ref().and_then(|title| text(title, language));
    let source = entry.source.as_deref();
    let mut out = atom::Entry {
        id: facts::id(entry).unwrap_or_default().into_owned(),
        title: title.or_else(headline).unwrap_or_default(),
        updated: fixed(facts::updated(entry).or(whole.newest)),
        published: safe::time(entry.published).map(|time| fixed(Some(time))),
        // Of another's entry as well, though its source has them: many readers look at the entry alone.
        authors: facts::authors(entry).into_iter().map(author).collect(),
        contributors: entry.contributors.iter().filter_map(person).collect(),
        categories: entry.categories.iter().filter_map(category).collect(),
        links: entry_links(entry),
        rights: entry.rights.as_ref().and_then(|rights| text(rights, None)),
        source: source.and_then(|source| atom_source(source, entry)),
        summary,
        content,
        ..atom::Entry::default()
    };
    let count = entry.comment_count.map(|count| Element::new("thr:total", count.to_string()));
    let enclosed: Vec<&str> = facts::enclosures(entry).map(|(file, _)| file.url.as_str()).collect();
    for element in extension::of(entry, &enclosed, false).into_iter().chain(count).chain(replies(entry)) {
        add_to_atom(&mut out.extensions, element);
    }
    out
}

/// One alternate, then what else is linked, then the files.
fn entry_links(entry: &Entry) -> Vec<atom::Link> {
    let plain = |rel: &str, href: Cow<'_, str>| atom::Link {
        href: href.into_owned(),
        rel: rel.to_owned(),
        ..atom::Link::default()
    };
    let page = facts::address(entry).map(|href| plain("alternate", href));
    let linked = facts::links(entry, &RELS)
        .filter(|(link, _)| !is_told(entry, link))
        .map(|(link, href)| atom_link(link, href));
    // RSS has the page of comments as an element, Atom as a link (RFC 4685).
    let has_replies = entry.links.iter().any(|link| link.rel == "replies");
    let comments = entry.comments.as_deref().filter(|_| !has_replies).and_then(safe::url);
    let comments =
        comments.map(|href| atom::Link { mime_type: Some("text/html".to_owned()), ..plain("replies", href) });
    let license = facts::license(entry).map(|href| plain("license", href));
    let files = facts::enclosures(entry).map(|(file, url)| atom::Link {
        mime_type: Some(facts::mime(file.mime.as_deref(), &url).to_owned()),
        length: file.length.filter(|&length| length > 0).map(|length| length.to_string()),
        ..plain("enclosure", url)
    });
    page.into_iter().chain(linked).chain(comments).chain(license).chain(files).collect()
}

/// Whether a link leads to answers of which is known how many there are, or since when.
fn is_told(entry: &Entry, link: &Link) -> bool {
    link.rel == "replies" && entry.comment_count.is_some() && link.updated.is_some()
}

/// Links to answers with what RFC 4685 4 says of them, which `atom_syndication`'s links have no place for.
fn replies(entry: &Entry) -> impl Iterator<Item = Element> + '_ {
    let told = facts::links(entry, &["replies"]).filter(|(link, _)| is_told(entry, link));
    told.map(|(link, href)| {
        Element::new("link", "")
            .with("rel", Some("replies"))
            .with("href", Some(href))
            .with("type", link.mime.as_deref().and_then(safe::mime))
            .with("thr:count", entry.comment_count.map(|count| count.to_string()))
            .with(
                "thr:updated",
                link.updated.map(|time| time.to_rfc3339_opts(chrono::SecondsFormat::Secs, true)),
            )
    })
}

fn atom_link(link: &Link, href: Cow<'_, str>) -> atom::Link {
    atom::Link {
        href: href.into_owned(),
        rel: link.rel.clone(),
        hreflang: link.hreflang.as_deref().and_then(safe::language),
        mime_type: link.mime.as_deref().and_then(safe::mime).map(Into::into),
        title: link.title.as_deref().and_then(safe::label).map(Cow::into_owned),
        length: link.length.map(|length| length.to_string()),
    }
}

/// RFC 4287 4.2.11. Without any address that identifies the feed there is none.
fn atom_source(source: &Provenance, entry: &Entry) -> Option<atom::Source> {
    let feed = facts::source_feed(source);
    let home = source.link.as_deref().and_then(safe::url);
    let own = source.id.as_deref().and_then(facts::identifier);
    let own = own.as_deref().and_then(safe::absolute).map(Cow::into_owned);
    let id = own.or_else(|| feed.as_deref().or(home.as_deref()).map(str::to_owned))?;
    let link = |rel: &str, href: Cow<'_, str>| atom::Link {
        href: href.into_owned(),
        rel: rel.into(),
        ..Default::default()
    };
    let names_its_own = entry.authors.iter().any(|person| facts::byline(person).is_some());
    // RFC 4287 4.2.1: an entry without an author takes its source's before the feed's, which is ours.
    let authors: Vec<_> = match names_its_own {
        true => source.authors.iter().filter_map(person).collect(),
        false => facts::source_authors(source).into_iter().map(author).collect(),
    };
    Some(atom::Source {
        id,
        title: facts::source_title(source).map(|title| plain_text(title, None)).unwrap_or_default(),
        updated: fixed(safe::time(source.updated).or_else(|| facts::updated(entry))),
        links: feed
            .map(|href| link("self", href))
            .into_iter()
            .chain(home.map(|href| link("alternate", href)))
            .collect(),
        rights: source.rights.as_ref().and_then(|rights| text(rights, None)),
        authors,
        ..atom::Source::default()
    })
}

fn person(person: &Person) -> Option<atom::Person> {
    facts::byline(person).map(author)
}

fn author(byline: facts::Byline<'_>) -> atom::Person {
    atom::Person {
        name: byline.name.into_owned(),
        email: byline.email.map(Into::into),
        uri: byline.uri.map(Cow::into_owned),
        ..Default::default()
    }
}

fn category(category: &Category) -> Option<atom::Category> {
    Some(atom::Category {
        term: safe::label(&category.term)?.into_owned(),
        scheme: category.scheme.as_deref().and_then(safe::uri).map(Cow::into_owned),
        label: category.label.as_deref().and_then(safe::label).map(Cow::into_owned),
    })
}

/// A text construct; `None` where nothing remains.
fn text(raw: &Text, language: Option<&str>) -> Option<atom::Text> {
    match raw.kind {
        TextKind::Text => safe::word(&raw.value).map(|line| plain_text(line, language)),
        TextKind::Html => safe::html(raw).map(|html| html_text(html, language)),
    }
}

/// Plain text. If it speaks of markup it is written as HTML, in which that cannot be mistaken.
fn plain_text(line: Cow<'_, str>, language: Option<&str>) -> atom::Text {
    if safe::looks_like_html(&line) {
        return html_text(escape::text(&line), language);
    }
    atom::Text { value: line.into_owned(), lang: language.map(Into::into), ..Default::default() }
}

fn html_text(html: Cow<'_, str>, language: Option<&str>) -> atom::Text {
    atom::Text {
        value: html.into_owned(),
        lang: language.map(Into::into),
        r#type: atom::TextType::Html,
        ..Default::default()
    }
}

fn as_content(text: atom::Text) -> atom::Content {
    let kind = if text.r#type == atom::TextType::Html { "html" } else { "text" };
    atom::Content {
        value: Some(text.value),
        lang: text.lang,
        content_type: Some(kind.into()),
        ..Default::default()
    }
}

fn html_content(content: &Text, language: Option<&str>) -> Option<atom::Content> {
    let value = Some(safe::html(content)?.into_owned());
    Some(atom::Content {
        value,
        lang: language.map(Into::into),
        content_type: Some("html".into()),
        ..Default::default()
    })
}

/// A required time; where nothing is known, the zero of time, which nobody takes for the truth.
fn fixed(time: Option<DateTime<Utc>>) -> FixedDateTime {
    time.unwrap_or(DateTime::UNIX_EPOCH).fixed_offset()
}
