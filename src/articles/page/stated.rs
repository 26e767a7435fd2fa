//! What a page says of itself, judged: of several statements of one thing the surest is taken, and one
//! that cannot be read gives way to the next. The order is in docs/article-records.md.

use chrono::{DateTime, FixedOffset, Utc};
use dom_query::Document;
use serde_json::{Map, Value};

use super::super::record::{Body, Record, category, image, list};
use super::super::{date, page_text, people, schema_org};
use super::facts::{Facts, Role};
use super::lead::Lead;
use super::title;
use crate::languages;
use crate::model::Person;
use crate::text::plain::{one_line, unescape};
use crate::text::url;

/// More characters are no site's name.
const LONGEST_SITE: usize = 60;
/// Characters of a page that tell its language.
const LOOKED_AT: usize = 6_000;

const TITLES: [&str; 6] =
    ["og:title", "twitter:title", "headline", "dc.title", "parsely-title", "sailthru.title"];
const SUMMARIES: [&str; 6] = [
    "og:description",
    "description",
    "twitter:description",
    "dc.description",
    "dcterms.description",
    "sailthru.description",
];
const AUTHORS: [&str; 15] = [
    "author",
    "article:author",
    "og:article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "creator",
    "citation_author",
    "article:author_name",
    "cxenseparse:author",
    "articleauthor",
    "article.author",
    "authors",
];
const PUBLISHED: [&str; 24] = [
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "article:published",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "publication_date",
    "publish-date",
    "publishdate",
    "published_time",
    "published",
    "pubdate",
    "ptime",
    "date.created",
    "dcterms.created",
    "dcterms.issued",
    "dc.date.issued",
    "dcterms.date",
    "dc.date",
    "date",
    "citation_publication_date",
    "datecreated",
    "creation_date",
];
const UPDATED: [&str; 8] = [
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "article:modified",
    "dcterms.modified",
    "lastmod",
    "last-modified",
    "utime",
];
const SITES: [&str; 5] =
    ["og:site_name", "application-name", "apple-mobile-web-app-title", "twitter:site", "dc.publisher"];

/// What the page states.
pub(super) struct Stated {
    /// Everything but the body as the page shows it; its body is what JSON-LD states.
    pub(super) record: Record,
    /// Names and dates as the page shows them: no body.
    pub(super) shown: Vec<String>,
    /// It says that it is an article.
    pub(super) is_article: bool,
    /// What stands around its headline.
    pub(super) lead: Lead,
    /// The site's names.
    pub(super) sites: Vec<String>,
    /// What relative addresses of the page mean.
    pub(super) base: Option<String>,
}

/// What a page states; `address` is where it was found.
pub(super) fn read(page: &Document, address: Option<&str>, offset: FixedOffset) -> Stated {
    let facts = Facts::of(page);
    let known = schema_org::by_id(&facts.linked);
    let object = article(&facts);
    let linked = object.map(|object| schema_org::record(object, &known, offset)).unwrap_or_default();
    let sites = sites(&facts, object, &known, address);
    let mut record = Record { body: None, ..linked.clone() };
    record = record.over(of_meta(&facts, address));
    record.title = headline(&facts, &linked, &sites);
    record.language = record.language.or_else(|| language(page));
    let language = record.language.clone();
    let lead = lead(page, &record, &sites);
    record.summary = record.summary.or_else(|| lead.standfirst.clone());
    record.published = linked
        .published
        .or_else(|| published(&facts, &lead, language.as_deref(), address, offset, &mut record.repairs));
    record.updated =
        linked.updated.or_else(|| updated(&facts, &lead, language.as_deref(), offset, &mut record.repairs));
    record.published = record.published.or(record.updated);
    record.updated =
        record.updated.filter(|updated| record.published.is_none_or(|published| *updated > published));
    record.authors = authors(&facts, &linked, &lead, &sites);
    record.body = linked.body;
    let all = facts.bylines.iter().flatten().chain(&facts.dates).chain(&lead.shown);
    let shown = all.map(|text| one_line(text)).collect();
    let is_article =
        object.is_some() || facts.meta(&["og:type"]).is_some_and(|kind| kind.contains("article"));
    Stated { record, shown, is_article, lead, sites, base: facts.base }
}

/// The language of a page that does not say it.
fn language(page: &Document) -> Option<String> {
    let text: String = page.body()?.text().chars().filter(|c| !c.is_ascii_digit()).take(LOOKED_AT).collect();
    languages::detect_clearly(&text).map(|language| language.code.to_owned())
}

fn lead(page: &Document, record: &Record, sites: &[String]) -> Lead {
    let terms = record.categories.iter().map(|category| category.term.clone());
    let known: Vec<String> = record.sections.iter().chain(sites).cloned().chain(terms).collect();
    let language = record.language.as_deref().and_then(languages::by_code);
    Lead::of(page, record.title.as_deref().unwrap_or_default(), &known, language)
}

