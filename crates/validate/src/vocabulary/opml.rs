//! OPML 1.0 to 2.0 (opml.org/spec2): outlines, and subscription lists above all.

use super::super::element::{
    Attribute, Check, Content, Context, Element, FULL_URI, Need, PLAIN, element, may, must, parent, text,
};
use super::super::namespaces::Ns;
use super::super::rules;
use super::super::values::quote;
use super::super::walk::{Family, Frame, Walk};
use super::everywhere;

const HTML: &[Check] = &[Check::Html];
const DATE: &[Check] = &[Check::Rfc822];
const PIXELS: &[Check] = &[Check::Positive, Check::NotBlank];
const TRUE_FALSE: &[Check] = &[Check::OneOfAnyCase(&["true", "false"], rules::INVALID_TRUE_FALSE)];

/// `<opml>`
pub(super) const OPML: Element =
    parent("opml", &CHILDREN).attributes(&[must("version", &[])]).at_start(begin);
/// The root of the format before OPML had its name.
pub(super) const OUTLINE_DOCUMENT: Element =
    parent("outlineDocument", &CHILDREN).attributes(&[may("version", &[])]).at_start(obsolete);

static CHILDREN: Context = Context::new(&[
    &[parent("head", &HEAD), parent("body", &BODY)],
    everywhere::DC,
    everywhere::PLACES,
    everywhere::ELEMENTS,
])
.required(&[(Ns::Core, "head", rules::MISSING_ELEMENT), (Ns::Core, "body", rules::MISSING_ELEMENT)]);

static HEAD: Context = Context::new(&[
    &[
        text("title", HTML).once(),
        text("dateCreated", DATE).once(),
        text("dateModified", DATE).once(),
        text("ownerName", HTML).once(),
        text("ownerEmail", &[PLAIN, Check::Contact]).once(),
        text("ownerId", &[Check::Http]).once(),
        text("docs", &[FULL_URI]).once(),
        text("expansionState", &[Check::Look(expansion)]).once(),
        text("vertScrollState", PIXELS).once(),
        text("windowTop", PIXELS).once(),
        text("windowLeft", PIXELS).once(),
        text("windowBottom", PIXELS).once(),
        text("windowRight", PIXELS).once(),
    ],
    everywhere::DC,
    everywhere::PLACES,
    everywhere::ELEMENTS,
]);

// Outlines hold outlines, which only statics can say of each other.
static OUTLINE: [Element; 1] =
    [element(Ns::Core, "outline", Content::Children(&OUTLINES)).attributes(ATTRIBUTES).at_start(outline)];
static IN_OUTLINE: [&[Element]; 4] = [&OUTLINE, everywhere::DC, everywhere::PLACES, everywhere::ELEMENTS];
static OUTLINES: Context = Context::new(&IN_OUTLINE);
static BODY: Context = Context::new(&IN_OUTLINE).required(&[(Ns::Core, "outline", rules::MISSING_ELEMENT)]);

const ATTRIBUTES: &[Attribute] = &[
    may("category", &[]),
    may("created", DATE),
    may("description", HTML),
    may("htmlUrl", &[FULL_URI]),
    may("isBreakpoint", TRUE_FALSE),
    may("isComment", TRUE_FALSE),
    may("language", &[Check::Language]),
    Attribute { ns: Ns::Core, name: "text", need: Need::Must, checks: HTML },
    may("title", HTML),
    may("type", &[]),
    may("url", &[FULL_URI]),
    may("version", &[]),
    may("xmlUrl", &[]),
];

fn begin(walk: &mut Walk<'_>, frame: &Frame<'_>) {
    walk.family = Family::Opml;
    let version = frame.plain("version").to_owned();
    if frame.attribute(Ns::Core, "version").is_some() && !matches!(version.as_str(), "1.0" | "1.1" | "2.0") {
        walk.note(rules::INVALID_OPML_VERSION, frame.at, format!("there is no OPML {}", quote(&version)));
    }
    walk.format = format!("opml-{version}").trim_end_matches('-').to_owned();
    walk.memory.version = version;
}

fn obsolete(walk: &mut Walk<'_>, frame: &Frame<'_>) {
    walk.note(rules::OBSOLETE_VERSION, frame.at, "<outlineDocument> is written <opml>");
    begin(walk, frame);
}

fn expansion(walk: &mut Walk<'_>, frame: &Frame<'_>) {
    let value = frame.value.trim();
    if !value.is_empty() && !super::super::values::integers(value) {
        walk.note(
            rules::INVALID_EXPANSION_STATE,
            frame.value_place(),
            format!("{} is no list of line numbers", quote(value)),
        );
    }
}

fn outline(walk: &mut Walk<'_>, frame: &Frame<'_>) {
    let has = |name: &str| frame.attribute(Ns::Core, name).is_some();
    match frame.attribute(Ns::Core, "type").map(|kind| kind.value.to_lowercase()).as_deref() {
        Some("rss") => {
            if !has("xmlUrl") {
                walk.note(rules::MISSING_XML_URL, frame.at, "a subscription without xmlUrl");
            }
            if !has("title") {
                walk.note(rules::MISSING_TITLE_ATTR, frame.at, "a subscription without title");
            }
        }
        Some("link") if !has("url") => walk.note(rules::MISSING_URL_ATTR, frame.at, "a link without url"),
        Some("link") => {}
        Some(other) if walk.memory.version.starts_with("1.") => {
            walk.note(
                rules::INVALID_OUTLINE_TYPE,
                frame.at,
                format!("OPML 1 has no outline of type {}", quote(other)),
            );
        }
        Some(_) => {}
        None => {
            let told = ["description", "htmlUrl", "language", "title", "version", "xmlUrl"];
            if frame.attributes.len() > 1 && told.into_iter().any(has) {
                walk.note(
                    rules::MISSING_OUTLINE_TYPE,
                    frame.at,
                    "an outline with an address but without type",
                );
            }
        }
    }
    if let Some(version) = frame.attribute(Ns::Core, "version")
        && !matches!(version.value.as_ref(), "RSS" | "RSS1" | "RSS2" | "scriptingNews")
    {
        walk.note(
            rules::INVALID_OUTLINE_VERSION,
            version.at,
            format!("OPML does not name the version {}", quote(&version.value)),
        );
    }
}
