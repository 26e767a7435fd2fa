//! JSON Feed 1.0 and 1.1.

use std::borrow::Cow;

use super::detect::NotAFeed;
use super::draft::{Entries, MAX_ENTRIES};
use super::json_value::{Json, Reader};
use super::limits::{MOST_PEOPLE, MOST_VALUES};
use super::links;
use super::lists::add;
use super::repairs::{Mend, Repairs};
use copydesk_model::text::{dates, plain};
use copydesk_model::{
    Category, Detail, Enclosure, Entry, Feed, Format, Link, Media, Person, Rare, Said, Text,
};

/// Reads a JSON Feed.
pub(super) fn feed(text: &str, repairs: &mut Repairs) -> Result<(Format, Feed), NotAFeed> {
    let mut reader = Reader::new(text);
    let mut entries = Entries::default();
    let mut cut = None;
    let mut keep = |mut item, ends: bool| {
        if entries.is_full() {
            return repairs.note(Mend::TooManyEntries);
        }
        if let Some(entry) = (Members { json: &mut item, repairs }).entry() {
            let ids = || memchr::memmem::find_iter(text.as_bytes(), "\"id\"").take(MAX_ENTRIES).count();
            cut = ends.then_some(entries.len()).or(cut);
            entries.push(entry, ids);
        }
    };
    let mut document = reader.document("items", &mut keep).unwrap_or(Json::Null);
    let mut members = Members { json: &mut document, repairs };
    let version = members.string("version");
    let named = version.as_deref().is_some_and(|version| version.contains("jsonfeed.org"));
    if !named && !members.json.has("items") {
        return Err(if reader.cut { NotAFeed::Cut } else { NotAFeed::Json });
    }
    let new =
        version.as_deref().is_some_and(|version| version.ends_with("1.1")) || members.json.has("authors");
    let mut feed = members.feed();
    if feed.entries.is_empty() {
        feed.entries = entries.finish();
        feed.cut = cut;
    }
    if !named {
        repairs.note(Mend::UnknownVersion);
    }
    if reader.mended {
        repairs.note(Mend::Json);
    }
    if reader.cut {
        repairs.note(Mend::Truncated);
    }
    Ok((if new { Format::Json11 } else { Format::Json10 }, feed))
}

/// The members of an object, taken out one by one.
struct Members<'m, 'a> {
    json: &'m mut Json<'a>,
    repairs: &'m mut Repairs,
}