/// The time of the last change: as `meta` states it, as an element shows it, as a line says it.
fn updated(
    facts: &Facts,
    lead: &Lead,
    language: Option<&str>,
    offset: FixedOffset,
    repairs: &mut Vec<String>,
) -> Option<DateTime<Utc>> {
    let times = facts.times.iter().filter(|(_, role)| *role == Role::Updated);
    date::first(stated(facts, &UPDATED), offset, repairs)
        .or_else(|| times.filter_map(|(text, _)| date::read(text, offset)).next())
        .or_else(|| {
            facts.dates.iter().chain(&lead.dates).find_map(|text| date::written(text, language, offset).1)
        })
}

fn stated<'a>(facts: &'a Facts, names: &'a [&'a str]) -> impl Iterator<Item = (&'a str, String)> {
    names.iter().flat_map(|name| facts.metas_of(&[name]).into_iter().map(move |value| (*name, value)))
}

/// The object of JSON-LD that is this page's article: a page may list others.
fn article(facts: &Facts) -> Option<&Map<String, Value>> {
    let titles: Vec<String> = facts
        .headings
        .iter()
        .chain(&facts.title)
        .cloned()
        .chain(facts.meta(&TITLES))
        .map(|text| folded(&text))
        .collect();
    let score = |object: &&Map<String, Value>| {
        let named = |key: &str| schema_org::strings(object.get(key)).into_iter().next();
        let headline =
            named("headline").or_else(|| named("name")).map(|text| folded(&text)).unwrap_or_default();
        let fits = headline.len() > 8
            && titles.iter().any(|title| {
                title.contains(&headline) || headline.contains(title.as_str()) && title.len() > 8
            });
        let has = |key: &str| usize::from(object.contains_key(key));
        usize::from(fits) * 8
            + has("articleBody") * 2
            + has("datePublished")
            + has("headline")
            + has("author")
    };
    let mut best: Option<(usize, &Map<String, Value>)> = None;
    for object in facts.linked.iter().flat_map(schema_org::articles) {
        let points = score(&object);
        if best.is_none_or(|(most, _)| points > most) {
            best = Some((points, object));
        }
    }
    best.map(|(_, object)| object)
}

