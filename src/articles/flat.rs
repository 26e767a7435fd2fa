//! The flat record: our own schema, as JSON object, front matter or sidecar
//! (docs/article-records.md). Strict: an unknown key is refused with the nearest known one,
//! a value of the wrong kind with what was expected.

use chrono::FixedOffset;
use serde_json::{Map, Value};

use super::date;
use super::record::{Body, Record, category, image, list, person, stated_credit};
use super::unreadable::Problem;
use crate::model::{Category, Credit, CreditKind, Media, Person, Said, Status, Terms};
use crate::text::plain;

/// Every key, in the order of the documentation.
const KEYS: [&str; 24] = [
    "id",
    "url",
    "title",
    "deck",
    "summary",
    "text",
    "html",
    "markdown",
    "authors",
    "published",
    "updated",
    "section",
    "sections",
    "categories",
    "language",
    "status",
    "embargo",
    "source",
    "credits",
    "image",
    "rights",
    "license",
    "related",
    "draft",
];

/// Other words that desks and their tools use for a key.
const ALIASES: [(&str, &str); 16] = [
    ("link", "url"),
    ("headline", "title"),
    ("subtitle", "deck"),
    ("description", "summary"),
    ("body", "text"),
    ("author", "authors"),
    ("byline", "authors"),
    ("date", "published"),
    ("lastmod", "updated"),
    ("category", "categories"),
    ("tags", "categories"),
    ("keywords", "categories"),
    ("lang", "language"),
    ("embargoed", "embargo"),
    ("sources", "credits"),
    ("licence", "license"),
];

/// Words for the status, and what they mean.
const STATUSES: [(&str, Status); 9] = [
    ("usable", Status::Usable),
    ("published", Status::Usable),
    ("corrected", Status::Usable),
    ("withdrawn", Status::Withdrawn),
    ("withheld", Status::Withdrawn),
    ("canceled", Status::Withdrawn),
    ("cancelled", Status::Withdrawn),
    ("killed", Status::Withdrawn),
    ("draft", Status::Withdrawn),
];

/// The record of an object. Times without a zone are at `offset`.
pub(super) fn record(object: &Map<String, Value>, offset: FixedOffset) -> Result<Record, (String, Problem)> {
    let mut record = Record::default();
    for (key, value) in object.iter().filter(|(_, value)| !value.is_null()) {
        let known = canonical(key).ok_or_else(|| (key.clone(), unknown(key)))?;
        set(&mut record, known, value, offset).map_err(|problem| (key.clone(), problem))?;
    }
    Ok(record)
}

fn canonical(key: &str) -> Option<&'static str> {
    let lower = key.to_ascii_lowercase();
    let direct = KEYS.iter().find(|&&known| known == lower).copied();
    direct.or_else(|| ALIASES.iter().find(|(alias, _)| *alias == lower).map(|&(_, known)| known))
}

fn unknown(key: &str) -> Problem {
    let words = KEYS.iter().copied().chain(ALIASES.iter().map(|&(alias, _)| alias));
    let near = words.map(|word| (strsim::jaro_winkler(key, word), word)).max_by(|a, b| a.0.total_cmp(&b.0));
    let remedy = match near {
        Some((likeness, word)) if likeness > 0.75 => format!("did you mean `{word}`?"),
        _ => format!("known are {}", KEYS.join(", ")),
    };
    Problem::new(format!("unknown key `{}`", key.chars().take(60).collect::<String>()), remedy)
}

fn set(record: &mut Record, key: &str, value: &Value, offset: FixedOffset) -> Result<(), Problem> {
    match key {
        "id" => record.id = Some(string(key, value)?),
        "url" => record.url = Some(string(key, value)?),
        "title" => record.title = Some(string(key, value)?),
        "deck" => record.summary = record.summary.take().or(Some(string(key, value)?)),
        "summary" => record.summary = Some(string(key, value)?),
        "text" => record.body = record.body.take().or(Some(Body::Text(string(key, value)?))),
        "markdown" => record.body = Some(Body::Markdown(string(key, value)?)),
        "html" => record.body = Some(Body::Html(string(key, value)?)),
        "authors" => record.authors = many(key, value, author)?,
        "published" => record.published = Some(date::require(key, &string(key, value)?, offset)?),
        "updated" => record.updated = Some(date::require(key, &string(key, value)?, offset)?),
        "embargo" => record.embargo = Some(date::require(key, &string(key, value)?, offset)?),
        "section" | "sections" => record.sections.extend(many(key, value, string)?),
        "categories" => record.categories.extend(categories(key, value)?),
        "language" => record.language = Some(string(key, value)?),
        "status" => record.status = Some(status(&string(key, value)?)?),
        "draft" => record.status = boolean(key, value)?.then_some(Status::Withdrawn).or(record.status),
        "source" | "credits" => record.credits.extend(many(key, value, credit)?),
        "image" => record.image = Some(picture(key, value)?),
        "rights" => record.rights = Some(string(key, value)?),
        "license" => record.license = Some(string(key, value)?),
        "related" => record.related = many(key, value, string)?,
        _ => return Err(unknown(key)),
    }
    Ok(())
}

