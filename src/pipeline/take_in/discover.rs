//! Finding the feeds of a page: those it names, then links that look like feeds, then well-known paths.
//! Only what reads as a feed counts, and all that a page names is read before one is called the best. A
//! person asks for this; a run never guesses addresses.
//!
//! One request after the other, with the pause between two to one host that the desk keeps anyway.

use std::collections::HashSet;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use tokio::time::{Instant, sleep_until};
use url::{Origin, Url};

use crate::fetch::{self, Address, Client, Document, Due, Outcome};
use crate::model::{Entry, Feed, Format, Hints, Manners, Secret, Switches, Text};
use crate::pipeline::{Broken, network};
use crate::read;
use crate::text;
use crate::text::url::{subscribed, take_login, web};

/// Where feeds lie, under the page itself, then under the root of its site.
const WELL_KNOWN: &[&str] =
    &["feed/", "rss.xml", "atom.xml", "feed.xml", "index.xml", "feed.json", "rss", "index.rdf", "?feed=rss2"];

/// Links of the page that are asked before the well-known places are.
const FIRST_LINKS: usize = 5;

/// Bytes of a file that are looked at.
const MOST_OF_A_FILE: u64 = 64 << 20;

/// Entries by which two forms of one feed are known.
const FIRST_ENTRIES: usize = 5;

/// A feed that was found and read.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// Its address: after permanent redirects the new one. Never with a login.
    pub address: String,
    /// The login that a person wrote into the address, where the feed lies at the same place.
    pub login: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// Its format.
    pub format: Format,
    /// Entries in it.
    pub entries: usize,
    /// Entries a week, counted from the oldest in it to now; `None` where nothing is dated.
    pub per_week: Option<f64>,
    /// Time of its newest entry.
    pub newest: Option<DateTime<Utc>>,
    /// The page it belongs to, by its own word.
    pub home: Option<String>,
    /// Its language, by its own word.
    pub language: Option<String>,
    /// What it is about.
    pub kind: FoundKind,
    /// What its entries lead to, the first of them: two forms of one feed have the same.
    leads_to: Vec<String>,
    /// How well it fits what was asked for; the smaller the better.
    rank: Rank,
}

/// What makes one feed of a page better than another, the most telling first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
struct Rank {
    /// It has no entry.
    is_empty: bool,
    /// It says that it belongs to another page: a region, a category, a tag.
    is_of_another_page: bool,
}

/// What a feed is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FoundKind {
    /// News, as was asked for.
    News,
    /// Episodes to hear or see.
    Podcast,
    /// Comments.
    Comments,
    /// What is said below one article.
    OneArticle,
}

impl FoundKind {
    /// A word for people and programs.
    pub fn word(self) -> &'static str {
        match self {
            Self::News => "news",
            Self::Podcast => "podcast",
            Self::Comments => "comments",
            Self::OneArticle => "one article",
        }
    }
}

/// What came of looking.
#[derive(Debug, Default)]
pub struct Discovery {
    /// Feeds, the best first.
    pub found: Vec<Found>,
    /// Why the address itself gave nothing, if so.
    pub failed: Option<String>,
    /// How many more feeds the page names than were looked at.
    pub left_out: usize,
}

/// Looks for the feeds of an address; `watch` is told of every address that is asked.
///
/// # Errors
/// Only a broken world; an address that gives nothing is told in the [`Discovery`].
pub fn discover(
    address: &str,
    manners: &Manners,
    now: DateTime<Utc>,
    watch: &dyn Fn(&str),
) -> Result<Discovery, Broken> {
    let threads = network::threads()?;
    let client = fetch::client(manners)?;
    let scout = Scout {
        client,
        gap: manners.gap,
        free_at: Instant::now(),
        asked: HashSet::new(),
        now,
        watch,
        found: Vec::new(),
        login: None,
        page: None,
        left_out: 0,
    };
    let discovery = threads.block_on(scout.look(address));
    threads.shutdown_background();
    Ok(discovery)
}

