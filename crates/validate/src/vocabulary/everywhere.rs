//! Extensions that are not bound to one format: what may stand anywhere, in a channel or feed,
//! in an item or entry.

use super::super::element::{
    Attribute, Check, Content, Context, Element, FULL_URI, IRI, Need, PLAIN, element, may, must,
};
use super::super::namespaces::Ns;
use super::super::rules;
use super::super::values::date::Iso;
use super::super::values::uri::Form;
use super::super::walk::{Family, Frame, Walk};
use super::dublin_core::{self, resource};
use super::places;

const ANY_TEXT: Content = Content::Text(&[]);
const URL: Content = Content::Text(&[FULL_URI]);
const COUNT: Content = Content::Text(&[Check::NonNegative]);

/// What may stand in any element that takes extensions, by vocabulary.
pub(super) const ELEMENTS: &[Element] = &[
    element(Ns::Rdf, "RDF", Content::Anything),
    element(Ns::Rdf, "type", Content::Anything),
    element(Ns::Rdf, "Description", Content::Anything),
    resource(Ns::Rdfs, "seeAlso"),
    element(Ns::Opml, "dateCreated", Content::Text(&[Check::Rfc822])).once(),
    element(Ns::Opml, "dateModified", Content::Text(&[Check::Rfc822])).once(),
    element(Ns::Opml, "ownerName", Content::Text(&[Check::Html])).once(),
    element(Ns::Opml, "ownerEmail", Content::Text(&[PLAIN, Check::Contact])).once(),
    element(Ns::Opml, "ownerId", Content::Text(&[Check::Http])).once(),
];

/// Dublin Core and places go with [`ELEMENTS`] everywhere.
pub(super) const DC: &[Element] = dublin_core::ELEMENTS;
/// See [`DC`].
pub(super) const PLACES: &[Element] = places::ELEMENTS;

/// An attribute of the link module.
const fn l(name: &'static str, need: Need, checks: &'static [Check]) -> Attribute {
    Attribute { ns: Ns::L, name, need, checks }
}

const L_LINK: &[Attribute] = &[
    l("lang", Need::May, &[Check::Language]),
    l("rel", Need::Must, &[FULL_URI]),
    l("title", Need::May, &[PLAIN]),
    l("type", Need::May, &[Check::Mime(rules::INVALID_MIME_TYPE)]),
    Attribute {
        ns: Ns::Rdf,
        name: "resource",
        need: Need::May,
        checks: &[super::super::element::URI_REFERENCE],
    },
    Attribute { ns: Ns::Dc, name: "title", need: Need::May, checks: &[] },
];

/// In a channel, feed, item or entry.
pub(super) const BOTH: &[Element] =
    &[element(Ns::Taxo, "topics", Content::Anything), element(Ns::L, "link", ANY_TEXT).attributes(L_LINK)];

const IN_REPLY_TO: &[Attribute] = &[
    may("href", &[IRI]),
    may("ref", &[Check::Canonical]),
    may("source", &[IRI]),
    may("type", &[Check::Mime(rules::INVALID_MIME_TYPE)]),
];

const REPLY: Element = element(Ns::Thr, "in-reply-to", ANY_TEXT).attributes(IN_REPLY_TO);

/// In an item or entry.
pub(super) const ITEM: &[Element] = &[
    resource(Ns::Annotate, "reference").once(),
    element(Ns::Ag, "source", ANY_TEXT).once(),
    element(Ns::Ag, "sourceURL", URL).once(),
    element(Ns::Ag, "timestamp", Content::Text(&[Check::Iso(Iso::Loose)])).once(),
    element(Ns::Ev, "startdate", Content::Text(&[Check::IsoAnytime(Iso::Loose)])).once(),
    element(Ns::Ev, "enddate", Content::Text(&[Check::IsoAnytime(Iso::Loose)])).once(),
    element(Ns::Ev, "location", Content::Anything),
    element(Ns::Ev, "organizer", Content::Anything),
    element(Ns::Ev, "type", ANY_TEXT).once(),
    element(Ns::FeedBurner, "awareness", URL).once(),
    element(Ns::FeedBurner, "origEnclosureLink", URL).once(),
    element(Ns::FeedBurner, "origLink", URL).once(),
    element(Ns::Foaf, "maker", Content::Anything),
    element(Ns::Foaf, "primaryTopic", Content::Anything),
    element(Ns::Slash, "comments", COUNT).once(),
    element(Ns::Slash, "section", ANY_TEXT),
    element(Ns::Slash, "department", ANY_TEXT),
    element(
        Ns::Slash,
        "hit_parade",
        Content::Text(&[Check::Integers(rules::INVALID_COMMA_SEPARATED_INTEGERS)]),
    )
    .once(),
    element(Ns::Thr, "children", Content::Anything).at_start(only_rdf),
    element(Ns::Thr, "total", COUNT).once(),
    REPLY,
    element(Ns::Wfw, "comment", URL).once(),
    element(Ns::Wfw, "commentRss", URL).once(),
    element(Ns::Wfw, "commentRSS", URL).once().at_start(old_spelling),
    element(Ns::Wiki, "diff", ANY_TEXT),
    element(Ns::Wiki, "history", ANY_TEXT),
    element(Ns::Wiki, "importance", ANY_TEXT),
    element(Ns::Wiki, "status", ANY_TEXT),
    element(Ns::Wiki, "version", ANY_TEXT),
    element(Ns::Sx, "sync", Content::Anything),
    element(Ns::Conversations, "introMilliseconds", COUNT).once(),
    element(Ns::Conversations, "image", Content::Text(&[Check::Http])).once(),
    element(Ns::Conversations, "ratingAverage", Content::Text(&[Check::Decimal])).once(),
    element(Ns::Conversations, "ratingCount", COUNT).once(),
    element(Ns::Conversations, "ratingIndividual", Content::Text(&[Check::Positive])).once(),
    element(Ns::Conversations, "ratingTimestamp", Content::Text(&[Check::Iso(Iso::Loose)])).once(),
];

