//! Media RSS 1.5.1: pictures, sound and film of an item, who made them, who may see them.

use super::super::check;
use super::super::element::{Attribute, Check, Content, Context, Element, FULL_URI, Need, PLAIN, element};
use super::super::namespaces::Ns;
use super::super::rules;
use super::super::values::{country, decimal, quote};
use super::super::walk::{Frame, Walk};
use super::everywhere;

/// An attribute that may be missing or empty.
const fn opt(name: &'static str, checks: &'static [Check]) -> Attribute {
    Attribute { ns: Ns::Core, name, need: Need::MayBeEmpty, checks }
}

/// An attribute that must hold something.
const fn filled(name: &'static str, checks: &'static [Check]) -> Attribute {
    Attribute { ns: Ns::Core, name, need: Need::MustBeFilled, checks }
}

const fn media(name: &'static str, content: Content) -> Element {
    element(Ns::Media, name, content)
}

const PIXELS: &[Check] = &[Check::Positive];
const TRUE_FALSE: &[Check] = &[Check::OneOfAnyCase(&["true", "false"], rules::INVALID_TRUE_FALSE)];
const TEXT_TYPE: Attribute = opt("type", &[Check::OneOf(&["plain", "html"], rules::INVALID_MEDIA_TEXT_TYPE)]);
const WORDS: Content = Content::Text(&[Check::Look(words)]);

/// In an item, a channel, a group or a single medium.
pub(super) const ELEMENTS: &[Element] = &[
    media("adult", Content::Text(TRUE_FALSE)).once().at_start(adult),
    media("category", Content::Text(&[PLAIN]))
        .attributes(&[opt("label", &[PLAIN]), opt("scheme", &[FULL_URI])]),
    media("copyright", Content::Text(&[PLAIN])).once().attributes(&[opt("url", &[FULL_URI])]),
    media("credit", Content::Text(&[])).attributes(&[opt("role", &[]), opt("scheme", &[])]).at_start(credit),
    media("description", WORDS).once().attributes(&[TEXT_TYPE]),
    media("keywords", Content::Text(&[])),
    media("hash", Content::Text(&[Check::Look(hash)]))
        .attributes(&[opt("algo", &[Check::OneOf(&["md5", "sha-1"], rules::INVALID_MEDIA_HASH)])]),
    media("player", Content::Nothing).attributes(&[
        filled("url", &[FULL_URI]),
        opt("height", PIXELS),
        opt("width", PIXELS),
    ]),
    media("rating", Content::Text(&[Check::Look(rating)])).attributes(&[opt("scheme", &[])]),
    media("restriction", Content::Text(&[Check::Look(restriction)]))
        .attributes(&[opt("relationship", &[]), opt("type", &[])]),
    media("text", WORDS).attributes(&[
        TEXT_TYPE,
        opt("lang", &[Check::Language]),
        opt("start", &[Check::PlayTime]),
        opt("end", &[Check::PlayTime]),
    ]),
    media("title", WORDS).once().attributes(&[TEXT_TYPE]),
    media("thumbnail", Content::Text(&[])).attributes(&[
        filled("url", &[FULL_URI]),
        opt("height", PIXELS),
        opt("width", PIXELS),
        opt("time", &[Check::PlayTime]),
    ]),
];

const MEDIA: &[&str] = &["image", "audio", "video", "document", "executable"];

static INSIDE: Context = Context::new(&[ELEMENTS, everywhere::ELEMENTS, everywhere::DC, everywhere::PLACES]);

/// One medium.
const CONTENT: Element = media("content", Content::Children(&INSIDE))
    .attributes(&[
        opt("bitrate", &[]),
        opt("channels", &[Check::NonNegative]),
        opt("duration", &[]),
        opt("expression", &[Check::OneOf(&["sample", "full", "nonstop"], rules::INVALID_MEDIA_EXPRESSION)]),
        opt("fileSize", PIXELS),
        opt("framerate", &[]),
        opt("height", PIXELS),
        opt("isDefault", TRUE_FALSE),
        opt("lang", &[Check::Language]),
        opt("medium", &[Check::OneOf(MEDIA, rules::INVALID_MEDIA_MEDIUM)]),
        opt("samplingrate", &[]),
        opt("type", &[Check::Mime(rules::INVALID_MIME_ATTRIBUTE)]),
        opt("url", &[FULL_URI]),
        opt("width", PIXELS),
    ])
    .at_start(rates);

static ALTERNATIVES: Context = Context::new(&[&[CONTENT], ELEMENTS]);