/// What a file holds, where it is a feed. `shown`: the path as the configuration shall name it.
///
/// # Errors
/// Why it is none, for a person.
pub fn read_file(path: &Path, shown: &str, now: DateTime<Utc>) -> Result<Found, String> {
    let unreadable = |error: io::Error| format!("cannot read {}: {error}", path.display());
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(unreadable)?;
    file.take(MOST_OF_A_FILE).read_to_end(&mut bytes).map_err(unreadable)?;
    let reading =
        read::feed(&bytes, &Hints::default()).map_err(|why| format!("{}: {why}", path.display()))?;
    Ok(found(shown.to_owned(), None, None, reading.format, &reading.feed, now))
}

/// Goes from address to address.
struct Scout<'a> {
    client: Client,
    gap: Duration,
    free_at: Instant,
    /// Addresses that were asked, as they were: `/feed` may answer where `/feed/` does not.
    asked: HashSet<String>,
    now: DateTime<Utc>,
    watch: &'a dyn Fn(&str),
    found: Vec<Found>,
    /// What a person wrote into the address, for its place alone.
    login: Option<(Origin, Secret)>,
    /// Canonical address of the page whose feeds are looked for.
    page: Option<String>,
    left_out: usize,
}

/// What an address gave.
enum Got {
    Feed,
    Page(Box<Document>),
    Nothing(String),
}

impl Scout<'_> {
    async fn look(mut self, address: &str) -> Discovery {
        let failed = match self.ask_as_typed(address).await {
            Got::Feed => None,
            Got::Nothing(why) => Some(why),
            Got::Page(page) => {
                self.around(&page).await;
                None
            }
        };
        let mut found = self.found;
        found.sort_by_key(|found| (found.rank.is_empty, found.kind, found.rank));
        let left_out = self.left_out;
        Discovery { found, failed, left_out }
    }

    /// People leave the scheme out. Then only https is asked: who means http says so.
    async fn ask_as_typed(&mut self, address: &str) -> Got {
        let address = address.trim();
        let whole = match subscribed(address) {
            Ok(url) => url.into(),
            Err(_) if !address.contains("://") => format!("https://{address}"),
            Err(_) => address.to_owned(),
        };
        let plain = self.without_login(&whole);
        self.ask(&plain, None).await
    }

    /// Takes the login out of what a person typed: it is sent to that place, and shown nowhere.
    fn without_login(&mut self, address: &str) -> String {
        let Ok(mut url) = web(address) else { return address.to_owned() };
        if let Some(login) = take_login(&mut url) {
            self.login = Some((url.origin(), Secret::new(login)));
        }
        url.into()
    }

    fn login_for(&self, url: &Url) -> Option<Secret> {
        let (origin, login) = self.login.as_ref()?;
        (*origin == url.origin()).then(|| login.clone())
    }

    async fn around(&mut self, page: &Document) {
        let hints = Hints { base_url: Some(&page.url), content_type: page.content_type.as_deref() };
        let offered = read::page::feeds(&page.bytes, &hints);
        self.left_out = offered.left_out;
        self.page = Some(canonical(&page.url));
        for link in &offered.named {
            self.ask(&link.href, link.title.as_deref()).await;
        }
        // A link of the page says more than a guess, but a page may have many that are no feeds.
        let (likely, rest) = offered.alike.split_at(offered.alike.len().min(FIRST_LINKS));
        let likely = likely.iter().map(|link| (link.href.clone(), link.title.as_deref()));
        let guesses = guesses(&page.url).into_iter().map(|guess| (guess, None));
        let rest = rest.iter().map(|link| (link.href.clone(), link.title.as_deref()));
        for (address, called) in likely.chain(guesses).chain(rest) {
            if self.has_news() {
                return;
            }
            self.ask(&address, called).await;
        }
    }

    /// Whether there is something to read of what was asked for: an empty feed ends no search.
    fn has_news(&self) -> bool {
        let is_news = |found: &Found| matches!(found.kind, FoundKind::News | FoundKind::Podcast);
        self.found.iter().any(|found| is_news(found) && found.entries > 0)
    }

    async fn ask(&mut self, address: &str, called: Option<&str>) -> Got {
        // What a page names comes from outside, and its login is a stranger's.
        let url = match subscribed(address) {
            Ok(mut url) => {
                take_login(&mut url);
                url
            }
            Err(why) => return Got::Nothing(why),
        };
        let address = url.as_str();
        let is_there = |found: &Found| canonical(&found.address) == canonical(address);
        if !self.asked.insert(without_fragment(address).to_owned()) || self.found.iter().any(is_there) {
            return Got::Nothing(format!("{address} was asked already"));
        }
        sleep_until(self.free_at).await;
        (self.watch)(address);
        let login = self.login_for(&url);
        let switches = Arc::new(Switches { login, ..Switches::default() });
        let due = Due { switches, ..Due::new(address, Address::Http(url.clone())) };
        let answer = fetch::one(&self.client, &due).await;
        self.free_at = Instant::now() + self.gap;
        let moved = answer.moved_to().map(str::to_owned);
        let document = match answer.outcome {
            Outcome::Document(document) => document,
            Outcome::Failed(receipt) => return Got::Nothing(format!("{address}: {}", receipt.message)),
            _ => return Got::Nothing(format!("{address} gave nothing")),
        };
        let hints = Hints { base_url: Some(&document.url), content_type: document.content_type.as_deref() };
        match read::feed(&document.bytes, &hints) {
            Ok(reading) => {
                let address = moved.unwrap_or_else(|| address.to_owned());
                let page = self.page.as_deref();
                let mut found = found(address, called, page, reading.format, &reading.feed, self.now);
                // Two ways to one feed are one feed, and two forms of one are.
                if !self.found.iter().any(|known| is_same(known, &found)) {
                    let place = Url::parse(&found.address).ok();
                    found.login =
                        place.and_then(|url| self.login_for(&url)).map(|login| login.reveal().to_owned());
                    self.found.push(found);
                }
                Got::Feed
            }
            Err(read::NotAFeed::Html { .. }) => Got::Page(document.into()),
            Err(why) => Got::Nothing(format!("{address}: {why}")),
        }
    }
}

