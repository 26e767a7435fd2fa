//! schema.org articles (JSON-LD): <https://schema.org/NewsArticle>. What it does not know it
//! ignores; only dates and the status must make sense.

use chrono::FixedOffset;
use serde_json::{Map, Value};

use super::record::{Body, Record, category, image, list, person, stated_credit};
use super::unreadable::Problem;
use super::{date, flat};
use crate::model::{Credit, Media, Person, Said};

/// How deep an article may lie inside graphs and pages.
const DEEPEST: usize = 6;

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

/// The record of an article.
pub(super) fn record(object: &Map<String, Value>, offset: FixedOffset) -> Result<Record, Problem> {
    let text = |key: &str| strings(object.get(key)).into_iter().next();
    let time = |key: &str| text(key).map(|value| date::require(key, &value, offset)).transpose();
    let id = text("@id").filter(|id| url::Url::parse(id).is_ok()).or_else(|| text("identifier"));
    let page = object.get("mainEntityOfPage");
    let page = page.and_then(|page| text_or(page, "@id")).filter(|url| url::Url::parse(url).is_ok());
    let status = match text("creativeWorkStatus").map(|word| flat::status(&word)) {
        // The property takes any word; only those that clearly withdraw are obeyed.
        Some(Ok(status)) => Some(status),
        _ => None,
    };
    Ok(Record {
        id,
        url: text("url").or(page),
        title: text("headline").or_else(|| text("name")),
        summary: text("description").or_else(|| text("alternativeHeadline")),
        body: text("articleBody").map(body),
        authors: many(object.get("author")).into_iter().filter_map(author).collect(),
        published: time("datePublished")?.or(time("dateCreated")?),
        updated: time("dateModified")?,
        sections: strings(object.get("articleSection")),
        categories: terms(object.get("keywords")).iter().map(|term| category(term)).collect(),
        language: text("inLanguage")
            .or_else(|| object.get("inLanguage").and_then(|v| text_or(v, "alternateName"))),
        status,
        credits: many(object.get("isBasedOn")).into_iter().filter_map(credit).collect(),
        image: many(object.get("image")).into_iter().find_map(picture),
        rights: text("copyrightNotice"),
        license: object.get("license").and_then(|value| text_or(value, "url")),
        ..Record::default()
    })
}

/// `articleBody` is text by the vocabulary; some write HTML into it.
fn body(text: String) -> Body {
    if text.contains("</p>") { Body::Html(text) } else { Body::Text(text) }
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
        Value::String(text) => Some(text.trim().to_owned()),
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

fn author(value: &Value) -> Option<Person> {
    let Some(object) = value.as_object() else { return Some(person(value.as_str()?)) };
    let field = |key: &str| strings(object.get(key)).into_iter().next();
    let found = Person::new(field("name"), field("email"), field("url").or_else(|| field("@id")));
    (found != Person::default()).then_some(found)
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
    Some(stated_credit(&name, strings(object.get("url")).into_iter().next()))
}

fn picture(value: &Value) -> Option<Media> {
    let url = text_or(value, "url").or_else(|| text_or(value, "contentUrl"))?;
    let Some(object) = value.as_object() else { return Some(image(&url)) };
    let size = |key: &str| u32::try_from(object.get(key)?.as_u64()?).ok();
    let description = text_or(value, "caption");
    let said = Said { description, ..Said::default() };
    Some(Media { width: size("width"), height: size("height"), said: said.into(), ..image(&url) })
}
