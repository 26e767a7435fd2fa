//! A section's front to one outgoing feed: ids, links, source, rights, credit line, order.
//!
//! What is published of an entry is what its source's rights allow, cleaned, with the report it
//! credits, the others that tell the same story, and the feed it was taken from. Of the clock only
//! the end of a right depends: the same front at the same time gives the same feed.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, TimeDelta, Utc};

use crate::credits::{self, same_outlet};
use crate::languages::{self, Wording};
use crate::model::{
    APPLE, Also, Category, Composed, Credit, CreditKind, Deleted, Detail, Entry, Feed, FrontStory, Link,
    Person, Provenance, Rare, Rights, Section, Seldom, Site, Stored, Text, TextKind,
};
use crate::text::plain::one_line;
use crate::text::{cut, escape, plain, url};
use crate::write;

mod headline;
mod line;
mod people;
mod plan;
mod shape;

use line::{Line, credit_line};
pub use plan::{Candidate, Plan, closing, plan, weight};

/// How long a feed may be kept before it is asked for again: what `copydesk serve` says as `max-age`.
const TTL_MINUTES: u32 = 15;

/// Characters of a summary where only a summary may be shown.
const SUMMARY_LENGTH: usize = 420;
/// Pages that an entry is said to be about, or that are about it: more are a list of further reading.
const MOST_ABOUT: usize = 3;
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
    /// Rights statement of its entries, where they have none.
    pub holder: Option<String>,
    /// Days from publication after which only the headline may be shown.
    pub rights_days: Option<u32>,
    /// Whether its pictures and other media may not be linked.
    pub without_media: bool,
}

impl Upstream {
    /// When an entry published then may be shown by its headline only.
    pub fn expires(&self, published: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let days = self.rights_days.filter(|_| self.rights != Rights::Headline)?;
        published.checked_add_signed(TimeDelta::days(i64::from(days)))
    }

    fn rights_at(&self, published: DateTime<Utc>, now: DateTime<Utc>) -> Rights {
        match self.expires(published) {
            Some(end) if end <= now => Rights::Headline,
            _ => self.rights,
        }
    }
}

/// Sources by key.
pub type Upstreams = BTreeMap<String, Upstream>;

/// Makes HTML safe to publish: the one door that every text goes through.
pub type Clean<'a> = &'a mut dyn FnMut(&Text) -> String;

/// What every entry is composed with.
#[derive(Debug, Clone, Copy)]
pub struct Desk<'a> {
    /// The publishing site.
    pub site: &'a Site,
    /// The sources.
    pub upstreams: &'a Upstreams,
    /// The time: rights may have expired.
    pub now: DateTime<Utc>,
}

/// The outgoing feed of a section: its entries, newest first, and the ids that were withdrawn of late.
///
/// Entries whose id stands already are left out: to every reader they would be one entry.
pub fn feed(
    site: &Site,
    section: &Section,
    entries: impl IntoIterator<Item = Entry>,
    withdrawn: &[Deleted],
) -> Feed {
    let mut seen = BTreeSet::new();
    let entries: Vec<Entry> = entries.into_iter().filter(|entry| seen.insert(entry.id.clone())).collect();
    let changes =
        entries.iter().filter_map(|entry| entry.updated).chain(withdrawn.iter().filter_map(|gone| gone.when));
    let newest = changes.max();
    let title = match section.title == site.title {
        true => site.title.clone(),
        false => format!("{} \u{2013} {}", section.title, site.title),
    };
    let promised = || words(site, section).promise.replace("{}", &section.title);
    let subtitle = section.description.clone().unwrap_or_else(promised);
    let page = format!("{}{}/", site.base_url, section.slug);
    Feed {
        // What a feed is called for ever, whatever its section is called by now.
        id: Some(format!("{}{}/", site.base_url, first_slug(section))),
        title: Some(Text::plain(title)),
        subtitle: Some(Text::plain(subtitle)),
        link: Some(page),
        language: Some(language(site, section).to_owned()),
        updated: newest.or_else(|| DateTime::from_timestamp(BEFORE_ANYTHING, 0)),
        authors: vec![Person::new(
            Some(site.title.clone()),
            section.podcast.as_ref().map(|podcast| podcast.email.clone()),
            Some(site.home.clone()),
        )],
        hubs: site.hubs.clone(),
        rights: site.rights.as_deref().map(Text::plain),
        logo: site.logo.clone(),
        icon: site.icon.clone(),
        ttl_minutes: Some(TTL_MINUTES),
        deleted: withdrawn.to_vec(),
        entries,
        ..podcast(site, section)
    }
}

