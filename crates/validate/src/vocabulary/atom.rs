//! Atom 1.0 (RFC 4287) with paged feeds (RFC 5005), and Atom's elements inside RSS.

use super::super::construct::is_textual;
use super::super::element::{
    Attribute, Check, Content, Context, Element, FULL_URI, IRI, Need, PLAIN, URI_REFERENCE, element, may,
    must, parent, text,
};
use super::super::namespaces::{ATOM_03, Ns};
use super::super::rules;
use super::super::values::date::Iso;
use super::super::values::quote;
use super::super::values::uri::Form;
use super::super::walk::{Body, Family, Frame, Walk};
use super::link::{self, PAGING, look_at_alternates};
use super::{dublin_core, everywhere, feedburner, itunes, media, order, shop};

const DATE: &[Check] = &[Check::Iso(Iso::Rfc3339)];
const EXACT_DATE: &[Check] = &[Check::Iso(Iso::Rfc3339), Check::NoSpaceAround];
const ICON: &[Check] = &[Check::NotBlank, Check::NoSpaceAround, URI_REFERENCE];
const CONSTRUCT: Content = Content::Construct { media: false };
const CONSTRUCT_ATTRIBUTES: &[Attribute] = &[may("type", &[]), may("src", &[])];
/// Whether search engines may index the feed.
pub(super) const INDEX: &[Attribute] = &[Attribute {
    ns: Ns::Indexing,
    name: "index",
    need: Need::May,
    checks: &[Check::OneOf(&["yes", "no"], rules::INVALID_YES_NO)],
}];
const PARSE_TYPE: &[Attribute] =
    &[Attribute { ns: Ns::Rdf, name: "parseType", need: Need::May, checks: &[] }];

const fn construct(ns: Ns, name: &'static str) -> Element {
    element(ns, name, CONSTRUCT).attributes(CONSTRUCT_ATTRIBUTES).once()
}

const fn person(ns: Ns, name: &'static str) -> Element {
    element(ns, name, Content::Children(&PERSON)).attributes(PARSE_TYPE).at_end(finish_person)
}

const fn category(ns: Ns) -> Element {
    element(ns, "category", Content::Nothing).attributes(CATEGORY)
}

const CATEGORY: &[Attribute] =
    &[must("term", &[Check::NotBlank]), may("scheme", &[FULL_URI]), may("label", &[PLAIN])];
const GENERATOR: &[Attribute] =
    &[may("uri", &[Check::Uri(Form::Reference, rules::INVALID_URI_ATTRIBUTE)]), may("version", &[])];

const fn generator(ns: Ns) -> Element {
    element(ns, "generator", Content::Text(&[PLAIN, Check::NotBlank])).once().attributes(GENERATOR)
}

const NAME: Content = Content::Text(&[PLAIN, Check::NoAddress, Check::NotBlank]);
const URI: Content = Content::Text(&[Check::NotBlank, IRI, Check::NoSpaceAround]);

static PERSON: Context = Context::new(&[&[
    element(Ns::Core, "name", NAME).once(),
    element(Ns::Core, "email", Content::Text(&[Check::Address])).once(),
    element(Ns::Core, "uri", URI).once(),
    element(Ns::Atom, "name", NAME).once(),
    element(Ns::Atom, "email", Content::Text(&[Check::Address])).once(),
    element(Ns::Atom, "uri", URI).once(),
    dublin_core::resource(Ns::Foaf, "workplaceHomepage"),
    dublin_core::resource(Ns::Foaf, "homepage"),
    dublin_core::resource(Ns::Foaf, "weblog"),
    element(Ns::Foaf, "plan", Content::Text(&[])),
    element(Ns::Foaf, "firstName", Content::Text(&[])),
    element(Ns::Xhtml, "div", Content::Div(false)),
]]);

/// `<feed>`
pub(super) const FEED: Element = parent("feed", &FEED_CHILDREN).attributes(INDEX).at_end(finish_feed);
/// `<entry>`, in a feed or alone.
pub(super) const ENTRY: Element =
    parent("entry", &ENTRY_CHILDREN).attributes(PARSE_TYPE).at_end(finish_entry);