/// The same in several forms.
const GROUP: Element = media("group", Content::Children(&ALTERNATIVES)).at_end(group);

/// Media of an item or entry, beside [`ELEMENTS`].
pub(super) const FILES: &[Element] = &[CONTENT, GROUP];

fn adult(walk: &mut Walk<'_>, frame: &Frame<'_>) {
    walk.note(rules::DEPRECATED_MEDIA_ADULT, frame.at, "<media:adult> is written <media:rating>");
}

fn group(walk: &mut Walk<'_>, frame: &Frame<'_>) {
    let count = frame.count(Ns::Media, "content");
    if count < 2 {
        walk.note(rules::MEDIA_GROUP_WITHOUT_ALTERNATIVES, frame.at, format!("a group of {count} media"));
    }
}

fn rates(walk: &mut Walk<'_>, frame: &Frame<'_>) {
    for name in ["bitrate", "duration", "framerate", "samplingrate"] {
        let Some(attribute) = frame.attribute(Ns::Core, name).filter(|attribute| !attribute.value.is_empty())
        else {
            continue;
        };
        if !decimal(&attribute.value) && !attribute.value.starts_with(|c: char| c.is_ascii_digit()) {
            walk.note(
                rules::INVALID_FLOAT,
                attribute.at,
                format!("<media:content {name}>: {} is no number", quote(&attribute.value)),
            );
        }
    }
}

/// Title, description and text: plain unless they say html.
fn words(walk: &mut Walk<'_>, frame: &Frame<'_>) {
    let (subject, at) = (format!("<{}>", frame.title()), frame.value_place());
    if frame.plain("type") == "html" {
        check::body(walk, &subject, &frame.value, at, false);
    } else {
        check::plain_text(walk, frame, rules::CONTAINS_UNDECLARED_HTML, &subject, frame.value.trim(), at);
    }
}

fn hash(walk: &mut Walk<'_>, frame: &Frame<'_>) {
    let value = frame.value.trim();
    let length = if frame.plain("algo") == "sha-1" { 40 } else { 32 };
    if value.len() != length || !value.bytes().all(|b| b.is_ascii_alphanumeric()) {
        walk.note(
            rules::INVALID_MEDIA_HASH,
            frame.value_place(),
            format!("{} is not {length} hexadecimal digits", quote(value)),
        );
    }
}

fn rating(walk: &mut Walk<'_>, frame: &Frame<'_>) {
    const MPAA: &[&str] = &["g", "m", "nc-17", "pg", "pg-13", "r", "x"];
    const V_CHIP: &[&str] =
        &["14+", "18+", "c", "c8", "g", "pg", "tv-14", "tv-g", "tv-ma", "tv-pg", "tv-y", "tv-y7", "tv-y7-fv"];
    let value = frame.value.trim();
    let sound = match frame.plain("scheme") {
        "" | "urn:simple" => matches!(value, "adult" | "nonadult"),
        "urn:mpaa" => MPAA.contains(&value),
        "urn:v-chip" => V_CHIP.contains(&value),
        "urn:icra" => is_icra(value),
        scheme => return check::value(walk, frame, &FULL_URI, &"<media:rating scheme>", scheme, frame.at),
    };
    if !sound {
        walk.note(
            rules::INVALID_MEDIA_RATING,
            frame.value_place(),
            format!("{} is no rating of the scheme {}", quote(value), quote(frame.plain("scheme"))),
        );
    }
}

/// `r (nz 1 vz 1 …)`: pairs of a label and 0 or 1.
fn is_icra(value: &str) -> bool {
    let Some(labels) = value.strip_prefix("r (").and_then(|rest| rest.strip_suffix(')')) else {
        return false;
    };
    let words: Vec<&str> = labels.split(' ').collect();
    words.len().is_multiple_of(2)
        && words.chunks(2).all(|pair| {
            matches!(
                (pair[0].as_bytes(), pair[1]),
                ([b'n' | b's' | b'v' | b'l' | b'o' | b'c' | b'x', b'z'], "0" | "1")
                    | (
                        [b'n' | b'l', b'a'..=b'c']
                            | [b's', b'a'..=b'f']
                            | [b'v', b'a'..=b'j']
                            | [b'o', b'a'..=b'h'],
                        "1"
                    )
                    | ([b'c', b'a'..=b'b'] | [b'x', b'a'..=b'e'], "1")
            )
        })
}

