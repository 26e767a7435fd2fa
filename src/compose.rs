//! A section's front to one outgoing feed: ids, links, source, rights, credit line, order.
//!
//! What is published of an entry is what its source's rights allow, cleaned, with the report it
//! credits, the others that tell the same story, and the feed it was taken from. Nothing here
//! depends on the clock: the same front gives the same feed.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};

use crate::credits::same_outlet;
use crate::model::{
    Also, Credit, CreditKind, Entry, Feed, FrontStory, Link, Person, Provenance, Rights, Section, Site,
    Stored, Text,
};
use crate::text::{cut, url};

/// Characters of a summary where only a summary may be shown.
const SUMMARY_LENGTH: usize = 420;
/// `updated` of a feed that has no entries yet, 2026-01-01: a constant, so that it is never rewritten.
const BEFORE_ANYTHING: i64 = 1_767_225_600;

/// What is known of a source when its entries are composed.
#[derive(Debug, Clone, Default)]
pub struct Upstream {
    /// Name for people.
    pub name: String,
    /// What may be shown.
    pub rights: Rights,
    /// Licence of its entries, where they name none.
    pub licence: Option<String>,
    /// A line that the source asks for, shown with its entries.
    pub credit: Option<String>,
}

/// Sources by key.
pub type Upstreams = BTreeMap<String, Upstream>;

/// Makes HTML safe to publish: the one door that every text goes through.
pub type Clean<'a> = &'a mut dyn FnMut(&Text) -> String;

/// The outgoing feed of a section.
pub fn feed(
    site: &Site,
    section: &Section,
    front: Vec<FrontStory>,
    upstreams: &Upstreams,
    clean: Clean<'_>,
) -> Feed {
    let mut seen = BTreeSet::new();
    let mut entries = Vec::with_capacity(front.len());
    for story in front {
        // Two stories under one id would be one unread entry to every reader.
        if seen.insert(story.lead.id.clone()) {
            entries.push(entry(story, site, section, upstreams, clean));
        }
    }
    let newest = entries.iter().filter_map(|entry| entry.updated).max();
    let title = match section.title == site.title {
        true => site.title.clone(),
        false => format!("{} \u{2013} {}", section.title, site.title),
    };
    let subtitle = section.description.clone().unwrap_or_else(|| {
        format!("{}: every story once, with credit to whoever reported it.", section.title)
    });
    let page = format!("{}{}/", site.base_url, section.slug);
    Feed {
        id: Some(page.clone()),
        title: Some(Text::plain(title)),
        subtitle: Some(Text::plain(subtitle)),
        link: Some(page),
        language: Some(site.language.clone()),
        updated: newest.or_else(|| DateTime::from_timestamp(BEFORE_ANYTHING, 0)),
        authors: vec![Person { name: Some(site.title.clone()), uri: Some(site.home.clone()), email: None }],
        entries,
        ..Feed::default()
    }
}

fn entry(
    story: FrontStory,
    site: &Site,
    section: &Section,
    upstreams: &Upstreams,
    clean: Clean<'_>,
) -> Entry {
    let credits = resolved_credits(&story, site, upstreams);
    let also = also(&story, &credits, site, upstreams);
    let FrontStory { lead, .. } = story;
    let upstream = upstreams.get(&lead.source);
    let line =
        if section.credit_line { credit_line(&lead, upstream, &credits, &also) } else { String::new() };
    let shown = shown(&lead, upstream, clean);
    let title = title(&lead.entry);
    let source = (!lead.is_own()).then(|| provenance(&lead, upstream));
    let origin = lead.entry;
    let keeps_files = shown.rights != Rights::Headline;
    Entry {
        id: Some(lead.id),
        guid: lead.guid,
        title: Some(Text::plain(title)),
        links: links(&origin, &credits, &also),
        link: origin.link,
        published: Some(lead.published),
        updated: Some(lead.updated),
        authors: origin.authors,
        contributors: origin.contributors,
        categories: origin.categories,
        summary: shown.summary.map(Text::plain),
        content: Some(Text::html(shown.content + &line)).filter(|content| !content.is_blank()),
        enclosures: if keeps_files { origin.enclosures } else { Vec::new() },
        media: if keeps_files { origin.media } else { Vec::new() },
        thumbnail: origin.thumbnail.filter(|_| keeps_files),
        source,
        rights: origin.rights,
        license: origin.license.or_else(|| upstream.and_then(|upstream| upstream.licence.clone())),
        comments: origin.comments,
        language: origin.language.filter(|language| *language != site.language),
        credits,
        also,
        ..Entry::default()
    }
}