const FEED_OWN: &[Element] = &[
    person(Ns::Core, "author"),
    category(Ns::Core),
    person(Ns::Core, "contributor"),
    generator(Ns::Core),
    text("id", &[Check::Canonical, Check::NoSpaceAround]).once(),
    text("icon", ICON).once(),
    link::link(Ns::Core),
    text("logo", ICON).once(),
    construct(Ns::Core, "title"),
    construct(Ns::Core, "subtitle"),
    construct(Ns::Core, "rights"),
    text("updated", EXACT_DATE).once(),
];

static FEED_CHILDREN: Context = Context::new(&[
    &[ENTRY],
    FEED_OWN,
    dublin_core::FREE,
    &[everywhere::license(&[]), element(Ns::App, "collection", Content::Anything).once()],
    everywhere::CHANNEL,
    everywhere::BOTH,
    media::ELEMENTS,
    everywhere::DC,
    everywhere::PLACES,
    everywhere::ELEMENTS,
    feedburner::ELEMENTS,
    itunes::BOTH,
    itunes::CHANNEL,
])
.each_child(feed_child);

static SOURCE_CHILDREN: Context = Context::new(&[
    FEED_OWN,
    dublin_core::FREE,
    &[everywhere::license(&[])],
    everywhere::CHANNEL,
    everywhere::BOTH,
    media::ELEMENTS,
    everywhere::DC,
    everywhere::PLACES,
    everywhere::ELEMENTS,
    feedburner::ELEMENTS,
    itunes::BOTH,
    itunes::CHANNEL,
]);

static CONTROL: Context = Context::new(&[&[element(
    Ns::App,
    "draft",
    Content::Text(&[Check::OneOf(&["yes", "no"], rules::INVALID_YES_NO)]),
)
.once()]]);

static ENTRY_CHILDREN: Context = Context::new(&[
    &[
        person(Ns::Core, "author"),
        category(Ns::Core),
        element(Ns::Core, "content", Content::Construct { media: true })
            .attributes(CONSTRUCT_ATTRIBUTES)
            .once()
            .at_start(keep_body),
        person(Ns::Core, "contributor"),
        text("id", &[Check::Canonical, Check::NoSpaceAround, Check::Look(unique_id)]).once(),
        link::link(Ns::Core),
        text("published", EXACT_DATE).once(),
        parent("source", &SOURCE_CHILDREN).once().attributes(INDEX).at_end(finish_source),
        construct(Ns::Core, "rights"),
        construct(Ns::Core, "summary"),
        construct(Ns::Core, "title"),
        text("updated", &[Check::Iso(Iso::Rfc3339), Check::NoSpaceAround, Check::Look(unique_updated)])
            .once(),
        element(Ns::App, "edited", Content::Text(EXACT_DATE)).once(),
        element(Ns::App, "control", Content::Children(&CONTROL)).once(),
    ],
    dublin_core::FREE,
    &[everywhere::license(&[])],
    everywhere::ITEM,
    media::FILES,
    shop::ELEMENTS,
    everywhere::TRACKBACK,
    everywhere::BOTH,
    media::ELEMENTS,
    everywhere::DC,
    everywhere::PLACES,
    everywhere::ELEMENTS,
    itunes::BOTH,
    itunes::ITEM,
]);

/// Atom's elements in the channel of RSS.
pub(super) const IN_CHANNEL: &[Element] = &[
    person(Ns::Atom, "author"),
    category(Ns::Atom),
    person(Ns::Atom, "contributor"),
    generator(Ns::Atom),
    element(Ns::Atom, "id", Content::Text(&[FULL_URI])).once(),
    element(Ns::Atom, "icon", Content::Text(&[Check::NotBlank, URI_REFERENCE])).once(),
    link::link(Ns::Atom).at_end(after_items),
    element(Ns::Atom, "logo", Content::Text(&[Check::NotBlank, URI_REFERENCE])).once(),
    construct(Ns::Atom, "title"),
    construct(Ns::Atom, "subtitle"),
    construct(Ns::Atom, "rights"),
    element(Ns::Atom, "updated", Content::Text(DATE)).once(),
];