/// The slug under which the section began.
fn first_slug(section: &Section) -> &str {
    section.formerly.first().unwrap_or(&section.slug)
}

/// What a section that is a podcast says besides: nothing, where it is none.
fn podcast(site: &Site, section: &Section) -> Feed {
    let Some(podcast) = &section.podcast else { return Feed::default() };
    let names = [Some(&podcast.category), podcast.subcategory.as_ref()];
    let category = |name: &String| Category::new(name.clone(), Some(APPLE.to_owned()), None);
    let address = format!("{}{}", site.base_url, write::path(first_slug(section), write::Format::Rss, None));
    Feed {
        categories: names.into_iter().flatten().map(category).collect(),
        explicit: Some(podcast.explicit),
        podcast_guid: Some(podcast.guid.clone().unwrap_or_else(|| guid_of(&address))),
        ..Feed::default()
    }
}

/// The UUID of a podcast whose feed has this address (Podcasting 2.0, `guid`): of version 5, from the
/// address without its scheme and without slashes at the end.
fn guid_of(address: &str) -> String {
    const PODCASTS: uuid::Uuid = uuid::uuid!("ead4c236-bf58-58c6-a2c6-a6b28d128cb6");
    let name = address.split_once("://").map_or(address, |(_, rest)| rest).trim_end_matches('/');
    uuid::Uuid::new_v5(&PODCASTS, name.as_bytes()).to_string()
}

fn language<'a>(site: &'a Site, section: &'a Section) -> &'a str {
    section.language.as_deref().unwrap_or(&site.language)
}

/// The words around the stories of a section.
fn words(site: &Site, section: &Section) -> &'static Wording {
    languages::wording(language(site, section))
}

