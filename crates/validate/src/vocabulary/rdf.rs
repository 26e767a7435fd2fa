//! RSS 0.90, 1.0 and 1.1, which are RDF: every resource is named, text and elements do not mix.

use super::super::element::{
    Attribute, Check, Content, Context, Element, FULL_URI, Need, PLAIN, URI_REFERENCE, element, parent, text,
};
use super::super::namespaces::Ns;
use super::super::rules;
use super::super::values::quote;
use super::super::walk::{Family, Frame, Walk};
use super::{atom, dublin_core, everywhere, feedburner, item, itunes, media, podcast, rss, shop};

const fn rdf(name: &'static str, need: Need, checks: &'static [Check]) -> Attribute {
    Attribute { ns: Ns::Rdf, name, need, checks }
}

const ABOUT: &[Attribute] = &[rdf("about", Need::May, &[URI_REFERENCE])];
const PARSE_TYPE: &[Attribute] = &[rdf("parseType", Need::May, &[])];
const ANY_TEXT: Content = Content::Text(&[]);

/// `<rdf:RDF>`
pub(super) const RDF: Element =
    element(Ns::Rdf, "RDF", Content::Children(&CHILDREN)).at_start(begin).at_end(finish);

/// `<Channel>` of RSS 1.1.
pub(super) const CHANNEL_11: Element =
    parent("Channel", &CHANNEL_10).attributes(ABOUT).at_start(about).at_end(finish_channel);

static CHILDREN: Context = Context::new(&[&[
    parent("channel", &CHANNEL_10).once().attributes(ABOUT).at_start(about).at_end(finish_channel),
    element(Ns::Rss090, "channel", Content::Children(&CHANNEL_10)).once().at_start(old),
    parent("item", &ITEM).attributes(ABOUT).at_start(about).at_end(named),
    parent("textinput", &rss::TEXT_INPUT).attributes(ABOUT).at_end(named),
    parent("image", &IMAGE).attributes(ABOUT).at_end(named),
    element(Ns::Cc, "License", Content::Anything),
    element(Ns::Taxo, "topic", Content::Anything),
    element(Ns::Rdf, "Description", Content::Anything),
]]);

/// The channel of RSS 1.0, which has fewer elements of its own.
static CHANNEL_10: Context = Context::new(&[
    CHANNEL_ONLY,
    rss::CHANNEL_COMMON,
    atom::IN_CHANNEL,
    everywhere::CHANNEL,
    everywhere::BOTH,
    media::ELEMENTS,
    everywhere::DC,
    everywhere::PLACES,
    everywhere::ELEMENTS,
    feedburner::ELEMENTS,
    itunes::BOTH,
    itunes::CHANNEL,
    podcast::CHANNEL,
])
.required(rss::CHANNEL_REQUIRED);

/// What only the channel of RSS 1.0 has.
const CHANNEL_ONLY: &[Element] = &[
    parent("items", &ITEMS).once().attributes(PARSE_TYPE).at_start(items),
    element(Ns::Core, "textinput", Content::Anything).once(),
    element(Ns::Rdfs, "label", ANY_TEXT),
    element(Ns::Rdfs, "comment", ANY_TEXT),
];

static ITEMS: Context = Context::new(&[&[
    element(Ns::Rdf, "Seq", Content::Children(&SEQUENCE)).at_start(sequence),
    parent("item", &ITEM).attributes(ABOUT).at_start(item_in_items),
]]);
static SEQUENCE: Context = Context::new(&[&[element(Ns::Rdf, "li", Content::Nothing)
    .attributes(&[super::super::element::may("resource", &[]), rdf("resource", Need::May, &[])])]]);

static ITEM: Context = Context::new(&[
    &[element(Ns::Rdfs, "label", ANY_TEXT), element(Ns::Rdfs, "comment", ANY_TEXT)],
    item::COMMON,
    atom::IN_ITEM,
    everywhere::ITEM,
    media::FILES,
    shop::ELEMENTS,
    everywhere::BOTH,
    media::ELEMENTS,
    everywhere::TRACKBACK_RDF,
    everywhere::DC,
    everywhere::PLACES,
    everywhere::ELEMENTS,
    itunes::BOTH,
    itunes::ITEM,
])
.required(&[(Ns::Core, "link", rules::MISSING_ELEMENT), (Ns::Core, "title", rules::MISSING_ELEMENT)]);

static IMAGE: Context = Context::new(&[
    &[
        text("title", &[Check::NotBlank, PLAIN]).once(),
        text("link", &[FULL_URI]).once(),
        text("url", &[FULL_URI]).once(),
        element(Ns::Cc, "license", Content::Anything),
    ],
    dublin_core::FREE,
    everywhere::DC,
    everywhere::PLACES,
    everywhere::ELEMENTS,
])
.required(&[
    (Ns::Core, "title", rules::MISSING_TITLE),
    (Ns::Core, "link", rules::MISSING_LINK),
    (Ns::Core, "url", rules::MISSING_ELEMENT),
]);

fn begin(walk: &mut Walk<'_>, _frame: &Frame<'_>) {
    walk.family = Family::Rdf;
    walk.format = "rss-1.0".to_owned();
}

