//! OPML 2.0: lists of feeds, for export and for the index.

use std::borrow::Cow;
use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesStart, BytesText, Event};

use super::xml::DECLARATION;
use super::{Error, safe};
use crate::model::Outline;

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
    if outline.feed.is_some() {
        return writer.write_event(Event::Empty(element));
    }
    let end = element.to_end().into_owned();
    writer.write_event(Event::Start(element))?;
    outline.children.iter().try_for_each(|child| write_outline(writer, child))?;
    writer.write_event(Event::End(end))
}

fn element(outline: &Outline) -> Option<BytesStart<'static>> {
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
    match &outline.feed {
        Some(feed) => safe::url(feed).is_none(),
        None => outline.children.iter().all(is_empty),
    }
}