/// A story as an entry of a section.
pub fn entry(story: FrontStory, section: &Section, desk: Desk<'_>, clean: Clean<'_>) -> Entry {
    let Desk { site, upstreams, now } = desk;
    let credits = resolved_credits(&story, site, upstreams);
    let also = also(&story, &credits, site, upstreams);
    let FrontStory { lead, .. } = story;
    let upstream = upstreams.get(&lead.source);
    let rights = upstream.map_or(Rights::Full, |upstream| upstream.rights_at(lead.published, now));
    let shown = shown(&lead, rights, section, &mut *clean);
    let given = given_title(&lead.entry);
    let untitled = given.is_none();
    let title = given.unwrap_or_else(|| headline::invented(&lead.entry));
    let title = cut::at_word(&title, shape::most(section).title);
    let mut source = (!lead.is_own()).then(|| provenance(&lead, upstream));
    if let Some(source) = &mut source {
        source.rights = source.rights.take().map(|rights| statement(rights, &mut *clean));
        if !source.authors.is_empty() {
            source.authors = people::of_feed(std::mem::take(&mut source.authors), site.mail);
        }
    }
    let line = match section.credit_line {
        true => credit_line(&Line {
            words: words(site, section),
            read_on: (!shown.is_whole).then(|| upstream.map_or(&*site.title, |upstream| &*upstream.name)),
            page: lead.entry.link.as_deref().map(|link| published(link, site)),
            credits: &credits,
            also: &also,
            asked: upstream.and_then(|upstream| upstream.credit.as_deref()),
        }),
        false => String::new(),
    };
    let content = match site.clean_links {
        true => shape::without_tracking(shown.content),
        false => shown.content,
    };
    let mut origin = lead.entry;
    let link = origin.link.take().map(|link| published(&link, site).into_owned());
    let keeps_files = rights != Rights::Headline && !upstream.is_some_and(|upstream| upstream.without_media);
    let is_whole = rights == Rights::Full;
    let holder = || upstream.and_then(|upstream| upstream.holder.as_deref()).map(Text::plain);
    let links = links(&origin, &credits, &also);
    let authors = people::of_entry(&mut origin, source.as_ref(), site.mail);
    let mut detail = origin.detail.take();
    let mut about = detail.rare.take();
    let most = shape::most(section);
    about.media.truncate(most.media);
    about.enclosures.truncate(most.files);
    detail.categories.truncate(most.words);
    let beside = about.seldom.take();
    let seldom = Seldom {
        contributors: people::shown(beside.contributors, site.mail),
        rights: beside.rights.map(|rights| statement(rights, &mut *clean)).or_else(holder),
        license: beside.license.or_else(|| upstream.and_then(|upstream| upstream.licence.clone())),
        point: beside.point,
        chapters: beside.chapters.filter(|_| is_whole),
        composed: Composed { guid: lead.guid, credits, also, untitled }.into(),
        ..Seldom::default()
    };
    let rare = Rare {
        enclosures: if keeps_files { about.enclosures } else { Vec::new() },
        media: if keeps_files { about.media } else { Vec::new() },
        transcripts: if is_whole { about.transcripts } else { Vec::new() },
        thumbnail: about.thumbnail.filter(|_| keeps_files),
        seldom: seldom.into(),
    };
    let detail = Detail {
        links,
        authors,
        categories: detail.categories,
        summary: shown.summary.map(Text::plain),
        content: Some(Text::html(content + &line)).filter(|content| !content.is_blank()),
        comments: detail.comments,
        source: source.map(Box::new),
        rare: rare.into(),
        ..Detail::default()
    };
    Entry {
        id: Some(lead.id),
        title: Some(Text::plain(title)),
        link,
        published: Some(lead.published),
        updated: Some(lead.updated),
        language: origin.language.filter(|own| **own != *language(site, section)),
        detail: detail.into(),
    }
}

/// An article of ours by its headline alone, as lists name it.
pub fn headline(article: Stored, site: &Site) -> Entry {
    Entry {
        id: Some(article.id),
        title: Some(Text::plain(title(&article.entry))),
        link: article.entry.link.as_deref().map(|link| published(link, site).into_owned()),
        published: Some(article.published),
        language: article.entry.language,
        ..Entry::default()
    }
}

/// An address as it is published: without what only tracks, where the desk says so.
fn published<'a>(address: &'a str, site: &Site) -> Cow<'a, str> {
    if site.clean_links { url::clean(address) } else { Cow::Borrowed(address) }
}

/// A rights statement goes through the same door as every text.
fn statement(rights: Text, clean: Clean<'_>) -> Text {
    match rights.kind {
        TextKind::Text => rights,
        TextKind::Html => Text::html(clean(&rights)),
    }
}

/// What may be shown of an entry: summary as plain text, content as clean HTML.
struct Shown {
    summary: Option<String>,
    content: String,
    /// Whether that is all there is.
    is_whole: bool,
}

impl Shown {
    /// The beginning of a text, as summary and as content.
    fn beginning(text: &str) -> Self {
        let summary = cut::at_sentence(text, SUMMARY_LENGTH);
        let content = if summary.is_empty() {
            String::new()
        } else {
            format!("<p>{}</p>", escape::attribute(&summary))
        };
        Self { summary: Some(summary).filter(|summary| !summary.is_empty()), content, is_whole: false }
    }
}

