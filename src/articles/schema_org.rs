//! schema.org articles (JSON-LD): <https://schema.org/NewsArticle>. What it does not know it
//! ignores; a date that nobody can read is passed over and told.

use std::collections::HashMap;

use chrono::FixedOffset;
use serde_json::{Map, Value};

use super::record::{Body, Record, category, image, list, stated_credit};
use super::{date, flat, people};
use crate::model::{Credit, Media, Person, Said};
use crate::text::{plain, url};

/// How deep an article may lie inside graphs and pages.
const DEEPEST: usize = 6;
/// Authors that are not looked at any more.
const MOST_AUTHORS: usize = 30;

/// The objects of a document by their `@id`: one may stand for another (`"author": {"@id": "…"}`).
pub(super) type ById<'a> = HashMap<&'a str, &'a Map<String, Value>>;

/// Every object with an `@id` that says more than that, by this id.
pub(super) fn by_id<'a>(documents: impl IntoIterator<Item = &'a Value>) -> ById<'a> {
    let mut found = HashMap::new();
    let mut open: Vec<&Value> = documents.into_iter().collect();
    while let Some(value) = open.pop() {
        match value {
            Value::Array(values) => open.extend(values),
            Value::Object(object) => {
                if let Some(id) = object.get("@id").and_then(Value::as_str)
                    && object.len() > 1
                {
                    found.entry(id).or_insert(object);
                }
                open.extend(object.values().filter(|value| value.is_object() || value.is_array()));
            }
            _ => {}
        }
    }
    found
}

/// Whether an object is an article of this vocabulary.
pub(super) fn is_article(object: &Map<String, Value>) -> bool {
    strings(object.get("@type")).iter().any(|name| {
        let name = name.rsplit(['/', ':', '#']).next().unwrap_or(name);
        name.ends_with("Article") || name.ends_with("BlogPosting") || matches!(name, "Report" | "Review")
    })
}

/// Every article in a JSON-LD document: alone, in a list, in a `@graph`, as a page's main entity.
pub(super) fn articles(value: &Value) -> Vec<&Map<String, Value>> {
    let mut found = Vec::new();
    collect(value, DEEPEST, &mut found);
    found
}

fn collect<'a>(value: &'a Value, depth: usize, found: &mut Vec<&'a Map<String, Value>>) {
    let Some(depth) = depth.checked_sub(1) else { return };
    match value {
        Value::Array(values) => values.iter().for_each(|value| collect(value, depth, found)),
        Value::Object(object) if is_article(object) => found.push(object),
        Value::Object(object) => {
            for key in ["@graph", "mainEntity", "itemListElement", "item"] {
                object.get(key).into_iter().for_each(|value| collect(value, depth, found));
            }
        }
        _ => {}
    }
}

/// The record of an article; `known` are the objects of its document.
pub(super) fn record(object: &Map<String, Value>, known: &ById<'_>, offset: FixedOffset) -> Record {
    let text = |key: &str| strings(object.get(key)).into_iter().next();
    let line = |key: &str| text(key).map(|text| prose(&text)).filter(|text| !text.is_empty());
    let mut repairs = Vec::new();
    let mut time = |keys: &[&str]| {
        let stated = keys.iter().filter_map(|key| Some((*key, text(key)?)));
        date::first(stated, offset, &mut repairs)
    };
    let published = time(&["datePublished", "dateCreated", "uploadDate"]);
    let updated = time(&["dateModified"]);
    let status = match text("creativeWorkStatus").map(|word| flat::status(&word)) {
        // The property takes any word; only those that clearly withdraw are obeyed.
        Some(Ok(status)) => Some(status),
        _ => None,
    };
    Record {
        id: text("@id").filter(|id| url::is_whole(id)).or_else(|| text("identifier")),
        url: address(object),
        title: line("headline").or_else(|| line("name")),
        summary: line("description").or_else(|| line("alternativeHeadline")).or_else(|| line("abstract")),
        body: body(object),
        authors: authors(object.get("author"), known)
            .or_else(|| authors(object.get("creator"), known))
            .unwrap_or_default(),
        published,
        updated,
        sections: strings(object.get("articleSection")).iter().map(|text| prose(text)).collect(),
        categories: terms(object.get("keywords")).iter().map(|term| category(&prose(term))).collect(),
        language: text("inLanguage")
            .or_else(|| object.get("inLanguage").and_then(|v| text_or(v, "alternateName"))),
        status,
        credits: many(object.get("isBasedOn")).into_iter().filter_map(credit).collect(),
        image: many(object.get("image")).into_iter().find_map(|value| picture(value, known)),
        rights: line("copyrightNotice"),
        license: object.get("license").and_then(|value| text_or(value, "url")),
        repairs,
        foreign: true,
        ..Record::default()
    }
}