/// Two addresses of one feed are one string.
fn canonical(address: &str) -> String {
    text::url::canonical(address).unwrap_or_else(|| address.to_owned())
}

/// The well-known places for a page at `url`.
fn guesses(url: &str) -> Vec<String> {
    let Ok(mut page) = Url::parse(url) else { return Vec::new() };
    page.set_query(None);
    page.set_fragment(None);
    let mut folder = page.clone();
    if !folder.path().ends_with('/') {
        folder.set_path(&format!("{}/", page.path()));
    }
    let root = page.join("/").ok();
    let is_root = root.as_ref() == Some(&folder);
    // Sections of large sites have feeds of their own; these are the usual names.
    let below = if is_root { &[][..] } else { &WELL_KNOWN[..3] };
    let below = below.iter().filter_map(|path| folder.join(path).ok());
    let above = root.iter().flat_map(|root| WELL_KNOWN.iter().filter_map(|path| root.join(path).ok()));
    below.chain(above).map(String::from).collect()
}

/// Whether both are one feed: at one address, or one title over entries that lead to the same places, as
/// RSS and Atom of one site have.
fn is_same(known: &Found, found: &Found) -> bool {
    canonical(&known.address) == canonical(&found.address)
        || known.title == found.title && !found.leads_to.is_empty() && known.leads_to == found.leads_to
}

fn found(
    address: String,
    called: Option<&str>,
    page: Option<&str>,
    format: Format,
    feed: &Feed,
    now: DateTime<Utc>,
) -> Found {
    let dates = || feed.entries.iter().filter_map(|entry| entry.published.or(entry.updated));
    let per_week = dates().min().map(|oldest| {
        // A feed that is younger than a day says nothing of its week yet.
        let days = (now - oldest).num_minutes().max(24 * 60) as f64 / (24.0 * 60.0);
        dates().count() as f64 * 7.0 / days
    });
    let title = feed.title.as_ref().map(Text::without_markup).filter(|title| !title.is_empty());
    let home = feed.link.as_deref().map(canonical);
    let links = feed.entries.iter().filter_map(|entry| entry.link.as_deref());
    Found {
        leads_to: links.take(FIRST_ENTRIES).map(canonical).collect(),
        rank: Rank {
            is_empty: feed.entries.is_empty(),
            is_of_another_page: matches!((page, &home), (Some(page), Some(home)) if page != home),
        },
        kind: kind(&address, title.as_deref(), called, feed),
        address,
        title: title.or_else(|| called.map(str::to_owned)),
        format,
        entries: feed.entries.len(),
        per_week,
        newest: dates().max(),
        home: feed.link.as_deref().and_then(|home| subscribed(home).ok()).map(|mut home| {
            take_login(&mut home);
            home.into()
        }),
        login: None,
        language: feed.language.clone(),
    }
}

