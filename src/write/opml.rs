//! OPML 2.0: lists of feeds, for export and for the index.

use std::borrow::Cow;
use std::io;
use std::ops::Range;

use quick_xml::Writer;
use quick_xml::events::{BytesStart, BytesText, Event};

use super::xml::DECLARATION;
use super::{Error, safe};
use crate::model::Outline;

/// Bytes of the largest list that validators take, and so the most of one that is written.
pub const MOST_OPML: usize = 5_000_000;

/// A list of feeds in as many documents as it needs so that none has more than `most` bytes. Folders
/// stand again in each part that has something of them; each part is a whole list by itself.
///
/// # Errors
/// As [`opml`].
pub fn opml_parts(title: &str, outlines: &[Outline], most: usize) -> Result<Vec<Vec<u8>>, Error> {
    let whole = opml(title, outlines)?;
    let feeds = outlines.iter().map(feeds).sum::<usize>();
    if whole.len() <= most || feeds < 2 {
        return Ok(vec![whole]);
    }
    drop(whole);
    let first = feeds / 2;
    let mut parts = opml_parts(title, &some(outlines, 0..first), most)?;
    parts.append(&mut opml_parts(title, &some(outlines, first..feeds), most)?);
    Ok(parts)
}

/// Feeds of an outline, itself and below it.
fn feeds(outline: &Outline) -> usize {
    usize::from(outline.feed.is_some()) + outline.children.iter().map(feeds).sum::<usize>()
}

/// Those outlines, with their folders, whose feeds have these places in the order of the list.
fn some(outlines: &[Outline], places: Range<usize>) -> Vec<Outline> {
    let mut taken = Vec::new();
    let mut place = 0;
    for outline in outlines {
        let (from, to) = (place, place + feeds(outline));
        place = to;
        if to <= places.start || from >= places.end {
            continue;
        }
        let inner = places.start.saturating_sub(from)..places.end.min(to) - from;
        let children = some(&outline.children, inner);
        taken.push(Outline { children, ..bare(outline) });
    }
    taken
}

/// An outline without what it holds.
fn bare(outline: &Outline) -> Outline {
    let Outline { text, feed, include, page, description, language, categories, children: _ } = outline;
    Outline {
        text: text.clone(),
        feed: feed.clone(),
        include: include.clone(),
        page: page.clone(),
        description: description.clone(),
        language: language.clone(),
        categories: categories.clone(),
        children: Vec::new(),
    }
}

/// A list of feeds. It carries no date, so that it changes only with the list.
///
/// A feed whose address cannot be written is left out, and so is a folder without anything in it.
///
/// # Errors
/// None for any list; see [`Error`].
pub fn opml(title: &str, outlines: &[Outline]) -> Result<Vec<u8>, Error> {
    let mut writer = Writer::new_with_indent(DECLARATION.as_bytes().to_vec(), b' ', 2);
    write(&mut writer, title, outlines).map_err(Error::of("OPML"))?;
    let mut bytes = writer.into_inner();
    bytes.push(b'\n');
    Ok(bytes)
}

fn write(writer: &mut Writer<Vec<u8>>, title: &str, outlines: &[Outline]) -> io::Result<()> {
    writer.write_event(Event::Start(BytesStart::new("opml").with_attributes([("version", "2.0")])))?;
    writer.create_element("head").write_inner_content(|head| {
        head.create_element("title").write_text_content(BytesText::new(&safe::line(title)))?;
        Ok(())
    })?;
    writer
        .create_element("body")
        .write_inner_content(|body| outlines.iter().try_for_each(|outline| write_outline(body, outline)))?;
    writer.write_event(Event::End(BytesStart::new("opml").to_end()))
}

fn write_outline(writer: &mut Writer<Vec<u8>>, outline: &Outline) -> io::Result<()> {
    let Some(element) = element(outline) else { return Ok(()) };
    if outline.feed.is_some() || outline.include.is_some() {
        return writer.write_event(Event::Empty(element));
    }
    let end = element.to_end().into_owned();
    writer.write_event(Event::Start(element))?;
    outline.children.iter().try_for_each(|child| write_outline(writer, child))?;
    writer.write_event(Event::End(end))
}

fn element(outline: &Outline) -> Option<BytesStart<'static>> {
    if let Some(list) = &outline.include {
        let list = safe::url(list)?;
        let attributes = [("type", "include"), ("text", &*text(outline, &list)), ("url", &*list)];
        return Some(BytesStart::new("outline").with_attributes(attributes));
    }
    match &outline.feed {
        Some(feed) => Some(feed_element(outline, &safe::url(feed)?)),
        None if is_empty(outline) => None,
        // Validators take a folder with the attributes of a feed for a feed without its type.
        None => Some(BytesStart::new("outline").with_attributes([("text", &*text(outline, "Feeds"))])),
    }
}

fn feed_element(outline: &Outline, feed: &str) -> BytesStart<'static> {
    let text = text(outline, feed);
    let categories: Vec<_> = outline.categories.iter().filter_map(|category| safe::word(category)).collect();
    let attributes = [
        ("type", Some("rss".into())),
        ("text", Some(text.clone())),
        ("title", Some(text)),
        ("xmlUrl", Some(feed.into())),
        ("htmlUrl", outline.page.as_deref().and_then(safe::url)),
        ("description", outline.description.as_deref().and_then(safe::word)),
        ("language", outline.language.as_deref().and_then(safe::language).map(Cow::Owned)),
        ("category", (!categories.is_empty()).then(|| categories.join(",").into())),
    ];
    let present = attributes.iter().filter_map(|(name, value)| Some((*name, value.as_deref()?)));
    BytesStart::new("outline").with_attributes(present)
}

fn text<'a>(outline: &'a Outline, otherwise: &'a str) -> Cow<'a, str> {
    safe::word(&outline.text).unwrap_or(Cow::Borrowed(otherwise))
}

/// Whether a folder holds no feed that can be subscribed to, at any depth.
fn is_empty(outline: &Outline) -> bool {
    match outline.feed.as_ref().or(outline.include.as_ref()) {
        Some(address) => safe::url(address).is_none(),
        None => outline.children.iter().all(is_empty),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn large_list_comes_in_parts_that_are_whole_lists_and_hold_each_feed_once() {
        let feed = |nth: usize| Outline {
            text: format!("Feed {nth}"),
            feed: Some(format!("https://f{nth}.example/")),
            ..Outline::default()
        };
        let folder = |text: &str, children| Outline { text: text.to_owned(), children, ..Outline::default() };
        let deep = folder("Deep", vec![folder("Within", (10..60).map(feed).collect()), feed(60)]);
        let list: Vec<Outline> =
            [feed(0), folder("Flat", (1..10).map(feed).collect()), deep].into_iter().collect();
        let parts = opml_parts("All", &list, 3_000).unwrap();
        assert!(parts.len() > 2 && parts.iter().all(|part| part.len() <= 3_000));
        let whole = parts.iter().map(|part| String::from_utf8_lossy(part)).collect::<String>();
        let places: Vec<usize> =
            (0..61).map(|nth| whole.find(&format!("\"https://f{nth}.example/\"")).unwrap()).collect();
        assert!(places.is_sorted() && whole.matches("xmlUrl").count() == 61);
        // What cannot be smaller is written nonetheless, and what is small enough is one.
        assert_eq!(opml_parts("All", &list[..1], 1).unwrap().len(), 1);
        assert_eq!(opml_parts("All", &list, MOST_OPML).unwrap(), [opml("All", &list).unwrap()]);
    }
}
