//! A record becomes an article: defaults of its rule, addresses made absolute, body as HTML.

use chrono::{DateTime, Utc};

use super::record::{Body, Record, person};
use super::resolve::resolve;
use super::unreadable::Problem;
use super::{Rule, markdown, quotations};
use crate::model::{Article, Credit, Detail, Entry, Outlet, Rare, Seldom, Text};
use crate::text::url::without_login;
use crate::text::{escape, lines, plain};

/// Where a record was found.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place<'a> {
    /// The file, relative to the configuration.
    pub(super) path: &'a str,
    /// What identifies the record where it gives no id.
    pub(super) key: &'a str,
    /// When the file was last written.
    pub(super) file_time: Option<DateTime<Utc>>,
    /// The rule that found it.
    pub(super) rule: &'a Rule,
    /// Publications known by name.
    pub(super) known: &'a [Outlet],
}

/// The article that a record states.
pub(super) fn article(record: Record, place: &Place<'_>) -> Result<Article, Problem> {
    if let Some(problem) = crowded(&record) {
        return Err(problem);
    }
    let title = record.title.filter(|title| !title.trim().is_empty());
    let title = title.ok_or_else(|| Problem::new("the record has no title", "give it a `title`"))?;
    let rule = place.rule;
    let mut repairs = record.repairs;
    let link = match record.url.map(|url| absolute(&url, rule)).transpose() {
        Err(problem) if record.foreign => {
            repairs.push(format!("{}; it was passed over", problem.seen));
            None
        }
        link => link?,
    };
    let base = record.base.as_deref().or(link.as_deref());
    let content = record.body.map(|body| html(body, base)).filter(|text| !text.is_blank());
    let stated = record.published.or(rule.published);
    let is_dated = stated.is_some() && !record.is_page_date;
    let published = stated.or(place.file_time);
    let plain_body = content.as_ref().map(|text| plain::of_html(&text.value)).unwrap_or_default();
    let or_rule = |list: Vec<_>, default: &Option<String>| match default {
        Some(name) if list.is_empty() => vec![person(name)],
        _ => list,
    };
    let seldom =
        Seldom { rights: record.rights.map(Text::plain), license: record.license, ..Seldom::default() };
    let rare = Rare {
        thumbnail: record.image.as_ref().map(|image| image.url.clone()),
        media: record.image.into_iter().collect(),
        seldom: seldom.into(),
        ..Rare::default()
    };
    let detail = Detail {
        authors: or_rule(record.authors, &rule.author),
        categories: record.categories,
        summary: record.summary.filter(|text| !text.trim().is_empty()).map(Text::plain),
        content,
        rare: rare.into(),
        ..Detail::default()
    };
    let entry = Entry {
        id: record.id.clone(),
        title: Some(Text::plain(one_line(&title))),
        link,
        published,
        updated: record.updated,
        language: record.language.or_else(|| rule.language.clone()).map(Into::into),
        detail: detail.into(),
    };
    let mut sections = record.sections;
    sections.retain(|section| !section.trim().is_empty());
    if sections.is_empty() {
        sections.extend(rule.section.clone());
    }
    let mut article = Article {
        key: record.id.unwrap_or_else(|| place.key.to_owned()),
        path: place.path.to_owned(),
        pattern: rule.pattern.clone(),
        entry,
        address_pattern: place.rule.url.clone(),
        sections,
        status: record.status.unwrap_or_default(),
        embargo: record.embargo,
        is_dated,
        sites: record.sites,
        credits: record.credits.into_iter().map(|credit| spelt(credit, place.known)).collect(),
        quotations: quotations::find(&plain_body),
        related: record.related,
        dropped: record.dropped,
        repairs,
    };
    if article.entry.link.is_some() {
        resolve(&mut article, "");
    }
    Ok(article)
}

/// Values of one kind that a record may have: each is stored, compared and written.
const MOST_VALUES: usize = 1_000;

