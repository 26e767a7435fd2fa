//! The news sitemap of our own articles, as Google News reads it.
//!
//! Upstream entries are not ours to announce, and never are.

use std::io;

use chrono::{DateTime, Duration, SecondsFormat, Utc};
use quick_xml::Writer;
use quick_xml::events::{BytesStart, BytesText, Event};

use crate::model::{Entry, Site};

use super::xml::DECLARATION;
use super::{Error, facts, safe};

/// A sitemap takes this many news.
pub const MOST_NEWS: usize = 1_000;
const SITEMAP: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";
const NEWS: &str = "http://www.google.com/schemas/sitemap-news/0.9";

/// The sitemap of what was published in the two days before `now`, newest first. Entries with a
/// source, without an address, a title or a date are left out.
///
/// # Errors
/// None for any entries; see [`Error`].
pub fn news_sitemap<'a>(
    site: &Site,
    entries: impl IntoIterator<Item = &'a Entry>,
    now: DateTime<Utc>,
) -> Result<Vec<u8>, Error> {
    let recent = |time: &DateTime<Utc>| *time <= now && *time > now - Duration::days(2);
    let own = entries.into_iter().filter(|entry| entry.source.is_none());
    let mut news: Vec<_> =
        own.filter_map(|entry| Some((safe::time(entry.published).filter(recent)?, entry))).collect();
    news.sort_by(|(a, first), (b, second)| b.cmp(a).then_with(|| first.link.cmp(&second.link)));
    let mut writer = Writer::new_with_indent(DECLARATION.as_bytes().to_vec(), b' ', 2);
    write(&mut writer, site, &news).map_err(Error::of("the news sitemap"))?;
    let mut bytes = writer.into_inner();
    bytes.push(b'\n');
    Ok(bytes)
}

fn write(writer: &mut Writer<Vec<u8>>, site: &Site, news: &[(DateTime<Utc>, &Entry)]) -> io::Result<()> {
    let root = BytesStart::new("urlset").with_attributes([("xmlns", SITEMAP), ("xmlns:news", NEWS)]);
    let end = root.to_end().into_owned();
    writer.write_event(Event::Start(root.borrow()))?;
    let mut written = std::collections::HashSet::new();
    for (published, entry) in news {
        let (Some(address), Some(title)) =
            (facts::address(entry), entry.title.as_ref().and_then(safe::plain))
        else {
            continue;
        };
        if written.len() < MOST_NEWS && written.insert(address.clone()) {
            write_url(writer, site, entry, [&address, &title], *published)?;
        }
    }
    writer.write_event(Event::End(end))
}

fn write_url(
    writer: &mut Writer<Vec<u8>>,
    site: &Site,
    entry: &Entry,
    [address, title]: [&str; 2],
    published: DateTime<Utc>,
) -> io::Result<()> {
    let language = entry.language.as_deref().or(Some(&site.language)).and_then(safe::language);
    // Google knows ISO 639 codes, and of tags with a region only the two of Chinese.
    let language = language.unwrap_or_else(|| "en".to_owned()).to_ascii_lowercase();
    let chinese = matches!(language.as_str(), "zh-cn" | "zh-tw");
    let code = if chinese { &*language } else { language.split('-').next().unwrap_or("en") };
    let date = published.to_rfc3339_opts(SecondsFormat::Secs, true);
    writer.create_element("url").write_inner_content(|url| {
        text(url, "loc", address)?;
        url.create_element("news:news").write_inner_content(|news| {
            news.create_element("news:publication").write_inner_content(|publication| {
                text(publication, "news:name", &safe::line(&site.title))?;
                text(publication, "news:language", code)
            })?;
            text(news, "news:publication_date", &date)?;
            text(news, "news:title", title)
        })?;
        Ok(())
    })?;
    Ok(())
}

fn text(writer: &mut Writer<Vec<u8>>, name: &str, value: &str) -> io::Result<()> {
    writer.create_element(name).write_text_content(BytesText::new(value)).map(drop)
}