fn folded(text: &str) -> String {
    unescape(text).chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The site's names: those it gives itself, its publisher's, its host's.
fn sites(
    facts: &Facts,
    object: Option<&Map<String, Value>>,
    known: &schema_org::ById<'_>,
    address: Option<&str>,
) -> Vec<String> {
    let mut names: Vec<String> = SITES
        .iter()
        .filter_map(|name| facts.meta(&[name]))
        .map(|name| name.trim_start_matches('@').to_owned())
        .collect();
    if let Some(object) = object {
        names.extend(schema_org::publisher(object, known));
        let signed = schema_org::organisations(object, known);
        names.extend(signed.into_iter().filter(|name| !page_text::is_agency(name)));
    }
    names.extend(facts.linked.iter().flat_map(schema_org::sites));
    names.extend(facts.logos.iter().cloned());
    let own = [address.map(str::to_owned), facts.canonical.clone(), facts.meta(&["og:url"])];
    let hosts = own.into_iter().flatten().filter_map(|address| url::domain(&address));
    names.extend(hosts.map(|host| host.split('.').next().unwrap_or_default().to_owned()));
    names.retain(|name| (2..=LONGEST_SITE).contains(&name.chars().count()));
    names
}

/// The headline: as JSON-LD has it, as `meta` has it, as the page shows it, as `<title>` has it.
fn headline(facts: &Facts, linked: &Record, sites: &[String]) -> Option<String> {
    let is_real = |text: &String| title::letters(text) > 1 && !title::is_site(text, sites);
    let shown = title::heading(&facts.headings, &facts.second, facts.title.as_deref());
    let headings: Vec<String> =
        facts.headings.iter().chain(&shown).filter(|text| is_real(text)).cloned().collect();
    let bare = |text: &String| title::bare(text, sites, &headings);
    let metas = TITLES.iter().filter_map(|name| facts.meta(&[name]));
    // What microdata call the headline has no section's name before it.
    let marked = |text: String| match facts.marked.as_slice() {
        [one] if title::is_side(&text, one) => one.clone(),
        _ => text,
    };
    let stated = linked.title.iter().cloned().chain(metas.map(marked));
    let of_tag = facts.title.as_ref().map(|text| title::of_tag(text, sites, &headings));
    let all: Vec<String> = stated
        .map(|text| bare(&text))
        .chain(shown.iter().map(bare))
        .chain(of_tag)
        .chain(headings.first().cloned())
        .chain(facts.headings.first().cloned())
        .filter(|text| !text.is_empty())
        .collect();
    all.iter().find(|text| is_real(text)).or_else(|| all.first()).cloned()
}

fn of_meta(facts: &Facts, address: Option<&str>) -> Record {
    let canonical = facts.canonical.clone().or_else(|| facts.meta(&["og:url"]));
    let line = |names: &[&str]| facts.meta(names).map(|text| one_line(&unescape(&text)));
    Record {
        url: address.map(str::to_owned).or_else(|| canonical.filter(|url| is_address(url))),
        summary: line(&SUMMARIES),
        sections: facts.metas_of(&["article:section"]),
        categories: keywords(&facts.metas_of(&["article:tag", "keywords", "news_keywords"]))
            .iter()
            .map(|term| category(&unescape(term)))
            .collect(),
        language: facts
            .language
            .clone()
            .or_else(|| facts.meta(&["og:locale"]).map(|locale| locale.replace('_', "-"))),
        image: facts
            .meta(&["og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src"])
            .map(|url| image(&url)),
        rights: line(&["copyright", "dcterms.rights"]),
        foreign: true,
        ..Record::default()
    }
}

/// Whether a text is an address or a path, and no name.
fn is_address(text: &str) -> bool {
    url::is_web(text) || text.starts_with('/')
}

/// Several tags, or one comma-separated list.
fn keywords(values: &[String]) -> Vec<String> {
    match values {
        [single] => list(single),
        many => many.to_vec(),
    }
}

/// The time of publication: as `meta` states it, as an element shows it, as the address has it.
fn published(
    facts: &Facts,
    lead: &Lead,
    language: Option<&str>,
    address: Option<&str>,
    offset: FixedOffset,
    repairs: &mut Vec<String>,
) -> Option<DateTime<Utc>> {
    let of_role = |wanted: Role| {
        let times = facts.times.iter().filter(move |(_, role)| *role == wanted);
        // A `time` may hold a duration, so that one which is no date is nothing to tell.
        times.filter_map(|(text, _)| date::read(text, offset)).next()
    };
    let own = [address, facts.canonical.as_deref()];
    date::first(stated(facts, &PUBLISHED), offset, repairs)
        .or_else(|| of_role(Role::Published))
        .or_else(|| facts.dates.iter().find_map(|text| date::written(text, language, offset).0))
        .or_else(|| of_role(Role::Any))
        .or_else(|| lead.dates.iter().find_map(|text| date::written(text, language, offset).0))
        .or_else(|| own.into_iter().flatten().find_map(date::in_address))
        .or_else(|| facts.metas_of(&["og:url"]).iter().find_map(|address| date::in_address(address)))
        .or_else(|| facts.shown.iter().find_map(|text| date::written(text, language, offset).0))
}

/// Who wrote it. The site itself is an author only where nobody else is named.
fn authors(facts: &Facts, linked: &Record, lead: &Lead, sites: &[String]) -> Vec<Person> {
    let named = |texts: &[String]| -> Vec<Person> {
        let people: Vec<Person> = texts.iter().flat_map(|text| people::named(text)).collect();
        unique(people)
    };
    let is_site = |people: &[Person]| {
        people.iter().all(|one| one.name.as_deref().is_none_or(|name| title::is_site(name, sites)))
    };
    let metas = AUTHORS.iter().map(|name| named(&facts.metas_of(&[name])));
    let shown = facts.bylines.iter().enumerate().map(|(rank, texts)| match rank {
        // Of elements that only look like bylines the first is the article's.
        2 => named(texts.get(..1).unwrap_or_default()),
        _ => named(texts),
    });
    let all: Vec<Vec<Person>> = std::iter::once(linked.authors.clone())
        .chain(metas)
        .chain(shown)
        .chain([named(&lead.authors), named(&lead.beside)])
        .filter(|people| !people.is_empty())
        .collect();
    let is_login =
        |people: &[Person]| people.iter().all(|one| one.name.as_deref().is_none_or(people::is_login));
    let real = all.iter().find(|people| !is_site(people) && !is_login(people));
    let real = real.or_else(|| all.iter().find(|people| !is_site(people)));
    real.or_else(|| all.first()).cloned().unwrap_or_default()
}

fn unique(people: Vec<Person>) -> Vec<Person> {
    let mut kept: Vec<Person> = Vec::new();
    for person in people {
        if !kept.iter().any(|known| known.name == person.name) {
            kept.push(person);
        }
    }
    kept
}

impl Stated {
    /// The body that JSON-LD states, if it states one.
    pub(super) fn body(&self) -> Option<&Body> {
        self.record.body.as_ref()
    }
}