/// Atom's elements in an item of RSS.
pub(super) const IN_ITEM: &[Element] =
    &[
        element(Ns::Atom, "id", Content::Text(&[FULL_URI, Check::Look(unique_id_in_rss)]))
            .once()
            .rivals(&[(Ns::Core, "guid", rules::DUPLICATE_ITEM_SEMANTICS)]),
        construct(Ns::Atom, "title"),
        construct(Ns::Atom, "summary"),
        person(Ns::Atom, "author").once(),
        person(Ns::Atom, "contributor"),
        element(Ns::Atom, "content", Content::Construct { media: true }).attributes(CONSTRUCT_ATTRIBUTES),
        element(Ns::Atom, "published", Content::Text(DATE)).once(),
        element(Ns::Atom, "updated", Content::Text(DATE)).once(),
    ];

/// Atom's elements where nothing says that they may stand.
pub(super) const IN_QUESTION: &[Element] = &[
    person(Ns::Atom, "author"),
    category(Ns::Atom),
    element(Ns::Atom, "content", Content::Construct { media: true }).attributes(CONSTRUCT_ATTRIBUTES),
    person(Ns::Atom, "contributor"),
    generator(Ns::Atom),
    element(Ns::Atom, "icon", Content::Text(&[URI_REFERENCE])).once(),
    element(Ns::Atom, "id", Content::Text(&[Check::Canonical])).once(),
    link::link(Ns::Atom),
    element(Ns::Atom, "logo", Content::Text(&[URI_REFERENCE])).once(),
    element(Ns::Atom, "published", Content::Text(DATE)).once(),
    construct(Ns::Atom, "rights"),
    construct(Ns::Atom, "subtitle"),
    construct(Ns::Atom, "summary"),
    construct(Ns::Atom, "title"),
    element(Ns::Atom, "updated", Content::Text(DATE)).once(),
];

/// Recognises `<feed>` and `<entry>` by their namespace; whether they are to be looked into.
pub(super) fn root<'a>(walk: &mut Walk<'a>, frame: &mut Frame<'a>, uri: &str) -> bool {
    for prefix in ["atom", "xhtml"] {
        if walk.binds(prefix) {
            walk.note(
                rules::AVOID_NAMESPACE_PREFIX,
                frame.at,
                format!("the prefix {prefix} for a namespace of Atom"),
            );
        }
    }
    if uri == ATOM_03 {
        obsolete(walk, frame);
        return false;
    }
    if uri.is_empty() {
        walk.note(rules::MISSING_NAMESPACE, frame.at, format!("<{}> is in no namespace", frame.name));
    } else {
        walk.family = Family::Atom;
        walk.format = "atom-1.0".to_owned();
        walk.adopt(Ns::Atom);
        if Ns::exact(uri) != Some(Ns::Atom) {
            walk.note(
                rules::INVALID_NAMESPACE,
                frame.at,
                format!("<{}> is in {}, not in Atom's namespace", frame.name, quote(uri)),
            );
            walk.adopt_uri(uri);
        }
        frame.ns = Ns::Core;
    }
    true
}

/// Atom 0.3 is not looked into.
fn obsolete<'a>(walk: &mut Walk<'a>, frame: &mut Frame<'a>) {
    walk.note(rules::OBSOLETE_NAMESPACE, frame.at, format!("{ATOM_03} is that of Atom 0.3"));
    walk.format = "atom-0.3".to_owned();
    walk.family = Family::Atom;
    frame.content = Content::Anything;
}

/// Elements of the feed belong before its entries; with the first entry they are complete.
fn feed_child(walk: &mut Walk<'_>, child: &Frame<'_>) {
    let begun = walk.parent().is_some_and(|feed| feed.has(Ns::Core, "entry"));
    match child.name {
        _ if child.ns != Ns::Core => {}
        "entry" if !begun => walk.look_at_parent(look_at_metadata),
        "entry" => {}
        name if begun => {
            walk.note(rules::MISPLACED_METADATA, child.at, format!("<{name}> after an entry"));
        }
        _ => {}
    }
}