/// What a word for the status means.
pub(super) fn status(word: &str) -> Result<Status, Problem> {
    let lower = word.trim().to_ascii_lowercase();
    let found = STATUSES.iter().find(|(known, _)| *known == lower).map(|&(_, status)| status);
    found.ok_or_else(|| {
        Problem::new(format!("unknown status \"{word}\""), "write \"usable\" or \"withdrawn\"")
    })
}

fn wrong(key: &str, value: &Value, expected: &str) -> Problem {
    let shown: String = value.to_string().chars().take(60).collect();
    Problem::new(format!("`{key}` is {shown}"), format!("expected {expected}"))
}

fn string(key: &str, value: &Value) -> Result<String, Problem> {
    match value {
        Value::String(text) => Ok(plain::without_sections(text).unwrap_or_else(|| text.trim().to_owned())),
        Value::Number(number) => Ok(number.to_string()),
        _ => Err(wrong(key, value, "a text")),
    }
}

fn boolean(key: &str, value: &Value) -> Result<bool, Problem> {
    value.as_bool().ok_or_else(|| wrong(key, value, "true or false"))
}

/// One value, or a list of such values.
fn many<T>(
    key: &str,
    value: &Value,
    one: impl Fn(&str, &Value) -> Result<T, Problem>,
) -> Result<Vec<T>, Problem> {
    match value {
        Value::Array(values) => values.iter().map(|value| one(key, value)).collect(),
        value => Ok(vec![one(key, value)?]),
    }
}

/// The fields of an object, none but those allowed.
fn fields<const N: usize>(
    key: &str,
    value: &Value,
    allowed: [&str; N],
) -> Result<[Option<String>; N], Problem> {
    let expected = || format!("a text, or an object with {}", allowed.join(", "));
    let object = value.as_object().ok_or_else(|| wrong(key, value, &expected()))?;
    if let Some(extra) = object.keys().find(|name| !allowed.contains(&name.as_str())) {
        return Err(Problem::new(
            format!("unknown key `{extra}` in `{key}`"),
            format!("expected {}", expected()),
        ));
    }
    let mut found = [const { None }; N];
    for (slot, name) in found.iter_mut().zip(allowed) {
        *slot = object.get(name).map(|value| string(name, value)).transpose()?;
    }
    Ok(found)
}

fn author(key: &str, value: &Value) -> Result<Person, Problem> {
    if let Value::String(name) = value {
        return Ok(person(name));
    }
    let [name, email, uri] = fields(key, value, ["name", "email", "uri"])?;
    Ok(Person::new(name, email, uri))
}

/// A text is a comma-separated list, as HTML's `keywords` are.
fn categories(key: &str, value: &Value) -> Result<Vec<Category>, Problem> {
    match value {
        Value::String(text) => Ok(list(text).iter().map(|term| category(term)).collect()),
        value => many(key, value, |key, value| string(key, value).map(|term| category(&term))),
    }
}

fn credit(key: &str, value: &Value) -> Result<Credit, Problem> {
    if let Value::String(name) = value {
        return Ok(stated_credit(name, None));
    }
    let [name, url, kind] = fields(key, value, ["name", "url", "kind"])?;
    let name = name.ok_or_else(|| wrong(key, value, "a name"))?;
    let kind = match kind {
        None => CreditKind::Source,
        Some(word) => serde_json::from_value(Value::String(word.clone())).map_err(|_| {
            Problem::new(format!("unknown kind of credit \"{word}\""), "write \"source\" or \"via\"")
        })?,
    };
    Ok(Credit { kind, ..stated_credit(&name, url) })
}

fn picture(key: &str, value: &Value) -> Result<Media, Problem> {
    if let Value::String(url) = value {
        return Ok(image(url));
    }
    let [url, title, alt, credit] = fields(key, value, ["url", "title", "alt", "credit"])?;
    let url = url.ok_or_else(|| wrong(key, value, "a url"))?;
    let credits = credit.map(|name| ("photographer".to_owned(), name)).into_iter().collect();
    let terms = Terms { credits, ..Terms::default() }.into();
    let said = Said { title, description: alt, terms };
    Ok(Media { said: said.into(), ..image(&url) })
}
