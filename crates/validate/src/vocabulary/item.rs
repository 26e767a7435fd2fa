//! The item of RSS: what it may hold, its guid, its enclosure. RSS 1.0 shares the greater part.

use super::super::check;
use super::super::element::{Check, Content, Context, Element, FULL_URI, PLAIN, element, may, must, text};
use super::super::namespaces::Ns;
use super::super::rules;
use super::super::values::{integer, is_mime, quote, uri};
use super::super::walk::{Family, Frame, Walk};
use super::{atom, dublin_core, everywhere, itunes, link, media, podcast, shop};

const ANY_TEXT: Content = Content::Text(&[]);
const URL: &[Check] = &[FULL_URI];
const DATE: &[Check] = &[Check::Rfc822];
const MAIL: &[Check] = &[Check::ContactWithName];

/// What an item of RSS 0.9x and 2.0 may have.
pub(super) static ITEM: Context = Context::new(&[
    OWN,
    COMMON,
    atom::IN_ITEM,
    everywhere::ITEM,
    media::FILES,
    shop::ELEMENTS,
    media::ELEMENTS,
    everywhere::DC,
    itunes::BOTH,
    itunes::ITEM,
    podcast::ITEM,
    everywhere::BOTH,
    everywhere::TRACKBACK,
    everywhere::PLACES,
    everywhere::ELEMENTS,
]);

const OWN: &[Element] = &[
    text("comments", URL).once(),
    element(Ns::Core, "enclosure", Content::Nothing)
        .once_by(rules::DUPLICATE_ENCLOSURE)
        .attributes(&[must("url", &[Check::Http]), must("length", &[]), must("type", &[])])
        .at_start(enclosure),
    text("pubDate", DATE).once().rivals(&[
        (Ns::Dc, "date", rules::DUPLICATE_ITEM_SEMANTICS),
        (Ns::Atom, "published", rules::DUPLICATE_ITEM_SEMANTICS),
    ]),
    text("author", MAIL).once().rivals(&[(Ns::Dc, "creator", rules::DUPLICATE_ITEM_SEMANTICS)]),
    text("category", &[PLAIN, Check::NotBlank]).attributes(&[may("domain", &[])]).rivals(&[(
        Ns::Dc,
        "subject",
        rules::DUPLICATE_ITEM_SEMANTICS,
    )]),
    text("guid", &[Check::Look(guid)])
        .once()
        .attributes(&[may(
            "isPermaLink",
            &[Check::OneOf(&["true", "false"], rules::INVALID_BOOLEAN_ATTRIBUTE)],
        )])
        .rivals(&[(Ns::Atom, "id", rules::DUPLICATE_ITEM_SEMANTICS)]),
    text("source", &[PLAIN]).once().attributes(&[must("url", URL)]).rivals(&[(
        Ns::Dc,
        "source",
        rules::DUPLICATE_ITEM_SEMANTICS,
    )]),
];

/// What the items of all versions have.
pub(super) const COMMON: &[Element] = &[
    text("title", &[PLAIN, Check::NotBlank]).once(),
    text("link", URL).once(),
    text("description", &[Check::Prose, Check::Look(description)]).once(),
    element(Ns::Content, "encoded", Content::Text(&[Check::Html])).once().at_start(after_description),
    element(Ns::Content, "items", Content::Anything).once(),
    element(Ns::Xhtml, "body", Content::HtmlBody).at_start(xhtml_body),
    element(Ns::Dc, "creator", ANY_TEXT).rivals(&[(Ns::Core, "author", rules::DUPLICATE_ITEM_SEMANTICS)]),
    element(Ns::Dc, "subject", ANY_TEXT).rivals(&[(Ns::Core, "category", rules::DUPLICATE_ITEM_SEMANTICS)]),
    element(Ns::Dc, "date", dublin_core::W3CDTF).rivals(&[(
        Ns::Core,
        "pubDate",
        rules::DUPLICATE_ITEM_SEMANTICS,
    )]),
    element(Ns::Cc, "license", Content::Anything).rivals(&[(
        Ns::CreativeCommons,
        "license",
        rules::DUPLICATE_ITEM_SEMANTICS,
    )]),
    everywhere::license(&[(Ns::Cc, "license", rules::DUPLICATE_ITEM_SEMANTICS)]),
    link::link(Ns::Atom),
];

