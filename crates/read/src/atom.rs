//! Atom 1.0 (RFC 4287) and 0.3: the elements of Atom itself, also where they stand in RSS.

use std::borrow::Cow;

use super::cursor::{Cursor, Element};
use super::draft::Draft;
use super::repairs::Mend;
use super::values::{self, STRUCTURE, address, date, person, plain};
use super::{base64, find, titles};
use copydesk_model::text::{dates, plain as plain_text};
use copydesk_model::{Category, Enclosure, Link, Target, Text, TextKind};

/// One element of Atom in a feed or an entry; whether it was one.
pub(super) fn child(cursor: &mut Cursor<'_>, element: &Element, draft: &mut Draft) -> bool {
    match element.name() {
        "title" => {
            let value = construct(cursor, element).map(|title| titles::meant(title, true));
            draft.title.offer(find::TITLE, element, value);
        }
        "subtitle" | "tagline" | "summary" => {
            let value = construct(cursor, element);
            draft.summary.offer(find::SUMMARY, element, value);
        }
        "content" => content(cursor, element, draft),
        "rights" | "copyright" => {
            let value = construct(cursor, element);
            draft.rights.offer(find::RIGHTS, element, value);
        }
        "id" => {
            let value = plain(cursor, element);
            draft.id.offer(find::ID, element, value);
        }
        "link" => {
            let href = cursor.attr("href");
            let href = href.or_else(|| plain(cursor, element).map(Cow::Owned));
            link(cursor, element, draft, href.unwrap_or_default());
        }
        "published" | "issued" | "created" => {
            let value = date(cursor, element);
            draft.published.offer(find::PUBLISHED, element, value);
        }
        "updated" | "modified" => {
            let value = date(cursor, element);
            draft.updated.offer(find::UPDATED, element, value);
        }
        "author" => {
            let person = person(cursor, element);
            draft.author(element, person);
        }
        "contributor" => draft.contributors.extend(person(cursor, element)),
        "category" => category(cursor, element, draft),
        "generator" => {
            let value = plain(cursor, element);
            draft.generator.offer(find::GENERATOR, element, value);
        }
        "icon" => {
            let value = address(cursor, element);
            draft.icon.offer(find::ICON, element, value);
        }
        "logo" => {
            let value = address(cursor, element);
            draft.image.offer(find::IMAGE, element, value);
        }
        _ => return false,
    }
    true
}

/// A link (RFC 4287 4.2.7), and what it says of the feed or entry.
pub(super) fn link(cursor: &mut Cursor<'_>, element: &Element, draft: &mut Draft, href: Cow<'_, str>) {
    let Some(link) = read_link(cursor, &href) else { return };
    match link.rel.as_str() {
        "alternate" => {
            let page = link.mime.as_deref().is_none_or(|mime| mime.contains("html"));
            let href = Some(link.href.clone());
            match page {
                true => draft.link.offer(find::LINK, element, href),
                false => draft.link.offer_ranked(find::LINK.len(), href),
            }
        }
        "license" => draft.license.offer(find::LICENSE, element, Some(link.href.clone())),
        "enclosure" => {
            let told = link.title.is_none() && link.hreflang.is_none();
            let (url, mime) = (link.href.clone(), link.mime.clone());
            draft.enclosure(Enclosure { url, mime, length: link.length });
            if told {
                return;
            }
        }
        "replies" => replies(cursor, element, draft, &link),
        _ => {}
    }
    draft.link_to(link);
}

/// Where answers are, and how many (`thr:count`, RFC 4685 4).
fn replies(cursor: &mut Cursor<'_>, element: &Element, draft: &mut Draft, link: &Link) {
    let count = cursor.attr("count").and_then(|count| count.trim().parse().ok());
    draft.comment_count.offer(find::COMMENT_COUNT, element, count);
    if link.mime.as_deref().is_none_or(|mime| mime.contains("html")) {
        draft.comments = draft.comments.take().or(Some(link.href.clone()));
    }
}

fn read_link(cursor: &mut Cursor<'_>, href: &str) -> Option<Link> {
    let href = cursor.absolute(href)?;
    let given = |value: Option<Cow<'_, str>>| {
        value.map(|value| value.trim().to_owned()).filter(|value| !value.is_empty())
    };
    // RFC 4287 4.2.7.2: a missing rel means alternate; registered names may be written as addresses.
    let rel = given(cursor.attr("rel")).unwrap_or_else(|| "alternate".to_owned());
    let rel = rel.strip_prefix("http://www.iana.org/assignments/relation/").unwrap_or(&rel);
    let rel = if rel.contains(':') { rel.to_owned() } else { rel.to_ascii_lowercase() };
    let mime = given(cursor.attr("type"));
    let target = Target {
        title: given(cursor.attr("title")),
        length: cursor.attr("length").and_then(|length| length.trim().parse().ok()),
        hreflang: given(cursor.attr("hreflang")),
        updated: cursor.attr("updated").filter(|_| rel == "replies").and_then(|time| dates::parse(&time)),
    };
    Some(Link { rel, href, mime, target: target.into() })
}