/// Where the article stands: its `url`, else its page. A name (`urn:…`, `article-8812`) is no address;
/// a path is one.
fn address(object: &Map<String, Value>) -> Option<String> {
    let is_address = |text: &String| url::is_web(text) || text.starts_with('/') && text.len() > 1;
    let stated = strings(object.get("url")).into_iter().find(is_address);
    let page = many(object.get("mainEntityOfPage")).into_iter();
    stated.or_else(|| {
        page.filter_map(|page| text_or(page, "@id").or_else(|| text_or(page, "url"))).find(is_address)
    })
}

/// The names of who publishes an article.
pub(super) fn publisher(object: &Map<String, Value>, known: &ById<'_>) -> Vec<String> {
    let whole = |value: &Value| {
        let id = value.get("@id").and_then(Value::as_str);
        let other = id.and_then(|id| known.get(id));
        // The page that an article is part of is called as the article is.
        let kinds = [value.get("@type"), other.and_then(|one| one.get("@type"))];
        if kinds.into_iter().flat_map(strings).any(|kind| kind.ends_with("Page")) {
            return None;
        }
        let named = text_or(value, "name").filter(|_| value.get("name").is_some() || value.is_string());
        named.or_else(|| strings(other?.get("name")).into_iter().next())
    };
    let places =
        ["publisher", "isPartOf", "sourceOrganization"].iter().flat_map(|key| many(object.get(*key)));
    places.filter_map(whole).filter(|name| !url::is_web(name)).collect()
}

/// Organisations that are said to have written an article: a desk signs so where nobody is named.
pub(super) fn organisations(object: &Map<String, Value>, known: &ById<'_>) -> Vec<String> {
    let whole = |value: &'_ Value| {
        let own = value.as_object()?;
        let other = own.get("@id").and_then(Value::as_str).and_then(|id| known.get(id).copied());
        let one = other.filter(|_| !own.contains_key("name")).unwrap_or(own);
        let is_one = strings(one.get("@type")).iter().any(|kind| kind.ends_with("Organization"));
        is_one.then(|| strings(one.get("name")).into_iter().next()).flatten()
    };
    many(object.get("author")).into_iter().take(MOST_AUTHORS).filter_map(whole).collect()
}

/// The names of the sites in a document.
pub(super) fn sites(value: &Value) -> Vec<String> {
    let objects = match value {
        Value::Object(object) if object.contains_key("@graph") => many(object.get("@graph")),
        value => many(Some(value)),
    };
    let is_site = |value: &&Value| {
        let kinds = strings(value.get("@type"));
        kinds.iter().any(|kind| kind.ends_with("WebSite") || kind.ends_with("NewsMediaOrganization"))
    };
    objects
        .into_iter()
        .filter(is_site)
        .filter_map(|value| strings(value.get("name")).into_iter().next())
        .collect()
}

/// A text of a sentence or a name: references decoded, tags dropped.
fn prose(text: &str) -> String {
    // Some write `&amp;quot;`: what is decoded once is a reference still.
    let text = plain::unescape(text);
    let text = plain::unescape(&text);
    let has_tags = ["</", "<br", "<p>"].iter().any(|tag| text.contains(tag));
    if has_tags { plain::line_of_html(&text) } else { plain::one_line(&text) }
}

/// The body, of one part or several. `articleBody` is text by the vocabulary; some write HTML into it.
fn body(object: &Map<String, Value>) -> Option<Body> {
    let mut parts = strings(object.get("articleBody"));
    if parts.is_empty() {
        let parted = many(object.get("hasPart")).into_iter().filter_map(Value::as_object);
        parts = parted.flat_map(|part| strings(part.get("articleBody"))).collect();
    }
    let text = parts.join("\n\n");
    let is_html = |text: &str| ["</p>", "<br", "</div>", "</li>"].iter().any(|tag| text.contains(tag));
    match text {
        text if text.is_empty() => None,
        text if is_html(&text) => Some(Body::Html(text)),
        text if text.contains("&lt;/p&gt;") => Some(Body::Html(plain::unescape(&text).into_owned())),
        text => Some(Body::Text(plain::unescape(&plain::unescape(&text)).into_owned())),
    }
}

