//! IPTC ninjs 1.x and 2.x (<https://iptc.org/standards/ninjs/>), as news agencies and
//! content systems write it. Unknown members are ignored; embargo and `pubstatus` must make sense.

use chrono::FixedOffset;
use serde_json::{Map, Value};

use super::record::{Body, Record, category, image, stated_credit};
use super::schema_org::{many, strings};
use super::unreadable::Problem;
use super::{date, flat, people};
use crate::model::{Category, Credit, Media, Naming, Person, Said};

/// Members that no other form of record has.
const MARKS: [&str; 9] = [
    "pubstatus",
    "versioncreated",
    "contentcreated",
    "body_html",
    "body_text",
    "body_xhtml",
    "bodies",
    "description_text",
    "description_html",
];

/// Whether an object is a ninjs item.
pub(super) fn is_item(object: &Map<String, Value>) -> bool {
    !object.contains_key("@type") && MARKS.iter().any(|mark| object.contains_key(*mark))
}

/// The record of an item.
pub(super) fn record(object: &Map<String, Value>, offset: FixedOffset) -> Result<Record, Problem> {
    let text = |key: &str| strings(object.get(key)).into_iter().next();
    let time = |key: &str| text(key).map(|value| date::require(key, &value, offset)).transpose();
    let valued = |plural: &str| many(object.get(plural)).into_iter().find_map(value_of);
    let mut repairs = Vec::new();
    let mut read = |keys: &[&str]| {
        let stated = keys.iter().filter_map(|key| Some((*key, text(key)?)));
        date::first(stated, offset, &mut repairs)
    };
    let version = read(&["versioncreated"]);
    let published = read(&["firstcreated", "contentcreated"]).or(version);
    Ok(Record {
        id: text("uri"),
        url: text("url")
            .or_else(|| text("canonical"))
            .or_else(|| text("uri").filter(|uri| crate::text::url::is_web(uri))),
        title: text("headline").or_else(|| valued("headlines")).or_else(|| text("title")),
        summary: text("description_text")
            .or_else(|| text("description_html").map(|html| crate::text::plain::of_html(&html)))
            .or_else(|| valued("descriptions"))
            .or_else(|| text("summary")),
        body: body(object),
        base: None,
        authors: authors(object),
        published,
        is_page_date: false,
        // An item's own version is a revision only where it is later than the item.
        updated: version.filter(|version| Some(*version) > published),
        sections: many(object.get("service")).into_iter().filter_map(name_of).collect(),
        categories: ["subject", "subjects"]
            .iter()
            .flat_map(|key| many(object.get(*key)))
            .filter_map(subject)
            .collect(),
        language: text("language"),
        status: text("pubstatus").map(|word| flat::status(&word)).transpose()?,
        embargo: time("embargoed")?,
        credits: ["infosource", "infosources"]
            .iter()
            .flat_map(|key| many(object.get(*key)))
            .filter_map(credit)
            .collect(),
        image: picture(object),
        rights: text("copyrightnotice")
            .or_else(|| text("copyrightholder").map(|name| format!("\u{a9} {name}"))),
        license: None,
        related: Vec::new(),
        dropped: Vec::new(),
        sites: Vec::new(),
        repairs,
        foreign: true,
    })
}

/// 1.x says it in the member's name, 2.x in a list of bodies with a content type.
fn body(object: &Map<String, Value>) -> Option<Body> {
    let text = |key: &str| strings(object.get(key)).into_iter().next();
    let direct = text("body_html").or_else(|| text("body_xhtml")).map(Body::Html);
    let direct = direct.or_else(|| text("body_text").map(Body::Text));
    let listed = || {
        let bodies = many(object.get("bodies"));
        let is_html = |body: &&&Value| {
            body.get("contenttype").and_then(Value::as_str).is_some_and(|t| t.contains("html"))
        };
        let html = bodies.iter().find(is_html).and_then(|body| value_of(body)).map(Body::Html);
        html.or_else(|| bodies.iter().find_map(|body| value_of(body)).map(Body::Text))
    };
    direct.or_else(listed)
}

/// The `value` of a 2.x headline, description or body.
fn value_of(value: &Value) -> Option<String> {
    strings(value.get("value")).into_iter().next()
}

fn name_of(value: &Value) -> Option<String> {
    strings(Some(value)).into_iter().next().or_else(|| {
        let name = strings(value.get("name")).into_iter().next();
        name.or_else(|| strings(value.get("code")).into_iter().next())
    })
}

fn authors(object: &Map<String, Value>) -> Vec<Person> {
    let named = many(object.get("authors")).into_iter().filter_map(name_of).collect::<Vec<_>>();
    let names = if named.is_empty() { strings(object.get("byline")) } else { named };
    names.iter().flat_map(|name| people::named(name)).collect()
}

fn subject(value: &Value) -> Option<Category> {
    let scheme = strings(value.get("scheme")).into_iter().next();
    Some(Category { naming: Naming { scheme, label: None }.into(), ..category(&name_of(value)?) })
}

fn credit(value: &Value) -> Option<Credit> {
    Some(stated_credit(&name_of(value)?, strings(value.get("url")).into_iter().next()))
}

/// The first picture among the associated items, else among the item's own renditions.
fn picture(object: &Map<String, Value>) -> Option<Media> {
    let associated = members(object.get("associations"));
    let is_picture =
        |item: &&&Value| matches!(item.get("type").and_then(Value::as_str), Some("picture" | "graphic"));
    let item = associated.iter().find(is_picture)?;
    let rendition = members(item.get("renditions")).into_iter().find_map(|rendition| {
        let url = strings(rendition.get("href")).into_iter().next()?;
        let size = |key: &str| u32::try_from(rendition.get(key)?.as_u64()?).ok();
        Some(Media { width: size("width"), height: size("height"), ..image(&url) })
    })?;
    let description = strings(item.get("description_text")).into_iter().next();
    let said = Said { description, ..Said::default() };
    Some(Media { said: said.into(), ..rendition })
}

/// The values of an object (1.x) or of a list (2.x).
fn members(value: Option<&Value>) -> Vec<&Value> {
    match value {
        Some(Value::Object(object)) => object.values().collect(),
        value => many(value),
    }
}