fn finish(walk: &mut Walk<'_>, frame: &Frame<'_>) {
    if !frame.has(Ns::Core, "channel") && !frame.has(Ns::Rss090, "channel") {
        walk.note(rules::MISSING_ELEMENT, frame.at, "<rdf:RDF> has no <channel>");
    }
}

/// RSS 0.90: from here on its namespace is the format's own, and nothing has a name.
fn old(walk: &mut Walk<'_>, _frame: &Frame<'_>) {
    walk.format = "rss-0.90".to_owned();
    walk.adopt(Ns::Rss090);
}

/// A resource of RSS 1.0 says what it is about.
fn named(walk: &mut Walk<'_>, frame: &Frame<'_>) {
    if frame.attribute(Ns::Rdf, "about").is_none() && !walk.is_core(Ns::Rss090) {
        walk.note(rules::MISSING_ATTRIBUTE, frame.at, format!("<{}> has no rdf:about", frame.title()));
    }
}

/// No two resources are about the same.
fn about(walk: &mut Walk<'_>, frame: &Frame<'_>) {
    if let Some(about) = frame.attribute(Ns::Rdf, "about")
        && !walk.memory.abouts.insert(&about.value)
    {
        walk.note(
            rules::DUPLICATE_VALUE,
            about.at,
            format!("another resource is about {}", quote(&about.value)),
        );
    }
}

fn items(walk: &mut Walk<'_>, frame: &Frame<'_>) {
    if walk.parent().is_some_and(|channel| channel.attribute(Ns::Rdf, "about").is_none()) {
        walk.note(rules::MISSING_ATTRIBUTE, frame.at, "a channel with <items> has no rdf:about");
    }
}

fn sequence(walk: &mut Walk<'_>, frame: &Frame<'_>) {
    if walk.is_core(Ns::Rss11) {
        walk.note(rules::UNDEFINED_ELEMENT, frame.at, "<items> of RSS 1.1 has no element <rdf:Seq>");
    }
}

fn item_in_items(walk: &mut Walk<'_>, frame: &Frame<'_>) {
    if !walk.is_core(Ns::Rss11) {
        walk.note(rules::UNDEFINED_ELEMENT, frame.at, "<items> has no element <item>");
    }
    about(walk, frame);
}

fn finish_channel(walk: &mut Walk<'_>, frame: &Frame<'_>) {
    if frame.name == "channel" {
        named(walk, frame);
    }
    if frame.attribute(Ns::Rdf, "about").is_some() && !frame.has(Ns::Core, "items") {
        walk.note(rules::MISSING_ELEMENT, frame.at, format!("<{}> has no <items>", frame.title()));
    }
    itunes::finish_channel(walk, frame);
}

/// An element inside text: an extension, unless the text was there first.
pub(crate) fn place_in_text<'a>(walk: &mut Walk<'a>, frame: &mut Frame<'a>, _uri: &str) {
    let Some(parent) = walk.parent() else { return };
    let literal = parent.attribute(Ns::Rdf, "parseType").is_some_and(|kind| kind.value == "Literal");
    let prose = matches!(parent.content, Content::Text(checks) if checks.iter().any(Check::is_prose));
    if !literal && (prose || parent.inked || !parent.seen.is_empty()) {
        walk.note(
            rules::INVALID_RDF,
            frame.at,
            format!("<{}> mixes text and elements", walk.parent().map_or_else(String::new, Frame::title)),
        );
    }
    if frame.ns == Ns::Xhtml && frame.name == "div" {
        frame.content = Content::Div(false);
    } else {
        place_extension(walk, frame, false);
        judge_node(walk, frame);
    }
    if let Some(parent) = walk.parent_mut() {
        parent.mix(frame.ns, frame.name);
    }
}

/// A node element refers to nothing by attribute; that is for property elements (RDF/XML, 7.2.11).
fn judge_node(walk: &mut Walk<'_>, frame: &Frame<'_>) {
    for name in ["resource", "parseType", "datatype"] {
        if let Some(attribute) = frame.attribute(Ns::Rdf, name) {
            walk.note(
                rules::INVALID_RDF,
                attribute.at,
                format!("rdf:{name} on the node element <{}>", frame.title()),
            );
        }
    }
}

/// An element of an extension that nobody knows: RDF all the same.
pub(crate) fn place_extension<'a>(walk: &mut Walk<'a>, frame: &mut Frame<'a>, literal: bool) {
    let literal =
        literal || frame.attribute(Ns::Rdf, "parseType").is_some_and(|kind| kind.value == "Literal");
    if !literal {
        if frame.ns == Ns::Rss11 {
            walk.note(rules::UNDEFINED_ELEMENT, frame.at, format!("<{}> inside an extension", frame.title()));
        }
        about(walk, frame);
    }
    frame.content = Content::Rdf(literal);
    if let Some(parent) = walk.parent_mut()
        && matches!(parent.content, Content::Rdf(_))
    {
        parent.mix(frame.ns, frame.name);
    }
}

/// Text and elements do not mix.
pub(crate) fn finish_extension(walk: &mut Walk<'_>, frame: &Frame<'_>, literal: bool) {
    if !literal && !frame.seen.is_empty() && frame.inked {
        walk.note(rules::INVALID_RDF, frame.at, format!("<{}> mixes text and elements", frame.title()));
    }
}
