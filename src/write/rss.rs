//! RSS 2.0, with the elements of other namespaces that say what RSS cannot.
//!
//! The bytes are the `rss` crate's.

use std::borrow::Cow;
use std::collections::HashSet;

use chrono::{DateTime, Utc};
use rss::extension::dublincore::DublinCoreExtension;
use rss::{Category, Channel, Enclosure, Guid, Image, Item, Source};

use crate::model::{Entry, Feed, Link, Person};
use crate::text::escape;
use crate::text::url::is_script;

use super::extension::{self, Element, add_to_rss};
use super::frame::{self, Format, Frame};
use super::{facts, facts::Whole, podcast, safe};

/// The channel of a composed feed, as far as the feed alone tells: `self` is
/// [`Feed::self_link`], and links to other formats are missing.
pub fn as_rss(feed: &Feed) -> Channel {
    channel(feed, None)
}

/// The channel, with the links of its frame.
pub(super) fn channel(feed: &Feed, frame: Option<&Frame<'_>>) -> Channel {
    let home = feed.link.as_deref().or_else(|| frame.map(|frame| frame.site.home.as_str()));
    let title = feed.title.as_ref().and_then(safe::plain).map(Cow::into_owned);
    let title = title.or_else(|| frame.map(|frame| frame.site.title.clone())).unwrap_or_default();
    let subtitle = feed.subtitle.as_ref().and_then(safe::plain).map(Cow::into_owned);
    let whole = Whole::of(feed);
    let is_archive = feed.archive || frame.is_some_and(|frame| frame.archive.own.is_some());
    let mut channel = Channel {
        link: home.and_then(safe::url).unwrap_or_default().into_owned(),
        description: subtitle.unwrap_or_else(|| title.clone()),
        language: feed.language.as_deref().and_then(safe::language),
        copyright: feed.rights.as_ref().and_then(safe::plain).map(Cow::into_owned),
        managing_editor: feed.authors.iter().find_map(contact),
        last_build_date: whole.newest.map(date),
        categories: feed
            .categories
            .iter()
            .filter(|one| !podcast::is_apples(one))
            .filter_map(category)
            .collect(),
        generator: Some(facts::GENERATOR.to_owned()),
        ttl: feed.ttl_minutes.filter(|_| !is_archive).map(|minutes| minutes.to_string()),
        docs: Some("https://www.rssboard.org/rss-specification".to_owned()),
        items: items(feed, &whole),
        title,
        ..Channel::default()
    };
    channel.image = feed.logo.as_deref().and_then(|logo| image(logo, &channel));
    for link in frame::links(feed, frame, Format::Rss) {
        add_to_rss(&mut channel.extensions, atom_link(&link, link.href.as_str().into()));
    }
    if let Some(license) = feed.license.as_deref().and_then(safe::url) {
        add_to_rss(&mut channel.extensions, Element::new("creativeCommons:license", license));
    }
    for element in podcast::of_feed(feed) {
        add_to_rss(&mut channel.extensions, element);
    }
    if feed.complete {
        add_to_rss(&mut channel.extensions, Element::new("fh:complete", ""));
    }
    if is_archive {
        add_to_rss(&mut channel.extensions, Element::new("fh:archive", ""));
    }
    let of_items = channel.items.iter().flat_map(|item| item.extensions.keys());
    channel.namespaces = extension::declared(channel.extensions.keys().chain(of_items));
    channel
}

/// A picture of a kind that every reader shows; title and link are the channel's.
fn image(logo: &str, channel: &Channel) -> Option<Image> {
    let url = safe::url(logo)?.into_owned();
    let known =
        [".jpg", ".jpeg", ".png", ".gif"].iter().any(|ending| url.to_ascii_lowercase().ends_with(ending));
    known.then(|| Image { url, title: channel.title.clone(), link: channel.link.clone(), ..Image::default() })
}