fn shown(lead: &Stored, rights: Rights, section: &Section, clean: Clean<'_>) -> Shown {
    let entry = &lead.entry;
    // What a source's page says may be shown where all of its texts may.
    let page = lead.page.as_ref().map(|page| &page.text).filter(|_| rights == Rights::Full);
    let full = page.or(entry.content.as_ref()).filter(|text| !text.is_blank());
    let short = entry.summary.as_ref().filter(|text| !text.is_blank());
    match rights {
        Rights::Headline => Shown { summary: None, content: String::new(), is_whole: false },
        Rights::Summary => Shown::beginning(&opening(short.or(full))),
        Rights::Full => {
            let content = full.or(short).map(&mut *clean).unwrap_or_default();
            // What says the same as the text is no summary: some readers show it instead.
            let summary = full.and(short).map(|short| opening(Some(short)));
            let summary = summary.filter(|summary| !summary.is_empty() && !repeats(summary, &content));
            if shape::is_giant(&[&content, summary.as_deref().unwrap_or_default()], section) {
                let text = summary.unwrap_or_else(|| opening(full.or(short)));
                return Shown { summary: None, ..Shown::beginning(&text) };
            }
            Shown { summary, content, is_whole: true }
        }
    }
}

/// A text without markup, and without the line that systems write below it, which says where it is from.
fn opening(text: Option<&Text>) -> String {
    let text = text.map(Text::without_markup).unwrap_or_default();
    cut::on_one_line(cut::without_origin(&text))
}

/// Whether a summary is all that a text of clean HTML says.
fn repeats(summary: &str, html: &str) -> bool {
    // A text of many times its length says more, whatever it is; most others begin otherwise.
    let head =
        &html[..(0..=html.len().min(200)).rev().find(|at| html.is_char_boundary(*at)).unwrap_or_default()];
    html.len() < 4 * summary.len() + 400
        && plain::of_html(head).chars().next() == summary.chars().next()
        && cut::on_one_line(&plain::of_html(html)) == summary
}

/// The headline as plain text; an entry without one is called by what it says.
fn title(entry: &Entry) -> String {
    given_title(entry).unwrap_or_else(|| headline::invented(entry))
}

fn given_title(entry: &Entry) -> Option<String> {
    entry.title.as_ref().map(|title| one_line(&title.without_markup())).filter(|title| !title.is_empty())
}

/// The feed the lead was taken from. Its `updated` is the entry's own, so that other news of the
/// same source does not change the document.
fn provenance(lead: &Stored, upstream: Option<&Upstream>) -> Provenance {
    let mut source = lead.provenance.clone().unwrap_or_default();
    // Its name was kept with the entry, and may have changed since; one that the entry itself gives stays.
    if source.title.is_none() || upstream.is_some() && lead.entry.source.is_none() {
        source.title = upstream.map(|upstream| upstream.name.clone());
    }
    source.updated = Some(lead.updated);
    source
}

/// The credits of the lead, each with the report it means: the member of the story that the text
/// links to or the credited outlet published, else the address the text gives, unless that is just
/// a home page. A chain is followed: where the report credits another, that one stands before it.
fn resolved_credits(story: &FrontStory, site: &Site, upstreams: &Upstreams) -> Vec<Credit> {
    let mut chain = Chain { story, site, upstreams, passed: Vec::new(), resolved: Vec::new() };
    for credit in &story.lead.credits {
        chain.follow(credit);
    }
    chain.resolved
}

/// The way from the lead along the credits of the reports that are credited.
struct Chain<'a> {
    story: &'a FrontStory,
    site: &'a Site,
    upstreams: &'a Upstreams,
    /// The credits that are being followed: outlets may credit each other.
    passed: Vec<&'a str>,
    /// The end of a chain before its links.
    resolved: Vec<Credit>,
}

