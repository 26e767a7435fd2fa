//! RSS 0.91 to 2.0 (rssboard.org/rss-specification), with the RSS Advisory Board's profile as
//! warnings. RSS 1.0 shares channel and item with it.

use super::super::element::{
    Check, Content, Context, Element, FULL_URI, PLAIN, element, may, must, parent, text,
};
use super::super::html::HTML4_ENTITIES;
use super::super::namespaces::Ns;
use super::super::rules;
use super::super::values::{integer, quote};
use super::super::walk::{Family, Frame, Walk};
use super::super::xml::Doctype;
use super::atom::INDEX;
use super::{atom, dublin_core, everywhere, feedburner, item, itunes, media, order, podcast};

const ANY_TEXT: Content = Content::Text(&[]);
const URL: &[Check] = &[FULL_URI];
const DATE: &[Check] = &[Check::Rfc822];
const MAIL: &[Check] = &[Check::ContactWithName];

/// `<rss>`
pub(super) const RSS: Element =
    parent("rss", &RSS_CHILDREN).attributes(&[must("version", &[])]).at_start(begin);

static RSS_CHILDREN: Context =
    Context::new(&[&[parent("channel", &CHANNEL).once().attributes(INDEX).at_end(finish_channel)]])
        .required(&[(Ns::Core, "channel", rules::MISSING_ELEMENT)]);

pub(super) const CHANNEL_REQUIRED: &[(Ns, &str, &rules::Rule)] = &[
    (Ns::Core, "description", rules::MISSING_DESCRIPTION),
    (Ns::Core, "link", rules::MISSING_LINK),
    (Ns::Core, "title", rules::MISSING_TITLE),
];