/// The entries, and behind them a notice in the place of what was withdrawn: RSS has no deletions, and
/// the same guid replaces what readers keep.
fn items(feed: &Feed, whole: &Whole<'_>) -> Vec<Item> {
    let is_podcast = podcast::is_one(feed);
    let entries = facts::entries(feed).map(|entry| {
        let mut item = item(entry, whole, is_podcast);
        let said = if is_podcast { podcast::of_entry(entry) } else { Vec::new() };
        said.into_iter().for_each(|element| add_to_rss(&mut item.extensions, element));
        item
    });
    entries
        .chain(facts::notices(feed).map(|notice| Item {
            title: Some(notice.title),
            guid: Some(Guid { value: notice.guid, permalink: false }),
            description: Some(escape::text(&notice.text).into_owned()),
            pub_date: notice.when.map(date),
            ..Item::default()
        }))
        .collect()
}

fn item(entry: &Entry, whole: &Whole<'_>, is_podcast: bool) -> Item {
    let link = facts::address(entry).map(Cow::into_owned);
    let summary = entry.summary.as_ref().and_then(safe::html).map(Cow::into_owned);
    let full = entry.content.as_ref().and_then(safe::html).map(Cow::into_owned);
    // `content:encoded` wants a `description` before it; a full text alone is the description.
    // Where media have descriptions, some readers take one of those for the text if there is no other.
    let is_described = entry.media.iter().any(|media| media.description.is_some());
    let (description, content) = match summary {
        Some(summary) => (Some(summary), full),
        None if is_described => (full.clone(), full),
        None => (full, None),
    };
    let author = entry.authors.iter().find_map(contact).filter(|_| entry.authors.len() == 1);
    let (enclosure, enclosed, mut extensions) = enclosures(entry);
    let enclosed: Vec<&str> = enclosed.into_iter().collect();
    for element in extension::of(entry, &enclosed, is_podcast).into_iter().chain(foreign_words(entry, whole))
    {
        add_to_rss(&mut extensions, element);
    }
    Item {
        title: facts::headline(entry).map(Cow::into_owned),
        guid: guid(entry, link.as_deref()),
        dublin_core_ext: dublin_core(entry, whole, creators(entry, is_podcast, author.is_some())),
        description,
        author,
        categories: entry.categories.iter().filter_map(category).collect(),
        comments: entry.comments.as_deref().and_then(safe::url).map(Cow::into_owned),
        enclosure,
        pub_date: facts::published(entry).map(date),
        source: source(entry),
        content,
        extensions,
        link,
        ..Item::default()
    }
}

/// The origin's guid. It is called a permalink only where it is the link.
fn guid(entry: &Entry, link: Option<&str>) -> Option<Guid> {
    let own = entry.guid.as_deref().and_then(facts::identifier);
    let value = own.or_else(|| facts::id(entry))?.into_owned();
    Some(Guid { permalink: link == Some(value.as_str()), value })
}

/// `source` names the feed an entry was taken from; without its address it may not stand.
fn source(entry: &Entry) -> Option<Source> {
    let source = entry.source.as_ref()?;
    let url = facts::source_feed(source)?.into_owned();
    Some(Source { url, title: facts::source_title(source).map(Cow::into_owned) })
}

/// One element a person. In a podcast an entry of others names its source, where it names nobody: there
/// is an address for the whole, and readers fall back on it.
fn creators(entry: &Entry, is_podcast: bool, has_author: bool) -> Vec<String> {
    if has_author {
        return Vec::new();
    }
    match is_podcast {
        true => facts::authors(entry).into_iter().map(|byline| byline.name.into_owned()).collect(),
        false => entry.authors.iter().filter_map(facts::byline).map(|one| one.name.into_owned()).collect(),
    }
}