/// What may be shown of an entry: summary as plain text, content as clean HTML.
struct Shown {
    rights: Rights,
    summary: Option<String>,
    content: String,
}

fn shown(lead: &Stored, upstream: Option<&Upstream>, clean: Clean<'_>) -> Shown {
    let rights = upstream.map_or(Rights::Full, |upstream| upstream.rights);
    let entry = &lead.entry;
    let full = entry.content.as_ref().filter(|text| !text.is_blank());
    let short = entry.summary.as_ref().filter(|text| !text.is_blank());
    match rights {
        Rights::Headline => Shown { rights, summary: None, content: String::new() },
        Rights::Summary => {
            let text = short.or(full).map(Text::without_markup).unwrap_or_default();
            let summary = cut::at_sentence(&text, SUMMARY_LENGTH);
            let content =
                if summary.is_empty() { String::new() } else { format!("<p>{}</p>", escape(&summary)) };
            Shown { rights, summary: Some(summary).filter(|summary| !summary.is_empty()), content }
        }
        Rights::Full => {
            let content = full.or(short).map(&mut *clean).unwrap_or_default();
            let summary = full.and(short).map(Text::without_markup).filter(|summary| !summary.is_empty());
            Shown { rights, summary, content }
        }
    }
}

/// The headline as plain text; an entry without one is called by its first words.
fn title(entry: &Entry) -> String {
    let given =
        entry.title.as_ref().map(|title| one_line(&title.without_markup())).filter(|title| !title.is_empty());
    let words = || {
        let text =
            entry.content.as_ref().or(entry.summary.as_ref()).map(Text::without_markup).unwrap_or_default();
        Some(one_line(&cut::at_sentence(&text, 80))).filter(|words| !words.is_empty())
    };
    given.or_else(words).unwrap_or_else(|| "Untitled".to_owned())
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The feed the lead was taken from. Its `updated` is the entry's own, so that other news of the
/// same source does not change the document.
fn provenance(lead: &Stored, upstream: Option<&Upstream>) -> Provenance {
    let mut source = lead.provenance.clone().unwrap_or_default();
    if source.title.is_none() {
        source.title = upstream.map(|upstream| upstream.name.clone());
    }
    source.updated = Some(lead.updated);
    source
}

/// The credits of the lead, each with the report it means: the member of the story that the
/// credited outlet published, else the address the text gives, unless that is just a home page.
fn resolved_credits(story: &FrontStory, site: &Site, upstreams: &Upstreams) -> Vec<Credit> {
    let own = name_of(&story.lead, site, upstreams);
    let mut resolved: Vec<Credit> = Vec::new();
    for credit in &story.lead.credits {
        let repeats = resolved.iter().any(|other| same_outlet(&other.name, &credit.name));
        if credit.kind == CreditKind::Byline || same_outlet(&credit.name, own) || repeats {
            continue;
        }
        let mut credit = credit.clone();
        let report =
            story.others.iter().find(|other| same_outlet(&credit.name, name_of(other, site, upstreams)));
        credit.url = report
            .and_then(|other| other.entry.link.clone())
            .or_else(|| credit.url.filter(|address| !is_home_page(address)));
        resolved.push(credit);
    }
    resolved
}

fn is_home_page(address: &str) -> bool {
    ::url::Url::parse(address).is_ok_and(|url| matches!(url.path(), "" | "/") && url.query().is_none())
}

/// Everybody else who tells the story, once each, in order of publication.
fn also(story: &FrontStory, credits: &[Credit], site: &Site, upstreams: &Upstreams) -> Vec<Also> {
    let mut seen = BTreeSet::from([story.lead.source.as_str()]);
    let mut also = Vec::new();
    for other in &story.others {
        let name = name_of(other, site, upstreams);
        let Some(address) = &other.entry.link else { continue };
        let is_lead = url::canonical(address) == story.lead.entry.link.as_deref().and_then(url::canonical);
        let credited = credits.iter().any(|credit| same_outlet(&credit.name, name));
        if is_lead || credited || !seen.insert(&other.source) {
            continue;
        }
        also.push(Also { name: name.to_owned(), url: address.clone(), title: Some(title(&other.entry)) });
    }
    also
}

fn name_of<'a>(entry: &'a Stored, site: &'a Site, upstreams: &'a Upstreams) -> &'a str {
    match upstreams.get(&entry.source) {
        Some(upstream) => &upstream.name,
        None if entry.is_own() => &site.title,
        // A source that was taken out of the configuration keeps the name it had.
        None => entry.provenance.as_ref().and_then(|source| source.title.as_deref()).unwrap_or(&entry.source),
    }
}