/// What a record has too much of.
fn crowded(record: &Record) -> Option<Problem> {
    let counts = [
        ("authors", record.authors.len()),
        ("sections", record.sections.len()),
        ("categories", record.categories.len()),
        ("credits", record.credits.len()),
        ("related headlines", record.related.len()),
    ];
    let (what, count) = counts.into_iter().find(|(_, count)| *count > MOST_VALUES)?;
    let seen = format!("{count} {what}, and an article may have {MOST_VALUES}");
    Some(Problem::new(seen, "leave out those that are not its own"))
}

/// The credit as the configuration spells the outlet.
fn spelt(credit: Credit, known: &[Outlet]) -> Credit {
    let outlet = known.iter().find(|outlet| outlet.name.eq_ignore_ascii_case(&credit.name));
    Credit { name: outlet.map_or(credit.name, |outlet| outlet.name.clone()), ..credit }
}

/// A record's address; one without a host is resolved against the pattern of the rule.
fn absolute(address: &str, rule: &Rule) -> Result<String, Problem> {
    let refused = || {
        let seen =
            format!("the address \"{}\" is no http address", address.chars().take(80).collect::<String>());
        Problem::new(seen, "write it in full, with https://")
    };
    let web = |url: &url::Url| matches!(url.scheme(), "http" | "https") && url.has_host();
    let whole = if address.starts_with("//") { format!("https:{address}") } else { address.to_owned() };
    let address = whole.as_str();
    match url::Url::parse(address) {
        // The address is kept as written: it may already be known elsewhere by these characters.
        Ok(url) => {
            if web(&url) {
                Ok(without_login(address))
            } else {
                Err(refused())
            }
        }
        Err(_) => {
            let base = rule.url.as_deref().and_then(|pattern| url::Url::parse(fixed(pattern)).ok());
            let joined = base.and_then(|base| base.join(address).ok()).filter(|url| web(url));
            joined.map(String::from).ok_or_else(refused)
        }
    }
}

/// The folders of a pattern that every article is in.
fn fixed(pattern: &str) -> &str {
    let end = pattern.find('{').unwrap_or(pattern.len());
    pattern[..end].rfind('/').map_or(pattern, |slash| &pattern[..=slash])
}

fn html(body: Body, base: Option<&str>) -> Text {
    let value = match body {
        Body::Html(html) => html.trim().to_owned(),
        Body::Markdown(text) => markdown::to_html(&text),
        Body::Text(text) => paragraphs(&text),
    };
    Text { base: base.map(Into::into), ..Text::html(value) }
}

/// Plain text as HTML paragraphs: parted by blank lines and with their lines kept, else one a line.
fn paragraphs(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    if text.trim().contains("\n\n") {
        let parts = text.split("\n\n").map(str::trim).filter(|part| !part.is_empty());
        return lines::html(&parts.collect::<Vec<_>>().join("\n\n")).replace("</p><p>", "</p>\n<p>");
    }
    let parts = text.split('\n').map(one_line).filter(|part| !part.is_empty());
    parts.map(|part| format!("<p>{}</p>", escape::text(&part))).collect::<Vec<_>>().join("\n")
}

/// White space folded.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{Rule, absolute};

    #[test]
    fn a_records_address_without_a_host_is_resolved_below_the_fixed_part_of_the_pattern() {
        let rule = |url: &str| Rule { url: Some(url.to_owned()), ..Rule::default() };
        let plain = rule("https://desk.example/{section}/{slug}");
        let deep = rule("https://desk.example/news/{year}-{slug}");
        for (address, rule, whole) in [
            ("foo/bar", &plain, "https://desk.example/foo/bar"),
            ("/foo/bar", &plain, "https://desk.example/foo/bar"),
            ("foo", &deep, "https://desk.example/news/foo"),
            ("../foo", &deep, "https://desk.example/foo"),
            ("https://me:pw@desk.example/x", &deep, "https://desk.example/x"),
        ] {
            assert_eq!(absolute(address, rule).unwrap(), whole);
        }
        assert!(absolute("javascript:x()", &plain).is_err() && absolute("foo", &Rule::default()).is_err());
    }
}