/// Bylines, rights, and the language where it is another.
fn dublin_core(entry: &Entry, whole: &Whole<'_>, creators: Vec<String>) -> Option<DublinCoreExtension> {
    let names = |people: &[Person]| people.iter().filter_map(facts::name).map(Cow::into_owned).collect();
    let dc = DublinCoreExtension {
        creators,
        contributors: names(&entry.contributors),
        rights: entry.rights.as_ref().and_then(safe::plain).map(Cow::into_owned).into_iter().collect(),
        languages: whole.other_language(entry).into_iter().collect(),
        ..DublinCoreExtension::default()
    };
    (dc != DublinCoreExtension::default()).then_some(dc)
}

/// What RSS has no element for: the report credited, others with the story, licence, changes.
fn foreign_words(entry: &Entry, whole: &Whole<'_>) -> Vec<Element> {
    let mut all = Vec::new();
    all.extend(facts::links(entry, &["via", "related"]).map(|(link, href)| atom_link(link, href)));
    all.extend(facts::license(entry).map(|url| Element::new("creativeCommons:license", url)));
    let changed = facts::updated(entry).filter(|updated| Some(*updated) != facts::published(entry));
    all.extend(
        changed.map(|time| {
            Element::new("atom:updated", time.to_rfc3339_opts(chrono::SecondsFormat::Secs, true))
        }),
    );
    // Validators want `lastBuildDate` beside a count of comments.
    let count = entry.comment_count.filter(|_| whole.newest.is_some());
    all.extend(count.map(|count| Element::new("slash:comments", count.to_string())));
    all
}

fn atom_link(link: &Link, href: Cow<'_, str>) -> Element {
    Element::new("atom:link", "")
        .with("rel", Some(link.rel.as_str()))
        .with("href", Some(href))
        .with("type", link.mime.as_deref().and_then(safe::mime))
        .with("title", link.title.as_deref().and_then(safe::label))
        .with("hreflang", link.hreflang.as_deref().and_then(safe::language))
}

/// The first enclosure, and its address as it came; the others as `media:content`, unless the entry's media
/// name them anyway.
fn enclosures(entry: &Entry) -> (Option<Enclosure>, Option<&str>, rss::extension::ExtensionMap) {
    let (mut first, mut enclosed) = (None, None);
    let mut others = rss::extension::ExtensionMap::default();
    let media: HashSet<_> = entry.media.iter().map(|media| media.url.as_str()).collect();
    for (file, url) in facts::enclosures(entry).filter_map(|(file, url)| Some((file, safe::file(url)?))) {
        let mime = facts::mime(file.mime.as_deref(), &url);
        if first.is_none() {
            let length = file.length.unwrap_or(0).to_string();
            enclosed = Some(file.url.as_str());
            first = Some(Enclosure { url: url.into_owned(), length, mime_type: mime.to_owned() });
        } else if !media.contains(file.url.as_str()) {
            let size = file.length.filter(|&length| length > 0).map(|length| length.to_string());
            let element = Element::new("media:content", "").with("url", Some(url)).with("type", Some(mime));
            add_to_rss(&mut others, element.with("fileSize", size));
        }
    }
    (first, enclosed, others)
}

fn category(category: &crate::model::Category) -> Option<Category> {
    let name = safe::label(&category.term)?.into_owned();
    // RSS lets any word stand there; readers make a link of an address.
    let domain = category.scheme.as_deref().filter(|domain| !is_script(domain)).and_then(safe::word);
    Some(Category { name, domain: domain.map(Cow::into_owned) })
}

/// `mail@host (Real Name)`, the only form that RSS knows for people.
fn contact(person: &Person) -> Option<String> {
    let email = safe::email(person.email.as_deref()?)?;
    let name = facts::name(person)?;
    Some(format!("{email} ({})", name.replace(['(', ')'], "")))
}

/// RFC 822 with a four-digit year, in GMT.
fn date(time: DateTime<Utc>) -> String {
    time.format("%a, %d %b %Y %H:%M:%S GMT").to_string()
}