/// RSS 0.91 has plain descriptions; later versions have HTML.
fn description(walk: &mut Walk<'_>, frame: &Frame<'_>) {
    let (subject, at) = ("<description>", frame.value_place());
    if walk.family == Family::Rss && walk.memory.version == "0.91" {
        check::plain_text(walk, frame, rules::CONTAINS_HTML, &subject, frame.value.trim(), at);
    } else {
        check::body(walk, &subject, &frame.value, at, true);
    }
}

fn after_description(walk: &mut Walk<'_>, frame: &Frame<'_>) {
    let described = walk.parent().is_some_and(|parent| parent.has(Ns::Core, "description"));
    if walk.family == Family::Rss && !described {
        walk.note(
            rules::NEED_DESCRIPTION_BEFORE_CONTENT,
            frame.at,
            "no <description> before <content:encoded>",
        );
    }
}

fn xhtml_body(walk: &mut Walk<'_>, frame: &Frame<'_>) {
    if walk.family == Family::Rss {
        walk.note(
            rules::DUPLICATE_DESCRIPTION_SEMANTICS,
            frame.at,
            "<xhtml:body> repeats what RSS has its own element for",
        );
    }
}

fn enclosure(walk: &mut Walk<'_>, frame: &Frame<'_>) {
    if let Some(length) = frame.attribute(Ns::Core, "length") {
        let rule = match integer(&length.value) {
            None => Some(rules::INVALID_INTEGER_ATTRIBUTE),
            Some(-1) => Some(rules::USE_ZERO_FOR_UNKNOWN),
            Some(number) if number < 0 => Some(rules::INVALID_NON_NEGATIVE_INTEGER),
            Some(_) => None,
        };
        if let Some(rule) = rule {
            walk.note(
                rule,
                length.at,
                format!("<enclosure length>: {} is no number of bytes", quote(&length.value)),
            );
        }
    }
    if let Some(kind) = frame.attribute(Ns::Core, "type")
        && !is_mime(&kind.value)
    {
        walk.note(
            rules::INVALID_MIME_ATTRIBUTE,
            kind.at,
            format!("<enclosure type>: {} is no media type", quote(&kind.value)),
        );
    }
    let url = frame.plain("url").to_owned();
    if let Some(parent) = walk.parent_mut() {
        parent.left.push(url);
    }
}

/// An address unless it says that it is none, and unique.
fn guid(walk: &mut Walk<'_>, frame: &Frame<'_>) {
    let (value, at) = (frame.value.trim(), frame.value_place());
    if matches!(frame.attribute(Ns::Core, "isPermaLink").map(|flag| flag.value.as_ref()), None | Some("true"))
    {
        let verdict = uri::check(value, uri::Form::Full, rules::INVALID_HTTP_GUID);
        let lower = value.to_lowercase();
        if verdict.is_ok() && (lower.starts_with("tag:") || lower.starts_with("urn:uuid:")) {
            walk.note(
                rules::INVALID_PERMALINK,
                at,
                format!("{} is no address that leads somewhere", quote(value)),
            );
        }
        walk.note_fault(&"<guid>", at, verdict);
    } else if !value.is_empty() && value.len() < 9 && value.bytes().all(|b| b.is_ascii_digit()) {
        walk.note(
            rules::NOT_SUFFICIENTLY_UNIQUE,
            at,
            format!("{} may be the guid of anything", quote(value)),
        );
    }
    if value.is_empty() {
        walk.note(rules::NOT_BLANK, frame.at, "<guid> is empty");
    } else if !walk.memory.ids.insert(value) {
        walk.note(rules::DUPLICATE_VALUE, at, format!("another item has the guid {}", quote(value)));
    }
}

/// What holds of a whole item.
pub(super) fn finish_item(walk: &mut Walk<'_>, frame: &Frame<'_>) {
    if !frame.has(Ns::Core, "title") && !frame.has(Ns::Core, "description") {
        walk.note(
            rules::ITEM_MUST_CONTAIN_TITLE_OR_DESCRIPTION,
            frame.at,
            "an item with neither title nor description",
        );
    }
    itunes::finish_item(walk, frame);
    if !frame.has(Ns::Core, "guid") && walk.memory.version.starts_with("2.") {
        walk.note(rules::MISSING_GUID, frame.at, "an item without guid");
    }
    let dated = walk.parent().is_some_and(|channel| channel.has(Ns::Core, "lastBuildDate"));
    if frame.has(Ns::Slash, "comments") && !dated {
        walk.note(rules::SLASH_DATE, frame.at, "<slash:comments> in a channel without <lastBuildDate>");
    }
}
