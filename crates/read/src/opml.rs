//! OPML lists of feeds, as sloppy as they come: names in any case, `url` for `xmlUrl`, no type,
//! HTML's entities, any encoding. Whatever names a feed is one; the rest is told, not guessed.

use super::cursor::{Cursor, Element};
use super::repairs::Repairs;
use super::{detect, encoding};
use copydesk_model::{Hints, Subscription, Subscriptions};

/// Folders nested deeper are laid flat.
const MAX_FOLDERS: usize = 32;
/// Lines beyond this are not read.
const MAX_LINES: usize = 100_000;

/// The bytes hold no list of feeds.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotAList {
    /// Not even text.
    #[error("{0}")]
    Unreadable(#[from] detect::NotAFeed),
    /// No line of it is an outline.
    #[error("this is no OPML list of feeds: there is not one <outline> in it")]
    NoOutline,
}

/// Reads a list of feeds (OPML 1.0, 1.1, 2.0).
///
/// # Errors
/// [`NotAList`] where nothing in it is an outline.
pub fn opml(bytes: &[u8], hints: &Hints<'_>) -> Result<Subscriptions, NotAList> {
    detect::bytes(bytes)?;
    let mut repairs = Repairs::new();
    let text = encoding::find(bytes, hints, &mut repairs).text(&mut repairs);
    let text = encoding::without_controls(text, &mut repairs);
    let mut list =
        Reader { cursor: Cursor::new(&text, repairs), list: Subscriptions::default(), lines: 0, comments: 0 };
    while let Some(element) = list.cursor.any_element() {
        match element.name() {
            "title" if list.lines == 0 => {
                let title = list.cursor.value(&element, &["outline"]).text.trim().to_owned();
                list.list.title.get_or_insert(title);
            }
            "outline" => list.outline(&element, &mut Vec::new()),
            _ => {}
        }
    }
    match list.lines {
        0 => Err(NotAList::NoOutline),
        _ => Ok(list.list),
    }
}

struct Reader<'a> {
    cursor: Cursor<'a>,
    list: Subscriptions,
    lines: usize,
    /// How many outlines around this one are comments: then it is one too (OPML 2.0, `isComment`).
    comments: usize,
}

