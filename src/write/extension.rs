//! Elements of other namespaces, once for RSS and Atom: Media RSS, GeoRSS, threads, podcasts.
//!
//! Prefixes are fixed, and a namespace is declared on the root if and only if an element uses it.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::model::{Entry, Media};
use crate::text::{codes, escape};

use super::{facts, safe};

/// Every namespace that is ever declared, by its customary prefix. `dc` and `content` are
/// declared by the `rss` crate.
const NAMESPACES: [(&str, &str); 10] = [
    ("at", "http://purl.org/atompub/tombstones/1.0"),
    ("atom", "http://www.w3.org/2005/Atom"),
    ("creativeCommons", "http://backend.userland.com/creativeCommonsRssModule"),
    ("fh", "http://purl.org/syndication/history/1.0"),
    ("georss", "http://www.georss.org/georss"),
    ("itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd"),
    ("media", "http://search.yahoo.com/mrss/"),
    ("podcast", "https://podcastindex.org/namespace/1.0"),
    ("slash", "http://purl.org/rss/1.0/modules/slash/"),
    ("thr", "http://purl.org/syndication/thread/1.0"),
];

/// The namespaces of these prefixes.
pub(super) fn declared<'a>(prefixes: impl Iterator<Item = &'a String>) -> BTreeMap<String, String> {
    let mut declared = BTreeMap::new();
    for prefix in prefixes {
        if !declared.contains_key(prefix) {
            let known = NAMESPACES.iter().find(|(known, _)| known == prefix);
            declared.extend(known.map(|(prefix, uri)| ((*prefix).to_owned(), (*uri).to_owned())));
        }
    }
    declared
}

/// An element with a prefixed name. Attributes and texts are safe, and not yet escaped.
pub(super) struct Element {
    name: &'static str,
    attributes: Vec<(&'static str, String)>,
    text: String,
    children: Vec<Element>,
}

impl Element {
    /// An element with text. Empty text keeps the writer from breaking the line inside it.
    pub(super) fn new(name: &'static str, text: impl Into<String>) -> Self {
        Self { name, attributes: Vec::new(), text: text.into(), children: Vec::new() }
    }

    /// With an attribute more, where there is a value.
    pub(super) fn with(mut self, name: &'static str, value: Option<impl Into<String>>) -> Self {
        self.attributes.extend(value.map(|value| (name, value.into())));
        self
    }

    /// With an element more inside of it.
    pub(super) fn holding(mut self, child: Self) -> Self {
        self.children.push(child);
        self
    }

    fn child(&mut self, child: Option<Self>) {
        self.children.extend(child);
    }

    /// Prefix and local name.
    fn names(&self) -> (&'static str, &'static str) {
        self.name.split_once(':').unwrap_or(("", self.name))
    }