/// Comments and what belongs to one article are seldom what was meant.
fn kind(address: &str, title: Option<&str>, called: Option<&str>, feed: &Feed) -> FoundKind {
    const COMMENTS: &[&str] = &[
        "comment",
        "kommentar",
        "comentari",
        "comentári",
        "commenti",
        "reacties",
        "reakties",
        "komentarz",
        "komentář",
        "komentar",
        "yorum",
        "коментар",
        "комментари",
        "kommentti",
        "kommentit",
        "hozzászólás",
        "σχόλι",
        "תגובות",
        "التعليقات",
        "تعليقات",
        "टिप्पणी",
        "コメント",
        "评论",
        "評論",
        "留言",
        "댓글",
        "bình luận",
        "ความคิดเห็น",
    ];
    let mut pages = feed.entries.iter().filter_map(|entry| entry.link.as_deref()).map(without_fragment);
    let first = pages.next();
    let one_page = feed.entries.len() > 1 && first.is_some() && pages.all(|page| Some(page) == first);
    if one_page {
        return FoundKind::OneArticle;
    }
    let names = [title, called, Url::parse(address).ok().as_ref().map(Url::path)]
        .map(Option::unwrap_or_default)
        .join(" ");
    let names = names.to_lowercase();
    let has_media = |entry: &Entry| {
        let plays = |mime: Option<&str>| {
            mime.is_some_and(|mime| mime.starts_with("audio/") || mime.starts_with("video/"))
        };
        entry.enclosures.iter().any(|enclosure| plays(enclosure.mime.as_deref()))
    };
    match COMMENTS.iter().any(|word| names.contains(word)) {
        true => FoundKind::Comments,
        false if !feed.entries.is_empty() && feed.entries.iter().all(has_media) => FoundKind::Podcast,
        false => FoundKind::News,
    }
}

fn without_fragment(address: &str) -> &str {
    address.split('#').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn feed(links: &[&str]) -> Feed {
        let entry = |link: &&str| Entry { link: Some((*link).to_owned()), ..Entry::default() };
        Feed { entries: links.iter().map(entry).collect(), ..Feed::default() }
    }

    #[test]
    fn comments_and_feeds_of_one_article_are_told_apart_from_news() {
        let news = feed(&["https://a.example/1", "https://a.example/2"]);
        let thread = feed(&["https://a.example/1#c1", "https://a.example/1#c2"]);
        let of = |address: &str, title: &str, feed: &Feed| kind(address, Some(title), None, feed);
        assert_eq!(of("https://a.example/feed", "A", &news), FoundKind::News);
        assert_eq!(of("https://a.example/comments/feed/", "A", &news), FoundKind::Comments);
        assert_eq!(of("https://a.example/x", "Kommentare zu A", &news), FoundKind::Comments);
        assert_eq!(of("https://a.example/1/feed", "A", &thread), FoundKind::OneArticle);
    }

    #[test]
    fn well_known_places_lie_under_the_page_and_under_the_root() {
        let guesses = guesses("https://a.example/tv?x=1#y");
        assert_eq!(guesses[0], "https://a.example/tv/feed/");
        assert!(guesses.contains(&"https://a.example/feed/".to_owned()));
        assert!(guesses.contains(&"https://a.example/?feed=rss2".to_owned()));
        assert_eq!(super::guesses("https://a.example/").len(), WELL_KNOWN.len());
    }

    #[test]
    fn entries_a_week_are_counted_up_to_now() {
        let now: DateTime<Utc> = "2026-03-15T00:00:00Z".parse().unwrap();
        let mut feed = feed(&["https://a.example/1", "https://a.example/2"]);
        feed.entries[0].published = Some(now - chrono::TimeDelta::days(14));
        feed.entries[1].published = Some(now - chrono::TimeDelta::days(1));
        let found = found("https://a.example/f".into(), None, None, Format::Rss20, &feed, now);
        assert_eq!((found.per_week, found.entries), (Some(1.0), 2));
        assert_eq!(found.newest, feed.entries[1].published);
    }
}