/// One value or many, as a list.
pub(super) fn many(value: Option<&Value>) -> Vec<&Value> {
    match value {
        Some(Value::Array(values)) => values.iter().collect(),
        Some(Value::Null) | None => Vec::new(),
        Some(value) => vec![value],
    }
}

/// The texts among one value or many; blank ones are none.
pub(super) fn strings(value: Option<&Value>) -> Vec<String> {
    let texts = many(value).into_iter().filter_map(|value| match value {
        Value::String(text) => Some(plain::without_sections(text).unwrap_or_else(|| text.trim().to_owned())),
        Value::Number(number) => Some(number.to_string()),
        Value::Object(object) => Some(object.get("@value")?.as_str()?.trim().to_owned()),
        _ => None,
    });
    texts.filter(|text| !text.is_empty()).collect()
}

/// A text, or an object's `key`.
fn text_or(value: &Value, key: &str) -> Option<String> {
    let object = || strings(value.as_object()?.get(key)).into_iter().next();
    strings(Some(value)).into_iter().next().or_else(object)
}

/// Who wrote it; `None` where nobody is named. An id alone names whoever the document says it is, and
/// else nobody.
fn authors(value: Option<&Value>, known: &ById<'_>) -> Option<Vec<Person>> {
    let mut found: Vec<Person> = Vec::new();
    for value in many(value).into_iter().take(MOST_AUTHORS) {
        for person in author(value, known) {
            if !found.iter().any(|one| one.name == person.name) {
                found.push(person);
            }
        }
    }
    (!found.is_empty()).then_some(found)
}

fn author(value: &Value, known: &ById<'_>) -> Vec<Person> {
    let Some(mut object) = value.as_object() else {
        return people::named(value.as_str().unwrap_or_default());
    };
    if let Some(whole) = object.get("@id").and_then(Value::as_str).and_then(|id| known.get(id))
        && !object.contains_key("name")
    {
        object = whole;
    }
    let field = |key: &str| strings(object.get(key)).into_iter().next();
    let parted = || {
        let parts = [field("givenName"), field("additionalName"), field("familyName")];
        let whole = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
        (!whole.is_empty()).then_some(whole)
    };
    let names = strings(object.get("name"));
    let names = if names.is_empty() { parted().into_iter().collect() } else { names };
    let mut found: Vec<Person> = names.iter().flat_map(|name| people::named(name)).collect();
    if let [one] = found.as_mut_slice() {
        let address = field("url").or_else(|| field("@id")).filter(|address| url::is_web(address));
        *one = Person::new(one.name.take(), field("email"), address);
    }
    found
}

/// Keywords: a comma-separated text, texts, or `DefinedTerm`s.
fn terms(value: Option<&Value>) -> Vec<String> {
    match value {
        Some(Value::String(text)) => list(text),
        value => many(value).into_iter().filter_map(|term| text_or(term, "name")).collect(),
    }
}

/// The work an article is based on, as a credit to its publisher.
fn credit(value: &Value) -> Option<Credit> {
    let object = value.as_object()?;
    let publisher =
        ["publisher", "sourceOrganization", "provider"].iter().find_map(|key| object.get(*key))?;
    let name = text_or(publisher, "name")?;
    Some(stated_credit(&name, strings(object.get("url")).into_iter().find(|url| url::is_web(url))))
}

fn picture(value: &Value, known: &ById<'_>) -> Option<Media> {
    let id =
        value.as_object().filter(|object| !object.contains_key("url") && !object.contains_key("contentUrl"));
    if let Some(whole) = id.and_then(|object| known.get(object.get("@id")?.as_str()?)) {
        return picture(&Value::Object((*whole).clone()), &ById::new());
    }
    let url = text_or(value, "url").or_else(|| text_or(value, "contentUrl"))?;
    let Some(object) = value.as_object() else { return Some(image(&url)) };
    let size = |key: &str| u32::try_from(object.get(key)?.as_u64()?).ok();
    let description = text_or(value, "caption");
    let said = Said { description, ..Said::default() };
    Some(Media { width: size("width"), height: size("height"), said: said.into(), ..image(&url) })
}