impl Reader<'_> {
    fn outline(&mut self, element: &Element, folders: &mut Vec<String>) {
        self.lines += 1;
        if self.lines > MAX_LINES {
            return;
        }
        let name = self.attr(&["text", "title"]);
        let is_comment = self.attr(&["iscomment"]).is_some_and(|said| said.eq_ignore_ascii_case("true"));
        self.comments += usize::from(is_comment);
        let is_left_out = self.comments > 0;
        let is_line = is_left_out || self.take(name.clone(), folders);
        let mut is_folder = false;
        let deeper = name.filter(|_| folders.len() < MAX_FOLDERS);
        let depth = folders.len();
        folders.extend(deeper.clone());
        // A document nested beyond all measure is read no deeper; its lines are found by the loop above.
        while depth < MAX_FOLDERS
            && let Some(child) = self.cursor.child(element)
        {
            if child.name() == "outline" {
                is_folder = true;
                self.outline(&child, folders);
            }
        }
        folders.truncate(depth);
        self.comments -= usize::from(is_comment);
        if !is_line
            && !is_folder
            && let Some(text) = deeper
        {
            self.list.others.push(text);
        }
    }

    /// Takes a line that leads somewhere; whether it does.
    fn take(&mut self, name: Option<String>, folders: &[String]) -> bool {
        let kind = self.attr(&["type"]).unwrap_or_default().to_ascii_lowercase();
        let feed = self.attr(&["xmlurl", "feedurl", "feed"]);
        let url = self.attr(&["url"]);
        match (kind.as_str(), feed, url) {
            ("include", address, url) => {
                let address = url.or(address);
                let is_line = address.is_some();
                self.list.includes.extend(address);
                is_line
            }
            // OPML 2.0: a link to another OPML file is to be expanded like an include.
            ("link", None, Some(url)) if url.ends_with(".opml") => {
                self.list.includes.push(url);
                true
            }
            ("link", None, _) => false,
            (_, None, None) => false,
            (_, feed, url) => {
                let Some(feed) = feed.or(url) else { return false };
                let page = self.attr(&["htmlurl"]);
                let language = self.attr(&["language"]);
                let categories = self.attr(&["category"]).unwrap_or_default();
                let categories =
                    categories.split(',').map(str::trim).filter(|one| !one.is_empty()).map(str::to_owned);
                self.list.feeds.push(Subscription {
                    name,
                    feed,
                    page,
                    language,
                    folders: folders.to_vec(),
                    categories: categories.collect(),
                });
                true
            }
        }
    }

    /// The first of these attributes that says something.
    fn attr(&mut self, names: &[&str]) -> Option<String> {
        names.iter().find_map(|name| {
            let value = self.cursor.attr(name)?;
            let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
            Some(value).filter(|value| !value.is_empty())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Subscriptions {
        opml(bytes, &Hints::default()).unwrap()
    }

    fn feeds(bytes: &[u8]) -> Vec<(String, String, Vec<String>)> {
        let line = |one: Subscription| (one.name.unwrap_or_default(), one.feed, one.folders);
        read(bytes).feeds.into_iter().map(line).collect()
    }

    fn line(name: &str, feed: &str, folders: &[&str]) -> (String, String, Vec<String>) {
        (name.into(), feed.into(), folders.iter().map(|&folder| folder.into()).collect())
    }

    #[test]
    fn folders_nest_and_are_laid_flat() {
        let list = br#"<?xml version="1.0"?><opml version="2.0"><head><title>L</title></head><body>
            <outline text="News"><outline text="TV"><outline type="rss" text="A" xmlUrl="http://a/f"/></outline>
            <outline type="rss" text="B" xmlUrl="http://b/f"/></outline>
            <outline type="rss" text="C" xmlUrl="http://c/f" category="/x/y, word"/></body></opml>"#;
        assert_eq!(
            feeds(list),
            [
                line("A", "http://a/f", &["News", "TV"]),
                line("B", "http://b/f", &["News"]),
                line("C", "http://c/f", &[])
            ]
        );
        assert_eq!(read(list).title.as_deref(), Some("L"));
        assert_eq!(read(list).feeds[2].categories, ["/x/y", "word"]);
    }

    #[test]
    fn sloppy_lists_are_read_all_the_same() {
        let any_case =
            b"<OPML><BODY><OUTLINE TEXT='A &amp; &eacute;' XMLURL='http://a/f?x=1&y=2'></OUTLINE></BODY></OPML>";
        assert_eq!(feeds(any_case), [line("A & \u{e9}", "http://a/f?x=1&y=2", &[])]);
        let url_for_xml_url = b"<opml><body><outline title='B' url='http://b/f'></body></opml>";
        assert_eq!(feeds(url_for_xml_url), [line("B", "http://b/f", &[])]);
        let bad_encoding =
            b"<?xml version='1.0' encoding='utf-8'?><opml><body><outline text='Caf\xe9' xmlUrl=' http://c/f '/>";
        assert_eq!(feeds(bad_encoding), [line("Caf\u{e9}", "http://c/f", &[])]);
        let no_body = b"<opml><outline text='D' xmlUrl='http://d/f'/></opml>";
        assert_eq!(feeds(no_body), [line("D", "http://d/f", &[])]);
    }

    #[test]
    fn includes_links_and_empty_lines_are_no_feeds() {
        let list = br#"<opml><body><outline type="include" text="More" url="http://l/more.opml"/>
            <outline type="link" text="L" url="http://l/other.opml"/><outline type="link" text="Page" url="http://p/"/>
            <outline text="Nothing"/></body></opml>"#;
        let read = read(list);
        assert!(read.feeds.is_empty());
        assert_eq!(read.includes, ["http://l/more.opml", "http://l/other.opml"]);
        assert_eq!(read.others, ["Page", "Nothing"]);
    }

    #[test]
    fn comments_and_what_they_hold_are_left_out_and_markup_in_a_description_swallows_nothing() {
        let list = br#"<opml><body><outline text="A" xmlUrl="http://a/f" isComment="true"/>
            <outline text="Old" isComment="TRUE"><outline text="B" xmlUrl="http://b/f"/></outline>
            <outline text="C" xmlUrl="http://c/f" description="<p>News of <b>all</b> kinds</p>" isComment="false"/>
            <outline text="D" description="1 < 2 > 0 & more" xmlUrl="http://d/f"/></body></opml>"#;
        assert_eq!(feeds(list), [line("C", "http://c/f", &[]), line("D", "http://d/f", &[])]);
        assert!(read(list).others.is_empty());
    }

    #[test]
    fn what_is_no_list_is_said() {
        for bytes in [&b""[..], b"<html><body>no</body></html>", b"{}", b"\0\0\0\0"] {
            opml(bytes, &Hints::default()).unwrap_err();
        }
    }

    #[test]
    fn endless_nesting_neither_hangs_nor_overflows() {
        let mut deep = "<opml><body>".to_owned();
        deep.push_str(&"<outline text='f'>".repeat(200_000));
        deep.push_str("<outline text='A' xmlUrl='http://a/f'/>");
        let _ = opml(deep.as_bytes(), &Hints::default());
    }
}
