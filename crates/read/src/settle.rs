//! What can only be said when a whole document has been read: addresses relative to what came
//! later, languages inherited, ids that several entries share.

use super::repairs::{Mend, Repairs};
use super::{limits, links};
use copydesk_model::text::url;
use copydesk_model::{Entry, Feed, Format, Link, Rare, Shared, Text, TextKind};

/// Completes a feed that was read as `format` from `address`.
pub(super) fn feed(feed: &mut Feed, format: Format, address: Option<&str>, repairs: &mut Repairs) {
    limits::feed(feed, repairs);
    let stated = feed.links.iter().find(|link| link.rel == "self").map(|link| link.href.clone());
    let stated = stated.filter(|stated| links::has_scheme(stated));
    let document: Option<Shared> = address.map(Shared::from).or(stated.as_deref().map(Shared::from));
    let mut resolver = Resolver { base: document.clone(), site: Site::default(), relative: 0, unresolved: 0 };
    feed.link.iter_mut().for_each(|link| resolver.resolve(link));
    let of_document = matches!(format, Format::Atom03 | Format::Atom10 | Format::Json10 | Format::Json11);
    feed.link = feed.link.take().or_else(|| with_rel(&feed.links, "alternate").next());
    if feed.link.is_none() && of_document {
        feed.link = feed.id.as_deref().and_then(links::page);
    }
    // Atom and JSON Feed resolve against the document; RSS says nothing, and writers of RSS mean the site.
    let site = feed.link.as_deref().filter(|link| links::is_web(link)).map(Shared::from);
    resolver.base = if of_document { document.or(site) } else { site.or(document) };
    let home = feed.link.as_deref().filter(|link| links::is_web(link)).or(resolver.base.as_deref());
    resolver.site.name = home.and_then(url::site);
    of_feed(feed, &mut resolver);
    texts(feed.texts(), resolver.base.as_ref());
    let mut entries = std::mem::take(&mut feed.entries);
    let language: Option<Shared> = feed.language.as_deref().map(Shared::from);
    for entry in &mut entries {
        limits::entry(entry, repairs);
        of_entry(entry, of_document, &mut resolver);
        entry.language = entry.language.take().or_else(|| language.clone());
    }
    if of_document && entries.iter().any(|entry| entry.id.is_none()) {
        repairs.note(Mend::MissingId);
    }
    drop_shared_ids(&mut entries, repairs);
    feed.entries = entries;
    if resolver.relative > 0 && !of_document {
        repairs.note(Mend::RelativeUrl);
    }
    if resolver.unresolved > 0 {
        repairs.note(Mend::UnresolvedUrl);
    }
}

struct Resolver {
    base: Option<Shared>,
    /// The site of the feed's page, else of the feed itself.
    site: Site,
    relative: usize,
    unresolved: usize,
}

impl Resolver {
    fn resolve(&mut self, address: &mut String) {
        if address.contains(':') && links::tidy(address) == address.as_str() && links::has_scheme(address) {
            return;
        }
        if let Some(absolute) = links::absolute(address, self.base.as_deref()) {
            *address = absolute;
        }
        if links::has_scheme(address) { self.relative += 1 } else { self.unresolved += 1 }
    }
}

fn of_feed(feed: &mut Feed, resolver: &mut Resolver) {
    feed.links.iter_mut().for_each(|link| resolver.resolve(&mut link.href));
    for address in [&mut feed.icon, &mut feed.logo, &mut feed.moved_to] {
        address.iter_mut().for_each(|address| resolver.resolve(address));
    }
    let writers = feed.authors_of_entries.iter_mut();
    people(feed.authors.iter_mut().chain(&mut feed.contributors).chain(writers), resolver);
    feed.self_link = with_rel(&feed.links, "self").next();
    feed.hubs = with_rel(&feed.links, "hub").collect();
}

fn with_rel(links: &[Link], rel: &'static str) -> impl Iterator<Item = String> {
    links.iter().filter(move |link| link.rel == rel).map(|link| link.href.clone())
}

fn of_entry(entry: &mut Entry, id_is_page: bool, resolver: &mut Resolver) {
    entry.link.iter_mut().for_each(|address| resolver.resolve(address));
    if let Some(detail) = entry.detail.get_mut() {
        detail.links.iter_mut().for_each(|link| resolver.resolve(&mut link.href));
        detail.comments.iter_mut().for_each(|address| resolver.resolve(address));
        people(detail.authors.iter_mut(), resolver);
        if let Some(source) = &mut detail.source {
            let home = source.record.get_mut().and_then(|record| record.link.as_mut());
            home.into_iter().chain(&mut source.feed).for_each(|address| resolver.resolve(address));
        }
        detail.rare.get_mut().into_iter().for_each(|rare| of_rare(rare, resolver));
    }
    if entry.link.is_none() {
        let other = with_rel(&entry.links, "alternate").next();
        entry.link = other.or_else(|| entry.id.as_deref().filter(|_| id_is_page).and_then(links::page));
    }
    let page = own_page(entry, &mut resolver.site);
    let base = page.clone().or_else(|| resolver.base.clone());
    texts(entry.texts(), base.as_ref());
    if let Some(page) = page {
        let others = entry.texts().filter(|text| text.base.as_ref().is_some_and(|base| *base != page));
        others.for_each(|text| links::lead_to_page(&mut text.value, &page));
    }
}