    fn text(&mut self) -> Option<String> {
        // Text before children would stand between them and their indentation.
        self.children.is_empty().then(|| std::mem::take(&mut self.text))
    }
}

/// Adds an element to the extensions of an RSS channel or item.
pub(super) fn add_to_rss(map: &mut rss::extension::ExtensionMap, element: Element) {
    let (prefix, local) = element.names();
    map.entry(prefix.to_owned()).or_default().entry(local.to_owned()).or_default().push(element.into());
}

/// Adds an element to the extensions of an Atom feed or entry.
pub(super) fn add_to_atom(map: &mut atom_syndication::extension::ExtensionMap, element: Element) {
    let (prefix, local) = element.names();
    map.entry(prefix.to_owned()).or_default().entry(local.to_owned()).or_default().push(element.into());
}

impl From<Element> for rss::extension::Extension {
    fn from(mut element: Element) -> Self {
        let value = element.text();
        let attrs = element.attributes.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        let mut children = BTreeMap::<_, Vec<Self>>::new();
        for child in element.children {
            children.entry(child.names().1.to_owned()).or_default().push(child.into());
        }
        Self { name: element.name.to_owned(), value, attrs, children }
    }
}

impl From<Element> for atom_syndication::extension::Extension {
    fn from(mut element: Element) -> Self {
        let value = element.text();
        // atom_syndication 0.12 writes the attributes of extensions as they are.
        let escaped = |value: String| quick_xml::escape::escape(value).into_owned();
        let attributes = element.attributes.into_iter();
        let attrs = attributes.map(|(name, value)| (name.to_owned(), escaped(value))).collect();
        let mut children = BTreeMap::<_, Vec<Self>>::new();
        for child in element.children {
            children.entry(child.names().1.to_owned()).or_default().push(child.into());
        }
        Self { name: element.name.to_owned(), value, attrs, children }
    }
}

/// What RSS and Atom say of an entry in the same words. `enclosed`: the files, by their addresses as they
/// came, that the format names by an element of its own; `timed`: whether it says how long they are.
pub(super) fn of(entry: &Entry, enclosed: &[&str], timed: bool) -> Vec<Element> {
    let mut all = media(entry, &|media| is_told(entry, media, enclosed, timed));
    all.extend(
        entry
            .thumbnail
            .as_deref()
            .and_then(safe::url)
            .map(|url| Element::new("media:thumbnail", "").with("url", Some(url))),
    );
    all.extend(
        entry.point.filter(on_earth).map(|(lat, long)| Element::new("georss:point", format!("{lat} {long}"))),
    );
    all.extend(
        entry
            .in_reply_to
            .iter()
            .filter_map(|id| Some(Element::new("thr:in-reply-to", "").with("ref", Some(safe::uri(id)?)))),
    );
    all.extend(entry.transcripts.iter().filter_map(|(url, mime)| {
        let url = safe::url(url)?;
        let mime = facts::mime(mime.as_deref(), &url);
        Some(Element::new("podcast:transcript", "").with("type", Some(mime)).with("url", Some(url)))
    }));
    all.extend(entry.chapters.as_deref().and_then(safe::url).map(|url| {
        Element::new("podcast:chapters", "")
            .with("type", Some("application/json+chapters"))
            .with("url", Some(url))
    }));
    all
}

fn on_earth((lat, long): &(f64, f64)) -> bool {
    lat.abs() <= 90.0 && long.abs() <= 180.0
}

/// `media:content`, alone or in a `media:group` of two or more.
fn media(entry: &Entry, is_told: &dyn Fn(&Media) -> bool) -> Vec<Element> {
    let mut groups = BTreeMap::<u32, Vec<Element>>::new();
    let mut all = Vec::new();
    for media in entry.media.iter().filter(|media| !is_told(media)) {
        let Some(element) = media_content(media) else { continue };
        match media.group {
            Some(group) => groups.entry(group).or_default().push(element),
            None => all.push(element),
        }
    }
    for members in groups.into_values() {
        if members.len() == 1 {
            all.extend(members);
        } else {
            all.push(Element { children: members, ..Element::new("media:group", "") });
        }
    }
    all
}

/// Whether a media object says nothing that the enclosure does not: then readers would list the file twice.
fn is_told(entry: &Entry, media: &Media, enclosed: &[&str], timed: bool) -> bool {
    if !enclosed.contains(&media.url.as_str()) {
        return false;
    }
    let Some(file) = entry.enclosures.iter().find(|file| file.url == media.url) else { return false };
    let medium = media.medium.as_deref();
    let kind = facts::mime(file.mime.as_deref(), &file.url);
    let is_plain = media.title.is_none()
        && media.description.is_none()
        && media.credits.is_empty()
        && media.copyright.is_none()
        && media.rating.is_none()
        && media.restriction.is_none();
    is_plain
        && media.width.is_none()
        && media.height.is_none()
        && (timed || media.duration_seconds.and_then(facts::whole_seconds).is_none())
        && media.mime.as_deref().is_none_or(|mime| mime == kind)
        && media.length.is_none_or(|length| length == 0 || Some(length) == file.length)
        && medium.is_none_or(|medium| kind.split('/').next() == Some(medium))
}

fn media_content(media: &Media) -> Option<Element> {
    let url = safe::url(&media.url)?;
    let medium = media.medium.as_deref().filter(|medium| MEDIA.contains(medium));
    let positive = |size: Option<u64>| size.filter(|&size| size > 0).map(|size| size.to_string());
    let duration = media.duration_seconds.and_then(facts::whole_seconds);
    let mut element = Element::new("media:content", "")
        .with("url", Some(url))
        .with("type", media.mime.as_deref().and_then(safe::mime))
        .with("medium", medium)
        .with("width", positive(media.width.map(u64::from)))
        .with("height", positive(media.height.map(u64::from)))
        .with("duration", duration.map(|seconds| seconds.to_string()))
        .with("fileSize", positive(media.length))
        .with("isDefault", media.is_default.then_some("true"));
    let text = |name, value: Option<&str>| value.and_then(safe::label).map(|value| Element::new(name, value));
    element.child(media.title.as_deref().and_then(|title| described("media:title", title)));
    element.child(media.description.as_deref().and_then(|words| described("media:description", words)));
    for (role, name) in &media.credits {
        element.child(text("media:credit", Some(name)).map(|credit| credit.with("role", known_role(role))));
    }
    element.child(text("media:copyright", media.copyright.as_deref()));
    element.child(text("media:rating", media.rating.as_deref().filter(|rating| RATINGS.contains(rating))));
    element.child(media.restriction.as_deref().and_then(restriction));
    Some(element)
}

/// Plain text. If it speaks of markup it is written as HTML, in which that cannot be mistaken.
fn described(name: &'static str, value: &str) -> Option<Element> {
    let (kind, value) = match safe::unmarked(value)? {
        line if safe::looks_like_html(&line) => ("html", Cow::Owned(escape::text(&line).into_owned())),
        line => ("plain", line),
    };
    Some(Element::new(name, value).with("type", Some(kind)))
}

/// `allow gb ie`, `deny de`: ISO 3166 codes after the relationship.
fn restriction(rule: &str) -> Option<Element> {
    let (relationship, countries) = rule.trim().split_once(' ')?;
    let code = |code: &str| codes::country(&code.to_ascii_uppercase());
    let sound = matches!(relationship, "allow" | "deny") && countries.split_whitespace().all(code);
    sound.then(|| {
        Element::new("media:restriction", safe::line(countries))
            .with("relationship", Some(relationship))
            .with("type", Some("country"))
    })
}

/// A role is written if it is surely one of the EBU's; another would be an error without its scheme.
fn known_role(role: &str) -> Option<Cow<'_, str>> {
    let role = role.trim();
    ROLES.contains(&role).then_some(Cow::Borrowed(role))
}

const MEDIA: [&str; 5] = ["image", "audio", "video", "document", "executable"];
const RATINGS: [&str; 2] = ["adult", "nonadult"];
/// Of the EBU's roles those that news media name.
const ROLES: [&str; 22] = [
    "actor",
    "artist",
    "author",
    "broadcast journalist",
    "camera operator",
    "composer",
    "correspondent",
    "director",
    "director of photography",
    "editor",
    "executive producer",
    "graphic designer",
    "illustrator",
    "interviewer",
    "musician",
    "news reader",
    "performer",
    "photographer",
    "producer",
    "production company",
    "publishing company",
    "reporter",
];