fn restriction(walk: &mut Walk<'_>, frame: &Frame<'_>) {
    let (value, at) = (frame.value.trim(), frame.value_place());
    match frame.plain("relationship") {
        "" => walk.note(rules::MISSING_ATTRIBUTE, frame.at, "<media:restriction> has no relationship"),
        "allow" | "deny" => {}
        other => walk.note(
            rules::INVALID_MEDIA_RESTRICTION_REL,
            frame.at,
            format!("{} is neither allow nor deny", quote(other)),
        ),
    }
    match frame.plain("type") {
        "" if matches!(value, "" | "all" | "none") => {}
        "" => walk.note(
            rules::INVALID_MEDIA_RESTRICTION,
            at,
            format!("{} is neither all nor none", quote(value)),
        ),
        "country" => {
            for code in value.split(' ').filter(|code| !country(&code.to_uppercase())) {
                walk.note(rules::INVALID_COUNTRY_CODE, at, format!("{} is no country", quote(code)));
            }
        }
        "uri" => check::value(walk, frame, &FULL_URI, &"<media:restriction>", value, at),
        other => walk.note(
            rules::INVALID_MEDIA_RESTRICTION_TYPE,
            frame.at,
            format!("{} is neither country nor uri", quote(other)),
        ),
    }
}

fn credit(walk: &mut Walk<'_>, frame: &Frame<'_>) {
    let (scheme, role) = (frame.plain("scheme"), frame.plain("role"));
    let ebu = matches!(scheme, "" | "urn:ebu");
    if !role.is_empty() && ((ebu && !EBU_ROLES.contains(&role)) || role != role.to_lowercase()) {
        walk.note(rules::INVALID_CREDIT_ROLE, frame.at, format!("{} is no role of the list", quote(role)));
    }
    if !ebu {
        check::value(walk, frame, &FULL_URI, &"<media:credit scheme>", scheme, frame.at);
    }
}

/// Roles of the European Broadcasting Union (tech 3279), and the few that are used besides.
const EBU_ROLES: &[&str] = &[
    "actor",
    "adaptor",
    "anchor person",
    "animal trainer",
    "animator",
    "announcer",
    "armourer",
    "art director",
    "artist",
    "artist/performer",
    "assistant camera",
    "assistant chief lighting technician",
    "assistant director",
    "assistant producer",
    "assistant visual editor",
    "author",
    "broadcast assistant",
    "broadcast journalist",
    "camera operator",
    "carpenter",
    "casting",
    "causeur",
    "chief lighting technician",
    "choir",
    "choreographer",
    "clapper loader",
    "commentary or commentator",
    "commissioning broadcaster",
    "composer",
    "computer programmer",
    "conductor",
    "consultant",
    "continuity checker",
    "correspondent",
    "costume designer",
    "dancer",
    "dialogue coach",
    "director",
    "director of photography",
    "distribution company",
    "draughtsman",
    "dresser",
    "dubber",
    "editor",
    "editor/producer",
    "ensemble",
    "executive producer",
    "expert",
    "fight director",
    "floor manager",
    "focus puller",
    "foley artist",
    "foley editor",
    "foley mixer",
    "graphic assistant",
    "graphic designer",
    "greensman",
    "grip",
    "hairdresser",
    "illustrator",
    "interviewed guest",
    "interviewer",
    "key character",
    "key grip",
    "key talents",
    "leadman",
    "librettist",
    "lighting director",
    "lighting technician",
    "location manager",
    "lyricist",
    "make up artist",
    "manufacturer",
    "matte artist",
    "music arranger",
    "music group",
    "musician",
    "news reader",
    "orchestra",
    "participant",
    "performer",
    "photographer",
    "post",
    "producer",
    "production assistant",
    "production company",
    "production department",
    "production manager",
    "production secretary",
    "programme production researcher",
    "programme proposal",
    "property manager",
    "publishing company",
    "puppeteer",
    "pyrotechnician",
    "reporter",
    "rigger",
    "runner",
    "scenario",
    "scenic operative",
    "script supervisor",
    "second assistant camera",
    "second assistant director",
    "second unit director",
    "set designer",
    "set dresser",
    "sign language",
    "singer",
    "sound designer",
    "sound mixer",
    "sound recordist",
    "special effects",
    "stunts",
    "subtitles",
    "technical director",
    "term",
    "translation",
    "transportation manager",
    "treatment",
    "treatment proposal",
    "treatment/programme proposal",
    "vision mixer",
    "visual editor",
    "visual effects",
    "wardrobe",
    "witness",
];