static CHANNEL: Context = Context::new(&[
    RSS_CHANNEL,
    CHANNEL_COMMON,
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
.required(CHANNEL_REQUIRED)
.each_child(channel_child);

/// What the channels of all versions have.
pub(super) const CHANNEL_COMMON: &[Element] = &[
    text("title", &[PLAIN, Check::NotBlank]).once().at_end(keep_title),
    text("link", URL).once().at_end(keep_link),
    text("description", &[PLAIN]).once(),
    parent("image", &IMAGE).once().attributes(IMAGE_ATTRIBUTES).at_end(finish_image),
    parent("textInput", &TEXT_INPUT).once().attributes(ABOUT).at_start(avoid_text_input),
    element(Ns::Core, "blink", ANY_TEXT).once().at_start(blink),
    element(Ns::Dc, "creator", ANY_TEXT).rivals(&[(Ns::Core, "managingEditor", rules::DUPLICATE_SEMANTICS)]),
    element(Ns::Dc, "subject", ANY_TEXT).rivals(&[(Ns::Core, "category", rules::DUPLICATE_SEMANTICS)]),
    element(Ns::Dc, "date", dublin_core::W3CDTF).once().rivals(&[(
        Ns::Core,
        "pubDate",
        rules::DUPLICATE_SEMANTICS,
    )]),
    element(Ns::Cc, "license", Content::Anything).rivals(&[(
        Ns::CreativeCommons,
        "license",
        rules::DUPLICATE_SEMANTICS,
    )]),
    everywhere::license(&[(Ns::Cc, "license", rules::DUPLICATE_SEMANTICS)]),
];

const RDF_ABOUT: super::super::element::Attribute = super::super::element::Attribute {
    ns: Ns::Rdf,
    name: "about",
    need: super::super::element::Need::May,
    checks: &[],
};

const IMAGE_ATTRIBUTES: &[super::super::element::Attribute] = &[
    RDF_ABOUT,
    super::super::element::Attribute { name: "resource", ..RDF_ABOUT },
    super::super::element::Attribute { name: "parseType", ..RDF_ABOUT },
];
const ABOUT: &[super::super::element::Attribute] = &[RDF_ABOUT];

/// What only RSS 0.9x and 2.0 have.
const RSS_CHANNEL: &[Element] = &[
    parent("item", &item::ITEM).at_end(item::finish_item),
    text("category", &[PLAIN]).attributes(&[may("domain", &[])]),
    element(Ns::Core, "cloud", Content::Nothing)
        .once()
        .attributes(&[
            must("domain", &[]),
            must("path", &[]),
            must("registerProcedure", &[]),
            must("protocol", &[]),
            must("port", &[]),
        ])
        .at_start(cloud),
    text("rating", &[]),
    text("ttl", &[Check::Positive, Check::NotBlank]).once(),
    text("docs", URL).once().at_end(keep_docs),
    text("generator", &[]).once().rivals(&[(Ns::Admin, "generatorAgent", rules::DUPLICATE_SEMANTICS)]),
    text("pubDate", DATE).once().rivals(&[(Ns::Dc, "date", rules::DUPLICATE_SEMANTICS)]),
    text("managingEditor", MAIL).once().rivals(&[(Ns::Dc, "creator", rules::DUPLICATE_SEMANTICS)]),
    text("webMaster", MAIL).once().rivals(&[(Ns::Dc, "publisher", rules::DUPLICATE_SEMANTICS)]),
    text("language", &[Check::Language]).once().rivals(&[(Ns::Dc, "language", rules::DUPLICATE_SEMANTICS)]),
    text("copyright", &[PLAIN]).once().rivals(&[(Ns::Dc, "rights", rules::DUPLICATE_SEMANTICS)]),
    text("lastBuildDate", DATE).once().rivals(&[(Ns::Dcterms, "modified", rules::DUPLICATE_SEMANTICS)]),
    parent("skipHours", &SKIP_HOURS).once().at_end(finish_hours),
    parent("skipDays", &SKIP_DAYS).once().at_end(finish_days),
];

static SKIP_HOURS: Context = Context::new(&[&[text("hour", &[Check::Look(hour)])]]).required(&[(
    Ns::Core,
    "hour",
    rules::MISSING_ELEMENT,
)]);
static SKIP_DAYS: Context = Context::new(&[&[text("day", &[Check::Look(day)])]]).required(&[(
    Ns::Core,
    "day",
    rules::MISSING_ELEMENT,
)]);

static IMAGE: Context = Context::new(&[
    &[
        text("title", &[Check::NotBlank, PLAIN]).once().at_end(image_title),
        text("link", URL).once().at_end(image_link),
        text("url", URL).once().at_end(image_url),
        text("width", &[Check::Look(width)]).once(),
        text("height", &[Check::Look(height)]).once(),
        text("description", &[PLAIN]).once(),
        element(Ns::Cc, "license", Content::Anything),
    ],
    dublin_core::FREE,
    everywhere::DC,
    everywhere::PLACES,
    everywhere::ELEMENTS,
]);

/// The text input of all versions.
pub(super) static TEXT_INPUT: Context = Context::new(&[
    &[
        text("title", &[PLAIN]).once(),
        text("description", &[]).once(),
        text("name", &[Check::Look(form_name)]).once(),
        text("link", URL).once(),
    ],
    dublin_core::FREE,
    everywhere::DC,
    everywhere::PLACES,
    everywhere::ELEMENTS,
])
.required(&[
    (Ns::Core, "title", rules::MISSING_TITLE),
    (Ns::Core, "link", rules::MISSING_LINK),
    (Ns::Core, "description", rules::MISSING_DESCRIPTION),
    (Ns::Core, "name", rules::MISSING_ELEMENT),
]);

const NETSCAPE: &str = "-//Netscape Communications//DTD RSS 0.91//EN";

/// The DTD of RSS 0.91 is no longer where it was.
pub(crate) fn doctype(walk: &mut Walk<'_>, doctype: &Doctype<'_>) {
    if doctype.public != Some(NETSCAPE) {
        return;
    }
    match doctype.system {
        Some("http://my.netscape.com/publish/formats/rss-0.91.dtd") => {
            walk.memory.netscape = true;
            walk.note(rules::DEPRECATED_DTD, doctype.at, "the DTD of RSS 0.91 is no longer served");
        }
        Some("http://www.rssboard.org/rss-0.91.dtd") => walk.memory.netscape = true,
        _ => {}
    }
}

/// The DTD of RSS 0.91 declares the entities of HTML 4; what others declare is not known.
pub(crate) fn skipped_entity(walk: &mut Walk<'_>, at: usize, name: &str) {
    let declared = walk.memory.netscape && HTML4_ENTITIES.split(' ').any(|known| known == name);
    if !declared {
        walk.note(rules::UNDEFINED_NAMED_ENTITY, at, format!("the entity &{name}; is not declared here"));
    }
}

fn begin(walk: &mut Walk<'_>, frame: &Frame<'_>) {
    walk.family = Family::Rss;
    let version = frame.attribute(Ns::Core, "version");
    walk.memory.version = version.map_or("2.0", |version| &version.value).to_owned();
    walk.format = format!("rss-{}", walk.memory.version);
    let Some(version) = version else { return };
    if walk.memory.netscape {
        if version.value != "0.91" {
            walk.note(
                rules::INVALID_DOCTYPE,
                version.at,
                format!("the DTD is that of RSS 0.91, the version {}", quote(&version.value)),
            );
        }
    } else if !matches!(version.value.as_ref(), "0.91" | "0.92" | "2.0") {
        walk.note(
            rules::INVALID_RSS_VERSION,
            version.at,
            format!("there is no RSS {}", quote(&version.value)),
        );
    }
}

/// Elements of the channel belong before its items.
fn channel_child(walk: &mut Walk<'_>, child: &Frame<'_>) {
    match child.name {
        _ if child.ns != Ns::Core => {}
        "item" => walk.memory.items.push(child.at),
        "rating" | "blink" => {}
        _ => order::misplaced(walk),
    }
}

fn finish_channel(walk: &mut Walk<'_>, frame: &Frame<'_>) {
    if walk.memory.version == "2.0" && !frame.links.iter().any(|link| link.rel == "self") {
        walk.note(rules::MISSING_ATOM_SELF_LINK, frame.at, "the channel has no atom:link with rel=\"self\"");
    }
    itunes::finish_channel(walk, frame);
    // Who follows the RSS Advisory Board's specification may extend elements by attributes.
    if frame.left.iter().any(|docs| docs.ends_with("//www.rssboard.org/rss-specification")) {
        walk.drop_notes(rules::USE_OF_EXTENSION_ATTR);
    }
}

fn keep_docs(walk: &mut Walk<'_>, frame: &Frame<'_>) {
    let docs = frame.value.trim().to_owned();
    if let Some(channel) = walk.parent_mut() {
        channel.left.push(docs);
    }
}

fn keep_title(walk: &mut Walk<'_>, frame: &Frame<'_>) {
    walk.memory.channel_title = frame.value.trim().to_owned();
}

fn keep_link(walk: &mut Walk<'_>, frame: &Frame<'_>) {
    walk.memory.channel_link = frame.value.trim().to_owned();
}

fn avoid_text_input(walk: &mut Walk<'_>, frame: &Frame<'_>) {
    if walk.family == Family::Rss {
        walk.note(rules::AVOID_TEXT_INPUT, frame.at, "readers show no text input");
    }
}

fn blink(walk: &mut Walk<'_>, frame: &Frame<'_>) {
    walk.note(rules::NO_BLINK, frame.at, "<channel> has no element <blink>");
}

fn cloud(walk: &mut Walk<'_>, frame: &Frame<'_>) {
    if let Some(port) = frame.attribute(Ns::Core, "port")
        && integer(&port.value).is_none_or(|port| port <= 0)
    {
        walk.note(
            rules::INVALID_INTEGER_ATTRIBUTE,
            port.at,
            format!("<cloud port>: {} is no port", quote(&port.value)),
        );
    }
}

fn hour(walk: &mut Walk<'_>, frame: &Frame<'_>) {
    let (value, at) = (frame.value.trim(), frame.value_place());
    let number = integer(value);
    let known = |hours: &[String], hour: i128| hours.iter().any(|known| known.parse() == Ok(hour));
    let hours = walk.parent().map_or(&[][..], |parent| &parent.left);
    let again =
        number.filter(|&hour| known(hours, hour) || (matches!(hour, 0 | 24) && known(hours, 24 - hour)));
    if let Some(hour) = again {
        walk.note(rules::DUPLICATE_VALUE, at, format!("the hour {hour} is there already"));
    }
    match number {
        Some(0..=23) if again.is_some() => {}
        Some(hour @ 0..=23) => {
            if let Some(parent) = walk.parent_mut() {
                parent.left.push(hour.to_string());
            }
        }
        _ if value == "24" => walk.note(rules::USE_ZERO_FOR_MIDNIGHT, at, "midnight is written 0"),
        _ => walk.note(rules::INVALID_HOUR, at, format!("{} is no hour from 0 to 23", quote(value))),
    }
}

fn finish_hours(walk: &mut Walk<'_>, frame: &Frame<'_>) {
    if frame.count(Ns::Core, "hour") > 24 {
        walk.note(rules::NOT_ENOUGH_HOURS_IN_THE_DAY, frame.at, "more than 24 hours");
    }
}

fn day(walk: &mut Walk<'_>, frame: &Frame<'_>) {
    const DAYS: &[&str] = &["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    let (value, at) = (frame.value.trim(), frame.value_place());
    if !DAYS.contains(&value) {
        walk.note(rules::INVALID_DAY, at, format!("{} is no weekday", quote(value)));
    } else if walk.parent().is_some_and(|parent| parent.left.iter().any(|known| known == value)) {
        walk.note(rules::DUPLICATE_VALUE, at, format!("{value} is there already"));
    } else if let Some(parent) = walk.parent_mut() {
        parent.left.push(value.to_owned());
    }
}

fn finish_days(walk: &mut Walk<'_>, frame: &Frame<'_>) {
    if frame.count(Ns::Core, "day") > 7 {
        walk.note(rules::EIGHT_DAYS_A_WEEK, frame.at, "more than seven days");
    }
}

fn finish_image(walk: &mut Walk<'_>, frame: &Frame<'_>) {
    if frame.attribute(Ns::Rdf, "resource").is_some() {
        return;
    }
    let mut want = |name: &str, rule| {
        if !frame.has(Ns::Core, name) {
            walk.note(rule, frame.at, format!("<image> has no <{name}>"));
        }
    };
    want("title", rules::MISSING_TITLE);
    want("url", rules::MISSING_ELEMENT);
    if frame.attribute(Ns::Rdf, "parseType").is_none() {
        want("link", rules::MISSING_LINK);
    }
}

fn image_title(walk: &mut Walk<'_>, frame: &Frame<'_>) {
    let title = frame.value.trim();
    if !walk.memory.channel_title.is_empty() && walk.memory.channel_title != title {
        let message =
            format!("{} is not the channel's title {}", quote(title), quote(&walk.memory.channel_title));
        walk.note(rules::IMAGE_TITLE_DOESNT_MATCH, frame.value_place(), message);
    }
}

fn image_link(walk: &mut Walk<'_>, frame: &Frame<'_>) {
    let link = frame.value.trim();
    if !walk.memory.channel_link.is_empty() && walk.memory.channel_link != link {
        let message =
            format!("{} is not the channel's link {}", quote(link), quote(&walk.memory.channel_link));
        walk.note(rules::IMAGE_LINK_DOESNT_MATCH, frame.value_place(), message);
    }
}

fn image_url(walk: &mut Walk<'_>, frame: &Frame<'_>) {
    let extension = frame.value.trim().rsplit('.').next().unwrap_or_default().to_lowercase();
    let word = !extension.is_empty() && extension.chars().all(|c| c.is_alphanumeric() || c == '_');
    if word && !matches!(extension.as_str(), "jpg" | "jpeg" | "gif" | "png") {
        walk.note(
            rules::IMAGE_URL_FORMAT,
            frame.value_place(),
            format!("the image ends in {}", quote(&extension)),
        );
    }
}

fn width(walk: &mut Walk<'_>, frame: &Frame<'_>) {
    size(walk, frame, 144, rules::INVALID_WIDTH);
}

fn height(walk: &mut Walk<'_>, frame: &Frame<'_>) {
    size(walk, frame, 400, rules::INVALID_HEIGHT);
}

fn size(walk: &mut Walk<'_>, frame: &Frame<'_>, most: i128, rule: &'static rules::Rule) {
    let value = frame.value.trim();
    if !integer(value).is_some_and(|size| (1..=most).contains(&size)) {
        walk.note(rule, frame.value_place(), format!("{} is no number from 1 to {most}", quote(value)));
    }
}

fn form_name(walk: &mut Walk<'_>, frame: &Frame<'_>) {
    let name = frame.value.trim();
    let letter = |c: char| ('A'..='z').contains(&c);
    let sound = |c: char| letter(c) || c.is_ascii_digit() || "-:._".contains(c);
    if !name.starts_with(letter) || !name.chars().all(sound) {
        walk.note(
            rules::INVALID_FORM_COMPONENT_NAME,
            frame.value_place(),
            format!("{} is no letter followed by letters, digits and \"-:._\"", quote(name)),
        );
    }
}