/// What a page may ask of robots.
const ROBOTS: &[&str] = &[
    "all",
    "none",
    "index",
    "index,follow",
    "index,nofollow",
    "noindex",
    "noindex,follow",
    "noindex,nofollow",
    "follow",
    "follow,index",
    "follow,noindex",
    "nofollow",
    "nofollow,index",
    "nofollow,noindex",
];
const PERIODS: &[&str] = &["hourly", "daily", "weekly", "monthly", "yearly"];

static QUERY: Context = Context::new(&[]);

/// In a channel or feed.
pub(super) const CHANNEL: &[Element] = &[
    resource(Ns::Admin, "generatorAgent").once().rivals(&[(
        Ns::Core,
        "generator",
        rules::DUPLICATE_SEMANTICS,
    )]),
    resource(Ns::Admin, "errorReportsTo").once(),
    element(Ns::BlogChannel, "blogRoll", URL).once(),
    element(Ns::BlogChannel, "mySubscriptions", URL).once(),
    element(Ns::BlogChannel, "blink", URL).once(),
    element(Ns::BlogChannel, "changes", URL).once(),
    element(Ns::Sy, "updatePeriod", Content::Text(&[Check::OneOf(PERIODS, rules::INVALID_UPDATE_PERIOD)]))
        .once(),
    element(Ns::Sy, "updateFrequency", Content::Text(&[Check::Positive, Check::NotBlank])).once(),
    element(Ns::Sy, "updateBase", dublin_core::W3CDTF).once(),
    element(Ns::Foaf, "maker", Content::Anything),
    resource(Ns::Cp, "server"),
    element(Ns::Wiki, "interwiki", ANY_TEXT),
    REPLY,
    element(Ns::Cf, "listinfo", Content::Anything),
    element(Ns::Cf, "treatAs", ANY_TEXT),
    element(Ns::OpenSearch, "totalResults", COUNT).once(),
    element(Ns::OpenSearch10, "totalResults", COUNT).once(),
    element(Ns::OpenSearch, "startIndex", Content::Text(&[Check::Integer])).once(),
    element(Ns::OpenSearch10, "startIndex", Content::Text(&[Check::Integer])).once(),
    element(Ns::OpenSearch, "itemsPerPage", COUNT).once(),
    element(Ns::OpenSearch10, "itemsPerPage", COUNT).once(),
    element(Ns::OpenSearch, "Query", Content::Children(&QUERY)).attributes(&[
        may("role", &[]),
        may("title", &[]),
        may("totalResults", &[Check::NonNegative]),
        may("searchTerms", &[]),
        may("count", &[Check::NonNegative]),
        may("startIndex", &[Check::Integer]),
        may("startPage", &[Check::Integer]),
        may("language", &[]),
        may("inputEncoding", &[]),
        may("outputEncoding", &[]),
    ]),
    element(Ns::Xhtml, "div", Content::Anything),
    element(Ns::Xhtml, "meta", Content::Nothing).attributes(&[
        must("name", &[Check::OneOfAnyCase(&["robots"], rules::INVALID_META_NAME)]),
        must("content", &[Check::OneOfAnyCase(ROBOTS, rules::INVALID_META_CONTENT)]),
    ]),
    element(Ns::Access, "restriction", Content::Nothing).once().attributes(&[must(
        "relationship",
        &[Check::OneOf(&["allow", "deny"], rules::INVALID_ACCESS_RESTRICTION_REL)],
    )]),
    element(Ns::Sx, "sharing", Content::Anything),
    element(Ns::Fh, "archive", Content::Nothing),
    element(Ns::Fh, "complete", Content::Nothing),
];

/// The licence of Creative Commons, beside which the older one says the same.
pub(super) const fn license(rule: &'static [super::super::element::Rival]) -> Element {
    element(Ns::CreativeCommons, "license", URL).rivals(rule)
}

/// In an item of RSS 2.0 or an Atom entry.
pub(super) const TRACKBACK: &[Element] =
    &[element(Ns::Trackback, "ping", URL).once(), element(Ns::Trackback, "about", URL)];

/// In an item of RSS 1.0.
pub(super) const TRACKBACK_RDF: &[Element] = &[
    resource(Ns::Trackback, "ping").once(),
    resource(Ns::Trackback, "about"),
    resource(Ns::L, "permalink").attributes(&[
        l("type", Need::May, &[Check::Mime(rules::INVALID_MIME_TYPE)]),
        Attribute {
            ns: Ns::Rdf,
            name: "resource",
            need: Need::May,
            checks: &[Check::Uri(Form::Reference, rules::INVALID_LINK)],
        },
        Attribute { ns: Ns::Dc, name: "title", need: Need::May, checks: &[] },
    ]),
];

fn only_rdf(walk: &mut Walk<'_>, frame: &Frame<'_>) {
    if walk.family != Family::Rdf {
        walk.note(rules::UNDEFINED_ELEMENT, frame.at, "<thr:children> belongs to RSS 1.0");
    }
}

fn old_spelling(walk: &mut Walk<'_>, frame: &Frame<'_>) {
    walk.note(rules::COMMENT_RSS, frame.at, "<wfw:commentRSS> is written <wfw:commentRss>");
}