fn look_at_metadata(walk: &mut Walk<'_>, feed: &Frame<'_>) {
    finish_metadata(walk, feed, rules::MISSING_ELEMENT);
    if !feed.links.iter().any(|link| link.rel == "self") {
        walk.note(rules::MISSING_SELF, feed.at, "the feed has no link with rel=\"self\"");
    }
    itunes::finish_channel(walk, feed);
}

fn finish_metadata(walk: &mut Walk<'_>, feed: &Frame<'_>, missing: &'static rules::Rule) {
    for name in ["title", "id", "updated"] {
        if !feed.has(Ns::Core, name) {
            walk.note(missing, feed.at, format!("<{}> has no <{name}>", feed.title()));
        }
    }
    look_at_paging(walk, feed);
    look_at_alternates(walk, feed);
}

fn look_at_paging(walk: &mut Walk<'_>, feed: &Frame<'_>) {
    let here: Vec<&str> =
        feed.links.iter().filter(|link| link.rel == "self").map(|link| link.href.as_str()).collect();
    let complete = feed.has(Ns::Fh, "complete");
    let has = |rel: &str| feed.links.iter().any(|link| link.rel == rel);
    if complete {
        for link in
            feed.links.iter().filter(|link| link.rel != "current" && PAGING.contains(&link.rel.as_str()))
        {
            walk.note(
                rules::FEED_REL_IN_COMPLETE_FEED,
                link.at,
                format!("a link to {} in a complete feed", link.rel),
            );
        }
    }
    let served = walk.served;
    let elsewhere = |href: &str| !here.contains(&href) && !served.is_from(href);
    let current = feed.links.iter().filter(|link| complete && link.rel == "current");
    for link in current.filter(|link| elsewhere(&link.href)) {
        walk.note(
            rules::CURRENT_NOT_SELF_IN_COMPLETE_FEED,
            link.at,
            format!("the current feed {} is not this one, which is complete", quote(&link.href)),
        );
    }
    for (end, beyond) in [("first", "previous"), ("last", "next")] {
        let at_end = feed.links.iter().any(|link| link.rel == end && here.contains(&link.href.as_str()));
        for link in feed.links.iter().filter(|link| at_end && link.rel == beyond) {
            walk.note(
                rules::LINK_PAST_END,
                link.at,
                format!("this page is the {end} one and links to a {beyond} one"),
            );
        }
    }
    if feed.has(Ns::Fh, "archive") && !complete {
        if !has("prev-archive") && !has("next-archive") {
            walk.note(rules::ARCHIVE_INCOMPLETE, feed.at, "an archive without prev-archive and next-archive");
        }
        if !has("current") {
            walk.note(
                rules::MISSING_CURRENT_IN_ARCHIVE,
                feed.at,
                "an archive without a link to the current feed",
            );
        }
    }
}

fn finish_feed(walk: &mut Walk<'_>, frame: &Frame<'_>) {
    let entries = frame.count(Ns::Core, "entry") as usize;
    if entries > 9 && entries == walk.memory.repeated_ids + 1 {
        walk.drop_notes(rules::DUPLICATE_ENTRIES);
        walk.note(rules::DUPLICATE_IDS, frame.at, "all entries share one id");
    }
    if entries == 0 {
        finish_metadata(walk, frame, rules::MISSING_ELEMENT);
        if !frame.links.iter().any(|link| link.rel == "self") {
            walk.note(rules::MISSING_SELF, frame.at, "the feed has no link with rel=\"self\"");
        }
        itunes::finish_channel(walk, frame);
    }
}

fn finish_source(walk: &mut Walk<'_>, frame: &Frame<'_>) {
    finish_metadata(walk, frame, rules::MISSING_SOURCE_ELEMENT);
    if frame.has(Ns::Core, "author")
        && let Some(entry) = walk.parent_mut()
        && !entry.has(Ns::Core, "author")
    {
        entry.seen.push((Ns::Core, "author", 1));
    }
}