/// An entry's own page: its link, unless that leads to another site, on which it comments; then its id, if
/// that is a page of the feed's site. A link that is the entry's id, or that an aggregator gives beside the feed
/// which it took the entry from, is no comment: the entry is that page.
fn own_page(entry: &Entry, site: &mut Site) -> Option<Shared> {
    let is_itself = |page: &str| {
        entry.source.is_some() || entry.id.as_deref().and_then(links::page).as_deref() == Some(page)
    };
    let is_link = |page: &str| entry.link.as_deref() == Some(page);
    let mut is_own =
        |page: &&str| links::is_web(page) && (site.has(page) || is_link(page) && is_itself(page));
    let page = match entry.link.as_deref().filter(&mut is_own) {
        None => entry.id.as_deref().filter(&mut is_own),
        link => link,
    };
    // What only tracks changes from poll to poll, and the texts do not.
    page.map(|page| match page.contains('?') {
        true => Shared::from(url::untracked(page)),
        false => Shared::from(page),
    })
}

/// A site, and whether the host that was asked for last is one of it: nearly all feeds have but one.
#[derive(Default)]
struct Site {
    /// Where nothing says which it is, every page is one of it.
    name: Option<String>,
    last: String,
    is_own: bool,
}

impl Site {
    fn has(&mut self, page: &str) -> bool {
        let Some(name) = &self.name else { return true };
        let host = host(page);
        if host.is_some_and(|host| host == self.last) {
            return self.is_own;
        }
        self.is_own = url::site(page).is_some_and(|own| own == *name);
        self.last.clear();
        self.last.push_str(host.unwrap_or_default());
        self.is_own
    }
}

/// Scheme and host of an address, if these alone tell its site.
fn host(page: &str) -> Option<&str> {
    let from = page.find("://")? + 3;
    let length = page[from..].find(['/', '?', '#']).unwrap_or(page.len() - from);
    let host = &page[from..from + length];
    let is_plain =
        !host.is_empty() && host.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-".contains(&byte));
    is_plain.then(|| &page[..from + length])
}

fn of_rare(rare: &mut Rare, resolver: &mut Resolver) {
    rare.thumbnail.iter_mut().for_each(|address| resolver.resolve(address));
    rare.enclosures.iter_mut().for_each(|enclosure| resolver.resolve(&mut enclosure.url));
    rare.transcripts.iter_mut().for_each(|(url, _)| resolver.resolve(url));
    rare.media.iter_mut().for_each(|media| resolver.resolve(&mut media.url));
    if let Some(seldom) = rare.seldom.get_mut() {
        seldom.chapters.iter_mut().for_each(|address| resolver.resolve(address));
        people(seldom.contributors.iter_mut(), resolver);
    }
}

fn people<'a>(people: impl Iterator<Item = &'a mut copydesk_model::Person>, resolver: &mut Resolver) {
    people.filter_map(|person| person.reach.get_mut()?.uri.as_mut()).for_each(|uri| resolver.resolve(uri));
}

/// HTML without a base of its own has the document's.
fn texts<'a>(texts: impl Iterator<Item = &'a mut Text>, base: Option<&Shared>) {
    for text in texts.filter(|text| text.kind == TextKind::Html && text.base.is_none()) {
        text.base = base.cloned();
    }
}

/// An id that entries with different links share identifies none of them.
fn drop_shared_ids(entries: &mut [Entry], repairs: &mut Repairs) {
    // Numbers of the entries in order of ids: the ids themselves are not copied.
    let mut order: Vec<u32> =
        (0..entries.len() as u32).filter(|at| entries[*at as usize].id.is_some()).collect();
    order.sort_by(|one, other| entries[*one as usize].id.cmp(&entries[*other as usize].id));
    let alike = |one: &u32, other: &u32| entries[*one as usize].id == entries[*other as usize].id;
    let differ =
        |same: &[u32]| same.iter().any(|at| entries[*at as usize].link != entries[same[0] as usize].link);
    let shared: Vec<u32> =
        order.chunk_by(alike).filter(|same| differ(same)).flat_map(<[u32]>::iter).copied().collect();
    if !shared.is_empty() {
        repairs.note(Mend::SharedGuid);
    }
    for at in shared {
        entries[at as usize].id = None;
    }
}

#[cfg(test)]
mod tests {
    use copydesk_model::Hints;

    /// The base of the first entry's text.
    fn base(document: &str) -> Option<String> {
        let reading = crate::feed(document.as_bytes(), &Hints::default()).unwrap();
        let entry = &reading.feed.entries[0];
        entry.content.as_ref().or(entry.summary.as_ref())?.base.as_deref().map(str::to_owned)
    }

    #[test]
    fn a_link_to_another_site_is_the_entrys_page_where_it_is_its_id_or_an_aggregator_gives_it() {
        let rss = |guid: &str, more: &str| {
            base(&format!(
                "<rss version='2.0'><channel><link>https://a.example/</link><item><title>T</title>{guid}\
                 <link>https://o.example/q/p1</link>{more}<description>&lt;img src=\"a.png\"&gt;</description></item></channel></rss>"
            ))
        };
        let page = Some("https://o.example/q/p1".to_owned());
        assert_eq!(rss("<guid>https://o.example/q/p1</guid>", ""), page);
        assert_eq!(
            rss("<guid isPermaLink='false'>7</guid>", "<source url='https://o.example/f'>O</source>"),
            page
        );
        // A link blog comments on another's page.
        assert_ne!(rss("<guid>https://a.example/7</guid>", ""), page);
        assert_ne!(rss("<guid isPermaLink='false'>7</guid>", ""), page);
        let json = r#"{"version":"https://jsonfeed.org/version/1.1","title":"A","home_page_url":"https://a.example/",
            "items":[{"id":"https://o.example/q/p1","url":"https://o.example/q/p1","content_html":"<a href='#x'>x</a>"}]}"#;
        assert_eq!(base(json), page);
    }
}