fn category(cursor: &mut Cursor<'_>, element: &Element, draft: &mut Draft) {
    let mut given = |name| cursor.attr(name).map(Cow::into_owned).filter(|value| !value.trim().is_empty());
    let (term, scheme, label) = (given("term"), given("scheme").or_else(|| given("domain")), given("label"));
    let written = plain(cursor, element);
    if let Some(term) = term.or(written).or_else(|| label.clone()) {
        draft.category(Category::new(term, scheme, label));
    }
}

fn content(cursor: &mut Cursor<'_>, element: &Element, draft: &mut Draft) {
    if let Some(src) = cursor.attr("src").and_then(|src| cursor.absolute(&src)) {
        draft.link.offer_ranked(find::LINK.len() + 1, Some(src));
    }
    let value = construct(cursor, element);
    draft.content.offer(find::CONTENT, element, value);
}

/// How a text construct is written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Written {
    Plain,
    EscapedHtml,
    Markup,
    Base64,
    Binary,
}

/// `type` of RFC 4287 3.1.1 and 4.1.3.1, or `type` and `mode` of Atom 0.3.
fn written(kind: Option<&str>, mode: Option<&str>) -> Written {
    let kind = kind.unwrap_or("text").trim().to_ascii_lowercase();
    let kind = kind.split(';').next().unwrap_or_default().trim_end();
    let markup = kind == "xhtml" || kind.contains("xhtml") || kind.ends_with("xml");
    match (mode.map(str::trim), kind) {
        (Some("base64"), _) => Written::Base64,
        (Some("escaped"), _) if markup => Written::EscapedHtml,
        (_, "html" | "text/html") => Written::EscapedHtml,
        _ if markup => Written::Markup,
        (None, kind) if ["image/", "audio/", "video/"].iter().any(|media| kind.starts_with(media)) => {
            Written::Binary
        }
        _ => Written::Plain,
    }
}

/// A text construct (RFC 4287 3.1): plain, HTML or XHTML, as far as it says so truly.
pub(super) fn construct(cursor: &mut Cursor<'_>, element: &Element) -> Option<Text> {
    let (kind, mode) = (cursor.attr("type"), cursor.attr("mode"));
    let written = written(kind.as_deref(), mode.as_deref());
    if written == Written::Markup {
        return markup(cursor, element);
    }
    let base = values::own_base(cursor);
    let value = match written {
        Written::EscapedHtml => cursor.mixed(element),
        _ => cursor.value(element, STRUCTURE),
    };
    if value.markup {
        cursor.mend(Mend::NakedMarkup);
    }
    let (text, kind) = match written {
        Written::Base64 => {
            let decoded = base64::decode(&value.text).unwrap_or_default();
            let html = kind.is_some_and(|kind| kind.contains("html"));
            (Cow::Owned(decoded), if html { TextKind::Html } else { TextKind::Text })
        }
        Written::Binary => return None,
        _ if value.markup => (Cow::Owned(without_div(&value.text).to_owned()), TextKind::Html),
        Written::EscapedHtml => (value.text, TextKind::Html),
        _ => (value.text, TextKind::Text),
    };
    let text = text.into_owned();
    (!text.trim().is_empty()).then_some(Text { kind, value: text, base })
}

/// XHTML. What holds no element but escaped ones says so falsely and is HTML.
fn markup(cursor: &mut Cursor<'_>, element: &Element) -> Option<Text> {
    let base = values::own_base(cursor);
    let value = cursor.markup(element);
    let value = without_div(&value);
    if values::escaped_twice(value) {
        cursor.mend(Mend::DoubleEscaped);
        let value = plain_text::unescape(value).into_owned();
        return Some(Text { kind: TextKind::Html, value, base });
    }
    let plain = !value.contains(['<', '&']);
    let kind = if plain { TextKind::Text } else { TextKind::Html };
    (!value.is_empty()).then(|| Text { kind, value: value.to_owned(), base })
}

/// XHTML without the `div` around it, which is not part of it (RFC 4287 3.1.1.3).
fn without_div(markup: &str) -> &str {
    let inside = || {
        let rest = markup.strip_prefix("<div")?;
        let rest = rest.strip_suffix("</div>")?;
        let end = rest.find('>')?;
        (rest.as_bytes()[end] == b'>' && rest.starts_with(|c: char| c == '>' || c.is_ascii_whitespace()))
            .then_some(())?;
        let inner = &rest[end + 1..];
        (!inner.contains("<div") && !inner.contains("</div")).then_some(inner.trim())
    };
    inside().unwrap_or(markup)
}
