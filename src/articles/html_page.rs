//! An article's HTML page: JSON-LD first, then OpenGraph and `meta`, then the page itself. The
//! body is what stands in `<article>`, without navigation, scripts, forms and asides.

use chrono::FixedOffset;
use scraper::{ElementRef, Html, Selector};

use super::article::one_line;
use super::record::{Body, Record, category, image, list, person};
use super::unreadable::Problem;
use super::{date, nesting, schema_org};
use crate::text::tags;

/// Where the body may stand, the surest place first.
const BODIES: [&str; 6] = [
    "[itemprop=articleBody]",
    "article [class*=article-body]",
    "article",
    "[role=article]",
    "main",
    "[role=main]",
];

/// What stands in an article's element and is no article.
const FURNITURE: &str = "script, style, noscript, template, nav, aside, form, footer, button, dialog, svg, \
                         [hidden], [aria-hidden=true], [role=navigation], [role=complementary]";

/// Pages that people wrote stay far below.
const DEEPEST_NESTING: usize = 256;

/// Fewer characters of text are no body.
const SHORTEST_BODY: usize = 40;

/// The record of a page.
pub(super) fn record(text: &str, offset: FixedOffset) -> Result<Record, Problem> {
    if nesting::depth(text) > DEEPEST_NESTING {
        let seen = format!("a page nested more than {DEEPEST_NESTING} elements deep");
        return Err(Problem::new(seen, "close its elements"));
    }
    if let Some(seen) = tags::refusal(text) {
        return Err(Problem::new(format!("a page with {seen}"), "take them out"));
    }
    let mut page = Html::parse_document(text);
    let stated = json_ld(&page, offset)?;
    let mut record = stated.over(of_meta(&page, offset)?);
    let title =
        record.title.clone().or_else(|| first_text(&page, "h1")).or_else(|| first_text(&page, "title"));
    let Some(title) = title else {
        return Err(Problem::new("a page without a headline", "give it og:title, an <h1> or JSON-LD"));
    };
    remove(&mut page, FURNITURE, |_| true);
    remove(&mut page, "h1", |element| one_line(&element.text().collect::<String>()) == one_line(&title));
    if let Some(body) = body(&page) {
        record.body = Some(Body::Html(body));
    }
    if record.body.is_none() {
        return Err(Problem::new("a page without an article", "put the text into <article>"));
    }
    record.title = Some(title);
    Ok(record)
}

/// The first article stated in JSON-LD. A script that is no JSON says nothing.
fn json_ld(page: &Html, offset: FixedOffset) -> Result<Record, Problem> {
    for script in select(page, "script[type='application/ld+json']") {
        let Ok(value) = serde_json::from_str(&script.text().collect::<String>()) else { continue };
        if let Some(object) = schema_org::articles(&value).into_iter().next() {
            return schema_org::record(object, offset);
        }
    }
    Ok(Record::default())
}

fn of_meta(page: &Html, offset: FixedOffset) -> Result<Record, Problem> {
    let all = |names: &[&str]| -> Vec<String> {
        let found = names.iter().map(|name| {
            let query = format!("meta[property='{name}'], meta[name='{name}'], meta[itemprop='{name}']");
            let values = select(page, &query).into_iter().filter_map(|meta| meta.attr("content"));
            values.map(one_line).filter(|value| !value.is_empty()).collect::<Vec<_>>()
        });
        found.into_iter().find(|values| !values.is_empty()).unwrap_or_default()
    };
    let one = |names: &[&str]| all(names).into_iter().next();
    let time = |name: &str| one(&[name]).map(|value| date::require(name, &value, offset)).transpose();
    let canonical = select(page, "link[rel~=canonical]").into_iter().find_map(|link| link.attr("href"));
    let is_name = |name: &String| !name.starts_with("http");
    Ok(Record {
        url: canonical.map(str::to_owned).or_else(|| one(&["og:url"])),
        title: one(&["og:title", "twitter:title"]),
        summary: one(&["og:description", "description", "twitter:description"]),
        authors: all(&["article:author", "author"])
            .iter()
            .filter(|name| is_name(name))
            .map(|name| person(name))
            .collect(),
        published: time("article:published_time")?.or(time("datePublished")?).or(page_time(page, offset)),
        updated: time("article:modified_time")?.or(time("dateModified")?),
        sections: all(&["article:section"]),
        categories: keywords(&all(&["article:tag", "keywords", "news_keywords"]))
            .iter()
            .map(|term| category(term))
            .collect(),
        language: select(page, "html").into_iter().find_map(|root| root.attr("lang")).map(str::to_owned),
        image: one(&["og:image", "twitter:image"]).map(|url| image(&url)),
        rights: one(&["copyright"]),
        ..Record::default()
    })
}

/// `<time pubdate>` or the first `<time datetime>` in the article; no error where it is no date,
/// since a `time` element may hold a duration.
fn page_time(page: &Html, offset: FixedOffset) -> Option<chrono::DateTime<chrono::Utc>> {
    let stated = select(
        page,
        "time[itemprop=datePublished][datetime], time[pubdate][datetime], article header time[datetime]",
    );
    stated.into_iter().find_map(|time| date::read(time.attr("datetime")?, offset))
}

/// Several tags, or one comma-separated list.
fn keywords(values: &[String]) -> Vec<String> {
    match values {
        [single] => list(single),
        many => many.to_vec(),
    }
}

/// The inner HTML of the first place with a body's worth of text; of several elements in one
/// place, the longest.
fn body(page: &Html) -> Option<String> {
    BODIES.iter().find_map(|place| {
        let length = |element: &ElementRef<'_>| element.text().map(|text| text.trim().len()).sum::<usize>();
        let longest = select(page, place).into_iter().max_by_key(length)?;
        (length(&longest) >= SHORTEST_BODY).then(|| longest.inner_html().trim().to_owned())
    })
}

fn first_text(page: &Html, query: &str) -> Option<String> {
    let texts = select(page, query).into_iter().map(|element| one_line(&element.text().collect::<String>()));
    texts.into_iter().find(|text| !text.is_empty())
}

fn remove(page: &mut Html, query: &str, condition: impl Fn(&ElementRef<'_>) -> bool) {
    let ids: Vec<_> =
        select(page, query).iter().filter(|element| condition(element)).map(|element| element.id()).collect();
    for id in ids {
        if let Some(mut node) = page.tree.get_mut(id) {
            node.detach();
        }
    }
}

/// The elements that a query of ours finds; a query that does not parse finds none.
fn select<'a>(page: &'a Html, query: &str) -> Vec<ElementRef<'a>> {
    Selector::parse(query).map(|selector| page.select(&selector).collect()).unwrap_or_default()
}