impl<'a> Chain<'a> {
    fn follow(&mut self, credit: &'a Credit) {
        if self.resolved.len() + self.passed.len() >= credits::MOST {
            return;
        }
        let own = name_of(&self.story.lead, self.site, self.upstreams);
        let known = self.resolved.iter().map(|other| other.name.as_str()).chain(self.passed.iter().copied());
        let repeats = known.into_iter().any(|other| same_outlet(other, &credit.name));
        if credit.kind == CreditKind::Byline || same_outlet(&credit.name, own) || repeats {
            return;
        }
        let report = self.report(credit);
        if let Some(report) = report {
            self.passed.push(&credit.name);
            for further in &report.credits {
                if self.leads_on(further) {
                    self.follow(further);
                }
            }
            self.passed.pop();
        }
        let address = report
            .and_then(|report| report.entry.link.clone())
            .or_else(|| credit.url.clone().filter(|address| !is_home_page(address)))
            .map(|address| published(&address, self.site).into_owned());
        self.resolved.push(Credit { url: address, ..credit.clone() });
    }

    /// The member of the story that a credit means.
    fn report(&self, credit: &Credit) -> Option<&'a Stored> {
        let page = credit.url.as_deref().and_then(url::canonical);
        let linked =
            |other: &&Stored| page.is_some() && other.entry.link.as_deref().and_then(url::canonical) == page;
        let named = |other: &&Stored| same_outlet(&credit.name, name_of(other, self.site, self.upstreams));
        let others = &self.story.others;
        others.iter().find(linked).or_else(|| others.iter().find(named))
    }

    /// Whether a report's own credit is the next link of the chain: its report tells this story, or it
    /// is said to be where the whole news is from.
    fn leads_on(&self, further: &Credit) -> bool {
        let whole = [CreditKind::FirstReported, CreditKind::Syndicated, CreditKind::Wire];
        self.report(further).is_some() || whole.contains(&further.kind)
    }
}

fn is_home_page(address: &str) -> bool {
    ::url::Url::parse(address).is_ok_and(|url| matches!(url.path(), "" | "/") && url.query().is_none())
}

/// Everybody else who tells the story, once each, in order of publication.
fn also(story: &FrontStory, credits: &[Credit], site: &Site, upstreams: &Upstreams) -> Vec<Also> {
    let mut also = Vec::new();
    if story.others.is_empty() {
        return also;
    }
    let mut seen = BTreeSet::from([story.lead.source.as_str()]);
    let known = story.lead.entry.link.iter().chain(credits.iter().filter_map(|credit| credit.url.as_ref()));
    let mut named: BTreeSet<String> = known.filter_map(|address| url::canonical(address)).collect();
    for other in &story.others {
        let name = name_of(other, site, upstreams);
        let Some(address) = &other.entry.link else { continue };
        let page = url::canonical(address).unwrap_or_else(|| address.clone());
        let credited = credits.iter().any(|credit| same_outlet(&credit.name, name));
        if credited || named.contains(&page) || !seen.insert(&other.source) {
            continue;
        }
        named.insert(page);
        let url = published(address, site).into_owned();
        also.push(Also { name: name.to_owned(), url, title: Some(title(&other.entry)) });
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
    let link = |rel: &str, href: &str, title: &str| Link::new(rel, href).titled(Some(title.to_owned()));
    let via = credits.iter().filter_map(|credit| Some(link("via", credit.url.as_deref()?, &credit.name)));
    let related = also.iter().map(|other| link("related", &other.url, &other.name));
    // What a link blog comments on, or its comment, where the link leads to what it is about.
    let about = |link: &&Link| {
        link.rel == "related" && Some(&link.href) != origin.link.as_ref() && url::is_web(&link.href)
    };
    let about = origin.links.iter().filter(about).take(MOST_ABOUT).cloned();
    let kept = about.chain(origin.links.iter().filter(|link| link.rel == "replies").cloned());
    via.chain(related).chain(kept).collect()
}