fn links(origin: &Entry, credits: &[Credit], also: &[Also]) -> Vec<Link> {
    let link = |rel: &str, href: &str, title: &str| Link {
        rel: rel.to_owned(),
        href: href.to_owned(),
        title: Some(title.to_owned()),
        ..Link::default()
    };
    let via = credits.iter().filter_map(|credit| Some(link("via", credit.url.as_deref()?, &credit.name)));
    let related = also.iter().map(|other| link("related", &other.url, &other.name));
    let kept = origin.links.iter().filter(|link| link.rel == "replies").cloned();
    via.chain(related).chain(kept).collect()
}

/// The visible line for people who read: where to read on, whom the text credits, who else reports.
fn credit_line(lead: &Stored, upstream: Option<&Upstream>, credits: &[Credit], also: &[Also]) -> String {
    let mut sentences = Vec::new();
    if let (Some(upstream), Some(link)) = (upstream, &lead.entry.link)
        && upstream.rights != Rights::Full
    {
        sentences.push(format!("Read on at {}.", anchor(&upstream.name, Some(link))));
    }
    if !credits.is_empty() {
        sentences.push(format!(
            "Source: {}.",
            list(credits.iter().map(|credit| (&*credit.name, credit.url.as_deref())))
        ));
    }
    if !also.is_empty() {
        let others = list(also.iter().map(|other| (&*other.name, Some(other.url.as_str()))));
        sentences.push(format!("Also reported by {others}."));
    }
    sentences.extend(upstream.and_then(|upstream| upstream.credit.as_deref()).map(escape));
    if sentences.is_empty() { String::new() } else { format!("<p>{}</p>", sentences.join(" ")) }
}

/// `A`, `A and B`, `A, B and C`, each linked where its address is known.
fn list<'a>(items: impl Iterator<Item = (&'a str, Option<&'a str>)>) -> String {
    let anchors: Vec<String> = items.map(|(name, address)| anchor(name, address)).collect();
    match anchors.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        Some((last, _)) => last.clone(),
        None => String::new(),
    }
}

fn anchor(name: &str, address: Option<&str>) -> String {
    let web =
        |address: &&str| ::url::Url::parse(address).is_ok_and(|url| matches!(url.scheme(), "http" | "https"));
    match address.filter(web) {
        Some(address) => format!("<a href=\"{}\">{}</a>", escape(address), escape(name)),
        None => escape(name),
    }
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// The newest change among the entries of several feeds, for documents that list them.
pub fn newest(feeds: &[Feed]) -> Option<DateTime<Utc>> {
    feeds.iter().filter_map(|feed| feed.updated).max()
}