impl<'a> Members<'_, 'a> {
    fn feed(&mut self) -> Feed {
        let own = self.address("feed_url");
        let page = self.address("home_page_url");
        let mut links: Vec<Link> = Vec::new();
        links.extend(page.clone().map(|href| Link::new("alternate", href)));
        links.extend(own.clone().map(|href| Link::new("self", href)));
        for mut hub in self.list("hubs") {
            links.extend(self.of(&mut hub).address("url").map(|href| Link::new("hub", href)));
        }
        let authors = self.authors();
        Feed {
            id: own.clone(),
            title: self.string("title").map(Text::plain),
            subtitle: self.string("description").map(Text::plain),
            link: page.or(own),
            links,
            language: self.string("language"),
            icon: self.address("favicon"),
            logo: self.address("icon"),
            authors_of_entries: authors.clone(),
            authors,
            expired: matches!(self.json.take("expired"), Some(Json::Bool(true))),
            entries: self
                .list("items")
                .into_iter()
                .filter_map(|mut item| self.of(&mut item).entry())
                .collect(),
            ..Feed::default()
        }
    }

    fn entry(&mut self) -> Option<Entry> {
        if !matches!(self.json, Json::Object(_)) {
            return None;
        }
        let (url, external) = (self.address("url"), self.address("external_url"));
        // Where it is the only address it is the item's own: `link` has it.
        let about = external.iter().filter(|href| url.as_ref().is_some_and(|url| url != *href));
        let links = about.map(|href| Link::new("related", href.clone())).collect();
        let image = self.address("image");
        let banner = self.address("banner_image");
        let rare = Rare { thumbnail: image.or(banner), ..Rare::default() };
        let detail = Detail {
            links,
            authors: self.authors(),
            categories: self.categories(),
            summary: self.string("summary").map(Text::plain),
            content: self.content(),
            rare: rare.into(),
            ..Detail::default()
        };
        let mut entry = Entry {
            id: self.string("id"),
            title: self.string("title").map(Text::plain),
            link: url.or(external),
            published: self.date("date_published"),
            updated: self.date("date_modified"),
            language: self.string("language").map(Into::into),
            detail: detail.into(),
        };
        for mut attachment in self.list("attachments") {
            self.of(&mut attachment).attachment(&mut entry);
        }
        if let Some(rare) = entry.detail.get_mut().and_then(|detail| detail.rare.get_mut()) {
            rare.enclosures.shrink_to_fit();
            rare.media.shrink_to_fit();
        }
        Some(entry)
    }

    fn content(&mut self) -> Option<Text> {
        let html = self.string("content_html").map(Text::html);
        let plain = self.string("content_text").map(Text::plain);
        html.or(plain)
    }

    fn categories(&mut self) -> Vec<Category> {
        let tags = self.list("tags").into_iter().filter_map(|tag| self.as_string(tag));
        let mut categories = Vec::new();
        let tags = tags.take(MOST_VALUES + 1);
        tags.for_each(|term| add(&mut categories, Category { term, ..Category::default() }));
        categories.shrink_to_fit();
        categories
    }

    /// `authors` of 1.1, `author` of 1.0; each person once.
    fn authors(&mut self) -> Vec<Person> {
        let mut people = self.list("authors");
        if people.is_empty() {
            people.extend(self.json.take("author"));
        }
        let mut authors: Vec<Person> = Vec::new();
        for mut json in people {
            if authors.len() > MOST_PEOPLE {
                break;
            }
            let person = match json {
                Json::Text(name) => super::people::person(&name).unwrap_or_default(),
                _ => {
                    let mut members = self.of(&mut json);
                    Person::new(members.string("name"), None, members.address("url"))
                }
            };
            if person != Person::default() && !authors.contains(&person) {
                add(&mut authors, person);
            }
        }
        authors.shrink_to_fit();
        authors
    }

    fn attachment(&mut self, entry: &mut Entry) {
        let Some(url) = self.address("url") else { return };
        let (mime, title) = (self.string("mime_type"), self.string("title"));
        let length = self.number("size_in_bytes").map(|bytes| bytes as u64);
        let seconds = self.number("duration_in_seconds");
        if seconds.is_some() {
            let said = Said { title, ..Said::default() }.into();
            let media = Media { url: url.clone(), mime: mime.clone(), length, said, ..Media::default() };
            add(&mut entry.media, Media { duration_seconds: seconds, ..media });
        }
        add(&mut entry.enclosures, Enclosure { url, mime, length });
    }

    fn of<'b>(&'b mut self, json: &'b mut Json<'a>) -> Members<'b, 'a> {
        Members { json, repairs: self.repairs }
    }

    /// A list; one value alone counts as a list of it.
    fn list(&mut self, name: &str) -> Vec<Json<'a>> {
        match self.json.take(name) {
            None => Vec::new(),
            Some(Json::List(values)) => values,
            Some(one) => {
                self.repairs.note(Mend::JsonType);
                vec![one]
            }
        }
    }

    fn string(&mut self, name: &str) -> Option<String> {
        let value = self.json.take(name)?;
        self.as_string(value)
    }

    /// A string that is not blank; numbers and truth values are spelt out.
    fn as_string(&mut self, value: Json<'a>) -> Option<String> {
        let text: Cow<'_, str> = match value {
            Json::Text(text) => text,
            Json::Number(number) => {
                self.repairs.note(Mend::JsonType);
                number.into()
            }
            Json::Bool(value) => {
                self.repairs.note(Mend::JsonType);
                value.to_string().into()
            }
            _ => return None,
        };
        if text.trim_start().starts_with("<![")
            && let Some(inside) = plain::without_sections(&text)
        {
            self.repairs.note(Mend::DoubleEscaped);
            return Some(inside);
        }
        let trimmed = text.trim();
        match trimmed.len() {
            0 => None,
            length if length == text.len() => Some(text.into_owned()),
            _ => Some(trimmed.to_owned()),
        }
    }

    fn address(&mut self, name: &str) -> Option<String> {
        self.string(name).and_then(|address| links::absolute(&address, None))
    }

    fn date(&mut self, name: &str) -> Option<chrono::DateTime<chrono::Utc>> {
        let text = self.string(name)?;
        let date = dates::parse(&text);
        match date {
            None => self.repairs.note(Mend::BadDate),
            Some(_) if !dates::is_regular(&text) => self.repairs.note(Mend::OddDate),
            Some(_) => {}
        }
        date
    }

    fn number(&mut self, name: &str) -> Option<f64> {
        let number = match self.json.take(name)? {
            Json::Number(number) => number.parse::<f64>().ok(),
            Json::Text(text) => text.trim().parse().ok(),
            _ => None,
        };
        number.filter(|number| number.is_finite() && *number >= 0.0)
    }
}