fn keep_body(walk: &mut Walk<'_>, frame: &Frame<'_>) {
    let body =
        Body { elsewhere: frame.attribute(Ns::Core, "src").is_some(), kind: frame.plain("type").to_owned() };
    if let Some(entry) = walk.parent_mut() {
        entry.body = Some(body);
    }
}

fn unique_id(walk: &mut Walk<'_>, frame: &Frame<'_>) {
    let id = frame.value.trim();
    if id.is_empty() {
        walk.note(rules::NOT_BLANK, frame.at, "<id> is empty");
    } else if !walk.memory.ids.insert(id) {
        walk.memory.repeated_ids += 1;
        walk.note(
            rules::DUPLICATE_ENTRIES,
            frame.value_place(),
            format!("another entry has the id {}", quote(id)),
        );
    }
}

fn unique_id_in_rss(walk: &mut Walk<'_>, frame: &Frame<'_>) {
    let id = frame.value.trim();
    if id.is_empty() {
        walk.note(rules::NOT_BLANK, frame.at, "<atom:id> is empty");
    } else if !walk.memory.atom_ids.insert(id) {
        walk.note(
            rules::DUPLICATE_VALUE,
            frame.value_place(),
            format!("another item has the id {}", quote(id)),
        );
    }
}

fn unique_updated(walk: &mut Walk<'_>, frame: &Frame<'_>) {
    let updated = frame.value.trim();
    if updated.is_empty() {
        walk.note(rules::NOT_BLANK, frame.at, "<updated> is empty");
    } else if !walk.memory.updated.insert(updated) {
        walk.note(
            rules::DUPLICATE_UPDATED,
            frame.value_place(),
            format!("another entry was updated at {}", quote(updated)),
        );
    }
}

fn finish_entry(walk: &mut Walk<'_>, frame: &Frame<'_>) {
    let author =
        frame.has(Ns::Core, "author") || walk.parent().is_some_and(|feed| feed.has(Ns::Core, "author"));
    let mut want = |present: bool, name: &str| {
        if !present {
            walk.note(rules::MISSING_ELEMENT, frame.at, format!("<entry> has no <{name}>"));
        }
    };
    want(frame.has(Ns::Core, "title"), "title");
    want(author, "author");
    want(frame.has(Ns::Core, "id"), "id");
    want(frame.has(Ns::Core, "updated"), "updated");
    look_at_body(walk, frame);
    look_at_alternates(walk, frame);
    itunes::finish_item(walk, frame);
}

fn look_at_body(walk: &mut Walk<'_>, frame: &Frame<'_>) {
    let summary = frame.has(Ns::Core, "summary");
    match &frame.body {
        Some(body) if !summary => {
            if body.elsewhere || (!is_textual(&body.kind) && !body.kind.ends_with("/html")) {
                walk.note(
                    rules::MISSING_SUMMARY,
                    frame.at,
                    "an entry whose content is elsewhere or binary has no <summary>",
                );
            }
        }
        Some(_) => {}
        None => {
            if !summary {
                walk.note(
                    rules::MISSING_TEXTUAL_CONTENT,
                    frame.at,
                    "<entry> has neither <content> nor <summary>",
                );
            }
            if !frame.links.iter().any(|link| link.rel == "alternate") {
                let message = "<entry> has neither <content> nor a link with rel=\"alternate\"";
                walk.note(rules::MISSING_CONTENT_OR_ALTERNATE, frame.at, message);
            }
        }
    }
}

fn finish_person(walk: &mut Walk<'_>, frame: &Frame<'_>) {
    if !frame.has(Ns::Core, "name") && !frame.has(Ns::Atom, "name") {
        walk.note(rules::MISSING_ELEMENT, frame.at, format!("<{}> has no <name>", frame.title()));
    }
}

/// A link of the channel belongs before its items too.
fn after_items(walk: &mut Walk<'_>, _frame: &Frame<'_>) {
    order::misplaced(walk);
}
