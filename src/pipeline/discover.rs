//! Finding the feeds of a page: those it names, then well-known paths, then links that look like
//! feeds. Only what reads as a feed counts. A person asks for this; a run never guesses addresses.
//!
//! One request after the other, with the pause between two to one host that the desk keeps anyway.

use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use tokio::time::{Instant, sleep_until};
use url::{Origin, Url};

use super::{Broken, network};
use crate::fetch::{self, Address, Client, Document, Due, Outcome};
use crate::model::{Feed, Format, Hints, Manners, Secret, Switches, Text};
use crate::read;
use crate::text;
use crate::text::url::{take_login, web};

/// Where feeds lie, under the page itself, then under the root of its site.
const WELL_KNOWN: &[&str] =
    &["feed/", "rss.xml", "atom.xml", "feed.xml", "index.xml", "feed.json", "rss", "index.rdf", "?feed=rss2"];

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
}

/// What a feed is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FoundKind {
    /// News, as was asked for.
    News,
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
        seen: HashSet::new(),
        now,
        watch,
        found: Vec::new(),
        login: None,
    };
    let discovery = threads.block_on(scout.look(address));
    threads.shutdown_background();
    Ok(discovery)
}

/// Goes from address to address.
struct Scout<'a> {
    client: Client,
    gap: Duration,
    free_at: Instant,
    /// Canonical addresses that were asked.
    seen: HashSet<String>,
    now: DateTime<Utc>,
    watch: &'a dyn Fn(&str),
    found: Vec<Found>,
    /// What a person wrote into the address, for its place alone.
    login: Option<(Origin, Secret)>,
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
        found.sort_by_key(|found| found.kind);
        Discovery { found, failed }
    }

    /// People leave the scheme out. Then only https is asked: who means http says so.
    async fn ask_as_typed(&mut self, address: &str) -> Got {
        let address = address.trim();
        let has_scheme = address.contains("://") || address.to_ascii_lowercase().starts_with("feed:");
        let whole = if has_scheme { address.to_owned() } else { format!("https://{address}") };
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
        for link in &offered.named {
            self.ask(&link.href, link.title.as_deref()).await;
        }
        if self.has_news() {
            return;
        }
        for guess in guesses(&page.url) {
            self.ask(&guess, None).await;
            if self.has_news() {
                return;
            }
        }
        for link in &offered.alike {
            self.ask(&link.href, link.title.as_deref()).await;
        }
    }

    fn has_news(&self) -> bool {
        self.found.iter().any(|found| found.kind == FoundKind::News)
    }

    async fn ask(&mut self, address: &str, called: Option<&str>) -> Got {
        // What a page names comes from outside, and its login is a stranger's.
        let url = match web(address) {
            Ok(mut url) => {
                take_login(&mut url);
                url
            }
            Err(why) => return Got::Nothing(why),
        };
        let address = url.as_str();
        if !self.seen.insert(canonical(address)) {
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
                // Two ways to one feed are one feed.
                let known = self.found.iter().any(|known| canonical(&known.address) == canonical(&address));
                if !known {
                    let mut found = found(address, called, reading.format, &reading.feed, self.now);
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

fn found(address: String, called: Option<&str>, format: Format, feed: &Feed, now: DateTime<Utc>) -> Found {
    let dates = || feed.entries.iter().filter_map(|entry| entry.published.or(entry.updated));
    let per_week = dates().min().map(|oldest| {
        // A feed that is younger than a day says nothing of its week yet.
        let days = (now - oldest).num_minutes().max(24 * 60) as f64 / (24.0 * 60.0);
        dates().count() as f64 * 7.0 / days
    });
    let title = feed.title.as_ref().map(Text::without_markup).filter(|title| !title.is_empty());
    Found {
        kind: kind(&address, title.as_deref(), called, feed),
        address,
        title: title.or_else(|| called.map(str::to_owned)),
        format,
        entries: feed.entries.len(),
        per_week,
        newest: dates().max(),
        home: feed.link.as_deref().and_then(|home| web(home).ok()).map(|mut home| {
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
        "commentaire",
        "comentario",
        "commenti",
        "reacties",
        "комментари",
        "コメント",
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
    match COMMENTS.iter().any(|word| names.contains(word)) {
        true => FoundKind::Comments,
        false => FoundKind::News,
    }
}

fn without_fragment(address: &str) -> &str {
    address.split('#').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Entry;

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
        let found = found("https://a.example/f".into(), None, Format::Rss20, &feed, now);
        assert_eq!((found.per_week, found.entries), (Some(1.0), 2));
        assert_eq!(found.newest, feed.entries[1].published);
    }
}
